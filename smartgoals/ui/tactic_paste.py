"""Tactics that are pasted from a spreadsheet: one for each row, as one step that can be undone."""

from __future__ import annotations

from smartgoals.language import ngettext, tr
from smartgoals.ui.session import PlanSession


def paste_tactics(session: PlanSession, text: str) -> str:
    """Add a tactic for each row that fits; return what is to be said about the others.

    Columns are known by their headings; without them they are name, value, complexity, owners,
    due and hours.
    """
    from smartgoals.documents.csv_reader import TableTextError, read_table
    from smartgoals.documents.import_preview import problem_text
    from smartgoals.documents.tactic_rows import read_tactics

    try:
        found = read_tactics(read_table(text), session.formats)
    except TableTextError as error:
        return str(error)
    plan = session.plan
    for tactic in found.tactics:
        plan = plan.with_tactic(tactic)
    session.close_step()
    session.edit(plan, tr("Paste tactics"))
    if not found.problems:
        return ""
    count = len(found.problems)
    return ngettext(
        "{count} row does not fit and is left out. {problem}",
        "{count} rows do not fit and are left out. The first: {problem}",
        count,
    ).format(count=count, problem=problem_text(found.problems[0]))
