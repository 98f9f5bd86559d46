"""Dates in words, as they are dictated, and in Spanish."""

from __future__ import annotations

import datetime as dt
from random import Random

from .. import words
from .pick import number_words, ordinal_words, weighted


def calendar(section: str, day: dt.date) -> str:
    """The month of a day as a section of data/calendar.txt writes it."""
    return words.words("calendar")[section][day.month - 1]


def worded(rng: Random, day: dt.date) -> str:
    """A date as dictated: the third of March; March third, twenty twenty-four; three slash twelve."""
    name, number = calendar("months", day), ordinal_words(day.day)
    year, mark = _year_words(rng, day.year), rng.choice(("slash", "slash", "dash"))
    return weighted(
        rng,
        (
            (26, f"the {number} of {name}"),
            (34, f"{name} {number}"),
            (22, f"{name} {number}, {year}"),
            (6, f"{name} the {number}"),
            (6, f"the {number} of {name} {year}"),
            (6, f"{number_words(day.month)} {number_words(day.day)} {year}"),
            (5, f"{number_words(day.month)} {mark} {number_words(day.day)}"),
            (5, f"{number_words(day.month)} {mark} {number_words(day.day)} {mark} {year}"),
            (4, f"{name} of {year}"),
        ),
    )


def _year_words(rng: Random, year: int) -> str:
    joiner = rng.choice("- ")
    first, last = divmod(year, 100)
    tail = number_words(last, joiner) if last > 9 else f"oh {number_words(last)}"
    if 2000 <= year < 2010 or (year > 2000 and rng.random() < 0.35):
        return (
            f"two thousand {'and ' if rng.random() < 0.4 else ''}{number_words(last, joiner)}".removesuffix(
                " zero"
            )
        )
    return f"{number_words(first)} {tail}"


def spanish(rng: Random, day: dt.date) -> str:
    """12 de marzo de 2024."""
    name = calendar("spanish", day)
    return rng.choice(
        (f"{day.day} de {name}", f"{day.day} de {name} de {day.year}", f"{day.day} {name} {day.year}")
    )
