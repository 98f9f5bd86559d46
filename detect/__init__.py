"""Finds diagnosis and procedure codes in clinical text."""

from .detector import CodeDetector
from .mention import Candidate, CodeMention

__all__ = ["Candidate", "CodeDetector", "CodeMention"]
