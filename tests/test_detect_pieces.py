"""Cutting a note piece by piece gives the tokens that cutting it as a whole gives."""

import pytest
from chartveil.detect.pieces import Pieces
from chartveil.dictionaries.words import cut
from hypothesis import given
from hypothesis import strategies as st

#: What tokens can reach over, depend on, or be mistaken for.
FRAGMENTS = """
a A B I H. h. & and AND hepatitis hep Vitamin types T D C (D D) D, & I&D T& &A her-2 her- 2 word- next Next -5
pylori coli. c/o w/ 2/2 [TAG] x-ray a' a’s 5 mg S1 A1c ſ K é. 1.5 _ a_ _a . , ; - – knee
""".split()
BLANKS = (" ", "  ", "\n", "\t", "\r\n", "-\n", "- \n", "\u00a0", "\u2028", "")
NOTES = st.lists(st.sampled_from(FRAGMENTS) | st.sampled_from(BLANKS) | st.just(" "), max_size=12)

PIECES = Pieces()


@given(NOTES.map("".join) | st.text(max_size=40))
def test_pieces_cut_as_the_whole(text: str) -> None:
    """Whatever stands side by side, tokens and offsets are those of the pattern over the whole text."""
    assert PIECES.cut(text) == cut(text)


@pytest.mark.parametrize(
    ("text", "raws"),
    [
        ("had hepatitis A once", ["had", "hepatitis", " A", "once"]),
        ("had a cold", ["had", "a", "cold"]),
        ("T and A in 2001", ["T and A", "in", "2001"]),
        ("had a T & A.", ["had", "a", "T & A", "."]),
        ("vitamin B and C", ["vitamin", "B", "and", "C"]),
        ("for H. pylori", ["for", "H.", "pylori"]),
        ("seen by H. Lane", ["seen", "by", "H", ".", "Lane"]),
        ("an infec-\n tion", ["an", "infec-\n tion"]),
        ("  _knee_  ", ["knee"]),
        ("", []),
    ],
)
def test_tokens_over_blanks(text: str, raws: list[str]) -> None:
    """Tokens that reach over a blank or depend on the word before it stay whole, at their place."""
    found, offsets = PIECES.cut(text)
    assert found == raws
    assert all(text.startswith(raw, offset) for raw, offset in zip(found, offsets, strict=True))


def test_full_memory_is_emptied(monkeypatch: pytest.MonkeyPatch) -> None:
    """When more pieces were met than are kept, they are forgotten and a note is cut all the same."""
    monkeypatch.setattr("chartveil.detect.pieces.LIMIT", 2)
    pieces = Pieces()
    for text in ("one two three", "four hepatitis A", "five six", "one two three"):
        assert pieces.cut(text) == cut(text)
