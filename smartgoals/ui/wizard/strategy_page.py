"""The frame of the optional pages: lists of parts, folds, and the advice of the method."""

from typing import Any

from typing_extensions import override

from smartgoals.domain.gap import Gap
from smartgoals.domain.plan import Plan
from smartgoals.language import tr
from smartgoals.ui.fields import Field
from smartgoals.ui.fold import Fold, unfold
from smartgoals.ui.session import PlanSession
from smartgoals.ui.wizard.page import PlanPage
from smartgoals.ui.wizard.part_list import PartList
from smartgoals.words.gaps import gap_text


class StrategyPage(PlanPage):
    """An optional page: nothing on it is required, and what is blank is not printed."""

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session)
        self.lists: list[PartList[Any]] = []

    @override
    def show_more(self, plan: Plan) -> None:
        for part_list in self.lists:
            part_list.show_plan(plan)

    @override
    def focus_field(self, name: str) -> None:
        if not name and self.lists:
            self.lists[0].start.setFocus()
            return
        for part_list in self.lists:
            part_list.choose_field(name)
        if name in self.fields:
            unfold(self.fields[name])
        super().focus_field(name)

    def add_list(self, part_list: PartList[Any], name: str) -> PartList[Any]:
        """Show the list from now on; ``name`` is the field that its add button answers to."""
        self.lists.append(part_list)
        self.fields[name] = part_list.add_button
        return part_list

    def add_fold(self, title: str, *, is_open: bool = False) -> Fold:
        """Return a new part of the page behind its heading."""
        fold = Fold(title, is_open=is_open)
        self.body.addWidget(fold)
        return fold

    def finish(self) -> None:
        """Offer the advice of the method for this step at the foot of the page."""
        self.set_why(tr("Why this matters"))
        self.body.addStretch()

    @override
    def _show_gap(self, gap: Gap) -> None:
        """Say what is missing too: on these pages it is, only once something is written."""
        super()._show_gap(gap)
        field = self.fields.get(gap.field)
        if isinstance(field, Field) and gap.is_missing:
            field.set_note(gap_text(gap, self.session.formats))
