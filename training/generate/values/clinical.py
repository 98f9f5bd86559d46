"""Clinical words and figures that are no identifiers: the negatives."""

from __future__ import annotations

from functools import cache
from random import Random

from .. import words
from .pick import Maker, number_words, ranked, shape, weighted


def listed(name: str, section: str | None = None) -> Maker:
    """A maker that draws a line of data/<name>.txt."""
    return lambda rng: rng.choice(words.lines(name) if section is None else words.sections(name)[section])


def number(rng: Random, argument: str) -> str:
    """A whole number in a range such as "1-10"."""
    low, high = argument.split("-")
    return str(rng.randint(int(low), int(high)))


def number1(rng: Random, argument: str) -> str:
    """A number with one decimal in a range such as "0-5"."""
    low, high = argument.split("-")
    return f"{rng.uniform(float(low), float(high)):.1f}"


def drug(rng: Random) -> str:
    """A drug, generic or brand, in any usual case."""
    name = rng.choice(words.lines("drugs"))
    return weighted(rng, ((70, name), (14, name.capitalize()), (8, name.upper()), (8, name.lower())))


def dose(rng: Random) -> str:
    """A strength: 25 mg, 0.5mL, 1,000 units, 1-2 tabs."""
    figure = rng.choice(("0.125", "0.25", "0.4", "0.5", "1", "1.25", "2", "2.5", "3.125", "4", "5", "6.25", "7.5", "10", "12.5", "15", "20", "25", "30", "40",
                         "50", "60", "75", "80", "81", "100", "112", "125", "150", "200", "240", "250", "300", "325", "400", "450", "500", "600", "650", "750",
                         "800", "875/125", "1000", "1,000", "1200", "2000", "5,000", "10,000", "50,000", "5/325", "10/325", "160/4.5", "20-25", "1-2"))  # fmt: skip
    unit = ranked(rng, ("mg", "mg", "mcg", "mg", "mL", "units", "g", "tabs", "tab", "MG", "mg/kg", "mcg/hr", "puffs", "gtt", "mEq", "mg/5 mL", "%", "IU", "u", "cc",
                        "mcg/kg/min", "mg/hr", "ml/hr", "caps", "L", "mg/m2", "sprays", "patch", "drops", "units/hr", "kcal"))  # fmt: skip
    return f"{figure}{rng.choice((' ', ' ', ' ', ''))}{unit}"


def drug_with_dose(rng: Random) -> str:
    """A drug with its strength, route and times: metoprolol 25 mg PO bid."""
    route = weighted(rng, ((36, ""), (30, " PO"), (10, " po"), (5, " IV"), (3, " SQ"), (3, " IM"), (3, " SL"), (2, " inhaled"), (2, " topical"), (2, " by mouth"),
                           (2, " PR"), (1, " per PEG"), (1, " IVPB")))  # fmt: skip
    return f"{drug(rng)} {dose(rng)}{route} {rng.choice(words.lines('frequencies'))}".rstrip()


@cache
def _tabular() -> tuple[str, ...]:
    import simple_icd_10_cm as icd  # here, because it takes seconds to load

    return tuple(icd.get_description(code) for code in icd.get_all_codes() if icd.is_leaf(code))


def diagnosis(rng: Random) -> str:
    """A diagnosis: one of the project's own wording, or a title of the ICD-10-CM tabular list."""
    if rng.random() < 0.1:
        return rng.choice(_tabular())
    name = rng.choice(words.lines("diagnoses"))
    return weighted(rng, ((84, name), (12, name[:1].upper() + name[1:]), (4, name.upper())))


def vitals(rng: Random) -> str:
    """A run of vital signs in one of the usual styles."""
    value = {
        "s": str(rng.randint(84, 198)), "d": str(rng.randint(44, 110)), "hr": str(rng.randint(44, 148)), "rr": str(rng.randint(10, 34)),
        "t": f"{rng.uniform(96, 103.5):.1f}", "c": f"{rng.uniform(35.4, 39.9):.1f}", "o": str(rng.randint(84, 100)), "w": f"{rng.uniform(90, 310):.1f}",
        "kg": f"{rng.uniform(3, 140):.1f}", "h": str(rng.randint(58, 76)), "ft": f"{rng.randint(4, 6)}'{rng.randint(0, 11)}\"", "b": f"{rng.uniform(16, 48):.1f}",
        "p": str(rng.randint(0, 10)), "l": str(rng.randint(1, 6)), "g": str(rng.randint(62, 420)), "m": str(rng.randint(60, 120)),
    }  # fmt: skip
    return rng.choice(words.lines("vitals")).format(**value).replace("\\n", "\n")


def lab_value(rng: Random) -> str:
    """One laboratory result: K 4.1, WBC 12.3 (H)."""
    name, low, high, places, unit = rng.choice(_lab_table())
    value = f"{rng.uniform(low, high):.{places}f}"
    joiner = weighted(rng, ((56, " "), (12, ": "), (8, "="), (6, " = "), (6, "\t"), (5, " of "), (4, "-"), (3, "  ")))
    flag = weighted(rng, ((78, ""), (6, " (H)"), (5, " (L)"), (4, " H"), (3, " L"), (2, "*"), (2, " !")))
    return f"{name}{joiner}{value}{' ' + unit if unit and rng.random() < 0.25 else ''}{flag}"


@cache
def _lab_table() -> tuple[tuple[str, float, float, int, str], ...]:
    rows = (line.split("\t") for line in words.lines("labs"))
    return tuple((name, float(low), float(high), int(places), unit) for name, low, high, places, unit in rows)


def lab_run(rng: Random) -> str:
    """Several laboratory results in a row, in columns or as a fishbone."""
    if rng.random() < 0.15:
        sodium, potassium, chloride = rng.randint(125, 150), f"{rng.uniform(2.8, 5.9):.1f}", rng.randint(90, 115)
        rest = f"{rng.randint(16, 32)}/{rng.randint(5, 80)}/{rng.uniform(0.4, 6):.1f}\\{rng.randint(60, 400)}"
        return f"{sodium}/{potassium}/{chloride}/{rest}"
    joiner = weighted(rng, ((50, ", "), (16, "  "), (12, "; "), (10, " | "), (8, " / "), (4, "\n")))
    return joiner.join(lab_value(rng) for _ in range(rng.randint(3, 8)))


def score(rng: Random) -> str:
    """A scale with its score: PHQ-9 14, GCS 15 (E4V5M6), Braden: 18/23."""
    name, top = rng.choice(_scores())
    value = rng.randint(0, int(top))
    style = weighted(rng, ((40, "{n} {v}"), (14, "{n}: {v}"), (14, "{n} {v}/{t}"), (8, "{n} = {v}"), (8, "{n} score {v}"), (6, "{n} of {v}"), (5, "{n} - {v}"), (5, "{n}={v}/{t}")))
    return style.format(n=name, v=value, t=top)


@cache
def _scores() -> tuple[tuple[str, str], ...]:
    return tuple((name.strip(), top) for name, _, top in (line.rpartition(" ") for line in words.lines("scores")))


def icd(rng: Random) -> str:
    """An ICD-10-CM-like code."""
    form = ranked(rng, ("99.9", "99", "99.99", "99.999", "99.9", "99.99X@", "99.9999", "99.999@", "9A.99"))
    return shape(rng, rng.choice("ABCDEFGHIJKLMNOPQRSTVZZSMRFEI") + form)


def cpt(rng: Random) -> str:
    """A CPT-like code, now and then with modifiers or units."""
    code = rng.choice(words.lines("cpt_codes")) if rng.random() < 0.7 else shape(rng, rng.choice(("99999", "99213", "9999F", "0999T", "9999U")))
    return weighted(rng, ((76, code), (8, f"{code}-{rng.choice(('25', '59', 'LT', 'RT', 'GP', 'GO', 'GN', '95', 'TC', '26', '50', 'XU', 'HO', 'KX', '76', '80'))}"),
                          (6, f"{code} x{rng.randint(1, 8)}"), (4, f"{code} x {rng.randint(1, 32)} units"), (3, f"{code}-59-GP"), (3, f"CPT {code}")))  # fmt: skip


def code(rng: Random) -> str:
    """A diagnosis, procedure or supply code."""
    return weighted(rng, ((46, icd), (34, cpt), (14, lambda rng: shape(rng, rng.choice("AEGHJKLPQSTV") + "9999")), (3, lambda rng: shape(rng, "^@^9^@^")),
                          (3, lambda rng: shape(rng, "99999-9"))))(rng)  # fmt: skip


def time(rng: Random) -> str:
    """A time of day."""
    hour, minute = rng.randrange(24), rng.choice((0, 5, 10, 12, 15, 20, 25, 30, 35, 40, 45, 48, 50, 55, rng.randrange(60)))
    noon = (hour - 1) % 12 + 1
    half = rng.choice((("AM", "PM"), ("am", "pm"), ("a.m.", "p.m."), ("a", "p"), ("A", "P")))[hour >= 12]
    return weighted(rng, ((30, f"{hour:02d}:{minute:02d}"), (26, f"{hour:02d}{minute:02d}"), (20, f"{noon}:{minute:02d} {half}"), (7, f"{noon}:{minute:02d}{half}"),
                          (6, f"{noon} {half if len(half) > 1 else 'am'}"), (4, f"{hour:02d}{minute:02d} hrs"), (3, f"{hour:02d}:{minute:02d}:{rng.randrange(60):02d}"),
                          (1, "noon"), (1, "midnight"), (2, f"{hour:02d}{minute:02d}h")))  # fmt: skip


def duration(rng: Random) -> str:
    """A span of time or a relative date: 3 days ago, x2 wks, POD 2, q3 months."""
    count = rng.choice((1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 18, 20, 21, 24, 30, 36, 45, 60, 90))
    spelled = number_words(count) if rng.random() < 0.3 else str(count)
    unit = rng.choice("day week month year hour minute day week".split())
    text = rng.choice(words.lines("durations"))
    return text.format(n=spelled, d=count, u=unit + ("" if count == 1 else "s"), one=unit, a=rng.choice(("wk", "mo", "hr", "d", "yr", "min", "wks", "mos", "hrs")))


def year(rng: Random) -> str:
    """A bare year."""
    return weighted(rng, ((64, str(rng.randint(1998, 2026))), (24, str(rng.randint(1950, 2000))), (4, f"the {rng.randint(5, 9)}0s"), (4, f"the {rng.choice(('19', ''))}{rng.randint(5, 9)}0s"),
                          (4, f"{(first := rng.randint(1980, 2018))}-{first + rng.randint(1, 7)}")))  # fmt: skip


def abbreviation(rng: Random) -> str:
    """A clinical abbreviation."""
    return rng.choice(words.words("abbreviations")[""])


def insurer(rng: Random) -> str:
    """An insurer or plan, by name."""
    return rng.choice(words.lines("insurers"))


def device_model(rng: Random) -> str:
    """A device with its model."""
    return rng.choice(words.lines("models"))


def vaccine_lot(rng: Random) -> str:
    """A vaccine lot (not PHI)."""
    return shape(rng, rng.choice(("@@9999", "@999@@", "9@@9@", "@@9999", "@999999", "U9999@@", "@9@9@", "999999@")))


def age(rng: Random) -> int:
    """An age to 89."""
    return min(89, max(0, round(rng.gauss(50, 24)))) if rng.random() < 0.8 else rng.randrange(90)
