"""JSONL tables: an object a line. Values that a rule speaks of are changed; every other byte stays.

A key of an object within the object is a column by its dotted path ("patient.name"), and a rule for "patient"
counts for all below it. What columns there are, the first record says: a key that it lacks and that has no
rule of its own fails the record, since nobody has said that it may pass.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import BinaryIO, Final

from ...errors import UsageError
from ..columns import DROP, GIVE, ID, KEEP, Columns, NoRule
from ..encoding import decode
from ..errors import FixedNoteError
from .cells import Cell, record_of
from .record import Record
from .streams import Opened, lines, source_of, with_blanks

#: Objects within objects.
DEEPEST: Final = 64
SPACE: Final = re.compile(r"[ \t\r\n]*+")
STRING: Final = re.compile(r'"(?:[^"\\]++|\\.)*+"', re.DOTALL)
SCALAR: Final = re.compile(r"[^\s,\]}\[{\":]++")


class NotAnObject(FixedNoteError):
    """A line that is no JSON object, or has a key twice, or nests too deep."""

    message = "the record is not a JSON object, has a key twice, or nests too deep"


class NotText(FixedNoteError):
    """An array or a truth value where a rule asks for text."""

    message = "a column with a rule for text or an identifier holds neither text nor a number"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value that is no object: its column, and where it stands in the line."""

    column: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Node:
    """An object: where it stands, and its members as (start, end, value) with the space around each."""

    start: int
    end: int
    members: "tuple[tuple[int, int, Leaf | Node], ...]"

    def leaves(self) -> Iterator[Leaf]:
        """All values below, in order."""
        for _, _, value in self.members:
            if isinstance(value, Node):
                yield from value.leaves()
            else:
                yield value


@dataclass(frozen=True, slots=True)
class JsonlReader:
    """Reads the records of one table by rules of their columns, in its encodings (see streams.Source)."""

    columns: Columns
    inner: str | None
    outer: str | None
    keeps_failed: bool = True

    def read(self, raw: bytes) -> Record:
        decoded = decode(raw, self.inner)
        text = decoded.text
        node = parse(text)
        leaves = list(node.leaves())
        rules = [self._rule(leaf.column, number) for number, leaf in enumerate(leaves, 1)]
        plain = text.isascii()

        def rebuild(changed: dict[int, str]) -> bytes:
            new = {
                leaves[place]: json.dumps(value, ensure_ascii=plain)
                for place, value in changed.items()
                if value != cells[place].value
            }
            return self._encoded(
                _written(text, node, dict(zip(leaves, rules, strict=True)), new), decoded.codec
            )

        cells = [
            Cell(leaf.column, rule, _value(text[leaf.start : leaf.end], rule))
            for leaf, rule in zip(leaves, rules, strict=True)
        ]
        return record_of(cells, rebuild)

    def failed(self, raw: bytes) -> bytes:
        end = raw[len(raw.rstrip()) :]
        try:
            decoded = decode(raw, self.inner)
            node = parse(decoded.text)
            rules = {leaf: self.columns.rules_for(leaf.column) or DROP for leaf in node.leaves()}
        except Exception:  # whatever is wrong with it, an empty object says nothing of it
            return self._encoded("{}", "utf-8") + self._encoded(end.decode("ascii"), "utf-8")
        new = {leaf: "null" for leaf, rule in rules.items() if rule not in (KEEP, ID)}
        return self._encoded(_written(decoded.text, node, rules, new), decoded.codec)

    def _rule(self, column: str, number: int) -> str:
        rule = self.columns.rules_for(column)
        if rule is None:
            raise NoRule(number)
        return rule

    def _encoded(self, text: str, codec: str) -> bytes:
        return text.encode(self.outer or codec)


def open_table(file: BinaryIO, columns: Columns, *, form: str, encoding: str | None, limit: int) -> Opened:
    """Open a table; `limit` bounds the bytes of a record.

    Raises `UsageError` where the columns do not fit its first record, NoteError where that is none.
    """
    source = source_of(file, encoding)
    raws = with_blanks(lines(source.file, limit))
    first = next(raws, None)
    if first is None:
        return Opened(JsonlReader(columns, source.inner, source.outer), source.mark, iter(()))
    names = [leaf.column for leaf in parse(decode(first, source.inner).text).leaves()]
    reader = JsonlReader(_settled(columns, names), source.inner, source.outer)
    return Opened(reader, source.mark, chain([first], raws))


def _settled(columns: Columns, names: Sequence[str]) -> Columns:
    """The rules with those that the others of the first record have by them."""
    for name in columns.rules:
        if not any(below == name or below.startswith(name + ".") for below in names):
            raise UsageError(f"the first record of a table has no {name!r}: check its keys")
    bare = [number for number, name in enumerate(names, 1) if columns.rules_for(name) is None]
    if bare:
        raise UsageError(f"keys without a rule in a table: number {', '.join(map(str, bare))}; {GIVE}")
    if columns.others != KEEP:
        return columns
    return Columns({**{name: columns.rules_for(name) or DROP for name in names}, **columns.rules})


def parse(text: str) -> Node:
    """The members of a line of JSON. Raises NotAnObject."""
    try:
        if not isinstance(json.loads(text, object_pairs_hook=_single), dict):
            raise NotAnObject
    except (ValueError, RecursionError):
        raise NotAnObject from None
    return _object(text, _skip(text, 0), "", DEEPEST)


def _single(pairs: list[tuple[str, object]]) -> dict[str, object]:
    if len(found := dict(pairs)) < len(pairs):
        raise NotAnObject
    return found


def _object(text: str, start: int, path: str, depth: int) -> Node:
    """The object that begins at `start`; the text is known to be sound."""
    if not depth:
        raise NotAnObject
    members: list[tuple[int, int, Leaf | Node]] = []
    position = start + 1
    while text[_skip(text, position)] != "}":
        begin = position
        key = _match(STRING, text, _skip(text, position))
        name = path + json.loads(text[_skip(text, position) : key])
        value = _skip(text, _skip(text, key) + 1)
        found: Leaf | Node
        if text[value] == "{":
            found = _object(text, value, name + ".", depth - 1)
        else:
            found = Leaf(name, value, _end(text, value))
        position = _skip(text, found.end)
        members.append((begin, position, found))
        if text[position] == "}":
            break
        position += 1
    return Node(start, _skip(text, position) + 1, tuple(members))


def _end(text: str, start: int) -> int:
    """Where a value ends that is no object."""
    if text[start] == '"':
        return _match(STRING, text, start)
    if text[start] != "[":
        return _match(SCALAR, text, start)
    depth, position = 0, start
    while True:
        if text[position] == '"':
            position = _match(STRING, text, position)
            continue
        depth += (text[position] in "[{") - (text[position] in "]}")
        position += 1
        if not depth:
            return position


def _match(pattern: re.Pattern[str], text: str, position: int) -> int:
    match = pattern.match(text, position)
    if match is None:
        raise NotAnObject
    return match.end()


def _skip(text: str, position: int) -> int:
    return _match(SPACE, text, position)


def _value(raw: str, rule: str) -> str | None:
    """What a cell says; None for null. NotText where it can't be redacted."""
    if rule in (KEEP, DROP) or raw == "null":
        return None
    if raw.startswith('"'):
        return str(json.loads(raw))
    if rule != ID and raw[:1] in "[tf":
        raise NotText
    return raw


def _written(text: str, node: Node, rules: dict[Leaf, str], new: dict[Leaf, str]) -> str:
    """A line with new values for some leaves, and without those that are dropped."""
    return text[: node.start] + _rendered(text, node, rules, new) + text[node.end :]


def _rendered(text: str, value: Leaf | Node, rules: dict[Leaf, str], new: dict[Leaf, str]) -> str:
    if isinstance(value, Leaf):
        return new.get(value, text[value.start : value.end])
    left = [member for member in value.members if not _dropped(member[2], rules)]
    if not left:
        return "{}"
    written = (
        text[begin : inner.start] + _rendered(text, inner, rules, new) + text[inner.end : end]
        for begin, end, inner in left
    )
    return "{" + ",".join(written) + "}"


def _dropped(value: Leaf | Node, rules: dict[Leaf, str]) -> bool:
    """Whether a value goes; an object goes with the last of what it holds."""
    if isinstance(value, Leaf):
        return rules[value] == DROP
    return bool(value.members) and all(_dropped(inner, rules) for _, _, inner in value.members)
