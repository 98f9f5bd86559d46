"""Addresses, rooms, cities, counties and ZIP codes; and states and countries, which are not identifiers."""

from __future__ import annotations

from functools import cache
from random import Random

import zipcodes

from .. import words
from . import names
from .pick import Maker, number_words, ordinal, ranked, shape, weighted


@cache
def _census_places() -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """US cities, counties and ZIP codes of the package `zipcodes`."""
    every = zipcodes.list_all()
    cities = sorted({place["city"] for place in every if place["city"]})
    counties = sorted({place["county"] for place in every if place["county"]})
    return tuple(cities), tuple(counties), tuple(place["zip_code"] for place in every)


def _parts(key: str) -> tuple[str, ...]:
    return words.words("places")[key]


def _made_up(rng: Random) -> str:
    """A town that may exist nowhere: Brackenford, East Tull, Fort Harlan, Cedar Bluffs."""
    stem = rng.choice((names.family(rng, rng.choice(("anglo", "germanic", "french"))), rng.choice(_parts("town heads")).title()))
    style = rng.random()
    if style < 0.45:
        return stem.split()[-1] + rng.choice(_parts("town tails"))
    if style < 0.6:
        return f"{rng.choice(_parts('before'))} {stem}"
    if style < 0.8:
        return f"{rng.choice(_parts('town heads')).title()} {rng.choice(_parts('after'))}"
    return f"{stem} {rng.choice(_parts('after'))}"


def _native(rng: Random) -> str:
    return rng.choice(words.sections("places")["foreign"])


def _saint(rng: Random) -> str:
    return f"{rng.choice(('St. ', 'St ', 'Saint ', 'San ', 'Santa '))}{rng.choice(words.words('facilities')['saints'])}"


def _census_city(rng: Random) -> str:
    return rng.choice(_census_places()[0])


def _hood(rng: Random) -> str:
    return rng.choice(words.sections("places")["neighbourhoods"])


def _short_city(rng: Random) -> str:
    return rng.choice(words.sections("places")["short"])


_CITIES: tuple[tuple[float, Maker], ...] = (
    (40, _census_city), (26, _made_up), (16, _native), (8, _hood), (3, _saint), (3, _short_city),
    (4, lambda rng: rng.choice(words.sections("places")["big"])),
)  # fmt: skip


def city(rng: Random) -> str:
    """A city, town, village or neighbourhood, home or abroad."""
    name = weighted(rng, _CITIES)(rng)
    return weighted(rng, ((88, name), (5, name.upper()), (4, name.lower()), (1.5, f"{name} Township"), (1.5, f"{name} City")))


def plain_city(rng: Random) -> str:
    """A city's name in its usual case, as part of another name."""
    return weighted(rng, ((50, _census_city), (35, _made_up), (8, _hood), (7, _native)))(rng)


def plain_county(rng: Random) -> str:
    """A county's name with "County" or without."""
    listed = rng.choice(_census_places()[1])
    return listed if rng.random() < 0.7 else listed.removesuffix(" County")


def county(rng: Random) -> str:
    """A county, parish, borough or reservation with its kind."""
    listed = rng.choice(_census_places()[1])
    kind = rng.choice(("County", "County", "County", "County", "Co.", "Co", "Parish", "Borough", "county", "Twp"))
    bare = listed.removesuffix(" County").removesuffix(" Parish")
    made = names.family(rng, "anglo")
    return weighted(rng, ((60, f"{bare} {kind}"), (20, f"{made} {kind}"), (6, f"County of {bare}"), (6, bare),
                          (8, f"{made} {rng.choice(('Nation', 'Reservation', 'Pueblo', 'Rancheria'))}")))  # fmt: skip


def zip_code(rng: Random) -> str:
    """A ZIP code, one in five with its four more figures."""
    code = rng.choice(_census_places()[2]) if rng.random() < 0.6 else shape(rng, "99999")
    return weighted(rng, ((80, code), (14, f"{code}-{shape(rng, '9999')}"), (3, f"{code}{shape(rng, '9999')}"), (1, f"{code} {shape(rng, '9999')}"),
                          (2, f"{code[:3]}xx"))) if rng.random() < 0.985 else shape(rng, "@9@ 9@9")  # fmt: skip


def _street_name(rng: Random) -> str:
    number = rng.randrange(1, 190)
    return weighted(rng, (
        (34, names.family(rng, rng.choice(("anglo", "anglo", "hispanic", "germanic", "french", "african_american")))),
        (26, rng.choice(_parts("street words"))),
        (16, ordinal(number)),
        (4, number_words(number % 20 + 1).title() if number % 20 > 11 else rng.choice("First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth".split())),
        (6, _made_up(rng)),
        (5, f"{rng.choice(_parts('street words'))} {rng.choice(_parts('after'))}"),
        (4, "Martin Luther King Jr." if number % 3 else "Cesar Chavez"),
        (3, rng.choice("ABCDEFGHJKLMNPQRSTUVW")),
        (2, f"{rng.choice(('Rue', 'Calle', 'Camino', 'Via', 'Avenida'))} {names.family(rng, 'hispanic')}"),
    ))  # fmt: skip


def _number(rng: Random) -> str:
    form = weighted(rng, ((24, "8999"), (24, "899"), (14, "89"), (8, "89999"), (8, "8"), (3, "899@"), (3, "89-99"), (2, "899 1/2"),
                          (3, "N89W89999"), (2, "8999-@"), (2, "99-899"), (2, "899-899"), (1, "")))  # fmt: skip
    return shape(rng, form) if form else number_words(rng.randrange(1, 99)).title()


def _street(rng: Random) -> str:
    head = weighted(rng, ((66, ""), (30, rng.choice("N S E W N. S. E. W. NW SE NE SW North South East West".split()) + " "), (4, "Old ")))
    kind = ranked(rng, _parts("street kinds"))
    tail = weighted(rng, ((92, ""), (6, " " + rng.choice("N S E W NW NE SW SE".split())), (2, " Extension")))
    return f"{head}{_street_name(rng)} {kind}{tail}"


def _unit(rng: Random) -> str:
    kind = ranked(rng, ("Apt", "Apt.", "#", "Unit", "Ste", "Suite", "Apt #", "Lot", "Rm", "Trlr", "Bldg", "Fl", "apt", "Space", "No.", "Building", "Room", "Basement"))
    if kind == "Basement":
        return kind
    value = shape(rng, ranked(rng, ("89", "8@", "899", "@", "89@", "@8", "8", "8999", "@-89", "8-@", "8F", "@/8")))
    return f"{kind}{'' if kind.endswith('#') else ' '}{value}"


def _rural(rng: Random) -> str:
    return shape(rng, rng.choice(("RR 8 Box 899", "R.R. 8, Box 89@", "HC 89 Box 8999", "Rural Route 8 Box 89", "RT 8 BOX 899-A", "Route 8, Box 89",
                                  "Hwy 89", "8999 Hwy 89 S", "89999 County Road 899", "8999 CR 89", "89999 State Route 89", "899 FM 8999", "8999 US-89",
                                  "mile marker 899, I-89", "I-89 exit 89", "8999 Private Road 89", "89999 Twp Rd 8 NW", "SR 89", "PSC 899 Box 89", "CMR 899",
                                  "N8999 County Hwy A", "W89A8999 Lakeview", "Interstate 89", "8 Mile Rd", "899 Co Rd AA")))  # fmt: skip


def address(rng: Random) -> str:
    """A street line: number, street, unit; or a rural route, highway, corner or block."""
    roll = rng.random()
    if roll < 0.07:
        return _rural(rng)
    if roll < 0.10:
        return f"{_street(rng)} {rng.choice(('and', '&', '/', 'at'))} {_street(rng)}"
    if roll < 0.12:
        return f"{rng.randrange(1, 99)}00 block of {_street(rng)}"
    if roll < 0.15:
        return _street(rng)
    line = f"{_number(rng)} {_street(rng)}"
    if rng.random() < 0.3:
        line += rng.choice((", ", " ", ", ", "\n") if rng.random() < 0.2 else (", ", " ")) + _unit(rng)
    return weighted(rng, ((88, line), (6, line.upper()), (6, line.lower())))


def po_box(rng: Random) -> str:
    """A post office box with its words."""
    word = ranked(rng, ("PO Box", "P.O. Box", "P.O. Box", "PO BOX", "P O Box", "Box", "po box", "Post Office Box", "POB", "Apartado", "P.O.Box", "PMB"))
    return f"{word} {shape(rng, ranked(rng, ('899', '8999', '89', '89999', '8', '8@', '8-999', '89-@')))}"


def room(rng: Random) -> str:
    """A room or bed value: 412, 412B, 5-218W, 12 bed 2 ..."""
    return shape(rng, ranked(rng, _ROOMS))


_ROOMS = (
    "899", "899@", "8999", "899-1", "8", "89", "899-@", "899@", "8-899", "8@-89", "@899", "89@", "8N89", "8E-899", "899/2", "899-02", "899 @",
    "8899-B", "ICU-8", "ICU 8", "B8", "T-89", "8-218W", "89-2", "NICU 89", "ED 89", "ED-8", "L8", "OR 8", "Tower 899", "89D", "8A-89", "899 bed 2",
    "899 window", "899-door", "H8", "Hall 8", "Hallway 8", "T8", "PACU 89", "8West 89", "MICU-89", "B-899", "CCU-8", "8.899", "899W", "8C89-01", "899, bed B",
    "89 B", "0899", "X8", "Resus 8", "FT-8", "8 South 89", "LDR 8", "LDR-89", "MB89", "899P", "S-899-1", "WEST 8-89",
)  # fmt: skip


def state(rng: Random) -> str:
    """A US state or territory, by name or code (not PHI)."""
    codes, full = _parts("state codes"), words.sections("places")["states"]
    return rng.choice(codes) if rng.random() < 0.6 else rng.choice(full)


def country(rng: Random) -> str:
    """A country (not PHI)."""
    return rng.choice(words.sections("places")["countries"])
