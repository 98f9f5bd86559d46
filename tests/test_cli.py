"""The command line as a user meets it: in processes of its own."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

NOTE = "Patient: Mary Okafor   MRN 4471882   DOB 03/12/1950\nAssessment: hypertension. No pneumonia.\n"


def chartveil(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run the installed command."""
    return subprocess.run(
        [str(Path(sys.executable).parent / "chartveil"), *arguments],
        input=stdin,
        capture_output=True,
        check=False,
    )


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_text(NOTE, "utf-8")
    return path


def test_redact_prints_the_redacted_text(note: Path) -> None:
    """Only the redacted text goes to standard output, nothing to standard error."""
    done = chartveil("redact", str(note))
    assert (done.returncode, done.stderr) == (0, b"")
    assert (
        done.stdout.decode()
        == "Patient: [PERSON]   MRN [MRN]   DOB 1950\nAssessment: hypertension. No pneumonia.\n"
    )


def test_redact_reads_standard_input(note: Path) -> None:
    """ "-" gives the same as the file."""
    assert chartveil("redact", "-", stdin=NOTE.encode()).stdout == chartveil("redact", str(note)).stdout


def test_redact_json_places_every_span(note: Path) -> None:
    """Offsets point at the identifiers in the original and at the tags in the redacted text."""
    result = json.loads(chartveil("redact", "--format", "json", str(note)).stdout)
    assert [NOTE[span["start"] : span["end"]] for span in result["phi"]] == [
        "Mary Okafor",
        "4471882",
        "03/12/1950",
    ]
    for span in result["phi"]:
        written = "1950" if span["label"] == "DATE" else f"[{span['label']}]"
        assert result["text"][span["redacted_start"] : span["redacted_end"]] == written


def test_redact_writes_a_private_file(note: Path, tmp_path: Path) -> None:
    """-o writes the whole result, readable by its user only, and prints nothing."""
    out = tmp_path / "redacted.txt"
    assert chartveil("redact", str(note), "-o", str(out)).stdout == b""
    assert out.read_text("utf-8").startswith("Patient: [PERSON]")
    assert sys.platform == "win32" or out.stat().st_mode & 0o077 == 0


def test_a_note_is_never_overwritten(note: Path) -> None:
    """-o with the note's own path is refused and the note stays."""
    assert chartveil("redact", str(note), "-o", str(note)).returncode == 2
    assert note.read_text("utf-8") == NOTE


def test_known_identifiers_are_redacted(note: Path, tmp_path: Path) -> None:
    """A value of the table goes even where no rule would see it."""
    table = tmp_path / "known.csv"
    table.write_text("patient,names,other\n,Zed Q,pneumonia\n", "utf-8")
    assert b"pneumonia" not in chartveil("redact", "--known", str(table), str(note)).stdout


def test_terms_of_a_site(note: Path, tmp_path: Path) -> None:
    """A denied word goes and an allowed one stays, in the files' own casing or another."""
    (tmp_path / "deny.txt").write_text("# ours\nFACILITY: HYPERTENSION\n", "utf-8")
    (tmp_path / "allow.txt").write_text("mary okafor\n", "utf-8")
    terms = ("--deny", str(tmp_path / "deny.txt"), "--allow", str(tmp_path / "allow.txt"))
    shown = chartveil("redact", *terms, str(note)).stdout.decode()
    assert "Mary Okafor" in shown
    assert "Assessment: [FACILITY]. No" in shown


def test_policies_are_listed_and_shown() -> None:
    """Each policy's name and basis; for one, each label's action and paragraph."""
    listed = chartveil("policies").stdout.decode()
    assert all(name in listed for name in ("safe-harbor", "limited-data-set", "surrogate", "tags-numbered"))
    shown = chartveil("policies", "safe-harbor").stdout.decode()
    assert "164.514(b)(2)(i)(C)" in next(line for line in shown.splitlines() if line.startswith("DATE "))


def test_detect_csv_has_one_row_a_mention(note: Path) -> None:
    """Columns of the contract; the words stand at the given place of the original."""
    rows = list(
        csv.DictReader(io.StringIO(chartveil("detect", "--format", "csv", str(note)).stdout.decode()))
    )
    assert {(row["code"], row["assertion"]) for row in rows} == {("I10", "present"), ("J18.9", "negated")}
    assert all(NOTE[int(row["start"]) : int(row["end"])] == row["text"] for row in rows)


def test_detect_filters(note: Path) -> None:
    """--only, --system and --min-score leave out what they say."""
    present = json.loads(chartveil("detect", "--format", "json", "--only", "present", str(note)).stdout)[
        "codes"
    ]
    assert [code["code"] for code in present] == ["I10"]
    assert (
        json.loads(chartveil("detect", "--format", "json", "--system", "cpt", str(note)).stdout)["codes"]
        == []
    )
    assert (
        json.loads(chartveil("detect", "--format", "json", "--min-score", "1", str(note)).stdout)["codes"]
        == []
    )


def test_detect_table_groups_by_assertion(note: Path) -> None:
    """A reader sees code, words and assertion without colour codes when the output is no terminal."""
    table = chartveil("detect", str(note)).stdout.decode()
    assert table.index("present (1)") < table.index("I10") < table.index("negated (1)") < table.index("J18.9")
    assert "\x1b" not in table


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("redact", "absent.txt"), 2, "check the path"),
        (("redact", "."), 2, "chartveil batch"),
        (("redact", "--policy", "mine", "-"), 2, "safe-harbor"),
        (("redact", "--policy", "absent.yaml", "-"), 2, "YAML"),
        (("redact", "--deny", "absent.txt", "-"), 2, "file of terms"),
        (("redact", "--secret-file", "absent.key", "-"), 2, "key file"),
        (("redact", "--patient", "", "-"), 2, "{patient}"),
        (("redact", "--patient", "{patient}*", "-"), 2, "standard input"),
        (("redact", "--patient", "p1", "--policy", "surrogate", "-"), 2, "--secret-file"),
        (("policies", "mine"), 2, "tags-numbered"),
        (("redact", "--known", "absent.csv", "-"), 2, "CSV"),
        (("redact", "--encoding", "klingon", "-"), 2, "not an encoding"),
        (("detect", "--format", "xml", "-"), 2, "Invalid value"),
        (("unknown",), 2, "No such command"),
        (("redact", "-", "-o", "no/such/folder/x.txt"), 1, "can't write"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_errors_say_what_to_do(arguments: tuple[str, ...], code: int, says: str) -> None:
    """One clear line on standard error, no traceback, the exit code of its kind, no output."""
    done = chartveil(*arguments, stdin=b"hello")
    message = done.stderr.decode()
    assert (done.returncode, done.stdout) == (code, b"")
    assert says in message
    assert "Traceback" not in message
    assert message.startswith(("chartveil: ", "Usage: "))


@pytest.mark.parametrize(
    "raw", [b"\x00\x01PK", "Jos\u00e9".encode() + b"\xff \xc3\xa9"], ids=["binary", "broken UTF-8"]
)
def test_bytes_that_are_no_text_fail_without_output(raw: bytes) -> None:
    """A note that can't be read in full is not redacted in part."""
    done = chartveil("redact", "-", stdin=raw)
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"Jos" not in done.stderr


@pytest.mark.parametrize(
    "command",
    [(), ("redact",), ("detect",), ("batch",), ("policies",)],
    ids=lambda c: " ".join(c) or "chartveil",
)
def test_help_shows_an_example(command: tuple[str, ...]) -> None:
    """Every command's help has an example of itself."""
    shown = chartveil(*command, "--help").stdout.decode()
    assert f"chartveil {command[0] if command else 'redact'} " in shown.split("Example")[1]


def test_help_is_light() -> None:
    """--help loads neither spaCy nor Presidio nor numpy."""
    show_help = "main(['--help'], standalone_mode=False)"
    code = f"import sys; from chartveil.cli import main; {show_help}; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"spacy", "presidio_analyzer", "numpy", "rich", "yaml", "regex", "simple_icd_10_cm"} & set(
        loaded
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_output_is_an_error_in_one_line(note: Path) -> None:
    """A redirected result that can't be written whole: no traceback, exit code 1."""
    with Path("/dev/full").open("wb") as full:
        command = [str(Path(sys.executable).parent / "chartveil"), "redact", str(note)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(b"chartveil: can't write the result") and done.stderr.count(b"\n") == 1
