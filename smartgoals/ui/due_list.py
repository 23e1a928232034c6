"""Today's list: the plans whose check-in is due, each one click from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from smartgoals.domain.clock import today
from smartgoals.language import tr
from smartgoals.overriding import override
from smartgoals.ui import theme
from smartgoals.ui.click_row import ClickRow
from smartgoals.ui.guard import guard
from smartgoals.ui.labels import ElidedLabel, Label, button
from smartgoals.words.check_ins import due_check_ins_text, open_since_text

if TYPE_CHECKING:
    import datetime as dt

    from smartgoals.formats import Formats
    from smartgoals.storage.overview import PlanOverview

FEW = 3
"""Plans that are shown at once, fewer in a low window; the others after a click."""

_MARGIN = 6
_ROW_PADDING = 13
"""Pixels above, between and below the two lines of a row."""


class DueList(QFrame):
    """Lists the plans to check in with today, the one that waits longest first."""

    check_in_wanted = Signal(str)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.setProperty("role", "tint")
        self._formats = formats
        self._plans: list[PlanOverview] = []
        self._shows_all = False
        self._rows: list[ClickRow] = []
        self.heading = Label(bold=True)
        self.heading.setContentsMargins(8, 0, 0, 0)
        self.more_button = button(tr("Show all"), "link")
        self.more_button.clicked.connect(self._show_all)
        self._few = FEW
        self._room = 0
        self._box = QWidget()
        self._box.setProperty("role", "page")
        self._column = QVBoxLayout(self._box)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._box)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 8, _MARGIN, _MARGIN)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self._area)
        column.addWidget(self.more_button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.hide()

    @property
    def has_plans(self) -> bool:
        """Whether there is a check-in to remind of."""
        return bool(self._plans)

    @property
    def first_id(self) -> str:
        """The plan that waits longest; blank when none does."""
        return self._plans[0].id if self._plans else ""

    def show_plans(self, plans: list[PlanOverview]) -> None:
        """Show those of the plans whose check-in is due today."""
        due = [(day, plan) for plan in plans if (day := plan.due_check_in(today())) is not None]
        found = [plan for _, plan in sorted(due, key=lambda each: each[0])]
        if _told(found) != _told(self._plans):
            self._plans = found
            self._show()
        self.setVisible(self.has_plans)

    def set_room(self, pixels: int) -> None:
        """Take so much of the height at most; all that is due can be scrolled to."""
        if pixels == self._room:
            return
        self._room = pixels
        rows = pixels // (2 * self._row_height())
        few = max(1, min(FEW, rows))
        if few != self._few:
            self._few = few
            self._show()
        self._fit()

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _row_height(self) -> int:
        return 2 * self.fontMetrics().lineSpacing() + _ROW_PADDING

    def _fit(self) -> None:
        """Be as high as what is shown, as far as there is room."""
        frame = 2 * self._area.frameWidth()
        # What is inside follows later, when this has its new size.
        width = max(self.width() - 2 * _MARGIN - frame, 1)
        # Without rows there is no height: -1.
        wanted = max(self._column.totalHeightForWidth(width), 0)
        most = max(self._room, self._few * self._row_height())
        self._area.setFixedHeight((min(wanted, most) if self._shows_all else wanted) + frame)

    def _show(self) -> None:
        for old in self._rows:
            old.hide()
            old.deleteLater()
        self.heading.setText(due_check_ins_text(len(self._plans)))
        shown = self._plans if self._shows_all else self._plans[: self._few]
        self._rows = [self._row(plan) for plan in shown]
        for index, row in enumerate(self._rows):
            self._column.insertWidget(index, row)
            # It counts for the height at once, and not when the window comes to it.
            row.show()
        self.more_button.setVisible(len(shown) < len(self._plans))
        self._fit()

    def _row(self, plan: PlanOverview) -> ClickRow:
        row = ClickRow(detail=ElidedLabel(tone="muted", pixels=theme.SMALL_PIXELS))
        # As high as the title needs in this width, not as Qt guesses it for a narrow one.
        row.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        title = plan.title.strip() or tr("Plan without a name")
        day = plan.due_check_in(today()) or today()
        row.show_text(title, open_since_text(day, today(), self._formats))
        row.setAccessibleName(tr("Check in with {title}").format(title=title))
        row.clicked.connect(self._asker(plan.id))
        return row

    def _asker(self, plan_id: str) -> Callable[[], None]:
        return lambda: self.check_in_wanted.emit(plan_id)

    def _show_all(self) -> None:
        self._shows_all = True
        self._show()


def _told(plans: list[PlanOverview]) -> list[tuple[str, str, dt.date | None]]:
    """Return what the list says of the plans: when it is the same, nothing is built anew."""
    return [(plan.id, plan.title, plan.due_check_in(today())) for plan in plans]
