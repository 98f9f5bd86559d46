"""Marks beside a mention: the boxes of a form, a minus sign before or after it."""

import re

from .statements import Statements

#: A minus after a mention, with nothing after it: "cellulitis -.", "SI-/HI-"
MINUS = re.compile(r" [-–](?=[ \t]*(?:[.,;)|\n]|$))|[-–](?=[/.,;)])")
#: An answer after what was asked: "chest pain? No", and one in a column: "fever N   cough N".
#: What a patient is free of; the words of a statement can't tell it from "free T4".
FREE = re.compile(r"\bfree of [^.;\n]{0,40}$", re.I)
COUNT = re.compile(r" ?[:=x]? ?0(?: (?:times|episodes|instances))?(?![\w/%-]|\.\d)")
ANSWER = re.compile(
    r"(?: ?\?[ \t]*[-:]?[ \t]*(?P<said>no|none|never|denies|negative|neg|n|yes|yep|y)(?![\w'/-])"
    r"|(?:[ \t]*[=|])?[ \t]+(?P<column>[NY]|NO|YES)(?=[ \t]{2,}|[ \t]*(?:[|\n,;]|$)))",
    re.I,
)


def boxed(start: int, notes: Statements) -> str:
    """An empty box before the mention at word `start`: '[ ]' was not chosen, '( )' is offered."""
    before = notes.words[max(0, start - 2) : start]
    if before[-1:] in (["☐"], ["□"]):
        return "negated"
    return {"[]": "negated", "()": "uncertain"}.get("".join(before), "")


def answered(end: int, code: str, notes: Statements) -> str:
    """`negated`, `present` or '' by the answer after words up to `end` ("asthma? N", "fever N   rash Y"), or
    by the count of a symptom ("aggression 0").
    """
    text, high = notes.stream.text, notes.stream.end(end - 1)
    if code[0] in "RW" and COUNT.match(text, high):
        return "negated"
    hit = ANSWER.match(text, high)
    if hit is None or (hit["column"] and not hit["column"].isupper()):
        return ""
    return "present" if (hit["said"] or hit["column"])[0] in "yY" else "negated"


def denied(start: int, end: int, notes: Statements) -> bool:
    """Whether a minus sign denies words `start` to `end`: "+nausea, -vomiting", "+ rash, - fever"; a bullet's
    dash does not.
    """
    text, low, high = notes.stream.text, notes.stream.start(start), notes.stream.end(end - 1)
    if FREE.search(text, max(0, low - 50), low):
        return True
    if text[low - 2 : low] in ("- ", "– ") and text[low - 4 : low - 2] in (", ", "; ", "/ "):
        return "+ " in text[text.rfind("\n", 0, low) + 1 : low]
    if text[low - 1 : low] in ("-", "–") and text[low - 2 : low - 1] in (" ", ",", "(", ";", "/"):
        line = text[text.rfind("\n", 0, low) + 1 : low - 1]
        return bool(line.strip())
    return text[high : high + 2].lstrip()[:1] in ("-", "–") and MINUS.match(text, high) is not None


#: What a list of dangers leads to: "fever or redness -> call", "bleeding: go to the ER".
CALL = re.compile(r"(?:→|>|=|-|:|,) ?(?:then |pls |please )?[ceglrlnpsu9]", re.I)
_SIGN = r"(?:→|->|>|=| --?)"
ACTION = re.compile(
    rf"[^.;\n]{{0,45}}?(?:{_SIGN} ?(?:then )?(?:e[rd]\b|l&d|return\b|urgent care)"
    rf"|(?:{_SIGN}|[:,]) ?(?:then )?(?:pls |please )?"
    r"(?:(?:go|come) (?:to|in)\b|call\b|911|notify|seek|page\b|let us know))",
    re.I,
)
#: Words with which a question that asks for a finding begins.
ASKS = frozenset("any is are am does do did has have can could would was were should which what why".split())


def acted(end: int, notes: Statements) -> bool:
    """Whether the words up to `end` stand before what to do about them, and so lie ahead."""
    high = notes.stream.end(end - 1)
    if CALL.search(notes.stream.text, high, high + 60) is None:
        return False  # the quick look
    return ACTION.match(notes.stream.text, high, high + 80) is not None


def questioned(start: int, end: int, notes: Statements) -> bool:
    """Whether a question mark ends the statement soon after words `start` to `end`, or it is worded as a
    question.
    """
    first, last = notes.bounds(start)
    if notes.words[last - 1] != "?":
        return False
    near = last - 1 - end <= 3 and ":" not in notes.words[end:last]
    return near or not ASKS.isdisjoint(notes.words[first:start])
