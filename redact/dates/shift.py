"""Move the dates of a value by some days, each in the form it is written in."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from .names import ORDINALS, ROMAN, SEASONS, cased_like, month_like, season_number, weekday_like
from .parse import Written, read

#: The day that stands for a month, or a part of one, of which no day is written.
PART_DAYS: Final = {"early": 5, "mid": 15, "late": 25}
SEASON_MONTHS: Final = (1, 4, 7, 10)


def shifted(value: str, days: int, year_hint: int) -> str | None:
    """The value with every date `days` later (earlier where negative), in the form it is written in.

    `year_hint` is the year of dates without one. A month without a day moves as its middle, a season and a
    year as theirs. Weekdays move along. None where the value holds anything but dates that it can read:
    holidays, days without a month, impossible dates.
    """
    reading = read(value)
    if reading is None:
        return None
    text, dates = reading
    try:
        old = _days_of(text, dates, year_hint)
        new = [None if day is None else day + timedelta(days) for day in old]
        edits = _months_to_write(text, dates, new)
    except (ValueError, OverflowError):
        return None
    for written, moved in zip(dates, new, strict=True):
        edits += _edits(text, written, moved, days)
    return _edited(text, edits)


def _days_of(text: str, dates: Sequence[Written], hint: int) -> list[date | None]:
    """The day that each date is; None for a weekday alone."""
    years = [written.year for written in dates]
    known = [year for year in years if year is not None]
    days: list[date | None] = []
    for index, written in enumerate(dates):
        later = next((year for year in years[index:] if year is not None), None)
        year = later if later is not None else known[-1] if known else hint
        days.append(_day_of(text, written, year))
    for index in range(len(days) - 2, -1, -1):  # "12/30-1/2/24" begins in the year before
        day, after = days[index], days[index + 1]
        if day is None or after is None or dates[index].year is not None or not known:
            continue
        if day.month - after.month > 6:
            days[index] = _day_of(text, dates[index], after.year - 1)
    return days


def _day_of(text: str, written: Written, year: int) -> date | None:
    if "season" in written.places:
        return date(year, SEASON_MONTHS[season_number(_part(text, written, "season"))], 15)
    if written.month is None:
        return None if written.year is None else date(year, 7, 2)
    day = written.day or PART_DAYS[_part(text, written, "part").lower() or "mid"]
    while (written.month, day) == (2, 29) and not _is_leap(year):
        year -= 1
    return date(year, written.month, day)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _part(text: str, written: Written, name: str) -> str:
    start, end = written.places.get(name, (0, 0))
    return text[start:end]


def _edits(text: str, written: Written, moved: date | None, days: int) -> list[tuple[int, int, str]]:
    """What to write in the place of each part of a date."""
    edits = []
    for name, (start, end) in written.places.items():
        old = text[start:end]
        if name.startswith("weekday"):
            edits.append((start, end, weekday_like(old, days)))
        elif moved is not None:
            edits.append((start, end, _new_part(name, old, moved, text, written)))
    return edits


def _new_part(name: str, old: str, moved: date, text: str, written: Written) -> str:
    match name:
        case "year":
            return str(moved.year) if len(old) == 4 else f"{old[:-2]}{moved.year % 100:02d}"
        case "month":
            return f"{moved.month:{_width(text, written)}}"
        case "day":
            return f"{moved.day:{_width(text, written)}}"
        case "name":
            return month_like(old, moved.month, tight=_is_tight(text, written))
        case "roman":
            return ROMAN[moved.month - 1]
        case "ordinal":
            word = ORDINALS[moved.day - 1]
            return cased_like(old, word.replace("-", " ") if " " in old else word)
        case "th":
            return cased_like(old, _ending(moved.day, old))
        case "season":
            season = SEASONS[moved.month % 12 // 3]
            return cased_like(old, "fall" if season == "autumn" and old.lower() != "autumn" else season)
        case _:
            part = "early" if moved.day <= 10 else "mid" if moved.day <= 20 else "late"
            return cased_like(old, part)


def _width(text: str, written: Written) -> str:
    """How wide days and months are written, as a format: by a leading zero, or else in company of others."""
    numbers = [_part(text, written, name) for name in ("month", "day") if name in written.places]
    if any(len(number) == 1 for number in numbers):
        return "d"
    year = _part(text, written, "year")
    padded = any(number.startswith("0") for number in numbers)
    tight = "name" in written.places and _is_tight(text, written)
    return (
        "02d"
        if padded or tight or ("month" in written.places and len(year) == 4) or text.isdecimal()
        else "d"
    )


def _is_tight(text: str, written: Written) -> bool:
    """Whether a month's name stands directly beside a digit or sign: "09-MAR-98", "Mar12"."""
    start, end = written.places["name"]
    return bool(
        re.fullmatch(r"[\d/.-]", text[end : end + 1]) or re.match(r"[\d/.-]", text[start - 1 : start])
    )


def _ending(day: int, old: str) -> str:
    """The ending of an ordinal number: English, or "1er" of which other days have none."""
    if old.lower() not in ("st", "nd", "rd", "th"):
        return old if day == 1 else ""
    return "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _months_to_write(
    text: str, dates: Sequence[Written], new: Sequence[date | None]
) -> list[tuple[int, int, str]]:
    """The months that days without one need when they move out of that of their neighbour."""
    edits = []
    for (index, left), (_, right) in pairwise(enumerate(dates)):
        a, b = new[index], new[index + 1]
        if a is None or b is None or a.month == b.month:
            continue
        if right.borrowed:
            owner = next(d for d in reversed(dates[: index + 1]) if not d.borrowed)
            at = right.places["day"][0]
            edits.append((at, at, _month_before(text, owner, b)))
        elif left.borrowed and index == 0:
            at = left.places.get("th", left.places["day"])[1]
            name = month_like(_part(text, right, "name"), a.month, tight=False)
            edits.append((at, at, f" {name}"))
    return edits


def _month_before(text: str, owner: Written, moved: date) -> str:
    """A month as its owner writes it, with the sign between it and a day. ValueError where it can't be so."""
    if "name" in owner.places:
        return month_like(_part(text, owner, "name"), moved.month, tight=False) + " "
    end, day = owner.places.get("month", (0, 0))[1], owner.places["day"][0]
    if not 0 < end < day:
        raise ValueError("the month does not stand before the day")
    return f"{moved.month:{_width(text, owner)}}{text[end:day]}"


def _edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    pieces, position = [], 0
    for start, end, new in sorted(edits):
        pieces += [text[position:start], new]
        position = end
    return "".join([*pieces, text[position:]])
