"""The settings: one small window, every change at once, nothing to confirm."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
)

from smartgoals.formats import FormatError
from smartgoals.language import LANGUAGES, tr
from smartgoals.ui import theme
from smartgoals.ui.fields import LineEdit
from smartgoals.ui.fitted_dialog import FittedDialog
from smartgoals.ui.labels import Label, caption_label, small_label, title_label
from smartgoals.ui.plans_place import PlansPlace
from smartgoals.ui.theme import Scheme
from smartgoals.words.format_errors import format_error_text

if TYPE_CHECKING:
    from smartgoals.ui.main_window import MainWindow

CURRENCY_LETTERS = 3


class SettingsDialog(FittedDialog):
    """Language, looks, paper, and what a new plan begins with."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Settings"))
        self._window = window
        settings = window.settings
        languages = [(tr("As the system has it"), ""), *((n, c) for c, n in LANGUAGES.items())]
        self.language = self._combo(languages, settings.language)
        self.language.activated.connect(self._set_language)
        looks = [
            (tr("As the system has it"), Scheme.SYSTEM),
            (tr("Light"), Scheme.LIGHT),
            (tr("Dark"), Scheme.DARK),
            (tr("High contrast, light"), Scheme.STARK_LIGHT),
            (tr("High contrast, dark"), Scheme.STARK_DARK),
        ]
        self.looks = self._combo(looks, settings.scheme)
        self.looks.activated.connect(self._set_scheme)
        papers = [(tr("As is usual here"), ""), ("A4", "a4"), (tr("US Letter"), "us-letter")]
        self.paper = self._combo(papers, settings.paper)
        self.paper.activated.connect(lambda _: window.menus.set_paper(self.paper.currentData()))
        self.week = self._combo(self._weeks(), settings.week_start)
        self.week.activated.connect(self._set_week)
        self.currency = LineEdit("USD")
        self.currency.setText(settings.currency)
        self.currency.textEdited.connect(self._set_currency)
        self.hours = LineEdit("8")
        self.hours.setText(settings.hours_per_week)
        self.hours.textEdited.connect(self._set_hours)
        self.note = small_label(tone="wrong")
        self._lay_out()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        for caption, editor in (
            (tr("&Language"), self.language),
            (tr("L&ooks"), self.looks),
            (tr("&Paper of the goal sheet"), self.paper),
            (tr("&Week begins on"), self.week),
            (tr("&Currency of new plans"), self.currency),
            (tr("&Hours a week in new plans"), self.hours),
        ):
            editor.setAccessibleName(caption.replace("&", ""))
            form.addRow(caption_label(caption, editor), editor)
        self.place = PlansPlace(self._window)
        form.addRow(Label(tr("Your plans are in")), self.place)
        buttons = QDialogButtonBox()
        buttons.addButton(tr("Clo&se"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(title_label(tr("Settings")))
        column.addLayout(form)
        column.addWidget(self.note)
        column.addWidget(buttons)
        self.setMinimumWidth(theme.column_width(520, 66))

    def _weeks(self) -> list[tuple[str, int | None]]:
        weekday = self._window.formats.weekday
        return [(tr("As is usual here"), None), *((weekday(day), day) for day in (0, 5, 6))]

    def _combo(self, choices: Sequence[tuple[str, object]], chosen: object) -> QComboBox:
        combo = QComboBox()
        for name, value in choices:
            combo.addItem(name, value)
        combo.setCurrentIndex(max(combo.findData(chosen), 0))
        return combo

    def _set_language(self) -> None:
        self._speak(self.language.currentData())

    def _set_week(self) -> None:
        self._window.settings.week_start = self.week.currentData()
        self._speak(self._window.settings.language)

    def _speak(self, code: str) -> None:
        self.accept()
        # Later: this window goes away with the old words.
        window = self._window
        QTimer.singleShot(0, window, lambda: window.change_language(code))

    def _set_scheme(self) -> None:
        self._window.menus.set_scheme(Scheme(self.looks.currentData()))

    def _set_currency(self, text: str) -> None:
        code = text.strip().upper()
        fits = len(code) == CURRENCY_LETTERS and code.isascii() and code.isalpha()
        if fits or not code:
            self._window.settings.currency = code
        self.note.setText(
            "" if fits or not code else tr("A currency has three letters, such as EUR.")
        )

    def _set_hours(self, text: str) -> None:
        try:
            hours = self._window.formats.parse_number(text) if text.strip() else None
        except FormatError as error:
            self.note.setText(format_error_text(error, self._window.formats))
            return
        if hours is not None and hours < 0:
            self.note.setText(tr("Hours cannot be negative."))
            return
        self.note.setText("")
        self._window.settings.hours_per_week = "" if hours is None else f"{hours:f}"
