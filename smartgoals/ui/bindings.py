"""Where in a plan the value of a field lives."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from smartgoals.domain.plan import Plan


@dataclass(frozen=True)
class Binding:
    """A place in the plan: how it is read and replaced, and what an edit of it is called.

    ``field`` is the name by which gaps and the coach speak of the place, such as
    ``metric.<id>.target``. ``write`` raises ``pydantic.ValidationError`` for a value
    that the place does not take.
    """

    field: str
    label: str
    read: Callable[[Plan], Any]
    write: Callable[[Plan, Any], Plan]

    def is_in(self, plan: Plan) -> bool:
        """Return whether the plan has the metric, tactic or other part that the place is in."""
        try:
            self.read(plan)
        except KeyError:
            return False
        return True


def plan_binding(name: str, label: str) -> Binding:
    """Return the place of a field of the plan itself."""
    return Binding(
        name, label, lambda plan: getattr(plan, name), lambda plan, v: plan.replace(**{name: v})
    )


def nested_binding(part: str, name: str, label: str) -> Binding:
    """Return the place of a field of one of the strategy parts, such as ``message.human``."""
    return Binding(
        f"{part}.{name}",
        label,
        lambda plan: getattr(getattr(plan, part), name),
        lambda plan, v: plan.replace(**{part: getattr(plan, part).replace(**{name: v})}),
    )


def metric_binding(metric_id: str, name: str, label: str) -> Binding:
    """Return the place of a field of one metric."""
    return Binding(
        f"metric.{metric_id}.{name}",
        label,
        lambda plan: getattr(plan.metric(metric_id), name),
        lambda plan, v: plan.with_metric(plan.metric(metric_id).replace(**{name: v})),
    )


def tactic_binding(tactic_id: str, name: str, label: str) -> Binding:
    """Return the place of a field of one tactic."""
    return Binding(
        f"tactic.{tactic_id}.{name}",
        label,
        lambda plan: getattr(plan.tactic(tactic_id), name),
        lambda plan, v: plan.with_tactic(plan.tactic(tactic_id).replace(**{name: v})),
    )
