"""Fiscal years: which list of codes is in force on which day.

ICD-10-CM and ICD-10-PCS lists run from 1 October to 30 September and bear the year in which they end.
"""

from collections.abc import Sequence
from datetime import date

from ..errors import UsageError


def fiscal_year(day: date) -> int:
    """The fiscal year that holds a day: 2026-10-01 is in 2027."""
    return day.year + (day.month >= 10)


def first_day(year: int) -> str:
    """ISO date on which a fiscal year begins."""
    return f"{year - 1:04}-10-01"


def last_day(year: int) -> str:
    """ISO date on which a fiscal year ends."""
    return f"{year:04}-09-30"


def parse_service_date(text: str) -> date:
    """A date of service written YYYY-MM-DD or YYYYMMDD; raises UsageError for anything else."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise UsageError(f"not a date of service: {text!r}; write it as 2026-11-03") from None


def chosen_year(loaded: Sequence[int], wanted: int | None = None) -> int:
    """The year to use: the wanted one, or the last loaded before it, or the newest where none is wanted.

    A wanted year before all loaded ones gets the oldest. 0 where nothing is loaded.
    """
    if not loaded:
        return 0
    if wanted is None:
        return max(loaded)
    return max((year for year in loaded if year <= wanted), default=min(loaded))
