"""Text on the screen: always plain, never read as HTML or as a mnemonic by mistake."""

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
)
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QWidget

from smartgoals.overriding import override
from smartgoals.ui import theme
from smartgoals.ui.guard import guard
from smartgoals.ui.toggling import EnterPresses
from smartgoals.ui.wrapping import Wrapping

_FEWEST_LETTERS = 10
_JOINER = "\u2060"
"""Takes no room and lets no line end where it is."""
_BREAK = "\u200b"
"""Takes no room and lets a line end where it is."""
_ROPE = re.compile("[!-~]{41,}")
_THREADS = re.compile(".{1,20}")
"""An address, or what a key that was held down has written; and the parts of it."""


class Label(QLabel):
    """A label that shows exactly the text it is given, wrapped where the room ends."""

    def __init__(
        self,
        text: str = "",
        *,
        tone: str = "",
        pixels: int = 13,
        bold: bool = False,
        wrap: bool = True,
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if pixels != 13 or bold:  # noqa: PLR2004 - 13 is the system's own size
            self.setFont(theme.sized(self.font(), pixels, bold=bold))
        if tone:
            self.setProperty("tone", tone)
        self.setText(text)

    def set_tone(self, tone: str) -> None:
        """Colour the text by its meaning: muted, good, look, wrong, accent, or blank."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)


class ElidedLabel(Label):
    """One line that ends in an ellipsis where the room ends; the whole text is its tip."""

    def __init__(self, text: str = "", *, tone: str = "", pixels: int = 13) -> None:
        super().__init__(text, tone=tone, pixels=pixels, wrap=False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def whole_width(self) -> int:
        """The width at which nothing of the text is cut."""
        return self.fontMetrics().horizontalAdvance(self.text()) + 2

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().windowText().color())
        shown = elided(self.text(), self.fontMetrics(), self.width())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), shown)


def title_label(text: str) -> Label:
    """Return the one title of a view."""
    return Label(text, pixels=theme.TITLE_PIXELS, bold=True)


def heading_label(text: str) -> Label:
    """Return the heading of a part of a view."""
    return Label(text, pixels=theme.HEADING_PIXELS, bold=True)


def small_label(text: str = "", tone: str = "muted") -> Label:
    """Return small text, such as a note under a field."""
    return Label(text, tone=tone, pixels=theme.SMALL_PIXELS)


class ClampedLabel(Label):
    """Wrapped text of so many lines at most; the last one ends in an ellipsis if there is more.

    The whole text is its tip, and what a screen reader says.
    """

    def __init__(
        self, text: str = "", *, most: int = 2, tone: str = "", pixels: int = 13, bold: bool = False
    ) -> None:
        self.most = most
        super().__init__("", tone=tone, pixels=pixels, bold=bold)
        self.setText(text)

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(literal_tip(text))

    def set_most(self, most: int) -> None:
        """Show so many lines at most."""
        if most != self.most:
            self.most = most
            self.updateGeometry()
            self.update()

    @override
    @guard(answer=20)
    def heightForWidth(self, width: int) -> int:
        return len(self._lines(width)) * self.fontMetrics().lineSpacing()

    @override
    @guard(answer=QSize(40, 20))
    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * _FEWEST_LETTERS, metrics.lineSpacing())

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().windowText().color())
        for number, line in enumerate(self._lines(self.width())):
            top = number * self.fontMetrics().lineSpacing() + self.fontMetrics().ascent()
            painter.drawText(0, top, line)

    def _lines(self, width: int) -> list[str]:
        layout, starts = QTextLayout(self.text(), self.font()), list[int]()
        layout.beginLayout()
        while (line := layout.createLine()).isValid() and len(starts) <= self.most:
            line.setLineWidth(max(width, 1))
            starts.append(line.textStart())
        layout.endLayout()
        ends = [*starts[1 : self.most], len(self.text())]
        lines = [self.text()[i:j] for i, j in zip(starts, ends, strict=False)]
        return [*lines[:-1], *(elided(line, self.fontMetrics(), width) for line in lines[-1:])]


class Caption(QLabel):
    """The caption of a field, in one line where there is room and else in as many as it needs."""

    def __init__(self, text: str, buddy: QWidget) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setBuddy(buddy)

    @property
    def whole_width(self) -> int:
        """The width of the text in one line."""
        shown = self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
        return self.fontMetrics().horizontalAdvance(shown) + 2

    @override
    @guard(answer=QSize(40, 20))
    def minimumSizeHint(self) -> QSize:
        least = self.fontMetrics().averageCharWidth() * _FEWEST_LETTERS
        return QSize(min(self.whole_width, least), super().minimumSizeHint().height())

    @override
    @guard(answer=QSize(40, 20))
    def sizeHint(self) -> QSize:
        return QSize(self.whole_width, super().sizeHint().height())

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setWordWrap(self.width() < self.whole_width)


def caption_label(text: str, buddy: QWidget) -> Caption:
    """Return the caption of a field; its ``&`` marks the key that leads to the field."""
    return Caption(text, buddy)


def unseen_caption(text: str, buddy: QWidget) -> None:
    """Name a widget that stands in its place without a caption.

    Aids name a combo box by its choice, and by a label what it is for.
    """
    label = caption_label(text, buddy)
    label.setParent(buddy.parentWidget())
    label.hide()


class Pill(Label):
    """A short word on a coloured ground, such as a status."""

    def __init__(self, text: str = "", kind: str = "calm") -> None:
        super().__init__(text, pixels=theme.SMALL_PIXELS, bold=True, wrap=False)
        self.setProperty("pill", kind)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)

    def show_word(self, text: str, kind: str) -> None:
        """Show another word on the ground of its kind: good, look, wrong or calm."""
        self.setText(text)
        if self.property("pill") != kind:
            self.setProperty("pill", kind)
            restyle(self)


class PushButton(EnterPresses, QPushButton):
    """A push button that Enter presses as the space bar does, outside dialogs too."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.hear_aids()


def button(text: str, role: str = "", *, name: str = "") -> QPushButton:
    """Return a push button; the text may have a mnemonic. Roles: primary, link, chip or none."""
    result = PushButton(text)
    if role:
        result.setProperty("role", role)
    if name:
        result.setAccessibleName(name)
    result.setAutoDefault(False)
    return result


class WrappingButton(Wrapping, PushButton):
    """A push button whose text goes on in a second line where the room ends."""

    def __init__(self, text: str, role: str) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setAutoDefault(False)
        self.wrap_text(text)


def unbroken(text: str) -> str:
    """Return the text so that no line ends between a number and its sign or its percent sign."""
    text = text.replace(" %", "\u00a0%")
    return text.replace("+%", f"+{_JOINER}%").replace("-%", f"-{_JOINER}%")


def breakable(text: str) -> str:
    """Return the text so that a line may end within words that are wider than any page."""
    return _ROPE.sub(lambda rope: _BREAK.join(_THREADS.findall(rope[0])), text)


def without_marks(text: str) -> str:
    """Return the text without the marks of ``breakable`` and ``unbroken``."""
    return text.replace(_BREAK, "").replace(_JOINER, "").replace("\u2029", "\n")


def literal(text: str) -> str:
    """Return the user's text for a button, menu or buddy, where ``&`` marks a mnemonic."""
    return text.replace("&", "&&")


def tip(widget: QWidget, text: str) -> None:
    """Give the widget a tooltip that shows the text literally, and is spoken without markup."""
    if not widget.accessibleDescription():
        widget.setAccessibleDescription(text)
    widget.setToolTip(literal_tip(text))


def literal_tip(text: str) -> str:
    """Return the text for a tooltip, which Qt would read as HTML; it wraps where it is long."""
    from html import escape  # Not for the start: it brings the names of all entities along.

    return f"<p>{escape(text)}</p>" if text else ""


def card(role: str = "card") -> QFrame:
    """Return a frame with the look of the role: card, tint, side or line."""
    frame = QFrame()
    frame.setProperty("role", role)
    return frame


def elided(text: str, metrics: QFontMetrics, width: int) -> str:
    """Return the text, cut with an ellipsis where it would not fit into the pixels."""
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def tab_after(anchor: QWidget, newcomer: QWidget) -> None:
    """Let Tab go from the anchor into the newcomer; Qt puts what is made later at the very end."""
    last = anchor
    for child in newcomer.findChildren(QWidget):
        if takes_tab(child, newcomer):
            QWidget.setTabOrder(last, child)
            last = child


def tab_within(place: QWidget) -> None:
    """Let Tab come by what was made in the place later just there where the place is."""
    newcomers = [child for child in place.findChildren(QWidget) if takes_tab(child, place)]
    before = place.previousInFocusChain()
    while before is not None and (before in newcomers or not takes_tab(before, place)):
        before = before.previousInFocusChain() if before is not place else None
    for newcomer in newcomers:
        if before is not None:
            QWidget.setTabOrder(before, newcomer)
        before = newcomer


def takes_tab(child: QWidget, within: QWidget) -> bool:
    """Return whether Tab stops at the child itself, in the window of the other widget."""
    stops = bool(child.focusPolicy() & Qt.FocusPolicy.TabFocus) and child.focusProxy() is None
    # The list of a combo box is a window of its own.
    return stops and child.window() is within.window()


def restyle(widget: QWidget) -> None:
    """Let the style sheet see a changed property."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
