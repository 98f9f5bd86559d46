"""Clinical words and figures that are no identifiers: the negatives."""

from __future__ import annotations

from functools import cache
from random import Random

from .. import words
from .measures import dose
from .pick import Maker, Makers, number_words, ranked, shape, weighted


def listed(name: str, section: str | None = None) -> Maker:
    """A maker that draws a line of data/<name>.txt."""
    return lambda rng: rng.choice(words.lines(name) if section is None else words.sections(name)[section])


def shaped(name: str, section: str) -> Maker:
    """A maker that fills one of the shapes in a section of data/<name>.txt."""
    return lambda rng: shape(rng, rng.choice(words.sections(name)[section]))


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


def drug_with_dose(rng: Random) -> str:
    """A drug with its strength, route and times: metoprolol 25 mg PO bid."""
    route = weighted(
        rng,
        (
            (36, ""),
            (30, " PO"),
            (10, " po"),
            (5, " IV"),
            (3, " SQ"),
            (3, " IM"),
            (3, " SL"),
            (2, " inhaled"),
            (2, " topical"),
            (2, " by mouth"),
            (2, " PR"),
            (1, " per PEG"),
            (1, " IVPB"),
        ),
    )
    return f"{drug(rng)} {dose(rng)}{route} {rng.choice(words.lines('frequencies'))}".rstrip()


@cache
def _tabular() -> tuple[str, ...]:
    import simple_icd_10_cm as icd  # type: ignore[import-untyped]  # here: it takes seconds to load

    return tuple(icd.get_description(code) for code in icd.get_all_codes() if icd.is_leaf(code))


def diagnosis(rng: Random) -> str:
    """A diagnosis: one of the project's own wording, or a title of the ICD-10-CM tabular list."""
    if rng.random() < 0.1:
        return rng.choice(_tabular())
    name = rng.choice(words.lines("diagnoses"))
    return weighted(rng, ((84, name), (12, name[:1].upper() + name[1:]), (4, name.upper())))


def icd(rng: Random) -> str:
    """An ICD-10-CM-like code."""
    form = ranked(rng, ("99.9", "99", "99.99", "99.999", "99.9", "99.99X@", "99.9999", "99.999@", "9A.99"))
    return shape(rng, rng.choice("ABCDEFGHIJKLMNOPQRSTVZZSMRFEI") + form)


def cpt(rng: Random) -> str:
    """A CPT-like code, now and then with modifiers or units."""
    listed = rng.choice(words.lines("cpt_codes"))
    made = shape(rng, rng.choice(("99999", "99213", "9999F", "0999T", "9999U")))
    code = listed if rng.random() < 0.7 else made
    return weighted(rng, _CODE_STYLES).format(
        code=code,
        mod=rng.choice(words.words("modifiers")[""]),
        few=rng.randint(1, 8),
        many=rng.randint(1, 32),
    )


_CODE_STYLES = (
    (76, "{code}"),
    (8, "{code}-{mod}"),
    (6, "{code} x{few}"),
    (4, "{code} x {many} units"),
    (3, "{code}-59-GP"),
    (3, "CPT {code}"),
)


def code(rng: Random) -> str:
    """A diagnosis, procedure or supply code."""
    return weighted(rng, _CODES)(rng)


def _hcpcs(rng: Random) -> str:
    return shape(rng, rng.choice("AEGHJKLPQSTV") + "9999")


def _loinc(rng: Random) -> str:
    return shape(rng, rng.choice(("99999-9", "9999-9")))


def _pcs(rng: Random) -> str:
    return "".join(rng.choice("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ") for _ in range(7))


_CODES: Makers = ((46, icd), (34, cpt), (14, _hcpcs), (3, _pcs), (3, _loinc))


def time(rng: Random) -> str:
    """A time of day."""
    hour, minute = (
        rng.randrange(24),
        rng.choice((0, 5, 10, 12, 15, 20, 25, 30, 35, 40, 45, 48, 50, 55, rng.randrange(60))),
    )
    noon = (hour - 1) % 12 + 1
    half = rng.choice((("AM", "PM"), ("am", "pm"), ("a.m.", "p.m."), ("a", "p"), ("A", "P")))[hour >= 12]
    return weighted(
        rng,
        (
            (30, f"{hour:02d}:{minute:02d}"),
            (26, f"{hour:02d}{minute:02d}"),
            (20, f"{noon}:{minute:02d} {half}"),
            (7, f"{noon}:{minute:02d}{half}"),
            (6, f"{noon} {half if len(half) > 1 else 'am'}"),
            (4, f"{hour:02d}{minute:02d} hrs"),
            (3, f"{hour:02d}:{minute:02d}:{rng.randrange(60):02d}"),
            (1, "noon"),
            (1, "midnight"),
            (2, f"{hour:02d}{minute:02d}h"),
        ),
    )


def duration(rng: Random) -> str:
    """A span of time or a relative date: 3 days ago, x2 wks, POD 2, q3 months."""
    count = rng.choice((1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 18, 20, 21, 24, 30, 36, 45, 60, 90))
    spelled = number_words(count) if rng.random() < 0.3 else str(count)
    unit = rng.choice(["day", "week", "month", "year", "hour", "minute", "day", "week"])
    text = rng.choice(words.lines("durations"))
    return text.format(
        n=spelled,
        d=count,
        u=unit + ("" if count == 1 else "s"),
        one=unit,
        a=rng.choice(("wk", "mo", "hr", "d", "yr", "min", "wks", "mos", "hrs")),
    )


def year(rng: Random) -> str:
    """A bare year."""
    return weighted(
        rng,
        (
            (64, str(rng.randint(1998, 2026))),
            (24, str(rng.randint(1950, 2000))),
            (4, f"the {rng.randint(5, 9)}0s"),
            (4, f"the {rng.choice(('19', ''))}{rng.randint(5, 9)}0s"),
            (4, f"{(first := rng.randint(1980, 2018))}-{first + rng.randint(1, 7)}"),
        ),
    )


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
    return shape(
        rng, rng.choice(("@@9999", "@999@@", "9@@9@", "@@9999", "@999999", "U9999@@", "@9@9@", "999999@"))
    )


def age(rng: Random) -> int:
    """An age to 89."""
    return min(89, max(0, round(rng.gauss(50, 24)))) if rng.random() < 0.8 else rng.randrange(90)
