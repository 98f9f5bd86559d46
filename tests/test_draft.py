"""Passages made of slots: what the redactor makes of the whole goes back to each piece."""

import pytest
from chartveil.batch.formats.draft import Slot, known_values, shares
from document_stub import Redacted, masked
from hypothesis import given
from hypothesis import strategies as st


def slots(*texts: str) -> list[Slot]:
    """Slots of some texts; one in brackets only parts its neighbours."""
    return [Slot(t.strip("<>"), None) if t.startswith("<") else Slot(t, lambda _: None) for t in texts]


@pytest.mark.parametrize(
    ("texts", "secrets", "given_back"),
    [
        (["By John Doe."], ["John Doe"], ["By [X]."]),
        (["By Jo", "hn D", "oe."], ["John Doe"], ["By [X]", "", "."]),
        (["Ann", "<\t>", "Bell"], ["Ann", "Bell"], ["[X]", "\t", "[X]"]),
        (["Ann", "<\t>", "Bell"], ["Ann\tBell"], ["[X]", "", ""]),
        (["Ann", "<\t>", "Bell"], ["\tBell"], ["Ann", "", "[X]"]),
        (["Ann", "<\t>", "Bell"], ["\t"], ["Ann", "", "Bell"]),
        (["plain"], [], ["plain"]),
    ],
)
def test_a_replacement_goes_to_the_first_piece_that_it_touches(
    texts: list[str], secrets: list[str], given_back: list[str]
) -> None:
    """Other pieces lose what was redacted and keep the rest."""
    made = slots(*texts)
    assert shares(made, masked("".join(slot.text for slot in made), secrets)) == given_back


WRONG = [
    Redacted("By [X]."),
    Redacted("By [X].", ({"start": 0, "end": 2, "redacted_start": 0, "redacted_end": 2},)),
    Redacted("By [X].", ({"start": 3, "end": 3, "redacted_start": 3, "redacted_end": 6},)),
    Redacted(
        "[X][X]", tuple({"start": n, "end": 11, "redacted_start": n, "redacted_end": n + 3} for n in (0, 3))
    ),
]


@pytest.mark.parametrize("result", WRONG)
def test_spans_that_do_not_account_for_the_text_let_nothing_pass(result: Redacted) -> None:
    """Then the whole redacted text goes to the first piece, and nothing of the original stays."""
    assert shares(slots("By Jo", "hn Doe."), result) == [result.text, ""]


PIECES = st.lists(st.text("ab\t", min_size=1, max_size=5), min_size=1, max_size=6)


@given(PIECES, st.lists(st.text("ab", min_size=1, max_size=4), max_size=2))
def test_the_shares_join_to_the_redacted_text(texts: list[str], secrets: list[str]) -> None:
    """Nothing is lost and nothing added, wherever pieces and identifiers begin and end."""
    made = [Slot(text, lambda _: None) for text in texts]
    result = masked("".join(texts), secrets)
    assert "".join(shares(made, result)) == result.text


def test_only_values_long_enough_are_sought() -> None:
    """A number that any note holds, and a kind of value that no text repeats, is not sought."""
    pairs = [("MRN", "7"), ("PERSON", " Ana  Bell ")]
    pairs += [("PHONE", "+1 (555) 555-0148"), ("AGE_OVER_89", "93"), ("ZIP", "970")]
    assert known_values(pairs).values == (("PERSON", "Ana Bell"), ("PHONE", "5555550148"))
