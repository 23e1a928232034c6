"""What the command line understands."""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import errno
import re
from pathlib import Path
from typing import TYPE_CHECKING

from smartgoals import __version__
from smartgoals.cli.argparse_words import speak_argparse
from smartgoals.cli.output import NOT_DONE, flush
from smartgoals.domain.text import MAX_TEXT, clean
from smartgoals.folders import DATA_VARIABLE
from smartgoals.language import tr
from smartgoals.words.errors import printable, unreadable_file_text

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = (
    "list",
    "show",
    "check-in",
    "close",
    "duplicate",
    "export",
    "import",
    "map",
    "schema",
    "backup",
    "restore",
    "verify",
)
OUTCOMES = ("achieved", "partly", "missed", "dropped")
_DAY = re.compile("2[01][0-9]{2}-[0-9]{2}-[0-9]{2}")
"""A plan has dates from 2000 to 2199."""


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what the arguments ask for; its ``command`` is None for the window.

    Raises:
        SystemExit: help or the version was asked for and is printed (0), or the use is bad (2).
    """
    speak_argparse()
    parser = _command_parser() if _names_command(arguments) else _window_parser()
    try:
        return parser.parse_args(arguments)
    except SystemExit:
        _finish()
        raise


def _finish() -> None:
    try:
        flush()
    except OSError:
        raise SystemExit(NOT_DONE) from None


def _names_command(arguments: Sequence[str]) -> bool:
    """Return whether the first argument that is no option is a command."""
    rest = iter(arguments)
    for argument in rest:
        if argument == "--data-dir":
            next(rest, None)
        elif not argument.startswith("-"):
            return argument in COMMANDS
        elif argument == "--":
            return False
    return False


def _window_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="smartgoals",
        usage="smartgoals [--data-dir DIR] [FILE]\n       smartgoals [--data-dir DIR] COMMAND ...",
        description=tr("Makes SMART plans for social media. Without a command, opens the window."),
        epilog=_overview(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "file", nargs="?", type=_file, metavar="FILE", help=tr("a plan file to open in the window")
    )
    _add_data_dir(parser, default=None)
    parser.add_argument(
        "--version",
        action="version",
        version=f"SmartGoals {__version__}",
        help=tr("show the version"),
    )
    parser.set_defaults(command=None)
    return parser


def _overview() -> str:
    lines = [
        tr("Commands:"),
        *(f"  {usage:<54}{text}" for usage, text in _usages()),
        "",
        tr("PLAN is the id of a plan, or the start of its title when no other title starts so."),
        tr("Exit codes: 0 done, 1 could not be done, 2 bad usage or bad input."),
    ]
    return "\n".join(lines)


def _usages() -> list[tuple[str, str]]:
    return [
        ("list [--json]", tr("list the plans")),
        ("show PLAN [--json] [--on DATE]", tr("show a plan and where it stands")),
        (
            "check-in PLAN METRIC VALUE [--on DATE] [--note TEXT]",
            tr("enter what a metric reads; says where it stands"),
        ),
        (
            "close PLAN --outcome OUTCOME [--lesson TEXT]",
            tr("close a plan with what was reached and learned"),
        ),
        ("duplicate PLAN [--title TITLE]", tr("add a copy of a plan; prints its id")),
        (
            "export PLAN|--all --to FILE|FOLDER [--format FORMAT]",
            tr("write a plan to a file, or all plans into a folder"),
        ),
        (
            "import [--into PLAN] FILE ...",
            tr("take plan files in; prints the new ids; or tables into a plan"),
        ),
        (
            "map [--brand NAME] [--to FILE.pdf] [--json]",
            tr("show which plans serve which goals of the business"),
        ),
        ("schema", tr("print the JSON Schema of a plan file")),
        ("backup [--to FILE]", tr("make a backup of all plans; prints where it is")),
        ("restore FILE", tr("go back to a backup; what is here is kept beside")),
        ("verify", tr("check that the plans and the backups are whole")),
    ]


def _command_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="smartgoals", allow_abbrev=False)
    _add_data_dir(parser, default=None)
    commands = parser.add_subparsers(dest="command", required=True)
    added = {}
    for name, (_, text) in zip(COMMANDS, _usages(), strict=True):
        added[name] = commands.add_parser(name, description=text, allow_abbrev=False)
        # Without a default here, a folder given before the command stays.
        _add_data_dir(added[name], default=argparse.SUPPRESS)
    for name in ("list", "show", "map"):
        added[name].add_argument("--json", action="store_true", help=tr("print JSON"))
    for name in ("show", "check-in", "close", "duplicate"):
        added[name].add_argument(
            "plan", type=_name, metavar="PLAN", help=tr("an id, or the start of a title")
        )
    added["show"].add_argument(
        "--on", type=_day, metavar="DATE", help=tr("the day to judge by, such as 2027-06-14; today")
    )
    _add_life(added["check-in"], added["close"], added["duplicate"])
    _add_files(added["export"], added["import"])
    _add_map(added["map"])
    added["backup"].add_argument(
        "--to", type=_path, metavar="FILE", help=tr("the file; else it goes to the other backups")
    )
    added["restore"].add_argument("file", type=_path, metavar="FILE", help=tr("a backup"))
    return parser


def _add_life(
    check_in: argparse.ArgumentParser,
    close: argparse.ArgumentParser,
    duplicate: argparse.ArgumentParser,
) -> None:
    check_in.add_argument(
        "metric", metavar="METRIC", help=tr("an id, the start of a name, or its number in the plan")
    )
    check_in.add_argument("value", metavar="VALUE", help=tr("what it reads, such as 1283 or 8.5"))
    close.add_argument(
        "--outcome", required=True, choices=OUTCOMES, help=tr("how the plan has ended")
    )
    close.add_argument("--lesson", type=_text, metavar="TEXT", help=tr("what you learned"))
    for parser in (check_in, close):
        parser.add_argument(
            "--on", type=_day, metavar="DATE", help=tr("the day, such as 2027-06-14; today")
        )
    check_in.add_argument(
        "--note", type=_text, metavar="TEXT", help=tr("what worked, and what you want to change")
    )
    duplicate.add_argument("--title", type=_text, metavar="TITLE", help=tr("the title of the copy"))


def _add_map(map_: argparse.ArgumentParser) -> None:
    map_.add_argument(
        "--brand", type=_text, metavar="NAME", help=tr("the plans of this brand or client only")
    )
    map_.add_argument("--to", type=_path, metavar="FILE", help=tr("a PDF file to write it to"))


def _add_files(export: argparse.ArgumentParser, import_: argparse.ArgumentParser) -> None:
    from smartgoals.documents.exporters import EXPORTERS

    export.add_argument(
        "plan", nargs="?", type=_name, metavar="PLAN", help=tr("an id, or the start of a title")
    )
    export.add_argument("--all", action="store_true", help=tr("all plans, each in its own file"))
    export.add_argument(
        "--to", type=_path, required=True, metavar="FILE", help=tr("the file; a folder with --all")
    )
    formats = ", ".join(exporter.format for exporter in EXPORTERS)
    export.add_argument(
        "--format",
        metavar="FORMAT",
        help=tr(
            "one of {formats}; else the suffix of the file says it, and .csv means csv-metrics"
        ).format(formats=formats),
    )
    import_.add_argument(
        "--into",
        dest="plan",
        type=_name,
        metavar="PLAN",
        help=tr(
            "take CSV files into this plan: tactics (name, value, complexity, owners, due, hours) "
            "or check-ins (metric, date, value, note)"
        ),
    )
    import_.add_argument(
        "--skip", action="store_true", help=tr("leave out the rows of a table that do not fit")
    )
    import_.add_argument("files", nargs="+", type=_path, metavar="FILE")


def _add_data_dir(parser: argparse.ArgumentParser, default: str | None) -> None:
    parser.add_argument(
        "--data-dir",
        type=_path,
        metavar="DIR",
        default=default,
        help=tr("the folder of the plans; {variable} can name it as well").format(
            variable=DATA_VARIABLE
        ),
    )


def _path(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError(tr("the name is blank"))
    return Path(text)


def _name(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError(tr("the name is blank"))
    return text


def _file(text: str) -> Path:
    path = _path(text)
    try:
        path.stat()
    except OSError as error:
        sentence, more = unreadable_file_text(path, error), tr("No command is called so either.")
        raise argparse.ArgumentTypeError(f"{sentence} {more}") from None
    if path.is_dir():
        raise argparse.ArgumentTypeError(
            unreadable_file_text(path, IsADirectoryError(errno.EISDIR, ""))
        )
    return path


def _text(text: str) -> str:
    if len(clean(text)) > MAX_TEXT:
        message = tr("the text has more than {count} characters")
        raise argparse.ArgumentTypeError(message.format(count=MAX_TEXT))
    return text


def _day(text: str) -> dt.date:
    with contextlib.suppress(ValueError):
        if _DAY.fullmatch(text):
            return dt.date.fromisoformat(text)
    message = tr("“{text}” is not a date from 2000 to 2199, such as 2027-06-14")
    raise argparse.ArgumentTypeError(message.format(text=printable(text)))
