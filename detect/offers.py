"""Changes to a mention after it was found: another code put first, or offered after the best one."""

from dataclasses import replace

from ..dictionaries import CodeInfo
from .mention import Candidate, CodeMention

#: How often at most a code that follows from other mentions is the right one for this mention's words.
OFFERED = 0.5


def coded(mention: CodeMention, info: CodeInfo, reason: str) -> CodeMention:
    """The mention with another best code; the one that it had comes next."""
    best = Candidate(info.code, info.system, info.description, mention.score, reason)
    others = tuple(candidate for candidate in mention.candidates if candidate.code != info.code)
    return replace(
        mention,
        system=info.system,
        code=info.code,
        description=info.description,
        billable=info.billable,
        candidates=(best, *others),
    )


def offered(mention: CodeMention, info: CodeInfo, reason: str) -> CodeMention:
    """The mention with a second candidate; unchanged where it already has that one."""
    best, *others = mention.candidates
    if any(candidate.code == info.code for candidate in mention.candidates):
        return mention
    score = min(best.score, max([OFFERED, *(candidate.score for candidate in others)]))
    second = Candidate(info.code, info.system, info.description, score, reason)
    return replace(mention, candidates=(best, second, *others))
