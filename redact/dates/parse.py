"""Read what is written as a date: where its day, month, year and weekday stand.

A value may hold several dates ("3/12-15/24", "Nov 3rd and 4th"). Numbers alone are read as in the United
States, month first, unless they can't be so or are dotted in the European manner ("07.06.2024"). "Jun-19" may
be a day or a year, so it is not read at all; neither is any impossible date.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from .names import ENGLISH, ORDINALS, ROMAN, SEASONS, WEEKDAYS, any_of, month_number

MAX_LENGTH: Final = 80
#: In Unicode "ı" would be an "i" and "ſ" an "s", which no list of names has.
FLAGS: Final = re.IGNORECASE | re.ASCII
WEEKDAY: Final = any_of([*WEEKDAYS, *(name[:3] for name in WEEKDAYS), "tues", "weds", "thur", "thurs"])
YEAR4: Final = r"(?P<year>(?:1[89]|20)\d\d)(?!\d)"
YEAR: Final = r"(?P<year>(?:1[89]|20)\d\d|['’]?\d\d)(?!\d)"
#: A year after a month and no day must show that it is none: four digits, an apostrophe, or over 31.
SURE_YEAR: Final = r"(?P<year>(?:1[89]|20)\d\d|['’]\d\d|3[2-9]|[4-9]\d|00)(?!\d)"
DAY: Final = r"(?P<day>\d\d?)(?!\d)"
TH: Final = r"(?P<th>st|nd|rd|th|er|[º°])?"
NAME: Final = r"(?P<name>[A-Za-zÀ-ɏ]{3,})"
ORDINAL: Final = rf"(?P<ordinal>{any_of([*ORDINALS, *(word.replace('-', ' ') for word in ORDINALS)])})"
BEFORE: Final = (
    rf"(?:the[ ])?(?:(?P<weekday>{WEEKDAY})\b\.?(?:[ ](?:night|evening|morning|afternoon|am|pm))?"
    rf"(?:[ ]?[,(][ ]?|[ ]+)(?:the[ ])?)?"
)
AFTER: Final = rf"(?:[ ]?\([ ]?(?P<weekday2>{WEEKDAY})\.?\)?|,?[ ](?P<weekday3>{any_of(WEEKDAYS)}))?"
CLOCK: Final = (
    r"(?:(?:[T_]\d\d:?[0-5]\d|,?[ ]+(?:at[ ])?\d?\d:[0-5]\d)(?::?[0-5]\d)?(?:\.\d+)?(?:[ ]?[ap]\.?m\b\.?)?"
    r"(?:Z|[+-]\d\d:?\d\d)?)?"
)
PART: Final = r"(?:(?P<part>early|mid|late)[- ]?)?"
OF: Final = r"(?:(?:of|day[ ]of|del?|di)[ ]|d['’])?"
#: "3-5 March" is two days.
NO_MONTH: Final = rf"(?![ ]+(?:of[ ])?{any_of(name[:3] for name in ENGLISH)})"
OF_YEAR: Final = rf"(?:(?:,[ ]*|[ ]+|,?[ ]+(?:of|del?)[ ]+){YEAR})?"
YEAR_BEHIND: Final = rf"\.?(?:,?[ ]*[-/.]?[ ]*(?:(?:of|del?)[ ])?{YEAR})?"

#: In the order they are tried.
FORMS: Final = tuple(
    re.compile(form, FLAGS)
    for form in (
        rf"{BEFORE}{YEAR4}(?P<sign>[-/.])(?P<month>\d\d?)(?P=sign){DAY}{CLOCK}{AFTER}",
        r"(?P<year>(?:1[89]|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?:[T_]?\d{4}(?:\d\d)?(?:\.\d+)?(?:Z|[+-]\d{4})?)?",
        rf"{YEAR4}[ ]?年[ ]?(?P<month>\d\d?)[ ]?月(?:[ ]?{DAY}[ ]?日)?",
        rf"(?P<month>\d\d?)月[ ]?{DAY}日",
        rf"{BEFORE}(?P<a>\d\d?)[ ]?(?P<sign>[-/.])[ ]?(?P<b>\d\d?)[ ]?(?P=sign)[ ]?{YEAR}{CLOCK}{AFTER}",
        r"(?P<month>\d\d)(?P<day>\d\d)(?P<year>(?:1[89]|20)\d\d|\d\d)",
        rf"(?P<month>\d\d?)[-/.]{YEAR4}",
        rf"{YEAR4}[-/.](?P<month>\d\d)",
        rf"{BEFORE}(?P<a>\d\d?)(?P<sign>[-/.])(?P<b>\d\d?)(?!\d){NO_MONTH}{CLOCK}{AFTER}",
        rf"(?P<month>\d\d?)/{SURE_YEAR}",
        rf"{BEFORE}{NAME}\.?[ ]+(?:the[ ]+)?{DAY}{TH}{OF_YEAR}{CLOCK}{AFTER}",
        rf"{NAME}[ ]+(?:the[ ]+)?{ORDINAL}{OF_YEAR}",
        rf"{NAME}(?P<sign>[-/.]){DAY}(?P=sign){YEAR}",
        rf"{NAME}{DAY}{TH},?[ ]?{YEAR4}",
        rf"{NAME}[-/.](?P<day>\d)(?!\d)",
        rf"{BEFORE}{DAY}{TH}\.?[ ]*[-/]?[ ]*{OF}{NAME}{YEAR_BEHIND}{AFTER}",
        rf"(?:the[ ])?{ORDINAL}[ ]+{OF}{NAME}{OF_YEAR}",
        rf"{PART}{NAME}\.?,?[ ]*[-/]?[ ]*(?:(?:of|del?)[ ]+)?{SURE_YEAR}",
        rf"{PART}{NAME}\.?",
        rf"{DAY}[ .](?P<roman>[IVX]+)[ .]{YEAR4}",
        rf"(?P<roman>[IVX]+)\.{YEAR4}",
        rf"{PART}(?P<season>{any_of([*SEASONS, 'fall'])})(?:[ ]+of)?[ ,]+{SURE_YEAR}",
        rf"{DAY}[ ]th[áa]ng[ ](?P<month>\d\d?)(?:[ ]n[ăa]m[ ]{YEAR4})?",
        YEAR4,
        rf"(?P<weekday>{WEEKDAY})\.?",
    )
)
#: A day whose month stands beside it: "15" of "3/12-15", "3rd" of "3rd and 4th of May".
MORE: Final = re.compile(rf"{DAY}{TH}(?:(?:,[ ]*|[ ]+|/){YEAR})?", FLAGS)
FIRST: Final = re.compile(rf"{DAY}{TH}", FLAGS)
JOIN: Final = re.compile(
    r"[ ]*(?:[-–—,;&+→]|(?<=[a-z.])/)[ ]*(?:and[ ])?|[ ]+(?:and|to|thru|through|or|until)[ ]+", FLAGS
)
EDGE: Final = re.compile(r"(?![^\W_])(?!/\d)(?!\.\d)")
SCANNED: Final = re.compile(r"(?=\D*\d)[\dOoIl]+([/.-])[\dOoIl]+\1[\dOoIl]+")
NO_DIGITS: Final = str.maketrans("OoIl", "0011")


@dataclass(frozen=True, slots=True)
class Written:
    """One date of a value. `places` says where its parts stand; numbers that are not written are None.

    A `borrowed` month stands with the date before it or after it.
    """

    places: Mapping[str, tuple[int, int]]
    year: int | None
    month: int | None
    day: int | None
    borrowed: bool = False


def read(value: str) -> tuple[str, tuple[Written, ...]] | None:
    """The dates of a value, with the value as they index it; None where any part of it is not understood.

    Letters that a scanner put in place of digits are digits in the value that comes back.
    """
    text = value.translate(NO_DIGITS) if SCANNED.fullmatch(value) else value
    if len(text) > MAX_LENGTH:
        return None
    dates: list[Written] = []
    position = 0
    while True:
        found = _next(text, position, dates)
        if found is None:
            return None
        dates.append(found[0])
        position = found[1]
        if not text[position:].strip(" .,;:)"):
            break
        join = JOIN.match(text, position)
        if join is None:
            return None
        position = join.end()
    whole = _with_months(dates)
    return None if whole is None else (text, whole)


def century(year: int) -> int:
    """The year of its last two digits: the latest that has begun."""
    this_year = date.today().year
    return year + this_year // 100 * 100 - (100 if year > this_year % 100 else 0)


def _next(text: str, position: int, before: list[Written]) -> tuple[Written, int] | None:
    """The date at a position and where it ends."""
    for form in FORMS:
        match = form.match(text, position)
        if match is not None and EDGE.match(text, match.end()):
            written = _written(match)
            if written is not None:
                return written, match.end()
    if before and before[-1].day is None:
        return None
    more = (MORE if before else FIRST).match(text, position)
    if more is None or not EDGE.match(text, more.end()):
        return None
    written = _written(more)
    return None if written is None else (replace(written, borrowed=True), more.end())


def _written(match: re.Match[str]) -> Written | None:
    """What a match says; None where there is no such date."""
    given = {name: text for name, text in match.groupdict().items() if text}
    places = {name: match.span(name) for name in given if name != "sign"}
    if "a" in given:
        order = ("day", "month") if _day_first(given) else ("month", "day")
        for group, name in zip("ab", order, strict=True):
            given[name], places[name] = given[group], places.pop(group)
    month, known = _month(given)
    year, day = _year(given.get("year")), _day(given)
    if not known or not _possible(year, month, day):
        return None
    return Written(places, year, month, day)


def _day_first(given: Mapping[str, str]) -> bool:
    a, b, year = given["a"], given["b"], given.get("year", "")
    european = given["sign"] == "." and len(a) == len(b) == 2 and len(year) != 2
    return int(a) > 12 or (european and int(b) <= 12)


def _month(given: Mapping[str, str]) -> tuple[int | None, bool]:
    """The month's number, and whether what stands for a month is one."""
    if "name" in given:
        number = month_number(given["name"])
        return number, number is not None
    if "roman" in given:
        return (ROMAN.index(given["roman"]) + 1, True) if given["roman"] in ROMAN else (None, False)
    return (int(given["month"]), True) if "month" in given else (None, True)


def _day(given: Mapping[str, str]) -> int | None:
    if "ordinal" in given:
        return ORDINALS.index(given["ordinal"].casefold().replace(" ", "-")) + 1
    return int(given["day"]) if "day" in given else None


def _year(written: str | None) -> int | None:
    if written is None:
        return None
    digits = written.lstrip("'’")
    return int(digits) if len(digits) == 4 else century(int(digits))


def _possible(year: int | None, month: int | None, day: int | None) -> bool:
    """Whether there is such a day; without a year in a leap year, without a month in a long one."""
    try:
        date(2000 if year is None else year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return False
    return True


def _with_months(dates: list[Written]) -> tuple[Written, ...] | None:
    """The dates with the months they borrow; None where there is none to borrow or no such day in it."""
    whole: list[Written] = []
    for index, written in enumerate(dates):
        if written.borrowed:
            owner = whole[-1] if whole else dates[min(index + 1, len(dates) - 1)]
            if not (whole or "name" in owner.places):  # "3-4/5": no telling which is the month
                return None
            if owner.month is None or not _possible(written.year, owner.month, written.day):
                return None
            written = replace(written, month=owner.month)
        whole.append(written)
    return tuple(whole)
