"""Several processes: the same results as one, and a death costs its own note only."""

from pathlib import Path

import pytest
from batch_stub import options
from chartveil.batch import run_batch
from chartveil.batch.errors import WorkersFailed
from chartveil.batch.pool import default_workers
from test_batch import rows
from test_batch_resume import contents, make_notes


def test_two_workers_write_what_one_writes(tmp_path: Path) -> None:
    """Order, rows, notes and counts do not depend on the number of workers."""
    source = make_notes(tmp_path / "in", 40)
    (source / "bad.txt").write_text("RAISE")
    run_batch(source, tmp_path / "one", options(workers=1))
    run_batch(source, tmp_path / "two", options(workers=2))
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_note_that_kills_its_worker_fails_alone(tmp_path: Path) -> None:
    """The run goes on, and the culprits are named."""
    source = make_notes(tmp_path / "in", 10)
    for name in ("005a", "last"):
        (source / "ward" / f"{name}.txt").write_text("DIE")
    summary = run_batch(source, tmp_path / "out", options(workers=2))
    assert (summary.done, summary.failures) == (10, {"WorkerDied": 2})
    failed = [row["id"] for row in rows(tmp_path / "out") if row["status"] == "failed"]
    assert failed == ["ward/005a", "ward/last"]


def test_the_victim_of_a_neighbour_is_tried_again(tmp_path: Path) -> None:
    """A worker that dies only once costs nothing."""
    source = make_notes(tmp_path / "in", 3)
    (source / "falters.txt").write_text(f"FALTER {tmp_path / 'mark'}")
    assert run_batch(source, tmp_path / "out", options(workers=2)).exit_code == 0
    assert (tmp_path / "mark").exists()


def test_running_out_of_memory_fails_the_note(tmp_path: Path) -> None:
    """A MemoryError that Python can still raise is a failure like any other."""
    source = make_notes(tmp_path / "in", 2)
    (source / "huge.txt").write_text("HUNGER")
    for workers in (1, 2):
        assert run_batch(source, tmp_path / f"out{workers}", options(workers=workers)).failures == {
            "MemoryError": 1
        }


def test_workers_that_die_at_once_end_the_run(tmp_path: Path) -> None:
    """Without a worker there is no run; it says so instead of blaming the notes."""
    source = make_notes(tmp_path / "in", 2)
    with pytest.raises(WorkersFailed):
        run_batch(source, tmp_path / "out", options(workers=2, pipeline=die))


def die() -> None:
    """A pipeline whose making ends the process."""
    import os

    os._exit(1)


@pytest.mark.parametrize(("notes", "least", "most"), [(0, 1, 1), (15, 1, 1), (149, 1, 1), (10_000, 1, 8)])
def test_default_number_of_workers(notes: int, least: int, most: int) -> None:
    """Small folders are not worth a second process."""
    assert least <= default_workers(notes) <= most
