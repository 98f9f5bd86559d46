"""A run whose first process is killed alone: its workers do not outlive it."""

import os
import subprocess
import sys
import time
from pathlib import Path

import batch_stub
import pytest


def ends(group: int, seconds: float) -> bool:
    """Whether all processes of a group end within that time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("workers", ["1", "2"])
def test_workers_end_with_their_parent(tmp_path: Path, workers: str) -> None:
    """A worker in the midst of a note (a minute's sleep here) writes nothing into a run that comes after."""
    (tmp_path / "in").mkdir()
    for name in ("a", "b"):
        (tmp_path / "in" / f"{name}1.txt").write_text("NAME")
        (tmp_path / "in" / f"{name}2.txt").write_text("STUCK")
    command = [sys.executable, batch_stub.__file__, str(tmp_path / "in"), str(tmp_path / "out"), workers]
    silent = subprocess.DEVNULL
    process = subprocess.Popen(command, stdout=silent, stderr=silent, start_new_session=True)
    while not list((tmp_path / "out").glob("notes/*")):
        time.sleep(0.05)
    time.sleep(0.5)
    process.kill()
    process.wait()
    assert ends(process.pid, 30)
