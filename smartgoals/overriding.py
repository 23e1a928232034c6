"""Marks methods as overriding others, for the modules that the first window needs.

To a type checker it is ``typing_extensions.override``. When the program runs it does nothing, and
the three milliseconds that the other module takes to load come after the window is there.
"""

from typing import TYPE_CHECKING, TypeVar

Method = TypeVar("Method")

if TYPE_CHECKING:
    from typing_extensions import override as override  # noqa: PLC0414 - to be imported from here
else:

    def override(method: Method) -> Method:
        """Return the method as it is."""
        return method
