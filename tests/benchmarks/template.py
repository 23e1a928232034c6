"""The SMART template that a peer opens: a heading and a table with a row for each letter."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_KIND = "application/vnd.oasis.opendocument.text"
_NAMES = "urn:oasis:names:tc:opendocument:xmlns"
_ROWS = {
    "Specific": "What do you want to reach, for whom, and where?",
    "Measurable": "Which numbers tell, from which start to which target?",
    "Achievable": "With which people, hours and money?",
    "Realistic": "What did the last months bring?",
    "Time-bound": "From when to when, with which milestones?",
}


def write_template(path: Path) -> None:
    """Write the template as an OpenDocument text."""
    rows = "".join(
        f"<table:table-row>{_cell(name)}{_cell(asked)}</table:table-row>"
        for name, asked in _ROWS.items()
    )
    content = (
        f'<office:document-content xmlns:office="{_NAMES}:office:1.0"'
        f' xmlns:text="{_NAMES}:text:1.0" xmlns:table="{_NAMES}:table:1.0" office:version="1.2">'
        '<office:body><office:text><text:h text:outline-level="1">SMART goals</text:h>'
        '<table:table table:name="Goals"><table:table-column'
        f' table:number-columns-repeated="2"/>{rows}</table:table>'
        "</office:text></office:body></office:document-content>"
    )
    manifest = (
        f'<manifest:manifest xmlns:manifest="{_NAMES}:manifest:1.0" manifest:version="1.2">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_KIND}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", _KIND)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)


def _cell(text: str) -> str:
    return f"<table:table-cell><text:p>{text}</text:p></table:table-cell>"
