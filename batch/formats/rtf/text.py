"""What a reader sees of an RTF document: paragraphs of its body, headers, footers, notes and text boxes."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ...errors import FixedNoteError, UndecodableNote
from .words import (
    CELL_BREAKS,
    CHARACTERS,
    CHARSETS,
    CODE_PAGES,
    DROPPED,
    FOOTERS,
    FRAMED,
    FRAMES,
    HEADERS,
    HIDING,
    NOTES,
    PARAGRAPH_ENDS,
    SHOWN_THOUGH_STARRED,
)

#: Deeper nesting than any editor writes; it bounds memory.
MAX_DEPTH = 400
_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?"
    r"|\\'(?P<byte>[0-9A-Fa-f]{2})|\\(?P<symbol>.)|(?P<brace>[{}])|[\r\n\0]+|(?P<text>[^\\{}\r\n\0]+)",
    re.DOTALL,
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class BrokenRtf(FixedNoteError):
    """Unbalanced braces, or nesting without end."""

    message = "the RTF is broken, cut off or nested too deep; export the document again"


@dataclass(slots=True, eq=False)
class Story:
    """Running text; `later` waits for the end of the paragraph that it is anchored in."""

    paragraphs: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    later: list[str] = field(default_factory=list)

    def end_paragraph(self, *, row: bool = False) -> None:
        """Close the paragraph, an empty one too; of a row the mark of its last cell goes."""
        text = _joined(self.pieces)
        self.paragraphs += [text.removesuffix("\t") if row else text, *self.later]
        self.pieces, self.later = [], []

    def end(self) -> list[str]:
        """All paragraphs."""
        if self.pieces or self.later:
            self.end_paragraph()
        return self.paragraphs


@dataclass(frozen=True, slots=True)
class State:
    """What a group inherits and its end undoes."""

    story: Story
    codec: str = ""
    skipped_after_unicode: int = 1
    shown: bool = True
    framed: bool = False
    hidden: frozenset[str] = frozenset()
    in_cell: bool = False
    fonts: bool = False


class Reader:
    """Reads one document; afterwards `body`, `headers` and `footers` hold its text."""

    def __init__(self, source: str) -> None:
        self.body, self.headers, self.footers = Story(), Story(), Story()
        self._source = source
        self._default = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._default_font = 0
        self._state = State(self.body)
        self._stack: list[State] = []
        self._bytes = bytearray()
        self._skip = 0
        self._begun = self._starred = False
        self._position = 0

    def read(self) -> None:
        """Read all. Raises BrokenRtf, and UndecodableNote for bytes that their font's code page lacks."""
        for token in self._tokens():
            if token["brace"]:
                self._brace(token["brace"])
                if not self._stack:
                    return  # what follows the document is none of it
            elif token["word"]:
                self._word(token["word"].lower(), token["number"])
            elif token["byte"]:
                self._raw(bytes.fromhex(token["byte"]))
            elif token["symbol"]:
                self._symbol(token["symbol"])
            elif token["text"]:
                self._raw(token["text"].encode("latin-1"))
        raise BrokenRtf

    def _tokens(self) -> Iterator[re.Match[str]]:
        while match := _TOKEN.match(self._source, self._position):
            self._position = match.end()
            yield match
        if self._position < len(self._source):
            raise BrokenRtf

    def _brace(self, brace: str) -> None:
        self._flush()
        self._skip = 0
        if brace == "{":
            if len(self._stack) >= MAX_DEPTH:
                raise BrokenRtf
            self._stack.append(self._state)
            self._begun, self._starred = True, False
            return
        if not self._stack:
            raise BrokenRtf
        ended, self._state = self._state, self._stack.pop()
        if ended.story is not self._state.story and ended.shown:
            self._join(ended.story)
        self._begun = False

    def _join(self, ended: Story) -> None:
        """A header or footer ends its paragraph; a note or text box waits for the end of its anchor's."""
        if ended in (self.headers, self.footers):
            if ended.pieces or ended.later:
                ended.end_paragraph()
        else:
            self._state.story.later += ended.end()

    def _word(self, word: str, number: str | None) -> None:
        value = int(number) if number else None
        if word == "bin":
            self._position += max(value or 0, 0)
            return
        if self._skip and word in CHARACTERS:
            self._skip -= 1
            return
        self._skip = 0
        begun, starred = self._begun, self._starred
        self._begun = self._starred = False
        if word == "u" and value is not None:
            self._unicode(value)
            return
        self._flush()
        if begun and self._destination(word, starred):
            return
        self._control(word, value)

    def _destination(self, word: str, starred: bool) -> bool:
        """Whether the group is a destination that these rules know, which then begins."""
        state = self._state
        if word in FRAMED and state.framed:
            state = replace(state, shown=True, framed=False)
        if word in DROPPED or (starred and word not in SHOWN_THOUGH_STARRED):
            framed = state.framed or (state.shown and word in FRAMES)
            self._state = replace(state, shown=False, framed=framed, fonts=word == "fonttbl")
        elif word in HEADERS | FOOTERS | NOTES:
            story = self.headers if word in HEADERS else self.footers if word in FOOTERS else Story()
            self._state = replace(state, story=story, hidden=frozenset(), in_cell=False)
        elif word in FRAMED:
            self._state = state
        else:
            return False
        return True

    def _control(self, word: str, value: int | None) -> None:
        state = self._state
        if word in HIDING:
            hidden = state.hidden - {word} if value == 0 else state.hidden | {word}
            self._state = replace(state, hidden=hidden)
        elif word == "plain":
            self._state = replace(state, hidden=frozenset(), codec="")
        elif word in ("pard", "intbl"):
            self._state = replace(state, in_cell=word == "intbl" and value != 0)
        elif word == "uc":
            self._state = replace(state, skipped_after_unicode=min(max(value or 0, 0), 16))
        elif word in PARAGRAPH_ENDS:
            self._end(word)
        elif word in CHARACTERS:
            self._show(CHARACTERS[word])
        else:
            self._charset(word, value)

    def _charset(self, word: str, value: int | None) -> None:
        if word in CODE_PAGES:
            self._default = CODE_PAGES[word]
        elif value is None:
            return
        elif word == "ansicpg":
            self._default = _code_page(value) or self._default
        elif word == "deff":
            self._default_font = value
        elif word == "f" and self._state.fonts:
            self._font = value
        elif word == "f":
            self._state = replace(self._state, codec=self._fonts.get(value, ""))
        elif word == "fcharset" and value in CHARSETS:
            self._fonts.setdefault(self._font, CHARSETS[value])
        elif word == "cpg" and (codec := _code_page(value)):
            self._fonts[self._font] = codec

    def _end(self, word: str) -> None:
        state = self._state
        if not state.shown:
            return
        if state.in_cell and word in CELL_BREAKS:
            state.story.pieces.append("\n")
        else:
            state.story.end_paragraph(row=word == "row")

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._starred = self._begun
            return
        self._begun = self._starred = False
        self._flush()
        if self._skip:
            self._skip -= 1
        elif symbol in PARAGRAPH_ENDS:
            self._end(symbol)
        elif symbol in CHARACTERS:
            self._show(CHARACTERS[symbol])

    def _unicode(self, value: int) -> None:
        self._flush()
        self._show(chr(value % 65536) if -32768 <= value < 65536 else "\ufffd")
        self._skip = self._state.skipped_after_unicode

    def _raw(self, data: bytes) -> None:
        self._begun = self._starred = False
        skipped = min(self._skip, len(data))
        self._skip -= skipped
        if self._state.shown and not self._state.hidden:
            self._bytes += data[skipped:]

    def _show(self, text: str) -> None:
        if self._state.shown and not self._state.hidden:
            self._state.story.pieces.append(text)

    def _codec(self) -> str:
        return self._state.codec or self._fonts.get(self._default_font) or self._default

    def _flush(self) -> None:
        if not self._bytes:
            return
        data, self._bytes = bytes(self._bytes), bytearray()
        try:
            text = data.decode(self._codec())
        except UnicodeDecodeError:
            raise UndecodableNote from None
        self._state.story.pieces.append(_CONTROLS.sub("", text))


def _joined(pieces: list[str]) -> str:
    """The text, with pairs of surrogates made one character and lone ones marked as unreadable."""
    text = "".join(pieces)
    if _SURROGATES.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _code_page(number: int) -> str | None:
    name = "utf-8" if number == 65001 else f"cp{number}"
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None
