"""Whether a server is for this machine alone, and the token it demands where it is not."""

import ipaddress
import secrets
from pathlib import Path
from typing import Final

from ..errors import UsageError

#: Shorter ones could be guessed.
LEAST: Final = 16
MOST: Final = 1000


def is_local(host: str) -> bool:
    """Whether an address can be reached from this machine only."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def token_for(path: Path | None, *, local: bool) -> str | None:
    """The token to demand: that of the file, else a fresh one where others can reach the server.

    Raises `UsageError` for a file that can't be read or holds no fit token.
    """
    if path is None:
        return None if local else secrets.token_urlsafe(32)
    try:
        with path.open("rb") as file:
            token = file.read(MOST + 1).decode("ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"can't read {path} ({type(error).__name__}): give a file with a token") from None
    if not LEAST <= len(token) <= MOST or not token.isprintable() or " " in token:
        raise UsageError(f"{path} holds no fit token: one line of {LEAST} letters and digits or more")
    return token
