"""The one object through which numbers, dates and money reach people and come from them."""

import datetime as dt
from collections.abc import Iterable, Sequence
from copy import copy
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QDate, QLocale

from smartgoals.domain.terms import MetricKind, TargetKind
from smartgoals.domain.text import fold
from smartgoals.formats import money, patterns
from smartgoals.formats.days import DayNames
from smartgoals.formats.error import FormatError, FormatReason
from smartgoals.formats.marks import Marks
from smartgoals.formats.numbers import TypedNumber, read_number
from smartgoals.formats.printing import (
    printed,
    readable,
    readable_percent,
    rough,
    rounded_beside,
)
from smartgoals.formats.values import split_values

if TYPE_CHECKING:
    from smartgoals.domain.metric import Target

_PERCENT_PATTERNS = {"tr": "{sign}%{number}", "id": "{sign}{number}%", "it": "{sign}{number}%"}
_PERCENT_PATTERN = "{sign}{number} %"
_HOUR_SIGNS = {"id": "jam", "nb": "t", "tr": "sa"}
"""Where it is not "h". Source: CLDR, the short form of hours."""
_ORDINAL_DOTS = frozenset({"nb", "nn", "tr", "de", "da", "fi"})
"""Languages that write an ordinal number as the number and a full stop."""
_SMALL_WEEKDAYS = frozenset({"tr"})
"""Languages that give a day of the week its capital only where it begins what is said."""
_TIMES = frozenset("xX×")
_MAY_BE_NEGATIVE = frozenset({MetricKind.STOCK, MetricKind.AVERAGE})


class Formats:
    """Prints and reads in the writing of one language; ``locale_name`` such as ``en_GB``.

    ``week_start`` is the first day of her week, Monday is 0; None: as is usual there.
    What is printed for a field can be read back as the same value.
    """

    def __init__(self, locale_name: str = "en_GB", week_start: int | None = None) -> None:
        locale = QLocale(locale_name)
        if locale.language() is QLocale.Language.C:
            locale = QLocale("en_GB")
        self._locale = locale
        self.locale_name = locale.name()
        self.language = locale.name().partition("_")[0]
        usual = locale.firstDayOfWeek().value - 1
        self.week_start = usual if week_start is None else week_start
        """The day of the week with which a week begins; Monday is 0."""
        self.is_unbroken = False
        """Whether a line can never end between a day and its month, as on paper."""

    def unbroken(self) -> Self:
        """Return the same writing for paper: no line ends between a day and its month."""
        same = copy(self)
        same.is_unbroken = True
        return same

    def number(self, amount: Decimal | None) -> str:
        """Return the number, blank for None; up to six decimals exactly, else rounded."""
        return "" if amount is None else printed(readable(amount), self._locale)

    def percent(self, amount: Decimal | None) -> str:
        """Return the percentage, 15 for "15 %", blank for None; rounded as ``number`` is."""
        return "" if amount is None else self._percent(amount, plus="")

    def signed_percent(self, amount: Decimal | None) -> str:
        """Return the change in percent, "+15 %" or "-30 %"; no change has no sign."""
        if amount is None:
            return ""
        return self._percent(amount, plus=self.sign(amount) if amount > 0 else "")

    def signed(self, amount: Decimal | None) -> str:
        """Return the change, "+180" or "-60"; blank for None, no change has no sign."""
        text = self.number(amount)
        return f"{self.sign(amount)}{text}" if amount and amount > 0 else text

    def sign(self, amount: Decimal) -> str:
        """Return the sign of a change; blank for none."""
        if amount == 0:
            return ""
        return str(self._locale.positiveSign() if amount > 0 else self._locale.negativeSign())

    def money(self, amount: Decimal | None, currency: str = "") -> str:
        """Return the amount with its currency (ISO 4217 or blank); blank for None.

        Whole amounts have no decimals, all others two or more.
        """
        return "" if amount is None else money.printed_money(amount, currency, self._locale)

    def amounts(
        self, amounts: Sequence[Decimal], kind: MetricKind, currency: str = ""
    ) -> tuple[str, ...]:
        """Return values of a metric that stand below each other; money has cents all or none."""
        if kind is not MetricKind.MONEY:
            return tuple(self.amount(each, kind) for each in amounts)
        cents = any(each != each.to_integral_value() for each in amounts)
        return tuple(
            money.printed_money(each, currency, self._locale, has_cents=cents) for each in amounts
        )

    def amount(self, amount: Decimal | None, kind: MetricKind, currency: str = "") -> str:
        """Return a value of a metric of that kind; blank for None."""
        if kind.in_percent:
            return self.percent(amount)
        return self.money(amount, currency) if kind is MetricKind.MONEY else self.number(amount)

    def rough(self, amount: Decimal | None, kind: MetricKind, currency: str = "") -> str:
        """Return a calculated value of a metric of that kind, rounded to what can be meant.

        From 100 on it is whole, from 1 on it has one decimal; money keeps its cents.
        """
        if amount is None:
            return ""
        if kind is MetricKind.MONEY:
            return self.money(rough(amount, fewest=2), currency)
        return self.amount(rough(amount), kind)

    @staticmethod
    def within_reach(amount: Decimal, kind: MetricKind, *, wants_more: bool) -> Decimal:
        """Return a calculated target as one would set it, rounded to what is easier to reach."""
        cents = 2 if kind is MetricKind.MONEY else 0
        return rough(amount, cents, ROUND_FLOOR if wants_more else ROUND_CEILING)

    def times(self, ratio: Decimal, limits: Iterable[Decimal] = ()) -> str:
        """Return how many times, with one decimal; more where a limit would be blurred."""
        return self.number(rounded_beside(ratio, tuple(limits)))

    def hours(self, amount: Decimal | None) -> str:
        """Return the hours with the sign of the language, "2.5 h" or "2,5 t"; blank for None."""
        sign = _HOUR_SIGNS.get(self.language, "h")
        return "" if amount is None else f"{self.number(amount)} {sign}"

    def target(self, target: "Target") -> str:
        """Return the target the way it is typed: "1,000", "+15 %", "x2"."""
        if target.kind is TargetKind.FACTOR:
            return f"x{self.number(target.amount)}"
        if target.kind is TargetKind.NUMBER:
            return self.number(target.amount)
        plus = "" if target.amount < 0 else self._locale.positiveSign()
        return self._percent(target.amount, plus=plus)

    def values(self, amounts: Iterable[Decimal]) -> str:
        """Return the numbers as one line that can be read back."""
        return "; ".join(self.number(amount) for amount in amounts)

    def day(self, day: dt.date) -> str:
        """Return the date in words, "14 June 2027"."""
        return self._day(day, patterns.long_day(self._locale))

    def medium_day(self, day: dt.date) -> str:
        """Return the date with a short month, "14 Jun 2027"."""
        return self._day(day, patterns.medium_day(self._locale))

    def short_day(self, day: dt.date) -> str:
        """Return the date without its year, "14 Jun"."""
        return self._day(day, patterns.short_day(self._locale))

    def weekday(self, weekday: int, *, short: bool = False) -> str:
        """Return the name of the day of the week; Monday is 0."""
        form = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
        return str(self._locale.dayName(weekday + 1, form))

    def inner_weekday(self, weekday: int) -> str:
        """Return the name of the day as it is written in the middle of a sentence."""
        name = self.weekday(weekday)
        return self.lower_first(name) if self.language in _SMALL_WEEKDAYS else name

    @property
    def weekdays(self) -> tuple[int, ...]:
        """The seven days of the week in their order here; Monday is 0."""
        return tuple((self.week_start + day) % 7 for day in range(7))

    def ordinal(self, number: int) -> str:
        """Return the number of a day in a month, "30th" or "30."."""
        text = self.number(Decimal(number))
        if self.language == "en":
            teens = number % 100 in {11, 12, 13}
            return text + ("th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th"))
        return f"{text}." if self.language in _ORDINAL_DOTS else text

    def listed(self, parts: Iterable[str]) -> str:
        """Return the parts as a list in a sentence, "a, b and c"."""
        return str(self._locale.createSeparatedList(list(parts)))

    def upper_first(self, text: str) -> str:
        """Return the text with a capital first letter, as a sentence begins."""
        return str(self._locale.toUpper(text[:1])) + text[1:]

    def lower_first(self, text: str) -> str:
        """Return the text with a small first letter, unless it begins with an abbreviation."""
        if text[1:2].islower():
            return str(self._locale.toLower(text[:1])) + text[1:]
        return text

    def parse_number(self, text: str, kind: MetricKind | None = None) -> Decimal:
        """Return the typed number.

        With a ``kind`` a percent sign is refused unless the kind is in percent.

        Raises:
            FormatError: the text is no number, or not for sure.
        """
        typed = read_number(text, self._marks)
        if typed.is_percent and kind is not None and not kind.in_percent:
            raise FormatError(FormatReason.PERCENT, text)
        return typed.amount

    def parse_target(self, text: str, kind: MetricKind) -> "Target":
        """Return the typed target: a level, a change in percent, or a factor.

        Raises:
            FormatError: the text is none of them, or not for sure.
        """
        from smartgoals.domain.metric import Target

        inner = text.strip()
        if inner[:1] in _TIMES or inner[-1:] in _TIMES:
            inner = inner[1:] if inner[0] in _TIMES else inner[:-1]
            return Target(kind=TargetKind.FACTOR, amount=self._factor(inner, text))
        typed = read_number(text, self._marks)
        _check_target(typed, kind, text)
        is_change = typed.is_percent and bool(typed.sign)
        target_kind = TargetKind.PERCENT if is_change else TargetKind.NUMBER
        return Target(kind=target_kind, amount=typed.amount)

    def parse_values(self, text: str, kind: MetricKind | None = None) -> tuple[Decimal, ...]:
        """Return the numbers of a typed or pasted list, in their order.

        Lines, tabs, semicolons, wide gaps, or a comma and a space part them; a single space
        does where it cannot part thousands.

        Raises:
            FormatError: one of them is blank or no number, the list is not clear, or has
                more than twelve numbers.
        """
        return tuple(self.parse_number(piece, kind) for piece in split_values(text))

    def parse_day(self, text: str) -> dt.date:
        """Return the typed date.

        Raises:
            FormatError: the text is no date, not for sure, or outside 2000 to 2199.
        """
        return self._day_names.read(text)

    def _percent(self, amount: Decimal, plus: str) -> str:
        shown = readable_percent(amount)
        sign = self._locale.negativeSign() if shown < 0 else plus
        pattern = _PERCENT_PATTERNS.get(self.language, _PERCENT_PATTERN)
        return pattern.format(sign=sign, number=printed(abs(shown), self._locale))

    def _day(self, day: dt.date, pattern: str) -> str:
        if self.is_unbroken:
            pattern = patterns.unbroken(pattern)
        return str(self._locale.toString(QDate(day.year, day.month, day.day), pattern))

    def _factor(self, text: str, whole_text: str) -> Decimal:
        typed = read_number(text, self._marks)
        if typed.sign or typed.is_percent or not typed.amount:
            raise FormatError(FormatReason.FACTOR, whole_text)
        return typed.amount

    @cached_property
    def _marks(self) -> Marks:
        decimal, group = self._locale.decimalPoint(), self._locale.groupSeparator()
        if decimal == ",":
            group = "."  # where the comma parts decimals, the point never does
        return Marks(
            decimal=decimal if decimal in ".," else "",
            group=group if group in ".," else "",
            by_hundreds=bool(group) and self._locale.toString(100_000).count(group) > 1,
        )

    @cached_property
    def _day_names(self) -> DayNames:
        locales = (QLocale.c(), self._locale)  # English is read everywhere, the own name wins
        return DayNames(
            months={name: n for each in locales for name, n in patterns.months(each)},
            weekdays={name: n for each in locales for name, n in patterns.weekdays(each)},
            fillers=frozenset(fold(word) for word in patterns.fillers(self._locale)),
            day_first=patterns.is_day_first(self._locale),
        )


def _check_target(typed: TypedNumber, kind: MetricKind, text: str) -> None:
    if typed.is_percent:
        if not typed.sign and not kind.in_percent:
            raise FormatError(FormatReason.UNSIGNED_PERCENT, text)
        return
    if typed.sign == "+" or (typed.sign and kind not in _MAY_BE_NEGATIVE):
        raise FormatError(FormatReason.CHANGE, text)
