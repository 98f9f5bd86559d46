"""The trained model as users run it: exact offsets, whole words, the same result however notes come."""

import json
import pickle
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from chartveil.redact.model import ModelError, TokenClassifier
from chartveil.redact.model.files import BUNDLED
from chartveil.redact.model.spans import FloatArray
from hypothesis import given, settings
from hypothesis import strategies as st

NOTE = (
    "Patient: Maria O'Dowd-Reyes   MRN: 4471902\n"
    "Seen 3/12/2024 by Dr. Keller for Parkinson's disease.\n\n"
    "BP 132/84, HR 78. Continue metformin 500 mg BID.\n"
    "Call (513) 555-0123 with questions.\n"
)
TEXTS = st.text(
    st.one_of(st.characters(), st.sampled_from("aB1 \n\t\x00\x85é\u0301\u200d😀'-./@")), max_size=120
)


@pytest.fixture(scope="module")
def model() -> TokenClassifier:
    """The model in the package."""
    return TokenClassifier()


def test_finds_the_plain_identifiers(model: TokenClassifier) -> None:
    """Name, number, date and telephone of an ordinary note, and nothing of the rest."""
    found = {NOTE[span.start : span.end]: span.label for span in model.predict(NOTE)}
    assert found["Maria O'Dowd-Reyes"] == "PERSON"
    assert found["4471902"] == "MRN"
    assert found["3/12/2024"] == "DATE"
    assert found["Keller"] == "PERSON"
    assert not any("metformin" in text or "Parkinson" in text or "132" in text for text in found)


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.floats(0, 1))
def test_spans_fit_any_text(text: str, threshold: float) -> None:
    """Spans lie within the text, in order, apart, and begin and end with a letter or digit."""
    end = 0
    for span in _shared().predict(text, thresholds=threshold):
        assert end <= span.start < span.end <= len(text)
        assert text[span.start].isalnum()
        assert span.label in _shared().labels
        assert 0 <= span.score <= 1
        end = span.end


@settings(deadline=None, max_examples=40)
@given(TEXTS, st.floats(0, 1))
def test_no_word_is_half_marked(text: str, threshold: float) -> None:
    """Beside a span there is never another letter or digit of the same word."""
    for span in _shared().predict(text, thresholds=threshold):
        assert not (span.start and text[span.start - 1].isalnum())
        assert not text[span.end : span.end + 1].isalnum()


def test_what_was_read_is_not_read_again(model: TokenClassifier, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows that a changed note still has are read once, and each word's figures stay the same."""
    filler = (
        "Daily walks, more water, less salt, and a good night of sleep were all talked over at length. " * 30
    )
    before, after = NOTE + filler + NOTE, NOTE + filler + NOTE.replace("Keller", "[PERSON]")
    read: dict[tuple[bytes, bytes], FloatArray] = {}
    model.words(before, read=read)
    first = len(read)
    remembered = model.words(after, read=read)
    assert first < len(read) < 2 * first
    for name in ("starts", "ends", "probabilities"):
        fresh = model.words(after)
        assert (getattr(remembered, name) == getattr(fresh, name)).all()
    monkeypatch.setattr(model, "_run", None)
    model.words(after, read=read)


def test_threshold_nought_marks_every_word(model: TokenClassifier) -> None:
    """The lowest threshold hides all letters and digits; one above certainty hides none."""
    hidden = {place for span in model.predict(NOTE, thresholds=0.0) for place in range(span.start, span.end)}
    assert all(place in hidden for place, character in enumerate(NOTE) if character.isalnum())
    assert model.predict(NOTE, thresholds=1.01) == []


def test_levels_are_ordered(model: TokenClassifier) -> None:
    """More recall never marks fewer letters."""
    marked = [
        sum(span.end - span.start for span in model.predict(NOTE, thresholds=level))
        for level in ("high", "balanced", "high-precision")
    ]
    assert marked == sorted(marked, reverse=True)


def test_thresholds_by_label(model: TokenClassifier) -> None:
    """A label's own number goes before the balanced one and leaves the others alone."""
    default = model.predict(NOTE)
    without = model.predict(NOTE, thresholds={"PERSON": 1.01})
    assert without == [span for span in default if span.label != "PERSON"]


def test_same_result_singly_and_together(model: TokenClassifier) -> None:
    """Neighbours, order and repetition of notes change nothing."""
    notes = [NOTE, "", NOTE * 9, "Hgb 12.1", NOTE.upper()]
    singly = [model.predict(note) for note in notes]
    assert list(model.predict_many(notes)) == singly
    assert list(model.predict_many(notes[::-1])) == singly[::-1]
    assert list(TokenClassifier(threads=2).predict_many(notes)) == singly


def test_what_needs_no_model_is_left_alone(model: TokenClassifier) -> None:
    """Only the stretches that the gate names can hold spans."""
    line = range(NOTE.index("Seen"), NOTE.index("\n\nBP"))
    spans = model.predict(NOTE, where=lambda _: [(line.start, line.stop)])
    assert spans
    assert all(span.start in line for span in spans)


def test_a_gate_that_is_always_open_changes_nothing(model: TokenClassifier) -> None:
    """Predicting the whole note as one stretch is predicting the note."""
    long = NOTE * 12
    assert model.predict(long, where=lambda text: [(0, len(text))]) == model.predict(long)


def test_works_after_pickling(model: TokenClassifier) -> None:
    """A copy for another process loads the same files."""
    assert pickle.loads(pickle.dumps(model)).predict(NOTE) == model.predict(NOTE)


def test_loads_fast_and_fits_the_wheel() -> None:
    """Half a second and 30 MB are what the package may cost."""
    TokenClassifier()
    began = time.process_time()
    TokenClassifier()
    assert time.process_time() - began < 0.5
    assert sum(path.stat().st_size for path in BUNDLED.iterdir()) <= 30_000_000


def test_needs_no_training_library() -> None:
    """Running the model loads neither torch nor a tokenizer library nor the network."""
    program = (
        "import sys; from chartveil.redact.model import TokenClassifier; TokenClassifier().predict('x');"
        "print(*{'torch', 'transformers', 'onnx'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


@pytest.mark.parametrize("name", ["model.onnx", "vocab.txt", "model.json"])
@pytest.mark.parametrize("damage", ["missing", "cut", "changed"])
def test_damaged_files_are_refused(tmp_path: Path, name: str, damage: str) -> None:
    """A missing, shortened or altered file is a clear error that names it."""
    folder = tmp_path / "model"
    shutil.copytree(BUNDLED, folder)
    path = folder / name
    content = path.read_bytes()
    path.unlink()
    if damage != "missing":
        path.write_bytes(content[: len(content) // 2] if damage == "cut" else b"\x00" + content[1:])
    with pytest.raises(ModelError, match=name):
        TokenClassifier(folder)


def test_other_format_is_refused(tmp_path: Path) -> None:
    """A model of a later version is not read as if it were of this one."""
    folder = tmp_path / "model"
    shutil.copytree(BUNDLED, folder)
    card = json.loads((folder / "model.json").read_text())
    (folder / "model.json").write_text(json.dumps(card | {"format": 99}))
    with pytest.raises(ModelError, match="another version"):
        TokenClassifier(folder)


_MODELS: list[TokenClassifier] = []


def _shared() -> TokenClassifier:
    """One model for the property tests, which can't take a fixture per example."""
    if not _MODELS:
        _MODELS.append(TokenClassifier())
    return _MODELS[0]
