"""What processes are called and where they are coded, site by site: "liver abscess", "abscess of the liver".

`lexicon/_sites.tsv` gives for each site the code of each process; the wordings of the processes stand here.
`lexicon/_terms.tsv` is the other way round: a main term as in an alphabetic index, and what stands under it.
The phrases weigh less than the curated lexicon and more than what is derived from titles.
"""

from collections.abc import Iterable
from importlib import resources
from itertools import permutations

from . import icd10cm, words
from .titles import Row

WEIGHT, TERM = 1.1, 1.15
NAME, TERMS = "_sites.tsv", "_terms.tsv"

#: Other wordings of a process; its own name (with '_' for a space) is always one.
WORDINGS: dict[str, str] = {
    "disease": "disorder; dysfunction; problem; condition; abnormality; abnormal; trouble; complaint",
    "inflammation": "inflammatory; irritation",
    "infection": "infectious",
    "abscess": "suppuration; empyema; purulent; pus",
    "bleeding": "hemorrhage; bleed; hemorrhagic",
    "enlargement": "enlarged; hypertrophy; big; megaly; hyperplasia",
    "hypertrophy": "enlargement; enlarged; hypertrophic; hyperplasia",
    "stenosis": "stricture; narrowing; constriction",
    "stricture": "stenosis; narrowing; constriction",
    "obstruction": "blockage; occlusion; blocked; obstructive",
    "stone": "calculus; lithiasis; calculi; calculous",
    "mass": "lump; growth; swelling; nodule",
    "lesion": "spot; abnormality",
    "pain": "tenderness; tender; ache; neuralgia; discomfort",
    "swelling": "swollen; edema; puffiness",
    "prolapse": "descent; procidentia",
    "atrophy": "wasting; shrinkage; atrophic; shrunken",
    "fibrosis": "fibrotic; sclerosis; cirrhosis",
    "necrosis": "gangrene; gangrenous",
    "infarction": "infarct",
    "insufficiency": "failure; incompetence",
    "itching": "itch; pruritus; itchy",
    "arthritis": "arthropathy; degenerative; djd",
    "osteoarthritis": "oa; degenerative arthritis; arthrosis; djd",
    "dislocation": "dislocated; luxation",
    "tear": "torn; rupture",
    "cramps": "cramp; cramping; spasm",
    "contusion": "bruise; bruising; hematoma",
    "abrasion": "scrape; scratch; superficial injury; friction burn",
    "laceration": "cut; laceration wound",
    "wound": "open wound; injury open",
    "injury": "trauma; traumatic injury",
    "numbness": "anesthesia; loss of sensation; numb",
    "tingling": "paresthesia; pins and needles",
    "weakness": "weak; paresis",
    "paralysis": "palsy; paralytic; paresis",
    "deformity": "malformation acquired; distortion; acquired deformity",
    "discharge": "drainage; leakage; secretion",
    "tendinitis": "tendonitis; tendinopathy; tendinosis; peritendinitis",
    "varices": "varicose; varix; varicosity",
    "dryness": "dry",
    "degeneration": "degenerative",
    "dilatation": "dilation; dilated; distention",
    "diverticulum": "diverticula; pouch; diverticulosis",
    "spasm": "spasms; spasmodic",
    "loss": "decreased; reduced",
    "polyp": "polypoid; polyps; papilloma",
    "ulcer": "sore; ulcerative",
    "perforation": "puncture nontraumatic; perforating",
    "stiffness": "stiff; rigid; limitation of motion; decreased range of motion",
    "instability": "unstable",
    "impairment": "impaired",
    "crushing_injury": "crush; crush injury; crushed",
    "bursitis": "bursa inflammation",
    "pressure_ulcer": "pressure sore; pressure injury; decubitus",
    "foreign_body": "fb",
    "blister": "bleb; vesicle",
    "rupture": "tear nontraumatic",
    "calcification": "calcified; ossification; calcareous",
    "thrombosis": "thrombus; clot; thrombotic",
}  # fmt: skip
#: Said of every site that has an "other specified" code and no code of its own for the process.
_OTHER = """
calcification hypertrophy atrophy cyst fibrosis adhesions degeneration swelling edema polyp necrosis
mass lesion congestion dilatation hyperplasia displacement enlargement granuloma distention
contracture perforation rupture fistula bleeding ulcer torsion
"""
OTHER = tuple(_OTHER.split())


def source() -> bytes:
    """The two tables as they lie in the package."""
    folder = resources.files(__package__) / "lexicon"
    return (folder / NAME).read_bytes() + (folder / TERMS).read_bytes()


def _lines(name: str) -> Iterable[tuple[str, str]]:
    text = (resources.files(__package__) / "lexicon" / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            names, _, rest = line.partition("\t")
            yield names, rest


def entries() -> Iterable[tuple[str, str, str]]:
    """(site, process, code), one for every name of every site; processes keep their '_'."""
    for names, processes in _lines(NAME):
        codes = dict(part.split("=") for part in processes.split())
        other = codes.pop("other", None)
        if other is not None:
            codes = {**dict.fromkeys(OTHER, other), **codes}
        for name in names.split(";"):
            yield from ((name.strip(), process, code) for process, code in codes.items())


def terms() -> Iterable[tuple[str, str, str]]:
    """(main term, what stands under it, code), one for every name of both; '/' parts names of the latter."""
    for names, below in _lines(TERMS):
        for part in below.split(";"):
            under, _, code = part.partition("=")
            for name in names.split(";"):
                yield from ((name.strip(), own.strip(), code.strip()) for own in under.split("/"))


def rows() -> Iterable[Row]:
    """Phrases of every site and process and of every index term, both ways round."""
    for site, process, code in entries():
        own = process.replace("_", " ")
        for number, wording in enumerate((own, *WORDINGS.get(process, "").split("; "))):
            yield from _both_ways(site, wording, code, round(WEIGHT - 0.01 * (number > 0), 2))
    for name, under, code in terms():
        yield from _both_ways(name, under, code, TERM)


def _both_ways(one: str, other: str, code: str, weight: float) -> Iterable[Row]:
    first, second = words.tokens(one), words.tokens(other)
    if first and second and set(first).isdisjoint(second):
        for parts in permutations((first, second)):
            key = " ".join(word for part in parts for word in part)
            yield key, code, icd10cm.SYSTEM, "", weight, "", ""
