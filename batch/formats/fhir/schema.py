"""The elements of FHIR R4 and their types, from r4.tsv."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

PRIMITIVES: Final = frozenset(
    """base64Binary boolean canonical code date dateTime decimal id instant integer markdown oid positiveInt
    string time unsignedInt uri url uuid xhtml""".split()
)
EVERY_ELEMENT: Final = "id:id extension:Extension modifierExtension:Extension"
EVERY_RESOURCE: Final = (
    "id:id meta:Meta implicitRules:uri language:code text:Narrative contained:Resource extension:Extension"
    " modifierExtension:Extension"
)


@dataclass(frozen=True, slots=True)
class Element:
    """The type of an element, and the codes that it can have where R4 lists them."""

    type: str
    codes: frozenset[str] = frozenset()

    @property
    def primitive(self) -> bool:
        """Whether its value is no object."""
        return self.type in PRIMITIVES


def elements(type_name: str) -> dict[str, Element]:
    """The elements of a type or resource by name; those of every element for a type that R4 does not have."""
    return _types().get(type_name) or _elements(EVERY_ELEMENT)


def is_resource(type_name: object) -> bool:
    """Whether it is the name of a resource."""
    return isinstance(type_name, str) and type_name in _resources()


@cache
def all_codes() -> frozenset[str]:
    """Every code that R4 lists for some element."""
    return frozenset(
        code for named in _types().values() for element in named.values() for code in element.codes
    )


@cache
def _lines() -> tuple[tuple[str, str], ...]:
    text = (files(__package__) / "r4.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return tuple((name, written) for name, written in rows)


@cache
def _resources() -> frozenset[str]:
    return frozenset(name[:-1] for name, _ in _lines() if name.endswith("*"))


@cache
def _types() -> dict[str, dict[str, Element]]:
    return {
        name.rstrip("*"): _elements(EVERY_RESOURCE if name.endswith("*") else EVERY_ELEMENT)
        | _elements(written)
        for name, written in _lines()
    }


def _elements(written: str) -> dict[str, Element]:
    found = re.findall(r"(\w+):(\w+)(?:\(([^)]*)\))?", written)
    return {name: Element(kind, frozenset(filter(None, codes.split("|")))) for name, kind, codes in found}
