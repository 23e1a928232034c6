"""The alignment map: what the business wants, the plans that serve it, what is done for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from smartgoals.domain.alignment_map import of_brand
from smartgoals.language import ngettext, tr
from smartgoals.ui.flow_layout import FlowLayout
from smartgoals.ui.guard import guard
from smartgoals.ui.labels import ClampedLabel, Label, button, heading_label, title_label
from smartgoals.ui.map_branch import MapBranch
from smartgoals.words.alignment_map import (
    brand_name,
    map_question,
    map_title,
    no_plans_text,
    served_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from smartgoals.domain.alignment_map import BrandMap
    from smartgoals.formats import Formats

MOST_SHOWN = 150
"""Plans on the screen at once; the PDF has them all."""


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
        self.brand_box = QComboBox()
        self.brand_box.setAccessibleName(tr("Brand or client"))
        by_contents = QComboBox.SizeAdjustPolicy.AdjustToContents
        self.brand_box.setSizeAdjustPolicy(by_contents)
        self.brand_box.activated.connect(self._show)
        self.export_button = button(tr("E&xport as PDF …"), "primary")
        self.export_button.clicked.connect(self.export_wanted)
        self.close_button = button(tr("&Close the map"))
        self.close_button.clicked.connect(self.left)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
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
        focused = self.focusWidget()
        chosen = getattr(focused, "plan_id", "")
        place = self._area.verticalScrollBar().value()
        self.branches = []
        self._area.setWidget(self._page())
        self.export_button.setEnabled(bool(self.maps))
        if chosen:
            # Of what is drawn anew the same plan is under the keys.
            self.focus_plan(chosen)
            self._area.verticalScrollBar().setValue(place)

    def focus_plan(self, plan_id: str = "") -> None:
        """Put the keys on the plan, or on the first one."""
        cards = [each for branch in self.branches for each in branch.cards]
        found = [each for each in cards if each.plan_id == plan_id] or cards
        target: QWidget = found[0] if found else self.close_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _page(self) -> QWidget:
        page = QWidget()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 12, 8, 0)
        column.setSpacing(16)
        room = MOST_SHOWN
        for brand in self.shown:
            if room > 0:
                self._add_brand(column, brand, room)
            room -= len(brand.plans)
        if room < 0:
            column.addWidget(Label(_rest_text(-room), tone="muted"))
        if not self.maps:
            column.addWidget(Label(no_plans_text(), tone="muted"))
        column.addStretch()
        return page

    def _add_brand(self, column: QVBoxLayout, brand: BrandMap, room: int) -> None:
        heading = QVBoxLayout()
        heading.setSpacing(2)
        heading.addWidget(heading_label(brand_name(brand)))
        heading.addWidget(Label(served_text(brand, self._formats), tone="muted"))
        column.addLayout(heading)
        goals: list[tuple[str | None, Sequence[object]]] = []
        goals += [(goal.goal, goal.plans) for goal in brand.goals]
        if brand.others:
            goals.append((None, brand.others))
        for goal, plans in goals:
            branch = MapBranch(goal, plans[: max(room, 0)], self._formats)  # type: ignore[arg-type]
            room -= len(plans)
            for each in branch.cards:
                each.clicked.connect(self._opener(each.plan_id))
            self.branches.append(branch)
            column.addWidget(branch)
        column.addSpacing(12)

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

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _rest_text(count: int) -> str:
    return ngettext(
        "{count} more plan is not shown here; the PDF has it.",
        "{count} more plans are not shown here; the PDF has them.",
        count,
    ).format(count=count)
