"""Looking codes up: pages, years, headers, unknown codes, text and JSON, completion."""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from chartveil.cli import main
from chartveil.dictionaries import completion, library_sources, library_words, lookup, page
from chartveil.dictionaries.library import Library
from chartveil.dictionaries.records import (
    CodeRecord,
    HeadingRecord,
    NoteRecord,
    Record,
    SuccessorRecord,
    TermRecord,
)
from chartveil.errors import UsageError
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

CM = "ICD-10-CM"
#: code, title, parent, billable in 2026, billable in 2027; None: not in that year's list.
CODES = (
    ("E11", "Sugar trouble", "", False, False),
    ("E11.9", "Sugar trouble without more", "E11", True, True),
    ("E11.8", "Sugar trouble, other", "E11", True, False),
    ("E11.81", "Sugar trouble, first kind", "E11.8", None, True),
    ("E11.7", "Sugar trouble, given up", "E11", True, None),
    ("M25", "Joint trouble", "", False, False),
    ("M25.56", "Sore knee", "M25", False, False),
    ("M25.561", "Sore right knee", "M25.56", True, True),
    ("M25.562", "Sore left knee", "M25.56", True, True),
    ("M25.569", "Sore unspecified knee", "M25.56", True, True),
    ("M25.571", "Sore right ankle", "M25.56", True, True),
    ("W19", "Some fall", "", False, False),
    ("W19.XXXA", "Some fall, first visit", "W19", True, True),
    ("W19.XXXD", "Some fall, later visit", "W19", True, True),
    ("J12.12", "A code that looks like a drug's", "", True, True),
)
NOTES = (
    ("E11.9", "inclusion", "Sweet water"),
    ("E11", "excludes1", "Sugar trouble of the newborn"),
    ("E11", "inclusion", "Only for the header"),
    ("4", "code_also", "What else there is"),
    ("W19", "seventh", "A = first visit"),
    ("W19", "seventh", "D = later visit"),
    ("W19", "seventh", "S = what is left of it"),
)


def own_records() -> Iterator[Record]:
    """Two years of a tabular list of a few invented codes."""
    yield HeadingRecord(CM, "4", "Glands")
    yield HeadingRecord(CM, "E08-E13", "Sugar", "4")
    for place, year in enumerate((2026, 2027)):
        for code, title, parent, *billable in CODES:
            if billable[place] is not None:
                where = ("4", "E08-E13") if code.startswith("E") else ("", "")
                yield CodeRecord(CM, code, title, year, billable[place], parent, *where)
    for code, kind, text in NOTES:
        yield NoteRecord(CM, code, kind, text, 2027)
    yield SuccessorRecord(CM, "E11.7", "E11.9", "2026-10-01", "table")


def own_lexicon() -> Iterator[Record]:
    """Two wordings, and a procedure with the same characters as a diagnosis."""
    yield TermRecord(CM, "E11.9", "the sugar", "lexicon")
    yield TermRecord(CM, "E11.9", "sweet blood", "lexicon")
    yield CodeRecord("HCPCS", "J1212", "some drug", 0, True)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A small library, at the place where the command finds it."""
    folder = tmp_path_factory.mktemp("lookup")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHARTVEIL_CACHE", str(folder / "cache"))
        patch.setenv("CHARTVEIL_DATA", str(folder / "data"))
        patch.setattr(library_sources, "tabular_records", own_records)
        patch.setattr(library_sources, "lexicon_records", own_lexicon)
        patch.setattr(library_words, "fill", lambda connection: None)
        yield Library.open()


@pytest.mark.parametrize("typed", ["E11.9", "e119", " E 11.9 ", "E119", "e11.9"])
def test_however_typed(library: Library, typed: str) -> None:
    """Dots, case and blanks don't matter, and the newest year is used."""
    (found,) = lookup(typed, library=library).pages
    assert (found.code, found.year, found.status) == ("E11.9", 2027, "billable")


def test_a_page_in_full(library: Library) -> None:
    """Hierarchy, own and inherited notes, synonyms, and what it replaces."""
    (found,) = lookup("E11.9", library=library).pages
    assert [place.code for place in found.hierarchy] == ["4", "E08-E13", "E11"]
    assert [(n.kind, n.text, n.at) for n in found.notes] == [
        ("inclusion", "Sweet water", ""),
        ("excludes1", "Sugar trouble of the newborn", "E11"),
        ("code_also", "What else there is", "4"),
    ]
    assert found.synonyms == ("the sugar", "sweet blood")
    assert [change.code for change in found.predecessors] == ["E11.7"]
    assert found.billable and not found.children and not found.advice


def test_sides(library: Library) -> None:
    """The same code for the other sides, and nothing of another joint."""
    (found,) = lookup("M25.561", library=library).pages
    assert [(place.code, place.mark) for place in found.sides] == [
        ("M25.562", "left"),
        ("M25.569", "unspecified"),
    ]
    assert not lookup("E11.9", library=library).pages[0].sides


def test_a_header_says_how_to_complete_it(library: Library) -> None:
    """A header lists what is below it; one that takes a 7th character says how to write it."""
    (found,) = lookup("W19", library=library).pages
    assert found.status == "header" and not found.billable
    assert "W19.XXX" in found.advice and "W19.XXXA" in found.advice
    assert [place.code for place in found.sevenths] == ["A", "D"]
    (other,) = lookup("M2556", library=library).pages
    assert other.advice == "Not billable: choose one of the codes below it."
    assert len(other.children) == 3


@pytest.mark.parametrize(
    ("code", "day", "status", "said"),
    [
        ("E11.7", "2026-09-30", "billable", ""),
        ("E11.7", "2026-10-01", "retired", "Use instead since 2026-10-01: E11.9"),
        ("E11.7", None, "retired", "valid until 2026-09-30"),
        ("E11.8", "2026-09-30", "billable", ""),
        ("E11.8", "2026-11-03", "header", "E11.81"),
        ("E11.81", "2026-11-03", "billable", ""),
        ("E11.81", "2026-03-01", "not yet valid", "until 2026-10-01"),
        ("0370T", "2018-12-31", "billable", ""),
        ("0370T", "2019-01-01", "retired", "97156"),
        ("0370T", None, "retired", "97156"),
        ("97156", "2018-12-31", "not yet valid", "2019-01-01"),
        ("97156", None, "billable", ""),
    ],
)
def test_the_day_decides(library: Library, code: str, day: str | None, status: str, said: str) -> None:
    """What is valid on one side of a change isn't on the other."""
    (found,) = lookup(code, date_of_service=day, library=library).pages
    assert found.status == status
    assert said in found.advice and bool(said) == bool(found.advice)


def test_a_year_that_is_not_loaded_is_named(library: Library) -> None:
    """The nearest list stands in, and the answer says so."""
    found = lookup("E11.9", date_of_service=date(2030, 1, 1), library=library)
    assert found.pages[0].year == 2027
    assert "2030" in found.remark and "2027" in found.remark


def test_one_code_in_two_systems(library: Library) -> None:
    """A code of the same characters in two systems shows both."""
    assert [p.system for p in lookup("J1212", library=library).pages] == [CM, "HCPCS"]


@pytest.mark.parametrize(
    ("code", "said", "near"),
    [
        ("E11.95", "E11.9 is complete", "E11.9"),
        ("W19A", "fill up with X", "W19.XXXA"),
        ("W19.XX", "7th character is missing", "W19.XXXA"),
        ("W19.XXXZ", "W19 (Some fall) is the nearest", "W19.XXXA"),
        ("E11.4", "E11 (Sugar trouble) is the nearest", "E11.8"),
        ("K99", "none that begins like it", ""),
        ("???", "is no code", ""),
        ("", "is no code", ""),
    ],
)
def test_unknown_codes(library: Library, code: str, said: str, near: str) -> None:
    """An unknown code says why, and what is near it."""
    found = lookup(code, library=library)
    assert not found.pages
    assert said in found.message
    assert (found.near[0].code if found.near else "") == near


@given(st.text(max_size=12))
def test_no_code_is_too_strange(library: Library, code: str) -> None:
    """Any text is answered, in text and in JSON."""
    found = lookup(code, library=library)
    assert page.text(found) and json.dumps(page.data(found))


def test_the_date_must_be_one(library: Library) -> None:
    """A date of service that is none is refused."""
    with pytest.raises(UsageError, match="date of service"):
        lookup("E11.9", date_of_service="last autumn", library=library)


def test_the_name_is_the_function() -> None:
    """Importing the module of the same name first doesn't put it in the function's place."""
    code = (
        "import chartveil.dictionaries.lookup, chartveil.dictionaries.search;"
        "import chartveil.dictionaries.versions;"
        "from chartveil.dictionaries import lookup, search, versions;"
        "assert all(callable(name) for name in (lookup, search, versions))"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_package_stays_light() -> None:
    """Importing the package loads none of its modules; a lookup needs neither the lexicon nor the search."""
    code = (
        "import sys, chartveil.dictionaries;"
        "assert not [name for name in sys.modules if name.startswith('chartveil.dictionaries.')];"
        "import chartveil.commands.lookup, chartveil.dictionaries.library, chartveil.dictionaries.page;"
        "heavy = {'spacy', 'presidio_analyzer', 'simple_icd_10_cm', 'importlib.metadata', 'rapidfuzz',"
        " 'chartveil.dictionaries.lexicon_files', 'chartveil.dictionaries.search', 'tomllib'};"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_command_text(library: Library) -> None:
    """Two codes, a block each, the year named; exit code 0."""
    done = CliRunner().invoke(main, ["lookup", "e119", "w19"])
    assert done.exit_code == 0
    assert "E11.9  Sugar trouble without more\nICD-10-CM 2027, billable" in done.stdout
    assert "W19  Some fall\nICD-10-CM 2027, header, not billable" in done.stdout
    assert "Sugar trouble of the newborn [at E11]" in done.stdout


def test_command_json(library: Library) -> None:
    """One JSON list, an object a code; an unknown code is in it and makes the exit code 1."""
    done = CliRunner().invoke(main, ["lookup", "97156", "K99", "--format", "json"])
    assert done.exit_code == 1
    known, unknown = json.loads(done.stdout)
    assert known["pages"][0]["billable"] is True
    assert known["pages"][0]["procedure"]["timing"][0].startswith("Timed, 15 minutes")
    assert unknown["pages"] == [] and unknown["message"]


def test_command_refuses_a_false_date(library: Library) -> None:
    """Wrong use is one line and exit code 2."""
    done = CliRunner().invoke(main, ["lookup", "E11.9", "--date-of-service", "soon"])
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("E1", "E11"),
        ("e11.", "e11.8"),
        ("E118", "E118"),
        ("w19x", "w19xxxa"),
        ("037", "0370T"),
        ("", ""),
        ("?", ""),
    ],
)
def test_completion(library: Library, typed: str, first: str) -> None:
    """A shell gets codes that continue what was typed, as it was typed."""
    found = completion.codes(typed)
    assert (found[0] if found else "") == first
    assert all(code.startswith(typed) for code in found)


def test_completion_builds_nothing(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a library there is nothing to complete, and none is built."""
    monkeypatch.setenv("CHARTVEIL_CACHE", str(tmp_path))
    assert completion.codes("E11") == []
    assert not list(tmp_path.iterdir())
