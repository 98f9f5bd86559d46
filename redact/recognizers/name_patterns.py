"""How names are written, and the words beside them that give them away, as regular expressions."""

import re
from typing import Final

from .name_words import CREDENTIALS
from .wordlist import any_of

LETTERS: Final = r"(?:[^\W\d_]|['’](?=[^\W\d_]))"
#: A capitalised word of a name: "Lee", "O'Hara", "D'Souza", "McKay", "Ng'ang'a", "Smith-Jones", "MARSH".
CAP: Final = (
    rf"(?:(?:[DdLOMN](?:[aeiog]|c|ac)?['’]|Mc|Mac)?[A-ZÀ-ÞŁŚŻŽŠČĆÑ]{LETTERS}++"
    rf"(?:-[^\W\d_]{LETTERS}*+){{0,4}}+)"
)
INITIAL: Final = r"(?:[A-Z]\.?(?!\w))"
PARTICLE: Final = (
    r"(?:de(?:\ la|\ los|\ las|l)?|da|dos|das|do|di|du|van(?:\ der|\ den|\ de)?|von(?:\ der)?|der|den|ter"
    r"|bin|bint|ibn|al|el"
    r"|la|le|y|e|St\.)"
)
SUFFIX: Final = r"(?:,?\ (?:Jr|Sr|II|III|IV)\b\.?)"
NAME: Final = (
    rf"(?:(?:{INITIAL}\ ?){{0,2}}(?:{PARTICLE}\ )?{CAP}(?:(?:\ |-)(?:{PARTICLE}\ )?(?:{CAP}"
    rf"|{INITIAL})){{0,5}}{SUFFIX}?)"
)
LAST_FIRST: Final = rf"(?:{CAP}(?:[ ]{CAP}){{0,2}},[ ]?(?:{CAP}|{INITIAL})(?:[ ](?:{CAP}|{INITIAL})){{0,2}})"
BEGIN: Final = r"(?<![\w'’])"

TITLES: Final = any_of(
    """[Dd][Rr]a?s? [Mm][Rr]s? [Mm][Ss] [Mm]iss Mx MD [Pp]rof(?:essor)? [Dd]octor [Nn]urse [Rr]ev(?:erend)?
    [Ff]ather [Pp]astor [Cc]haplain [Rr]abbi [Ii]mam [Ss]ister [Bb]rother [Aa]unt(?:ie)? [Uu]ncle
    [Gg]randma [Gg]randpa [Oo]fc [Oo]fficer [Tt]rooper [Dd]eputy [Ss]gt [Dd]et(?:ective)? [Cc]apt [Ll]t
    [Jj]udge [Aa]tty [Aa]ttorney [Cc]oach [Tt]eacher Hon Sra? Srta [Ss]eñora? [Dd]oña Dona Don RN LPN CNA
    NP PA Tech Sir Dame"""
)
TITLED: Final = re.compile(rf"{BEGIN}{TITLES}\.?,?[ ]+(?P<name>(?:{PARTICLE}\ )?(?:{LAST_FIRST}|{NAME}))")
#: "Dr K.", "dr m"
TITLED_INITIAL: Final = re.compile(
    rf"{BEGIN}(?i:dra?|mrs?|ms|nurse)\.?[ ]+(?P<name>[A-Z]\.?(?:[ ]?[A-Z]\.)?|[b-z])(?![\w'’/])"
)
TITLED_LOWER: Final = re.compile(
    rf"{BEGIN}(?i:dr|mr|mrs|ms|miss|nurse|officer|doctor)\.?[ ]+(?P<name>[a-zà-þ][a-zà-þ'’-]+)(?!\w)"
)
DEGREED: Final = re.compile(rf"(?<![\w'’.])(?P<name>{LAST_FIRST}|{NAME}),?[ ]+\(?{CREDENTIALS}(?![\w'’])")
#: "Marsh (cards), Okoye (uro)"
SPECIALTY: Final = any_of(
    """surg(?:ery)? med_onc rad_onc heme?(?:_?/?_?onc)? onc cards? cardiology cv ct_surg uro(?:logy)?
    neuro(?:logy)? nsgy neurosurg ortho gi gyn obs? ob/gyn ent ophtho? derm endo(?:crine)? id ir renal
    nephro pulm rheum psych path rads? radiology anes(?:thesia)? pain peds? pcp icu picu nicu hospitalist
    pharm(?:acy)? sw cm rn pt ot slp sono tech resident fellow intern attending chief remote nutrition
    dietitian palliative genetics plastics vascular trauma"""
)
SPECIALISED: Final = re.compile(
    rf"(?<![\w'’.])(?P<name>{NAME})[ ]\((?i:{SPECIALTY})(?:[,;/ ][^()\n]{{0,20}})?\)"
)
LABELS: Final = any_of(
    """patient(?:['’]s)?(?:_?name)? pt(?:_?name)? name(?:_of_\\w+)? client(?:_name)? resident child student
    employee member(?:_name)? subscriber(?:_name)? insured guarantor mother father parents? spouse
    guardian next_of_kin nok emergency_contact contact poa hcp proxy caregiver informant interpreter
    witness(?:ed_by)? surgeons? assistants? asst attending anesthesi(?:a|ologist) anes pcp pmd provider
    physician referring(?:_(?:md|physician|provider))? ref(?:erred)?(?:_by)? referral_from requested_by
    ordered_by ordering(?:_(?:md|provider|physician))? requesting consultant primary radiologist
    pathologist endoscopist technologist tech therapist clinician counselor case_manager cm sw
    social_worker supervis(?:or|ing_\\w+) supv author dictated_by dict(?:ated)? trans(?:cribed)?(?:_by)?
    typed_by signed(?:_by)? e-?signed_by electronically_signed_by reviewed_by cosign(?:ed)?(?:_by)?
    verified_by seen_by evaluated_by performed_by completed_by prepared_by reported_by called_by
    spoke(?:n)?_(?:with|to) read_by rn nurse aide scribe from to cc attn dear re aka a\\.k\\.a\\. alias
    preferred_name goes_by maiden_name mgr manager adjuster adj crew medic driver staff present attendees"""
)
LABELLED_NAME: Final = re.compile(
    rf"(?<![\w-])(?i:{LABELS})[ \t]*(?:\([^)\n]{{0,20}}\)[ ]*)?[:=][ \t]*(?:(?:{TITLES})\.?[ ]+)?"
    rf"(?P<name>{LAST_FIRST}|{NAME})"
)
LABELLED_LOWER: Final = re.compile(
    r"(?<![\w-])(?i:patient(?: name)?|pt(?: name)?|name|client|author|signed(?: by)?|seen by|dear|attending"
    r"|pcp)[ \t]*[:=][ \t]*"
    r"(?P<name>[a-zà-þ'’-]{2,}(?:,? [a-zà-þ'’-]{2,}\b){1,2})"
)
#: In upper-case forms the colon is often missing: "SURGEON  STONE".
BARE_LABEL: Final = re.compile(
    r"(?<![\w-])(?:PT NAME|PATIENT NAME|NAME|PATIENT|SURGEON|ASST|ASSISTANT|ANES|ANESTHESIA|ATTENDING|REP"
    r"|NURSE|TECH"
    r"|PROVIDER|AUTHOR|PCP|PMD|DICT|TRANS|LIAISON|WITNESS)"
    rf"[ ]{{1,4}}(?P<name>{LAST_FIRST}|{NAME})"
)
SPOKEN: Final = re.compile(
    r"(?<!\w)(?:[Ss]poke (?:with|to)|[Dd]iscussed with|[Dd]/w|[Cc]alled|[Pp]er|[Rr]eport (?:from|to"
    r"|given to)|[Ss]een by|[Ss]igned(?: by)?"
    r"|[Aa]ccompanied by|[Nn]amed|[Nn]ame is|[Gg]oes by|[Cc]onsult(?:ed)? (?:by|with)|[Rr]eferred by"
    r"|[Dd]ictated by"
    r"|[Rr]eviewed (?:by|with)|[Aa]ttn|[Dd]ear|[Hh]i|[Hh]ello|[Tt]hanks|[Tt]hank you|[Rr]egards|[Ss]incerely)"
    rf",?[ ]+(?P<name>{NAME})"
)
KIN_WORDS: Final = any_of(
    """[Ww]ife [Hh]usband [Hh]usb [Ss]on [Dd]aughter [Dd]tr [Dd]au [Mm]other [Ff]ather [Mm]om [Mm]um [Mm]ama
    [Dd]ad [Ss]ister [Ss]is [Bb]rother [Bb]ro [Aa]unt [Uu]ncle [Nn]iece [Nn]ephew [Cc]ousin
    [Gg]rand(?:mother|father|son|daughter|ma|pa) [Ss]pouse [Pp]artner [Bb]oyfriend [Gg]irlfriend BF GF
    [Ff]ianc[eé]e? [Ff]riend [Nn]eighbor [Rr]oommate [Tt]wins? [Bb]aby [Bb]oy [Gg]irl [Mm]edic [Pp]eer
    [Tt]rainer [Gg]uardian [Cc]aregiver [Ss]tep(?:mother|father|son|daughter) [Ss]on-in-law
    [Dd]aughter-in-law [Ll]iaison [Mm]gr [Mm]anager [Tt]eacher [Ll]andlord [Bb]oss [Ee]x MIL FIL SIL BIL"""
)
KIN: Final = re.compile(rf"\b{KIN_WORDS}(?:,|:|[ ]is|[ ]named|[ ]\()?[ ]*\(?(?P<name>{NAME})")
#: Initials of author and typist at the foot of a letter: "RKM/jd".
SLASHED: Final = re.compile(
    r"(?<![\w/])(?P<name>[A-Z]{2,3})[ ]?[/:][ ]?(?P<name2>[a-z]{2,3})(?![\w/])(?=\s*(?:$|\n|D:|T:"
    r"|\d{1,2}[/-]\d))",
    re.MULTILINE,
)
SIGNED_INITIALS: Final = re.compile(
    r"^[ \t]*[-–—~]{1,2}[ ]?(?P<name>[A-Z]{2,3}|[A-Z]\.[A-Z]\.|[a-z]{2,3})(?=[ \t]*(?:$|,|\d))"
    r"|\b(?:[Ii]nit(?:ials?|'d)?|[Tt]rans(?:cribed)?(?: by)?|[Tt]yped by|[Dd]ict(?:ated)?(?: by)?|[Ss]igned"
    r"|[Nn]arr(?:ative)?(?: by)"
    r"|[Ee]ntered by|[Cc]harted by|[Dd]ictated(?:,)? (?:but )?not read)"
    r"[ ]?[:.]?[ ]+(?P<name2>[A-Z]{2,3}|[a-z]{2,3})(?=[ \t]*(?:$|\d|[,;)])|[ ]{2})"
    r"|\bT:[ ]?\d[\d/.-]{5,9}[ ]+(?P<name3>[A-Za-z]{2,3})(?=[ \t]*$)"
    r"|\b(?:ADDENDUM|Addendum|addendum)\b[^\n(]{0,24}\((?P<name4>[A-Z]{2,3})\)",
    re.MULTILINE,
)
#: The line that heads a patient's part of a list: "Okafor, Ada J (Addie)   MRN 1234", "marsh, joan t   66 f".
HEADER: Final = re.compile(
    rf"(?<![\w'’])(?P<name>{LAST_FIRST})(?=(?:[ ]\([^()\n]{{1,16}}\))?[ ,]{{1,5}}(?:MRN|mrn|DOB|dob"
    rf"|\d{{1,3}}[ ]?(?:[yY]|[MFmf]\b)))"
)
HEADER_LOWER: Final = re.compile(
    r"^[ \t]*(?P<name>[a-zà-þ'’-]{2,},[ ]?[a-zà-þ'’-]{2,}(?:[ ][a-z])?)(?=[ ]{1,5}(?:mrn|dob|\d{1,3}[ ]?"
    r"(?:y|[mf]\b)))",
    re.MULTILINE,
)
#: "J. Okafor": an initial vouches for a word that no list knows; "B. Query text" is an item of a list.
INITIALLED: Final = re.compile(rf"(?<![\w'’.-])(?P<name>(?:[A-Z]\.[ ]?){{1,2}}{CAP}{SUFFIX}?)(?!\w)")
SEQUENCE: Final = re.compile(rf"(?<![\w'’@.])(?:{LAST_FIRST}|{NAME})")
