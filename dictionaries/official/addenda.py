"""The addenda of an ICD-10-CM order file: what a year adds, deletes and revises.

Lines begin with "Add:", "Delete:", "Revise from:" or "Revise to:", then 0 or 1, the code, a short title and a
long one in columns. A summary with counts may follow; the counts are checked.
"""

import re
from collections import Counter
from collections.abc import Iterator

from ..records import ICD10CM, ChangeRecord, dotted
from .faults import ImportFileError
from .shapes import fits

LINE = re.compile(r"(Add|Delete|Revise from|Revise to): +([01]) ([A-Z0-9]{3,7}) +(.{60}) (\S.*)")
COUNT = re.compile(r" +(\d+) (addition|deletion|revision)s?")
SUMMARY = re.compile(r"Headers|Codes|of which| +\d+ .*")
YEAR = re.compile(r"(?:codes|headers) in \S*?(20\d\d)\S*")
COUNTED = {"Add": "addition", "Delete": "deletion", "Revise to": "revision"}
ACTIONS = {"Add": "add", "Delete": "delete", "Revise to": "revise"}


def recognises(lines: list[str]) -> bool:
    """Whether the first lines are of this format."""
    return bool(lines) and all(LINE.fullmatch(line.rstrip()) for line in lines)


def year_of(text: str) -> int:
    """The year its summary speaks of, 0 where there is none."""
    return max((int(year) for year in YEAR.findall(text)), default=0)


def read(text: str, *, year: int) -> Iterator[ChangeRecord]:
    """The changes; raises ImportFileError with the line that breaks the format or miscounts."""
    made: Counter[tuple[str, str]] = Counter()
    told: dict[tuple[str, str], tuple[int, int]] = {}
    part = ""
    for number, line in enumerate(text.splitlines(), 1):
        line = line.rstrip()
        if found := LINE.fullmatch(line):
            if not fits(ICD10CM, found[3]):
                raise ImportFileError(f"{found[3]} is no ICD-10-CM code", number)
            if found[1] in COUNTED:
                made[("Codes" if found[2] == "1" else "Headers", COUNTED[found[1]])] += 1
                yield ChangeRecord(
                    ICD10CM, dotted(found[3]), found[5], year, found[2] == "1", ACTIONS[found[1]]
                )
        elif line and not SUMMARY.fullmatch(line):
            raise ImportFileError("neither a change nor part of the summary", number)
        elif line in ("Headers", "Codes"):
            part = line
        elif count := COUNT.fullmatch(line):
            told[(part, count[2])] = (int(count[1]), number)
    for key, (count_told, number) in told.items():
        if made[key] != count_told:
            raise ImportFileError(f"says {count_told} {key[1]}s, the file holds {made[key]}", number)
