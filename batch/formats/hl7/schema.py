"""The segments, data types and table values of HL7 version 2, from v2.tsv."""

from functools import cache
from importlib.resources import files
from typing import Final

#: Types of one value, whose fields have no components.
PRIMITIVES: Final = frozenset("ST TX FT ID IS NM SNM SI DT DTM TM GTS".split())


def types(name: str) -> tuple[str, ...]:
    """The types of a segment's fields or a data type's components, in order; none for an unknown name."""
    return _table()[0].get(name, ())


def is_table_value(code: str) -> bool:
    """Whether a code is a value of one of HL7's tables."""
    return code in _table()[1]


def is_segment(name: str) -> bool:
    """Whether a segment of this name is known."""
    return name in _table()[2]


@cache
def _table() -> tuple[dict[str, tuple[str, ...]], frozenset[str], frozenset[str]]:
    text = (files(__package__) / "v2.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    named = {name: tuple(written.split()) for _, name, written in rows if name != "codes"}
    codes = frozenset(code for _, name, written in rows if name == "codes" for code in written.split())
    return named, codes, frozenset(name for kind, name, _ in rows if kind == "segment")
