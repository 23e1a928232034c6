"""The alignment map: what the business wants, the plans that serve it, what is done for it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from smartgoals.domain.alignment_map import of_brand
from smartgoals.language import ngettext, tr
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

MOST_SHOWN = 150
"""Plans on the screen at once; the PDF has them all."""
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
        self.is_drawn = False
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
        end = time.monotonic() + _TURN
        while time.monotonic() < end:
            if next(self._pieces, _END) is _END:
                self.is_drawn = True
                self._focus_wanted()
                return
        self._timer.start()

    def focus_plan(self, plan_id: str = "") -> None:
        """Put the keys on the plan, or on the first one, as soon as it is drawn."""
        self._wanted = plan_id
        self._focus_wanted()

    def _focus_wanted(self) -> None:
        if self._wanted is None:
            return
        cards = [each for branch in self.branches for each in branch.cards]
        found = next((each for each in cards if self._wanted in {"", each.plan_id}), None)
        if found is None and self.is_drawn:
            found = next(iter(cards), None)
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
        if found is not None or self.is_drawn:
            self._wanted = None

    def _drawn(self, column: QVBoxLayout) -> Iterator[None]:
        """Draw what is to be shown; every step is short."""
        room = MOST_SHOWN
        for brand in self.shown:
            if room > 0:
                yield from self._draw_brand(column, brand, room)
            room -= len(brand.plans)
        if room < 0:
            _add(column, Label(_rest_text(-room), tone="muted"))
        if not self.maps:
            _add(column, Label(no_plans_text(), tone="muted"))

    def _draw_brand(self, column: QVBoxLayout, brand: BrandMap, room: int) -> Iterator[None]:
        _add(column, _heading(brand, self._formats))
        for goal in brand.goals:
            if room > 0 or not goal.plans:
                yield from self._draw_goal(column, goal.goal, goal.plans[: max(room, 0)])
            room -= len(goal.plans)
        if brand.others and room > 0:
            yield from self._draw_goal(column, None, brand.others[:room])

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
            self._focus_wanted()
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


def _heading(brand: BrandMap, formats: Formats) -> QWidget:
    heading = QWidget()
    column = QVBoxLayout(heading)
    column.setContentsMargins(0, 4, 0, 0)
    column.setSpacing(2)
    column.addWidget(heading_label(brand_name(brand)))
    column.addWidget(Label(served_text(brand, formats), tone="muted"))
    return heading


def _rest_text(count: int) -> str:
    return ngettext(
        "{count} more plan is not shown here; the PDF has it.",
        "{count} more plans are not shown here; the PDF has them.",
        count,
    ).format(count=count)
