"""JSON in and out with nothing lost: numbers keep their digits, and the output has the input's layout."""

import json
import re
from collections.abc import Callable
from typing import Any, Final

from ...errors import FixedNoteError

#: Deeper than any resource in use; each level costs stack.
MAX_DEPTH: Final = 100
#: Says that a value was there and is withheld: http://hl7.org/fhir/R4/extension-data-absent-reason.html
MASKED_EXTENSION: Final = {
    "url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason",
    "valueCode": "masked",
}


class BrokenJson(FixedNoteError):
    """No JSON, or JSON that two readers could read differently."""

    message = "the JSON is broken, has a name twice in one object or is nested too deep; export it again"


class Number(str):
    """A number as it is written: 1.50 stays 1.50."""

    __slots__ = ()


class Withheld:
    """Stands in a value's place: masked is told by an extension beside it, the other kind leaves no trace."""

    __slots__ = ("masked",)

    def __init__(self, *, masked: bool) -> None:
        self.masked = masked


MASKED: Final = Withheld(masked=True)
DROPPED: Final = Withheld(masked=False)
#: A value that is made when the output is written.
Late = Callable[[], object]


def parse(text: str) -> Any:
    """The value of a JSON text, its numbers as `Number`. Raises `BrokenJson`."""
    try:
        value = json.loads(
            text, parse_int=Number, parse_float=Number, parse_constant=_refuse, object_pairs_hook=_object
        )
        text.encode("utf-8")
    except (ValueError, RecursionError):
        raise BrokenJson from None
    if _depth(value) > MAX_DEPTH or not _encodable(value):
        raise BrokenJson
    return value


def dump(value: object, like: str) -> str:
    """The JSON text of a value, laid out as the text `like`; withheld values are left out."""
    body = like.strip(" \t\r\n")
    start = like.index(body)
    indent = re.match(r"[{\[]\r?\n([ \t]+)", body)
    layout = _Layout(
        indent=indent[1] if indent else None,
        line="\r\n" if "\r\n" in body else "\n",
        colon=": " if '": ' in body else ":",
        comma=", " if not indent and re.search(r'[}\]"0-9el], ["{\[]', body[:2000]) else ",",
        ascii=body.isascii() and "\\u" in body,
    )
    return like[:start] + layout.written(value, 0) + like[start + len(body) :]


class _Layout:
    __slots__ = ("ascii", "colon", "comma", "indent", "line")

    def __init__(self, *, indent: str | None, line: str, colon: str, comma: str, ascii: bool) -> None:
        self.indent, self.line, self.colon, self.comma, self.ascii = indent, line, colon, comma, ascii

    def written(self, value: object, level: int) -> str:
        if callable(value):
            value = value()
        if isinstance(value, dict):
            pairs = _kept(value).items()
            items = [
                f"{self._scalar(name)}{self.colon}{self.written(item, level + 1)}" for name, item in pairs
            ]
            return self._group("{", items, "}", level)
        if isinstance(value, list):
            return self._group("[", [self.written(item, level + 1) for item in value], "]", level)
        return self._scalar(value)

    def _group(self, opening: str, items: list[str], closing: str, level: int) -> str:
        if self.indent is None or not items:
            return opening + self.comma.join(items) + closing
        inner, outer = self.line + self.indent * (level + 1), self.line + self.indent * level
        return opening + inner + ("," + inner).join(items) + outer + closing

    def _scalar(self, value: object) -> str:
        if isinstance(value, Number):
            return str.__str__(value)
        return json.dumps(value, ensure_ascii=self.ascii)


def _kept(value: dict[str, Any]) -> dict[str, Any]:
    """An object without what is withheld, with the extensions that say so."""
    kept: dict[str, Any] = {}
    masked = []
    for name, item in value.items():
        shown = item() if callable(item) else item
        if isinstance(shown, list):
            withheld = [part for part in shown if isinstance(part, Withheld)]
            shown = _list_kept(shown, aligned=f"_{name}" in value)
        else:
            withheld = [shown] if isinstance(shown, Withheld) else []
        if not isinstance(shown, Withheld):
            kept[name] = shown
        elif any(part.masked for part in withheld):
            masked.append((f"_{name}", isinstance(item, list)))
    for beside, listed in masked:
        own = kept.get(beside)
        told = _told(own if isinstance(own, dict) else {})
        kept[beside] = [told] if listed else told
    return kept


def _list_kept(items: list[Any], *, aligned: bool) -> Any:
    """A list without what is withheld; null in its place where a list of extensions runs beside."""
    left = [part for part in items if not isinstance(part, Withheld)]
    if items and not left:
        return DROPPED
    return [None if isinstance(part, Withheld) else part for part in items] if aligned else left


def _told(own: dict[str, Any]) -> dict[str, Any]:
    return {**own, "extension": [*own.get("extension", []), MASKED_EXTENSION]}


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError
    return value


def _refuse(constant: str) -> Any:
    raise ValueError


def _depth(value: Any) -> int:
    """How deep a value is nested, without recursion."""
    deepest, waiting = 0, [(value, 1)]
    while waiting:
        item, level = waiting.pop()
        deepest = max(deepest, level)
        inner = item.values() if isinstance(item, dict) else item if isinstance(item, list) else ()
        waiting += [(part, level + 1) for part in inner]
    return deepest


def _encodable(value: Any) -> bool:
    """Whether no text of a value holds half a character, which no output could hold."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            if any("\ud800" <= c <= "\udfff" for c in item):
                return False
        elif isinstance(item, dict):
            waiting += [*item.keys(), *item.values()]
        elif isinstance(item, list):
            waiting += item
    return True
