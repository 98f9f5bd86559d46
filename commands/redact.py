"""chartveil redact: one note, redacted."""

from pathlib import Path

import click

from .shared import errors_in_one_line, note_argument, out_option, redaction_options


@click.command()
@note_argument
@redaction_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="The redacted text, or text and spans as JSON.",
)
@out_option
@errors_in_one_line
def redact(
    note: str, policy: str, recall: str, known: Path | None, encoding: str | None, form: str, out: Path | None
) -> None:
    """Print the redacted text of NOTE ("-": standard input).

    \b
    Examples:
      chartveil redact note.txt > redacted.txt
      chartveil redact --known patients.csv --format json -o note.json note.txt
      cat note.txt | chartveil redact -
    """
    from ..batch.single import check_target, read_note, write_result
    from ..redact import Redactor, known_for

    decoded = read_note(note, encoding=encoding)
    check_target(note, out)
    redaction = Redactor(policy, recall=recall).redact(decoded.text, known=known_for(known, note))
    write_result(decoded.encode(redaction.text) if form == "text" else redaction.to_json().encode(), out)
