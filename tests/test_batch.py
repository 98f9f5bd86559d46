"""A batch run in this process: the contract of what it writes."""

import json
import logging
from pathlib import Path
from typing import Any

import pytest
from batch_stub import SETTINGS, known_of, options
from chartveil.batch import BatchError, BatchSummary, run_batch
from chartveil.batch import __all__ as exported
from chartveil.errors import UsageError


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A small input folder of all kinds."""
    folder = tmp_path / "in"
    (folder / "ward").mkdir(parents=True)
    (folder / "ward" / "crlf.txt").write_bytes(b"NAMEONE has asthma.\r\nNAMETWO too.\r\n")
    (folder / "ward" / "latin.txt").write_bytes(b"NAME, 38\xb0C, asthma")
    (folder / "marked.txt").write_bytes("\ufeffNAME\r\rasthma".encode("utf-16-le"))
    (folder / "empty.note").touch()
    (folder / "broken.txt").write_text("NAMETHREE RAISE")
    (folder / "scan.pdf").touch()
    return folder


def rows(out: Path) -> list[dict[str, Any]]:
    """The rows of results.jsonl."""
    return [json.loads(line) for line in (out / "results.jsonl").read_bytes().split(b"\n") if line]


def run(notes: Path, out: Path, **changes: Any) -> BatchSummary:
    """A run with the stub."""
    return run_batch(notes, out, options(**changes))


def test_notes_keep_path_encoding_and_line_ends(notes: Path, tmp_path: Path) -> None:
    """Bytes outside the spans are as they were."""
    run(notes, tmp_path / "out")
    written = tmp_path / "out" / "notes"
    assert (written / "ward/crlf.txt").read_bytes() == b"[PERSON] has asthma.\r\n[PERSON] too.\r\n"
    assert (written / "ward/latin.txt").read_bytes() == b"[PERSON], 38\xb0C, asthma"
    assert (written / "marked.txt").read_bytes() == "\ufeff[PERSON]\r\rasthma".encode("utf-16-le")
    assert (written / "empty.note").read_bytes() == b""
    assert not (written / "broken.txt").exists()


def test_rows_follow_the_contract(notes: Path, tmp_path: Path) -> None:
    """One row a note, sorted by path, with these keys in this order."""
    run(notes, tmp_path / "out")
    found = rows(tmp_path / "out")
    assert [row["source"] for row in found] == [
        "broken.txt",
        "empty.note",
        "marked.txt",
        "ward/crlf.txt",
        "ward/latin.txt",
    ]
    assert all(list(row) == ["id", "source", "status", "error", "phi", "codes"] for row in found)
    broken = {"id": "broken", "source": "broken.txt", "status": "failed", "phi": [], "codes": []}
    assert found[0] == {**broken, "error": "ValueError: an unexpected error; the note has no output"}
    assert found[3]["id"] == "ward/crlf"
    assert [span["label"] for span in found[3]["phi"]] == ["PERSON", "PERSON"]


def test_offsets_do_not_count_the_mark(notes: Path, tmp_path: Path) -> None:
    """Offsets count the characters of the text; a byte order mark is none."""
    run(notes, tmp_path / "out")
    (row,) = [row for row in rows(tmp_path / "out") if row["id"] == "marked"]
    assert (row["phi"][0]["start"], row["phi"][0]["end"]) == (0, 4)


def test_manifest_counts_and_says_nothing_else(notes: Path, tmp_path: Path) -> None:
    """Settings, counts and time; no path and no word of a note."""
    summary = run(notes, tmp_path / "out")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert manifest.pop("elapsed_seconds") >= 0
    assert manifest.pop("started") <= manifest.pop("finished")
    assert {name: len(value) for name, value in manifest.pop("fingerprints").items()} == {
        "inputs": 64,
        "outputs": 64,
    }
    assert manifest == {
        **SETTINGS,
        "files": 5,
        "notes": {"total": 5, "done": 4, "failed": 1},
        "failures": {"ValueError": 1},
        "skipped": {".pdf": 1},
        "phi": {"PERSON": 4},
        "fields": {},
        "codes": {"ICD-10-CM": 3},
    }
    assert (summary.notes, summary.done, summary.failed, summary.exit_code) == (5, 4, 1, 1)


def test_an_empty_folder_is_a_finished_run(tmp_path: Path) -> None:
    """No notes, no error."""
    (tmp_path / "in").mkdir()
    assert run(tmp_path / "in", tmp_path / "out").exit_code == 0
    assert rows(tmp_path / "out") == []
    assert (tmp_path / "out" / "notes").is_dir()


def test_everything_is_private(notes: Path, tmp_path: Path) -> None:
    """Files 0600 and folders 0700, also the folders above OUT that the run made."""
    run(notes, tmp_path / "new" / "out")
    made = [tmp_path / "new", *(tmp_path / "new").rglob("*")]
    assert {path.stat().st_mode & 0o777 for path in made if path.is_dir()} == {0o700}
    assert {path.stat().st_mode & 0o777 for path in made if path.is_file()} == {0o600}


def test_known_identifiers_reach_the_pipeline(tmp_path: Path) -> None:
    """What is known is looked up by the path without its suffix, even where the id has one."""
    (tmp_path / "in" / "ward").mkdir(parents=True)
    for name in ("known.note", "known.txt", "other.txt"):
        (tmp_path / "in" / "ward" / name).write_text("Quillon came.")
    run(tmp_path / "in", tmp_path / "out", known=known_of)
    texts = [(tmp_path / "out" / "notes" / row["source"]).read_text() for row in rows(tmp_path / "out")]
    assert texts == ["[KNOWN] came.", "[KNOWN] came.", "Quillon came."]


def test_a_pipeline_that_cannot_be_built_ends_the_run(notes: Path, tmp_path: Path) -> None:
    """The error names the class, not the message, and nothing is written under a final name."""
    from batch_stub import broken_pipeline

    for workers in (0, 2):
        with pytest.raises(BatchError, match=r"ValueError\)") as caught:
            run(notes, tmp_path / "out", pipeline=broken_pipeline, workers=workers)
        assert "secret" not in str(caught.value)
    assert not (tmp_path / "out" / "results.jsonl").exists()


def test_a_name_that_is_not_unicode(tmp_path: Path) -> None:
    """A file name in another encoding is kept, in the output's name and as escapes in the row."""
    (tmp_path / "in").mkdir()
    name = b"caf\xe9.txt".decode("utf-8", "surrogateescape")
    try:
        (tmp_path / "in" / name).write_text("asthma")
    except (OSError, UnicodeError):
        pytest.skip("this file system takes no such name")
    run(tmp_path / "in", tmp_path / "out")
    assert (tmp_path / "out" / "notes" / name).read_text() == "asthma"
    assert rows(tmp_path / "out")[0]["source"] == name


def test_rows_can_be_split_at_any_line_break(tmp_path: Path) -> None:
    """No raw character of a row is a line break to anyone."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a\u2028b\u0085.txt").write_text("asthma")
    run(tmp_path / "in", tmp_path / "out")
    assert len((tmp_path / "out" / "results.jsonl").read_text().splitlines()) == 1


def test_nothing_is_logged(notes: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Not even at DEBUG."""
    with caplog.at_level(logging.DEBUG):
        run(notes, tmp_path / "out")
    assert caplog.text == ""


def test_wrong_encoding_option_leaves_no_trace(notes: Path, tmp_path: Path) -> None:
    """Options are checked before OUT is made."""
    with pytest.raises(UsageError):
        run(notes, tmp_path / "out", encoding="utf-9")
    assert not (tmp_path / "out").exists()


def test_public_names() -> None:
    """The package offers a handful of names, and all of them exist."""
    import chartveil.batch

    assert all(hasattr(chartveil.batch, name) for name in exported)
