"""Entries of the catalogue to tick, as chips."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from smartgoals.domain.catalogue_entries import Entry
from smartgoals.domain.plan import Plan
from smartgoals.ui.bindings import Binding
from smartgoals.ui.fields import Field
from smartgoals.ui.flow_layout import FlowLayout
from smartgoals.ui.labels import button, literal, tip
from smartgoals.ui.session import PlanSession
from smartgoals.words.catalogue import entry_hint, entry_name


class ChipField(Field):
    """A chip per entry; the plan holds the ids of those that are ticked."""

    def __init__(
        self, session: PlanSession, binding: Binding, caption: str, entries: tuple[Entry, ...]
    ) -> None:
        box = QWidget()
        flow = FlowLayout()
        box.setLayout(flow)
        self.chips: dict[str, QPushButton] = {}
        for entry in entries:
            chip = button(literal(entry_name(entry)), "chip", name=entry_name(entry))
            chip.setCheckable(True)
            chip.setAccessibleDescription(entry_hint(entry))
            tip(chip, entry_hint(entry))
            chip.clicked.connect(self._ticker(entry.id))
            flow.addWidget(chip)
            self.chips[entry.id] = chip
        first = next(iter(self.chips.values()))
        super().__init__(session, binding, caption, box)
        self.caption.setBuddy(first)
        self.focused = first

    @override
    def show_plan(self, plan: Plan) -> None:
        ticked = self.binding.read(plan)
        for entry_id, chip in self.chips.items():
            is_ticked = entry_id in ticked
            chip.setChecked(is_ticked)
            name = literal(chip.accessibleName())
            chip.setText(f"✓ {name}" if is_ticked else name)

    def _ticker(self, entry_id: str) -> Callable[[bool], None]:
        return lambda checked: self._tick(entry_id, checked=checked)

    def _tick(self, entry_id: str, *, checked: bool) -> None:
        """Tick or untick one; the ids stay in the order of the catalogue, unknown ones last."""
        ticked = {*self.value, entry_id} if checked else set(self.value) - {entry_id}
        known = [each for each in self.chips if each in ticked]
        unknown = [each for each in self.value if each not in self.chips]
        self.session.close_step()
        self.edit(self.binding.write(self.session.plan, (*known, *unknown)))
