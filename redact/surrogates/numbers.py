"""Surrogates of numbers and codes: digits for digits, letters for letters, punctuation as it stands.

The same number in another punctuation, and its last digits alone, get the same surrogate.
"""

import re
from collections.abc import Callable, Iterable
from random import Random
from typing import TYPE_CHECKING, Final

from ..recognizers.wordlist import word_list
from .barred import Barred, NoSurrogate

if TYPE_CHECKING:
    from ..sessions import Draws

#: Draws of a number before it counts as impossible.
TRIES: Final = 100
#: So many characters in a row may not stay, and so many at the end of a number point to it.
RUN: Final = 4
DIGIT_WORDS: Final = word_list("zero one two three four five six seven eight nine")
#: Words beside a number that say what it is, or that it is masked: they stay.
LABELS: Final = re.compile(
    r"(?<![^\W_])(?:x{2,}|ext(?:ension)?|x(?=\s?\d)|no|nos|number|id|lot|serial|sn|ref|pager|cell|home|work|fax|or|and|plate|vin|npi|dea|mrn|ssn"
    r"|lic(?:en[cs]e)?|acct|account|policy|member|group|claim|case|order|accession)"
    r"(?![^\W\d_])",
    re.IGNORECASE,
)
VOWELS: Final = "aeiou"
CONSONANTS: Final = "bcdfghjklmnprstvwz"
#: Letters that codes use: none that looks like a digit.
CODE_LETTERS: Final = "ABCDEFGHJKLMNPRSTUVWXYZ"
LOWER_RUN: Final = re.compile(r"[a-zà-þ]{3,}|[A-Z][a-z]{2,}")


class Numbers:
    """The numbers of one note; `values` are all of them in order of appearance."""

    def __init__(self, values: Iterable[str], draws: "Draws", barred: Barred) -> None:
        self._draws = draws
        self._barred = barred
        self._longest = sorted({key_of(value) for value in values}, key=lambda key: (-len(key), key))
        self._surrogates: dict[str, str] = {}

    def replace(self, value: str, make: Callable[[Random, str], str]) -> str:
        """The surrogate of a number; `make` draws the characters for a key.

        Raises `NoSurrogate`.
        """
        key = key_of(value)
        if not key:
            raise NoSurrogate
        return written(value, self._surrogate(key, make))

    def _surrogate(self, key: str, make: Callable[[Random, str], str]) -> str:
        if key not in self._surrogates:
            self._surrogates[key] = self._end_of_longer(key, make) or self._drawn(key, make)
        return self._surrogates[key]

    def _end_of_longer(self, key: str, make: Callable[[Random, str], str]) -> str | None:
        """The end of the surrogate of a longer number that ends as `key`."""
        for longer in self._longest if len(key) >= RUN else ():
            if len(longer) > len(key) and longer.endswith(key):
                end = self._surrogate(longer, make)[-len(key) :]
                return end if self._barred.allows_number(end) else None
        return None

    def _drawn(self, key: str, make: Callable[[Random, str], str]) -> str:
        rng = self._draws.of("number", key, len(self._surrogates))
        for _ in range(TRIES):
            new = make(rng, key)
            if self._barred.allows_number(new) and not _shares(key, new):
                return self._barred.take(new)
        raise NoSurrogate


def key_of(value: str) -> str:
    """The letters and digits of a number without the words beside it."""
    return "".join(character for character in LABELS.sub("", value) if character.isalnum())


def written(value: str, characters: str) -> str:
    """`characters` in the places of the letters and digits of `value`, in its punctuation."""
    kept = {index for match in LABELS.finditer(value) for index in range(*match.span())}
    rest = iter(characters)
    return "".join(
        next(rest, "") if index not in kept and character.isalnum() else character
        for index, character in enumerate(value)
    )


def shape(rng: Random, key: str) -> str:
    """Random characters of the same kinds; leading zeros stay, and runs of small letters can be spoken."""
    spoken = {index for match in LOWER_RUN.finditer(key) for index in range(*match.span())}
    zeros = len(key) - len(key.lstrip("0")) if key.strip("0") else 0
    return "".join(
        "0" if index < zeros else _like(rng, character, first=index == zeros, spoken=index in spoken)
        for index, character in enumerate(key)
    )


def ssn(rng: Random, key: str) -> str:
    """Of nine digits, a number that the Social Security Administration never issues (it begins with 9)
    and that the IRS does not issue either (its taxpayer numbers have 50 or more in the middle).
    """
    if re.fullmatch(r"[0-9]{9}", key):
        return f"9{rng.randrange(100):02}{rng.randrange(1, 50):02}{rng.randrange(1, 10_000):04}"
    return shape(rng, key)


def digit_words(rng: Random, value: str) -> str | None:
    """Other digits for digits in words ("five five oh one"); None where the value is anything else."""
    found = re.findall(r"[^\W\d_]+", value)
    if any(character.isdigit() for character in value) or len(found) < 3:
        return None
    known = {*DIGIT_WORDS, "oh", "double", "triple", "dash"}
    if not all(word.casefold() in known for word in found):
        return None
    return re.sub(
        r"[^\W\d_]+", lambda m: m[0] if m[0].casefold() == "dash" else _digit_word(rng, m[0]), value
    )


def _digit_word(rng: Random, word: str) -> str:
    new = rng.choice([other for other in DIGIT_WORDS if other != word.casefold()])
    return new.upper() if word.isupper() else new.capitalize() if word[0].isupper() else new


def _like(rng: Random, character: str, *, first: bool, spoken: bool) -> str:
    if character.isdigit():
        return str(rng.randrange(1 if first else 0, 10))
    if spoken:
        new = rng.choice(VOWELS if character.casefold() in VOWELS else CONSONANTS)
        return new.upper() if character.isupper() else new
    new = rng.choice(CODE_LETTERS)
    return new.lower() if character.islower() else new


def _shares(key: str, new: str) -> bool:
    """Whether so many characters in a row stand in both, or nearly all of a short number stay."""
    old, other = key.casefold(), new.casefold()
    if len(old) < RUN:
        return old == other
    return any(old[at : at + RUN] in other for at in range(len(old) - RUN + 1))
