"""What is found once in a note is redacted everywhere in it.

Parts of names, their possessives and other casings, the initials that sign for them, and numbers, cities
and facilities as they were written. A name that is a common word keeps its lower-case use ("Rose rose early").
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from .gazetteers import eponyms
from .recognizers.base import LIKELY
from .recognizers.name_words import CREDENTIALS, NEVER, is_clinical, is_plain
from .spans import Finding

RECOGNIZER: Final = "Propagation"
NUMBERED: Final = frozenset({"MRN", "SSN", "HEALTH_PLAN", "ACCOUNT", "LICENSE", "VEHICLE", "DEVICE", "OTHER_ID", "PHONE", "FAX", "EMAIL"})
WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
NEXT_WORD: Final = re.compile(r" ([a-zà-þ]{3,})")
PARTICLES: Final = frozenset("de la del los las da dos das do di du van von der den ter bin ibn al el le jr sr ii iii iv st mc mac".split())
#: Where two or three letters are somebody's initials: alone on a line, after a dash, in "RK/jm", after "by".
SIGNING: Final = re.compile(
    r"(?:^[ \t]*|[-–—~/][ ]?|\b(?:by|init(?:ials?)?|trans|dict|signed|typed)[:.]?[ ])(?P<initials>[^\W\d_]{2,3}|(?:[^\W\d_]\.){2,3})(?=[ \t]*(?:$|[/,;)]|[-–]?[ ]?\d))",
    re.MULTILINE | re.IGNORECASE,
)


def propagate(findings: Iterable[Finding], text: str) -> Iterator[Finding]:
    """Yield the further places in `text` of what `findings` found."""
    found = list(findings)
    names = [text[f.start : f.end] for f in found if f.label == "PERSON" and f.score >= LIKELY]
    yield from _name_parts(names, text)
    yield from _initials(names, text)
    yield from _exact([f for f in found if f.label in NUMBERED or f.label in ("CITY", "FACILITY")], text)


def _name_parts(names: list[str], text: str) -> Iterator[Finding]:
    parts = {part for name in names for part in WORD.findall(name) if _identifies(part)}
    any_case = {part.lower() for part in parts if not is_plain(part) and part.lower() not in eponyms()}
    as_written = {form for part in parts if part.lower() not in any_case for form in (part, part.capitalize()) if form != part.lower()}
    for match in WORD.finditer(text):
        word = re.sub(r"['’]s$", "", match.group())
        if (word in as_written and not _is_disease(word, match.end(), text)) or word.lower() in any_case:
            yield Finding(match.start(), match.start() + len(word), "PERSON", LIKELY, RECOGNIZER)
    yield from _run_on({part for part in any_case if len(part) > 5}, text)


def _is_disease(word: str, end: int, text: str) -> bool:
    """Whether an eponym stands before the clinical word it names: "Barrett's esophagus" in a note of Dr. Barrett's."""
    if word.lower() not in eponyms():
        return False
    after = NEXT_WORD.match(text, end)
    return after is not None and is_clinical(after[1])


def _run_on(parts: set[str], text: str) -> Iterator[Finding]:
    """A long name inside a longer word, as in "sbaptiste_84": the whole word goes."""
    if parts:
        inside = re.compile(rf"(?<!\w)\w{{0,24}}(?:{'|'.join(sorted(map(re.escape, parts)))})\w{{0,24}}", re.IGNORECASE)
        for match in inside.finditer(text):
            if re.search(r"[\d_]", match.group()):
                yield Finding(*match.span(), "OTHER_ID", LIKELY, RECOGNIZER)


def _identifies(part: str) -> bool:
    lower = part.lower()
    return len(part) > 2 and lower not in PARTICLES and lower not in NEVER and not re.fullmatch(CREDENTIALS, part)


def _initials(names: list[str], text: str) -> Iterator[Finding]:
    known = {form for name in names for form in _initial_forms(name)}
    if known:
        for match in SIGNING.finditer(text):
            if match.group("initials").replace(".", "").lower() in known:
                yield Finding(*match.span("initials"), "PERSON", LIKELY, RECOGNIZER)


def _initial_forms(name: str) -> Iterator[str]:
    last_first = re.fullmatch(r"([^,]+),\s*(.+)", name)
    ordered = f"{last_first[2]} {last_first[1]}" if last_first else name
    letters = [word[0].lower() for word in re.findall(r"[^\W\d_]+", ordered) if word.lower() not in PARTICLES]
    if len(letters) > 1:
        yield letters[0] + letters[-1]
        yield "".join(letters[:3])


def _exact(findings: list[Finding], text: str) -> Iterator[Finding]:
    labels = {text[f.start : f.end]: f for f in findings if f.end - f.start > 3}
    labels = {value: f for value, f in labels.items() if f.label not in NUMBERED or sum(c.isalnum() for c in value) > 4 or f.label == "FACILITY"}
    if not labels:
        return
    longest_first = sorted(labels, key=len, reverse=True)
    for match in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", text):
        origin = labels[match.group()]
        yield Finding(*match.span(), origin.label, origin.score, RECOGNIZER)
