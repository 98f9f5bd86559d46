"""Surrogates of cities, counties and ZIP codes: another place of the same state or country.

The ZIP code of a city goes with the city's surrogate. The state itself is no identifier and stays.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from random import Random
from typing import TYPE_CHECKING, Final

from ..identity import fold
from ..recognizers.name_words import is_plain
from ..recognizers.states import STATE
from .barred import Barred, NoSurrogate
from .name_forms import cased
from .numbers import shape
from .place_lists import CODE_OF, SHORT_NAMES, abroad, atlas, is_fit
from .wordfiles import lines

if TYPE_CHECKING:
    from ..sessions import Draws

TRIES: Final = 200
#: A city with so many ZIP codes is large, and is replaced by another large one.
LARGE: Final = 4
#: States to draw from where nothing tells the state.
USUAL_STATES: Final = ("CA", "TX", "FL", "NY", "PA", "IL", "OH", "GA", "NC", "MI")
KIND: Final = r"County|Co\.|Parish|Township|Twp\.?|Borough"
COUNTY: Final = re.compile(rf"(?P<name>.+?)(?P<kind>[ ]+(?:{KIND}))", re.IGNORECASE | re.DOTALL)
WITH_STATE: Final = re.compile(rf"(?P<name>.+?)(?P<state>,?\s+{STATE})", re.DOTALL)
COUNTRIES: Final = "|".join(name for name in lines("cities_abroad.txt") if name)
WITH_COUNTRY: Final = re.compile(rf"(?P<name>.+?)(?P<country>,\s*(?:{COUNTRIES}))", re.DOTALL)
#: What stands between a city and its ZIP code.
BEFORE_ZIP: Final = re.compile(rf"[\s,]+(?:{STATE}[\s,.]+)?$")


class Places:
    """The places of one note; `cities` are all its cities as written, in order of appearance."""

    def __init__(self, cities: Iterable[str], text: str, draws: "Draws", barred: Barred) -> None:
        self._draws = draws
        self._barred = barred
        self._text = text
        self._cities = list(dict.fromkeys(cities))
        self._surrogates: dict[str, str] = {}
        self._states: dict[str, str] = {}

    def city(self, value: str) -> str:
        """The surrogate of a city or county as written, a state behind it kept.

        Raises `NoSurrogate`.
        """
        for form, kept in ((WITH_STATE, "state"), (COUNTY, "kind")):
            if match := form.fullmatch(value):
                return self.city(match["name"]) + match[kept]
        if match := WITH_COUNTRY.fullmatch(value):
            return self.city(match["name"]) + match["country"]
        place = self._place(value)
        return place if value.lower() in SHORT_NAMES else cased(place, value)

    def known(self, word: str) -> str | None:
        """The surrogate of a city of the note, else None."""
        key = fold(word)
        return next((self._place(city) for city in self._cities if fold(city) == key), None)

    def is_listed(self, name: str) -> bool:
        """Whether a name is a city's: of two words or more, or one that is no plain word."""
        return fold(name) in atlas().states_of and (" " in name or not is_plain(name))

    def is_in_state(self, value: str) -> bool:
        """Whether a value is a listed city before a state: "Kenosha, WI"."""
        match = WITH_STATE.fullmatch(value)
        return match is not None and "," in match["state"] and self.is_listed(match["name"])

    def is_zip(self, digits: str) -> bool:
        """Whether five digits are a ZIP code."""
        return digits in atlas().state_of_zip

    def zip_code(self, value: str) -> str:
        """The surrogate of a ZIP code: one of the surrogate of its city, or of the same state.

        Raises `NoSurrogate`.
        """
        digits = re.sub(r"\D", "", value)
        key = digits[:5]
        if ("zip " + key) not in self._surrogates:
            self._surrogates["zip " + key] = self._drawn_zip(value, key)
        new = self._surrogates["zip " + key]
        if len(digits) > 5:
            new += self._new_end(digits[5:])
        rest = iter(new)
        return "".join(next(rest, "") if character.isdigit() else character for character in value)

    def _place(self, value: str) -> str:
        key = fold(value)
        if key not in self._surrogates:
            self._surrogates[key] = self._drawn(value, key)
        return self._surrogates[key]

    def _drawn(self, value: str, key: str) -> str:
        rng = self._rng("place", key)
        state = self._state(value)
        if state is None and key in abroad():
            candidates: Sequence[str] = abroad()[key]
        else:
            state = state or self._home(value) or rng.choice(USUAL_STATES)
            candidates = self._candidates(value, state)
        spare = list(atlas().cities[rng.choice(USUAL_STATES)])
        for name in [*_shuffled(rng, candidates), *_shuffled(rng, spare)]:
            if is_fit(name) and fold(name)[0] != key[:1] and self._barred.allows(name):
                self._states[key] = state or ""
                return self._barred.take(name)
        raise NoSurrogate

    def _candidates(self, value: str, state: str) -> Sequence[str]:
        """The places of a state; cities as often as they have ZIP codes, so that large ones come up."""
        if re.search(rf"{re.escape(value)}\s+(?:{KIND})(?!\w)", self._text, re.IGNORECASE):
            return atlas().counties.get(state, ())
        cities = atlas().cities.get(state, {})
        large = [city for city, codes in cities.items() if len(codes) >= LARGE]
        if len(large) >= LARGE and atlas().states_of.get(fold(value), Counter())[state] >= LARGE:
            return large
        return atlas().weighted.get(state, ())

    def _state(self, value: str) -> str | None:
        """The code of the state that the note writes after a city."""
        match = re.search(rf"{re.escape(value)}(?:[ ]+(?:{KIND}))?[\s,]+({STATE})(?!\w)", self._text)
        return CODE_OF.get(match[1].lower()) if match else None

    def _home(self, value: str) -> str | None:
        """The state with most ZIP codes of a city of that name."""
        if value.lower() in SHORT_NAMES:
            return SHORT_NAMES[value.lower()][1]
        states = atlas().states_of.get(fold(value))
        return states.most_common(1)[0][0] if states else None

    def _drawn_zip(self, value: str, key: str) -> str:
        rng = self._rng("ZIP code", key)
        city = self._city_of_zip(value, key)
        own: tuple[str, ...] = ()
        state = atlas().state_of_zip.get(key, "")
        if city is not None:
            new = self._place(city)
            state = self._states.get(fold(city)) or state
            own = atlas().cities.get(state, {}).get(new, ())
        others = atlas().codes.get(state, ())
        drawn = [*rng.sample(own, len(own)), *rng.sample(others, min(TRIES, len(others)))]
        for code in chain(drawn, (shape(rng, key) for _ in range(TRIES))):
            if code != key and self._barred.allows_number(code):
                return self._barred.take(code)
        raise NoSurrogate

    def _city_of_zip(self, value: str, key: str) -> str | None:
        """The city of the note that a ZIP code belongs to: it stands before it, or USPS says so."""
        at = self._text.find(value)
        before = BEFORE_ZIP.sub("", self._text[max(0, at - 60) : at]) if at > 0 else ""
        beside = [city for city in self._cities if before.endswith(city)]
        official = atlas().cities_of_zip.get(key, ())
        return next(iter(beside), None) or next(
            (city for city in self._cities if fold(city) in official), None
        )

    def _new_end(self, digits: str) -> str:
        rng = self._rng("ZIP code end", digits)
        return next(new for new in iter(lambda: shape(rng, digits), "") if new != digits)

    def _rng(self, kind: str, key: str) -> Random:
        return self._draws.of(kind, key, len(self._surrogates))


def _shuffled(rng: Random, names: Sequence[str]) -> list[str]:
    return rng.sample(names, min(TRIES, len(names)))
