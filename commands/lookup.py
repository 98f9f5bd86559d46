"""chartveil lookup: the page of each code."""

import click

from .progress import Progress
from .shared import date_option, errors_in_one_line, text_or_json


def complete_code(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """Codes that begin with what is typed; nothing until the library has been built."""
    from ..dictionaries.completion import codes

    return codes(incomplete)


@click.command()
@click.argument("codes", nargs=-1, required=True, metavar="CODE...", shell_complete=complete_code)
@date_option
@text_or_json("Text to read, or one JSON list for a program.")
@errors_in_one_line
def lookup(codes: tuple[str, ...], date_of_service: str | None, form: str) -> None:
    """Show all that is known of each CODE; dots, case and blanks don't matter.

    Exit code 1 where a code is in no list.

    \b
    Examples:
      chartveil lookup E11.9
      chartveil lookup s72001a 0370T --format json
      chartveil lookup E11.A --date-of-service 2026-11-03
    """
    from ..dictionaries import page
    from ..dictionaries.library import Library
    from ..dictionaries.lookup import lookup as look

    with Progress("Compiling") as progress:
        library = Library.open(progress)
    found = [look(code, date_of_service=date_of_service, library=library) for code in codes]
    if form == "json":
        import json

        click.echo(json.dumps([page.data(item) for item in found], indent=2, ensure_ascii=False))
    else:
        click.echo("\n\n".join(page.text(item) for item in found))
    if not all(item.pages for item in found):
        raise SystemExit(1)
