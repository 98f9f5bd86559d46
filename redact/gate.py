"""The gate before the model: a line in which nothing can be hidden is not worth a prediction.

A line is safe when every word in it is plain English or clinical, no word of it could be a name in its place,
and its numbers are quantities. docs/model-card.md gives the measured loss of recall.
"""

import re
from functools import lru_cache
from typing import Final

from .gazetteers import clinical_words, eponyms, given_names, surnames, word_counts
from .tags import TAG

WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
#: Words after which even a plain word may be somebody's name, somewhere's name or a number that identifies.
ANNOUNCING: Final = frozenset(
    """dr dra drs mr mrs ms miss mx prof sr sra rev fr sgt ofc officer nurse aunt uncle grandma grandpa mom dad named name called aka signed cc attn dear hi hello thanks
    wife husband son daughter dtr mother father sister brother cousin niece nephew friend neighbor roommate boyfriend girlfriend partner fiance fiancee grandmother grandfather
    room rm bed unit apt suite floor ward pager ext phone cell fax employer school church works lives attends teacher coach street from near""".split()
)
QUANTITY: Final = re.compile(
    r"\d+(?:[.,/]\d+)?\s?[-–]?\s?(?:%|mg|mcg|g|kg|ml|mmhg|mm|cm|lbs?|pounds|units?|tablets?|years?(?:[ -]old)?|yo|y/o|months?|weeks?|days?|hours?|minutes?|times|doses?|degrees|feet|inch(?:es)?|per|out of|percent|pack|puffs?|sessions?|beats)\b|(?<![\d/.-])\d(?![\d/-])|\b\d{1,3}/10\b",
    re.IGNORECASE,
)
OPENER: Final = re.compile(r"[.:;?!•]\s|\s[-*>]\s?")
PLAIN_COUNT: Final = 1_500
#: A capitalised word that begins a sentence is no name when it is this common and names hardly anyone.
OPENING_COUNT: Final = 3_000
NAME_SHARE: Final = 0.004
EVERYDAY_COUNT: Final = 400_000


def can_hide_something(line: str) -> bool:
    """Whether the model must look at this line."""
    bare = QUANTITY.sub(" ", TAG.sub(" ", line))
    if any(character.isdigit() for character in bare):
        return True
    end = -1
    for word in WORD.finditer(bare):
        if _suspicious(word.group(), end < 0 or bool(OPENER.search(bare, end, word.start()))):
            return True
        end = word.end()
    return False


@lru_cache(maxsize=131_072)
def _suspicious(word: str, opening: bool) -> bool:
    key = re.sub(r"['’]s$", "", word).lower()
    if key in ANNOUNCING:
        return True
    count = word_counts().get(key, 0)
    clinical = key in clinical_words()
    if word.islower():
        return not clinical and count < PLAIN_COUNT
    borne = max(given_names().get(key, 0.0), surnames().get(key, 0.0)) >= NAME_SHARE or key in eponyms()
    if clinical and not borne:
        return False
    return not (opening and count >= (EVERYDAY_COUNT if borne else OPENING_COUNT))
