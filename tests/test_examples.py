"""The examples folder, run by the real command: what a newcomer sees first works and keeps every promise."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parent.parent / "examples" / "notes"
NOTES = sorted(str(path.relative_to(EXAMPLES)) for path in EXAMPLES.rglob("*.*"))
LATIN = "clinic/migraine-latin1.txt"
WINDOWS = "therapy/physical-therapy.txt"

# Every identifier of every note, or the most telling part of it.
IDENTIFIERS = {
    "clinic/diabetes-follow-up.txt": (
        "BRINDLEWOOD|2210 Hollyhock|Ferndale|43981|555-0148|555-0149|Marguerite|Tolliver|"
        "BW-0093417|07/22/1958|March 14|1EG4|Annika|Pilar|Echeverry|555-0172|June 16|Vandermolen|"
        "Howard|Ines|Oyelaran"
    ),
    "clinic/migraine-latin1.txt": (
        "Héloïse|Béranger|Côté|12 August|204-5531|3 February|Noémie|Lévesque|Vieux-Moulin|"
        "Saint-Aurèle|05499|Zoé|Gaëtan|Château|Rivière|555-0163|h.beranger"
    ),
    "clinic/phone-call.txt": (
        "09/03|Dorrit|Haverkamp|555.0133|Wendell|1949-12-30|77120934|Sundaresan|9/5|Pruitt"
    ),
    "clinic/referral-letter.txt": (
        "Kestrel|1187|Amberly|04699|October 21|Osric|Penhaligon|5 May|KPX|Mbeki|Rowe|Thanksgiving|"
        "14 October|Lachlan|Birtwhistle|555 0166|rheum.results|Thandiwe|Abernathy|30417"
    ),
    "clinic/urgent-care.md": (
        "Bao-Long|Tran|02/28|2025-01-11|Kirsten|Odegaard|1003000126|bao.long|555-0187|Ravenna|Tandem|1/14"
    ),
    "clinic/well-child.txt": (
        "Teodor|Teo|Lindqvist|Amadi|11/02|558-20-77|11/09|Emeka|555-0119|Acorn|Freja|"
        "18 Quarry|Maple Hollow|97399|Castellanos"
    ),
    "hospital/discharge-summary.txt": (
        "Brannoc|6 East|OKONKWO|REYES|DELPHINE|00872231|01/17|92|12/28|01/03|Gideon|Farrukh|"
        "Larkspur|New Year|Zhao|Whitlock|114B|Bettina|555-0102|Anselm|Okonkwo|555-0191|"
        "Nightingale|01/10|4471-0092"
    ),
    "hospital/emergency.txt": (
        "Corwin|Ashgrove|8/19|6620-145|Bed 12|04/06|Hobbs|7KDR482|77 Pike|Stonebridge|Maeve|"
        "555-0126|Szymborska|Delacroix|Munn|4417"
    ),
    "hospital/lab-message.txt": (
        "NORTHFELL|CLINIC7|202503211045|MSG0099123|5520917|BRANNIGAN|ISOLDE|19830914|COOPERAGE|ELLSMERE|"
        "53999|555-0155|ACC90021|1457300011|SORENSEN|ALVAR|ORD77120|LAB88231|Sorensen|Achterberg|3/21"
    ),
    "hospital/nursing-shift.txt": (
        "Ottoline|Fitzgibbon|422-B|Hyacinth|Kowalczyk|Saoirse|Pinecrest|555-0177|90817263|Bracegirdle"
    ),
    "hospital/operative-report.txt": (
        "Yevgenia|Marchetti|90871|02/19|Augustin|Ferreira|Holt|Jun|Watanabe|Laleh|Moradi|88K20|"
        "2209-C|02/12|00318"
    ),
    "hospital/radiology.txt": (
        "MIDVALE|0077|Ptolemy|Greaves|410097|06-Oct|Sunniva|Bakke|04-Jun|June 4|Casimir|Utterson|11/2021"
    ),
    "therapy/autism-session.txt": (
        "Kofi|Adwoa|Boateng|5517|10-17|Bright Harbor|Rm 6|Celestine|Moreau|Pike|Dmitri|Holloway|"
        "Albescu|10/24|10/17"
    ),
    "therapy/physical-therapy.txt": (
        "Leocadia|Wrenfield|9/9/1963|01928|Hollis|Achebe|01/22|Dunmore|118832|December 6|555-0140|"
        "Bartholomew|Nkemelu"
    ),
    "therapy/psychotherapy.txt": (
        "Juniper|Vasquez|Thorne|04/30|2207|05/08|Ambrose|Kettleburn|Duskwater|Rafferty|April|"
        "January|Odalys|Nakagawa|Bell|05/15|08841"
    ),
}
# Clinical words that look like names or places to a careless reader, and must stay.
CLINICAL = {
    "clinic/diabetes-follow-up.txt": "Hyperlipidemia|Hypothyroidism|Metformin|A1c|lisinopril",
    "clinic/referral-letter.txt": "Rheumatoid factor|rheumatoid arthritis|methotrexate",
    "hospital/discharge-summary.txt": "Creatinine|Parkinson's disease|Alzheimer's|Community-acquired",
    "hospital/emergency.txt": "Diaphoretic|Pneumothorax|STEMI|aVF",
    "hospital/nursing-shift.txt": "Foley|Glucose|Wristband|oxycodone",
    "hospital/radiology.txt": "Gallstones|Cholelithiasis|Nonobstructing|diverticulitis",
    "therapy/psychotherapy.txt": "Major depressive disorder|Behavioral activation|PHQ-9",
}
# Codes that a reader of the note would look for first, with how they are asserted.
CODES = {
    "clinic/diabetes-follow-up.txt": {("I10", "present"), ("R07.9", "negated")},
    "hospital/operative-report.txt": {("27447", "present")},
    "therapy/autism-session.txt": {("F84.0", "present"), ("97153", "present")},
    "therapy/psychotherapy.txt": {("F33.1", "present"), ("F41.1", "present")},
}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples, processed."""
    folder = tmp_path_factory.mktemp("examples") / "out"
    chartveil = Path(sys.executable).parent / "chartveil"
    done = subprocess.run([chartveil, "batch", EXAMPLES, folder], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    return folder


@pytest.fixture(scope="module")
def rows(out: Path) -> dict[str, dict[str, Any]]:
    """The rows by path."""
    lines = (out / "results.jsonl").read_text("utf-8").splitlines()
    return {row["source"]: row for row in map(json.loads, lines)}


def read(folder: Path, name: str) -> str:
    """A note's text with its line ends as they are."""
    return (folder / name).read_bytes().decode("latin-1" if name == LATIN else "utf-8")


def test_the_folder_has_notes_of_many_kinds() -> None:
    """Enough of them, one in Latin-1 and one with Windows line ends, as they come out of real systems."""
    assert len(NOTES) >= 12
    assert sorted(IDENTIFIERS) == NOTES
    with pytest.raises(UnicodeDecodeError):
        (EXAMPLES / LATIN).read_text("utf-8")
    assert b"\r\n" in (EXAMPLES / WINDOWS).read_bytes()


def test_every_note_is_done_in_order(rows: dict[str, dict[str, Any]]) -> None:
    """One row a note, none failed."""
    assert list(rows) == NOTES
    assert {row["status"] for row in rows.values()} == {"ok"}


@pytest.mark.parametrize("name", NOTES)
def test_identifiers_are_gone(out: Path, name: str) -> None:
    """None is left as a word of the redacted note."""
    original, redacted = read(EXAMPLES, name), read(out / "notes", name)
    assert [word for word in IDENTIFIERS[name].split("|") if not stands(word, original)] == []
    assert [word for word in IDENTIFIERS[name].split("|") if stands(word, redacted)] == []


def stands(word: str, text: str) -> bool:
    """Whether a word stands in a text, not as a part of another word."""
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


@pytest.mark.parametrize("name", sorted(CLINICAL))
def test_clinical_words_stay(out: Path, name: str) -> None:
    """A redacted note is of use only if it still tells what ails the patient."""
    redacted = read(out / "notes", name)
    assert [word for word in CLINICAL[name].split("|") if word not in redacted] == []


@pytest.mark.parametrize("name", NOTES)
def test_every_character_is_accounted_for(out: Path, rows: dict[str, dict[str, Any]], name: str) -> None:
    """The spans alone turn the original into the redacted note, line ends included."""
    original, redacted = read(EXAMPLES, name), read(out / "notes", name)
    rebuilt, position = "", 0
    for span in rows[name]["phi"]:
        assert span["start"] >= position
        rebuilt += original[position : span["start"]]
        assert len(rebuilt) == span["redacted_start"]
        rebuilt += redacted[span["redacted_start"] : span["redacted_end"]]
        position = span["end"]
    assert rebuilt + original[position:] == redacted


@pytest.mark.parametrize("name", NOTES)
def test_codes_quote_their_words(out: Path, rows: dict[str, dict[str, Any]], name: str) -> None:
    """Each code's places hold its words, in the redacted note and in the original."""
    original, redacted = read(EXAMPLES, name), read(out / "notes", name)
    for code in rows[name]["codes"]:
        assert redacted[code["redacted_start"] : code["redacted_end"]] == code["text"]
        assert original[code["start"] : code["end"]] == code["text"]


@pytest.mark.parametrize("name", sorted(CODES))
def test_expected_codes_are_found(rows: dict[str, dict[str, Any]], name: str) -> None:
    """The main conditions and procedures, with their assertion."""
    assert {(code["code"], code["assertion"]) for code in rows[name]["codes"]} >= CODES[name]
