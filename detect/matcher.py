"""Finds dictionary phrases in a note with spaCy's PhraseMatcher, filled as notes need it.

A note becomes a stream of normal forms: words that no phrase holds become a placeholder, stop words and sides
(left, right) are left out, so that "pain in her left knee" reads "pain knee". Each phrase has an anchor, its
rarest pair of neighbours (or its only word), and is added to the matcher when a note first contains that:
few of the dictionary's phrases ever are. What a phrase means is read when it is first found.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import compress, count, filterfalse, pairwise
from operator import add
from typing import NamedTuple

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from ..dictionaries import Store
from ..dictionaries.store import Option
from ..dictionaries.words import normal, side, transparent
from .pieces import Pieces
from .spelling import SHORTEST, Speller

UNKNOWN = "·"
CACHE_LIMIT = 400_000
PAIRS_LIMIT = 200_000


@dataclass(slots=True)
class Stream:
    """One note as the matcher sees it: raw tokens with their offsets, and the words that it matches.

    `words[i]` is raw token `places[i]`, from `starts[i]` to `ends[i]` (exclusive) in the text; `sides` gives
    the raw tokens that name a side of the body, and `lateral` has their numbers in order.
    """

    text: str
    raws: list[str]
    words: list[str]
    places: list[int]
    starts: list[int]
    ends: list[int]
    sides: dict[int, str]
    lateral: tuple[int, ...]

    def start(self, index: int) -> int:
        """Offset at which word `index` begins."""
        return self.starts[index]

    def end(self, index: int) -> int:
        """Offset at which word `index` ends, exclusive."""
        return self.ends[index]

    def index_at(self, offset: int) -> int:
        """Index of the first word that begins at or after `offset`."""
        return bisect_left(self.starts, offset)


#: What a `Match` holds: most of what is found is not worth one.
Found = tuple[int, int, str]


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
        self._pieces = Pieces()
        self._forms: dict[str, str] = {}
        self._sides: dict[str, str] = {}
        self._numbers: dict[str, int] = {}
        self._phrases: list[str] = []
        self._loaded: set[str] = set()
        self._pairs: set[tuple[str, str]] = set()
        self._absent: set[str] = set()
        self._speller: Speller | None = None
        self._alive: set[str] = set()
        self._meanings: dict[str, tuple[Option, ...]] = {}
        #: Those of the phrases met so far whose meanings hold on conditions only.
        self.bound: set[str] = set()
        self._add(list(rules))
        self._alive.update(word for key in rules for word in key.split())

    def __contains__(self, key: object) -> bool:
        """Whether there is such a phrase in the dictionary."""
        if key in self._absent or not isinstance(key, str):
            return False
        if key not in self._meanings and not self._store.has(key):
            if len(self._absent) > PAIRS_LIMIT:
                self._absent.clear()
            self._absent.add(key)
            return False
        return True

    def meanings(self, key: str) -> tuple[Option, ...]:
        """What a phrase can mean; nothing where it is no phrase of the dictionary."""
        found = self._meanings.get(key)
        if found is None:
            found = self._meanings[key] = self._store.meanings(key)
            if any(option.exact or option.cues for option in found):
                self.bound.add(key)
        return found

    def phrases(self) -> list[str]:
        """The phrases that notes have brought in so far."""
        return list(dict.fromkeys(self._phrases))

    def stream(self, text: str) -> Stream:
        """The note's words in their normal forms; loads the phrases of words not seen before."""
        raws, offsets = self._pieces.cut(text)
        try:
            forms = list(map(self._forms.__getitem__, raws))
        except KeyError:
            self._learn(set(raws))
            forms = list(map(self._forms.__getitem__, raws))
        starts = list(compress(offsets, forms))
        ends = list(map(add, starts, map(len, compress(raws, forms))))
        places = list(compress(count(), forms))
        lateral = self._sides
        sides = {place: lateral[raws[place]] for place in compress(count(), map(lateral.__contains__, raws))}
        return Stream(text, raws, list(filter(None, forms)), places, starts, ends, sides, tuple(sides))

    def find(self, stream: Stream) -> list[Found]:
        """Every phrase in the stream, overlapping ones too, in order."""
        words = stream.words
        self._meet(words)
        # by number, which its stub does not know: spaCy need not look each word up by its spelling
        numbers = list(map(self._numbers.__getitem__, words))
        found = self._matcher(Doc(self._vocab, words=numbers)) if words else []  # type: ignore[arg-type]
        return [
            (start, end, words[start] if end - start == 1 else " ".join(words[start:end]))
            for _, start, end in found
        ]

    def _learn(self, raws: set[str]) -> None:
        """Work out the forms of those raw tokens of a note that are new."""
        if len(self._forms) > CACHE_LIMIT:
            self._forms.clear()
        new = raws.difference(self._forms)
        normals = {raw: "" if transparent(raw) else normal(raw) for raw in new}
        self._load({word for word in normals.values() if word and word not in self._loaded})
        strange = {
            raw: word for raw, word in normals.items() if word[:1].isalpha() and word not in self._alive
        }
        mended = {raw: self._mend(word) for raw, word in strange.items()}
        self._load({word for word in mended.values() if word != UNKNOWN and word not in self._loaded})
        self._sides.update((raw, named) for raw in new if (named := side(raw)))
        unknown = {
            raw: UNKNOWN for raw, word in normals.items() if word[:1].isdigit() and word not in self._alive
        }
        learned = {**normals, **mended, **unknown}
        self._forms.update(learned)
        self._numbers.update((word, self._vocab.strings.add(word)) for word in learned.values())

    def _meet(self, words: list[str]) -> None:
        """Load the phrases whose anchor is a pair of neighbours not seen before."""
        new = set(filterfalse(self._pairs.__contains__, pairwise(words)))
        if not new:
            return
        if len(self._pairs) > PAIRS_LIMIT:
            self._pairs.clear()
        self._pairs |= new
        alive = self._alive
        self._add(
            self._store.phrases(
                f"{first} {second}" for first, second in new if first in alive and second in alive
            )
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
        if keys:
            self._phrases += keys
            self._matcher.add("phrase", [Doc(self._vocab, words=key.split()) for key in keys])
