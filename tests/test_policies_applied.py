"""What each policy makes of a note, and the promises that hold for all of them."""

from itertools import pairwise

import pytest
from chartveil.redact import KnownIdentifiers, Redaction, Redactor
from chartveil.redact.policies import POLICIES, load_policy
from chartveil.redact.policies.files import parse_policy
from chartveil.redact.recognizers import rule_recognizers
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

SECRET = bytes(range(32))
RULES = rule_recognizers()
REDACTORS = {name: Redactor(name, secret=SECRET, recognizers=RULES) for name in POLICIES}
SETTLED = [name for name in POLICIES if load_policy(name).settled]
PIECES = (
    "Dr. Deirdre Halloran", "Halloran", "DOB 03/14/1931", "seen 03/14/2024", "2024-02-30", "312-555-0142",
    "MRN 00482913", "ada.okafor@example.org", "412 Quail Hollow Rd", "Dayton, OH 45402", "Butte, MT 05901",
    "ZIP 941**", "SSN 123-45-6789", "93 year old", "90+ year old", "Accession: S24-10442", "[PERSON_3]",
    "[DATE]", "2024", "000**", "MRN 2024", "\r\n", "\n", "\u2028", " ", "e\u0301", "İ", "ß",
)  # fmt: skip
NOTES = st.lists(
    st.one_of(st.sampled_from(PIECES), st.text(st.characters(exclude_categories=["Cs"]), max_size=8)),
    max_size=12,
).map(" ".join)
QUICK = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def own(text: str) -> Redactor:
    """A redactor with a policy of this text."""
    return Redactor(parse_policy(text, "own", "own.yaml"), secret=SECRET, recognizers=RULES)


@pytest.mark.parametrize(
    ("policy", "note", "redacted"),
    [
        ("safe-harbor", "Seen 3/12/2024 and 3/15.", "Seen 2024 and [DATE]."),
        ("safe-harbor", "DOB 03/14/1931.", "DOB [DATE]."),
        ("safe-harbor", "A 93 year old man.", "A 90+ year old man."),
        ("safe-harbor", "A 90+ year old man.", "A 90+ year old man."),
        ("safe-harbor", "Dayton, OH 45402.", "[CITY], OH 454**."),
        ("safe-harbor", "Dayton, OH 45402-1234.", "[CITY], OH 454**."),
        ("safe-harbor", "White River Junction, VT 05901.", "[CITY], VT 000**."),
        ("tags", "Seen 3/12/2024.", "Seen [DATE]."),
        ("limited-data-set", "Dayton, OH 45402. Seen 3/12/2024.", "Dayton, OH 45402. Seen 3/12/2024."),
        ("limited-data-set", "A 93 year old, MRN 00482913.", "A 93 year old, MRN [MRN]."),
        (
            "tags-numbered",
            "Patient: Ada Okafor. Dr. Halloran saw Okafor; MRN 00482913, MRN 00482914, MRN 00482913.",
            "Patient: [PERSON_1]. Dr. [PERSON_2] saw [PERSON_1]; MRN [MRN_1], MRN [MRN_2], MRN [MRN_1].",
        ),
    ],
)
def test_what_a_policy_makes_of_a_note(policy: str, note: str, redacted: str) -> None:
    """Years, ages and ZIP areas that may stay do; the rest gets its tag."""
    assert REDACTORS[policy].redact(note).text == redacted


@pytest.mark.parametrize("policy", POLICIES)
@QUICK
@given(NOTES)
def test_every_span_quotes_exactly(policy: str, note: str) -> None:
    """Whatever stands in their place, spans are sorted and apart and the rest of the note is unchanged."""
    redaction = REDACTORS[policy].redact(note, patient="p")
    assert rebuilt(redaction, note) == note
    for before, after in pairwise(redaction.spans):
        assert before.end <= after.start
        assert before.redacted_end <= after.redacted_start


def rebuilt(redaction: Redaction, note: str) -> str:
    """The note again, from the redacted text and the identifiers that the spans quote."""
    pieces, position = [], 0
    for span in redaction.spans:
        pieces += [redaction.text[position : span.redacted_start], note[span.start : span.end]]
        position = span.redacted_end
    return "".join([*pieces, redaction.text[position:]])


@pytest.mark.parametrize("policy", SETTLED)
@QUICK
@given(NOTES)
def test_redacting_twice_changes_nothing(policy: str, note: str) -> None:
    """Tags and less exact values hold nothing more to find."""
    once = REDACTORS[policy].redact(note)
    assert REDACTORS[policy].redact(once.text) == Redaction(once.text, ())


@QUICK
@given(NOTES)
def test_draws_are_repeatable(note: str) -> None:
    """The same secret and patient give the same text; without them, or for others, nothing is promised."""
    redactor = REDACTORS["surrogate"]
    assert redactor.redact(note, patient="p").text == redactor.redact(note, patient="p").text


@pytest.mark.parametrize("policy", ["surrogate", "tags-numbered", "safe-harbor"])
def test_nothing_of_an_identifier_survives(policy: str) -> None:
    """No part of a name or number, in any casing, is anywhere in the result."""
    note = (
        "Patient: Zebulon Quartermain, MRN 00482913, phone 312-555-0142, seen 03/14/2024.\n"
        "QUARTERMAIN, ZEBULON lives at 412 Quail Hollow Rd. Mr. Quartermain's mail: zquartermain@example.org"
    )
    text = REDACTORS[policy].redact(note, patient="p").text.casefold()
    words = ("zebulon", "quartermain", "00482913", "555-0142", "03/14/2024", "quail hollow", "zquarter")
    assert [word for word in words if word in text] == []


def test_allowed_terms_stay_unless_they_are_known() -> None:
    """An allowed name stays wherever it is all that was found; what is known of the patient goes."""
    redactor = own("allow: [Foley, '/S24-[0-9]+/']")
    note = "Dr. Foley, Dr. Anne Foley, Accession: S24-10442"
    assert redactor.redact(note).text == "Dr. Foley, Dr. [PERSON], Accession: S24-10442"
    known = KnownIdentifiers((("PERSON", "Foley"),))
    assert "Foley" not in redactor.redact(note, known=known).text


def test_denied_terms_always_go() -> None:
    """Even where they are allowed, and even where the policy keeps their label."""
    assert own("deny: ['FACILITY: Tower B']").redact("To tower b.").text == "To [FACILITY]."
    assert own("allow: [Tower]\ndeny: [Tower]").redact("The tower.").text == "The [OTHER_ID]."
    limited = own("extends: limited-data-set\ndeny: ['CITY: Dayton']")
    assert limited.redact("In Dayton, OH 45402").text == "In [OTHER_ID], OH 45402"


def test_denied_years_go_from_what_was_written_too() -> None:
    """A replacement in which something is found gives way to its tag."""
    redactor = own("extends: safe-harbor\ndeny: ['DATE: /(?<!/)2024/']")
    assert redactor.redact("Seen 3/12/2024, MRN 00482913.").text == "Seen [DATE], MRN [MRN]."


def test_thresholds_leave_what_is_unsure() -> None:
    """Below its label's threshold a finding stays; other labels are as before."""
    note = "Dayton, OH 45402, MRN 00482913"
    assert own("thresholds: {CITY: 1, ZIP: 1}").redact(note).text == "Dayton, OH 45402, MRN [MRN]"


def test_an_operator_that_fails_stops_the_note(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no output, and the error holds nothing of the note."""
    from chartveil.errors import RedactionError
    from chartveil.redact.sessions import Session

    def fail(self: Session, label: str, value: str) -> str:
        raise ValueError(value)

    monkeypatch.setattr(Session, "number", fail)
    with pytest.raises(RedactionError) as caught:
        REDACTORS["tags-numbered"].redact("MRN 00482913")
    assert "00482913" not in str(caught.value)
    assert caught.value.__suppress_context__


@pytest.mark.parametrize("name", ["shift", "surrogate"])
def test_a_replacement_never_holds_its_original(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What would give the original back becomes the tag."""
    from chartveil.redact.operators import OPERATORS
    from chartveil.redact.sessions import Session

    monkeypatch.setattr(Session, "surrogate", lambda self, label, value: value.upper() + "x")
    monkeypatch.setattr("chartveil.redact.dates.shifted", lambda value, days, year: value.upper())
    operator = next(operator for operator in OPERATORS if operator().operator_name() == name)()
    session = Session(load_policy("surrogate"), "", [])
    assert operator.operate("March", {"entity_type": "DATE", "session": session}) == "[DATE]"


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Age: 101. DOB 3/12/24", "Age: 90+. DOB [DATE]"),
        ("Age: 90+. DOB 3/12/24", "Age: 90+. DOB [DATE]"),
        ("Age: 101. DOB 3/12/1924", "Age: 90+. DOB [DATE]"),
        ("Age: 101. Seen 03/12/2024, MI 4/5/88", "Age: 90+. Seen 2024, MI 1988"),
        ("Age: 2. DOB 3/12/24", "Age: 2. DOB 2024"),
        ("She was born in 1920.", "She was born in [DATE]."),
        ("She was born in 1960.", "She was born in 1960."),
    ],
)
def test_safe_harbor_shows_no_year_of_birth_of_the_very_old(note: str, expected: str) -> None:
    """Two digits of a year may be those of 1924 where somebody is over 89."""
    assert REDACTORS["safe-harbor"].redact(note).text == expected
