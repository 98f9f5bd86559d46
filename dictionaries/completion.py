"""Codes for the shell to complete."""

from .records import ICD10CM, SYSTEMS, bare, dotted

LIMIT = 50


def codes(typed: str) -> list[str]:
    """Codes that begin with what is typed, written as it is typed: without dots, or in small letters.

    Nothing where the library isn't built yet, since a shell must not wait for that.
    """
    from . import places
    from .library import Library, fingerprint

    path = places.cache_folder() / f"library-{fingerprint()}.sqlite"
    if not typed or not path.is_file():
        return []
    library = Library(path.absolute())
    plain, found = bare(typed), []
    for system in SYSTEMS:
        start = dotted(plain) if system == ICD10CM else plain
        found += [record.code for record in library.under(system, start, limit=LIMIT)]
    return [code for code in (_as_typed(code, typed) for code in found[:LIMIT]) if code.startswith(typed)]


def _as_typed(code: str, typed: str) -> str:
    """A shell takes only what continues the word as it was typed."""
    if "." not in typed and len(typed) > 3:
        code = code.replace(".", "")
    return code.lower() if typed.islower() else code
