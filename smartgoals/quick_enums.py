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

_make = enum.EnumType._create_  # type: ignore[attr-defined]


def make_enums_quickly() -> None:
    """Have the enumerations that PySide makes from now on made quickly."""
    if IS_KNOWN:
        enum.EnumType._create_ = _make_quickly  # type: ignore[attr-defined]


def _make_quickly(cls: Any, class_name: str, names: Any, **options: Any) -> Any:
    if not _is_from_qt(names, options):
        return _make(cls, class_name, names, **options)
    made = _make(cls, class_name, (), **options)
    is_flag = issubclass(made, enum.Flag)
    for name, value in names:
        _put(made, name, value, is_named=not is_flag or _is_one_bit(value))
    if is_flag:
        _know_bits(made, [value for _, value in names])
    return made


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


def _put(made: Any, name: str, value: int, *, is_named: bool) -> None:
    """Put a member into the class; a second name of a value leads to the same member."""
    of_class = made.__dict__
    member = made._value2member_map_.get(value)
    if member is None:
        new = of_class["_new_member_"]
        member = new(made, value) if of_class["_use_args_"] else new(made)
        member.__dict__.update(
            _value_=value,
            _name_=name,
            __objclass__=made,
            _sort_order_=len(made._member_names_),
        )
        made._value2member_map_[value] = member
        if is_named:
            made._member_names_.append(name)
    made._member_map_[name] = member
    type.__setattr__(made, name, member)


def _know_bits(made: Any, values: list[int]) -> None:
    """Note which bits the flag has, and whether its members stand in the order of their bits."""
    mask = singles = 0
    for value in values:
        mask |= value
        if _is_one_bit(value):
            singles |= value
    known = {"_flag_mask_": mask, "_singles_mask_": singles}
    known["_all_bits_"] = 2 ** mask.bit_length() - 1
    for name, bits in known.items():
        type.__setattr__(made, name, bits)
    numbers = [member._value_ for member in made]
    if numbers != sorted(numbers):
        type.__setattr__(made, "_iter_member_", made._iter_member_by_def_)
