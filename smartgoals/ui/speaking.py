"""The language of the whole window: our words, Qt's own buttons, and the direction of writing."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from smartgoals.formats.system import USUAL
from smartgoals.language import SOURCE, language, tr, use_language
from smartgoals.overriding import override
from smartgoals.ui.guard import guard

_spoken: list[QTranslator] = []
"""The translators in use; Qt does not keep them alive."""


class GettextTranslator(QTranslator):
    """Translates Qt's own buttons by our catalogue, where Qt brings no words of its own."""

    @override
    @guard()
    def translate(  # Qt means None by "not translated"; "" is a text
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        translated = tr(source) if source else source
        return None if translated == source else translated

    @override
    @guard(answer=False)
    def isEmpty(self) -> bool:
        return False


def speak(app: QCoreApplication | None, code: str) -> None:
    """Speak the language from now on, in views that are made after this."""
    use_language(code)
    QLocale.setDefault(QLocale(USUAL[language()]))
    if app is None:
        return
    for old in _spoken:
        app.removeTranslator(old)
    _spoken[:] = [] if language() == SOURCE else [_qt_words(language())]
    for new in _spoken:
        app.installTranslator(new)


def _qt_words(code: str) -> QTranslator:
    """Return Qt's own catalogue of the language, or ours where the wheel has none."""
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    own = QTranslator()
    return own if own.load(str(folder / f"qtbase_{code}.qm")) else GettextTranslator()


def qt_texts() -> tuple[str, ...]:
    """Return the texts of Qt's dialogs that can be seen here, so that they are translated."""
    return (
        tr("OK"),
        tr("&OK"),
        tr("Cancel"),
        tr("&Cancel"),
        tr("Close"),
        tr("&Close"),
        tr("Save"),
        tr("&Save"),
        tr("Open"),
        tr("&Open"),
        tr("&Print"),
        tr("Print"),
        tr("&Choose"),
        tr("Directory:"),
        tr("File &name:"),
        tr("Files of type:"),
        tr("Look in:"),
        tr("Back"),
        tr("Forward"),
        tr("Parent Directory"),
        tr("Create New Folder"),
        tr("List View"),
        tr("Detail View"),
        tr("Name"),
        tr("Size"),
        tr("Type"),
        tr("Date Modified"),
        tr("All files (*)"),
        tr("&Undo"),
        tr("&Redo"),
        tr("Cu&t"),
        tr("&Copy"),
        tr("&Paste"),
        tr("Delete"),
        tr("Select All"),
    )
