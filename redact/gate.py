"""The gate before the model: where nothing can be hidden, a prediction is not worth its time.

A sentence is safe when every word in it is plain English or clinical, no word of it could be a name in its
place, and its numbers are quantities. docs/model-card.md gives the measured loss of recall.
"""

import re
from functools import lru_cache
from typing import Final

from .gazetteers import clinical_words, eponyms, given_names, surnames, word_counts
from .tags import TAG

SENTENCE: Final = re.compile(r"\S(?:[^\n.?!]|[.?!](?!\s+[A-Z]|\s*\n))*+[.?!]?")
WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
#: Words after which even a plain word may be somebody's or somewhere's name.
ANNOUNCING: Final = frozenset(
    """dr dra drs mr mrs ms miss mx prof sr sra rev fr sgt ofc officer nurse name named names aka alias
    signed cc attn dear hi hello thanks thx room rm bed unit apt suite ward pager ext fax employer school
    church works lives attends teacher coach street""".split()
)
UNIT: Final = r"""(?:
    %|mg|mcg|g\b|kg|ml|mmhg|mm\b|cm\b|lbs?\b|pounds|units?|tab(?:let)?s?\b|doses?|packs?|puffs?|per\b|percent
    |years?(?:[ -]old)?|yo\b|y/o|months?|weeks?|wks?\b|days?|hours?|hrs?\b|minutes?|min\b|times|sessions?
    |degrees|feet|inch(?:es)?|miles?|blocks?|flights?|pillows?|out[ ]of|beats|bpm|strength
    |(?:ejection[ ]|systolic[ ]|diastolic[ ]){0,3}murmurs?|systolic|diastolic
)"""
QUANTITY: Final = re.compile(
    rf"""\d+(?:[.,/-]\d+)*\s?[-–]?\s?{UNIT}
    |(?<![\w/.-])\d+\.\d+(?![\d.]|[/-]\d)        # a decimal
    |(?<![\w/.-])\d(?![\w/-]|\.\d)               # one digit alone
    |(?<![\w/.-])\d{{2,3}}/\d{{2,3}}(?![\w/-])(?<![01]\d/[0-3]\d)   # a blood pressure, and no day of a month
    |(?<![\w/.-])(?:19|20)\d\d(?![\w/-]|\.\d)    # a bare year is no identifier
    |(?<!\w)(?:covid-19|[ctls]\d{{1,2}}(?:-[ctls]?\d{{1,2}})?|a1c|t[34]|b12|o2|spo2)(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
OPENER: Final = re.compile(r"[.:;?!•]\s|\s[-*>]\s?")
#: Endings of English and clinical words that hardly any name has; listed names are asked for first.
WORD_ENDING: Final = re.compile(
    r".{3,}(?:ing|ed|ly|ness|ments?|tions?|sions?|it(?:y|ies)|ous|ive|able|ible|ical|less|ful|itis|osis|emia|uria"
    r"|ectomy|ostomy|otomy|oscopy|pathy|olog(?:y|ist|ic)|plasty|graphy|gram|algia|penia|trophy|therapy|thesia"
    r"|plegia|paresis)"
)
LOWER_COUNT: Final = 100
LISTED_SHARE: Final = 0.001
#: A clinical word that opens a sentence ("Blood pressure …") may be a rare surname and still be no name.
OPENING_SHARE: Final = 0.01
#: A capitalised word that opens a sentence is no name when it is this common; a listed name must be commoner.
OPENING_COUNT: Final = 1_500
EVERYDAY_COUNT: Final = 400_000


def suspicious_stretches(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence of `text` that the model must look at, in order."""
    return [match.span() for match in SENTENCE.finditer(text) if can_hide_something(match.group())]


def can_hide_something(sentence: str) -> bool:
    """Whether a word or number of the sentence may identify somebody."""
    bare = QUANTITY.sub(" ", TAG.sub(" ", sentence))
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
    share = max(given_names().get(key, 0.0), surnames().get(key, 0.0))
    limit = OPENING_SHARE if opening else LISTED_SHARE
    if key in clinical_words() and (word.islower() or (share < limit and key not in eponyms())):
        return False
    if word.islower():
        return not (
            count >= OPENING_COUNT
            or (share < LISTED_SHARE and (count >= LOWER_COUNT or WORD_ENDING.fullmatch(key)))
        )
    if count >= EVERYDAY_COUNT and (opening or word.isupper()):
        return False
    plain = share < LISTED_SHARE and (count >= OPENING_COUNT or WORD_ENDING.fullmatch(key))
    return not (plain and (opening or word.isupper()))
