"""Ways in which a file gets damaged, drawn from a seed so that every run meets the same."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

PAGE = 4096


def _flip_a_bit(content: bytearray, chance: random.Random) -> None:
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def _flip_many_bits(content: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randrange(2, 200)):
        _flip_a_bit(content, chance)


def _zero_a_stretch(content: bytearray, chance: random.Random) -> None:
    start, length = chance.randrange(len(content)), chance.randrange(1, 3 * PAGE)
    content[start : start + length] = bytes(len(content[start : start + length]))


def _zero_a_page(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(content) // PAGE) * PAGE
    content[start : start + PAGE] = bytes(PAGE)


def _scramble_a_page(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(content) // PAGE) * PAGE
    content[start : start + PAGE] = chance.randbytes(PAGE)


def _swap_two_pages(content: bytearray, chance: random.Random) -> None:
    first, second = (n * PAGE for n in chance.sample(range(len(content) // PAGE), 2))
    page = content[first : first + PAGE]
    content[first : first + PAGE] = content[second : second + PAGE]
    content[second : second + PAGE] = page


def _cut_off(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(len(content)) :]


def _lose_the_first_page(content: bytearray, chance: random.Random) -> None:
    content[:PAGE] = chance.randbytes(PAGE) if chance.random() < 0.5 else bytes(PAGE)


def _write_other_text_over(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(content))
    text = b"\r\n<html>404 not found</html>" * chance.randrange(1, 400)
    content[start : start + len(text)] = text[: len(content) - start]


def _become_other(content: bytearray, chance: random.Random) -> None:
    content[:] = chance.choice([b"", b"\0", b"PK\3\4" * 999, chance.randbytes(9 * PAGE)])


WAYS: dict[str, Callable[[bytearray, random.Random], None]] = {
    "a flipped bit": _flip_a_bit,
    "many flipped bits": _flip_many_bits,
    "a stretch of zeros": _zero_a_stretch,
    "a page of zeros": _zero_a_page,
    "a page of noise": _scramble_a_page,
    "two pages swapped": _swap_two_pages,
    "cut off": _cut_off,
    "the first page lost": _lose_the_first_page,
    "other text written over": _write_other_text_over,
    "another file altogether": _become_other,
}


def damage(path: Path, way: str, seed: int) -> None:
    """Damage the file in one of the ways, and not in vain."""
    whole = path.read_bytes()
    chance = random.Random(f"{way}-{seed}")  # noqa: S311 - the same places every time
    content = bytearray(whole)
    while content == whole:
        WAYS[way](content, chance)
    path.write_bytes(content)
