"""What can go wrong in a batch run, and how a failure is put into words.

    NoteError                  fails one note; the run goes on (exit code 1)
      UndecodableNote  BinaryNote  TooLargeNote  UnreadableNote  UnencodableNote  UnwritableNote
      LinkedOutside  BrokenLink  OutputClash  WorkerDied
    BatchError                 ends the run; what was done is kept and can be resumed (exit code 1)
      BatchStopped             by a signal (exit code 128 + signal)
      WorkersFailed            no worker process could start
    UsageError                 IN, OUT or the options are wrong (exit code 2); plain, from ..errors

Messages are fixed: they hold no note text and no file name, since a file name can hold an identifier.
"""

import contextlib
import errno
from collections.abc import Iterator

from ..errors import ChartveilError, NoteError

# The errors of a whole disk, not of one note: going on would fail every note after it.
_DISK_ERRORS = {
    errno.ENOSPC: "the disk of the output folder is full",
    errno.EDQUOT: "the disk quota of the output folder is used up",
    errno.EROFS: "the output folder is read-only",
    errno.EIO: "the disk of the output folder reports errors",
}
_GO_ON = "mend that and give the same command again: it goes on where it stopped"


class BatchError(ChartveilError):
    """The run can't go on; what is done is kept."""


class BatchStopped(BatchError):
    """A signal ended the run; `exit_code` is what a shell expects for it."""

    def __init__(self, signal_number: int) -> None:
        super().__init__("stopped; give the same command again to go on")
        self.exit_code = 128 + signal_number


class WorkersFailed(BatchError):
    """A worker process did not come up, so there is none to work."""

    def __init__(self) -> None:
        super().__init__(
            "a worker process could not start, perhaps for want of memory; give a smaller --workers"
        )


class FixedNoteError(NoteError):
    """A failure of one note whose whole message is its class's `message`."""

    message = "the note can't be processed"

    def __str__(self) -> str:
        return self.message


class UndecodableNote(FixedNoteError):
    """Bytes of no known encoding."""

    message = "the bytes are neither UTF-8, UTF-16 with a byte order mark nor Windows-1252; give --encoding"


class BinaryNote(FixedNoteError):
    """A NUL in the text."""

    message = "the file holds NUL characters, so it is not plain text; convert it first"


class TooLargeNote(FixedNoteError):
    """More bytes than the limit."""

    message = "the note is larger than the limit; split it or raise --max-bytes"


class UnreadableNote(FixedNoteError):
    """The file can't be opened or read."""

    message = "the file can't be read; check that it still exists and its permissions"


class UnencodableNote(FixedNoteError):
    """A replacement that the note's encoding can't express."""

    message = "a replacement can't be written in the note's encoding; convert the note to UTF-8"


class UnwritableNote(FixedNoteError):
    """This note's output can't be written, though others can."""

    message = "the output can't be written; check the length of its path and what lies in OUT"


class LinkedOutside(FixedNoteError):
    """A symbolic link to a file outside IN."""

    message = "the file is a link that leaves the input folder; copy the file there instead"


class BrokenLink(FixedNoteError):
    """A symbolic link that leads nowhere or in circles."""

    message = "the file is a link to nothing or to itself; remove or mend it"


class OutputClash(FixedNoteError):
    """Two notes that the output's file system holds for one file."""

    message = "another note's output has the same name on this file system; rename one of them"


class WorkerDied(FixedNoteError):
    """The process died twice while it worked on this note, the second time with nothing beside it."""

    message = "the worker process died on this note, perhaps for want of memory"


def describe(error: Exception) -> str:
    """One line for a failed note: the class, and the message where it is known to hold no note text."""
    name = type(error).__name__
    if isinstance(error, ChartveilError):
        return f"{name}: {' '.join(str(error).split())}"
    return f"{name}: an unexpected error; the note has no output"


def write_failure(error: OSError) -> ChartveilError:
    """What a failed write of a note means: the run's end if the disk is full or broken, else the note's."""
    return _disk_failure(error) if error.errno in _DISK_ERRORS else UnwritableNote()


@contextlib.contextmanager
def writing() -> Iterator[None]:
    """Turn any OSError within the block, which writes the run's own files, into a BatchError."""
    try:
        yield
    except OSError as error:
        raise _disk_failure(error) from error


def _disk_failure(error: OSError) -> BatchError:
    reason = _DISK_ERRORS.get(error.errno or 0, "the output folder can't be written any more")
    return BatchError(f"{reason}; {_GO_ON}")
