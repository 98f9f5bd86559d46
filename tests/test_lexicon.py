"""The curated lexicon: its form, its codes, and that no wording is claimed by two."""

from collections import defaultdict

import pytest
from chartveil.dictionaries import icd10cm, lexicon_files, sites, words
from chartveil.dictionaries.lexicon_files import Entry, parse
from chartveil.errors import UsageError

ENTRIES = list(lexicon_files.read())
TABULAR = {item.code: item for item in icd10cm.read()}


def test_every_file_says_where_it_comes_from() -> None:
    """Each file opens with a comment that names origin and licence."""
    for name, content in (*lexicon_files.sources(), (sites.NAME, sites.source())):
        head = "".join(line for line in content.decode().splitlines()[:4] if line.startswith("#")).lower()
        assert "origin" in head and "licen" in head, name


def test_every_diagnosis_code_exists_and_is_billable() -> None:
    """A coder could bill each ICD-10-CM code of the lexicon."""
    wrong = [
        f"{e.where} {c}" for e in ENTRIES for s, c in e.codes if s == icd10cm.SYSTEM and not _billable(c)
    ]
    assert not wrong


def test_every_code_of_the_sites_table_is_billable() -> None:
    """The table of sites and processes holds billable codes only."""
    assert not sorted(
        {f"{site}/{process} {code}" for site, process, code in sites.entries() if not _billable(code)}
    )


def test_every_code_of_the_index_terms_is_billable() -> None:
    """The main terms and what stands under them hold billable codes only, and each part has a name."""
    found = list(sites.terms())
    assert not sorted({f"{name}/{under} {code}" for name, under, code in found if not _billable(code)})
    assert all(words.tokens(name) and words.tokens(under) for name, under, _ in found)


def test_an_index_term_counts_either_way_round() -> None:
    """Both orders of a main term and what stands under it mean its code."""
    found = {(row[0], row[1]) for row in sites.rows()}
    assert {("absence kidney", "Q60.2"), ("kidney absence", "Q60.2")} <= found


def test_no_term_stands_for_two_codes() -> None:
    """One wording belongs to one first code, unless cue words part its senses."""
    claimed: dict[tuple[str, str], dict[tuple[str, str], str]] = defaultdict(dict)
    for entry in ENTRIES:
        for term in entry.terms:
            if not term.cues:
                key = (_key(term.text), term.text if term.exact else "")
                claimed[key].setdefault(entry.codes[0], entry.where)
    double = {term: found for term, found in claimed.items() if len(found) > 1}
    assert not double


def test_procedures_have_numbers_of_their_systems() -> None:
    """CPT numbers have five characters, HCPCS a letter and four digits; both carry plain wording."""
    for entry in ENTRIES:
        for system, code in entry.codes:
            if system == "CPT":
                assert len(code) == 5 and code[:4].isdigit(), entry.where
            elif system == "HCPCS":
                assert len(code) == 5 and code[0].isalpha() and code[1:].isdigit(), entry.where
        if entry.codes[0][0] != icd10cm.SYSTEM:
            assert entry.description or entry.terms, entry.where


@pytest.mark.parametrize(
    "line",
    [
        "I10 hypertension",  # no TAB
        "I10\t",  # no term
        "i10\thypertension",  # not a code
        "CPT-97110\ttherapeutic exercise",
        "I10\thypertension\tplain\tmore",
    ],
)
def test_a_broken_line_is_named(line: str) -> None:
    """The error says which file and line."""
    with pytest.raises(UsageError, match=r"some\.tsv:7"):
        parse(line, "some.tsv:7")


def test_a_line_is_read_wholly() -> None:
    """Candidates, case, cues that hold a semicolon-free list, and a description."""
    entry = parse("CPT:97110|97112\tther ex; =TE [cues: therapy, gait]\texercise", "x:1")
    assert isinstance(entry, Entry)
    assert entry.codes == (("CPT", "97110"), ("ICD-10-CM", "97112"))
    assert [(t.text, t.exact, t.cues) for t in entry.terms] == [
        ("ther ex", False, ()),
        ("TE", True, ("therapy", "gait")),
    ]
    assert entry.description == "exercise"


def _billable(code: str) -> bool:
    return code in TABULAR and TABULAR[code].billable


def _key(text: str) -> str:
    sides = "".join(sorted({words.side(raw) for raw, _ in words.split(text)}))
    plain = words.fold(text.strip()) if " " not in text.strip() else " ".join(words.tokens(text))
    return f"{plain}|{sides}"
