"""The options of every command that redacts, and what they come to."""

import functools
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from .shared import say

if TYPE_CHECKING:
    from ..redact import Redactor
    from ..redact.policies import Policy

Command = TypeVar("Command", bound=Callable[..., Any])

RECALL_LEVELS = ("high", "balanced", "high-precision")


@dataclass(frozen=True, slots=True)
class RedactionChoice:
    """What the user chose; each field is an option of its name."""

    policy: str
    recall: str
    known: Path | None
    encoding: str | None
    patient: str | None
    secret_file: Path | None
    allow: tuple[Path, ...]
    deny: tuple[Path, ...]

    def read_policy(self) -> "Policy":
        """The policy with the terms of the files. Raises `UsageError` for either."""
        from ..redact.policies import load_policy
        from ..redact.policies.sites import with_terms

        return with_terms(load_policy(self.policy), self.allow, self.deny)

    def read_secret(self) -> bytes | None:
        """The secret of the file; None without one. Raises `UsageError`."""
        from ..redact.keys import read_key

        return None if self.secret_file is None else read_key(self.secret_file, say)

    def redactor(self) -> "Redactor":
        """The redactor for one note. Raises `UsageError`."""
        from ..redact import Redactor
        from ..redact.patients import check_secret

        policy, secret = self.read_policy(), self.read_secret()
        check_secret(policy, self.patient, secret)
        return Redactor(policy, recall=self.recall, secret=secret)

    def patient_of(self, note: str) -> str | None:
        """The patient of a note given by its own path; None without --patient. Raises `UsageError`."""
        from ..batch.single import STDIN
        from ..errors import UsageError
        from ..redact.patients import MARK, PatientOf

        if note == STDIN and self.patient is not None and MARK in self.patient:
            raise UsageError(f"standard input has no path to find {MARK} in: name the patient")
        return None if self.patient is None else PatientOf(self.patient)(Path(note).as_posix().lstrip("/"))


def redaction_options(command: Command) -> Command:
    """The options that every command which redacts takes; it gets them as `choice`."""

    @functools.wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        chosen = {field.name: kwargs.pop(field.name) for field in fields(RedactionChoice)}
        return command(*args, choice=RedactionChoice(**chosen), **kwargs)

    for option in reversed(OPTIONS):
        run = option(run)
    return run  # type: ignore[return-value]


FILE = click.Path(path_type=Path)
OPTIONS = (
    click.option(
        "--policy",
        default="safe-harbor",
        show_default=True,
        help="What stands in an identifier's place: a name (see `chartveil policies`) or a YAML file.",
    ),
    click.option(
        "--recall",
        type=click.Choice(RECALL_LEVELS),
        default="balanced",
        show_default=True,
        help="high: fewest leaks; high-precision: fewest false alarms.",
    ),
    click.option(
        "--known",
        type=FILE,
        help="CSV of identifiers known of patients: columns note or patient, names, dob, mrn, phones, …",
    ),
    click.option(
        "--allow", type=FILE, multiple=True, help="File of terms that are never redacted, one a line."
    ),
    click.option(
        "--deny", type=FILE, multiple=True, help="File of terms that are always redacted, one a line."
    ),
    click.option(
        "--patient",
        help="Whose note it is, or where its path says so: {patient}/*. One patient's notes share surrogates "
        "and days.",
    ),
    click.option(
        "--secret-file",
        type=FILE,
        help="Key file (`chartveil keygen`) that makes surrogates and days the same in every run.",
    ),
    click.option("--encoding", help="Encoding of notes without a byte order mark (default: detected)."),
)
