"""What an uncased vocabulary forgets: the case, the digits and the surroundings of a word, as small numbers.

Each function maps a piece of text to a row of one feature table (see `encoding.COLUMNS`). Row numbers are
part of a trained model: changing one means training again.
"""

import re
from zlib import crc32

# Rows of the table "shape".
_NO_WORD, _CASELESS = 0, 1
_LETTER_LOWER, _LETTER_UPPER, _LOWER, _TITLE, _CAMEL = 2, 3, 4, 5, 6
_UPPER_FIRST = 7  # 7, 8, 9: capitals of length 2, 3, 4 and more
_DIGITS_FIRST = 9  # 10 to 20: 1 to 11 and more digits
_ORDINAL, _LETTERS_THEN_DIGITS, _DIGITS_THEN_LETTERS, _MIXED_LOWER, _MIXED_UPPER = 21, 22, 23, 24, 25
SHAPES = 26

# Rows of the tables "before" and "after".
EDGE, BLANK_LINE, LINE, LINE_INDENTED, WIDE, SPACE, NOTHING = range(7)
GAPS = 7

PATTERNS = 1024  # rows of the table "pattern"; row 0 is "nothing special"
CASES = 12  # rows of the table "case"

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_ORDINAL_WORD = re.compile(r"\d+(?:st|nd|rd|th)", re.IGNORECASE)
_DIGIT_RUN, _LOWER_RUN, _UPPER_RUN = re.compile(r"\d"), re.compile(r"[a-z]+"), re.compile(r"[A-Z]{2,}")


def word_shape(word: str) -> int:
    """Row of the table "shape" for one token."""
    if not word[0].isalnum():
        return _NO_WORD
    if word.isdigit():
        return _DIGITS_FIRST + min(len(word), 11)
    return _letter_shape(word) if word.isalpha() or not any(c.isdigit() for c in word) else _mixed_shape(word)


def _letter_shape(word: str) -> int:
    if word.islower():
        return _LOWER if len(word) > 1 else _LETTER_LOWER
    if word.isupper():
        return _UPPER_FIRST + min(len(word), 4) - 2 if len(word) > 1 else _LETTER_UPPER
    if word.istitle():
        return _TITLE
    return _CAMEL if word.upper() != word.lower() else _CASELESS


def _mixed_shape(word: str) -> int:
    if _ORDINAL_WORD.fullmatch(word):
        return _ORDINAL
    letters = word.rstrip("0123456789")
    if letters.isalpha():
        return _LETTERS_THEN_DIGITS
    if word.lstrip("0123456789").isalpha():
        return _DIGITS_THEN_LETTERS
    return _MIXED_LOWER if word.islower() else _MIXED_UPPER


def gap_kind(gap: str) -> int:
    """Row for the white space between two tokens; the edges of a note are `EDGE`."""
    if not gap:
        return NOTHING
    if gap == " ":
        return SPACE
    breaks = _BREAK.findall(gap)
    if not breaks:
        return WIDE
    if len(breaks) > 1:
        return BLANK_LINE
    return LINE_INDENTED if gap[-1] in " \t\xa0" else LINE


def pattern_row(chunk: str) -> int:
    """Row for a run of non-blank characters such as `(555)010-2233`, by its digits, letters and marks."""
    core = chunk.strip(".,;:!?()[]{}\"'*")
    if core.isalpha() or not any(c.isdigit() or not c.isalnum() for c in core):
        return 0
    signs = _UPPER_RUN.sub("AA", _LOWER_RUN.sub("a", _DIGIT_RUN.sub("0", core)))[:24]
    return 1 + crc32(signs.encode("utf-8", "replace")) % (PATTERNS - 1)


def case_row(line: str, note: int) -> int:
    """Row for the case of a token's line within a note of case `note` (see `note_case`)."""
    letters = line.upper() != line.lower()
    return 4 * note + (1 if line.isupper() else 2 if line.islower() else 3 if letters else 0)


def note_case(text: str) -> int:
    """0: mixed case or no letters; 1: all capitals; 2: all lower case."""
    return 1 if text.isupper() else 2 if text.islower() else 0
