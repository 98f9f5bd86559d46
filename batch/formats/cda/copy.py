"""Copies the structure of a clinical document, element by element, by the lists of `vocabulary.py`."""

import binascii
import re
from base64 import b64decode, b64encode

from lxml import etree

from ..draft import Drafts, Write
from ..safe_xml import local
from .narrative import Narrative
from .parts import (
    attribute_name,
    id_label,
    is_safe,
    is_time,
    over_89,
    safe_code,
    telecom_parts,
    text_label,
)
from .vocabulary import ACTS, ELEMENTS, HL7, NATIONAL_IDS, NUMBER, SDTC, TEMPLATE_DATE, TEMPLATE_ROOT

Element = etree._Element
_TIME_OF_DAY = re.compile(r"\d{0,6}(?:\.\d{1,4})?(?:[+-]\d{4})?")
_TYPE_ID = ("2.16.840.1.113883.1.3", "POCD_HD000040")


class Copy:
    """Copies a document and takes down its passages and fields.

    drafts: all that is to be redacted, with the way back into the copy.
    people: ("PERSON", whole name) of every person in a structured name.
    """

    def __init__(self) -> None:
        self.drafts = Drafts()
        self.people: list[tuple[str, str]] = []
        self._anchors: dict[str, str] = {}
        self._acts: dict[tuple[str | None, str | None], str] = {}
        self._strings: dict[str, list[Write]] = {}
        self._sections = 0

    def children(self, old: Element, new: Element, place: str) -> None:
        """Copy the text and the children of an element; what stands after a dropped child goes with it."""
        self._text(old.text, old, new, "text", place)
        for child in old:
            copied = self._element(child, new, place)
            if copied is not None:
                self._text(child.tail, old, copied, "tail", place)

    def attributes(self, old: Element, new: Element, place: str) -> None:
        """Copy the known attributes of an element."""
        for key, value in old.attrib.items():
            name = attribute_name(str(key))
            value = value.rpartition(":")[2] if name == "xsi:type" else value
            if name == "value":
                self._value(old, new, value, place)
            elif name in ("ID", "IDREF", "IDREFS", "referencedObject"):
                new.set(name, " ".join(map(self._anchor, value.split())))
            elif name == "href":
                self._link(new, name, value, place)
            elif name in ("displayName", "unit"):
                self._string(new, name, value, place)
            elif is_safe(name, value):
                new.set(key, value)
        self._code(old, new, place)

    def _element(self, old: Element, parent: Element, place: str) -> Element | None:
        namespace, name = local(old)
        if namespace not in (HL7, SDTC) or name not in ELEMENTS:
            return None
        if name in ("templateId", "typeId"):
            return _template(old, parent, name)
        new = etree.SubElement(parent, f"{{{namespace}}}{name}")
        inner = self._place(name, place)
        if name in ("id", "setId"):
            self._id(old, new, inner)
        elif name == "text" and local(parent)[1] == "section":
            self.attributes(old, new, inner)
            Narrative(self.drafts, inner, self.attributes).copy(old, new)
        elif _is_file(old):
            self._file(old, new, inner)
        else:
            self._person(old)
            self.attributes(old, new, inner)
            self.children(old, new, inner)
        return new

    def _place(self, name: str, place: str) -> str:
        if name == "section":
            self._sections += 1
            return f"section[{self._sections}]"
        return f"{place.split('/')[0]}/{name}"

    def _text(self, text: str | None, old: Element, holder: Element, part: str, place: str) -> None:
        if not text:
            return
        label = text_label(old)
        if text.isspace() or label == "":
            setattr(holder, part, text)
        elif label is None:
            self.drafts.passage(place).add(text, lambda new: setattr(holder, part, new))
        else:
            self.drafts.field(label, text.strip(), place, lambda new: setattr(holder, part, new))

    def _person(self, old: Element) -> None:
        if local(old)[1] == "name" and text_label(old) == "PERSON":
            parts = [child.text or "" for child in old if local(child)[1] in ("given", "family")]
            self.people += [("PERSON", " ".join(parts or [old.text or ""]))]

    def _id(self, old: Element, new: Element, place: str) -> None:
        root, extension = old.get("root"), old.get("extension")
        value, parent = extension or root, new.getparent()
        if not value:
            self.attributes(old, new, place)
        elif local(new)[1] == "setId" or parent is None or local(parent)[1] in ACTS:
            number = self._acts.setdefault((root, extension), str(len(self._acts) + 1))
            new.attrib.update({"nullFlavor": "MSK", "extension": number})
        else:
            new.set(*(("root", root) if root in NATIONAL_IDS and extension else ("nullFlavor", "MSK")))
            self.drafts.field(id_label(old), value, place, lambda text: new.set("extension", text))

    def _value(self, old: Element, new: Element, value: str, place: str) -> None:
        name = local(old)[1]
        if name == "telecom":
            scheme, label, rest = telecom_parts(value)
            self.drafts.field(label, rest, place, lambda text: new.set("value", scheme + text))
        elif name == "reference" or value.startswith("#"):
            self._link(new, "value", value, place)
        elif is_time(old):
            self._time(new, value.strip(), place)
        elif NUMBER.fullmatch(value) and over_89(value, old.get("unit")):
            self.drafts.field("AGE_OVER_89", value, place, lambda text: _set_number(new, text))
        elif NUMBER.fullmatch(value) or value in ("true", "false"):
            new.set("value", value)
        else:
            self._string(new, "value", value, place)

    def _time(self, new: Element, value: str, place: str) -> None:
        """A time's day is the field; the time of day and zone stay only beside a whole day."""
        whole = re.match(r"\d{8}", value) is not None
        day, rest = (value[:8], value[8:]) if whole else (value, "")
        rest = rest if _TIME_OF_DAY.fullmatch(rest) else ""
        self.drafts.field("DATE", day, place, lambda text: _set_time(new, text, rest))

    def _code(self, old: Element, new: Element, place: str) -> None:
        known, system, name = safe_code(old)
        for key, value in (("codeSystem", system), ("codeSystemName", name)):
            if value:
                new.set(key, value)
        if known:
            new.set("code", old.get("code", ""))
        elif code := old.get("code"):
            self._string(new, "code", code, place)

    def _link(self, new: Element, name: str, value: str, place: str) -> None:
        if value.startswith("#"):
            new.set(name, "#" + self._anchor(value[1:]))
        else:
            self.drafts.field("URL", value, place, lambda text: new.set(name, text))

    def _anchor(self, name: str) -> str:
        return self._anchors.setdefault(name, f"n{len(self._anchors) + 1}")

    def _string(self, new: Element, name: str, value: str, place: str) -> None:
        """A string of an attribute is a passage once, wherever it stands: entries repeat them endlessly."""
        if value not in self._strings:
            writes: list[Write] = []
            self._strings[value] = writes
            self.drafts.passage(place).add(value, lambda text: [write(text) for write in writes])
        self._strings[value].append(lambda text: new.set(name, text))

    def _file(self, old: Element, new: Element, place: str) -> None:
        """Plain text in base64 is a passage; any other file is left out."""
        text = _plain_text(old)
        if text is None:
            new.set("nullFlavor", "MSK")
            return
        self.attributes(old, new, place)

        def write(redacted: str) -> None:
            new.text = b64encode(redacted.encode()).decode("ascii")

        self.drafts.passage(place).add(text, write)


def _template(old: Element, parent: Element, name: str) -> Element | None:
    root, extension = old.get("root", ""), old.get("extension", "")
    if not (TEMPLATE_ROOT.fullmatch(root) or (root, extension) == _TYPE_ID):
        return None
    new = etree.SubElement(parent, f"{{{HL7}}}{name}", root=root)
    if TEMPLATE_DATE.fullmatch(extension) or (root, extension) == _TYPE_ID:
        new.set("extension", extension)
    return new


def _is_file(old: Element) -> bool:
    media = old.get("mediaType", "text/plain")
    return old.get("representation") == "B64" or not media.startswith("text/")


def _plain_text(old: Element) -> str | None:
    if old.get("mediaType", "text/plain") != "text/plain" or old.get("compression") is not None:
        return None
    try:
        return b64decode("".join((old.text or "").split()), validate=True).decode()
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return None


def _set_time(new: Element, text: str, rest: str) -> None:
    if re.fullmatch(r"\d{8}", text):
        new.set("value", text + rest)
    elif re.fullmatch(r"\d{4}|\d{6}", text):
        new.set("value", text)
    else:
        new.set("nullFlavor", "MSK")


def _set_number(new: Element, text: str) -> None:
    new.set(*(("value", text) if NUMBER.fullmatch(text) else ("nullFlavor", "MSK")))
