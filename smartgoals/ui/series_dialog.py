"""Many values at once: dates and values that were pasted, or a file of them, seen before kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from smartgoals.domain.check_ins import check_in_on
from smartgoals.domain.clock import today
from smartgoals.domain.course import readings
from smartgoals.domain.limits import doubtful_limit
from smartgoals.language import language, ngettext, tr
from smartgoals.ui.captioned import captioned
from smartgoals.ui.fields import TextEdit
from smartgoals.ui.keyed_dialog import KeyedDialog
from smartgoals.ui.labels import Label, button, heading_label, small_label
from smartgoals.ui.table import RowsView
from smartgoals.ui.table_model import Column, RowsModel
from smartgoals.words.check_ins import doubtful_values_text
from smartgoals.words.names import metric_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from smartgoals.documents.imports import FoundCheckIns
    from smartgoals.documents.series import Entry, RowProblem
    from smartgoals.domain.metric import Metric
    from smartgoals.ui.session import PlanSession

PAUSE_MS = 150
LINES = 40
"""The dialog is as wide and as high as so many lines, where the screen is."""
MOST_BROKEN = 200
"""Rows that do not fit whose sentences are shown whole, in as many lines as they need."""
LEAST_LINES = 3
"""What was pasted is never lower than that."""
NOTHING = "–"


@dataclass(frozen=True)
class _Found:
    """One value as the preview shows it."""

    id: str
    day: str
    metric: str
    value: str
    known: str


@dataclass(frozen=True)
class _Wrong:
    """One row that does not fit."""

    id: str
    text: str
    sentence: str


class SeriesDialog(KeyedDialog):
    """Takes dates and values, shows what was understood, and enters it."""

    def __init__(self, parent: QWidget, session: PlanSession, metric_id: str = "") -> None:
        super().__init__(parent)
        self.session = session
        self.back_up: Callable[[], bool] = lambda: True
        """Makes a backup before many values come in; returns whether it is there."""
        self.setWindowTitle(tr("Paste or import values"))
        line = self.fontMetrics().lineSpacing()
        height = min(line * LINES, parent.screen().availableGeometry().height() * 9 // 10)
        self.resize(line * LINES, height)
        self._content: str | bytes = ""
        self._found: FoundCheckIns | None = None
        self._choose_from(session.plan.metrics, metric_id)
        self._take_rows(line)
        self.summary = Label()
        self._show_rows(line)
        self.add_button = button("", "primary")
        self.add_button.clicked.connect(self.save)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.read)
        self._lay_out()
        self.read()
        self.edit.setFocus()

    def _choose_from(self, metrics: Sequence[Metric], metric_id: str) -> None:
        self.metrics = QComboBox()
        self.metrics.setAccessibleName(tr("Metric"))
        for metric in metrics:
            self.metrics.addItem(metric_name(metric) or tr("Metric without a name"), metric.id)
        self.metrics.setCurrentIndex(max(0, self.metrics.findData(metric_id)))
        self.metrics.currentIndexChanged.connect(self.read)

    def _take_rows(self, line: int) -> None:
        self.edit = TextEdit(tr("One row each: a date and a value, as a spreadsheet has them"), 5)
        self.edit.setAccessibleName(tr("Dates and values"))
        # The least height of a field in the style sheet would go before one that is set here.
        self.edit.setStyleSheet(f"QPlainTextEdit {{ min-height: {line * LEAST_LINES}px; }}")
        self.edit.textChanged.connect(self._take_text)

    def _show_rows(self, line: int) -> None:
        self.found = RowsModel(
            [
                Column(tr("Day"), lambda row: row.day),
                Column(tr("Metric"), lambda row: row.metric, stretches=True),
                Column(tr("Value"), lambda row: row.value, is_number=True),
                Column(tr("Until now"), lambda row: row.known, is_number=True),
            ]
        )
        self.wrong = RowsModel(
            [
                Column(tr("Row"), lambda row: row.id, is_number=True),
                Column(tr("What it says"), lambda row: row.text, most=0.3),
                Column(tr("What is wrong"), lambda row: row.sentence, stretches=True),
            ]
        )
        self.found_view = RowsView(self.found, tr("Values that fit"), most_rows=6)
        self.wrong_view = RowsView(
            self.wrong, tr("Rows that do not fit"), 4, wraps=True, most_broken=MOST_BROKEN
        )
        for view in (self.found_view, self.wrong_view):
            view.setMinimumHeight(view.minimumSizeHint().height() + line)

    def read_file(self, path: Path) -> None:
        """Take the rows of the file."""
        from smartgoals.documents.csv_reader import MAX_BYTES
        from smartgoals.words.errors import unreadable_file_text

        try:
            with path.open("rb") as file:
                self._content = file.read(MAX_BYTES + 1)
        except OSError as error:
            self._show_nothing(unreadable_file_text(path, error), "wrong")
            return
        self.edit.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.edit.clear()
        self.edit.setPlaceholderText(path.name)
        self.edit.blockSignals(False)  # noqa: FBT003
        self.read()

    def read(self) -> None:
        """Show what is understood of the text or file, and what is not."""
        from smartgoals.documents.csv_reader import TableTextError, read_table
        from smartgoals.documents.imports import read_check_ins

        self._pause.stop()
        if not self._content:
            self._show_nothing(tr("Paste the rows above, or open a CSV file."))
            return
        try:
            table = read_table(self._content, language())
            found = read_check_ins(
                table,
                self.session.plan,
                self.session.formats,
                today(),
                self.metrics.currentData() or "",
            )
        except TableTextError as error:
            self._show_nothing(str(error), "wrong")
            return
        self._show(found)

    def save(self) -> None:
        """Enter the values that fit, as one step that can be undone."""
        from smartgoals.documents.imports import with_check_ins

        if self._found is None or not self._found.entries or not self.back_up():
            return
        plan = with_check_ins(self.session.plan, self._found.entries, today())
        self.session.close_step()
        self.session.edit(plan, tr("Import values"))
        self.accept()

    def _take_text(self) -> None:
        self._content = self.edit.toPlainText()
        self._pause.start()

    def _paste(self) -> None:
        self.edit.setPlainText(QApplication.clipboard().text())
        self.read()

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self, tr("Open a file of values"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([tr("Tables (*.csv *.tsv *.txt)"), tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.read_file(Path(name)))
        dialog.open()

    def _show(self, found: FoundCheckIns) -> None:
        self._found = found
        self.found.show_rows([self._row(entry) for entry in found.entries])
        self.wrong.show_rows([_wrong(problem) for problem in found.problems])
        self.found_view.setVisible(bool(found.entries))
        self.wrong_view.setVisible(bool(found.problems))
        fit, not_fit = len(found.entries), len(found.problems)
        text = ngettext("{count} value fits.", "{count} values fit.", fit).format(count=fit)
        if not_fit:
            rest = ngettext("{count} row does not.", "{count} rows do not.", not_fit)
            text = f"{text} {rest.format(count=not_fit)}"
        doubt = doubtful_values_text(self._doubtful(found.entries))
        self.summary.set_tone("look" if not_fit or doubt else "good")
        self.summary.setText(f"{text} {doubt}".rstrip())
        self._name_button(fit)
        self._grow()

    def _grow(self) -> None:
        """Be as high as what is shown now, where the screen is."""
        layout = self.layout()
        if layout is not None and self.isVisible():
            layout.activate()
            most = self.screen().availableGeometry().height() * 9 // 10
            height = max(self.height(), min(layout.totalSizeHint().height(), most))
            self.resize(self.width(), height)

    def _show_nothing(self, text: str, tone: str = "muted") -> None:
        self._found = None
        self.found.show_rows([])
        self.wrong.show_rows([])
        self.found_view.hide()
        self.wrong_view.hide()
        self.summary.set_tone(tone)
        self.summary.setText(text)
        self._name_button(0)

    def _name_button(self, count: int) -> None:
        text = ngettext("&Add {count} value", "&Add {count} values", count)
        self.add_button.setText(text.format(count=count))
        self.add_button.setEnabled(count > 0)

    def _row(self, entry: Entry) -> _Found:
        formats, plan = self.session.formats, self.session.plan
        day = formats.medium_day(entry.day)
        if entry.value is None:
            return _Found(str(entry.row), day, tr("Note"), NOTHING, NOTHING)
        metric = plan.metric(entry.metric)
        known = check_in_on(plan, entry.day)
        values = {r.metric_id: r.value for r in known.readings} if known is not None else {}
        before = formats.amount(values.get(metric.id), metric.kind, plan.currency)
        value = formats.amount(entry.value, metric.kind, plan.currency)
        return _Found(str(entry.row), day, metric_name(metric), value, before or NOTHING)

    def _doubtful(self, entries: Iterable[Entry]) -> int:
        """Return how many of the values look like slips."""
        plan = self.session.plan
        known = {
            metric.id: (metric, [each.value for each in readings(plan, metric.id)])
            for metric in plan.metrics
        }
        return sum(
            doubtful_limit(known[entry.metric][0], entry.value, known[entry.metric][1]) is not None
            for entry in entries
            if entry.value is not None
        )

    def _lay_out(self) -> None:
        paste = button(tr("From the &clipboard"))
        paste.clicked.connect(self._paste)
        opener = button(tr("&Open a file …"))
        opener.clicked.connect(self._ask_for_file)
        cancel = button(tr("Ca&ncel"))
        cancel.clicked.connect(self.reject)
        sources = QHBoxLayout()
        sources.addWidget(paste)
        sources.addWidget(opener)
        sources.addStretch()
        end = QHBoxLayout()
        end.addStretch()
        end.addWidget(cancel)
        end.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(heading_label(self.windowTitle()))
        column.addLayout(captioned(tr("&Metric of rows that name none"), self.metrics))
        column.addLayout(captioned(tr("&Dates and values"), self.edit))
        column.addLayout(sources)
        column.addWidget(self.summary)
        column.addWidget(self.found_view)
        column.addWidget(small_label(tr("A value of a day that has one already replaces it.")))
        column.addWidget(self.wrong_view)
        column.addStretch()
        column.addLayout(end)


def _wrong(problem: RowProblem) -> _Wrong:
    return _Wrong(str(problem.row), problem.text, problem.sentence)
