"""Mentions that only refer back: "the tumor" in a note that says which tumor it is."""

from collections.abc import Sequence

from .mention import CodeMention

#: Codes of a neoplasm of no named site, which refer to a named one where the note has it.
VAGUE = frozenset(("C80.1", "C79.9", "D49.9", "D48.9", "D36.9", "C80.0"))


def without_vague(mentions: Sequence[CodeMention]) -> list[CodeMention]:
    """The mentions without those that refer back to a more telling one."""
    named = any(_is_neoplasm(m.code) and m.code not in VAGUE for m in mentions if m.assertion != "family")
    return [mention for mention in mentions if not (named and mention.code in VAGUE)]


def _is_neoplasm(code: str) -> bool:
    return code[0] == "C" or "D00" <= code[:3] <= "D49"
