"""Cut a text into tokens: words, and punctuation characters one by one.

A word is a run of letters and digits; combining marks and invisible format characters (zero-width
joiners, soft hyphens, byte-order marks) inside or after it belong to it. Three or more of the same
punctuation mark in a row (a ruler of dashes, a blank to fill in) count as one token. White space is
what lies between tokens. Offsets are code points, end exclusive.
"""

import re
import unicodedata

# Stands for "belongs to the word before it" in the copy of the text that the pattern reads.
_JOINER = "\ue000"
_TOKEN = re.compile(rf"[^\W_][^\W_{_JOINER}]*(?:{_JOINER}+[^\W_]*)*|([^\w\s]|_)\1{{2,}}|[^\w\s]|_")
_JOINING = ("Mn", "Mc", "Me", "Cf")


class _Joiners(dict[int, str]):
    """Translation table, filled as characters turn up: marks and format characters become the joiner."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        joins = code > 127 and unicodedata.category(character) in _JOINING
        self[code] = _JOINER if joins else character
        return self[code]


_JOINERS = _Joiners()


def token_offsets(text: str) -> list[tuple[int, int]]:
    """Start and end of every token of `text`, in order."""
    shadow = text if text.isascii() else text.translate(_JOINERS)
    return [match.span() for match in _TOKEN.finditer(shadow)]


def folded(word: str) -> str:
    """`word` as the uncased vocabulary spells it: lower case, no accents, no invisible characters."""
    if word.isascii():
        return word.lower()
    letters = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in letters if unicodedata.category(c) not in _JOINING)
