"""Normal forms, wordings of titles, and the compiled dictionary in its cache."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
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


def test_no_umbrella_block_is_a_code() -> None:
    """The data package marks twelve blocks as leaves; none gets in, and no code twice."""
    found = [item.code for item in icd10cm.read()]
    assert len(found) == len(set(found)) > 90_000
    assert not [code for code in found if "-" in code]


def test_a_header_stands_for_its_plainest_code() -> None:
    """A category's words mean its unspecified code, never a header."""
    chosen = families.default_codes(list(icd10cm.read()))
    expected = {"I50": "I50.9", "E11": "E11.9", "S52.501": "S52.501A", "M25.56": "M25.569", "J45": "J45.909"}
    assert {code: chosen[code] for code in expected} == expected


def test_reload_is_quick_and_says_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first process compiles and says so; the next only opens the file."""
    monkeypatch.setenv("CHARTVEIL_CACHE", str(tmp_path))
    said: list[str] = []
    first = Store(on_progress=said.append)
    assert said and first.code("I10", "ICD-10-CM") is not None
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
        "from chartveil.dictionaries import Store; s = Store();"
        "print(s.path, s.code('I10', 'ICD-10-CM').billable)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=os.environ | {"CHARTVEIL_CACHE": str(blocked / "below")},
        capture_output=True,
        text=True,
        check=True,
    )
    path, billable = done.stdout.split()
    assert billable == "True" and not Path(path).exists() and done.stderr == ""


def test_an_older_compiled_file_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of other sources don't pile up."""
    monkeypatch.setenv("CHARTVEIL_CACHE", str(tmp_path))
    old = tmp_path / "codes-0000000000000000.sqlite"
    old.write_bytes(b"")
    path = cache.compiled()
    assert path.exists() and not old.exists()
