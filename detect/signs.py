"""Marks beside a mention: the boxes of a form, a minus sign before or after it."""

import re

from .statements import Statements

#: A minus after a mention, with nothing after it: "cellulitis -."
MINUS = re.compile(r" [-–](?=[ \t]*(?:[.,;)|\n]|$))")


def boxed(start: int, notes: Statements) -> str:
    """An empty box before the mention at word `start`: '[ ]' was not chosen, '( )' is offered."""
    before = notes.words[max(0, start - 2) : start]
    if before[-1:] in (["☐"], ["□"]):
        return "negated"
    return {"[]": "negated", "()": "uncertain"}.get("".join(before), "")


def denied(start: int, end: int, notes: Statements) -> bool:
    """Whether a minus sign denies words `start` to `end`: "+nausea, -vomiting"; a bullet's dash does not."""
    text, low, high = notes.stream.text, notes.stream.start(start), notes.stream.end(end - 1)
    if text[low - 1 : low] in ("-", "–") and text[low - 2 : low - 1] in (" ", ",", "(", ";", "/"):
        line = text[text.rfind("\n", 0, low) + 1 : low - 1]
        return bool(line.strip())
    return text[high : high + 2] in (" -", " –") and MINUS.match(text, high) is not None
