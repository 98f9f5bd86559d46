"""The documentation: complete, its links sound, its Python runs."""

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from chartveil.cli import main

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))
#: command -> the page that describes it, where it is not called after it.
PAGE_OF = {
    "restore": "redact",
    "keygen": "redact",
    "lookup": "lookup-search",
    "search": "lookup-search",
    "sample": "evaluate",
    "verify": "evaluate",
}
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
SNIPPET = re.compile(r"```python\n(.*?)```", re.DOTALL)
SNIPPETS = [
    pytest.param(snippet, id=f"{page.stem}-{number}")
    for page in PAGES
    for number, snippet in enumerate(SNIPPET.findall(page.read_text("utf-8")))
    if page.stem == "python"
]


def options_of(command: click.Command) -> set[str]:
    """The long names of a command's options, those of its own commands too."""
    options = {
        max(parameter.opts, key=len) for parameter in command.params if isinstance(parameter, click.Option)
    }
    if isinstance(command, click.Group):
        options |= {option for below in command.commands.values() for option in options_of(below)}
    return options - {"--help"}


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_has_a_page_with_all_its_options(name: str) -> None:
    """A page of docs/ names the command and each of its options."""
    page = DOCS / f"{PAGE_OF.get(name, name)}.md"
    text = page.read_text("utf-8")
    assert f"chartveil {name}" in text
    assert {option for option in options_of(main.commands[name]) if option not in text} == set()


@pytest.mark.parametrize("page", [*PAGES, ROOT / "README.md", ROOT / "CONTRIBUTING.md"], ids=lambda p: p.stem)
def test_links_lead_somewhere(page: Path) -> None:
    """Each relative link of a page is a file of the repository."""
    links = [link for link in LINK.findall(page.read_text("utf-8")) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_index_lists_every_page() -> None:
    """docs/README.md links to each page beside it."""
    linked = set(LINK.findall((DOCS / "README.md").read_text("utf-8")))
    assert linked == {page.name for page in PAGES} - {"README.md"}


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_python_of_the_docs_runs(snippet: str) -> None:
    """Each snippet of the Python page runs by itself, and prints what its comments say."""
    done = subprocess.run([sys.executable, "-c", snippet], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-500:]
    for said in re.findall(r"^ *print\(.*\)  # (.+)$", snippet, re.MULTILINE):
        assert said in done.stdout.splitlines()
