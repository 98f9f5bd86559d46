"""Readers of official files: what each yields, and that damage is refused with its line."""

from collections.abc import Iterable

import official_samples as samples
import pytest
from chartveil.dictionaries import records
from chartveil.dictionaries.official import ImportFileError, xml_tree
from chartveil.dictionaries.official.recognise import recognise
from chartveil.dictionaries.records import (
    ChangeRecord,
    CodeRecord,
    NoteRecord,
    Record,
    SuccessorRecord,
    TermRecord,
)
from hypothesis import given
from hypothesis import strategies as st

KINDS = (
    (samples.ORDER, "icd10cm_order_2027.txt", "order file", 2027),
    (samples.PCS_ORDER, "icd10pcs-order-2026.txt", "order file", 2026),
    (samples.ADDENDA, "changes.txt", "addenda", 2027),
    (samples.TABULAR, "x.xml", "tabular list", 2028),
    (samples.INDEX, "x.xml", "Alphabetic Index", 2028),
    (
        samples.INDEX.replace("INDEX TO DISEASES", "EXTERNAL CAUSE of INJURIES INDEX"),
        "x",
        "External Cause Index",
        2028,
    ),
    (samples.DRUGS, "x.xml", "Table of Drugs", 2028),
    (samples.DRUGS.replace(">Substance<", ">Neoplasm<"), "x.xml", "Neoplasm Table", 2028),
    (samples.CONVERSION, "x.txt", "conversion table", 0),
    (samples.HCPCS, "x.csv", "code table", 0),
    (samples.CPT, "x.txt", "code table", 0),
    (samples.RETIRED, "x.jsonl", "code table", 0),
)


def read(text: str, name: str = "file_2027.txt") -> list[Record]:
    """All records of a file's text."""
    return list(recognise(text, name).records())


def of(kind: type[Record], found: Iterable[Record]) -> list[Record]:
    """The records of one kind."""
    return [record for record in found if isinstance(record, kind)]


@pytest.mark.parametrize(("text", "name", "kind", "year"), KINDS)
def test_recognised_by_content(text: str, name: str, kind: str, year: int) -> None:
    """Each format is known by what is in the file; only an order file needs its name for the year."""
    found = recognise(text, name)
    assert (found.kind, found.year) == (kind, year)
    assert list(found.records())


def test_order_file_gives_codes_with_dots_and_headers() -> None:
    """Flags, titles and the dot of ICD-10-CM."""
    found = read(samples.ORDER)
    assert [(r.code, r.billable, r.year) for r in of(CodeRecord, found)][1:3] == [
        ("D69.1", False, 2027),
        ("D69.11", True, 2027),
    ]
    assert [(r.system, r.code) for r in read(samples.PCS_ORDER)] == [
        ("ICD-10-PCS", "001"),
        ("ICD-10-PCS", "0016070"),
    ]


def test_addenda_give_changes() -> None:
    """A revision counts by what it revises to."""
    found = [(r.action, r.code, r.billable) for r in of(ChangeRecord, read(samples.ADDENDA))]
    assert found[0] == ("delete", "D69.1", True)
    assert found[-1] == ("revise", "Z68.1", True)
    assert read(samples.ADDENDA)[-1].title == "Low weight"


def test_tabular_list_gives_codes_notes_and_seventh_characters() -> None:
    """Codes with a 7th character are derived, with placeholders, and without those a note bars."""
    found = read(samples.TABULAR)
    codes = [(r.code, r.billable, r.parent) for r in of(CodeRecord, found)]
    assert codes == [
        ("S06", False, ""),
        ("S06.0", False, "S06"),
        ("S06.0XXA", True, "S06.0"),
        ("S06.0XXD", True, "S06.0"),
        ("S06.1X7", False, "S06"),
        ("S06.1X7A", True, "S06.1X7"),
    ]
    notes = {(r.code, r.kind, r.text) for r in of(NoteRecord, found)}
    assert {
        ("19", "excludes2", "harm at birth (P10)"),
        ("S06.0", "inclusion", "Knock on the head"),
        ("S06.0", "use_additional", "code for the wound (S01.-)"),
        ("S06", "seventh", "A = first visit"),
    } <= notes
    assert {r.kind for r in of(NoteRecord, found)} <= set(records.NOTE_KINDS)


def test_index_and_tables_give_paths() -> None:
    """An index entry's text is the path to it, a table's cell bears its column."""
    assert [(r.code, r.text) for r in of(TermRecord, read(samples.INDEX))] == [
        ("T14.8", "Blister (broken) NEC"),
        ("S90.42", "Blister (broken) NEC › toe, toes"),
    ]
    assert [(r.code, r.text) for r in of(TermRecord, read(samples.DRUGS))] == [
        ("T43.591", "Zzyrin (tablet) › Poisoning Accidental (unintentional)"),
        ("T49.0X5", "Zzyrin (tablet) › topical › Adverse effect"),
    ]


def test_conversion_table_gives_successors() -> None:
    """A deleted code is gone the day before; a revised or new one leaves its forerunner in place."""
    found = read(samples.CONVERSION)
    assert [(r.code, r.successor, r.since, r.kind) for r in of(SuccessorRecord, found)] == [
        ("0370056", "0370046", "2018-10-01", "conversion"),
        ("0J050ZZ", "0J040ZZ", "2016-10-01", "revised"),
    ]
    assert [(r.code, r.title, r.valid_to) for r in of(CodeRecord, found)] == [
        ("0370056", "One, old", "2018-09-30")
    ]


def test_code_tables_give_codes_dates_and_successors() -> None:
    """HCPCS with modifiers, CPT with a deleted code, retired ICD-10-CM codes."""
    thing, mark = of(CodeRecord, read(samples.HCPCS))
    assert (thing.system, thing.valid_from, thing.billable) == ("HCPCS", "2020-01-01", True)
    assert (mark.system, mark.section, mark.billable) == ("HCPCS", "modifier", False)
    found = read(samples.CPT)
    assert [(r.system, r.code, r.valid_to) for r in of(CodeRecord, found)][1] == (
        "CPT",
        "0370T",
        "2019-01-01",
    )
    assert [(r.code, r.successor) for r in of(SuccessorRecord, found)] == [("0370T", "97156")]
    retired = read(samples.RETIRED)
    assert [(r.code, r.valid_to, r.billable) for r in of(CodeRecord, retired)] == [
        ("D69.1", "2024-09-30", False)
    ]
    assert [(r.successor, r.since) for r in of(SuccessorRecord, retired)] == [("D69.11", "2024-10-01")]


DAMAGED = (
    (samples.ORDER.replace("D6911  ", "D6911 1"), "line 3"),
    (samples.ORDER.replace("00005", "00002"), "line 5"),
    (samples.ORDER.replace("Z681 ", "D691 "), "line 5"),
    (samples.ORDER[:-75], "line 5"),
    (samples.ADDENDA.replace("2 additions", "3 additions"), "line 14"),
    (samples.ADDENDA.replace("Headers", "Headres"), "line 8"),
    (samples.TABULAR.replace("<desc>Shaken brain</desc>", ""), "line 21"),
    (samples.TABULAR.replace("S06.1X7<", "S6.1<"), "line 27"),
    (samples.TABULAR.replace("</chapter>", ""), "line 34"),
    (
        samples.TABULAR.replace("<ICD10CM.tabular>", '<!DOCTYPE x [<!ENTITY a "b">]><ICD10CM.tabular>'),
        "line 2",
    ),
    (samples.INDEX.replace("S90.42", "toe 4"), "line 10"),
    (samples.DRUGS.replace('<head col="6">Adverse effect</head>', ""), "line 15"),
    (samples.CONVERSION.replace("\t2022\t", "\tsoon\t"), "line 3"),
    (samples.CONVERSION.replace("0J050ZZ", "OOPS"), "line 4"),
    (samples.HCPCS.replace("2020-01-01", "2020-13-01"), "line 2"),
    (samples.HCPCS.replace("XY,", "XYZ,"), "line 3"),
    (samples.HCPCS + "A1234,too few\n", "line 4"),
    (samples.CPT + "E11.9\tSugar\t\t\n", "line 4"),
    (samples.RETIRED + "{oops\n", "line 2"),
)


@pytest.mark.parametrize(("text", "line"), DAMAGED)
def test_damage_is_refused_with_its_line(text: str, line: str) -> None:
    """A file that breaks its format anywhere raises, and says where."""
    with pytest.raises(ImportFileError, match=rf"^{line}: "):
        read(text)


FOREIGN = (
    "zip3,population\n006,1\n",
    "Dear doctor,\nthank you.\n",
    "<html><body>x</body></html>",
    '{"a": 1}\n',
    "12",
)


@pytest.mark.parametrize("text", FOREIGN)
def test_foreign_files_are_refused(text: str) -> None:
    """What is none of the formats is named as such."""
    with pytest.raises(ImportFileError, match=r"known kind|neither"):
        read(text)


def test_an_order_file_without_a_year_asks_for_one() -> None:
    """Neither guessed nor taken from today's date."""
    with pytest.raises(ImportFileError, match="--year"):
        read(samples.ORDER, "codes.txt")
    assert recognise(samples.ORDER, "codes.txt", year=2026).year == 2026


def test_entities_are_never_expanded() -> None:
    """A document that would grow when read is refused at its first line."""
    bomb = '<!DOCTYPE a [<!ENTITY b "xxxx"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    with pytest.raises(ImportFileError, match=r"^line 1: a document type"):
        xml_tree.parse(bomb)


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Nothing but ImportFileError comes out of the readers."""
    for sample in (text, samples.ORDER + text, samples.HCPCS + text, samples.CONVERSION + text):
        try:
            read(sample)
        except ImportFileError:
            continue


@given(st.from_regex(r"[A-Z][0-9][0-9A-Z]{1,5}", fullmatch=True))
def test_dots_come_and_go(code: str) -> None:
    """`bare` undoes `dotted`, whatever case and blanks."""
    assert records.bare(f" {records.dotted(code).lower()} ") == code
