"""Makes the fields of a strategy page, each bound to the place that its name stands for."""

from collections.abc import Callable
from typing import Any

from smartgoals.domain.catalogue import catalogue
from smartgoals.domain.catalogue_entries import Entry
from smartgoals.language import tr
from smartgoals.ui.bindings import Binding
from smartgoals.ui.fields import ChoiceField, Field, LineField, TextField, TypedField
from smartgoals.ui.wizard.chip_field import ChipField
from smartgoals.ui.wizard.completing import complete
from smartgoals.ui.wizard.page import PlanPage
from smartgoals.words.catalogue import channel_names, entry_name


class FieldMaker:
    """Makes fields of a page by their names; ``bind`` tells where a name lives.

    ``fields`` are all that were made. When ``bind`` begins to mean another part of the plan,
    ``aim`` makes them show that part.
    """

    def __init__(self, page: PlanPage, bind: Callable[[str], Binding]) -> None:
        self.page = page
        self.fields: dict[str, Field] = {}
        self._bind = bind

    def aim(self) -> None:
        """Bind every field anew and show the plan in it."""
        for name, field in self.fields.items():
            self.page.fields.pop(field.binding.field, None)
            field.binding = self._bind(name)
            self.page.fields[field.binding.field] = field
            field.set_note("")
            field.show_plan(self.page.session.plan)

    def line(self, name: str, caption: str, example: str = "") -> LineField:
        """Return a field for one line of text."""
        field = LineField(self.page.session, self._bind(name), caption, example)
        self._add(name, field)
        return field

    def text(self, name: str, caption: str, example: str = "", lines: int = 2) -> TextField:
        """Return a field for a few lines of text."""
        field = TextField(self.page.session, self._bind(name), caption, example, lines)
        self._add(name, field)
        return field

    def choice(self, name: str, caption: str, choices: list[tuple[str, Any]]) -> ChoiceField:
        """Return a field to choose in, with "not chosen" before the choices."""
        all_of_them = [("–", None), *choices]
        field = ChoiceField(self.page.session, self._bind(name), caption, all_of_them)
        self._add(name, field)
        return field

    def number(
        self,
        name: str,
        caption: str,
        example: str = "",
        *,
        show: Callable[[Any], str] | None = None,
        range_text: str = "",
    ) -> TypedField:
        """Return a field for a number that is not negative."""
        formats = self.page.session.formats
        field = TypedField(
            self.page.session,
            self._bind(name),
            caption,
            read=formats.parse_number,
            show=show or formats.number,
            range_text=range_text
            or tr("A number from zero up, please, with at most fifteen digits."),
            placeholder=example,
        )
        self._add(name, field)
        return field

    def channel(self, caption: str, name: str = "channel") -> LineField:
        """Return a field for a channel, which knows the platforms and her own channels."""
        field = self.line(name, caption, entry_name(catalogue().platforms[0]))
        session = self.page.session
        complete(field, lambda: channel_names(session.plan))
        return field

    def chips(self, name: str, caption: str, entries: tuple[Entry, ...]) -> ChipField:
        """Return a field to tick any of the entries."""
        field = ChipField(self.page.session, self._bind(name), caption, entries)
        self._add(name, field)
        return field

    def _add(self, name: str, field: Field) -> None:
        self.fields[name] = field
        self.page.add(field)
