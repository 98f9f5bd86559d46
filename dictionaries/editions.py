"""The yearly lists behind the detector's dictionary: the newest as the tabular list, and what others say.

Without imports that is the tabular list chartveil carries. With them the newest loaded list takes its place,
and of each code that isn't the same in all of them it is told how it stood in each.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from . import icd10cm, imports, library_sources, procedures_pages
from .icd10cm import TabularCode
from .library_build import Gathered, Listing, derived_successors, parent_of, validity
from .records import ICD10CM, CodeRecord, SuccessorRecord, TermRecord

#: (code, system, year, billable, description, valid from, valid to). Year 0: a code that bears its own dates,
#: described as it is elsewhere.
EditionRow = tuple[str, str, int, int, str, str, str]
NOTES = {"inclusion": "terms", "includes": "includes"}


@dataclass(frozen=True, slots=True)
class Editions:
    """What the dictionary is compiled from.

    `tabular` is the newest list and `gone` what only older lists hold; `others` are imported codes of other
    systems. `before` says what to use instead of a code on a day on which it did not stand yet, `after` the
    reverse. `listings` are (system, year).
    """

    tabular: list[TabularCode]
    gone: list[TabularCode] = field(default_factory=list)
    others: list[CodeRecord] = field(default_factory=list)
    terms: list[TermRecord] = field(default_factory=list)
    rows: list[EditionRow] = field(default_factory=list)
    listings: list[tuple[str, int]] = field(default_factory=list)
    before: dict[str, str] = field(default_factory=dict)
    after: dict[str, str] = field(default_factory=dict)


def read() -> Editions:
    """The editions of all that is carried and imported."""
    carried = list(icd10cm.read())
    year = library_sources.carried_year()
    gathered = Gathered()
    gathered.add(procedures_pages.records())
    own = {record for found in gathered.codes.values() for record in found.values()}
    items = imports.listed()
    if items:
        gathered.add(CodeRecord(ICD10CM, c.code, c.description, year, c.billable) for c in carried)
    for item in items:
        gathered.add(imports.stored(item))
    gathered.apply_changes()
    if not items:
        return Editions(carried, rows=list(_undated(gathered)), listings=[(ICD10CM, year)])
    return _merged(carried, gathered, own)


def _merged(carried: list[TabularCode], gathered: Gathered, own: set[CodeRecord]) -> Editions:
    lists = {year: found for year, found in gathered.lists(ICD10CM).items() if year}
    newest = lists[max(lists)]
    known = {item.code: item for item in carried}
    notes = _notes(gathered, max(lists))
    tabular = [_item(record, newest, known.get(code), notes) for code, record in sorted(newest.items())]
    older = {code: record for found in gathered.lists(ICD10CM).values() for code, record in found.items()}
    gone = [
        _item(record, older, known.get(code), notes)
        for code, record in sorted(older.items())
        if code not in newest
    ]
    changes = [*derived_successors(ICD10CM, lists), *gathered.successors]
    others = [
        record
        for (system, _), found in sorted(gathered.codes.items())
        for record in found.values()
        if system != ICD10CM and record not in own
    ]
    return Editions(
        tabular, gone, others, gathered.terms, [*_dated(gathered), *_undated(gathered)],
        [key for key in sorted(gathered.codes) if key[1]], _before(changes), _after(changes, newest),
    )  # fmt: skip


def _notes(gathered: Gathered, year: int) -> dict[str, dict[str, list[str]]]:
    """Inclusion terms and 'includes' notes by code, of an imported tabular list of the newest year."""
    found: dict[str, dict[str, list[str]]] = {}
    for note in gathered.notes.get(ICD10CM, {}).get(year, ()):
        if note.kind in NOTES:
            found.setdefault(note.code, {}).setdefault(NOTES[note.kind], []).append(note.text)
    return found


def _item(
    record: CodeRecord, listing: Listing, old: TabularCode | None, notes: dict[str, dict[str, list[str]]]
) -> TabularCode:
    parent = parent_of(record.code, listing)
    if old is not None:
        item = replace(old, description=record.title, billable=record.billable, parent=parent)
    else:
        above = listing[parent].title if parent else ""
        extended = len(record.code) == 8 and bool(above) and record.title.startswith(above)
        item = TabularCode(record.code, record.title, record.billable, parent, (), (), extended)
    said = {name: tuple(texts) for name, texts in notes.get(record.code, {}).items()}
    return replace(item, **said) if said and not item.extended else item  # type: ignore[arg-type]


def _dated(gathered: Gathered) -> Iterator[EditionRow]:
    """How each code stood in each yearly list, where it is not the same in all of its system."""
    for system in gathered.systems():
        lists = {year: found for year, found in gathered.lists(system).items() if year}
        spans = validity(lists)
        for code in sorted({code for found in lists.values() for code in found}):
            states = {found[code].billable if code in found else None for found in lists.values()}
            if len(states) > 1:
                for year, found in lists.items():
                    if code in found:
                        record = found[code]
                        yield code, system, year, int(record.billable), record.title, *spans[(code, year)]


def _undated(gathered: Gathered) -> Iterator[EditionRow]:
    """Codes without a year that bear dates of their own."""
    for (system, year), found in sorted(gathered.codes.items()):
        for record in found.values() if not year else ():
            if record.valid_from or record.valid_to:
                yield record.code, system, 0, int(record.billable), "", record.valid_from, record.valid_to


def _before(changes: Iterable[SuccessorRecord]) -> dict[str, str]:
    return {change.successor: change.code for change in changes if change.system == ICD10CM}


def _after(changes: Iterable[SuccessorRecord], newest: Listing) -> dict[str, str]:
    """What stands for a code that is gone, where that is one billable code."""
    found: dict[str, set[str]] = {}
    for change in changes:
        record = newest.get(change.successor)
        if change.system == ICD10CM and change.code not in newest and record is not None and record.billable:
            found.setdefault(change.code, set()).add(change.successor)
    return {code: next(iter(others)) for code, others in found.items() if len(others) == 1}
