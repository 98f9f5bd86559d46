"""The pipeline: redact a note, detect codes in the redacted text, map their spans back to the original."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from .errors import DetectionError, NoteError

if TYPE_CHECKING:
    from .batch.formats.record import Record
    from .detect import CodeDetector, CodeMention
    from .redact import KnownIdentifiers, PhiSpan, Redaction, Redactor
    from .redact.parts import Part


@dataclass(frozen=True, slots=True)
class PlacedMention:
    """A code mention with its place in the original note and in the redacted one."""

    start: int
    end: int
    redacted_start: int
    redacted_end: int
    mention: "CodeMention"

    def to_dict(self) -> dict[str, Any]:
        """One row of the result contract."""
        row = asdict(self.mention)
        place = {
            "start": self.start,
            "end": self.end,
            "redacted_start": self.redacted_start,
            "redacted_end": self.redacted_end,
        }
        candidates = [
            {key: value for key, value in candidate.items() if key != "system"}
            for candidate in row.pop("candidates")
        ]
        return {**row, **place, "candidates": candidates}


@dataclass(frozen=True, slots=True)
class NoteResult:
    """One processed note: its redacted text, its PHI spans and its code mentions.

    Offsets count code points, end exclusive; for every code `text[redacted_start:redacted_end]` is its words.
    """

    text: str
    phi: "tuple[PhiSpan, ...]"
    codes: tuple[PlacedMention, ...]

    def to_dict(self) -> dict[str, Any]:
        """The `phi` and `codes` rows of the result contract."""
        return {"phi": [asdict(span) for span in self.phi], "codes": [code.to_dict() for code in self.codes]}


@dataclass(frozen=True, slots=True)
class RecordResult:
    """One processed record: a result a passage, and what stands for each field, both in order."""

    parts: tuple[NoteResult, ...]
    values: tuple[str, ...]


class Unredacted:
    """Stands in a redactor's place where the note is to stay as it is."""

    def redact(
        self,
        text: str,
        *,
        known: "KnownIdentifiers | None" = None,
        patient: str | None = None,
        parts: "tuple[Part, ...]" = (),
    ) -> "Redaction":
        from .redact import Redaction

        return Redaction(text, ())


class Pipeline:
    """Both stages; builds the default redactor and detector when none is given."""

    def __init__(
        self, redactor: "Redactor | Unredacted | None" = None, detector: "CodeDetector | None" = None
    ) -> None:
        if redactor is None:
            from .redact import Redactor

            redactor = Redactor()
        if detector is None:
            from .detect import CodeDetector

            detector = CodeDetector()
        self.redactor = redactor
        self.detector = detector

    def process(
        self, text: str, *, known: "KnownIdentifiers | None" = None, patient: str | None = None
    ) -> NoteResult:
        """Redact one note and detect its codes.

        Raises `NoteError`: `RedactionError` or `DetectionError`; there is no partial result.
        """
        redaction = self.redactor.redact(text, known=known, patient=patient)
        return NoteResult(
            redaction.text,
            redaction.spans,
            tuple(_placed(mention, redaction) for mention in self._detect(redaction.text)),
        )

    def process_record(
        self, record: "Record", *, known: "KnownIdentifiers | None" = None, patient: str | None = None
    ) -> RecordResult:
        """Redact a record as one note, its fields as what their labels say, and detect its passages' codes.

        `known` adds to what the record itself knows; `patient` goes before the record's own. Offsets count
        from the start of each passage; no span or code lies in two of them. Raises as `process` does.
        """
        joined = Joined.of(record)
        redaction = self.redactor.redact(
            joined.text,
            known=_both(record.known, known),
            patient=record.patient if patient is None else patient,
            parts=joined.parts,
        )
        stretches = joined.stretches(redaction)
        fields, passages = stretches[: len(record.fields)], stretches[len(record.fields) :]
        codes = self._detect_in(passages)
        return RecordResult(
            tuple(
                NoteResult(part.text, part.spans, tuple(_placed(mention, part) for mention in mentions))
                for part, mentions in zip(passages, codes, strict=True)
            ),
            tuple(part.text for part in fields),
        )

    def _detect_in(self, passages: "Sequence[Redaction]") -> "list[list[CodeMention]]":
        """The mentions of each passage, read as one text; what lies in two of them is left out."""
        ends = list(accumulate(len(passage.text) + 1 for passage in passages))
        found: list[list[CodeMention]] = [[] for _ in passages]
        for mention in self._detect("\n".join(passage.text for passage in passages)) if passages else ():
            number = bisect_right(ends, mention.start)
            if mention.end < ends[number]:
                begin = ends[number] - len(passages[number].text) - 1
                found[number].append(replace(mention, start=mention.start - begin, end=mention.end - begin))
        return found

    def process_many(self, notes: Iterable[str]) -> Iterator[NoteResult]:
        """Process notes one after the other as they come, keeping their order."""
        return map(self.process, notes)

    def _detect(self, text: str) -> "list[CodeMention]":
        try:
            return self.detector.detect(text)
        except NoteError:
            raise
        except Exception as error:  # a component of anyone's may stand in the spaCy pipeline
            # `from None`: the cause's message may quote the note
            raise DetectionError(f"code detection failed ({type(error).__name__})") from None


@dataclass(frozen=True, slots=True)
class Joined:
    """A record as one text, a line a field and then its passages, and where each of them lies in it."""

    text: str
    parts: "tuple[Part, ...]"

    @classmethod
    def of(cls, record: "Record") -> "Joined":
        """The text of a record."""
        from .redact.parts import Part

        pieces = [(field.value, field.label) for field in record.fields]
        pieces += [(passage.text, "") for passage in record.passages]
        ends = accumulate(len(text) + 1 for text, _ in pieces)
        parts = [
            Part(end - 1 - len(text), end - 1, label or None)
            for (text, label), end in zip(pieces, ends, strict=True)
        ]
        return cls("\n".join(text for text, _ in pieces), tuple(parts))

    def stretches(self, redaction: "Redaction") -> "list[Redaction]":
        """The redaction of each part, its offsets from its own start."""
        from .redact.parts import moved

        spans = iter(redaction.spans)
        found = []
        span = next(spans, None)
        for part, place in zip(self.parts, moved(self.parts, redaction), strict=True):
            inside = []
            while span is not None and span.end <= part.end:
                inside.append(_within(span, part.start, place.start))
                span = next(spans, None)
            found.append(
                replace(redaction, text=redaction.text[place.start : place.end], spans=tuple(inside))
            )
        return found


def _within(span: "PhiSpan", start: int, redacted_start: int) -> "PhiSpan":
    """A span with its offsets counted from the start of its part."""
    return replace(
        span,
        start=span.start - start,
        end=span.end - start,
        redacted_start=span.redacted_start - redacted_start,
        redacted_end=span.redacted_end - redacted_start,
    )


def _both(own: "KnownIdentifiers", other: "KnownIdentifiers | None") -> "KnownIdentifiers":
    """All that is known, each value once."""
    if other is None or not other.values:
        return own
    return replace(own, values=tuple(dict.fromkeys([*own.values, *other.values])))


def _placed(mention: "CodeMention", redaction: "Redaction") -> PlacedMention:
    start, end = redaction.to_original(mention.start), redaction.to_original(mention.end, end=True)
    return PlacedMention(start, end, mention.start, mention.end, mention)
