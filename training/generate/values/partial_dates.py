"""Months by name, and dates that lack a day or a year or come in a row."""

from __future__ import annotations

import datetime as dt
from random import Random

from .pick import ordinal
from .spoken_dates import calendar

_SHORT_ALSO = {9: ("Sept", "Sept.", "Sep."), 6: ("June", "Jun."), 7: ("July", "Jul.")}


def month_name(rng: Random, day: dt.date) -> str:
    """The month, whole or short, seldom misspelt."""
    if rng.random() < 0.02:
        return calendar("misspelt", day)
    if rng.random() < 0.45:
        return calendar("months", day)
    return short_month(rng, day)


def short_month(rng: Random, day: dt.date) -> str:
    """Mar, Mar., Sept."""
    if day.month in _SHORT_ALSO and rng.random() < 0.4:
        return rng.choice(_SHORT_ALSO[day.month])
    return calendar("short", day) + rng.choice(("", "", "."))


def year2(day: dt.date) -> str:
    """The last two figures of the year."""
    return f"{day.year % 100:02d}"


def day_month(rng: Random, day: dt.date) -> str:
    """Day and month without the year: 12-Mar, 12MAR, Mar-12, 12th Mar, Mar 12th."""
    month = calendar("short", day)
    month = month.upper() if rng.random() < 0.3 else month
    return rng.choice(
        (
            f"{day.day}-{month}",
            f"{day.day:02d}{month}",
            f"{day.day} {month}",
            f"{month}-{day.day}",
            f"{month}{day.day}",
            f"{ordinal(day.day)} {month}",
            f"{ordinal(day.day)} of {month_name(rng, day)}",
            f"{month_name(rng, day)} the {ordinal(day.day)}",
        )
    )


def part_known(rng: Random, day: dt.date) -> str:
    """A date with its day forgotten: 3/?/24, 03/xx/2024, 3/?, March ?? 2024."""
    gap = rng.choice(("?", "?", "??", "xx", "XX", "__", "--"))
    year = str(day.year) if rng.random() < 0.5 else year2(day)
    if rng.random() < 0.2:
        return f"{month_name(rng, day)} {gap} {day.year}"
    month = str(day.month) if gap in ("?", "??") else f"{day.month:02d}"
    return f"{month}/{gap}/{year}"


def months(rng: Random, day: dt.date) -> str:
    """Neighbouring months as one: Jan-Mar 2024, Sept/Oct, March to May '23."""
    last = day + dt.timedelta(days=rng.choice((31, 31, 62, 93)))
    joiner = rng.choice(("-", "-", "/", "/", " - ", "–", " to ", " and ", " or ", " through "))
    year = rng.choice(("", "", f" {last.year}", f" '{year2(last)}"))
    name = (lambda moment: calendar("months", moment)) if rng.random() < 0.4 else None
    first, second = (name(when) if name else short_month(rng, when) for when in (day, last))
    return f"{first}{joiner}{second}{year}"


def several(rng: Random, day: dt.date) -> str:
    """Days in a row, the later ones often short: 3/4, 3/6 & 3/11; 3/4, 6 and 11; March 4, 6, 11."""
    later = [day + dt.timedelta(days=count) for count in sorted(rng.sample(range(1, 24), rng.choice((1, 2))))]
    same = [str(other.day) for other in later if other.month == day.month]
    head = rng.choice((f"{day.month}/{day.day}", f"{month_name(rng, day)} {day.day}"))
    rest = same if same and rng.random() < 0.5 else [f"{other.month}/{other.day}" for other in later]
    joiner = rng.choice((" & ", " and ", ", ", ", and ", "+"))
    return f"{', '.join([head, *rest[:-1]])}{joiner}{rest[-1]}"
