"""Names of rare diseases that only search knows: `lexicon/_rare.tsv`, in the form of the lexicon.

In a note such a name may be a person's ("Carney", "Dent"), so detection does without them.
"""

from collections.abc import Iterator
from importlib import resources

from . import lexicon_files

NAME, ORIGIN = "_rare.tsv", "rare name"


def said() -> Iterator[tuple[str, str, str, str]]:
    """(system, code, origin, name) of every line, for the first of its codes."""
    text = (resources.files(__package__) / "lexicon" / NAME).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            entry = lexicon_files.parse(line, f"{NAME}:{number}")
            system, code = entry.codes[0]
            yield from ((system, code, ORIGIN, term.text) for term in entry.terms)
