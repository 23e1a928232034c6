"""What is said of backups, of going back to one, and of a damaged file that came back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from smartgoals.language import ngettext, tr
from smartgoals.words.errors import printable

if TYPE_CHECKING:
    from pathlib import Path

    from smartgoals.formats import Formats


def moment_text(moment: dt.datetime, formats: Formats) -> str:
    """Return the moment in the user's own time: the hour alone on the same day."""
    local, now = moment.astimezone(), dt.datetime.now().astimezone()
    hour = f"{local:%H:%M}"
    if local.date() == now.date():
        return hour
    return tr("{day}, {hour}").format(day=formats.day(local.date()), hour=hour)


def listed_moment_text(moment: dt.datetime, formats: Formats) -> str:
    """Return the moment for a list, where an hour alone would not say that it is today's."""
    text = moment_text(moment, formats)
    is_today = moment.astimezone().date() == dt.datetime.now().astimezone().date()
    return tr("Today, {hour}").format(hour=text) if is_today else text


def plans_text(count: int) -> str:
    """Return how many plans there are."""
    return ngettext("{n} plan", "{n} plans", count).format(n=count)


def recovered_text(
    path: Path,
    formats: Formats,
    *,
    kept: Path | None,
    copy_of: dt.datetime | None,
    salvaged: int,
    lost: int,
) -> str:
    """Return what happened to the database and what was done about it.

    ``kept`` is where the damaged file is, None when there was no file; ``copy_of`` the moment of
    the backup that is back, None when there was none; ``salvaged`` how many plans were taken
    from the damaged file besides, ``lost`` of how many nothing whole was found.
    """
    name = printable(path.name)
    if kept is None:
        first = tr("“{name}” was gone; the copy of {moment} is back.")
    elif copy_of is not None:
        first = tr("“{name}” was damaged; the copy of {moment} is back.")
    elif salvaged:
        first = tr("“{name}” was damaged; what could be read of it is back.")
    else:
        first = tr("“{name}” was damaged, and no plan in it could be read.")
    moment = moment_text(copy_of, formats) if copy_of else ""
    sentences = [first.format(name=name, moment=moment)]
    if salvaged and copy_of is not None:
        sentences.append(_salvaged_text(salvaged))
    if lost:
        sentences.append(_lost_text(lost))
    if kept is not None:
        sentences.append(tr("The damaged file is kept in “{place}”.").format(place=printable(kept)))
    return " ".join(sentences)


def _salvaged_text(count: int) -> str:
    return ngettext(
        "One plan that is newer was saved from the damaged file.",
        "{n} plans that are newer were saved from the damaged file.",
        count,
    ).format(n=count)


def _lost_text(count: int) -> str:
    return ngettext(
        "One plan could not be read any more.", "{n} plans could not be read any more.", count
    ).format(n=count)


def restored_text(moment: str) -> str:
    """Return that everything is as it was at the moment."""
    return tr("Your plans are back as of {moment}.").format(moment=moment)


def kept_before_text(place: Path) -> str:
    """Return where that is kept which was there before."""
    return tr("What was here before is kept in “{place}”.").format(place=printable(place))


def put_anew_text(path: Path, kept: Path | None) -> str:
    """Return that the database went from its place while it was open, and stands there again."""
    if kept is None:
        return tr(
            "“{name}” was moved or deleted while it was open; "
            "your plans are saved in its place anew."
        ).format(name=printable(path.name))
    return tr(
        "Another file had taken the place of “{name}”. Your plans are back there; "
        "the other file is kept in “{place}”."
    ).format(name=printable(path.name), place=printable(kept))
