"""Addresses, rooms, cities, counties and ZIP codes; and states and countries, which are not identifiers."""

from __future__ import annotations

from functools import cache
from random import Random

import zipcodes

from .. import words
from . import names
from .pick import Maker, shape, weighted


@cache
def _census_places() -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """US cities, counties and ZIP codes of the package `zipcodes`."""
    every: list[dict[str, str]] = zipcodes.list_all()  # type: ignore[no-untyped-call]
    cities = sorted({place["city"] for place in every if place["city"]})
    counties = sorted({place["county"] for place in every if place["county"]})
    return tuple(cities), tuple(counties), tuple(place["zip_code"] for place in every)


def parts(key: str) -> tuple[str, ...]:
    return words.words("places")[key]


def made_up_town(rng: Random) -> str:
    """A town that may exist nowhere: Brackenford, East Tull, Fort Harlan, Cedar Bluffs."""
    stem = rng.choice(
        (
            names.family(rng, rng.choice(("anglo", "germanic", "french"))),
            rng.choice(parts("town heads")).title(),
        )
    )
    style = rng.random()
    if style < 0.45:
        return stem.split()[-1] + rng.choice(parts("town tails"))
    if style < 0.6:
        return f"{rng.choice(parts('before'))} {stem}"
    if style < 0.8:
        return f"{rng.choice(parts('town heads')).title()} {rng.choice(parts('after'))}"
    return f"{stem} {rng.choice(parts('after'))}"


def _native(rng: Random) -> str:
    return rng.choice(words.sections("places")["foreign"])


def _saint(rng: Random) -> str:
    name = rng.choice(words.words("facilities")["saints"])
    return rng.choice(("St. ", "St ", "Saint ", "San ", "Santa ")) + name


def _census_city(rng: Random) -> str:
    return rng.choice(_census_places()[0])


def _hood(rng: Random) -> str:
    return rng.choice(words.sections("places")["neighbourhoods"])


def _short_city(rng: Random) -> str:
    return rng.choice(words.sections("places")["short"])


_CITIES: tuple[tuple[float, Maker], ...] = (
    (40, _census_city),
    (26, made_up_town),
    (16, _native),
    (8, _hood),
    (3, _saint),
    (3, _short_city),
    (4, lambda rng: rng.choice(words.sections("places")["big"])),
)


def city(rng: Random) -> str:
    """A city, town, village or neighbourhood, home or abroad."""
    name = weighted(rng, _CITIES)(rng)
    return weighted(
        rng,
        ((88, name), (5, name.upper()), (4, name.lower()), (1.5, f"{name} Township"), (1.5, f"{name} City")),
    )


def plain_city(rng: Random) -> str:
    """A city's name in its usual case, as part of another name."""
    return weighted(rng, ((50, _census_city), (35, made_up_town), (8, _hood), (7, _native)))(rng)


def plain_county(rng: Random) -> str:
    """A county's name with "County" or without."""
    listed = rng.choice(_census_places()[1])
    return listed if rng.random() < 0.7 else listed.removesuffix(" County")


def county(rng: Random) -> str:
    """A county, parish, borough or reservation with its kind."""
    listed = rng.choice(_census_places()[1])
    kind = rng.choice(
        ("County", "County", "County", "County", "Co.", "Co", "Parish", "Borough", "county", "Twp")
    )
    bare = listed.removesuffix(" County").removesuffix(" Parish")
    made = names.family(rng, "anglo")
    return weighted(
        rng,
        (
            (60, f"{bare} {kind}"),
            (20, f"{made} {kind}"),
            (6, f"County of {bare}"),
            (6, bare),
            (8, f"{made} {rng.choice(('Nation', 'Reservation', 'Pueblo', 'Rancheria'))}"),
        ),
    )


def zip_code(rng: Random) -> str:
    """A ZIP code, one in five with its four more figures."""
    code = rng.choice(_census_places()[2]) if rng.random() < 0.6 else shape(rng, "99999")
    return (
        weighted(
            rng,
            (
                (80, code),
                (14, f"{code}-{shape(rng, '9999')}"),
                (3, f"{code}{shape(rng, '9999')}"),
                (1, f"{code} {shape(rng, '9999')}"),
                (2, f"{code[:3]}xx"),
            ),
        )
        if rng.random() < 0.985
        else shape(rng, "@9@ 9@9")
    )


def state(rng: Random) -> str:
    """A US state or territory, by name or code (not PHI)."""
    codes, full = parts("state codes"), words.sections("places")["states"]
    return rng.choice(codes) if rng.random() < 0.6 else rng.choice(full)


def country(rng: Random) -> str:
    """A country (not PHI)."""
    return rng.choice(words.sections("places")["countries"])
