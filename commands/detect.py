"""chartveil detect: the codes of one note."""

import sys
from pathlib import Path

import click

from .html import check_review, note_html, review_option
from .redaction import RedactionChoice, redaction_options
from .shared import SYSTEMS, date_option, errors_in_one_line, note_argument, out_option, say

ASSERTIONS = ("present", "negated", "historical", "family", "uncertain", "hypothetical")


@click.command()
@note_argument
@redaction_options
@click.option(
    "--no-redact",
    is_flag=True,
    help="Detect in the note as it is; the words of the codes may then hold identifiers.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv", "html"]),
    default="table",
    show_default=True,
    help="A table to read, rows for a program, or a page with the note.",
)
@review_option
@click.option(
    "--only",
    type=click.Choice(ASSERTIONS),
    multiple=True,
    help="Only mentions with this assertion; may be given more than once.",
)
@click.option(
    "--system",
    type=click.Choice(SYSTEMS, case_sensitive=False),
    multiple=True,
    help="Only codes of this system; may be given more than once.",
)
@click.option(
    "--min-score",
    type=click.FloatRange(0, 1),
    default=0.0,
    show_default=True,
    help="Leave out mentions below this score.",
)
@click.option(
    "--candidates",
    type=click.IntRange(0),
    default=0,
    show_default=True,
    help="List up to this many further candidates of each mention in the table.",
)
@date_option
@out_option
@errors_in_one_line
def detect(
    note: str, choice: RedactionChoice, no_redact: bool, form: str, review: bool, only: tuple[str, ...],
    system: tuple[str, ...], min_score: float, candidates: int, date_of_service: str | None,
    out: Path | None,
) -> None:  # fmt: skip
    """List the codes of NOTE ("-": standard input) with their places.

    \b
    Examples:
      chartveil detect note.txt
      chartveil detect --only present --system ICD-10-CM note.txt
      chartveil detect --date-of-service 2026-11-03 note.txt
      chartveil detect --format csv -o codes.csv note.txt
      chartveil detect --format html -o note.html note.txt
    """
    from ..batch.single import check_target, read_note, write_result
    from ..detect import CodeDetector
    from ..detect.report import Choice, render
    from ..pipeline import Pipeline, Unredacted
    from ..redact import known_for

    check_review(form, out, review=review, unredacted=no_redact)
    decoded = read_note(note, encoding=choice.encoding)
    check_target(note, out)
    redactor = Unredacted() if no_redact else choice.redactor()
    detector = CodeDetector(date_of_service=date_of_service, on_progress=say)
    result = Pipeline(redactor, detector).process(
        decoded.text, known=known_for(choice.known, note), patient=choice.patient_of(note)
    )
    rows = Choice(frozenset(only), frozenset(name.upper() for name in system), min_score, candidates)
    if form == "html":
        codes = [placed.to_dict() for placed in result.codes if rows.keeps(placed)]
        phi = result.to_dict()["phi"]
        original = decoded.text if review else None
        page = note_html(result.text, phi, codes, redactor, choice.recall, original)
        write_result(page, out)
        return
    color = out is None and sys.stdout.isatty()
    write_result(render(result.codes, form, rows, years=detector.years, color=color).encode(), out)
