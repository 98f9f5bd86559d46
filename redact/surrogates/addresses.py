"""Surrogates of street addresses, rooms and beds: other numbers and street names, the rest as it stands."""

import re
from random import Random
from typing import TYPE_CHECKING, Final

from ..identity import fold
from ..recognizers.addresses import STREET_WORDS
from ..recognizers.states import STATE
from ..recognizers.wordlist import word_list
from .barred import Barred, NoSurrogate
from .name_forms import cased
from .numbers import DIGIT_WORDS, shape
from .people import People
from .places import Places

if TYPE_CHECKING:
    from ..sessions import Draws

TRIES: Final = 60
#: Words that say what kind of place an address names: they stay.
KEPT: Final = frozenset(
    word_list(STREET_WORDS.replace("?", ""))
    + word_list(
        """apt apartment unit ste suite rm room bldg building fl floor lot space spc trlr trailer dept bed bay
    cubicle cube crib isolette cell dorm hall ward box po p.o p o pob rr rural route rte rt hwy us state
    county interstate sr cr fm i mile marker mm exit north south east west n s e w ne nw se sw upper
    lower rear front attn c/o care of and at the de del la las los el calle camino avenida paseo via rue
    rua ulica corte vista post office no number st terr tr psc hc fpo apo general delivery"""
    )
)
STREETS: Final = word_list(
    """Alder Ashford Aspenwood Bayberry Beechwood Birchwood Bramble Briarcliff Brookfield Bluestone
    Canterbury Carlton Cedarbrook Chestnut Clearbrook Cloverdale Coventry Crestmont Cypress Dogwood
    Edgemont Elmhurst Fairmount Fernwood Foxglove Glenwood Greenbriar Hawthorn Hazelwood Hickory
    Hillcrest Holloway Ivywood Juniper Kingsley Larchmont Laurelwood Linden Locust Magnolia Maplewood
    Meadowlark Millbrook Monarch Mulberry Northfield Oakdale Oakmont Orchard Parkview Pemberton
    Pinecrest Poplar Primrose Quarry Redwood Ridgewood Rosewood Sandstone Spruce Stonebridge Summit
    Sycamore Tamarack Thornhill Timberline Valleyview Walnut Waverly Westbrook Wildwood Willowbrook
    Windermere Woodlawn Wisteria Yarrow"""
)
TOKEN: Final = re.compile(r"\d+(?:st|nd|rd|th)\b|\d+|[^\W\d_]+(?:['’.][^\W\d_]+)*", re.IGNORECASE)
NUMBER_WORDS: Final = frozenset((*DIGIT_WORDS, "ten", "eleven", "twelve"))


class Addresses:
    """The addresses of one note."""

    def __init__(self, draws: "Draws", barred: Barred, people: People, places: Places) -> None:
        self._draws = draws
        self._barred = barred
        self._people = people
        self._places = places
        self._surrogates: dict[str, str] = {}

    def replace(self, value: str) -> str:
        """The surrogate of an address as written. Raises `NoSurrogate`."""
        pieces: list[str] = []
        position = 0
        run: list[re.Match[str]] = []
        for match in TOKEN.finditer(value):
            if run and (self._fixed(match[0], value, match) or "," in value[run[-1].end() : match.start()]):
                pieces.append(self._name(value[run[0].start() : run[-1].end()]))
                position, run = run[-1].end(), []
            if self._fixed(match[0], value, match):
                pieces += [value[position : match.start()], self._word(match[0])]
                position = match.end()
            else:
                pieces += [] if run else [value[position : match.start()]]
                position = match.end()
                run.append(match)
        if run:
            pieces.append(self._name(value[run[0].start() : run[-1].end()]))
        return "".join([*pieces, value[position:]])

    def _fixed(self, word: str, value: str, match: re.Match[str]) -> bool:
        """Whether a word is a number or says a kind of place, rather than a part of a name."""
        key = word.casefold()
        return (
            word[0].isdecimal()
            or (len(word) == 1 and word.isalpha())
            or key in KEPT
            or (key in NUMBER_WORDS and match.start() == 0)
            or bool(re.fullmatch(STATE, word) and value[: match.start()].rstrip().endswith(","))
        )

    def _word(self, word: str) -> str:
        key = word.casefold()
        if word[0].isdecimal():
            return self._numbered(word)
        if key in NUMBER_WORDS:
            return cased(self._choice("number word", key, sorted(NUMBER_WORDS - {key})).capitalize(), word)
        if len(word) == 1 and key not in KEPT:
            return cased(
                self._choice("letter", key, [letter for letter in "abcdefgh" if letter != key]), word
            )
        return word

    def _numbered(self, word: str) -> str:
        """Another number with as many digits; small ones stay small, and "42nd" becomes such as "17th"."""
        digits = re.match(r"\d+", word)[0]  # type: ignore[index]
        key = f"number {digits}"
        if key not in self._surrogates:
            self._surrogates[key] = self._drawn_number(digits)
        new = self._surrogates[key]
        ending = word[len(digits) :]
        return new + (cased(_ending(int(new)), ending) if ending else "")

    def _drawn_number(self, digits: str) -> str:
        rng = self._rng("address number", digits)
        if len(digits) == 5 and self._places.is_zip(digits):
            return self._places.zip_code(digits)
        for _ in range(TRIES):
            new = shape(rng, digits)
            if new != digits and (len(digits) < 3 or self._barred.allows_number(new)):
                return new
        raise NoSurrogate

    def _name(self, name: str) -> str:
        """The surrogate of a proper name: of a person or city of the note, else a street's."""
        key = fold(name)
        if key not in self._surrogates:
            self._surrogates[key] = (
                self._people.known(name) or self._places.known(name) or self._drawn_name(key)
            )
        return cased(self._surrogates[key], name)

    def _drawn_name(self, key: str) -> str:
        rng = self._rng("street", key)
        for name in rng.sample(STREETS, len(STREETS)):
            if name[0].casefold() != key[:1] and self._barred.allows(name):
                return self._barred.take(name)
        raise NoSurrogate

    def _choice(self, kind: str, key: str, options: list[str]) -> str:
        place = f"{kind} {key}"
        if place not in self._surrogates:
            self._surrogates[place] = self._rng(kind, key).choice(options)
        return self._surrogates[place]

    def _rng(self, kind: str, key: str) -> Random:
        return self._draws.of(kind, key, len(self._surrogates))


def _ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
