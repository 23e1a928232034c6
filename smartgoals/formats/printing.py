"""Printing exact numbers in the writing of one language."""

from decimal import ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal

from PySide6.QtCore import QLocale

from smartgoals.formats.characters import digits_of
from smartgoals.formats.numbers import LIMIT, MAX_DECIMALS

_WIDE = Context(prec=80)
"""Room for the product of the largest amounts."""
_HUNDRED = Decimal(100)
_SMALLEST_SHOWN = Decimal("0.1")


def readable(amount: Decimal) -> Decimal:
    """Return the number as it is shown.

    What a person typed has at most six decimals and is shown as it is. More decimals come
    from a division: of those numbers only the places that mean something are shown.
    """
    if decimals_of(amount) <= MAX_DECIMALS:
        return amount
    return rough(amount)


def rough(amount: Decimal, fewest: int = 0, rounding: str = ROUND_HALF_UP) -> Decimal:
    """Return the number without the places that mean nothing; at least ``fewest`` are kept."""
    size = abs(amount)
    if size >= _HUNDRED:
        places = 0
    elif size >= _SMALLEST_SHOWN or not size:
        places = 1 if size >= 1 else 2
    else:
        places = min(1 - size.adjusted(), MAX_DECIMALS)
    return rounded(amount, max(places, fewest), rounding)


def rounded_beside(amount: Decimal, limits: tuple[Decimal, ...]) -> Decimal:
    """Return the number with one decimal, or as many as keep it on its side of each limit."""
    for places in range(1, MAX_DECIMALS):
        shown = rounded(amount, places)
        if all(shown.compare(limit) == amount.compare(limit) for limit in limits):
            return shown
    return amount


def readable_percent(amount: Decimal) -> Decimal:
    """Return the percentage as it is shown; nearly a hundred never reads as a hundred."""
    if decimals_of(amount) <= MAX_DECIMALS:
        return amount
    shown = rounded(amount, 0) if abs(amount) >= 10 else readable(amount)  # noqa: PLR2004
    if amount < _HUNDRED <= shown:
        return amount.quantize(_SMALLEST_SHOWN, rounding=ROUND_FLOOR, context=_WIDE)
    return shown


def rounded(amount: Decimal, places: int, rounding: str = ROUND_HALF_UP) -> Decimal:
    """Return the number with that many decimals, a half rounded away from zero."""
    return amount.quantize(Decimal(1).scaleb(-places), rounding=rounding, context=_WIDE)


def decimals_of(amount: Decimal) -> int:
    """Return how many decimals the number has, idle zeros left out."""
    _, _, decimals = f"{amount:f}".partition(".")
    return len(decimals.rstrip("0"))


def printed(amount: Decimal, locale: QLocale, places: int = 0) -> str:
    """Return the number in the locale's digits and marks, with at least that many decimals."""
    whole, _, decimals = f"{abs(amount):f}".partition(".")
    decimals = decimals.rstrip("0").ljust(places, "0")
    text = _whole(int(whole), locale)
    if decimals:
        text += locale.decimalPoint() + digits_of(decimals, locale.zeroDigit())
    is_negative = amount < 0 and bool(int(whole + decimals))
    return f"{locale.negativeSign()}{text}" if is_negative else text


def _whole(number: int, locale: QLocale) -> str:
    """Return the whole number in groups; Qt prints what fits into 64 bits."""
    if number < LIMIT:
        return str(locale.toString(number))
    return digits_of(f"{number:d}", locale.zeroDigit())
