"""The words of the help page: how a plan is made and by which rules it is judged."""

from __future__ import annotations

from smartgoals.language import tr


def help_sections() -> list[tuple[str, list[str]]]:
    """Return the sections of the help: a heading and its paragraphs."""
    return [
        (tr("From a wish to a plan"), _from_a_wish_to_a_plan()),
        (tr("Where you stand"), _where_you_stand()),
        (tr("What is realistic"), _what_is_realistic()),
        (tr("What to do first"), _what_to_do_first()),
        (tr("Money"), _money()),
        (tr("Your data"), _your_data()),
    ]


def _from_a_wish_to_a_plan() -> list[str]:
    return [
        tr(
            "A plan begins with the business: what it wants, and which of its goals social "
            "media can serve. Then comes one broad goal, one to three numbers that show "
            "whether it works, a time, and the tactics."
        ),
        tr(
            "You can go through the steps in any order, leave at any time and come back. "
            "Everything is saved while you type, and everything can be undone."
        ),
    ]


def _where_you_stand() -> list[str]:
    return [
        tr(
            "From the start to the due date a straight path leads from the first value to "
            "the target. On each day the path says what the number should be. Up to 10 "
            "points behind it is on track, up to 25 behind, further off track; 5 points "
            "before it is ahead. In the first tenth of the time it is too early to say."
        ),
        tr(
            "A number that is to fall is on its way when it falls. A number that is to "
            "stay is met or not met. A target that was reached can be lost again."
        ),
    ]


def _what_is_realistic() -> list[str]:
    return [
        tr(
            "Type four to twelve recent values of a number, and its target is compared "
            "with your own past: for followers the pace a week, for everything counted or "
            "averaged the average. Up to 1.5 times is realistic, up to 5 times is a "
            "stretch that needs a reason, from 5 times on it is not realistic. A target "
            "below your present trend is too easy."
        ),
        tr(
            "No figures of other companies are built in. Public studies of growth "
            "contradict each other, and none of them knows your customers. Your own "
            "numbers do."
        ),
    ]


def _what_to_do_first() -> list[str]:
    return [
        tr(
            "Value and complexity are quick guesses from 1 to 10. High value and low "
            "complexity comes first, then high value and high complexity, then low value "
            "and low complexity; the rest is better left out. Inside a quadrant the higher "
            "value goes first, then the lower complexity."
        ),
        tr(
            "When the tactics need more hours than you have, the program says by how many "
            "and which ones to park first. A parked tactic keeps its guesses."
        ),
    ]


def _money() -> list[str]:
    return [
        tr(
            "Return on investment is the return less the investment, divided by the "
            "investment. The return is the gross profit earned through social media before "
            "these costs. Where profit cannot be counted, the value of one unit, such as a "
            "lead, turns a number into money."
        ),
    ]


def _your_data() -> list[str]:
    return [
        tr(
            "All plans are in one file on this computer. The program needs no network and "
            "no account, and sends nothing anywhere."
        ),
    ]
