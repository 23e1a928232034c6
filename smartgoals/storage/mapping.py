"""Plans to rows and back, by the names of their fields."""

import datetime as dt
import json
from decimal import Decimal
from typing import Any, TypeVar

from sqlalchemy.orm import RelationshipProperty

from smartgoals.domain.metric import Metric
from smartgoals.domain.plan import Plan
from smartgoals.domain.progress import metric_progress, plan_state
from smartgoals.domain.value import Value, plain
from smartgoals.storage.overview import Standing
from smartgoals.storage.seal import seal
from smartgoals.storage.tables import PartRow, PlanRow, Row

AnyRow = TypeVar("AnyRow", bound=Row)


def plan_row(plan: Plan, today: dt.date, stored: Plan | None = None) -> PlanRow:
    """Return the rows of the plan, without what only the store knows.

    Lists of parts that are the same in the stored plan are left out: a merge leaves them as
    they are, which makes the save of a typed word cheap.
    """
    row = _row(
        plan,
        PlanRow,
        seal=seal(plan),
        name=plan.name,
        state=plan_state(plan),
        progresses=_progresses(plan, today),
        last_check_in=max((check_in.day for check_in in plan.check_ins), default=None),
    )
    for relation in PlanRow.__mapper__.relationships:
        parts = getattr(plan, relation.key)
        if stored is None or parts != getattr(stored, relation.key):
            setattr(row, relation.key, _part_rows(parts, relation, plan.id))
    return row


def plan_of(row: PlanRow) -> Plan | None:
    """Return the plan of the rows, or None when they are not what was saved."""
    try:
        plan = Plan.model_validate(row)
    except ValueError:
        return None
    return plan if seal(plan) == row.seal else None


def _row(value: Value, row_class: type[AnyRow], **others: Any) -> AnyRow:
    """Return the row that holds the fields of the value that are columns, and the others."""
    columns = row_class.__mapper__.column_attrs.keys()
    fields = {name: getattr(value, name) for name in columns if name in type(value).model_fields}
    return row_class(**fields, **others)


def _part_rows(
    parts: tuple[Value, ...], relation: RelationshipProperty[Any], plan_id: str
) -> list[PartRow]:
    # A merge finds stored rows by their key, so the key must be there before the flush.
    row_class: type[PartRow] = relation.mapper.class_
    return [
        _row(part, row_class, plan_id=plan_id, position=position)
        for position, part in enumerate(parts)
    ]


def _progresses(plan: Plan, today: dt.date) -> str:
    """Return what the status of each metric follows from, on this day and on later ones."""
    later = sorted({check_in.day for check_in in plan.check_ins if check_in.day > today})
    days = (today, *later)
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
