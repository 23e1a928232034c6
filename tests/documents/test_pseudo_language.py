"""Every document in a language that nobody speaks: what is not marked never came by a catalogue."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from smartgoals import language
from smartgoals.documents.exporters import EXPORTERS
from smartgoals.domain.plan import Plan
from tests.documents.contexts import context
from tests.pseudo import PseudoWords, greek, unmarked
from tests.screens import aimed, lived


def of_pdf(path: Path) -> list[str]:
    reader = PdfReader(path)
    return [line for page in reader.pages for line in page.extract_text().splitlines()]


def of_book(path: Path) -> list[str]:
    book = load_workbook(path)
    cells = [cell.value for sheet in book for row in sheet for cell in row]
    return [*book.sheetnames, *(cell for cell in cells if isinstance(cell, str))]


def of_calendar(path: Path) -> list[str]:
    lines = path.read_text("utf-8").replace("\r\n ", "").splitlines()
    words = [line.split(":", 1)[1] for line in lines if re.match("SUMMARY|DESCRIPTION|X-WR", line)]
    return [word.replace("\\n", " ") for word in words]


def of_text(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


READERS: dict[str, Callable[[Path], list[str]]] = {
    "pdf": of_pdf,
    "xlsx": of_book,
    "ics": of_calendar,
    "markdown": of_text,
    "text": of_text,
}


@pytest.mark.parametrize("name", READERS)
def test_no_word_of_a_document_comes_but_from_the_catalogue(
    name: str, cafe: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "_words", PseudoWords())
    exporter = next(each for each in EXPORTERS if each.format == name)
    path = tmp_path / f"sheet{exporter.suffix}"
    exporter.write(greek(aimed(lived(cafe))), path, context())
    found = [f"{unmarked(line)} in {line!r}" for line in READERS[name](path) if unmarked(line)]
    assert not found, "\n".join(found)
