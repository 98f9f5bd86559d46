"""Findings that a policy has no business with: what it keeps, allows, or has already made less exact.

"2024", "90+" and "941**" are what Safe Harbor makes of a date, an age and a ZIP code, so a policy that does
so leaves them alone wherever they stand; redacting its result again then changes nothing.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from .known import RECOGNIZER as KNOWN
from .labels import HIPAA_LETTER
from .old_age import tells_old_age
from .parts import RECOGNIZER as FIELD
from .policies.model import Policy
from .spans import Finding, weight
from .terms import RECOGNIZER as DENIED
from .terms import allowed
from .zip_areas import area_of

YEAR: Final = re.compile(r"[12][0-9]{3}")
AREA: Final = re.compile(r"(?<![0-9])[0-9]{3}\*\*(?![*0-9])")
OVER_89: Final = re.compile(r"90\+?")
#: What is certain about this very patient or site is never left alone for an allowed term or a low score.
CERTAIN: Final = frozenset({KNOWN, DENIED, FIELD})


def permitted(findings: list[Finding], text: str, policy: Policy) -> list[Finding]:
    """The findings that the policy is to act on."""
    places = allowed(policy.allow, text)
    kept = [finding for finding in findings if _is_kept(finding, policy)]
    return [
        f
        for f in (_at_home(finding, policy) for finding in findings if not _is_kept(finding, policy))
        if f.recognizer in CERTAIN
        or not (_is_left(f, places, policy) or _is_done(f, text, policy) or _is_part(f, kept))
    ]


def _is_kept(finding: Finding, policy: Policy) -> bool:
    return finding.label in policy.kept and finding.recognizer != DENIED


def _at_home(finding: Finding, policy: Policy) -> Finding:
    """A denied term goes even where the policy keeps its label."""
    if finding.recognizer == DENIED and finding.label in policy.kept:
        return replace(finding, label="OTHER_ID")
    return finding


def settled_places(text: str, policy: Policy) -> list[tuple[int, int]]:
    """Where a text holds ZIP codes that are cut short already, and the policy does the same."""
    if policy.actions["ZIP"].operator != "zip3":
        return []
    return [m.span() for m in AREA.finditer(text) if area_of(m.group()) == m.group()[:3]]


def _is_left(finding: Finding, places: set[tuple[int, int]], policy: Policy) -> bool:
    low = finding.score < policy.thresholds.get(finding.label, 0.0)
    return low or (finding.start, finding.end) in places


def _is_part(finding: Finding, kept: list[Finding]) -> bool:
    """Whether a finding is a weaker reading of what a policy keeps: the digits of a ZIP code as an address.

    Only where the rule counts both as the same kind; elsewhere what may be a direct identifier goes.
    """
    letter = HIPAA_LETTER[finding.label]
    return any(
        other.start <= finding.start
        and finding.end <= other.end
        and HIPAA_LETTER[other.label] == letter
        and weight(other) > weight(finding)
        for other in kept
    )


def _is_done(finding: Finding, text: str, policy: Policy) -> bool:
    check = DONE.get(policy.actions[finding.label].operator)
    return check is not None and check(finding, text)


def _is_year(finding: Finding, text: str) -> bool:
    value = text[finding.start : finding.end]
    return YEAR.fullmatch(value) is not None and not tells_old_age(value)


def _is_90(finding: Finding, text: str) -> bool:
    """ "90+", whether the finding has the plus or not."""
    value = text[finding.start : finding.end]
    return OVER_89.fullmatch(value) is not None and text.startswith("90+", finding.start)


DONE: Final[Mapping[str, Callable[[Finding, str], bool]]] = {
    "year": _is_year,
    "age90": _is_90,
}
