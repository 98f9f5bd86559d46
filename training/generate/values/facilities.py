"""Facilities, wards, schools, shops, employers and agencies, composed of a name and its tails."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from .. import words
from . import contact, names, places, wards
from .pick import Makers, ranked, shape, weighted


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
    word = weighted(
        rng, ((44, "St."), (26, "St"), (14, "Saint"), (5, "Sts."), (5, "San"), (4, "Santa"), (2, "Ste."))
    )
    name = rng.choice(words.words("facilities")["saints"])
    if rng.random() < 0.25:
        name = names.given(rng, rng.choice(names.GROUPS), rng.choice("mf")).split()[0]
    return f"{word} {name}" if rng.random() < 0.6 else f"{word} {name}'s"


def _place(rng: Random) -> str:
    return weighted(
        rng,
        (
            (34, rng.choice(_list("natural"))),
            (40, places.plain_city(rng)),
            (10, rng.choice(_list("compass"))),
            (16, places.plain_county(rng)),
        ),
    )


def _family(rng: Random) -> str:
    return names.family(rng, names.any_group(rng))


def _full_person(rng: Random) -> str:
    group = names.any_group(rng)
    return f"{names.given(rng, group, rng.choice('mf'))} {names.family(rng, group)}".strip()


def _brand(rng: Random) -> str:
    word = contact.brand(rng).capitalize()
    return weighted(
        rng,
        (
            (60, word),
            (20, word.upper()),
            (20, contact.brand(rng).capitalize() + rng.choice(("One", "Plus", "First", "360", "+", "MD"))),
        ),
    )


def _two_families(rng: Random) -> str:
    return f"{_family(rng)}-{_family(rng)}"


def _virtue(rng: Random) -> str:
    return _one(rng, "virtues")


def _natural_place(rng: Random) -> str:
    return f"{_place(rng)} {_one(rng, 'natural')}"


_STEMS: Makers = (
    (30, _place),
    (19, saint),
    (16, _family),
    (13, _brand),
    (6, _full_person),
    (5, _two_families),
    (6, _virtue),
    (5, _natural_place),
)


def stem(rng: Random) -> str:
    """The part of a facility's name that tells it from others."""
    return weighted(rng, _STEMS)(rng)


def _acronym(rng: Random, full: str) -> str:
    letters = "".join(part[0] for part in full.replace("-", " ").split() if part[:1].isupper())
    return letters if len(letters) > 1 else shape(rng, "@@@")


def _cut(rng: Random, head: str, full: str) -> str:
    """A short form: the stem, its first word, the initials, "the General"."""
    parts = head.split()
    needs_two = parts[0].rstrip(".") in words.words("facilities")["leading"]
    first = " ".join(parts[: 2 if needs_two else 1])
    return weighted(
        rng, ((50, head), (16, first if len(first) > 3 else head), (24, _acronym(rng, full)), (10, head))
    )


def _tail(rng: Random, full: str) -> str:
    """The name with what often trails it: a campus, a town, a partner, a company form."""
    return weighted(rng, _TAILS).format(
        full=full,
        town=places.plain_city(rng),
        campus=_one(rng, "campuses"),
        company=_one(rng, "companies"),
        partner=_one(rng, "partners"),
        number=rng.randrange(2, 9999),
        letters=_acronym(rng, full),
    )


_TAILS = (
    (68, "{full}"),
    (7, "{full} of {town}"),
    (4, "{full} at {town}"),
    (2, "{full} - {campus}"),
    (1, "{full} – {campus}"),
    (1, "{full}, {campus}"),
    (1, "{full} {campus}"),
    (1, "{full} - {town}"),
    (1, "{full}, {town}"),
    (1, "{full} {town}"),
    (1, "{town} {full}"),
    (2, "{full}, {company}"),
    (2, "{full} {company}"),
    (3, "The {full}"),
    (1, "{full} & {partner}"),
    (1, "{full} / {partner}"),
    (1, "{full} and {partner}"),
    (2, "{full} #{number}"),
    (1, "{full} ({letters})"),
    (0.5, "{full} in {town}"),
    (0.5, "{full} by the {campus}"),
    (0.5, "{full} ({town})"),
)


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
        full = (
            f"{joined} {ranked(rng, _list('practices'))}"
            if rng.random() < 0.7
            else f"{joined}, {_one(rng, 'companies')}"
        )
        return Facility(full, joined)
    return _compose(rng, "clinics", "listed clinics", 0.08)


def ward(rng: Random) -> Facility:
    """A named ward or unit: 6 East, 4W, MICU-B, Tower 3, Oak Unit, 3rd floor west."""
    name = wards.ward(rng)
    return Facility(name, name)


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
        name = rng.choice(
            (
                f"P.S. {number}",
                f"PS {number}",
                f"IS {number}",
                f"District {number}",
                f"School #{number}",
                f"USD {number}",
                f"ISD {number}",
            )
        )
        return Facility(name, name)
    return _compose(rng, "schools", "listed schools", 0.08)


def employer(rng: Random) -> Facility:
    """An employer, shop or business."""
    return _compose(rng, "employers", "listed employers", 0.3)


def church(rng: Random) -> Facility:
    """A church, temple, mosque or other house of worship."""
    roll = rng.random()
    if roll < 0.35:
        name = f"{_one(rng, 'church heads')} {_one(rng, 'churches')}"
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
    "hosp": hospital,
    "clinic": clinic,
    "ward": ward,
    "pharm": pharmacy,
    "snf": nursing_home,
    "school": school,
    "employer": employer,
    "church": church,
    "shelter": shelter,
    "agency": agency,
    "lab": laboratory,
}
KINDS["fac"] = lambda rng: rng.choice(list(KINDS.values())[:-1])(rng)
