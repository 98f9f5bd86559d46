"""Dates made less exact: to their year, which Safe Harbor lets stand, or to their month."""

import re
from collections.abc import Iterable
from typing import Final

from .names import ENGLISH
from .parse import Written, read

#: A holiday with its year: words, then four digits.
WORDED: Final = re.compile(r"[^\d\n]{3,40}?[ ,]((?:1[89]|20)[0-9]{2})")


def year_of(value: str) -> str | None:
    """The year that a value writes, in four digits; None where it writes none, or several, or no date.

    Two digits mean the latest such year that has begun, so that a year of birth is never shown as a later one
    unless the person is over 100.
    """
    reading = read(value)
    if reading is None:
        worded = WORDED.fullmatch(value)
        return worded[1] if worded else None
    years = {written.year for written in reading[1] if written.year is not None}
    return f"{years.pop():04d}" if len(years) == 1 else None


def month_of(value: str) -> str | None:
    """The month that a value writes, with its year where that is written: "March 2024", "March '24", "March".

    A year of two digits stays so: its century would be a guess. None where it writes several months or none.
    """
    reading = read(value)
    if reading is None:
        return None
    text, dates = reading
    months = {written.month for written in dates if written.month is not None}
    years = _years(text, dates)
    if len(months) != 1 or len(years) > 1:
        return None
    return " ".join([ENGLISH[months.pop() - 1], *years])


def _years(text: str, dates: Iterable[Written]) -> set[str]:
    """The years of dates as written; "'24" for two digits."""
    written = (text[slice(*date.places["year"])] for date in dates if "year" in date.places)
    return {year if len(year) == 4 else f"'{year[-2:]}" for year in written}
