"""Values with every field set to something else than its default."""

import datetime as dt
import types
import typing
from decimal import Decimal
from enum import Enum
from itertools import count
from typing import Annotated, Any, TypeVar

from smartgoals.domain.value import Value

AnyValue = TypeVar("AnyValue", bound=Value)


def filled(model: type[AnyValue], numbers: typing.Iterator[int] | None = None) -> AnyValue:
    """Return a value of the model of which no field, at any depth, stands at its default."""
    numbers = numbers or count(1)
    hints = typing.get_type_hints(model, include_extras=True)
    fields = {}
    for name, field in model.model_fields.items():
        default = field.get_default(call_default_factory=True)
        fields[name] = _filled(hints[name], name, numbers, default)
        assert fields[name] != default, name
    return model(**fields)


def _filled(hint: Any, name: str, numbers: typing.Iterator[int], default: Any = None) -> Any:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in {Annotated, typing.Union, types.UnionType}:
        return _filled(arguments[0], name, numbers, default)
    if origin is tuple:
        inner = arguments[:1] * 2 if arguments[-1] is Ellipsis else arguments
        return tuple(_filled(argument, name, numbers) for argument in inner)
    if issubclass(hint, Value):
        return filled(hint, numbers)
    if issubclass(hint, Enum):
        return next(member for member in hint if member != default)
    return _plain(hint, name, next(numbers))


def _plain(hint: type, name: str, number: int) -> Any:
    if hint is str:
        return "EUR" if name == "currency" else f"{name}-{number}"
    plain = {
        bool: True,
        int: 2,
        Decimal: Decimal(f"{number % 90}.25"),
        dt.date: dt.date(2026, 5, 17),
    }
    return plain[hint]
