"""Less exact values that Safe Harbor lets stand, 164.514(b)(2)(i)(B) and (C), and months."""

import re
from collections.abc import Mapping
from typing import Any, Final

from ..old_age import may_tell_old_age, tells_old_age
from ..zip_areas import CUT, area_of
from .base import NoteOperator, session_of

ZIP: Final = re.compile(r"[0-9]{5}(?:[-\s]?[0-9]{4})?")


class YearOperator(NoteOperator):
    """The year of a date where it is written, unless it tells that somebody is over 89.

    Where the note tells of somebody so old, "3/12/24" may be a birth in 1924: two digits are then no year.
    """

    name = "year"

    def replacement(self, text: str, label: str, params: Mapping[str, Any]) -> str | None:
        from ..dates import year_of

        year = year_of(text)
        if year is None or tells_old_age(year):
            return None
        in_two_digits = year not in text
        return None if in_two_digits and may_tell_old_age(year) and session_of(params).tells_old_age else year


class MonthOperator(NoteOperator):
    """The month and year of a date where they are written. Not Safe Harbor."""

    name = "month"

    def replacement(self, text: str, label: str, params: Mapping[str, Any]) -> str | None:
        from ..dates import month_of

        return month_of(text)


class Age90Operator(NoteOperator):
    """All ages over 89 as one: "90+"."""

    name = "age90"

    def replacement(self, text: str, label: str, params: Mapping[str, Any]) -> str:
        return "90+"


class Zip3Operator(NoteOperator):
    """The first three digits of a ZIP code, 000 where its area holds 20,000 people or fewer: "941**".

    The stars say that it is a ZIP code cut short, to readers and to whoever redacts the text again; three
    bare digits in an address may be a room's.
    """

    name = "zip3"

    def replacement(self, text: str, label: str, params: Mapping[str, Any]) -> str | None:
        return f"{area_of(text)}{CUT}" if ZIP.fullmatch(text) else None
