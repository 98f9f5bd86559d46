"""What the words right after a mention tell of its time: "CABG 2019", "concussion at 12", "CT in 6 weeks"."""

import re

from . import course

#: How far after a mention its date can stand, in characters.
SPAN = 60
#: How much of a note is its head, which holds the date of the visit, in characters.
HEAD = 300
YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_UNIT = r"(?:min(?:ute)?s?|h(?:ou)?rs?|d(?:ay)?s?|w(?:ee)?ks?|mo(?:nth)?s?|m|y(?:ea)?rs?|y)\b"
_LONG = r"(?:w(?:ee)?ks?|mo(?:nth)?s?|y(?:ea)?rs?)\b"
_NUMBER = r"an?|one|two|three|four|five|six|several|many|(?:a )?(?:few|couple)(?: of)?"
_COUNT = rf"(?:\d+(?:[-–]\d+)? ?|(?:{_NUMBER}) )"
#: What may stand between a mention and its time; nothing that begins, lasts or starts a treatment.
_NOT = (
    r"since|began|start|onset|x\b|dx|diagnos|on\b|now|new|worse|until|due|vs|versus|no|than|compared|with\b"
)
_LEAD = (
    rf"^[ ,():]*(?:yes,? )?(?:(?!{_NOT})[a-z]+ ){{0,3}}?"
    r"(?:\d+ ?w(?:ee)?ks? )?(?:x ?\d+,? \(?)?(?:(?:back )?(?:in|on|of|dated|from|circa|ca\.?|during|"
    r"early|late|~) ?){0,2}"
)
_YEAR = r"(?:(?:19|20)\d\d|['’]\d\d)(?!\d|-\d)(?! ?(?:mg|ml|h\b|cc|kcal))"
_SLASHED = r"\d{1,2}/(?:\d{1,2}/)?(?:(?:19|20)\d\d|\d\d)(?![\d/])"
_PARTLY = rf"(?P<date>{_MONTH},? (?:\d{{1,2}},? )?{_YEAR}|{_SLASHED}|{_YEAR})"
_YOUTH = (
    r"(?:as an? (?:young |small |little |premature )?"
    r"(?:child|kid|teen(?:ager)?|infant|baby|toddler|newborn|youth|adolescent|boy|girl|young adult)"
    r"|(?:at |@ ?)?ages? \d+|at \d\d?(?!\.\d)(?! ?w(?:ee)?ks)(?: ?(?:yo|y/o|yrs|years|months|"
    r"mo))?(?=[ .,;)]|$)"
    r"|in (?:his|her|their|my) (?:early |mid |late )?(?:\d0|teen|twentie|thirtie|fortie|youth|childhood)"
    r"|(?:in |during )?(?:his |her )?(?:freshman|sophomore|junior|senior) year|at birth|in utero|"
    r"in (?:high|middle|grade|elementary) school|in college|in (?:infancy|childhood|adolescence)"
    r"|in (?:\w+) grade|when (?:he|she|they|i|pt) w(?:as|ere) |when (?:younger|little|young)"
    r"|with (?:first|1st|second|2nd|last|prior|previous) (?:preg\w*|delivery|baby|child|birth))"
)
_AGO = (
    rf"(?:{_COUNT}(?:y(?:ea)?rs?|y|mo(?:nth)?s?|decades) (?:ago|back|prior)"
    r"|years ago|(?:last|(?:in|over) the) (?:winter|spring|summer|fall|autumn)|last (?:year|month|yr)"
    rf"|last {_MONTH}(?! ?\d)"
    r"|(?:many )?yrs ago|in (?:the )?(?:remote|distant) past)"
)
_RECENT = (
    rf"(?:{_COUNT}{_UNIT} (?:ago|prior)|yesterday|last (?:week|night)|at (?:an )?(?:outside|osh)|elsewhere)"
)
_DAY = (
    r"(?P<day>(?:0?[1-9]|1[0-2])[/-](?:0?[1-9]|[12]\d|3[01])(?![\d/%]|-\d)"
    rf"|{_MONTH} \d{{1,2}}\b)"
)
_COMING = (
    r"^[ ,(]*(?:[a-z]+ ){0,2}?(?:(?:in|within|at|again in|every|x) "
    rf"{_COUNT}{_UNIT}(?! ?(?:ago|old|prior|back|post|later|of))|q ?\d"
    rf"|(?:\d+(?:[-–]\d+)? ?|(?:{_NUMBER}) ){_LONG}(?! ?(?:ago|old|prior|back|post|later|of|out))"
    r"|tomorrow|tonight|tmrw|next (?:week|wk|month|mo|visit|year|yr|appt|session|time|mon|tue|wed|thu|fri)"
    r"|(?:this|in) (?:am|pm)\b|am\b|in (?:the )?(?:fall|spring|summer|winter)\b"
    r"|(?:on |this )?(?:mon|tues?|wed|thurs?|fri)(?:day|nesday|rsday)?\b"
    r"|(?:to|for) (?:evaluate|assess|r/o|rule out|look for|further|better|exclude|confirm|be done|start)"
    r"|if |once |when |unless )"
)

#: A span of years, which is over: "homeless 2019-21", "smoked 1990 to 2005".
SPANNED = re.compile(
    r"^[ ,(:]*(?:[a-z]+ ){0,2}?(?:19|20)\d\d ?(?:-|–|to) ?(?:(?:19|20)\d\d|\d\d)(?![\d/])", re.I
)
#: A date with its day, as that of a visit.
FULL = re.compile(
    rf"(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-]|{_MONTH},? \d{{1,2}},? |\d{{1,2}}[ -]{_MONTH}[ -])((?:20)?\d\d)\b"
    r"|(?=((?:20)\d\d)-\d\d-\d\d)",
    re.I,
)
_WHO = r"(?:he|she|they|pt|patient|then|also|first|i|had|has had)"
_HAD = r"(?:had|underwent|suffered|developed|sustained|experienced|w/|s/p|(?:treated|admitted) (?:for|with))"
_WHEN = (
    rf"(?:(?<![\d/.-])(?:19|20)\d\d(?![\d/])|{_COUNT}(?:y(?:ea)?rs?|decades) ago"
    r"|last (?:yr|year)|years ago)"
)
#: A year and what befell then, before a mention: "in 2009 he had an".
BEFORE = re.compile(
    rf"{_WHEN}(?:[:,]? (?:{_WHO} )*{_HAD} (?:an? |her |his |left |right |[lr] )?|[:,]? (?:[lr] )?)$", re.I
)
#: Words with which what is told comes back to the present.
_BACK = r"now|current|today|still|since|presents|here|has|is|are|began|until|denies|no\b|on\b|continues"
_ON = rf"(?:(?!\b(?:{_BACK})\b)[^.;\n])"
_BARE_YEAR = r"(?<![\d/.-])(?:19|20)\d\d(?![\d/-])"
_SPAN_AGO = rf"{_COUNT}(?:y(?:ea)?rs?|decades) ago|last (?:yr|year)"
_DATE = rf"(?:(?:back )?in )?(?:(?:early |late )?{_MONTH},? )?(?:{_BARE_YEAR}|{_SPAN_AGO})"
_BEFORE_NOW = rf"{_BARE_YEAR}|years? ago|last (?:yr|year|month|winter|summer|spring|fall|admission)"
#: A past time and what was told of it up to a mention: "in 2019 he was admitted with", over commas only where
#: the time leads.
TALE = re.compile(
    rf"(?:(?:^|[.;\n(]|- )\s*{_DATE}{_ON}{{0,50}}|(?:{_BEFORE_NOW})(?:(?!,){_ON}){{0,40}})$", re.I
)
YOUTH = re.compile(_LEAD + _YOUTH, re.I)
#: A month without day or year, which the note has left behind: "croup in Nov".
MONTHLY = re.compile(_LEAD + rf"\b(?<=in ){_MONTH}(?! ?\d)", re.I)
DATED = re.compile(_LEAD + rf"(?:{_PARTLY}|{_AGO})", re.I)
DONE = re.compile(
    _LEAD.replace("{0,3}", "{0,5}") + rf"(?:{_PARTLY}|{_AGO}|{_RECENT}|{_DAY}|(?<=in ){_MONTH}(?! ?\d))", re.I
)
#: Episodes that are counted are over: "DVT x2".
COUNTED = re.compile(r" ?x ?[1-9]\b(?! ?(?:d|day|w|week|h|hour|m|y|/|-|mg))", re.I)
EPISODES = (
    "I21",
    "I26",
    "I82",
    "I63",
    "G45",
    "J18",
    "O00",
    "O03",
    "N10",
    "N12",
    "K85",
    "D70",
    "A41",
    "S06",
    "A04.7",
)
#: What ends the use of a substance: "meth use stopped 2018", "smoker, quit 10 y ago".
QUIT = re.compile(
    rf"[ ,(:-]*(?:use |abuse )?(?:[a-z]+ )?(?:quit|stopped|none|clean|sober|last used?|ended|d/c'?d)"
    rf" (?:in |since |for |x ?|around |about )?(?:(?:19|20)\d\d|['’]\d\d|{_COUNT}(?:y(?:ea)?rs?|"
    rf"decades)|\d+ ?y|years)",
    re.I,
)
COMING = re.compile(_COMING, re.I)
STOP = re.compile(r"[;\n]|\.(?!\d)|\bbut\b")


def told(text: str, end: int, code: str, system: str) -> str:
    """`historical`, `hypothetical` or '' by what follows a mention that ends at `end`."""
    if text[end : end + 1] in ".;\n" and not text[end + 1 : end + 2].isdigit():
        return ""  # the quick look: the statement ends here
    after = text[end : end + SPAN]
    cut = STOP.search(after)
    after = after[: cut.start()] if cut else after
    if system != "ICD-10-CM":
        done = DONE.match(after)
        if done and not _today(text, done["day"] or _with_day(done["date"])):
            return "historical"
        return "hypothetical" if COMING.match(after) else ""
    if course.is_lifelong(code):
        return ""
    if YOUTH.match(after) or (("19" in after or "20" in after) and SPANNED.match(after)):
        return "historical"
    if " in " in after and course.is_passing(code) and MONTHLY.match(after):
        return "historical"
    if code[:2] == "F1" and QUIT.match(after):
        return "historical"
    if " x" in after[:3] and code.startswith(EPISODES) and COUNTED.match(after):
        return "historical"
    dated = None if course.is_lasting(code) or code[0] == "Z" else DATED.match(after)
    return "historical" if dated and not latest(text, dated["date"]) else ""


def told_before(text: str, start: int, code: str, system: str) -> str:
    """`historical` or '' by a year before a mention that begins at `start`."""
    if course.is_lasting(code) and system == "ICD-10-CM":
        return ""
    before = text[max(0, start - SPAN) : start]
    told = "19" in before or "20" in before or "ago" in before or "last " in before.lower()
    hit = (BEFORE.search(before) or TALE.search(before)) if told else None
    if hit is None:
        return ""
    year = YEARS.search(hit[0])
    return "" if year is not None and latest(text, year[0]) else "historical"


def _with_day(date: str | None) -> str | None:
    """A date that has a day, else nothing: "6/2011" is no date of a visit."""
    return date if date and date.count("/") == 2 else None


def _today(text: str, date: str | None) -> bool:
    """Whether a date also stands in the head of the note, and so is the visit's."""
    return bool(date) and str(date) in text[:HEAD]


def latest(text: str, date: str | None) -> bool:
    """Whether a date is of the latest year that a note names, and so of this illness. Only a date with a day
    tells when a note was written.
    """
    year = YEARS.search(date[-4:]) if date else None
    years = set(YEARS.findall(text)) if year else set()
    if year is None or len(years) < 2 or year[0] != max(years):
        return False
    return "/" in str(date) or any((hit[1] or hit[2])[-2:] == year[0][-2:] for hit in FULL.finditer(text))
