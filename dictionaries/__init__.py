"""Code sets and the curated lexicon, compiled once and read fast; look codes up and search them.

A name is imported when it is first asked for, so that a lookup doesn't wait for what the detector needs.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .cache import compiled
    from .lookup import lookup
    from .search import search
    from .standing import CodeInfo
    from .store import Store
    from .versions import versions

__all__ = ["CodeInfo", "Store", "compiled", "lookup", "search", "versions"]

_HOME = {
    "CodeInfo": "standing",
    "Store": "store",
    "compiled": "cache",
    "lookup": "lookup",
    "search": "search",
    "versions": "versions",
}


class _Package(ModuleType):
    """Three functions share their names with the modules that hold them. The import of such a module would
    leave the module in the function's place: that is not let happen.
    """

    def __setattr__(self, name: str, value: Any) -> None:
        if not (name in _HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)

    def __getattr__(self, name: str) -> Any:
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = getattr(import_module(f".{_HOME[name]}", __name__), name)
        setattr(self, name, found)
        return found


sys.modules[__name__].__class__ = _Package
