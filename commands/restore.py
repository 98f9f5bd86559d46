"""chartveil restore: the original of a reversibly redacted note."""

from pathlib import Path

import click

from .shared import errors_in_one_line, note_argument, out_option, say


@click.command()
@note_argument
@click.option(
    "--key-file",
    type=click.Path(path_type=Path),
    required=True,
    help="The key that the note was sealed with.",
)
@out_option
@errors_in_one_line
def restore(note: str, key_file: Path, out: Path | None) -> None:
    """Print the original of NOTE, which `chartveil redact --reversible` made ("-": standard input).

    It comes back to the byte. With another key, or when anything of NOTE was changed or cut, there is an
    error and no output.

    \b
    Examples:
      chartveil restore --key-file site.key redacted.txt > note.txt
      chartveil restore --key-file site.key -o note.txt redacted.txt
    """
    from ..batch.single import check_target, read_raw, write_result
    from ..redact import reversible
    from ..redact.keys import read_key

    key = read_key(key_file, say)
    sealed = read_raw(note)
    check_target(note, out)
    write_result(reversible.restore(sealed, key), out)
