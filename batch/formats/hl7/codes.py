"""Which codes, units, numbers and titles of HL7 version 2 and FHIR are known to say nothing of a person.

What is not known here is no identifier for that; it is read as free text.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

ICD10: Final = r"[A-TV-Z][0-9][0-9AB](?:\.?[0-9A-Z]{1,4})?"
NUMBER: Final = r"[0-9]{1,8}"
#: Code systems by their FHIR address, and the shape of their codes.
SYSTEMS: Final[Mapping[str, str]] = {
    "http://snomed.info/sct": r"[0-9]{6,18}",
    "http://loinc.org": r"(?:[0-9]{1,6}|L[APLG][0-9]{1,7})-[0-9]",
    "http://www.nlm.nih.gov/research/umls/rxnorm": NUMBER,
    "http://hl7.org/fhir/sid/icd-10-cm": ICD10,
    "http://hl7.org/fhir/sid/icd-10": ICD10,
    "http://www.cms.gov/Medicare/Coding/ICD10": r"[0-9A-HJ-NP-Z]{7}",
    "http://hl7.org/fhir/sid/icd-9-cm": r"(?:V[0-9]{2}|E?[0-9]{3})(?:\.?[0-9]{1,2})?",
    "http://www.ama-assn.org/go/cpt": r"[0-9]{4}[0-9FTUM]",
    "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets": r"[A-V][0-9]{4}",
    "http://hl7.org/fhir/sid/cvx": r"[0-9]{1,3}",
    "http://hl7.org/fhir/sid/mvx": r"[A-Z]{2,4}",
    "http://hl7.org/fhir/sid/ndc": r"[0-9]{4,5}-[0-9]{3,4}-[0-9]{1,2}|[0-9]{10,11}",
    "urn:oid:2.16.840.1.113883.6.238": r"[0-9]{4}-[0-9]",  # race and ethnicity, CDC
    "urn:ietf:bcp:47": r"[a-z]{2,3}(?:-[A-Z]{2})?",
    "urn:iso:std:iso:3166": r"[A-Z]{2,3}",
    "urn:iso:std:iso:4217": r"[A-Z]{3}",
}
#: The same by their names in version 2 (table 0396).
NAMES: Final[Mapping[str, str]] = {
    "SCT": "http://snomed.info/sct",
    "LN": "http://loinc.org",
    "RXNORM": "http://www.nlm.nih.gov/research/umls/rxnorm",
    "I10": "http://hl7.org/fhir/sid/icd-10-cm",
    "I10C": "http://hl7.org/fhir/sid/icd-10-cm",
    "ICD10": "http://hl7.org/fhir/sid/icd-10-cm",
    "I10P": "http://www.cms.gov/Medicare/Coding/ICD10",
    "I9": "http://hl7.org/fhir/sid/icd-9-cm",
    "I9C": "http://hl7.org/fhir/sid/icd-9-cm",
    "I9CDX": "http://hl7.org/fhir/sid/icd-9-cm",
    "C4": "http://www.ama-assn.org/go/cpt",
    "CPT": "http://www.ama-assn.org/go/cpt",
    "CPTM": "http://www.ama-assn.org/go/cpt",
    "HCPCS": "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
    "CVX": "http://hl7.org/fhir/sid/cvx",
    "MVX": "http://hl7.org/fhir/sid/mvx",
    "NDC": "http://hl7.org/fhir/sid/ndc",
    "CDCREC": "urn:oid:2.16.840.1.113883.6.238",
}
UCUM: Final = ("http://unitsofmeasure.org", "UCUM", "ISO+", "ANS+")
#: HL7's own code systems: small words with hyphens, or short capitals.
HL7_OWN: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){0,6}|[A-Z][A-Z0-9]{0,5}")
ATOM: Final = (
    r"(?:[munpfkdcMG]?(?:g|L|l|m|mol|eq|Eq|osm|Osm|Hz|Pa|J|W|V|A|s|IU|cal|Sv|Gy|Bq|Ci)|\[?i?IU\]?|\[?i?U\]?|mm\[?Hg\]?"
    r"|cm\[?H2O\]?|mmHg|cmH2O|%|a|mo|wk|d|h|hr|hrs|min|sec|yr|yrs|years?|months?|weeks?|days?|hours?|minutes?"
    r"|bpm|beats|breaths|msec|mcg|ug|lb|lbs|kg|oz|in|ft|degF|degC|F|C|Cel|\[degF\]|\[in_i\]|\[lb_av\]|\[oz_av\]"
    r"|\[ft_i\]|10\*[0-9]{1,2}|10\^[0-9]{1,2}|x?10[eE][0-9]{1,2}|[KM]|1|score|\{score\}|ratio|\{ratio\}|units?|tablets?"
    r"|caps?|capsules?|puffs?|doses?|drops?|pH|\[pH\]|1\.73m2|m2|mL|ml|dl|uL|cells?|hpf|lpf|HPF|LPF|\{[a-z]{2,8}\})"
)
UNIT: Final = re.compile(rf"/?{ATOM}(?:[/.]{ATOM}){{0,4}}")
#: A number of a result; one so long that it could be a record's number or a telephone's is none.
PLAIN_NUMBER: Final = re.compile(r"[-+]?[0-9]{1,7}(?:\.[0-9]{0,8})?(?:[eE][-+]?[0-9]{1,2})?")
RANGE: Final = re.compile(r"(?:[<>]=?)?\s?[0-9]{1,6}(?:\.[0-9]{1,4})?(?:\s?-\s?[0-9]{1,6}(?:\.[0-9]{1,4})?)?")
TITLES: Final = frozenset(
    """dr mr mrs ms miss mx prof professor rev sir dame jr sr ii iii iv v md do phd rn np pa pac dds dmd dnp
    od pharmd psyd lcsw msw bcba rbt ot pt otr slp ccc-slp lpn crna facs facp mph mba bs ba bsn msn
    aprn esq""".split()
)
COUNTRIES: Final = re.compile(r"[A-Z]{2,3}|USA|U\.S\.A\.|United States(?: of America)?")


def known_code(code: str, system: str) -> bool:
    """Whether a code has the shape of its system's, given by its FHIR address or its name in version 2."""
    if system in UCUM:
        return known_unit(code)
    shape = SYSTEMS.get(NAMES.get(system, system))
    if shape is not None:
        return re.fullmatch(shape, code) is not None
    return _is_hl7s(system) and HL7_OWN.fullmatch(code) is not None


def known_unit(unit: str) -> bool:
    """Whether a unit is made of units of measurement alone."""
    return len(unit) <= 24 and UNIT.fullmatch(unit) is not None


def plain_number(written: str) -> bool:
    """Whether it is the number of a result, a count or a dose."""
    return PLAIN_NUMBER.fullmatch(written) is not None


def known_range(written: str) -> bool:
    """Whether it is a range of numbers, or a bound."""
    return RANGE.fullmatch(written) is not None


def is_title(words: str) -> bool:
    """Whether all words are titles or degrees, which say nothing without the name."""
    parts = [part.strip(".").replace(".", "").casefold() for part in re.split(r"[\s,]+", words) if part]
    return all(part in TITLES for part in parts)


def is_state(written: str) -> bool:
    """Whether it is a state of the USA, which Safe Harbor lets stand."""
    return written.strip().casefold() in _states()


def is_country(written: str) -> bool:
    """Whether it is a country's code, or the USA."""
    return COUNTRIES.fullmatch(written.strip()) is not None


def _is_hl7s(system: str) -> bool:
    return (
        system.startswith(
            ("http://terminology.hl7.org/", "http://hl7.org/fhir/", "urn:oid:2.16.840.1.113883.5.")
        )
        or re.fullmatch(r"HL7[0-9]{4}", system) is not None
    )


@cache
def _states() -> frozenset[str]:
    from ....redact.recognizers.states import STATE_CODES, STATE_NAMES

    return frozenset(state.casefold() for state in (*STATE_CODES, *STATE_NAMES))
