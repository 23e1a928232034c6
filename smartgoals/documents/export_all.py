"""All plans at once: a file for each in one folder."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from smartgoals.documents.atomic import WriteError, WriteFault
from smartgoals.documents.file_names import file_name
from smartgoals.domain.text import fold
from smartgoals.storage.errors import StorageError
from smartgoals.words.errors import storage_error_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from smartgoals.documents.exporter import ExportContext, Exporter
    from smartgoals.storage.overview import PlanOverview
    from smartgoals.storage.store import PlanStore

_HOPELESS = {WriteFault.DISK_FULL, WriteFault.NO_FOLDER}
"""Faults that the next file would have as well."""


@dataclass(frozen=True, slots=True)
class ExportedAll:
    """What came of it."""

    written: tuple[Path, ...]
    problems: tuple[str, ...] = ()
    """A sentence for each plan that has no file now; what stood there before is intact."""
    is_complete: bool = True
    """Whether every plan was tried: nothing was cancelled, and the disk did not give up."""


def export_all(
    store: PlanStore,
    folder: Path,
    exporter: Exporter,
    context: ExportContext,
    go_on: Callable[[int, int], bool] = lambda _done, _count: True,
) -> ExportedAll:
    """Write every plan that is not in the trash into the folder, which is made when missing.

    A file is named after its plan, and by its id as well where two plans have one title, so the
    next export replaces the files of this one, and not those of another format. ``go_on`` is
    told how many plans are done of how many, before each and at the end, and returns False to
    stop.

    Raises:
        StorageError: the plans cannot be listed.
        WriteError: there is no such folder and it cannot be made.
    """
    plans = store.overviews()
    _make(folder)
    names = _names(plans, _ending(exporter))
    written: list[Path] = []
    problems: list[str] = []
    for number, plan in enumerate(plans):
        if not go_on(number, len(plans)):
            return ExportedAll(tuple(written), tuple(problems), is_complete=False)
        path = folder / names[plan.id]
        try:
            content = store.read(plan.id)
            exporter.write(content, path, replace(context, saved_at=plan.saved_at))
            written.append(path)
        except StorageError as error:
            problems.append(storage_error_text(error.reason, error.path, plan.title))
        except WriteError as error:
            problems.append(str(error))
            if error.reason in _HOPELESS:
                return ExportedAll(tuple(written), tuple(problems), is_complete=False)
    go_on(len(plans), len(plans))
    return ExportedAll(tuple(written), tuple(problems))


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except FileNotFoundError as error:
        raise WriteError(folder, WriteFault.NO_FOLDER) from error
    except FileExistsError:
        pass  # Something else has its name; the first file says so.
    except OSError as error:
        raise WriteError(folder, WriteFault.READ_ONLY) from error


def _ending(exporter: Exporter) -> str:
    """Return the end of the names: of formats with one suffix all but the first say which."""
    from smartgoals.documents.exporters import EXPORTERS

    first = next((each for each in EXPORTERS if each.suffix == exporter.suffix), exporter)
    words = [word for word in exporter.format.split("-") if word != exporter.suffix[1:]]
    is_first = first.format == exporter.format
    return exporter.suffix if is_first else f" ({' '.join(words)}){exporter.suffix}"


def _names(plans: Sequence[PlanOverview], suffix: str) -> dict[str, str]:
    """Return the name of each plan's file; systems may not tell case and accents apart."""
    stems = {plan.id: file_name(plan.title) for plan in plans}
    counts = Counter(map(fold, stems.values()))
    return {
        plan_id: f"{stem}{suffix}" if counts[fold(stem)] == 1 else f"{stem} ({plan_id}){suffix}"
        for plan_id, stem in stems.items()
    }
