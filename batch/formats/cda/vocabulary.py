"""What of a clinical document's structure is known and passes; whatever is not listed here does not.

Names of elements and values after HL7 CDA Release 2 and the sdtc extensions, written down from the schema's
documentation. Nothing here is content: a name or value outside the lists is dropped or read as free text.
"""

import re
from typing import Final

HL7: Final = "urn:hl7-org:v3"
SDTC: Final = "urn:hl7-org:sdtc"
XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"

ELEMENTS: Final = frozenset(
    "ClinicalDocument realmCode typeId templateId id code title effectiveTime confidentialityCode "
    "languageCode setId versionNumber copyTime recordTarget patientRole addr telecom patient name "
    "prefix given family suffix delimiter validTime low high center width administrativeGenderCode "
    "birthTime maritalStatusCode religiousAffiliationCode raceCode ethnicGroupCode guardian "
    "guardianPerson guardianOrganization birthplace place languageCommunication modeCode "
    "proficiencyLevelCode preferenceInd providerOrganization standardIndustryClassCode "
    "asOrganizationPartOf wholeOrganization statusCode author functionCode time assignedAuthor "
    "assignedPerson assignedAuthoringDevice asMaintainedEntity maintainingPerson "
    "manufacturerModelName softwareName representedOrganization dataEnterer assignedEntity informant "
    "relatedEntity relatedPerson custodian assignedCustodian representedCustodianOrganization "
    "informationRecipient intendedRecipient receivedOrganization legalAuthenticator signatureCode "
    "authenticator participant associatedEntity associatedPerson scopingOrganization inFulfillmentOf "
    "order priorityCode documentationOf serviceEvent performer relatedDocument parentDocument "
    "authorization consent componentOf encompassingEncounter dischargeDispositionCode "
    "responsibleParty encounterParticipant location healthCareFacility serviceProviderOrganization "
    "component nonXMLBody structuredBody section text entry subject relatedSubject participantRole "
    "playingDevice playingEntity scopingEntity desc quantity act observation substanceAdministration "
    "supply procedure encounter organizer observationMedia regionOfInterest entryRelationship "
    "reference externalAct externalObservation externalProcedure externalDocument value originalText "
    "translation qualifier interpretationCode methodCode targetSiteCode referenceRange "
    "observationRange precondition criterion specimen specimenRole specimenPlayingEntity consumable "
    "manufacturedProduct manufacturedMaterial manufacturedLabeledDrug manufacturedDrugOrOtherMaterial "
    "lotNumberText manufacturerOrganization product routeCode approachSiteCode doseQuantity "
    "rateQuantity maxDoseQuantity administrationUnitCode repeatNumber independentInd expectedUseTime "
    "awarenessCode sequenceNumber seperatableInd period phase offset event numerator denominator "
    "useablePeriod thumbnail increment head tail availabilityTime derivationExpr country state county "
    "city postalCode houseNumber houseNumberNumeric direction streetName streetNameBase "
    "streetNameType additionalLocator unitID unitType careOf censusTract streetAddressLine "
    "deliveryAddressLine deliveryInstallationType deliveryInstallationArea "
    "deliveryInstallationQualifier deliveryMode deliveryModeIdentifier buildingNumberSuffix postBox "
    "precinct deceasedInd deceasedTime multipleBirthInd multipleBirthOrderNumber signatureText "
    "specialty precondition1 precondition2 inFulfillmentOf1 actReference identifiedBy "
    "alternateIdentification asPatientRelationship birthOrderNumber".split()
)

#: Elements of a section's text. Those that a reader sees as a block are parted from their neighbours.
BLOCKS: Final = frozenset("text paragraph list item table thead tbody tfoot tr caption footnote".split())
CELLS: Final = frozenset("td th".split())
NARRATIVE: Final = (
    BLOCKS
    | CELLS
    | frozenset("content col colgroup br sub sup linkHtml renderMultiMedia footnoteRef".split())
)

#: Where a `name` or `id` stands decides whose it is.
PERSONS: Final = frozenset(
    "patient guardianPerson assignedPerson maintainingPerson informationRecipient relatedPerson "
    "associatedPerson subject".split()
)
PLACES: Final = frozenset("place location scopingEntity".split())
ACTS: Final = frozenset(
    "ClinicalDocument section act observation substanceAdministration supply procedure encounter "
    "organizer observationMedia regionOfInterest externalAct externalObservation externalProcedure "
    "externalDocument observationRange criterion parentDocument order consent serviceEvent "
    "actReference setId".split()
)
TITLES: Final = frozenset(
    "dr dr. mr mr. mrs mrs. ms ms. miss prof prof. md m.d. do d.o. rn r.n. np pa pa-c phd ph.d. dds "
    "pharmd lcsw bcba rbt pt dpt ot otr/l slp jr jr. sr sr. ii iii".split()
)
#: PHI label of each part of an address; any other part is an ADDRESS.
ADDRESS_LABELS: Final = {"city": "CITY", "county": "CITY", "precinct": "CITY", "postalCode": "ZIP"}
#: National identifier systems: the root of an id says only what kind of number it is.
NATIONAL_IDS: Final = {
    "2.16.840.1.113883.4.1": "SSN",
    "2.16.840.1.113883.4.2": "OTHER_ID",  # employer's tax number
    "2.16.840.1.113883.4.6": "LICENSE",  # NPI
    "2.16.840.1.113883.4.572": "HEALTH_PLAN",  # Medicare
    "2.16.840.1.113883.4.814": "LICENSE",  # DEA
    "2.16.840.1.113883.4.927": "HEALTH_PLAN",  # Medicare beneficiary identifier
}
TEMPLATE_ROOT: Final = re.compile(
    r"(?:2\.16\.840\.1\.113883\.(?:1|3\.88|3\.445|10)|1\.3\.6\.1\.4\.1\.19376)(?:\.\d{1,6}){1,8}"
)
TEMPLATE_DATE: Final = re.compile(r"20[0-3]\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")

#: A code system: what it is called, and the only shape that its codes have.
CODE_SYSTEMS: Final = {
    root: (name, re.compile(shape))
    for root, name, shape in (
        ("2.16.840.1.113883.6.1", "LOINC", r"\d{1,5}-\d|(?:LA|LP)\d{1,6}-\d"),
        ("2.16.840.1.113883.6.96", "SNOMED CT", r"\d{3,15}(?:00|10)\d"),
        ("2.16.840.1.113883.6.88", "RxNorm", r"\d{1,7}"),
        ("2.16.840.1.113883.6.90", "ICD-10-CM", r"[A-Z]\d[0-9AB](?:\.?[0-9A-Z]{1,4})?"),
        ("2.16.840.1.113883.6.3", "ICD-10", r"[A-Z]\d\d(?:\.\d{1,2})?"),
        ("2.16.840.1.113883.6.103", "ICD-9-CM", r"[VE]?\d{2,3}(?:\.\d{1,2})?"),
        ("2.16.840.1.113883.6.104", "ICD-9-CM procedures", r"\d\d(?:\.\d{1,2})?"),
        ("2.16.840.1.113883.6.4", "ICD-10-PCS", r"[0-9B-DFGHX][0-9A-HJ-NP-Z]{6}"),
        ("2.16.840.1.113883.6.12", "CPT", r"\d{4}[0-9FTU]"),
        ("2.16.840.1.113883.6.285", "HCPCS", r"[A-V]\d{4}"),
        ("2.16.840.1.113883.12.292", "CVX", r"\d{1,3}"),
        ("2.16.840.1.113883.6.59", "CVX", r"\d{1,3}"),
        ("2.16.840.1.113883.6.238", "Race and Ethnicity - CDC", r"\d{4}-\d"),
        ("2.16.840.1.113883.6.101", "NUCC Provider Taxonomy", r"\d{3}[0-9A-Z]{6}X"),
        ("2.16.840.1.113883.3.26.1.1", "NCI Thesaurus", r"C\d{3,7}"),
        ("2.16.840.1.113883.6.8", "UCUM", r"[a-zA-Z%\[\]/]{1,8}"),
    )
}
#: HL7's own vocabularies: short words in capitals, or one or two digits.
HL7_VOCABULARY: Final = re.compile(r"2\.16\.840\.1\.113883\.(?:5|12|1\.11|18)\.\d{1,6}(?:\.\d{1,6})?")
HL7_CODE: Final = re.compile(r"[A-Z]{1,10}|\d{1,2}")
LANGUAGE: Final = re.compile(r"[a-z]{2}(?:-[A-Z]{2})?")
STATUS: Final = frozenset(
    "active completed aborted suspended cancelled held new obsolete nullified normal US".split()
)

_FLAG: Final = frozenset(("true", "false"))
_SMALL: Final = re.compile(r"\d{1,3}(?:%|px|em|\*)?")
#: Attributes that pass where their value is listed, whatever element they stand on.
ATTRIBUTES: Final[dict[str, frozenset[str] | re.Pattern[str]]] = {
    "classCode": frozenset(
        "ACT ACCM ACCT ACSN ADMM AFFL AGNT ASSIGNED BATTERY CALLER CASE CDALVLONE CITIZEN CLNTRL "
        "CLUSTER CON COND CONS CONTREG COVPTY CTTEVENT DEV DGIMG DOC DOCBODY DOCCLIN DOCSECT ECON EMP "
        "ENC ENT GUARD GUAR HLTHCHRT HLD IDENT INC INFRM INVSBJ ISDLOC LIV LIC LOC MANU MAINT MAT MIL "
        "MMAT NOK NOT OBS OBSCOR OBSSER ORG OWN PART PAT PAYEE PAYOR PCPR PLC POLHOLD POS PROC PROV "
        "PRS PSN QUAL REG RGRP ROI SBADM SDLOC SGNOFF SIGN SPCTRT SPEC SPECCOLLECT SPLY STD STOR STRC "
        "SUBY TEST TRNS TRFR UNDWRT VERIF XACT".split()
    ),
    "moodCode": frozenset(
        "APT ARQ CRT DEF EVN EVN.CRT EXPEC GOL INT OPT PERM PERMRQ PRMS PRP RQO SLOT".split()
    ),
    "typeCode": frozenset(
        "ADM APND ARR ATND AUT AUTHEN AUTHOR CALLBCK CAUS CNS COD COMP CON COV CSM CST DEV DIR DISTR "
        "DOC DRIV DST ELNK ENT ESC EVID EXPR FLFS GEN GEVL GUAR HLD ICSR IND INF INFRM IRCP ITE LA "
        "LOC MFST MTCH NAME NOT NRD ON OPTN ORG ORIG PATSBJ PERT PPRF PRCP PRD PRF PRV RBY RCT RCV "
        "REASON REF REFR REFV RESP RMV RPLC RSON SAS SAVE SBJ SPC SPRF SPRT SPRTBND SUBJ SUCC SUMM "
        "TRC VIA VRF WIT XCRPT XFRM".split()
    ),
    "determinerCode": frozenset(("INSTANCE", "KIND", "QUANTIFIED_KIND")),
    "contextControlCode": frozenset(("AN", "AP", "ON", "OP")),
    "nullFlavor": frozenset("NI OTH NINF PINF UNK ASKU NAV QS NASK TRC MSK NA NP INV DER UNC".split()),
    "operator": frozenset("IAEHP"),
    "mediaType": frozenset("text/plain text/html text/xml text/rtf application/xml application/pdf".split()),
    "representation": frozenset(("TXT", "B64")),
    "language": LANGUAGE,
    "partType": frozenset("DEL CNT".split()),
    "qualifier": frozenset("AC AD BR CL IN LS MID NB PR SP TITLE VV".split()),
    "styleCode": frozenset(
        "Bold Underline Italics Emphasis Lrule Rrule Toprule Botrule Arabic LittleRoman BigRoman "
        "LittleAlpha BigAlpha Disc Circle Square".split()
    ),
    "listType": frozenset(("ordered", "unordered")),
    "align": frozenset("left center right justify char".split()),
    "valign": frozenset("top middle bottom baseline".split()),
    "frame": frozenset("void above below hsides lhs rhs vsides box border".split()),
    "rules": frozenset("none groups rows cols all".split()),
    "revised": frozenset(("insert", "delete")),
    "use": frozenset(
        "A AB ABC ABX ACC ASGN AS B BAD BIR C CONF DIR DN EC H HP HV I IDE L MC OR P PG PHON PHYS PST "
        "PUB R SNDX SRCH SYL TMP WP".split()
    ),
    "xsi:type": frozenset(
        "AD ANY BL CD CE CO CR CS CV ED EIVL_TS EN IVL_INT IVL_PQ IVL_REAL IVL_TS II INT MO ON "
        "PIVL_TS PN PQ PQR REAL RTO RTO_PQ_PQ RTO_MO_PQ RTO_QTY_QTY SC ST SXCM_TS SXPR_TS TEL TN TS "
        "BN".split()
    ),
    **dict.fromkeys(
        "negationInd inversionInd contextConductionInd independentInd inclusive institutionSpecified "
        "unsorted determinedInd".split(),
        _FLAG,
    ),
    **dict.fromkeys("border cellspacing cellpadding width colspan rowspan span".split(), _SMALL),
}
#: Attributes whose value may be several listed words.
SEVERAL: Final = frozenset(("use", "styleCode", "qualifier"))

TIMES: Final = frozenset(
    "effectiveTime time birthTime deceasedTime availabilityTime expectedUseTime validTime "
    "useablePeriod copyTime".split()
)
AMOUNTS: Final = frozenset(
    "doseQuantity rateQuantity maxDoseQuantity repeatNumber quantity width period offset numerator "
    "denominator increment sequenceNumber versionNumber multipleBirthOrderNumber birthOrderNumber".split()
)
BOUNDS: Final = frozenset("low high center event phase head tail".split())
#: Up to six digits before the point: longer ones are read as free text.
NUMBER: Final = re.compile(r"[+-]?\d{1,6}(?:\.\d{1,6})?")
#: More of an age than this is over 89 years, by unit of UCUM.
MOST_OF_AGE: Final = {"a": 89, "mo": 89 * 12 + 11, "wk": 4695, "d": 32870}
