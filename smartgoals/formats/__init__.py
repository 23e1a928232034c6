"""How numbers, dates and money are printed for people and read from what they type.

Printing and reading are exact: a number is never a float, and what cannot be read for sure
is refused with a reason instead of being read as something else.
"""

import smartgoals.quick_qt  # noqa: F401 - before anything of Qt
from smartgoals.formats.error import FormatError, FormatReason
from smartgoals.formats.formats import Formats

__all__ = ["FormatError", "FormatReason", "Formats"]
