"""Damage and restyling of whole notes: case, OCR, wrapping, spacing, typing errors. The marks move along."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from .canvas import Edit, Note, apply_edits, excerpt
from .values.people import stripped
from .values.scanned import CONFUSABLE, CONFUSED

Transform = Callable[[Note, Random], Note]


def _each_char(text: str, change: Callable[[str], str]) -> str:
    """The text with every character changed, except where that would alter the length."""
    changed = change(text)
    if len(changed) == len(text):
        return changed
    return "".join(new if len(new := change(char)) == 1 else char for char in text)


def lower(note: Note, rng: Random) -> Note:
    """The whole note in small letters."""
    return Note(_each_char(note.text, str.lower), note.spans)


def upper(note: Note, rng: Random) -> Note:
    """The whole note in capitals."""
    return Note(_each_char(note.text, str.upper), note.spans)


def fold(note: Note, rng: Random) -> Note:
    """Diacritics taken off, typographic quotes and dashes made plain."""
    edits: list[Edit] = []
    for at, char in enumerate(note.text):
        if ord(char) > 127:
            plain = _PLAIN_SIGNS.get(char) or stripped(char)
            if plain != char:
                edits.append((at, at + 1, plain))
    return apply_edits(note, edits)


_PLAIN_SIGNS = {
    "’": "'",
    "‘": "'",
    "“": '"',
    "”": '"',
    "–": "-",
    "—": "--",
    "…": "...",
    "•": "*",
    "\u00a0": " ",
    "→": "->",
    "°": " ",
}


def wrap(note: Note, rng: Random) -> Note:
    """Hard line breaks at 60 to 90 columns, as a terminal print-out has them."""
    width = rng.randint(60, 90)
    indent = rng.choice(("", "", "", "  ", "    "))
    edits: list[Edit] = []
    start = 0
    for line in note.text.split("\n"):
        edits += [(start + at, start + at + 1, "\n" + indent) for at in _breaks(line, width)]
        start += len(line) + 1
    return apply_edits(note, edits)


def _breaks(line: str, width: int) -> list[int]:
    """The spaces of a line that become line breaks."""
    found: list[int] = []
    begin = 0
    while len(line) - begin > width:
        at = line.rfind(" ", begin + 1, begin + width + 1)
        if at < 0:
            at = line.find(" ", begin + width)
        if at < 0:
            break
        found.append(at)
        begin = at + 1
    return found


_GAPS = re.compile(r"[ \t]{2,}")
_BLANK_LINES = re.compile(r"\n\s*\n")
_SPACE = re.compile(r"(?<=\S) (?=\S)")
_BREAK = re.compile(r" ?\n\s*")


def squeeze(note: Note, rng: Random) -> Note:
    """Runs of white space made one space; in half of the notes the line breaks too."""
    pattern = _BREAK if rng.random() < 0.5 else _GAPS
    return apply_edits(note, [(*match.span(), " ") for match in pattern.finditer(note.text)])


def spread(note: Note, rng: Random) -> Note:
    """Some single spaces doubled or made tabs, some line breaks doubled."""
    rate = rng.choice((0.03, 0.15, 0.5))
    edits: list[Edit] = [
        (*match.span(), rng.choice(("  ", "  ", "   ", "\t")))
        for match in _SPACE.finditer(note.text)
        if rng.random() < rate
    ]
    if rng.random() < 0.4:
        edits += [(at, at + 1, "\n\n") for at, char in enumerate(note.text) if char == "\n"]
    return apply_edits(note, edits)


def unpunctuated(note: Note, rng: Random) -> Note:
    """Some full stops, commas, colons and semicolons left out."""
    rate = rng.choice((0.1, 0.4, 0.9))
    marks = re.finditer(r"[.,:;](?=\s|$)", note.text)
    return apply_edits(note, [(*match.span(), "") for match in marks if rng.random() < rate])


def typos(note: Note, rng: Random) -> Note:
    """Letters swapped, doubled, dropped or run together, one to two words in a hundred."""
    edits: list[Edit] = []
    for match in re.finditer(r"[^\W\d_]{4,}", note.text):
        if rng.random() < 0.018:
            at = rng.randrange(match.start() + 1, match.end() - 1)
            pair = note.text[at : at + 2]
            edits.append(
                (at, at + 2, rng.choice((pair[::-1], pair[0], pair[1], pair[0] + pair, pair + pair[1])))
            )
    edits += [(*match.span(), "") for match in _SPACE.finditer(note.text) if rng.random() < 0.004]
    return apply_edits(note, edits)


def ocr(note: Note, rng: Random) -> Note:
    """Scanning damage: confused characters, broken and run-together words, hyphenated line ends, specks."""
    rate = rng.choice((0.006, 0.015, 0.03))
    edits: list[Edit] = []
    for match in CONFUSABLE.finditer(note.text):
        if rng.random() < rate:
            swap = CONFUSED[match[0]]
            edits.append((*match.span(), swap if match[0] in ("m", "w") else rng.choice(swap)))
    edits += [
        (at, at, rng.choice((" ", " ", "-\n"))) for at in _inside_words(note.text) if rng.random() < rate / 4
    ]
    edits += [
        (*match.span(), rng.choice(("", "  ", " . ", "_")))
        for match in _SPACE.finditer(note.text)
        if rng.random() < rate
    ]
    return apply_edits(note, edits)


def _inside_words(text: str) -> list[int]:
    return [match.start() + 1 for match in re.finditer(r"\w(?=\w)", text)]


def broken_lines(note: Note, rng: Random) -> Note:
    """Text cut into lines of a fixed width with no regard for words, hyphenated or not."""
    width = rng.randint(50, 100)
    hyphen = rng.choice(("", "-", "-"))
    edits: list[Edit] = []
    start = 0
    for line in note.text.split("\n"):
        for at in range(start + width, start + len(line), width):
            inside = note.text[at - 1].isalnum() and note.text[at].isalnum()
            edits.append((at, at, (hyphen if inside else "") + "\n"))
        start += len(line) + 1
    return apply_edits(note, edits)


def shorten(note: Note, rng: Random) -> Note:
    """A run of the note's lines, as a snippet or a page torn from it."""
    ends = [0, *(match.end() for match in re.finditer("\n", note.text)), len(note.text)]
    if len(ends) < 6:
        return note
    first = rng.randrange(len(ends) - 3)
    last = rng.randint(first + 2, len(ends) - 1)
    return excerpt(note, ends[first], ends[last])


def bullets(note: Note, rng: Random) -> Note:
    """Line starts turned into a list: dashes, stars, numbers."""
    mark = rng.choice(("- ", "* ", "• ", "> ", "  ", "-", "~ "))
    starts = [match.end() for match in re.finditer(r"\n(?=\w)", note.text)]
    return apply_edits(note, [(at, at, mark) for at in starts if rng.random() < 0.6])


def crlf(note: Note, rng: Random) -> Note:
    """Line ends as CR LF."""
    return apply_edits(note, [(at, at + 1, "\r\n") for at, char in enumerate(note.text) if char == "\n"])


# The share of notes that get each; a note may get more than one, in this order.
RATES: tuple[tuple[float, Transform], ...] = (
    (0.08, shorten),
    (0.04, typos),
    (0.05, unpunctuated),
    (0.06, fold),
    (0.04, bullets),
    (0.05, squeeze),
    (0.05, spread),
    (0.10, wrap),
    (0.13, lower),
    (0.10, upper),
    (0.08, ocr),
    (0.025, broken_lines),
    (0.01, crlf),
)


def transformed(note: Note, rng: Random) -> Note:
    """The note after the transforms that chance picks for it."""
    for rate, transform in RATES:
        if rng.random() < rate:
            note = transform(note, rng)
    return note
