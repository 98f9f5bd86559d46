"""Dates of FHIR: the day is the identifier, the time of day stays with it while it stays."""

import re
from typing import Any, Final

from ..draft import Drafts
from .json import MASKED

DATE: Final = re.compile(
    r"([0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)(T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:[0-9]{2})?)?"
)


def take_in_date(drafts: Drafts, holder: Any, key: Any, value: str, kind: str, place: str) -> None:
    """A date, dateTime or instant (`kind`) at holder[key].

    A replacement that FHIR allows there stands in its place: another day with the time as it was, a year or a
    month without it. For any other the value is withheld, as it is for an instant, which needs day and time.
    """
    match = DATE.fullmatch(value)
    day, time = (match[1], match[2] or "") if match else (value, "")

    def write(new: str) -> None:
        holder[key] = value if new == day else _written(new, time, kind)

    drafts.field("DATE", day, place, write)


def _written(new: str, time: str, kind: str) -> Any:
    match = DATE.fullmatch(new)
    if match is None or match[2]:
        return MASKED
    whole = len(new) == len("2024-01-31")
    if kind == "instant":
        return new + time if whole and time else MASKED
    return new + time if whole else new
