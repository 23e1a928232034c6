"""Where in a plan a list of parts lives, such as its audiences, and how a part is replaced."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic

from smartgoals.domain.plan import Plan
from smartgoals.domain.value import AnyPart, Value, find_part, with_part, without_part
from smartgoals.ui.bindings import Binding


@dataclass(frozen=True)
class PartPlace(Generic[AnyPart]):
    """A list of parts: how it is read and replaced, and what its fields are called.

    The fields of a part have names such as ``audience.<id>.role``, beginning with ``prefix``.
    """

    prefix: str
    edit_label: str
    """What an edit is called in the menu, such as "Edit audience"."""
    read: Callable[[Plan], tuple[AnyPart, ...]]
    write: Callable[[Plan, tuple[AnyPart, ...]], Plan]
    blank: Callable[[str], AnyPart]
    """Makes a part of that id with nothing in it."""

    def part(self, plan: Plan, part_id: str) -> AnyPart:
        """Return the part; a blank one when the plan has none of that id."""
        try:
            return find_part(self.read(plan), part_id)
        except KeyError:
            return self.blank(part_id)

    def with_part(self, plan: Plan, part: AnyPart) -> Plan:
        """Return the plan with the part in the place of the one of its id, or added last."""
        return self.write(plan, with_part(self.read(plan), part))

    def with_first(self, plan: Plan, part_id: str) -> Plan:
        """Return the plan with the part at the head of the list."""
        rest = without_part(self.read(plan), part_id)
        return self.write(plan, (self.part(plan, part_id), *rest))

    def without(self, plan: Plan, part_id: str) -> Plan:
        """Return the plan without the part, and without what of it could not be read."""
        prefix = self.field(part_id, "")
        changed = self.write(plan, without_part(self.read(plan), part_id))
        kept = tuple(unread for unread in plan.unread if not unread.field.startswith(prefix))
        return changed if kept == plan.unread else changed.replace(unread=kept)

    def field(self, part_id: str, name: str) -> str:
        """Return the name by which gaps speak of a field of the part."""
        return f"{self.prefix}.{part_id}.{name}"

    def binding(self, part_id: str, name: str) -> Binding:
        """Return the place of a field; ``name`` may lead inward, such as ``persona.values``."""
        return self.lens(
            part_id,
            name,
            lambda part: _inner(part, name.split(".")),
            lambda part, v: _with_inner(part, name.split("."), v),
        )

    def lens(
        self,
        part_id: str,
        name: str,
        read: Callable[[AnyPart], Any],
        write: Callable[[AnyPart, Any], AnyPart],
    ) -> Binding:
        """Return the place of whatever is read from the part and written into it."""
        return Binding(
            self.field(part_id, name),
            self.edit_label,
            lambda plan: read(self.part(plan, part_id)),
            lambda plan, v: self.with_part(plan, write(self.part(plan, part_id), v)),
        )

    def entry(
        self,
        part_id: str,
        name: str,
        prefix: str,
        read: Callable[[AnyPart, str], Any],
        write: Callable[[AnyPart, str, Any], AnyPart],
    ) -> Binding:
        """Return the place of one of many entries; its id stands behind the prefix."""
        entry_id = name.removeprefix(prefix)
        return self.lens(
            part_id,
            name,
            lambda part: read(part, entry_id),
            lambda part, value: write(part, entry_id, value),
        )


def _inner(value: Value, path: list[str]) -> Any:
    for name in path:
        value = getattr(value, name)
    return value


def _with_inner(value: Any, path: list[str], new: Any) -> Any:
    if not path:
        return new
    inner = _with_inner(getattr(value, path[0]), path[1:], new)
    return value.replace(**{path[0]: inner})
