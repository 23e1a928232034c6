"""Asking where an export goes, and in which format."""

from __future__ import annotations

from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from smartgoals.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartgoals.documents.exporter import Exporter


class ExportDialog(QFileDialog):
    """Lists the formats by name; the ending of the file follows the one that is chosen."""

    chosen = Signal(object, object)
    """The path and the exporter."""

    def __init__(
        self, parent: QWidget, exporters: Sequence[Exporter], folder: Path, stem: str
    ) -> None:
        super().__init__(parent, tr("Export"))
        self._exporters = {_filter(each): each for each in exporters}
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilters(list(self._exporters))
        self.setDirectory(str(folder))
        self.filterSelected.connect(self.follow)
        self.fileSelected.connect(self._choose)
        self._given = exporters[0].suffix
        self.setDefaultSuffix(self._given.lstrip("."))
        self.selectFile(stem + self._given)

    def follow(self, name_filter: str) -> None:
        """Give the file the ending of the format."""
        exporter = self._exporters.get(name_filter)
        if exporter is None:
            return
        self.setDefaultSuffix(exporter.suffix.lstrip("."))
        names = self.selectedFiles()
        path = Path(names[0]) if names else Path()
        if path.suffix.lower() in {each.suffix for each in self._exporters.values()}:
            self._given = exporter.suffix
            self.selectFile(path.stem + exporter.suffix)

    def _choose(self, name: str) -> None:
        """Tell of the choice: an ending that she typed says the format, else the filter does."""
        path, suffix = Path(name), Path(name).suffix.lower()
        exporters = list(self._exporters.values())
        chosen = self._exporters.get(self.selectedNameFilter(), exporters[0])
        if suffix == chosen.suffix:
            self.chosen.emit(path, chosen)
        elif suffix == self._given:
            # A dialog of the system may leave the ending that we gave; nobody was asked
            # whether a file of the other ending may be replaced.
            self.chosen.emit(_free(path.with_suffix(chosen.suffix)), chosen)
        else:
            meant = (each for each in exporters if each.suffix == suffix)
            self.chosen.emit(path, next(meant, chosen))


def _free(path: Path) -> Path:
    """Return the path, or with a number the first one beside it that is not taken."""
    names = (path.with_stem(f"{path.stem} ({number})") for number in count(2))
    return next(each for each in chain((path,), names) if not each.exists())


def _filter(exporter: Exporter) -> str:
    return f"{exporter.name()} (*{exporter.suffix})"
