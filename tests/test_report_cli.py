"""`--format html`, `--review` and `batch --report` as a user meets them."""

import sys
from pathlib import Path

import pytest
from report_reader import read_page
from test_cli import NOTE, chartveil

REDACTED = "Patient: [PERSON]   MRN [MRN]   DOB 1950\nAssessment: hypertension. No pneumonia.\n"


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "okafor.txt"
    path.write_text(NOTE, "utf-8")
    return path


def test_redact_html(note: Path) -> None:
    """A page on standard output with the redacted text, without the note's name or the identifiers."""
    done = chartveil("redact", "--format", "html", str(note))
    assert (done.returncode, done.stderr) == (0, b"")
    page = read_page(done.stdout)
    assert page.pre() == [REDACTED]
    assert "safe-harbor" in page.all("footer")[0].text
    assert not any(word in done.stdout.lower() for word in (b"okafor", b"4471882", b"03/12"))


def test_redact_review(note: Path, tmp_path: Path) -> None:
    """The original beside it, in a file for the user alone."""
    out = tmp_path / "page.html"
    assert chartveil("redact", "--format", "html", "--review", "-o", str(out), str(note)).returncode == 0
    page = read_page(out.read_bytes())
    assert page.pre() == [REDACTED, NOTE]
    assert "Contains protected health information" in page.all("body")[0].text
    assert sys.platform == "win32" or out.stat().st_mode & 0o777 == 0o600


def test_detect_html(note: Path, tmp_path: Path) -> None:
    """Codes are listed as the filters say; --no-redact is marked as PHI."""
    page = read_page(chartveil("detect", "--format", "html", "--only", "negated", str(note)).stdout)
    assert page.pre() == [REDACTED]
    assert "J18.9" in page.one("codes").text
    assert "I10" not in page.one("codes").text
    out = tmp_path / "page.html"
    assert chartveil("detect", "--format", "html", "--no-redact", "-o", str(out), str(note)).returncode == 0
    page = read_page(out.read_bytes())
    assert page.pre() == [NOTE]
    assert "Contains protected health information" in page.all("body")[0].text


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("redact", "--review", "-"), "--format html"),
        (("redact", "--review", "--format", "html", "-"), "-o"),
        (("detect", "--no-redact", "--format", "html", "-"), "-o"),
        (("detect", "--no-redact", "--review", "--format", "html", "-o", "x.html", "-"), "leave out"),
        (("redact", "--reversible", "--key-file", "k", "--format", "html", "-"), "leave out --format html"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_the_original_goes_nowhere_by_mistake(arguments: tuple[str, ...], says: str) -> None:
    """One line that says what to do, no output."""
    done = chartveil(*arguments, stdin=NOTE.encode())
    assert (done.returncode, done.stdout) == (2, b"")
    assert says in done.stderr.decode()


def test_batch_report(note: Path, tmp_path: Path) -> None:
    """An overview and a page for the note."""
    (tmp_path / "in").mkdir()
    note.rename(tmp_path / "in" / "visit.txt")
    done = chartveil("batch", "--report", str(tmp_path / "in"), str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    report = tmp_path / "out" / "report"
    assert "Policysafe-harbor" in read_page((report / "index.html").read_bytes()).all("footer")[0].text
    assert read_page((report / "notes" / "1.html").read_bytes()).pre() == [REDACTED]
