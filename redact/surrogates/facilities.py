"""Surrogates of facilities: other proper names, the words that say the kind of place as they stand.

"St. Mary's Hospital" becomes such as "St. Jerome's Hospital", "Mercy General" such as "Northgate General", a
ward "6 East" such as "4 West", a chain another of its kind. A facility's initials follow its surrogate.
"""

import re
from collections.abc import Iterable, Sequence
from random import Random
from typing import TYPE_CHECKING, Final

from ..identity import fold
from .barred import Barred, NoSurrogate
from .facility_words import CHAINS, KINDS, NAMES, SAINT, SAINTS
from .name_forms import TITLES, cased
from .numbers import CODE_LETTERS, shape
from .people import People
from .places import Places

if TYPE_CHECKING:
    from ..sessions import Draws

TRIES: Final = 60
TOKEN: Final = re.compile(r"\d+|[^\W\d_]+(?:['’.&-][^\W\d_]+)*")
POSSESSIVE: Final = re.compile(r"['’]s$", re.IGNORECASE)
#: The end of a sentence, or a title, inside what was found: "6 East. Dr".
SENTENCE_END: Final = re.compile(r"((?<=[^\W\d_]{4})\.\s+)")
#: Before the place where a facility lies.
PLACED: Final = re.compile(r"(?:,|\b(?:in|of|at))\s+$", re.IGNORECASE)
SIDES: Final = ("North", "South", "East", "West")
SIDE: Final = re.compile(r"north|south|east|west|[nsew]", re.IGNORECASE)
WARD: Final = re.compile(r"(?:\D{0,12}\d{1,4}[ -]?\D{0,8}|(?:[A-Za-z]{3,9} )[A-Z])")
INITIALS: Final = re.compile(r"[A-Z]{2,6}")


class Facilities:
    """The facilities of one note; `names` are all as written, in order of appearance."""

    def __init__(
        self, names: Iterable[str], draws: "Draws", barred: Barred, people: People, places: Places
    ) -> None:
        self._draws = draws
        self._barred = barred
        self._people = people
        self._places = places
        self._names = list(dict.fromkeys(names))
        self._surrogates: dict[str, str] = {}
        self._under_way: set[str] = set()

    def replace(self, name: str) -> str:
        """The surrogate of a facility as written.

        Raises `NoSurrogate`.
        """
        pieces = SENTENCE_END.split(name)
        if len(pieces) > 1:
            return "".join(self.replace(piece) if TOKEN.search(piece) else piece for piece in pieces)
        if name.casefold().rstrip(".") in TITLES:
            return name
        if chain := self._chain(name):
            return cased(chain, name) if not name.istitle() else chain
        if INITIALS.fullmatch(name):
            return self._initials(name)
        if _is_ward(name):
            return self._ward(name)
        tokens = list(TOKEN.finditer(name))
        proper = [not _is_kind(token[0]) for token in tokens]
        if not any(proper):
            return self._generic(name, tokens)
        return self._named(name, tokens, proper)

    def _named(self, name: str, tokens: Sequence[re.Match[str]], proper: Sequence[bool]) -> str:
        """The name with each run of proper words replaced."""
        pieces: list[str] = []
        position = index = 0
        while index < len(tokens):
            end = index
            while (
                end < len(tokens)
                and proper[end]
                and (end == index or _adjoin(name, tokens[end - 1], tokens[end]))
            ):
                end += 1
            if end > index:
                run = name[tokens[index].start() : tokens[end - 1].end()]
                saintly = index > 0 and fold(tokens[index - 1][0]) in SAINT
                before = name[: tokens[index].start()]
                pieces += [before[position:], self._run(run, before, saintly=saintly)]
                position = tokens[end - 1].end()
            index = max(end, index + 1)
        return "".join([*pieces, name[position:]])

    def _run(self, run: str, before: str, *, saintly: bool) -> str:
        """The surrogate of a run of proper words; `before` is what the facility's name says before it."""
        if run.isdecimal():
            return self._number(run)
        if INITIALS.fullmatch(run) and len(run) < 5:
            return self._initials(run)
        bare = POSSESSIVE.sub("", run)
        ending = run[len(bare) :]
        key = fold(bare)
        if key not in self._surrogates:
            self._surrogates[key] = self._known(bare, before, saintly=saintly) or self._drawn(
                key, SAINTS if saintly else NAMES
            )
        return cased(self._surrogates[key], bare) + ending

    def _known(self, name: str, before: str, *, saintly: bool) -> str | None:
        """The surrogate of a person or city that a facility is named for or lies in."""
        if saintly:
            return None
        known = self._people.known_family(name) or self._places.known(name)
        located = PLACED.search(before) is not None and self._places.is_listed(name)
        return known or (self._places.city(name) if located else None)

    def _generic(self, name: str, tokens: Sequence[re.Match[str]]) -> str:
        """A name of plain words only: its first word is replaced, or a name put before its only word."""
        if not tokens:
            raise NoSurrogate
        key = "generic " + fold(name)
        if key not in self._surrogates:
            self._surrogates[key] = self._drawn(fold(name), NAMES)
        new = cased(self._surrogates[key], name)
        rest = name[tokens[0].end() :] if len(tokens) > 1 else " " + name
        return name[: tokens[0].start()] + new + rest

    def _drawn(self, key: str, names: Sequence[str]) -> str:
        rng = self._rng("facility", key)
        for name in rng.sample(names, len(names)):
            if fold(name)[0] != key[:1] and self._barred.allows(name):
                return self._barred.take(name)
        raise NoSurrogate

    def _chain(self, name: str) -> str | None:
        """Another chain of the same kind, what follows the chain's name kept when it only says the kind."""
        lower = name.casefold().replace("’", "'")
        for chain in CHAINS:
            for written in sorted(chain, key=len, reverse=True):
                if lower.startswith(written) and not lower[len(written) : len(written) + 1].isalnum():
                    return self._other_chain(chain, written) + self._rest(name[len(written) :])
        return None

    def _other_chain(self, chain: dict[str, str], written: str) -> str:
        key = "chain " + fold(chain[written])
        if key not in self._surrogates:
            others = sorted({name for name in chain.values() if fold(name) != fold(chain[written])})
            free = [name for name in others if self._barred.allows(name)]
            rng = self._rng("chain", key)
            self._surrogates[key] = self._barred.take(rng.choice(free)) if free else self._drawn(key, NAMES)
        return self._surrogates[key]

    def _rest(self, rest: str) -> str:
        tokens = list(TOKEN.finditer(rest))
        return self._named(rest, tokens, [not _is_kind(token[0]) for token in tokens])

    def _initials(self, name: str) -> str:
        key = "initials " + name
        if key not in self._surrogates:
            self._surrogates[key] = self._initials_of_named(name) or self._drawn_initials(name)
        return self._surrogates[key]

    def _initials_of_named(self, letters: str) -> str | None:
        """Those of the surrogate of the facility that the letters stand for; None where there is none.

        A name can hold the letters that it begins with ("S. SS"), so that one would wait for the other.
        """
        name = next((name for name in self._names if self._stands_for(letters, name)), None)
        if name is None or letters in self._under_way:
            return None
        self._under_way.add(letters)
        try:
            new = _initials(self.replace(name))
        finally:
            self._under_way.discard(letters)
        return new if new != letters and self._barred.allows(new) else None

    def _stands_for(self, letters: str, name: str) -> bool:
        return letters == _initials(name) and not INITIALS.fullmatch(name)

    def _drawn_initials(self, name: str) -> str:
        """Other letters, the last ones kept where they say the kind: "MGH", "RMC"."""
        kind = next((end for end in ("MC", "H", "C") if name.endswith(end) and len(name) > len(end)), "")
        rng = self._rng("facility initials", name)
        for _ in range(TRIES):
            new = (
                "".join(rng.choice(CODE_LETTERS.replace(c, "")) for c in name[: len(name) - len(kind)]) + kind
            )
            if self._barred.allows(new):
                return self._barred.take(new)
        raise NoSurrogate

    def _ward(self, name: str) -> str:
        key = "ward " + fold(name)
        if key not in self._surrogates:
            self._surrogates[key] = self._drawn_ward(name)
        return self._surrogates[key]

    def _drawn_ward(self, name: str) -> str:
        rng = self._rng("ward", fold(name))
        for _ in range(TRIES):
            new = TOKEN.sub(lambda match: _ward_word(rng, match[0]), name)
            if fold(new) != fold(name) and self._barred.allows_number(new):
                return self._barred.take(new)
        raise NoSurrogate

    def _number(self, digits: str) -> str:
        key = "number " + digits
        if key not in self._surrogates:
            rng = self._rng("facility number", digits)
            self._surrogates[key] = next(new for new in iter(lambda: shape(rng, digits), "") if new != digits)
        return self._surrogates[key]

    def _rng(self, kind: str, key: str) -> Random:
        return self._draws.of(kind, key, len(self._surrogates))


def _is_kind(word: str) -> bool:
    return word.casefold().replace("’", "'") in KINDS or fold(word) in SAINT


def _is_ward(name: str) -> bool:
    """Whether a name is a ward's: a number or letter beside words that say a side or kind."""
    words = re.findall(r"[^\W\d_]+", name)
    return WARD.fullmatch(name) is not None and all(
        len(word) == 1 or word.casefold() in KINDS or SIDE.fullmatch(word) for word in words
    )


def _ward_word(rng: Random, word: str) -> str:
    if word.isdecimal():
        return shape(rng, word)
    if SIDE.fullmatch(word):
        side = rng.choice(SIDES)
        return cased(side if len(word) > 1 else side[0], word)
    return cased(rng.choice("ABCD"), word) if len(word) == 1 else word


def _adjoin(name: str, first: re.Match[str], second: re.Match[str]) -> bool:
    return name[first.end() : second.start()] in (" ", "-", ". ") and not (
        first[0].isdecimal() or second[0].isdecimal()
    )


def _initials(name: str) -> str:
    small = {"of", "the", "and", "at", "for"}
    return "".join(word[0].upper() for word in TOKEN.findall(name) if word.casefold() not in small)
