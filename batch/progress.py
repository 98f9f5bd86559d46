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


class _Pace:
    """Counts notes and how fast they go, from the first one on: what comes before is setting up."""

    def __init__(self) -> None:
        self.worked = self.failed = 0
        self._first = time.monotonic()

    def count(self, ok: bool) -> None:
        """One more note."""
        if not self.worked:
            self._first = time.monotonic()
        self.worked += 1
        self.failed += not ok

    @property
    def rate(self) -> float:
        """Notes a second; 0.0 as long as nothing can be said."""
        elapsed = time.monotonic() - self._first
        return (self.worked - 1) / elapsed if self.worked > 1 and elapsed else 0.0


class LineProgress:
    """A line of plain text every ten seconds."""

    def __init__(self, stream: TextIO, seconds: float = _SECONDS_BETWEEN_LINES) -> None:
        self._stream, self._seconds = stream, seconds
        self._pace = _Pace()
        self._total = self._earlier = 0
        self._said = time.monotonic()

    def start(self, total: int, done: int) -> None:
        """See Progress."""
        self._total, self._earlier = total, done

    def advance(self, ok: bool) -> None:
        """See Progress."""
        if not self._pace.worked:
            self._said = time.monotonic()  # setting up may take a while; a quick run after it needs no line
        self._pace.count(ok)
        if time.monotonic() - self._said >= self._seconds:
            self._said = time.monotonic()
            self._stream.write(self._line() + "\n")
            self._stream.flush()

    def stop(self) -> None:
        """See Progress; the summary that follows says the rest."""

    def _line(self) -> str:
        done, rate = self._earlier + self._pace.worked, self._pace.rate
        speed = f", {rate:.1f} notes/s, {(self._total - done) / rate:.0f} s left" if rate else ""
        return f"{done}/{self._total} notes, {self._pace.failed} failed{speed}"


class BarProgress:
    """A rich progress bar with rate, time left and failures."""

    def __init__(self, stream: TextIO) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as RichProgress

        self._pace = _Pace()
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

    def start(self, total: int, done: int) -> None:
        """See Progress."""
        self._task = self._bar.add_task("", total=total, completed=done, rate="", failed="")
        self._bar.start()

    def advance(self, ok: bool) -> None:
        """See Progress."""
        self._pace.count(ok)
        rate = f"{self._pace.rate:.1f} notes/s" if self._pace.rate else ""
        failed = f"{self._pace.failed} failed" if self._pace.failed else ""
        self._bar.update(self._task, advance=1, rate=rate, failed=failed)

    def stop(self) -> None:
        """See Progress."""
        self._bar.stop()
