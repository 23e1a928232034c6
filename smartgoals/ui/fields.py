"""Fields bound to a place in the plan: a caption, an editor and a note under it.

A field keeps no copy: it shows the plan, and what is typed goes to the session at once.
"""

from collections.abc import Callable
from typing import Any

from pydantic import ValidationError
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from smartgoals.domain.plan import Plan
from smartgoals.domain.text import MAX_TEXT
from smartgoals.formats import FormatError
from smartgoals.ui.announcing import announce
from smartgoals.ui.bindings import Binding
from smartgoals.ui.guard import guard
from smartgoals.ui.labels import caption_label, restyle, small_label
from smartgoals.ui.session import PlanSession
from smartgoals.ui.undo_keys import LeavesUndo
from smartgoals.words.format_errors import format_error_text

MOST_LETTERS = 34
"""So wide a combo box insists to be."""


class LineEdit(LeavesUndo, QLineEdit):
    """A line edit that leaves undo and redo to the plan's own undo stack.

    What dictation and other aids put into it, past the keys, counts as typed: Qt would say
    ``textEdited`` for keys alone.
    """

    def __init__(self, placeholder: str = "") -> None:
        super().__init__()
        self._told = ""
        """The text that was said to be typed, or that the program put here itself."""
        self._is_ours = False
        self.setMaxLength(MAX_TEXT)
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(self._take_as_told)
        self.textChanged.connect(self._tell_of_aids)

    @override
    def setText(self, text: str | None) -> None:
        # Only Python comes by here, so it is the program that shows something.
        self._is_ours = True
        super().setText(text)
        self._is_ours = False
        self._told = self.text()

    @override
    @guard()
    def clear(self) -> None:
        self.setText("")

    def _take_as_told(self, text: str) -> None:
        self._told = text

    def _tell_of_aids(self, text: str) -> None:
        if text != self._told and not self._is_ours:
            self.textEdited.emit(text)

    def show_text(self, text: str) -> None:
        """Show another text; its beginning is in view unless the cursor is in it."""
        if self.text() != text:
            self.setText(text)
            if not self.hasFocus():
                self.setCursorPosition(0)


class TextEdit(LeavesUndo, QPlainTextEdit):
    """A few lines of text; Tab goes on to the next field, undo is the plan's."""

    def __init__(self, placeholder: str = "", lines: int = 2) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 24)


class Field(QWidget):
    """A caption, an editor and a note; subclasses show the plan in the editor."""

    def __init__(
        self, session: PlanSession, binding: Binding, caption: str, editor: QWidget
    ) -> None:
        super().__init__()
        self.session = session
        self.binding = binding
        self.editor = editor
        self.caption = caption_label(caption, editor)
        editor.setAccessibleName(caption.replace("&", ""))
        self.note = small_label()
        self.note.hide()
        self._noted = ("", "muted")
        self._held_note: tuple[str, str] | None = None
        self.focused: QWidget = editor
        """What has the focus in the field's place; not Qt's proxy, which catches Tab for a
        field that is moved in its way."""
        self.layout_ = QVBoxLayout(self)
        self.layout_.setContentsMargins(0, 0, 0, 0)
        self.layout_.setSpacing(4)
        self.layout_.addWidget(self.caption)
        self.layout_.addWidget(editor)
        self.layout_.addWidget(self.note)
        editor.installEventFilter(self)

    @override
    @guard()
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self.focused.setFocus(reason)

    def show_plan(self, plan: Plan) -> None:
        """Show the value that the plan has in this place."""
        raise NotImplementedError

    def set_note(self, text: str, tone: str = "muted") -> None:
        """Say something under the field; blank takes the note away."""
        if self._held_note is not None:
            self._held_note = (text, tone)
        elif (text, tone) != self._noted:
            self._noted = (text, tone)
            self._show_note(text, tone)

    @property
    def is_refused(self) -> bool:
        """Whether the note says what is wrong with the text."""
        return (self._held_note or self._noted)[1] == "wrong"

    def hold_note(self) -> None:
        """Take the note away, but not from the screen before ``settle_note``.

        A note that went and came back at every key had the whole page laid out each time.
        """
        self._held_note = ("", "muted")

    def settle_note(self) -> None:
        """Show what was said last since ``hold_note``."""
        if self._held_note is not None:
            note, self._held_note = self._held_note, None
            self.set_note(*note)

    def _show_note(self, text: str, tone: str) -> None:
        self.note.set_tone(tone)
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self.editor.setAccessibleDescription(text)
        if tone == "wrong" and text and self.editor.hasFocus():
            announce(self.editor, text)
        wrong = "true" if tone == "wrong" and text else "false"
        if self.editor.property("wrong") != wrong:
            self.editor.setProperty("wrong", wrong)
            restyle(self.editor)

    @property
    def value(self) -> Any:
        """The value in the present plan."""
        return self.binding.read(self.session.plan)

    def edit(self, plan: Plan) -> None:
        """Make the plan the present one, as typing in this field."""
        self.session.edit(plan, self.binding.label, key=self.binding.field)

    @override
    @guard(answer=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut:
            self.leave()
        return False

    def leave(self) -> None:
        """End the undo step of this field and save: the focus goes elsewhere."""
        self.session.close_step()
        self.session.save()


class LineField(Field):
    """One line of text."""

    def __init__(
        self, session: PlanSession, binding: Binding, caption: str, placeholder: str = ""
    ) -> None:
        self.line = LineEdit(placeholder)
        super().__init__(session, binding, caption, self.line)
        self.line.textEdited.connect(self._edit)

    @override
    def show_plan(self, plan: Plan) -> None:
        self.line.show_text(self.binding.read(plan))

    def _edit(self, text: str) -> None:
        self.edit(self.binding.write(self.session.plan, text))


class TextField(Field):
    """A few lines of text."""

    def __init__(
        self,
        session: PlanSession,
        binding: Binding,
        caption: str,
        placeholder: str = "",
        lines: int = 2,
    ) -> None:
        self.text = TextEdit(placeholder, lines)
        super().__init__(session, binding, caption, self.text)
        self.text.textChanged.connect(self._edit)

    @override
    def show_plan(self, plan: Plan) -> None:
        text = self.binding.read(plan)
        if self.text.toPlainText() != text:
            self.text.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            self.text.setPlainText(text)
            self.text.blockSignals(False)  # noqa: FBT003

    def _edit(self) -> None:
        self.edit(self.binding.write(self.session.plan, self.text.toPlainText()[:MAX_TEXT]))


class ComboBox(QComboBox):
    """A combo box that gives way where there is no room for the longest of its choices."""

    @override
    @guard(answer=QSize(100, 30))
    def minimumSizeHint(self) -> QSize:
        hint, letters = super().minimumSizeHint(), self.fontMetrics().averageCharWidth()
        return QSize(min(hint.width(), letters * MOST_LETTERS), hint.height())


class ChoiceField(Field):
    """One of a few choices; each has a name and the value it stands for."""

    def __init__(
        self,
        session: PlanSession,
        binding: Binding,
        caption: str,
        choices: list[tuple[str, Any]],
    ) -> None:
        self.combo = ComboBox()
        self._values = [value for _, value in choices]
        for name, _ in choices:
            self.combo.addItem(name)
        super().__init__(session, binding, caption, self.combo)
        self.combo.activated.connect(self._edit)

    @override
    def show_plan(self, plan: Plan) -> None:
        value = self.binding.read(plan)
        self.combo.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    def _edit(self, index: int) -> None:
        self.session.close_step()
        self.edit(self.binding.write(self.session.plan, self._values[index]))


class TypedField(Field):
    """A line whose text is read as a value, such as a number, a target or a date.

    The note echoes what was understood, or says why it was not; in that case the text is
    kept in the plan as unread, so nothing typed is lost.
    """

    def __init__(
        self,
        session: PlanSession,
        binding: Binding,
        caption: str,
        *,
        read: Callable[[str], Any],
        show: Callable[[Any], str],
        range_text: str = "",
        placeholder: str = "",
        blank: Any = None,
    ) -> None:
        self.line = LineEdit(placeholder)
        self._read = read
        self._show = show
        self._range_text = range_text
        self._blank = blank
        self._echoed = ""
        super().__init__(session, binding, caption, self.line)
        self.line.textEdited.connect(self._edit)

    def echo(self, value: Any) -> str:
        """Return what to say under the field of a value that was understood."""
        shown = self._show(value)
        return "" if shown == self.line.text().strip() else f"= {shown}"

    @override
    def show_plan(self, plan: Plan) -> None:
        unread = plan.unread_text(self.binding.field)
        value = self.binding.read(plan)
        if unread is not None:
            self._set_text(unread)
            self._understand(unread)
        elif not (self.line.hasFocus() and self._means(value)):
            self._set_text("" if value == self._blank else self._show(value))
            self.set_note("")
        if unread is None and value != self._blank:
            self._say(value)

    @override
    def leave(self) -> None:
        super().leave()
        plan = self.session.plan
        if self.binding.is_in(plan) and plan.unread_text(self.binding.field) is None:
            value = self.binding.read(plan)
            is_echo = self.note.text() in {"", self._echoed}
            self._set_text("" if value == self._blank else self._show(value))
            if is_echo:  # what others say of the value stays
                self._say(value)

    def _edit(self, text: str) -> None:
        plan = self.session.plan
        field = self.binding.field
        if not text.strip():
            self.set_note("")
            self.edit(self.binding.write(plan, self._blank).with_unread(field, None))
            return
        changed = self._understand(text)
        if changed is None:
            self.edit(self.binding.write(plan, self._blank).with_unread(field, text))
        else:
            self.edit(changed.with_unread(field, None))

    def _understand(self, text: str) -> Plan | None:
        """Return the plan with the value of the text, or None after saying why not."""
        try:
            value = self._read(text)
            changed = self.binding.write(self.session.plan, value)
        except FormatError as error:
            self.set_note(format_error_text(error, self.session.formats), "wrong")
        except ValidationError:
            self.set_note(self._range_text, "wrong")
        else:
            self._say(value)
            return changed
        return None

    def _say(self, value: Any) -> None:
        self._echoed = "" if value == self._blank else self.echo(value)
        self.set_note(self._echoed)

    def _means(self, value: Any) -> bool:
        text = self.line.text()
        if not text.strip():
            return bool(value == self._blank)
        try:
            return bool(self._read(text) == value)
        except FormatError:
            return False

    def _set_text(self, text: str) -> None:
        self.line.show_text(text)
