"""What our own widgets are to a screen reader: Qt takes a plain widget for mere filling."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget, QWizardPage

ATTRIBUTE = "accessible_role"
"""A class of widgets says by this attribute what it is: the name of a ``QAccessible.Role``."""


def give_roles() -> None:
    """Have Qt ask the widgets what they are, from now on."""
    QAccessible.installFactory(_interface)


def _interface(_: str, thing: QObject) -> QAccessibleInterface | None:
    role = getattr(type(thing), ATTRIBUTE, "Grouping" if isinstance(thing, QWizardPage) else "")
    if not role or not isinstance(thing, QWidget):
        return None
    return QAccessibleWidget(thing, QAccessible.Role[role], "")
