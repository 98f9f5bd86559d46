"""What a patient is told to look out for: "return to the hospital for fever", "report any dizziness"."""

import re

from ..dictionaries.words import normal
from .statements import Statements

#: How far such a warning runs on, in characters.
REACH = 160
_ACT = (
    r"(?:call|return|come (?:back|in)|contact|notify|phone|go|be (?:seen|evaluated)|seek|message|"
    r"alert|get (?:help|seen)|let (?:me|us|the \w+|someone) know|see (?:us|a doctor|me)|tell (?:me|us)|"
    r"bring (?:him|her|them|\w+) (?:in|back)|look out|follow up sooner|check back)"
)
_DUTY = (
    r"(?:should|will|must|can|please|pls|advised|told|asked|instructed|understanding|reminded|agrees|"
    r"agreed|knows|reasons|when|urged|encouraged|needs|is|are|was|were|pt|patient|you|parents?)"
)
#: An instruction: a verb that begins a clause, or stands after a word of duty.
WARNING = re.compile(
    rf"(?:(?:(?:^|[.;:,•*→>-] ?|\n)\s*(?:(?:please|pls|and|or|then|immediately|to) )*|\b(?:and|or) ){_ACT}"
    rf"|\b{_DUTY} (?:to (?:immediately )?{_ACT}|(?:should |will |can |must )?{_ACT}))\b(?! (?:from|"
    rf"to (?:work|school|play|sports?|baseline)|of)\b)"
    r"[^.;\n]{0,60}?(?:\b(?:for|with|if|about|any|should|when|such as|including|develops?|having|"
    r"you (?:notice|get))\b|[(:])"
    rf"|(?:(?:^|[.;:•*-] |\n)report|\b{_DUTY} to report)\b(?! (?:from|of|given|received|called|to)\b| ?:)",
    re.I,
)
#: What was explained and what it can lead to: "talked about topiramate including kidney stones".
EXPLAINED = re.compile(
    r"\b(?:discuss(?:ed|ion)|reviewed|talked|spoke|explained|counsel\w*|went over|warned|informed|"
    r"aware|risks?|side effects?|complications?|adverse \w+)\b[^.;\n]{0,60}\b"
    r"(?:including|incl\.?|such as|among them|like)\b",
    re.I,
)
IN_CASE = re.compile(r"\bin (?:the )?(?:case|event) of\b", re.I)
#: A visit for what the patient has: "return for follow up of", "return in 2 weeks for".
VISIT = re.compile(
    r"\b(?:in|x|q) ?(?:\d+|a|one|two|three|six)\b|\b(?:follow up (?!sooner)|f/u|re-?check|visit|"
    r"because|results?|refills?|appointment|next|tomorrow)\b"
    r"|\b(?:with|to) (?:a |an |the |his |her )?(?:plan|copy|results?|records?|letter)\b",
    re.I,
)
_HINTS = """
call return come contact notify phone go seen evaluated seek message alert help know see bring tell
look sooner back report including include incl such among like case event
"""
#: One of these stands in each warning, in the form in which words are compared.
HINTS = frozenset(normal(word) for word in _HINTS.split())
#: Words that end the list of dangers.
OVER = re.compile(
    r"\b(?:otherwise|currently|today|was seen|were seen|treated|no longer|denies|reports)\b",
    re.I,
)


def warned(start: int, notes: Statements) -> bool:
    """Whether the statement up to word `start` tells what to do should the condition come."""
    first = notes.bounds(start)[0]
    if HINTS.isdisjoint(notes.words[first:start]):  # the quick look
        return False
    high = notes.stream.start(start)
    low = max(notes.stream.end(first - 1) if first else 0, high - REACH)  # "in" and "to" are no words
    before = notes.stream.text[low:high]
    hit = EXPLAINED.search(before) or IN_CASE.search(before) or WARNING.search(before)
    if hit is None or VISIT.search(hit[0]):
        return False
    return OVER.search(before, hit.end()) is None
