"""What an exporter is: it turns a plan into a file of one format."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from smartgoals.domain.plan import Plan
    from smartgoals.formats import Formats


class Paper(StrEnum):
    """The sheets to print on, by the names that typst has for them."""

    A4 = "a4"
    LETTER = "us-letter"


_LETTER_TERRITORIES = frozenset(
    {"US", "CA", "MX", "BO", "BZ", "CL", "CO", "CR", "DO", "GT", "HN", "NI", "PA", "PH", "PR"}
    | {"SV", "VE"}
)


def usual_paper(locale_name: str) -> Paper:
    """Return the paper that lies in the printers of a place, such as that of ``en_US``."""
    _, _, territory = locale_name.replace("-", "_").rpartition("_")
    return Paper.LETTER if territory.upper() in _LETTER_TERRITORIES else Paper.A4


@dataclass(frozen=True)
class ExportContext:
    """All that a document depends on besides the plan."""

    formats: Formats
    today: dt.date
    paper: Paper = Paper.A4
    currency: str = ""
    """Of a plan that names none; blank: amounts are printed without."""
    saved_at: dt.datetime | None = None
    """When the plan was last changed, in the user's own time; None: never saved."""
    language: str = "en"
    """Of the words of the program, such as ``nb``."""


class Exporter(Protocol):
    """Writes plans as files of one format."""

    @property
    def format(self) -> str:
        """The short name that the command line knows it by, such as ``pdf``."""

    @property
    def suffix(self) -> str:
        """The end of a file's name, such as ``.pdf``."""

    def name(self) -> str:
        """Return what the user calls it, in her language."""

    def write(self, plan: Plan, path: Path, context: ExportContext) -> None:
        """Write the plan into the file; an old one is replaced only when all went well.

        Raises:
            WriteError: the file cannot be written.
        """
