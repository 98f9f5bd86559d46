"""Redaction: find the Safe Harbor identifiers of a note and replace them.

A name is imported when it is first asked for, so that labels and policies don't wait for Presidio.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .known import KnownIdentifiers, KnownTable, known_for, read_known
    from .redactor import Redactor
    from .spans import PhiSpan, Redaction

__all__ = ["KnownIdentifiers", "KnownTable", "PhiSpan", "Redaction", "Redactor", "known_for", "read_known"]

_HOME = {
    "KnownIdentifiers": "known",
    "KnownTable": "known",
    "PhiSpan": "spans",
    "Redaction": "spans",
    "Redactor": "redactor",
    "known_for": "known",
    "read_known": "known",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f".{_HOME[name]}", __name__), name)
    return found
