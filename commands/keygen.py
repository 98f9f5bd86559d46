"""chartveil keygen: a new key file."""

from pathlib import Path

import click

from .shared import errors_in_one_line


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@errors_in_one_line
def keygen(file: Path) -> None:
    """Write a new random key to FILE, readable by you only.

    It serves as --key-file and as --secret-file. Keep it apart from the notes: whoever has both can restore
    them. A lost key can't be made again.

    \b
    Examples:
      chartveil keygen site.key
    """
    from ..redact.keys import write_key

    write_key(file)
    click.echo(f"wrote the key {file}: keep it apart from the notes, and a copy of it", err=True)
