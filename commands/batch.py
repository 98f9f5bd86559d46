"""chartveil batch: a folder of notes, a table, or any file of a format that is read."""

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
@click.option("--text-column", multiple=True, metavar="NAME", help="Column of a table that holds notes.")
@click.option("--id-column", metavar="NAME", help="Column that results go by; it stays as it is.")
@click.option("--patient-column", metavar="NAME", help="Column that says whose the row is; it is replaced.")
@click.option(
    "--column",
    "rules",
    multiple=True,
    metavar="NAME=RULE",
    help="What becomes of a column: keep, drop, text, id, patient, or the PHI label that its cells are.",
)
@click.option("--other-columns", type=click.Choice(["keep", "drop"]), help="What becomes of the others.")
@click.option(
    "--input-format",
    "form",
    metavar="NAME",
    help="Format of standard input, or of a file without a telling suffix: csv, jsonl, hl7, …",
)
@click.option("--conditions", is_flag=True, help="Add the codes found to FHIR as Condition resources.")
@click.option("--rename", is_flag=True, help="Number the notes of OUT: no file name of IN is in them.")
@click.option(
    "--rename-map",
    type=click.Path(path_type=Path),
    help="The same, and write which note was made of which file; keep it apart.",
)
@click.option("--report", "with_report", is_flag=True, help="Write HTML pages too: OUT/report/index.html.")
@date_option
@errors_in_one_line
def batch(
    source: Path,
    target: Path,
    choice: RedactionChoice,
    workers: int | None,
    max_bytes: int | None,
    overwrite: bool,
    text_column: tuple[str, ...],
    id_column: str | None,
    patient_column: str | None,
    rules: tuple[str, ...],
    other_columns: str | None,
    form: str | None,
    rename: bool,
    rename_map: Path | None,
    conditions: bool,
    with_report: bool,
    date_of_service: str | None,
) -> None:
    """Redact every note of IN, a folder or a file, into OUT and list their codes.

    IN may hold text, RTF, DOCX, C-CDA (.xml), FHIR (.json, .ndjson), HL7 v2 (.hl7) and, with --text-column,
    tables (.csv, .tsv, .jsonl, .parquet), also gzipped. OUT gets notes/, results.jsonl and manifest.json. A
    run that was stopped goes on when the same command is given again.

    \b
    Examples:
      chartveil batch notes/ out/
      chartveil batch --known patients.csv --workers 4 notes/ out/
      chartveil batch --report notes/ out/        then open out/report/index.html
      chartveil batch --text-column note --id-column visit --other-columns drop visits.csv out/
      chartveil batch --policy surrogate --patient '{patient}/*' --secret-file site.key notes/ out/
    """
    from ..batch import run_batch
    from ..batch.columns import columns_of
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
        columns=columns_of(text_column, id_column, patient_column, rules, other_columns),
        form=form,
        rename=rename or rename_map is not None,
        rename_map=rename_map,
        readers={name: {"conditions": True} for name in ("fhir", "fhir-ndjson") if conditions},
        say=say,
    )
    summary = run_batch(source, target, options, progress=progress_on(sys.stderr))
    click.echo(report(summary, target), err=True)
    raise SystemExit(summary.exit_code)
