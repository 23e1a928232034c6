"""Loads Qt's core without what PySide does at every start for nothing; imported before Qt.

- PySide leaves an import hook behind that reads the source of every module imported later, in
  search of ``from __feature__``, which nobody here writes: with pydantic and SQLAlchemy that takes
  160 ms and 37 MB. Imports are Python's own again afterwards, so there is no star import from
  PySide6.
- It carries some of its Python along as source and compiles it each time, for 20 ms, and works
  out regular expressions for 13 ms. What came out is kept beside the list of fonts, as Python
  keeps what it compiles.
- Its enumerations are made quickly.
"""

import builtins
import contextlib
import marshal
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import CodeType
from typing import Any
from zlib import crc32

from smartgoals.folders import cache_folder
from smartgoals.quick_enums import make_enums_quickly
from smartgoals.quick_patterns import Patterns, patterns_kept

Compiled = dict[tuple[str, bytes], CodeType]
_SUM = 4
"""Bytes of the check sum that the file begins with."""


@contextlib.contextmanager
def plain_imports() -> Iterator[None]:
    """Take back any import hook that the body leaves behind."""
    plain = builtins.__import__
    try:
        yield
    finally:
        builtins.__import__ = plain


@contextlib.contextmanager
def worked_out_once(path: Path) -> Iterator[None]:
    """Work out nothing in the body that was worked out so before; the file keeps what came out."""
    compiled, patterns = _read(path)
    count = len(compiled) + len(patterns)
    with _compiled_once(compiled), patterns_kept(patterns):
        yield
    if len(compiled) + len(patterns) != count and not sys.dont_write_bytecode:
        _write(path, (compiled, patterns))


@contextlib.contextmanager
def _compiled_once(known: Compiled) -> Iterator[None]:
    plain = builtins.compile

    def look_up(source: Any, name: Any, mode: str, *others: Any, **options: Any) -> Any:
        if mode != "exec" or type(source) is not bytes or others or options:
            return plain(source, name, mode, *others, **options)
        if (name, source) not in known:
            known[name, source] = plain(source, name, mode)
        return known[name, source]

    builtins.compile = look_up  # type: ignore[assignment]
    try:
        yield
    finally:
        builtins.compile = plain


def _read(path: Path) -> tuple[Compiled, Patterns]:
    try:
        content = path.read_bytes()
    except OSError:
        return {}, {}
    # What a power cut has left of it could end Python itself.
    if content[:_SUM] != _sum_of(content[_SUM:]):
        return {}, {}
    # As Python keeps its own, beside it.
    known: tuple[Compiled, Patterns] = marshal.loads(content[_SUM:])  # noqa: S302
    return known


def _sum_of(content: bytes) -> bytes:
    return crc32(content).to_bytes(_SUM, "big")


def _write(path: Path, known: tuple[Compiled, Patterns]) -> None:
    # Without it every start is as fast as the first one.
    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        new = path.with_name(f"{path.name}.{os.getpid()}")
        content = marshal.dumps(known)
        new.write_bytes(_sum_of(content) + content)
        new.replace(path)


make_enums_quickly()
_path = cache_folder() / f"start.{sys.implementation.cache_tag}"
with plain_imports(), worked_out_once(_path):
    import PySide6.QtCore  # noqa: F401
