"""Redaction policies: for each label, the operator that replaces it and the HIPAA paragraph it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from presidio_anonymizer.entities import OperatorConfig

from ...errors import UsageError
from ..labels import LABELS

__all__ = ["POLICIES", "Policy", "load_policy"]


@dataclass(frozen=True, slots=True)
class Policy:
    """A named choice of operator for every PHI label."""

    name: str
    basis: str
    operators: Mapping[str, OperatorConfig]


SAFE_HARBOR: Final = Policy(
    name="safe-harbor",
    basis="45 CFR 164.514(b)(2)",
    operators=MappingProxyType({label: OperatorConfig("tag") for label in LABELS}),
)

POLICIES: Final[Mapping[str, Policy]] = MappingProxyType({SAFE_HARBOR.name: SAFE_HARBOR})


def load_policy(name: str) -> Policy:
    """The policy of that name.

    Raises `UsageError` when there is none.
    """
    if name not in POLICIES:
        raise UsageError(f"unknown policy {name!r}: choose one of {', '.join(sorted(POLICIES))}")
    return POLICIES[name]
