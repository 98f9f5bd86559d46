"""One process at a time where imports are put in place; the others wait."""

import contextlib
import sys
from collections.abc import Iterator
from io import BufferedRandom
from pathlib import Path


@contextlib.contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold a lock on the file at `path`, waiting for who holds it.

    The system lets go of it when the process ends, however it ends. Where a file system knows no locks (some
    network shares), it goes on without one.
    """
    path.touch(mode=0o600)
    with path.open("r+b") as file:
        with contextlib.suppress(OSError):
            _lock(file)
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(file: BufferedRandom) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)

else:
    import fcntl

    def _lock(file: BufferedRandom) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX)
