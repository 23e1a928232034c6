"""The language of the program's words: gettext, with the catalogue kept in memory.

The functions of the module ``gettext`` look for the catalogue's file at every single call, which
is most of the time of a key press; here it is read once, when the language is set.
"""

import gettext
import os
from collections.abc import Mapping

LANGUAGES = {
    "en": "English",
    "id": "Bahasa Indonesia",
    "it": "Italiano",
    "nb": "Norsk bokmål",
    "tr": "Türkçe",
}
"""Each language that the program speaks, by its code, in its own words."""
DOMAIN = "smartgoals"
SOURCE = "en"
"""The language in which the words stand in the code."""

_words: gettext.NullTranslations = gettext.NullTranslations()
_code = SOURCE


def tr(text: str) -> str:
    """Return the text in the language of the program."""
    return _words.gettext(text)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form that the language of the program has for so many."""
    return _words.ngettext(singular, plural, count)


def language() -> str:
    """Return the code of the language, such as ``nb``."""
    return _code


def spoken(locale_name: str) -> str:
    """Return the code of the language for a locale such as ``nb_NO``; English for any other."""
    code = locale_name.replace("-", "_").partition("_")[0].partition(".")[0].lower()
    code = "nb" if code in {"no", "nn"} else code
    return code if code in LANGUAGES else SOURCE


def environment_language(environment: Mapping[str, str] = os.environ) -> str:
    """Return the language that the environment asks programs of the command line to speak."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return spoken(environment[name])
    return SOURCE


def use_language(code: str) -> None:
    """Speak the language from now on; English where its catalogue is missing."""
    global _words, _code  # noqa: PLW0603 - the language is one for the whole program
    if code == SOURCE:
        _words, _code = gettext.NullTranslations(), SOURCE
        return
    from importlib.resources import as_file, files  # English needs no file.

    with as_file(files("smartgoals.resources") / "locale") as folder:
        _words = gettext.translation(DOMAIN, folder, [code], fallback=True)
    _code = code if isinstance(_words, gettext.GNUTranslations) else SOURCE
