"""Redaction: find the Safe Harbor identifiers of a note and replace them."""

from .known import KnownIdentifiers, KnownTable, known_for, read_known
from .redactor import Redactor
from .spans import PhiSpan, Redaction

__all__ = ["KnownIdentifiers", "KnownTable", "PhiSpan", "Redaction", "Redactor", "known_for", "read_known"]
