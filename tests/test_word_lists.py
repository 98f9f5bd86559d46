"""The project's own word lists: their form and size, words they must hold, names they must not."""

import re
from importlib import resources
from itertools import pairwise

import pytest

WORD = re.compile(r"[^\W_]+(?:['\-][^\W_]+)*")
DATA = resources.files("chartveil.redact") / "data"

#: Fewest words each list may hold: a list cut short by a bad write fails here.
LEAST = {"clinical_words": 7_700, "drugs": 5_400, "abbreviations": 2_000, "eponyms": 2_000}

HELD = {
    "clinical_words": """
        impression assessment payor guarantor endoscopist interp meds crani supv acct reasoning agreements
        auscultation endorses walk-in predeterm telehealth interventions clinician popsicles diapers
        hysterectomy haemorrhage klebsiella pylori crown bitewings reinforcement wheelchairs medicare aetna
        thurs humana edema scotoma""",
    "drugs": """
        metformin lisinopril atorvastatin amoxicillin warfarin apixaban insulin semaglutide ozempic gabapentin
        sertraline fluoxetine prednisone albuterol levothyroxine omeprazole ondansetron furosemide
        hydrochlorothiazide metoprolol vancomycin ceftriaxone acetaminophen ibuprofen tylenol oxycodone
        morphine pembrolizumab adalimumab naloxone""",
    "abbreviations": """
        hfpef fena etoh lfts pcps mcps pips idh mgmt hela rhogam caoh moca datscan copd cabg gerd egfr perrla
        nstemi prn stat bmi iop oct bcva t790m h1n1 pt1a mmhg ados-2""",
    "eponyms": """
        crohn hodgkin parkinson alzheimer babinski mcburney murphy homans whipple billroth graves hashimoto
        addison cushing raynaud sjogren wilson kaposi foley braden glasgow apgar trendelenburg romberg
        kernig brudzinski lachman dupuytren guillain bell""",
}

#: Names of people that mean nothing else in a note.
NAMES = """
    yolanda kowalczyk patel jamal kelsey rodriguez nguyen smith jennifer aisha okafor hernandez garcia mary
    michael brittany svetlana goldstein mueller lopez jose maria sarah thompson williams khan singh chen
    crystal brady rosa"""


def text(name: str) -> str:
    return (DATA / f"{name}.txt").read_text("utf-8")


def words(name: str) -> list[str]:
    return [line for line in text(name).splitlines() if not line.startswith("# ")]


@pytest.mark.parametrize("name", LEAST)
def test_header_names_the_list_and_its_origin(name: str) -> None:
    header = [line for line in text(name).splitlines() if line.startswith("#")]
    assert text(name).splitlines()[: len(header)] == header
    assert len(header) >= 2
    assert all(line.startswith("# ") for line in header)
    assert "written for chartveil" in " ".join(header)


@pytest.mark.parametrize("name", LEAST)
def test_each_line_is_one_lower_case_word(name: str) -> None:
    assert [word for word in words(name) if not WORD.fullmatch(word) or word != word.lower()] == []


@pytest.mark.parametrize("name", LEAST)
def test_words_are_sorted_without_duplicates(name: str) -> None:
    assert [pair for pair in pairwise(words(name)) if pair[0] >= pair[1]] == []


@pytest.mark.parametrize("name", LEAST)
def test_file_ends_with_one_newline(name: str) -> None:
    assert text(name).endswith("\n")
    assert not text(name).endswith("\n\n")


@pytest.mark.parametrize(("name", "least"), LEAST.items())
def test_list_is_whole(name: str, least: int) -> None:
    assert len(words(name)) >= least


@pytest.mark.parametrize("name", LEAST)
def test_sample_words_are_held(name: str) -> None:
    sample = set(HELD[name].split())
    assert len(sample) >= 30
    assert sorted(sample - set(words(name))) == []


@pytest.mark.parametrize("name", ["clinical_words", "drugs", "abbreviations"])
def test_names_of_people_are_not_held(name: str) -> None:
    assert sorted(set(NAMES.split()) & set(words(name))) == []
