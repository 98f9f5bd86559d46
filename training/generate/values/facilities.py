"""Facilities, wards, schools, shops, employers and agencies, composed of a name and its tails."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from .. import words
from . import contact, names, places
from .pick import number_words, ordinal, ranked, shape, weighted


@dataclass(frozen=True, slots=True)
class Facility:
    """A facility's full name and a short form of the same one."""

    full: str
    short: str


def _list(key: str) -> tuple[str, ...]:
    return words.sections("facilities")[key]


def _one(rng: Random, key: str) -> str:
    return rng.choice(_list(key))


def saint(rng: Random) -> str:
    """A saint's name as it names a hospital or church, now and then of a saint nobody knows."""
    word = weighted(rng, ((44, "St."), (26, "St"), (14, "Saint"), (5, "Sts."), (5, "San"), (4, "Santa"), (2, "Ste.")))
    name = rng.choice(words.words("facilities")["saints"])
    if rng.random() < 0.25:
        name = names.given(rng, rng.choice(names.GROUPS), rng.choice("mf")).split()[0]
    return f"{word} {name}" if rng.random() < 0.6 else f"{word} {name}'s"


def _place(rng: Random) -> str:
    return weighted(rng, ((34, rng.choice(_list("natural"))), (40, places.plain_city(rng)), (10, rng.choice(_list("compass"))), (16, places.plain_county(rng))))


def _family(rng: Random) -> str:
    return names.family(rng, names.any_group(rng))


def _full_person(rng: Random) -> str:
    group = names.any_group(rng)
    return f"{names.given(rng, group, rng.choice('mf'))} {names.family(rng, group)}".strip()


def _brand(rng: Random) -> str:
    word = contact.brand(rng).capitalize()
    return weighted(rng, ((60, word), (20, word.upper()), (20, contact.brand(rng).capitalize() + rng.choice(("One", "Plus", "First", "360", "+", "MD")))))


def stem(rng: Random) -> str:
    """The part of a facility's name that tells it from others."""
    return weighted(rng, ((30, _place), (19, saint), (16, _family), (13, _brand), (6, _full_person), (5, lambda rng: f"{_family(rng)}-{_family(rng)}"),
                          (6, lambda rng: rng.choice(_list("virtues"))), (5, lambda rng: f"{_place(rng)} {rng.choice(_list('natural'))}")))(rng)  # fmt: skip


def _acronym(rng: Random, full: str) -> str:
    letters = "".join(part[0] for part in full.replace("-", " ").split() if part[:1].isupper())
    return letters if len(letters) > 1 else shape(rng, "@@@")


def _cut(rng: Random, head: str, full: str) -> str:
    """A short form: the stem, its first word, the initials, "the General"."""
    first = " ".join(head.split()[:2]) if head.split()[0].rstrip(".") in _LEADING else head.split()[0]
    return weighted(rng, ((50, head), (16, first if len(first) > 3 else head), (24, _acronym(rng, full)), (10, head)))


_LEADING = frozenset("St Sts Saint San Santa Ste Mt Mount Fort Ft New Old East West North South Lake Port The El La Los Las Our Grand Big".split())


def _tail(rng: Random, full: str) -> str:
    """The name with what often trails it: a campus, a town, a partner, a company form."""
    return weighted(rng, (
        (68, lambda: full),
        (7, lambda: f"{full} of {places.plain_city(rng)}"),
        (4, lambda: f"{full} at {places.plain_city(rng)}"),
        (5, lambda: f"{full}{rng.choice((' - ', ' – ', ', ', ' '))}{_one(rng, 'campuses')}"),
        (4, lambda: f"{full}{rng.choice((' - ', ', ', ' '))}{places.plain_city(rng)}"),
        (4, lambda: f"{full}{rng.choice((', ', ' '))}{_one(rng, 'companies')}"),
        (3, lambda: f"The {full}"),
        (2, lambda: f"{full} {rng.choice('&/')} {_one(rng, 'partners')}"),
        (2, lambda: f"{full} #{rng.randrange(2, 9999)}"),
        (1, lambda: f"{full} ({_acronym(rng, full)})"),
    ))()  # fmt: skip


def _compose(rng: Random, kinds: str, listed: str, share: float) -> Facility:
    """A facility of a kind: a listed name in `share` of cases, else a stem with a tail of the kind."""
    if rng.random() < share:
        name = _one(rng, listed)
        return Facility(_cased(rng, name), name)
    head = stem(rng)
    full = f"{head} {ranked(rng, _list(kinds))}"
    return Facility(_cased(rng, _tail(rng, full)), _cut(rng, head, full))


def _cased(rng: Random, name: str) -> str:
    return weighted(rng, ((92, name), (4, name.upper()), (4, name.lower())))


def hospital(rng: Random) -> Facility:
    """A hospital or medical centre."""
    return _compose(rng, "hospitals", "listed hospitals", 0.12)


def clinic(rng: Random) -> Facility:
    """A clinic, practice, therapy office or surgery centre."""
    if rng.random() < 0.16:
        people = [_family(rng) for _ in range(rng.choice((2, 2, 3)))]
        joined = f"{', '.join(people[:-1])} {rng.choice(('&', 'and'))} {people[-1]}"
        full = f"{joined} {ranked(rng, _list('practices'))}" if rng.random() < 0.7 else f"{joined}, {_one(rng, 'companies')}"
        return Facility(full, joined)
    return _compose(rng, "clinics", "listed clinics", 0.08)


def ward(rng: Random) -> Facility:
    """A named ward or unit: 6 East, 4W, MICU-B, Tower 3, Oak Unit, 3rd floor west."""
    name = weighted(rng, ((62, _coded_ward), (20, lambda rng: f"{rng.choice(_list('ward names'))} {rng.choice(_list('ward kinds'))}"),
                          (10, lambda rng: f"{_family(rng)} {rng.choice(('Pavilion', 'Wing', 'Tower', 'Building', 'Hall', '3', '5'))}"),
                          (8, lambda rng: rng.choice(_list("wards")))))(rng)  # fmt: skip
    name = weighted(rng, ((84, name), (10, name.lower()), (6, name.upper())))
    return Facility(name, name)


def _coded_ward(rng: Random) -> str:
    number = rng.randrange(1, 13)
    side = rng.choice("East West North South Central Tower Main Annex".split())
    short = rng.choice("E W N S C T B A".split())
    return rng.choice((
        f"{number} {side}", f"{number} {side}", f"{number}{short}", f"{number}{short}", f"{number}-{side}", f"{number}-{short}", f"{short}{number}",
        f"{number} {short}", f"{side} {number}", f"{side}-{number}", f"{ordinal(number)} floor {side.lower()}", f"{number}{short}{rng.choice('EWNS')}",
        f"{rng.choice(('MICU', 'SICU', 'CCU', 'NICU', 'PCU', 'ICU', 'TCU', 'IMC', 'L&D', 'Psych', 'Tele', 'BMU', 'CVICU', 'Peds', 'Rehab', 'BHU', 'ED Pod', 'Med/Surg'))}{rng.choice((' ', '-', ' '))}{rng.choice('ABCD1234')}",
        f"Tower {number}", f"Pod {rng.choice('ABCD')}", f"{number}{rng.choice((' ', '-'))}{rng.choice(('Neuro', 'Onc', 'Tele', 'Ortho', 'Medical', 'Surgical', 'Rehab', 'Peds', 'Cardiac', 'PCU'))}",
        f"{number}{short}-{side}", f"{number_words(number).title()} {side}", f"Unit {number}{rng.choice(('', short))}", f"{number}{side[:2].upper()}",
        f"Bldg {rng.choice('ABCD')}{number}", f"{number * 100 % 900 + 100} {side} wing", f"B{number}/{rng.randrange(1, 9)}", f"{number}th floor tower",
        f"F{number}-{rng.randrange(2, 9)}", f"{number} {side} {rng.choice(('A', 'B', '2', 'ICU', 'stepdown', 'Tele'))}",
    ))  # fmt: skip


def pharmacy(rng: Random) -> Facility:
    """A pharmacy."""
    return _compose(rng, "pharmacies", "listed pharmacies", 0.4)


def nursing_home(rng: Random) -> Facility:
    """A nursing home, assisted living, rehab or hospice."""
    return _compose(rng, "nursing homes", "listed nursing homes", 0.04)


def school(rng: Random) -> Facility:
    """A school, preschool, college or district."""
    if rng.random() < 0.08:
        number = rng.randrange(1, 320)
        name = rng.choice((f"P.S. {number}", f"PS {number}", f"IS {number}", f"District {number}", f"School #{number}", f"USD {number}", f"ISD {number}"))
        return Facility(name, name)
    return _compose(rng, "schools", "listed schools", 0.08)


def employer(rng: Random) -> Facility:
    """An employer, shop or business."""
    return _compose(rng, "employers", "listed employers", 0.3)


def church(rng: Random) -> Facility:
    """A church, temple, mosque or other house of worship."""
    roll = rng.random()
    if roll < 0.35:
        name = f"{rng.choice(('First', 'Second', 'Mt. Zion', 'New Hope', 'Greater', 'Calvary', 'Grace', 'Trinity', 'Bethel', 'Ebenezer', 'Zion', 'Shiloh'))} {_one(rng, 'churches')}"
        return Facility(_tail(rng, name), " ".join(name.split()[:2]))
    return _compose(rng, "churches", "listed churches", 0.25)


def shelter(rng: Random) -> Facility:
    """A shelter, sober house, group home or mission."""
    return _compose(rng, "shelters", "listed shelters", 0.2)


def agency(rng: Random) -> Facility:
    """A public agency, police, fire or home-care agency, court or jail."""
    return _compose(rng, "agencies", "listed agencies", 0.2)


def laboratory(rng: Random) -> Facility:
    """A laboratory or imaging centre."""
    return _compose(rng, "laboratories", "listed laboratories", 0.35)


Make = Callable[[Random], Facility]
KINDS: dict[str, Make] = {
    "hosp": hospital, "clinic": clinic, "ward": ward, "pharm": pharmacy, "snf": nursing_home, "school": school,
    "employer": employer, "church": church, "shelter": shelter, "agency": agency, "lab": laboratory,
}  # fmt: skip
KINDS["fac"] = lambda rng: rng.choice(list(KINDS.values())[:-1])(rng)
