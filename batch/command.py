"""What the command line needs around a run: its options from the user's words, and the closing line."""

from collections.abc import Callable
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import Any

from .options import MAX_BYTES, BatchOptions
from .progress import progress_on
from .summary import BatchSummary

__all__ = ["options_for", "progress_on", "report"]


def options_for(
    policy: str,
    recall: str,
    known: Path | None,
    *,
    encoding: str | None = None,
    workers: int | None = None,
    max_bytes: int | None = None,
    overwrite: bool = False,
    say: Callable[[str], None] | None = None,
) -> BatchOptions:
    """Options for a run with the default pipeline.

    Compiles the dictionaries first if no run has yet, telling `say`.

    Raises `UsageError` for an unknown policy or an unfit table of known identifiers.
    """
    from ..dictionaries import compiled, versions
    from ..redact.known import read_known
    from ..redact.model.files import model_version
    from ..redact.policies import load_policy

    known_table = read_known(known) if known else None
    compiled(say)
    settings = {
        "version": metadata.version("chartveil"),
        "policy": load_policy(policy).name,
        "recall": recall,
        "model": model_version(),
        "dictionaries": versions(),
    }
    return BatchOptions(
        pipeline=partial(build_pipeline, policy, recall),
        settings=settings,
        known=known_table.for_note if known_table else None,
        known_file=known,
        workers=workers,
        max_bytes=max_bytes or MAX_BYTES,
        encoding=encoding,
        overwrite=overwrite,
    )


def build_pipeline(policy: str, recall: str) -> Any:
    """The pipeline of one worker process."""
    from ..pipeline import Pipeline
    from ..redact import Redactor

    return Pipeline(Redactor(policy, recall=recall))


def report(summary: BatchSummary, target: Path) -> str:
    """The closing line of a run: counts only."""
    parts: list[tuple[int, Callable[[int], str]]] = [
        (summary.done, lambda n: f"{n} notes done"),
        (summary.resumed, lambda n: f"{n} of them earlier"),
        (summary.failed, lambda n: f"{n} failed (see status in results.jsonl)"),
        (sum(summary.skipped.values()), lambda n: f"{n} other files skipped"),
    ]
    counts = ", ".join(say(number) for number, say in parts if number)
    identifiers, codes = sum(summary.phi.values()), sum(summary.codes.values())
    return (
        f"{counts or 'no notes found'}; {identifiers} identifiers redacted, {codes} codes listed in {target}"
    )
