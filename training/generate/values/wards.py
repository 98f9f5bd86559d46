"""Named wards and units: 6 East, 4W, MICU-B, Tower 3, Oak Unit, 3rd floor west."""

from __future__ import annotations

from random import Random

from .. import words
from . import names
from .pick import Makers, number_words, ordinal, weighted


def ward(rng: Random) -> str:
    """A ward's name, in its usual case or another."""
    name = weighted(rng, _WARDS)(rng)
    return weighted(rng, ((84, name), (10, name.lower()), (6, name.upper())))


def _one(rng: Random, section: str) -> str:
    return rng.choice(words.sections("facilities")[section])


def _named(rng: Random) -> str:
    return f"{_one(rng, 'ward names')} {_one(rng, 'ward kinds')}"


def _donor(rng: Random) -> str:
    return f"{names.family(rng, names.any_group(rng))} {_one(rng, 'wings')}"


def _listed(rng: Random) -> str:
    return _one(rng, "wards")


def _coded(rng: Random) -> str:
    number = rng.randrange(1, 13)
    parts = words.sections("ward_shapes")
    side = rng.choice(parts["sides"])
    return rng.choice(parts["shapes"]).format(
        n=number,
        side=side,
        s=side[0],
        o=ordinal(number),
        w=number_words(number).title(),
        unit=rng.choice(parts["units"]),
        dept=rng.choice(parts["departments"]),
        d=rng.randrange(1, 10),
        a=rng.choice("ABCDEFG"),
    )


_WARDS: Makers = ((62, _coded), (20, _named), (10, _donor), (8, _listed))
