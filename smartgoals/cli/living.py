"""The commands of a plan's life: a check-in, its closing, a copy to begin anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartgoals.cli.output import BAD_USE, CommandError, print_text, tell
from smartgoals.cli.stored_plans import changed, loaded, open_to_change
from smartgoals.domain.clock import today
from smartgoals.folders import data_folder
from smartgoals.language import tr

if TYPE_CHECKING:
    import argparse
    import datetime as dt

    from smartgoals.domain.plan import Plan
    from smartgoals.formats import Formats


def check_in(options: argparse.Namespace) -> None:
    """Enter the value of a metric and print in one sentence where it stands."""
    from smartgoals.documents.metric_reference import MetricReferenceError, find_metric
    from smartgoals.domain.check_ins import CheckInError, with_check_in
    from smartgoals.domain.progress import metric_progress
    from smartgoals.formats import FormatError
    from smartgoals.formats.system import system_formats
    from smartgoals.words.check_ins import check_in_fault_text
    from smartgoals.words.entered import entered_text
    from smartgoals.words.format_errors import format_error_text

    formats = system_formats()

    def enter(plan: Plan) -> Plan:
        metric = find_metric(plan, options.metric, formats)
        value = formats.parse_number(options.value, metric.kind)
        day = options.on or today()
        return with_check_in(plan, day, {metric.id: value}, options.note, today=today())

    try:
        # Settled before the file is opened for writing, so that a slip changes nothing at all.
        enter(loaded(options))
        plan = changed(options, enter)
    except MetricReferenceError as error:
        raise CommandError(str(error), BAD_USE) from error
    except FormatError as error:
        raise CommandError(format_error_text(error, formats), BAD_USE) from error
    except CheckInError as error:
        raise CommandError(check_in_fault_text(error.fault), BAD_USE) from error
    found = metric_progress(plan, find_metric(plan, options.metric, formats), today())
    print_text(entered_text(found, formats, plan.currency))
    if doubt := _doubt(plan, options, formats):
        tell(doubt)


def _doubt(plan: Plan, options: argparse.Namespace, formats: Formats) -> str:
    """Return what is to be asked about the value that was entered; blank for nothing."""
    from smartgoals.documents.metric_reference import find_metric
    from smartgoals.domain.course import readings
    from smartgoals.words.check_ins import doubt_text

    metric, day = find_metric(plan, options.metric, formats), options.on or today()
    value = formats.parse_number(options.value, metric.kind)
    earlier = [each.value for each in readings(plan, metric.id) if each.day != day]
    return doubt_text(metric, value, earlier, formats, plan.currency)


def close(options: argparse.Namespace) -> None:
    """Close the plan and print how."""
    from smartgoals.domain import closing
    from smartgoals.domain.terms import Outcome
    from smartgoals.formats.system import system_formats
    from smartgoals.words.names import outcome_name

    day, outcome = _not_later(options.on), Outcome(options.outcome)

    def end(plan: Plan) -> Plan:
        lesson = options.lesson
        if lesson is None:
            lesson = plan.closing.lesson if plan.closing is not None else ""
        return closing.close(plan, outcome, lesson, day)

    changed(options, end)
    sentence = tr("Closed on {day}: {outcome}.")
    day_text = system_formats().day(day)
    print_text(sentence.format(day=day_text, outcome=outcome_name(outcome)))


def duplicate(options: argparse.Namespace) -> None:
    """Add a copy of the plan and print its id."""
    from smartgoals.domain import carry_over

    plan = loaded(options)
    title = options.title
    if title is None:
        title = tr("{title} (copy)").format(title=plan.name or tr("Plan without a name"))
    copy = carry_over.duplicate(plan, title)
    with open_to_change(data_folder(options.data_dir)) as store:
        store.save(copy)
    print_text(copy.id)


def _not_later(day: dt.date | None) -> dt.date:
    if day is not None and day > today():
        raise CommandError(tr("That day is still to come."), BAD_USE)
    return day or today()
