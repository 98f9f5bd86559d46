"""What an element or attribute of a clinical document is: an identifier of a label, safe, or free text."""

import re
from itertools import islice
from typing import Final

from lxml import etree

from ..safe_xml import local
from .vocabulary import (
    ADDRESS_LABELS,
    AMOUNTS,
    ATTRIBUTES,
    BOUNDS,
    CODE_SYSTEMS,
    HL7_CODE,
    HL7_VOCABULARY,
    LANGUAGE,
    MOST_OF_AGE,
    NATIONAL_IDS,
    PERSONS,
    PLACES,
    SEVERAL,
    STATUS,
    TIMES,
    TITLES,
    XSI,
)

Element = etree._Element
XSI_TYPE: Final = f"{{{XSI}}}type"
#: A name of more parts is none; a bound, since every part looks at its name's.
MOST_NAME_PARTS: Final = 50
_COUNTRY: Final = re.compile(r"[A-Z]{2,3}|United States|Canada|Mexico")
_SCHEMES: Final = {
    "tel": "PHONE", "callto": "PHONE", "sms": "PHONE", "x-text-tel": "PHONE", "fax": "FAX",
    "x-text-fax": "FAX", "mailto": "EMAIL", "http": "URL", "https": "URL", "ftp": "URL", "file": "URL",
}  # fmt: skip
_AGE_UNITS: Final = MOST_OF_AGE | dict.fromkeys(("yr", "year", "years", "y", "{years}", "{yr}"), 89)


def is_safe(name: str, value: str) -> bool:
    """Whether an attribute's value is a listed one."""
    allowed = ATTRIBUTES.get(name)
    if allowed is None:
        return False
    if isinstance(allowed, re.Pattern):
        return allowed.fullmatch(value) is not None
    return bool(value.split()) and all(v in allowed for v in (value.split() if name in SEVERAL else [value]))


def attribute_name(key: str) -> str:
    """How the lists name an attribute: xsi:type by its prefix, any other of a namespace not at all."""
    return "xsi:type" if key == XSI_TYPE else key


def text_label(element: Element) -> str | None:
    """The PHI label of the text directly in an element, "" where it is safe, None for free text."""
    parent = element.getparent()
    name, above = local(element)[1], "" if parent is None else local(parent)[1]
    if name == "name" or above == "name":
        return _name_label(element if name == "name" or parent is None else parent, element)
    if name == "addr" or above == "addr":
        return _address_label(name, (element.text or "").strip())
    return "DEVICE" if name == "lotNumberText" else None


def id_label(element: Element) -> str:
    """The PHI label of an id by its system and by whose it is."""
    parent = element.getparent()
    holder = "" if parent is None else local(parent)[1]
    if label := NATIONAL_IDS.get(element.get("root", "")):
        return label
    if holder == "patientRole":
        return "MRN"
    return {"encompassingEncounter": "ACCOUNT", "assignedAuthor": "LICENSE"}.get(holder, "OTHER_ID")


def telecom_parts(value: str) -> tuple[str, str, str]:
    """A telecom's scheme with its colon, its label and its number or address."""
    found = re.match(r"([a-z-]{3,10}):", value.strip(), re.IGNORECASE)
    if found and (label := _SCHEMES.get(found[1].lower())):
        return found[1].lower() + ":", label, value.strip()[found.end() :]
    return "", "EMAIL" if "@" in value else "PHONE", value.strip()


def safe_code(element: Element) -> tuple[bool, str, str]:
    """Whether an element's code is known to be one, and its code system and that one's name if these are."""
    code, system = element.get("code", ""), element.get("codeSystem", "")
    if system in CODE_SYSTEMS:
        name, shape = CODE_SYSTEMS[system]
        return shape.fullmatch(code) is not None, system, name
    if HL7_VOCABULARY.fullmatch(system):
        return HL7_CODE.fullmatch(code) is not None, system, ""
    language = local(element)[1] == "languageCode" and LANGUAGE.fullmatch(code)
    return not system and (code in STATUS or bool(language)), "", ""


def is_time(element: Element) -> bool:
    """Whether the value of an element is a point in time: by its name or type, or by those around it.

    A bound of an interval whose kind can't be seen is one, so that no date passes as a number.
    """
    name, kind = local(element)[1], _kind(element)
    if name in TIMES or "TS" in kind:
        return True
    if name in AMOUNTS or kind or element.get("unit") is not None or name not in BOUNDS:
        return False
    parent = element.getparent()
    return parent is None or local(parent)[1] == "event" or _holds_time(parent)


def over_89(value: str, unit: str | None) -> bool:
    """Whether a quantity, taken for an age, is one over 89 years."""
    most = _AGE_UNITS.get(unit or "")
    return most is not None and float(value) > most


def _holds_time(element: Element) -> bool:
    name, kind = local(element)[1], _kind(element)
    if name in AMOUNTS:
        return False
    return "TS" in kind or not kind or name in TIMES


def _kind(element: Element) -> str:
    return element.get(XSI_TYPE, "").rpartition(":")[2]


def _name_label(name: Element, part: Element) -> str | None:
    if local(part)[1] in ("prefix", "suffix") and (part.text or "").strip().lower() in TITLES:
        return ""
    holder = name.getparent()
    above = None if holder is None else holder.getparent()
    kind = "" if holder is None else local(holder)[1]
    parts = (local(child)[1] for child in islice(name, MOST_NAME_PARTS))
    if kind in PERSONS or not {"given", "family"}.isdisjoint(parts):
        return "PERSON"
    if kind.endswith("Organization") or kind in PLACES:
        return "FACILITY"
    return "FACILITY" if above is not None and above.get("classCode") in ("SDLOC", "LOCE") else None


def _address_label(part: str, text: str) -> str:
    if part in ("state", "country") and _COUNTRY.fullmatch(text):
        return ""
    return ADDRESS_LABELS.get(part, "ADDRESS")
