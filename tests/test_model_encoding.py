"""How the model reads a note: tokens, pieces, features and windows, for any Unicode text."""

import re

import numpy as np
import pytest
from chartveil.redact.model import shapes
from chartveil.redact.model.encoding import COLUMNS, NoteEncoder
from chartveil.redact.model.pieces import WordPieces
from chartveil.redact.model.tokens import folded, token_offsets
from chartveil.redact.model.windows import CONTEXT, WINDOW, cut_windows
from hypothesis import given
from hypothesis import strategies as st

VOCABULARY = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "smith", "sm", "##ith", "12", "##34", "'", "-", ".", "a")
NOTES = st.text(
    st.one_of(st.characters(), st.sampled_from("aé\u0301\u200d😀 \n\r\t\x00\x85\u2028'-._1Ⅳß東")),
    max_size=200,
)


@pytest.fixture
def encoder() -> NoteEncoder:
    """An encoder over a tiny vocabulary."""
    return NoteEncoder(WordPieces(VOCABULARY), lambda _: 0)


@given(NOTES)
def test_tokens_cover_every_visible_character(text: str) -> None:
    """Tokens come in order, do not overlap, and leave out white space only."""
    offsets = token_offsets(text)
    covered = [place for start, end in offsets for place in range(start, end)]
    assert covered == sorted(set(covered))
    assert all(text[place].isspace() for place in set(range(len(text))) - set(covered))


@given(NOTES)
def test_letters_and_digits_never_share_a_token_with_punctuation(text: str) -> None:
    """A token is a word or a mark; only invisible characters and combining marks ride along."""
    for start, end in token_offsets(text):
        token = text[start:end]
        assert token[0].isalnum() or not any(character.isalnum() for character in token)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Dr. O'Neil", ["Dr", ".", "O", "'", "Neil"]),
        ("Jose\u0301 x", ["Jose\u0301", "x"]),
        ("Jo\u200bhn\u00ad", ["Jo\u200bhn\u00ad"]),
        ("\ufeffJohn", ["\ufeff", "John"]),
        ("a_b", ["a", "_", "b"]),
        ("-----  __", ["-----", "_", "_"]),
        ("3/12\r\nx", ["3", "/", "12", "x"]),
        ("\x00a\x85b", ["\x00", "a", "b"]),
        ("", []),
    ],
)
def test_tokens_of(text: str, tokens: list[str]) -> None:
    """The table of cuts."""
    assert [text[start:end] for start, end in token_offsets(text)] == tokens


@pytest.mark.parametrize(
    ("word", "pieces"),
    [("Smith", [4]), ("SMÍTH", [4]), ("1234", [7, 8]), ("smithers", [1]), ("x" * 500, [1]), ("\u0301", [1])],
)
def test_pieces_of(word: str, pieces: list[int]) -> None:
    """Greedy longest match, the unknown piece where there is none."""
    assert list(WordPieces(VOCABULARY).cut(word)) == pieces


def test_folding_drops_case_accents_and_invisible_characters() -> None:
    """What the uncased vocabulary can't spell is gone."""
    assert folded("Mu\u0308LL\u200dER Ñ") == "muller n"


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("smith", "Smith"),
        ("Smith", "SMITH"),
        ("J", "j"),
        ("12", "123"),
        ("3rd", "3x"),
        ("A12", "12A"),
        ("McA", "Mca"),
    ],
)
def test_shapes_tell_words_apart(word: str, other: str) -> None:
    """Case and digits that the vocabulary forgets are kept."""
    assert shapes.word_shape(word) != shapes.word_shape(other)


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r", "\x85", "\u2028", "\x0b", "\x0c"])
def test_every_line_break_counts_as_one(break_: str) -> None:
    """One break is a line, two are a blank line, whatever the system that wrote them."""
    assert shapes.gap_kind(break_) == shapes.LINE
    assert shapes.gap_kind(break_ * 2) == shapes.BLANK_LINE


@given(NOTES)
def test_arrays_fit_together(text: str) -> None:
    """Every piece has a feature row within its tables; every token has a piece."""
    note = NoteEncoder(WordPieces(VOCABULARY), lambda _: 0).encode(text)
    assert note.features.shape == (len(note.pieces), len(COLUMNS))
    assert len(note.gaps) == len(note.starts) + 1 == len(note.first_piece)
    assert (np.diff(note.first_piece) > 0).all()
    assert note.first_piece[-1] == len(note.pieces)
    assert ((note.features >= 0) & (note.features < [rows for _, rows in COLUMNS])).all()


def test_memory_of_words_does_not_change_the_result(encoder: NoteEncoder) -> None:
    """Encoding a second time equals the first."""
    text = "Smith 12-34\n\nsmith"
    first, second = encoder.encode(text), encoder.encode(text)
    assert (first.pieces == second.pieces).all()
    assert (first.features == second.features).all()


@given(st.lists(st.sampled_from(["a", "1234", "smith.", "\n", "\n\n", "-"]), max_size=900))
def test_windows_cover_every_piece_once(parts: list[str]) -> None:
    """Cores follow each other without a gap and end between tokens; no window is too long."""
    note = NoteEncoder(WordPieces(VOCABULARY), lambda _: 0).encode(" ".join(parts))
    windows = cut_windows(note)
    place = 0
    for window in windows:
        assert window.core_start == place < window.core_end
        assert window.core_end in note.first_piece
        assert window.end - window.start <= WINDOW
        assert window.start == max(0, window.core_start - CONTEXT)
        place = window.core_end
    assert place == len(note.pieces)


@given(st.lists(st.booleans(), min_size=1, max_size=40))
def test_windows_cover_what_is_wanted(lines: list[bool]) -> None:
    """With a choice of lines, every piece of a chosen line lies in exactly one core."""
    text = "\n".join(("smith " if chosen else "a ") * 20 for chosen in lines)
    note = NoteEncoder(WordPieces(VOCABULARY), lambda _: 0).encode(text)
    wanted = note.within([match.span() for match in re.finditer("smith[^\n]*", text)])
    cores = [place for w in cut_windows(note, wanted) for place in range(w.core_start, w.core_end)]
    chosen_pieces = np.flatnonzero(np.repeat(wanted, np.diff(note.first_piece)))
    assert len(cores) == len(set(cores))
    assert set(chosen_pieces.tolist()) <= set(cores)
    assert all(w.end - w.start <= WINDOW for w in cut_windows(note, wanted))
