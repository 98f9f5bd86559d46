"""What a reviewer says of a note's identifiers, added and rejected places, and how a redaction heeds it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from ..redact.known import RECOGNIZER as KNOWN
from ..redact.known import KnownIdentifiers
from ..redact.spans import Finding, PhiSpan, Redaction

REVIEWER: Final = "Reviewer"
#: Above every recognizer's score, so that the reviewer's label stands where several find the same words.
OVER_ALL: Final = 2.0
#: What is added is sought in the whole note where it tells enough by itself: a number of four characters or
#: less may be anything, and a long stretch is no name.
LEAST: Final = 5
MOST: Final = 100
MOST_WORDS: Final = 6
ONLY_HERE: Final = frozenset({"AGE_OVER_89"})

Place = tuple[int, int]


def parts(label: str, value: str) -> list[str]:
    """A value as it is to be sought: a name of many words in groups, since all their orders are too many."""
    words = value.split()
    if label != "PERSON" or len(words) <= MOST_WORDS:
        return [value]
    return [" ".join(words[at : at + MOST_WORDS]) for at in range(0, len(words), MOST_WORDS)]


@dataclass(frozen=True, slots=True)
class Corrections:
    """Places of the original note, in code points, end exclusive.

    added: identifiers with their labels. rejected: what is none; an added place goes before a rejected one.
    """

    added: tuple[tuple[int, int, str], ...] = ()
    rejected: tuple[Place, ...] = ()


class Reviewed(KnownIdentifiers):
    """Known identifiers with what a reviewer added to a note: the places themselves, and all others that
    name the same.
    """

    def __init__(self, text: str, added: Iterable[tuple[int, int, str]], known: KnownIdentifiers) -> None:
        places = tuple(added)
        own = ((label, text[start:end]) for start, end, label in places)
        super().__init__((*known.values, *dict.fromkeys(v for v in own if _tells(*v))))
        object.__setattr__(self, "_text", text)  # the class is frozen
        object.__setattr__(self, "_places", places)

    _text: str
    _places: tuple[tuple[int, int, str], ...]

    def find(self, text: str) -> list[Finding]:
        """Every place of every value; of the note as it was, the added places too."""
        here = self._places if text == self._text else ()
        return [
            *super().find(text),
            *(Finding(start, end, label, OVER_ALL, KNOWN) for start, end, label in here),
        ]


def _tells(label: str, value: str) -> bool:
    """Whether a value is to be sought in the whole note."""
    words = len(re.findall(r"\w+", value))
    if label in ONLY_HERE or not words or len(value) > MOST or words > MOST_WORDS:
        return False
    return sum(map(str.isalnum, value)) >= (2 if label == "PERSON" else LEAST)


def corrected(redaction: Redaction, text: str, corrections: Corrections) -> Redaction:
    """The redaction without the spans that lie within a rejected place; `text` is the original note.

    A span that reaches beyond it stays: more was found there than was rejected. What the reviewer added is
    marked as such.
    """
    pieces: list[str] = []
    spans: list[PhiSpan] = []
    position = length = 0
    for span in redaction.spans:
        added = any(_touch(span, start, end) for start, end, _ in corrections.added)
        if not added and any(start <= span.start and span.end <= end for start, end in corrections.rejected):
            continue
        shown = redaction.text[span.redacted_start : span.redacted_end]
        start = length + span.start - position
        pieces += text[position : span.start], shown
        position, length = span.end, start + len(shown)
        spans.append(
            replace(
                span,
                redacted_start=start,
                redacted_end=length,
                score=min(span.score, 1.0),
                recognizer=REVIEWER if added else span.recognizer,
            )
        )
    return Redaction("".join([*pieces, text[position:]]), tuple(spans))


def _touch(span: PhiSpan, start: int, end: int) -> bool:
    return span.start < end and start < span.end
