"""Redaction policies: for each label, the operator that replaces it and the HIPAA paragraph it rests on."""

from pathlib import Path
from typing import Final

from ...errors import UsageError
from .files import read_builtin, read_policy
from .model import Action, Policy

__all__ = ["POLICIES", "Action", "Policy", "load_policy"]

#: The names of the policies that the package carries, a YAML file each.
POLICIES: Final = ("safe-harbor", "limited-data-set", "surrogate", "tags", "tags-numbered")
SUFFIXES: Final = (".yaml", ".yml")


def load_policy(name: str | Path) -> Policy:
    """The policy of that name or in that file.

    Raises `UsageError` when there is none, or naming the key of the file that is at fault.
    """
    if name in POLICIES:
        return read_builtin(str(name))
    path = Path(name)
    if path.suffix.lower() in SUFFIXES:
        return read_policy(path)
    raise UsageError(
        f"unknown policy {str(name)!r}: choose one of {', '.join(POLICIES)}, or give a .yaml file"
    )
