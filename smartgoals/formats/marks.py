"""Reading digits and the marks between them; the place where a number could become another.

Every way of writing that has only one reading is taken, whatever the language. Where a mark
could part thousands or decimals (``1.234``), the language decides; where even then a slip
of the finger is as likely (``1234,567`` in English), the number is refused.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from smartgoals.formats.error import FormatError, FormatReason

_ARABIC_GROUP = "\u066c"
_ARABIC_DECIMAL = "\u066b"
_ONLY_GROUPS = f" '{_ARABIC_GROUP}"
"""Marks that part thousands in every language and never decimals."""
MARKS = f".,{_ONLY_GROUPS}{_ARABIC_DECIMAL}"
_THOUSAND = 3


@dataclass(frozen=True)
class Marks:
    """What the point and the comma mean in a language.

    ``decimal`` parts decimals and ``group`` thousands; blank where neither of the two does.
    ``by_hundreds`` allows the grouping 12,34,567.
    """

    decimal: str
    group: str
    by_hundreds: bool = False

    def read(self, text: str) -> Decimal:
        """Return the number that the digits and marks stand for; there is no sign.

        Raises:
            FormatError: GROUPS or AMBIGUOUS.
        """
        marks = re.sub("[0-9]", "", text)
        if not marks:
            return Decimal(text)
        if not text[-1].isdigit() or len(set(marks)) > 2:  # noqa: PLR2004 - groups, decimals
            raise FormatError(FormatReason.GROUPS, text)
        last = marks[-1]
        if last in _ONLY_GROUPS or marks.count(last) > 1:
            return self._grouped(text, last)
        if len(marks) == 1:
            return self._read_one_mark(text, last)
        return self._read_two_marks(text, group=marks[0], decimal=last)

    def _read_one_mark(self, text: str, mark: str) -> Decimal:
        whole, _, decimals = text.partition(mark)
        if mark in (self.decimal, _ARABIC_DECIMAL):
            return _joined(whole, decimals)
        if len(decimals) != _THOUSAND or whole in {"", "0"}:
            return _joined(whole, decimals)
        if mark == self.group and self._is_grouped(text, mark):
            return Decimal(whole + decimals)
        raise FormatError(FormatReason.AMBIGUOUS, text)

    def _read_two_marks(self, text: str, *, group: str, decimal: str) -> Decimal:
        whole, _, decimals = text.rpartition(decimal)
        number = self._grouped(whole, group)
        if decimal not in (self.decimal, _ARABIC_DECIMAL) and len(decimals) == _THOUSAND:
            raise FormatError(FormatReason.AMBIGUOUS, text)
        return _joined(f"{number:f}", decimals)

    def _grouped(self, text: str, mark: str) -> Decimal:
        if not self._is_grouped(text, mark):
            raise FormatError(FormatReason.GROUPS, text)
        return Decimal(text.replace(mark, ""))

    def _is_grouped(self, text: str, mark: str) -> bool:
        if mark == _ARABIC_DECIMAL:
            return False
        escaped = re.escape(mark)
        if re.fullmatch(rf"[1-9][0-9]{{0,2}}({escaped}[0-9]{{3}})+", text):
            return True
        hundreds = rf"[1-9][0-9]?({escaped}[0-9]{{2}})*{escaped}[0-9]{{3}}"
        return self.by_hundreds and re.fullmatch(hundreds, text) is not None


def _joined(whole: str, decimals: str) -> Decimal:
    return Decimal(f"{whole or '0'}.{decimals}")
