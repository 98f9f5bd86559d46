"""Dates in every written form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from random import Random

from .. import words
from .partial_dates import day_month, month_name, months, part_known, several, year2
from .pick import ordinal, ordinal_words, weighted
from .spoken_dates import calendar, spanish, worded


def near(rng: Random, now: dt.date) -> dt.date:
    """A day around the note: mostly the days before it, some years back, some weeks ahead."""
    spread = weighted(rng, ((30, 6), (30, 60), (22, 400), (8, 4000), (10, -120)))
    return now - dt.timedelta(days=rng.randrange(abs(spread) + 1) * (1 if spread > 0 else -1))


def _slashes(rng: Random, day: dt.date, separator: str, year: str) -> str:
    month, number = weighted(
        rng,
        (
            (60, (str(day.month), str(day.day))),
            (36, (f"{day.month:02d}", f"{day.day:02d}")),
            (4, (str(day.month), f"{day.day:02d}")),
        ),
    )
    return separator.join(filter(None, (month, number, year)))


def md(rng: Random, day: dt.date) -> str:
    """Month and day: 3/12, 03-12, 3.12."""
    return _slashes(rng, day, weighted(rng, ((82, "/"), (12, "-"), (6, "."))), "")


def mdy(rng: Random, day: dt.date) -> str:
    """Month, day and year in figures: 3/12/24, 03-12-2024, 3.12.24, 3 / 12 / 24."""
    separator = weighted(rng, ((70, "/"), (16, "-"), (10, "."), (2, " / "), (1, " "), (1, " - ")))
    return _slashes(rng, day, separator, str(day.year) if rng.random() < 0.55 else year2(day))


def iso(rng: Random, day: dt.date) -> str:
    """2024-03-12, 2024/03/12, 2024.03.12, 2024-3-12, 2024-MAR-12."""
    separator = weighted(rng, ((80, "-"), (14, "/"), (6, ".")))
    style = rng.random()
    if style < 0.05:
        return separator.join((str(day.year), str(day.month), str(day.day)))
    if style < 0.08:
        return f"{day.year}-{calendar('short', day).upper()}-{day.day:02d}"
    return day.isoformat().replace("-", separator)


def iso_t(rng: Random, day: dt.date) -> str:
    """An ISO date with its time run on: 2024-03-12T14:05:00Z."""
    tail = rng.choice(("", ":00", ":17Z", ":41.203Z", ":00-05:00", ":00+0000"))
    return f"{day.isoformat()}{rng.choice(['T', 'T_'])}{rng.randrange(24):02d}:{rng.randrange(60):02d}{tail}"


def hl7(rng: Random, day: dt.date) -> str:
    """20240312, with or without the time: 202403121405, 20240312140500-0500."""
    clock = f"{rng.randrange(24):02d}{rng.randrange(60):02d}"
    tail = weighted(
        rng,
        (
            (60, ""),
            (18, clock),
            (12, clock + f"{rng.randrange(60):02d}"),
            (4, clock + "00-0500"),
            (3, clock + "00.000"),
            (3, "-" + clock),
        ),
    )
    return f"{day.year}{day.month:02d}{day.day:02d}{tail}"


def long(rng: Random, day: dt.date) -> str:
    """March 3rd, 2025; Mar 3 2025; 3 March 2025; March 3."""
    month = month_name(rng, day)
    number = ordinal(day.day) if rng.random() < 0.22 else str(day.day)
    year = weighted(rng, ((62, str(day.year)), (26, ""), (12, f"'{year2(day)}")))
    comma = ", " if rng.random() < 0.75 else " "
    style = rng.random()
    if style < 0.78:
        return f"{month} {number}{comma + year if year else ''}"
    if style < 0.84:
        return f"the {ordinal(day.day)} of {month}{comma + year if year else ''}"
    return f"{number} {month} {year}".strip()


def dmy(rng: Random, day: dt.date) -> str:
    """12-Mar-24, 12MAR2024, 17APR25, 12/Mar/2024, 12 Mar 24, 25.03.2024."""
    month = calendar("short", day)
    month = month.upper() if rng.random() < 0.45 else month
    separator = weighted(rng, ((48, "-"), (24, ""), (14, " "), (10, "/"), (4, ".")))
    number = f"{day.day:02d}" if separator == "" or rng.random() < 0.7 else str(day.day)
    year = str(day.year) if rng.random() < 0.55 else year2(day)
    if rng.random() < 0.06:
        return f"{day.day:02d}.{day.month:02d}.{year}"
    return weighted(
        rng,
        (
            (90, f"{number}{separator}{month}{separator}{year}"),
            (10, f"{month}{separator}{number}{separator}{year}"),
        ),
    )


def dow(rng: Random, day: dt.date) -> str:
    """A weekday joined to its date: Wed 2/5/2025, Tuesday, March 4th, Tues the 4th, 3/4 Tue, 3/4 (Tue)."""
    name = words.words("calendar")["weekdays"][day.weekday()]
    name = rng.choice((name, name, name[:3], name[:3], name[:3] + ".", name[:2], _nurse_day(name)))
    form = rng.choice((md, md, mdy, mdy, long, long, dmy))
    style = rng.random()
    if style < 0.1:
        return f"{name.rstrip('.')} {rng.choice(('the ', 'the ', ''))}{ordinal_day(rng, day)}"
    if style < 0.16:
        return f"{rng.choice((md, mdy))(rng, day)} {name.rstrip('.')}"
    if style < 0.2:
        return f"{rng.choice((md, mdy))(rng, day)} ({name.rstrip('.')})"
    return f"{name}{weighted(rng, ((50, ' '), (45, ', '), (5, ' - ')))}{form(rng, day)}"


def _nurse_day(name: str) -> str:
    return {"Thursday": "Thurs", "Tuesday": "Tues", "Wednesday": "Weds"}.get(name, name[:3])


def month(rng: Random, day: dt.date) -> str:
    """A month, bare or with its year: March, Mar 2024, mid-March, 3/2024, late Sept '24."""
    name = month_name(rng, day)
    part = rng.choice(("early ", "late ", "mid-", "mid ")) if rng.random() < 0.16 else ""
    figures = (
        f"{day.month}/{day.year}",
        f"{day.month:02d}/{day.year}",
        f"{day.month}/{year2(day)}",
        f"{day.year}-{day.month:02d}",
        f"{name[:3]}-{year2(day)}",
        f"{name[:3]}{year2(day)}",
    )
    return weighted(
        rng,
        (
            (4, months(rng, day)),
            (34, name),
            (12, part + name),
            (22, f"{part}{name} {day.year}"),
            (6, f"{name}, {day.year}"),
            (6, f"{name} '{year2(day)}"),
            (4, f"{name} of {day.year}"),
            (12, rng.choice(figures)),
            (2, name.lower()),
            (2, name.upper()),
        ),
    )


def holiday(rng: Random, day: dt.date) -> str:
    """A holiday, now and then with "Day", "Eve" or its year."""
    name = rng.choice(words.lines("holidays"))
    name = weighted(
        rng,
        ((86, name), (6, f"{name} {day.year}"), (4, name.lower()), (2, name.upper()), (2, f"{name} weekend")),
    )
    return name.removesuffix(" weekend")


def season(rng: Random, day: dt.date) -> str:
    """A season with its year: spring 2024, Fall '23, winter of 2021."""
    name = rng.choice(["spring", "summer", "fall", "autumn", "winter", "Spring", "Summer", "Fall", "Winter"])
    year = rng.choice((str(day.year), str(day.year), f"'{year2(day)}", f"of {day.year}", f"of '{year2(day)}"))
    return weighted(
        rng,
        (
            (70, f"{name} {year}"),
            (15, f"{rng.choice(('early', 'late', 'mid'))} {name} {year}"),
            (15, f"{name} {day.year}-{(day.year + 1) % 100:02d}"),
        ),
    )


def day_range(rng: Random, day: dt.date) -> str:
    """A range that is written as one: 3/12-3/15, March 3-7, 3/12/24 - 3/20/24, 5/1 to 5/4."""
    last = day + dt.timedelta(days=rng.randrange(1, 30))
    joiner = rng.choice(("-", "-", "-", " - ", "–", " – ", " to ", " thru ", "->", " through "))
    if day.month == last.month and rng.random() < 0.4:
        name = month_name(rng, day)
        return rng.choice((f"{name} {day.day}{joiner}{last.day}", f"{day.month}/{day.day}-{last.day}"))
    if rng.random() < 0.1:
        return f"{ordinal(day.day)}{joiner}{rng.choice(('', 'the '))}{ordinal(last.day)}"
    opening, closing = rng.choice(((md, md), (md, md), (mdy, mdy), (long, long), (md, mdy), (iso, iso)))
    return f"{opening(rng, day)}{joiner}{closing(rng, last)}"


def ordinal_day(rng: Random, day: dt.date) -> str:
    """The day alone: 23rd, twenty-third."""
    return ordinal(day.day) if rng.random() < 0.85 else ordinal_words(day.day)


def birth(rng: Random, day: dt.date) -> str:
    """A date of birth."""
    return weighted(rng, ((68, mdy), (8, iso), (8, long), (8, dmy), (4, hl7_day), (4, _run_on)))(rng, day)


def hl7_day(rng: Random, day: dt.date) -> str:
    """20240312."""
    return f"{day.year}{day.month:02d}{day.day:02d}"


def _run_on(rng: Random, day: dt.date) -> str:
    year = str(day.year) if rng.random() < 0.5 else year2(day)
    return f"{day.month:02d}{day.day:02d}{year}"


Form = Callable[[Random, dt.date], str]
_ANY: tuple[tuple[float, Form], ...] = (
    (34, mdy),
    (20, md),
    (12, long),
    (7, dmy),
    (5, iso),
    (2, iso_t),
    (5, dow),
    (4, month),
    (3, day_range),
    (1, several),
    (1.5, day_month),
    (0.5, part_known),
    (2, hl7),
    (1.5, worded),
    (1.5, holiday),
    (1, season),
    (1, spanish),
    (1, _run_on),
)


def any_form(rng: Random, day: dt.date) -> str:
    """A date in any form, the usual ones oftener."""
    return weighted(rng, _ANY)(rng, day)


FORMS: dict[str, Form] = {
    "": any_form,
    "md": md,
    "mdy": mdy,
    "iso": iso,
    "hl7": hl7,
    "long": long,
    "dmy": dmy,
    "dow": dow,
    "month": month,
    "holiday": holiday,
    "season": season,
    "ord": ordinal_day,
    "words": worded,
    "range": day_range,
    "es": spanish,
    "dm": day_month,
    "part": part_known,
    "months": months,
    "list": several,
    "run": _run_on,
    "day8": hl7_day,
}
