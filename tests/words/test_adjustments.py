from __future__ import annotations

import datetime as dt

import pytest

from smartgoals.domain.adjustments import FieldWords, logged
from smartgoals.domain.metric import Metric
from smartgoals.domain.plan import Plan
from smartgoals.domain.tactic import Recurrence, Tactic
from smartgoals.domain.terms import Direction
from smartgoals.formats import Formats
from smartgoals.words.adjustments import adjustment_text, field_label, field_value

FORMATS = Formats("en_GB")
TODAY = dt.date(2027, 4, 14)
WORDS = FieldWords(
    lambda plan, field: field_label(plan, field, FORMATS),
    lambda plan, field: field_value(plan, field, FORMATS),
)


def sentences(old: Plan, new: Plan) -> list[str]:
    return [adjustment_text(change) for change in logged(old, new, TODAY, WORDS).adjustments]


def changed(plan: Plan, what: str) -> Plan:
    metric, tactic = plan.metric("reach"), plan.tactic("video")
    return {
        "due": plan.replace(due=dt.date(2027, 7, 14)),
        "target": plan.with_metric(metric.replace(target=FORMATS.parse_target("540", metric.kind))),
        "keep": plan.with_metric(metric.replace(direction=Direction.AT_LEAST)),
        "new metric": plan.with_metric(Metric(name="Guests")),
        "no metric": plan.without_metric("reach"),
        "new tactic": plan.with_tactic(Tactic(name="Write 3 letters")),
        "no tactic": plan.without_tactic("video"),
        "name": plan.with_tactic(tactic.replace(name="Film 2 walks")),
        "when": plan.with_tactic(tactic.replace(due=None, recurrence=Recurrence(month_day=30))),
        "who": plan.with_tactic(tactic.replace(owners=("Ana", "Jo"))),
        "park": plan.with_tactic(tactic.replace(parked=True, parked_until="Jo is back")),
        "resume": plan.with_tactic(plan.tactic("podcast").replace(parked=False)),
    }[what]


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("due", "Due date moved from 14 June 2027 to 14 July 2027."),
        ("target", "Target of reach per post changed from 1,000 to 540."),
        ("keep", "Target of reach per post changed from 1,000 to stay at or above 1,000."),
        ("new metric", "New metric: Guests."),
        ("no metric", "Metric taken out: reach per post."),
        ("new tactic", "New tactic: Write 3 letters."),
        ("no tactic", "Tactic taken out: Film 1 walk to our door."),
        ("name", "Tactic “Film 1 walk to our door” is now “Film 2 walks”."),
        (
            "when",
            "“Film 1 walk to our door” moved from 30 Apr 2027 to by the 30th of every month.",
        ),
        ("who", "“Film 1 walk to our door” passed from Jo to Ana and Jo."),
        ("park", "“Film 1 walk to our door” put aside: Jo is back."),
        ("resume", "“Start our own podcast” taken up again."),
    ],
)
def test_each_change_is_told_in_a_sentence(cafe: Plan, what: str, sentence: str) -> None:
    assert sentences(cafe, changed(cafe, what)) == [sentence]
