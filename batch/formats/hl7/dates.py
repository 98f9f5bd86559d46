"""Dates of HL7 version 2: the day is the identifier, the time stays with it while it stays."""

import re
from typing import Final

from ..draft import Drafts
from .delimiters import Delimiters
from .tree import Leaf

DATE: Final = re.compile(
    r"([0-9]{4})(?:([0-9]{2})(?:([0-9]{2})((?:[0-9]{2}(?:[0-9]{2}(?:[0-9]{2}(?:\.[0-9]{1,4})?)?)?)?(?:[+-][0-9]{4})?))?)?"
)
NEW: Final = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")


def take_in_date(drafts: Drafts, leaf: Leaf, signs: Delimiters, place: str) -> None:
    """A date, which the redactor sees as 2024-03-12; one without a known form it sees as it is.

    A replacement that is a date stands in its place, without the time where it is no whole day; for any other
    the field is left empty, as a date can hold no tag.
    """
    match = DATE.fullmatch(leaf.raw)
    value = "-".join(filter(None, match.group(1, 2, 3))) if match else signs.text(leaf.raw)
    time = (match[4] or "") if match else ""

    def write(new: str) -> None:
        if new == value:
            leaf.new = leaf.raw
        elif NEW.fullmatch(new):
            leaf.new = new.replace("-", "") + (time if len(new) == 10 else "")
        else:
            leaf.new = ""

    drafts.field("DATE", value, place, write)
