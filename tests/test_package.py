"""What is shipped: the wheel holds every module and data file of the package, and nothing else."""

import ast
import importlib
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PACKAGES = SETTINGS["tool"]["setuptools"]["packages"]
OUTSIDE = {"tests", "benchmarks", "training", "examples", "docs"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Names of the files in a wheel built from the files that git knows."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    names = (
        subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
        .stdout.decode()
        .split("\0")
    )
    for name in filter(None, names):
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_bytes((ROOT / name).read_bytes())
    build = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--wheel-dir", str(folder), str(source)]
    subprocess.run(build, check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def test_wheel_holds_every_file_of_the_package(wheel: set[str]) -> None:
    """A module or data file left off the lists of pyproject.toml would go missing in silence."""
    tracked = (
        subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
        .stdout.decode()
        .split("\0")
    )
    folders = {package.removeprefix("chartveil").lstrip(".").replace(".", "/") for package in PACKAGES} - {""}
    inside = {
        name
        for name in tracked
        if name
        and (name.split("/")[0] in folders or ("/" not in name and name.endswith((".py", "py.typed"))))
    }
    assert wheel == {f"chartveil/{name}" for name in inside}


def test_every_folder_of_modules_is_listed() -> None:
    """Each folder with Python files is a listed package or one of those that stay outside."""
    tracked = (
        subprocess.run(["git", "ls-files", "-z", "*.py"], cwd=ROOT, capture_output=True, check=True)
        .stdout.decode()
        .split("\0")
    )
    folders = {str(Path(name).parent) for name in tracked if name} - {"."}
    unlisted = {
        folder
        for folder in folders
        if folder.split("/")[0] not in OUTSIDE and f"chartveil.{folder.replace('/', '.')}" not in PACKAGES
    }
    assert not unlisted


@pytest.mark.parametrize(
    "name",
    [
        "chartveil.redact",
        "chartveil.detect",
        "chartveil.dictionaries",
        "chartveil.batch",
        "chartveil.report",
        "chartveil.serve",
    ],
)
def test_all_names_exist_and_are_few(name: str) -> None:
    """`__all__` is short, names nothing twice, and says the truth."""
    module = importlib.import_module(name)
    assert len(set(module.__all__)) == len(module.__all__)
    assert len(module.__all__) <= 12
    assert all(hasattr(module, exported) for exported in module.__all__)


def test_no_print_in_the_library() -> None:
    """A library says nothing by itself; only the command line prints."""
    for path in ROOT.glob("[!.]*/**/*.py"):
        if path.relative_to(ROOT).parts[0] in OUTSIDE | {"build"}:
            continue
        calls = (
            node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)
        )
        assert not any(isinstance(call, ast.Name) and call.id == "print" for call in calls), path


def test_readme_names_every_command() -> None:
    """Every command is in the README."""
    from chartveil.cli import main

    readme = (ROOT / "README.md").read_text("utf-8")
    assert all(f"chartveil {command} " in readme for command in main.commands)


def test_readme_snippet_says_what_happens() -> None:
    """The README's Python runs and prints what its comment says."""
    readme = (ROOT / "README.md").read_text("utf-8")
    snippet = re.search(r"```python\n(.*?)```", readme, re.DOTALL)
    assert snippet
    done = subprocess.run([sys.executable, "-c", snippet[1]], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[0] == re.search(r"print\(redaction.text\)  # (.*)", snippet[1])[1]  # type: ignore[index]
    assert any(line.startswith("I10 present") for line in done.stdout.splitlines())
