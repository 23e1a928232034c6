"""A screen reader as small as can be: what it knows of the program, it knows by the bus.

Nothing is cached, since clients that do must clear their caches. Of the pages of a stack all are
on the bus, so only what is showing is looked at. Two presses within 100 ms count once.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from jeepney import (
    DBusAddress,
    DBusErrorResponse,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    Properties,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import DBusConnection

INTERFACE = "org.a11y.atspi."
REGISTRY = f"{INTERFACE}Registry"
PATHS = "/org/a11y/atspi/"
FOCUSED, SHOWING, VISIBLE = 12, 25, 30
"""Numbers of states, as AT-SPI defines them."""
LABELLED_BY = 2
"""The number of the relation to a label."""
PRESSED_AND_RELEASED = 3
"""How the registry types a key that is given by its symbol."""
TAB, RETURN, RIGHT = 0xFF09, 0xFF0D, 0xFF53
"""Symbols of keys."""
PATIENCE = 30
"""Seconds until something that should be there is missed."""
PAUSE = 0.1

Found = TypeVar("Found")


@dataclass(frozen=True)
class Thing:
    """One object of a program, as the bus names it."""

    owner: str
    path: str


class Reader:
    """Reads and works one program through the accessibility bus, and nothing else."""

    def __init__(self, bus: DBusConnection) -> None:
        self._bus = bus
        self._signals: deque[Message] = deque()
        self._said: list[str] = []
        rule = MatchRule(type="signal", interface=f"{INTERFACE}Event.Object", member="Announcement")
        self._bus.filter(rule, queue=self._signals, bufsize=1000)
        self._ask(message_bus.AddMatch(rule))
        registry = DBusAddress(f"{PATHS}registry", REGISTRY, REGISTRY)
        event = ("object:announcement", [], "")
        self._ask(new_method_call(registry, "RegisterEvent", "sass", event))

    # Looking

    def program(self) -> Thing:
        """Return the program that has come up on the bus, when its window shows."""
        desktop = Thing(REGISTRY, f"{PATHS}accessible/root")
        return self.wait_for(
            lambda: next((p for p in self.children(desktop) if any(self.everything(p))), None)
        )

    def children(self, thing: Thing) -> list[Thing]:
        return [Thing(*pair) for pair in self._call(thing, "Accessible", "GetChildren")[0]]

    def everything(self, thing: Thing) -> Iterator[Thing]:
        """Yield all that is in the thing and shown."""
        for child in self.children(thing):
            if self.has(child, SHOWING) and self.has(child, VISIBLE):
                yield child
                yield from self.everything(child)

    def find(self, within: Thing, role: str, name: str) -> Thing:
        """Return what is shown with the role and the name, as soon as it is."""

        def found() -> Thing | None:
            things = self.everything(within)
            return next((t for t in things if self.name(t) == name and self.role(t) == role), None)

        return self.wait_for(found)

    def find_labelled(self, within: Thing, role: str, label: str) -> Thing:
        """Return what the label with these words belongs to, such as a combo box."""

        def found() -> Thing | None:
            things = (t for t in self.everything(within) if self.role(t) == role)
            return next((t for t in things if label in self.labels(t)), None)

        return self.wait_for(found)

    def focused(self, within: Thing) -> list[Thing]:
        return [thing for thing in self.everything(within) if self.has(thing, FOCUSED)]

    def name(self, thing: Thing) -> str:
        return str(self._property(thing, "Name"))

    def description(self, thing: Thing) -> str:
        return str(self._property(thing, "Description"))

    def role(self, thing: Thing) -> str:
        return str(self._call(thing, "Accessible", "GetRoleName")[0])

    def labels(self, thing: Thing) -> list[str]:
        (relations,) = self._call(thing, "Accessible", "GetRelationSet")
        return [self.name(Thing(*p)) for kind, ps in relations if kind == LABELLED_BY for p in ps]

    def has(self, thing: Thing, state: int) -> bool:
        (words,) = self._call(thing, "Accessible", "GetState")
        return bool(words[state // 32] >> (state % 32) & 1)

    def text(self, thing: Thing) -> str:
        """Return what stands in a field."""
        return str(self._call(thing, "Text", "GetText", "ii", (0, -1))[0])

    def said(self) -> list[str]:
        """Return what the program has had said so far."""
        self._ask(message_bus.GetId())  # what was sent before the answer has arrived
        while self._signals:
            self._said.append(str(self._signals.popleft().body[3][1]))
        return self._said

    # Working

    def press(self, thing: Thing) -> None:
        """Do what the thing is for: a button is pressed, a row is chosen."""
        assert self._call(thing, "Action", "DoAction", "i", (0,))[0]

    def focus(self, thing: Thing) -> None:
        """Bring the focus to the thing."""
        assert self._call(thing, "Component", "GrabFocus")[0]
        self.wait_for(lambda: self.has(thing, FOCUSED))

    def write(self, thing: Thing, text: str) -> None:
        """Put the text into a field, as dictation does."""
        assert self._call(thing, "EditableText", "SetTextContents", "s", (text,))[0]

    def type(self, *symbols: int) -> None:
        """Type the keys of the symbols."""
        for symbol in symbols:
            key = (symbol, "", PRESSED_AND_RELEASED)
            self._ask(self._to_devices("GenerateKeyboardEvent", "isu", key))

    def click(self, thing: Thing) -> None:
        """Click into the middle of the thing; without a window manager that wakes a window."""
        ((x, y, width, height),) = self._call(thing, "Component", "GetExtents", "u", (0,))
        place = (x + width // 2, y + height // 2, "b1c")
        self._ask(self._to_devices("GenerateMouseEvent", "iis", place))

    def wait_for(self, look: Callable[[], Found | None]) -> Found:
        """Return what the look finds, as soon as it finds something."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                found = look()
            except DBusErrorResponse:  # it went away while it was looked at
                found = None
            if found:
                return found
            assert time.monotonic() < end, "it did not come"
            time.sleep(PAUSE)

    # Inside

    @staticmethod
    def _to_devices(method: str, signature: str, body: tuple[Any, ...]) -> Message:
        where = DBusAddress(
            f"{PATHS}registry/deviceeventcontroller", REGISTRY, f"{INTERFACE}DeviceEventController"
        )
        return new_method_call(where, method, signature, body)

    def _property(self, thing: Thing, name: str) -> Any:
        where = DBusAddress(thing.path, thing.owner, f"{INTERFACE}Accessible")
        return self._ask(Properties(where).get(name))[0][1]

    def _call(
        self, thing: Thing, interface: str, method: str, signature: str = "", body: Any = ()
    ) -> Any:
        where = DBusAddress(thing.path, thing.owner, INTERFACE + interface)
        return self._ask(new_method_call(where, method, signature or None, body))

    def _ask(self, message: Message) -> Any:
        answer = self._bus.send_and_get_reply(message, timeout=PATIENCE)
        if answer.header.message_type is MessageType.error:
            raise DBusErrorResponse(answer)
        assert HeaderFields.reply_serial in answer.header.fields
        return answer.body
