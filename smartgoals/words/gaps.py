"""What is open in a plan: one friendly sentence for each gap, and a short name."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from smartgoals.domain.gap import GapCode
from smartgoals.language import ngettext, tr
from smartgoals.words.names import library_name, short

if TYPE_CHECKING:
    from smartgoals.domain.gap import Gap
    from smartgoals.formats import Formats

_A_DAY = dt.date(2027, 6, 14)
_COUNTED = frozenset(
    {
        GapCode.TACTIC_UNNAMED,
        GapCode.TACTIC_WITHOUT_OWNER,
        GapCode.TACTIC_WITHOUT_DATE,
        GapCode.TACTIC_NOT_SCORED,
        GapCode.TACTIC_OUTSIDE_TIME,
    }
)


def gap_name(gap: Gap) -> str:
    """Return what is open in a word or two, such as "due date" or "target of “Fans”"."""
    name = _name(gap)
    if gap.code is GapCode.UNREAD:
        return tr("what “{text}” means").format(text=short(gap.text, 30))
    pattern = _short_names().get(gap.code)
    return pattern.format(name=name) if pattern else gap.subject or tr("one more text")


def gap_text(gap: Gap, formats: Formats) -> str:
    """Return what is open, why it matters and what to do about it."""
    if gap.code is GapCode.UNREAD:
        return _unread_text(gap, formats)
    if gap.code in _COUNTED:
        return _counted_text(gap)
    sentence = _sentences()[gap.code]
    text = sentence.format(name=_name(gap), text=short(gap.subject), count=gap.count)
    return formats.upper_first(text)


def _name(gap: Gap) -> str:
    name = gap.subject or library_name(gap.library_id)
    return tr("“{text}”").format(text=short(name)) if name else tr("this one")


def _short_names() -> dict[GapCode, str]:
    return {
        GapCode.GOAL_MISSING: tr("broad goal"),
        GapCode.METRIC_MISSING: tr("a metric"),
        GapCode.METRIC_UNNAMED: tr("name of a metric"),
        GapCode.BASELINE_MISSING: tr("present value of {name}"),
        GapCode.TARGET_MISSING: tr("target of {name}"),
        GapCode.START_MISSING: tr("start"),
        GapCode.DUE_MISSING: tr("due date"),
        GapCode.DUE_BEFORE_START: tr("due date after the start"),
        GapCode.TACTIC_MISSING: tr("a tactic"),
        GapCode.TARGET_IS_BASELINE: tr("target of {name}"),
        GapCode.TARGET_FROM_ZERO: tr("target of {name}"),
        GapCode.TARGET_AGAINST_DIRECTION: tr("target of {name}"),
        GapCode.TARGET_IMPOSSIBLE: tr("target of {name}"),
        GapCode.DESCRIPTION_TOO_LONG: tr("what you do"),
        GapCode.NOT_ALIGNED: tr("goal of the business"),
        GapCode.TACTIC_UNNAMED: tr("name of a tactic"),
        GapCode.TACTIC_WITHOUT_OWNER: tr("who does what"),
        GapCode.TACTIC_WITHOUT_DATE: tr("date of {name}"),
        GapCode.TACTIC_NOT_SCORED: tr("value and complexity of {name}"),
        GapCode.TACTIC_OUTSIDE_TIME: tr("date of {name}"),
        GapCode.OVER_CAPACITY: tr("hours a week"),
        GapCode.AUDIENCE_UNNAMED: tr("name of the audience"),
        GapCode.CHANNEL_WITHOUT_REASON: tr("reason for {name}"),
        GapCode.CHANNEL_WITHOUT_MEASURE: tr("measure for {name}"),
        GapCode.RETURN_MISSING: tr("expected return"),
        GapCode.COSTS_MISSING: tr("costs"),
    }


def _sentences() -> dict[GapCode, str]:
    return {
        **_sentences_on_what_is_missing(),
        **_sentences_on_targets(),
        **_sentences_on_the_plan(),
        **_sentences_on_the_strategy(),
    }


def _sentences_on_what_is_missing() -> dict[GapCode, str]:
    return {
        GapCode.GOAL_MISSING: tr(
            "What do you want to reach? One broad sentence is a good beginning."
        ),
        GapCode.METRIC_MISSING: tr(
            "How will you see that it worked? Please pick one number that you can read."
        ),
        GapCode.METRIC_UNNAMED: tr("One metric has no name yet; please say what it counts."),
        GapCode.BASELINE_MISSING: tr(
            "Where does {name} stand now? Write the number, or choose “not known yet”."
        ),
        GapCode.TARGET_MISSING: tr(
            "Where is {name} to go? With a target everybody can see whether it worked."
        ),
        GapCode.START_MISSING: tr("When do you begin? Progress is counted from that day."),
        GapCode.DUE_MISSING: tr("By when? A date turns the wish into a plan."),
        GapCode.DUE_BEFORE_START: tr(
            "The due date lies before the start; please change one of the two."
        ),
        GapCode.TACTIC_MISSING: tr("What will you do for it? Please write down one tactic."),
    }


def _sentences_on_targets() -> dict[GapCode, str]:
    return {
        GapCode.TARGET_IS_BASELINE: tr(
            "{name} is at its target already. Aim further, or choose to stay at that level."
        ),
        GapCode.TARGET_FROM_ZERO: tr(
            "{name} starts from 0, and any part of 0 is 0. Please write the number to reach."
        ),
        GapCode.TARGET_AGAINST_DIRECTION: tr(
            "The target of {name} lies the other way than its direction. "
            "Please turn one of the two round."
        ),
        GapCode.TARGET_IMPOSSIBLE: tr(
            "{name} can never be so low or so high. Please look at the target again."
        ),
    }


def _sentences_on_the_plan() -> dict[GapCode, str]:
    return {
        GapCode.TEXT_TOO_LONG: tr(
            "“{text}” goes on for {count} characters; the goal sheet has room for about 300. "
            "Nothing is lost, but shorter is clearer."
        ),
        GapCode.DESCRIPTION_TOO_LONG: tr(
            "What you do takes {count} characters; in 140 everybody will remember it."
        ),
        GapCode.NOT_ALIGNED: tr(
            "Which goal of the business does this serve? Tie it to one; a marketing goal will do."
        ),
        GapCode.OVER_CAPACITY: tr(
            "More hours are planned than there are. Park a tactic, or find more time."
        ),
    }


def _sentences_on_the_strategy() -> dict[GapCode, str]:
    return {
        GapCode.AUDIENCE_UNNAMED: tr(
            "Who is this audience? A word such as “office managers” is enough."
        ),
        GapCode.CHANNEL_WITHOUT_REASON: tr(
            "Why are you on {name}? A channel is worth its hours only for a reason."
        ),
        GapCode.CHANNEL_WITHOUT_MEASURE: tr(
            "How will you see that {name} works? Please give it one measure."
        ),
        GapCode.RETURN_MISSING: tr(
            "The costs are there. Add the profit that you expect, and you will see what they bring."
        ),
        GapCode.COSTS_MISSING: tr(
            "The return is there. Add what it costs, and you will see whether it pays."
        ),
    }


def _unread_text(gap: Gap, formats: Formats) -> str:
    place = gap.field.rpartition(".")[2]
    if place in {"start", "due"}:
        sentence = tr("“{text}” is kept, but is not a date yet. Please write it such as {day}.")
    elif place == "target":
        sentence = tr(
            "“{text}” is kept, but is not a target yet. Please write it such as 1500 or +15 %."
        )
    elif place == "recent_values":
        sentence = tr(
            "“{text}” is kept, but is not a list of numbers yet. Please look at it again."
        )
    elif place == "currency":
        sentence = tr(
            "“{text}” is kept, but is not a currency yet. Please write its three letters, such as "
            "EUR or USD."
        )
    else:
        sentence = tr("“{text}” is kept, but is not a number yet. Please write it in digits.")
    text = sentence.format(text=short(gap.text), day=formats.day(_A_DAY))
    if not (gap.subject or gap.library_id):
        return text
    return tr("{name}: {sentence}").format(name=_name(gap), sentence=text)


def _counted_text(gap: Gap) -> str:
    count = gap.count
    text = {
        GapCode.TACTIC_UNNAMED: ngettext(
            "A tactic has no name yet; please say what is to be done.",
            "{count} tactics have no name yet; please say what is to be done.",
            count,
        ),
        GapCode.TACTIC_WITHOUT_OWNER: ngettext(
            "Who does {name}? With a name beside it, it gets done.",
            "{count} tactics have nobody who does them, {name} among them. Who will?",
            count,
        ),
        GapCode.TACTIC_WITHOUT_DATE: ngettext(
            "By when is {name} done? Give it a date, or say how often it comes again.",
            "{count} tactics have no date, {name} among them. By when, or how often?",
            count,
        ),
        GapCode.TACTIC_NOT_SCORED: ngettext(
            "What is {name} worth, and how hard is it? A quick guess puts it in order.",
            "{count} tactics have no scores, {name} among them. Quick guesses put them in order.",
            count,
        ),
        GapCode.TACTIC_OUTSIDE_TIME: ngettext(
            "The date of {name} lies outside the time of the plan; is that meant?",
            "{count} tactics, {name} among them, have dates outside the time of the plan; "
            "is that meant?",
            count,
        ),
    }[gap.code]
    return text.format(name=_name(gap), count=count)
