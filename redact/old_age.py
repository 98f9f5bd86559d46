"""Years that would tell that somebody is over 89, which Safe Harbor forbids: 164.514(b)(2)(i)(C)."""

from datetime import date
from typing import Final

OVER: Final = 89
TWO_DIGITS: Final = 100


def tells_old_age(year: str) -> bool:
    """Whether somebody born in a year of four digits would be over 89 today: it is no year to show."""
    return int(year) < date.today().year - OVER


def may_tell_old_age(year: str) -> bool:
    """Whether the last two digits of a year may be those of such a birth: "24" of 2024 and of 1924."""
    return tells_old_age(str(int(year) % TWO_DIGITS + 1900))
