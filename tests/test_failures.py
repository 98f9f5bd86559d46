"""Everything that can be wrong with a batch run, and what is decided for it.

Wrong folders are wrong use: exit code 2, one line, nothing written. A bad note fails by itself: exit code 1,
a reason in its row, no output. A full disk ends the run, which can go on later.
"""

import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import batch_stub
import pytest
from batch_stub import options
from chartveil.batch import BatchError, run_batch
from chartveil.cli import main
from chartveil.errors import UsageError
from click.testing import CliRunner, Result
from test_batch import rows
from test_batch_resume import contents, make_notes

NOTE = "Patient: Isaura Penhallow, MRN 4471882. Assessment: asthma.\n"


def command(*arguments: object) -> Result:
    """`chartveil batch` in this process."""
    return CliRunner().invoke(main, ["batch", "--workers", "1", *map(str, arguments)])


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """An input folder with one note."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "note.txt").write_text(NOTE)
    return tmp_path / "in"


def is_wrong_use(result: Result, says: str) -> bool:
    """Whether a command ended with exit code 2 and one line."""
    line = result.stderr.removesuffix("\n")
    return result.exit_code == 2 and line.startswith("chartveil: ") and says in line and "\n" not in line


def test_missing_input(tmp_path: Path) -> None:
    """IN must exist, and nothing is made for it."""
    assert is_wrong_use(command(tmp_path / "absent", tmp_path / "out"), "does not exist")
    assert not (tmp_path / "out").exists()


def test_folders_that_cannot_be_reached(notes: Path, tmp_path: Path) -> None:
    """Names that no file system takes, and links in a circle."""
    (tmp_path / "circle").symlink_to("circle")
    assert is_wrong_use(command(notes, tmp_path / "circle"), "can't be")
    assert is_wrong_use(command("x" * 300, tmp_path / "out"), "can't be reached")


def test_input_of_no_format(notes: Path, tmp_path: Path) -> None:
    """A file whose suffix says nothing needs an option, which the line names."""
    (notes / "note.txt").rename(notes / "note.xyz")
    assert is_wrong_use(command(notes / "note.xyz", tmp_path / "out"), "--input-format")


def test_output_is_a_file(notes: Path, tmp_path: Path) -> None:
    """A file is never replaced by a folder."""
    (tmp_path / "out").write_text("mine")
    assert is_wrong_use(command(notes, tmp_path / "out"), "is a file")
    assert (tmp_path / "out").read_text() == "mine"


@pytest.mark.parametrize("inner", ["in", "in/out", "in/a/b", "link/out", "in/../in/out"])
def test_output_inside_input(notes: Path, tmp_path: Path, inner: str) -> None:
    """Output read as input would grow for ever; links do not hide it."""
    (tmp_path / "link").symlink_to(notes)
    assert is_wrong_use(command(notes, tmp_path / inner), "inside the input")
    assert [path.name for path in notes.iterdir()] == ["note.txt"]


@pytest.mark.parametrize("outer", [".", "link"])
def test_input_inside_output(notes: Path, tmp_path: Path, outer: str) -> None:
    """The output `notes` could otherwise replace the input `notes`."""
    (tmp_path / "link").symlink_to(tmp_path)
    assert is_wrong_use(command(notes, tmp_path / outer), "inside the output")
    assert (notes / "note.txt").read_text() == NOTE


def test_unwritable_output(notes: Path) -> None:
    """A folder where nothing can be made; /proc is one even for root."""
    if not Path("/proc/self").exists():
        pytest.skip("no folder is unwritable for certain on this system")
    assert is_wrong_use(command(notes, "/proc/chartveil/out"), "can't be written")


@pytest.mark.parametrize("name", ["notes", "results.jsonl", "manifest.json"])
@pytest.mark.parametrize("overwrite", [[], ["--overwrite"]])
def test_files_of_other_origin_stay(notes: Path, tmp_path: Path, name: str, overwrite: list[str]) -> None:
    """What no run wrote is never replaced, not even when asked."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / name).write_text("mine")
    assert is_wrong_use(command(*overwrite, notes, tmp_path / "out"), "other origin")
    assert (tmp_path / "out" / name).read_text() == "mine"


def test_a_damaged_record(notes: Path, tmp_path: Path) -> None:
    """An output folder whose record can't be read is left as it is."""
    (tmp_path / "out" / ".chartveil").mkdir(parents=True)
    (tmp_path / "out" / ".chartveil" / "run.json").write_text("{")
    assert is_wrong_use(command(notes, tmp_path / "out"), "damaged")


def test_a_record_that_is_a_link(notes: Path, tmp_path: Path) -> None:
    """What lies behind a link is never cleared away."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "kept").touch()
    (tmp_path / "out" / ".chartveil").mkdir(parents=True)
    (tmp_path / "out" / ".chartveil" / "tmp").symlink_to(tmp_path / "mine")
    assert is_wrong_use(command(notes, tmp_path / "out"), "is a link")
    assert (tmp_path / "mine" / "kept").exists()


def test_a_folder_in_use(notes: Path, tmp_path: Path) -> None:
    """Two runs never share an output folder."""
    fcntl = pytest.importorskip("fcntl")
    run_batch(notes, tmp_path / "out", options())
    with (tmp_path / "out" / ".chartveil" / "lock").open("r+") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(UsageError, match="another run"):
            run_batch(notes, tmp_path / "out", options())


def test_an_unreadable_folder(notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that can't be listed may hold notes, so the run does not begin; no name is told."""
    (notes / "Penhallow").mkdir()
    real = os.scandir

    def refuse(path: Any) -> Any:
        if str(path).endswith("Penhallow"):
            raise PermissionError(errno.EACCES, "denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(UsageError, match="permissions") as caught:
        run_batch(notes, tmp_path / "out", options())
    assert "Penhallow" not in str(caught.value)


class Row(NamedTuple):
    """What is decided for one kind of note."""

    name: str
    content: bytes
    reason: str | None  # the class of the error; None for a note that is done


TABLE = [
    Row("empty.txt", b"", None),
    Row("blank.txt", b"\r\n \t\n", None),
    Row("good.txt", NOTE.encode(), None),
    Row("marked-only.txt", b"\xef\xbb\xbf", None),
    Row("stem.note", NOTE.encode(), None),
    Row("stem.txt", NOTE.encode(), None),  # the same id but for its suffix
    Row("binary.txt", NOTE.encode() + b"\0", "BinaryNote"),
    Row("picture", b"\x89PNG\r\n\x1a\n\0\0\0", "BinaryNote"),
    Row("undecodable.txt", "Isaura Ca\u00f1as ".encode() + b"\xff", "UndecodableNote"),
    Row("huge-line.txt", b"x" * 50_000_000, "TooLargeNote"),
]


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], Path]:
    """The real command over all kinds of notes, and bad links, in one run."""
    root = tmp_path_factory.mktemp("table")
    (root / "in").mkdir()
    for row in TABLE:
        (root / "in" / row.name).write_bytes(row.content)
    (root / "in" / "loop.txt").symlink_to("loop.txt")
    (root / "in" / "circle").symlink_to(root / "in")
    (root / "outside.txt").write_text(NOTE)
    (root / "in" / "outside.txt").symlink_to(root / "outside.txt")
    chartveil = Path(sys.executable).parent / "chartveil"
    done = subprocess.run(
        [chartveil, "batch", root / "in", root / "out"], capture_output=True, text=True, check=False
    )
    return done, root / "out"


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.name)
def test_each_kind_of_note(table: tuple[Any, Path], row: Row) -> None:
    """Done or failed for the right reason, and an output only if done."""
    (found,) = [found for found in rows(table[1]) if found["source"] == row.name]
    assert found["status"] == ("failed" if row.reason else "ok")
    assert (found["error"] or "").partition(":")[0] == (row.reason or "")
    assert (table[1] / "notes" / row.name).exists() == (row.reason is None)


def test_links_in_circles_and_to_the_outside(table: tuple[Any, Path]) -> None:
    """A bad link fails as a note; a link to a folder is counted, never followed."""
    errors = {row["source"]: row["error"] for row in rows(table[1])}
    assert errors["loop.txt"].startswith("BrokenLink: ")
    assert errors["outside.txt"].startswith("LinkedOutside: ")
    assert not [source for source in errors if source.startswith("circle")]
    assert json.loads((table[1] / "manifest.json").read_text())["skipped"] == {"link to a folder": 1}


def test_white_space_is_kept(table: tuple[Any, Path]) -> None:
    """Notes without a word come out as they went in."""
    for name in ("empty.txt", "blank.txt", "marked-only.txt"):
        (row,) = [row for row in TABLE if row.name == name]
        assert (table[1] / "notes" / name).read_bytes() == row.content


def test_one_line_and_exit_code_1(table: tuple[Any, Path]) -> None:
    """The command says what it did in a line, without a word of a note or a name of a file."""
    done, _ = table
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "Isaura" not in done.stderr
    assert "undecodable" not in done.stderr


def test_a_recognizer_that_raises(tmp_path: Path) -> None:
    """That note fails and has no output; the others are done."""
    from canary import raising_pipeline

    source = make_notes(tmp_path / "in", 2)
    (source / "bad.txt").write_text("CRASH Penhallow")
    summary = run_batch(source, tmp_path / "out", options(pipeline=raising_pipeline))
    assert (summary.done, summary.failures) == (2, {"RedactionError": 1})
    assert not (tmp_path / "out" / "notes" / "bad.txt").exists()
    assert "Penhallow" not in (tmp_path / "out" / "results.jsonl").read_text()


def test_a_replacement_outside_the_encoding(notes: Path, tmp_path: Path) -> None:
    """A Windows-1252 note can't take an arrow."""
    (notes / "latin.txt").write_bytes(b"Ren\xe9e ARROW")
    assert run_batch(notes, tmp_path / "out", options()).failures == {"UnencodableNote": 1}
    assert not (tmp_path / "out" / "notes" / "latin.txt").exists()


def test_an_unreadable_note(notes: Path, tmp_path: Path) -> None:
    """A note that vanishes or can't be opened fails; the path is not told in the reason."""
    from chartveil.batch.errors import UnreadableNote
    from chartveil.batch.inputs import read_bytes

    with pytest.raises(UnreadableNote) as caught:
        read_bytes(notes / "Penhallow.txt", 10)
    assert "Penhallow" not in str(caught.value)


def test_a_link_among_the_outputs(notes: Path, tmp_path: Path) -> None:
    """A link in OUT that leads back to the input must not let a note be overwritten."""
    (notes / "ward").mkdir()
    (notes / "ward" / "a.txt").write_text("NAME")
    run_batch(notes, tmp_path / "out", options())
    shutil.rmtree(tmp_path / "out" / "notes" / "ward")
    (tmp_path / "out" / "notes" / "ward").symlink_to(notes / "ward")
    assert run_batch(notes, tmp_path / "out", options()).failures == {"UnwritableNote": 1}
    assert (notes / "ward" / "a.txt").read_text() == "NAME"


def test_a_full_disk_while_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One clear error; with space again, the same command ends as if nothing had been."""
    source = make_notes(tmp_path / "in", 20)
    run_batch(source, tmp_path / "whole", options())
    real, left = os.fsync, 9

    def fill(descriptor: int) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fill)
    with pytest.raises(BatchError, match="disk of the output folder is full"):
        run_batch(source, tmp_path / "out", options())
    assert not (tmp_path / "out" / "results.jsonl").exists()
    monkeypatch.undo()
    assert run_batch(source, tmp_path / "out", options()).resumed == 8
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


SCRIPT = """
mount -t tmpfs -o size=400k tmpfs "$OUT" || exit 99
"$PYTHON" "$STUB" "$IN" "$OUT/out" "$WORKERS"
echo "first $?" >&2
mount -o remount,size=50m "$OUT" || exit 99
"$PYTHON" "$STUB" "$IN" "$OUT/out" "$WORKERS"
echo "second $?" >&2
cp -r "$OUT/out" "$COPY"
"""


@pytest.mark.parametrize("workers", [1, 2])
def test_a_disk_that_is_really_full(tmp_path: Path, workers: int) -> None:
    """The same on a file system of 400 kB, where such a one can be made."""
    if sys.platform != "linux" or not shutil.which("unshare"):
        pytest.skip("needs Linux with unshare")
    source = make_notes(tmp_path / "in", 200, "long " * 20)
    run_batch(source, tmp_path / "whole", options())
    (tmp_path / "out").mkdir()
    paths = {"IN": source, "OUT": tmp_path / "out", "COPY": tmp_path / "copy", "STUB": batch_stub.__file__}
    environment = {"PYTHON": sys.executable, "WORKERS": str(workers), **{k: str(v) for k, v in paths.items()}}
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", SCRIPT],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode or "first" not in done.stderr:
        pytest.skip("no file system can be mounted here")
    first, end_of_first, end_of_second = done.stderr.splitlines()
    assert "disk of the output folder is full" in first
    assert (end_of_first, end_of_second) == ("first 1", "second 0")
    assert contents(tmp_path / "copy") == contents(tmp_path / "whole")
