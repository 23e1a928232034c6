"""The tactics of a plan in order of work; scores and names are edited in place."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal

from smartgoals.domain.plan import Plan
from smartgoals.domain.priorities import order_of_work, rank
from smartgoals.domain.tactic import Tactic
from smartgoals.language import tr
from smartgoals.ui import theme
from smartgoals.ui.session import PlanSession
from smartgoals.ui.table import RowsView
from smartgoals.ui.table_model import Column, RowsModel
from smartgoals.words.sentences import due_text

LOWEST, HIGHEST = 1, 10


class TacticTable(RowsView):
    """One row per tactic: first what is to be done first, at the end what is parked."""

    chosen = Signal(str)

    def __init__(self, session: PlanSession) -> None:
        self._session = session
        self.rows = RowsModel(
            [
                Column("#", self._rank, is_number=True),
                Column(tr("Tactic"), self._name, stretches=True, edit=self._rename),
                Column(
                    tr("Value"),
                    lambda t: _score(t.value),
                    is_number=True,
                    edit=self._scorer("value"),
                ),
                Column(
                    tr("Complexity"),
                    lambda t: _score(t.complexity),
                    is_number=True,
                    edit=self._scorer("complexity"),
                ),
                Column(
                    tr("By"),
                    lambda t: due_text(t, session.formats),
                    colour=_parked_colour,
                    most=0.26,
                ),
            ]
        )
        super().__init__(self.rows, tr("Tactics in order of work"), most_rows=14, wraps=True)
        self.selectionModel().currentRowChanged.connect(self._choose)

    def show_plan(self, plan: Plan) -> None:
        """Show the tactics of the plan in order of work."""
        parked = tuple(tactic for tactic in plan.tactics if tactic.parked)
        self.rows.show_rows((*order_of_work(plan.tactics), *parked))

    def choose(self, tactic_id: str) -> None:
        """Mark the row of the tactic, without telling anybody."""
        row = self.rows.row_of(tactic_id)
        if row >= 0 and row != self.currentIndex().row():
            column = max(self.currentIndex().column(), 1)
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().blockSignals(True)  # noqa: FBT003 - Qt's own signature
            self.selectionModel().setCurrentIndex(
                self.rows.index(row, column), flags.ClearAndSelect | flags.Rows
            )
            self.selectionModel().blockSignals(False)  # noqa: FBT003
            self.viewport().update()

    def _choose(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self.rows.rows[current.row()].id)

    def _rank(self, tactic: Tactic) -> str:
        place = rank(self._session.plan, tactic)
        return "–" if place is None else str(place)

    def _name(self, tactic: Tactic) -> str:
        name = tactic.name.strip() or tr("Tactic without a name")
        return tr("{name} (parked)").format(name=name) if tactic.parked else name

    def _rename(self, tactic: Tactic, text: str) -> bool:
        plan = self._session.plan.with_tactic(tactic.replace(name=text))
        self._session.edit(plan, tr("Edit tactic"))
        return True

    def _scorer(self, name: str) -> Callable[[Tactic, str], bool]:
        def score(tactic: Tactic, text: str) -> bool:
            text = text.strip().strip("–")
            if text and not (text.isdecimal() and LOWEST <= int(text) <= HIGHEST):
                return False
            changed = tactic.replace(**{name: int(text) if text else None})
            self._session.edit(self._session.plan.with_tactic(changed), tr("Score tactic"))
            return True

        return score


def _score(score: int | None) -> str:
    return "–" if score is None else str(score)


def _parked_colour(tactic: Tactic) -> str | None:
    return theme.colours().muted if tactic.parked else None
