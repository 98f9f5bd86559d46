"""What a caller of a batch run chooses."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from .columns import Columns

#: A note is a few kilobytes and takes milliseconds; a file beyond this is an export of many, to be split.
MAX_BYTES = 4 * 1024 * 1024


class Processed(Protocol):
    """What a pipeline makes of one note, as `chartveil.pipeline.NoteResult` does."""

    @property
    def text(self) -> str:
        """The redacted text."""

    def to_dict(self) -> dict[str, Any]:
        """The rows `phi` and `codes` of the result."""


class ProcessedRecord(Protocol):
    """What a pipeline makes of one record, as `chartveil.pipeline.RecordResult` does."""

    @property
    def parts(self) -> Sequence[Processed]:
        """A result a passage."""

    @property
    def values(self) -> Sequence[str]:
        """What stands for each field."""


class Processor(Protocol):
    """Whatever turns a note's text into a result, as `chartveil.pipeline.Pipeline` does."""

    def process(self, text: str, *, known: Any = None, patient: str | None = None) -> Processed:
        """Redact and detect; raise rather than return anything half done."""

    def process_record(
        self, record: Any, *, known: Any = None, patient: str | None = None
    ) -> ProcessedRecord:
        """The same for a `Record` of another format than plain text."""


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
    workers: processes besides this one, so that a note that kills one ends no run; None takes one for each
        core, at most 8, and fewer where there is so little to do that starting them costs more than they
        give. 0 works in this process. A script that starts processes needs `if __name__ == "__main__":`.
    max_bytes: a note of more text fails.
    encoding: of every note without a byte order mark; None detects it for each note.
    overwrite: a finished run, or one with other settings, is replaced instead of refused or kept.
    report: the run ends with an HTML report.
    columns: what becomes of the columns of tables; without it, a folder's tables are left alone.
    form: the name of the format of a single file or of standard input; None goes by the file's suffix.
    readers: what the readers of formats are told, by the name of the format.
    rename: outputs and ids are numbered, so that no name of IN is in them (see rename.py).
    rename_map: a file that says which output was made of which input.
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
    columns: "Columns | None" = None
    form: str | None = None
    readers: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    rename: bool = False
    rename_map: Path | None = None
