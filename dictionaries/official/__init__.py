"""Readers of official code files, one a format; each yields records and refuses what it can't read."""

from .faults import ImportFileError

__all__ = ["ImportFileError"]
