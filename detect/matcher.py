"""Finds dictionary phrases in a note with spaCy's PhraseMatcher, filled as notes need it.

A note becomes a stream of normal forms: words that no phrase holds become a placeholder, stop words and sides
(left, right) are left out, so that "pain in her left knee" reads "pain knee". Each phrase has an anchor, its
rarest word, and is added to the matcher when a note first contains that word.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from ..dictionaries import Store
from ..dictionaries.store import Option
from ..dictionaries.words import normal, split, transparent
from .spelling import SHORTEST, Speller

UNKNOWN = "·"
CACHE_LIMIT = 400_000


@dataclass(slots=True)
class Stream:
    """One note as the matcher sees it. `words[i]` is raw token `places[i]`; `offsets` are the raw tokens'."""

    text: str
    raws: list[str]
    offsets: list[int]
    words: list[str]
    places: list[int]

    def start(self, index: int) -> int:
        """Offset at which word `index` begins."""
        return self.offsets[self.places[index]]

    def end(self, index: int) -> int:
        """Offset at which word `index` ends, exclusive."""
        place = self.places[index]
        return self.offsets[place] + len(self.raws[place])

    def index_at(self, offset: int) -> int:
        """Index of the first word that begins at or after `offset`."""
        place = bisect_left(self.offsets, offset)
        return bisect_left(self.places, place)


class Match(NamedTuple):
    """Words `start` to `end` (exclusive) of a stream spell the phrase `key`."""

    start: int
    end: int
    key: str


class Matcher:
    """Phrase matching over a Store; `rules` are further phrases that are always there (context triggers)."""

    def __init__(self, store: Store, rules: Iterable[str] = ()) -> None:
        self._store = store
        self._vocab = Vocab()
        self._matcher = PhraseMatcher(self._vocab, attr="ORTH")
        self._keys: dict[int, str] = {}
        self._forms: dict[str, str] = {}
        self._loaded: set[str] = set()
        self._speller: Speller | None = None
        self._alive: set[str] = set()
        self.options: dict[str, list[Option]] = {}
        for key in rules:
            self._add(key)
            self._alive.update(key.split())

    def stream(self, text: str) -> Stream:
        """The note's words in their normal forms; loads the phrases of words not seen before."""
        pairs = split(text)
        raws = [raw for raw, _ in pairs]
        forms = self._forms
        missing = set(raws).difference(forms)
        if missing:
            if len(forms) > CACHE_LIMIT:
                forms.clear()
                missing = set(raws)
            self._learn(missing)
        words = [forms[raw] for raw in raws]
        places = [place for place, word in enumerate(words) if word]
        return Stream(text, raws, [offset for _, offset in pairs], [words[p] for p in places], places)

    def find(self, stream: Stream) -> list[Match]:
        """Every phrase in the stream, overlapping ones too."""
        if not stream.words:
            return []
        keys = self._keys
        found = self._matcher(Doc(self._vocab, words=stream.words))
        return [Match(start, end, keys[number]) for number, start, end in found]

    def _learn(self, raws: set[str]) -> None:
        normals = {raw: "" if transparent(raw) else normal(raw) for raw in raws}
        self._load({word for word in normals.values() if word and word not in self._loaded})
        strange = {
            raw: word for raw, word in normals.items() if word[:1].isalpha() and word not in self._alive
        }
        mended = {raw: self._mend(word) for raw, word in strange.items()}
        self._load({word for word in mended.values() if word != UNKNOWN and word not in self._loaded})
        self._forms.update(normals)
        self._forms.update(mended)
        self._forms.update(
            {raw: UNKNOWN for raw, word in normals.items() if word[:1].isdigit() and word not in self._alive}
        )

    def _mend(self, word: str) -> str:
        if self._speller is None:
            self._speller = Speller(self._store.long_words(SHORTEST - 1))
        return self._speller.correct(word) or UNKNOWN

    def _load(self, words: set[str]) -> None:
        self._loaded |= words
        known = self._store.known_words(words)
        self._alive |= known
        for key, options in self._store.phrases(known).items():
            self.options[key] = options
            self._add(key)

    def _add(self, key: str) -> None:
        if self._vocab.strings.add(key) not in self._keys:
            self._keys[self._vocab.strings[key]] = key
            self._matcher.add(key, [Doc(self._vocab, words=key.split())])
