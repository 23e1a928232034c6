"""The strategy of a plan to read: what is filled in, each part one click from its page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from smartgoals.documents.sheet_parts import Table
from smartgoals.domain.clock import today
from smartgoals.domain.terms import STRATEGY_STEPS, Step
from smartgoals.language import tr
from smartgoals.ui.guard import guard
from smartgoals.ui.labels import Label, button, card, heading_label, small_label
from smartgoals.words.names import step_name

if TYPE_CHECKING:
    from smartgoals.documents.sheet_parts import Block, Content, Section
    from smartgoals.domain.plan import Plan
    from smartgoals.formats import Formats


class StrategyTab(QScrollArea):
    """Shows the optional pages as the goal sheet prints them; made when it comes in view."""

    step_wanted = Signal(object)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self._formats = formats
        self._plan: Plan | None = None
        self._shown: Plan | None = None

    def show_plan(self, plan: Plan) -> None:
        """Show the strategy of the plan, at once when it is in view."""
        self._plan = plan
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        if self._plan is None or self._plan is self._shown:
            return
        self._shown = self._plan
        page = QWidget()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 16, 0, 16)
        column.setSpacing(14)
        for step in STRATEGY_STEPS:
            column.addWidget(self._card(step, _sections(self._plan, step, self._formats)))
        column.addStretch()
        place = self.verticalScrollBar().value()
        self.setWidget(page)
        self.verticalScrollBar().setValue(place)

    def _card(self, step: Step, sections: tuple[Section, ...]) -> QFrame:
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(6)
        name = step_name(step)
        way = button(tr("Edit") if sections else tr("Fill in"), "link")
        way.setAccessibleName(tr("{step}: go to its page").format(step=name))
        way.clicked.connect(self._leader(step))
        heading = QHBoxLayout()
        heading.addWidget(heading_label(name), 1)
        heading.addWidget(way)
        column.addLayout(heading)
        if not sections:
            column.addWidget(small_label(tr("Nothing written yet; it is optional.")))
        for section in sections:
            for block in section.blocks:
                _add_block(column, block)
        return frame

    def _leader(self, step: Step) -> Callable[[], None]:
        return lambda: self.step_wanted.emit(step)

    @override
    @guard()
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()


def _sections(plan: Plan, step: Step, formats: Formats) -> tuple[Section, ...]:
    from smartgoals.documents.exporter import ExportContext
    from smartgoals.documents.sheet_audience import audience_sections, listening_sections
    from smartgoals.documents.sheet_content import (
        content_sections,
        message_sections,
        money_sections,
    )

    write = {
        Step.AUDIENCE: audience_sections,
        Step.LISTENING: listening_sections,
        Step.MESSAGE: message_sections,
        Step.CONTENT: content_sections,
        Step.MONEY: money_sections,
    }[step]
    return write(plan, ExportContext(formats=formats, today=today()))


def _add_block(column: QVBoxLayout, block: Block) -> None:
    if block.title:
        column.addSpacing(6)
        column.addWidget(Label(block.title, bold=True))
    if isinstance(block, Table):
        heads = [each.head for each in block.columns]
        for row in block.rows:
            cells = zip(heads, map(_cell, row), strict=False)
            parts = [f"{head}: {text}" if head else text for head, text in cells if text]
            column.addWidget(_readable(" · ".join(parts)))
        return
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 7)
    for place, item in enumerate(block.items):
        grid.addWidget(small_label(item.label), place, 0, alignment=Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_readable("\n".join(item.texts)), place, 1)
    column.addLayout(grid)


def _readable(text: str) -> Label:
    label = Label(text)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _cell(content: Content) -> str:
    if content is None:
        return ""
    return content if isinstance(content, str) else f"{content.text} ({content.note})"
