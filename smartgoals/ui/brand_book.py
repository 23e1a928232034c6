"""What other plans say of the brands and clients, for a plan to take over."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from smartgoals.domain.brands import brand_key, offers_something, written_goals
from smartgoals.storage.errors import StorageError

if TYPE_CHECKING:
    from smartgoals.domain.plan import Plan
    from smartgoals.storage.plan_list import PlanList
    from smartgoals.storage.store import PlanStore

MOST_READ = 4
"""Plans of a brand that are looked into."""


class BrandBook:
    """Knows the brands of all plans; without plans to look into it knows none."""

    def __init__(self, plans: PlanList | None = None, store: PlanStore | None = None) -> None:
        self._plans = plans
        self._store = store
        self._others: dict[str, list[Plan]] = {}
        """By brand, the plans that were looked into; they stay as they are meanwhile."""

    def names(self) -> list[str]:
        """Return the brands of all plans, by name."""
        if self._plans is None:
            return []
        with contextlib.suppress(StorageError):
            return [brand.name for brand in self._plans.brands()]
        return []

    def offer(self, plan: Plan) -> Plan | None:
        """Return another plan of its brand that says of the business what this one does not."""
        key = brand_key(plan.brand)
        if not key or (plan.description.strip() and written_goals(plan)):
            return None
        if key not in self._others:
            self._others[key] = self._read(key, plan.id)
        offering = [other for other in self._others[key] if offers_something(other, plan)]
        return max(offering, key=_wealth, default=None)

    def _read(self, key: str, but: str) -> list[Plan]:
        if self._plans is None or self._store is None:
            return []
        with contextlib.suppress(StorageError):
            ids = self._plans.latest_of(key, but, MOST_READ)
            return [self._store.read(plan_id) for plan_id in ids]
        return []


def _wealth(plan: Plan) -> int:
    """Return how much the plan says of the business; of equals the newest is taken."""
    return bool(plan.description.strip()) + bool(written_goals(plan))
