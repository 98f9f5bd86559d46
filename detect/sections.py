"""Sections of a note: where each begins and what kind it is, and where a line's end also ends a statement."""

import re
from bisect import bisect_right
from dataclasses import dataclass

HEADING = re.compile(
    r"^[ \t]*(?:[-*#>]+[ \t]*|\d{1,2}[.)][ \t]*)?(?P<name>[A-Za-z][A-Za-z/&()' .-]{0,45}?)"
    r"(?:[ \t]*:|[ \t]+[-–][ \t]|[ \t]{2,}|[ \t]+\(|[ \t]*$)",
    re.M,
)

#: Short headings that stand in capitals at a line's start, with nothing but a space after them.
BARE = re.compile(
    r"^[ \t]*(?P<name>A/P|HPI|PMHX?|PSHX?|ROS|FHX?|SHX?|CC|IMP|IMPRESSION|PLAN|ASSESSMENT|DX|EXAM|MEDS)"
    r"[ \t]+(?=\S)",
    re.M,
)

_KINDS = """
family: family history; family hx; fh; fhx; fam hx; family; famhx; family medical history; fmhx; farnily;
  fam; fam history
past: past medical history; pmh; pmhx; past history; medical history; past hx; hx; pmhx/pshx; past
  psychiatric history; psychiatric history; past psych; medical hx; pmh/psh; previous medical history;
  past ocular history; ocular history; poh; ob history; obstetric history; gyn history; birth history;
  past med hx; past medical hx; phx; pohx; past psych history; past psych hx; birth hx; ob hx;
  developmental history; comorbidities; chronic conditions
surgical: past surgical history; psh; pshx; surgical history; surgeries; surgical hx; past surgeries;
  procedures history
allergies: allergies; allergy; all; drug allergies; adverse reactions
medications: medications; meds; current medications; home medications; home meds; rx; discharge
  medications; current meds; medication list
social: social history; social; sh; shx; soc hx; habits; substance use; social hx; soc; psychosocial;
  substance use history; substances; tobacco; lives
ros: review of systems; ros
hpi: history of present illness; history; hpi; present illness; subjective; s; cc; chief complaint; reason
  for visit; interval history; interim history; presenting problem; reason for consultation; hospital
  course; course; presenting; presentation; history of presenting illness; ed course; clinical history;
  indication; indications; interval events; events
exam: physical exam; physical examination; exam; pe; objective; o; mse; mental status exam; mental status
  examination; vitals; vital signs; examination; findings; pex; neuro exam; exarn
results: labs; laboratory; data; results; imaging; diagnostics; studies; lab results; radiology; ekg; ecg;
  pathology; microbiology
assessment: assessment; impression; a; diagnosis; diagnoses; dx; final diagnosis; discharge diagnosis;
  discharge diagnoses; clinical impression; problem list; problems; active problems; postoperative
  diagnosis; preoperative diagnosis; admission diagnosis; admitting diagnosis; principal diagnosis;
  secondary diagnoses; imp; diagnostic impression; active problem list; medical decision making; mdm;
  post-op diagnosis; pre-op diagnosis; postop dx; preop dx; irnpression; discussion; summary; conclusion
assessment and plan: a/p; assessment/plan; a&p; assessment and plan; ap; assessment & plan; a and p;
  impression/plan; impression and plan; a / p
plan: plan; p; poc; tx plan; next; nv; todo; recommendations; recs; plan of care; treatment plan; follow
  up; follow-up; disposition; discharge plan; goals; orders; to do; rec; next steps; p1an; recommendation;
  homework; fu; f/u; next session; dispo; plan/recommendations; treatment goals
instructions: discharge instructions; instructions; return precautions; patient instructions; education;
  precautions; patient education; warning signs; safety plan; call if; return if
procedure: procedure; procedures; operation; procedure performed; operative procedure; interventions;
  intervention; services; services provided; operation performed; billing; charges; codes; cpt; billing
  codes; treatment; treatments
"""
KINDS: dict[str, str] = {
    name.strip(): kind
    for kind, _, names in (line.partition(": ") for line in _KINDS.strip().replace("\n  ", " ").splitlines())
    for name in names.split(";")
}
BULLET = re.compile(r"[ \t]*(?:[-*•>+#]|\d{1,2}[.)]|\[[ xX]?\]|[A-Za-z]\))[ \t]")


@dataclass(frozen=True, slots=True)
class Sections:
    """Section kinds by offset, and the offsets at which a new statement begins because a new line does."""

    starts: tuple[int, ...]
    kinds: tuple[str, ...]
    heads: tuple[tuple[int, int], ...]
    breaks: tuple[int, ...]

    def at(self, offset: int) -> str:
        """The kind of section that holds `offset`; '' before the first heading."""
        place = bisect_right(self.starts, offset) - 1
        return self.kinds[place] if place >= 0 else ""


def find(text: str) -> Sections:
    """The sections of a note. An unknown heading at a line's start ends only sections whose kind is a strong
    prior.
    """
    starts: list[int] = []
    kinds: list[str] = []
    heads: list[tuple[int, int]] = []
    for hit in sorted((*HEADING.finditer(text), *BARE.finditer(text)), key=lambda hit: hit.start()):
        kind = KINDS.get(" ".join(hit["name"].lower().split()))
        colon = hit.group().endswith(":")
        if kind is None and hit["name"].isupper() and (colon or kinds[-1:] == ["family"]):
            kind = ""  # an unknown heading ends the section before it
        if kind is not None and (colon or hit["name"][0].isupper()):
            starts.append(hit.start())
            kinds.append(kind)
            heads.append((hit.start("name"), hit.end()))
    return Sections(tuple(starts), tuple(kinds), tuple(heads), tuple(_breaks(text)))


def _breaks(text: str) -> list[int]:
    """Offsets of lines that begin a new statement: after a blank or a short line, at a bullet or at a
    capital.
    """
    found, offset, width = [], 0, 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if not (bare and width >= 50 and bare[0].islower()) or BULLET.match(line):
            found.append(offset)
        width = len(bare)
        offset += len(line)
    return found
