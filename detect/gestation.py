"""Gestational age that a note tells: "31w2d", "IUP at 31 weeks", "G2P1 @ 12w", "EGA 28 3/7 weeks"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

#: The weeks that a pregnancy can have, and the days with which the second and third trimester begin.
LEAST, MOST, SECOND, THIRD = 4, 43, 14 * 7, 28 * 7
BEFORE, AFTER = 70, 24

AGE = re.compile(
    r"(?<![\w./+-])(?P<weeks>\d{1,2})(?:"
    r"[ -]?w(?:(?:ee)?ks?)?,? ?(?:and )?(?P<days>[0-6]) ?d(?:ays?)?\b"
    r"|(?: ?\+ ?| |-)(?P<sevenths>[0-6])/7(?:[ -]?w(?:(?:ee)?ks?)?\b)?"
    r"|(?: ?\+ ?(?P<plus>[0-6]))?[ -]?w(?:(?:ee)?ks?)?\b)",
    re.I,
)
_PREGNANT = (
    r"gestation\w*|e?ga|[st]?iup|pregnan\w*|g ?\d{1,2},? ?p ?\d\w*|(?:primi|multi|secundi)?gravida(?: ?\d)?"
)
#: What tells right before or after an age that it is one of a pregnancy.
LED = re.compile(rf"\b(?:{_PREGNANT})\b[^.;\n\d]{{0,25}}$", re.I)
FOLLOWED = re.compile(
    r"[ -]*(?:of |by )?(?:(?:single |twin |intrauterine )*(?:gestation|pregnan|iup|e?ga\b|gravid))", re.I
)
#: What makes of a number of weeks something else: another pregnancy, a plan, a duration, the age of a scan.
_ELSE = r"""
born deliver\w* prior previous\w* past history hx h/o ex preemie premature newborn infant baby neonate
miscarr\w* sab tab loss demise until before by c/w consistent dat\w+ since if sister mother mom postpartum
goal plan\w* schedul\w* return repeat induc\w* iol rtc follow f/u ended last son daughter twins? at\ birth
next ago
"""
ELSEWHERE = re.compile(rf"\b(?:{'|'.join(_ELSE.split())})\b(?! ?:)", re.I)
LASTING = re.compile(
    r"\b(?:in|for|x|every|each|q|within|over|past|last|next|after|another|about every|than)[ ~]*$", re.I
)
NO_AGE = re.compile(
    r"[ -]*(?:ago|old|prior|post|pp\b|later|from|follow|f/u|apart|us\b|u/s|ultrasound|scan|sono|size|labs?"
    r"|visit|out\b|of (?!gest|preg))",
    re.I,
)
#: After one of these a statement turns to the present pregnancy.
NOW = re.compile(r"\b(?:now|currently|presents?|presenting|here|today)\b", re.I)
ENDED = re.compile(r"[;\n]|\.(?=\s)")


class Age(NamedTuple):
    """A gestational age at `start` to `end` of a text, in days; `surely` where words beside it tell that."""

    start: int
    end: int
    days: int
    surely: bool

    @property
    def trimester(self) -> int:
        """1, 2 or 3 (before 14 weeks 0 days, before 28 weeks 0 days, after), as the tabular list counts."""
        return 1 if self.days < SECOND else (2 if self.days < THIRD else 3)

    @property
    def code(self) -> str:
        """Its code of weeks of gestation (Z3A)."""
        weeks = self.days // 7
        return "Z3A.01" if weeks < 8 else ("Z3A.49" if weeks > 42 else f"Z3A.{weeks:02}")


def ages(text: str) -> Iterator[Age]:
    """The ages that can be the present pregnancy's, in the order of the text."""
    for hit in AGE.finditer(text):
        weeks, days = int(hit["weeks"]), hit["days"] or hit["sevenths"] or hit["plus"]
        before = _statement(text[max(0, hit.start() - BEFORE) : hit.start()])
        after = text[hit.end() : hit.end() + AFTER]
        if (
            LEAST <= weeks <= MOST
            and not (ELSEWHERE.search(before) or LASTING.search(before))
            and not NO_AGE.match(after)
        ):
            surely = bool(LED.search(before) or FOLLOWED.match(after))
            if surely or days or before.endswith(("at ", "@ ", "@")):
                yield Age(hit.start(), hit.end(), weeks * 7 + int(days or 0), surely)


def _statement(before: str) -> str:
    """The part of the text before an age that speaks of the same thing."""
    return NOW.split(ENDED.split(before)[-1])[-1]
