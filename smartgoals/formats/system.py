"""The language and the writing of the system that the program runs on."""

from PySide6.QtCore import QLocale

from smartgoals.formats.formats import Formats
from smartgoals.language import language, spoken

ENGLISH = ("en_US", "en_GB", "en_AU", "en_CA", "en_IE", "en_NZ", "en_ZA", "en_IN")
"""The writings of English that are followed; all others would not fit the English words."""
USUAL = {"en": "en_GB", "id": "id_ID", "it": "it_IT", "nb": "nb_NO", "tr": "tr_TR"}


def system_locale_name() -> str:
    """Return the name of the system's own language and place, such as ``en_US``."""
    return QLocale.system().name()


def system_language() -> str:
    """Return the code of the language that the system's windows speak, if we speak it."""
    wanted = [*QLocale.system().uiLanguages(), system_locale_name()]
    return spoken(wanted[0])


def system_formats(week_start: int | None = None) -> Formats:
    """Return the writing of the language that is spoken now, as it is usual where she is.

    Numbers and dates of another language would not fit the words.
    """
    code, name = language(), system_locale_name()
    fits = name in ENGLISH if code == "en" else spoken(name) == code
    return Formats(name if fits else USUAL[code], week_start)
