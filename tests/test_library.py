"""The compiled library: years, validity, imports, and that nothing is half done."""

import gzip
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import official_samples as samples
import pytest
import small_dictionary
from chartveil.cli import main
from chartveil.dictionaries import imports, library_build, library_sources, library_words, years
from chartveil.dictionaries import library as library_module
from chartveil.dictionaries.imports_phrases import wordings
from chartveil.dictionaries.library import Library
from chartveil.dictionaries.official.faults import ImportFileError
from chartveil.dictionaries.records import CodeRecord, Record, TermRecord
from chartveil.errors import UsageError
from click.testing import CliRunner

CM = "ICD-10-CM"


def own_records() -> Iterator[Record]:
    """A tabular list of four codes in the place of the whole one."""
    yield CodeRecord(CM, "D69", "Bleeding trouble", 2026, False, "", "3", "D65-D69")
    yield CodeRecord(CM, "D69.1", "Weak platelets", 2026, True, "D69", "3", "D65-D69")
    yield CodeRecord(CM, "D69.2", "Frail vessels", 2026, True, "D69", "3", "D65-D69")
    yield CodeRecord(CM, "Z68.1", "Light weight", 2026, True)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A cache and a data folder of the test's own, and few codes, so that building takes no time."""
    monkeypatch.setenv("CHARTVEIL_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("CHARTVEIL_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(library_sources, "tabular_records", own_records)
    monkeypatch.setattr(library_sources, "lexicon_records", lambda: iter(()))
    monkeypatch.setattr(library_words, "fill", lambda connection: None)
    small_dictionary.use(monkeypatch)


def put(tmp_path: Path, name: str, text: str) -> Path:
    """A file with a text."""
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return path


def add(tmp_path: Path, name: str, text: str, *, licence: bool = False) -> imports.Imported:
    """Import a text as a file of that name."""
    return imports.import_file(put(tmp_path, name, text), accept_cpt_licence=licence)


def test_years_stand_side_by_side(tmp_path: Path) -> None:
    """Of each year its own list; the newest where no year is asked for."""
    add(tmp_path, "icd10cm_order_2027.txt", samples.ORDER)
    library = Library.open()
    assert library.years(CM) == [2026, 2027]
    assert [(r.year, r.billable, r.valid_from, r.valid_to) for r in library.history("d691")] == [
        (2026, True, "", "2026-09-30"),
        (2027, False, "2026-10-01", ""),
    ]
    assert [r.year for r in library.codes("D69.1")] == [2027]
    assert [r.billable for r in library.codes("D69.1", 2026)] == [True]
    assert library.code(CM, "D69.11", 2026) is None
    removed = library.code(CM, "D69.2", 2026)
    assert removed is not None
    assert (removed.valid_to, library.code(CM, "D69.2")) == ("2026-09-30", None)


def test_what_replaces_a_code_is_found_both_ways(tmp_path: Path) -> None:
    """A code that became a header leads to the new codes below it, and they lead back."""
    add(tmp_path, "icd10cm_order_2027.txt", samples.ORDER)
    library = Library.open()
    found = [(s.successor, s.since, s.kind) for s in library.successors(CM, "D69.1")]
    assert found == [("D69.11", "2026-10-01", "split"), ("D69.19", "2026-10-01", "split")]
    assert [s.code for s in library.predecessors(CM, "D69.19")] == ["D69.1"]
    assert [r.code for r in library.children(CM, "D69.1")] == ["D69.11", "D69.19"]


def test_addenda_make_the_next_year(tmp_path: Path) -> None:
    """The changes alone derive the year's list from the year before."""
    add(tmp_path, "addenda.txt", samples.ADDENDA)
    library = Library.open()
    assert library.years(CM) == [2026, 2027]
    assert [r.title for r in library.history("Z681")] == ["Light weight", "Low weight"]
    assert [(r.billable, r.valid_from) for r in library.history("D69.11")] == [(True, "2026-10-01")]
    assert [r.billable for r in library.history("D691")] == [True, False]


def test_a_damaged_file_changes_nothing(tmp_path: Path) -> None:
    """Neither the imports nor what the library holds, however far the file was read."""
    add(tmp_path, "icd10cm_order_2027.txt", samples.ORDER)
    before = {path.name: path.read_bytes() for path in (tmp_path / "data" / "dictionaries").iterdir()}
    for text in (samples.ORDER + "\n00006 oops", samples.ORDER[:-80], "x\0y"):
        with pytest.raises(ImportFileError, match="nothing was imported"):
            add(tmp_path, "icd10cm_order_2027.txt", text)
    cut = tmp_path / "icd10cm_order_2027.txt.gz"
    cut.write_bytes(gzip.compress(samples.ORDER.encode())[:-20])
    with pytest.raises(ImportFileError, match="cut off"):
        imports.import_file(cut)
    assert {path.name: path.read_bytes() for path in (tmp_path / "data" / "dictionaries").iterdir()} == before


def test_importing_again_replaces_and_removing_forgets(tmp_path: Path) -> None:
    """One import a name; nothing is left behind."""
    packed = tmp_path / "icd10cm_order_2027.txt.gz"
    packed.write_bytes(gzip.compress(samples.ORDER.encode()))
    first = imports.import_file(packed)
    assert (first.name, first.counts) == ("icd10cm_order_2027", {"CodeRecord": 5})
    add(tmp_path, "icd10cm_order_2027.txt", samples.ORDER.replace("Light", "Brief"))
    assert [item.name for item in imports.listed()] == ["icd10cm_order_2027"]
    assert len(list((tmp_path / "data" / "dictionaries").iterdir())) == 2
    assert [r.title for r in Library.open().codes("Z68.1")] == ["Brief weight"]
    imports.remove("icd10cm_order_2027")
    assert list((tmp_path / "data" / "dictionaries").iterdir()) == []
    assert Library.open().years(CM) == [2026]
    with pytest.raises(UsageError, match="no import named"):
        imports.remove("../other")


def test_cpt_needs_the_licence(tmp_path: Path) -> None:
    """Descriptions of the AMA come in only where the user says that he holds the licence."""
    with pytest.raises(ImportFileError, match="--accept-cpt-licence"):
        add(tmp_path, "mine.tsv", samples.CPT)
    assert imports.listed() == []
    assert add(tmp_path, "mine.tsv", samples.CPT, licence=True).systems == ("CPT",)
    record = Library.open().code("CPT", "0370t")
    assert record is not None
    assert (record.title, record.valid_from) == ("One family", "2014-07-01")  # the date is the project's own


def test_a_new_category_finds_its_chapter(tmp_path: Path) -> None:
    """By where the chapter begins, which its title says, where no section holds it yet."""
    text = samples.TABULAR.replace("Harm (S00-T88)", "Breathing (J00-J99)").replace("2028", "2026")
    add(tmp_path, "tabular.xml", text)
    add(tmp_path, "addenda.txt", samples.ADDENDA)
    record = Library.open().code(CM, "J4B")
    assert record is not None
    assert (record.chapter, record.section) == ("19", "")


def test_built_once_and_shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second opening reads what the first wrote; another source makes another file and drops the old."""
    first = Library.open().path
    monkeypatch.setattr(library_build, "build", None)
    assert Library.open().path == first
    monkeypatch.undo()
    monkeypatch.setenv("CHARTVEIL_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("CHARTVEIL_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(library_sources, "tabular_records", own_records)
    monkeypatch.setattr(library_sources, "lexicon_records", lambda: iter(()))
    monkeypatch.setattr(library_words, "fill", lambda connection: None)
    add(tmp_path, "icd10cm_order_2027.txt", samples.ORDER)
    second = Library.open().path
    assert second != first
    assert [path.name for path in first.parent.iterdir()] == [second.name]


def test_a_failed_build_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No half library under any name."""

    def fail() -> Iterator[Record]:
        raise UsageError("no")

    monkeypatch.setattr(library_sources, "tabular_records", fail)
    with pytest.raises(UsageError):
        Library.open()
    assert list((tmp_path / "cache").iterdir()) == []


def test_an_unusable_cache_still_serves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the cache's place can't be written, a private file does for this process."""
    blocked = put(tmp_path, "file", "no folder")
    monkeypatch.setenv("CHARTVEIL_CACHE", str(blocked / "below"))
    assert Library.open().codes("D691")


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX permissions")
def test_a_built_library_is_read_where_nothing_can_be_written(tmp_path: Path) -> None:
    """A cache folder without the right to write serves as it is."""
    path = Library.open().path
    path.chmod(0o400)
    path.parent.chmod(0o500)
    if os.access(path.parent, os.W_OK):
        pytest.skip("this user (root) writes where nobody may")
    try:
        library = Library.open()
        assert library.path == path and library.codes("D691")
    finally:
        path.parent.chmod(0o700)


def test_an_import_in_the_middle_compiles_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was compiled while the sources changed is kept under no name."""
    prints = iter(("first", "first", "second", "second", "second"))
    monkeypatch.setattr(library_module, "fingerprint", lambda: next(prints))
    assert Library.open().path.name == "library-second.sqlite"
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["library-second.sqlite"]


def test_progress_grows_to_the_end() -> None:
    """What is told while building never goes back and ends at the whole."""
    shares: list[float] = []
    Library.open(lambda message, share: shares.append(share))
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)


YEARS = (("2026-09-30", 2026), ("2026-10-01", 2027), ("20270101", 2027), ("2026-11-03", 2027))


@pytest.mark.parametrize(("day", "year"), YEARS)
def test_fiscal_years_turn_on_the_first_of_october(day: str, year: int) -> None:
    """The year bears the number of the calendar year it ends in."""
    assert years.fiscal_year(years.parse_service_date(day)) == year
    assert years.first_day(year) <= years.parse_service_date(day).isoformat() <= years.last_day(year)


@pytest.mark.parametrize("text", ["", "11/03/2026", "2026-13-01", "today"])
def test_no_date_of_service(text: str) -> None:
    """Anything but an ISO date is refused with an example."""
    with pytest.raises(UsageError, match="2026-11-03"):
        years.parse_service_date(text)


CHOICES = (((), None, 0), ((2026, 2027), None, 2027), ((2026, 2027), 2026, 2026), ((2024, 2026), 2025, 2024),
           ((2026,), 2031, 2026), ((2026,), 2019, 2026))  # fmt: skip


@pytest.mark.parametrize(("loaded", "wanted", "used"), CHOICES)
def test_the_year_used(loaded: tuple[int, ...], wanted: int | None, used: int) -> None:
    """The wanted year, or the last before it, or the newest."""
    assert years.chosen_year(loaded, wanted) == used


WORDINGS: tuple[tuple[str, str, list[str]], ...] = (
    ("Alphabetic Index", "Fracture (abduction) NEC › wrist", ["Fracture wrist", "wrist Fracture"]),
    ("Alphabetic Index", "Burn › due to steam", ["Burn due to steam"]),
    ("External Cause Index", "Accident › boat, boating", ["Accident boat", "boat Accident"]),
    ("Alphabetic Index", "A › b › c › d", []),
    (
        "Table of Drugs",
        "Lithium (salts) › Adverse effect",
        ["adverse effect of Lithium", "adverse reaction to Lithium"],
    ),
    ("Neoplasm Table", "Neoplasm, neoplastic › lung › Benign", ["benign neoplasm of lung"]),
    ("mine", "Thing", ["Thing"]),
)


@pytest.mark.parametrize(("origin", "text", "expected"), WORDINGS)
def test_imported_terms_become_phrases(origin: str, text: str, expected: list[str]) -> None:
    """Turned round, without asides, in sentences for a table's columns."""
    assert list(wordings(TermRecord(CM, "X00", text, origin))) == expected


def test_commands(tmp_path: Path) -> None:
    """Import, list, remove and build, and an error in one line."""
    order = put(tmp_path, "icd10cm_order_2027.txt", samples.ORDER)
    run = CliRunner()
    done = run.invoke(main, ["dictionaries", "import", str(order)])
    assert (done.exit_code, done.stdout) == (
        0,
        "icd10cm_order_2027: ICD-10-CM order file of 2027, 5 entries\n",
    )
    listing = run.invoke(main, ["dictionaries", "list"])
    assert "icd10cm_order_2027: ICD-10-CM order file of 2027, 5 entries" in listing.stdout
    assert '"year": 2027' in run.invoke(main, ["dictionaries", "list", "--format", "json"]).stdout
    assert run.invoke(main, ["dictionaries", "remove", "icd10cm_order_2027"]).exit_code == 0
    assert run.invoke(main, ["dictionaries", "build"]).exit_code == 0
    failed = run.invoke(main, ["dictionaries", "import", str(put(tmp_path, "odd.csv", "a,b\n1,2\n"))])
    assert failed.exit_code == 2
    assert failed.stderr.startswith("chartveil: odd.csv: line 1: no file of a known kind")
    assert failed.stderr.count("\n") == 1


def test_opening_loads_nothing_heavy(tmp_path: Path) -> None:
    """A built library opens without the tabular list's package, spaCy, numpy or an XML parser."""
    Library.open()
    code = (
        "import sys; from chartveil.dictionaries.library import fingerprint; fingerprint(); "
        "print([m for m in ('simple_icd_10_cm', 'spacy', 'numpy', 'xml.parsers.expat') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=os.environ, check=True
    )
    assert done.stdout == "[]\n"
