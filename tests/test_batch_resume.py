"""Runs that were ended, changed or repeated: the result equals that of an undisturbed run."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import batch_stub
import pytest
from batch_stub import options
from chartveil.batch import run_batch
from chartveil.batch.journal import Journal
from chartveil.batch.outcome import Entry, Outcome, fingerprint
from chartveil.errors import UsageError

KEY = b"key"


def make_notes(folder: Path, count: int, words: str = "") -> Path:
    """A folder of small notes."""
    (folder / "ward").mkdir(parents=True)
    for number in range(count):
        (folder / "ward" / f"{number:03}.txt").write_text(f"NAME{number} has asthma {number} {words}")
    return folder


def contents(out: Path) -> dict[str, bytes]:
    """All results in a folder; of the manifest all but what differs by run: times and the run's own key."""
    files = {str(path.relative_to(out)): path.read_bytes() for path in (out / "notes").rglob("*.*")}
    manifest = json.loads((out / "manifest.json").read_bytes())
    for key in ("started", "finished", "elapsed_seconds", "fingerprints"):
        del manifest[key]
    files["results"] = (out / "results.jsonl").read_bytes()
    return {**files, "manifest": json.dumps(manifest).encode()}


def start(source: Path, out: Path, workers: int) -> "subprocess.Popen[bytes]":
    """The stub's command in a process of its own, in a process group of its own."""
    command = [sys.executable, batch_stub.__file__, str(source), str(out), str(workers)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True)


def finish(source: Path, out: Path, workers: int) -> int:
    """Run to the end and return the exit code."""
    process = start(source, out, workers)
    process.communicate()
    return process.returncode


def visible_files_are_whole(out: Path, whole: dict[str, bytes]) -> bool:
    """Whether every file under its final name is as an undisturbed run writes it."""
    found = (out / "notes").rglob("*.*") if (out / "notes").exists() else ()
    return all(whole[str(path.relative_to(out))] == path.read_bytes() for path in found)


@pytest.mark.parametrize("workers", [1, 2])
def test_killed_at_random_moments(tmp_path: Path, workers: int) -> None:
    """SIGKILL at any moment, any number of times, then once undisturbed: nothing lost, doubled or partial."""
    source = make_notes(tmp_path / "in", 60, "SLOW")
    assert finish(source, tmp_path / "whole", 1) == 0
    whole = contents(tmp_path / "whole")
    chance = random.Random(workers)
    for _ in range(6):
        process = start(source, tmp_path / "out", workers)
        time.sleep(chance.uniform(0.05, 0.9))
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        assert visible_files_are_whole(tmp_path / "out", whole)
    assert finish(source, tmp_path / "out", workers) == 0
    assert contents(tmp_path / "out") == whole
    assert sorted(path.name for path in (tmp_path / "out" / ".chartveil").iterdir()) == [
        "entries.jsonl",
        "lock",
        "run.json",
        "tmp",
    ]
    assert not list((tmp_path / "out" / ".chartveil" / "tmp").iterdir())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("workers", [1, 2])
def test_signals_stop_cleanly(tmp_path: Path, number: signal.Signals, workers: int) -> None:
    """One line, the exit code that shells expect, no worker left, and the run can go on."""
    source = make_notes(tmp_path / "in", 60, "SLOW")
    (source / "ward" / "999.txt").write_text("STUCK")
    process = start(source, tmp_path / "out", workers)
    wait_for(tmp_path / "out" / "notes" / "ward", 10)
    os.killpg(process.pid, number)
    _, said = process.communicate(timeout=10)
    assert process.returncode == 128 + number
    assert said == b"Error: stopped; give the same command again to go on\n"
    assert group_ends(process.pid)
    assert not (tmp_path / "out" / "manifest.json").exists()
    (source / "ward" / "999.txt").unlink()
    assert finish(source, tmp_path / "out", workers) == 0


def group_ends(group: int) -> bool:
    """Whether all processes of a group end soon; Python's own helper of the workers takes a moment longer."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def wait_for(folder: Path, files: int) -> None:
    """Wait until a folder holds so many files."""
    while not folder.exists() or len(list(folder.iterdir())) < files:
        time.sleep(0.01)


@pytest.fixture
def finished(tmp_path: Path) -> Iterator[tuple[Path, Path]]:
    """A finished run over five notes."""
    source = make_notes(tmp_path / "in", 5)
    run_batch(source, tmp_path / "out", options())
    yield source, tmp_path / "out"


def modified(out: Path) -> dict[Path, int]:
    """When each result was last written."""
    return {path: path.stat().st_mtime_ns for path in out.rglob("*.*") if path.is_file()}


def equals_fresh_run(source: Path, out: Path, tmp_path: Path) -> bool:
    """Whether a folder holds what a first run would write now."""
    run_batch(source, tmp_path / "fresh", options())
    return contents(out) == contents(tmp_path / "fresh")


def test_a_finished_run_is_left_alone(finished: tuple[Path, Path]) -> None:
    """The same command again writes nothing and needs no pipeline."""
    before = modified(finished[1])
    summary = run_batch(*finished, options(pipeline=batch_stub.broken_pipeline))
    assert modified(finished[1]) == before
    assert (summary.done, summary.resumed, summary.phi, summary.exit_code) == (5, 5, {"PERSON": 5}, 0)


def test_changed_inputs_are_taken_up(finished: tuple[Path, Path], tmp_path: Path) -> None:
    """New, changed and vanished notes; all others stay as they are."""
    source, out = finished
    kept = out / "notes" / "ward" / "004.txt"
    before = kept.stat().st_mtime_ns
    (source / "ward" / "000.txt").write_text("changed")
    (source / "ward" / "001.txt").unlink()
    (source / "ward" / "002.txt").write_text("RAISE")
    (source / "new.txt").write_text("NAME")
    assert run_batch(source, out, options()).resumed == 2
    assert equals_fresh_run(source, out, tmp_path)
    assert kept.stat().st_mtime_ns == before


def test_a_note_with_the_name_of_a_folder(finished: tuple[Path, Path], tmp_path: Path) -> None:
    """Files and folders of IN may change places."""
    source, out = finished
    shutil.rmtree(source / "ward")
    (source / "ward").write_text("NAME")
    run_batch(source, out, options())
    assert (out / "notes" / "ward").read_text() == "[PERSON]"
    (source / "ward").unlink()
    make_notes(source, 2)
    assert run_batch(source, out, options()).exit_code == 0


def test_a_note_that_now_fails_has_no_output(finished: tuple[Path, Path]) -> None:
    """The output of an earlier run does not outlive its note's failure."""
    source, out = finished
    (source / "ward" / "002.txt").write_text("RAISE")
    run_batch(source, out, options())
    assert not (out / "notes" / "ward" / "002.txt").exists()


def test_spoilt_results_are_made_again(finished: tuple[Path, Path], tmp_path: Path) -> None:
    """A lost or altered output or row is not trusted."""
    source, out = finished
    (out / "notes" / "ward" / "000.txt").unlink()
    (out / "notes" / "ward" / "001.txt").write_text("altered")
    rows = (out / "results.jsonl").read_bytes().splitlines(keepends=True)
    (out / "results.jsonl").write_bytes(b"".join([*rows[:3], b"{}\n", rows[4]]))
    assert run_batch(source, out, options()).resumed == 2
    assert equals_fresh_run(source, out, tmp_path)


def test_failed_notes_are_tried_again(tmp_path: Path) -> None:
    """A failure is never taken for done."""
    source = make_notes(tmp_path / "in", 3)
    (source / "bad.txt").write_text("RAISE")
    (source / "good.txt").write_text("NAME")
    assert run_batch(source, tmp_path / "out", options(max_bytes=5)).failed == 4
    summary = run_batch(source, tmp_path / "out", options())
    assert (summary.resumed, summary.done, summary.failed) == (1, 4, 1)


def test_a_lower_limit_counts_for_done_notes_too(finished: tuple[Path, Path]) -> None:
    """What is larger than the limit now has no output, as in an undisturbed run."""
    assert run_batch(*finished, options(max_bytes=5)).failed == 5
    assert not list((finished[1] / "notes").rglob("*.txt"))


CHANGES: list[dict[str, Any]] = [
    {"settings": {**batch_stub.SETTINGS, "policy": "other"}},
    {"encoding": "cp1252"},
    {"known_file": Path(__file__)},
]


@pytest.mark.parametrize("change", CHANGES)
def test_other_settings_need_another_folder(finished: tuple[Path, Path], change: dict[str, Any]) -> None:
    """Results of two settings never mix; --overwrite replaces them."""
    with pytest.raises(UsageError, match="other settings"):
        run_batch(*finished, options(**change))
    assert run_batch(*finished, options(**change, overwrite=True)).resumed == 0
    assert run_batch(*finished, options(**change)).resumed == 5


def test_overwrite_goes_on_with_an_unfinished_run(finished: tuple[Path, Path]) -> None:
    """The same command, --overwrite included, goes on where it was killed."""
    source, out = finished
    assert run_batch(source, out, options(overwrite=True)).resumed == 0
    (out / "results.jsonl").rename(out / ".chartveil" / "rows")
    unfinish(out)
    assert run_batch(source, out, options(overwrite=True)).resumed == 5


def unfinish(out: Path) -> None:
    """Take a finished run back to where its journal was whole."""
    state = out / ".chartveil"
    entries = (state / "entries.jsonl").read_bytes().splitlines()
    lines = zip(entries, (state / "rows").read_bytes().splitlines(), strict=True)
    (state / "journal.jsonl").write_bytes(b"".join(b"%b\t%b\n" % line for line in lines))
    for path in (out / "manifest.json", state / "entries.jsonl", state / "rows"):
        path.unlink()


def outcome(source: str, row: bytes = b'{"a":1}') -> Outcome:
    """An outcome with a sound fingerprint."""
    return Outcome(Entry(source, source, True, "i", "o", fingerprint(row, KEY)), row)


@pytest.mark.parametrize("cut", range(1, 60))
def test_a_torn_journal_line_is_cut_off(tmp_path: Path, cut: int) -> None:
    """Wherever the last line broke off, the lines before it count and new ones can follow."""
    path = tmp_path / "journal"
    with Journal(path, KEY) as journal:
        journal.append(outcome("one"))
        journal.append(outcome("two"))
    path.write_bytes(path.read_bytes()[:-cut])
    with Journal(path, KEY) as journal:
        assert journal.sources == ["one"]
        journal.append(outcome("three", b'{"b":2}'))
        assert journal.read("one").row == b'{"a":1}'
    with Journal(path, KEY) as journal:
        assert journal.read("three") == outcome("three", b'{"b":2}')


@pytest.mark.parametrize(
    "damage", [b"\0" * 40 + b"\n", b"[]\t{}\n", b'{"x":1}\t{}\n', b"no tab\n", b'{"source":\t1\n']
)
def test_a_damaged_journal_line_is_not_trusted(tmp_path: Path, damage: bytes) -> None:
    """Blocks that a power cut left empty, or anything else that is no line of a journal."""
    path = tmp_path / "journal"
    with Journal(path, KEY) as journal:
        journal.append(outcome("one"))
    path.write_bytes(path.read_bytes() + damage)
    with Journal(path, KEY) as journal:
        assert journal.sources == ["one"]
