"""HL7 version 2: what is taken in of each segment, what stays, and that nothing else comes through."""

import base64
import io
import re
from importlib.resources import files

import pytest
from chartveil.batch.formats import hl7
from chartveil.batch.formats.hl7.delimiters import NotHl7, delimiters
from chartveil.batch.formats.hl7.schema import types
from document_stub import rebuilt, unchanged, without_text
from hypothesis import example, given, settings
from hypothesis import strategies as st

HEAD = r"MSH|^~\&|LABSYS|GREENHOLM|||20240312101500-0500||ORU^R01^ORU_R01|C77812|P|2.5.1"
CANARY = "zQ7canary"
SEGMENTS = re.findall(
    r"^segment\t(\w+)\t", (files("chartveil.batch.formats.hl7") / "v2.tsv").read_text(), re.MULTILINE
)


def message(*segments: str, end: str = "\r") -> bytes:
    """A message of a header and segments."""
    return end.join((HEAD, *segments, "")).encode()


def taken(segment: str) -> set[tuple[str, str]]:
    """What is taken in of a segment: (label or "text", value)."""
    head = hl7.read(message())
    record = hl7.read(message(segment))
    fields = [(f.label, f.value) for f in record.fields[len(head.fields) :]]
    return {*fields, *(("text", p.text) for p in record.passages)}


@pytest.mark.parametrize(
    ("segment", "found"),
    [
        ("PID|1||QX771^^^GREEN^MR", {("MRN", "QX771"), ("FACILITY", "GREEN")}),
        ("PID|||QX771~987-65-4321^^^^SS", {("MRN", "QX771"), ("SSN", "987-65-4321")}),
        (
            "PID|||||Quillfen^Wilma^R^Jr^Mrs.^MD",
            {("PERSON", "Quillfen"), ("PERSON", "Wilma"), ("PERSON", "R")},
        ),
        ("PID|||||Van&Quillfen^Wilma", {("PERSON", "Van"), ("PERSON", "Quillfen"), ("PERSON", "Wilma")}),
        ("PID|||||Q^W^^Quillfen", {("PERSON", "Q"), ("PERSON", "W"), ("PERSON", "Quillfen")}),
        ("PID|||||||19471123", {("DATE", "1947-11-23")}),
        ("PID|||||||194711", {("DATE", "1947-11")}),
        ("PID|||||||Easter 1947", {("DATE", "Easter 1947")}),
        ("PID||||||||F||2106-3^^CDCREC", set()),
        (
            "PID|||||||||||18 Tannery Row^Flat 2^Austin^TX^78704^USA",
            {("ADDRESS", "18 Tannery Row"), ("ADDRESS", "Flat 2"), ("CITY", "Austin"), ("ZIP", "78704")},
        ),
        ("PID|||||||||||^^^Tannerland", {("CITY", "Tannerland")}),
        (
            "PID|||||||||||||5125550143^PRN^PH^w@c.example",
            {("PHONE", "5125550143"), ("EMAIL", "w@c.example")},
        ),
        (
            "PID||||||||||||||||||A991|987654321|TX77^TX",
            {("ACCOUNT", "A991"), ("SSN", "987654321"), ("LICENSE", "TX77")},
        ),
        (
            "NK1|1|Quillfen^Otto|SPO|||5125550144",
            {("PERSON", "Quillfen"), ("PERSON", "Otto"), ("PHONE", "5125550144")},
        ),
        (
            "PV1|1|I|4EAST^412^B|||3WEST|7781^Okafor^Ngozi^^^Dr.^MD",
            {
                ("FACILITY", "4EAST"),
                ("FACILITY", "412"),
                ("FACILITY", "B"),
                ("FACILITY", "3WEST"),
                ("OTHER_ID", "7781"),
                ("PERSON", "Okafor"),
                ("PERSON", "Ngozi"),
            },
        ),
        (
            "IN1|1|||Harbour Mutual||||G55||||||||||||||||||||||||||||POL9",
            {("FACILITY", "Harbour Mutual"), ("HEALTH_PLAN", "G55"), ("HEALTH_PLAN", "POL9")},
        ),
        (
            "GT1|1||Quillfen^Otto|||||||||987654321",
            {("PERSON", "Quillfen"), ("PERSON", "Otto"), ("SSN", "987654321")},
        ),
        (
            "OBR|1|P12^LABSYS|F34|718-7^Haemoglobin^LN",
            {("OTHER_ID", "P12"), ("FACILITY", "LABSYS"), ("OTHER_ID", "F34"), ("text", "Haemoglobin")},
        ),
        ("OBX|1|TX|718-7^^LN||Mrs. Quillfen came", {("text", "Mrs. Quillfen came")}),
        (
            r"OBX|1|FT|718-7^^LN||one\.br\two \T\ three \X4F74746F\~four",
            {("text", "one\ntwo & three Otto\nfour")},
        ),
        (r"OBX|1|FT|718-7^^LN||Qu\H\ill\N\fen", {("text", "Quillfen")}),
        ("OBX|1|NM|718-7^^LN||13.2|g/dL|12.0-16.0|N|||F", set()),
        ("OBX|1|NM|718-7^^LN||5125550143", {("OTHER_ID", "5125550143")}),
        ("OBX|1|NM|718-7^^LN||see Quillfen", {("text", "see Quillfen")}),
        ("OBX|1|NM|30525-0^^LN||93|a", {("AGE_OVER_89", "93")}),
        ("OBX|1|NM|30525-0^^LN||71|a", set()),
        ("OBX|1|CWE|718-7^^LN||44054006^Diabetes^SCT", {("text", "Diabetes")}),
        ("OBX|1|CWE|718-7^^LN||Q-9^Quillfen^99LOC", {("text", "Q-9"), ("text", "Quillfen")}),
        ("OBX|1|XPN|718-7^^LN||Quillfen^Otto", {("PERSON", "Quillfen"), ("PERSON", "Otto")}),
        ("OBX|1|DT|718-7^^LN||20240312", {("DATE", "2024-03-12")}),
        ("OBX|1|QQ|718-7^^LN||Otto^Quillfen", {("text", "Otto Quillfen"), ("text", "QQ")}),
        ("NTE|1||Call Otto Quillfen", {("text", "Call Otto Quillfen")}),
        ("DG1|1|I10|E11.9^Diabetes^I10", {("text", "Diabetes")}),
        ("ZPD|1|Otto^Quillfen~home|x", {("text", "1\nOtto Quillfen\nhome\nx")}),
        ("no segment, just Otto", {("text", "no segment, just Otto")}),
        ('PID|1||""||""^""|||F', set()),
    ],
)
def test_what_is_taken_in(segment: str, found: set[tuple[str, str]]) -> None:
    """Each field gives its identifiers with their labels and its free text, and nothing that is safe."""
    assert taken(segment) == found


@pytest.mark.parametrize("segment", SEGMENTS)
def test_no_field_of_any_segment_leaks(segment: str) -> None:
    """Whatever stands in any part of any field of any segment, it is offered to the redactor or left out."""
    cell = "^".join(f"{CANARY}{n}&{CANARY}" for n in range(24)) + f"~{CANARY}"
    count = len(types(segment)) + 3
    fields = [cell] * count
    if segment in ("MSH", "BHS", "FHS"):
        fields[0] = r"^~\&"
    raw = message("|".join((segment, *fields)))
    assert raw.decode().count(CANARY) > 40
    assert CANARY not in without_text(hl7.read(raw)).decode()


@pytest.mark.parametrize(
    "kind", ["ED", "RP", "TX", "ST", "FT", "NM", "SN", "CE", "CWE", "XCN", "XAD", "DT", "TM", "TS", "ZZ", ""]
)
def test_no_type_of_observation_leaks(kind: str) -> None:
    """OBX-5 holds nothing but what was redacted, whatever OBX-2 says of it."""
    cell = "^".join([CANARY + "&" + CANARY] * 9) + "~" + CANARY
    assert CANARY not in without_text(hl7.read(message(f"OBX|1|{kind}|{CANARY}||{cell}|{CANARY}"))).decode()


PIECES = [*"|^~\\&AB1 .\rTX\n", "\rPID|", "\rOBX|1|TX|A||", "\rZAB|", "\\.br\\", "\\X41\\", "\u00e9", '""']
SIGNS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


@given(SIGNS)
@settings(deadline=None)
@example("\rOBX|1|NM|30525-0||93|a\rPID|||a^b&c~d\\F\\|\x0b\x1c\r")
def test_what_is_not_changed_stays_to_the_byte(text: str) -> None:
    """A message of which the redactor changes nothing comes back as it was, whatever it holds."""
    raw = (HEAD + text).encode()
    try:
        record = hl7.read(raw)
    except NotHl7:  # a header in the middle without separators
        assert re.search("[\r\n](?:MSH|BHS|FHS)", text)
        return
    assert unchanged(record) == raw


def test_changes_are_escaped_and_the_rest_stays() -> None:
    """A replacement with the message's own signs is escaped; markup around it and other fields stay."""
    raw = message(
        "PID|1||QX771^^^GREEN^MR||Quillfen^Wilma||19471123|F", r"OBX|1|TX|X^^L||Otto \T\ co~came home"
    )
    out = rebuilt(hl7.read(raw), ["Otto"]).decode().split("\r")
    assert out[1] == "PID|1||[MRN]^^^[FACILITY]^MR||[PERSON]^[PERSON]|||F"
    assert out[2].endswith(r"||[X] \T\ co~came home")
    record = hl7.read(message("NTE|1||Otto"))
    assert b"NTE|1||a\\F\\b\\S\\c\\R\\d\\E\\e\\T\\f\\.br\\g\r" in record.rebuild(
        [type("R", (), {"text": "a|b^c~d\\e&f\ng", "to_dict": lambda self: {}})()],
        [f.value for f in record.fields],
    )


@pytest.mark.parametrize(
    ("written", "new", "out"),
    [
        ("19471123", "1947", "1947"),
        ("19471123", "1947-12-01", "19471201"),
        ("194711231015-0500", "1947-12-01", "194712011015-0500"),
        ("194711231015", "1947", "1947"),
        ("194711", "1947-12", "194712"),
        ("19471123", "[DATE]", ""),
        ("Easter", "[DATE]", ""),
        ("Easter", "Easter", "Easter"),
    ],
)
def test_dates_stay_dates(written: str, new: str, out: str) -> None:
    """A date holds another date or a year, and nothing else."""
    record = hl7.read(message(f"PID|||||||{written}|F"))
    values = [new if f.place == "PID[1]-7" else f.value for f in record.fields]
    assert f"PID|||||||{out}|F\r".encode() in record.rebuild([], values)


def test_other_separators_are_honoured() -> None:
    """MSH says what parts fields and components, and each message may say it anew."""
    raw = "MSH$%~!@$L\rPID$1$$QX771%%%GREEN$$Quillfen%Otto\r" + message("PID|||||Ash^Ida").decode()
    record = hl7.read(raw.encode())
    assert [f.value for f in record.fields if f.label == "PERSON"] == ["Quillfen", "Otto", "Ash", "Ida"]
    assert unchanged(record).decode() == raw


@pytest.mark.parametrize(
    "raw",
    [b"", b"PID|1", b"MSH", b"MSH|", b"MSH|^~", b"MSH|^^^^|", b"MSHA^~\\&A", b"hello\r", b"MSH|^~\\&x9|"],
)
def test_what_is_no_message_fails(raw: bytes) -> None:
    """A file without a proper header fails with a fixed message."""
    with pytest.raises(NotHl7, match="no HL7 version 2 message"):
        hl7.read(raw)


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
def test_batches_are_split_by_message(end: str) -> None:
    """Headers of a batch go with the first message, trailers with the last, and no byte is lost."""
    one, two = message("PID|||A1", end=end), message("PID|||B2", "NTE|1||MSH is a header", end=end)
    head, tail = rf"FHS|^~\&|X{end}BHS|^~\&|X{end}".encode(), f"BTS|2{end}FTS|1{end}".encode()
    parts = list(hl7.split(io.BytesIO(head + one + two + tail)))
    assert parts == [head + one, two + tail]
    assert [hl7.read(part).patient for part in parts] == ["A1", "B2"]


def test_mllp_frames_are_kept() -> None:
    """Framed messages are split before their start block and come back with their frames."""
    framed = [b"\x0b" + message(f"PID|||{n}X") + b"\x1c\r" for n in range(3)]
    parts = list(hl7.split(io.BytesIO(b"".join(framed))))
    assert parts == framed
    assert all(unchanged(hl7.read(part)) == part for part in parts)


def test_splitting_does_not_depend_on_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages are found wherever the blocks that are read end."""
    whole = b"".join(message(f"PID|||{n}") for n in range(20))
    expected = list(hl7.split(io.BytesIO(whole)))
    for size in (1, 2, 3, 7, 64):
        monkeypatch.setattr(hl7, "BLOCK", size)
        assert list(hl7.split(io.BytesIO(whole))) == expected
    assert len(expected) == 20


def test_the_patient_and_what_is_known_come_from_the_record() -> None:
    """PID-3 names the patient; names and numbers of people are sought in all text, titles and wards not."""
    record = hl7.read(
        message("PID|||QX77182^^^GREEN^MR||Quillfen^Wilma^^^Mrs.||19471123", "PV1|1|I|EMERGENCY")
    )
    assert record.patient == "QX77182"
    assert ("PERSON", "Quillfen Wilma") in record.known.values
    assert ("MRN", "QX77182") in record.known.values
    assert ("DATE", "1947-11-23") in record.known.values
    assert not {"Mrs.", "EMERGENCY", "GREEN"} & {value for _, value in record.known.values}
    assert hl7.read(message("PID|||A1", "PID|||B2")).patient is None


@pytest.mark.parametrize(
    ("before", "data", "words"),
    [
        ("^TEXT^^Base64^", base64.b64encode(b"Otto is well").decode(), "Otto is well"),
        ("^text^plain^Base64^", base64.b64encode("Otto, 38\u00b0".encode()).decode(), "Otto, 38\u00b0"),
        ("^TEXT^plain^A^", r"Otto \T\ co", "Otto & co"),
        ("^text^html^Base64^", base64.b64encode(b"<p>Ot<b>to</b></p><script>Ida</script>").decode(), "Otto"),
        ("^application^rtf^Base64^", base64.b64encode(rb"{\rtf1 Otto is well}").decode(), "Otto is well"),
        ("^text^plain^Hex^", b"Otto".hex(), "Otto"),
        ("^application^pdf^Base64^", base64.b64encode(b"%PDF Otto").decode(), None),
        ("^image^jpeg^Base64^", "AAAA", None),
        ("^text^plain^Base64^", "not base64 at all!", None),
        ("^text^plain^Rot13^", "Bggb", None),
    ],
)
def test_encapsulated_documents(before: str, data: str, words: str | None) -> None:
    """Documents that can be read are passages; all others are left out."""
    raw = message(f"OBX|1|ED|X^^L||{before}{data}|||")
    record = hl7.read(raw)
    if words is None:
        assert all(p.text in before for p in record.passages)
        assert data not in unchanged(record).decode()
        return
    assert [p.text.strip() for p in record.passages] == [words]
    assert data not in rebuilt(record, ["Otto"]).decode()
    if "html" not in before and "rtf" not in before:
        assert unchanged(record) == raw


def test_separators_say_what_a_raw_value_means() -> None:
    """Escapes that are broken or unknown stay as they are; known ones come back."""
    signs = delimiters(HEAD)
    for raw in (r"\Zfoo\ ", "\\", r"a\b", r"\X4\ ", r"C:\dir\file"):
        assert signs.text(raw) == raw
    assert signs.text(r"\F\\S\\R\\E\\T\ ") == "|^~\\& "
