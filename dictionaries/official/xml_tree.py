"""Reads XML into small nodes that know their line, without document types, entities or anything external."""

import xml.parsers.expat as expat
from collections.abc import Iterator
from typing import NoReturn

from .faults import ImportFileError


class Node:
    """One element: its tag, line and attributes; `parts` are its texts and child nodes in order."""

    __slots__ = ("attributes", "line", "parts", "tag")

    def __init__(self, tag: str, line: int, attributes: dict[str, str]) -> None:
        self.tag, self.line, self.attributes = tag, line, attributes
        self.parts: list[Node | str] = []

    def children(self, *tags: str) -> Iterator["Node"]:
        """Child nodes, those of the given tags where any are given."""
        return (part for part in self.parts if isinstance(part, Node) and (not tags or part.tag in tags))

    def text(self, tag: str = "") -> str:
        """All text in it, or in its first child of a tag, blanks collapsed; '' where there is none."""
        if tag:
            return next((child.text() for child in self.children(tag)), "")
        # a child's words are words of their own: "Abuse<nemod>(adult)</nemod>"
        return " ".join(" ".join(p.text() if isinstance(p, Node) else p for p in self.parts).split())


def parse(text: str) -> Node:
    """The root element; raises ImportFileError with the line of whatever isn't plain XML."""
    stack = [Node("", 0, {})]
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True

    def start(tag: str, attributes: dict[str, str]) -> None:
        stack.append(Node(tag, parser.CurrentLineNumber, attributes))

    def end(tag: str) -> None:
        done = stack.pop()
        stack[-1].parts.append(done)

    def refuse(*_: object) -> NoReturn:
        raise ImportFileError(
            "a document type or entity, which no official file has", parser.CurrentLineNumber
        )

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = lambda data: stack[-1].parts.append(data)
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(text.encode("utf-8"), True)
    except expat.ExpatError as error:
        raise ImportFileError(f"not well-formed XML: {expat.ErrorString(error.code)}", error.lineno) from None
    return next(stack[0].children())
