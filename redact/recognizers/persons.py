"""PERSON: names of patients, relatives, clinicians and staff (164.514(b)(2)(i)(A)).

Rules see names where a title, a degree, a field label or a word of kinship stands beside them, or where
census names follow one another. Names that nothing marks are the trained model's part.
"""

import re
from collections.abc import Iterator
from typing import Any, ClassVar, Final

from presidio_analyzer import RecognizerResult

from .base import CERTAIN, LIKELY, STRONG, ChartRecognizer
from .name_words import CREDENTIALS, NEVER, can_be_name, is_given, is_plain, is_rare

CAP: Final = r"(?:(?:[DdLOMN](?:[aeiog]|c|ac)?['’]|Mc|Mac)?[A-ZÀ-ÞŁŚŻŽŠČĆÑ](?:[^\W\d_]|['’](?=[^\W\d_]))++(?:-[^\W\d_](?:[^\W\d_]|['’](?=[^\W\d_]))*+)*+)"
INITIAL: Final = r"(?:[A-Z]\.?(?![\w]))"
PARTICLE: Final = r"(?:de(?:\ la|\ los|\ las|l)?|da|dos|das|do|di|du|van(?:\ der|\ den|\ de)?|von(?:\ der)?|der|den|ter|bin|bint|ibn|al|el|la|le|y|e|St\.)"
SUFFIX: Final = r"(?:,?\ (?:Jr|Sr|II|III|IV)\b\.?)"
NAME: Final = rf"(?:(?:{INITIAL}\ ?){{0,2}}{CAP}(?:(?:\ |-)(?:{PARTICLE}\ )?(?:{CAP}|{INITIAL}))*{SUFFIX}?)"
LAST_FIRST: Final = rf"(?:{CAP}(?:[ ]{CAP}){{0,2}},[ ]?{CAP}(?:[ ](?:{CAP}|{INITIAL})){{0,2}})"
ANY_CASE: Final = r"(?:[^\W\d_](?:[^\W\d_]|['’.-](?=[^\W\d_]))*+)"

TITLES: Final = (
    r"(?:[Dd][Rr]a?s?|[Mm][Rr]s?|[Mm][Ss]|[Mm]iss|Mx|MD|[Pp]rof(?:essor)?|[Dd]octor|[Nn]urse|[Rr]ev(?:erend)?|[Ff]ather|[Pp]astor|[Cc]haplain|[Rr]abbi|[Ii]mam|[Ss]ister|[Bb]rother|[Aa]unt(?:ie)?|[Uu]ncle|[Gg]randma|[Gg]randpa"
    r"|[Oo]fc|[Oo]fficer|[Tt]rooper|[Dd]eputy|[Ss]gt|[Dd]et(?:ective)?|[Cc]apt|[Ll]t|[Jj]udge|[Aa]tty|[Aa]ttorney|[Cc]oach|[Tt]eacher|Hon|Sra?|Srta|[Ss]eñora?|[Dd]oña|Dona|Don|RN|LPN|CNA|NP|PA|Tech|Sir|Dame)"
)
TITLED: Final = re.compile(rf"(?<![\w'’]){TITLES}\.?,?[ ]+(?P<name>(?:{PARTICLE}\ )?(?:{LAST_FIRST}|{NAME}))")
TITLED_LOWER: Final = re.compile(rf"(?<![\w'’])(?i:dr|mr|mrs|ms|miss|nurse|officer|doctor)\.?[ ]+(?P<name>[a-zà-þ][a-zà-þ'’-]+)(?![\w])")
DEGREED: Final = re.compile(rf"(?<![\w'’.])(?P<name>{LAST_FIRST}|{NAME}),?[ ]+\(?{CREDENTIALS}(?![\w'’])")
LABELS: Final = (
    r"(?:patient(?:['’]s)?(?:[ ]?name)?|pt(?:[ ]?name)?|name(?:[ ]of[ ]\w+)?|client(?:[ ]name)?|resident|child|student|employee|member(?:[ ]name)?|subscriber(?:[ ]name)?|insured|guarantor|mother|father|parents?|spouse|guardian|next[ ]of[ ]kin|nok|emergency[ ]contact|contact|poa|hcp|proxy|caregiver|informant|interpreter|witness(?:ed[ ]by)?"
    r"|surgeons?|assistants?|asst|attending|anesthesi(?:a|ologist)|anes|pcp|pmd|provider|physician|referring(?:[ ](?:md|physician|provider))?|ref(?:erred)?[ ]by|referral[ ]from|requested[ ]by|ordered[ ]by|ordering(?:[ ](?:md|provider|physician))?|requesting|consultant|primary|radiologist|pathologist|endoscopist|technologist|tech|therapist|clinician|counselor|case[ ]manager|cm|sw|social[ ]worker|supervis(?:or|ing[ ]\w+)|supv|author|dictated[ ]by|dict(?:ated)?|trans(?:cribed)?(?:[ ]by)?|typed[ ]by|signed(?:[ ]by)?|e-?signed[ ]by|electronically[ ]signed[ ]by|reviewed[ ]by|cosign(?:ed)?(?:[ ]by)?|verified[ ]by|seen[ ]by|evaluated[ ]by|performed[ ]by|completed[ ]by|prepared[ ]by|reported[ ]by|called[ ]by|spoke(?:n)?[ ](?:with|to)|read[ ]by|rn|nurse|aide|scribe|from|to|cc|attn|dear|re|aka|a\.k\.a\.|alias|preferred[ ]name|goes[ ]by|maiden[ ]name|mgr|manager|adjuster|adj|crew|medic|driver|staff)"
)
LABELLED_NAME: Final = re.compile(rf"(?<![\w-])(?i:{LABELS})[ \t]*(?:\([^)\n]{{0,20}}\)[ ]*)?[:=][ \t]*(?:(?:{TITLES})\.?[ ]+)?(?P<name>{LAST_FIRST}|{NAME})")
LABELLED_LOWER: Final = re.compile(r"(?<![\w-])(?i:patient(?: name)?|pt(?: name)?|name|client|author|signed(?: by)?|seen by|dear|attending|pcp)[ \t]*[:=][ \t]*(?P<name>[a-zà-þ'’-]{2,}(?:,? [a-zà-þ'’-]{2,}\b){1,2})")
#: In upper-case forms the colon is often missing: "SURGEON  STONE".
BARE_LABEL: Final = re.compile(rf"(?<![\w-])(?:PT NAME|PATIENT NAME|NAME|PATIENT|SURGEON|ASST|ASSISTANT|ANES|ANESTHESIA|ATTENDING|REP|NURSE|TECH|PROVIDER|AUTHOR|PCP|PMD|DICT|TRANS|LIAISON|WITNESS)[ ]{{1,4}}(?P<name>{LAST_FIRST}|{NAME})")
SPOKEN: Final = re.compile(rf"(?:[Ss]poke (?:with|to)|[Dd]iscussed with|[Dd]/w|[Cc]alled|[Pp]er|[Rr]eport (?:from|to|given to)|[Ss]een by|[Ss]igned by|[Aa]ccompanied by|[Nn]amed|[Nn]ame is|[Gg]oes by|[Cc]onsult(?:ed)? (?:by|with)|[Rr]eferred by|[Dd]ictated by|[Rr]eviewed (?:by|with)|[Aa]ttn|[Dd]ear|[Hh]i|[Hh]ello|[Tt]hanks|[Tt]hank you|[Rr]egards|[Ss]incerely),?[ ]+(?P<name>{NAME})")
KIN: Final = re.compile(
    rf"\b(?:[Ww]ife|[Hh]usband|[Hh]usb|[Ss]on|[Dd]aughter|[Dd]tr|[Dd]au|[Mm]other|[Ff]ather|[Mm]om|[Mm]um|[Mm]ama|[Dd]ad|[Ss]ister|[Ss]is|[Bb]rother|[Bb]ro|[Aa]unt|[Uu]ncle|[Nn]iece|[Nn]ephew|[Cc]ousin|[Gg]rand(?:mother|father|son|daughter|ma|pa)|[Ss]pouse|[Pp]artner|[Bb]oyfriend|[Gg]irlfriend|BF|GF|[Ff]ianc[eé]e?|[Ff]riend|[Nn]eighbor|[Rr]oommate|[Tt]wins?|[Bb]aby|[Bb]oy|[Gg]irl|[Mm]edic|[Pp]eer|[Tt]rainer|[Gg]uardian|[Cc]aregiver|[Ss]tep(?:mother|father|son|daughter)|[Ss]on-in-law|[Dd]aughter-in-law|[Ll]iaison|[Mm]gr|[Mm]anager|[Tt]eacher|[Ll]andlord|[Bb]oss|[Ee]x|MIL|FIL|SIL|BIL)"
    rf"(?:,|:|[ ]is|[ ]named|[ ]\()?[ ]*\(?(?P<name>{NAME})"
)
SLASHED: Final = re.compile(r"(?<![\w/])(?P<name>[A-Z]{2,3})[ ]?[/:][ ]?(?P<name2>[a-z]{2,3})(?![\w/])(?=\s*(?:$|\n|D:|T:|\d{1,2}[/-]\d))", re.MULTILINE)
SIGNED_INITIALS: Final = re.compile(r"(?:^|\n)[ \t]*[-–—~]{1,2}[ ]?(?P<name>[A-Z]{2,3}|[A-Z]\.[A-Z]\.)(?=[ \t]*(?:$|\n|,|\d))|\b(?:[Ii]nit(?:ials?|'d)?|[Tt]rans(?:cribed)?(?: by)?|[Tt]yped by|[Dd]ict(?:ated)?(?: by)?|[Ss]igned)[ ]?[:.]?[ ](?P<name2>[A-Z]{2,3}|[a-z]{2,3})(?=[ \t]*(?:$|\n|\d|[,;)]))")
SEQUENCE: Final = re.compile(rf"(?<![\w'’@.])(?:{LAST_FIRST}|{NAME})")
WORD: Final = re.compile(r"[^\s,]+")


class PersonRecognizer(ChartRecognizer):
    """Names by title, degree, label, kinship, census lists and signing initials."""

    LABELS: ClassVar[tuple[str, ...]] = ("PERSON",)

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> list[RecognizerResult]:
        if "PERSON" not in entities:
            return []
        return [self.result("PERSON", start, end, score) for start, end, score in find_names(text) if end > start]


def find_names(text: str) -> Iterator[tuple[int, int, float]]:
    """Start, end and score of each name; offsets are code points of `text`, end exclusive."""
    for shape, score in ((TITLED, CERTAIN), (DEGREED, STRONG), (LABELLED_NAME, STRONG), (SPOKEN, LIKELY), (KIN, STRONG), (BARE_LABEL, LIKELY)):
        for match in shape.finditer(text):
            start, end = _trimmed(match.group("name"), match.start("name"), keep_common=shape is TITLED)
            yield start, end, score
    for shape in (TITLED_LOWER, LABELLED_LOWER):
        for match in shape.finditer(text):
            if not all(is_plain(word) for word in re.split(r"[ ,]+", match.group("name"))):
                yield *match.span("name"), LIKELY
    for shape in (SLASHED, SIGNED_INITIALS):
        for match in shape.finditer(text):
            for group in ("name", "name2"):
                if match.group(group):
                    yield *match.span(group), LIKELY
    for match in SEQUENCE.finditer(text):
        yield from _listed(match.group(), match.start())


def _trimmed(name: str, start: int, *, keep_common: bool) -> tuple[int, int]:
    """Cut a candidate at the first word that can't be part of a name; empty when the first word can't be."""
    end = 0
    for index, word in enumerate(WORD.finditer(name)):
        value = word.group()
        if _joins(value):
            end = word.end() if end and not re.fullmatch(PARTICLE, value) else end
            continue
        if re.fullmatch(CREDENTIALS, value) or not (can_be_name(value) or (keep_common and index == 0 and value.lower() not in NEVER)):
            break
        end = word.end()
    return start, start + len(name[:end].rstrip(" ,"))


def _joins(word: str) -> bool:
    """Whether a word only goes along with a name: an initial, a particle, a suffix."""
    return len(word.strip(".")) == 1 or bool(re.fullmatch(rf"{PARTICLE}|(?:Jr|Sr|II|III|IV)\.?", word))


def _listed(name: str, start: int) -> Iterator[tuple[int, int, float]]:
    """Runs of words of a capitalised sequence that the lists know as names, or that no list knows."""
    run: list[re.Match[str]] = []
    for word in [*WORD.finditer(name), None]:
        if word is not None and (_joins(word.group()) or _namelike(word.group(), bool(run))):
            run.append(word)
            continue
        while run and re.fullmatch(PARTICLE, run[-1].group()):
            run.pop()
        score = _run_score([item.group() for item in run if not _joins(item.group())])
        if score:
            yield start + run[0].start(), start + run[-1].end(), score
        run = []


def _namelike(word: str, goes_on: bool) -> bool:
    if word.isupper() and len(word) < 5:
        return False
    return is_given(word) or (is_rare(word) and (goes_on or len(word) > 3)) or (goes_on and can_be_name(word))


def _run_score(words: list[str]) -> float:
    """How sure a run of name-like words is a name: two with a listed given name most, one that no list knows least."""
    if not words or (all(word.isupper() for word in words) and not any(is_given(word) for word in words)):
        return 0.0
    if any(is_given(word) for word in words):
        return STRONG if len(words) > 1 else LIKELY
    return LIKELY if len(words) > 1 or is_rare(words[0]) else 0.0
