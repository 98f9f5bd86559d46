"""A field of HL7 version 2 as a tree of repetitions, components and subcomponents, joined without loss."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from .delimiters import Delimiters


@dataclass(slots=True)
class Leaf:
    """A value without parts, as written; `new` is what will be written, or makes it."""

    raw: str
    new: str | Callable[[], str] | None = None

    def written(self) -> str:
        """The raw value in the output."""
        if callable(self.new):
            return self.new()
        return self.raw if self.new is None else self.new


@dataclass(slots=True)
class Tree:
    """Parts with a sign between them, or one value."""

    sign: str = ""
    parts: "list[Tree]" = field(default_factory=list)
    leaf: Leaf | None = None

    def written(self) -> str:
        """The raw value in the output."""
        return (
            self.leaf.written()
            if self.leaf is not None
            else self.sign.join(part.written() for part in self.parts)
        )


def grow(raw: str, signs: Delimiters) -> Tree:
    """The tree of a field: always repetitions of components of subcomponents."""
    return _grow(raw, (signs.repetition, signs.component, signs.subcomponent))


def leaves(tree: Tree) -> Iterator[Leaf]:
    """The values of a tree in order."""
    if tree.leaf is not None:
        yield tree.leaf
    for part in tree.parts:
        yield from leaves(part)


def _grow(raw: str, signs: tuple[str, ...]) -> Tree:
    if not signs:
        return Tree(leaf=Leaf(raw))
    return Tree(signs[0], [_grow(part, signs[1:]) for part in raw.split(signs[0])])
