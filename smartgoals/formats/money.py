"""Printing amounts of money with the sign of their currency where a locale puts it."""

from decimal import Decimal

from PySide6.QtCore import QLocale

from smartgoals.formats.numbers import MAX_DECIMALS
from smartgoals.formats.printing import decimals_of, printed, rounded

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "TRY": "₺"}
_ANY_CURRENCY = "\u00a4"
_CENTS = 2


def printed_money(
    amount: Decimal, currency: str, locale: QLocale, *, has_cents: bool = False
) -> str:
    """Return the amount in that currency; blank prints the number alone."""
    exact = amount if decimals_of(amount) <= MAX_DECIMALS else rounded(amount, _CENTS)
    is_whole = decimals_of(exact) == 0 and not has_cents
    number = printed(abs(exact), locale, 0 if is_whole else _CENTS)
    sign = locale.negativeSign() if exact < 0 else ""
    return sign + (_with_currency(number, currency, locale) if currency else number)


def _with_currency(number: str, currency: str, locale: QLocale) -> str:
    sign = _sign(currency, locale)
    before, _, after = locale.toCurrencyString(1, _ANY_CURRENCY).partition(_ANY_CURRENCY)
    if before.strip("\u200e\u200f"):
        return f"{number}\u00a0{sign}"
    is_close = bool(after) and after[0].isdigit() and not sign[-1].isalpha()
    return f"{sign}{number}" if is_close else f"{sign}\u00a0{number}"


def _sign(currency: str, locale: QLocale) -> str:
    own = str(locale.currencySymbol())
    if currency == locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode):
        return own or currency
    sign = _SIGNS.get(currency, currency)
    return currency if sign == own else sign
