"""Tables from file to file: rows, records that fail, resuming, deaths of workers, and what looks at them."""

import gzip
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import batch_stub
import pytest
from batch_stub import COLUMNS, options
from chartveil.batch import BatchSummary, run_batch
from chartveil.batch.columns import Columns
from chartveil.batch.sample import draw
from chartveil.batch.units import RECORDS
from chartveil.batch.verify import verify
from chartveil.errors import UsageError
from test_batch import rows
from test_batch_resume import contents

HEAD = "id,dob,note,more\n"


def table(path: Path, count: int, word: str = "", changes: dict[int, str] | None = None) -> Path:
    """A CSV table with a name and a disease in each note; `changes` are notes by number from 1."""
    notes = (f"NAME{number} {word} asthma" for number in range(1, count + 1))
    lines = (f'{n},1/2/1960,"{(changes or {}).get(n, note)}",x{n}\n' for n, note in enumerate(notes, 1))
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text(HEAD + "".join(lines), "utf-8")
    return path


def run(source: Path, out: Path, **changes: Any) -> BatchSummary:
    """A run with the stub."""
    return run_batch(source, out, options(**{"columns": COLUMNS, **changes}))


def test_rows_and_counts(tmp_path: Path) -> None:
    """A row a note, under its id, with its number; fields are counted, and the manifest says how many."""
    summary = run(table(tmp_path / "t.csv", 2), tmp_path / "out")
    assert (tmp_path / "out/notes/t.csv").read_text() == (
        HEAD + '1,[DATE],"[PERSON]  asthma",x1\n2,[DATE],"[PERSON]  asthma",x2\n'
    )
    found = rows(tmp_path / "out")
    assert [(row["id"], row["source"], row["record"], row["part"]) for row in found] == [
        ("1", "t.csv", 1, "note"),
        ("2", "t.csv", 2, "note"),
    ]
    manifest = json.loads((tmp_path / "out/manifest.json").read_text())
    assert (manifest["files"], manifest["notes"]["total"], manifest["fields"]) == (1, 2, {"DATE": 2})
    assert (summary.notes, summary.done, summary.exit_code) == (2, 2, 0)


def test_a_row_that_fails_is_emptied(tmp_path: Path) -> None:
    """Nothing of its text or its identifiers is in any output; the others are done."""
    source = table(tmp_path / "t.csv", 3, changes={2: "Tamsin RAISE"})
    summary = run(source, tmp_path / "out")
    assert (summary.done, summary.failed, summary.exit_code) == (2, 1, 1)
    assert (tmp_path / "out/notes/t.csv").read_text().splitlines()[2] == "2,,,x2"
    assert [row["status"] for row in rows(tmp_path / "out")] == ["ok", "failed", "ok"]
    assert not any(b"Tamsin" in path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file())


def test_a_note_beyond_the_limit_fails_alone(tmp_path: Path) -> None:
    """The limit is of one record's text, not of the table."""
    source = table(tmp_path / "t.csv", 100, changes={7: "x" * 300})
    assert run(source, tmp_path / "out", max_bytes=200).failures == {"TooLargeNote": 1}


@pytest.mark.parametrize("suffix", [".csv", ".csv.gz"])
def test_two_workers_write_what_none_writes(tmp_path: Path, suffix: str) -> None:
    """Order, rows and table do not depend on the number of processes, packed or not."""
    source = table(tmp_path / "in/t.csv", RECORDS * 3 + 1, changes={5: "RAISE"})
    if suffix.endswith(".gz"):
        (tmp_path / "in/t.csv.gz").write_bytes(gzip.compress(source.read_bytes()))
        source.unlink()
    for workers in (0, 2):
        run(tmp_path / "in", tmp_path / f"out{workers}", workers=workers)
    assert contents(tmp_path / "out0") == contents(tmp_path / "out2")
    written = (tmp_path / f"out2/notes/t{suffix}").read_bytes()
    plain = gzip.decompress(written) if suffix.endswith(".gz") else written
    assert plain.count(b"\n") == RECORDS * 3 + 2
    assert verify(tmp_path / "out2") == (RECORDS * 3 + 1, [])


def test_a_record_that_kills_its_worker_fails_alone(tmp_path: Path) -> None:
    """It is named by its number, and the rest of its chunk is done, with a single worker too."""
    source = table(tmp_path / "t.csv", RECORDS + 3, changes={2: "DIE", 9: "DIE", RECORDS + 3: "DIE"})
    summary = run(source, tmp_path / "out", workers=1)
    assert (summary.done, summary.failures) == (RECORDS, {"WorkerDied": 3})
    failed = [(row["id"], row["record"]) for row in rows(tmp_path / "out") if row["status"] == "failed"]
    assert failed == [("t#2", 2), ("t#9", 9), (f"t#{RECORDS + 3}", RECORDS + 3)]
    assert verify(tmp_path / "out") == (RECORDS + 3, [])


def test_a_folder_may_hold_tables_and_notes(tmp_path: Path) -> None:
    """Each in its order, and a table that can't be read fails by itself."""
    table(tmp_path / "in/b.csv", 3)
    (tmp_path / "in/a.txt").write_text("NAME")
    (tmp_path / "in/c.csv").write_text(HEAD + '1,2,"open,4\n')
    (tmp_path / "in/d.csv.gz").write_bytes(gzip.compress(b"x" * 9)[:-3])
    summary = run(tmp_path / "in", tmp_path / "out")
    assert (summary.files, summary.done, summary.failures) == (4, 4, {"Misshapen": 1, "BrokenArchive": 1})
    assert [row["source"] for row in rows(tmp_path / "out")] == ["a.txt", *["b.csv"] * 3, "c.csv", "d.csv.gz"]
    assert verify(tmp_path / "out") == (6, [])


def test_without_columns_tables_are_left_alone(tmp_path: Path) -> None:
    """They are counted by kind, as other files are."""
    table(tmp_path / "in/b.csv", 3)
    assert run(tmp_path / "in", tmp_path / "out", columns=None).skipped == {".csv": 1}
    with pytest.raises(UsageError, match="--text-column"):
        run(tmp_path / "in/b.csv", tmp_path / "out2", columns=None)


def test_wrong_columns_leave_no_trace(tmp_path: Path) -> None:
    """They are seen before OUT is made, so that the next try does not find other settings there."""
    source = table(tmp_path / "in/b.csv", 3)
    with pytest.raises(UsageError, match="number 2, 4;"):
        run(source, tmp_path / "out", columns=Columns({"note": "text", "id": "id"}))
    assert not (tmp_path / "out").exists()


def test_other_columns_need_another_folder(tmp_path: Path) -> None:
    """Results of two sets of rules never mix."""
    source = table(tmp_path / "t.csv", 3)
    run(source, tmp_path / "out")
    with pytest.raises(UsageError, match="columns"):
        run(source, tmp_path / "out", columns=Columns({"note": "text"}, "keep"))


def test_no_report_on_tables(tmp_path: Path) -> None:
    """It would have a page a row."""
    with pytest.raises(UsageError, match="--report"):
        run(table(tmp_path / "t.csv", 3), tmp_path / "out", report=True)


def test_a_finished_table_is_left_alone_and_a_changed_one_done_anew(tmp_path: Path) -> None:
    """By its size and time of change, as notes are."""
    source = table(tmp_path / "in/t.csv", 40)
    (tmp_path / "in/a.txt").write_text("NAME")
    run(tmp_path / "in", tmp_path / "out")
    before = (tmp_path / "out/notes/t.csv").stat().st_mtime_ns
    (tmp_path / "in/a.txt").write_text("NAME too")
    assert run(tmp_path / "in", tmp_path / "out").resumed == 40
    assert (tmp_path / "out/notes/t.csv").stat().st_mtime_ns == before
    table(source, 41)
    assert run(tmp_path / "in", tmp_path / "out").resumed == 1
    run(tmp_path / "in", tmp_path / "fresh")
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")


class Breaking(batch_stub.StubPipeline):
    """Stops the run in the third chunk."""

    def process(self, text: str, *, known: Any = None, patient: str | None = None) -> Any:
        if f"NAME{RECORDS * 2 + 5} " in text:
            raise KeyboardInterrupt
        return super().process(text)


def test_a_stopped_run_redoes_only_what_is_open(tmp_path: Path) -> None:
    """What a pipeline that breaks down left is taken up; the result is that of an undisturbed run."""
    source = table(tmp_path / "t.csv", RECORDS * 4)

    with pytest.raises(KeyboardInterrupt):
        run(source, tmp_path / "out", pipeline=Breaking)
    assert not (tmp_path / "out/notes/t.csv").exists()
    assert run(source, tmp_path / "out").resumed == RECORDS * 2
    run(source, tmp_path / "fresh")
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")
    assert not (tmp_path / "out/.chartveil/parts").exists()


def test_altered_parts_are_made_again(tmp_path: Path) -> None:
    """What lies in .chartveil is not trusted either."""
    source = table(tmp_path / "t.csv", RECORDS * 4)
    with pytest.raises(KeyboardInterrupt):
        run(source, tmp_path / "out", pipeline=Breaking)
    first, second = sorted((tmp_path / "out/.chartveil/parts").glob("*/0/*"))
    first.write_bytes(b"altered")
    second.unlink()
    assert run(source, tmp_path / "out").resumed == 0
    run(source, tmp_path / "fresh")
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")


def start(source: Path, out: Path, workers: int) -> "subprocess.Popen[bytes]":
    """The stub's command on a table, in a process group of its own."""
    command = [sys.executable, batch_stub.__file__, str(source), str(out), str(workers)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True)


def test_killed_at_random_moments(tmp_path: Path) -> None:
    """SIGKILL at any moment, any number of times, then once undisturbed: as if nothing had been."""
    source = table(tmp_path / "t.csv", RECORDS * 5, word="SLOW")
    process = start(source, tmp_path / "whole", 2)
    process.communicate()
    assert process.returncode == 0
    chance = random.Random(7)
    for _ in range(5):
        process = start(source, tmp_path / "out", 2)
        time.sleep(chance.uniform(0.5, 4))
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        assert not (tmp_path / "out/notes").exists() or contents(tmp_path / "out")
    process = start(source, tmp_path / "out", 2)
    process.communicate()
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def spoil_cell(out: Path) -> None:
    """Put another word where a code is quoted."""
    path = out / "notes/t.csv"
    path.write_bytes(path.read_bytes().replace(b"asthma", b"anemia", 1))


def lose_row(out: Path) -> None:
    """Cut the last row of the table off."""
    path = out / "notes/t.csv"
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))


def move_span(out: Path) -> None:
    """Shift a span of the second row."""
    path = out / "results.jsonl"
    lines = path.read_text().splitlines(keepends=True)
    row = json.loads(lines[1])
    row["phi"][0]["redacted_start"] += 1
    path.write_text("".join([lines[0], json.dumps(row) + "\n", *lines[2:]]))


DAMAGES: list[tuple[Callable[[Path], None], str, str]] = [
    (spoil_cell, "1", "does not quote"),
    (spoil_cell, "t", "was changed"),
    (lose_row, "40", "fewer records"),
    (move_span, "2", "lies elsewhere"),
    (move_span, "t", "rows in results.jsonl were changed"),
    (lambda out: (out / "notes/t.csv").unlink(), "t", "missing"),
]


@pytest.mark.parametrize(("damage", "identity", "says"), DAMAGES)
def test_verify_tells_every_damage(
    tmp_path: Path, damage: Callable[[Path], None], identity: str, says: str
) -> None:
    """By the record's id, or by the file's."""
    run(table(tmp_path / "t.csv", 40), tmp_path / "out")
    damage(tmp_path / "out")
    mismatches = verify(tmp_path / "out")[1]
    assert any(who == identity and says in words for who, words in mismatches), mismatches


def test_a_sample_of_a_table(tmp_path: Path) -> None:
    """Rows are drawn by their ids; those that failed are none."""
    run(table(tmp_path / "t.csv", 40, changes={3: "RAISE"}), tmp_path / "out")
    drawn = draw(tmp_path / "out", 50, 1)
    assert (drawn.total, len(drawn.notes)) == (39, 39)
    assert drawn.notes[2] == ("4", tmp_path / "out/notes/t.csv")
