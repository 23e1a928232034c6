"""How the results of a division are kept: exact where they can be, never with noise."""

from decimal import ROUND_HALF_UP, Context, Decimal

_ONE = Decimal(1)
_NINE_DECIMALS = Decimal("1e-9")
_WIDE = Context(prec=80)
"""Room for the product of the largest amounts; the usual 28 digits would refuse to round them."""


def settle(number: Decimal) -> Decimal:
    """Return the number to nine decimals, without idle zeros or a minus before 0.

    Three more than an amount has, and few enough that a third of something, taken three
    times, is whole again: the last digit of a division never decides a status.
    """
    settled = number.quantize(_NINE_DECIMALS, rounding=ROUND_HALF_UP, context=_WIDE)
    short = settled.normalize(_WIDE)
    is_whole = short == short.to_integral_value()
    return _WIDE.plus(short.quantize(_ONE, context=_WIDE) if is_whole else short)


def half_up(number: Decimal) -> int:
    """Return the nearest whole number; a half goes up, away from zero."""
    return int(number.to_integral_value(rounding=ROUND_HALF_UP))
