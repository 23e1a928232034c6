"""The languages' catalogues: ``python packaging/messages.py update`` after words have changed.

``update`` reads every word of the program and of ``resources/catalogue``, brings the catalogue of
each language up to date, and compiles it; ``missing`` lists what is not translated yet. A new
language: ``add CODE``.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "resources" / "locale"
DOMAIN = "smartgoals"
KEYWORDS = {"tr": None, "ngettext": (1, 2)}
TRANSLATED = ("name", "hint", "phrase", "unit", "business")
"""The fields of a catalogue entry that people read."""


def main() -> int:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(prog="python packaging/messages.py", description=__doc__)
    parser.add_argument("command", choices=("update", "missing", "add"))
    parser.add_argument("code", nargs="?", help="the code of a new language, such as fr")
    options = parser.parse_args()
    if options.command == "add":
        catalogue_path(options.code).parent.mkdir(parents=True, exist_ok=True)
        save(options.code, new_catalogue(options.code))
    if options.command == "missing":
        return 1 if sum(report_missing(code) for code in languages()) else 0
    template = extracted()
    for code in languages():
        catalogue = load(code)
        catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
        catalogue.obsolete.clear()
        save(code, catalogue)
    print(f"{len(template)} texts in {len(languages())} languages")
    return 0


def languages() -> list[str]:
    """Return the codes of the languages that have a catalogue."""
    return sorted(path.parent.parent.name for path in LOCALE.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def catalogue_path(code: str) -> Path:
    """Return where the catalogue of the language lies."""
    return LOCALE / code / "LC_MESSAGES" / f"{DOMAIN}.po"


def new_catalogue(code: str) -> Catalog:
    """Return the empty catalogue of a language."""
    return Catalog(
        locale=code,
        domain=DOMAIN,
        header_comment=f"# SmartGoals in the language {code}. The same licence as the program.",
        project="SmartGoals",
        version="1",
        copyright_holder="The SmartGoals authors",
        msgid_bugs_address="-",
        last_translator="The SmartGoals authors",
        language_team=code,
        fuzzy=False,
    )


def load(code: str) -> Catalog:
    """Return the catalogue of the language."""
    with catalogue_path(code).open("rb") as file:
        return read_po(file, locale=code, domain=DOMAIN)


def save(code: str, catalogue: Catalog) -> None:
    """Write the catalogue, and beside it what the program reads."""
    path = catalogue_path(code)
    path.write_bytes(as_po(catalogue))
    path.with_suffix(".mo").write_bytes(as_mo(catalogue))


def as_po(catalogue: Catalog) -> bytes:
    """Return the catalogue as text, in an order that changes little from day to day."""
    buffer = BytesIO()
    write_po(buffer, catalogue, width=0, no_location=True, omit_header=False, sort_output=True)
    return buffer.getvalue()


def as_mo(catalogue: Catalog) -> bytes:
    """Return the catalogue as the program reads it: without what is not translated yet."""
    # The hour of compiling must not tell in the file: the same words are the same bytes.
    date = catalogue.creation_date
    translated = Catalog(locale=catalogue.locale, domain=DOMAIN, creation_date=date)
    for message in catalogue:
        if message.id and _is_translated(catalogue, message.id):
            translated.add(message.id, message.string)
    buffer = BytesIO()
    write_mo(buffer, translated)
    return buffer.getvalue()


def extracted() -> Catalog:
    """Return every text of the program, from the code and from the lists of the method."""
    template = Catalog(domain=DOMAIN, project="SmartGoals", creation_date=None)
    found = extract_from_dir(
        str(ROOT / "smartgoals"), method_map=[("**.py", "python")], keywords=KEYWORDS
    )
    for _, _, message, _, _ in found:
        template.add(message, flags=_flags(message))
    for path in sorted((ROOT / "resources" / "catalogue").glob("*.json")):
        if path.stem not in {"vague_words", "coverage"}:
            for text in _catalogue_texts(json.loads(path.read_text(encoding="utf-8"))):
                template.add(text)
    return template


def report_missing(code: str) -> int:
    """Print what the language lacks and return how many texts that are."""
    template, catalogue = extracted(), load(code)
    lacking = [m.id for m in template if m.id and not _is_translated(catalogue, m.id)]
    for text in lacking:
        print(f"{code}: {text}", file=sys.stderr)
    print(f"{code}: {len(lacking)} of {len(template)} missing")
    return len(lacking)


def _is_translated(catalogue: Catalog, message_id: str | tuple[str, ...] | list[str]) -> bool:
    message = catalogue.get(message_id if isinstance(message_id, str) else message_id[0])
    if message is None:
        return False
    texts = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(texts)


def _flags(message: str | tuple[str, ...]) -> set[str]:
    """Mark what has named places, so that tools check them."""
    texts = (message,) if isinstance(message, str) else message
    return {"python-brace-format"} if any("{" in text for text in texts) else set()


def _catalogue_texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, str) and key in TRANSLATED and inner:
                yield inner
            else:
                yield from _catalogue_texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _catalogue_texts(inner)


if __name__ == "__main__":
    sys.exit(main())
