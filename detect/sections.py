"""Sections of a note: where each begins and what kind it is, and where a line's end also ends a statement."""

import re
from bisect import bisect_right
from collections.abc import Iterator
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
  for visit; interval history; interim history; presenting problem; reason for consultation; presenting;
  presentation; history of presenting illness; clinical history; indication; indications
course: hospital course; course; ed course; interval events; events; overnight events; brief hospital course
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
  precautions; patient education; warning signs; safety plan; call if; return if; when to call; return to
  ed if; when to call us; when to seek care; when to return; reasons to return; reasons to call; red
  flags; danger signs; call us if; call your doctor if; when to call your doctor; return precautions
  given; anticipatory guidance; crisis plan; er precautions; ed precautions; come back if; seek care if;
  call for; return for; return to er if
prevention: ppx; prophylaxis; prevention; health maintenance risks; risks; risks discussed; complications
  discussed
resolved: resolved; resolved problems; resolved issues; resolved diagnoses; cleared up; inactive problems;
  past problems; resolved problem list; resolved hospital problems; inactive; remote
differential: ddx; differential; differential diagnosis; differential dx; dd; rule out; r/o;
  considerations; suspected; possible diagnoses; differential diagnoses; diagnostic considerations
absent: not occurred; not found; ruled out; excluded; absent; pertinent negatives; negatives; denies;
  negative
active: active; ongoing; current; active issues; chronic; current problems; still active; ongoing issues
procedure: procedure; procedures; operation; procedure performed; operative procedure; interventions;
  intervention; services; services provided; operation performed; billing; charges; codes; cpt; billing
  codes; treatment; treatments
"""
KINDS: dict[str, str] = {
    name.strip(): kind
    for kind, _, names in (line.partition(": ") for line in _KINDS.strip().replace("\n  ", " ").splitlines())
    for name in names.split(";")
}
#: Words of a line that leads in a list of what to call for; such a line ends in a colon.
LEADING = re.compile(r"\b(?:call|return|seek|come back|go to|911|emergency|notify|contact|watch for)\b", re.I)
#: A label at a line's start, as a heading that is not known here.
LABEL = re.compile(r"[ \t]*[A-Za-z][A-Za-z /&-]{0,24}:(?!\d)")
#: The end of a line whose statement goes on below.
WANTING = (",", *(f" {word}" for word in "or and of for with without if no any the possible to".split()))
#: Kinds of sections that hold what stands on the heading's line, and the bullets below it.
BRIEF = frozenset("instructions resolved absent prevention differential past surgical family".split())
#: Those that run on after a heading that stands alone.
OPEN = frozenset(("past", "surgical", "family"))
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
    for start in _led(text):
        if start not in starts:
            starts.append(start)
            kinds.append("instructions")
    marks = sorted((*zip(starts, kinds, strict=True), *_ended(text, starts, kinds)))
    return Sections(
        tuple(start for start, _ in marks),
        tuple(kind for _, kind in marks),
        tuple(heads),
        tuple(_breaks(text)),
    )


def _led(text: str) -> Iterator[int]:
    """Offsets of lines that lead in a list of what to call for: "Go to the emergency room for:"."""
    end = text.find(":\n")
    while end >= 0:
        start = text.rfind("\n", 0, end) + 1
        if 8 <= end - start <= 110 and LEADING.search(text, start, end):
            yield start
        end = text.find(":\n", end + 1)


def _ended(text: str, starts: list[int], kinds: list[str]) -> list[tuple[int, str]]:
    """Where brief sections end: before the first line that is no bullet after bullets or after text on the
    heading's own line.
    """
    ends = []
    for start, kind in zip(starts, kinds, strict=True):
        if kind not in BRIEF:
            continue
        offset = text.find("\n", start) + 1
        begun = len(text[start:offset].partition(":")[2].strip()) > 3
        if not begun and kind in OPEN:
            continue
        width, above = offset - start, text[start:offset].rstrip()
        while 0 < offset < len(text):
            stop = text.find("\n", offset) + 1 or len(text)
            line = text[offset:stop]
            bullet = BULLET.match(line) is not None
            wrapped = (line[:1].islower() and (width > 45 or above.endswith(WANTING))) or (
                line[:1] == " " or (width > 60 and line.strip() != "")
            )
            if begun and not bullet and not (wrapped and LABEL.match(line) is None):
                break
            width, above = len(line), line.rstrip()
            begun = begun or bullet
            offset = stop
        if 0 < offset < len(text) and offset not in starts:
            ends.append((offset, ""))
    return ends


def _breaks(text: str) -> list[int]:
    """Offsets of lines that begin a new statement: after a blank or a short line, at a bullet, a label or a
    capital; a line in lower case goes on with one that ends in a comma or a word that wants another.
    """
    found, offset, before = [], 0, ""
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        runs_on = bare[:1].islower() and (len(before) >= 50 or before.endswith(WANTING))
        if not runs_on or BULLET.match(line) or LABEL.match(line):
            found.append(offset)
        before = bare
        offset += len(line)
    return found
