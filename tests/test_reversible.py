"""Sealed originals come back to the byte, and only with the right key and an unchanged file."""

import os
import stat
from pathlib import Path

import pytest
from chartveil.cli import main
from chartveil.errors import NoteError, UsageError
from chartveil.redact.keys import read_key, write_key
from chartveil.redact.reversible import BEGIN, END, NotSealed, SealBroken, redacted_part, restore, seal
from chartveil.redact.spans import Redaction
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

KEY, OTHER = bytes(range(32)), bytes(range(1, 33))
CODECS = st.sampled_from(["utf-8", "cp1252", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "cp037"])
QUICK = settings(max_examples=60, deadline=None, derandomize=True, database=None)
FRAMED = f"a\n{BEGIN}\nQ1Yx\n{END}\n".encode()


@QUICK
@given(st.binary(max_size=300) | st.just(FRAMED), st.binary(max_size=200) | st.just(FRAMED), CODECS)
def test_any_bytes_come_back(original: bytes, redacted: bytes, codec: str) -> None:
    """Whatever the original and the redacted text hold, another sealed note included."""
    if codec.startswith(("utf-16", "utf-32")):
        redacted = redacted[: len(redacted) // 4 * 4]
    sealed = seal(original, redacted, KEY, codec)
    assert restore(sealed, KEY) == original
    assert redacted_part(sealed) == redacted


@QUICK
@given(st.text(max_size=100), st.data())
def test_a_changed_file_is_refused(text: str, data: st.DataObject) -> None:
    """Any byte changed, anything cut off or added: an error of one kind or the other."""
    sealed = seal(text.encode("utf-8", "surrogatepass"), b"redacted text", KEY)
    place = data.draw(st.integers(0, len(sealed) - 1))
    flipped = bytes([sealed[place] ^ data.draw(st.integers(1, 255))])
    for changed in (
        sealed[:place] + flipped + sealed[place + 1 :],
        sealed[:place],
        sealed[place + 1 :],
        sealed + b"x",
        sealed.replace(b"\n", b"\r\n"),
    ):
        with pytest.raises((NotSealed, SealBroken)):
            restore(changed, KEY)


def test_another_key_or_another_text_is_refused() -> None:
    """The sealed part of one note does not open under the text of another."""
    sealed = seal(b"Ada Okafor", b"[PERSON]", KEY)
    with pytest.raises(SealBroken):
        restore(sealed, OTHER)
    with pytest.raises(SealBroken):
        restore(sealed.replace(b"[PERSON]", b"[OTHER_ID]"), KEY)
    with pytest.raises(NotSealed):
        restore(b"a plain note\n", KEY)


def test_nothing_repeats() -> None:
    """Two seals of the same note have nothing in common, and neither shows the original."""
    first, second = (seal(b"Ada Okafor " * 20, b"", KEY).split(b"\n")[2:-2] for _ in range(2))
    assert not set(first) & set(second)
    assert b"Okafor" not in b"".join(first)


def test_key_files(tmp_path: Path) -> None:
    """A new one is its owner's only, and no key is ever replaced."""
    path = tmp_path / "site.key"
    old = os.umask(0)
    write_key(path)
    os.umask(old)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    key, warnings = read_key(path, pytest.fail), list[str]()
    with pytest.raises(UsageError):
        write_key(path)
    assert read_key(path) == key
    path.chmod(0o644)
    assert read_key(path, warnings.append) == key
    assert "chmod 600" in warnings[0]
    with pytest.raises(UsageError):
        write_key(tmp_path / "none" / "site.key")


class Marking:
    """A redactor that needs no model."""

    def redact(self, text: str, **_: object) -> Redaction:
        return Redaction(text.replace("Okafor", "[PERSON]"), ())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("chartveil.commands.redaction.RedactionChoice.redactor", lambda self: Marking())
    monkeypatch.chdir(tmp_path)
    assert run("keygen", "site.key").exit_code == 0
    return tmp_path


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_the_commands_give_the_note_back(folder: Path, codec: str) -> None:
    """In its own encoding with its own line endings; standard input works too."""
    original = "Mrs. Okafor’s note\r\nfièvre\n\nno end of line".encode(codec)
    (folder / "note.txt").write_bytes(original)
    assert (
        run("redact", "--reversible", "--key-file", "site.key", "-o", "sealed.txt", "note.txt").exit_code == 0
    )
    sealed = (folder / "sealed.txt").read_bytes()
    text = sealed.decode(codec)
    assert "[PERSON]" in text and "Okafor" not in text
    assert run("restore", "--key-file", "site.key", "-o", "back.txt", "sealed.txt").exit_code == 0
    assert (folder / "back.txt").read_bytes() == original
    assert run("restore", "--key-file", "site.key", "-", stdin=sealed).stdout_bytes == original


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-be", "latin-1", "cp037"])
def test_a_given_encoding_is_sealed_too(folder: Path, codec: str) -> None:
    """Encodings without a mark, and one that writes its own."""
    original = "Mrs. Okafor\n".encode(codec)
    (folder / "note.txt").write_bytes(original)
    sealed = run(
        "redact", "--encoding", codec, "--reversible", "--key-file", "site.key", "note.txt"
    ).stdout_bytes
    assert run("restore", "--key-file", "site.key", "-", stdin=sealed).stdout_bytes == original


def test_a_wrong_key_writes_nothing(folder: Path) -> None:
    """One line on standard error, exit code 1, no file; wrong use is exit code 2."""
    (folder / "sealed.txt").write_bytes(seal(b"Okafor", b"[PERSON]", OTHER))
    done = run("restore", "--key-file", "site.key", "-o", "back.txt", "sealed.txt")
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert not (folder / "back.txt").exists()
    for wrong in (
        ("redact", "--reversible", "sealed.txt"),
        ("redact", "--key-file", "site.key", "sealed.txt"),
        ("redact", "--reversible", "--key-file", "site.key", "--format", "json", "sealed.txt"),
        ("restore", "--key-file", "none.key", "sealed.txt"),
        ("restore", "sealed.txt"),
        ("keygen", "site.key"),
    ):
        assert run(*wrong).exit_code == 2, wrong


def test_both_errors_are_errors_of_the_note() -> None:
    """They end with exit code 1."""
    assert issubclass(NotSealed, NoteError) and issubclass(SealBroken, NoteError)
