"""Gestational age, the trimester and weeks that follow, and conditions that complicate a pregnancy."""

import pytest
from chartveil.detect.gestation import ages
from detect_table import codes, mentions

AGES = [
    ("IUP at 31 weeks", [(217, 3)]),
    ("pregnant, 31w2d", [(219, 3)]),
    ("G2P1 @ 12w", [(84, 1)]),
    ("GA 13w6d", [(97, 1)]),
    ("GA 14w0d", [(98, 2)]),
    ("EGA: 27 6/7 weeks", [(195, 2)]),
    ("EGA 28w0d", [(196, 3)]),
    ("28-week pregnancy", [(196, 3)]),
    ("39+2 weeks gestation", [(275, 3)]),
    ("follow up in 6 weeks", []),
    ("pregnant, cough for 5 weeks", []),
    ("pregnancy, return at 16 weeks", []),
    ("previous pregnancy delivered at 36w1d", []),
    ("infant born at 31 weeks gestation", []),
    ("pregnancy dated by 8w2d ultrasound", []),
    ("pregnant, 5 weeks ago bleeding", []),
    ("80 weeks pregnant", []),
    ("uterus 12 weeks size", []),
]
TIMED = [
    ("Gestational hypertension at 22 weeks.", ["O13.2", "Z3A.22"]),
    ("EGA 27w6d. Gestational hypertension.", ["Z3A.27", "O13.2"]),
    ("EGA 28w0d. Gestational hypertension.", ["Z3A.28", "O13.3"]),
    ("32 y/o G1P0 at 34 2/7 weeks with severe preeclampsia", ["Z3A.34", "O14.13"]),
    ("32 y/o at 34 weeks gestation with preeclampsia", ["Z3A.34", "O14.93"]),
    ("G2P1 @ 12w here for prenatal visit", ["Z3A.12", "Z34.91"]),
    ("6w3d pregnancy with twins", ["Z3A.01", "Z33.1", "O30.001"]),
    ("Pregnant. Placenta previa.", ["Z33.1", "O44.00"]),
    ("Pregnant. Previous delivery at 36 weeks.", ["Z33.1"]),
    ("Missed abortion at 9w2d", ["O02.1"]),
    ("knee pain 6 weeks after surgery", ["M25.569"]),
]
COMPLICATED = [
    ("Pregnancy complicated by hypertension", ["O16.9"]),
    ("Pregnancy complicated by chronic hypertension", ["O10.019"]),
    ("Pregnancy complicated by gestational diabetes", ["O24.419"]),
    ("Pregnancy c/b anemia, obesity and hypothyroidism", ["O99.019", "O99.210", "O99.280"]),
    ("31w pregnancy complicated by asthma", ["Z3A.31", "O99.513"]),
    ("Pregnancy complicated by hypertension. Cough.", ["O16.9", "R05.9"]),
    ("Pneumonia complicated by anemia", ["J18.9", "D64.9"]),
]


@pytest.mark.parametrize(("text", "expected"), AGES, ids=[text for text, _ in AGES])
def test_ages(text: str, expected: list[tuple[int, int]]) -> None:
    """Days and trimester of what is a gestational age; durations, plans and other pregnancies are none."""
    assert [(age.days, age.trimester) for age in ages(text)] == expected


@pytest.mark.parametrize(("text", "expected"), TIMED, ids=[text for text, _ in TIMED])
def test_trimester_and_weeks(text: str, expected: list[str]) -> None:
    """The age raises the codes of pregnancy and is itself one; other notes stay as they are."""
    assert codes(text) == expected


@pytest.mark.parametrize(("text", "expected"), COMPLICATED, ids=[text for text, _ in COMPLICATED])
def test_complicated(text: str, expected: list[str]) -> None:
    """A condition that complicates a pregnancy has a code of chapter 15; "pregnancy" goes into the first."""
    assert codes(text) == expected


def test_plain_condition_keeps_its_code_as_candidate() -> None:
    """Both codes are needed: the one of chapter 15 comes first, with its reason."""
    (mention,) = mentions("Pregnancy complicated by asthma")
    assert [candidate.code for candidate in mention.candidates][:2] == ["O99.519", "J45.909"]
    assert "I.C.15.a.1" in mention.candidates[0].reason and not mention.candidates[1].reason


def test_condition_of_a_pregnant_patient() -> None:
    """Where nothing joins them the plain code stays best, and that of chapter 15 is offered."""
    _, _, asthma = mentions("EGA 20w0d. Pregnant. Asthma.")
    assert (asthma.code, asthma.candidates[1].code) == ("J45.909", "O99.512")
    (alone,) = mentions("Asthma. Not pregnant.")[:1]
    assert len(alone.candidates) == 1
