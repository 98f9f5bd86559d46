"""Says by its content what kind of official file a text is, and reads it with the reader for that kind."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..records import Record
from . import addenda, code_table, index_xml, order_file, pcs, tabular_xml
from .faults import ImportFileError

#: The lines by which a file is recognised; damage further down is the reader's to find.
LOOKED_AT = 5
ROOT = re.compile(r"<(ICD10CM\.\w+|[A-Za-z][\w.:-]*)[\s/>]")
VERSION = re.compile(r"<version>\s*(20\d\d)\s*</version>")
YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
KNOWN = (
    "order file or addenda, tabular or index XML, drug or neoplasm table, conversion table, "
    "or a table with columns code and description"
)


@dataclass(frozen=True, slots=True)
class Recognised:
    """A kind of file, the fiscal year it is for (0: none), and what reads it."""

    kind: str
    year: int
    records: Callable[[], Iterable[Record]]


def recognise(text: str, name: str, *, year: int | None = None) -> Recognised:
    """What a file is; `name` is the file's, which says the year where the content doesn't, and `year` the
    user's word on that. Raises ImportFileError for anything unknown.
    """
    if text.lstrip("\ufeff \r\n\t").startswith("<"):
        return _xml(text, year)
    lines = [line for line in text.splitlines()[:LOOKED_AT] if line.strip()]
    if addenda.recognises(lines):
        chosen = year or addenda.year_of(text) or _named(name)
        return Recognised("addenda", chosen, lambda: addenda.read(text, year=chosen))
    if order_file.recognises(lines):
        chosen = year or _named(name)
        return Recognised("order file", chosen, lambda: order_file.read(text, year=chosen))
    if lines and pcs.recognises(lines[0]):
        return Recognised("conversion table", 0, lambda: pcs.read(text, year=0))
    if lines and code_table.recognises(lines[0]):
        return Recognised("code table", 0, lambda: code_table.read(text, year=0, name=name))
    raise ImportFileError(f"no file of a known kind ({KNOWN})", _odd_line(lines))


def _xml(text: str, year: int | None) -> Recognised:
    root = ROOT.search(text)
    found = VERSION.search(text[:5000])
    chosen = year or (int(found[1]) if found else 0)
    if root and root[1] == "ICD10CM.tabular":
        return Recognised("tabular list", chosen, lambda: tabular_xml.read(text))
    if root and root[1] == "ICD10CM.index":
        return Recognised(index_xml.title_of(text), chosen, lambda: index_xml.read(text, year=chosen))
    line = text.count("\n", 0, root.start()) + 1 if root else 1
    raise ImportFileError("XML, but neither <ICD10CM.tabular> nor <ICD10CM.index>", line)


def _named(name: str) -> int:
    """The year in a file's name; raises ImportFileError where there is none."""
    found = YEAR.findall(name)
    if not found:
        raise ImportFileError("neither the file nor its name says the fiscal year: add --year 2027")
    return int(found[-1])


def _odd_line(lines: list[str]) -> int:
    """The first line that fits no format where the ones around it fit one, else the first."""
    for reader in (order_file, addenda):
        fits = [reader.recognises([line]) for line in lines]
        if any(fits):
            return fits.index(False) + 1
    return 1
