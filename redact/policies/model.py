"""What a redaction policy is: for every PHI label an action, and the HIPAA paragraph it rests on."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from ..labels import HIPAA_LETTER, LABELS
from ..terms import Term

#: Operators whose replacement is a tag or a value that HIPAA lets stand. Redacting their result again changes
#: nothing; what the others write looks like an identifier, so their result is not read again.
SETTLED: Final = frozenset({"tag", "numbered", "keep", "year", "age90", "zip3"})


@dataclass(frozen=True, slots=True)
class Action:
    """What happens to the identifiers of one label.

    `operator` names a Presidio operator of `redact/operators`, `params` are its settings (fit for JSON), and
    `paragraph` is the paragraph of 45 CFR that the action rests on.
    """

    operator: str
    params: Mapping[str, Any] = field(default_factory=dict)
    paragraph: str = ""


def safe_harbor_paragraph(label: str) -> str:
    """The paragraph of the Safe Harbor list that names the identifier."""
    return f"164.514(b)(2)(i)({HIPAA_LETTER[label]})"


@dataclass(frozen=True, slots=True)
class Policy:
    """A named choice of action for every PHI label.

    basis: the paragraph or reasoning the whole rests on, in a sentence.
    thresholds: by label, the score below which a finding is left alone.
    allow, deny: terms that are never and always redacted; deny goes before allow.
    link: what surrogates and numbers follow where a patient and a secret are given. "note": the order of
        appearance in each note. "value": the value itself, so that a patient's notes agree; such values are
        derived from the identifiers (164.514(c)(1)), so the result is not Safe Harbor.
    """

    name: str
    basis: str
    actions: Mapping[str, Action]
    thresholds: Mapping[str, float] = field(default_factory=dict)
    allow: tuple[Term, ...] = ()
    deny: tuple[Term, ...] = ()
    link: Literal["note", "value"] = "note"

    def __post_init__(self) -> None:
        if set(self.actions) != set(LABELS):
            raise ValueError("a policy has an action for every PHI label and for nothing else")

    @property
    def kept(self) -> frozenset[str]:
        """The labels whose identifiers stay."""
        return frozenset(label for label, action in self.actions.items() if action.operator == "keep")

    @property
    def settled(self) -> bool:
        """Whether redacting a result again is to change nothing."""
        return all(action.operator in SETTLED for action in self.actions.values())

    @property
    def draws(self) -> bool:
        """Whether replacements are drawn at random."""
        return any(action.operator in ("surrogate", "shift") for action in self.actions.values())

    @property
    def digest(self) -> str:
        """A fingerprint of all but the terms, which may be names: equal for policies that do the same."""
        content = {
            "actions": {
                label: [action.operator, dict(action.params)] for label, action in self.actions.items()
            },
            "thresholds": dict(self.thresholds),
            "link": self.link,
        }
        return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:16]
