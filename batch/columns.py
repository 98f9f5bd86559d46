"""What becomes of the columns of a table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from ..errors import NoteError, UsageError

KEEP, DROP, TEXT, ID, PATIENT = "keep", "drop", "text", "id", "patient"
RULES: Final = (KEEP, DROP, TEXT, ID, PATIENT)
#: What a patient's number is, since the record's number of a patient is an identifier too.
PATIENT_LABEL: Final = "MRN"
GIVE: Final = "give --column NAME=RULE for each, or --other-columns keep or drop for all of them"


class NoRule(NoteError):
    """A record has a column that no rule speaks of."""

    def __init__(self, number: int) -> None:
        super().__init__(f"its column {number} has no rule: {GIVE}")


@dataclass(frozen=True, slots=True)
class Columns:
    """The rule of each column by name, and the rule of all others: "keep", "drop" or None for none.

    A rule is one of `RULES` or a PHI label: the cell is that identifier, and is replaced whole.
    """

    rules: Mapping[str, str]
    others: str | None = None

    def rules_for(self, path: str) -> str | None:
        """The rule of a dotted path: its own, or that of the nearest object it lies in; None without one."""
        while path:
            if path in self.rules:
                return self.rules[path]
            path = path.rpartition(".")[0]
        return self.others

    def rules_of(self, names: Iterable[str]) -> tuple[str, ...]:
        """The rules of a header in order. Raises `UsageError` for columns without one, missing or doubled."""
        listed = list(names)
        if missing := [name for name in self.rules if name not in listed]:
            raise UsageError(f"a table has no column {missing[0]!r}: check its header")
        if doubled := [name for name in self.rules if listed.count(name) > 1]:
            raise UsageError(f"a table has several columns {doubled[0]!r}: rename them")
        bare = [number for number, name in enumerate(listed, 1) if self.rules.get(name, self.others) is None]
        if bare:
            raise UsageError(f"columns without a rule in a table: number {', '.join(map(str, bare))}; {GIVE}")
        return tuple(self.rules.get(name) or self.others or DROP for name in listed)

    def written(self) -> "Columns":
        """The rules by which the table that a run wrote is read again: its texts, and nothing else."""
        return Columns({name: rule for name, rule in self.rules.items() if rule == TEXT}, KEEP)

    def to_dict(self) -> dict[str, Any]:
        """As JSON keeps it."""
        return {"rules": dict(self.rules), "others": self.others}

    @classmethod
    def from_dict(cls, fields: Mapping[str, Any]) -> "Columns":
        """The same from JSON."""
        return cls(dict(fields["rules"]), fields["others"])


def label_of(rule: str) -> str | None:
    """The PHI label of a rule that replaces a cell; None for the others."""
    if rule == PATIENT:
        return PATIENT_LABEL
    return None if rule in RULES else rule


def columns_of(
    text: Iterable[str], identity: str | None, patient: str | None, given: Iterable[str], others: str | None
) -> Columns | None:
    """The rules of the command line's words; None without any.

    `given` has NAME=RULE. Raises `UsageError` for an unknown rule, two for one column, and no column of text.
    """
    pairs = [(name, TEXT) for name in text]
    pairs += [(name, rule) for name, rule in ((identity, ID), (patient, PATIENT)) if name is not None]
    pairs += map(_pair, given)
    if not pairs and others is None:
        return None
    rules = dict(pairs)
    if len(rules) < len(pairs):
        raise UsageError("a column has two rules: give it one")
    if TEXT not in rules.values():
        raise UsageError("no column of text: name one with --text-column")
    for rule in (ID, PATIENT):
        if list(rules.values()).count(rule) > 1:
            raise UsageError(f"two columns are the {rule}: give one")
    return Columns(rules, others)


def _pair(words: str) -> tuple[str, str]:
    from ..redact.labels import LABELS

    name, _, rule = words.rpartition("=")
    rule = rule.lower() if rule.lower() in RULES else rule.upper()
    if not name or rule not in (*RULES, *LABELS):
        raise UsageError(
            f"--column takes NAME=RULE; a rule is {', '.join(RULES)} or a label: {', '.join(LABELS)}"
        )
    return name, rule
