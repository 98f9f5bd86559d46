"""Whether "3/12" or "10-14" is a date: by its numbers where they tell, else by the words beside it.

Notes are full of things that look the same: muscle strength 4/5, pain 6/10, murmurs 2/6, trials 8/10, scale
scores 11/24, fractions of a tablet, ranges of days.
"""

import re
from typing import Final

from .wordlist import any_of

#: Names of scales and tests, after which two numbers are a score.
SCALES: Final = any_of(
    """apgars? ashworth asa braden bishop barthel berg bims borg cage caprini cdr chads2 child-pugh ciwa cows
    cssrs c-ssrs cssr ecog edss epds epworth ess faces fim flacc fisher gad-?[27] gcs gds glasgow gleason
    hamilton hoehn honos ishihara jebsen katz kps lawton mallampati mas mdq meld mfs mmse moca morse mrs
    nihss nottingham npi nrs odi oswestry oxford paid pcl-?5 pedi phq-?[29] prapare psqi qids ransom rass
    romberg sat(?:isfaction)? schirmer scored? scoring slums snot-?22 sofa stop-?bang tinetti titmus tug
    udi vas visa wong-?baker y-?bocs ybocs zung"""
)
FINDINGS: Final = any_of(
    """strength mmt pain rate[sd]? grade power murmur reflex(?:es)? motor trials? sensation va od os ou ph
    recall stage goals? bp muscle times level intensity severity dtrs? quads? grip delt(?:s|oid)?
    bi(?:ceps)? tri(?:ceps)? mood energy sleep craving urge suds distress anxiety function effort accuracy
    score agree(?:ment|d)? correct answered items criteria nodes? cores? lns? ratio vision acuity x trails
    kappa station orient(?:ed)? orientation a&o ao aox3 alert"""
)
NOT_A_DATE_BEFORE: Final = re.compile(
    rf"(?<![^\W_])(?:{SCALES}|{FINDINGS})(?:[ ](?:is|of|was|at|a|an|to|score|total|now|today"
    rf"|about))?[^\w\n]{{0,3}}$",
    re.IGNORECASE | re.VERBOSE,
)
AFTER_UNITS: Final = any_of(
    """strength trials? murmur sem pain ppd packs? tabs? tablets? cups? opportunit\\w+ days nights times mmhg
    weakness motor intensity systolic diastolic holosystolic correct criteria items steps visits sessions
    at_(?:rest|worst|best) in_(?:severity|all|intensity) power mg ml mcg cc inch(?:es)? oz lbs? tsp tbsp
    cm mm doses years yrs y/?o months wks? weeks hrs? hours cores nodes lns? bottles? bites? meals? feeds?
    prompts? targets? attempts? sets reps stools? questions? words? objects? recall accuracy teeth
    quadrants? throughout"""
)
NOT_A_DATE_AFTER: Final = re.compile(rf"[^\w\n]{{0,2}}(?:{AFTER_UNITS}(?!\w)|%)", re.IGNORECASE | re.VERBOSE)
#: "4/5+", "3/5 -> 4/5"
SCORE_AFTER: Final = re.compile(r"[+-](?!\d)|\s*(?:->|→)\s*\d/\d(?!\d)")

DATE_WORDS: Final = any_of(
    """on since until til till thru through by from dos dates? dated due seen visit appts? f/u fu after
    before next last start(?:ing|ed|s)? end(?:ing|ed|s)? exp dob edc edd lmp bd d/?c dc'd d/c'd admit\\w*
    disch\\w* surg\\w* ct mri cxr x-?rays? xr labs? echo ekg ecg eeg egd bcx ucx cx cult\\w* placed done
    refill\\w* call\\w* rx hx sx eff doi dod nv return recheck signed week_of sent faxed w/e wk_of as_of
    between meeting hearing court cath colo\\w* pap mammo\\w* dexa a1c inr drawn collected resulted
    received rec'd posted updated revised scheduled sched resched\\w* hospitalized intubated extubated
    removed inserted cancel\\w* no-?show injury fall fell onset addendum mon tues? wed thurs? fri sat sun
    monday tuesday wednesday thursday friday saturday sunday"""
)
DATE_BEFORE: Final = re.compile(rf"(?:(?<![^\W_]){DATE_WORDS}[\s:.(,#-]{{1,3}}|^\s*)$", re.I | re.M | re.X)
DATE_AFTER: Final = re.compile(
    r"[ ]*(?:[-–@]|at\b|to\b|thru\b)?[ ]*\d{1,2}/\d|[ ]*@|[ ]+(?:[01]\d|2[0-3]):?[0-5]\d(?!\d)|[ ]+\d{1,2}"
    r"(?::\d\d)?[ ]?[ap]m\b"
    r"|[ ]*:[ ]",
    re.IGNORECASE,
)
RANGE_AFTER: Final = re.compile(
    r"\s*(?:"
    + any_of(
        """days? wks? weeks? hours? hrs? months? mos? mg years? yrs? times min(?:utes?)? x reps
        units lbs? cm mm
    per beats charts ft feet steps ml cc oz sessions visits puffs drops tabs? caps? bpm breaths grams? g
    kg degrees pills items points people other more"""
    )
    + r"(?!\w)|%|°|/10|/5)",
    re.IGNORECASE | re.VERBOSE,
)
#: Denominators that scores and fractions have.
SCORE_PARTS: Final = frozenset({2, 3, 4, 5, 6, 8, 10})


def plausible_full(value: str) -> bool:
    """Any d/m/y with a four-digit year, even an impossible one; with two digits, a possible day and month."""
    digits = re.findall(r"\d+", value)
    parts = [int(part) for part in digits]
    if parts[-1] >= 1900:
        return True
    if "." in value and "/" not in value and "-" not in value:  # "8.1.12" is rather a version or a section
        return len(digits[0]) == 2 and min(parts[:2]) <= 12 and max(parts[:2]) <= 31
    return 1 <= min(parts[:2]) <= 12 and 1 <= max(parts[:2]) <= 31


def plausible_partial(match: re.Match[str], text: str) -> bool:
    """Whether m/d, or a run of them ("3/12-3/15", "3/12, 3/19"), is a date."""
    start, end = match.span("phi")
    before, after = text[max(0, start - 28) : start], text[end : end + 20]
    if NOT_A_DATE_BEFORE.search(before) or NOT_A_DATE_AFTER.match(after):
        return False
    if re.match(r"mon|tue|wed|thu|fri|sat|sun", match.group("phi"), re.IGNORECASE):
        return True
    pairs = re.findall(r"(\d+)/(\d+)", match.group("phi"))
    if all(_could_be_score(month, day) for month, day in pairs) or _same_whole(pairs):
        return not SCORE_AFTER.match(after) and bool(DATE_BEFORE.search(before) or DATE_AFTER.match(after))
    return True


def _could_be_score(month: str, day: str) -> bool:
    """ "4/5" could be one, "04/05" and "9/5" hardly; a full score such as 11/11 could be anything."""
    written_as_date = month.startswith("0") or day.startswith("0")
    return not written_as_date and (
        int(month) == int(day) or (int(day) in SCORE_PARTS and int(month) < int(day))
    )


def _same_whole(pairs: list[tuple[str, str]]) -> bool:
    """ "11/12, 10/12": parts of one whole."""
    return len(pairs) > 1 and len({day for _, day in pairs}) == 1 and all(int(m) <= int(d) for m, d in pairs)


def plausible_dashed(match: re.Match[str], text: str) -> bool:
    """Whether "10-14" is a date rather than a range: after a word of date, or alone at a line's end."""
    start, end = match.span("phi")
    if RANGE_AFTER.match(text, end):
        return False
    before = text[max(0, start - 14) : start]
    if re.fullmatch(r"\d\d-\d\d", match.group("phi")) and re.match(r"[ \t]*(?:$|\r?\n)", text[end : end + 8]):
        return not NOT_A_DATE_BEFORE.search(before)
    return bool(re.search(r"\S", before)) and bool(DATE_BEFORE.search(before))
