"""What the library is made of before the user imports anything: the tabular list, the lexicon, the pages.

Their state is a line a file (name, size, time of change), cheap enough to compare at each start.
"""

import importlib.util
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path

from ..errors import UsageError
from .records import ICD10CM, ICD10PCS, CodeRecord, HeadingRecord, Record, TermRecord

PACKAGE = "simple_icd_10_cm"
HERE = Path(__file__).parent
#: Of this package, what the library's content depends on.
OWN = (
    "sites.py",
    "lexicon_files.py",
    "search_words.py",
    "library*.py",
    "records.py",
    "procedures*.py",
    "official/*.py",
    "lexicon/*.tsv",
    "procedures/*.toml",
)
VERSION = re.compile(r"<version>\s*(20\d\d)\s*</version>")
PCS_SECTIONS = {
    "0": "Medical and Surgical", "1": "Obstetrics", "2": "Placement", "3": "Administration",
    "4": "Measurement and Monitoring", "5": "Extracorporeal or Systemic Assistance and Performance",
    "6": "Extracorporeal or Systemic Therapies", "7": "Osteopathic", "8": "Other Procedures",
    "9": "Chiropractic", "B": "Imaging", "C": "Nuclear Medicine", "D": "Radiation Therapy",
    "F": "Physical Rehabilitation and Diagnostic Audiology", "G": "Mental Health",
    "H": "Substance Abuse Treatment", "X": "New Technology",
}  # fmt: skip


def state() -> list[str]:
    """One line a source file; any change of a file changes its line."""
    files = [path for pattern in OWN for path in sorted(HERE.glob(pattern))]
    return [_line(path) for path in (*files, tabular_file())]


def _line(path: Path) -> str:
    facts = path.stat()
    return f"{path.name} {facts.st_size} {facts.st_mtime_ns}"


@lru_cache(maxsize=1)
def tabular_file() -> Path:
    """The tabular list within the data package, which isn't imported: that takes seconds."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise UsageError("the package simple-icd-10-cm is missing; install chartveil again")
    folder = Path(spec.origin).parent / "data"
    found = sorted(folder.glob("*tabular*.xml"))
    if not found:
        raise UsageError("this simple-icd-10-cm has no tabular list that chartveil can read; install 1.5")
    return found[-1]


def tabular_records() -> Iterator[Record]:
    """ICD-10-CM of the data package: headings, codes and notes."""
    from .official import tabular_xml

    return tabular_xml.read(tabular_file().read_text("utf-8"))


def carried_year() -> int:
    """The fiscal year of the data package's tabular list."""
    with tabular_file().open(encoding="utf-8") as lines:
        found = VERSION.search("".join(islice(lines, 40)))
    if found is None:
        raise UsageError("this simple-icd-10-cm has a tabular list without its year; install 1.5")
    return int(found[1])


def lexicon_records() -> Iterator[Record]:
    """The curated lexicon: terms of all systems, and the procedures with the project's own wording."""
    from . import lexicon_files

    described: dict[tuple[str, str], str] = {}
    for entry in lexicon_files.read():
        for place, (system, code) in enumerate(entry.codes):
            for term in entry.terms:
                yield TermRecord(system, code, term.text, "lexicon")
            if system != ICD10CM:
                own = (entry.description or entry.terms[0].text) if place == 0 else ""
                described[(system, code)] = described.get((system, code), "") or own
    for (system, code), title in described.items():
        yield CodeRecord(system, code, title, 0, billable=True)


def pcs_headings() -> Iterator[HeadingRecord]:
    """The 17 sections of ICD-10-PCS."""
    return (HeadingRecord(ICD10PCS, code, title) for code, title in PCS_SECTIONS.items())
