"""What one note keeps while its identifiers are replaced, and the random draws that replacements come from.

An operator gets the `Session` of the note as `params["session"]`. `Draws` turns a secret, a patient and a
place into random numbers: the same three always give the same ones, other patients' are unrelated, and
without the secret nothing can be told about them.

A place is ("surname", 3): the third surname of the note. With `Policy.link` "value", a secret and a patient,
it is ("surname", "smith") instead, so that all notes of the patient agree without a table of names being kept
anywhere; `Draws.of` chooses.
"""

import hmac
import json
import re
import secrets
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from random import Random
from typing import TYPE_CHECKING, Final

from .identity import Numbering
from .policies.model import Policy

if TYPE_CHECKING:
    from .surrogates import Surrogates

#: An age over 89 that was redacted before.
OLD_AGE: Final = re.compile(r"(?<![0-9])90\+|\[AGE_OVER_89[\]_]")
YEAR: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


class Draws:
    """Random numbers of one patient.

    Without `secret` they are fresh for each object. Without `patient` the note is a patient of its own, and
    they are fresh as well.
    """

    def __init__(
        self, secret: bytes | None = None, patient: str | None = None, *, by_value: bool = False
    ) -> None:
        who = secrets.token_bytes(32) if patient is None else patient.encode("utf-8", "surrogatepass")
        self._key = _digest(secret or secrets.token_bytes(32), b"chartveil draws 1\0" + who)
        self.by_value = by_value and secret is not None and patient is not None

    def at(self, *place: str | int) -> Random:
        """A generator for a place, always the same for the same one."""
        return Random(int.from_bytes(_digest(self._key, json.dumps(place).encode())))

    def of(self, kind: str, value: str, order: int) -> Random:
        """A generator for a value: `order` is its place among the values of its kind in the note.

        The value itself, in the form that all its spellings share, counts only where the policy links by
        value.
        """
        return self.at(kind, value if self.by_value else order)


class Session:
    """One note under a policy.

    `values` are the note's identifiers as (label, text) pairs in the order of their appearance, repeats
    included: all that will be replaced. `secret` and `patient` make draws repeatable; `text` is the original
    note.
    """

    def __init__(
        self,
        policy: Policy,
        text: str,
        values: Sequence[tuple[str, str]],
        *,
        patient: str | None = None,
        secret: bytes | None = None,
    ) -> None:
        self.policy = policy
        self.text = text
        self.values = tuple(values)
        self.draws = Draws(secret, patient, by_value=policy.link == "value")

    def days(self, *, most: int = 365, weeks: bool = False) -> int:
        """The days by which this patient's dates move: 1 to `most` either way; whole weeks with `weeks`."""
        step = 7 if weeks else 1
        draw = self.draws.at("days")
        return draw.choice((-1, 1)) * step * draw.randint(1, max(1, most // step))

    @cached_property
    def tells_old_age(self) -> bool:
        """Whether the note tells, or told before it was redacted, that somebody is over 89."""
        return any(label == "AGE_OVER_89" for label, _ in self.values) or bool(OLD_AGE.search(self.text))

    @cached_property
    def year(self) -> int:
        """The year of a date that is written without one: the latest the note writes, else this year."""
        this_year = date.today().year
        years = (int(year) for year in YEAR.findall(self.text))
        return max((year for year in years if year <= this_year), default=this_year)

    def number(self, label: str, value: str) -> int:
        """The number of who or what a value names among those of its label in the note, from 1."""
        return self._numbering.number(label, value)

    def surrogate(self, label: str, value: str) -> str | None:
        """What stands for a value; None where nothing fits."""
        return self._surrogates.replace(label, value)

    @cached_property
    def _numbering(self) -> Numbering:
        return Numbering(self.values, self.text)

    @cached_property
    def _surrogates(self) -> "Surrogates":
        from .surrogates import Surrogates

        return Surrogates(self.values, self.text, self.draws)


def _digest(key: bytes, message: bytes) -> bytes:
    return hmac.digest(key, message, "sha256")
