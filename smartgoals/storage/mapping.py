"""Plans to rows and back, by the names of their fields."""

import datetime as dt
import json
from decimal import Decimal
from functools import cache
from typing import Any, cast

from sqlalchemy import Table, delete, insert
from sqlalchemy.orm import Session

from smartgoals.domain.metric import Metric
from smartgoals.domain.plan import Plan
from smartgoals.domain.progress import metric_progress, plan_state
from smartgoals.domain.value import Value, plain
from smartgoals.storage.overview import Standing
from smartgoals.storage.seal import seal
from smartgoals.storage.tables import PartRow, PlanRow, Row

_DAYS_TO_COME = 60
"""Check-ins to come, as after the clock was put back, that the list of plans knows ahead."""


def plan_row(plan: Plan, today: dt.date) -> PlanRow:
    """Return the rows of the plan with all its parts, without what only the store knows."""
    row = head_row(plan, today)
    for relation in PlanRow.__mapper__.relationships:
        row_class = relation.mapper.class_
        parts = _part_rows(getattr(plan, relation.key), row_class, plan.id)
        setattr(row, relation.key, [row_class(**fields) for fields in parts])
    return row


def head_row(plan: Plan, today: dt.date) -> PlanRow:
    """Return the row of the plan itself, without its parts and what only the store knows."""
    return PlanRow(
        **_fields(plan, PlanRow),
        seal=seal(plan),
        name=plan.name,
        state=plan_state(plan),
        progresses=_progresses(plan, today),
        last_check_in=max((check_in.day for check_in in plan.check_ins), default=None),
    )


def write_parts(session: Session, plan: Plan, stored: Plan | None) -> None:
    """Write the parts of a plan that is in the file; those that stand there already are left.

    ``stored`` is the plan that the file holds; None when that is not known.
    """
    for relation in PlanRow.__mapper__.relationships:
        parts = getattr(plan, relation.key)
        old = None if stored is None else getattr(stored, relation.key)
        if parts != old:
            _write_list(session, relation.mapper.class_, plan.id, parts, old)


def _write_list(
    session: Session,
    row_class: type[PartRow],
    plan_id: str,
    parts: tuple[Value, ...],
    old: tuple[Value, ...] | None,
) -> None:
    table = cast("Table", row_class.__table__)
    if old is None or len(old) > len(parts):
        gone = table.c.plan_id == plan_id, table.c.position >= (0 if old is None else len(parts))
        session.execute(delete(table).where(*gone))
    before = dict(enumerate(old or ()))
    rows = _part_rows(parts, row_class, plan_id)
    changed = [row for row in rows if parts[row["position"]] != before.get(row["position"])]
    if changed:
        session.execute(insert(table).prefix_with("OR REPLACE"), changed)


def plan_of(row: PlanRow) -> Plan | None:
    """Return the plan of the rows, or None when they are not what was saved."""
    try:
        plan = Plan.model_validate(row)
    except ValueError:
        return None
    return plan if seal(plan) == row.seal else None


def _fields(value: Value, row_class: type[Row]) -> dict[str, Any]:
    """Return the fields of the value that are columns, by name."""
    return {name: getattr(value, name) for name in _names(type(value), row_class)}


@cache
def _names(value_class: type[Value], row_class: type[Row]) -> tuple[str, ...]:
    columns = row_class.__mapper__.column_attrs.keys()
    return tuple(name for name in columns if name in value_class.model_fields)


def _part_rows(
    parts: tuple[Value, ...], row_class: type[PartRow], plan_id: str
) -> list[dict[str, Any]]:
    return [
        {**_fields(part, row_class), "plan_id": plan_id, "position": position}
        for position, part in enumerate(parts)
    ]


def _progresses(plan: Plan, today: dt.date) -> str:
    """Return what the status of each metric follows from, on this day and on later ones."""
    later = sorted({check_in.day for check_in in plan.check_ins if check_in.day > today})
    days = (today, *later[:_DAYS_TO_COME])
    return json.dumps([[_standing(plan, metric, day) for day in days] for metric in plan.metrics])


def _standing(plan: Plan, metric: Metric, day: dt.date) -> Standing:
    found = metric_progress(plan, metric, day)
    return {
        "since": day.isoformat(),
        "direction": metric.direction,
        "baseline": _text(found.baseline),
        "current": _text(found.current),
        "target": _text(found.target),
        "start": _text(found.start),
        "due": _text(found.due),
    }


def _text(value: Decimal | dt.date | None) -> str | None:
    if value is None:
        return None
    return plain(value) if isinstance(value, Decimal) else value.isoformat()
