"""C-CDA documents: what is offered for redaction, what passes, and that nothing else gets through."""

import copy
import itertools
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest
from chartveil.batch.formats import cda
from chartveil.batch.formats.cda.vocabulary import ATTRIBUTES, ELEMENTS, HL7
from chartveil.errors import NoteError
from document_stub import Redacted, rebuilt, unchanged, without_text
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

EXAMPLE = Path(__file__).parent.parent / "examples" / "cda" / "visit.xml"
CANARY = "Quillonfeather"
NUMBER = "5550148837"
HEAD = f'<ClinicalDocument xmlns="{HL7}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'


def document(inner: str) -> bytes:
    """A document of some header elements or entries."""
    return f"{HEAD}{inner}</ClinicalDocument>".encode()


def narrative(inner: str) -> bytes:
    """A document with a section's text."""
    return document(f"<component><section><text>{inner}</text></section></component>")


FIELDS = [
    ("<birthTime value='19610907'/>", "DATE", "19610907"),
    ("<effectiveTime><low value='20240312101500-0500'/></effectiveTime>", "DATE", "20240312"),
    ("<value xsi:type='IVL_TS'><high value='202403'/></value>", "DATE", "202403"),
    ("<value xsi:type='TS' value='2024'/>", "DATE", "2024"),
    ("<patient><name>Ana Bell</name></patient>", "PERSON", "Ana Bell"),
    ("<name><given>Ana</given></name>", "PERSON", "Ana"),
    ("<name><prefix>Count</prefix><family>Bell</family></name>", "PERSON", "Count"),
    ("<providerOrganization><name>Elm Clinic</name></providerOrganization>", "FACILITY", "Elm Clinic"),
    ("<place><name>Elm Clinic</name></place>", "FACILITY", "Elm Clinic"),
    ("<participantRole classCode='SDLOC'><playingEntity><name>Bay 4</name></playingEntity></participantRole>",
     "FACILITY", "Bay 4"),
    ("<patientRole><id root='1.2.3' extension='MR-1'/></patientRole>", "MRN", "MR-1"),
    ("<assignedEntity><id root='2.16.840.1.113883.4.6' extension='1234567893'/></assignedEntity>",
     "LICENSE", "1234567893"),
    ("<participantRole><id root='2.16.840.1.113883.4.1' extension='123-45-6789'/></participantRole>",
     "SSN", "123-45-6789"),
    ("<encompassingEncounter><id extension='V77'/></encompassingEncounter>", "ACCOUNT", "V77"),
    ("<telecom value='tel:555-0148'/>", "PHONE", "555-0148"),
    ("<telecom value='mailto:a@b.example'/>", "EMAIL", "a@b.example"),
    ("<telecom value='a@b.example'/>", "EMAIL", "a@b.example"),
    ("<telecom value='FAX:555-0148'/>", "FAX", "555-0148"),
    ("<addr><city>Dayton</city></addr>", "CITY", "Dayton"),
    ("<addr><state>near the old mill</state></addr>", "ADDRESS", "near the old mill"),
    ("<addr>18 Tannery Row</addr>", "ADDRESS", "18 Tannery Row"),
    ("<lotNumberText>LX-991</lotNumberText>", "DEVICE", "LX-991"),
    ("<value xsi:type='PQ' value='93' unit='a'/>", "AGE_OVER_89", "93"),
    ("<text><reference value='http://host.example/x'/></text>", "URL", "http://host.example/x"),
]  # fmt: skip


@pytest.mark.parametrize(("xml", "label", "value"), FIELDS)
def test_an_identifier_in_its_element_is_a_field_of_its_label(xml: str, label: str, value: str) -> None:
    """Each structured identifier is offered whole, and its replacement or a mask stands in its place."""
    record = cda.read(document(xml))
    assert (label, value) in [(field.label, field.value) for field in record.fields]
    assert value not in without_text(record).decode()


PASSAGES = [
    ("<code code='HOUSE-77' codeSystem='1.2.840.99'/>", "HOUSE-77"),
    ("<code code='11506-3x' codeSystem='2.16.840.1.113883.6.1'/>", "11506-3x"),
    ("<code code='N' codeSystem='2.16.840.1.113883.5.25' displayName='Normal'/>", "Normal"),
    ("<value xsi:type='PQ' value='7' unit='{Ana}'/>", "{Ana}"),
    ("<value xsi:type='ST'>seen by Ana</value>", "seen by Ana"),
    ("<value xsi:type='INT' value='5550148837'/>", "5550148837"),
    ("<originalText>seen by Ana</originalText>", "seen by Ana"),
    ("<manufacturedMaterial><name>Ana's salve</name></manufacturedMaterial>", "Ana's salve"),
    ("<title>On Ana</title>", "On Ana"),
    (
        "<nonXMLBody><text mediaType='text/plain' representation='B64'>"
        f"{b64encode(b'seen by Ana').decode()}</text></nonXMLBody>",
        "seen by Ana",
    ),
]


@pytest.mark.parametrize(("xml", "text"), PASSAGES)
def test_what_is_not_known_to_be_safe_is_a_passage(xml: str, text: str) -> None:
    """Free strings wherever they stand are offered as free text, and what comes back is written."""
    record = cda.read(document(xml))
    assert text in [passage.text for passage in record.passages]
    encoded = b64encode(text.encode()).decode()
    assert text not in without_text(record).decode() and encoded not in without_text(record).decode()
    again = cda.read(unchanged(cda.read(document(xml))))
    assert [passage.text for passage in again.passages] == [passage.text for passage in record.passages]


SAFE = [
    "<code code='11506-3' codeSystem='2.16.840.1.113883.6.1'/>",
    "<value xsi:type='CD' code='44054006' codeSystem='2.16.840.1.113883.6.96'/>",
    "<value xsi:type='CD' code='E11.9' codeSystem='2.16.840.1.113883.6.90'/>",
    "<statusCode code='completed'/>",
    "<observation classCode='OBS' moodCode='EVN' negationInd='true'/>",
    "<value xsi:type='INT' value='7'/>",
    "<repeatNumber value='2'/>",
    "<addr><state>OR</state><country>US</country></addr>",
    "<name><prefix>Dr.</prefix><suffix>MD</suffix></name>",
    "<templateId root='2.16.840.1.113883.10.20.22.1.9' extension='2015-08-01'/>",
]


@pytest.mark.parametrize("xml", SAFE)
def test_what_is_known_to_be_safe_passes(xml: str) -> None:
    """Codes of their system's shape, flags, small numbers, states and titles are neither offered nor lost."""
    record = cda.read(document(xml))
    assert not record.passages and not record.fields
    written = etree.fromstring(unchanged(record))[0]
    given = etree.fromstring(document(xml))[0]
    assert [dict(e.attrib) | {"text": e.text} for e in given.iter()] == [
        {k: v for k, v in e.attrib.items() if k != "codeSystemName"} | {"text": e.text}
        for e in written.iter()
    ]


DROPPED = [
    f"<!-- {CANARY} -->",
    f"<?{CANARY} {CANARY}?>",
    f"<x:{CANARY} xmlns:x='urn:vendor'>{CANARY}</x:{CANARY}>",
    f"<{CANARY}>{CANARY}</{CANARY}>",
    f"<code xmlns:{CANARY}='urn:{CANARY}' {CANARY}:a='1' {CANARY}='1' nullFlavor='{CANARY}'/>",
    f"<code codeSystem='{CANARY}' codeSystemName='{CANARY}' codeSystemVersion='{CANARY}'/>",
    f"<templateId root='2.16.840.1.113883.10.20.1' extension='{CANARY}'/><templateId root='{CANARY}'/>",
    f"<id root='{CANARY}' extension='{CANARY}' assigningAuthorityName='{CANARY}'/>",
    f"<setId root='{CANARY}'/><observation><id root='{CANARY}'/></observation>",
    f"<value xsi:type='{CANARY}:ED' mediaType='application/pdf' representation='B64'>{CANARY}</value>",
    f"<observationMedia><value mediaType='image/png'>{CANARY}</value></observationMedia>",
    f"<value mediaType='text/plain' representation='B64' compression='DF'>{CANARY}</value>",
    f"<value mediaType='text/plain' representation='B64'>{CANARY}</value>",
    f"<effectiveTime value='20240101{CANARY}'/><time value='{CANARY}'/>",
    f"<component><section><text><content ID='{CANARY}' styleCode='{CANARY}' {CANARY}='x'>a</content>"
    f"<renderMultiMedia referencedObject='{CANARY}'/><{CANARY}>b</{CANARY}></text></section></component>",
]


@pytest.mark.parametrize("xml", DROPPED)
def test_what_nobody_was_offered_is_gone(xml: str) -> None:
    """Comments, foreign elements, attached files, ids and unknown values don't reach the output."""
    assert CANARY not in unchanged_but_for(xml)


def unchanged_but_for(xml: str) -> str:
    """The output with passages as they are and each field's label in its place."""
    record = cda.read(document(xml))
    return record.rebuild(
        [Redacted(p.text) for p in record.passages], [f"[{f.label}]" for f in record.fields]
    ).decode()


def with_canary(root: etree._Element, canary: str) -> Iterator[bytes]:
    """The document with the canary in one attribute, text or tail after the other."""
    for index, element in enumerate(root.iter()):
        for key in [*element.attrib, "unheardOf"]:
            changed = copy.deepcopy(root)
            next(itertools.islice(changed.iter(), index, None)).set(key, canary)
            yield etree.tostring(changed)
        for part in ("text", "tail"):
            if part == "text" or element is not root:
                changed = copy.deepcopy(root)
                place = next(itertools.islice(changed.iter(), index, None))
                setattr(place, part, f"{getattr(place, part) or ''}{canary}")
                yield etree.tostring(changed)


@pytest.mark.parametrize("canary", [CANARY, NUMBER])
def test_no_canary_gets_through_from_any_place_of_a_document(canary: str) -> None:
    """In whatever attribute or text it stands: without what passages give back, it is not in the output."""
    root = etree.fromstring(EXAMPLE.read_bytes())
    count = 0
    for raw in with_canary(root, canary):
        assert canary.encode() in raw
        assert canary.encode() not in without_text(cda.read(raw))
        count += 1
    assert count > 300


NAMES = st.sampled_from(sorted(ELEMENTS | {"paragraph", "td", "tr", "content", "unheardOf"}))
KEYS = st.sampled_from(
    sorted({*ATTRIBUTES, "code", "codeSystem", "value", "unit", "ID", "href", "extension"} - {"xsi:type"})
)
VALUES = st.sampled_from(
    [CANARY, f"#{CANARY}", NUMBER, "2.16.840.1.113883.6.96", "PQ", "text/plain", "B64", "A"]
)
TEXTS = st.sampled_from([None, CANARY, f" {CANARY} {NUMBER}", "\n "])
TREES = st.recursive(
    st.tuples(NAMES, st.dictionaries(KEYS, VALUES, max_size=3), TEXTS, TEXTS, st.just([])),
    lambda inner: st.tuples(
        NAMES, st.dictionaries(KEYS, VALUES, max_size=3), TEXTS, TEXTS, st.lists(inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(max_examples=300, deadline=None)
@given(st.lists(TREES, max_size=4))
def test_no_tree_of_known_names_carries_a_canary_through(trees: list[tuple]) -> None:
    """However elements and attributes are put together, what was not offered is not in the output."""
    root = etree.Element(f"{{{HL7}}}ClinicalDocument")
    for tree in trees:
        grow(root, tree)
    output = without_text(cda.read(etree.tostring(root)), lambda label: "20240101").decode()
    assert CANARY not in output and NUMBER not in output


def grow(parent: etree._Element, tree: tuple) -> None:
    """Add a tree of (name, attributes, text, tail, children)."""
    name, attributes, text, tail, children = tree
    element = etree.SubElement(parent, f"{{{HL7}}}{name}", attributes)
    element.text, element.tail = text, tail
    for child in children:
        grow(element, child)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_arbitrary_bytes_fail_as_a_note(raw: bytes) -> None:
    """What is no document raises an error that fails this note alone."""
    with pytest.raises(NoteError):
        cda.read(raw)


def visible(raw: bytes) -> list[str]:
    """The words of all sections' titles and texts."""
    root = etree.fromstring(raw)
    return "".join(
        root.xpath(
            "//*[local-name()='section']/*[self::*[local-name()='title' or local-name()='text']]//text()"
        )
    ).split()


def test_a_document_given_back_unchanged_shows_the_same() -> None:
    """With results equal to the text, titles and narrative read as before, and so do names and times."""
    raw = EXAMPLE.read_bytes()
    output = unchanged(cda.read(raw))
    assert visible(output) == visible(raw)
    for kept in (
        b"Ottoline",
        b"20240418143000-0500",
        b"44054006",
        b"tel:+1(503)555-0142",
        b'styleCode="Bold"',
    ):
        assert kept in output


def test_what_is_redacted_takes_its_place_in_the_markup() -> None:
    """A name over two elements gives its tag to the first; all other markup and text stays."""
    output = rebuilt(cda.read(EXAMPLE.read_bytes()), ["Philippa", "Greer"]).decode()
    assert '<content styleCode="Bold">[X]</content> came with her sister <content>[X]</content> on' in output
    assert "Philippa" not in output and "ippa" not in output


def test_a_row_is_one_passage_and_other_blocks_are_their_own() -> None:
    """Cells stand together, tab between them; paragraphs, items and text between blocks stand alone."""
    record = cda.read(
        narrative(
            "lead<paragraph>one<br/>two</paragraph>between<list><item>three</item><item>four</item></list>"
            "<table><tr><th>Name</th><td>Ana<paragraph>Bell</paragraph></td></tr></table>end"
        )
    )
    assert [p.text for p in record.passages] == [
        "lead", "one\ntwo", "between", "three", "four", "Name\tAna\nBell", "end",
    ]  # fmt: skip
    assert {p.place for p in record.passages} == {"section[1]/text"}


def test_links_within_a_document_hold_under_new_names() -> None:
    """An anchor and what points to it, and equal ids of acts, stay equal; others stay different."""
    raw = document(
        "<component><section><text><content ID='ana1'>a</content><content ID='b'>b</content></text><entry>"
        "<observation><id root='1.2'/><text><reference value='#ana1'/></text></observation>"
        "<observation><id root='1.2'/></observation><observation><id root='1.3'/></observation>"
        "</entry></section></component>"
    )
    output = etree.fromstring(unchanged(cda.read(raw)))
    anchors = output.xpath("//@ID")
    assert output.xpath("//*[local-name()='reference']/@value") == [f"#{anchors[0]}"]
    assert len(set(anchors)) == 2 and "ana1" not in anchors
    assert output.xpath("//*[local-name()='id']/@extension") == ["1", "1", "2"]


TIMES = [
    ("20240312101500-0500", "20240419", "20240419101500-0500"),
    ("20240312101500-0500", "2024", "2024"),
    ("20240312", "[DATE]", None),
    ("201903", "201904", "201904"),
    ("20240312evil", "20240419", "20240419"),
]


@pytest.mark.parametrize(("value", "replaced", "written"), TIMES)
def test_a_time_keeps_its_form_or_is_masked(value: str, replaced: str, written: str | None) -> None:
    """A moved date keeps its time of day, a year stands alone, and a tag becomes a null flavor."""
    record = cda.read(document(f"<effectiveTime value='{value}'/>"))
    element = etree.fromstring(record.rebuild([], [replaced]))[0]
    assert element.get("value") == written
    assert element.get("nullFlavor") == (None if written else "MSK")


def test_what_the_header_says_of_people_is_known_to_the_redactor() -> None:
    """Names, numbers and the birth date are sought in the text; visit dates, short ids and OIDs are not."""
    record = cda.read(EXAMPLE.read_bytes())
    known = set(record.known.values)
    assert {
        ("PERSON", "Ottoline Vashti Greer"), ("PERSON", "Ruben Achterberg"), ("MRN", "MR-40771253"),
        ("DATE", "19610907"), ("PHONE", "5035550142"), ("FACILITY", "Tualatin Ridge Family Clinic"),
    } <= known  # fmt: skip
    assert not {value for _, value in known} & {"20240418", "2.16.840.1.113883.19.5.99999.9"}
    short = cda.read(document("<recordTarget><patientRole><id extension='7'/></patientRole></recordTarget>"))
    assert short.known.values == ()


def test_the_patient_is_the_first_id_of_the_record_target() -> None:
    """One patient's documents share it; a document without one has None."""
    assert cda.read(EXAMPLE.read_bytes()).patient == "2.16.840.1.113883.19.5.99999.2|MR-40771253"
    assert cda.read(document("<title>x</title>")).patient is None


LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(12))
    + "]>"
)
CLOSED = f"{HEAD}<title>&a;</title></ClinicalDocument>"
HOSTILE = {
    "billion laughs": (LAUGHS + HEAD + "<title>&m;</title></ClinicalDocument>").encode(),
    "laughs in an attribute": (LAUGHS + HEAD + "<code code='&m;'/></ClinicalDocument>").encode(),
    "external entity": f"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>{CLOSED}".encode(),
    "external subset": f"<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'>{CLOSED}".encode(),
    "doctype in UTF-16": f"<!DOCTYPE x>{HEAD}</ClinicalDocument>".encode("utf-16"),
    "doctype in EBCDIC": f"<?xml version='1.0' encoding='cp037'?><!DOCTYPE x>{CLOSED}".encode("cp037"),
    "unknown entity": f"{HEAD}<title>&nbsp;</title></ClinicalDocument>".encode(),
    "deep": document("<component>" * 200 + "</component>" * 200),
    "very deep": document("<component>" * 100_000),
    "not closed": document("<title>"),
    "plain XML": b"<note>x</note>",
    "CDA of no namespace": b"<ClinicalDocument/>",
    "empty": b"",
    "wrong encoding": f"{HEAD}<title>\xe9</title></ClinicalDocument>".encode("latin-1"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_and_foreign_xml_fails_with_a_reason(name: str) -> None:
    """Entities, document types, endless nesting, broken and other XML fail the note, without a word of it."""
    with pytest.raises(NoteError) as caught:
        cda.read(HOSTILE[name])
    assert "\n" not in str(caught.value) and "passwd" not in str(caught.value)


def test_one_of_many_equal_strings_is_one_passage() -> None:
    """A display name that entries repeat is offered once and written everywhere."""
    record = cda.read(document("<code displayName='Ana'/>" * 50))
    assert [p.text for p in record.passages] == ["Ana"]
    assert rebuilt(record, ["Ana"]).count(b'displayName="[X]"') == 50
