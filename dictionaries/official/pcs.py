"""Conversion tables: which code replaced which, since when (ICD-10-PCS, and ICD-10-CM in the same form).

A table with tabs, its columns named in the first line. A deleted code stands as the previous one with its
equivalent as the current one; a new code stands with the code that was used before it.
"""

import csv
import re
from collections.abc import Iterator
from datetime import date, timedelta

from ..records import ICD10CM, ICD10PCS, CodeRecord, Record, SuccessorRecord, bare, spelled
from .faults import ImportFileError
from .shapes import fits

#: Only a deleted code is gone; the others still stand beside their successor.
KINDS = {"deleted": "conversion", "revised": "revised", "new": "branched", "": "conversion"}
DAY = re.compile(r"(\d\d)\.(\d\d)")
YEAR = re.compile(r"20\d\d")


def recognises(line: str) -> bool:
    """Whether the first line names the columns of a conversion table."""
    low = line.lower()
    return "\t" in line and "current code" in low and "previous code" in low


def read(text: str, *, year: int) -> Iterator[Record]:
    """The replacements, and the deleted codes with their titles, each once.

    Raises ImportFileError with the line of a row that can't be read.
    """
    lines = text.splitlines()
    heads = [head.strip().lower() for head in lines[0].split("\t")]
    current, previous = _column(heads, "current code"), _column(heads, "previous code")
    effective, change = _column(heads, "effective year"), _column(heads, "change type")
    title = next((place for place, head in enumerate(heads) if head.startswith("predecessor code title")), -1)
    gone: set[str] = set()
    rows = csv.reader(lines[1:], delimiter="\t")
    for number, row in enumerate(rows, 2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) <= max(current, previous, effective, change):
            raise ImportFileError(f"{len(row)} columns where the first line names {len(heads)}", number)
        since = _since(row[effective], row[-1], number)
        kind = KINDS.get(row[change].strip().lower() if change >= 0 else "")
        if kind is None:
            raise ImportFileError(
                f"change type {row[change][:20]!r}; known are New, Revised, Deleted", number
            )
        for old in _codes(row[previous], number):
            for new in _codes(row[current], number):
                if old and old != new:
                    system = _system(old, new, number)
                    yield SuccessorRecord(system, spelled(system, old), spelled(system, new), since, kind)
                    if kind == "conversion" and title >= 0 and old not in gone:
                        gone.add(old)
                        code = spelled(system, old)
                        yield CodeRecord(
                            system, code, row[title], 0, billable=False, valid_to=_day_before(since)
                        )


def _column(heads: list[str], name: str) -> int:
    found = next((place for place, head in enumerate(heads) if head.startswith(name)), -1)
    if found < 0 and name != "change type":
        raise ImportFileError(f"no column {name!r}", 1)
    return found


def _since(year: str, day: str, number: int) -> str:
    """ISO date of a fiscal year and a month and day: 2019 and 10.01 are 2018-10-01."""
    if not YEAR.fullmatch(year.strip()):
        raise ImportFileError(f"no effective year: {year[:20]!r}", number)
    found = DAY.fullmatch(day.strip())
    month, on = (found[1], found[2]) if found else ("10", "01")
    return f"{int(year) - (int(month) >= 10):04}-{month}-{on}"


def _day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(1)).isoformat()


def _codes(cell: str, number: int) -> list[str]:
    """The codes of a cell; '' for "NoPCS", which says there is none."""
    found = [bare(part) for part in re.split(r"[,;+\s]+", cell) if part]
    if any(part.startswith("NO") for part in found):
        return [""]
    if not found:
        raise ImportFileError("a row without its two codes", number)
    return found


def _system(old: str, new: str, number: int) -> str:
    for system in (ICD10PCS, ICD10CM):
        if all(fits(system, code) and (system != ICD10PCS or len(code) == 7) for code in (old, new) if code):
            return system
    raise ImportFileError(f"{old[:10]!r} and {new[:10]!r} are not codes of one system", number)
