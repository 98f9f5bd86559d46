"""What the page of a note shows, taken from the rows of the result contract."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of text: code points, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Identifier:
    """One PHI span: where it stood in the original, what stands there now, and who found it."""

    original: Place
    redacted: Place
    label: str
    score: float
    recognizer: str


@dataclass(frozen=True, slots=True)
class Code:
    """One code mention; `others` are the codes it could mean too, with their words and scores."""

    original: Place
    redacted: Place
    words: str
    system: str
    code: str
    description: str
    assertion: str
    section: str
    score: float
    others: tuple[tuple[str, str, float], ...]


@dataclass(frozen=True, slots=True)
class NoteView:
    """All that the page of one note shows.

    codes: None where none were looked for. facts: how the page was made, by name. original: the note before
    redaction, shown beside its redacted text if given. unredacted: `text` is the note as it was. home: a link
    back, or "".
    """

    title: str
    text: str
    identifiers: tuple[Identifier, ...]
    codes: tuple[Code, ...] | None
    facts: Mapping[str, str] = field(default_factory=dict)
    original: str | None = None
    unredacted: bool = False
    home: str = ""

    @property
    def holds_phi(self) -> bool:
        """Whether text stands here that was not redacted."""
        return self.unredacted or self.original is not None


def note_view(
    title: str,
    text: str,
    phi: Iterable[Row],
    codes: Iterable[Row] | None,
    *,
    facts: Mapping[str, str] | None = None,
    original: str | None = None,
    unredacted: bool = False,
    home: str = "",
) -> NoteView:
    """The view of a redacted text with its `phi` and `codes` rows; `codes` is None where none were sought."""
    return NoteView(
        title,
        text,
        tuple(_identifier(row) for row in phi),
        None if codes is None else tuple(_code(row) for row in codes),
        facts or {},
        original,
        unredacted,
        home,
    )


def _identifier(row: Row) -> Identifier:
    return Identifier(
        Place(row["start"], row["end"]),
        Place(row["redacted_start"], row["redacted_end"]),
        row["label"],
        row["score"],
        row["recognizer"],
    )


def _code(row: Row) -> Code:
    return Code(
        original=Place(row["start"], row["end"]),
        redacted=Place(row["redacted_start"], row["redacted_end"]),
        words=row["text"],
        system=row["system"],
        code=row["code"],
        description=row["description"],
        assertion=row["assertion"],
        section=row["section"],
        score=row["score"],
        others=tuple(
            (other["code"], other["description"], other["score"])
            for other in row["candidates"]
            if other["code"] != row["code"]
        ),
    )
