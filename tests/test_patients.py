"""Whose note it is, by its path."""

import pytest
from chartveil.errors import UsageError
from chartveil.redact.patients import NoPatient, PatientOf


@pytest.mark.parametrize(
    ("pattern", "path", "patient"),
    [
        ("{patient}/*", "p1/note", "p1"),
        ("*/{patient}/**", "ward/p1/a/b", "p1"),
        ("**/{patient}_*", "a/b/p1_2024", "p1"),
        ("**/{patient}", "p1", "p1"),
        ("{patient}-?", "p.1-a", "p.1"),
        ("somebody", "any/path", "somebody"),
    ],
)
def test_patterns(pattern: str, path: str, patient: str) -> None:
    """Parts of the path, or one patient for all."""
    assert PatientOf(pattern)(path) == patient


def test_a_path_that_does_not_fit_fails() -> None:
    """A guess could give two patients one offset; the message holds no path, which may hold a name."""
    with pytest.raises(NoPatient) as caught:
        PatientOf("{patient}/*")("zebulon")
    assert "zebulon" not in str(caught.value)


@pytest.mark.parametrize("pattern", ["", " ", "{patient}/{patient}"])
def test_bad_patterns_are_refused(pattern: str) -> None:
    """None at all, or two patients."""
    with pytest.raises(UsageError):
        PatientOf(pattern)
