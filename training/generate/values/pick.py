"""Small drawing helpers shared by the value makers. Every one takes the random source first."""

from __future__ import annotations

import string
from collections.abc import Callable, Sequence
from functools import cache
from itertools import accumulate
from random import Random
from typing import TypeVar

T = TypeVar("T")
Maker = Callable[[Random], str]
Makers = Sequence[tuple[float, Maker]]


def weighted(rng: Random, table: Sequence[tuple[float, T]]) -> T:
    """One value of a table of (weight, value)."""
    at = rng.random() * sum(weight for weight, _ in table)
    for weight, value in table:
        at -= weight
        if at <= 0:
            return value
    return table[-1][1]


def shape(rng: Random, pattern: str) -> str:
    """Fill a pattern: `9` a digit, `8` a digit from 1, `@` a capital, `&` a small letter, `^` a hex digit."""
    return "".join(rng.choice(_SHAPES[char]) if char in _SHAPES else char for char in pattern)


_SHAPES = {
    "9": string.digits,
    "8": string.digits[1:],
    "@": string.ascii_uppercase,
    "&": string.ascii_lowercase,
    "^": "0123456789ABCDEF",
}


@cache
def _cumulative(count: int) -> list[float]:
    return list(accumulate(1 / (rank + 12) for rank in range(count)))


def ranked(rng: Random, items: Sequence[T]) -> T:
    """One of the items; those in front come more often."""
    return rng.choices(items, cum_weights=_cumulative(len(items)))[0]


_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def number_words(number: int, joiner: str = "-", and_word: bool = False) -> str:
    """A number below 1,000 in words: 91 is "ninety-one"."""
    if number >= 100:
        rest = number % 100
        head = f"{_ONES[number // 100]} hundred"
        return head if not rest else f"{head} {'and ' if and_word else ''}{number_words(rest, joiner)}"
    if number < 20:
        return _ONES[number]
    return _TENS[number // 10] + (joiner + _ONES[number % 10] if number % 10 else "")


def ordinal(number: int) -> str:
    """1 is "1st"."""
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


_ORDINAL_ONES = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def ordinal_words(number: int) -> str:
    """3 is "third", 21 is "twenty-first"; below 100."""
    head, _, last = number_words(number).rpartition("-")
    last = last[:-1] + "ieth" if last.endswith("y") else _ORDINAL_ONES.get(last, last + "th")
    return f"{head}-{last}" if head else last


_OH = {"0": ("oh", "zero", "o", "zero")}


def spoken_digits(rng: Random, digits: str, joiner: str = " ") -> str:
    """Digits as they are dictated, one word each; other characters become pauses or are left out."""
    said = [rng.choice(_OH["0"]) if char == "0" else _ONES[int(char)] for char in digits if char.isdigit()]
    return joiner.join(said)
