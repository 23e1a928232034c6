"""The alignment map: what the business wants, the plans that serve it, what is done for it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from smartgoals.domain.alignment_map import of_brand
from smartgoals.language import tr
from smartgoals.ui.flow_layout import FlowLayout
from smartgoals.ui.guard import guard
from smartgoals.ui.labels import (
    ClampedLabel,
    Label,
    button,
    heading_label,
    title_label,
    unseen_caption,
)
from smartgoals.ui.map_branch import MapBranch
from smartgoals.ui.map_card import MapCard
from smartgoals.words.alignment_map import (
    brand_name,
    map_question,
    map_title,
    no_plans_text,
    served_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from smartgoals.domain.alignment_map import BrandMap, PlanBranch
    from smartgoals.formats import Formats

AT_ONCE = 16
"""Plans that are drawn at first, and each time that the last ones come into view."""
_TURN = 0.006
"""Seconds that are drawn at a time."""
_WIDEST = 360
"""Pixels of the choice of brands; some have long names."""
_END = object()


class MapView(QWidget):
    """Shows the map of one brand or of all; a plan is opened by a click or Enter."""

    plan_wanted = Signal(str)
    export_wanted = Signal()
    left = Signal()

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self.maps: tuple[BrandMap, ...] = ()
        self.branches: list[MapBranch] = []
        self.is_drawn = False
        """Whether all is there that can be seen."""
        self._enough = AT_ONCE
        self._wanted: str | None = None
        """The plan that is to have the keys when it is drawn; blank: the first one."""
        self._pieces: Iterator[None] = iter(())
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._go_on)
        self.brand_box = QComboBox()
        self.brand_box.setAccessibleName(tr("Brand or client"))
        by_contents = QComboBox.SizeAdjustPolicy.AdjustToContents
        self.brand_box.setSizeAdjustPolicy(by_contents)
        self.brand_box.setMaximumWidth(_WIDEST)
        self.brand_box.activated.connect(self._show)
        self.export_button = button(tr("E&xport as PDF …"), "primary")
        self.export_button.clicked.connect(self.export_wanted)
        self.close_button = button(tr("&Close the map"))
        self.close_button.clicked.connect(self.left)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.verticalScrollBar().valueChanged.connect(self._draw_more)
        self._area.setWidget(Label(tr("The map is being drawn …"), tone="muted"))
        self._lay_out()

    @property
    def shown(self) -> tuple[BrandMap, ...]:
        """The maps of the brand that is chosen, or all."""
        brand = self.brand_box.currentData()
        return self.maps if brand is None else of_brand(self.maps, brand)

    @property
    def brand(self) -> str | None:
        """The brand that is chosen; None for all, blank for the plans without one."""
        chosen = self.brand_box.currentData()
        return chosen if isinstance(chosen, str) else None

    def show_maps(self, maps: Sequence[BrandMap]) -> None:
        """Show these maps; the chosen brand stays while it is there."""
        chosen = self.brand_box.currentText()
        self.maps = tuple(maps)
        self.brand_box.clear()
        self.brand_box.addItem(tr("All brands"), None)
        for each in self.maps:
            self.brand_box.addItem(brand_name(each), each.brand)
        self.brand_box.setCurrentIndex(max(self.brand_box.findText(chosen), 0))
        self.brand_box.setVisible(len(self.maps) > 1)
        self._show()

    def _show(self) -> None:
        """Draw the maps anew, piece by piece, so that the window goes on answering."""
        focused = self.focusWidget()
        if isinstance(focused, MapCard):
            # Of what is drawn anew the same plan is under the keys.
            self._wanted = focused.plan_id
        self.is_drawn, self._enough = False, AT_ONCE
        self.branches = []
        page = QWidget()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 12, 8, 0)
        column.setSpacing(16)
        column.addStretch()
        self._area.setWidget(page)
        self.export_button.setEnabled(bool(self.maps))
        self._pieces = self._drawn(column)
        self._go_on()

    def _go_on(self) -> None:
        """Draw for a moment, until there is a little more than can be seen."""
        end = time.monotonic() + _TURN
        while time.monotonic() < end and len(self._cards) < self._enough:
            if next(self._pieces, _END) is _END:
                self._enough = len(self._cards)
        self.is_drawn = len(self._cards) >= self._enough
        self._focus_wanted()
        if not self.is_drawn:
            self._timer.start()

    def _draw_more(self, place: int) -> None:
        """Draw more plans when the user has come near the last ones that are drawn."""
        bar = self._area.verticalScrollBar()
        if self.is_drawn and place > bar.maximum() - bar.pageStep():
            self.is_drawn = False
            self._enough += AT_ONCE
            self._timer.start()

    def _mover(self, card: MapCard) -> Callable[[int], None]:
        return lambda step: self._move(self._cards.index(card) + step)

    def _move(self, place: int) -> None:
        """Put the keys on the plan at the place, which is drawn if need be, and show it."""
        if place >= len(self._cards):
            self._enough = max(self._enough, len(self._cards) + AT_ONCE)
            self._go_on()
        if not 0 <= place < len(self._cards):
            return
        card = self._cards[place]
        _focus(card)
        page = self._area.widget()
        if page is not None and (layout := page.layout()) is not None:
            layout.activate()
        self._area.ensureWidgetVisible(card, 0, 40)

    @property
    def _cards(self) -> list[MapCard]:
        return [each for branch in self.branches for each in branch.cards]

    def focus_plan(self, plan_id: str = "") -> None:
        """Put the keys on the plan, or on the first one, as soon as it is drawn."""
        self._wanted = plan_id
        self._focus_wanted()

    def _focus_wanted(self) -> None:
        if self._wanted is None:
            return
        cards = self._cards
        found = next((each for each in cards if self._wanted in {"", each.plan_id}), None)
        if found is None and self.is_drawn:
            found = next(iter(cards), None)
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        if found is not None:
            _focus(found)
        if found is not None or self.is_drawn:
            self._wanted = None

    def _drawn(self, column: QVBoxLayout) -> Iterator[None]:
        """Draw all that is to be shown; every step is short."""
        for brand in self.shown:
            _add(column, _heading(brand, self._formats))
            for goal in brand.goals:
                yield from self._draw_goal(column, goal.goal, goal.plans)
            if brand.others:
                yield from self._draw_goal(column, None, brand.others)
        if not self.maps:
            _add(column, Label(no_plans_text(), tone="muted"))

    def _draw_goal(
        self, column: QVBoxLayout, goal: str | None, plans: Sequence[PlanBranch]
    ) -> Iterator[None]:
        branch = MapBranch(goal, is_served=bool(plans))
        self.branches.append(branch)
        _add(column, branch)
        yield
        for plan in plans:
            card = branch.add(plan, self._formats)
            card.clicked.connect(self._opener(card.plan_id))
            card.left.connect(self._mover(card))
            yield

    def _opener(self, plan_id: str) -> Callable[[], None]:
        return lambda: self.plan_wanted.emit(plan_id)

    def _lay_out(self) -> None:
        head = FlowLayout()
        for each in (self.brand_box, self.close_button, self.export_button):
            head.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 20, 16)
        column.setSpacing(10)
        self.title = title_label(map_title())
        column.addWidget(self.title)
        column.addWidget(ClampedLabel(map_question(), tone="muted"))
        column.addLayout(head)
        column.addWidget(self._area, 1)
        unseen_caption(self.brand_box.accessibleName(), self.brand_box)

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _add(column: QVBoxLayout, part: QWidget) -> None:
    column.insertWidget(column.count() - 1, part)


def _focus(card: MapCard) -> None:
    # What was just added is shown only later, and what is hidden gets no keys.
    for each in (card.parentWidget(), card):
        if each is not None:
            each.show()
    card.setFocus(Qt.FocusReason.TabFocusReason)


def _heading(brand: BrandMap, formats: Formats) -> QWidget:
    heading = QWidget()
    column = QVBoxLayout(heading)
    column.setContentsMargins(0, 4, 0, 0)
    column.setSpacing(2)
    column.addWidget(heading_label(brand_name(brand)))
    column.addWidget(Label(served_text(brand, formats), tone="muted"))
    return heading
