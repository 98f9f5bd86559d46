"""Detected codes as FHIR Condition resources."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from ...encoding import decode
from ...options import Processed
from ..record import Record
from .json import MASKED_EXTENSION, dump, parse
from .subjects import subject_of

SYSTEM: Final = "http://hl7.org/fhir/sid/icd-10-cm"
TERMS: Final = "http://terminology.hl7.org/CodeSystem/"
#: assertion -> verificationStatus, clinicalStatus. What is said of relatives, or may come, is no condition of
#: the patient's.
STATUSES: Final[Mapping[str, tuple[str, str | None]]] = {
    "present": ("confirmed", "active"),
    "historical": ("confirmed", "inactive"),
    "uncertain": ("unconfirmed", "active"),
    "negated": ("refuted", None),
}
#: The address of a resource that stands alone, within the Bundle that is made for it and its conditions.
SOURCE: Final = "urn:uuid:00000000-0000-4000-8000-000000000000"
#: What an entry needs beside its resource, by the Bundle's type.
ENTRY: Final[Mapping[str, dict[str, Any]]] = {
    "transaction": {"request": {"method": "POST", "url": "Condition"}},
    "batch": {"request": {"method": "POST", "url": "Condition"}},
    "searchset": {"search": {"mode": "include"}},
}
ENTRY_PLACE: Final = re.compile(r"Bundle\.entry\[(\d+)\]")


def conditions(
    results: Iterable[Processed], subject: dict[str, Any] | None, evidence: str | None = None
) -> list[dict[str, Any]]:
    """Condition resources for the ICD-10-CM codes of results, one for each code and status.

    `subject` is the Reference to the patient, `evidence` the address of the resource that the text is of.
    Codes with another assertion than those of STATUSES are left out.
    """
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for row in (row for result in results for row in result.to_dict().get("codes", ())):
        if row["system"] == "ICD-10-CM" and row["assertion"] in STATUSES:
            key = (row["code"], row["assertion"])
            found.setdefault(key, _condition(row, subject, evidence))
    return list(found.values())


def with_conditions(record: Record, encoding: str | None) -> Record:
    """A record of FHIR whose output has the conditions found in each of its resources.

    They are further entries of a Bundle; a resource that stands alone becomes one with them.
    """
    places = [passage.place for passage in record.passages]

    def rebuild(results: Sequence[Processed], values: Sequence[str]) -> bytes:
        decoded = decode(record.rebuild(results, values), encoding)
        root = parse(decoded.text)
        grouped: dict[int | None, list[Processed]] = {}
        for place, result in zip(places, results, strict=True):
            match = ENTRY_PLACE.match(place)
            grouped.setdefault(int(match[1]) if match else None, []).append(result)
        return decoded.encode(dump(_with_entries(root, grouped), decoded.text))

    return Record(record.passages, record.fields, record.known, record.patient, rebuild)


def _with_entries(root: dict[str, Any], grouped: Mapping[int | None, list[Processed]]) -> dict[str, Any]:
    if root["resourceType"] != "Bundle":
        subject = {"reference": SOURCE} if root["resourceType"] == "Patient" else subject_of(root)
        made = conditions(grouped.get(None, []), subject, SOURCE)
        entries = [{"fullUrl": SOURCE, "resource": root}, *({"resource": one} for one in made)]
        return {"resourceType": "Bundle", "type": "collection", "entry": entries}
    beside = ENTRY.get(root.get("type", ""), {})
    entries = root.get("entry", [])
    for number, results in sorted((at, each) for at, each in grouped.items() if at is not None):
        made = conditions(results, _subject(entries[number]), _address(entries[number]))
        root.setdefault("entry", []).extend({"resource": one, **beside} for one in made)
    return root


def _subject(entry: dict[str, Any]) -> dict[str, Any] | None:
    resource = entry.get("resource", {})
    if resource.get("resourceType") == "Patient":
        address = _address(entry)
        return {"reference": address} if address else None
    return subject_of(resource)


def _address(entry: dict[str, Any]) -> str | None:
    resource = entry.get("resource", {})
    own = f"{resource['resourceType']}/{resource['id']}" if "id" in resource else None
    return entry.get("fullUrl") or own


def _condition(
    row: Mapping[str, Any], subject: dict[str, Any] | None, evidence: str | None
) -> dict[str, Any]:
    verification, clinical = STATUSES[row["assertion"]]
    made: dict[str, Any] = {"resourceType": "Condition"}
    if clinical is not None:
        made["clinicalStatus"] = _concept("condition-clinical", clinical)
    made["verificationStatus"] = _concept("condition-ver-status", verification)
    made["code"] = {
        "coding": [{"system": SYSTEM, "code": row["code"], "display": row["description"]}],
        "text": row["text"],
    }
    made["subject"] = subject or {"extension": [MASKED_EXTENSION]}
    if evidence is not None:
        made["evidence"] = [{"detail": [{"reference": evidence}]}]
    return made


def _concept(system: str, code: str) -> dict[str, Any]:
    return {"coding": [{"system": TERMS + system, "code": code}]}
