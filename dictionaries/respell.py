"""Mends misspelled words of a search: the words of the library that are written or sound like them."""

import sqlite3
from functools import lru_cache
from math import log10

from .search_words import sound

#: Below this likeness (0 to 1) a word is another word.
LIKENESS = 0.7
#: How much the sound counts, and how like the spelling or the sound alone must be to be looked at.
SOUND_SHARE, NEAR = 0.4, 0.5
#: Of two equally like words the commoner one: what a hundredfold more phrases are worth.
COMMON = 0.03
MOST = 3


class Respeller:
    """Looks for the words of a library's `form` table that a misspelled word may stand for."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._forms = lru_cache(maxsize=64)(self._read)
        self.like = lru_cache(maxsize=512)(self._like)

    def _read(self, initial: str) -> list[tuple[str, str, str, int]]:
        query = "SELECT word, sound, stem, phrases FROM form WHERE initial = ?"
        return self._connection.execute(query, (initial,)).fetchall()

    def _like(self, word: str) -> list[tuple[str, str, float]]:
        """(word, stem, likeness) of the best few, the likeliest first; nothing where no word is near."""
        from rapidfuzz import process
        from rapidfuzz.distance import DamerauLevenshtein, Indel

        heard = sound(word)
        forms = self._forms(heard[:1])
        spelled = process.extract(
            word, [form[0] for form in forms],
            scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=NEAR, limit=60,
        )  # fmt: skip
        found = []
        for form, written, place in spelled:
            _, spoken, its_stem, phrases = forms[place]
            likeness = (1 - SOUND_SHARE) * written + SOUND_SHARE * Indel.normalized_similarity(heard, spoken)
            likeness += COMMON * log10(phrases) / 2
            if likeness >= LIKENESS:
                found.append((form, its_stem, round(min(likeness, 0.98), 3)))
        found.sort(key=lambda row: (-row[2], row[0]))
        first = {row[1]: row for row in reversed(found)}
        return sorted(first.values(), key=lambda row: (-row[2], row[0]))[:MOST]
