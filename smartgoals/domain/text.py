"""The one entrance for text: what is let in, and how it is folded for comparing."""

import unicodedata

MAX_TEXT = 10_000
"""Characters that any one text of a plan may have."""

_KEPT_FORMATS = "\u200c\u200d"  # ZWNJ and ZWJ: Persian words and emoji need them
_KEPT_CONTROLS = "\n"
_NO_CHARACTERS = "\ufffe\uffff"
_ACCENTS = dict.fromkeys(range(0x0300, 0x0370))
_PLAIN_LETTERS = str.maketrans({"ı": "i", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d"})


def clean(text: str) -> str:
    """Return the text without anything that is not text.

    Lone surrogates become U+FFFD; control, bidirectional-control and zero-width characters
    go, except line breaks, ZWJ and ZWNJ; so do U+FFFE and U+FFFF, which no XML may hold;
    tabs become spaces; the rest is NFC.
    """
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return unicodedata.normalize("NFC", "".join(_admit(character) for character in text))


def clean_line(text: str) -> str:
    """Return the text as one clean line: line breaks become spaces."""
    return clean(text).replace("\n", " ").replace("\u2028", " ").replace("\u2029", " ")


def fold(text: str) -> str:
    """Return the text for comparing: without case, accents and the dot of the Turkish i.

    "KIZILAY", "Kızılay" and "kizilay" fold to one text, as do "Økt" and "okt". Marks that
    are part of a letter in other scripts stay.
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_ACCENTS)
    return unicodedata.normalize("NFC", plain.translate(_PLAIN_LETTERS))


def _admit(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cs":
        return "\ufffd"
    if category == "Cc":
        return character if character in _KEPT_CONTROLS else ""
    if category == "Cf":
        return character if character in _KEPT_FORMATS else ""
    return "" if character in _NO_CHARACTERS else character
