"""Bytes to text and back: which encoding is taken for what, and that no byte is lost."""

import pytest
from chartveil.batch.encoding import check_encoding, decode
from chartveil.batch.errors import BinaryNote, UndecodableNote, UnencodableNote
from chartveil.errors import UsageError
from hypothesis import given
from hypothesis import strategies as st

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
MARKED = {
    "utf-8": b"\xef\xbb\xbf",
    "utf-16-le": b"\xff\xfe",
    "utf-16-be": b"\xfe\xff",
    "utf-32-le": b"\xff\xfe\0\0",
    "utf-32-be": b"\0\0\xfe\xff",
}


@pytest.mark.parametrize(
    ("raw", "text", "codec"),
    [
        (b"", "", "utf-8"),
        (b"plain\r\nnote", "plain\r\nnote", "utf-8"),
        (
            "Ren\u00e9e \u2014 \U0001f9ea\u0085\u2028".encode(),
            "Ren\u00e9e \u2014 \U0001f9ea\u0085\u2028",
            "utf-8",
        ),
        (b"Ren\xe9e, 38\xb0C", "Ren\u00e9e, 38\u00b0C", "cp1252"),
        (b"\x93quoted\x94 \x80", "\u201cquoted\u201d \u20ac", "cp1252"),
        (b"\xef\xbb\xbfmarked", "marked", "utf-8"),
    ],
)
def test_encoding_is_detected(raw: bytes, text: str, codec: str) -> None:
    """Each kind of bytes is read as what it most surely is."""
    decoded = decode(raw)
    assert (decoded.text, decoded.codec) == (text, codec)


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        (b"a\0b", BinaryNote),
        ("a\0b".encode("utf-16"), BinaryNote),
        ("no mark".encode("utf-16-le"), BinaryNote),
        (b"\x81\x8d\x8f", UndecodableNote),  # undefined in Windows-1252
        (b"\xff\xfea", UndecodableNote),  # half a UTF-16 character
        (b"\xff\xfe\x00\xd8", UndecodableNote),  # a lone surrogate
        (b"\xef\xbb\xbf\xff", UndecodableNote),
        (b"Ren\xc3\xa9e cut off: \xc3", UndecodableNote),  # UTF-8 with a broken byte is not Windows-1252
    ],
)
def test_what_is_no_text_fails(raw: bytes, error: type[Exception]) -> None:
    """Bytes that can't be read with certainty fail rather than turn into other letters."""
    with pytest.raises(error):
        decode(raw)


@given(TEXTS, st.sampled_from(sorted(MARKED)))
def test_marked_notes_keep_encoding_and_mark(text: str, codec: str) -> None:
    """Any text with a byte order mark comes back as the same bytes."""
    raw = MARKED[codec] + text.encode(codec)
    decoded = decode(raw)
    assert decoded.text == text
    assert decoded.encode(decoded.text) == raw


@given(st.binary())
def test_any_bytes_fail_or_come_back(raw: bytes) -> None:
    """Whatever the bytes, decoding loses none of them or says so."""
    try:
        decoded = decode(raw)
    except (BinaryNote, UndecodableNote):
        return
    assert decoded.encode(decoded.text) == raw


@pytest.mark.parametrize("encoding", ["utf-7", "utf-16", "shift_jis", "idna", "iso2022_jp", "cp037"])
@given(raw=st.binary())
def test_a_given_encoding_never_loses_bytes(encoding: str, raw: bytes) -> None:
    """The same holds for an encoding that the user gives, even one with several spellings of a text."""
    try:
        decoded = decode(raw, encoding)
    except (BinaryNote, UndecodableNote):
        return
    assert decoded.encode(decoded.text) == raw


def test_given_encoding_is_used() -> None:
    """A given encoding decides for notes without a mark, not for marked ones."""
    assert decode(b"\x8e", "mac_roman").text == "\u00e9"
    assert decode(b"\xef\xbb\xbf\xc3\xa9", "mac_roman").text == "\u00e9"


def test_unknown_encoding_is_wrong_use() -> None:
    """A misspelt encoding is found before any note is read; so is one that is not of text."""
    for name in ("utf-9", "hex"):
        with pytest.raises(UsageError, match="encoding"):
            check_encoding(name)


def test_replacement_outside_the_encoding_fails() -> None:
    """A character that Windows-1252 lacks can't be written into such a note."""
    with pytest.raises(UnencodableNote):
        decode(b"Ren\xe9e").encode("\u2192")
