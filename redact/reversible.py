"""Redaction that can be taken back: the original, sealed with a key, at the end of the redacted note.

    redacted text
    -----BEGIN CHARTVEIL SEALED ORIGINAL-----
    base64: version (3 bytes), salt (32), nonce (12), the original and its tag under AES-256-GCM
    -----END CHARTVEIL SEALED ORIGINAL-----

The key of each note is derived from the key file and a random salt (HKDF-SHA256), and what is authenticated
includes the redacted text, so that nothing of the file can be changed, cut or put under another text without
being noticed. Everything counts bytes: what is opened is the original to the byte, whatever its encoding.

The sealed part is made from identifiers, so a file that holds it is not de-identified (164.514(c)(1)): what
leaves the covered entity is the text above it, `redacted_part`.
"""

import base64
import binascii
import re
import secrets
from typing import TYPE_CHECKING, Final

from ..errors import NoteError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

BEGIN: Final = "-----BEGIN CHARTVEIL SEALED ORIGINAL-----"
END: Final = "-----END CHARTVEIL SEALED ORIGINAL-----"
VERSION: Final = b"CV1"
PURPOSE: Final = b"chartveil reversible 1"
SALT_BYTES: Final = 32
NONCE_BYTES: Final = 12
TAG_BYTES: Final = 16
LINE: Final = 76
#: How the letters of the frame may be written; UTF-32 first, in which UTF-16 would see the same letters.
CODECS: Final = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be", "utf-8")


class NotSealed(NoteError):
    """There is nothing to restore."""

    def __init__(self) -> None:
        super().__init__(
            "this is no whole result of `chartveil redact --reversible`: its sealed end is missing"
        )


class SealBroken(NoteError):
    """The key is another one or the file has been changed; which, nobody can tell without the key."""

    def __init__(self) -> None:
        super().__init__(
            "wrong key file, or the note was changed after it was redacted: nothing was restored"
        )


def seal(original: bytes, redacted: bytes, key: bytes, codec: str = "utf-8") -> bytes:
    """The redacted note with the sealed original at its end.

    `redacted` are the bytes of the redacted text and `codec` its encoding, in which the frame is written.
    """
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    content = VERSION + salt + nonce + _cipher(key, salt).encrypt(nonce, original, VERSION + redacted)
    letters = base64.b64encode(content).decode("ascii")
    frame = _frame_codec(codec)
    lines = [letters[i : i + LINE] for i in range(0, len(letters), LINE)]
    return redacted + "\n".join(["", BEGIN, *lines, END, ""]).encode(frame)


def restore(sealed: bytes, key: bytes) -> bytes:
    """The original of a sealed note. Raises `NotSealed` and `SealBroken`."""
    from cryptography.exceptions import InvalidTag

    redacted, content = _parts(sealed)
    salt, nonce = content[:SALT_BYTES], content[SALT_BYTES : SALT_BYTES + NONCE_BYTES]
    try:
        return _cipher(key, salt).decrypt(nonce, content[SALT_BYTES + NONCE_BYTES :], VERSION + redacted)
    except InvalidTag:
        raise SealBroken from None


def redacted_part(sealed: bytes) -> bytes:
    """The redacted note without its sealed end, fit to be passed on. Raises `NotSealed`."""
    return _parts(sealed)[0]


def _cipher(key: bytes, salt: bytes) -> "AESGCM":
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return AESGCM(HKDF(SHA256(), length=32, salt=salt, info=PURPOSE).derive(key))


def _parts(sealed: bytes) -> tuple[bytes, bytes]:
    """The redacted note, and what the frame holds after its version."""
    codec = next((codec for codec in CODECS if sealed.endswith(f"\n{END}\n".encode(codec))), None)
    at = -1 if codec is None else sealed.rfind(f"\n{BEGIN}\n".encode(codec))
    if codec is None or at < 0:
        raise NotSealed
    return sealed[:at], _content(sealed[at:], codec)


def _frame_codec(codec: str) -> str:
    """How the frame is written in a text of an encoding: in letters of the same width, without a mark."""
    letters = "AA".encode(codec)
    return next((frame for frame in CODECS if letters.endswith("AA".encode(frame))), "utf-8")


def _content(frame: bytes, codec: str) -> bytes:
    try:
        match = re.fullmatch(f"\n{BEGIN}\n([A-Za-z0-9+/=\n]*)\n{END}\n", frame.decode(codec))
        content = base64.b64decode(match[1].replace("\n", ""), validate=True) if match else b""
    except (UnicodeError, binascii.Error):
        raise NotSealed from None
    if not content.startswith(VERSION) or len(content) < len(VERSION) + SALT_BYTES + NONCE_BYTES + TAG_BYTES:
        raise NotSealed
    return content[len(VERSION) :]
