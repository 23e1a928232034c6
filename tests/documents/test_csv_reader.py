"""Rows and columns, whatever program wrote them."""

import contextlib
import csv
import io
import os
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoals.documents.csv_reader import (
    MAX_BYTES,
    MAX_ROWS,
    TableTextError,
    neutral,
    read_table,
    read_table_file,
)
from smartgoals.domain.text import clean


def cells(content: str | bytes, language: str = "en") -> list[tuple[str, ...]]:
    return [row.cells for row in read_table(content, language).rows]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_found(separator: str):
    text = separator.join(["date", "value"]) + "\n" + separator.join(["2027-03-22", "1200"])

    assert read_table(text).separator == separator
    assert cells(text) == [("date", "value"), ("2027-03-22", "1200")]


def test_a_decimal_comma_is_not_taken_for_a_separator():
    assert cells("22.03.2027;1,5\n29.03.2027;2,5") == [("22.03.2027", "1,5"), ("29.03.2027", "2,5")]


def test_a_semicolon_in_a_note_is_not_taken_for_a_separator():
    text = "date,value,note\n2027-03-22,1200,slow; rain\n2027-03-29,1210,sun"

    assert cells(text)[1] == ("2027-03-22", "1200", "slow; rain")


def test_a_spreadsheet_may_name_the_separator():
    assert cells("sep=;\na,b;c") == [("a,b", "c")]


def test_a_quoted_cell_may_hold_separators_quotes_and_line_breaks():
    assert cells('a,"b ""x"", c\nd"\n') == [("a", 'b "x", c\nd')]


def test_quotes_that_do_not_match_up_are_letters():
    assert cells('5" screen,"open\nb,c') == [('5" screen', '"open'), ("b", "c")]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way(ending: str):
    assert cells(f"a,b{ending}c,d{ending}") == [("a", "b"), ("c", "d")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_unicode_encoding_is_read(encoding: str):
    assert cells("name,Økt 🎉\n".encode(encoding)) == [("name", "Økt 🎉")]


def test_the_old_encodings_are_read():
    assert cells("café;1\n".encode("cp1252")) == [("café", "1")]
    assert cells("Kızılay;1\n".encode("cp1254"), "tr") == [("Kızılay", "1")]


def test_rows_keep_the_numbers_that_a_spreadsheet_shows():
    assert [row.number for row in read_table("a,b\n\n,\nc,d").rows] == [1, 4]


def test_a_short_row_is_blank_at_its_end():
    row = read_table("a,b,c\nd").rows[1]

    assert (row.cell(0), row.cell(2), row.cell(None)) == ("d", "", "")


def test_invisible_characters_stay_outside():
    assert cells("a\u202eb\u200b,c") == [("ab", "c")]


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\x1a\n\x00\x00", b"%PDF-1.7\n\xb5\xb5\x00", b"\xff\xfe\x00", b"a\x07b"]
)
def test_binary_content_is_a_sentence(content: bytes):
    with pytest.raises(TableTextError, match="not text in rows"):
        read_table(content)


def test_random_bytes_are_a_sentence():
    with pytest.raises(TableTextError):
        read_table(os.urandom(5000))


@pytest.mark.parametrize("content", ["", "\n\n", " , \n,", "\ufeff"])
def test_a_blank_file_is_a_sentence(content: str):
    with pytest.raises(TableTextError, match="nothing"):
        read_table(content)


def test_too_many_rows_are_a_sentence():
    read_table("2027-03-22,1\n" * MAX_ROWS)

    with pytest.raises(TableTextError, match="20000 rows"):
        read_table("2027-03-22,1\n" * 100_000)


def test_a_large_file_is_not_read_to_its_end(tmp_path: Any):
    path = tmp_path / "large.csv"
    path.write_bytes(b"a,b\n" * (MAX_BYTES // 4 + 1))

    with pytest.raises(TableTextError, match="5 MB"):
        read_table_file(path)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", " =1", "'=1", "\t=1", "＝1"])
def test_what_a_spreadsheet_would_calculate_is_neutral_and_comes_back(text: str):
    assert neutral(text) == f"'{text}"
    assert cells(f'"{neutral(text)}",b') == [(text.strip(), "b")]


@given(st.lists(st.text(max_size=9), min_size=2, max_size=2))
def test_what_is_written_is_read_under_headings(row: list[str]):
    wanted = [clean(text).strip() for text in row]
    file = io.StringIO()
    csv.writer(file).writerows([["first", "second"], map(neutral, wanted)])

    found = read_table(file.getvalue()).rows

    assert found[0].cells == ("first", "second")
    assert [c for r in found[1:] for c in r.cells] == (wanted if any(wanted) else [])


@given(st.binary(max_size=300))
def test_no_content_makes_it_fail(content: bytes):
    with contextlib.suppress(TableTextError):
        assert read_table(content).rows
