"""What is scored: the spans and codes that chartveil, or any other tool, found in a note."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import NoteError, UsageError
from .codes import FoundCode
from .gold import Gold, GoldNote, code_key
from .jsonl import json_rows, part_of, read_text, rows_of

if TYPE_CHECKING:
    from ..detect import CodeDetector
    from ..redact import KnownTable, Redactor


@dataclass(frozen=True, slots=True)
class Found:
    """Spans of identifiers as (start, end, label), and codes, in the original note; None: not looked for."""

    phi: tuple[tuple[int, int, str], ...] | None = None
    codes: tuple[FoundCode, ...] | None = None


#: What finds; it raises NoteError for a note that it can't process.
Finder = Callable[[GoldNote], Found]


def finder(
    redactor: "Redactor | None",
    detector: "CodeDetector | None",
    *,
    known: "KnownTable | None" = None,
    patient: Callable[[str], str | None] | None = None,
) -> Finder:
    """Chartveil's own: both stages, or one where the other is None. Codes are sought in what redaction left.

    `patient` tells whose note it is by the note's id.
    """
    from ..pipeline import NoteResult, Pipeline, Unredacted

    def process(note: GoldNote) -> NoteResult:
        values = known.for_note(note.id) if known else None
        owner = patient(note.id) if patient else None
        if detector is None:
            redaction = (redactor or Unredacted()).redact(note.text, known=values, patient=owner)
            return NoteResult(redaction.text, redaction.spans, ())
        pipeline = Pipeline(redactor or Unredacted(), detector)
        return pipeline.process(note.text, known=values, patient=owner)

    def find(note: GoldNote) -> Found:
        result = process(note)
        phi = tuple((span.start, span.end, span.label) for span in result.phi)
        codes = tuple(
            FoundCode(
                code.start, code.end, code_key(code.mention.code, code.mention.system), code.mention.assertion
            )
            for code in result.codes
        )
        return Found(phi if redactor else None, codes if detector else None)

    return find


def read_predictions(path: Path, gold: Gold) -> Finder:
    """Another tool's spans from a JSON-lines file: {"id", "phi": [...], "codes": [...]}, or a results.jsonl.

    Raises UsageError for a broken file, or one that lacks a note.
    """
    notes = {note.id: note for note in gold.notes}
    found = {}
    for place, row in json_rows(read_text(path), str(path)):
        if (note := notes.get(str(row.get("id")))) is not None:
            found[note.id] = None if row.get("status") == "failed" else _found(row, note, place)
    absent = len(notes.keys() - found.keys())
    if absent:
        raise UsageError(f"{path} has no line for {absent} of the {len(notes)} marked notes: check the ids")

    def find(note: GoldNote) -> Found:
        prediction = found[note.id]
        if prediction is None:
            raise NoteError("the predictions say that the note failed")
        return prediction

    return find


def _found(row: Mapping[str, Any], note: GoldNote, place: str) -> Found:
    phi, codes = rows_of(row, "phi", place), rows_of(row, "codes", place)
    return Found(
        None if phi is None else tuple((*part_of(r, note.text, place), str(r.get("label", ""))) for r in phi),
        None if codes is None else tuple(_code(r, note, place) for r in codes),
    )


def _code(row: Mapping[str, Any], note: GoldNote, place: str) -> FoundCode:
    if not isinstance(row.get("code"), str):
        raise UsageError(f"{place}: a code has no 'code'")
    code = code_key(row["code"], str(row.get("system", "")))
    return FoundCode(*part_of(row, note.text, place), code, str(row.get("assertion", "present")))
