"""What the elements of FHIR resources say of people: PHI labels by element, and public addresses."""

import re
from collections.abc import Mapping
from typing import Any, Final

from ..hl7.rules import ID_TYPES

#: Elements that are an identifier as a whole, by the type or resource they belong to.
LABELS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("HumanName.text", "HumanName.family", "HumanName.given"), "PERSON"),
    **dict.fromkeys(("Address.text", "Address.line"), "ADDRESS"),
    **dict.fromkeys(("Address.city", "Address.district"), "CITY"),
    "Address.postalCode": "ZIP",
    **dict.fromkeys(("LocationPosition.longitude", "LocationPosition.latitude"), "ADDRESS"),
    "LocationPosition.altitude": "ADDRESS",
    **dict.fromkeys(
        ("Organization.name", "Organization.alias", "Location.name", "Location.alias", "Endpoint.name",
         "HealthcareService.name", "AuditEventSource.site", "MessageHeaderSource.name", "CareTeam.name",
         "MessageHeaderDestination.name"),
        "FACILITY",
    ),
    **dict.fromkeys(
        ("ContactDetail.name", "Contributor.name", "Annotation.authorString", "Account.name",
         "AuditEventAgent.name"),
        "PERSON",
    ),
    "AuditEventAgent.altId": "OTHER_ID",
    "AuditEventAgentNetwork.address": "IP",
    "Coverage.subscriberId": "HEALTH_PLAN",
    "Coverage.dependent": "HEALTH_PLAN",
    "CoverageClass.value": "HEALTH_PLAN",
    "CoverageClass.name": "HEALTH_PLAN",
    **dict.fromkeys(("DeviceUdiCarrier.deviceIdentifier", "DeviceUdiCarrier.carrierHRF"), "DEVICE"),
    "Device.distinctIdentifier": "DEVICE",
    **dict.fromkeys(
        ("Meta.versionId", "BundleEntryRequest.ifNoneMatch", "BundleEntryRequest.ifMatch",
         "BundleEntryRequest.ifNoneExist", "BundleEntryResponse.etag", "ImagingStudySeries.uid",
         "ImagingStudySeriesInstance.uid"),
        "OTHER_ID",
    ),
}  # fmt: skip
#: Elements of these names are such identifiers in every type.
LABELS_OF_NAMES: Final[Mapping[str, str]] = {
    "lotNumber": "DEVICE",
    "serialNumber": "DEVICE",
    "preAuthRef": "ACCOUNT",
}
#: Extensions whose text is an identifier as a whole.
LABELS_OF_EXTENSIONS: Final[Mapping[str, str]] = {
    "http://hl7.org/fhir/StructureDefinition/patient-mothersMaidenName": "PERSON",
    "http://hl7.org/fhir/StructureDefinition/humanname-own-name": "PERSON",
    "http://hl7.org/fhir/StructureDefinition/humanname-own-prefix": "PERSON",
    "http://hl7.org/fhir/StructureDefinition/humanname-partner-name": "PERSON",
    "http://hl7.org/fhir/StructureDefinition/iso21090-ADXP-streetName": "ADDRESS",
    "http://hl7.org/fhir/StructureDefinition/iso21090-ADXP-houseNumber": "ADDRESS",
    "latitude": "ADDRESS",
    "longitude": "ADDRESS",
}
CONTACTS: Final[Mapping[object, str]] = {"phone": "PHONE", "sms": "PHONE", "pager": "PHONE", "fax": "FAX",
    "email": "EMAIL", "url": "URL", "other": "OTHER_ID"}  # fmt: skip
#: What kind of number an identifier is, by its system.
IDENTIFIER_SYSTEMS: Final[Mapping[str, str]] = {
    "http://hl7.org/fhir/sid/us-ssn": "SSN",
    "urn:oid:2.16.840.1.113883.4.1": "SSN",
    "http://hl7.org/fhir/sid/us-npi": "LICENSE",
    "urn:oid:2.16.840.1.113883.4.6": "LICENSE",
    "http://hl7.org/fhir/sid/us-mbi": "HEALTH_PLAN",
    "http://hl7.org/fhir/sid/us-medicare": "HEALTH_PLAN",
}
#: Resources that say who people are and where they go: their identifiers are sought in all free text.
PEOPLE: Final = frozenset(
    ("Patient", "Practitioner", "RelatedPerson", "Person", "Organization", "Location", "Coverage")
)
#: What a reference's display names.
DISPLAYS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("Patient", "Practitioner", "PractitionerRole", "RelatedPerson", "Person"), "PERSON"),
    **dict.fromkeys(("Organization", "Location", "HealthcareService", "Endpoint"), "FACILITY"),
}
#: Elements whose reference is a person's where nothing says what it points to.
PERSONAL: Final = frozenset(
    """subject patient author performer requester recorder asserter authenticator individual participant actor
    informant practitioner provider enterer sender recipient source who generalPractitioner resultsInterpreter
    authorReference beneficiary policyHolder subscriber attester verifier""".split()
)
ORGANISATIONS: Final = frozenset(
    """managingOrganization organization custodian serviceProvider location facility hospitalization payor
    insurer""".split()
)
PUBLIC: Final = re.compile(
    r"https?://(?:(?:[a-z0-9-]+\.)?hl7\.org|loinc\.org|snomed\.info|unitsofmeasure\.org|www\.nlm\.nih\.gov|nucc\.org"
    r"|www\.ama-assn\.org|www\.cms\.gov|www\.cdc\.gov|ihe\.net|www\.ihe\.net|dicom\.nema\.org|nema\.org|www\.whocc\.no"
    r"|www\.w3\.org|purl\.org|ncimeta\.nci\.nih\.gov|www\.fda\.gov|fdasis\.nlm\.nih\.gov|va\.gov)/?[A-Za-z0-9/_.#|-]{0,120}"
    r"|urn:oid:2\.16\.840\.1\.113883\.(?:1|4|5|6|18|21)(?:\.[0-9]+){0,8}|urn:ietf:(?:rfc|bcp):[0-9]+"
    r"|urn:iso:std:iso:[0-9]+(?::-?[0-9]+)?|urn:iso-astm:[A-Za-z0-9:-]{1,40}|urn:ihe:[a-z0-9:-]{1,60}"
)
#: Extensions within an extension are named by a word.
INNER_EXTENSIONS: Final = frozenset(
    """ombCategory detailed text value period start end type reaction latitude longitude code country state
    status onset note level comment""".split()
)
YEAR_UNITS: Final[Mapping[str, float]] = {
    "a": 1, "yr": 1, "yrs": 1, "year": 1, "years": 1, "mo": 12, "month": 12, "months": 12,
    "wk": 52.18, "week": 52.18, "weeks": 52.18, "d": 365.25, "day": 365.25, "days": 365.25,
}  # fmt: skip


def is_public(address: str) -> bool:
    """Whether an address is that of a standard, which names no place where anyone is treated."""
    return PUBLIC.fullmatch(address) is not None


def identifier_label(identifier: Mapping[str, Any], resource: str) -> str:
    """The PHI label of an Identifier's value: by its type, its system, or the resource it belongs to."""
    kind = identifier.get("type")
    codings = kind.get("coding") if isinstance(kind, dict) else None
    codes = (
        [coding.get("code") for coding in codings or () if isinstance(coding, dict)]
        if isinstance(codings, list)
        else []
    )
    for code in codes:
        if isinstance(code, str) and code in ID_TYPES:
            return ID_TYPES[code]
    system = identifier.get("system")
    if isinstance(system, str) and system in IDENTIFIER_SYSTEMS:
        return IDENTIFIER_SYSTEMS[system]
    return {"Patient": "MRN", "Practitioner": "LICENSE", "Coverage": "HEALTH_PLAN", "Device": "DEVICE"}.get(
        resource, "OTHER_ID"
    )


def over_89(value: str, unit: object) -> bool:
    """Whether a quantity is a time of more than 89 years, as only an age is in a chart."""
    per_year = YEAR_UNITS.get(unit.strip().lower()) if isinstance(unit, str) else None
    try:
        return per_year is not None and int(float(value) / per_year) > 89
    except (ValueError, OverflowError):
        return True
