"""Whether a word can be part of a person's name: what the person recognizer and propagation judge alike."""

import re
from functools import lru_cache
from typing import Final

from ..gazetteers import clinical_words, eponyms, given_names, is_common, surnames, word_counts
from .wordlist import word_list

#: Suffixes and degrees that follow a name and are no part of it.
CREDENTIALS: Final = (
    r"(?:M\.?D\.?|D\.?O\.?|R\.?N\.?|B\.?S\.?N\.?|M\.?S\.?N\.?|N\.?P\.?|FNP(?:-(?:C|BC))?|AGNP|ARNP|APRN"
    r"|CRNA|CRNP|CNM|CNS|DNP|PA(?:-C)?|P\.A\.|LPN|LVN|CNA|PCT|CCRN|CEN|RRT|RT|Ph\.?D\.?|Psy\.?D\.?"
    r"|Ed\.?D\.?|Pharm\.?D\.?|RPh|DDS|DMD|RDH|DPM|OD|DC"
    r"|DPT|PT|PTA|OT(?:R/L|D|A)?|COTA|SLP|CCC-SLP|MS|MSW|LCSW(?:-C)?|LICSW|LMSW|LMFT|LPC|LPCC|LMHC|LCPC|LAC"
    r"|LADC|CADC|BCBA(?:-D)?|BCaBA|RBT|RD|LDN|MPH|MBA|EMT(?:-[BPI])?|EMT-?P|NREMT|Paramedic|CCM|PGY-?\d"
    r"|MS-?[1-4]|Esq\.?|FACS|FACC|FACP|ATC|CPhT|HUC|CHES)"
)
#: Words that stand where a name could and never are one.
NEVER: Final = frozenset(
    word_list(
        """the a an and or of for to from in on at by with as is was are were be been has have had not no yes
    none unknown n/a na he she they him her his hers their you your patient pt client resident mother
    father mom dad wife husband son daughter sister brother aunt uncle friend neighbor family caregiver
    guardian spouse partner nurse doctor physician surgeon provider therapist attending staff team unit
    floor ward clinic hospital office service dept department today tomorrow yesterday daily weekly
    monthly am pm date time name age sex dob mrn male female monday tuesday wednesday thursday friday
    saturday sunday january february july september october november december notified aware called paged
    updated informed present bedside per via re cc dx rx hx tx fx sx see seen same self other left right
    bilateral new old all any some per also plan note notes form page mr mrs ms miss mx dr dra sr sra rev
    fr prof sgt ofc atty det capt lt hon sir don"""
    )
)
#: Lower-case counts from which a word is ordinary: a listed given name is often counted as the name it is.
PLAIN_COUNT: Final = 1_000
PLAIN_GIVEN_COUNT: Final = 15_000
GIVEN_SHARE: Final = 0.005
#: Diseases, signs, tests and stages that bear a whole name.
EPONYM_PHRASES: Final = frozenset(
    phrase.replace("_", " ")
    for phrase in word_list(
        """ann_arbor argyll_robertson austin_flint bence_jones brown_sequard carey_coombs chiari_frommel
    christmas_disease dandy_walker ehlers_danlos fitz_hugh gilles_de graham_steell jarisch_herxheimer
    lambert_eaton lee_silverman marcus_gunn mary_jane paget_schroetter prader_willi ramsay_hunt st_jude
    swan_ganz van_herick van_gogh von_hippel von_recklinghausen von_willebrand wolff_parkinson
    allen_cognitive beck_depression clark_level george_s jackson_pratt johns_hopkins john_cunningham
    henry_schein lou_gehrig robert_jones rosie_the stanford_binet thomas_test vineland_adaptive wong_baker"""
    )
)
#: Endings of diseases, findings, procedures and drugs that hardly any name has.
CLINICAL_ENDING: Final = re.compile(
    r".{2,}(?:itis|itides|osis|oses|emia|aemia|uria|penia|algia|pathy|pathic|ectomy|ostomy|otomy|plasty"
    r"|scopy|scopic"
    r"|graphy|gram|genic|lysis|megaly|plegia|paresis|phagia|phasia|pnea|rrhea|rrhage|sclerosis|stomia"
    r"|thyroid|trophic"
    r"|(?:cin|mph|aden|fibr|myel|lan|gli|mat|nul|lip|neur|angi|auc|blast|cyt|ther|sarc|men)omas?|cillin"
    r"|mycin|micin|floxacin|azole|statin|pril|sartan|olol|dipine|mab|tinib|parin|prazole|tidine|gliptin"
    r"|gliflozin|glutide|triptan|setron|caine|barbital|azepam|azolam|oxetine|idone|apine|cycline|thiazide"
    r"|vir|vudine"
    r"|ology|ological|ologist|iatric|iatry|ment|tion|tions|sion|ness)s?",
    re.IGNORECASE,
)
#: Capitals inside a word: a name has them only after such beginnings; "HFpEF" and "LFTs" are no names.
INNER_CAPITAL: Final = re.compile(r"[^\W\d_]*[a-zà-þ][A-ZÀ-Þ]|[A-Z]{2,}[a-z]")
NAME_PREFIX: Final = re.compile(
    r"(?:Mc|Mac|Fitz|De|Di|Da|Du|Del|La|Le|Van|Von|Ní|Nic|Ó|O['’]|D['’]|L['’])(?=[A-ZÀ-Þ])"
)


@lru_cache(maxsize=65_536)
def can_be_name(word: str) -> bool:
    """Whether a capitalised word beside a title or label may be a name: no function or clinical word."""
    key = _key(word)
    if key in NEVER or len(key) < 2 or _oddly_capital(word):
        return False
    if key in given_names() or key in surnames():
        return True
    return not is_common(key) and not is_clinical(word)


@lru_cache(maxsize=65_536)
def is_clinical(word: str) -> bool:
    """Whether a word belongs to the clinic: listed, all the parts of a hyphenated one listed, or so built."""
    key = _key(word)
    listed = clinical_words()
    return (
        key in listed
        or bool(CLINICAL_ENDING.fullmatch(key))
        or ("-" in key and all(p in listed for p in key.split("-")))
    )


@lru_cache(maxsize=65_536)
def is_given(word: str) -> bool:
    """Whether a word is a listed given name and no plain or clinical word."""
    return _key(word) in given_names() and not is_plain(word)


@lru_cache(maxsize=65_536)
def is_listed(word: str) -> bool:
    """Whether a word is a census name and no plain or clinical word."""
    key = _key(word)
    return (key in given_names() or key in surnames()) and not is_plain(word)


@lru_cache(maxsize=65_536)
def is_plain(word: str) -> bool:
    """Whether a word is ordinary in notes: common in English beyond its use as a name, or clinical."""
    key = _key(word)
    limit = PLAIN_GIVEN_COUNT if given_names().get(key, 0.0) >= GIVEN_SHARE else PLAIN_COUNT
    return key in NEVER or key in clinical_words() or word_counts().get(key, 0) >= limit


@lru_cache(maxsize=65_536)
def is_eponym(word: str) -> bool:
    """Whether a word, or a part of a hyphenated one, names a disease, sign, test or instrument."""
    return not eponyms().isdisjoint([_key(word), *_key(word).split("-")])


def is_eponym_phrase(words: list[str]) -> bool:
    """Whether the first two words are a known eponym: "Marcus Gunn", "Ann Arbor"."""
    return " ".join(_key(word) for word in words[:2]) in EPONYM_PHRASES


def _oddly_capital(word: str) -> bool:
    return bool(INNER_CAPITAL.match(NAME_PREFIX.sub("", word.split("-")[0]))) or (
        word[-2:-1].isupper() and word.endswith("s")
    )


def _key(word: str) -> str:
    return re.sub(r"['’]s?$", "", word.strip(".,")).lower()
