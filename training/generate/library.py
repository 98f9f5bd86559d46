"""Loads the template files, checks that every slot and pool exists, and renders layouts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .canvas import Canvas, Note
from .parser import Choice, PoolRef, Sequence, Slot, Template, TemplateError, Text, load_template
from .scene import Scene
from .slots import SLOTS

TEMPLATES = Path(__file__).parent.parent / "templates"
SHARED = "_shared.txt"
DEV_KINDS = (
    "ems",
    "endoscopy",
    "occupational",
    "crisis",
)  # held out of training, for choosing and calibrating
Pools = Mapping[str, tuple[Sequence, ...]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of note: its layouts, and every pool that they can name."""

    name: str
    notes: tuple[Sequence, ...]
    pools: Pools


def load_kinds(folder: Path = TEMPLATES) -> dict[str, Kind]:
    """Every kind of the folder by name, checked; raises TemplateError."""
    shared_path = folder / SHARED
    shared = load_template(shared_path) if shared_path.exists() else Template(SHARED, (), {})
    check(shared, shared.pools)
    kinds = {}
    for path in sorted(folder.glob("*.txt")):
        if path.name.startswith("_"):
            continue
        template = load_template(path)
        pools = {**shared.pools, **template.pools}
        check(template, pools)
        if not template.notes:
            raise TemplateError(path.name, 1, "no '== note' layout")
        kinds[path.stem] = Kind(path.stem, template.notes, pools)
    return kinds


def check(template: Template, pools: Pools) -> None:
    """Raise TemplateError at the first slot or pool that doesn't exist, or pool that contains itself."""
    for sequence in (*template.notes, *(item for items in template.pools.values() for item in items)):
        for node in walk(sequence):
            problem = _problem(node, pools)
            if problem:
                raise TemplateError(template.path, node.line, problem)
    for name in template.pools:
        _check_cycle(template.path, name, pools, ())


def walk(sequence: Sequence) -> Iterator[Slot | PoolRef]:
    """Every slot and pool reference of a sequence."""
    for node in sequence:
        if isinstance(node, Choice):
            for option in node.options:
                yield from walk(option)
        elif not isinstance(node, Text):
            yield node


def _problem(node: Slot | PoolRef, pools: Pools) -> str:
    if isinstance(node, PoolRef):
        if node.name not in pools:
            return f"unknown pool {{@{node.name}}}"
        return "" if 0 <= node.low <= node.high else f"bad count in {{@{node.name}}}"
    if node.name not in SLOTS:
        return f"unknown slot {{{node.name}}}"
    problem = SLOTS[node.name].problem(node.form, node.argument)
    return f"{{{node.name}}}: {problem}" if problem else ""


def _check_cycle(path: str, name: str, pools: Pools, above: tuple[str, ...]) -> None:
    if name in above:
        raise TemplateError(path, 1, f"pool {name} contains itself: {' > '.join((*above, name))}")
    for item in pools[name]:
        for node in walk(item):
            if isinstance(node, PoolRef) and node.name in pools:
                _check_cycle(path, node.name, pools, (*above, name))


def render(sequence: Sequence, scene: Scene, pools: Pools) -> Note:
    """Fill one layout."""
    canvas = Canvas()
    _write(sequence, scene, pools, canvas)
    return canvas.note()


def _write(sequence: Sequence, scene: Scene, pools: Pools, canvas: Canvas) -> None:
    for node in sequence:
        if isinstance(node, Text):
            canvas.add(node.text)
        elif isinstance(node, Slot):
            kind = SLOTS[node.name]
            canvas.add(kind.text(scene, node.form, node.argument), kind.label)
        elif isinstance(node, Choice):
            _write(scene.rng.choice(node.options), scene, pools, canvas)
        else:
            _write_pool(node, scene, pools, canvas)


def _write_pool(node: PoolRef, scene: Scene, pools: Pools, canvas: Canvas) -> None:
    items = pools[node.name]
    count = min(scene.rng.randint(node.low, node.high), len(items))
    for number, item in enumerate(scene.rng.sample(items, count)):
        if number:
            canvas.add(node.joiner)
        _write(item, scene, pools, canvas)
