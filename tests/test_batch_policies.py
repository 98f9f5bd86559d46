"""Policies, patients and secrets in a batch run: what is recorded, and what is not."""

import json
from pathlib import Path

import pytest
from batch_stub import options
from chartveil.batch import run_batch
from chartveil.batch.command import options_for
from chartveil.errors import UsageError
from chartveil.redact.patients import PatientOf
from chartveil.redact.policies import load_policy

SECRET = bytes(range(32))


def test_patients_are_told_by_the_path(tmp_path: Path) -> None:
    """A note whose path does not fit fails; the others go on."""
    for path in ("p1/a.txt", "p2/b.txt", "stray.txt"):
        (tmp_path / "in" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / path).write_text("NAME", "utf-8")
    summary = run_batch(tmp_path / "in", tmp_path / "out", options(patient=PatientOf("{patient}/*")))
    assert (summary.done, dict(summary.failures)) == (2, {"NoPatient": 1})


def test_another_secret_is_another_run(tmp_path: Path) -> None:
    """A run goes on with the same secret only, and no file of OUT holds it."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("NAME", "utf-8")
    for _ in range(2):
        run_batch(tmp_path / "in", tmp_path / "out", options(private={"secret": SECRET}))
    with pytest.raises(UsageError, match="secret"):
        run_batch(tmp_path / "in", tmp_path / "out", options(private={"secret": SECRET[::-1]}))
    for path in (tmp_path / "out").rglob("*"):
        if path.is_file():
            assert SECRET not in path.read_bytes()
            assert SECRET.hex().encode() not in path.read_bytes()
    assert "secret" not in json.loads((tmp_path / "out" / "manifest.json").read_bytes())


def test_drawn_replacements_need_a_secret_for_patients(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without one the notes of a patient would not agree; tags need none."""
    monkeypatch.setattr("chartveil.dictionaries.compiled", lambda say: None)
    monkeypatch.setattr("chartveil.dictionaries.versions", dict)
    with pytest.raises(UsageError, match="keygen"):
        options_for(load_policy("surrogate"), "balanced", None, patient="{patient}/*")
    chosen = options_for(load_policy("surrogate"), "balanced", None, patient="{patient}/*", secret=SECRET)
    assert chosen.settings["policy"] == "surrogate"
    assert SECRET.hex() not in str(chosen.settings)
    assert options_for(load_policy("tags"), "balanced", None, patient="{patient}/*").patient is not None
