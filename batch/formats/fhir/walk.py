"""Walk a FHIR resource by the types of R4 and take in what is text or an identifier.

What R4 does not know at a place is dropped. Codes of R4's own lists, booleans, numbers of results, times of
day and public addresses pass. Elements with a PHI label are fields; every other string is a passage.
"""

import re
from typing import Any, Final

from ..hl7.codes import is_country, is_state, is_title, plain_number
from ..markup import Markup
from .dates import take_in_date
from .intake import Intake
from .json import DROPPED, MASKED, Number
from .rules import LABELS, LABELS_OF_NAMES
from .schema import Element, all_codes, elements, is_resource
from .types import objects_of, take_in_together

NUMBERS: Final = frozenset(("integer", "positiveInt", "unsignedInt", "decimal"))
ADDRESSES: Final = frozenset(("uri", "url", "canonical", "oid", "uuid"))
DATES: Final = frozenset(("date", "dateTime", "instant"))
TIME: Final = re.compile(r"[0-2][0-9]:[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,9})?")
LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")
SAMPLES: Final = re.compile(r"[-+0-9.EUL ]*")


class Walk:
    """One pass over a record; what it takes in lies in `intake` afterwards."""

    def __init__(self) -> None:
        self.intake = Intake()

    def resource(self, node: dict[str, Any], place: str, *, alone: bool = True) -> None:
        """Take in a resource of which `is_resource(node["resourceType"])` holds."""
        before, self.intake.resource = self.intake.resource, node["resourceType"]
        for inner in objects_of(node.get("contained")):
            if isinstance(inner.get("id"), str):
                self.intake.links.own(f"#{inner['id']}", f"{place}.contained")
        if self.intake.resource == "Bundle":
            self._own_entries(node, place)
        id = node.get("id")
        if isinstance(id, str) and not isinstance(id, Number):
            name = f"#{id}" if ".contained" in place else f"{self.intake.resource}/{id}"
            node["id"] = self.intake.links.id_of(name, id, f"{place}.id", alone=alone)
        elif id is not None:
            node["id"] = DROPPED
        self._elements(node, self.intake.resource, place, skip=("resourceType", "id"))
        self.intake.resource = before

    def _own_entries(self, node: dict[str, Any], place: str) -> None:
        for number, entry in enumerate(objects_of(node.get("entry"))):
            at, resource = f"{place}.entry[{number}]", entry.get("resource")
            if isinstance(entry.get("fullUrl"), str):
                self.intake.links.own(entry["fullUrl"], at)
            if isinstance(resource, dict) and isinstance(resource.get("id"), str):
                self.intake.links.own(f"{resource.get('resourceType')}/{resource['id']}", at)

    def _elements(self, node: dict[str, Any], type_name: str, place: str, skip: tuple[str, ...] = ()) -> None:
        known = elements(type_name)
        handled = take_in_together(self.intake, node, type_name, place)
        for name in [name for name in node if name not in skip and name not in handled]:
            base = name.removeprefix("_")
            element, value = known.get(base), node[name]
            if element is None:
                del node[name]
                continue
            if name.startswith("_"):
                element = Element("Element") if element.primitive else None
            at = f"{place}.{name}"
            if element is None:
                del node[name]
            elif isinstance(value, list):
                for i, item in enumerate(value):
                    self._value(value, i, item, element, f"{type_name}.{name}", f"{at}[{i}]")
            else:
                self._value(node, name, value, element, f"{type_name}.{name}", at)

    def _value(self, holder: Any, key: Any, value: Any, element: Element, owner: str, place: str) -> None:
        """One value of an element; what does not have its type is dropped."""
        if value is None:
            if not isinstance(holder, list):
                holder[key] = DROPPED
        elif element.primitive:
            if isinstance(value, (dict, list)) or not self._primitive(
                holder, key, value, element, owner, place
            ):
                holder[key] = DROPPED
        elif not isinstance(value, dict):
            holder[key] = DROPPED
        elif element.type == "Resource":
            if is_resource(value.get("resourceType")):
                self.resource(value, place, alone=".contained" not in place and ".entry[" not in place)
            else:
                holder[key] = DROPPED
        else:
            self._elements(value, element.type, place)

    def _primitive(self, holder: Any, key: Any, value: Any, element: Element, owner: str, place: str) -> bool:
        """Take in a primitive value; whether it has the form of its type."""
        name = owner.rpartition(".")[2]
        label = LABELS.get(owner) or LABELS_OF_NAMES.get(name)
        kind = element.type
        if kind == "boolean":
            return isinstance(value, bool)
        if not isinstance(value, str) or isinstance(value, Number) is not (kind in NUMBERS):
            return False
        if label is not None:
            self.intake.field(holder, key, label, value, place, masks=kind in NUMBERS)
        elif kind in NUMBERS:
            if not plain_number(value):
                self.intake.field(holder, key, "OTHER_ID", value, place, masks=True)
        elif kind in DATES:
            take_in_date(self.intake.drafts, holder, key, value, kind, place)
            if owner in ("Patient.birthDate", "Patient.deceasedDateTime", "RelatedPerson.birthDate"):
                self.intake.known.append(("DATE", value))
        elif kind in ADDRESSES:
            self.intake.address(holder, key, value, place)
        elif kind == "base64Binary":
            holder[key] = MASKED
        elif kind == "id":
            self.intake.element_id(holder, key, value, place)
        elif kind == "xhtml":
            draft = self.intake.drafts.passage(place)
            markup = Markup(value, draft)
            holder[key] = lambda: str(markup)
        elif not self._passes(value, element, owner):
            self.intake.passage(holder, key, value, place)
        return True

    def _passes(self, value: str, element: Element, owner: str) -> bool:
        """Whether a code or string says nothing of a person by its form alone."""
        if owner in ("HumanName.prefix", "HumanName.suffix"):
            return is_title(value)
        if owner == "Address.state":
            return is_state(value)
        if owner == "Address.country":
            return is_country(value)
        if owner == "SampledData.data":
            return SAMPLES.fullmatch(value) is not None
        if element.type == "time":
            return TIME.fullmatch(value) is not None
        if element.type == "code":
            return value in (element.codes or all_codes()) or (
                owner.endswith(".language") and LANGUAGE.fullmatch(value) is not None
            )
        return False
