"""The table of codes that a coder reads: grouped by assertion, one mention a line."""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rich.table import Table

    from ..pipeline import PlacedMention

ORDER: Final = ("present", "uncertain", "hypothetical", "historical", "family", "negated")
WIDTH: Final = 150


def render_table(kept: Sequence["PlacedMention"], *, candidates: int = 0, color: bool = False) -> str:
    """The mentions by assertion; `place` is where the words lie in the original note, in code points."""
    from rich.console import Console

    text = io.StringIO()
    console = Console(
        file=text,
        width=None if color else WIDTH,
        force_terminal=color,
        color_system="standard" if color else None,
    )
    if not kept:
        return "no codes found\n"
    for assertion in ORDER:
        group = [placed for placed in kept if placed.mention.assertion == assertion]
        if group:
            console.print(_group(assertion, group, candidates))
    return "\n".join(line.rstrip() for line in text.getvalue().splitlines()) + "\n"


def _group(assertion: str, group: Sequence["PlacedMention"], candidates: int) -> "Table":
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(
        title=f"{assertion} ({len(group)})",
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
    )
    for heading in ("code", "description", "words", "place", "section", "score"):
        table.add_column(heading, no_wrap=heading in ("code", "place", "score"))
    for placed in group:
        mention = placed.mention
        words = " ".join(mention.text.split())
        if mention.units:
            words += f" (x {mention.units})"
        place = f"{placed.start}-{placed.end}"
        # Text, not markup: the words of a note may hold brackets
        cells = (
            f"{mention.code} {_system(mention.system)}".strip(),
            f"{mention.description} [{mention.validity}]" if mention.validity else mention.description,
            words,
            place,
            mention.section,
            f"{mention.score:.2f}",
        )
        table.add_row(*map(Text, cells))
        for other in mention.candidates[1 : candidates + 1]:
            table.add_row(
                *map(
                    Text,
                    (f"  or {other.code}", other.description, other.reason, "", "", f"{other.score:.2f}"),
                )
            )
    return table


def _system(system: str) -> str:
    return "" if system == "ICD-10-CM" else system
