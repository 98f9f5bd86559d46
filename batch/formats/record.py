"""What every format is read into: free text to redact, values that are identifiers, and the way back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..options import Processed

if TYPE_CHECKING:
    from ...redact.known import KnownIdentifiers


@dataclass(frozen=True, slots=True)
class Passage:
    """Free text, to be redacted and searched for codes.

    `place` says where in its record it stands ("OBX[3]-5", "section[2]"): structure only, never content.
    """

    text: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A value that is an identifier of a PHI label as a whole, such as a patient's date of birth."""

    label: str
    value: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """One note with what its file says around it.

    passages, fields: in the order of the record; they are redacted together, as one note.
    known: what the record itself says of people, to be found in its passages with certainty.
    patient: the record's own id of its patient, which makes surrogates of one patient agree; None without
        one. It is never written.
    rebuild: the record in kind, from one result a passage and one replaced value a field, both in order.
    id: what its results go by, where the file says so; it is written.
    """

    passages: tuple[Passage, ...]
    fields: tuple[Field, ...]
    known: "KnownIdentifiers"
    patient: str | None
    rebuild: Callable[[Sequence[Processed], Sequence[str]], bytes]
    id: str | None = None
