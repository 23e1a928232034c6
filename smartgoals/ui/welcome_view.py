"""What is shown while no plan is: the ways in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from smartgoals.language import tr
from smartgoals.ui.labels import Label, button, card, small_label, title_label

WIDTH = 560
LETTERS = 64
"""As wide as so many letters where they are large."""


class WelcomeView(QWidget):
    """Three ways in: start a plan, look at the example, open a file."""

    new_wanted = Signal()
    sample_wanted = Signal(str)
    file_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        page = QWidget()
        page.setProperty("role", "page")
        area.setWidget(page)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(32, 24, 32, 24)
        outer.addStretch(1)
        middle = QWidget()
        middle.setMaximumWidth(max(WIDTH, LETTERS * self.fontMetrics().averageCharWidth()))
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(title_label(tr("From “we should do more” to a plan")))
        intro = Label(
            tr(
                "In about ten minutes you turn a vague wish into a SMART goal with numbers, dates "
                "and tactics. Everything stays on this computer."
            ),
            tone="muted",
        )
        column.addWidget(intro)
        column.addSpacing(8)
        self.new_button = button(tr("&Start a plan"), "primary")
        self.new_button.clicked.connect(self.new_wanted)
        self.sample_button = button(tr("&Look at the café example"))
        self.sample_button.clicked.connect(lambda: self.sample_wanted.emit("cafe"))
        self.file_button = button(tr("&Open a plan file …"))
        self.file_button.clicked.connect(self.file_wanted)
        ways = (
            (self.new_button, tr("Eight short steps; leave and come back whenever you like.")),
            (self.sample_button, tr("A finished plan to look around in; delete it any time.")),
            (self.file_button, tr("A file that somebody sent you, or that you exported.")),
        )
        for way, text in ways:
            column.addWidget(self._way(way, text))
        # A widget that is aligned would get the height of one as wide as the window.
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(middle, 100)
        centred.addStretch(1)
        outer.addLayout(centred)
        outer.addStretch(2)

    def _way(self, way: QWidget, text: str) -> QFrame:
        frame = card()
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(16, 16, 16, 12)
        inner.setSpacing(10)
        inner.addWidget(way)
        inner.addWidget(small_label(text))
        return frame
