"""The pipeline: redact a note, detect codes in the redacted text, map their spans back to the original."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from .errors import DetectionError, NoteError

if TYPE_CHECKING:
    from .detect import CodeDetector, CodeMention
    from .redact import KnownIdentifiers, PhiSpan, Redaction, Redactor


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


class Unredacted:
    """Stands in a redactor's place where the note is to stay as it is."""

    def redact(
        self, text: str, *, known: "KnownIdentifiers | None" = None, patient: str | None = None
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


def _placed(mention: "CodeMention", redaction: "Redaction") -> PlacedMention:
    start, end = redaction.to_original(mention.start), redaction.to_original(mention.end, end=True)
    return PlacedMention(start, end, mention.start, mention.end, mention)
