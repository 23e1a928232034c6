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
from smartgoals.storage.tables import PlanRow, Row

AnyRow = TypeVar("AnyRow", bound=Row)


def plan_row(plan: Plan, today: dt.date) -> PlanRow:
    """Return the rows of the plan, without what only the store knows."""
    return _row(
        plan,
        PlanRow,
        seal=seal(plan),
        name=plan.name,
        state=plan_state(plan),
        progresses=_progresses(plan, today),
    )


def plan_of(row: PlanRow) -> Plan | None:
    """Return the plan of the rows, or None when they are not what was saved."""
    try:
        plan = Plan.model_validate(row)
    except ValueError:
        return None
    return plan if seal(plan) == row.seal else None


def _row(value: Value, row_class: type[AnyRow], **others: Any) -> AnyRow:
    """Return the row of a value with the rows of its parts."""
    mapper = row_class.__mapper__
    names = [column.key for column in mapper.column_attrs if column.key not in others]
    fields = {name: getattr(value, name) for name in names if name in type(value).model_fields}
    row = row_class(**fields, **others)
    for relation in mapper.relationships:
        setattr(row, relation.key, _part_rows(getattr(value, relation.key), relation, row))
    return row


def _part_rows(
    parts: tuple[Value, ...], relation: RelationshipProperty[Any], owner: Row
) -> list[Row]:
    # A merge finds stored rows by their key, so it must be there before the flush sets it.
    key: dict[str, Any] = {
        str(theirs.key): getattr(owner, str(ours.key))
        for ours, theirs in relation.synchronize_pairs
    }
    row_class: type[Row] = relation.mapper.class_
    return [_row(part, row_class, **key, position=place) for place, part in enumerate(parts)]


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
