"""Key files: 32 random bytes as one line of URL-safe base64. One file serves as secret and as key.

Whatever uses a key derives its own from it, so that no two uses share one.
"""

import base64
import binascii
import os
import secrets
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from ..errors import UsageError

KEY_BYTES: Final = 32


def new_key() -> str:
    """The text of a new key file."""
    return base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode("ascii") + "\n"


def write_key(path: Path) -> None:
    """Make a key file that only its owner can read. Raises `UsageError` where there is a file already."""
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(new_key())
    except FileExistsError:
        raise UsageError(f"{path} is there already, and a key is never replaced: give another name") from None
    except OSError as error:
        raise UsageError(f"can't write the key file {path} ({error.strerror}): check the path") from None


def read_key(path: Path, warn: Callable[[str], None] | None = None) -> bytes:
    """The 32 bytes of a key file; tells `warn` when others than its owner may read it.

    Raises `UsageError` when it can't be read or is no key file.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(1024)
            others = stat.S_IMODE(path.stat().st_mode) & 0o077
        key = base64.b64decode(raw.strip(), altchars=b"-_", validate=True)
    except OSError as error:
        raise UsageError(f"can't read the key file {path} ({error.strerror}): check the path") from None
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise UsageError(f"{path} is no key file: make one with `chartveil keygen {path.name}`")
    if others and sys.platform != "win32" and warn is not None:
        warn(f"others can read the key file {path}: run `chmod 600 {path}`")
    return key
