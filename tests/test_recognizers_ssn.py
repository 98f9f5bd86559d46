"""Social security numbers, whole or by their last four digits."""

import pytest
from chartveil.redact.recognizers import SsnRecognizer
from recognizer_table import check, rows

ROWS = rows(
    "SSN",
    "SSN ⟦123-45-6789⟧",
    "⟦987-65-4321⟧ on file",
    "ssn: ⟦219 09 9999⟧",
    "⟦219.09.9999⟧",
    "social security number ⟦219099999⟧",
    "SS# ⟦219-09-9999⟧",
    "soc sec no. ⟦219099999⟧",
    "last 4 of SSN ⟦9999⟧",
    "SSN last four ⟦9999⟧",
    "SSN ending in ⟦9999⟧",
    "xxx-xx-⟦9999⟧",
    "***-**-⟦9999⟧",
    "SSN: ⟦9999⟧",
    "ITIN ⟦912-70-1234⟧",
    "SSN 2l9-O9-9999".replace("2l9-O9-9999", "⟦2l9-O9-9999⟧"),
    "pt's ⟦219–09–9999⟧",
    "phone 312-555-0142",
    "12-34-5678",
    "100 20 3000 40",
    "WBC 123 45",
    "social history: 4 cats",
    "in 2019 he",
    "CPT 97153-59-0001",
    "lasts 4 hours",
)


@pytest.mark.parametrize(("text", "label"), ROWS)
def test_social_security_numbers_are_found(text: str, label: str) -> None:
    """Nine digits by shape or label, four by label or mask; other numbers stay."""
    check(SsnRecognizer(), text, label)
