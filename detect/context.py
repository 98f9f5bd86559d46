"""Assertion: whether the patient has what a mention names, after ConText, by the words of `triggers.py`."""

import re

from . import course, orders, signs, story, timing, warned
from .reach import reaches
from .statements import KINDS, Cue, Statements, starts, statements
from .triggers import LIST, NEAR, REST, TOLD, Trigger

__all__ = ["Statements", "assertion", "starts", "statements"]

#: Which assertion wins where several triggers reach one mention.
RANK = {"negated": 0, "family": 1, "hypothetical": 2, "uncertain": 3, "historical": 4}
PROCEDURE_PRIOR = {
    "plan": "hypothetical",
    "assessment and plan": "hypothetical",
    "past": "historical",
    "surgical": "historical",
    "resolved": "historical",
}
#: A mention that begins with one of these is past.
PAST = frozenset(("s/p", "h/o", "history", "hx", "prior", "previous", "former", "old", "past", "prev"))
#: Under the heading of what was done these tell which kind it was.
AGAIN = frozenset(("repeat", "rpt", "possible", "elective"))
#: What a test showed was seen before the story of an illness is told, but not before a stay's course.
SHOWN = frozenset(("showed", "revealed", "confirm", "demonstrated"))
STAY = frozenset(("course", "results", "exam", "procedure"))
#: Words of a doubt or danger that a denial before it doesn't reach.
OWN = frozenset(
    "possible possibly probable probably likely suspect suspected case risk watch monitor if".split()
)
#: The first word of what tells whom to call or where to go.
CALLS = frozenset(("go", "return", "call", "er", "ed", "seek", "come"))
#: "No longer smokes" tells of the past.
EX_SMOKER = "Z87.891"
#: Between a finding or a denial and the test that showed it: "ruled out by TEE", "no PE on CTA".
VIA = frozenset(("by", "on", "per", "via"))
#: Words with which a statement in a family history turns to the patient.
SELF = frozenset(("patient", "pt", "currently", "today", "self", "personally"))
#: Instructions also tell what was found: "you were treated for pneumonia".
REPORTED = frozenset(("were", "was", "had", "have", "diagnosed", "because", "today"))
_PAST_TIME = r"\b(?:19|20)\d\d\b|['’]\d\d\b|\bago\b"
_BECAUSE = r"(?:for|after|c/b|complicated by|due to|d/t|because of)"
#: "Old scar", but neither "44 year old woman" nor "old man".
_OLD = r"(?<!year )(?<!yr )(?<!-)old(?! (?:man|woman|male|female|boy|girl|lady|gentleman|pt|patient)\b)"
_ENDED = r"(?:off|stopped|d/c'?d|discontinued|completed|finished|lasered|ablated|was on|had been on)"
#: A past operation and its reason, a drug stopped and why, or a time since, before a mention.
REASON = re.compile(
    rf"(?:(?:\b(?:s/p|status post|post|prior|previous|prev|remote|{_OLD}|last|former|h/o)\b|{_PAST_TIME})"
    rf"[^.;\n]{{3,60}}\b{_BECAUSE} |(?:{_PAST_TIME}) {_BECAUSE} |\b{_ENDED} [\w ]{{0,30}}\b{_BECAUSE} "
    r"|\b\d+ ?(?:d|days?|wks?|weeks?|mos?|months?|yrs?|years?) (?:s/p|status post|post) )"
    r"(?:an? |her |his |the |left |right |[LRlr] )?$",
    re.I,
)
#: The word before a mention that has one.
LINKS = frozenset(("for", "after", "c/b", "by", "due", "d/t", "because", "post", "s/p"))


def assertion(start: int, end: int, section: str, code: str, system: str, notes: Statements) -> str:
    """The assertion of words `start` to `end`: from the cues of its statement, else from its date, else from
    the section.
    """
    procedure = system != "ICD-10-CM"
    first, last = notes.bounds(start)
    near = notes.cues_in(first, last)
    reaching = [cue for cue in near if cue.trigger.kind in KINDS and reaches(cue, start, end, near, notes)]
    reaching = [cue for cue in reaching if _holds(cue.trigger, code, procedure)]
    reaching = _fitting(reaching, start, end, section, procedure, notes)
    if not reaching and not procedure:
        reaching = [cue for cue in notes.listed(first) if _holds(cue.trigger, code, procedure)]
    kinds = {cue.trigger.kind for cue in reaching}
    answer = signs.answered(end, code, notes)
    if answer:
        return answer if answer == "negated" or procedure else course.default(code)
    if "negated" in kinds:
        nearer = _nearer(reaching, start, notes.words)
        if nearer:
            return "hypothetical" if procedure else nearer
    if "negated" in kinds or signs.denied(start, end, notes):
        return "historical" if code == EX_SMOKER else "negated"
    if "family" in kinds or (section == "family" and not procedure and notes.words[first] not in SELF):
        return "family"
    if reaching:
        return _nearest(reaching, start, end, procedure)
    told = signs.boxed(start, notes) or _past(start, end, code, system, notes)
    told = told or _ahead(start, end, section, code, procedure, notes)
    if not told and section == "instructions" and not REPORTED.isdisjoint(notes.words[first:start]):
        return course.default(code)
    return told or _prior(section, code, system)


def _ahead(start: int, end: int, section: str, code: str, procedure: bool, notes: Statements) -> str:
    """What the layout of a statement says where no word does: an order, what to call for, a question."""
    if procedure:
        return "hypothetical" if orders.ordered(start, end, section, code, notes) else ""
    if signs.acted(end, notes) or (
        (code[0] in "RM" or not course.is_lasting(code)) and warned.warned(start, notes)
    ):
        return "hypothetical"
    return "uncertain" if signs.questioned(start, end, notes) else ""


def _nearer(cues: list[Cue], start: int, words: list[str]) -> str:
    """What outdoes a denial: a condition that leads it in ("if no better, MRI"), or a doubt or danger of the
    mention's own ("no fever, possible sinusitis"); '' where nothing does.
    """
    cue = min(cues, key=lambda cue: cue.start)
    leads = cue.trigger.scope == REST or words[cue.start] in CALLS
    if cue.trigger.kind == "hypothetical" and cue.trigger.direction == "after" and leads:
        return "hypothetical"
    if any(cue.trigger.direction == "before" for cue in cues if cue.trigger.kind == "negated"):
        return ""
    denial = max(cue.end for cue in cues if cue.trigger.kind == "negated")
    own = [
        cue
        for cue in cues
        if denial < cue.start and cue.end <= start and not OWN.isdisjoint(words[cue.start : cue.end])
    ]
    return own[-1].trigger.kind if own else ""


def _holds(trigger: Trigger, code: str, procedure: bool) -> bool:
    """Whether a trigger can speak of such a code at all."""
    if procedure:  # "neg" and "absent" after a procedure tell its result
        tells = trigger.kind == "negated" and trigger.scope == NEAR and trigger.only != "procedure"
        return not tells and trigger.only not in ("event", "passing", "finding") and trigger.kind != "family"
    if trigger.only == "procedure":  # the status of having had a procedure can be planned, too
        return course.is_done(code) and not (trigger.kind == "historical" and course.is_worn(code))
    if trigger.only == "event":
        return not course.is_lasting(code)
    if trigger.only == "passing":
        return course.is_passing(code) and code[0] not in "STVWXY"
    lists = trigger.scope in (LIST, TOLD) and trigger.direction == "after"
    return not (trigger.kind == "historical" and lists and course.is_lasting(code))


def _fitting(
    cues: list[Cue], start: int, end: int, section: str, procedure: bool, notes: Statements
) -> list[Cue]:
    """The cues that fit the section, the mention's own words and the one before it."""
    if section == "procedure" and procedure:
        cues = [cue for cue in cues if notes.words[cue.start] not in AGAIN]
    if section in STAY and procedure:
        cues = [cue for cue in cues if notes.words[cue.start] not in SHOWN]
    if procedure and start and notes.words[start - 1] in VIA:
        return [cue for cue in cues if cue.trigger.kind not in ("negated", "uncertain")]
    if "remission" in notes.words[start:end]:
        return [cue for cue in cues if cue.trigger.scope != LIST]
    return cues


def _nearest(cues: list[Cue], start: int, end: int, procedure: bool) -> str:
    """The kind of the nearest cue; a doubt before it wins: "likely old infarct"."""
    nearest = min(cues, key=lambda cue: _distance(cue, start, end))
    doubts = (cue for cue in cues if cue.trigger.kind == "uncertain" and cue.end in range(nearest.start + 1))
    kind = nearest.trigger.kind
    if kind == "historical" and any(nearest.start - cue.end <= 1 for cue in doubts):
        kind = "uncertain"
    # what is "possible" of a procedure is not done yet
    return "hypothetical" if procedure and kind == "uncertain" else kind


def _distance(cue: Cue, start: int, end: int) -> tuple[int, int]:
    return (start - cue.end if cue.end <= start else cue.start - end, RANK[cue.trigger.kind])


def _past(start: int, end: int, code: str, system: str, notes: Statements) -> str:
    """An event that its own words or a date put in the past: "s/p stroke", "miscarriage 2011"."""
    stream = notes.stream
    if notes.words[start] in PAST and not course.is_lasting(code):
        return "historical"
    told = timing.told(stream.text, stream.end(end - 1), code, system)
    if told:
        return told
    low = stream.start(start)
    linked = system == "ICD-10-CM" and start > 0 and notes.words[start - 1] in LINKS
    if linked and not course.is_systemic(code) and REASON.search(stream.text[max(0, low - 80) : low]):
        return "historical"
    if story.past(start, code, system, notes):
        return "historical"
    return timing.told_before(stream.text, low, code, system)


def _prior(section: str, code: str, system: str) -> str:
    if section in ("instructions", "prevention"):
        return "hypothetical"
    if section == "absent":
        return "negated"
    if section == "differential" and system == "ICD-10-CM":
        return "uncertain"
    if system != "ICD-10-CM":
        if section == "hpi" and code.isdigit() and "10000" < code < "70000":
            return "historical"  # operations in the story of an illness came before the visit
        return PROCEDURE_PRIOR.get(section, "present")
    if section == "surgical" and not course.is_systemic(code) and code[0] not in "RZ":
        return "historical"  # what an operation was for
    if section == "resolved" or (section in ("past", "surgical") and course.is_passing(code)):
        return "historical"
    return course.default(code)
