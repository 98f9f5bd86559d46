"""Known identifiers: what the chart's holder knows of a patient, redacted in every form with certainty."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final

from ..errors import UsageError
from .recognizers.calendar_words import MONTHS
from .recognizers.name_words import is_plain
from .recognizers.wordlist import word_list
from .spans import Finding

RECOGNIZER: Final = "KnownIdentifiers"

#: label -> columns of a known-identifiers table. Several values in a cell are parted by ";" or "|".
COLUMNS_OF: Final[Mapping[str, str]] = {
    "PERSON": "name names first_name last_name middle_name alias aliases",
    "DATE": "dob date_of_birth dates",
    "MRN": "mrn mrns",
    "PHONE": "phone phones",
    "FAX": "fax",
    "EMAIL": "email emails",
    "SSN": "ssn",
    "ADDRESS": "address addresses street",
    "CITY": "city",
    "ZIP": "zip",
    "FACILITY": "facility facilities employer",
    "HEALTH_PLAN": "health_plan member_id",
    "ACCOUNT": "account claim",
    "LICENSE": "license",
    "VEHICLE": "plate vin",
    "DEVICE": "device",
    "URL": "url",
    "OTHER_ID": "username other other_id",
}
COLUMNS: Final = {column: label for label, columns in COLUMNS_OF.items() for column in word_list(columns)}
KEYS: Final = ("note", "note_id", "patient", "patient_id")
#: Between the characters of a number, and between the words of a name or address.
NUMBER_GAP: Final = r"[\s.\-–/()·_]{0,3}"
WORD_GAP: Final = r"[\s.,\-–_/()'’]{0,4}"
STREET_WORDS: Final[Mapping[str, str]] = {
    "street": "st", "avenue": "ave", "road": "rd", "boulevard": "blvd", "lane": "ln", "drive": "dr",
    "court": "ct", "place": "pl", "terrace": "ter", "parkway": "pkwy", "highway": "hwy",
    "circle": "cir", "apartment": "apt", "suite": "ste", "north": "n", "south": "s", "east": "e",
    "west": "w",
}  # fmt: skip
MONTH_NUMBERS: Final = {
    name: number
    for number, name in enumerate(word_list("jan feb mar apr may jun jul aug sep oct nov dec"), start=1)
}


@dataclass(frozen=True)
class KnownIdentifiers:
    """Values known for one patient, as (label, value) pairs; found in any casing, order and separation."""

    values: tuple[tuple[str, str], ...] = field(default=())

    def find(self, text: str) -> list[Finding]:
        """Every place of every value; offsets are code points of `text`, end exclusive."""
        return [
            Finding(*match.span(), label, 1.0, RECOGNIZER)
            for label, regex in self._patterns
            for match in regex.finditer(text)
            if match.end() > match.start()
        ]

    @cached_property
    def _patterns(self) -> list[tuple[str, re.Pattern[str]]]:
        return [(label, regex) for label, value in self.values for regex in _patterns(label, value.strip())]


@dataclass(frozen=True, slots=True)
class KnownTable:
    """A table of known identifiers: rows by note id, by patient id, and rows for every note."""

    rows: Mapping[str, KnownIdentifiers]
    everywhere: KnownIdentifiers

    def for_note(self, note_id: str) -> KnownIdentifiers:
        """What is known for a note: the rows of its id, of its folders and file name, and those for all."""
        keys = dict.fromkeys([note_id, *note_id.split("/")])
        own = [self.rows[key] for key in keys if key in self.rows]
        return KnownIdentifiers(tuple(value for known in [*own, self.everywhere] for value in known.values))


def read_known(path: Path) -> KnownTable:
    """Read a CSV of known identifiers (UTF-8, with a header).

    `note` or `patient` says whom a row belongs to (a row without applies to every note); the other columns
    are those of `COLUMNS`. Raises `UsageError` naming the column at fault, never a value.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            table = csv.DictReader(lines)
            columns = {name: name.strip().lower().replace(" ", "_") for name in table.fieldnames or ()}
            _check(columns.values())
            rows = [
                {columns[name]: (value or "") for name, value in row.items() if name in columns}
                for row in table
            ]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(
            f"can't read the table of known identifiers "
            f"({type(error).__name__}): give a UTF-8 CSV file with a header"
        ) from None
    grouped: dict[str, list[tuple[str, str]]] = {}
    for row in rows:
        key = next((row[name].strip() for name in KEYS if row.get(name, "").strip()), "")
        grouped.setdefault(key, []).extend(_values(row))
    everywhere = KnownIdentifiers(tuple(grouped.pop("", [])))
    return KnownTable({key: KnownIdentifiers(tuple(values)) for key, values in grouped.items()}, everywhere)


def known_for(path: Path | None, note: str) -> KnownIdentifiers | None:
    """What the table at `path` knows for one note given by its own path; None without a table.

    The note's id is its file name without the suffix, or any folder of its path. Raises `UsageError` as
    `read_known` does.
    """
    if path is None:
        return None
    return read_known(path).for_note(Path(note).with_suffix("").as_posix().lstrip("/"))


def _check(columns: object) -> None:
    names = list(columns)  # type: ignore[call-overload]
    unknown = [name for name in names if name not in COLUMNS and name not in KEYS]
    if unknown:
        raise UsageError(
            f"the table of known identifiers has a column {unknown[0]!r} that means nothing here: "
            f"use {', '.join((*KEYS[::2], *COLUMNS))}"
        )
    if not any(name in COLUMNS for name in names):
        raise UsageError(
            "the table of known identifiers has no column of identifiers: add one, for example names, dob "
            "or mrn"
        )


def _values(row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for column, cell in row.items():
        if column in COLUMNS:
            yield from (
                (COLUMNS[column], value.strip()) for value in re.split(r"[;|]", cell) if value.strip()
            )


def _patterns(label: str, value: str) -> Iterator[re.Pattern[str]]:
    if label == "PERSON":
        yield from _name_patterns(value)
    elif label == "DATE":
        yield _date_pattern(value)
    elif label in ("ADDRESS", "CITY", "FACILITY"):
        yield _words_pattern(value)
    else:
        yield _number_pattern(label, value)


def _name_patterns(value: str) -> Iterator[re.Pattern[str]]:
    """The whole name in any order of its words, and each word alone (a plain word only when capitalised)."""
    words = re.findall(r"[^\W\d_]+", value)
    if not words:
        return
    forms = "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))
    yield re.compile(rf"(?<!\w)(?:{forms})(?:{WORD_GAP}(?:{forms})){{{len(words) - 1}}}(?!\w)", re.IGNORECASE)
    for word in words:
        if len(word) > 1:
            shape = (
                rf"(?:{word.capitalize()}|{word.upper()})" if is_plain(word) else rf"(?i:{re.escape(word)})"
            )
            yield re.compile(rf"(?<![^\W\d_]){shape}(?![^\W\d_])")


def _number_pattern(label: str, value: str) -> re.Pattern[str]:
    characters = [c for c in value if c.isalnum()]
    if label in ("EMAIL", "URL") or not characters:
        return re.compile(re.escape(value), re.IGNORECASE)
    before = ""
    if label in ("PHONE", "FAX"):
        before = (r"(?:\+?1[\s.\-]?)?" if len(characters) == 10 else "") + r"\(?"
    joined = NUMBER_GAP.join(map(re.escape, characters))
    return re.compile(rf"(?<![^\W_]){before}{joined}(?![^\W_])", re.IGNORECASE)


def _words_pattern(value: str) -> re.Pattern[str]:
    words = re.findall(r"\w+", value)
    joined = r"[\s.,#\-–]{1,4}".join(map(_street_form, words))
    return re.compile(rf"(?<!\w){joined}(?!\w)", re.IGNORECASE)


def _street_form(word: str) -> str:
    lower = word.lower()
    others = {
        lower,
        STREET_WORDS.get(lower, lower),
        *(long for long, short in STREET_WORDS.items() if short == lower),
    }
    return f"(?:{'|'.join(sorted(map(re.escape, others), key=len, reverse=True))})"


def _date_pattern(value: str) -> re.Pattern[str]:
    day = _parsed(value)
    if day is None:
        return _number_pattern("DATE", value)
    month, number = day.strftime("%B"), rf"0?{day.day}(?:st|nd|rd|th)?"
    month_name = rf"{month[:3]}(?:{month[3:]}|{'t' if month == 'September' else ''})?\.?"
    year = rf"(?:{day.year}|['’]?{day.year % 100:02d})"
    gap, join = r"[\s.,/\-]{0,3}", r"[\s./\-]{1,3}"
    forms = (
        rf"0?{day.month}{join}0?{day.day}{join}{year}",
        rf"0?{day.day}{join}0?{day.month}{join}{year}",
        rf"{day.year}{join}0?{day.month}{join}0?{day.day}",
        rf"{day.year}{day.month:02d}{day.day:02d}",
        rf"{day.month:02d}{day.day:02d}{day.year}",
        rf"{month_name}{gap}{number}(?:{gap}(?:of\s)?{year})?",
        rf"{number}{gap}(?:of\s)?{month_name}(?:{gap}{year})?",
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)


def _parsed(value: str) -> date | None:
    """A date of a table: ISO, US month/day/year or "March 3, 1960"; None when it is none of these."""
    iso = re.fullmatch(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?", value)
    us = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", value)
    words = re.fullmatch(rf"({MONTHS})\.?\s+(\d{{1,2}}),?\s+(\d{{4}})", value, re.IGNORECASE)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if us:
            return date(int(us[3]), int(us[1]), int(us[2]))
        if words:
            return date(int(words[3]), MONTH_NUMBERS[words[1][:3].lower()], int(words[2]))
    except ValueError:
        return None
    return None
