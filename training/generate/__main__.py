"""Command line: `python -m training.generate --notes 20000 --seed 1 --kinds train --out FILE.jsonl`."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from random import Random

import click

from .background import load_background
from .library import Kind, load_kinds, render
from .notes import chosen_kinds, make_notes
from .parser import TemplateError
from .scene import make_scene

_ROUNDS = 20


@click.command()
@click.option("--notes", "count", default=20000, show_default=True, help="How many notes to make.")
@click.option("--seed", default=1, show_default=True, help="The same seed makes the same notes.")
@click.option(
    "--kinds",
    "wanted",
    default="train",
    show_default=True,
    help="train, dev, all, or names joined by commas.",
)
@click.option("--out", type=click.Path(path_type=Path), help="The JSONL file to write.")
@click.option(
    "--background", type=click.Path(path_type=Path, exists=True), help='JSONL of unmarked prose with "text".'
)
@click.option("--background-share", default=0.15, show_default=True, help="The share of notes taken from it.")
@click.option("--check", is_flag=True, help="Only parse every template and render each layout 20 times.")
def main(
    count: int,
    seed: int,
    wanted: str,
    out: Path | None,
    background: Path | None,
    background_share: float,
    check: bool,
) -> None:
    """Make marked clinical notes for training."""
    try:
        kinds = load_kinds()
        if check:
            click.echo(_rendered(kinds))
            return
        chosen = chosen_kinds(kinds, wanted)
    except (TemplateError, ValueError) as error:
        raise click.ClickException(str(error)) from error
    if out is None:
        raise click.UsageError("--out FILE is missing")
    prose = load_background(background, seed) if background else []
    with out.open("w", encoding="utf-8") as file:
        for note in make_notes(chosen, count, seed, prose, background_share):
            file.write(json.dumps(asdict(note), ensure_ascii=False) + "\n")


def _rendered(kinds: dict[str, Kind]) -> str:
    """Render every layout some times; a line on each kind."""
    lines = []
    for kind in kinds.values():
        words = spans = 0
        for number in range(_ROUNDS * len(kind.notes)):
            note = render(kind.notes[number % len(kind.notes)], make_scene(Random(number)), kind.pools)
            words += len(note.text.split())
            spans += len(note.spans)
        rounds = _ROUNDS * len(kind.notes)
        means = f"{words // rounds} words and {spans / rounds:.1f} spans a note"
        lines.append(f"{kind.name}: {len(kind.notes)} layouts, {means}")
    return "\n".join(lines) or "no templates"


if __name__ == "__main__":
    main()
