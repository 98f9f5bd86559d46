"""The tabular list that the data package carries, read by the project's own reader."""

from chartveil.dictionaries import library_sources
from chartveil.dictionaries.records import CodeRecord, NoteRecord, bare


def test_every_code_of_the_data_package() -> None:
    """The derived codes are exactly the package's own list, and billable ones have no code below."""
    found = list(library_sources.tabular_records())
    codes = {bare(record.code): record for record in found if isinstance(record, CodeRecord)}
    folder = library_sources.tabular_file().parent
    listed = (next(folder.glob("code-list*.txt"))).read_text("utf-8").split()
    headings = {code for code in listed if "-" in code or code.isdigit()}
    assert set(codes) == set(listed) - headings
    parents = {bare(record.parent) for record in codes.values()}
    assert all(record.billable != (code in parents) for code, record in codes.items())
    assert sum(record.billable for record in codes.values()) > 74_000
    assert sum(isinstance(record, NoteRecord) for record in found) > 20_000
