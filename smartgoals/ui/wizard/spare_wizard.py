"""A wizard that is made while nobody waits, so that the next plan opens within a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from smartgoals.domain.plan import Plan
from smartgoals.language import language
from smartgoals.ui.session import PlanSession
from smartgoals.ui.wizard.wizard_view import WizardView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from smartgoals.formats import Formats
    from smartgoals.ui.session import Saver

PAUSE_MS = 700
"""It is made when nothing was done for so long."""


class SpareWizard(QObject):
    """Keeps one wizard ready, with a session of its own that no plan was worked on in."""

    def __init__(
        self, place: QWidget, store: Saver, formats: Formats, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._place = place
        self._store = store
        self._formats = formats
        self.wizard: WizardView | None = None
        """The one that is ready; it does not follow its session before it is shown."""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._make)
        self.wait()

    def wait(self) -> None:
        """Wait for a pause again: something is going on."""
        if self.wizard is None:
            self._pause.start()

    def take(self, store: Saver, plan: Plan) -> tuple[PlanSession, WizardView | None]:
        """Return a session for the plan, and the wizard that goes with it if one is ready."""
        wizard, self.wizard = self.wizard, None
        self.wait()
        if wizard is None:
            return PlanSession(store, plan, self._formats), None
        wizard.session.begin(store, plan)
        return wizard.session, wizard

    def end(self) -> None:
        """Make no more, and forget the one that is ready."""
        self._pause.stop()
        if self.wizard is not None:
            self.wizard.setParent(None)
            self.wizard.deleteLater()
            self.wizard = None

    def _make(self) -> None:
        session = PlanSession(self._store, Plan(), self._formats)
        self.wizard = WizardView(session, None, language(), self._place)
        self.wizard.hide()
        session.setParent(self.wizard)
