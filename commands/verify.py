"""chartveil verify: a finished batch, checked again."""

from pathlib import Path

import click

from .shared import errors_in_one_line, say


@click.command()
@click.argument("folder", metavar="OUT", type=click.Path(path_type=Path))
@errors_in_one_line
def verify(folder: Path) -> None:
    """Check that the finished batch OUT is whole: manifest, rows and notes as they were written.

    Prints a line for each mismatch, with the note's id. Exit code 1 if there is any.

    \b
    Example:
      chartveil verify out/
    """
    from ..batch.encoding import printable
    from ..batch.verify import verify as check

    rows, mismatches = check(folder)
    for identity, words in mismatches:
        click.echo(f"{printable(identity)}: {words}")
    if mismatches:
        say(f"chartveil: {len(mismatches)} mismatches in a batch of {rows} notes")
        raise SystemExit(1)
    click.echo(f"{rows} notes: all as it was written")
