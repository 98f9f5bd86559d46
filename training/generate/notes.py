"""Makes whole notes: a layout of a kind, page headers, damage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random

from .canvas import Note, Span, excerpt, joined
from .library import DEV_KINDS, Kind, render
from .parser import Template, load_template
from .scene import Scene, make_scene
from .transforms import transformed

_HEADERS = Path(__file__).parent / "data" / "page_headers.txt"
_HEADER_RATE = 0.08
_SECOND_RATE = 0.08
_RULES = ("\n\n", "\n\n\n", "\n" + "-" * 60 + "\n", "\n" + "=" * 40 + "\n", "\n\f\n", "\n*****\n", "\n")


@dataclass(frozen=True, slots=True)
class MadeNote:
    """A finished note. `origin` is the patient's sex and origin group, for measuring fairness."""

    id: str
    kind: str
    text: str
    spans: tuple[Span, ...]
    origin: dict[str, str]


def chosen_kinds(kinds: dict[str, Kind], wanted: str) -> list[Kind]:
    """The kinds meant by "train", "dev", "all" or names joined by commas; ValueError for an unknown name."""
    if wanted in ("train", "dev", "all"):
        return [
            kind
            for name, kind in kinds.items()
            if wanted == "all" or (name in DEV_KINDS) == (wanted == "dev")
        ]
    names = [name.strip() for name in wanted.split(",")]
    unknown = [name for name in names if name not in kinds]
    if unknown:
        raise ValueError(f"unknown kinds: {', '.join(unknown)}; there are {', '.join(kinds) or 'none'}")
    return [kinds[name] for name in names]


def make_notes(
    kinds: Sequence[Kind], count: int, seed: int, background: Sequence[Note] = (), share: float = 0.0
) -> Iterator[MadeNote]:
    """`count` notes; the same arguments give the same notes. `share` of them are background texts."""
    for number in range(count):
        rng = Random(f"{seed}:{number}")
        if background and rng.random() < share:
            yield _from_background(number, background, rng)
        else:
            second = rng.choice(kinds) if rng.random() < _SECOND_RATE else None
            yield make_note(rng.choice(kinds), number, rng, second)


def make_note(kind: Kind, number: int, rng: Random, second: Kind | None = None) -> MadeNote:
    """One note of a kind; with `second`, a note of that kind on the same patient follows."""
    scene = make_scene(rng)
    note = render(rng.choice(kind.notes), scene, kind.pools)
    if second is not None:
        rule = Note(rng.choice(_RULES))
        note = joined((note, rule, render(rng.choice(second.notes), scene, second.pools)))
    if rng.random() < _HEADER_RATE:
        note = with_page_headers(note, scene)
    note = transformed(note, rng)
    origin = {"sex": scene.sex, "group": scene.patient.group}
    return MadeNote(f"{kind.name}-{number:06d}", kind.name, note.text, note.spans, origin)


def _from_background(number: int, background: Sequence[Note], rng: Random) -> MadeNote:
    """One to four background texts set together as the sections of a note."""
    parts = rng.choices(background, k=rng.choice((1, 1, 2, 3, 4)))
    gap = Note(rng.choice(("\n", "\n\n", "\n\n", " ")))
    note = joined(part for text in parts for part in (text, gap))
    note = transformed(Note(note.text.rstrip(), note.spans), rng)
    return MadeNote(f"background-{number:06d}", "background", note.text, note.spans, {})


@cache
def _headers() -> Template:
    return load_template(_HEADERS)


def with_page_headers(note: Note, scene: Scene) -> Note:
    """The note with a page header or footer (name, number, date) repeated between its lines."""
    template = _headers()
    layout = scene.rng.choice(template.notes)
    every = scene.rng.randint(12, 40)
    same = render(layout, scene, template.pools) if scene.rng.random() < 0.6 else None
    pieces: list[Note] = []
    for start, end in _pages(note, every):
        pieces.append(excerpt(note, start, end))
        pieces.append(Note("\n"))
        pieces.append(same or render(layout, scene, template.pools))
        pieces.append(Note("\n"))
    return joined(pieces)


def _pages(note: Note, every: int) -> list[tuple[int, int]]:
    """Where the pages of so many lines begin and end; no break falls inside a span."""
    inside = {at for start, end, _ in note.spans for at in range(start + 1, end)}
    breaks = [at + 1 for at, char in enumerate(note.text) if char == "\n"][every - 1 :: every]
    edges = [0, *(at for at in breaks if at not in inside), len(note.text)]
    return [(start, end) for start, end in pairwise(edges) if end > start]
