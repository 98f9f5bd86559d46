"""Normal forms, wordings of titles, and the compiled dictionary in its cache."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import small_dictionary
from chartveil.dictionaries import Store, cache, families, icd10cm, words
from chartveil.dictionaries.variants import phrases

SAME = [
    ("Parkinson's", "Parkinsons"),
    ("oedema", "edema"),
    ("anaemia", "anemia"),
    ("tumours", "neoplasm"),
    ("renal", "kidney"),
    ("Sjögren", "Sjogren"),
    ("kidneys", "kidney"),
    ("biopsies", "biopsy"),
    ("metastases", "metastasis"),
    ("IIIb", "3b"),
    ("fa-\ntigue", "fatigue"),
    ("x-ray", "xray"),
]
DIFFERENT = [("aids", "aid"), ("mets", "met"), ("abduction", "adduction"), ("ibs", "ib"), ("left", "right")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_forms_that_meet(one: str, other: str) -> None:
    """Plural, possessive, spelling and adjective make no difference."""
    assert words.normal(one) == words.normal(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_forms_that_stay_apart(one: str, other: str) -> None:
    """What means something else keeps its own form."""
    assert words.normal(one) != words.normal(other)


@pytest.mark.parametrize(
    ("text", "raws"),
    [
        ("HTN/HLD/DM2", ["HTN", "/", "HLD", "/", "DM", "2"]),
        ("CKD4, L5", ["CKD", "4", ",", "L5"]),
        ("s/p CABG w/o SOB", ["s/p", "CABG", "w/o", "SOB"]),
        ("[PERSON] has post-op pain", ["[PERSON]", "has", "post", "op", "pain"]),
        ("pain - none", ["pain", "-", "none"]),
        ("E. coli from C. She", ["E.", "coli", "from", "C", ".", "She"]),
        ("hepatitis A and a cough", ["hepatitis", " A", "and", "a", "cough"]),
        ("type A/B, vitamin A.", ["type", "A/B", ",", "vitamin", " A", "."]),
    ],
)
def test_splitting(text: str, raws: list[str]) -> None:
    """Words, tags, slashes and dashes are cut where a reader cuts them."""
    assert [raw for raw, _ in words.split(text)] == raws
    assert all(text[start : start + len(raw)] == raw for raw, start in words.split(text))


def test_a_letter_is_no_article() -> None:
    """The A of a kind stays in the key, the article goes; a mourner is not a morning."""
    assert words.keys("vitamin A deficiency") == ["vitamin a deficiency"]
    assert words.keys("fell off a ladder") == words.keys("fell off ladder")
    assert words.keys("H. pylori gastritis") == words.keys("h pylori gastritis")
    assert words.normal("H.") == "h"
    assert words.normal("mourning") != words.normal("morning")


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Pain in right knee", "knee pain"),
        ("Malignant neoplasm of prostate", "prostate cancer"),
        ("Gout, unspecified", "gout"),
        ("Type 2 diabetes mellitus without complications", "type 2 diabetes"),
        ("Unspecified fracture of the lower end of right radius", "distal radius fracture"),
        ("Abscess of liver", "liver abscess"),
    ],
)
def test_titles_become_plain(title: str, key: str) -> None:
    """A title gives the wording that people use."""
    assert key in {phrase.key for phrase in phrases(title)}


@pytest.fixture(scope="module")
def tabular() -> list[icd10cm.TabularCode]:
    """The whole tabular list, which takes seconds to read."""
    return list(icd10cm.read())


def test_no_umbrella_block_is_a_code(tabular: list[icd10cm.TabularCode]) -> None:
    """The data package marks twelve blocks as leaves; none gets in, and no code twice."""
    found = [item.code for item in tabular]
    assert len(found) == len(set(found)) > 90_000
    assert not [code for code in found if "-" in code]


def test_a_header_stands_for_its_plainest_code(tabular: list[icd10cm.TabularCode]) -> None:
    """A category's words mean its unspecified code, never a header."""
    chosen = families.default_codes(tabular)
    expected = {"I50": "I50.9", "E11": "E11.9", "S52.501": "S52.501A", "M25.56": "M25.569", "J45": "J45.909"}
    assert {code: chosen[code] for code in expected} == expected


def test_reload_is_quick_and_says_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first process compiles and says so; the next only opens the file."""
    small_dictionary.use(monkeypatch)
    monkeypatch.setenv("CHARTVEIL_CACHE", str(tmp_path))
    said: list[str] = []
    first = Store(on_progress=said.append)
    assert said and first.code("Z68.1", "ICD-10-CM") is not None
    said.clear()
    assert Store(on_progress=said.append).path == first.path
    assert not said
    assert [file.name for file in tmp_path.iterdir()] == [first.path.name]


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX permissions")
def test_an_unwritable_cache_is_no_obstacle(tmp_path: Path) -> None:
    """Where the cache can't be made, a private temporary file serves and goes with the process."""
    blocked = tmp_path / "file"
    blocked.write_text("")
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); import pytest, small_dictionary;"
        "small_dictionary.use(pytest.MonkeyPatch());"
        "from chartveil.dictionaries import Store; s = Store();"
        "print(s.path, s.code('Z68.1', 'ICD-10-CM').billable)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(Path(__file__).parent)],
        env=os.environ | {"CHARTVEIL_CACHE": str(blocked / "below")},
        capture_output=True,
        text=True,
        check=True,
    )
    path, billable = done.stdout.split()
    assert billable == "True" and not Path(path).exists() and done.stderr == ""


def test_an_older_compiled_file_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of other sources don't pile up, nor what a killed process had begun; a running one's stays."""
    small_dictionary.use(monkeypatch)
    monkeypatch.setenv("CHARTVEIL_CACHE", str(tmp_path))
    old = tmp_path / "codes-0000000000000000.sqlite"
    begun, running = tmp_path / "building-old.sqlite", tmp_path / "building-now.sqlite"
    for file in (old, begun, running):
        file.write_bytes(b"")
    os.utime(begun, (0, 0))
    path = cache.compiled()
    assert set(tmp_path.iterdir()) == {path, running}


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX permissions")
def test_a_built_dictionary_is_read_where_nothing_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cache folder without the right to write serves as it is."""
    small_dictionary.use(monkeypatch)
    monkeypatch.setenv("CHARTVEIL_CACHE", str(tmp_path))
    path = cache.compiled()
    path.chmod(0o400)
    tmp_path.chmod(0o500)
    if os.access(tmp_path, os.W_OK):
        pytest.skip("this user (root) writes where nobody may")
    try:
        store = Store()
        assert store.path == path and store.code("Z68.1", "ICD-10-CM") is not None
    finally:
        tmp_path.chmod(0o700)


def test_an_import_in_the_middle_compiles_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was compiled while the sources changed is kept under no name."""
    small_dictionary.use(monkeypatch)
    monkeypatch.setenv("CHARTVEIL_CACHE", str(tmp_path))
    prints = iter(("first", "first", "second", "second", "second"))
    monkeypatch.setattr(cache, "fingerprint", lambda: next(prints))
    assert cache.compiled().name == "codes-second.sqlite"
    assert [file.name for file in tmp_path.iterdir()] == ["codes-second.sqlite"]
