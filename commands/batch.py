"""chartveil batch: a folder of notes."""

import sys
from pathlib import Path

import click

from .redaction import RedactionChoice, redaction_options
from .shared import date_option, errors_in_one_line, say


@click.command()
@click.argument("source", metavar="IN", type=click.Path(path_type=Path))
@click.argument("target", metavar="OUT", type=click.Path(path_type=Path))
@redaction_options
@click.option("--workers", type=click.IntRange(1), help="Processes to use (default: one a core, at most 8).")
@click.option("--max-bytes", type=click.IntRange(1), help="A larger note fails (default: 4 MiB).")
@click.option(
    "--overwrite", is_flag=True, help="Replace what an earlier run with other settings left in OUT."
)
@click.option("--report", "with_report", is_flag=True, help="Write HTML pages too: OUT/report/index.html.")
@date_option
@errors_in_one_line
def batch(
    source: Path, target: Path, choice: RedactionChoice, workers: int | None, max_bytes: int | None,
    overwrite: bool, with_report: bool, date_of_service: str | None,
) -> None:  # fmt: skip
    """Redact every note of the folder IN into OUT and list their codes.

    OUT gets notes/, results.jsonl and manifest.json. A run that was stopped goes on when the same command is
    given again.

    \b
    Examples:
      chartveil batch notes/ out/
      chartveil batch --known patients.csv --workers 4 notes/ out/
      chartveil batch --report notes/ out/        then open out/report/index.html
      chartveil batch --policy surrogate --patient '{patient}/*' --secret-file site.key notes/ out/
    """
    from ..batch import run_batch
    from ..batch.command import options_for, progress_on, report

    options = options_for(
        choice.read_policy(),
        choice.recall,
        choice.known,
        secret=choice.read_secret(),
        patient=choice.patient,
        encoding=choice.encoding,
        workers=workers,
        max_bytes=max_bytes,
        overwrite=overwrite,
        report=with_report,
        date_of_service=date_of_service,
        say=say,
    )
    summary = run_batch(source, target, options, progress=progress_on(sys.stderr))
    click.echo(report(summary, target), err=True)
    raise SystemExit(summary.exit_code)
