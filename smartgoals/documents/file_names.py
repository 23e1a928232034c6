"""A file's name made of a plan's title, one that every system takes."""

from smartgoals.domain.text import clean_line

MAX_BYTES = 120
"""Of the name without its suffix: paths have an end, and a title may be a paragraph."""
_FORBIDDEN = frozenset('<>:"/\\|?*')
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)


def file_name(title: str, fallback: str = "plan") -> str:
    """Return the title as a file's name without suffix; the fallback where nothing is left.

    Windows reads its reserved names up to the first dot and drops dots and spaces at the end.
    """
    kept = "".join(" " if letter in _FORBIDDEN else letter for letter in clean_line(title))
    name = _shortened(" ".join(kept.split())).strip(" .")
    if name.partition(".")[0].strip().casefold() in _RESERVED:
        name = f"{fallback} {name}"
    return name or fallback


def _shortened(name: str) -> str:
    return name.encode()[:MAX_BYTES].decode(errors="ignore")
