"""The one entrance for text: what is let in, and how it is folded for comparing."""

import unicodedata

MAX_TEXT = 10_000
"""Characters that any one text of a plan may have."""

_KEPT_FORMATS = "\u200c\u200d"  # ZWNJ and ZWJ: Persian words and emoji need them
_KEPT_CONTROLS = "\n"
_NO_CHARACTERS = "\ufffe\uffff"
_ACCENTS = dict.fromkeys(range(0x0300, 0x0370))
_PLAIN_LETTERS = str.maketrans({"ı": "i", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d"})

# Letters behind z: what ends in one stands behind all that begins with the letter before it.
_AFTER = "ʒʓʔ"
_OWN_LETTERS = {
    "nb": str.maketrans(
        {"æ": "z" + _AFTER[0], "ä": "z" + _AFTER[0], "ø": "z" + _AFTER[1], "ö": "z" + _AFTER[1],
         "å": "z" + _AFTER[2]}
    ),
    "tr": str.maketrans(
        {"ç": "c" + _AFTER[0], "ğ": "g" + _AFTER[0], "ı": "h" + _AFTER[0], "ö": "o" + _AFTER[0],
         "ş": "s" + _AFTER[0], "ü": "u" + _AFTER[0]}
    ),
}  # fmt: skip
"""Where the letters of a language stand that are not those of the Latin alphabet."""


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


def sorting_key(text: str, language: str) -> str:
    """Return what the text is sorted by in lists of that language, such as ``nb``.

    Letters of the language stand where its alphabet has them: æ, ø and å after z in Norwegian,
    ı before i and ş after s in Turkish; all other accents count for nothing.
    """
    if language == "tr":
        text = text.replace("I", "ı").replace("İ", "i")
    own = _OWN_LETTERS.get(language)
    if own is None:
        return fold(text)
    return fold(unicodedata.normalize("NFC", text.lower()).translate(own))


def _admit(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cs":
        return "\ufffd"
    if category == "Cc":
        return character if character in _KEPT_CONTROLS else ""
    if category == "Cf":
        return character if character in _KEPT_FORMATS else ""
    return "" if character in _NO_CHARACTERS else character
