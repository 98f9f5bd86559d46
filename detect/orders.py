"""Tests that a note only names, as an order does: "CT head, labs, PT eval"."""

from .statements import Statements

#: First and last CPT number of tests whose bare name is an order: imaging, nuclear and heart studies, lung
#: function, sleep and nerve studies, and scopes.
_TESTS = """
31231-31231 31622-31629 43235-43239 45330-45331 45378-45380 47000-47000 50200-50200 52000-52000 62270-62270
70010-79999 91200-91200 92083-92250 93000-93990 94010-94799 95700-95941
"""
TESTS = tuple((span[:5], span[6:]) for span in _TESTS.split())
#: Words of what a test showed or of its having been done; an order has none of them.
_TOLD = """
: negative neg nl normal wnl ok clear unremarkable positive pos stable w/ with show shown showed done reviewed
unchanged no without not complete completed performed placed given = cw c/w consistent today read interpreted
reactive reassuring obtained was were is confirmed found revealed demonstrated noted improved for after
"""
TOLD = frozenset(_TOLD.split())
#: Words before a test that tell of its result, or whose test it is.
LED = frozenset("by on per via from of after the this prior last and".split())
#: What parts the items of a list, or ends it.
PARTS = frozenset(", / and + ; . ¶ - ( ) → >".split())
#: How many words of the statement may follow, and where the head of the note ends, which names the study.
TAIL, HEAD = 14, 60
SECTIONS = frozenset(("", "assessment", "assessment and plan", "plan"))


def ordered(start: int, end: int, section: str, code: str, notes: Statements) -> bool:
    """Whether words `start` to `end`, a procedure's, stand there as an order."""
    if section not in SECTIONS or not _is_test(code):
        return False
    if notes.words[start][0].isdigit():
        return False  # a bill's code
    if notes.stream.start(start) < HEAD or (start and notes.words[start - 1] in LED):
        return False
    after = notes.words[end : notes.bounds(start)[1]]
    if after and after[0] not in PARTS:
        return False  # what it showed: "EKG NSR"
    return len(after) <= TAIL and not any(word in TOLD or word[0].isdigit() for word in after)


def _is_test(code: str) -> bool:
    return any(low <= code <= high for low, high in TESTS) and len(code) == 5
