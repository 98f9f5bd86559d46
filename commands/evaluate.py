"""chartveil evaluate: redaction and detection scored on marked notes."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .redaction import RedactionChoice, redaction_options
from .shared import errors_in_one_line, out_option, say, text_or_json

if TYPE_CHECKING:
    from ..evaluate import Gold
    from ..evaluate.predictions import Finder

FORMS = ("marks", "jsonl", "brat", "xml")


@click.command()
@click.argument("gold", metavar="GOLD", type=click.Path(path_type=Path))
@redaction_options
@click.option("--no-phi", is_flag=True, help="Leave redaction out; codes are then sought in the whole note.")
@click.option("--no-codes", is_flag=True, help="Leave code detection out.")
@click.option("--form", "gold_form", type=click.Choice(FORMS), help="Form of the marks (default: detected).")
@click.option(
    "--predictions",
    type=click.Path(path_type=Path),
    help="Score the spans of this JSON-lines file, of any tool, instead of running chartveil.",
)
@click.option("--show", is_flag=True, help="List leaks and false alarms with their words.")
@text_or_json("A page to read, or figures for a program.")
@out_option
@errors_in_one_line
def evaluate(
    gold: Path, choice: RedactionChoice, no_phi: bool, no_codes: bool, gold_form: str | None,
    predictions: Path | None, show: bool, form: str, out: Path | None,
) -> None:  # fmt: skip
    """Score redaction and detection on the marked notes GOLD, a file or a folder.

    GOLD holds inline marks ([[PERSON|Ann Lee]], {{E11.9~present~diabetes}}), JSON lines, brat standoff or
    i2b2 XML; docs/evaluate.md tells how to mark notes. Exit code 1 where a note could not be processed.

    \b
    Examples:
      chartveil evaluate marked/
      chartveil evaluate --policy limited-data-set --recall high --no-codes marked/
      chartveil evaluate --predictions other-tool.jsonl --format json marked/
    """
    import json

    from ..batch.single import write_result
    from ..errors import UsageError
    from ..evaluate import evaluate as score
    from ..evaluate import figures, read_gold, read_predictions
    from ..evaluate.report import text
    from .progress import Progress

    if no_phi and no_codes:
        raise UsageError("--no-phi and --no-codes leave nothing to score: give one of them")
    notes = _chosen(read_gold(gold, gold_form), no_phi, no_codes)
    find = read_predictions(predictions, notes) if predictions else _finder(choice, notes.phi, notes.codes)
    with Progress("Evaluating") as progress:
        evaluation = score(
            notes,
            find,
            kept=choice.read_policy().kept,
            on_note=lambda done: progress("Evaluating", done / len(notes.notes)),
        )
    result = figures(evaluation, show=show)
    page = json.dumps(result, indent=2, ensure_ascii=False) + "\n" if form == "json" else text(result)
    write_result(page.encode("utf-8", "backslashreplace"), out)
    raise SystemExit(1 if evaluation.failed else 0)


def _chosen(gold: "Gold", no_phi: bool, no_codes: bool) -> "Gold":
    """The gold with only those kinds of mark that are to be scored."""
    from dataclasses import replace

    from ..errors import UsageError

    chosen = replace(gold, phi=gold.phi and not no_phi, codes=gold.codes and not no_codes)
    if not chosen.phi and not chosen.codes:
        raise UsageError("the notes have no marks of the kind that is to be scored")
    return chosen


def _finder(choice: RedactionChoice, phi: bool, codes: bool) -> "Finder":
    """Chartveil's own stages, as far as they are scored."""
    from ..detect import CodeDetector
    from ..evaluate import finder
    from ..redact import read_known

    known = read_known(choice.known) if choice.known else None
    detector = CodeDetector(on_progress=say) if codes else None
    return finder(choice.redactor() if phi else None, detector, known=known, patient=choice.patient_of)
