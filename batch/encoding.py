"""From bytes to text and back, without losing a byte.

A byte order mark decides. Without one: strict UTF-8, else Windows-1252, which is Latin-1 with curly quotes
in place of control characters. Windows-1252 accepts almost any bytes, so text that is UTF-8 save for some
broken byte must not fall through to it: its names would turn into other letters and pass unredacted. Such
a note fails instead. Line endings are characters like all others here: nothing translates them.
"""

import re
from dataclasses import dataclass

from ..errors import UsageError
from .errors import BinaryNote, UndecodableNote, UnencodableNote

# UTF-32 comes first: its little-endian mark begins with the one of UTF-16.
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_UTF8_LETTER = re.compile(rb"[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A note's text, without the byte order mark, and how to write text the same way."""

    text: str
    codec: str
    mark: bytes

    def encode(self, text: str) -> bytes:
        """The bytes of `text` in the note's encoding, with its byte order mark; UnencodableNote if none."""
        try:
            return self.mark + text.encode(self.codec)
        except UnicodeError:
            raise UnencodableNote from None


def decode(raw: bytes, encoding: str | None = None) -> Decoded:
    """The text of a note. `encoding` is for notes without a mark; None detects.

    Raises UndecodableNote, also where encoding the text again would not give the same bytes, and BinaryNote
    for text with NUL characters.
    """
    mark, found = mark_of(raw)
    codec = found or encoding
    body = raw[len(mark) :]
    decoded = Decoded(_strict(body, codec), codec, mark) if codec else _detect(body)
    if "\0" in decoded.text:
        raise BinaryNote
    if not _comes_back(decoded, raw):
        raise UndecodableNote
    return decoded


def mark_of(raw: bytes) -> tuple[bytes, str | None]:
    """The byte order mark that bytes begin with, and its encoding; b"" and None without one."""
    return next(((mark, codec) for mark, codec in _MARKS if raw.startswith(mark)), (b"", None))


def check_encoding(encoding: str | None) -> None:
    """Raise UsageError for a name that is no encoding of text."""
    try:
        "".encode(encoding or "utf-8")
    except LookupError:
        raise UsageError(
            f"{encoding!r} is not an encoding; give one such as utf-8, cp1252 or utf-16-le"
        ) from None


def printable(words: str) -> str:
    """One line that no terminal obeys and any encoding takes: what can't be printed is escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in words)


def _detect(body: bytes) -> Decoded:
    if b"\0" in body:
        raise BinaryNote
    try:
        return Decoded(body.decode("utf-8"), "utf-8", b"")
    except UnicodeDecodeError:
        if _UTF8_LETTER.search(body):
            raise UndecodableNote from None
        return Decoded(_strict(body, "cp1252"), "cp1252", b"")


def _comes_back(decoded: Decoded, raw: bytes) -> bool:
    """Whether encoding the text gives the same bytes, as it need not where a text has several spellings."""
    try:
        return decoded.encode(decoded.text) == raw
    except UnencodableNote:
        return False


def _strict(body: bytes, codec: str) -> str:
    try:
        return body.decode(codec)
    except UnicodeError:
        raise UndecodableNote from None
