"""Folders of several formats, single files and standard input, from file to file."""

import gzip
import io
import json
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from batch_stub import COLUMNS, options
from chartveil.batch import formats as formats_module
from chartveil.batch import run_batch
from chartveil.batch.formats import FORMATS, by_suffix, check_installed
from chartveil.batch.scan import scan, suffix_of
from chartveil.batch.verify import verify
from chartveil.errors import UsageError
from test_batch import rows

EXAMPLES = Path(__file__).parent.parent / "examples"
FOLDERS = ("cda", "fhir", "hl7", "rtf")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The example files of all formats and a text, each gzipped too."""
    for name in FOLDERS:
        shutil.copytree(EXAMPLES / name, tmp_path / "in" / name)
    (tmp_path / "in" / "note.txt").write_text("NAME has asthma")
    for path in [path for path in (tmp_path / "in").rglob("*") if path.is_file()]:
        path.with_name(path.name + ".gz").write_bytes(gzip.compress(path.read_bytes()))
    return tmp_path / "in"


def test_all_formats_come_out_in_kind(folder: Path, tmp_path: Path) -> None:
    """Every file has an output of its own name, packed as it was, and the run holds what it records."""
    pytest.importorskip("lxml")
    summary = run_batch(folder, tmp_path / "out", options())
    assert (summary.failed, summary.skipped) == (0, {})
    written = {path.relative_to(tmp_path / "out/notes") for path in (tmp_path / "out/notes").rglob("*.*")}
    assert written == {path.relative_to(folder) for path in folder.rglob("*.*")}
    for path in (tmp_path / "out/notes").rglob("*.gz"):
        assert gzip.decompress(path.read_bytes()) == path.with_suffix("").read_bytes()
    assert verify(tmp_path / "out") == (summary.notes, [])


def test_ids_and_parts(folder: Path, tmp_path: Path) -> None:
    """Ids lack both suffixes; records of one file have their number, and passages their place."""
    run_batch(folder / "hl7", tmp_path / "out", options())
    found = rows(tmp_path / "out")
    assert {(row["id"], row["source"], row["record"]) for row in found} == {
        ("visit#1", "visit.hl7", 1),
        ("visit.hl7.gz#1", "visit.hl7.gz", 1),
    }
    assert all(row["part"] for row in found)


def test_a_report_of_documents(folder: Path, tmp_path: Path) -> None:
    """A page a file, with all its passages."""
    run_batch(folder / "rtf", tmp_path / "out", options(report=True))
    assert len(list((tmp_path / "out/report/notes").iterdir())) == 2


def test_what_is_no_such_file_fails_alone(tmp_path: Path) -> None:
    """With its reason, and without a word of it."""
    (tmp_path / "in").mkdir()
    for form in FORMATS:
        if form.module and not form.table:
            (tmp_path / "in" / f"bad{form.suffixes[0]}").write_bytes(b"Tamsin Quillon")
    (tmp_path / "in/bad.txt.gz").write_bytes(b"Tamsin Quillon")
    (tmp_path / "in/good.txt").write_text("NAME")
    summary = run_batch(tmp_path / "in", tmp_path / "out", options())
    assert summary.done == 1
    assert summary.failed == len(list((tmp_path / "in").iterdir())) - 1
    assert not any(
        b"Quillon" in path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()
    )


def test_packed_bytes_are_bounded(tmp_path: Path) -> None:
    """A small file that unpacks to more than the limit fails before it fills the memory."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in/bomb.txt.gz").write_bytes(gzip.compress(b"\n" * 10_000_000))
    assert run_batch(tmp_path / "in", tmp_path / "out", options(max_bytes=100_000)).failures == {
        "TooLargeNote": 1
    }


def test_a_single_file(tmp_path: Path) -> None:
    """By its suffix, or by the format that is given."""
    for name, form in (("note.txt", None), ("note.xyz", "text")):
        (tmp_path / name).write_text("NAME")
        run_batch(tmp_path / name, tmp_path / f"out-{name}", options(form=form))
        assert (tmp_path / f"out-{name}/notes" / name).read_text() == "[PERSON]"


def test_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is read as it comes; given again, it is read from its start, since it may be another."""
    for name in ("a", "b"):
        raw = f'id,dob,note,more\n{name},1960,"NAME",x\n'.encode()
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(raw)))
        run_batch(Path("-"), tmp_path / "out", options(columns=COLUMNS, form="csv"))
        written = (tmp_path / "out/notes/stdin.csv").read_text()
        assert written == f'id,dob,note,more\n{name},[DATE],"[PERSON]",x\n'
    assert verify(tmp_path / "out") == (1, [])


WRONG = [
    ("-", None, "needs --input-format"),
    ("-", "docx", "needs --input-format"),
    ("-", "parquet", "needs --input"),
]


@pytest.mark.parametrize(("source", "form", "says"), WRONG)
def test_standard_input_of_no_use(tmp_path: Path, source: str, form: str | None, says: str) -> None:
    """What has to be read from both ends, or whose format nobody said."""
    with pytest.raises(UsageError, match=says):
        run_batch(Path(source), tmp_path / "out", options(columns=COLUMNS, form=form))


def test_a_format_for_a_folder(tmp_path: Path) -> None:
    """Its files go by their suffixes."""
    with pytest.raises(UsageError, match="single file"):
        run_batch(tmp_path, tmp_path.parent / "out", options(form="csv"))
    with pytest.raises(UsageError, match="no format is called"):
        run_batch(tmp_path, tmp_path.parent / "out", options(form="nonsense"))


@pytest.mark.parametrize(
    ("name", "suffix", "form"),
    [
        ("a.txt", ".txt", "text"),
        ("a.TXT.GZ", ".TXT.GZ", "text"),
        ("a.tar.gz", ".gz", None),
        ("a.gz", ".gz", None),
        ("a.parquet.gz", ".parquet.gz", None),
        ("a.csv", ".csv", "csv"),
        ("a.hl7.gz", ".hl7.gz", "hl7"),
        ("a.pdf", ".pdf", None),
    ],
)
def test_suffixes(name: str, suffix: str, form: str | None) -> None:
    """A gzipped file has the suffix of its format before it."""
    assert suffix_of(name) == suffix
    found = by_suffix(suffix, tables=True)
    assert (found.name if found else None) == form


def test_other_packed_files_are_counted(tmp_path: Path) -> None:
    """By their last suffix."""
    for name in ("a.tar.gz", "b.gz", "c.parquet.gz"):
        (tmp_path / name).touch()
    assert scan(tmp_path, tables=True).skipped == {".gz": 3}


def test_missing_modules_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that installs them, before anything is done."""
    monkeypatch.setattr(formats_module, "find_spec", lambda name: None)
    check_installed([FORMATS[0]])
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.docx").touch()
    with pytest.raises(UsageError, match=r"pip install 'chartveil\[documents\]'"):
        run_batch(tmp_path / "in", tmp_path / "out", options())
    assert not (tmp_path / "out").exists()


def test_the_manifest_counts_fields(folder: Path, tmp_path: Path) -> None:
    """By label, beside the spans of free text."""
    run_batch(folder / "hl7", tmp_path / "out", options())
    manifest = json.loads((tmp_path / "out/manifest.json").read_text())
    assert manifest["fields"]["PERSON"] > 0
