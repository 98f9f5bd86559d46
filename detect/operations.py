"""Whether a mention of an operation means the procedure or the status that it left ("CABG" in a history).

As a coder reads it, an operation that is planned or done now is the procedure, one that is over the status
after it, and a transplant that the patient simply has is a status (the index: Transplant, status).
"""

from collections.abc import Callable, Collection

from ..dictionaries import CodeInfo
from . import status
from .mention import Candidate

#: Words of a statement that tell of an operation being done now.
DOING = frozenset(("today", "undergoing", "performed", "performing", "intraoperative"))
#: Those before or after a transplant that is not there yet.
AHEAD = frozenset(
    ("evaluation", "evaluate", "workup", "refer", "referral", "referred", "candidacy", "eligible")
)
#: Sections that tell what was done or will be.
ACTING = frozenset(("procedure", "plan", "instructions"))
TRANSPLANT = "Z94"


def concerns(best: Candidate) -> bool:
    """Whether a code is a procedure's or a status that a procedure leaves."""
    return best.system == "CPT" or best.code.startswith(status.STATUS)


def is_to_do(asserted: str, said: Collection[str]) -> bool:
    """Whether an operation is planned, or the words of its statement tell that it is being done."""
    return asserted == "hypothetical" or not DOING.isdisjoint(said)


def is_over(best: Candidate, asserted: str, section: str, said: Collection[str]) -> bool:
    """Whether a procedure has left its status: it is past, or it is a transplant that the patient has."""
    if best.system != "CPT" or asserted not in ("historical", "present"):
        return False
    if asserted == "historical":
        return True
    has = status.after(best.code).startswith(TRANSPLANT) and section not in ACTING
    return has and DOING.isdisjoint(said) and AHEAD.isdisjoint(said)


def procedure_first(candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The candidates, a procedure before the status that it leaves; the scores keep their places."""
    best = next((c for c in candidates if c.system == "CPT"), candidates[0])
    if best is candidates[0]:
        return candidates
    others = (candidate for candidate in candidates if candidate is not best)
    ordered = (best, *others)
    return tuple(
        Candidate(c.code, c.system, c.description, placed.score, c.reason)
        for c, placed in zip(ordered, candidates, strict=True)
    )


def left(
    candidates: tuple[Candidate, ...], lookup: Callable[[str], CodeInfo | None]
) -> tuple[Candidate, ...]:
    """The candidates of a past operation after the status that it left, where it left one; `lookup` finds the
    code of a status for the side.
    """
    best = candidates[0]
    named = (c.code for c in candidates if concerns(c) and c.system != "CPT")
    code = next(named, "") or status.after(best.code)
    info = lookup(code) if code else None
    if info is None:
        return candidates
    others = (candidate for candidate in candidates if candidate.code not in (code, info.code))
    return (Candidate(info.code, info.system, info.description, best.score), *others)
