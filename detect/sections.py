"""Sections of a note: where each begins and what kind it is, and where a line's end also ends a statement."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

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

#: A heading within a line: "No murmur. Plan: echo. Family history: stroke."
WITHIN = re.compile(r"(?<=[.;] )(?P<name>[A-Z][A-Za-z/&']*(?: [A-Za-z/&']+){0,3}):(?=[ \n])")

_KINDS = """
family: family history; family hx; fh; fhx; fam hx; family; famhx; family medical history; fmhx; farnily;
  fam; fam history
past: past medical history; pmh; pmhx; past history; medical history; past hx; hx; pmhx/pshx; past
  psychiatric history; psychiatric history; past psych; medical hx; pmh/psh; previous medical history;
  past ocular history; ocular history; poh; ob history; obstetric history; gyn history; birth history;
  injuries; medical; trauma history; trauma hx; hospitalizations; past hospitalizations; past med hx;
  past medical hx; phx; past psych history; past psych hx; birth hx; ob hx;
  developmental history; comorbidities; chronic conditions; mh; mhx; medical problems; past illnesses;
  illnesses; previous illnesses; background; background history; medical background; pmedhx; pertinent
  history; relevant history; significant history; prior history; previous history; cardiac history; ob; gyn;
  obgyn; obhx; gynhx; obstetrical history; gynecologic history; gynecological history; past ob history; past
  gyn history; treatment history; past treatment; prior treatment; past hospitalizations; admissions; prior
  admissions; prior illnesses; prior injuries; past injuries; childhood illnesses; co-morbidities; past
  diagnoses; previous diagnoses; past problems; pohx; past psych; psych hx; psych history; psychhx; med hx
surgical: past surgical history; psh; pshx; surgical history; surgeries; surgical hx; past surgeries;
  procedures history; prior surgeries; previous surgeries; operations; past procedures; prior procedures;
  previous operations; prior operations; past operations; psurghx; surg hx; surg; surghx; sx hx; past sx;
  ops; surgical procedures; past surg hx
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
  codes; treatment; treatments; technique; description; description of procedure; procedure in detail;
  procedure details; details of procedure; operative findings; operative details; details; narrative
"""
KINDS: dict[str, str] = {
    name.strip(): kind
    for kind, _, names in (line.partition(": ") for line in _KINDS.strip().replace("\n  ", " ").splitlines())
    for name in names.split(";")
}
#: What parts a heading of two, and words about the heading itself.
PARTED = re.compile(r"\s*(?:/|&|,|\band\b|\+)\s*")
ABOUT = re.compile(
    r"^(?:patient'?s?|pt|relevant|pertinent|other|additional|brief|updated|current|significant) "
    r"|[ (]+(?:upd(?:ate[ds]?)?|reviewed|today|rev'?d|unchanged|per \w+|continued|cont)\)?$"
)
#: Words of a line that leads in a list of what to call for; such a line ends in a colon.
LEADING = re.compile(r"\b(?:call|return|seek|come back|go to|911|emergency|notify|contact|watch for)\b", re.I)
#: A label at a line's start, as a heading that is not known here.
LABEL = re.compile(r"[ \t]*[A-Za-z][A-Za-z /&-]{0,24}:(?!\d)")
#: The end of a line whose statement goes on below.
WANTING = (",", *(f" {word}" for word in "or and of for with without if no any the possible to".split()))
#: Kinds of sections that hold what stands on the heading's line, and the bullets below it.
BRIEF = frozenset("instructions resolved absent prevention differential past surgical family".split())
#: Those that a heading within a line opens for one sentence only.
SHORT = frozenset(("family", "instructions", "prevention", "differential", "absent", "resolved"))
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
        colon = hit.group().endswith(":")
        kind = _kind(hit["name"], colon)
        if kind is None and hit["name"].isupper() and (colon or kinds[-1:] == ["family"]):
            kind = ""  # an unknown heading ends the section before it
        elif kind is None and colon and kinds[-1:] == ["hpi"] and hit["name"][0].isupper():
            kind = ""
        if kind is not None and (colon or hit["name"][0].isupper()):
            starts.append(hit.start())
            kinds.append(kind)
            if kind or not text[hit.start() : hit.start("name")].strip():  # "# AKI: improved" is no heading
                heads.append((hit.start("name"), hit.end()))
    _set_within(text, starts, kinds)
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


@lru_cache(maxsize=4096)
def _kind(name: str, colon: bool) -> str | None:
    """The kind of section a heading opens, of two the first's; a label that has no colon must be known as a
    whole.
    """
    name = " ".join(name.lower().split())
    kind = KINDS.get(name)
    if kind is not None or not colon:
        return kind
    bare = ABOUT.sub("", name)
    first, *others = PARTED.split(bare)
    found = KINDS.get(bare) or KINDS.get(first)
    if not others or len(first) < 2:
        return KINDS.get(bare)
    return found or KINDS.get(f"{first} history")


def _set_within(text: str, starts: list[int], kinds: list[str]) -> None:
    """Put in the known headings that stand within a line; where the line ends the section before goes on."""
    stop, around = -1, ""
    for hit in WITHIN.finditer(text):
        kind = KINDS.get(hit["name"].lower()) if len(hit["name"]) > 1 else None
        if kind is None:
            continue
        place = bisect_right(starts, hit.start())
        if hit.start() > stop:
            around = kinds[place - 1] if place else ""
            end = text.find("\n", hit.end())
            stop = end if end >= 0 else len(text)
            if kind in SHORT and (end := text.find(". ", hit.end(), stop)) >= 0:
                stop = end + 1
            starts.insert(place, stop)
            kinds.insert(place, around)
        starts.insert(place, hit.start())
        kinds.insert(place, kind)


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
