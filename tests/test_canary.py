"""Identifiers planted in notes appear in no log, message, manifest, journal, temporary file or cache.

Every process, workers included, logs all of everything to standard error and to a file (sitecustomize), and
every kind of failure is forced.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import canary
import pytest
from batch_stub import options
from canary import GOOD, IDENTIFIERS, leaking_pipeline, make_notes
from chartveil.batch import run_batch
from chartveil.dictionaries.places import cache_folder

LOG_EVERYTHING = """
import logging, os
handlers = [logging.FileHandler(os.environ["CANARY_LOG"]), logging.StreamHandler()]
logging.basicConfig(level=logging.DEBUG, handlers=handlers)
"""


class Place:
    """A folder for everything that processes under test may write."""

    def __init__(self, root: Path, cache: Path) -> None:
        self.root, self.cache = root, cache
        for name in ("site", "tmp", "home", "log"):
            (root / name).mkdir()
        (root / "site" / "sitecustomize.py").write_text(LOG_EVERYTHING)
        self.log = root / "log" / "log.txt"
        self.environment = os.environ | {
            "PYTHONPATH": os.pathsep.join([str(root / "site"), *sys.path]),
            "CANARY_LOG": str(self.log),
            "TMPDIR": str(root / "tmp"),
            "CHARTVEIL_CACHE": str(cache),
            "HOME": str(root / "home"),
        }

    @property
    def aside(self) -> tuple[Path, ...]:
        """All that processes may have written to but IN and OUT."""
        return (self.log.parent, self.root / "tmp", self.root / "home", self.cache)

    def start(self, *command: object) -> "subprocess.Popen[bytes]":
        """Start a command there."""
        return subprocess.Popen(
            [str(word) for word in command],
            env=self.environment,
            cwd=self.root,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def run(self, *command: object) -> tuple[int, bytes, bytes]:
        """Run a command there; its exit code, output and messages."""
        process = self.start(*command)
        out, err = process.communicate()
        return process.returncode, out, err


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache for these tests alone; compiling takes long, so it begins with what the user has."""
    own = tmp_path_factory.mktemp("cache")
    if cache_folder().exists():
        shutil.copytree(cache_folder(), own, dirs_exist_ok=True)
    return own


@pytest.fixture
def place(tmp_path: Path, cache: Path) -> Place:
    """A fresh place."""
    return Place(tmp_path, cache)


def leaks(data: bytes) -> list[str]:
    """The identifiers in bytes, in any casing and in either encoding of the notes."""
    text = data.decode("utf-8", "replace").lower() + data.decode("utf-16-le", "replace").lower()
    return [identifier for identifier in IDENTIFIERS if identifier.lower() in text]


def leaking_files(*roots: Path) -> list[tuple[str, list[str]]]:
    """The files below some folders that hold an identifier."""
    files = [path for root in roots for path in root.rglob("*") if path.is_file()]
    return [(str(path), found) for path in files if (found := leaks(path.read_bytes()))]


def test_the_net_holds() -> None:
    """The search finds what it looks for, so that its silence means something."""
    assert leaks(GOOD.encode()) == list(IDENTIFIERS)
    assert leaks(GOOD.encode("utf-16")) == list(IDENTIFIERS)


def test_batch_with_every_failure(place: Place) -> None:
    """Six failures and seven notes done; nothing of any of them outside IN."""
    source = make_notes(place.root / "in")
    code, out, err = place.run(sys.executable, canary.__file__, source, place.root / "out")
    manifest = json.loads((place.root / "out" / "manifest.json").read_bytes())
    assert (code, out) == (1, b"")
    assert manifest["failures"] == {
        "BinaryNote": 1,
        "RedactionError": 2,
        "UndecodableNote": 1,
        "WorkerDied": 1,
    }
    assert leaks(err) == []
    assert place.log.exists()  # logging was on
    assert leaking_files(place.root / "out", *place.aside) == []


def test_batch_that_is_killed(place: Place) -> None:
    """What a killed run leaves behind in OUT, cache and temporary folder."""
    source = make_notes(place.root / "in")
    process = place.start(sys.executable, canary.__file__, source, place.root / "out")
    journal = place.root / "out" / ".chartveil" / "journal.jsonl"
    while process.poll() is None and not (journal.exists() and journal.stat().st_size):
        time.sleep(0.01)
    process.kill()
    _, err = process.communicate()
    assert leaks(err) == []
    assert leaking_files(place.root / "out", *place.aside) == []


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("redact", "good0.txt"),
        ("redact", "binary.txt"),
        ("detect", "good0.txt"),
        ("detect", "undecodable.txt"),
    ],
)
def test_single_notes(place: Place, command: str, name: str) -> None:
    """`redact` and `detect` tell nothing either, on standard output least of all."""
    source = make_notes(place.root / "in")
    chartveil = Path(sys.executable).parent / "chartveil"
    _, out, err = place.run(chartveil, command, source / name)
    assert leaks(out) == leaks(err) == []
    assert leaking_files(*place.aside) == []


def test_a_detector_that_quotes_the_text(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Its message goes nowhere, neither from this process nor from workers."""
    source = make_notes(tmp_path / "in")
    for workers in (1, 2):
        out = tmp_path / f"out{workers}"
        summary = run_batch(source, out, options(pipeline=leaking_pipeline, workers=workers))
        assert summary.failures == {"BinaryNote": 1, "DetectionError": 10, "UndecodableNote": 1}
        assert leaking_files(out) == []
    assert leaks("".join(capfd.readouterr()).encode()) == []
