"""The examples folder, run by the real command: what a newcomer sees first works and keeps every promise."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parent.parent / "examples" / "notes"
NOTES = sorted(str(path.relative_to(EXAMPLES)) for path in EXAMPLES.rglob("*.*"))
LATIN = "clinic/migraine-latin1.txt"
WINDOWS = "therapy/physical-therapy.txt"

# Identifiers that stand beside a label or have a form of their own, by note. None may be left.
CERTAIN = {
    "clinic/diabetes-follow-up.txt": ["Tolliver", "BW-0093417", "07/22/1958", "March 14", "555-0148", "1EG4"],
    "clinic/migraine-latin1.txt": [
        "Béranger",
        "12 August 1977",
        "Lévesque",
        "h.beranger",
        "555-0163",
        "05499",
    ],
    "clinic/phone-call.txt": ["Haverkamp", "1949-12-30", "77120934", "09/03/2024"],
    "clinic/referral-letter.txt": [
        "Penhaligon",
        "1187",
        "October 21",
        "0027",
        "555 0166",
        "04699",
        "ME-MD-30417",
    ],
    "clinic/urgent-care.md": ["Bao-Long", "02/28/1996", "1003000126", "bao.long.tran", "555-0187", "1/14"],
    "clinic/well-child.txt": ["Teodor", "11/02/2020", "558-20-77", "555-0119", "18 Quarry Ridge", "97399"],
    "hospital/discharge-summary.txt": ["OKONKWO", "00872231", "92", "12/28", "Brannoc", "114B", "4471-0092"],
    "hospital/emergency.txt": [
        "Ashgrove",
        "8/19/79",
        "6620-145",
        "7KDR482",
        "77 Pike",
        "555-0126",
        "4417",
    ],
    "hospital/lab-message.txt": ["19830914", "9 COOPERAGE", "555-0155", "1457300011"],
    "hospital/nursing-shift.txt": ["Fitzgibbon", "Kowalczyk", "555-0177", "90817263"],
    "hospital/operative-report.txt": ["Marchetti", "90871", "02/19/2025", "88K20", "2209-C", "00318"],
    "hospital/radiology.txt": ["Ptolemy", "0077", "06-Oct-1967", "June 4"],
    "therapy/autism-session.txt": ["Boateng", "88-204", "10-17-2024", "Bright Harbor", "10/24"],
    "therapy/physical-therapy.txt": ["Wrenfield", "9/9/1963", "01928", "118832", "December 6", "555-0140"],
    "therapy/psychotherapy.txt": ["Juniper", "04/30/1994", "JVT-2207", "05/08/2025", "C-08841"],
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
    assert sorted(CERTAIN) == NOTES
    with pytest.raises(UnicodeDecodeError):
        (EXAMPLES / LATIN).read_text("utf-8")
    assert b"\r\n" in (EXAMPLES / WINDOWS).read_bytes()


def test_every_note_is_done_in_order(rows: dict[str, dict[str, Any]]) -> None:
    """One row a note, none failed."""
    assert list(rows) == NOTES
    assert {row["status"] for row in rows.values()} == {"ok"}


@pytest.mark.parametrize("name", NOTES)
def test_certain_identifiers_are_gone(out: Path, name: str) -> None:
    """None is left in the redacted note."""
    original, redacted = read(EXAMPLES, name), read(out / "notes", name)
    assert [identifier for identifier in CERTAIN[name] if identifier not in original] == []
    assert [identifier for identifier in CERTAIN[name] if identifier in redacted] == []


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
