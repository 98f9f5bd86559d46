"""The template language: text with {slots}, {@pool} references and <a|b> choices.

A file is made of sections: `== note` (a layout) and `== pool NAME` (one item a line). Lines that start with
`# ` are comments. A backslash takes the meaning from `<`, `>`, `|`, `{`, `}` and writes `\\n` and `\\t`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_SECTION = re.compile(r"== (?:(note)\b.*|pool ([\w-]+))\s*$")
_SLOT = re.compile(r"([A-Za-z][A-Za-z0-9]*)(?:\.([a-z0-9]+(?:\.[a-z0-9]+)*))?(?: (\S.*))?$")
_POOL = re.compile(r"@([\w-]+)(?: (\d+)(?:-(\d+))?(?: (inline|comma))?)?$")
_ESCAPES = {"n": "\n", "t": "\t", "<": "<", ">": ">", "|": "|", "{": "{", "}": "}", "\\": "\\"}
_JOINERS = {None: "\n", "inline": " ", "comma": ", "}


class TemplateError(ValueError):
    """A template that can't be used; the message names the file and the line."""

    def __init__(self, path: str, line: int, problem: str) -> None:
        super().__init__(f"{path}:{line}: {problem}")


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A value to fill in: `{name.form argument}`."""

    name: str
    form: str
    argument: str
    line: int


@dataclass(frozen=True, slots=True)
class PoolRef:
    """`low` to `high` different items of a pool, set one after the other with `joiner` between."""

    name: str
    low: int
    high: int
    joiner: str
    line: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several alternatives."""

    options: tuple[Sequence, ...]


Node = Text | Slot | PoolRef | Choice
Sequence = tuple[Node, ...]
_Line = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Template:
    """One template file: its layouts and its pools."""

    path: str
    notes: tuple[Sequence, ...]
    pools: dict[str, tuple[Sequence, ...]]


class _Reader:
    """Reads one layout or one pool item."""

    def __init__(self, source: str, path: str, lines: tuple[int, ...]) -> None:
        self.source, self.path, self.lines = source, path, lines
        self.at = 0

    def line(self, at: int) -> int:
        return self.lines[self.source.count("\n", 0, at)]

    def fail(self, problem: str, at: int) -> TemplateError:
        return TemplateError(self.path, self.line(at), problem)

    def sequence(self, inside: bool) -> Sequence:
        """Nodes up to the end, or inside a choice up to the next unnested `|` or `>`."""
        nodes: list[Node] = []
        text: list[str] = []
        while self.at < len(self.source):
            char = self.source[self.at]
            if inside and char in "|>":
                break
            if char not in "{<":
                text.append(self.character())
                continue
            if text:
                nodes.append(Text("".join(text)))
                text = []
            nodes.append(self.braces() if char == "{" else self.choice())
        if text:
            nodes.append(Text("".join(text)))
        return tuple(nodes)

    def character(self) -> str:
        char = self.source[self.at]
        follower = self.source[self.at + 1 : self.at + 2]
        if char == "\\" and follower in _ESCAPES:
            self.at += 2
            return _ESCAPES[follower]
        self.at += 1
        return char

    def choice(self) -> Choice:
        opened = self.at
        options: list[Sequence] = []
        while True:
            self.at += 1
            options.append(self.sequence(inside=True))
            if self.at >= len(self.source):
                raise self.fail("'<' without its '>' (a literal one is written \\<)", opened)
            if self.source[self.at] == ">":
                self.at += 1
                return Choice(tuple(options))

    def braces(self) -> Slot | PoolRef:
        opened = self.at
        closed = self.source.find("}", opened)
        inner = self.source[opened + 1 : closed]
        if closed < 0 or "\n" in inner or "{" in inner:
            raise self.fail("'{' without its '}' (a literal one is written \\{)", opened)
        self.at = closed + 1
        line = self.line(opened)
        if match := _POOL.match(inner):
            low = int(match[2] or 1)
            return PoolRef(match[1], low, int(match[3] or low), _JOINERS[match[4]], line)
        if match := _SLOT.match(inner):
            return Slot(match[1], match[2] or "", match[3] or "", line)
        raise self.fail(f"unreadable slot {{{inner}}}", opened)


def parse_text(source: str, path: str = "<text>", lines: tuple[int, ...] = ()) -> Sequence:
    """The nodes of one layout or pool item; `lines` are the numbers of its lines in the file `path`."""
    return _Reader(source, path, lines or tuple(range(1, source.count("\n") + 2))).sequence(inside=False)


def parse_template(source: str, path: str) -> Template:
    """A whole template file; raises TemplateError with file and line."""
    notes: list[Sequence] = []
    pools: dict[str, tuple[Sequence, ...]] = {}
    for number, name, body in _sections(source, path):
        if not any(text.strip() for _, text in body):
            raise TemplateError(path, number, "empty section")
        if not name:
            notes.append(_layout(body, path))
        elif name in pools:
            raise TemplateError(path, number, f"pool {name} is defined twice")
        else:
            pools[name] = tuple(
                parse_text(text.strip(), path, (line,)) for line, text in body if text.strip()
            )
    return Template(path, tuple(notes), pools)


def _layout(body: list[_Line], path: str) -> Sequence:
    full = [number for number, (_, text) in enumerate(body) if text.strip()]
    body = body[full[0] : full[-1] + 1]
    return parse_text("\n".join(text for _, text in body), path, tuple(line for line, _ in body))


def _sections(source: str, path: str) -> Iterator[tuple[int, str, list[_Line]]]:
    """(line of the heading, pool name or "" for a layout, numbered lines of the body), comments left out."""
    current: tuple[int, str, list[_Line]] | None = None
    for number, text in enumerate(source.split("\n"), 1):
        if text.startswith("== "):
            match = _SECTION.match(text)
            if not match:
                raise TemplateError(path, number, f"unknown section heading {text!r}")
            if current:
                yield current
            current = (number, match[2] or "", [])
        elif text.startswith("# ") or (text == "#" and not current):
            continue
        elif current:
            current[2].append((number, text))
        elif text.strip():
            raise TemplateError(path, number, "text before the first section")
    if current:
        yield current


def load_template(path: Path) -> Template:
    """Read and parse the file at `path`."""
    return parse_template(path.read_text(encoding="utf-8"), path.name)
