"""chartveil search: codes by plain words."""

import click

from .progress import Progress
from .shared import SYSTEMS, date_option, errors_in_one_line, say, text_or_json


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option(
    "--limit", type=click.IntRange(1, 200), default=10, show_default=True, help="At most this many."
)
@click.option("--system", type=click.Choice(SYSTEMS, case_sensitive=False), help="Only codes of this system.")
@click.option("--chapter", default="", help="Only codes of this chapter, by its number (ICD-10-CM: 1 to 22).")
@click.option("--billable", is_flag=True, help="Only billable codes.")
@date_option
@text_or_json("Text to read, or one JSON list for a program.")
@errors_in_one_line
def search(
    words: tuple[str, ...], limit: int, system: str | None, chapter: str, billable: bool,
    date_of_service: str | None, form: str,
) -> None:  # fmt: skip
    """List the codes that WORDS mean, best first, each with the words that led to it.

    Plain words do as well as clinical ones, and misspelled words are mended. Exit code 1 where nothing is
    found.

    \b
    Examples:
      chartveil search sugar diabetes with kidney trouble
      chartveil search --billable --limit 5 "broken collarbone"
      chartveil search --system CPT "group therapy" --format json
    """
    from ..dictionaries.search import search as find

    with Progress("Compiling") as progress:
        hits = find(
            " ".join(words), limit, system=system or "", chapter=chapter, billable=billable,
            date_of_service=date_of_service, on_progress=progress,
        )  # fmt: skip
    if form == "json":
        import json
        from dataclasses import asdict

        click.echo(json.dumps([asdict(hit) for hit in hits], indent=2, ensure_ascii=False))
    else:
        for hit in hits:
            year = f" {hit.year}" if hit.year else ""
            kind = "billable" if hit.billable else "header"
            click.echo(f"{hit.code:<9} {hit.score:.2f}  {hit.title}")
            click.echo(f"{'':15} {hit.system}{year}, {kind}; {hit.reason}")
    if not hits:
        say("chartveil: nothing found; try other words, or fewer")
        raise SystemExit(1)
