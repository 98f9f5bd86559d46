"""What a run tells while it goes on."""

import io
import re
from pathlib import Path

import pytest
from batch_stub import options
from chartveil.batch import progress_on, run_batch
from chartveil.batch.progress import BarProgress, LineProgress


class Terminal(io.StringIO):
    """A stream that calls itself a terminal."""

    def isatty(self) -> bool:
        return True


def test_lines_where_there_is_no_terminal() -> None:
    """Count, failures, rate and time left, and no control characters."""
    stream = io.StringIO()
    progress = LineProgress(stream, seconds=0)
    progress.start(10, 6)
    progress.advance(1)
    progress.advance(0, 1)
    progress.stop()
    lines = stream.getvalue().splitlines()
    assert len(lines) == 2
    assert re.fullmatch(r"8/10 notes, 1 failed, [\d.]+ notes/s, \d+ s left", lines[1])


def test_lines_are_rare() -> None:
    """A quick run says nothing at all."""
    stream = io.StringIO()
    progress = progress_on(stream)
    progress.start(1000, 0)
    for _ in range(1000):
        progress.advance(1)
    assert stream.getvalue() == ""


def test_bar_on_a_terminal() -> None:
    """The bar shows count and failures."""
    stream = Terminal()
    progress = progress_on(stream)
    assert isinstance(progress, BarProgress)
    progress.start(2, 0)
    progress.advance(1)
    progress.advance(0, 1)
    progress.stop()
    assert "2/2" in stream.getvalue()
    assert "1 failed" in stream.getvalue()


@pytest.mark.parametrize("stream", [io.StringIO(), Terminal()])
def test_never_a_file_name_nor_text(tmp_path: Path, stream: io.StringIO) -> None:
    """File names can hold identifiers, so none is shown."""
    (tmp_path / "in").mkdir()
    for number in range(3):
        (tmp_path / "in" / f"Quillon{number}.txt").write_text("Tamsin RAISE")
    progress = progress_on(stream)
    run_batch(tmp_path / "in", tmp_path / "out", options(), progress=progress)
    assert "Quillon" not in stream.getvalue()
    assert "Tamsin" not in stream.getvalue()
