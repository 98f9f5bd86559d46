"""Why a code is unknown and what is near it: too long, too short, a wrong character, no placeholder."""

import re
from typing import TYPE_CHECKING

from .code_page import Place
from .records import ICD10CM, CodeRecord, bare, dotted

if TYPE_CHECKING:
    from .library import Library

SHOWN = 12
SHAPE = re.compile(r"[A-Z0-9]{3,7}$")


def explain(library: "Library", code: str, year: int | None) -> tuple[str, tuple[Place, ...]]:
    """What is wrong with a code that no list holds, in one sentence, and the codes near it."""
    plain = bare(code)
    if not SHAPE.match(plain):
        return f"{code!r} is no code: write three to seven letters and digits, such as E11.9", ()
    mended = _padded(library, plain, year)
    if mended is not None:
        return (
            f"no code {code}: the 7th character stands in seventh place, so fill up with X",
            (Place(mended.code, mended.title),),
        )
    parent = _nearest(library, plain, year)
    if parent is None:
        return f"no code {code} in any loaded list, and none that begins like it", ()
    return _below(library, code, parent, year)


def _padded(library: "Library", plain: str, year: int | None) -> CodeRecord | None:
    """The code with the X that was left out between a short code and its 7th character."""
    if not 4 <= len(plain) < 7:
        return None
    found = library.codes(plain[:-1].ljust(6, "X") + plain[-1], year)
    return next((record for record in found if record.system == ICD10CM), None)


def _nearest(library: "Library", plain: str, year: int | None) -> CodeRecord | None:
    """The longest code of which the unknown one is a continuation; trailing X are placeholders."""
    for length in range(len(plain) - 1, 2, -1):
        found = [r for r in library.codes(plain[:length], year) if r.system == ICD10CM]
        if found:
            return found[0]
    return None


def _below(
    library: "Library", code: str, parent: CodeRecord, year: int | None
) -> tuple[str, tuple[Place, ...]]:
    children = library.children(parent.system, parent.code, year)
    if not children:
        return (
            f"no code {code}: {parent.code} is complete and takes no further character",
            (Place(parent.code, parent.title),),
        )
    near = tuple(Place(child.code, child.title) for child in children[:SHOWN])
    if set(bare(code)[len(bare(parent.code)) :]) == {"X"}:
        return f"{dotted(code)} is not complete: the 7th character is missing", near
    return f"no code {code}; {parent.code} ({parent.title}) is the nearest, and these stand below it", near
