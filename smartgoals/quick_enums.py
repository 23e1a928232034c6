"""Makes Qt's enumerations in a third of the time that Python 3.11 takes for them.

Qt has some three hundred of them before the first window is painted, with thousands of members.
Python makes each member as something else first, takes it out of its class and puts it in again:
a quarter of the start. Here the class is Python's own, made without members, and they are put
into it directly. Only what PySide makes is made so; other versions of Python go their own way.
"""

import enum
import sys
from typing import Any

IS_KNOWN = sys.version_info[:2] == (3, 11)
"""Whether this Python keeps the members of an enumeration as it is done here."""

_KNOWS_SINGLES = hasattr(enum.Flag, "_singles_mask_")
"""In the first versions of Python 3.11 a flag's mask has only the bits that are members."""

_make = enum.EnumType._create_  # type: ignore[attr-defined]
_OWN = {
    "_member_names_": list,
    "_member_map_": dict,
    "_value2member_map_": dict,
    "_unhashable_values_": list,
}
"""What each enumeration has for itself."""
_kinds: dict[Any, dict[str, Any]] = {}
"""By its kind what an enumeration without members consists of."""


def make_enums_quickly() -> None:
    """Have the enumerations that PySide makes from now on made quickly."""
    if IS_KNOWN:
        enum.EnumType._create_ = _make_quickly  # type: ignore[attr-defined]


def _make_quickly(cls: Any, class_name: str, names: Any, **options: Any) -> Any:
    if not _is_from_qt(names, options):
        return _make(cls, class_name, names, **options)
    made = _without_members(cls, class_name, options)
    is_flag = issubclass(made, enum.Flag)
    _put(made, names, is_flag=is_flag)
    if is_flag:
        _know_bits(made, [value for _, value in names])
    return made


def _without_members(cls: Any, class_name: str, options: dict[str, Any]) -> Any:
    """Return a new class of the kind; the first of each is made by Python, the others like it."""
    if cls not in _kinds:
        _kinds[cls] = dict(vars(_make(cls, class_name, (), **options)))
    own = {name: kind() for name, kind in _OWN.items()}
    return type.__new__(enum.EnumType, class_name, (cls,), {**_kinds[cls], **own})


def _is_from_qt(names: Any, options: dict[str, Any]) -> bool:
    """Return whether these are plain numbers of C++, as PySide hands them over."""
    if options["boundary"] is not enum.KEEP or type(names) is not list:
        return False
    if options["module"] is not None or options["type"] is not None:
        return False
    return all(
        type(each) is tuple and type(each[1]) is int and not _is_special(each[0]) for each in names
    )


def _is_special(name: str) -> bool:
    """Return whether Python does more for a member of this name than to keep it."""
    return name in {"name", "value", "mro"} or name.startswith("_")


def _is_one_bit(value: int) -> bool:
    return value > 0 and not value & (value - 1)


def _put(made: Any, names: list[tuple[str, int]], *, is_flag: bool) -> None:
    """Put the members into the class; a second name of a value leads to the same member."""
    new, is_number = vars(made)["_new_member_"], made._use_args_
    by_value, by_name, listed = made._value2member_map_, made._member_map_, made._member_names_
    for name, value in names:
        member = by_value.get(value)
        if member is None:
            by_value[value] = member = new(made, value) if is_number else new(made)
            member._value_ = value
            member._name_ = name
            member.__objclass__ = made
            member._sort_order_ = len(listed)
            if not is_flag or _is_one_bit(value):
                listed.append(name)
        by_name[name] = member
        type.__setattr__(made, name, member)


def _know_bits(made: Any, values: list[int]) -> None:
    """Note which bits the flag has, and whether its members stand in the order of their bits."""
    mask = singles = 0
    for value in values:
        mask |= value
        if _is_one_bit(value):
            singles |= value
    known = {"_flag_mask_": mask, "_singles_mask_": singles}
    if not _KNOWS_SINGLES:
        known = {"_flag_mask_": singles}
    known["_all_bits_"] = 2 ** mask.bit_length() - 1
    for name, bits in known.items():
        type.__setattr__(made, name, bits)
    numbers = [member._value_ for member in made]
    if numbers != sorted(numbers):
        type.__setattr__(made, "_iter_member_", made._iter_member_by_def_)
