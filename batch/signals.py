"""Ending a run on Ctrl-C and SIGTERM, at any moment, without losing what is done."""

import contextlib
import signal
import sys
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
    """The signal that came, if any, for the case that the raised Stop was lost on its way."""

    def __init__(self) -> None:
        self.number: int | None = None
        self._raised = False

    def handle(self, number: int, _frame: FrameType | None) -> None:
        """Raise Stop for a signal, but not again on the way out, where it would break off the cleaning up."""
        self.number = number
        if not self._raised:
            self._raised = True
            raise Stop(number)

    def check(self) -> None:
        """Raise Stop if a signal has come."""
        if self.number is not None:
            raise Stop(self.number)

    def swallowed(self) -> None:
        """The Stop was raised where Python can't raise, as in a `__del__`; let the next signal raise one."""
        self._raised = False


@contextlib.contextmanager
def stop_signals() -> Iterator[StopSignals]:
    """Turn SIGINT and SIGTERM into Stop within the block. Only the main thread can; others do without."""
    stop = StopSignals()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return
    handlers = {number: signal.signal(number, stop.handle) for number in _SIGNALS}
    hook = sys.unraisablehook
    sys.unraisablehook = lambda lost: stop.swallowed() if isinstance(lost.exc_value, Stop) else hook(lost)
    try:
        yield stop
    finally:
        sys.unraisablehook = hook
        for number, handler in handlers.items():
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
