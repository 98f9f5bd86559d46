"""RTF documents: the text that they show is redacted, and a new document is written from it.

Kept, a passage a paragraph or table row: body, headers and footers, footnotes and endnotes and text boxes
(after the paragraph they belong to), results of fields, numbers of lists. Lost: all formatting; a table's
row becomes a line with tabs, and headers of all kinds become one. Nothing else of the file survives: no
properties, styles, pictures, embedded objects, comments, bookmarks, links, field codes, and neither hidden
text nor text that a tracked change deleted.
"""

import re
from collections.abc import Callable, Sequence

from ...errors import FixedNoteError
from ..draft import Drafts, known_values
from ..record import Record
from .text import Reader

_BEGIN = r"{\rtf1\ansi\ansicpg1252\uc0\deff0{\fonttbl{\f0\fswiss Arial;}}\f0\fs22 "
_ESCAPED = {"\\": r"\\", "{": r"\{", "}": r"\}", "\t": r"\tab ", "\n": r"\line "}
_SPECIAL = re.compile(r"[^\x20-\x5b\x5d-\x7a|~]")


class NotRtf(FixedNoteError):
    """A file without RTF's beginning."""

    message = "the file is no RTF document; rename it to what it is"


def read(raw: bytes, *, encoding: str | None = None) -> Record:
    """One document. `encoding` is not used: RTF says its own.

    Raises NotRtf, BrokenRtf, and UndecodableNote for bytes that mean nothing in their font's code page.
    """
    source = raw.decode("latin-1").removeprefix("\xef\xbb\xbf").lstrip()
    if not source.startswith("{\\rtf"):
        raise NotRtf
    reader = Reader(source)
    reader.read()
    drafts = Drafts()
    stories = [
        _Story(drafts, place, story.end())
        for place, story in (("header", reader.headers), ("footer", reader.footers), ("", reader.body))
    ]
    return drafts.record(known_values(()), None, lambda: _document(*stories))


class _Story:
    """The paragraphs of one story as they will be written."""

    def __init__(self, drafts: Drafts, place: str, paragraphs: Sequence[str]) -> None:
        self.paragraphs = list(paragraphs)
        for number, text in enumerate(paragraphs):
            drafts.passage(f"{place or 'paragraph'}[{number + 1}]").add(text, self._writer(number))

    def _writer(self, number: int) -> Callable[[str], None]:
        def write(text: str) -> None:
            self.paragraphs[number] = text

        return write


def _document(headers: _Story, footers: _Story, body: _Story) -> bytes:
    beside = [
        f"{{\\{name} {_paragraphs(story)}}}"
        for name, story in (("header", headers), ("footer", footers))
        if story.paragraphs
    ]
    return "\r\n".join([_BEGIN, *beside, _paragraphs(body), "}"]).encode("ascii")


def _paragraphs(story: _Story) -> str:
    return "\r\n".join(f"\\pard {_SPECIAL.sub(_escape, text)}\\par" for text in story.paragraphs)


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    if character in _ESCAPED:
        return _ESCAPED[character]
    if ord(character) < 0xA0:
        return ""
    units = character.encode("utf-16-le", "surrogatepass")
    values = (int.from_bytes(units[i : i + 2], "little") for i in range(0, len(units), 2))
    return "".join(f"\\u{value - 65536 if value > 32767 else value} " for value in values)
