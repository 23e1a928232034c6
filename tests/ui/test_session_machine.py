"""Edits, undo, redo, saves, reloads, the trash and backups at random: nothing is ever another.

The plan loaded equals the plan on the screen, and every other plan is as it was left.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Collection
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple, TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from smartgoals.domain.metric import Metric, Target
from smartgoals.domain.plan import Plan
from smartgoals.domain.tactic import Tactic
from smartgoals.formats import Formats
from smartgoals.storage.backups import back_up
from smartgoals.storage.recover import open_plans
from smartgoals.storage.restore import restore_into
from smartgoals.ui.session import PlanSession, SaveState
from tests.hostile import TEXTS
from tests.rounds import rounds

AnyThing = TypeVar("AnyThing")

FIELDS = ("broad_goal", "title", "specific", "brand")
TEXT = st.sampled_from([text[:200] for text in TEXTS]) | st.text(max_size=40)
ANY = st.integers(0, 99)
"""Which one of several, counted round."""


class Stored(NamedTuple):
    """What the file holds, as far as she knows."""

    plans: dict[str, Plan]
    trashed: tuple[str, ...]


def nth(things: Collection[AnyThing], number: int) -> AnyThing:
    """Return one of the things in the order in which they came.

    By their names, which are made at random, a story told again would go on with another one.
    """
    return list(things)[number % len(things)]


class Work(RuleBasedStateMachine):
    """A session on a store, beside a model of both that is nothing but lists."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.stored = Stored({}, ())
        self.backups: dict[Path, Stored] = {}
        self.store, _ = open_plans(self.folder)
        self.put(Plan())

    def put(self, plan: Plan) -> None:
        """Put the plan on the screen."""
        self.session = PlanSession(self.store, plan, Formats("en_GB"))
        self.steps = [(plan, "")]
        self.at = 0
        self.merges = False

    @property
    def on_screen(self) -> Plan:
        return self.steps[self.at][0]

    # What she does with a plan

    def edit(self, plan: Plan, key: str = "") -> None:
        if plan != self.on_screen:
            is_last = self.at == len(self.steps) - 1
            merges = self.merges and is_last and key != "" and key == self.steps[self.at][1]
            del self.steps[self.at + (not merges) :]
            self.steps.append((plan, key))
            self.at = len(self.steps) - 1
            self.merges = True
        self.session.edit(plan, "Edit", key=key)

    @rule(field=st.sampled_from(FIELDS), text=TEXT)
    def write(self, field: str, text: str) -> None:
        self.edit(self.on_screen.replace(**{field: text}), field)

    @rule(name=TEXT, value=st.integers(1, 10))
    def add_a_tactic(self, name: str, value: int) -> None:
        tactic = Tactic(name=name, value=value)
        self.edit(self.on_screen.replace(tactics=(*self.on_screen.tactics, tactic)))

    @rule(name=TEXT, amount=st.decimals(-999, 999, places=2))
    def add_a_metric(self, name: str, amount: Decimal) -> None:
        metric = Metric(name=name, target=Target(amount=amount))
        self.edit(self.on_screen.replace(metrics=(*self.on_screen.metrics, metric)[-4:]))

    @rule()
    def turn_the_tactics_round(self) -> None:
        self.edit(self.on_screen.replace(tactics=self.on_screen.tactics[::-1]))

    @rule()
    def drop_a_tactic(self) -> None:
        self.edit(self.on_screen.replace(tactics=self.on_screen.tactics[1:]))

    @rule()
    def leave_the_field(self) -> None:
        self.session.close_step()
        self.merges = False

    @rule()
    def undo(self) -> None:
        self.session.undo_stack.undo()
        self.at = max(self.at - 1, 0)
        self.merges = self.at > 0

    @rule()
    def redo(self) -> None:
        self.session.undo_stack.redo()
        self.at = min(self.at + 1, len(self.steps) - 1)
        self.merges = self.at > 0

    # What becomes of it

    @rule()
    def save(self) -> None:
        assert self.session.save()
        assert self.session.save_state is SaveState.SAVED
        plan = self.on_screen
        if self.steps[0][0] != plan or plan.id in self.stored.plans:
            self.stored.plans[plan.id] = plan
        if plan.id in self.stored.plans:
            assert self.store.load(plan.id) == plan

    @rule()
    def start_another(self) -> None:
        self.save()
        self.put(Plan())

    @precondition(lambda self: self.stored.plans)
    @rule(number=ANY)
    def open_one(self, number: int) -> None:
        self.save()
        plan_id = nth(self.stored.plans, number)
        self.put(self.store.load(plan_id))
        assert self.on_screen == self.stored.plans[plan_id]

    @rule()
    def start_again_tomorrow(self) -> None:
        self.save()
        self.store.close()
        self.store, recovery = open_plans(self.folder, thorough=True)
        assert recovery is None
        plan_id = self.on_screen.id
        self.put(self.store.load(plan_id) if plan_id in self.stored.plans else Plan())

    @precondition(lambda self: self.stored.plans)
    @rule(number=ANY)
    def throw_away(self, number: int) -> None:
        plan_id = nth(self.stored.plans, number)
        self.store.trash(plan_id)
        self.stored = self.stored._replace(trashed=(*self._trashed_but(plan_id), plan_id))

    @precondition(lambda self: self.stored.trashed)
    @rule(number=ANY)
    def bring_back(self, number: int) -> None:
        plan_id = nth(self.stored.trashed, number)
        self.store.restore(plan_id)
        self.stored = self.stored._replace(trashed=self._trashed_but(plan_id))

    @precondition(lambda self: self.stored.trashed)
    @rule(number=ANY)
    def delete(self, number: int) -> None:
        plan_id = nth(self.stored.trashed, number)
        if plan_id == self.on_screen.id:
            self.start_another()
        self.store.delete_forever(plan_id)
        del self.stored.plans[plan_id]
        self.stored = self.stored._replace(trashed=self._trashed_but(plan_id))

    def _trashed_but(self, plan_id: str) -> tuple[str, ...]:
        return tuple(each for each in self.stored.trashed if each != plan_id)

    @rule()
    def make_a_backup(self) -> None:
        backup = back_up(self.store.path)
        if backup is not None:
            self.backups[backup.path] = self.stored._replace(plans=dict(self.stored.plans))

    @precondition(lambda self: self.backups)
    @rule(number=ANY)
    def go_back(self, number: int) -> None:
        self.save()
        path = nth(self.backups, number)
        self.backups[restore_into(self.store, path)] = self.stored
        then = self.backups[path]
        self.stored = then._replace(plans=dict(then.plans))
        self.put(Plan())

    # What always holds

    @invariant()
    def the_screen_shows_the_plan(self) -> None:
        if hasattr(self, "session"):
            assert self.session.plan == self.on_screen

    @rule()
    def look_at_all(self) -> None:
        loaded = {plan_id: self.store.load(plan_id) for plan_id in self.stored.plans}
        assert loaded == self.stored.plans
        listed = {line.id for line in self.store.overviews()}
        assert listed == self.stored.plans.keys() - set(self.stored.trashed)
        trashed = {line.id for line in self.store.overviews(trashed=True)}
        assert trashed == set(self.stored.trashed)

    def teardown(self) -> None:
        if hasattr(self, "session"):
            self.start_again_tomorrow()
            self.look_at_all()
            self.store.close()
            shutil.rmtree(self.folder)


@pytest.mark.usefixtures("qapp")
class TestWork(Work.TestCase):  # type: ignore[misc, valid-type]
    settings = settings(
        max_examples=rounds(12, 500),
        stateful_step_count=40,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    )
