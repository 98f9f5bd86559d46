"""FHIR R4: what is taken in of each type, what stays, and that nothing else comes through."""

import base64
import io
import json
import re
from importlib.resources import files
from typing import Any

import pytest
from chartveil.batch.formats import fhir
from chartveil.batch.formats.fhir.conditions import conditions
from chartveil.batch.formats.fhir.json import BrokenJson, Number, dump, parse
from chartveil.batch.formats.fhir.schema import PRIMITIVES, elements, is_resource
from document_stub import Redacted, rebuilt, unchanged, without_text
from hypothesis import given, settings
from hypothesis import strategies as st

CANARY = "zQ7 canary"
RESOURCES = re.findall(
    r"^(\w+)\*", (files("chartveil.batch.formats.fhir") / "r4.tsv").read_text(), re.MULTILINE
)
NUMBER = Number("5125550143.5125550143")


def read(resource: Any, **options: Any) -> Any:
    """The record of a resource."""
    return fhir.read(json.dumps(resource).encode(), **options)


def taken(resource: dict[str, Any]) -> set[tuple[str, str]]:
    """What is taken in of a resource: (label or "text", value)."""
    record = read(resource)
    return {*((f.label, f.value) for f in record.fields), *(("text", p.text) for p in record.passages)}


def out(resource: dict[str, Any], *secrets: str) -> dict[str, Any]:
    """A resource with tags in all fields and the secrets masked in its text."""
    written: dict[str, Any] = json.loads(rebuilt(read(resource), secrets))
    return written


@pytest.mark.parametrize(
    ("resource", "found"),
    [
        (
            {"name": [{"family": "Quillfen", "given": ["Wilma", "R"], "prefix": ["Mrs."], "suffix": ["MD"]}]},
            {("PERSON", "Quillfen"), ("PERSON", "Wilma"), ("PERSON", "R")},
        ),
        (
            {"name": [{"text": "Wilma Quillfen", "prefix": ["Countess"]}]},
            {("PERSON", "Wilma Quillfen"), ("text", "Countess")},
        ),
        ({"birthDate": "1947-11-23"}, {("DATE", "1947-11-23")}),
        ({"birthDate": "in the war"}, {("DATE", "in the war")}),
        ({"deceasedDateTime": "2024-03-12T10:15:00-05:00"}, {("DATE", "2024-03-12")}),
        ({"gender": "female", "active": True, "multipleBirthInteger": 2}, set()),
        ({"gender": "Wilma"}, {("text", "Wilma")}),
        (
            {
                "address": [
                    {
                        "line": ["18 Tannery Row"],
                        "city": "Austin",
                        "district": "Travis",
                        "state": "TX",
                        "postalCode": "78704",
                        "country": "US",
                    }
                ]
            },
            {("ADDRESS", "18 Tannery Row"), ("CITY", "Austin"), ("CITY", "Travis"), ("ZIP", "78704")},
        ),
        ({"address": [{"state": "Tannerland"}]}, {("text", "Tannerland")}),
        (
            {
                "telecom": [
                    {"system": "phone", "value": "5125550143"},
                    {"system": "email", "value": "w@c.example"},
                    {"value": "77"},
                ]
            },
            {("PHONE", "5125550143"), ("EMAIL", "w@c.example"), ("PHONE", "77")},
        ),
        ({"identifier": [{"value": "QX771"}]}, {("MRN", "QX771")}),
        (
            {"identifier": [{"system": "http://hl7.org/fhir/sid/us-ssn", "value": "987654321"}]},
            {("SSN", "987654321")},
        ),
        (
            {
                "identifier": [
                    {
                        "type": {
                            "coding": [
                                {"code": "DL", "system": "http://terminology.hl7.org/CodeSystem/v2-0203"}
                            ]
                        },
                        "system": "http://greenholm.example/x",
                        "value": "T1",
                    }
                ]
            },
            {("LICENSE", "T1"), ("URL", "http://greenholm.example/x")},
        ),
        ({"id": "p1"}, {("OTHER_ID", "p1")}),
        (
            {"generalPractitioner": [{"reference": "Practitioner/77", "display": "Ngozi Okafor"}]},
            {("OTHER_ID", "77"), ("PERSON", "Ngozi Okafor")},
        ),
        ({"managingOrganization": {"display": "Greenholm"}}, {("FACILITY", "Greenholm")}),
        (
            {
                "maritalStatus": {
                    "coding": [
                        {"system": "http://terminology.hl7.org/CodeSystem/v3-MaritalStatus", "code": "M"}
                    ],
                    "text": "Married",
                }
            },
            {("text", "Married")},
        ),
        (
            {"communication": [{"language": {"coding": [{"system": "urn:ietf:bcp:47", "code": "en-US"}]}}]},
            set(),
        ),
        (
            {
                "extension": [
                    {
                        "url": "http://hl7.org/fhir/StructureDefinition/patient-mothersMaidenName",
                        "valueString": "Ash",
                    }
                ]
            },
            {("PERSON", "Ash")},
        ),
        (
            {"extension": [{"url": "http://greenholm.example/x", "valueString": "Ash"}]},
            {("URL", "http://greenholm.example/x"), ("text", "Ash")},
        ),
        (
            {
                "_birthDate": {
                    "extension": [
                        {
                            "url": "http://hl7.org/fhir/StructureDefinition/patient-birthTime",
                            "valueDateTime": "1947-11-23T01:02:03Z",
                        }
                    ]
                }
            },
            {("DATE", "1947-11-23")},
        ),
        ({"contact": [{"name": {"family": "Ash"}, "gender": "male"}]}, {("PERSON", "Ash")}),
        (
            {
                "meta": {
                    "versionId": "4",
                    "lastUpdated": "2024-03-12T10:15:00Z",
                    "profile": ["http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient"],
                }
            },
            {("OTHER_ID", "4"), ("DATE", "2024-03-12")},
        ),
        (
            {
                "bogus": "Ash",
                "name": "Ash",
                "gender": 5,
                "active": "Ash",
                "birthDate": ["Ash"],
                "telecom": ["Ash"],
                "id": 5,
            },
            {("DATE", "Ash")},
        ),
    ],
)
def test_what_is_taken_in_of_a_patient(resource: dict[str, Any], found: set[tuple[str, str]]) -> None:
    """Each element gives its identifiers with their labels and its free text, and nothing that is safe."""
    assert taken({"resourceType": "Patient", **resource}) == found


@pytest.mark.parametrize(
    ("resource", "found"),
    [
        (
            {
                "code": {"coding": [{"system": "http://loinc.org", "code": "8480-6"}]},
                "valueQuantity": {"value": 120.5, "unit": "mmHg"},
            },
            set(),
        ),
        ({"code": {"coding": [{"system": "http://loinc.org", "code": "Wilma"}]}}, {("text", "Wilma")}),
        (
            {"code": {"coding": [{"system": "http://greenholm.example/x", "code": "GLU"}]}},
            {("URL", "http://greenholm.example/x"), ("text", "GLU")},
        ),
        ({"valueQuantity": {"value": 93, "unit": "years"}}, {("AGE_OVER_89", "93")}),
        ({"valueQuantity": {"value": 71, "unit": "years"}}, set()),
        (
            {"valueQuantity": {"value": 1130, "code": "mo", "system": "http://unitsofmeasure.org"}},
            {("AGE_OVER_89", "1130")},
        ),
        ({"code": {"text": "Age"}, "valueInteger": 93}, {("text", "Age"), ("AGE_OVER_89", "93")}),
        ({"code": {"text": "Pulse"}, "valueInteger": 93}, {("text", "Pulse")}),
        ({"valueInteger": 987654321}, {("OTHER_ID", "987654321")}),
        ({"valueTime": "10:15:00"}, set()),
        ({"valueTime": "Wilma"}, {("text", "Wilma")}),
        ({"valueString": "Wilma Quillfen"}, {("text", "Wilma Quillfen")}),
        (
            {"note": [{"text": "Seen", "authorString": "N Okafor", "time": "2024-03-12"}]},
            {("text", "Seen"), ("PERSON", "N Okafor"), ("DATE", "2024-03-12")},
        ),
        ({"valueSampledData": {"data": "1 2 E", "period": 1}}, set()),
        (
            {
                "text": {
                    "status": "generated",
                    "div": '<div xmlns="http://www.w3.org/1999/xhtml">Ot<b>to</b></div>',
                }
            },
            {("text", "Otto")},
        ),
    ],
)
def test_what_is_taken_in_of_an_observation(resource: dict[str, Any], found: set[tuple[str, str]]) -> None:
    """Codes of known systems and results pass; other codes are text; ages over 89 and long numbers go."""
    assert taken({"resourceType": "Observation", "status": "final", **resource}) == found


def planted(type_name: str, depth: int) -> Any:
    """A value of a type that has a canary wherever a string or number can stand."""
    if type_name in PRIMITIVES:
        numeric = type_name in ("integer", "decimal", "positiveInt", "unsignedInt")
        return NUMBER if numeric else f"<p id='{CANARY}'>{CANARY}</p>" if type_name == "xhtml" else CANARY
    if type_name == "Resource":
        return {"resourceType": "Basic", "id": CANARY, "author": {"display": CANARY}}
    if depth == 0:
        return {CANARY: CANARY}
    node = {
        name: planted(each.type, depth - 1)
        for name, each in elements(type_name).items()
        if depth == 3 or each.type != "Extension"
    }
    beside = {
        f"_{name}": {"id": CANARY, "extension": [{"url": CANARY, "valueString": CANARY}]} for name in node
    }
    return {**node, **beside, CANARY: CANARY}


@pytest.mark.parametrize("name", RESOURCES)
def test_no_element_of_any_resource_leaks(name: str) -> None:
    """Whatever stands in any element of any resource, it is offered to the redactor or left out."""
    resource = {**planted(name, 3), "resourceType": name, "contained": [planted("Resource", 1)]}
    if name == "Bundle":
        resource["entry"] = [planted("BundleEntry", 3)]
    raw = dump(resource, "{}")
    assert raw.count(CANARY) > 20
    redacted = without_text(fhir.read(raw.encode())).decode()
    assert "zQ7" not in redacted
    assert "5125550143" not in redacted


MARKUP = st.sampled_from(["a &amp; b", "x<br/>y", "3 < 4", "<b>a</b>b", "<ul><li>a</li></ul>"])


@st.composite
def resources(draw: st.DrawFn) -> dict[str, Any]:
    """Observations and Patients with what a server would send."""
    words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=12)
    return {
        "resourceType": "Observation",
        "status": draw(st.sampled_from(["final", "amended"])),
        "code": {
            "text": draw(words),
            "coding": [{"system": "http://loinc.org", "code": "8480-6", "display": draw(words)}],
        },
        "subject": {"reference": "Patient/1", "display": draw(words)},
        "effectiveDateTime": draw(
            st.sampled_from(["2024", "2024-03", "2024-03-12", "2024-03-12T10:15:00.5Z"])
        ),
        "issued": "2024-03-12T10:15:00Z",
        "valueQuantity": {"value": draw(st.decimals(0, 1000, places=2).map(float)), "unit": "mmHg"},
        "note": [{"text": text} for text in draw(st.lists(words, min_size=1, max_size=3))],
        "text": {
            "status": "generated",
            "div": f"<div xmlns='http://www.w3.org/1999/xhtml'><p>{draw(MARKUP)}</p></div>",
        },
    }


@given(resources(), st.sampled_from([None, 2, "\t"]), st.booleans())
@settings(deadline=None)
def test_what_is_not_changed_stays(resource: dict[str, Any], indent: Any, ascii: bool) -> None:
    """A resource of which the redactor changes nothing comes back as it was, numbers to the digit."""
    raw = json.dumps(resource, indent=indent, ensure_ascii=ascii)
    record = fhir.read(raw.encode())
    assert json.loads(unchanged(record)) == resource
    assert parse(unchanged(record).decode()) == parse(raw)


def test_numbers_and_layout_stay() -> None:
    """1.50 stays 1.50, and indentation, line ends and escapes stay as they were."""
    lines = (
        "{",
        '  "resourceType": "Observation",',
        '  "valueQuantity": {',
        '    "value": 1.50',
        "  }",
        "}",
        "",
    )
    raw = "\r\n".join(lines)
    assert unchanged(fhir.read(raw.encode())).decode() == raw
    compact = '{"resourceType":"Observation","note":[{"text":"\\u00e9"}],"valueInteger":10}\n'
    assert unchanged(fhir.read(compact.encode())).decode() == compact


@pytest.mark.parametrize(
    ("element", "value", "new", "written"),
    [
        ("effectiveDateTime", "2024-03-12T10:15:00Z", "2024", "2024"),
        ("effectiveDateTime", "2024-03-12T10:15:00Z", "2024-04-01", "2024-04-01T10:15:00Z"),
        ("effectiveDateTime", "2024-03-12", "[DATE]", None),
        ("effectiveDateTime", "around noon", "[DATE]", None),
        ("issued", "2024-03-12T10:15:00Z", "2024-04-01", "2024-04-01T10:15:00Z"),
        ("issued", "2024-03-12T10:15:00Z", "2024", None),
    ],
)
def test_dates_stay_dates(element: str, value: str, new: str, written: str | None) -> None:
    """A date holds another date or a year where its type allows it; else it is withheld, and that is said."""
    record = read({"resourceType": "Observation", element: value})
    got = json.loads(record.rebuild([], [new]))
    assert got.get(element) == written
    assert (f"_{element}" in got) is (written is None)
    if written is None:
        assert got[f"_{element}"]["extension"][0]["valueCode"] == "masked"


BUNDLE = {
    "resourceType": "Bundle",
    "type": "collection",
    "entry": [
        {
            "fullUrl": "http://greenholm.example/fhir/Observation/obs-7",
            "resource": {
                "resourceType": "Observation",
                "id": "obs-7",
                "subject": {"reference": "Patient/pat-9"},
                "performer": [{"reference": "Practitioner/away"}, {"reference": "#in-1"}],
                "contained": [{"resourceType": "Practitioner", "id": "in-1"}],
                "device": {"reference": "urn:uuid:53fefa32-0000-4000-8000-000000000001"},
            },
        },
        {
            "fullUrl": "http://greenholm.example/fhir/Patient/pat-9",
            "resource": {"resourceType": "Patient", "id": "pat-9"},
        },
        {"fullUrl": "urn:uuid:53fefa32-0000-4000-8000-000000000001", "resource": {"resourceType": "Device"}},
    ],
}


def test_links_within_a_bundle_stay_whole() -> None:
    """Ids become numbers in all places that mean them; what points outside is withheld."""
    got = out(BUNDLE)
    observation, patient, _ = (entry["resource"] for entry in got["entry"])
    assert observation["subject"]["reference"] == f"Patient/{patient['id']}"
    assert got["entry"][1]["fullUrl"] == f"https://redacted.invalid/Patient/{patient['id']}"
    assert observation["performer"][1]["reference"] == f"#{observation['contained'][0]['id']}"
    assert observation["device"]["reference"] == got["entry"][2]["fullUrl"]
    assert "reference" not in observation["performer"][0]
    ids = [observation["id"], patient["id"], observation["contained"][0]["id"]]
    assert len(set(ids)) == 3 and all(id.isdigit() for id in ids)
    assert not any(
        id in json.dumps(got) for id in ("obs-7", "pat-9", "in-1", "53fefa32", "away", "greenholm")
    )
    assert json.loads(unchanged(read(BUNDLE))) == BUNDLE


def test_ids_of_a_policy_are_used_where_fhir_allows_them() -> None:
    """A surrogate id stands in all places; a resource that stands alone has no number for an id."""
    resource = {"resourceType": "Observation", "id": "a-1", "subject": {"reference": "Patient/b-2"}}
    got = json.loads(read(resource).rebuild([], ["x-8", "y-9"]))
    assert (got["id"], got["subject"]["reference"]) == ("x-8", "Patient/y-9")
    assert "id" not in out(resource)


def attachment(kind: str | None, data: str) -> dict[str, Any]:
    """A DocumentReference with one attachment."""
    node = {"contentType": kind, "data": data, "size": 5, "hash": "2jmj7l5rSw0yVb/vlWAYkK/YBwk="}
    return {"resourceType": "DocumentReference", "status": "current", "content": [{"attachment": node}]}


@pytest.mark.parametrize(
    ("kind", "content", "shown"),
    [
        ("text/plain", "Otto is well", "[X] is well"),
        ("text/plain; charset=utf-16-le", "Otto is well", "[X] is well"),
        (
            "text/html",
            "<p title='Otto'>Ot<b>to</b> is<script>Otto</script><!-- Otto --></p>",
            "<p>[X]<b></b> is</p>",
        ),
        ("application/rtf", r"{\rtf1 Otto is well}", "[X] is well"),
        ("application/pdf", "%PDF Otto", None),
        ("text/plain; charset=nonsense", "Otto", None),
        ("application/xml", "<ClinicalDocument>Otto", None),
        ("Otto", "Otto", None),
        (None, "Otto", None),
    ],
)
def test_attachments(kind: str | None, content: str, shown: str | None) -> None:
    """Text is redacted with its size set anew and its hash gone; what can't be read is withheld."""
    codec = "utf-16-le" if kind and "16" in kind else "utf-8"
    data = base64.b64encode(content.encode(codec)).decode()
    got = out(attachment(kind, data), "Otto")["content"][0]["attachment"]
    assert "hash" not in got
    if shown is None:
        assert "data" not in got
        assert got["_data"]["extension"][0]["valueCode"] == "masked"
        return
    raw = base64.b64decode(got["data"])
    assert shown in raw.decode(codec)
    assert got["size"] == len(raw)


@pytest.mark.parametrize("data", ["not base64!", "QUJ", 5, ["QUJD"], {"a": "QUJD"}, "=", "\u00e9"])
def test_broken_attachments_are_withheld(data: Any) -> None:
    """Data that is no base64 does not pass."""
    got = out(attachment("text/plain", data))["content"][0]["attachment"]
    assert "data" not in got


def test_an_unchanged_attachment_stays() -> None:
    """Its base64 with its line ends, its size and its hash."""
    resource = attachment("text/plain", "T3R0\r\nbyBpcyB3ZWxs")
    assert json.loads(unchanged(read(resource))) == resource


def test_photographs_are_withheld() -> None:
    """A photograph is an identifier of its own (letter Q)."""
    got = out({"resourceType": "Patient", "photo": [{"contentType": "image/png", "data": "AAAA"}]})
    assert "AAAA" not in json.dumps(got)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"[]",
        b"5",
        b'"x"',
        b'{"resourceType": "Quillfen"}',
        b'{"resourceType": ["Patient"]}',
        b"{}",
        b'{"resourceType": "Patient", "gender": "male", "gender": "female"}',
        b'{"resourceType": "Patient", "multipleBirthInteger": NaN}',
        b'{"resourceType": "Patient", "id": "\\ud800"}',
        b'{"resourceType": "Bundle", "entry": ["Quillfen"]}',
        b'{"resourceType": "Patient", "contact": ' + b"[" * 100_000,
        b'{"resourceType": "Patient", "contact": ' + b'{"name":' * 150 + b"1" + b"}" * 151,
    ],
)
def test_what_is_no_resource_fails(raw: bytes) -> None:
    """Other JSON, a name twice in an object and hostile depth fail with a fixed message."""
    with pytest.raises((fhir.NotFhir, BrokenJson)) as error:
        fhir.read(raw)
    assert "Quillfen" not in str(error.value)


def test_huge_numbers_neither_pass_nor_fail() -> None:
    """A number of any length is a field, and is withheld where it is redacted."""
    raw = (
        b'{"resourceType": "Observation", "valueInteger": '
        + b"9" * 10_000
        + b', "valueQuantity": {"value": 1e999999}}'
    )
    record = fhir.read(raw)
    assert b"9999" not in without_text(record)
    assert unchanged(record) == raw


def test_ndjson_is_split_by_line() -> None:
    """Each resource is a record; empty lines go with one, and no byte is lost."""
    lines = [
        b'\n{"resourceType":"Patient","id":"a"}\r\n\n',
        b'{"resourceType":"Patient","id":"b"}\n',
        b'{"resourceType":"Patient"}',
    ]
    parts = list(fhir.split(io.BytesIO(b"".join(lines))))
    assert parts == lines
    assert [fhir.read(part).patient for part in parts] == ["a", "b", None]
    assert all(unchanged(fhir.read(part)) == part for part in parts)


@pytest.mark.parametrize(
    ("resource", "patient"),
    [
        ({"resourceType": "Observation", "subject": {"reference": "Patient/p1"}}, "p1"),
        (
            {
                "resourceType": "Observation",
                "subject": {"reference": "http://x.example/Patient/p1/_history/2"},
            },
            "p1",
        ),
        ({"resourceType": "Observation", "subject": {"reference": "Group/g1"}}, None),
        (BUNDLE, "pat-9"),
        (
            {
                "resourceType": "Bundle",
                "entry": [{"resource": {"resourceType": "Patient", "id": id}} for id in "ab"],
            },
            None,
        ),
        ({"resourceType": "Organization", "id": "o1"}, None),
    ],
)
def test_whose_record_it_is(resource: dict[str, Any], patient: str | None) -> None:
    """The one patient that a record names; none where it names several."""
    assert read(resource).patient == patient


def test_what_is_known_comes_from_the_people_of_the_record() -> None:
    """Names and numbers of a Bundle's people are sought in its free text; codes of the service are not."""
    people = {
        "resourceType": "Patient",
        "name": [{"family": "Quillfen"}],
        "birthDate": "1947-11-23",
        "identifier": [{"value": "QX771"}],
    }
    other = {
        "resourceType": "Observation",
        "identifier": [{"value": "SPEC-1"}],
        "effectiveDateTime": "2024-03-12",
    }
    record = read({"resourceType": "Bundle", "entry": [{"resource": people}, {"resource": other}]})
    assert set(record.known.values) == {("PERSON", "Quillfen"), ("DATE", "1947-11-23"), ("MRN", "QX771")}


class Coded(Redacted):
    """A result with codes."""

    def to_dict(self) -> dict[str, Any]:
        row = {"system": "ICD-10-CM", "description": "d", "text": "words"}
        statuses = ("present", "historical", "uncertain", "negated", "family", "hypothetical", "present")
        rows = [{**row, "code": f"A0{i % 6}", "assertion": each} for i, each in enumerate(statuses)]
        return {
            "phi": [],
            "codes": [*rows, {**row, "system": "CPT", "code": "97110", "assertion": "present"}],
        }


def test_conditions_say_what_was_found() -> None:
    """Each ICD-10-CM code of the patient's own becomes a Condition with status, subject and evidence."""
    made = conditions([Coded("words")], {"reference": "Patient/1"}, "Observation/2")
    states = [
        (
            one["code"]["coding"][0]["code"],
            one["verificationStatus"]["coding"][0]["code"],
            one.get("clinicalStatus", {"coding": [{"code": None}]})["coding"][0]["code"],
        )
        for one in made
    ]
    assert states == [
        ("A00", "confirmed", "active"),
        ("A01", "confirmed", "inactive"),
        ("A02", "unconfirmed", "active"),
        ("A03", "refuted", None),
    ]
    assert all(one["subject"] == {"reference": "Patient/1"} for one in made)
    assert all(one["evidence"][0]["detail"][0]["reference"] == "Observation/2" for one in made)
    assert conditions([Redacted("words")], None) == []


@pytest.mark.parametrize("kind", ["collection", "transaction", "searchset"])
def test_conditions_come_in_the_bundle(kind: str) -> None:
    """They are entries behind the others, for the patient of the resource whose text they were found in."""
    bundle = json.loads(json.dumps({**BUNDLE, "type": kind}))
    bundle["entry"][0]["resource"]["note"] = [{"text": "words"}]
    record = read(bundle, conditions=True)
    got = json.loads(
        record.rebuild([Coded(p.text) for p in record.passages], [f"[{f.label}]" for f in record.fields])
    )
    made = [entry for entry in got["entry"] if entry["resource"]["resourceType"] == "Condition"]
    assert len(made) == 4
    assert made[0]["resource"]["subject"] == got["entry"][0]["resource"]["subject"]
    assert made[0]["resource"]["evidence"][0]["detail"][0]["reference"] == got["entry"][0]["fullUrl"]
    assert ("request" in made[0]) is (kind == "transaction")
    assert all(is_resource(entry["resource"]["resourceType"]) for entry in got["entry"])


def test_a_lone_resource_comes_in_a_bundle_with_its_conditions() -> None:
    """With conditions, its output is a collection of it and them."""
    resource = {
        "resourceType": "DiagnosticReport",
        "status": "final",
        "conclusion": "words",
        "subject": {"display": "Otto"},
    }
    record = read(resource, conditions=True)
    got = json.loads(record.rebuild([Coded("words")], ["[PERSON]"]))
    assert got["type"] == "collection"
    assert got["entry"][0]["resource"]["conclusion"] == "words"
    assert got["entry"][1]["resource"]["subject"] == {"display": "[PERSON]"}
