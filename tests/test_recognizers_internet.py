"""E-mail and web addresses, IP addresses."""

import pytest
from chartveil.redact.recognizers import InternetRecognizer
from recognizer_table import check, rows

RECOGNIZER = InternetRecognizer()
ROWS = [
    *rows(
        "EMAIL",
        "write ⟦ada.okafor@example.org⟧.",
        "⟦o'neil-7+x@mail.example.co.uk⟧",
        "<⟦a_b@example.com⟧>",
        "⟦ada @ example.com⟧",
        "⟦ada (at) example (dot) com⟧",
        "⟦ada at example dot com⟧",
        "⟦ÁDA@example.com⟧",
        "seen @ clinic",
        "looked at example of rash",
        "BP@0900 120/80",
        "5 mg @ hs.",
    ),
    *rows(
        "URL",
        "see ⟦https://portal.example.org/p/4417?x=1⟧.",
        "(⟦www.example.org/visit⟧)",
        "⟦example.org⟧ for forms",
        "⟦ftp://files.example.net⟧",
        "⟦meet.example.com/abc-defg⟧",
        "report.pdf",
        "feels better.me too",
        "i.e. nothing, e.g. rash",
        "q.d. dosing, b.i.d.",
        "vs.us",
        "1.5 mg",
    ),
    *rows(
        "IP",
        "from ⟦192.0.2.44⟧ at 0900",
        "⟦192.0.2.44:8080⟧",
        "host ⟦2001:db8::ff00:42:8329⟧",
        "⟦fe80::1⟧",
        "version 8.1.2",
        "999.1.2.300",
        "10:30:15",
        "1:1280",
        "section 4.5.1",
        "t::x",
    ),
]


@pytest.mark.parametrize(("text", "label"), ROWS)
def test_internet_addresses_are_found(text: str, label: str) -> None:
    """Addresses are found whole, without closing punctuation; versions, times and abbreviations stay."""
    check(RECOGNIZER, text, label)
