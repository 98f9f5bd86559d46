"""A tabular list of four codes and a lexicon of two lines in the place of the whole ones."""

from collections.abc import Iterator

import pytest
from chartveil.dictionaries import icd10cm, lexicon_files, sites

CODES = (
    ("D69", "Bleeding trouble", False, ""),
    ("D69.1", "Weak platelets", True, "D69"),
    ("D69.2", "Frail vessels", True, "D69"),
    ("Z68.1", "Light weight", True, ""),
)


def read_codes() -> Iterator[icd10cm.TabularCode]:
    """Stands for `icd10cm.read`."""
    for code, title, billable, parent in CODES:
        yield icd10cm.TabularCode(code, title, billable, parent, (), (), False)


def read_lexicon() -> Iterator[lexicon_files.Entry]:
    """Stands for `lexicon_files.read`."""
    yield lexicon_files.parse("D69.1\ttired platelets", "small:1")
    yield lexicon_files.parse("CPT:0370T\tfamily lesson\tlesson for a family (deleted 2019)", "small:2")


def use(patch: pytest.MonkeyPatch) -> None:
    """Put the small ones in the place of the whole ones, so that compiling takes no time."""
    patch.setattr(icd10cm, "read", read_codes)
    patch.setattr(lexicon_files, "read", read_lexicon)
    patch.setattr(sites, "rows", lambda: iter(()))
