"""Marked notes, and predictions of any tool, as JSON lines."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..errors import UsageError
from .gold import CodeMark, GoldNote, PhiMark, check_assertion, check_parts, code_key


def parse_jsonl(raw: str, where: str) -> Iterator[tuple[GoldNote, frozenset[str]]]:
    """Each note, and which of "phi" and "codes" its line has. Raises UsageError naming the line."""
    for place, row in json_rows(raw, where):
        text = _text(row, "text", place)
        phi = tuple(_phi(mark, text, place) for mark in rows_of(row, "phi", place) or ())
        codes = tuple(_code(mark, text, place) for mark in rows_of(row, "codes", place) or ())
        yield GoldNote(_text(row, "id", place), text, phi, codes), frozenset(row) & {"phi", "codes"}


def json_rows(raw: str, where: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The object of each line that is not blank, with the words that name the line."""
    for number, line in enumerate(raw.split("\n"), start=1):
        place = f"{where}, line {number}"
        if line.strip():
            try:
                row = json.loads(line)
            except (ValueError, RecursionError):
                raise UsageError(f"{place}: no JSON; give one object a line") from None
            if not isinstance(row, dict):
                raise UsageError(f"{place}: no object; give one object a line")
            yield place, row


def rows_of(row: Mapping[str, Any], key: str, place: str) -> list[dict[str, Any]] | None:
    """The list of objects under a key; None if there is none."""
    rows = row.get(key)
    if rows is None:
        return None
    if not isinstance(rows, list) or not all(isinstance(item, dict) for item in rows):
        raise UsageError(f"{place}: {key!r} is no list of objects")
    return rows


def part_of(row: Mapping[str, Any], text: str, place: str) -> tuple[int, int]:
    """The start and end of a span, within the text."""
    start, end = row.get("start"), row.get("end")
    if type(start) is not int or type(end) is not int:  # True is an int to Python
        raise UsageError(f"{place}: a span has no whole numbers as 'start' and 'end'")
    check_parts([(start, end)], text, place)
    return start, end


def read_text(path: Path) -> str:
    """A JSON-lines file; UsageError if it can't be read."""
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise UsageError(f"can't read {path} ({error.strerror}): check the path") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not UTF-8: save it as UTF-8") from None


def _phi(mark: Mapping[str, Any], text: str, place: str) -> PhiMark:
    return PhiMark(_text(mark, "label", place), (part_of(mark, text, place),))


def _code(mark: Mapping[str, Any], text: str, place: str) -> CodeMark:
    codes = mark["codes"] if isinstance(mark.get("codes"), list) else [_text(mark, "code", place)]
    keys = tuple(code_key(str(code), str(mark.get("system", ""))) for code in codes)
    assertion = check_assertion(str(mark.get("assertion", "present")), place)
    return CodeMark(*part_of(mark, text, place), keys, assertion)


def _text(row: Mapping[str, Any], key: str, place: str) -> str:
    if not isinstance(row.get(key), str):
        raise UsageError(f"{place}: {key!r} is missing or no text")
    return str(row[key])
