"""The metric library: all 54, searched and filtered by goal and platform. Source: M."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from smartgoals.domain.catalogue import catalogue
from smartgoals.domain.catalogue_entries import LibraryMetric
from smartgoals.domain.plan import Plan
from smartgoals.domain.text import fold
from smartgoals.language import tr
from smartgoals.ui import theme
from smartgoals.ui.fields import LineEdit
from smartgoals.ui.keyed_dialog import KeyedDialog
from smartgoals.ui.labels import button, caption_label, literal_tip, small_label, title_label
from smartgoals.ui.table import RowsView
from smartgoals.ui.table_model import Column, RowsModel
from smartgoals.words.catalogue import entry_hint, entry_name
from smartgoals.words.names import maturity_name, metric_kind_name


class MetricLibrary(KeyedDialog):
    """Offers every metric of the library; Enter or a double click picks one."""

    picked = Signal(object)

    def __init__(self, plan: Plan, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Metric library"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(theme.column_width(820, 96), 600)
        self._taken = {metric.library_id for metric in plan.metrics}
        self.search = LineEdit(tr("clicks, leads, reach …"))
        self.search.setObjectName("library-search")
        self.goal = self._filter(catalogue().goals, tr("All goals"))
        self.platform = self._filter(catalogue().platforms, tr("All platforms"))
        index = self.goal.findData(plan.goal_idea_id or plan.marketing_goal_id)
        self.goal.setCurrentIndex(max(index, 0))
        self._model = RowsModel(
            [
                Column(tr("Metric"), entry_name, stretches=True),
                Column(tr("It is"), lambda metric: metric_kind_name(metric.kind)),
                Column(tr("Good for"), lambda metric: maturity_name(metric.maturity)),
            ]
        )
        self.table = RowsView(self._model, tr("Metric library"))
        self.hint = small_label()
        self._is_widened = False
        self._lay_out()
        self.search.textChanged.connect(self._show)
        self.goal.currentIndexChanged.connect(self._show)
        self.platform.currentIndexChanged.connect(self._show)
        self.table.activated.connect(self._pick)
        self.table.doubleClicked.connect(self._pick)
        self.search.returnPressed.connect(lambda: self._pick(self.table.currentIndex()))
        self.table.selectionModel().currentRowChanged.connect(self._tell)
        self._show()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(title_label(tr("Metric library")))
        filters = QGridLayout()
        filters.setVerticalSpacing(4)
        filters.setColumnStretch(0, 1)
        editors = ((tr("&Search"), self.search), (tr("&Goal"), self.goal))
        for i, (caption, editor) in enumerate((*editors, (tr("&Platform"), self.platform))):
            filters.addWidget(caption_label(caption, editor), 0, i)
            filters.addWidget(editor, 1, i)
            editor.setAccessibleName(caption.replace("&", ""))
        column.addLayout(filters)
        column.addWidget(self.table, 1)
        self.hint.setMinimumHeight(self.hint.fontMetrics().lineSpacing() * 2)
        column.addWidget(self.hint)
        self.add_button = button(tr("&Add to plan"), "primary")
        self.add_button.clicked.connect(lambda: self._pick(self.table.currentIndex()))
        close = button(tr("&Close"))
        close.clicked.connect(self.reject)
        end = QHBoxLayout()
        end.addStretch()
        end.addWidget(close)
        end.addWidget(self.add_button)
        column.addLayout(end)

    def _show(self) -> None:
        words = fold(self.search.text()).split()
        goal_id, platform_id = self.goal.currentData(), self.platform.currentData()
        found = self._found(words, goal_id, platform_id)
        # Who types a word wants to find it, whatever was chosen before.
        self._is_widened = not found and bool(words)
        self._model.show_rows(self._found(words, None, None) if self._is_widened else found)
        self.table.selectRow(0)
        self._tell(self.table.currentIndex())
        self.add_button.setEnabled(bool(self._model.rows))

    def _found(
        self, words: list[str], goal_id: str | None, platform_id: str | None
    ) -> list[LibraryMetric]:
        goal = catalogue().known_goal(goal_id)
        fitting = catalogue().metrics_for(goal.id) if goal else catalogue().metrics
        return [
            metric
            for metric in fitting
            if metric.id not in self._taken
            and (not platform_id or metric.applies_to(platform_id))
            and all(word in _searched(metric) for word in words)
        ]

    def _tell(self, current: QModelIndex) -> None:
        is_there = current.isValid() and current.row() < len(self._model.rows)
        hint = entry_hint(self._model.rows[current.row()]) if is_there else ""
        if not self._model.rows:
            hint = tr("No metric has these words. “One of your own” takes any number.")
        elif self._is_widened:
            hint = tr("Found among all goals and platforms. {hint}").format(hint=hint)
        self.hint.setText(hint)

    def _pick(self, index: QModelIndex) -> None:
        if index.isValid():
            self.picked.emit(self._model.rows[index.row()])
            self.accept()

    def _filter(self, entries, all_of_them: str) -> QComboBox:  # type: ignore[no-untyped-def]  # noqa: ANN001
        combo = QComboBox()
        combo.addItem(all_of_them, None)
        for entry in entries:
            combo.addItem(entry_name(entry), entry.id)
            hint = literal_tip(entry_hint(entry))
            combo.setItemData(combo.count() - 1, hint, Qt.ItemDataRole.ToolTipRole)
        return combo


def _searched(metric: LibraryMetric) -> str:
    return fold(f"{entry_name(metric)} {entry_hint(metric)}")
