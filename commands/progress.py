"""A progress bar for what takes a while: on a terminal only, on standard error."""

import sys
from types import TracebackType

import click


class Progress:
    """Call it with what is being done and the share that is done, 0 to 1; use it as a context manager."""

    def __init__(self, label: str) -> None:
        self._shown = sys.stderr.isatty()
        self._bar = click.progressbar(length=100, file=sys.stderr, label=label)

    def __enter__(self) -> "Progress":
        return self

    def __call__(self, message: str, share: float) -> None:
        if self._shown:
            self._bar.label = message
            self._bar.update(max(0, round(share * 100) - self._bar.pos))
            self._bar.render_progress()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            self._bar.render_finish()
