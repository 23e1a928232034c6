"""Suggestions to take over with one click: a few words and a row of chips."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartgoals.ui.flow_layout import FlowLayout
from smartgoals.ui.labels import button, literal, small_label, tab_within, tip


class Suggestions(QWidget):
    """Shows what could be taken; hidden while there is nothing to suggest."""

    def __init__(self, lead: str, take: Callable[[str], None]) -> None:
        super().__init__()
        self._take = take
        self._shown: tuple[tuple[str, str], ...] = ()
        self._chips = FlowLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(small_label(lead))
        column.addLayout(self._chips)
        self.hide()

    def suggest(self, texts: Iterable[tuple[str, str]]) -> None:
        """Offer these texts, each with an explanation that may be blank."""
        wanted = tuple(texts)
        if wanted != self._shown:
            self._shown = wanted
            self._chips.clear()
            for text, explanation in wanted:
                self._chips.addWidget(self._chip(text, explanation))
            tab_within(self)
        self.setVisible(bool(wanted))

    def _chip(self, text: str, explanation: str) -> QWidget:
        chip = button(literal(text), "chip")
        tip(chip, explanation)
        chip.clicked.connect(lambda: self._take(text))
        return chip
