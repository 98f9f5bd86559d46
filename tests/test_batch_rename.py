"""--rename: no name of IN in OUT's public files, numbers by the order of paths, a map only on request."""

import csv
import io
import json
import stat
from pathlib import Path

import pytest
from batch_stub import options
from chartveil.batch import run_batch
from chartveil.batch.verify import verify
from chartveil.cli import main
from chartveil.errors import UsageError
from click.testing import CliRunner

NAMES = [
    "Voss, Tamsin/7741 visit.txt",
    "Voss, Tamsin/lab.TXT",
    "okafor.md",
    "Zed/unreadable.txt",
    "ward/dup.txt",
    "ward/dup.md",
]
SECRETS = ("Voss", "Tamsin", "7741", "okafor", "Zed", "ward", "dup", "visit")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder whose names tell who the patients are; one note fails."""
    for name in NAMES:
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("RAISE" if "unreadable" in name else f"NAME has asthma {name[-7]}")
    return tmp_path / "in"


def public(out: Path) -> dict[str, bytes]:
    """OUT's files but for the run's own record, by their paths."""
    return {
        str(path.relative_to(out)): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file() and ".chartveil" not in path.parts
    }


def rows(out: Path) -> list[dict[str, str]]:
    """The rows of results.jsonl."""
    return [json.loads(line) for line in (out / "results.jsonl").read_text().splitlines()]


@pytest.mark.parametrize("workers", [0, 2])
def test_no_name_of_the_input_is_public(source: Path, tmp_path: Path, workers: int) -> None:
    """Paths, rows and manifest hold numbers alone; the run's own record is the user's alone."""
    out = tmp_path / "out"
    assert run_batch(source, out, options(rename=True, workers=workers)).failed == 1
    for name, data in public(out).items():
        assert not any(secret in name or secret.encode() in data for secret in SECRETS), name
    assert [row["id"] for row in rows(out)] == [f"note-{number:06}" for number in range(1, 7)]
    assert [row["source"] for row in rows(out)][:3] == [
        "note-000001.txt",
        "note-000002.txt",
        "note-000003.txt",
    ]
    assert stat.S_IMODE((out / ".chartveil" / "entries.jsonl").stat().st_mode) == 0o600
    assert b"Tamsin" in (out / ".chartveil" / "entries.jsonl").read_bytes()


def test_the_numbers_follow_the_paths_and_the_map_says_which(source: Path, tmp_path: Path) -> None:
    """The map has a line for each file of IN, failed ones too, and is its user's alone."""
    place = tmp_path / "names.csv"
    run_batch(source, tmp_path / "out", options(rename=True, rename_map=place))
    told = list(csv.DictReader(io.StringIO(place.read_text())))
    assert [line["input"] for line in told] == sorted(NAMES)
    assert [line["output"] for line in told] == [row["source"] for row in rows(tmp_path / "out")]
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    plain = tmp_path / "plain"
    run_batch(source, plain, options())
    for line in told:
        one, other = plain / "notes" / line["input"], tmp_path / "out" / "notes" / line["output"]
        assert one.exists() == other.exists()
        assert not one.exists() or one.read_bytes() == other.read_bytes()


def test_a_changed_input_leaves_no_old_name(source: Path, tmp_path: Path) -> None:
    """With files gone, added and changed, the result is that of a first run, and it verifies."""
    out, fresh = tmp_path / "out", tmp_path / "fresh"
    run_batch(source, out, options(rename=True))
    (source / "okafor.md").unlink()
    (source / NAMES[0]).unlink()
    run_batch(source, out, options(rename=True))
    (source / "a new one.txt").write_text("NAME")
    run_batch(source, out, options(rename=True))
    run_batch(source, fresh, options(rename=True))
    same = [
        {name: data for name, data in public(folder).items() if name != "manifest.json"}
        for folder in (out, fresh)
    ]
    assert same[0] == same[1]
    assert verify(out)[1] == []


def test_names_come_again_only_with_overwrite(source: Path, tmp_path: Path) -> None:
    """A run with names and one without do not mix in one OUT."""
    run_batch(source, tmp_path / "out", options())
    with pytest.raises(UsageError, match=r"other settings \(renamed\)"):
        run_batch(source, tmp_path / "out", options(rename=True))
    run_batch(source, tmp_path / "out", options(rename=True, overwrite=True))
    assert not any("Voss" in name for name in public(tmp_path / "out"))


WRONG = ["out/map.csv", "out/notes/map.csv", "in/map.csv", "none/map.csv", "."]


@pytest.mark.parametrize("place", WRONG)
def test_a_map_where_it_might_be_shared_is_refused(source: Path, tmp_path: Path, place: str) -> None:
    """In IN or OUT, in no folder, or a folder itself: said before anything is done."""
    (tmp_path / "out").mkdir()
    with pytest.raises(UsageError, match="--rename-map"):
        run_batch(source, tmp_path / "out", options(rename=True, rename_map=tmp_path / place))
    assert not list((tmp_path / "out").iterdir())


def test_a_map_without_new_names_is_refused(source: Path, tmp_path: Path) -> None:
    """There is nothing to map."""
    with pytest.raises(UsageError, match="set rename"):
        run_batch(source, tmp_path / "out", options(rename_map=tmp_path / "map.csv"))


def command(*arguments: object) -> None:
    """Run `chartveil batch`, which says no name."""
    done = CliRunner().invoke(main, ["batch", "--workers", "1", *map(str, arguments)])
    assert done.exit_code == 0, done.output
    assert "Voss" not in done.output


def test_the_command_numbers_tables(tmp_path: Path) -> None:
    """--rename-map alone renames as well; the rows of a table go by its number."""
    table, place, out = tmp_path / "Voss Tamsin.csv", tmp_path / "names.csv", tmp_path / "out"
    table.write_text("text\nDr. Okafor saw her on 3/12/2024.\nasthma\n")
    command("--text-column", "text", "--rename-map", place, table, out)
    assert [row["id"] for row in rows(out)] == ["note-000001#1", "note-000001#2"]
    assert json.loads((out / "manifest.json").read_text())["renamed"] is True
    assert [path.name for path in (out / "notes").iterdir()] == ["note-000001.csv"]
    assert not any(b"Voss" in data for data in public(out).values())
    assert place.read_text() == "id,output,input\nnote-000001,note-000001.csv,Voss Tamsin.csv\n"


def test_reports_show_numbers(tmp_path: Path) -> None:
    """The pages of --report hold no name of IN either."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "Voss Tamsin.txt").write_text("asthma")
    command("--rename", "--report", tmp_path / "in", tmp_path / "out")
    pages = {name: data for name, data in public(tmp_path / "out").items() if name.endswith(".html")}
    assert len(pages) == 2 and any(b"note-000001" in data for data in pages.values())
    assert not any(b"Voss" in data for data in pages.values())
