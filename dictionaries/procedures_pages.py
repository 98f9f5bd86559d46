"""Reads the project's own pages of procedure codes, `procedures/*.toml`, and turns them into library records.

A file holds one family: `family`, `as_of`, a table `shared` of what holds for all of its pages, and one
`[[page]]` a code. A page's text wins over the shared one; its lists stand before the shared ones. Codes of
the lexicon without a page get a short one from the lexicon: its plain words and, where they say so, when it
was deleted and what came after.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..errors import UsageError
from . import lexicon_files
from .records import CPT, HCPCS, ICD10CM, CodeRecord, HeadingRecord, NoteRecord, Record, SuccessorRecord

FOLDER = Path(__file__).parent / "procedures"
TEXTS = ("text", "who", "patient", "timing", "group")
LISTS = ("when", "steps", "record", "errors")
OWN = ("name", "added", "revised", "deleted")
KNOWN = {*TEXTS, *LISTS, *OWN, "code", "timed", "minutes", "successors", "related"}
#: A page's parts are notes of these kinds in the library; `page:revised` holds a date, `page:related` a code.
PARTS = (*TEXTS, *LISTS, "revised", "related", "as_of")
DELETED = re.compile(r"\s*\(deleted(?:\s+(?P<year>\d{4}))?(?:,\s*now\s+(?P<now>[A-Z0-9, ]+))?\)$")


@dataclass(frozen=True, slots=True)
class Page:
    """One code's page. Dates are ISO strings or ''; `deleted` is the first day on which it no longer holds.

    `timed` says whether units count minutes (None: a visit whose level may be chosen by time), `minutes` how
    many a unit has (0: none or not fixed).
    """

    code: str
    family: str
    as_of: str
    name: str
    text: str
    who: str
    patient: str
    timed: bool | None
    minutes: int
    timing: str
    group: str
    added: str
    revised: str
    deleted: str
    successors: tuple[str, ...]
    when: tuple[str, ...]
    steps: tuple[str, ...]
    record: tuple[str, ...]
    errors: tuple[str, ...]
    related: tuple[str, ...]

    @property
    def system(self) -> str:
        """CPT or HCPCS, by the shape of the code."""
        return system_of(self.code)


def system_of(code: str) -> str:
    """HCPCS for a letter and four digits, CPT for everything else."""
    return HCPCS if code[:1].isalpha() else CPT


def sources() -> list[tuple[str, bytes]]:
    """Name and content of every file of pages, by name."""
    return [(file.name, file.read_bytes()) for file in sorted(FOLDER.glob("*.toml"))]


@lru_cache(maxsize=1)
def pages() -> Mapping[str, Page]:
    """Every page by its code; raises UsageError naming the file where one is broken or stands twice."""
    found: dict[str, Page] = {}
    for name, content in sources():
        for page in parse(content.decode("utf-8"), name):
            if page.code in found:
                raise UsageError(f"{name}: {page.code} has a page already")
            found[page.code] = page
    return found


def parse(content: str, where: str) -> Iterator[Page]:
    """The pages of one file; `where` goes into error messages."""
    try:
        family = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{where}: not TOML: {error}") from None
    for own in family.get("page", ()):
        unknown = sorted({*own, *family.get("shared", {})} - KNOWN)
        if unknown or "code" not in own:
            raise UsageError(f"{where}: {own.get('code', 'a page')}: unknown or missing: {unknown or 'code'}")
        yield _page(own, family.get("shared", {}), family["family"], family["as_of"])


def _page(own: dict[str, Any], shared: dict[str, Any], family: str, as_of: str) -> Page:
    texts: dict[str, Any] = {name: own.get(name, shared.get(name, "")) for name in (*TEXTS, *OWN)}
    lists: dict[str, Any] = {name: (*own.get(name, ()), *shared.get(name, ())) for name in LISTS}
    return Page(
        code=own["code"],
        family=family,
        as_of=as_of,
        timed=own.get("timed", shared.get("timed")),
        minutes=own.get("minutes", 0),
        successors=tuple(own.get("successors", ())),
        related=tuple(own.get("related", ())),
        **texts,
        **lists,
    )


def records() -> Iterator[Record]:
    """Library records of all pages, long ones last, so that they win over the lexicon's short ones."""
    yield from _short_records()
    yield from (HeadingRecord(CPT, name, name) for name in dict.fromkeys(p.family for p in pages().values()))
    for page in pages().values():
        yield CodeRecord(
            page.system, page.code, page.name, 0, not page.deleted, chapter=page.family,
            valid_from=page.added, valid_to=_day_before(page.deleted),
        )  # fmt: skip
        yield from _successors(page.system, page.code, page.successors, page.deleted)
        yield from _notes(page)


def _notes(page: Page) -> Iterator[NoteRecord]:
    for part in PARTS:
        value = unit(page) if part == "timing" else getattr(page, part)
        for text in (value,) if isinstance(value, str) else value:
            if text:
                yield NoteRecord(page.system, page.code, f"page:{part}", text)


def unit(page: Page) -> str:
    """Whether and how units count time, in one line."""
    start = {None: "", False: "Untimed.", True: "Timed."}[page.timed]
    if page.minutes:
        start = f"Timed, {page.minutes} minutes a unit."
    return f"{start} {page.timing}".strip()


def _successors(system: str, code: str, successors: tuple[str, ...], since: str) -> Iterator[SuccessorRecord]:
    return (SuccessorRecord(system, code, other, since, "page") for other in successors)


def _short_records() -> Iterator[Record]:
    """The lexicon's own words for each code without a page; codes that those words call deleted."""
    for entry in lexicon_files.read():
        system, code = entry.codes[0]
        if system == ICD10CM or code in pages():
            continue
        found = DELETED.search(entry.description)
        title = entry.description[: found.start()] if found else entry.description
        if title:
            yield NoteRecord(system, code, "page:text", f"{title[0].upper()}{title[1:]}.")
        if found is not None:
            since = f"{found['year']}-01-01" if found["year"] else ""
            now = tuple(part.strip() for part in (found["now"] or "").split(",") if part.strip())
            yield CodeRecord(system, code, title, 0, False, valid_to=_day_before(since))
            yield from _successors(system, code, now, since)


def _day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat() if day else ""
