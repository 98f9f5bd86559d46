"""Imported lists in the detector: new codes found, removed ones flagged, and the day of service."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import official_samples as samples
import pytest
import small_dictionary
from chartveil.batch.command import options_for
from chartveil.cli import main
from chartveil.detect import CodeDetector, CodeMention
from chartveil.dictionaries import cache, imports, versions
from chartveil.dictionaries.standing import CodeInfo, Edition, on
from chartveil.errors import UsageError
from chartveil.redact.policies import load_policy
from click.testing import CliRunner

CM = "ICD-10-CM"


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A cache and a data folder of the test's own, and few codes."""
    monkeypatch.setenv("CHARTVEIL_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("CHARTVEIL_DATA", str(tmp_path / "data"))
    small_dictionary.use(monkeypatch)


@pytest.fixture
def loaded(tmp_path: Path) -> Iterator[Path]:
    """With the list of 2027: D69.1 is split, D69.2 is gone."""
    yield add(tmp_path, "icd10cm_order_2027.txt", samples.ORDER)


def add(tmp_path: Path, name: str, text: str) -> Path:
    """Import a text as a file of that name."""
    path = tmp_path / name
    path.write_text(text, "utf-8")
    imports.import_file(path)
    return path


def found(text: str, day: str | None = None) -> list[tuple[str, bool, int, str]]:
    """Code, billable, year and validity of each mention."""
    return [(m.code, m.billable, m.year, m.validity) for m in CodeDetector(date_of_service=day).detect(text)]


def test_without_imports_the_carried_year_is_named() -> None:
    """The year of the list that chartveil carries, and nothing to say of its codes."""
    assert found("Weak platelets.") == [("D69.1", True, 2026, "")]


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("Weak platelets, first kind.", None, ("D69.11", True, 2027, "")),
        ("Weak platelets.", None, ("D69.19", True, 2027, "")),
        ("Tired platelets.", None, ("D69.19", True, 2027, "")),
        ("Tired platelets.", "2026-09-30", ("D69.1", True, 2026, "")),
        ("Tired platelets.", "2026-10-01", ("D69.19", True, 2027, "")),
        ("Frail vessels.", None, ("D69.2", False, 2027, "valid to 2026-09-30")),
        ("Frail vessels.", "2026-01-01", ("D69.2", True, 2026, "")),
        ("Dx: D69.11", None, ("D69.11", True, 2027, "")),
        ("Dx: D69.11", "2026-09-30", ("D69.11", False, 2026, "valid from 2026-10-01")),
        ("Dx: D69.1", None, ("D69.1", False, 2027, "valid to 2026-09-30")),
        ("Dx: D69.2", None, ("D69.2", False, 2027, "valid to 2026-09-30")),
        ("Dx: Z68.1", None, ("Z68.1", True, 2027, "")),
    ],
)
def test_codes_stand_as_they_do_on_the_day(
    text: str, day: str | None, expected: tuple[str, bool, int, str]
) -> None:
    """New codes are found, old ones flagged; before 1 October the year before holds."""
    assert found(text, day) == [expected]


def test_a_day_that_is_none() -> None:
    """Refused before any note is read."""
    with pytest.raises(UsageError, match="2026-11-03"):
        CodeDetector(date_of_service="11/03/2026")


def test_other_systems(tmp_path: Path) -> None:
    """Imported procedures are known by number; a supply's single word means nothing, nor does a modifier."""
    order = samples.PCS_ORDER.replace("0016070", "001607Z")
    add(tmp_path, "icd10pcs_order_2026.txt", order)
    rows = (
        "code,description",
        "A9999,Sample thing for the small toe",
        "XY,Sample mark for the bill",
        "A9998,Thing",
    )
    add(tmp_path, "things.csv", "\n".join(rows))
    text = "Thing. Detour of one vessel, sample mark for the bill. Procedure 001607Z, HCPCS A9998."
    mentions = CodeDetector().detect(text)
    assert [(m.system, m.code, m.year) for m in mentions] == [
        ("ICD-10-PCS", "001607Z", 2026),
        ("HCPCS", "A9998", 0),
    ]
    assert [m.code for m in CodeDetector().detect("Sample thing for small toe.")] == ["A9999"]


def test_a_procedure_has_dates_of_its_own() -> None:
    """Family guidance bore 0370T until the end of 2018."""

    def told(day: str) -> list[tuple[bool, str]]:
        mentions: list[CodeMention] = CodeDetector(date_of_service=day).detect("CPT 0370T x 4 units")
        return [(m.billable, m.validity) for m in mentions]

    assert told("2015-03-01") == [(True, "")]
    assert told("2026-03-01") == [(False, "valid to 2018-12-31")]
    assert told("2013-03-01") == [(False, "valid from 2014-07-01")]


STANDINGS = (
    (True, (), (2026, 2027), None, (True, 2027, "")),
    (True, (), (), None, (True, 0, "")),
    (False, ((0, False, "2014-07-01", "2018-12-31"),), (), None, (False, 0, "valid to 2018-12-31")),
    (False, ((0, False, "2014-07-01", "2018-12-31"),), (), "2015-03-01", (True, 0, "")),
    (False, ((0, False, "2014-07-01", "2018-12-31"),), (), "2013-03-01", (False, 0, "valid from 2014-07-01")),
    (True, ((0, True, "2019-01-01", ""),), (), "2018-01-01", (False, 0, "valid from 2019-01-01")),
    (True, ((0, True, "2019-01-01", ""),), (), None, (True, 0, "")),
    (False, ((0, False, "", "2021-09-30"),), (2026, 2027), None, (False, 2027, "valid to 2021-09-30")),
    (False, ((2026, False, "", ""),), (2026, 2027), None, (False, 2027, "")),
    (True, ((2027, True, "2026-10-01", ""),), (2026, 2027), "2019-01-01",
     (False, 2026, "valid from 2026-10-01")),
)  # fmt: skip


@pytest.mark.parametrize(("billable", "editions", "loaded", "day", "expected"), STANDINGS)
def test_standing(
    billable: bool,
    editions: tuple[tuple[int, bool, str, str], ...],
    loaded: tuple[int, ...],
    day: str | None,
    expected: tuple[bool, int, str],
) -> None:
    """Lists by year, and codes with dates of their own."""
    known = [Edition(year, ok, "as it was", start, end) for year, ok, start, end in editions]
    when = date.fromisoformat(day) if day else None
    told = on(CodeInfo("X", CM, "as it is", billable), known, loaded, when)
    assert (told.billable, told.year, told.validity) == expected


def test_the_compiled_file_bears_its_imports(tmp_path: Path) -> None:
    """Another import is another file; the same file again is the same, and so is none."""
    before = cache.fingerprint()
    path = add(tmp_path, "icd10cm_order_2027.txt", samples.ORDER)
    after = cache.fingerprint()
    imports.import_file(path)
    assert after != before and cache.fingerprint() == after
    assert versions()["icd10cm_order_2027"].startswith("sha256 ")
    imports.remove("icd10cm_order_2027")
    assert cache.fingerprint() == before and "icd10cm_order_2027" not in versions()


@pytest.mark.usefixtures("loaded")
def test_commands_name_the_year(tmp_path: Path) -> None:
    """The table below it, JSON at its head, CSV in each row, a batch in its manifest."""
    note = tmp_path / "note.txt"
    note.write_text("Dx: D69.11")

    def run(*options: str) -> str:
        done = CliRunner().invoke(main, ["detect", "--no-redact", *options, str(note)])
        assert done.exit_code == 0, done.output
        return done.stdout

    assert run().endswith("ICD-10-CM of fiscal year 2027\n")
    table = run("--date-of-service", "2026-09-01")
    assert "[valid from 2026-10-01]" in table and table.endswith("ICD-10-CM of fiscal year 2026\n")
    rows = json.loads(run("--format", "json"))
    assert rows["years"] == {CM: 2027} and rows["codes"][0]["year"] == 2027
    assert run("--format", "csv").splitlines()[1].endswith("2027,")
    failed = CliRunner().invoke(main, ["detect", "--no-redact", "--date-of-service", "soon", str(note)])
    assert failed.exit_code == 2 and "write it as 2026-11-03" in failed.stderr
    settings = options_for(load_policy("tags"), "balanced", None, date_of_service="2026-09-01").settings
    assert (settings["fiscal_years"], settings["date_of_service"]) == ({CM: 2026}, "2026-09-01")
