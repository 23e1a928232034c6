"""The entrance: a command is answered on the spot, anything else opens the window.

What is imported here is paid for by every start, so without arguments it is next to nothing, and
Qt comes last: where it cannot be loaded or finds no screen, one sentence says so.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from smartgoals.language import environment_language, use_language
from smartgoals.screen import has_screen, install_line, missing_libraries, needed_libraries

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import QMessageLogContext, QtMsgType

SELDOM = 100_000
"""New objects after which a command searches for garbage."""
TURN = 0.001
"""Seconds after which a thread that works beside the window lets it go on."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Return the exit code: 0 done, 1 could not be done, 2 bad usage or bad input."""
    given = sys.argv[1:] if arguments is None else arguments
    _keep_charts_apart()
    try:
        return _answer(given) if given else _open_window(None, None)
    except ImportError as error:
        return _refuse(_unloadable_text(error))
    except KeyboardInterrupt:
        return 1


def _keep_charts_apart() -> None:
    """Give the drawing of charts a lasting folder for its list of fonts, and no settings of hers.

    In the one of her own Python, her settings for other drawings would change our charts.
    """
    from smartgoals.folders import cache_folder

    os.environ.setdefault("MPLCONFIGDIR", str(cache_folder() / "charts"))


def _answer(arguments: Sequence[str]) -> int:
    from smartgoals.cli.arguments import parse

    use_language(environment_language())
    options = parse(arguments)
    if options.command is None:
        return _open_window(options.data_dir, options.file)
    # What a command loads stays; searching that for garbage again and again is a seventh of it.
    gc.set_threshold(SELDOM)
    from smartgoals.cli.commands import run

    return run(options)


def _open_window(data_dir: Path | None, file: Path | None) -> int:
    if not has_screen():
        from smartgoals.words.errors import no_screen_text

        return _refuse(no_screen_text())
    # What is loaded stays. Searching it for garbage takes a tenth of the start, and while the
    # storage is loaded it stops the window for up to 50 ms; ``run_window`` goes on with it.
    gc.disable()
    # Python lets a thread wait five times as long for its turn, and the window asks for many.
    sys.setswitchinterval(TURN)
    import smartgoals.quick_qt  # noqa: F401 - before anything of Qt
    from smartgoals.app import run_window

    _explain_aborts()
    return run_window(data_dir, file)


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


def _unloadable_text(error: ImportError) -> str:
    from smartgoals.words.errors import missing_libraries_text, not_installed_text

    if isinstance(error, ModuleNotFoundError):
        return not_installed_text(str(error))
    return _missing_libraries_text() or missing_libraries_text(str(error), None)


def _missing_libraries_text() -> str:
    from smartgoals.words.errors import missing_libraries_text

    missing = missing_libraries(needed_libraries())
    return missing_libraries_text(", ".join(missing), install_line(missing)) if missing else ""


def _explain_aborts() -> None:
    """Have a sentence said where Qt would abort: when no screen takes the window."""
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler
    from PySide6.QtGui import QGuiApplication

    from smartgoals.words.errors import screen_refused_text

    causes: list[str] = []

    def explain(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if QGuiApplication.platformName():  # The window came up; this is about something else.
            print(message, file=sys.stderr)
        elif kind is QtMsgType.QtFatalMsg:
            _refuse(_missing_libraries_text() or screen_refused_text((*causes, message)[0]))
            os._exit(1)
        elif (context.category or "").startswith("qt.qpa"):
            causes.append(message)
        else:
            print(message, file=sys.stderr)

    qInstallMessageHandler(explain)


if __name__ == "__main__":
    sys.exit(main())
