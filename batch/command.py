"""What the command line needs around a run: its options from the user's words, and the closing line."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .options import MAX_BYTES, BatchOptions
from .progress import progress_on
from .summary import BatchSummary

if TYPE_CHECKING:
    from ..redact.policies import Policy
    from .columns import Columns

__all__ = ["options_for", "progress_on", "report"]


def options_for(
    policy: "Policy",
    recall: str,
    known: Path | None,
    *,
    secret: bytes | None = None,
    patient: str | None = None,
    encoding: str | None = None,
    workers: int | None = None,
    max_bytes: int | None = None,
    overwrite: bool = False,
    report: bool = False,
    date_of_service: str | None = None,
    columns: "Columns | None" = None,
    form: str | None = None,
    readers: Mapping[str, Mapping[str, Any]] | None = None,
    rename: bool = False,
    rename_map: Path | None = None,
    say: Callable[[str], None] | None = None,
) -> BatchOptions:
    """Options for a run with the default pipeline.

    `patient` is a pattern as `PatientOf` takes it. Codes stand as they do on `date_of_service`. Compiles the
    dictionaries first if no run has yet, telling `say`. Raises `UsageError` for an unfit pattern, date or
    table of known identifiers, for patients without a secret where the policy draws at random (their notes
    would not agree), and for patients told both by --patient and by a column.
    """
    from ..dictionaries import Store, compiled, versions
    from ..dictionaries.years import parse_service_date
    from ..errors import UsageError
    from ..redact.known import read_known
    from ..redact.model.files import model_version
    from ..redact.patients import PatientOf, check_secret
    from .columns import PATIENT

    own = columns is not None and PATIENT in columns.rules.values()
    if own and patient is not None:
        raise UsageError("--patient and --patient-column both say whose note it is: give one")
    check_secret(policy, PATIENT if own else patient, secret)
    patient_of = None if patient is None else PatientOf(patient)
    known_table = read_known(known) if known else None
    day = parse_service_date(date_of_service) if date_of_service else None
    store = Store(compiled(say))
    settings = {
        "version": metadata.version("chartveil"),
        "policy": policy.name,
        "policy_digest": policy.digest,
        "policy_basis": policy.basis,
        "recall": recall,
        "model": model_version(),
        "dictionaries": versions(),
        "fiscal_years": store.years_used(day),
        "date_of_service": day.isoformat() if day else None,
        **({"renamed": True} if rename else {}),
    }
    return BatchOptions(
        pipeline=partial(build_pipeline, policy, recall, secret, day),
        settings=settings,
        known=known_table.for_note if known_table else None,
        known_file=known,
        patient=patient_of,
        private=_private(policy, secret, patient),
        workers=workers,
        max_bytes=max_bytes or MAX_BYTES,
        encoding=encoding,
        overwrite=overwrite,
        report=report,
        columns=columns,
        form=form,
        readers=readers or {},
        rename=rename,
        rename_map=rename_map,
    )


def _private(policy: "Policy", secret: bytes | None, patient: str | None) -> dict[str, bytes]:
    """What results depend on and the manifest must not show: the terms may be names."""
    return {
        "allow and deny terms": repr((policy.allow, policy.deny)).encode(),
        "secret": secret or b"",
        "patient pattern": (patient or "").encode(),
    }


def build_pipeline(policy: "Policy", recall: str, secret: bytes | None, day: date | None = None) -> Any:
    """The pipeline of one worker process."""
    from ..detect import CodeDetector
    from ..pipeline import Pipeline
    from ..redact import Redactor

    return Pipeline(Redactor(policy, recall=recall, secret=secret), CodeDetector(date_of_service=day))


def report(summary: BatchSummary, target: Path) -> str:
    """The closing line of a run: counts only."""
    parts: list[tuple[int, Callable[[int], str]]] = [
        (summary.done, lambda n: f"{_counted(n, 'note')} done"),
        (summary.resumed, lambda n: f"{n} of them earlier"),
        (summary.failed, lambda n: f"{n} failed (see status in results.jsonl)"),
        (sum(summary.skipped.values()), lambda n: f"{_counted(n, 'other file')} skipped"),
    ]
    counts = ", ".join(say(number) for number, say in parts if number)
    identifiers = sum(summary.phi.values()) + sum(summary.fields.values())
    codes = sum(summary.codes.values())
    found = f"{_counted(identifiers, 'identifier')} redacted, {_counted(codes, 'code')} listed"
    return f"{counts or 'no notes found'}; {found} in {target}"


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
