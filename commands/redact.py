"""chartveil redact: one note, redacted."""

from dataclasses import asdict
from pathlib import Path

import click

from .html import check_review, note_html, review_option
from .redaction import RedactionChoice, redaction_options
from .shared import errors_in_one_line, note_argument, out_option, say


@click.command()
@note_argument
@redaction_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
    help="The redacted text, text and spans as JSON, or a page to look at.",
)
@review_option
@click.option("--reversible", is_flag=True, help="Seal the original into the result; needs --key-file.")
@click.option(
    "--key-file",
    type=click.Path(path_type=Path),
    help="Key (`chartveil keygen`) that --reversible seals with.",
)
@out_option
@errors_in_one_line
def redact(
    note: str, choice: RedactionChoice, form: str, review: bool, reversible: bool, key_file: Path | None,
    out: Path | None,
) -> None:  # fmt: skip
    """Print the redacted text of NOTE ("-": standard input).

    \b
    Examples:
      chartveil redact note.txt > redacted.txt
      chartveil redact --policy surrogate note.txt
      chartveil redact --known patients.csv --format json -o note.json note.txt
      chartveil redact --format html -o note.html note.txt
      cat note.txt | chartveil redact -
      chartveil redact --reversible --key-file site.key -o sealed.txt note.txt
    """
    from ..batch.single import check_target, read_note, write_result
    from ..redact import known_for

    check_review(form, out, review=review)
    key = _seal_key(reversible, key_file, form)
    decoded = read_note(note, encoding=choice.encoding)
    check_target(note, out)
    redactor = choice.redactor()
    redaction = redactor.redact(
        decoded.text, known=known_for(choice.known, note), patient=choice.patient_of(note)
    )
    if form == "html":
        phi = [asdict(span) for span in redaction.spans]
        original = decoded.text if review else None
        result = note_html(redaction.text, phi, None, redactor, choice.recall, original)
    else:
        result = decoded.encode(redaction.text) if form == "text" else redaction.to_json().encode()
    if key is not None:
        from ..redact.reversible import seal

        result = seal(decoded.encode(decoded.text), result, key, decoded.codec)
    write_result(result, out)


def _seal_key(reversible: bool, key_file: Path | None, form: str) -> bytes | None:
    """The key to seal with; None where nothing is to be sealed. Raises `UsageError`."""
    from ..errors import UsageError
    from ..redact.keys import read_key

    if reversible != (key_file is not None):
        raise UsageError("--reversible and --key-file go together: give both, or none")
    if key_file is None:
        return None
    if form != "text":
        raise UsageError(f"--reversible seals the redacted text: leave out --format {form}")
    return read_key(key_file, say)
