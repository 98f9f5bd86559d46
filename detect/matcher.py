"""Finds dictionary phrases in a note with spaCy's PhraseMatcher, filled as notes need it.

A note becomes a stream of normal forms: words that no phrase holds become a placeholder, stop words and sides
(left, right) are left out, so that "pain in her left knee" reads "pain knee". Each phrase has an anchor, its
rarest word, and is added to the matcher when a note first contains that word. What a phrase means is read
when it is first found.
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
from ..dictionaries.words import normal, side, split, transparent
from .spelling import SHORTEST, Speller

UNKNOWN = "·"
CACHE_LIMIT = 400_000


@dataclass(slots=True)
class Stream:
    """One note as the matcher sees it: raw tokens with their offsets, and the words that it matches.

    `words[i]` is raw token `places[i]`; `sides` gives the raw tokens that name a side of the body.
    """

    text: str
    raws: list[str]
    offsets: list[int]
    words: list[str]
    places: list[int]
    sides: dict[int, str]

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
        self._forms: dict[str, str] = {}
        self._sides: dict[str, str] = {}
        self._loaded: set[str] = set()
        self._speller: Speller | None = None
        self._alive: set[str] = set()
        self._meanings: dict[str, tuple[Option, ...]] = {}
        self._add(list(rules))
        self._alive.update(word for key in rules for word in key.split())

    def __contains__(self, key: object) -> bool:
        """Whether a phrase of several words is in the matcher."""
        return isinstance(key, str) and key in self._vocab.strings

    def meanings(self, key: str) -> tuple[Option, ...]:
        """What a phrase can mean; nothing where it is no phrase of the dictionary."""
        found = self._meanings.get(key)
        if found is None:
            found = self._meanings[key] = self._store.meanings(key)
        return found

    def phrases(self) -> list[str]:
        """The phrases that notes have brought in so far."""
        return [key for key in self._vocab.strings if " " in key]

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
        lateral = self._sides
        sides = {place: lateral[raw] for place, raw in enumerate(raws) if raw in lateral}
        return Stream(text, raws, [offset for _, offset in pairs], [words[p] for p in places], places, sides)

    def find(self, stream: Stream) -> list[Match]:
        """Every phrase in the stream, overlapping ones too."""
        words = stream.words
        found = self._matcher(Doc(self._vocab, words=words)) if words else []
        return [
            Match(start, end, words[start] if end - start == 1 else " ".join(words[start:end]))
            for _, start, end in found
        ]

    def _learn(self, raws: set[str]) -> None:
        normals = {raw: "" if transparent(raw) else normal(raw) for raw in raws}
        self._load({word for word in normals.values() if word and word not in self._loaded})
        strange = {
            raw: word for raw, word in normals.items() if word[:1].isalpha() and word not in self._alive
        }
        mended = {raw: self._mend(word) for raw, word in strange.items()}
        self._load({word for word in mended.values() if word != UNKNOWN and word not in self._loaded})
        self._sides.update((raw, named) for raw in raws if (named := side(raw)))
        self._forms.update(normals)
        self._forms.update(mended)
        self._forms.update(
            {raw: UNKNOWN for raw, word in normals.items() if word[:1].isdigit() and word not in self._alive}
        )

    def _mend(self, word: str) -> str:
        if self._speller is None:
            self._speller = Speller(self._store.long_words(SHORTEST))
        return self._speller.correct(word) or UNKNOWN

    def _load(self, words: set[str]) -> None:
        self._loaded |= words
        known = self._store.known_words(words)
        self._alive |= known
        self._add(self._store.phrases(known))

    def _add(self, keys: list[str]) -> None:
        strings = self._vocab.strings
        for key in keys:
            strings.add(key)
        self._matcher.add("phrase", [Doc(self._vocab, words=key.split()) for key in keys])
