"""US places by state (package `zipcodes`, USPS) and cities abroad by country (data/cities_abroad.txt)."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from ..identity import fold
from ..recognizers.name_words import is_clinical, is_plain
from ..recognizers.states import STATE_CODES, STATE_NAMES
from .wordfiles import lines

CODE_OF: Final[Mapping[str, str]] = {
    **{code.lower(): code for code in STATE_CODES},
    **dict(
        zip((name.lower() for name in STATE_NAMES), [*(c for c in STATE_CODES if c != "DC")], strict=False)
    ),
}
#: Short names of cities that stand for themselves.
SHORT_NAMES: Final[Mapping[str, tuple[str, str]]] = {
    "nyc": ("New York", "NY"), "la": ("Los Angeles", "CA"), "sf": ("San Francisco", "CA"),
    "philly": ("Philadelphia", "PA"), "dc": ("Washington", "DC"), "vegas": ("Las Vegas", "NV"),
    "nola": ("New Orleans", "LA"), "chi": ("Chicago", "IL"), "atl": ("Atlanta", "GA"),
    "brooklyn": ("Brooklyn", "NY"), "manhattan": ("New York", "NY"), "queens": ("Jamaica", "NY"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Atlas:
    """What is where, by state code: cities with their ZIP codes, cities once for each of these, and counties;
    and by folded name or ZIP code the states and cities.
    """

    cities: Mapping[str, Mapping[str, tuple[str, ...]]]
    weighted: Mapping[str, tuple[str, ...]]
    codes: Mapping[str, tuple[str, ...]]
    counties: Mapping[str, tuple[str, ...]]
    states_of: Mapping[str, Counter[str]]
    cities_of_zip: Mapping[str, tuple[str, ...]]
    state_of_zip: Mapping[str, str]


@cache
def atlas() -> Atlas:
    """The places of the package `zipcodes`; reading them takes a second, once."""
    import zipcodes

    rows: list[dict[str, Any]] = zipcodes.list_all()  # type: ignore[no-untyped-call]
    folded = cache(fold)
    states_of: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        states_of[folded(row["city"])][row["state"]] += 1
    cities = _cities(rows)
    return Atlas(
        cities,
        {state: tuple(city for city, codes in of.items() for _ in codes) for state, of in cities.items()},
        {state: tuple(code for codes in of.values() for code in codes) for state, of in cities.items()},
        _counties(rows),
        dict(states_of),
        {row["zip_code"]: tuple(map(folded, (row["city"], *row["acceptable_cities"]))) for row in rows},
        {row["zip_code"]: row["state"] for row in rows},
    )


def _cities(rows: list[dict[str, Any]]) -> dict[str, dict[str, tuple[str, ...]]]:
    found: dict[str, dict[str, list[str]]] = {}
    for row in rows:
        if row["zip_code_type"] == "STANDARD" and row["active"]:
            found.setdefault(row["state"], {}).setdefault(row["city"], []).append(row["zip_code"])
    return {state: {city: tuple(codes) for city, codes in of.items()} for state, of in found.items()}


def _counties(rows: list[dict[str, Any]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(row["state"], set()).add(
            row["county"].removesuffix(" County").removesuffix(" Parish")
        )
    return {state: tuple(sorted(names)) for state, names in found.items()}


@cache
def abroad() -> Mapping[str, tuple[str, ...]]:
    """The cities of a country that are listed, by each of them, folded."""
    return {fold(city): cities for cities in lines("cities_abroad.txt").values() for city in cities}


def is_fit(name: str) -> bool:
    """Whether a place's name says nothing else in a note."""
    words = name.split()
    if not name.replace(" ", "").isalpha() or len(words) > 2 or len(name) < 4:
        return False
    if min(map(len, words)) < 3:
        return False
    return not (is_clinical(name) or (len(words) == 1 and is_plain(name)))
