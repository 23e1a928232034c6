"""How the results of a division are kept: exact where they can be, never with noise."""

from decimal import ROUND_HALF_UP, Context, Decimal

_NINE_DECIMALS = Decimal("1e-9")
_WIDE = Context(prec=80)
"""Room for the product of the largest amounts; the usual 28 digits would refuse to round them."""


def settle(number: Decimal) -> Decimal:
    """Return the number to nine decimals.

    Three more than an amount has, and few enough that a third of something, taken three
    times, is whole again: the last digit of a division never decides a status.
    """
    return number.quantize(_NINE_DECIMALS, rounding=ROUND_HALF_UP, context=_WIDE)


def half_up(number: Decimal) -> int:
    """Return the nearest whole number; a half goes up, away from zero."""
    return int(number.to_integral_value(rounding=ROUND_HALF_UP))
