"""How single values lie in the database: decimals as text, moments in UTC, the rest as JSON."""

import datetime as dt
from decimal import Decimal
from enum import Enum as PythonEnum
from functools import cached_property
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Dialect, Enum, Text, TypeDecorator
from typing_extensions import override

from smartgoals.domain.value import plain


class DecimalText(TypeDecorator[Decimal]):
    """An exact number, as the text of its digits."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        return None if value is None else plain(value)

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


class Moment(TypeDecorator[dt.datetime]):
    """A moment, as ISO text in UTC with microseconds, so that text order is order in time."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        return value.astimezone(dt.UTC).isoformat(timespec="microseconds")

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> dt.datetime | None:
        return None if value is None else dt.datetime.fromisoformat(value)


class Nested(TypeDecorator[Any]):
    """A value of the domain, or several, as JSON text."""

    impl = Text
    cache_ok = True

    def __init__(self, shape: Any) -> None:
        super().__init__()
        self.shape = shape
        """The type of the value, such as ``tuple[Audience, ...]``."""

    @cached_property
    def _adapter(self) -> TypeAdapter[Any]:
        return TypeAdapter(self.shape)

    @override
    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else self._adapter.dump_json(value).decode()

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else self._adapter.validate_json(value)


def word(words: type[PythonEnum]) -> Enum:
    """Return the column type that keeps a closed list of words by their values."""
    return Enum(
        words,
        native_enum=False,
        length=32,
        values_callable=lambda members: [member.value for member in members],
    )
