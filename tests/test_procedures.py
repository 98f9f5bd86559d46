"""The pages of procedures: complete, consistent, and never the descriptors of others."""

import pytest
from chartveil.dictionaries import lexicon_files, procedures_pages
from chartveil.dictionaries.records import CodeRecord, NoteRecord, SuccessorRecord
from chartveil.errors import UsageError

PAGES = procedures_pages.pages()
#: Adaptive behaviour: each number of 2014 to 2018 and what came after; 0362T and 0373T stayed, redefined.
CROSSWALK = {
    "0359T": "97151", "0360T": "97152", "0361T": "97152", "0363T": "0362T", "0364T": "97153",
    "0365T": "97153", "0366T": "97154", "0367T": "97154", "0368T": "97155", "0369T": "97155",
    "0370T": "97156", "0371T": "97157", "0372T": "97158", "0374T": "0373T",
}  # fmt: skip
FULL = (
    *CROSSWALK, "0362T", "0373T", *map(str, range(97151, 97159)),
    "97150", "97110", "97112", "97116", "97140", "97530", "97535", "92507", "92508",
    "90791", "90792", "90832", "90834", "90837", "90839", "90840", "90846", "90847", "90849", "90853",
    "99202", "99203", "99204", "99205", "99211", "99212", "99213", "99214", "99215",
)  # fmt: skip


@pytest.mark.parametrize(("old", "new"), CROSSWALK.items())
def test_the_crosswalk_of_adaptive_behaviour(old: str, new: str) -> None:
    """Added on 1 July 2014, deleted on 1 January 2019, with one successor that has a page."""
    page = PAGES[old]
    assert (page.added, page.deleted, page.successors) == ("2014-07-01", "2019-01-01", (new,))
    assert not PAGES[new].deleted


def test_every_adaptive_number_is_there() -> None:
    """All of 0359T to 0374T, and those that stayed carry the year of their revision."""
    assert all(f"0{number}T" in PAGES for number in range(359, 375))
    assert all(PAGES[code].revised == "2019-01-01" for code in ("0362T", "0373T"))


@pytest.mark.parametrize("code", FULL)
def test_full_pages(code: str) -> None:
    """The families that the project names have all parts."""
    page = PAGES[code]
    parts = (page.text, page.who, page.patient, page.group, page.when, page.steps, page.record, page.errors)
    assert all(parts) and procedures_pages.unit(page) and page.related


@pytest.mark.parametrize("code", ["97150", "0370T", "0371T", "0372T", "92508", "90853", "90791"])
def test_untimed(code: str) -> None:
    """What counts sessions and not minutes says so."""
    assert procedures_pages.unit(PAGES[code]).startswith("Untimed. One unit per")


@pytest.mark.parametrize(
    "code", ["97110", "97112", "97116", "97140", "97530", "97535", "97153", "97156", "0373T"]
)
def test_units_of_15_minutes(code: str) -> None:
    """Timed codes name their unit."""
    assert procedures_pages.unit(PAGES[code]).startswith("Timed, 15 minutes a unit.")


def test_group_therapy_page() -> None:
    """97150 asks for group size, each patient's part, skilled need, goals and response."""
    said = " ".join(PAGES["97150"].record).lower()
    assert all(word in said for word in ("number of patients", "did in it", "skilled", "goals", "response"))


def test_pages_are_consistent() -> None:
    """Related codes and successors have a page or stand in the lexicon; deleted codes aren't recommended."""
    tagged = {code for entry in lexicon_files.read() for _, code in entry.codes}
    for page in PAGES.values():
        assert page.code in tagged
        assert page.code not in page.related
        assert {*page.related, *page.successors} <= tagged | set(PAGES)
        assert bool(page.successors) == bool(page.deleted)
        assert all(not PAGES[code].deleted for code in page.successors if code in PAGES)


def test_every_tagged_procedure_has_at_least_a_short_page() -> None:
    """A plain description for each CPT and HCPCS code of the lexicon."""
    described = {
        record.code
        for record in procedures_pages.records()
        if isinstance(record, NoteRecord) and record.kind == "page:text"
    }
    tagged = {code for entry in lexicon_files.read() for system, code in entry.codes if system != "ICD-10-CM"}
    worded = {entry.codes[0][1] for entry in lexicon_files.read() if entry.description}
    assert (tagged & worded) <= described
    assert len(tagged - described) == 0


def test_the_lexicons_deleted_codes() -> None:
    """'(deleted 2025, now 96041)' in the lexicon becomes an end of validity and a successor."""
    found = list(procedures_pages.records())
    (record,) = [r for r in found if isinstance(r, CodeRecord) and r.code == "96040"]
    assert (record.billable, record.valid_to) == (False, "2024-12-31") and "deleted" not in record.title
    (after,) = [r for r in found if isinstance(r, SuccessorRecord) and r.code == "96040"]
    assert (after.successor, after.since) == ("96041", "2025-01-01")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("family = ", "not TOML"),
        ('family = "F"\nas_of = "2026-01-01"\n[[page]]\nname = "N"\n', "code"),
        ('family = "F"\nas_of = "2026-01-01"\n[[page]]\ncode = "97000"\nwhom = "W"\n', "whom"),
    ],
)
def test_broken_files(content: str, said: str) -> None:
    """A broken page names its file and what is wrong."""
    with pytest.raises(UsageError, match=f"x.toml.*{said}"):
        list(procedures_pages.parse(content, "x.toml"))
