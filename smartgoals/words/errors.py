"""What the user is told when something outside the program fails: one sentence each.

A reason comes as its name, such as ``disk_full``: the layers that find it lie above the words.
"""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from smartgoals.language import ngettext, tr

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST_REFERENCE = 80


def storage_error_text(reason: str, path: Path | None = None, reference: str = "") -> str:
    """Return why plans could not be read or kept.

    ``reason`` is a ``StorageReason``; ``path`` the file that it is about; ``reference`` what was
    typed to name a plan.
    """
    sentence = _storage_sentences().get(reason) or tr("“{place}” cannot be used.")
    return sentence.format(place=printable(path or tr("The plans")), reference=_short(reference))


def _storage_sentences() -> dict[str, str]:
    return {
        "disk_full": tr("Not saved: the disk is full."),
        "read_only": tr("“{place}” can be read, not changed."),
        "no_permission": tr("“{place}” may not be opened by you; its permissions forbid it."),
        "locked": tr("Another program is using “{place}”; please try again in a moment."),
        "unfinished": tr("The last save into “{place}” was interrupted and is put right first."),
        "older": tr("“{place}” was made by an earlier SmartGoals and is brought up to date first."),
        "newer": tr(
            "“{place}” was made by a newer SmartGoals and is left as it is; "
            "update SmartGoals to change it."
        ),
        "foreign": tr("“{place}” belongs to another program and is left alone."),
        "not_a_file": tr("“{place}” is no place for plans: something else has that name."),
        "damaged": tr("“{place}” is damaged; it is kept as it is."),
        "missing": tr("“{place}” is not there."),
        "moved": tr("Another file has taken the place of “{place}”; neither was changed."),
        "changed_elsewhere": tr(
            "The plan was changed in another window meanwhile; nothing was overwritten."
        ),
        "deleted_elsewhere": tr(
            "The plan was deleted in another window meanwhile; nothing was brought back."
        ),
        "not_found": tr("No plan has the id “{reference}” or a title that starts so."),
        "ambiguous": tr("Several plans have a title that starts with “{reference}”."),
        "closed": tr("“{place}” is closed already."),
        "disk_fault": tr("The disk reported a fault at “{place}”."),
    }


def unreadable_file_text(path: Path, error: OSError) -> str:
    """Return why the user's file could not be read."""
    sentences = {
        errno.ENOENT: tr("There is no file “{place}”."),
        errno.ENOTDIR: tr("There is no file “{place}”."),
        errno.EISDIR: tr("“{place}” is a folder, not a file."),
        errno.EACCES: tr("“{place}” may not be read by you; its permissions forbid it."),
        errno.EPERM: tr("“{place}” may not be read by you; its permissions forbid it."),
        errno.ENAMETOOLONG: tr("“{place}” cannot be the name of a file."),
    }
    sentence = sentences.get(error.errno or 0) or tr("“{place}” could not be read.")
    return sentence.format(place=printable(path))


def no_screen_text() -> str:
    """Return why no window can be opened on a machine without a screen."""
    return tr(
        "There is no screen to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set). "
        "The commands work all the same: smartgoals --help"
    )


def screen_refused_text(detail: str) -> str:
    """Return why no window can be opened on the screen that there is; ``detail`` is Qt's."""
    return tr("The window could not be opened on this screen: {detail}").format(detail=detail)


def no_answer_text(folder: Path) -> str:
    """Return why a second start ends: the first window has the folder and is busy."""
    return tr(
        "SmartGoals is open on “{place}” already, and its window does not answer just now."
    ).format(place=printable(folder))


def open_elsewhere_text(folder: Path) -> str:
    """Return that another window works in the folder."""
    return tr("Another window has “{place}” open already.").format(place=printable(folder))


def waiting_text(path: Path | None) -> str:
    """Return that the window goes on by itself when another program lets go of the file."""
    return tr(
        "Another program is using “{place}”; SmartGoals goes on as soon as it lets go."
    ).format(place=printable(path or tr("The plans")))


def cut_off_text() -> str:
    """Return the line about a run that did not end in good order."""
    return tr("SmartGoals ended unexpectedly last time; all that was saved is here.")


def no_backup_text(reason: str, path: Path | None = None) -> str:
    """Return that no backup could be made and why; ``reason`` is a ``StorageReason``."""
    if reason == "disk_full":
        return tr("No backup could be made: the disk is full.")
    why = storage_error_text(reason, path)
    return tr("No backup could be made. {reason}").format(reason=why)


def missing_libraries_text(libraries: str, line: str | None) -> str:
    """Return what Qt lacks and the line that installs it, None where that is not known."""
    if line is None:
        return tr(
            "SmartGoals needs system libraries that are missing here: {libraries}. "
            "Please install them with your system's packages."
        ).format(libraries=libraries)
    return tr(
        "SmartGoals needs system libraries that are missing here. To install them, type: {line}"
    ).format(line=line)


def not_installed_text(detail: str) -> str:
    """Return why the program cannot start; ``detail`` is what could not be loaded."""
    return tr("SmartGoals is not installed completely: {detail}").format(detail=detail)


def bug_text(name: str, place: str) -> str:
    """Return what to say of a fault of our own: the error's name and the line it came from."""
    return tr(
        "Something failed inside SmartGoals ({name} at {place}). Your plans are as they were."
    ).format(name=name, place=place)


def failure_text(count: int) -> str:
    """Return the quiet line about faults of our own, of which there were so many."""
    return ngettext(
        "Something failed; your text is safe.",
        "Something failed ({n} times); your text is safe.",
        count,
    ).format(n=count)


def printable(name: Path | str) -> str:
    """Return the name with everything replaced that would not print as one line."""
    text = str(name).encode(errors="replace").decode()
    return "".join(character if character.isprintable() else "�" for character in text)


def _short(reference: str) -> str:
    """Return what was asked for, no longer than a title that one would recognise."""
    text = printable(reference)
    return text if len(text) <= _LONGEST_REFERENCE else f"{text[: _LONGEST_REFERENCE - 1]}…"
