"""What a screen reader says unasked: messages, moves in the chart, whether all is saved."""

import time

from PySide6.QtWidgets import QLabel, QWidget

QUIET_SECONDS = 20
"""So long "saved" is not said again: it is saved at every pause of the typing."""


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have a screen reader say the text, urgent ones before all that it is saying."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    event = QAccessibleAnnouncementEvent(widget, text)
    polite = QAccessible.AnnouncementPoliteness
    event.setPoliteness(polite.Assertive if urgent else polite.Polite)
    QAccessible.updateAccessibility(event)


class SpokenState:
    """Says a state when it is news, and what is true most of the time only now and then."""

    def __init__(self) -> None:
        self._usual_at = -float(QUIET_SECONDS)
        self._was_unusual = False

    def tell(self, label: QLabel, *, usual: bool) -> None:
        """Have the label's text said, unless it is usual and was said a moment ago."""
        now = time.monotonic()
        if not usual or self._was_unusual or now - self._usual_at >= QUIET_SECONDS:
            announce(label, label.text(), urgent=not usual)
        if usual:
            self._usual_at = now
        self._was_unusual = not usual
