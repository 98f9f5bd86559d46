"""The order file of ICD-10-CM and ICD-10-PCS: every code and header of one year, in fixed columns.

Columns: order number (5), code (7), 1 for a code that can be billed or 0 for a header, short title (60),
long title to the end of the line.
"""

import re
from collections.abc import Iterator

from ..records import ICD10CM, ICD10PCS, CodeRecord, spelled
from .faults import ImportFileError
from .shapes import fits

LINE = re.compile(r"(\d{5}) ([A-Z0-9]{3,7}) +([01]) (.{60}) (\S.*)")
FLAG = 14


def recognises(lines: list[str]) -> bool:
    """Whether the first lines are of this format."""
    return bool(lines) and all(LINE.fullmatch(line.rstrip()) for line in lines)


def system_of(lines: list[str]) -> str:
    """The system of the file: only ICD-10-PCS has codes that begin with a digit."""
    return ICD10PCS if any(line[6:7].isdigit() for line in lines) else ICD10CM


def read(text: str, *, year: int) -> Iterator[CodeRecord]:
    """The codes of the file; raises ImportFileError with the line that breaks the format."""
    lines = text.splitlines()
    system = system_of(lines)
    last, seen = -1, set()
    for number, line in enumerate(lines, 1):
        found = LINE.fullmatch(line.rstrip())
        if found is None or line[FLAG] != found[3]:
            raise ImportFileError(
                "not an order number, code, 0 or 1, and two titles in their columns", number
            )
        order, code = int(found[1]), found[2]
        if order <= last:
            raise ImportFileError(f"order number {found[1]} does not follow the one before", number)
        if code in seen or not fits(system, code):
            raise ImportFileError(f"{code} stands twice or is no {system} code", number)
        last = order
        seen.add(code)
        yield CodeRecord(system, spelled(system, code), found[5].strip(), year, found[3] == "1")
