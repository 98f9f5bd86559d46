"""How far a run is: a bar on a terminal, plain lines elsewhere. Never a file name, never a word of a note."""

import time
from typing import Protocol, TextIO

_SECONDS_BETWEEN_LINES = 10.0


class Progress(Protocol):
    """What a run tells as it goes on."""

    def start(self, total: int, done: int) -> None:
        """The run has `total` notes, of which `done` were done before."""

    def advance(self, ok: bool) -> None:
        """One more note is done, or has failed."""

    def stop(self) -> None:
        """Nothing more comes, for whatever reason."""


def progress_on(stream: TextIO) -> Progress:
    """The progress display that fits a stream: a bar if it is a terminal, else lines."""
    return BarProgress(stream) if stream.isatty() else LineProgress(stream)


class NoProgress:
    """Says nothing."""

    def start(self, total: int, done: int) -> None:
        """See Progress."""

    def advance(self, ok: bool) -> None:
        """See Progress."""

    def stop(self) -> None:
        """See Progress."""


class LineProgress:
    """A line of plain text every ten seconds."""

    def __init__(self, stream: TextIO, seconds: float = _SECONDS_BETWEEN_LINES) -> None:
        self._stream, self._seconds = stream, seconds
        self._total = self._done = self._worked = self._failed = 0
        self._started = self._said = time.monotonic()

    def start(self, total: int, done: int) -> None:
        """See Progress."""
        self._total, self._done = total, done
        self._started = self._said = time.monotonic()

    def advance(self, ok: bool) -> None:
        """See Progress."""
        self._done += 1
        self._worked += 1
        self._failed += not ok
        if time.monotonic() - self._said >= self._seconds:
            self._said = time.monotonic()
            self._stream.write(self._line(self._said - self._started) + "\n")
            self._stream.flush()

    def stop(self) -> None:
        """See Progress; the summary that follows says the rest."""

    def _line(self, elapsed: float) -> str:
        rate = self._worked / elapsed
        left = (self._total - self._done) / rate
        return (
            f"{self._done}/{self._total} notes, {self._failed} failed, {rate:.1f} notes/s, {left:.0f} s left"
        )


class BarProgress:
    """A rich progress bar with rate, time left and failures."""

    def __init__(self, stream: TextIO) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as RichProgress

        self._bar = RichProgress(
            TextColumn("notes"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            TextColumn("{task.fields[failed]}"),
            console=Console(file=stream),
            transient=True,
        )
        self._failed = self._worked = 0
        self._started = time.monotonic()

    def start(self, total: int, done: int) -> None:
        """See Progress."""
        self._started = time.monotonic()
        self._task = self._bar.add_task("", total=total, completed=done, rate="", failed="")
        self._bar.start()

    def advance(self, ok: bool) -> None:
        """See Progress."""
        self._worked += 1
        self._failed += not ok
        rate = self._worked / max(time.monotonic() - self._started, 1e-9)
        failed = f"{self._failed} failed" if self._failed else ""
        self._bar.update(self._task, advance=1, rate=f"{rate:.1f}/s", failed=failed)

    def stop(self) -> None:
        """See Progress."""
        self._bar.stop()
