"""The base of every immutable value and the types of its fields."""

import datetime as dt
import uuid
from decimal import Decimal
from typing import Annotated, Any, Self, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainSerializer

from smartgoals.domain.text import MAX_TEXT, clean, clean_line

FIRST_DAY = dt.date(2000, 1, 1)
LAST_DAY = dt.date(2199, 12, 31)
MAX_AMOUNT = Decimal(10) ** 15
"""No amount of a plan reaches this, in whatever unit."""
_TOO_LARGE = MAX_AMOUNT - Decimal("5e-7")
"""From here on rounding comes to the limit, which no stored plan may hold."""


class Value(BaseModel):
    """An immutable, validated value; change it by replacing it."""

    model_config = ConfigDict(frozen=True, extra="forbid", from_attributes=True)

    def replace(self, **changes: Any) -> Self:
        """Return a copy with the changes, validated (unlike ``model_copy``).

        Raises:
            pydantic.ValidationError: a change does not fit its field.
        """
        return type(self)(**{**dict(self), **changes})


def new_id() -> str:
    """Return an identifier that no other value has."""
    return uuid.uuid4().hex[:16]


def plain(amount: Decimal) -> str:
    """Return the number in digits, without exponent and without idle zeros."""
    text = f"{amount:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", ""} else text


def _known_scale(amount: Decimal) -> Decimal:
    # Not by ``abs``, which rounds: that fails with a number of a billion digits.
    if amount.copy_abs() >= _TOO_LARGE:
        message = "number too large"
        raise ValueError(message)
    return Decimal(plain(round(amount, 6)))


Line = Annotated[str, AfterValidator(clean_line), Field(max_length=MAX_TEXT)]
"""One line of text."""
Text = Annotated[str, AfterValidator(clean), Field(max_length=MAX_TEXT)]
"""Text that may have line breaks."""
Identifier = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.-]{1,64}$")]
Amount = Annotated[
    Decimal,
    Field(allow_inf_nan=False),
    AfterValidator(_known_scale),
    PlainSerializer(plain, return_type=str, when_used="json"),
]
"""An exact number below 10^15 with at most six decimals; never a float, NaN or infinity."""
Quantity = Annotated[Amount, Field(ge=0)]
"""An amount that cannot be negative."""
Score = Annotated[int, Field(ge=1, le=10)]
"""A guess from 1 (low) to 10 (high). Source: B4."""
Day = Annotated[dt.date, Field(ge=FIRST_DAY, le=LAST_DAY)]
"""A calendar date from 2000 to 2199."""


class Part(Value):
    """A value that keeps its identity while its fields change, such as a metric of a plan."""

    id: Identifier = Field(default_factory=new_id)


AnyPart = TypeVar("AnyPart", bound=Part)


def find_part(parts: tuple[AnyPart, ...], part_id: str) -> AnyPart:
    """Return the part of that id. Raises ``KeyError`` when there is none."""
    for part in parts:
        if part.id == part_id:
            return part
    raise KeyError(part_id)


def with_part(parts: tuple[AnyPart, ...], new: AnyPart) -> tuple[AnyPart, ...]:
    """Return the parts with the new one in the place of the one of its id, or added last."""
    if any(part.id == new.id for part in parts):
        return tuple(new if part.id == new.id else part for part in parts)
    return (*parts, new)


def without_part(parts: tuple[AnyPart, ...], part_id: str) -> tuple[AnyPart, ...]:
    """Return the parts without the one of that id."""
    return tuple(part for part in parts if part.id != part_id)
