"""Parts that stand beside each other where there is room for it, and else below."""

from PySide6.QtWidgets import QBoxLayout, QWidget


def has_room(view: QWidget, letters: int) -> bool:
    """Return whether the view is as wide as so many letters of its own size."""
    return view.width() >= letters * view.fontMetrics().averageCharWidth()


def turn(layout: QBoxLayout, *, is_wide: bool) -> None:
    """Set the parts of the layout beside each other, or else below."""
    direction = QBoxLayout.Direction
    layout.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
