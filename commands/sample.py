"""chartveil sample: notes of a finished batch for people to review."""

from pathlib import Path

import click

from .shared import errors_in_one_line, out_option, say


@click.command()
@click.argument("folder", metavar="OUT", type=click.Path(path_type=Path))
@click.option("--n", "count", type=click.IntRange(1), default=200, show_default=True, help="Notes to draw.")
@click.option("--seed", type=int, help="Draw the same notes again (default: at random, and told).")
@out_option
@errors_in_one_line
def sample(folder: Path, count: int, seed: int | None, out: Path | None) -> None:
    """Draw notes at random from the finished batch OUT and print a review sheet (CSV).

    Says which rate of leaks the review rules out if it finds none.

    \b
    Examples:
      chartveil sample out/ --n 200 -o review.csv
      chartveil sample out/ --n 50 --seed 7
    """
    import secrets

    from ..batch.sample import draw
    from ..batch.single import write_result

    seed = secrets.randbelow(2**31) if seed is None else seed
    drawn = draw(folder, count, seed)
    write_result(drawn.sheet(), out)
    say(f"{len(drawn.notes)} of {drawn.total} notes drawn (--seed {seed}). {drawn.claim()}")
