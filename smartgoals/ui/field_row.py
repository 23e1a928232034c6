"""Layouts that set fields side by side and go on below where the width does not suffice."""

from math import ceil

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from smartgoals.overriding import override
from smartgoals.ui.items_layout import ItemsLayout
from smartgoals.ui.labels import Caption

SPACING = 14
LETTERS = 14
"""No field is narrower than so many letters ..."""
LETTERS_OF_TEXT = 32
"""... and one for several lines of text than so many."""


class FieldRow(ItemsLayout):
    """Fields in a row, each with its share of the width; captions stay in line.

    A field that would become narrower than its caption goes into a row below. One without a
    share, such as a button, is as wide as it must be.
    """

    def __init__(self, *fields: tuple[QWidget, int], letters: int = LETTERS) -> None:
        super().__init__()
        self._letters = letters
        self._shares: dict[QWidget, int] = {}
        self._captions: dict[QWidget, Caption | None] = {}
        for field, share in fields:
            self.add_field(field, share)

    def add_field(self, field: QWidget, share: int = 1) -> None:
        """Set the field last in the row."""
        self._shares[field] = share
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        self._captions[field] = field.findChild(Caption, options=direct)
        self.addWidget(field)

    @override
    def place(self, rect: QRect, *, moving: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            widths = self._widths(line, rect.width())
            heights = [_height(item, width) for item, width in zip(line, widths, strict=True)]
            x, height = rect.x(), max(heights)
            for item, width, own in zip(line, widths, heights, strict=True):
                top = y + (height - own) // 2 * self._is_centred
                if moving:
                    item.setGeometry(self._mirrored(QRect(x, top, width, own), rect))
                x += width + SPACING
            y += height + SPACING
        return max(0, y - SPACING - rect.y())

    @property
    def _is_centred(self) -> bool:
        """Whether the middles stand in line: fields with captions begin at the top."""
        return not any(self._captions.values())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """Return the items of each line, as many as find room side by side."""
        lines: list[list[QLayoutItem]] = []
        room = 0
        for item in self.shown():
            room -= self._least(item) + SPACING
            if room < 0 or not lines:
                lines.append([])
                room = width - self._least(item)
            lines[-1].append(item)
        return lines

    def _widths(self, line: list[QLayoutItem], width: int) -> list[int]:
        """Return the width of each item: its share, but never less than it needs."""
        if len(line) == 1:
            return [width]
        room = width - SPACING * (len(line) - 1)
        fixed: dict[int, int] = {}
        while True:
            shares = sum(self._share(item) for i, item in enumerate(line) if i not in fixed)
            left = room - sum(fixed.values())
            widths = [
                fixed.get(i, left * self._share(item) // max(shares, 1))
                for i, item in enumerate(line)
            ]
            narrow = [i for i, item in enumerate(line) if widths[i] < self._least(item)]
            narrow = [i for i in narrow if i not in fixed]
            if not narrow:
                return widths
            fixed |= {i: self._least(line[i]) for i in narrow}

    def _share(self, item: QLayoutItem) -> int:
        widget = item.widget()
        return 1 if widget is None else self._shares.get(widget, 1)

    def _least(self, item: QLayoutItem) -> int:
        widget = item.widget()
        if widget is None:
            return item.minimumSize().width()
        if widget not in self.least_widths:
            self.least_widths[widget] = self._measured(item, widget)
        return self.least_widths[widget]

    def _measured(self, item: QLayoutItem, widget: QWidget) -> int:
        if not self._shares.get(widget, 1):
            return max(item.minimumSize().width(), item.sizeHint().width())
        letters = widget.fontMetrics().averageCharWidth() * self._letters
        caption = self._captions.get(widget)
        whole = caption.whole_width if caption is not None else 0
        return max(item.minimumSize().width(), letters, whole)

    def _mirrored(self, area: QRect, rect: QRect) -> QRect:
        """Return the area as it lies where one reads from right to left."""
        parent = self.parentWidget()
        if parent is not None and parent.isRightToLeft():
            area.moveLeft(rect.left() + rect.right() - area.right())
        return area


def _height(item: QLayoutItem, width: int) -> int:
    own = item.heightForWidth(width) if item.hasHeightForWidth() else 0
    return own or item.sizeHint().height()


class FieldGrid(FieldRow):
    """Fields in columns of one width, as many columns as find room, at most ``most``.

    The rows are filled evenly: four fields that do not fit side by side make two and two.
    """

    def __init__(self, most: int, *fields: QWidget, letters: int = LETTERS) -> None:
        self._most = most
        super().__init__(*((field, 1) for field in fields), letters=letters)

    @property
    @override
    def _is_centred(self) -> bool:
        return False

    @override
    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        shown, count = self.shown(), self._columns(width)
        return [shown[start : start + count] for start in range(0, len(shown), count)]

    @override
    def _widths(self, line: list[QLayoutItem], width: int) -> list[int]:
        count = self._columns(width)
        return [(width - SPACING * (count - 1)) // count] * len(line)

    def _columns(self, width: int) -> int:
        shown = self.shown()
        widest = max((self._least(item) for item in shown), default=1)
        fitting = max(1, min(self._most, (width + SPACING) // (widest + SPACING)))
        rows = ceil(len(shown) / fitting)
        return ceil(len(shown) / rows) if rows else 1
