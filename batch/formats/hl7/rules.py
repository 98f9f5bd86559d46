"""What the fields and components of HL7 version 2 say of people: PHI labels by place."""

from collections.abc import Mapping
from typing import Final

#: A component that is an identifier of whatever its field says, or its own type code.
ID: Final = "id"
#: A component of titles or degrees, which stay while they are nothing else; a state; a country.
TITLE: Final = "title"
STATE: Final = "state"
COUNTRY: Final = "country"

PERSON: Final = {1: "PERSON", 2: "PERSON", 3: "PERSON", 4: TITLE, 5: TITLE, 6: TITLE}
WITH_ID: Final = {1: ID, 2: "PERSON", 3: "PERSON", 4: "PERSON", 5: TITLE, 6: TITLE, 7: TITLE}
PLACE: Final = dict.fromkeys((1, 2, 3, 4, 7, 8, 9), "FACILITY")
ADDRESS: Final = {1: "ADDRESS", 2: "ADDRESS", 3: "CITY", 4: STATE, 5: "ZIP", 6: COUNTRY, 8: "CITY"}
#: Data type -> number of the component -> what it is; a component of components is so in all its parts.
COMPONENTS: Final[Mapping[str, Mapping[int, str]]] = {
    "XPN": {**PERSON, 14: TITLE, 15: "PERSON"},
    "PN": PERSON,
    "FN": dict.fromkeys(range(1, 6), "PERSON"),
    "XCN": {**WITH_ID, 9: "FACILITY", 14: "FACILITY", 21: TITLE, 22: "FACILITY", 23: "FACILITY"},
    "PPN": {**WITH_ID, 9: "FACILITY", 14: "FACILITY"},
    "CN": {**WITH_ID, 9: "FACILITY"},
    "CN_SIMPLE": WITH_ID,
    "CNN": {**WITH_ID, 9: "FACILITY", 10: "FACILITY"},
    "PLN": {1: ID},
    "CX": {1: ID, 2: ID, 4: "FACILITY", 6: "FACILITY"},
    "CK": {1: ID, 2: ID, 4: "FACILITY"},
    "CK_ACCOUNT_NO": {1: ID, 2: ID, 4: "FACILITY"},
    "EI": {1: ID, 2: "FACILITY", 3: ID},
    "HD": {1: "FACILITY", 2: "FACILITY"},
    "XON": {1: "FACILITY", 3: ID, 4: ID, 6: "FACILITY", 8: "FACILITY", 10: ID},
    "XAD": {**ADDRESS, 9: "CITY", 10: "CITY", 19: "PERSON"},
    "AD": ADDRESS,
    "SAD": dict.fromkeys((1, 2, 3), "ADDRESS"),
    "PL": PLACE,
    "LA1": {**PLACE, 5: "FACILITY", 6: "FACILITY"},
    "LA2": {
        **dict.fromkeys(range(1, 9), "FACILITY"), **dict.fromkeys((9, 10), "ADDRESS"),
        11: "CITY", 12: STATE, 13: "ZIP", 14: COUNTRY, 15: "CITY", 16: "ADDRESS",
    },
    "NDL": dict.fromkeys((4, 5, 6, 7, 8, 9, 10, 11), "FACILITY"),
    "DLD": {1: "FACILITY"},
    "DLN": {1: "LICENSE", 2: STATE},
    "XTN": {1: "PHONE", 4: "EMAIL", **dict.fromkeys((5, 6, 7, 8, 9, 10, 11, 12), "PHONE")},
    "TN": {1: "PHONE"},
    "RP": {1: "URL", 2: "FACILITY"},
    "AUI": {1: "ACCOUNT"},
}  # fmt: skip


def _fields(label: str, places: str) -> dict[str, str]:
    return dict.fromkeys(places.split(), label)


#: Segment-field -> the label of what is an identifier in it. A field of one value is one as a whole; of a
#: field with components, those that are ids.
FIELDS: Final[Mapping[str, str]] = {
    **_fields("MRN", "PID-2 PID-3 PID-4 PID-21 MRG-1 MRG-2 MRG-4 OBR-53"),
    **_fields("SSN", "PID-19 NK1-37 GT1-12 IN2-2"),
    **_fields("LICENSE", "PID-20 PRA-6 STF-22 CER-2"),
    **_fields(
        "ACCOUNT", "PID-18 MRG-3 MRG-5 MRG-6 PV1-5 PV1-19 PV1-50 PV1-53 PV2-46 GT1-2 IN1-28 FT1-2 FT1-3 BLG-3"
    ),
    **_fields("ACCOUNT", "UB1-17 UB2-10 PYE-2 IVC-1 IVC-2 ABS-8"),
    **_fields(
        "HEALTH_PLAN",
        "IN1-2 IN1-3 IN1-8 IN1-10 IN1-36 IN1-46 IN1-49 IN1-51 IN2-1 IN2-6 IN2-8 IN2-10 IN2-25 IN2-26 IN2-61"
        " IN3-2",
    ),
    **_fields(
        "DEVICE", "OBX-18 PRT-10 PRT-16 PRT-19 PRT-20 PRT-21 PRT-22 RXA-15 RXD-18 RXG-20 RXV-4 SAC-3 SAC-4"
    ),
    **_fields("CITY", "PID-12 PID-23 NK1-38 GT1-56 STF-31"),
    **_fields("ADDRESS", "ACC-3 ACC-7"),
    **_fields(
        "FACILITY",
        "OBX-15 PV1-39 PV1-42 PV2-1 EVN-7 BPX-12 LOC-1 LDP-1 LCH-1 LRL-1 PRC-1 DPS-1 FAC-1 IN1-9 IN1-11",
    ),
    **_fields("PERSON", "ACC-8"),
    **_fields(
        "OTHER_ID",
        "MSH-8 MSH-10 MSH-14 BHS-8 BHS-9 BHS-11 BHS-12 FHS-8 FHS-9 FHS-11 FHS-12 MSA-2 QRD-4 QAK-1",
    ),
    **_fields(
        "OTHER_ID", "QPD-2 DSC-1 OBR-18 OBR-19 OBR-20 OBR-21 RXE-15 RXD-7 TXA-16 URD-1 ERR-6 SGH-2 SGT-2"
    ),
}
#: Table 0203: what kind of number an id is.
ID_TYPES: Final[Mapping[str, str]] = {
    **dict.fromkeys("MR MRT PI PT".split(), "MRN"),
    **dict.fromkeys("SS SB".split(), "SSN"),
    **dict.fromkeys("DL LN MD NPI DEA PRN RN DN UPIN TAX EN".split(), "LICENSE"),
    **dict.fromkeys("MC MA MB HC SN NIIP SR WC".split(), "HEALTH_PLAN"),
    **dict.fromkeys("AN VN BA AM ACSN PLAC FILL".split(), "ACCOUNT"),
    **dict.fromkeys("UDI SNO".split(), "DEVICE"),
    "PLT": "VEHICLE",
}
#: Where a type says what kind of number its id is.
ID_TYPE_AT: Final[Mapping[str, int]] = {"CX": 5, "XCN": 13, "PPN": 13, "XON": 7, "PLN": 3}
#: Types of codes: where code, text and name of the system stand.
CODED: Final[Mapping[str, tuple[tuple[int, int, int], ...]]] = {
    **dict.fromkeys(("CE", "CF"), ((1, 2, 3), (4, 5, 6))),
    **dict.fromkeys(("CWE", "CNE"), ((1, 2, 3), (4, 5, 6), (10, 11, 12))),
}
#: Segments that say who people are: their identifiers are sought in all free text.
PEOPLE: Final = frozenset("PID NK1 GT1 IN1 IN2 PD1 MRG PV1 STF".split())
#: Table 0291 and what systems write instead, as media types.
MEDIA: Final[Mapping[str, str]] = {
    **dict.fromkeys(("plain", "text", "txt", "tx", "ft", "ascii"), "text/plain"),
    **dict.fromkeys(("html", "htm"), "text/html"),
    **dict.fromkeys(("xhtml", "xhtml+xml"), "application/xhtml+xml"),
    **dict.fromkeys(("rtf", "rich text"), "application/rtf"),
    **dict.fromkeys(
        ("xml", "cda", "x-hl7-cda-level-one", "x-hl7-cda-level-two", "hl7-cda"), "application/xml"
    ),
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
#: What else the components before encapsulated data may say.
MEDIA_WORDS: Final = frozenset(
    """application text image audio video multipart document base64 hex a pdf jpeg jpg png gif tiff tif dicom
    basic octet-stream sgml postscript zip""".split()
) | frozenset(MEDIA)
