"""One note from a file or standard input, and one result to a file or standard output."""

import os
import sys
import tempfile
from pathlib import Path

from ..errors import NoteError, UsageError
from .encoding import Decoded, check_encoding, decode
from .errors import TooLargeNote
from .options import MAX_BYTES

STDIN = "-"
#: A sealed note holds the redacted text and the original in base64, which may both take four bytes a letter.
MAX_SEALED_BYTES = 8 * MAX_BYTES


def read_note(source: str, *, encoding: str | None = None, max_bytes: int = MAX_BYTES) -> Decoded:
    """Read and decode a note; `source` is a path, or "-" for standard input.

    Raises `UsageError` when there is no such file or encoding, and `NoteError` when its bytes are no text or
    too many.
    """
    check_encoding(encoding)
    return decode(read_raw(source, max_bytes=max_bytes), encoding)


def read_raw(source: str, *, max_bytes: int = MAX_SEALED_BYTES) -> bytes:
    """The bytes of a file, or of standard input for "-"; errors as of `read_note`."""
    if source == STDIN:
        raw = sys.stdin.buffer.read(max_bytes + 1)
    else:
        path = Path(source)
        if path.is_dir():
            raise UsageError(
                f"{source} is a folder: give one note, or use `chartveil batch IN OUT` for a folder"
            )
        try:
            with path.open("rb") as file:
                raw = file.read(max_bytes + 1)
        except OSError as error:
            raise UsageError(
                f"can't read {source} ({error.strerror}): check the path and its permissions"
            ) from None
    if len(raw) > max_bytes:
        raise TooLargeNote
    return raw


def check_target(source: str, out: Path | None) -> None:
    """Raise `UsageError` when the result would replace the note itself."""
    if out is not None and source != STDIN and out.exists() and out.samefile(source):
        raise UsageError(f"{out} is the note itself: give another file with -o")


def write_result(result: bytes, out: Path | None) -> None:
    """Write to a file, whole or not at all and readable by its user only, or to standard output.

    Raises `NoteError` when it can't be written.
    """
    if out is None:
        _print(result)
        return
    try:
        handle, name = tempfile.mkstemp(prefix=".chartveil-", dir=out.parent)
    except OSError as error:
        raise NoteError(
            f"can't write {out} ({error.strerror}): check the folder and its permissions"
        ) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(result)
        Path(name).replace(out)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise NoteError(f"can't write {out} ({error.strerror}): nothing was written") from None


def _print(result: bytes) -> None:
    try:
        sys.stdout.buffer.write(result)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # what is left in the buffer must not be tried again, and fail again, when the process ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise NoteError(f"can't write the result ({error.strerror}): it is not whole") from None
