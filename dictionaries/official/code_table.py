"""A plain table of codes: CSV, TSV or JSON lines, with a line of column names (HCPCS, CPT, retired codes).

Needed are a column for the code and one for its description. Dates, status, a short description, a successor
and whether a row is a modifier are read where there are such columns; all others are ignored.
"""

import csv
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta

from ..records import ICD10CM, CodeRecord, Record, SuccessorRecord, TermRecord, bare, dotted
from ..years import last_day
from .faults import ImportFileError
from .shapes import MODIFIER, table_system

#: Names of columns, compared in lower case with blanks, dashes and underscores alike.
NAMES = {
    "code": "code|hcpcs|hcpc|cpt|hcpcs code|hcpc code|cpt code|procedure code",
    "title": "description|long description|long|descriptor|long descriptor|title|desc|name",
    "short": "short description|short|short descriptor|consumer description|consumer friendly descriptor",
    "start": "effective date|effective|start|start date|valid from|added|date added|add date|add dt",
    "end": "termination date|terminated|end|end date|valid to|deleted|date deleted|term date|term dt",
    "year": "last valid fy|last valid year",
    "status": "status|now",
    "successor": "successor|successors|replaced by|replacement|use instead|use instead children",
    "kind": "kind|type",
}
COLUMNS = {name: field for field, names in NAMES.items() for name in names.split("|")}
GONE = frozenset("deleted inactive terminated retired discontinued d header".split())
DATES = (
    (re.compile(r"(\d{4})-?(\d\d)-?(\d\d)"), (1, 2, 3)),
    (re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})"), (3, 1, 2)),
)
Row = dict[str, str]


def recognises(line: str) -> bool:
    """Whether the first line names the columns of such a table, or is a JSON object with them."""
    if line.startswith("{"):
        try:
            names = list(json.loads(line))
        except ValueError:
            return False
    else:
        names = _cells(line, delimiter(line))
    fields = {COLUMNS.get(_plain(name)) for name in names}
    return {"code", "title"} <= fields or {"code", "short"} <= fields


def delimiter(line: str) -> str:
    """What parts the columns: the one of tab, comma, semicolon and bar that is found most."""
    return max("\t,;|", key=line.count)


def read(text: str, *, year: int, name: str) -> Iterator[Record]:
    """Codes, second wordings (whose origin is `name`) and successors.

    Raises ImportFileError with the line that can't be read.
    """
    rows = _json_rows(text) if text.lstrip().startswith("{") else _table_rows(text)
    kept = list(rows)
    systems = {table_system(row["code"]) for _, row in kept} - {""}
    if ICD10CM in systems and len(systems) > 1:
        number = next(number for number, row in kept if table_system(row["code"]) == ICD10CM)
        raise ImportFileError("an ICD-10-CM code in a table of procedures", number)
    for number, row in kept:
        yield from _records(row, number, sorted(systems), name)


def _records(row: Row, number: int, systems: list[str], name: str) -> Iterator[Record]:
    code, title = row["code"], row.get("title") or row.get("short", "")
    modifier = MODIFIER.fullmatch(code) is not None and bool(systems)
    system = systems[-1] if modifier else table_system(code)
    if not system:
        raise ImportFileError(f"no code of HCPCS, CPT or ICD-10-CM: {code[:20]!r}", number)
    if not title and "year" not in row:
        raise ImportFileError(f"{code} has no description", number)
    start, end = _day(row.get("start", ""), number), _day(row.get("end", ""), number)
    if "year" in row:
        end = _last_day(row["year"], number)
    billable = not modifier and row.get("status", "").lower() not in GONE
    section = "modifier" if modifier else ""
    yield CodeRecord(system, code, title, 0, billable, "", "", section, start, end)
    if row.get("short") and row["short"] != title:
        yield TermRecord(system, code, row["short"], name)
    for successor in re.split(r"[;,\s]+", row.get("successor", "")):
        if successor:
            new = dotted(successor) if system == ICD10CM else bare(successor)
            yield SuccessorRecord(system, code, new, _day_after(end), "table")


def _table_rows(text: str) -> Iterator[tuple[int, Row]]:
    first, _, _ = text.partition("\n")
    reader = csv.reader(text.splitlines(), delimiter=delimiter(first))
    fields = [COLUMNS.get(_plain(cell), "") for cell in next(reader)]
    for cells in reader:
        number = reader.line_num
        if any(cell.strip() for cell in cells):
            if len(cells) != len(fields):
                raise ImportFileError(
                    f"{len(cells)} columns where the first line names {len(fields)}", number
                )
            yield number, _row(zip(fields, cells, strict=True), number)


def _json_rows(text: str) -> Iterator[tuple[int, Row]]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                item = json.loads(line)
            except ValueError:
                raise ImportFileError("not a JSON object", number) from None
            if not isinstance(item, dict):
                raise ImportFileError("not a JSON object", number)
            yield number, _row(((COLUMNS.get(_plain(key), ""), _said(item[key])) for key in item), number)


def _row(cells: Iterator[tuple[str, str]], number: int) -> Row:
    """The cells of known columns; of two columns for one field the first that says anything."""
    row: Row = {}
    for field, cell in cells:
        said = " ".join(cell.split())
        if field and said and not row.get(field):
            row[field] = said
    if not row.get("code"):
        raise ImportFileError("a row without a code", number)
    row["code"] = row["code"].upper()
    return row


def _said(value: object) -> str:
    if isinstance(value, list):
        return ";".join(str(item) for item in value)
    return "" if value is None else str(value)


def _cells(line: str, parted_by: str) -> list[str]:
    return next(csv.reader([line], delimiter=parted_by), [])


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[_\-]+", " ", name.strip("\ufeff ").lower()).split())


def _day(text: str, number: int) -> str:
    """An ISO date of 2019-01-31, 20190131 or 1/31/2019; '' for ''."""
    for pattern, (year, month, day) in DATES:
        if found := pattern.fullmatch(text):
            try:
                return date(int(found[year]), int(found[month]), int(found[day])).isoformat()
            except ValueError:
                break
    if text:
        raise ImportFileError(f"not a date: {text[:20]!r}; write it as 2026-01-31", number)
    return ""


def _last_day(year: str, number: int) -> str:
    if not re.fullmatch(r"20\d\d", year):
        raise ImportFileError(f"not a fiscal year: {year[:20]!r}", number)
    return last_day(int(year))


def _day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(1)).isoformat() if day else ""
