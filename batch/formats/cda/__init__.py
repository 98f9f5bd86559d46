"""C-CDA: clinical documents in HL7 CDA Release 2 (XML).

The output is a new tree into which only what is known is copied (`vocabulary.py`):

- Header and entries: names, addresses, telephone numbers, times and ids of people and organisations are
  fields. Ids of acts and documents are masked and numbered, so that equal ones stay equal.
- Titles, narrative, and every other text or value that is not known to be safe (display names, local codes,
  units that are none, original text) are passages. Codes of known code systems pass where they have their
  system's shape.
- Dropped: comments, processing instructions, elements and attributes of other namespaces or unknown names,
  names of local code systems, template ids that are not HL7's or IHE's, attached files other than plain text.

A time or id whose replacement has no place in the standard is masked (nullFlavor MSK). Needs lxml
(`pip install 'chartveil[documents]'`).
"""

import re

from lxml import etree

from ...errors import FixedNoteError
from ..draft import known_values
from ..record import Record
from ..safe_xml import local, parse_xml
from .copy import Copy
from .vocabulary import HL7, SDTC, XSI

_NAMESPACES = {None: HL7, "sdtc": SDTC, "xsi": XSI}
#: An object identifier, as roots of ids are: nobody writes one into a text.
_OID = re.compile(r"(?:\d+\.){3,}\d+")
_KNOWN_DATES = ("birthTime", "deceasedTime")


class NotClinicalDocument(FixedNoteError):
    """XML of another kind."""

    message = "the XML is no clinical document (C-CDA); convert it, or leave it out"


def read(raw: bytes, *, encoding: str | None = None) -> Record:
    """One document. `encoding` is not used: XML says its own; what is written is UTF-8.

    Raises NotClinicalDocument, DoctypeRefused and BrokenXml.
    """
    source = parse_xml(raw)
    if local(source) != (HL7, "ClinicalDocument"):
        raise NotClinicalDocument
    target = etree.Element(f"{{{HL7}}}ClinicalDocument", nsmap=_NAMESPACES)
    copy = Copy()
    copy.attributes(source, target, "header")
    copy.children(source, target, "header")

    def finish() -> bytes:
        return etree.tostring(target, xml_declaration=True, encoding="UTF-8")

    return copy.drafts.record(known_values(_known(copy)), _patient(source), finish)


def _known(copy: Copy) -> list[tuple[str, str]]:
    """What the document says of people: all fields but times, of which only births and deaths are sought."""
    fields = (item for item, _ in copy.drafts.fields)
    return [*copy.people] + [
        (item.label, item.value)
        for item in fields
        if item.label not in ("PERSON", "DATE") or item.place.endswith(_KNOWN_DATES)
        if not _OID.fullmatch(item.value)
    ]


def _patient(source: etree._Element) -> str | None:
    found = source.find(f"{{{HL7}}}recordTarget/{{{HL7}}}patientRole/{{{HL7}}}id")
    if found is None or not (found.get("root") or found.get("extension")):
        return None
    return f"{found.get('root', '')}|{found.get('extension', '')}"
