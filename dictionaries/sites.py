"""What processes are called and where they are coded, site by site: "liver abscess", "abscess of the liver".

`lexicon/_sites.tsv` gives for each site the code of each process; the wordings of the processes stand here.
The phrases weigh less than the curated lexicon and more than what is derived from titles.
"""

from collections.abc import Iterable
from importlib import resources
from itertools import permutations

from . import icd10cm, words
from .titles import Row

WEIGHT = 1.1
NAME = "_sites.tsv"

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
    """The table as it lies in the package."""
    return (resources.files(__package__) / "lexicon" / NAME).read_bytes()


def entries() -> Iterable[tuple[str, str, str]]:
    """(site, process, code), one for every name of every site; processes keep their '_'."""
    for line in source().decode("utf-8").splitlines():
        if not line.startswith("#"):
            names, processes = line.split("\t")
            codes = dict(part.split("=") for part in processes.split())
            other = codes.pop("other", None)
            if other is not None:
                codes = {**dict.fromkeys(OTHER, other), **codes}
            for name in names.split(";"):
                yield from ((name.strip(), process, code) for process, code in codes.items())


def rows() -> Iterable[Row]:
    """Phrases of every site and process, in every order of site and process."""
    for site, process, code in entries():
        place = words.tokens(site)
        own = process.replace("_", " ")
        for number, wording in enumerate((own, *WORDINGS.get(process, "").split("; "))):
            said = words.tokens(wording)
            if said and set(place).isdisjoint(said):
                for parts in permutations((place, said)):
                    key = " ".join(word for part in parts for word in part)
                    yield key, code, icd10cm.SYSTEM, "", round(WEIGHT - 0.01 * (number > 0), 2), "", ""
