"""How a code stands on a day: whether it can be billed then, by which year's list, and what it says so by."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from .years import chosen_year, first_day, fiscal_year


@dataclass(frozen=True, slots=True)
class CodeInfo:
    """One code: its system, official title (or the project's own wording) and whether it can be billed.

    `year` is the fiscal year of the list that was asked, 0 for systems without yearly lists. `validity` says
    why a code can't be billed on the day though on others it can ("valid to 2026-09-30"), else it is empty.
    """

    code: str
    system: str
    description: str
    billable: bool
    year: int = 0
    validity: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """A code in the list of one year, or (year 0) between dates of its own; dates are ISO or ''."""

    year: int
    billable: bool
    description: str
    valid_from: str
    valid_to: str


def on(base: CodeInfo, editions: Sequence[Edition], loaded: Sequence[int], day: date | None) -> CodeInfo:
    """What is known of a code, as it stands on a day (default: in the newest list of those loaded).

    `editions` are of the code, oldest first; none where it is the same in all lists.
    """
    year = chosen_year(loaded, fiscal_year(day) if day else None)
    known = replace(base, year=year)
    yearly = [edition for edition in editions if edition.year]
    if yearly:
        return _by_year(known, yearly)
    when = day.isoformat() if day else first_day(year) if year else ""
    return _by_dates(known, editions[0], when) if editions else known


def _by_year(known: CodeInfo, editions: Sequence[Edition]) -> CodeInfo:
    now = next((edition for edition in editions if edition.year == known.year), None)
    if now is not None and now.billable:
        return replace(known, billable=True, description=now.description)
    before = [edition for edition in editions if edition.billable and edition.year < known.year]
    after = [edition for edition in editions if edition.billable and edition.year > known.year]
    told = f"valid to {before[-1].valid_to}" if before else ""
    if after and not before:
        told = f"valid from {after[0].valid_from}"
    description = now.description if now is not None else known.description
    return replace(known, billable=False, description=description, validity=told)


def _by_dates(known: CodeInfo, edition: Edition, when: str) -> CodeInfo:
    """A code with dates of its own; without a day those that are over are not billable as the table says."""
    if edition.valid_to and ((when > edition.valid_to) if when else not known.billable):
        return replace(known, billable=False, validity=f"valid to {edition.valid_to}")
    if when and when < edition.valid_from:
        return replace(known, billable=False, validity=f"valid from {edition.valid_from}")
    return replace(known, billable=known.billable or bool(when and edition.valid_to))
