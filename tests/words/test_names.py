"""What the terms of the domain are called."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from smartgoals.domain import terms
from smartgoals.domain.metric import Metric
from smartgoals.words import names

if TYPE_CHECKING:
    from collections.abc import Callable

NAMED = [
    (names.step_name, terms.Step),
    (names.letter_name, terms.Letter),
    (names.verdict_name, terms.Verdict),
    (names.status_name, terms.Status),
    (names.plan_state_name, terms.PlanState),
    (names.outcome_name, terms.Outcome),
    (names.quadrant_name, terms.Quadrant),
    (names.quadrant_advice, terms.Quadrant),
    (names.direction_name, terms.Direction),
    (names.metric_kind_name, terms.MetricKind),
    (names.period_name, terms.Period),
    (names.frequency_name, terms.Frequency),
    (names.hours_basis_name, terms.HoursBasis),
    (names.realism_name, terms.Realism),
    (names.rung_name, terms.Rung),
    (names.relation_name, terms.Relation),
    (names.breadth_name, terms.Breadth),
    (names.buying_role_name, terms.BuyingRole),
]


@pytest.mark.parametrize(("name", "members"), NAMED)
def test_every_term_has_a_name_of_its_own(name: Callable[[Any], str], members: Any) -> None:
    called = [name(member) for member in members]
    assert all(called)
    assert len(set(called)) == len(called)


def test_a_metric_has_the_users_name_before_the_librarys() -> None:
    assert names.metric_name(Metric(name=" Fans ", library_id="m01")) == "Fans"
    assert names.metric_name(Metric(library_id="m01")) == "Followers"
    assert names.metric_name(Metric(library_id="gone")) == ""
    assert names.metric_name(Metric()) == ""


def test_every_maturity_has_a_name() -> None:
    assert all(names.maturity_name(level) for level in (1, 2, 3))


@pytest.mark.parametrize(
    "module", ["smartgoals.words.names", "smartgoals.words.sentences", "smartgoals.formats"]
)
def test_words_for_the_first_window_come_without_pydantic(module: str) -> None:
    code = f"import sys, {module}; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
