"""Types of FHIR of which one part says what another is: quantities, codings, references and others."""

import re
from typing import Any, Final

from ..hl7.codes import known_code, known_unit
from .attachments import attachment
from .intake import Intake
from .json import DROPPED, MASKED, Number
from .rules import (
    CONTACTS,
    DISPLAYS,
    INNER_EXTENSIONS,
    LABELS_OF_EXTENSIONS,
    ORGANISATIONS,
    PERSONAL,
    identifier_label,
    over_89,
)
from .schema import is_resource

QUANTITIES: Final = frozenset(("Quantity", "Age", "Count", "Distance", "Duration"))
WITH_LINKS: Final = frozenset(("BundleEntry", "BundleEntryRequest", "BundleEntryResponse"))
ASKING: Final = frozenset(("QuestionnaireResponseItem", "Observation", "ObservationComponent"))
AGE: Final = re.compile(r"\bage\b|\bhow old\b|30525-0|21612-7|29553-5", re.IGNORECASE)


def take_in_together(intake: Intake, node: dict[str, Any], type_name: str, place: str) -> tuple[str, ...]:
    """Take in what must be read together; the names of the elements that are done."""
    if type_name in QUANTITIES:
        return _quantity(intake, node, place)
    if type_name == "Coding":
        system = node.get("system")
        return _done(node, "code", isinstance(system, str) and known_code(text_of(node, "code"), system))
    if type_name == "ContactPoint":
        return _labelled(intake, node, "value", CONTACTS.get(node.get("system"), "PHONE"), place)
    if type_name == "Identifier":
        return _labelled(intake, node, "value", identifier_label(node, intake.resource), place)
    if type_name == "Reference":
        return _reference(intake, node, place)
    if type_name == "Extension":
        return _extension(intake, node, place)
    if type_name in WITH_LINKS:
        return _links(intake, node, {"fullUrl", "url", "location"}, place)
    if type_name in ("Attachment", "Binary"):
        return attachment(node, place, intake.drafts, intake.nested)
    if type_name in ASKING:
        _age(intake, node, place)
    return ()


def _labelled(intake: Intake, node: dict[str, Any], name: str, label: str, place: str) -> tuple[str, ...]:
    value = node.get(name)
    if not isinstance(value, str) or isinstance(value, Number):
        return ()
    intake.field(node, name, label, value, f"{place}.{name}")
    return (name,)


def _reference(intake: Intake, node: dict[str, Any], place: str) -> tuple[str, ...]:
    element = re.sub(r"\[\d+\]$", "", place).rpartition(".")[2]
    target, done = text_of(node, "reference"), _links(intake, node, {"reference"}, place)
    match = re.search(r"([A-Z][A-Za-z]+)/[^/]+(?:/_history/.*)?$", target)
    kind = match[1] if match else text_of(node, "type")
    label = DISPLAYS.get(kind) or (
        "PERSON" if element in PERSONAL else "FACILITY" if element in ORGANISATIONS else None
    )
    if is_resource(node.get("type")):
        done += ("type",)
    return done if label is None else done + _labelled(intake, node, "display", label, place)


def _links(intake: Intake, node: dict[str, Any], names: set[str], place: str) -> tuple[str, ...]:
    done = []
    for name in sorted(names & node.keys()):
        link = intake.links.refer(text_of(node, name), f"{place}.{name}")
        if link is not None:
            node[name] = link
            done.append(name)
        elif is_resource(node[name]) and name == "url":
            done.append(name)
        elif isinstance(node[name], str):
            intake.field(node, name, "URL", node[name], f"{place}.{name}", masks=True)
            done.append(name)
    return tuple(done)


def _extension(intake: Intake, node: dict[str, Any], place: str) -> tuple[str, ...]:
    url = text_of(node, "url")
    label = LABELS_OF_EXTENSIONS.get(url)
    done: tuple[str, ...] = ("url",) if url in INNER_EXTENSIONS else ()
    for name in [name for name in node if label and name.startswith("value") and name != "valueBoolean"]:
        value = node[name]
        if label and isinstance(value, str):
            intake.field(node, name, label, value, f"{place}.{name}", masks=isinstance(value, Number))
            done += (name,)
    return done


def _quantity(intake: Intake, node: dict[str, Any], place: str) -> tuple[str, ...]:
    value, unit = node.get("value"), node.get("unit")
    code = text_of(node, "code")
    done = _done(node, "code", known_code(code, text_of(node, "system")) or known_unit(code))
    done += _done(node, "unit", isinstance(unit, str) and known_unit(unit))
    if isinstance(value, Number) and (over_89(value, code) or over_89(value, unit)):
        _over_89(intake, node, "value", value, place)
        done += ("value",)
    return done


def _age(intake: Intake, node: dict[str, Any], place: str) -> None:
    """The bare number that answers a question for an age."""
    asked = " ".join(str(node.get(name, ""))[:2000] for name in ("text", "code", "linkId"))
    if not AGE.search(asked):
        return
    for holder in [node, *objects_of(node.get("answer"))]:
        for name in ("valueInteger", "valueDecimal"):
            value = holder.get(name)
            if isinstance(value, Number) and over_89(value, "a"):
                intake.field(holder, name, "AGE_OVER_89", value, f"{place}.{name}", masks=True)


def _over_89(intake: Intake, node: dict[str, Any], name: str, value: Number, place: str) -> None:
    def write(new: str) -> None:
        if new != value:
            node[name], node["comparator"] = (Number(90), ">=") if new == "90+" else (MASKED, DROPPED)
            node.update({key: "a" for key in ("code",) if key in node})
            node.update({key: "years" for key in ("unit",) if key in node})

    intake.drafts.field("AGE_OVER_89", str(value), f"{place}.{name}", write)


def objects_of(value: Any) -> list[dict[str, Any]]:
    """The objects in a list; none for what is no list."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def text_of(node: dict[str, Any], name: str) -> str:
    """A text of an object; empty for what is none."""
    value = node.get(name)
    return value if isinstance(value, str) and not isinstance(value, Number) else ""


def _done(node: dict[str, Any], name: str, passes: bool) -> tuple[str, ...]:
    return (name,) if passes and name in node else ()
