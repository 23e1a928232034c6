"""Makes the pages of a wizard before they are wanted, one at a time and while nobody types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from smartgoals.domain.terms import CORE_STEPS, Step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartgoals.ui.wizard.wizard_view import WizardView

PAUSE_MS = 100
"""Between two pages, and after the last key, so that a key never waits for more than one."""


class PagesAhead(QObject):
    """Has the page that follows made at once when nothing else is to do, and then the others."""

    def __init__(self, wizard: WizardView) -> None:
        super().__init__(wizard)
        self._wizard = wizard
        self._laid_out: set[Step] = set()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._make_one)
        self._timer.start(0)

    def go_on_soon(self) -> None:
        """Go on as soon as the present page is on the screen."""
        self._laid_out.add(self._wizard.step)
        self._timer.start(0)

    def begin_anew(self) -> None:
        """Lay out all pages again, for another plan."""
        self._laid_out.clear()

    def wait(self) -> None:
        """Wait for a pause: the user is typing."""
        if self._timer.isActive():
            self._timer.start(PAUSE_MS)

    def _make_one(self) -> None:
        for step in self._wanted():
            if self._wizard.build(step):
                self._timer.start(PAUSE_MS)
                return
            if step not in self._laid_out:
                self._laid_out.add(step)
                self._wizard.lay_out_unseen(step)
                self._timer.start(PAUSE_MS)
                return

    def _wanted(self) -> Iterator[Step]:
        """Yield the core steps from the present one on, then those before it."""
        step = self._wizard.step
        here = CORE_STEPS.index(step) if step in CORE_STEPS else 0
        yield from (*CORE_STEPS[here:], *CORE_STEPS[:here])
