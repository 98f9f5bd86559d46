"""What stays the same throughout one note: its patient, people, places and numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from .values import names
from .values.facilities import Facility
from .values.name_forms import Person
from .values.people import make_person

_OLD_NOTE = dt.date(2008, 1, 1)
_DAYS = 19 * 365


@dataclass(slots=True)
class Scene:
    """One note's world. `now` is the day of the note; people and numbers are made when first asked for."""

    rng: Random
    now: dt.date
    patient: Person
    age: int
    people: dict[str, Person] = field(default_factory=dict)
    facilities: dict[str, Facility] = field(default_factory=dict)
    memory: dict[str, str] = field(default_factory=dict)

    @property
    def sex(self) -> str:
        """The patient's sex, "m" or "f"."""
        return self.patient.sex

    @property
    def birth(self) -> dt.date:
        """The patient's date of birth, in keeping with the age."""
        day = Random(f"{self.patient.family}{self.age}").randrange(364)
        return self.now - dt.timedelta(days=self.age * 365 + self.age // 4 + day)

    def person(self, role: str) -> Person:
        """The person who plays a role; relatives often share the patient's family name."""
        if role == "pt":
            return self.patient
        if role not in self.people:
            self.people[role] = self._stranger(relative=role.startswith("rel"))
        return self.people[role]

    def _stranger(self, relative: bool) -> Person:
        if relative and self.rng.random() < 0.75:
            family = self.patient.family if self.rng.random() < 0.7 else None
            return make_person(self.rng, group=self.patient.group, family=family)
        return make_person(self.rng)

    def remember(self, key: str, make: Callable[[], str]) -> str:
        """The value kept under `key`, made once."""
        if key not in self.memory:
            self.memory[key] = make()
        return self.memory[key]


def make_scene(rng: Random) -> Scene:
    """A new world for one note."""
    now = _OLD_NOTE + dt.timedelta(days=int(_DAYS * rng.random() ** 0.6))
    patient = make_person(rng, group=names.any_group(rng))
    return Scene(rng, now, patient, _age(rng))


def _age(rng: Random) -> int:
    if rng.random() < 0.15:
        return rng.randrange(0, 18)
    return min(99, max(18, round(rng.gauss(56, 20))))
