"""Walk the segments of an HL7 version 2 message and take in what is text or an identifier.

The type of a field says what its parts are. Values of HL7's tables, codes of known systems, numbers of
results and times of day pass; components with a PHI label are fields; everything else is a passage, and so is
each unknown segment as a whole.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from ..draft import Draft, Drafts
from ..fhir.rules import over_89
from ..nested import Nested
from .codes import is_country, is_state, is_title, known_code, known_range, known_unit, plain_number
from .dates import take_in_date
from .delimiters import Delimiters
from .encapsulated import encapsulated
from .rules import (
    CODED,
    COMPONENTS,
    COUNTRY,
    FIELDS,
    ID,
    ID_TYPE_AT,
    ID_TYPES,
    MEDIA_WORDS,
    PEOPLE,
    STATE,
    TITLE,
)
from .schema import PRIMITIVES, is_table_value, types
from .tree import Leaf, Tree, leaves

#: HL7's way to say that a value is to be deleted.
NULL: Final = '""'
HEADERS: Final = frozenset(("MSH", "BHS", "FHS"))
DATES: Final = frozenset(("DT", "DTM"))
TEXTS: Final = frozenset(("ST", "TX", "FT", "GTS"))
TIME: Final = re.compile(r"[0-2][0-9](?:[0-5][0-9](?:[0-5][0-9](?:\.[0-9]{1,4})?)?)?(?:[+-][0-9]{4})?")
SYSTEM: Final = re.compile(r"HL7[0-9]{4}|L|99[A-Z]{2,6}|UCUM|ISO\+")
VERSION: Final = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,3}){0,3}")
SUB_ID: Final = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,4}){0,4}[a-z]?")
CHECKS: Final[Mapping[str, Callable[[str], bool]]] = {TITLE: is_title, STATE: is_state, COUNTRY: is_country}
AGE: Final = re.compile(r"\bage\b|30525-0|21612-7|29553-5", re.IGNORECASE)


class Walk:
    """One pass over a message; what it takes in lies in `drafts`, `known`, `patients` and `nested`."""

    def __init__(self) -> None:
        self.drafts = Drafts()
        self.known: list[tuple[str, str]] = []
        self.patients: set[str] = set()
        self.nested: list[Nested] = []
        self._alike: dict[str, list[Callable[[str], object]]] = {}
        self._signs = Delimiters("|", "^", "~", "\\", "&")
        self._segment = ""

    def segment(self, name: str, fields: list[Tree], signs: Delimiters, place: str) -> None:
        """Take in a segment of a known name; fields[0] is its name."""
        self._signs, self._segment = signs, name
        known = types(name)
        first = 2 if name in HEADERS else 1  # MSH-1 and MSH-2 are the separators themselves
        shift = 1 if name in HEADERS else 0
        for index in range(first, len(fields)):
            number = index + shift
            kind = known[number - 1] if number <= len(known) else ""
            at = f"{place}-{number}"
            if f"{name}-{number}" == "OBX-5":
                self._observation(fields, at)
            else:
                self._field(fields[index], kind, FIELDS.get(f"{name}-{number}"), at)
        if name == "PID":
            self.patients |= _patients(fields, signs)

    def unknown(self, fields: list[Tree], signs: Delimiters, place: str) -> None:
        """Take in the fields of an unknown segment, or a line that is no segment, as one passage."""
        self._signs, self._segment = signs, ""
        draft = self.drafts.passage(place)
        for tree in fields:
            draft.part("\n")
            self._text(draft, tree)

    def _observation(self, fields: list[Tree], place: str) -> None:
        """OBX-5, whose type stands in OBX-2."""
        kind = _joined(fields[2], self._signs) if len(fields) > 2 else ""
        asked = _joined(fields[3], self._signs) if len(fields) > 3 else ""
        unit = _joined(fields[6], self._signs).split(self._signs.component)[0] if len(fields) > 6 else ""
        if kind == "ED":
            for repetition in fields[5].parts:
                encapsulated(repetition, self._signs, place, self.drafts, self.nested)
                self._components(repetition.parts[:4], "ED", None, place)
            return
        for leaf in leaves(fields[5]):
            if over_89(leaf.raw, unit) or (AGE.search(asked) and over_89(leaf.raw, "a")):
                self._over_89(leaf, place)
                return
        if kind in ("ST", "TX", "FT", "") and all(self._is_result(leaf.raw) for leaf in leaves(fields[5])):
            return
        self._field(fields[5], kind, None, place)

    def _field(self, tree: Tree, kind: str, label: str | None, place: str) -> None:
        if (kind in PRIMITIVES and kind not in TEXTS) or (kind in CODED and label):
            for leaf in leaves(tree):
                self._leaf(leaf, kind, label, place)
        elif types(kind):
            for repetition in tree.parts:
                self._components(repetition.parts, kind, label, place)
                self._whole_name(repetition, kind)
        elif label:
            for leaf in leaves(tree):
                self._leaf(leaf, "ST", label, place)
        elif not all(self._passes_anywhere(leaf.raw, place) for leaf in leaves(tree)):
            self._text(self.drafts.passage(place), tree)

    def _components(self, parts: list[Tree], kind: str, label: str | None, place: str) -> None:
        """The components of a value, or the subcomponents of a component, by their data type."""
        known, said = types(kind), COMPONENTS.get(kind, {})
        own = self._id_label(parts, kind) or label or "OTHER_ID"
        safe = self._safe_codes(parts, kind)
        for number, part in enumerate(parts, start=1):
            inner = known[number - 1] if number <= len(known) else ""
            what = own if said.get(number) == ID else said.get(number)
            if number in safe:
                continue
            if types(inner) and what is None:
                self._components(part.parts or [part], inner, label, place)
                continue
            for leaf in leaves(part):
                self._leaf(leaf, inner, what, place)

    def _id_label(self, parts: list[Tree], kind: str) -> str | None:
        at = ID_TYPE_AT.get(kind, 0)
        return ID_TYPES.get(_joined(parts[at - 1], self._signs)) if 0 < at <= len(parts) else None

    def _safe_codes(self, parts: list[Tree], kind: str) -> set[int]:
        """The numbers of the components of a coded value that are a known code or the name of its system."""
        safe: set[int] = set()
        values = [_joined(part, self._signs) for part in parts]
        for code_at, _, system_at in CODED.get(kind, ()):
            code = values[code_at - 1] if code_at <= len(values) else ""
            system = values[system_at - 1] if system_at <= len(values) else ""
            if known_code(code, system) or (SYSTEM.fullmatch(system or "L") and self._is_local_code(code)):
                safe.add(code_at)
            if SYSTEM.fullmatch(system) or is_table_value(system) or known_code("A01", system):
                safe.add(system_at)
        if kind in CODED:
            safe |= {at for at in (7, 8) if at <= len(values) and VERSION.fullmatch(values[at - 1])}
        return safe

    def _is_local_code(self, code: str) -> bool:
        return is_table_value(code) or known_unit(code)

    def _leaf(self, leaf: Leaf, kind: str, what: str | None, place: str) -> None:
        """One value that has no parts."""
        text = self._signs.text(leaf.raw)
        if not text.strip() or text == NULL or _stays(text, what, kind):
            return
        if kind in DATES and what is None:
            take_in_date(self.drafts, leaf, self._signs, place)
            if place.startswith("PID") and place.endswith("-7"):
                self.known.append(("DATE", f"{text[:4]}-{text[4:6]}-{text[6:8]}"))
        elif what in (TITLE, STATE, COUNTRY):
            self._labelled(leaf, {TITLE: "PERSON"}.get(what, "CITY"), text, place)
        elif what is not None:
            self._labelled(leaf, what, text, place)
        elif kind in ("NM", "SI") and re.fullmatch(r"[0-9 .-]+", text):
            self._labelled(leaf, "OTHER_ID", text, place)
        else:
            self._passage(leaf, text, place)

    def _labelled(self, leaf: Leaf, label: str, text: str, place: str) -> None:
        if label == "PHONE" and re.search(r"@", text):
            label = "EMAIL"
        if (self._segment in PEOPLE or label == "PERSON") and not (
            label == "FACILITY" and " " not in text.strip()
        ):
            self.known.append((label, text))
        self.drafts.field(label, text, place, self._writer(leaf, text))

    def _whole_name(self, repetition: Tree, kind: str) -> None:
        """A name as free text has it, in one."""
        if kind in ("XPN", "PN"):
            words = [self._signs.text(leaf.raw) for part in repetition.parts[:3] for leaf in leaves(part)]
            if len(words) > 1:
                self.known.append(("PERSON", " ".join(words)))

    def _over_89(self, leaf: Leaf, place: str) -> None:
        def write(new: str) -> None:
            leaf.new = leaf.raw if new == leaf.raw else ""

        self.drafts.field("AGE_OVER_89", leaf.raw, place, write)

    def _text(self, draft: Draft, tree: Tree) -> None:
        """The values of a field as one text, repetitions in lines."""
        for repetition in tree.parts or [tree]:
            draft.part("\n")
            for leaf in leaves(repetition):
                draft.part(" ")
                text = self._signs.text(leaf.raw)
                draft.add(text, self._writer(leaf, text))

    def _passage(self, leaf: Leaf, text: str, place: str) -> None:
        """A text; one that comes again, such as the name of a test, is one passage for all its places."""
        writes = self._alike.setdefault(text, [])
        writes.append(self._writer(leaf, text))
        if len(writes) == 1:
            self.drafts.passage(place).add(text, lambda new: [each(new) for each in writes])

    def _writer(self, leaf: Leaf, text: str) -> Callable[[str], None]:
        signs = self._signs

        def write(new: str) -> None:
            leaf.new = leaf.raw if new == text else signs.raw(new)

        return write

    def _is_result(self, raw: str) -> bool:
        return raw == "" or known_range(raw) or (plain_number(raw) and len(raw) <= 6)

    def _passes_anywhere(self, raw: str, place: str) -> bool:
        if raw in ("", NULL):
            return True
        return (
            place.startswith("OBX")
            and place.endswith(("-4", "-7"))
            and (known_range(raw) or SUB_ID.fullmatch(raw) is not None)
        )


def _stays(text: str, what: str | None, kind: str) -> bool:
    """Whether a value says nothing of a person by its form alone."""
    if what is not None:
        stays = CHECKS.get(what)
        return stays is not None and stays(text)
    if kind in ("ID", "IS"):
        return is_table_value(text) or text.lower() in MEDIA_WORDS or VERSION.fullmatch(text) is not None
    if kind in ("NM", "SI", "SNM"):
        return plain_number(text)
    return kind == "TM" and TIME.fullmatch(text) is not None


def _patients(fields: list[Tree], signs: Delimiters) -> set[str]:
    """The first id of PID-3, or of PID-2 where there is none."""
    for number in (3, 2):
        if len(fields) > number:
            first = next((leaf.raw for leaf in leaves(fields[number]) if leaf.raw not in ("", NULL)), "")
            if first:
                return {signs.text(first)}
    return set()


def _joined(tree: Tree, signs: Delimiters) -> str:
    """The first value of a field or component as a text."""
    first = next(iter(leaves(tree)), None)
    return signs.text(first.raw) if first is not None else ""
