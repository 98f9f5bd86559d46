"""Doses, vital signs, laboratory results and scores of scales (not PHI)."""

from __future__ import annotations

from functools import cache
from random import Random

from .. import words
from .pick import ranked, weighted


def dose(rng: Random) -> str:
    """A strength: 25 mg, 0.5mL, 1,000 units, 1-2 tabs."""
    figure = rng.choice(
        (
            "0.125",
            "0.25",
            "0.4",
            "0.5",
            "1",
            "1.25",
            "2",
            "2.5",
            "3.125",
            "4",
            "5",
            "6.25",
            "7.5",
            "10",
            "12.5",
            "15",
            "20",
            "25",
            "30",
            "40",
            "50",
            "60",
            "75",
            "80",
            "81",
            "100",
            "112",
            "125",
            "150",
            "200",
            "240",
            "250",
            "300",
            "325",
            "400",
            "450",
            "500",
            "600",
            "650",
            "750",
            "800",
            "875/125",
            "1000",
            "1,000",
            "1200",
            "2000",
            "5,000",
            "10,000",
            "50,000",
            "5/325",
            "10/325",
            "160/4.5",
            "20-25",
            "1-2",
        )
    )
    unit = ranked(
        rng,
        (
            "mg",
            "mg",
            "mcg",
            "mg",
            "mL",
            "units",
            "g",
            "tabs",
            "tab",
            "MG",
            "mg/kg",
            "mcg/hr",
            "puffs",
            "gtt",
            "mEq",
            "mg/5 mL",
            "%",
            "IU",
            "u",
            "cc",
            "mcg/kg/min",
            "mg/hr",
            "ml/hr",
            "caps",
            "L",
            "mg/m2",
            "sprays",
            "patch",
            "drops",
            "units/hr",
            "kcal",
        ),
    )
    return f"{figure}{rng.choice((' ', ' ', ' ', ''))}{unit}"


def vitals(rng: Random) -> str:
    """A run of vital signs in one of the usual styles."""
    value = {
        "s": str(rng.randint(84, 198)),
        "d": str(rng.randint(44, 110)),
        "hr": str(rng.randint(44, 148)),
        "rr": str(rng.randint(10, 34)),
        "t": f"{rng.uniform(96, 103.5):.1f}",
        "c": f"{rng.uniform(35.4, 39.9):.1f}",
        "o": str(rng.randint(84, 100)),
        "w": f"{rng.uniform(90, 310):.1f}",
        "kg": f"{rng.uniform(3, 140):.1f}",
        "h": str(rng.randint(58, 76)),
        "ft": f"{rng.randint(4, 6)}'{rng.randint(0, 11)}\"",
        "b": f"{rng.uniform(16, 48):.1f}",
        "p": str(rng.randint(0, 10)),
        "l": str(rng.randint(1, 6)),
        "g": str(rng.randint(62, 420)),
        "m": str(rng.randint(60, 120)),
    }
    return rng.choice(words.lines("vitals")).format(**value).replace("\\n", "\n")


def lab_value(rng: Random) -> str:
    """One laboratory result: K 4.1, WBC 12.3 (H)."""
    name, low, high, places, unit = rng.choice(_lab_table())
    value = f"{rng.uniform(low, high):.{places}f}"
    joiner = weighted(
        rng, ((56, " "), (12, ": "), (8, "="), (6, " = "), (6, "\t"), (5, " of "), (4, "-"), (3, "  "))
    )
    flag = weighted(rng, ((78, ""), (6, " (H)"), (5, " (L)"), (4, " H"), (3, " L"), (2, "*"), (2, " !")))
    return f"{name}{joiner}{value}{' ' + unit if unit and rng.random() < 0.25 else ''}{flag}"


@cache
def _lab_table() -> tuple[tuple[str, float, float, int, str], ...]:
    rows = ((line + "\t").split("\t")[:5] for line in words.lines("labs"))
    return tuple((name, float(low), float(high), int(places), unit) for name, low, high, places, unit in rows)


def lab_run(rng: Random) -> str:
    """Several laboratory results in a row, in columns or as a fishbone."""
    if rng.random() < 0.15:
        sodium, potassium, chloride = (
            rng.randint(125, 150),
            f"{rng.uniform(2.8, 5.9):.1f}",
            rng.randint(90, 115),
        )
        rest = f"{rng.randint(16, 32)}/{rng.randint(5, 80)}/{rng.uniform(0.4, 6):.1f}\\{rng.randint(60, 400)}"
        return f"{sodium}/{potassium}/{chloride}/{rest}"
    joiner = weighted(rng, ((50, ", "), (16, "  "), (12, "; "), (10, " | "), (8, " / "), (4, "\n")))
    return joiner.join(lab_value(rng) for _ in range(rng.randint(3, 8)))


def score(rng: Random) -> str:
    """A scale with its score: PHQ-9 14, GCS 15 (E4V5M6), Braden: 18/23."""
    name, top = rng.choice(_scores())
    value = rng.randint(0, int(top))
    style = weighted(
        rng,
        (
            (40, "{n} {v}"),
            (14, "{n}: {v}"),
            (14, "{n} {v}/{t}"),
            (8, "{n} = {v}"),
            (8, "{n} score {v}"),
            (6, "{n} of {v}"),
            (5, "{n} - {v}"),
            (5, "{n}={v}/{t}"),
        ),
    )
    return style.format(n=name, v=value, t=top)


@cache
def _scores() -> tuple[tuple[str, str], ...]:
    return tuple(
        (name.strip(), top) for name, _, top in (line.rpartition(" ") for line in words.lines("scores"))
    )
