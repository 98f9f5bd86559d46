"""Inline marks: [[LABEL|identifier]] and {{CODES~ASSERTION~mention}} within the note."""

import re

from ..errors import UsageError
from .gold import CodeMark, GoldNote, PhiMark, check_assertion, code_key

_MARK = re.compile(
    r"\[\[(?P<label>[A-Z][A-Z0-9_]*)\|(?P<phi>.+?)\]\]"
    r"|\{\{(?P<codes>[^~{}]+)~(?P<assertion>[a-z]+)~(?P<mention>.+?)\}\}",
    re.DOTALL,
)
#: What begins a mark, be it a faulty one.
_OPEN = re.compile(r"\[\[[A-Za-z0-9_ ]*\||\{\{[^~{}\n]*~")


def parse_marks(raw: str, identity: str, where: str) -> GoldNote:
    """The note without its marks. Raises UsageError for a mark that is not closed or stands in another."""
    pieces: list[str] = []
    phi: list[PhiMark] = []
    codes: list[CodeMark] = []
    length = position = 0
    for mark in _MARK.finditer(raw):
        before, words = raw[position : mark.start()], mark["phi"] or mark["mention"]
        _check_closed(raw, position, mark.start(), where)
        _check_closed(raw, mark.start() + len("[["), mark.end(), where)
        position = mark.end()
        start = length + len(before)
        length = start + len(words)
        pieces += before, words
        if mark["label"]:
            phi.append(PhiMark(mark["label"], ((start, length),)))
        else:
            codes.append(_code(mark, start, length, where))
    _check_closed(raw, position, len(raw), where)
    return GoldNote(identity, "".join([*pieces, raw[position:]]), tuple(phi), tuple(codes))


def _code(mark: re.Match[str], start: int, end: int, where: str) -> CodeMark:
    codes = tuple(code_key(code) for code in mark["codes"].split(",") if code.strip())
    return CodeMark(start, end, codes, check_assertion(mark["assertion"], where))


def _check_closed(raw: str, start: int, end: int, where: str) -> None:
    """Refuse the beginning of a mark where there should be none."""
    if match := _OPEN.search(raw, start, end):
        line = raw.count("\n", 0, match.start()) + 1
        raise UsageError(
            f"{where}, near line {line}: a mark is not closed, stands within another, or lacks its label (in "
            "capitals), its codes or its words; mend it"
        )
