"""The slots of the template language: what fills each, and its label if it is an identifier."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from .scene import Scene
from .values import (
    addresses,
    clinical,
    contact,
    dates,
    facilities,
    measures,
    name_forms,
    numbers,
    people,
    places,
    scanned,
)
from .values.pick import Maker, number_words, ordinal, ordinal_words, weighted

Fill = Callable[[Scene, str, str], str]  # the scene, the form and the argument to the text
ROLES = ["pt", "dr", "dr2", "dr3", "dr4", "rn", "rn2", "tech", "rel", "rel2", "rel3", "oth", "oth2"]
_Change = Callable[[Random, str], str]
_CHANGES: dict[str, _Change] = {
    "low": lambda rng, text: text.lower(),
    "up": lambda rng, text: text.upper(),
    "cap": lambda rng, text: text[:1].upper() + text[1:],
    "ocr": scanned.scanned,
    "run": scanned.run_together,
}


@dataclass(frozen=True, slots=True)
class SlotKind:
    """A kind of slot; `label` is None where the value is no identifier."""

    fill: Fill
    label: str | None = None
    forms: frozenset[str] = frozenset()
    argument: re.Pattern[str] | None = None

    def problem(self, form: str, argument: str) -> str:
        """Why this form or argument can't be used; empty if it can."""
        own, changes = self.parted(form)
        for name in (own, *changes):
            if name and name not in self.forms and name not in _CHANGES:
                return f"unknown form .{name}"
        if self.argument is None:
            return f"takes no argument, got {argument!r}" if argument else ""
        return "" if self.argument.fullmatch(argument) else f"bad argument {argument!r}"

    def parted(self, form: str) -> tuple[str, list[str]]:
        """The slot's own form (may be empty) and the changes after it: "last.low.ocr", "up"."""
        first, *rest = form.split(".")
        return (first, rest) if first in self.forms or not first else ("", [first, *rest])

    def text(self, scene: Scene, form: str, argument: str) -> str:
        """The value in a form, then changed by what of `_CHANGES` follows it."""
        own, changes = self.parted(form)
        value = self.fill(scene, own, argument)
        for name in changes:
            value = _CHANGES[name](scene.rng, value)
        return value


def _plain(make: Maker) -> Fill:
    return lambda scene, form, argument: make(scene.rng)


def _kept(key: str, make: Maker) -> Fill:
    return lambda scene, form, argument: scene.remember(key, lambda: make(scene.rng))


def _role(role: str) -> Fill:
    return lambda scene, form, argument: name_forms.write_name(scene.rng, scene.person(role), form)


def _stranger(scene: Scene, form: str, argument: str) -> str:
    return name_forms.write_name(scene.rng, people.make_person(scene.rng), form)


def _facility(kind: str) -> Fill:
    """A facility: often the note's own of its kind, with `.short` its short form; with `.new` another."""

    def fill(scene: Scene, form: str, argument: str) -> str:
        if form == "new":
            return facilities.KINDS[kind](scene.rng).full
        known = scene.facilities.get(kind)
        if known is None or (form != "short" and scene.rng.random() < 0.4):
            known = scene.facilities[kind] = facilities.KINDS[kind](scene.rng)
        return known.short if form == "short" else known.full

    return fill


def _date(scene: Scene, form: str, argument: str) -> str:
    return dates.FORMS[form](scene.rng, dates.near(scene.rng, scene.now))


def _birth(scene: Scene, form: str, argument: str) -> str:
    return dates.birth(scene.rng, scene.birth)


def _last_four(scene: Scene, form: str, argument: str) -> str:
    number = scene.remember("ssn", lambda: numbers.ssn(scene.rng))
    return numbers.last_four(number) or f"{scene.rng.randrange(10000):04d}"


def _own_number(scene: Scene, form: str, argument: str) -> str:
    """The patient's record number; with `.other` another one (a twin's, a duplicate's)."""
    if form == "other":
        return numbers.mrn(scene.rng)
    return scene.remember("mrn", lambda: numbers.mrn(scene.rng))


def _old_age(scene: Scene, form: str, argument: str) -> str:
    age = weighted(scene.rng, ((85, scene.rng.randint(90, 99)), (15, scene.rng.randint(100, 112))))
    if scene.age > 89 and scene.rng.random() < 0.7:
        age = scene.age
    if form == "ordwords" and age < 100:
        return ordinal_words(age)
    if form.startswith("ord"):
        return ordinal(age)
    if form != "words":
        return str(age)
    words = number_words(age, scene.rng.choice("-- "), scene.rng.random() < 0.5)
    return words.replace("one hundred", scene.rng.choice(("one hundred", "a hundred")))


def _age(scene: Scene, form: str, argument: str) -> str:
    age = scene.age if scene.age <= 89 and scene.rng.random() < 0.5 else clinical.age(scene.rng)
    return number_words(age, scene.rng.choice("-- ")) if form == "words" else str(age)


def _personal(make: Callable[..., str], roles: tuple[str, ...] = ("pt", "pt", "rel", "dr", "oth")) -> Fill:
    return lambda scene, form, argument: make(scene.rng, scene.person(scene.rng.choice(roles)))


def _by_sex(man: str, woman: str) -> Fill:
    return lambda scene, form, argument: man if scene.sex == "m" else woman


def _sex_word(scene: Scene, form: str, argument: str) -> str:
    man, woman = weighted(
        scene.rng,
        (
            (40, ("man", "woman")),
            (25, ("male", "female")),
            (20, ("M", "F")),
            (5, ("m", "f")),
            (5, ("gentleman", "lady")),
            (5, ("Male", "Female")),
        ),
    )
    if scene.age < 15 and len(man) > 1 and scene.rng.random() < 0.7:
        man, woman = "boy", "girl"
    return man if scene.sex == "m" else woman


def _clinical(make: Callable[..., str]) -> Fill:
    return lambda scene, form, argument: make(scene.rng, argument)


_PERSON = frozenset(name_forms.FORMS)
_PLACE = frozenset({"short", "new"})
_RANGE = re.compile(r"\d+(?:\.\d+)?-\d+(?:\.\d+)?")
_WHOLE_RANGE = re.compile(r"\d+-\d+")


def _identifiers() -> dict[str, SlotKind]:
    kinds = {role: SlotKind(_role(role), "PERSON", _PERSON) for role in ROLES}
    kinds["person"] = SlotKind(_stranger, "PERSON", _PERSON)
    kinds |= {kind: SlotKind(_facility(kind), "FACILITY", _PLACE) for kind in facilities.KINDS}
    kinds["date"] = SlotKind(_date, "DATE", frozenset(dates.FORMS))
    kinds["dob"] = SlotKind(_birth, "DATE")
    kinds["age90"] = SlotKind(_old_age, "AGE_OVER_89", frozenset({"words", "ord", "ordwords"}))
    kinds["email"] = SlotKind(_personal(contact.email), "EMAIL")
    kinds["url"] = SlotKind(_personal(contact.url), "URL")
    kinds["user"] = SlotKind(_personal(contact.handle), "OTHER_ID")
    kinds["ssn4"] = SlotKind(_last_four, "SSN")
    kinds["mrn"] = SlotKind(_own_number, "MRN", frozenset({"other"}))
    kinds["ssn"] = SlotKind(_kept("ssn", numbers.ssn), "SSN")
    for name, (label, make) in _DRAWN.items():
        kinds[name] = SlotKind(_plain(make), label)
    return kinds


_DRAWN: dict[str, tuple[str | None, Maker]] = {
    "addr": ("ADDRESS", addresses.address),
    "room": ("ADDRESS", addresses.room),
    "pobox": ("ADDRESS", addresses.po_box),
    "city": ("CITY", places.city),
    "county": ("CITY", places.county),
    "zip": ("ZIP", places.zip_code),
    "phone": ("PHONE", contact.phone),
    "ext": ("PHONE", contact.extension),
    "pager": ("PHONE", contact.pager),
    "fax": ("FAX", contact.fax),
    "ip": ("IP", contact.ip),
    "plan": ("HEALTH_PLAN", numbers.plan),
    "mbi": ("HEALTH_PLAN", numbers.mbi),
    "grp": ("HEALTH_PLAN", numbers.group),
    "acct": ("ACCOUNT", numbers.account),
    "claim": ("ACCOUNT", numbers.claim),
    "lic": ("LICENSE", numbers.license_number),
    "npi": ("LICENSE", numbers.npi),
    "dea": ("LICENSE", numbers.dea),
    "clia": ("LICENSE", numbers.clia),
    "plate": ("VEHICLE", numbers.plate),
    "vin": ("VEHICLE", numbers.vin),
    "serial": ("DEVICE", numbers.serial),
    "udi": ("DEVICE", numbers.udi),
    "lot": ("DEVICE", numbers.lot),
    "id": ("OTHER_ID", numbers.identifier),
    "acc": ("OTHER_ID", numbers.accession),
    "order": ("OTHER_ID", numbers.order),
    "auth": ("OTHER_ID", numbers.authorisation),
    "rx": ("OTHER_ID", numbers.prescription),
    "case": ("OTHER_ID", numbers.case),
    "badge": ("OTHER_ID", numbers.badge),
    "unit": ("OTHER_ID", numbers.unit),
    "taxid": ("OTHER_ID", numbers.tax_id),
    "visit": ("OTHER_ID", numbers.visit),
    "employee": ("OTHER_ID", numbers.employee),
    # No identifiers from here on.
    "year": (None, clinical.year),
    "time": (None, clinical.time),
    "weekday": (None, clinical.listed("weekdays")),
    "dur": (None, clinical.duration),
    "state": (None, places.state),
    "country": (None, places.country),
    "insurer": (None, clinical.insurer),
    "drug": (None, clinical.drug),
    "drugdose": (None, clinical.drug_with_dose),
    "dx": (None, clinical.diagnosis),
    "dxabbr": (None, clinical.listed("diagnosis_abbreviations")),
    "sx": (None, clinical.listed("symptoms")),
    "eponym": (None, clinical.listed("eponyms")),
    "proc": (None, clinical.listed("procedures")),
    "anat": (None, clinical.listed("anatomy")),
    "gene": (None, clinical.listed("genes")),
    "stage": (None, clinical.listed("stages")),
    "vitals": (None, measures.vitals),
    "lab1": (None, measures.lab_value),
    "labs": (None, measures.lab_run),
    "score": (None, measures.score),
    "dose": (None, measures.dose),
    "code": (None, clinical.code),
    "icd": (None, clinical.icd),
    "cpt": (None, clinical.cpt),
    "model": (None, clinical.device_model),
    "abbr": (None, clinical.abbreviation),
    "role": (None, clinical.listed("roles")),
    "vaxlot": (None, clinical.vaccine_lot),
    "roleab": (None, clinical.listed("lookalikes", "roles")),
    "siteab": (None, clinical.listed("lookalikes", "sites")),
    "noteab": (None, clinical.listed("lookalikes", "notes")),
    "cred": (None, clinical.listed("lookalikes", "credentials")),
    "program": (None, clinical.listed("lookalikes", "programs")),
    "typo": (None, clinical.listed("lookalikes", "misspelt")),
    "jar": (None, clinical.listed("lookalikes", "jars")),
    "cell": (None, clinical.listed("lookalikes", "cell lines")),
    "car": (None, clinical.listed("lookalikes", "cars")),
    "stateab": (None, clinical.listed("lookalikes", "states")),
    "catalog": (None, clinical.shaped("lookalikes", "catalogue")),
    "dental": (None, clinical.shaped("lookalikes", "dental")),
}


def _negatives() -> dict[str, SlotKind]:
    return {
        "age": SlotKind(_age, None, frozenset({"words"})),
        "sexword": SlotKind(_sex_word),
        "he": SlotKind(_by_sex("he", "she")),
        "He": SlotKind(_by_sex("He", "She")),
        "his": SlotKind(_by_sex("his", "her")),
        "His": SlotKind(_by_sex("His", "Her")),
        "him": SlotKind(_by_sex("him", "her")),
        "himself": SlotKind(_by_sex("himself", "herself")),
        "n": SlotKind(_clinical(clinical.number), None, argument=_WHOLE_RANGE),
        "n1": SlotKind(_clinical(clinical.number1), None, argument=_RANGE),
    }


SLOTS: dict[str, SlotKind] = _identifiers() | _negatives()
