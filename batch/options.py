"""What a caller of a batch run chooses."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

#: A note is a few kilobytes and takes milliseconds; a file beyond this is an export of many, to be split.
MAX_BYTES = 4 * 1024 * 1024


class Processed(Protocol):
    """What a pipeline makes of one note, as `chartveil.pipeline.NoteResult` does."""

    @property
    def text(self) -> str:
        """The redacted text."""

    def to_dict(self) -> dict[str, Any]:
        """The rows `phi` and `codes` of the result."""


class Processor(Protocol):
    """Whatever turns a note's text into a result, as `chartveil.pipeline.Pipeline` does."""

    def process(self, text: str, *, known: Any = None, patient: str | None = None) -> Processed:
        """Redact and detect; raise rather than return anything half done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchOptions:
    """How a batch runs.

    pipeline: called once in each process that works on notes. It travels to worker processes by pickle, so
        it is a class, a function of a module or a functools.partial of one, not a lambda.
    settings: all that the results depend on (version, policy, dictionaries and their versions, ...), fit for
        JSON. It goes into the manifest; a run can only be resumed with equal settings.
    known: from a note's path below IN without its suffix to what is known of its patient, which `process`
        gets; `KnownTable.for_note` is one. None for nothing. Picklable like `pipeline`.
    known_file: what `known` was read from; a run can only be resumed while it is unchanged.
    patient: from the same path to the note's patient, for what a patient's notes share; None for the path
        itself. Picklable like `pipeline`.
    private: what the results depend on too and no manifest may show, such as a secret: recorded as keyed
        fingerprints.
    workers: processes; 1 works in this process, None takes one for each core, at most 8, and fewer for a
        folder so small that starting them costs more than they give.
    max_bytes: a larger note fails.
    encoding: of every note without a byte order mark; None detects it for each note.
    overwrite: a finished run, or one with other settings, is replaced instead of refused or kept.
    report: the run ends with an HTML report.
    """

    pipeline: Callable[[], Processor]
    settings: Mapping[str, Any] = field(default_factory=dict)
    known: Callable[[str], Any] | None = None
    known_file: Path | None = None
    patient: Callable[[str], str] | None = None
    private: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    workers: int | None = None
    max_bytes: int = MAX_BYTES
    encoding: str | None = None
    overwrite: bool = False
    report: bool = False
