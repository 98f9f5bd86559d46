"""Street lines, post office boxes, rooms and beds."""

from __future__ import annotations

from random import Random

from .. import words
from . import names, places
from .pick import number_words, ordinal, ranked, shape, weighted


def _street_name(rng: Random) -> str:
    number = rng.randrange(1, 190)
    return weighted(
        rng,
        (
            (
                34,
                names.family(
                    rng, rng.choice(("anglo", "anglo", "hispanic", "germanic", "french", "african_american"))
                ),
            ),
            (26, rng.choice(places.parts("street words"))),
            (16, ordinal(number)),
            (
                4,
                number_words(number % 20 + 1).title()
                if number % 20 > 11
                else rng.choice(
                    [
                        "First",
                        "Second",
                        "Third",
                        "Fourth",
                        "Fifth",
                        "Sixth",
                        "Seventh",
                        "Eighth",
                        "Ninth",
                        "Tenth",
                    ]
                ),
            ),
            (6, places.made_up_town(rng)),
            (5, f"{rng.choice(places.parts('street words'))} {rng.choice(places.parts('after'))}"),
            (4, "Martin Luther King Jr." if number % 3 else "Cesar Chavez"),
            (3, rng.choice("ABCDEFGHJKLMNPQRSTUVW")),
            (
                2,
                f"{rng.choice(('Rue', 'Calle', 'Camino', 'Via', 'Avenida'))} {names.family(rng, 'hispanic')}",
            ),
        ),
    )


def _number(rng: Random) -> str:
    form = weighted(
        rng,
        (
            (24, "8999"),
            (24, "899"),
            (14, "89"),
            (8, "89999"),
            (8, "8"),
            (3, "899@"),
            (3, "89-99"),
            (2, "899 1/2"),
            (3, "N89W89999"),
            (2, "8999-@"),
            (2, "99-899"),
            (2, "899-899"),
            (1, ""),
        ),
    )
    return shape(rng, form) if form else number_words(rng.randrange(1, 99)).title()


def _street(rng: Random) -> str:
    head = weighted(
        rng,
        (
            (66, ""),
            (
                30,
                rng.choice(
                    [
                        "N",
                        "S",
                        "E",
                        "W",
                        "N.",
                        "S.",
                        "E.",
                        "W.",
                        "NW",
                        "SE",
                        "NE",
                        "SW",
                        "North",
                        "South",
                        "East",
                        "West",
                    ]
                )
                + " ",
            ),
            (4, "Old "),
        ),
    )
    kind = ranked(rng, places.parts("street kinds"))
    tail = weighted(
        rng,
        ((92, ""), (6, " " + rng.choice(["N", "S", "E", "W", "NW", "NE", "SW", "SE"])), (2, " Extension")),
    )
    return f"{head}{_street_name(rng)} {kind}{tail}"


def _unit(rng: Random) -> str:
    kind = ranked(
        rng,
        (
            "Apt",
            "Apt.",
            "#",
            "Unit",
            "Ste",
            "Suite",
            "Apt #",
            "Lot",
            "Rm",
            "Trlr",
            "Bldg",
            "Fl",
            "apt",
            "Space",
            "No.",
            "Building",
            "Room",
            "Basement",
        ),
    )
    if kind == "Basement":
        return kind
    value = shape(rng, ranked(rng, words.sections("shapes")["unit values"]))
    return f"{kind}{'' if kind.endswith('#') else ' '}{value}"


def _rural(rng: Random) -> str:
    return shape(rng, rng.choice(words.sections("shapes")["rural"]))


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
    word = ranked(
        rng,
        (
            "PO Box",
            "P.O. Box",
            "P.O. Box",
            "PO BOX",
            "P O Box",
            "Box",
            "po box",
            "Post Office Box",
            "POB",
            "Apartado",
            "P.O.Box",
            "PMB",
        ),
    )
    return f"{word} {shape(rng, ranked(rng, words.sections('shapes')['box']))}"


def room(rng: Random) -> str:
    """A room or bed value: 412, 412B, 5-218W, 12 bed 2 ..."""
    return shape(rng, ranked(rng, words.sections("shapes")["rooms"]))
