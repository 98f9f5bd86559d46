"""How a number is written beside its label: the part that MRN, account, licence and their like share."""

from typing import Final

from .base import CERTAIN, LabelPattern, pattern

#: A value holds a digit; its groups are joined by - . / · : or by one space before a further group of digits.
VALUE: Final = (
    r"(?:(?:[A-Z]{1,6}[ ](?=\d))?(?=[A-Z\-./]{0,10}\d)[A-Z0-9]++(?:[-‑–./·:][A-Z0-9]++)*+"
    r"(?:[ ](?=[A-Z]{0,3}-?\d)(?!\d{1,3}[ ]?(?:y/?o|yr|m\b|f\b))(?!\d{1,2}[/:]\d)[A-Z0-9-]{2,16}+"
    r"(?![\w/:]))*+)"
)
#: What may stand between a label and its value: "no.", "number", "#", ":", "=", "is", "ID", a quotation mark.
JOINT: Final = (
    r"(?:[ ]*(?:no\.?|num(?:ber)?s?|nbr|id(?:[ ]?(?:no\.?|number|\#))?|code|\#)(?![A-Z]))?"
    r"[ ]*(?:is|was|:|\#|=|\.{2,}|-(?=[ ]))?[ \t]*[:#]?[ ]*(?:\([^()\n]{0,12}\)[ ]*)?[\"“]?"
)


def labelled(
    label: str, words: str, *, value: str = VALUE, joint: str = JOINT, score: float = CERTAIN
) -> LabelPattern:
    """A pattern for `value` after one of `words` (a verbose regular expression), the value being PHI.

    A bare year after a label is no number: "policy 2019".
    """
    return pattern(
        label,
        rf"(?<![A-Z0-9])(?:{words})(?![A-Z0-9]){joint}(?P<phi>(?!(?:19|20)\d\d(?![\w/.-])){value})(?!\w)",
        score,
    )


def long_enough(value: str, least: int = 3) -> bool:
    """Whether a value has enough letters and digits to identify: "case 1" and "order 12" only count."""
    return sum(character.isalnum() for character in value) >= least
