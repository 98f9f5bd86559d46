"""Figures of code detection.

A listed code is right when it overlaps a marked mention and is one of its acceptable codes; each mention can
be met once, in the order of the marks. `category` asks only for the first three characters, which for a
procedure is its code system. Assertions are compared over the right ones.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from .gold import CodeMark
from .ratios import Harmonic, Ratio

_CATEGORY = 3


@dataclass(frozen=True, slots=True)
class FoundCode:
    """One code that was listed; `code` as `code_key` writes it."""

    start: int
    end: int
    code: str
    assertion: str


@dataclass(frozen=True, slots=True)
class CodeCounts:
    """What one note adds to the figures; `right` and `asserted` count by the marked assertion.

    `missed` are the marks without a right code, `wrong` the listed codes that overlap no mark.
    """

    mentions: int
    listed: int
    category: int
    right: Counter[str] = field(default_factory=Counter)
    asserted: Counter[str] = field(default_factory=Counter)
    missed: tuple[CodeMark, ...] = ()
    wrong: tuple[FoundCode, ...] = ()


def count_codes(gold: Sequence[CodeMark], found: Sequence[FoundCode]) -> CodeCounts:
    """Compare the codes listed for one note with its marks."""
    right: Counter[str] = Counter()
    asserted: Counter[str] = Counter()
    missed: list[CodeMark] = []
    free = list(found)
    for mark in gold:
        code = next((code for code in free if _overlap(mark, code) and code.code in mark.codes), None)
        if code is None:
            missed.append(mark)
            continue
        free.remove(code)
        right[mark.assertion] += 1
        asserted[mark.assertion] += code.assertion == mark.assertion
    wrong = tuple(code for code in free if not any(_overlap(mark, code) for mark in gold))
    category = sum(_same_category(mark, found) for mark in gold)
    return CodeCounts(len(gold), len(found), category, right, asserted, tuple(missed), wrong)


def _overlap(mark: CodeMark, code: FoundCode) -> bool:
    return code.start < mark.end and mark.start < code.end


def _same_category(mark: CodeMark, found: Sequence[FoundCode]) -> bool:
    categories = {code[:_CATEGORY] for code in mark.codes}
    return any(code.code[:_CATEGORY] in categories for code in found if _overlap(mark, code))


def accuracy_of(assertion: str) -> Ratio[CodeCounts]:
    """Share of the right codes of one marked assertion that have it."""
    return Ratio(lambda note: note.asserted[assertion], lambda note: note.right[assertion])


precision: Ratio[CodeCounts] = Ratio(lambda note: note.right.total(), lambda note: note.listed)
recall: Ratio[CodeCounts] = Ratio(lambda note: note.right.total(), lambda note: note.mentions)
f1: Harmonic[CodeCounts] = Harmonic(precision, recall)
category_recall: Ratio[CodeCounts] = Ratio(lambda note: note.category, lambda note: note.mentions)
#: Share of the right codes with the marked assertion.
accuracy: Ratio[CodeCounts] = Ratio(lambda note: note.asserted.total(), lambda note: note.right.total())
