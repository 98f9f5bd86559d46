"""chartveil dictionaries: import, list, remove and build code sets."""

from pathlib import Path

import click

from .progress import Progress
from .shared import errors_in_one_line, say


@click.group()
def dictionaries() -> None:
    """List, import and remove code sets, and compile them.

    \b
    Examples:
      chartveil dictionaries list
      chartveil dictionaries import icd10cm_order_2027.txt
    """


@dictionaries.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--name", help="Keep the import under this name (default: the file's).")
@click.option(
    "--year",
    type=click.IntRange(2000, 2099),
    help="The fiscal year of an order file whose name doesn't say it.",
)
@click.option(
    "--accept-cpt-licence",
    "licence",
    is_flag=True,
    help="I hold the American Medical Association's licence for the CPT descriptions in the file.",
)
@click.option("--no-build", is_flag=True, help="Leave the compiling to the next command that needs it.")
@errors_in_one_line
def import_(
    files: tuple[Path, ...], name: str | None, year: int | None, licence: bool, no_build: bool
) -> None:
    """Import official FILEs in their own formats, recognised by their content.

    Order files and addenda, tabular, index and table XML, ICD-10-PCS order files and conversion tables, and
    tables (CSV, TSV) with columns such as code and description. A file may be a gzip file. A damaged one is
    refused with the number of its line and changes nothing.

    \b
    Examples:
      chartveil dictionaries import icd10cm_order_2027.txt
      chartveil dictionaries import --accept-cpt-licence my_cpt.csv
    """
    from ..dictionaries.imports import import_file
    from ..errors import UsageError

    if name and len(files) > 1:
        raise UsageError("--name needs a single file")
    for file in files:
        item = import_file(file, accept_cpt_licence=licence, year=year, name=name)
        click.echo(f"{item.name}: {_described(item.kind, item.systems, item.year)}, {item.entries:,} entries")
    if not no_build:
        _build()


@dictionaries.command("list")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="Lines to read, or JSON for a program.",
)  # fmt: skip
@errors_in_one_line
def list_(form: str) -> None:
    """List the code sets that chartveil carries and those imported.

    \b
    Example:
      chartveil dictionaries list
    """
    from ..dictionaries import imports
    from ..dictionaries.versions import carried

    own, imported = carried(), imports.listed()
    if form == "json":
        import json
        from dataclasses import asdict

        click.echo(json.dumps({"carried": own, "imported": [asdict(i) for i in imported]}, indent=1))
        return
    for name, version in own.items():
        click.echo(f"{name}: carried, {version}")
    for item in imported:
        click.echo(f"{item.name}: {_described(item.kind, item.systems, item.year)}, {item.entries:,} entries")


@dictionaries.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option("--no-build", is_flag=True, help="Leave the compiling to the next command that needs it.")
@errors_in_one_line
def remove(names: tuple[str, ...], no_build: bool) -> None:
    """Remove imports by the NAMEs that list shows.

    \b
    Example:
      chartveil dictionaries remove icd10cm_order_2027
    """
    from ..dictionaries import imports

    for name in names:
        imports.remove(name)
        click.echo(f"{name}: removed")
    if not no_build:
        _build()


@dictionaries.command()
@errors_in_one_line
def build() -> None:
    """Compile the code sets now rather than when a command first needs them.

    \b
    Example:
      chartveil dictionaries build
    """
    _build()


def _described(kind: str, systems: tuple[str, ...], year: int) -> str:
    return f"{' and '.join(systems)} {kind}{f' of {year}' if year else ''}"


def _build() -> None:
    from ..dictionaries import cache, library

    with Progress("Compiling") as report:
        paths = [library.compiled(report)]
    paths.append(cache.compiled(say))
    size = sum(path.stat().st_size for path in paths)
    click.echo(f"compiled: {size / 1e6:.0f} MB in {paths[0].parent}", err=True)
