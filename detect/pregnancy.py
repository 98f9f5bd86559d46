"""Codes of pregnancy: the trimester and weeks from the gestational age, and conditions that complicate it.

The guidelines are those of ICD-10-CM, section I.C.15 (trimester by the age at the encounter; a condition of a
pregnant patient is coded to chapter 15 unless it is said to be incidental) and I.C.21.c.11 (weeks, Z3A).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from .combinations import DIAGNOSES, Lookup
from .gestation import Age, ages
from .mention import Candidate, CodeMention
from .offers import coded, offered

#: Where a gestational age can stand; a note without it and without a code of pregnancy has nothing for here.
HINTS = ("estation", "GA", "IUP")
GRAVIDA = re.compile(r"G ?\d{1,2},? ?P ?\d")
PREGNANT, ENDED = ("O", "Z33.1", "Z34", "Z3A"), ("O0", "O8", "O90", "O91", "O92", "Z33.2")
HIGH_RISK = "O09"
WEEKS_SCORE = 0.9
UNSAID, NAMES = "unspecified trimester", ("", "first trimester", "second trimester", "third trimester")
BY_AGE = "trimester by the gestational age, guideline I.C.15.a.3"
WORSENED = "complicates the pregnancy, guideline I.C.15.a.1"
PRESUMED = "the patient is pregnant, and nothing says that this is incidental to it: guideline I.C.15.a.1"

_COMPLICATING = """
I10-I10 O16.9; I11-I11 O10.119; I12-I12 O10.219; I13-I13 O10.319; I26-I26 O88.219; I82-I82 O22.30; I05-I99
O99.419; E10-E10 O24.019; E11-E11 O24.119; E08-E13 O24.819; E40-E46 O25.10; E66-E66 O99.210; E00-E89
O99.280; D50-D64 O99.019; D65-D89 O99.119; J00-J99 O99.519; F10-F10 O99.310; F17-F17 O99.330; F11-F19
O99.320; F01-F99 O99.340; G00-G99 O99.350; N10-N10 O23.00; N30-N30 O23.10; N39-N39 O23.40; N17-N19 O26.839;
K70-K83 O26.619; K00-K95 O99.619; L00-L99 O99.719; B20-B20 O98.719; Z21-Z21 O98.719; B15-B19 O98.419;
A50-A53 O98.119; A54-A54 O98.219; A55-A64 O98.319; B00-B34 O98.519
"""
COMPLICATING = tuple(
    (span[:3], span[4:], code) for span, code in (entry.split() for entry in _COMPLICATING.split(";"))
)
CHRONIC = re.compile(r"\b(?:chronic|essential|pre-?existing|c ?htn|chtn)\b", re.I)
_BY = r"(?:complicated (?:by|with)|c/b)"
BEFORE = re.compile(rf"\b(?:pregnan\w+|iup|gestation)[^.;\n]{{0,40}}? {_BY} [^.;\n]*$", re.I)
AFTER = re.compile(r" (?:complicating|affecting|in|during) (?:the |this |her |current )?pregnan", re.I)
BETWEEN = re.compile(rf"[^.;\n]{{0,30}}{_BY}[^.;\n\w]*(?:an? |her )?", re.I)
LONG = 120


def with_pregnancy(
    mentions: Sequence[CodeMention], text: str, section: Callable[[int], str], lookup: Lookup
) -> list[CodeMention]:
    """The mentions of a note in order, those of a pregnancy with their trimester, and one for the weeks told;
    `section` gives the section at an offset.
    """
    found = list(mentions)
    pregnant = any(mention.code.startswith(PREGNANT) for mention in found)
    if not pregnant and not any(hint in text for hint in HINTS) and not GRAVIDA.search(text):
        return found
    told = _current(found, text)
    if pregnant:
        found = _merged([_complicating(mention, text, lookup) for mention in found], text)
        if told or any(_current_code(mention) for mention in found):
            found = [_presumed(mention, lookup) for mention in found]
    found = [_timed(mention, told, text, lookup) for mention in found]
    return _with_weeks(found, told, text, section, lookup)


def _pregnant(mention: CodeMention) -> bool:
    return mention.code.startswith(PREGNANT)


def _current_code(mention: CodeMention) -> bool:
    """Whether a mention says that the patient is pregnant now."""
    own = _pregnant(mention) and (mention.code[:3] == HIGH_RISK or not mention.code.startswith(ENDED))
    return own and mention.assertion == "present"


def _current(mentions: Sequence[CodeMention], text: str) -> list[Age]:
    """The ages of the present pregnancy: the sure ones, and others in a note that tells of a pregnancy."""
    known = any(_current_code(mention) for mention in mentions)
    ends = {mention.end for mention in mentions if _pregnant(mention)}
    return [
        age for age in ages(text) if age.surely or _beside(age, ends, text) or (known and _dated(age, text))
    ]


def _beside(age: Age, ends: set[int], text: str) -> bool:
    """Whether an age stands right after a mention of pregnancy: "preeclampsia at 34 weeks"."""
    before = text[: age.start].rstrip(" ").removesuffix("at").removesuffix("@").rstrip(" ,(")
    return len(before) in ends


def _dated(age: Age, text: str) -> bool:
    """Whether an age is told to the day: no duration is."""
    return re.search(r"\d ?d|/7|\+", text[age.start : age.end], re.I) is not None


def _complicating(mention: CodeMention, text: str, lookup: Lookup) -> CodeMention:
    """A condition that the words beside it say to complicate a pregnancy, coded so."""
    if mention.assertion not in ("present", "uncertain") or mention.code[0] == "O":
        return mention
    before = text[max(0, mention.start - LONG) : mention.start]
    if not BEFORE.search(before) and not AFTER.match(text, mention.end):
        return mention
    info = lookup(_chapter15(mention), DIAGNOSES)
    return coded(mention, info, WORSENED) if info is not None else mention


def _chapter15(mention: CodeMention) -> str:
    """The code of a condition in pregnancy, trimester unspecified, or the empty string."""
    if mention.system != DIAGNOSES:
        return ""
    if mention.code == "I10" and CHRONIC.search(mention.text):
        return "O10.019"
    return next((code for low, high, code in COMPLICATING if low <= mention.code[:3] <= high), "")


def _presumed(mention: CodeMention, lookup: Lookup) -> CodeMention:
    """A present condition of a pregnant patient, with its code in pregnancy offered."""
    if mention.assertion != "present":
        return mention
    info = lookup(_chapter15(mention), DIAGNOSES)
    return offered(mention, info, PRESUMED) if info is not None else mention


def _merged(mentions: list[CodeMention], text: str) -> list[CodeMention]:
    """The mentions, "pregnancy" and the first condition that complicates it as one."""
    found: list[CodeMention] = []
    for mention in mentions:
        last = found[-1] if found else None
        known = last is not None and last.code == "Z33.1" and mention.code[0] == "O"
        if last is not None and known and BETWEEN.fullmatch(text[last.end : mention.start]):
            found.pop()
            mention = replace(mention, start=last.start, text=text[last.start : mention.end])
        found.append(mention)
    return found


def _timed(mention: CodeMention, told: list[Age], text: str, lookup: Lookup) -> CodeMention:
    """A mention whose candidates' trimester is the one that its gestational age tells."""
    if not told or not any(UNSAID in candidate.description for candidate in mention.candidates):
        return mention
    own = [age for age in told if _beside(age, {mention.end}, text)]
    trimesters = {age.trimester for age in own or told}
    if len(trimesters) != 1 or (not own and mention.assertion == "historical"):
        return mention
    trimester = trimesters.pop()
    first, *rest = (_in_trimester(candidate, trimester, lookup) for candidate in mention.candidates)
    others = (candidate for candidate in rest if candidate.code != first.code)
    return replace(mention, code=first.code, description=first.description, candidates=(first, *others))


def _in_trimester(candidate: Candidate, trimester: int, lookup: Lookup) -> Candidate:
    """A candidate with its trimester, where the list has such a code: one of its last characters tells it."""
    wanted = candidate.description.replace(UNSAID, NAMES[trimester])
    for place in (-1, -2, -3):
        code = f"{candidate.code[:place]}{trimester}{candidate.code[len(candidate.code) + place + 1 :]}"
        info = lookup(code, candidate.system) if wanted != candidate.description else None
        if info is not None and info.description == wanted:
            return replace(candidate, code=code, description=wanted, reason=candidate.reason or BY_AGE)
    return candidate


def _with_weeks(
    mentions: list[CodeMention],
    told: list[Age],
    text: str,
    section: Callable[[int], str],
    lookup: Lookup,
) -> list[CodeMention]:
    """The mentions and those of the weeks, unless the pregnancy has ended (guideline I.C.21.c.11)."""
    over = any(
        m.assertion == "present" and m.code.startswith(ENDED) and m.code[:3] != HIGH_RISK for m in mentions
    )
    found = list(mentions)
    for age in () if over else told:
        touched = [mention for mention in found if mention.start < age.end and age.start < mention.end]
        known = any(m.code == age.code and m not in touched for m in found)
        info = None if known else lookup(age.code, DIAGNOSES)
        if info is not None and all(mention.code.startswith("Z3A") for mention in touched):
            start = min([age.start, *(mention.start for mention in touched)])
            end = max([age.end, *(mention.end for mention in touched)])
            best = Candidate(info.code, DIAGNOSES, info.description, WEEKS_SCORE)
            found = [mention for mention in found if mention not in touched]
            found.append(_weeks(start, end, text, best, section(start)))
    numbered = (mention for mention in found if not _numberless(mention, text))
    return sorted(numbered, key=lambda mention: mention.start)


def _numberless(mention: CodeMention, text: str) -> bool:
    """Whether a mention of weeks lacks their number, which stands before it."""
    return (
        mention.code == "Z3A.01"
        and mention.text[:1] in "wW"
        and text[: mention.start].rstrip()[-1:].isdigit()
    )


def _weeks(start: int, end: int, text: str, best: Candidate, section: str) -> CodeMention:
    return CodeMention(
        start,
        end,
        text[start:end],
        best.system,
        best.code,
        best.description,
        True,
        "present",
        section,
        best.score,
        (best,),
    )
