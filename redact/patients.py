"""Whose note it is, told by the note's path."""

import re
from dataclasses import dataclass
from typing import Final

from ..errors import NoteError, UsageError
from .policies.model import Policy

MARK: Final = "{patient}"
WILDCARDS: Final = {
    MARK: r"(?P<patient>[^/]+?)",
    "**/": r"(?:.*/)?",
    "**": r".*",
    "*": r"[^/]*",
    "?": r"[^/]",
}


class NoPatient(NoteError):
    """The note's path does not say whose note it is, and a guess could join two patients' notes."""

    def __init__(self) -> None:
        super().__init__("the note's path does not fit --patient: move the note or mend the pattern")


@dataclass(frozen=True, slots=True)
class PatientOf:
    """The patient of a note by a pattern for its path below the folder, such as "{patient}/*".

    "*" is any part of a name, "**" any folders. A pattern without "{patient}" is the patient of all notes.
    Raises `UsageError` when it is empty or has two patients.
    """

    pattern: str

    def __post_init__(self) -> None:
        if not self.pattern.strip() or self.pattern.count(MARK) > 1:
            raise UsageError(f"--patient needs a patient, or a pattern with one {MARK}, such as {MARK}/*")

    def __call__(self, path: str) -> str:
        """The patient of the note at a path, with or without its suffix. Raises `NoPatient`."""
        if MARK not in self.pattern:
            return self.pattern
        match = re.fullmatch(_regex(self.pattern), path)
        if match is None:
            raise NoPatient
        return match["patient"]


def check_secret(policy: Policy, patient: str | None, secret: bytes | None) -> None:
    """Raise `UsageError` for a patient without a secret where the policy draws: the notes would not agree."""
    if policy.draws and patient is not None and secret is None:
        raise UsageError("--patient needs --secret-file: make a key file with `chartveil keygen`")


def _regex(pattern: str) -> str:
    parts = re.split(r"(\{patient\}|\*\*/?|[*?])", pattern)
    return "".join(WILDCARDS.get(part) or re.escape(part) for part in parts)
