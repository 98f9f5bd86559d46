"""Random draws: repeatable with a secret, unrelated between patients, bounded."""

from chartveil.redact.policies import load_policy
from chartveil.redact.sessions import Draws, Session
from hypothesis import given
from hypothesis import strategies as st

SECRET = bytes(range(32))
POLICY = load_policy("surrogate")


def drawn(draws: Draws, *place: str | int) -> float:
    return draws.at(*place).random()


@given(st.text(max_size=20), st.text(max_size=20))
def test_draws_follow_secret_patient_and_place(patient: str, place: str) -> None:
    """The same three give the same; another of any gives another."""
    value = drawn(Draws(SECRET, patient), place, 1)
    assert value == drawn(Draws(SECRET, patient), place, 1)
    others = (Draws(SECRET[::-1], patient), Draws(SECRET, patient + "x"), Draws(SECRET), Draws(None, patient))
    assert value not in [drawn(draws, place, 1) for draws in others]
    assert value != drawn(Draws(SECRET, patient), place, 2)


def test_values_count_only_where_they_may() -> None:
    """By value with a secret, a patient and the leave of the policy; else by order."""
    linked = Draws(SECRET, "p", by_value=True)
    assert linked.of("surname", "smith", 1).random() == linked.of("surname", "smith", 9).random()
    for draws in (Draws(SECRET, "p"), Draws(SECRET, by_value=True), Draws(None, "p", by_value=True)):
        assert not draws.by_value
        assert draws.of("surname", "smith", 1).random() == draws.of("surname", "jones", 1).random()


@given(st.text(max_size=20), st.integers(7, 365), st.booleans())
def test_days_stay_within_their_bounds(patient: str, most: int, weeks: bool) -> None:
    """Never 0, never more than `most`, whole weeks where asked, the same for the patient's every note."""
    days = Session(POLICY, "", [], patient=patient, secret=SECRET).days(most=most, weeks=weeks)
    assert 1 <= abs(days) <= most
    assert days % 7 == 0 or not weeks
    assert days == Session(POLICY, "x 2020", [], patient=patient, secret=SECRET).days(most=most, weeks=weeks)


def test_the_year_of_a_date_without_one() -> None:
    """The latest that the note writes and that has begun."""
    assert Session(POLICY, "seen 2019, 3/2021; model 2099", []).year == 2021
