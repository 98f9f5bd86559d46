"""`chartveil verify` and `chartveil sample` on finished batches."""

import csv
import json
import math
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from batch_stub import options
from chartveil.batch import run_batch
from chartveil.batch.bounds import most_left, ruled_out
from chartveil.batch.sample import draw
from chartveil.batch.verify import verify
from chartveil.errors import UsageError
from hypothesis import given
from hypothesis import strategies as st


def chartveil(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the installed command."""
    command = [str(Path(sys.executable).parent / "chartveil"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A finished batch of ten notes, one of them failed, one in Windows-1252, one in UTF-16."""
    folder = tmp_path / "in" / "ward"
    folder.mkdir(parents=True)
    for number in range(7):
        (folder / f"{number}.txt").write_text(f"NAME{number}: asthma, NAMEX", "utf-8")
    (folder / "broken.txt").write_text("RAISE", "utf-8")
    (folder / "latin.txt").write_bytes(b"NAME, 38\xb0C, asthma")
    (folder / "wide.txt").write_bytes("\ufeffNAME\r\n\U0001f9b4 asthma".encode("utf-16-le"))
    run_batch(tmp_path / "in", tmp_path / "out", options())
    return tmp_path / "out"


def edit_row(out: Path, number: int, change: Callable[[dict[str, Any]], object]) -> None:
    """Change one row of results.jsonl."""
    lines = (out / "results.jsonl").read_text("utf-8").splitlines()
    row = json.loads(lines[number])
    change(row)
    lines[number] = json.dumps(row)
    (out / "results.jsonl").write_text("\n".join(lines) + "\n", "utf-8")


def edit_manifest(out: Path, **changes: Any) -> None:
    """Change keys of the manifest."""
    path = out / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **changes}), "utf-8")


def test_a_sound_batch(out: Path) -> None:
    """Nothing to tell, also for other encodings and failed notes."""
    assert verify(out) == (10, [])
    done = chartveil("verify", out)
    assert (done.returncode, done.stdout, done.stderr) == (0, "10 notes: all as it was written\n", "")


def shift_span(row: dict[str, Any]) -> None:
    """Move the first span."""
    row["phi"][0]["redacted_start"] += 1


def swap_spans(row: dict[str, Any]) -> None:
    """Put the spans in the wrong order."""
    row["phi"].reverse()


def push_span(row: dict[str, Any]) -> None:
    """Let the last span run out of the text."""
    row["phi"][-1]["redacted_end"] += 99


def move_code(row: dict[str, Any]) -> None:
    """Let the code quote other words."""
    row["codes"][0]["redacted_start"] += 1


DAMAGES: list[tuple[Callable[[Path], object], str, str]] = [
    (lambda out: (out / "notes/ward/0.txt").unlink(), "ward/0", "missing"),
    (lambda out: (out / "notes/ward/1.txt").write_text("[PERSON]: asthma, [PERSON]."), "ward/1", "changed"),
    (lambda out: (out / "notes/ward/1.txt").write_text("[PERSON]: gout"), "ward/1", "quote|outside"),
    (lambda out: (out / "notes/ward/0.txt").write_bytes(b"a\0"), "ward/0", "decoded"),
    (lambda out: (out / "notes/ward/extra.txt").touch(), "ward/extra", "no row"),
    (lambda out: (out / "notes/ward/broken.txt").touch(), "ward/broken", "failed, and yet"),
    (lambda out: edit_row(out, 0, shift_span), "ward/0", "lies elsewhere"),
    (lambda out: edit_row(out, 0, swap_spans), "ward/0", "out of order"),
    (lambda out: edit_row(out, 0, push_span), "ward/0", "outside the redacted note"),
    (lambda out: edit_row(out, 2, move_code), "ward/2", "does not quote"),
    (lambda out: edit_row(out, 3, lambda row: row.update(id="other")), "ward/3", "another note's"),
    (lambda out: edit_row(out, 3, lambda row: row.update(codes=[])), "manifest", "counts of codes"),
    (lambda out: edit_row(out, 3, lambda row: row.pop("phi")), "ward/3", "damaged"),
    (lambda out: edit_manifest(out, phi={}), "manifest", "counts of phi"),
    (lambda out: edit_manifest(out, notes={"total": 1}), "manifest", "9 done and 1 failed"),
    (lambda out: edit_manifest(out, fingerprints={}), "manifest", "fingerprints"),
    (lambda out: edit_manifest(out, policy="another"), "manifest", "policy is not that of the record"),
    (lambda out: (out / "notes/ward/link").symlink_to(out), "ward/link", "no row"),
    (lambda out: (out / "results.jsonl").write_text(("[" * 100_000 + "\n") * 10), "ward/0", "damaged"),
    (lambda out: (out / "results.jsonl").write_text(""), "results", "0 rows, but the record has 10"),
]


@pytest.mark.parametrize(("damage", "identity", "says"), DAMAGES)
def test_every_damage_is_told(out: Path, damage: Callable[[Path], object], identity: str, says: str) -> None:
    """By the note's id, in words."""
    import re

    damage(out)
    mismatches = verify(out)[1]
    assert any(who == identity and re.search(says, words) for who, words in mismatches), mismatches


def test_the_command_lists_mismatches(out: Path) -> None:
    """A line each on standard output, exit code 1."""
    (out / "notes/ward/0.txt").unlink()
    done = chartveil("verify", out)
    assert (done.returncode, done.stdout) == (1, "ward/0: its redacted note is missing or can't be read\n")
    assert done.stderr == "chartveil: 1 mismatches in a batch of 10 notes\n"


@pytest.mark.parametrize("command", ["verify", "sample"])
def test_only_finished_batches(command: str, out: Path, tmp_path: Path) -> None:
    """Neither any folder nor a run under way."""
    assert "holds no batch" in chartveil(command, tmp_path).stderr
    (out / "manifest.json").unlink()
    done = chartveil(command, out)
    assert (done.returncode, done.stdout) == (2, "")
    assert "give its command again" in done.stderr


def test_fingerprints_follow_the_key(out: Path, tmp_path: Path) -> None:
    """Two runs of the same notes share no fingerprint, and the key is for its owner's eyes."""
    run_batch(tmp_path / "in", tmp_path / "again", options())
    one, other = (json.loads((folder / "manifest.json").read_text()) for folder in (out, tmp_path / "again"))
    assert one["fingerprints"].keys() == other["fingerprints"].keys() == {"inputs", "outputs"}
    assert not set(one["fingerprints"].values()) & set(other["fingerprints"].values())
    assert (out / ".chartveil" / "run.json").stat().st_mode & 0o077 == 0


def test_a_sample_is_drawn_from_the_redacted_notes(out: Path) -> None:
    """Without the failed one, none twice, the same for one seed, another for another."""
    drawn = draw(out, 5, 7)
    assert (len(set(drawn.notes)), drawn.total) == (5, 9)
    assert all(path.is_file() for _, path in drawn.notes)
    assert drawn == draw(out, 5, 7)
    assert len({draw(out, 5, seed).notes for seed in range(9)}) > 1
    assert len(draw(out, 99, 1).notes) == 9


def test_the_review_sheet(out: Path, tmp_path: Path) -> None:
    """CSV with columns to fill in; what the sample can rule out goes to standard error."""
    done = chartveil("sample", out, "--n", 4, "--seed", 3, "-o", tmp_path / "sheet.csv")
    assert (done.returncode, done.stdout) == (0, "")
    with (tmp_path / "sheet.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert list(rows[0]) == ["id", "path", "reviewed", "leaks", "remarks"]
    assert (len(rows), rows[0]["path"]) == (4, str(out / "notes" / f"{rows[0]['id']}.txt"))
    assert "4 of 9 notes drawn (--seed 3)" in done.stderr
    assert "52.71%" in done.stderr


def test_nothing_to_sample(tmp_path: Path) -> None:
    """A batch without an output has no sample."""
    (tmp_path / "in").mkdir()
    run_batch(tmp_path / "in", tmp_path / "out", options())
    with pytest.raises(UsageError, match="no redacted note"):
        draw(tmp_path / "out", 5, 1)


def test_rule_of_three() -> None:
    """Close to 3 / n for many, exact for few."""
    assert ruled_out(300) == pytest.approx(3 / 300, rel=0.01)
    assert ruled_out(1) == pytest.approx(0.95)
    assert ruled_out(0) == 1.0


@given(st.integers(1, 60), st.integers(0, 300))
def test_what_may_be_left_is_the_most_that_could_hide(seen: int, more: int) -> None:
    """So many misses stay unseen at least once in 20 draws, one more does not; all seen leaves none."""
    total = seen + more
    left = most_left(seen, total)

    def unseen(misses: int) -> float:
        return math.prod((total - misses - i) / (total - i) for i in range(seen)) if misses <= more else 0.0

    assert unseen(left) >= 0.05 - 1e-9
    assert unseen(left + 1) < 0.05 + 1e-9
    assert left / total <= ruled_out(seen) + 1e-9
    assert most_left(total, total) == 0
