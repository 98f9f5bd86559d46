"""The detector as a whole: what it finds, where, and what it leaves alone."""

from itertools import pairwise

import pytest
from chartveil.detect import CodeDetector
from detect_table import codes, detector, mentions
from hypothesis import given, settings
from hypothesis import strategies as st

FOUND = [
    ("HTN/HLD/DM2", ["I10", "E78.5", "E11.9"]),
    ("nausea, headache and diarrhea", ["R11.0", "R51.9", "R19.7"]),
    ("left knee pain", ["M25.562"]),
    ("pain, left knee", ["M25.562"]),
    ("pain in her left knee", ["M25.562"]),
    ("neck and back pain", ["M54.2", "M54.9"]),
    ("pain and swelling of left knee", ["M25.562", "M25.462"]),
    ("R shoulder pain", ["M25.511"]),
    ("liver abscess", ["K75.0"]),
    ("an abscess of the liver", ["K75.0"]),
    ("oedema and anaemia", ["R60.9", "D64.9"]),
    ("type II diabetes", ["E11.9"]),
    ("MDD, recurrent, severe, without psychotic features", ["F33.2"]),
    ("diarhea and hypertensi0n", ["R19.7", "I10"]),
    ("[PERSON] has asthma since [DATE].", ["J45.909"]),
    ("Barrett's esophagus, Parkinson's", ["K22.70", "G20.A1"]),
]
PHRASES = ["HTN", "left knee pain", "97153 x 8", "∅ fever"]
NOTHING = [
    "Mr. Barrett was seen by Dr. Stone on [DATE].",
    "[PERSON] [DATE] [MRN] [PHONE]",
    "Vitals stable. Wife at bedside, children well.",
    "He left the hospital and went home by car.",
    "",
    "   \n\t\n",
    "as did it or he",
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text for text, _ in FOUND])
def test_found(text: str, expected: list[str]) -> None:
    """Each wording gives the codes a coder would pick."""
    assert codes(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_found(text: str) -> None:
    """Names, tags and ordinary words are no codes."""
    assert codes(text) == []


def test_a_mention_never_lies_in_a_tag() -> None:
    """A redaction tag is one neutral word, whatever its letters."""
    assert codes("[FACILITY] [CITY] [ADDRESS] [DEVICE]") == []
    assert [m.text for m in mentions("fell at [FACILITY] with fever")] == ["fell", "fever"]


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=200), st.sampled_from(PHRASES))
def test_any_text_is_quoted_exactly(noise: str, phrase: str) -> None:
    """Whatever characters surround it, each mention quotes the text and none overlap."""
    middle = len(noise) // 2
    mentions(noise[:middle] + " " + phrase + "\r\n" + noise[middle:])


def test_many_keeps_the_order() -> None:
    """`detect_many` streams, and its results equal those of single calls."""
    texts = ["fever", "", "cough and chest pain"]
    assert list(detector().detect_many(iter(texts))) == [detector().detect(text) for text in texts]


def test_min_score_leaves_out_the_doubtful() -> None:
    """A threshold above every score leaves nothing."""
    assert CodeDetector(min_score=1.0).detect("fever") == []


def test_candidates_are_ordered_and_hold_the_best() -> None:
    """The best code comes first with the mention's own score."""
    for mention in mentions("EKG today. Mother with breast cancer. h/o pneumonia."):
        assert mention.candidates[0].code == mention.code
        assert mention.candidates[0].score == mention.score
        assert all(a.score >= b.score for a, b in pairwise(mention.candidates))


def test_family_and_past_offer_their_status_codes() -> None:
    """Z80 to Z87 stand among the candidates of family and past mentions."""
    family, past = mentions("Mother with breast cancer. Pneumonia years ago.")
    assert "Z80.3" in {candidate.code for candidate in family.candidates}
    assert "Z87.01" in {candidate.code for candidate in past.candidates}
