"""The writing of the system that the program runs on."""

from PySide6.QtCore import QLocale

from smartgoals.formats.formats import Formats

ENGLISH = ("en_US", "en_GB", "en_AU", "en_CA", "en_IE", "en_NZ", "en_ZA", "en_IN")
"""The words of the program are English: numbers and dates of other languages would not fit."""


def system_locale_name() -> str:
    """Return the name of the system's own language and place, such as ``en_US``."""
    return QLocale.system().name()


def system_formats() -> Formats:
    """Return the English writing that the system has, British where it has another language."""
    name = system_locale_name()
    return Formats(name if name in ENGLISH else "en_GB")
