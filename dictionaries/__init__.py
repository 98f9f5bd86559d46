"""Code sets and the curated lexicon, compiled once and read fast."""

from .cache import compiled
from .store import CodeInfo, Store
from .versions import versions

__all__ = ["CodeInfo", "Store", "compiled", "versions"]
