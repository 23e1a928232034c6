"""Asking where an export goes, and in which format."""

from __future__ import annotations

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
        self.setDefaultSuffix(exporters[0].suffix.lstrip("."))
        self.selectFile(stem + exporters[0].suffix)

    def follow(self, name_filter: str) -> None:
        """Give the file the ending of the format."""
        exporter = self._exporters.get(name_filter)
        if exporter is None:
            return
        self.setDefaultSuffix(exporter.suffix.lstrip("."))
        names = self.selectedFiles()
        path = Path(names[0]) if names else Path()
        if path.suffix.lower() in {each.suffix for each in self._exporters.values()}:
            self.selectFile(path.stem + exporter.suffix)

    def _choose(self, name: str) -> None:
        path = Path(name)
        exporter = self._exporters.get(self.selectedNameFilter())
        self.chosen.emit(path, _meant(path, exporter, list(self._exporters.values())))


def _meant(path: Path, chosen: Exporter | None, exporters: list[Exporter]) -> Exporter:
    """Return the exporter of the ending that was typed, else the one of the filter."""
    suffix = path.suffix.lower()
    if chosen is not None and chosen.suffix == suffix:
        return chosen
    return next((each for each in exporters if each.suffix == suffix), chosen or exporters[0])


def _filter(exporter: Exporter) -> str:
    return f"{exporter.name()} (*{exporter.suffix})"
