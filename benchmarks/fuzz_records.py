"""Records for the readers: small ones of each format with invented text in them, and damage on top.

`SECRET` stands wherever a format has a place for an identifier or for free text. Once everything that a
reader found is replaced, it may stand nowhere.
"""

import base64
import io
import json
import zipfile
from collections.abc import Callable
from random import Random
from xml.sax.saxutils import escape

from benchmarks.fuzz_inputs import any_text, damaged

SECRET = "Quillonbury"
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KINDS = (
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
    'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/>'
)


def told(chance: Random) -> str:
    """Free text with the secret in it."""
    return f"{any_text(chance)} {SECRET} {any_text(chance)[:40]}"


def xml_text(chance: Random) -> str:
    """Free text as XML holds it, now and then with what it may not hold."""
    text = told(chance)
    if chance.random() < 0.95:
        text = "".join(c for c in text if c in "\t\n\r" or 0x20 <= ord(c) < 0xFFFE or ord(c) > 0xFFFF)
    return escape(text)


def csv_row(chance: Random) -> bytes:
    """A table of three columns whose last is free text."""
    sign = chance.choice((",", ";", "\t", "|"))
    end = chance.choice(("\n", "\r\n"))
    rows = [["id", "ward", "text"]]
    rows += [[str(number), "4 West", told(chance)] for number in range(chance.randint(0, 3))]
    lines = (sign.join('"' + cell.replace('"', '""') + '"' for cell in row) + end for row in rows)
    codec = chance.choice(("utf-8", "utf-8-sig", "utf-16", "utf-8"))
    return _harmed("".join(lines).encode(codec, "replace"), chance)


def jsonl(chance: Random) -> bytes:
    """A table of objects, flat and nested."""
    rows = [
        {"id": number, "ward": "4 West", "text": told(chance), "more": {"n": [1, None], "when": "2024"}}
        for number in range(chance.randint(1, 3))
    ]
    plain = chance.random() < 0.5
    return _harmed("".join(json.dumps(row, ensure_ascii=plain) + "\n" for row in rows).encode(), chance)


def hl7(chance: Random) -> bytes:
    """A report with a patient, next of kin and free text."""
    text = told(chance)
    for sign, escaped in (("\\", "\\E\\"), ("|", "\\F\\"), ("^", "\\S\\"), ("&", "\\T\\"), ("~", "\\R\\")):
        text = text.replace(sign, escaped)
    text = text.replace("\r", " ").replace("\n", " ")
    segments = [
        "MSH|^~\\&|LAB|GENERAL|EHR|GENERAL|20240314093000||ORU^R01|77|P|2.5",
        f"PID|1||{SECRET}^^^LR^MR||{SECRET}^TAMSIN^Q||19480112|F|||12 {SECRET} St^^Dunmore^PA^18512",
        f"NK1|1|{SECRET}^IRA|SPO|||",
        f"OBR|1|||88304^PATHOLOGY|||20240314||||||||{SECRET}^DANA",
        f"OBX|1|TX|REPORT||{text}||||||F",
        f"NTE|1|L|{text}",
        f"ZZZ|{SECRET}|{text}",
    ]
    chosen = segments[:2] + [segment for segment in segments[2:] if chance.random() < 0.7]
    return _harmed(chance.choice(("\r", "\n", "\r\n")).join(chosen).encode(), chance)


def fhir(chance: Random) -> bytes:
    """A Bundle, or one of its resources."""
    note = base64.b64encode(told(chance).encode("utf-8", "replace")).decode()
    kind = chance.choice(("text/plain", "text/html", "application/pdf", "text/rtf"))
    patient = {
        "resourceType": "Patient",
        "id": SECRET,
        "name": [{"family": SECRET, "given": ["Tamsin", SECRET]}],
        "identifier": [{"system": "urn:oid:1.2.36", "value": SECRET}],
        "birthDate": "1948-01-12",
        "telecom": [{"system": "phone", "value": f"555-0142 {SECRET}"}],
        "address": [{"line": [f"12 {SECRET} St"], "city": SECRET, "postalCode": "18512"}],
        "text": {
            "status": "generated",
            "div": f'<div xmlns="http://www.w3.org/1999/xhtml">{xml_text(chance)}</div>',
        },
        "extension": [{"url": "http://example.org/x", "valueString": SECRET}],
    }
    document = {
        "resourceType": "DocumentReference",
        "status": "current",
        "description": told(chance),
        "content": [{"attachment": {"contentType": kind, "data": note, "title": SECRET}}],
        "subject": {"reference": f"Patient/{SECRET}", "display": SECRET},
    }
    seen = {
        "resourceType": "Observation",
        "status": "final",
        "code": {"text": told(chance), "coding": [{"system": "http://loinc.org", "code": "8480-6"}]},
        "valueQuantity": {"value": 120, "unit": "mmHg"},
        "note": [{"text": told(chance), "authorString": SECRET}],
    }
    resources = [patient, document, seen]
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": r} for r in resources]}
    raw = json.dumps(chance.choice([bundle, *resources])).encode()
    return _harmed(raw, chance, seldom=True)


def cda(chance: Random) -> bytes:
    """A clinical document with a header, narrative and an entry."""
    text = f"""<?xml version="1.0" encoding="UTF-8"?>
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>
<id root="2.16.840.1.113883.19.5" extension="{SECRET}"/>
<code code="34133-9" codeSystem="2.16.840.1.113883.6.1"/>
<title>{SECRET}</title><effectiveTime value="20240314093000"/><!-- {SECRET} -->
<recordTarget><patientRole><id root="1.2.3" extension="{SECRET}"/>
<addr><streetAddressLine>12 {SECRET} St</streetAddressLine><city>{SECRET}</city></addr>
<telecom value="tel:{SECRET}"/>
<patient><name><given>{SECRET}</given><family>{SECRET}</family></name><birthTime value="19480112"/></patient>
</patientRole></recordTarget>
<component><structuredBody><component><section><title>{xml_text(chance)}</title>
<text><paragraph ID="{SECRET}">{xml_text(chance)}</paragraph><table><tbody><tr><td>{xml_text(chance)}</td>
<td styleCode="Bold">{SECRET}</td></tr></tbody></table></text>
<entry><observation classCode="OBS" moodCode="EVN"><id root="1.2.3.4" extension="{SECRET}"/>
<code code="29308-4" codeSystem="2.16.840.1.113883.6.1"><originalText>{xml_text(chance)}</originalText></code>
<value xsi:type="ST">{xml_text(chance)}</value></observation></entry>
</section></component></structuredBody></component></ClinicalDocument>"""
    return _harmed(text.encode("utf-8", "replace"), chance, seldom=True)


def rtf(chance: Random) -> bytes:
    """A document with a header, a table, a field, a comment and properties."""

    def said() -> str:
        return "".join(map(rtf_letter, told(chance)))

    text = f"""{{\\rtf1\\ansi\\ansicpg1252\\deff0{{\\fonttbl{{\\f0 Arial;}}}}{{\\info{{\\author {SECRET}}}}}
{{\\header {said()}}}{{\\footer {SECRET}}}\\pard {said()}\\par
{{\\field{{\\*\\fldinst HYPERLINK "http://{SECRET}"}}{{\\fldrslt {said()}}}}}
{{\\*\\annotation {SECRET}}}{{\\v {SECRET}}}\\trowd\\cellx900\\intbl {said()}\\cell {SECRET}\\cell\\row
{{\\pict\\pngblip 89504e47}}{{\\footnote {said()}}}\\b bold\\b0 \\'e9 {said()}}}"""
    return _harmed(text.encode("ascii", "replace"), chance)


def rtf_letter(letter: str) -> str:
    """A character as RTF writes it; one beyond the first plane as two."""
    if letter == "\n" or letter in "\\{}":
        return "\\par " if letter == "\n" else "\\" + letter
    if " " <= letter <= "~":
        return letter
    units = memoryview(letter.encode("utf-16-le")).cast("h")
    return "".join(f"\\u{unit}?" for unit in units)


def docx(chance: Random) -> bytes:
    """A package with a header, properties and a comment; damage inside its parts, or to the archive."""

    def said() -> str:
        return f'<w:p><w:r><w:t xml:space="preserve">{xml_text(chance)}</w:t></w:r></w:p>'

    changes = (
        f'<w:p><w:ins w:author="{SECRET}" w:id="1"><w:r><w:t>{SECRET}</w:t></w:r></w:ins>'
        f'<w:del w:id="2"><w:r><w:delText>{SECRET}</w:delText></w:r></w:del></w:p>'
    )
    section = '<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>'
    table = f"<w:tbl><w:tr><w:tc>{said()}</w:tc></w:tr></w:tbl>"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{KINDS}</Types>',
        "_rels/.rels": _relation("a", "officeDocument", "word/document.xml"),
        "word/document.xml": f'<w:document xmlns:w="{MAIN}" xmlns:r="{OFFICE}"><w:body>{said()}{changes}'
        f"{table}{section}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relation("h", "header", "header1.xml"),
        "word/header1.xml": f'<w:hdr xmlns:w="{MAIN}">{said()}</w:hdr>',
        "docProps/core.xml": f"<x>{SECRET}</x>",
    }
    inside = chance.random() < 0.8
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            raw = text.encode("utf-8", "replace")
            archive.writestr(name, _harmed(raw, chance, seldom=True) if inside else raw)
    return packed.getvalue() if inside else _harmed(packed.getvalue(), chance)


def _relation(identity: str, kind: str, target: str) -> str:
    inner = f'<Relationship Id="{identity}" Type="{OFFICE}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def _harmed(raw: bytes, chance: Random, *, seldom: bool = False) -> bytes:
    """`raw` with damage; seldom for what is refused as soon as a bracket is missing."""
    return damaged(raw, chance, chance.choice((0, 0, 0, 0, 0, 1) if seldom else (0, 0, 1, 1, 2, 4)))


MAKERS: dict[str, Callable[[Random], bytes]] = {
    "csv": csv_row,
    "jsonl": jsonl,
    "hl7": hl7,
    "fhir": fhir,
    "cda": cda,
    "rtf": rtf,
    "docx": docx,
}
