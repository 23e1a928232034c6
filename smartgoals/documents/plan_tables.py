"""A table on its way into a plan, of tactics or of check-ins: its preview, and the adding."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from smartgoals.documents.csv_reader import TableTextError
from smartgoals.documents.import_preview import check_ins_preview, tactics_preview
from smartgoals.documents.imports import TableKind, read_check_ins, table_kind, with_check_ins
from smartgoals.documents.plan_file import FORMAT
from smartgoals.documents.tactic_rows import read_tactics
from smartgoals.language import tr

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from smartgoals.documents.csv_reader import Table
    from smartgoals.documents.import_preview import ImportPreview
    from smartgoals.documents.imports import FoundCheckIns
    from smartgoals.documents.tactic_rows import FoundTactics
    from smartgoals.domain.plan import Plan
    from smartgoals.formats import Formats


@dataclass(frozen=True, slots=True)
class TableImport:
    """What a table adds to a plan."""

    kind: TableKind
    preview: ImportPreview
    added_to: Callable[[Plan, dt.date], Plan]
    """Returns the plan with it, on that day; what does not fit is left out."""


def read_into(plan: Plan, table: Table, formats: Formats, today: dt.date) -> TableImport:
    """Return what the table would add to the plan.

    Raises:
        TableTextError: it is a plan file, which is a plan of its own.
    """
    if any(f'"{FORMAT}"' in cell for row in table.rows[:9] for cell in row.cells):
        raise TableTextError(tr("This is a plan file: it is added as a plan of its own."))
    kind = table_kind(table, formats)
    if kind is TableKind.CHECK_INS:
        values = read_check_ins(table, plan, formats, today)
        preview = check_ins_preview(values, plan, formats)
        return TableImport(kind, preview, partial(_with_values, values=values))
    tactics = read_tactics(table, formats).new_to(plan)
    preview = tactics_preview(tactics, plan, formats)
    return TableImport(kind, preview, partial(_with_tactics, found=tactics))


def _with_values(plan: Plan, today: dt.date, values: FoundCheckIns) -> Plan:
    return with_check_ins(plan, values.entries, today)


def _with_tactics(plan: Plan, _today: dt.date, found: FoundTactics) -> Plan:
    return plan.replace(tactics=plan.tactics + found.new_to(plan).tactics)
