"""Ending a run on Ctrl-C and SIGTERM, at any moment, without losing what is done."""

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Stop(BaseException):
    """Raised where the run stands when a signal comes; no `except Exception` of a library catches it."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class StopSignals:
    """Remembers the signal, for the case that the raised Stop was lost inside a callback of C code."""

    def __init__(self) -> None:
        self.number: int | None = None

    def __call__(self, number: int, _frame: FrameType | None) -> None:
        """Handle a signal. Only the first one raises, so that it can't break off the cleaning up."""
        if self.number is None:
            self.number = number
            raise Stop(number)

    def check(self) -> None:
        """Raise Stop if a signal has come."""
        if self.number is not None:
            raise Stop(self.number)


@contextlib.contextmanager
def stop_signals() -> Iterator[StopSignals]:
    """Turn SIGINT and SIGTERM into Stop within the block. Only the main thread can; others do without."""
    stop = StopSignals()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return
    before = {number: signal.signal(number, stop) for number in _SIGNALS}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextlib.contextmanager
def deferred_signals() -> Iterator[None]:
    """Hold the signals back within the block; a process started there has them held back for good.

    A worker must not end on the Ctrl-C that its whole process group gets: its parent ends it.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
