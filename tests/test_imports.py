"""Imports that meet, and imports that are killed: what is listed is whole."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import official_samples as samples
import pytest
from chartveil.dictionaries import imports

SCRIPT = "import sys; from pathlib import Path; from chartveil.dictionaries import imports; "
ONE = SCRIPT + "[imports.import_file(Path(p)) for p in sys.argv[1:]]"


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A data folder of the test's own."""
    monkeypatch.setenv("CHARTVEIL_DATA", str(tmp_path / "data"))
    return tmp_path / "data" / "dictionaries"


def begin(*paths: Path) -> "subprocess.Popen[bytes]":
    """Import files in a process of their own."""
    return subprocess.Popen([sys.executable, "-c", ONE, *map(str, paths)], env=os.environ)


def test_imports_at_once(tmp_path: Path, folder: Path) -> None:
    """Under one name the last wins, whole; under several all are there; no other file is left."""
    files = []
    for number in range(4):
        files.append(tmp_path / str(number) / "icd10cm_order_2027.txt")
        files[-1].parent.mkdir()
        files[-1].write_text(samples.ORDER.replace("Light", f"Ligh{number}"))
        (tmp_path / f"own{number}_2027.txt").write_text(samples.ORDER)
    running = [begin(*(file, tmp_path / f"own{n}_2027.txt") * 5) for n, file in enumerate(files)]
    assert [process.wait(60) for process in running] == [0, 0, 0, 0]
    items = imports.listed()
    assert len(items) == 5
    assert all(len(list(imports.stored(item))) == 5 for item in items)
    named = {f"{item.name}.json" for item in items} | {item.file for item in items}
    assert {path.name for path in folder.iterdir()} == named


@pytest.mark.skipif(os.name == "nt", reason="needs a signal that no process can catch")
def test_a_killed_import_leaves_nothing(tmp_path: Path, folder: Path) -> None:
    """What stood before stands; the next import clears away what the killed one had begun, once it is old."""
    name = "icd10cm_order_2027.txt"
    small, large = tmp_path / name, tmp_path / "large" / name
    small.write_text(samples.ORDER)
    large.parent.mkdir()
    codes = (f"A{n // 100 % 100:02}{n % 100:02}{n // 10000:02}" for n in range(150_000))
    large.write_text(
        "\n".join(
            samples.order_line(n, code, 1, "Some trouble") for n, code in enumerate(codes) if n < 99_999
        )
    )
    before = imports.import_file(small)
    process = begin(large)
    while not (begun := list(folder.glob("importing-*"))) and process.poll() is None:
        time.sleep(0.001)
    process.send_signal(signal.SIGKILL)
    process.wait(60)
    assert begun and imports.listed() == [before]
    assert len(list(imports.stored(before))) == 5
    os.utime(begun[0], (0, 0))
    imports.import_file(small)
    assert sorted(path.name for path in folder.iterdir()) == sorted((f"{before.name}.json", before.file))
