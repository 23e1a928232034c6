"""Tables taken into a plan: which rows fit, what is wrong with the others, the plan with them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from smartgoals.documents.columns import Column, columns_of, day_reader
from smartgoals.documents.metric_reference import MetricReferenceError, find_metric
from smartgoals.documents.series import Entry, RowProblem, read_series
from smartgoals.domain.check_in import CheckIn
from smartgoals.domain.check_ins import with_series
from smartgoals.domain.course import DatedValue
from smartgoals.domain.text import MAX_TEXT
from smartgoals.domain.value import MAX_AMOUNT
from smartgoals.language import tr

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from smartgoals.documents.csv_reader import Table
    from smartgoals.domain.plan import Plan
    from smartgoals.domain.terms import MetricKind
    from smartgoals.formats import Formats


class TableKind(StrEnum):
    """What the rows of a table are."""

    TACTICS = "tactics"
    CHECK_INS = "check_ins"


@dataclass(frozen=True, slots=True)
class FoundCheckIns:
    """The values and notes that fit, each with the id of its metric, and the rows that do not."""

    entries: tuple[Entry, ...]
    problems: tuple[RowProblem, ...]


def table_kind(table: Table, formats: Formats) -> TableKind:
    """Return what the rows are: check-ins when each has a date and a value, else tactics."""
    first = table.rows[0]
    found = columns_of(first, (Column.DATE, Column.VALUE, Column.TACTIC, Column.METRIC))
    if found.keys() >= {Column.DATE, Column.VALUE}:
        return TableKind.CHECK_INS
    if Column.TACTIC in found:
        return TableKind.TACTICS
    days = [row.cell(0) for row in table.rows] + [row.cell(1) for row in table.rows]
    return TableKind.CHECK_INS if _has_days(days, formats) else TableKind.TACTICS


def read_check_ins(
    table: Table, plan: Plan, formats: Formats, today: dt.date, metric_id: str = ""
) -> FoundCheckIns:
    """Return the values of the table that the plan can take, by the id of their metric.

    ``metric_id`` is of the metric that rows without a name are about.
    """
    known = _Metrics(plan, formats, metric_id)
    series = read_series(table, formats, known.kind, takes_notes=True)
    entries, problems = [], list(series.problems)
    for entry in series.entries:
        sentence = known.complaint(entry, today)
        if sentence:
            text = f"{formats.medium_day(entry.day)} · {formats.number(entry.value)}"
            problems.append(RowProblem(entry.row, text, sentence))
        else:
            entries.append(known.settled(entry))
    return FoundCheckIns(tuple(entries), tuple(sorted(problems, key=lambda each: each.row)))


def with_check_ins(plan: Plan, entries: Iterable[Entry], today: dt.date) -> Plan:
    """Return the plan with the values entered; of several of one day the last one counts."""
    values: dict[str, list[DatedValue]] = {}
    notes: dict[dt.date, list[str]] = {}
    for entry in entries:
        if entry.value is not None:
            values.setdefault(entry.metric, []).append(DatedValue(entry.day, entry.value))
        if entry.note and entry.note not in notes.get(entry.day, []):
            notes.setdefault(entry.day, []).append(entry.note)
    for metric_id, dated in values.items():
        plan = with_series(plan, metric_id, dated, today=today)
    return _with_notes(plan, {day: "\n".join(texts)[:MAX_TEXT] for day, texts in notes.items()})


def _with_notes(plan: Plan, notes: dict[dt.date, str]) -> Plan:
    kept = {check_in.day: check_in for check_in in plan.check_ins}
    for day, note in notes.items():
        kept[day] = kept.get(day, CheckIn(day=day)).replace(note=note)
    changed = sorted(kept.values(), key=lambda each: each.day)
    return plan.replace(check_ins=tuple(changed)) if notes else plan


def _has_days(texts: list[str], formats: Formats) -> bool:
    """Return whether half of the rows have a date in one of their first two cells."""
    read = day_reader(texts, formats)
    days = 0
    for text in texts:
        try:
            read(text)
        except ValueError:
            continue
        days += 1
    return 4 * days >= len(texts)


class _Metrics:
    """Knows which metric a row means; each name is looked up once."""

    def __init__(self, plan: Plan, formats: Formats, unnamed_id: str) -> None:
        self._plan = plan
        self._formats = formats
        self._unnamed_id = unnamed_id
        self._found: dict[str, tuple[str, MetricKind | None, str]] = {}

    def kind(self, name: str) -> MetricKind | None:
        return self._look_up(name)[1]

    def complaint(self, entry: Entry, today: dt.date) -> str:
        """Return why the plan cannot take the value; blank when it can."""
        if entry.day > today:
            return tr("That day is still to come.")
        if len(entry.note) > MAX_TEXT:
            return tr("The note is too long.")
        if entry.value is None:
            return ""
        if abs(entry.value) >= MAX_AMOUNT:
            return tr("That number is too large to plan with.")
        return self._look_up(entry.metric)[2]

    def settled(self, entry: Entry) -> Entry:
        """Return the entry with the id of its metric in the place of the name."""
        metric_id = self._look_up(entry.metric)[0] if entry.value is not None else ""
        return Entry(entry.row, entry.day, entry.value, metric_id, entry.note)

    def _look_up(self, name: str) -> tuple[str, MetricKind | None, str]:
        """Return id and kind of the metric, and what is wrong with the name."""
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    def _find(self, name: str) -> tuple[str, MetricKind | None, str]:
        metrics = self._plan.metrics
        if not name and self._unnamed_id:
            metrics = (self._plan.metric(self._unnamed_id),)
        if not name:
            if len(metrics) == 1:
                return metrics[0].id, metrics[0].kind, ""
            return "", None, tr("The row does not say which metric it is about.")
        try:
            metric = find_metric(self._plan, name, self._formats)
        except MetricReferenceError as error:
            return "", None, str(error)
        return metric.id, metric.kind, ""
