"""What a walk over a FHIR record takes in: text, identifiers, links, and the documents within it."""

import re
from collections.abc import Callable
from typing import Any

from ..draft import Drafts
from ..nested import Nested
from .json import DROPPED, MASKED
from .links import Links
from .rules import PEOPLE, is_public


class Intake:
    """Filled by the walk, which stands in a resource of the type `resource`; values stand at holder[key]."""

    def __init__(self) -> None:
        self.drafts = Drafts()
        self.links = Links(self.drafts)
        self.nested: list[Nested] = []
        self.known: list[tuple[str, str]] = []
        self.resource = ""
        self._alike: dict[str, list[Callable[[str], object]]] = {}

    def field(
        self, holder: Any, key: Any, label: str, value: str, place: str, *, masks: bool = False
    ) -> None:
        """A value that is an identifier; one that `masks` can't hold the replacement and is withheld."""

        def write(new: str) -> None:
            holder[key] = value if new == value else MASKED if masks else new

        one_word = " " not in value.strip()
        if (self.resource in PEOPLE or label == "PERSON") and not (label == "FACILITY" and one_word):
            self.known.append((label, value))  # "Emergency" as a place would take the word from all text
        self.drafts.field(label, str(value), place, write)

    def address(self, holder: Any, key: Any, value: str, place: str) -> None:
        if is_public(value):
            return
        link = self.links.refer(value, place)
        if link is not None:
            holder[key] = link
        else:
            self.field(holder, key, "URL", value, place, masks=re.search(r"\s", value) is not None)

    def element_id(self, holder: Any, key: Any, value: str, place: str) -> None:
        """The id of an element, which hardly anything refers to."""

        def write(new: str) -> None:
            holder[key] = value if new == value else DROPPED

        self.drafts.field("OTHER_ID", value, place, write)

    def passage(self, holder: Any, key: Any, value: str, place: str) -> None:
        """A text; a short one that comes again, such as a test's name, is one passage for all its places."""

        def write(new: str) -> None:
            holder[key] = new

        writes = self._alike.setdefault(value, [])
        writes.append(write)
        if len(writes) == 1 or len(value) > 80:
            own = writes if len(value) <= 80 else [write]
            self.drafts.passage(place).add(value, lambda new: [each(new) for each in own])
