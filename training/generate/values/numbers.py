"""Identifying numbers of every kind and shape."""

from __future__ import annotations

import re
from random import Random

from .. import words
from .pick import Maker, ranked, shape, spoken_digits, weighted

_DICTATED = 0.012


def from_shapes(section: str) -> Maker:
    """A maker that fills one of the shapes in a section of data/shapes.txt, those in front oftener.

    A few come in words, digit by digit, as in a dictation.
    """

    def make(rng: Random) -> str:
        number = shape(rng, ranked(rng, words.sections("shapes")[section]))
        return dictated(rng, number) if rng.random() < _DICTATED else number

    return make


def dictated(rng: Random, number: str) -> str:
    """A number as it is spoken: its digits in words, its letters as they are, "dash" or a pause between."""
    pause = rng.choice((" dash ", " ", ", ", " hyphen ", " - "))
    groups = re.findall(r"[0-9]+|[A-Za-z]+", number)
    return pause.join(spoken_digits(rng, part) if part.isdigit() else " ".join(part) for part in groups)


mrn = from_shapes("mrn")
identifier = from_shapes("any")
accession = from_shapes("accession")
order = from_shapes("order")
authorisation = from_shapes("authorisation")
prescription = from_shapes("prescription")
case = from_shapes("case")
badge = from_shapes("badge")
employee = from_shapes("employee")
unit = from_shapes("unit")
tax_id = from_shapes("tax id")
visit = from_shapes("visit")
lot = from_shapes("lot")
serial = from_shapes("serial")
plan = from_shapes("plan")
group = from_shapes("group")
account = from_shapes("account")
claim = from_shapes("claim")
license_number = from_shapes("license number")
clia = from_shapes("clia")
plate = from_shapes("plate")


def ssn(rng: Random) -> str:
    """A social security number, one in three of an area number that is never issued (000, 666, 9xx)."""
    area = rng.choice(("000", "666", "9")) if rng.random() < 0.33 else ""
    area = (area + "99") if area == "9" else (area or "899")
    form = ranked(
        rng, ("{}-{}-{}", "{}{}{}", "{} {} {}", "{}.{}.{}", "{}-{}{}", "{} - {} - {}", "{}/{}/{}", "{}–{}–{}")
    )
    number = shape(rng, form.format(area, "99", "9999"))
    roll = rng.random()
    if roll < 0.06:
        return shape(
            rng,
            rng.choice(
                ("xxx-xx-9999", "XXX-XX-9999", "***-**-9999", "###-##-9999", "xxxxx9999", "*****9999")
            ),
        )
    return dictated(rng, number) if roll < 0.08 else number


def luhn_digit(digits: str) -> str:
    """The Luhn check digit for the digits before it."""
    total = 0
    for place, char in enumerate(reversed(digits)):
        value = int(char) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def npi(rng: Random) -> str:
    """A National Provider Identifier, nine in ten with its check digit (Luhn over 80840 and the number)."""
    body = shape(rng, rng.choice(("199999999", "199999999", "299999999")))
    check = luhn_digit("80840" + body) if rng.random() < 0.9 else shape(rng, "9")
    number = body + check
    return weighted(
        rng,
        (
            (92, number),
            (4, f"{number[:4]} {number[4:7]} {number[7:]}"),
            (4, f"{number[:4]}-{number[4:7]}-{number[7:]}"),
        ),
    )


def dea(rng: Random) -> str:
    """A DEA number: two letters and seven figures with its check digit, one in ten wrong."""
    body = [rng.randrange(10) for _ in range(6)]
    total = body[0] + body[2] + body[4] + 2 * (body[1] + body[3] + body[5])
    check = total % 10 if rng.random() < 0.9 else rng.randrange(10)
    letters = rng.choice("ABFGMPR") + shape(rng, "A")
    return letters + rng.choice(("", "", "", "-", " ")) + "".join(map(str, body)) + str(check)


_MBI_LETTERS = "ACDEFGHJKMNPQRTUVWXY"
_MBI_KINDS = {"8": "123456789", "9": "0123456789", "L": _MBI_LETTERS, "E": _MBI_LETTERS + "0123456789"}


def mbi(rng: Random) -> str:
    """A Medicare Beneficiary Identifier (CMS format C A AN N A AN N A A N N), with or without its dashes."""
    chars = [rng.choice(_MBI_KINDS[kind]) for kind in "8LE9LE9LL99"]
    joiner = weighted(rng, ((50, ""), (40, "-"), (10, " ")))
    text = joiner.join(("".join(chars[:4]), "".join(chars[4:7]), "".join(chars[7:])))
    return text.lower() if rng.random() < 0.05 else text


_VIN_VALUES = dict(
    zip(
        "ABCDEFGHJKLMNPRSTUVWXYZ",
        (1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9),
        strict=True,
    )
)
_VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def vin(rng: Random) -> str:
    """A vehicle identification number with its check character; now and then only its last eight or six."""
    letters = "ABCDEFGHJKLMNPRSTUVWXYZ"
    head = rng.choice("12345JKWSY") + "".join(rng.choice(letters + "0123456789") for _ in range(7))
    tail = rng.choice(letters + "123456789") + rng.choice(letters) + shape(rng, "999999")
    every = f"{head}0{tail[:8]}"
    total = sum(
        (_VIN_VALUES.get(char) or int(char)) * weight
        for char, weight in zip(every, _VIN_WEIGHTS, strict=True)
    )
    number = head + "0123456789X"[total % 11] + tail
    return weighted(
        rng,
        (
            (90, number),
            (4, number[-8:]),
            (3, f"{number[:3]} {number[3:9]} {number[9:]}"),
            (3, number.lower()),
        ),
    )


def udi(rng: Random) -> str:
    """A unique device identifier of one of the three issuing agencies (GS1, HIBCC, ICCBBA)."""
    return shape(rng, ranked(rng, words.sections("shapes")["udi"]))


def last_four(number: str) -> str:
    """The last four figures of a number."""
    return "".join(char for char in number if char.isdigit())[-4:]
