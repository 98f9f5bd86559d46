"""Units and minutes beside a procedure: "x 8 units", "(2 u)", "45 min", "start 10:00 stop 10:45"."""

import re

REACH = 60
MOST_UNITS = 96
COUNT = re.compile(
    r"\W{0,3}(?:-\w{2}\W{1,3})?(?:[x×*]\s?(?P<times>\d{1,2})(?![\d:/.])|(?P<told>\d{1,2})\s*(?:units?|u)\b"
    r"|units?\s*[:=]?\s*(?P<after>\d{1,2})\b)",
    re.I,
)
MINUTES = re.compile(r"(?P<minutes>\d{1,3})\s*-?\s*min(?:ute)?s?\b", re.I)
CLOCK = re.compile(
    r"(?P<h1>\d{1,2}):?(?P<m1>[0-5]\d)\s*(?P<p1>[ap]\.?m\.?)?"
    r"\s*(?:-|–|to|until|stop|end|/)+\s*(?:time)?\W{0,2}"
    r"(?P<h2>\d{1,2}):?(?P<m2>[0-5]\d)\s*(?P<p2>[ap]\.?m\.?)?",
    re.I,
)
#: Where the words about one procedure end: at the line's end, a semicolon or the next procedure's number.
NEXT = re.compile(r"[\n;]|\b(?:\d{5}|[A-V]\d{4})\b")
#: A time range without colons must look like one: four digits twice.
BARE = re.compile(r"\d{4}\D{1,6}\d{4}")


def units(text: str, end: int) -> int | None:
    """The number of units right after a procedure that ends at `end`."""
    found = COUNT.match(text, end)
    count = int(found["times"] or found["told"] or found["after"]) if found else 0
    return count if 0 < count <= MOST_UNITS else None


def minutes(text: str, end: int) -> int | None:
    """Minutes told after a procedure on its line: as a number, or as a start and a stop."""
    rest = NEXT.split(text[end : end + REACH], maxsplit=1)[0]
    told = MINUTES.search(rest)
    if told is not None:
        return int(told["minutes"]) or None
    span = CLOCK.search(rest)
    if span is None or (":" not in span.group() and not BARE.search(span.group())):
        return None
    return _between(span)


def _between(span: re.Match[str]) -> int | None:
    start = _minute(span["h1"], span["m1"], span["p1"] or span["p2"])
    stop = _minute(span["h2"], span["m2"], span["p2"])
    long = (stop - start) % (24 * 60)
    return long if 0 < long <= 12 * 60 else None


def _minute(hour: str, minute: str, half: str | None) -> int:
    hours = int(hour) % 24
    if half:
        hours = hours % 12 + (12 if half.lower().startswith("p") else 0)
    return hours * 60 + int(minute)
