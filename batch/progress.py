"""How far a run is: a bar on a terminal, plain lines elsewhere. Never a file name, never a word of a note."""

import time
from typing import Protocol, TextIO

_SECONDS_BETWEEN_LINES = 10.0


class Progress(Protocol):
    """What a run tells as it goes on."""

    def start(self, total: int | None, done: int) -> None:
        """The run has `total` notes, None if nobody knows, of which `done` were done before."""

    def advance(self, done: int, failed: int = 0, share: float | None = None) -> None:
        """So many more are done, and have failed; `share` of the input, 0 to 1, is read, None if unknown."""

    def stop(self) -> None:
        """Nothing more comes, for whatever reason."""


def progress_on(stream: TextIO) -> Progress:
    """The progress display that fits a stream: a bar if it is a terminal, else lines."""
    return BarProgress(stream) if stream.isatty() else LineProgress(stream)


class NoProgress:
    """Says nothing."""

    def start(self, total: int | None, done: int) -> None:
        """See Progress."""

    def advance(self, done: int, failed: int = 0, share: float | None = None) -> None:
        """See Progress."""

    def stop(self) -> None:
        """See Progress."""


class _Pace:
    """Counts notes and how fast they go, from the first ones on: what comes before is setting up."""

    def __init__(self, total: int | None, earlier: int) -> None:
        self.total, self.earlier = total, earlier
        self.worked = self.failed = 0
        self.share: float | None = None
        self._first = time.monotonic()
        self._at_first = (0, 0.0)

    def count(self, done: int, failed: int, share: float | None) -> None:
        """More notes."""
        self.share = share
        if not self.worked:
            self._first, self._at_first = time.monotonic(), (done + failed, share or 0.0)
        self.worked += done + failed
        self.failed += failed

    @property
    def rate(self) -> float:
        """Notes a second; 0.0 as long as nothing can be said."""
        elapsed = time.monotonic() - self._first
        more = self.worked - self._at_first[0]
        return more / elapsed if more > 0 and elapsed else 0.0

    @property
    def left(self) -> float | None:
        """Seconds to go; None as long as nothing can be said."""
        if self.total is not None:
            return (self.total - self.earlier - self.worked) / self.rate if self.rate else None
        read = (self.share or 0.0) - self._at_first[1]
        return (time.monotonic() - self._first) * (1 - (self.share or 0.0)) / read if read > 0 else None

    @property
    def counted(self) -> str:
        """How many are done, of how many or of how much."""
        done = self.earlier + self.worked
        if self.total is not None:
            return f"{done}/{self.total} notes"
        return f"{done} notes" + (f", {self.share:.0%} of the input" if self.share is not None else "")


class LineProgress:
    """A line of plain text every ten seconds."""

    def __init__(self, stream: TextIO, seconds: float = _SECONDS_BETWEEN_LINES) -> None:
        self._stream, self._seconds = stream, seconds
        self._pace = _Pace(None, 0)
        self._said = time.monotonic()

    def start(self, total: int | None, done: int) -> None:
        """See Progress."""
        self._pace = _Pace(total, done)

    def advance(self, done: int, failed: int = 0, share: float | None = None) -> None:
        """See Progress."""
        if not self._pace.worked:
            self._said = time.monotonic()  # setting up may take a while; a quick run after it needs no line
        self._pace.count(done, failed, share)
        if time.monotonic() - self._said >= self._seconds:
            self._said = time.monotonic()
            self._stream.write(self._line() + "\n")
            self._stream.flush()

    def stop(self) -> None:
        """See Progress; the summary that follows says the rest."""

    def _line(self) -> str:
        rate, left = self._pace.rate, self._pace.left
        speed = f", {rate:.1f} notes/s" if rate else ""
        until = f", {left:.0f} s left" if left is not None else ""
        return f"{self._pace.counted}, {self._pace.failed} failed{speed}{until}"


class BarProgress:
    """A rich progress bar with rate, time left and failures."""

    def __init__(self, stream: TextIO) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as RichProgress

        self._pace = _Pace(None, 0)
        self._bar = RichProgress(
            BarColumn(),
            TextColumn("{task.fields[counted]}"),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            TextColumn("{task.fields[failed]}"),
            console=Console(file=stream),
            transient=True,
        )

    def start(self, total: int | None, done: int) -> None:
        """See Progress."""
        self._pace = _Pace(total, done)
        self._task = self._bar.add_task(
            "",
            total=1 if total is None else total,
            completed=0 if total is None else done,
            counted=self._pace.counted,
            rate="",
            failed="",
        )
        self._bar.start()

    def advance(self, done: int, failed: int = 0, share: float | None = None) -> None:
        """See Progress."""
        self._pace.count(done, failed, share)
        self._bar.update(
            self._task,
            completed=share or 0.0 if self._pace.total is None else self._pace.earlier + self._pace.worked,
            counted=self._pace.counted,
            rate=f"{self._pace.rate:.1f} notes/s" if self._pace.rate else "",
            failed=f"{self._pace.failed} failed" if self._pace.failed else "",
        )

    def stop(self) -> None:
        """See Progress."""
        self._bar.stop()
