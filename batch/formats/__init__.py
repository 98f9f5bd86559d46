"""The formats of notes: what each is called, how it is told, and which module reads it.

A module of one record a file has `read(raw, *, encoding=None) -> Record`, one of many records
`split(file) -> Iterator[bytes]` as well. A module of tables has `open_table`, see streams.py.
"""

import importlib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from types import ModuleType
from typing import Final

from ...errors import UsageError

GZIP: Final = ".gz"


@dataclass(frozen=True, slots=True)
class Format:
    """A format of files.

    suffixes: in lower case, with their dot.
    module: its name in this package; "" for plain text, which the engine reads itself.
    many: a file holds many records. table: and what its columns are has to be told.
    quoted: and a row ends where its quotes say.
    extra, needs: the extra of chartveil that it takes, and the modules that come with it.
    """

    name: str
    suffixes: tuple[str, ...]
    module: str = ""
    many: bool = False
    table: bool = False
    quoted: bool = False
    extra: str = ""
    needs: tuple[str, ...] = ()

    def load(self) -> ModuleType:
        """The module that reads it."""
        return importlib.import_module(f".{self.module}", __name__)


TEXT: Final = Format("text", ("", ".txt", ".text", ".note", ".md"))
FORMATS: Final = (
    TEXT,
    Format("rtf", (".rtf",), "rtf"),
    Format("docx", (".docx",), "docx", extra="documents", needs=("lxml",)),
    Format("cda", (".xml", ".cda", ".ccda"), "cda", extra="documents", needs=("lxml",)),
    Format("fhir", (".json",), "fhir"),
    Format("fhir-ndjson", (".ndjson",), "fhir", many=True),
    Format("hl7", (".hl7",), "hl7", many=True),
    Format("csv", (".csv",), "csv_table", many=True, table=True, quoted=True),
    Format("tsv", (".tsv", ".tab"), "csv_table", many=True, table=True, quoted=True),
    Format("jsonl", (".jsonl",), "jsonl", many=True, table=True),
    Format(
        "parquet", (".parquet", ".pq"), "parquet", many=True, table=True, extra="parquet", needs=("pyarrow",)
    ),
)


def named(name: str) -> Format:
    """The format of a name. Raises `UsageError` for one that no format has."""
    found = next((form for form in FORMATS if form.name == name), None)
    if found is None:
        names = ", ".join(form.name for form in FORMATS)
        raise UsageError(f"no format is called {name!r}: use one of {names}")
    return found


def by_suffix(suffix: str, *, tables: bool) -> Format | None:
    """The format of files with a suffix, such as ".txt" or ".txt.gz" in any case; None if no format has it.

    Without `tables`, files of tables have none.
    """
    plain = suffix.lower().removesuffix(GZIP)
    packed = plain != suffix.lower()
    if packed and not plain:
        return None
    found = next((form for form in FORMATS if plain in form.suffixes), None)
    if found is not None and ((found.table and not tables) or (packed and found.name == "parquet")):
        return None
    return found


def check_installed(formats: Iterable[Format]) -> None:
    """Raise `UsageError` for a format whose optional modules are missing."""
    for form in formats:
        if not all(map(find_spec, form.needs)):
            raise UsageError(f"{form.name} files need `pip install 'chartveil[{form.extra}]'`")
