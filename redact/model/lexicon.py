"""Which word lists a word stands in: a hint for the model, never a decision.

Training hides the hint in part of the notes and falsifies some of it, so that the model reads names that no
list knows, and a list may grow without a new training.
"""

from ..gazetteers import clinical_words, eponyms, given_names, is_common, surnames
from .tokens import folded

GIVEN, FAMILY, COMMON, CLINICAL, EPONYM = 1, 2, 4, 8, 16
COMBINATIONS = 32
HIDDEN = COMBINATIONS  # row of the table "lists" for a word whose hint is hidden
ROWS = COMBINATIONS + 1


def lexical_bits(word: str) -> int:
    """Sum of the bits of the lists that `word` stands in, without regard to case and accents."""
    key = folded(word)
    return (
        GIVEN * (key in given_names())
        | FAMILY * (key in surnames())
        | COMMON * is_common(key)
        | CLINICAL * (key in clinical_words())
        | EPONYM * (key in eponyms())
    )
