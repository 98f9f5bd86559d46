"""Single values as a scanner misreads them: confused characters, lost or stray spaces."""

from __future__ import annotations

import re
from random import Random

# What a scanner reads in place of what stands there; every character of a value is one alternative.
CONFUSED = {
    "l": "1I|",
    "I": "l1",
    "1": "lI",
    "O": "0",
    "0": "O",
    "o": "0",
    "S": "5",
    "5": "S",
    "B": "8",
    "8": "B",
    "e": "c",
    "c": "e",
    "a": "o",
    "h": "b",
    "rn": "m",
    "m": "rn",
    "cl": "d",
    "vv": "w",
    "w": "vv",
    "ri": "n",
    "li": "h",
    "fi": "ﬁ",
    "Z": "2",
    "2": "Z",
    "G": "6",
    "6": "Gb",
    "9": "g",
    "4": "A",
    "i": "l!",
    "t": "f",
    "D": "O",
    "u": "v",
    "n": "u",
    ".": ",",
    ",": ".",
    "-": "~",
    "/": "l",
    "'": "`",
    ":": ";",
}
CONFUSABLE = re.compile("|".join(sorted(map(re.escape, CONFUSED), key=len, reverse=True)))


def scanned(rng: Random, text: str) -> str:
    """The text with one to three characters confused; now and then a space lost or put in."""
    places = list(CONFUSABLE.finditer(text))
    chosen = rng.sample(places, min(len(places), rng.choice((1, 1, 1, 2, 2, 3))))
    for match in sorted(chosen, key=re.Match.start, reverse=True):
        text = text[: match.start()] + _misread(rng, match[0]) + text[match.end() :]
    roll = rng.random()
    if roll < 0.15:
        return run_together(rng, text)
    return _gapped(rng, text) if roll < 0.23 else text


def _misread(rng: Random, seen: str) -> str:
    swap = CONFUSED[seen]
    return swap if seen in ("m", "w") else rng.choice(swap)


def run_together(rng: Random, text: str) -> str:
    """The text without its spaces."""
    return "".join(text.split(" "))


def _gapped(rng: Random, text: str) -> str:
    at = rng.randrange(1, len(text)) if len(text) > 1 else 0
    return f"{text[:at]} {text[at:]}".strip()
