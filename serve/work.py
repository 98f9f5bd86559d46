"""Work in threads: so much at once, so much waiting, and none for longer than the time limit."""

import asyncio
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from ..errors import ChartveilError
from .errors import UNEXPECTED, Busy, RequestError, TooSlow
from .settings import Limits

Result = TypeVar("Result")


class Deadline:
    """When a request is to be done."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def check(self) -> None:
        """Raise `TooSlow` when the time is over; to be called between the notes of a batch."""
        if time.monotonic() > self._end:
            raise TooSlow


class Workers:
    """Runs what takes time in threads."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._pool = ThreadPoolExecutor(limits.threads, thread_name_prefix="chartveil")
        self._pending = 0
        self._counting = threading.Lock()

    async def run(self, task: Callable[[Deadline], Result]) -> Result:
        """The task's result. Raises `Busy`, `TooSlow`, and what the task raises if it is chartveil's own.

        A task whose time is over while it runs goes on to its end, and its thread is not free before.
        """
        self._count(1, most=self._limits.waiting)
        work = self._pool.submit(_guarded, task, Deadline(self._limits.seconds))
        work.add_done_callback(lambda _: self._count(-1))
        awaited = asyncio.wrap_future(work)
        # looked at, so that asyncio doesn't log an error when nobody waits for it any more
        awaited.add_done_callback(lambda done: done.cancelled() or done.exception())
        try:
            return await asyncio.wait_for(asyncio.shield(awaited), self._limits.seconds)
        except TimeoutError:
            work.cancel()
            raise TooSlow from None

    def close(self) -> None:
        """Let go of the threads; what has not begun is dropped."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _count(self, step: int, most: int | None = None) -> None:
        with self._counting:
            if most is not None and self._pending >= most:
                raise Busy
            self._pending += step


def _guarded(task: Callable[[Deadline], Result], deadline: Deadline) -> Result:
    deadline.check()
    try:
        return task(deadline)
    except ChartveilError:
        raise
    except Exception as error:  # `from None`: its message may quote the note
        raise RequestError(f"{UNEXPECTED} ({type(error).__name__})", 500) from None
