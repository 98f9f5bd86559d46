"""Marked notes, whatever form they were read from. Offsets count code points of the note, end exclusive."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..errors import UsageError

ASSERTIONS = ("present", "negated", "historical", "family", "uncertain", "hypothetical")


@dataclass(frozen=True, slots=True)
class PhiMark:
    """One identifier; it may stand in several parts of the text. One not `asked` may stay or go."""

    label: str
    parts: tuple[tuple[int, int], ...]
    asked: bool = True


@dataclass(frozen=True, slots=True)
class CodeMark:
    """One mention and the codes it may have, best first, as `code_key` writes them."""

    start: int
    end: int
    codes: tuple[str, ...]
    assertion: str


@dataclass(frozen=True, slots=True)
class GoldNote:
    """A note with its marks in order."""

    id: str
    text: str
    phi: tuple[PhiMark, ...] = ()
    codes: tuple[CodeMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Gold:
    """All marked notes.

    phi, codes: whether identifiers and codes are marked, so that they can be scored.
    remarks: what the reader of the figures should know of the marks; no words of a note.
    """

    notes: tuple[GoldNote, ...]
    form: str
    phi: bool
    codes: bool
    remarks: tuple[str, ...] = ()


def code_key(code: str, system: str = "") -> str:
    """A code as codes are compared: "CPT:97110", "HCPCS:G0438", and ICD codes bare; no dot, upper case."""
    head, colon, tail = code.strip().upper().rpartition(":")
    prefix = head if colon else system.strip().upper()
    bare = tail.replace(".", "").strip()
    return bare if not prefix or prefix.startswith("ICD") else f"{prefix}:{bare}"


def check_parts(parts: Iterable[tuple[int, int]], text: str, where: str) -> None:
    """Raise UsageError if a mark is empty or leaves the text; `where` names the place of the mark."""
    if not all(0 <= start < end <= len(text) for start, end in parts):
        raise UsageError(f"{where}: a mark lies outside the text; offsets count characters, end exclusive")


def check_assertion(assertion: str, where: str) -> str:
    """The assertion, or UsageError for an unknown one."""
    if assertion not in ASSERTIONS:
        raise UsageError(f"{where}: an assertion is none of {', '.join(ASSERTIONS)}; mend the mark")
    return assertion
