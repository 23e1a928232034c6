"""A field of a dialog below its caption, at the same distance everywhere."""

from PySide6.QtWidgets import QLayout, QSizePolicy, QVBoxLayout, QWidget

from smartgoals.ui.labels import caption_label

GAP = 4


def captioned(caption: str, field: QWidget, *below: QWidget | QLayout) -> QVBoxLayout:
    """Return the caption with the field below it, or with what holds the field and a note.

    The ``&`` of the caption marks the key that leads to the field.
    """
    label = caption_label(caption, field)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    column = QVBoxLayout()
    column.setSpacing(GAP)
    column.addWidget(label)
    for part in below or (field,):
        if isinstance(part, QLayout):
            column.addLayout(part)
        else:
            column.addWidget(part)
    return column
