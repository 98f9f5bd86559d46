"""Which files are notes, their order and their ids."""

import os
import unicodedata
from pathlib import Path

import pytest
from chartveil.batch.errors import BrokenLink, LinkedOutside, OutputClash
from chartveil.batch.scan import scan, suffix_of
from hypothesis import given
from hypothesis import strategies as st


def make(root: Path, *names: str) -> Path:
    """Empty files of these names below `root`."""
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()
    return root


def test_notes_come_sorted_by_path_with_ids(tmp_path: Path) -> None:
    """The order is that of the whole relative paths; the id lacks the suffix."""
    make(tmp_path, "b/2.txt", "b/10.TXT", "b-1/x.note", "a.md", "plain", "visit.2024-01-03", "c/.hidden.txt")
    assert [(note.source, note.id) for note in scan(tmp_path).notes] == [
        ("a.md", "a"),
        ("b-1/x.note", "b-1/x"),
        ("b/10.TXT", "b/10"),
        ("b/2.txt", "b/2"),
        ("plain", "plain"),
        ("visit.2024-01-03", "visit.2024-01-03"),
    ]


def test_other_files_are_counted_by_kind_only(tmp_path: Path) -> None:
    """The count never tells a name: an unusual suffix may be part of one."""
    make(tmp_path, "scan.PDF", "list.csv", "more.csv", "letter.Smith", ".DS_Store", ".git/config")
    os.mkfifo(tmp_path / "pipe.txt")
    found = scan(tmp_path)
    assert found.notes == ()
    assert found.skipped == {
        ".csv": 2,
        ".pdf": 1,
        "hidden": 2,
        "not a regular file": 1,
        "other suffix": 1,
    }


def test_notes_with_one_stem_have_ids_of_their_own(tmp_path: Path) -> None:
    """The first keeps the stem, the others keep their suffix."""
    make(tmp_path, "a.note", "a.txt", "a.txt.md")
    assert [note.id for note in scan(tmp_path).notes] == ["a", "a.txt", "a.txt.md"]


@given(
    st.sets(
        st.text("ab.", min_size=1, max_size=5).map(lambda s: "x" + s + ".txt") | st.text("ab", min_size=1)
    )
)
def test_ids_are_unique(tmp_path_factory: pytest.TempPathFactory, names: set[str]) -> None:
    """No set of names leads to one id twice."""
    notes = scan(make(tmp_path_factory.mktemp("in"), *names)).notes
    assert len({note.id for note in notes}) == len(notes)


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("a.txt", ".txt"),
        ("a.b.Note", ".Note"),
        (".txt", ""),
        ("a", ""),
        ("a.2024", ""),
        ("d/.txt", ""),
        ("d.x/a", ""),
    ],
)
def test_suffix(name: str, suffix: str) -> None:
    """A suffix begins with a letter and follows something."""
    assert suffix_of(name) == suffix


def test_links(tmp_path: Path) -> None:
    """Folders are not followed; a link to a file inside is a note; all others fail as notes."""
    root = make(tmp_path / "in", "real.txt", "sub/x.txt")
    make(tmp_path, "outside.txt")
    (root / "inside.txt").symlink_to(root / "real.txt")
    (root / "leaves.txt").symlink_to(tmp_path / "outside.txt")
    (root / "nowhere.txt").symlink_to(root / "gone.txt")
    (root / "itself.txt").symlink_to("itself.txt")
    (root / "sub" / "up").symlink_to(root)
    (root / "nothing.pdf").symlink_to(root / "gone.pdf")
    found = scan(root)
    assert {note.source: type(note.problem) for note in found.notes} == {
        "inside.txt": type(None),
        "itself.txt": BrokenLink,
        "leaves.txt": LinkedOutside,
        "nowhere.txt": BrokenLink,
        "real.txt": type(None),
        "sub/x.txt": type(None),
    }
    assert found.skipped == {".pdf": 1, "link to a folder": 1}


def test_deep_folders(tmp_path: Path) -> None:
    """Nesting far beyond Python's recursion limit is no problem as long as the system can open it."""
    make(tmp_path, "/".join("d" * 400) + "/note.txt")
    assert len(scan(tmp_path).notes) == 1


def test_outputs_that_the_file_system_holds_for_one(tmp_path: Path) -> None:
    """Where the output ignores case or composition, the second of two such notes fails; else none does."""
    make(tmp_path, "Ward.txt", "ward.txt", "caf\u00e9.txt", "cafe\u0301.txt")
    if len(list(tmp_path.iterdir())) < 4:
        pytest.skip("this file system itself folds names")
    folded = scan(tmp_path, lambda path: unicodedata.normalize("NFD", path).casefold())
    assert [type(note.problem) for note in folded.notes] == [type(None), type(None), OutputClash, OutputClash]
    assert not any(note.problem for note in scan(tmp_path).notes)
