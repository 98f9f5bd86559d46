"""Code sets and the curated lexicon, compiled once and read fast."""

from .store import CodeInfo, Store
from .versions import versions

__all__ = ["CodeInfo", "Store", "versions"]
