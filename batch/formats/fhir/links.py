"""Ids of resources and references to them: renumbered where both ends lie in the record, else withheld.

Under Safe Harbor an id is a unique code and goes (letter R). Links within a Bundle, and to contained
resources, stay whole: each target gets a number, in the order in which the targets come. A number says
nothing outside its record, so what points outside is withheld rather than numbered: Patient/1 of one line of
an NDJSON file would otherwise be taken for Patient/1 of the next. For the same reason a resource that stands
alone loses its id. A policy that keeps ids or gives new ones that FHIR allows has its way.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from ..draft import Drafts
from .json import DROPPED, MASKED
from .schema import is_resource

#: A base address that can't exist (RFC 2606), for references that had one.
BASE: Final = "https://redacted.invalid/"
ID: Final = re.compile(r"[A-Za-z0-9.-]{1,64}")
LINK: Final = re.compile(
    r"(?P<base>https?://\S{1,500}/)?(?P<type>[A-Z][A-Za-z]{2,50})/(?P<id>[A-Za-z0-9.-]{1,64})(?:/_history/[^/\s]+)?"
    r"|(?P<urn>urn:(?:uuid|oid):)(?P<urn_id>[A-Za-z0-9.-]{1,64})|#(?P<inner>[A-Za-z0-9.-]{1,64})"
)


@dataclass(slots=True)
class Target:
    """What ids and references mean: whether it lies in the record, and what the redactor made of its id."""

    id: str
    number: int
    owned: bool = False
    value: str | None = None


@dataclass(slots=True)
class Links:
    """All targets of a record by what they are called."""

    drafts: Drafts
    targets: dict[str, Target] = field(default_factory=dict)
    count: int = 0

    def own(self, name: str, place: str) -> None:
        """Take in what a resource of the record is called: its address, its type and id, or # and its id.

        An address that ends in a type and id means the same as those.
        """
        match = LINK.fullmatch(name)
        if match is None:
            return
        target = self._target(name, _id(match), place)
        target.owned = True
        if match["base"]:
            self.targets.setdefault(f"{match['type']}/{match['id']}", target)

    def refer(self, reference: str, place: str) -> Callable[[], Any] | None:
        """What stands in a reference's place when all is redacted; None for what is no plain reference."""
        match = LINK.fullmatch(reference)
        if match is None or (match["type"] and not is_resource(match["type"])):
            return None
        target = self._target(reference.partition("/_history/")[0], _id(match), place)
        return lambda: self._written(match, target, reference)

    def id_of(self, name: str, id: str, place: str, *, alone: bool) -> Callable[[], Any]:
        """The new id of a resource called `name`; none where it stands `alone` and may not keep it."""
        target = self._target(name, id, place)

        def new() -> Any:
            written = self._new(target)
            return DROPPED if written is None or (alone and written != target.value) else written

        return new

    def _target(self, name: str, id: str, place: str) -> Target:
        target = self.targets.get(name)
        if target is None:
            self.count += 1
            target = self.targets[name] = Target(id, self.count)

            def write(value: str) -> None:
                target.value = value

            self.drafts.field("OTHER_ID", id, place, write)
        return target

    def _new(self, target: Target) -> str | None:
        """What the policy made of an id, where FHIR allows it; else the number of a target in the record."""
        if target.value is not None and ID.fullmatch(target.value):
            return target.value
        return self._number(target) if target.owned else None

    def _number(self, target: Target) -> str:
        kept = {other.value for other in self.targets.values() if other.value == other.id}
        number = target.number
        while str(number) in kept:
            number += self.count
        return str(number)

    def _written(self, match: re.Match[str], target: Target, reference: str) -> Any:
        new = self._new(target)
        if new is None:
            return MASKED
        if new == target.id:
            return reference
        if match["inner"]:
            return f"#{new}"
        if match["urn"]:
            return f"urn:uuid:00000000-0000-4000-8000-{target.number:012d}" if target.owned else MASKED
        if match["base"]:
            return f"{BASE}{match['type']}/{new}" if target.owned else MASKED
        return f"{match['type']}/{new}"


def _id(match: re.Match[str]) -> str:
    return match["id"] or match["urn_id"] or match["inner"]
