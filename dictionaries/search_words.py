"""How the words of a search and of a dictionary phrase are made to meet.

Search is looser than detection: a wrong hit in a list of ten does no harm, so "asthmatic" meets "asthma",
"broken" meets "fracture" and "trouble" meets "disease". `terms(text)` gives the words that carry the meaning,
each with the normal form of `words` and the stem that is compared. Both sides are read by the same functions.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from . import words

#: Words that say nothing about which code is meant.
_GLUE = """
with due and or for by from as on when who whom which that this is are was be been being have has had having
i my me we you he she it got get gets getting some very so not no other specified unspecified elsewhere
classified nos nec initial encounter type part parts stated where into than if any all both after before
during because like feel feeling feels keep keeps keeping since can cannot cant wont dont does do about
without mention of term code icd diagnosis what
"""
GLUE = frozenset(_GLUE.split())
#: Words that say of what kind a thing is, not which: a phrase need not share them.
_KINDS = """
disease syndrome deformity deficiency finding state patient person people status form variant
hereditary idiopathic primary acute chronic severe mild bad simple classic classical common
generalized adult adulthood juvenile childhood congenital site region area level nature human
autosomal dominant recessive linked xlinked nonsyndromic isolated susceptibility
onset early late infantile closed open uncomplicated complication complicated multiple single
system manifestation
"""
KINDS = frozenset(_KINDS.split())
SIDES = {"L": "left", "R": "right", "B": "bilateral"}

#: One word for those that people use for each other; heads are normal forms of `words`.
_GROUPS = """
disease: disorder illness trouble problem condition ailment complaint abnormality issue affection malady sick
hereditary: familial inherited genetic inborn heredofamilial
idiopathic: essential cryptogenic
congenital: congenita born birth connatal
anomaly: malformation defect
stone: calculus lithiasis calculi concretion
hemorrhage: bleeding bleed bleeder hemorrhagic
fracture: broken break broke breaking busted
abdomen: belly tummy
uterus: womb
trachea: windpipe
thrombosis: clot clotting thrombus thrombi clotted
obstruction: blockage blocked block occlusion obstructive
stenosis: narrowing stricture narrowed constriction
newborn: neonatal neonate neonatorum perinatal baby infant
child: kid childhood children pediatric infantile toddler
immunization: vaccination vaccine shot jab inoculation
surgery: operation surgical
excision: removal resection remove removed
enlargement: enlarged hypertrophy megaly hypertrophic
swelling: edema edematous puffiness puffy
pruritus: itching itch itchy
eruption: rash exanthem
tremor: shake shaking shaky
seizure: convulsion fit convulsive
poisoning: intoxication poisoned
old: elderly aged senile age
male: man men boy
female: woman women girl
hematoma: bruise bruising contusion bruised
tear: ripped
lump: mass nodule
vomiting: vomit throwing puke puking
dyspnea: breathlessness breathless
fear: phobia phobic scared afraid
alcohol: drinking drinker alcoholic
tobacco: smoking smoker cigarette smoke nicotine
medication: drug medicine med
fatigue: tired tiredness exhaustion
scar: scarring scarred cicatrix
worm: helminth helminthiasis
tick: tickborne
bite: bitten
burn: burned burnt
fall: fell falling fallen
absence: missing lacking agenesis absent aplasia
weakness: weak
paralysis: palsy paralyzed plegia paralytic
increased: high raised elevated elevation elevate excess excessive
decreased: low reduced lack
dependence: addiction addicted addict
loss: losing lost
malnutrition: starvation
flu: influenza
scalp: capitis
foot: feet pedis
sore: sores
leg: legs crus
arm: arms
boil: furuncle
hole: perforation
hardening: sclerosis sclerotic induration
softening: malacia
abuse: misuse
gonococcal: gonorrheal gonorrhea
muscle: muscular myopathic
nerve: neural
neck: cervical cervicis colli
throat: pharynx
chest: thorax
back: dorsum
disk: disc
vessel: vascular blood-vessel
genital: genitalia
leukocyte: leucocyte
hemangioma: angioma
autism: autistic
thyroid: thyroidal
lip: labialis
cerebrospinal: csf
x-ray: xray radiograph radiography
"""
ALIASES: dict[str, str] = {
    word: head.strip()
    for head, said in (line.split(":") for line in _GROUPS.strip().splitlines())
    for word in said.split()
}

#: Endings that Latin, Greek and English put on one stem, the longest first.
_ENDINGS = """
itides=it itis=it itic=it omatous=om omata=om omas=om iases=ias iasis=ias iatic=ias
oses=os osis=os otic=os pathies=path pathia=path pathy=path pathic=path plegia=pleg plegic=pleg
trophies=troph trophy=troph trophic=troph trophia=troph plasia=plas plastic=plas philia=phil philic=phil
philiac=phil phobia=phob phobic=phob algia=alg algic=alg emia=em emic=em uria=ur uric=ur
lepsy=lep leptic=lep ysis=y ytic=y yses=y ilitic=il ilis=il ectasia=ecta ectatic=ecta ectasis=ecta
rrhagia=rrhag rrhagic=rrhag rrhage=rrhag rrhoea=rrh rrhea=rrh rrheic=rrh sthenia=sthen sthenic=sthen
ability=abl ibility=ibl ically= ical= ization=iz izing=iz ized=iz ize=iz
ational=at atory= atives= ative= ations= ation= ated= ates= ating= ate= atic=
ance= ancy= ant= ants= ence= ency= ent= ents=
ions= ion= ive= ives= ities= ity= ness= ments= ment= ious= eous= ous= ial= eal= al= ial= iar= ar= ary=
ian= ean= an= ic= ics= ing= ed= er= ers= es= us= um= is= a= ae= e= i= y= s= o=
"""
ENDINGS = tuple(
    sorted(
        ((ending, kept) for ending, _, kept in (rule.partition("=") for rule in _ENDINGS.split())),
        key=lambda rule: -len(rule[0]),
    )
)
BY_LETTER = {
    letter: tuple(rule for rule in ENDINGS if rule[0][-1] == letter) for letter in {e[-1] for e, _ in ENDINGS}
}
SHORTEST_STEM = 4
UNSPELLED = re.compile(r"[^0-9a-z]")


@dataclass(frozen=True, slots=True)
class Term:
    """One word: its normal form, and the stem in which it is compared."""

    form: str
    stem: str


def terms(text: str) -> list[Term]:
    """The words of a text that carry meaning, in order, each stem once; sides as "left" or "right"."""
    found: dict[str, Term] = {}
    for raw, _ in words.split(plain(text)):
        term = _term(raw)
        if term is not None:
            found.setdefault(term.stem, term)
    return list(found.values())


@lru_cache(maxsize=65536)
def _term(raw: str) -> Term | None:
    word = SIDES.get(words.side(raw), "") if words.transparent(raw) else words.normal(raw)
    if not word or not word[0].isalnum() or word in GLUE:
        return None
    return Term(word, stem(word)) if stem(word) else None


def plain(text: str) -> str:
    """A text in lower case with formal wordings said plainly: "malignant neoplasm of" as "cancer"."""
    text = text.lower().replace("_", " ")
    for mark, pattern, said in _REWRITES:
        if mark in text:
            text = pattern.sub(said, text)
    return text


#: (what a text must hold for it to be tried, formal wording, what is said instead), in this order.
_REWRITES = tuple(
    (mark, re.compile(pattern), said)
    for mark, pattern, said in (
        ("secondary", r"\bsecondary malignant neoplasms? of\b", "mets"),
        ("malignant", r"\bmalignant (?:neoplasm|tumou?r)s?\b", "cancer"),
        ("carcinoma", r"\bcarcinoma in situ\b", "cancer in situ"),
        ("benign", r"\bbenign neoplasms?\b", "benign tumor"),
        ("malignant", r"\bmalignant\b(?! hypert| hypo)", "cancer"),
        ("behavior", r"\bneoplasm of unspecified behavior\b", "neoplasm"),
        ("sugar", r"\bsugar (?:diabetes|disease|sickness)\b", "diabetes"),
        ("mellitus", r"\bdiabetes mellitus\b", "diabetes"),
        ("end of", r"\blower end of (?:the )?", "distal "),
        ("end of", r"\bupper end of (?:the )?", "proximal "),
        ("cutaneous", r"\bcutaneous abscess\b", "abscess"),
        ("open bite", r"\bopen bite\b", "bite"),
        ("breath", r"\bshort(?:ness)? of breath\b|\bcan'?t breathe\b|\btrouble breathing\b", "dyspnea"),
        ("throwing", r"\bthrowing up\b", "vomiting"),
    )
)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The form in which a word of `words.normal` is compared: its group's head, without its ending."""
    word = ALIASES.get(word, word)
    if not (word.isalpha() and word.isascii()):
        return UNSPELLED.sub("", word)
    for ending, kept in BY_LETTER.get(word[-1:], ()):
        if word.endswith(ending) and len(word) - len(ending) + len(kept) >= SHORTEST_STEM:
            return word[: len(word) - len(ending)] + kept
    return word


KIND_STEMS = frozenset(stem(word) for word in KINDS)


def sound(word: str) -> str:
    """How a word sounds, roughly: its consonants, with the spellings of one sound made alike."""
    for pattern, said in _SOUNDS:
        word = pattern.sub(said, word)
    return word


_SOUNDS = tuple(
    (re.compile(pattern), said)
    for pattern, said in (
        (r"^(?:pn|gn|kn|mn)", "n"), (r"^ps", "s"), (r"^pt", "t"), (r"^wr", "r"), (r"^x", "s"), (r"^rh", "r"),
        (r"sch", "sk"), (r"ph", "f"), (r"gh(?=t)", ""), (r"rrh", "r"), (r"rh", "r"), (r"th", "t"),
        (r"tz|ts|z", "s"), (r"ck|cc|q", "k"), (r"ch", "k"), (r"c(?=[eiy])", "s"), (r"c", "k"),
        (r"x", "ks"), (r"dg|j", "g"), (r"tion|sion|shun", "sn"), (r"(?<=.)[aeiouywh]+", ""),
        (r"^[aeiouy]+", "a"),
        (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
