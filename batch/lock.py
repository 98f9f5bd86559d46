"""One run at a time in one output folder."""

import contextlib
import errno
import sys
from collections.abc import Iterator
from io import BufferedRandom
from pathlib import Path

from ..errors import UsageError

_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock on the file at `path`; UsageError while another process does.

    The system lets go of it when the process ends, however it ends. Where a file system knows no locks
    (some network shares), the run goes on without one.
    """
    path.touch(mode=0o600)
    with path.open("r+b") as file:
        try:
            _lock(file)
        except OSError as error:
            if error.errno in _TAKEN:
                raise UsageError(
                    "another run is using the output folder; wait for it or choose another"
                ) from None
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(file: BufferedRandom) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: BufferedRandom) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
