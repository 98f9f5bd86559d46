"""What rules found and the model is sure is nothing.

Capitals, gazetteers and field labels mislead rules about names and places, above all in notes that are all
capitals; on hand-marked notes a name that a rule saw and the model gave less than 5% was never one, and a
facility one time in five. Numbers, dates and known identifiers keep the certainty of their rules.
"""

from collections.abc import Iterable
from typing import Final

from .model.spans import Words
from .recognizers.base import FIELD
from .spans import Finding

DOUBTED: Final = frozenset({"PERSON", "FACILITY", "CITY"})
DOUBT: Final = 0.05
#: The limit for what stands elsewhere in the note as somebody's name or initials.
PROPAGATED_DOUBT: Final = 0.025


def undoubted(findings: Iterable[Finding], words: Words | None, limit: float = DOUBT) -> list[Finding]:
    """The findings without those that the model doubts; all of them where no model has read the note."""
    if words is None:
        return list(findings)
    return [finding for finding in findings if not _doubted(finding, words, limit)]


def _doubted(finding: Finding, words: Words, limit: float) -> bool:
    if finding.label not in DOUBTED or finding.score >= FIELD:
        return False
    score = words.most(finding.start, finding.end)
    return score is not None and score < limit
