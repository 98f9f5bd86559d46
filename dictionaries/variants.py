"""Plain ways to say an official title: without its formal words, with its parts in the order people use.

`phrases("Pain in right knee")` gives the keys "pain knee" and "knee pain", each with the side it implies. A
key is the normal forms of its words joined by spaces; laterality is never part of a key. The weight says how
near the wording is to the title: it later decides among codes that share a key.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

from . import words

#: Formal wording and what is said instead, applied in order to the lower-cased title; before each a word
#: without which it is not there.
REWRITES: tuple[tuple[str, re.Pattern[str], str], ...] = tuple(
    (hint, re.compile(pattern), plain)
    for hint, pattern, plain in (
        ("secondary", r"\bsecondary malignant neoplasms? of\b", "mets"),
        ("malignant", r"\bmalignant (?:neoplasm|tumor)s?\b", "cancer"),
        ("carcinoma", r"\bcarcinoma in situ\b", "cancer in situ"),
        ("benign", r"\bbenign neoplasms?\b", "benign tumor"),
        ("uncertain", r"\bneoplasm of uncertain behavior\b", "neoplasm uncertain behavior"),
        ("unspecified", r"\bneoplasm of unspecified behavior\b", "neoplasm"),
        (
            "congenital",
            r"\bcongenital malformations?(?: and deformations?)?\b|\bcongenital (?:absence|deformity)\b",
            r"anomaly",
        ),
        ("lower", r"\blower end of (?:the )?", "distal "),
        ("upper", r"\bupper end of (?:the )?", "proximal "),
        ("cutaneous", r"\bcutaneous abscess\b", "abscess"),
        ("without", r"\b(laceration|puncture wound|open wound) without foreign body\b", r"\1"),
        ("open", r"\bopen bite\b", "bite"),
        ("puncture", r"\bpuncture wound\b", "puncture"),
        ("contusion", r"\bcontusion\b", "bruise"),
        ("displaced", r"\bdisplaced (?=\w+ fracture|fracture)", ""),
        ("(", r"\bessential \(primary\)|\(idiopathic\)", ""),
        ("superficial", r"\bsuperficial frostbite\b", "frostbite"),
        ("personal", r"\bpersonal history of\b", "history"),
        ("encounter", r"\bencounter for\b", ""),
        ("mellitus", r"\bdiabetes mellitus\b", "diabetes"),
        ("mass", r"\bbody mass index \[bmi\]", "bmi"),
        ("classified", r"\bin diseases classified elsewhere\b", ""),
        ("due", r"\b(\w+) due to ([\w' ]+?)(?: species)?$", r"\2 \1"),
    )
)
#: What a title says only to be complete; nobody writes it.
FORMAL = re.compile(
    r",? ?\b(?:not elsewhere classified|not otherwise specified|nos|nec)\b"
    r"|,? without (?:mention of )?complications?\b"
    r"|(?:, | of | in | at )unspecified (?:site|part|sites|degree|severity|organism|cause|type|stage)\b"
    r"|(?:, | of | in | at )unspecified (?:location|nature|trimester|side|laterality)\b"
    r"|, unspecified (?:eye|ear|limb)\b|\bunspecified (?:part|site)s? of\b"
    r"|,? ?\bunspecified(?: as to [a-z ]+)?\b"
    r"|\bso stated\b|\b(?:the )?(?:wall|region|area) of\b|\(acquired\)"
)
OTHER = re.compile(r"\bother(?: specified)?\b|\bcertain\b")
PARENTHESES = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
JOINED = re.compile(r"\b([\w-]+)(?:, [\w-]+,?)? (?:or|and|and/or) ([\w-]+)\b")
GLUE = frozenset(
    ("with", "without", "due", "and", "or", "following", "by", "from", "for", "as", "during", "/")
)
LIMIT = 9


@dataclass(frozen=True, slots=True)
class Phrase:
    """One wording: its key, the side its title names ('' if none), and its nearness to the title, 0 to 1."""

    key: str
    side: str
    weight: float


def phrases(title: str) -> list[Phrase]:
    """All wordings of one title, nearest first, each key once."""
    best = {key: Phrase(key, _side(title), 1.0) for key in words.keys(title)[1:]}
    for text, weight in _plain(title):
        side = _side(text)
        for parts, near in _alternatives(text):
            for order, share in _orders(parts):
                key, weighed = " ".join(order), round(weight * near * share, 3)
                known = best.get(key)
                if 0 < len(order) <= LIMIT and (known is None or known.weight <= weighed):
                    best[key] = Phrase(key, side, weighed)
    return sorted(best.values(), key=lambda p: -p.weight)


def _plain(title: str) -> Iterator[tuple[str, float]]:
    """The title as it stands, then plainer and plainer."""
    yield title, 1.0
    text = title.lower()
    if "unspecified complication" in text:
        return
    plain = text
    for hint, pattern, said in REWRITES:
        if hint in plain:
            plain = pattern.sub(said, plain)
    for wording, near in ((text, 0.9), (plain, 0.89))[: 1 + (plain != text)]:
        formal = FORMAL.sub("", wording).strip(" ,")
        weight = near - (0.4 if OTHER.search(formal) else 0.0)
        formal = OTHER.sub("", formal).strip(" ,")
        yield formal, weight
        bare = PARENTHESES.sub("", formal).strip(" ,")
        if bare != formal:
            yield bare, weight - 0.05


def _side(text: str) -> str:
    found = set(words.sides(text))
    return found.pop() if len(found) == 1 else ""


def _alternatives(text: str) -> Iterator[tuple[list[list[str]], float]]:
    """The text cut at commas into parts of normal words; where one ' or ' or ' and ' joins two nouns, each
    alone too.
    """
    parts = [words.tokens(part) for part in text.split(", ")]
    yield [part for part in parts if part], 1.0
    hit = JOINED.search(text) if len(parts) == 1 and ("or " in text or "and " in text) else None
    if hit is not None:
        for kept in hit.groups():
            yield [words.tokens(text[: hit.start()] + kept + text[hit.end() :])], 0.7


def _orders(parts: list[list[str]]) -> Iterator[tuple[tuple[str, ...], float]]:
    flat = tuple(word for part in parts for word in part)
    yield flat, 1.0
    if len(parts) == 2:
        yield tuple(parts[1] + parts[0]), 0.98
        yield tuple(parts[0]), 0.55
    if GLUE.isdisjoint(flat) and 1 < len(flat) <= 3:
        yield from ((order, 0.95) for order in permutations(flat))
    elif GLUE.isdisjoint(flat) and len(flat) <= 6:
        yield from ((flat[cut:] + flat[:cut], 0.9) for cut in range(1, len(flat)))
