"""Looks codes up: all that the library knows of a code, one page for each system that has it."""

import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from . import years
from .code_page import BILLABLE, FUTURE, HEADER, RETIRED, Change, CodePage, Lookup, Note, Place
from .records import ICD10CM, ICD10PCS, SYSTEMS, CodeRecord, SuccessorRecord, bare, dotted

if TYPE_CHECKING:
    from .library import Library

PROCEDURE = "page:"
#: Notes that stand at a code alone; all others hold for everything below as well.
OWN_ONLY = ("inclusion", "seventh")
SIDES = re.compile(r"\b(right|left|bilateral|unspecified)\b", re.IGNORECASE)


def lookup(
    code: str, *, date_of_service: str | date | None = None, library: "Library | None" = None
) -> Lookup:
    """What a code means, however it is typed: dots, case and blanks don't matter.

    `date_of_service` (a date or 'YYYY-MM-DD') chooses the fiscal year; the newest loaded one otherwise.
    Raises UsageError for a date that is none. Pass `library` to look up many codes.
    """
    if library is None:
        from .library import Library

        library = Library.open()
    day = years.parse_service_date(date_of_service) if isinstance(date_of_service, str) else date_of_service
    pages = tuple(_page(library, record, day) for record in chosen(library, code, day))
    if not pages:
        from .nearby import explain

        message, near = explain(library, code, years.fiscal_year(day) if day else None)
        return Lookup(code, (), message, near, _remark(library, [ICD10CM], day))
    return Lookup(code, pages, remark=_remark(library, [page.system for page in pages], day))


def chosen(library: "Library", code: str, day: date | None) -> list[CodeRecord]:
    """One record a system: that of the year asked for, else the last before it, else the first after it."""
    by_system: dict[str, list[CodeRecord]] = {}
    for record in library.history(code):
        by_system.setdefault(record.system, []).append(record)
    wanted = years.fiscal_year(day) if day else None
    found = []
    for system in sorted(by_system, key=SYSTEMS.index):
        records = by_system[system]
        year = years.chosen_year([record.year for record in records], wanted)
        found.append(next(record for record in records if record.year == year))
    return found


def _remark(library: "Library", systems: Iterable[str], day: date | None) -> str:
    for system in systems:
        loaded = library.years(system)
        if day and loaded and years.fiscal_year(day) not in loaded:
            used = years.chosen_year(loaded, years.fiscal_year(day))
            return f"the {system} list of {years.fiscal_year(day)} is not loaded; {used} was used"
    return ""


def _page(library: "Library", record: CodeRecord, day: date | None) -> CodePage:
    year = years.chosen_year(library.years(record.system), years.fiscal_year(day) if day else None)
    line = _hierarchy(library, record)
    notes, procedure = _notes(library, record, line)
    children = library.children(record.system, record.code, record.year or None)
    successors = tuple(
        _change(library, item.system, item.successor, item.since)
        for item in _known_on(library.successors(record.system, record.code), day)
    )
    status = _status(record, year if record.year else 0, day)
    sevenths = _sevenths(library, record, line, children)
    return CodePage(
        system=record.system,
        code=record.code,
        title=record.title,
        year=year if record.year else 0,
        status=status,
        advice=_advice(record, status, successors, children, sevenths),
        valid_from=record.valid_from,
        valid_to=record.valid_to,
        hierarchy=line,
        children=tuple(_child(child) for child in children),
        notes=notes,
        sevenths=sevenths,
        sides=_sides(library, record),
        synonyms=tuple(dict.fromkeys(term.text for term in library.terms(record.system, record.code))),
        successors=successors,
        predecessors=tuple(
            _change(library, item.system, item.code, item.since)
            for item in library.predecessors(record.system, record.code)
        ),
        procedure=procedure,
    )


def _known_on(items: Iterable[SuccessorRecord], day: date | None) -> list[SuccessorRecord]:
    """Replacements that have taken place by the day asked for, if one was."""
    return [item for item in items if day is None or item.since <= day.isoformat()]


def _change(library: "Library", system: str, code: str, since: str) -> Change:
    titles = [record.title for record in library.history(code) if record.system == system]
    return Change(code, titles[-1] if titles else "", since)


def _child(record: CodeRecord) -> Place:
    return Place(record.code, record.title, "" if record.billable else HEADER)


def _status(record: CodeRecord, year: int, day: date | None) -> str:
    on = day.isoformat() if day else ""
    if record.year < year or (not record.year and record.valid_to and (not on or on > record.valid_to)):
        return RETIRED
    if record.year > year or (not record.year and on and on < record.valid_from):
        return FUTURE
    return BILLABLE if record.billable or (not record.year and on and record.valid_to) else _lesser(record)


def _lesser(record: CodeRecord) -> str:
    return HEADER if record.year else RETIRED


def _advice(
    record: CodeRecord,
    status: str,
    successors: tuple[Change, ...],
    children: list[CodeRecord],
    sevenths: tuple[Place, ...],
) -> str:
    if status == RETIRED:
        until = f" It was valid until {record.valid_to}." if record.valid_to else ""
        return f"Don't use {record.code} for later services.{until}{_instead(successors)}"
    if status == FUTURE:
        since = f" until {record.valid_from}" if record.valid_from else ""
        return f"Not valid{since}."
    if status == HEADER:
        return _complete(record, children, sevenths) + _instead(successors)
    return ""


def _instead(successors: tuple[Change, ...]) -> str:
    if not successors:
        return ""
    codes = ", ".join(item.code for item in successors)
    since = f" since {successors[0].since}" if successors[0].since else ""
    return f" Use instead{since}: {codes}."


def _complete(record: CodeRecord, children: list[CodeRecord], sevenths: tuple[Place, ...]) -> str:
    """How to make a billable code of a header."""
    if record.system == ICD10PCS:
        return "Not a complete code: ICD-10-PCS codes have seven characters."
    extended = [child for child in children if len(bare(child.code)) == 7]
    if not (sevenths and extended):
        return "Not billable: choose one of the codes below it."
    pads = 6 - len(bare(record.code))
    padded = dotted(bare(record.code) + "X" * pads)
    fill = f"fill up with X to six characters ({padded}), then " if pads else ""
    return f"Not billable: {fill}add the 7th character, for instance {extended[0].code}."


def _hierarchy(library: "Library", record: CodeRecord) -> tuple[Place, ...]:
    """Chapter, section, category and so on, down to the parent."""
    above: list[Place] = []
    parent = record.parent
    while parent:
        found = [item for item in library.history(parent) if item.system == record.system]
        item = next((item for item in found if item.year == record.year), None)
        if item is None:
            break
        above.append(Place(item.code, item.title))
        parent = item.parent
    headings = (
        Place(code, library.heading(record.system, code)) for code in (record.chapter, record.section) if code
    )
    return (*headings, *reversed(above))


def _notes(
    library: "Library", record: CodeRecord, line: tuple[Place, ...]
) -> tuple[tuple[Note, ...], tuple[Note, ...]]:
    """The notes that hold for a code, its own first, then from near to far; and its page's parts."""
    own = library.notes(record.system, record.code)
    notes = [Note(n.kind, n.text) for n in own if n.kind != "seventh" and not n.kind.startswith(PROCEDURE)]
    for place in reversed(line):
        above = library.notes(record.system, place.code)
        notes += [Note(n.kind, n.text, place.code) for n in above if n.kind not in OWN_ONLY]
    parts = [Note(n.kind.removeprefix(PROCEDURE), n.text) for n in own if n.kind.startswith(PROCEDURE)]
    return tuple(notes), tuple(parts)


def _sevenths(
    library: "Library", record: CodeRecord, line: tuple[Place, ...], children: list[CodeRecord]
) -> tuple[Place, ...]:
    """The 7th characters of a code, nearest table above it; of a header only those that its codes take."""
    if record.system != ICD10CM:
        return ()
    for code in (record.code, *(place.code for place in reversed(line))):
        found = [n.text.partition(" = ") for n in library.notes(record.system, code) if n.kind == "seventh"]
        table = [Place(character, meaning) for character, _, meaning in found if len(character) == 1]
        if table:
            taken = {child.code[-1] for child in children if len(bare(child.code)) == 7}
            return tuple(place for place in table if not taken or place.code in taken)
    return ()


def _sides(library: "Library", record: CodeRecord) -> tuple[Place, ...]:
    """The same code for the other sides: one character differs, and the titles only in their side."""
    side, words = _side(record.title)
    if record.system != ICD10CM or not side or len(record.code) < 6:
        return ()
    found = []
    for other in library.under(ICD10CM, record.code[:5], record.year, limit=5000):
        differing = sum(a != b for a, b in zip(record.code, other.code, strict=False))
        if len(other.code) == len(record.code) and differing == 1:
            its_side, its_words = _side(other.title)
            if its_side and its_side != side and (words <= its_words or its_words <= words):
                found.append(Place(other.code, other.title, its_side))
    return tuple(found) if {side, *(place.mark for place in found)} & {"right", "left"} else ()


def _side(title: str) -> tuple[str, frozenset[str]]:
    """The side that a title names ('' for none) and its other words."""
    named = [word.lower() for word in SIDES.findall(title)]
    side = next((word for word in named if word != "unspecified"), "unspecified" if named else "")
    return side, frozenset(re.findall(r"\w+", SIDES.sub(" ", title.lower())))
