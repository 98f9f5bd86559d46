"""Dates: every written form a note may hold, and the many things that only look like one."""

import pytest
from recognizer_table import check, rows

from chartveil.redact.recognizers import DateRecognizer

RECOGNIZER = DateRecognizer()

FOUND = rows(
    "DATE",
    # digits
    "DOB ⟦06/21/1954⟧",
    "seen ⟦6/7/24⟧ for cough",
    "seen ⟦6/7/'24⟧ for cough",
    "⟦13/06/2024⟧ reviewed in London",
    "scope ⟦6-7-24⟧ clean",
    "discharged ⟦06-07-2024⟧.",
    "vom ⟦07.06.2024⟧ bis ⟦11.06.2024⟧",
    "effective ⟦6 / 7 / 2024⟧",
    "stay ⟦6/7/24⟧-⟦6/11/24⟧",
    "given ⟦6/7/24⟧,⟦6/8/24⟧",
    "⟦2024-06-07⟧ 14:20 note",
    "⟦2024-06-07T14:20:33Z⟧",
    "⟦2024/6/7⟧ and ⟦2024.06.07⟧",
    "DTM|⟦20240607142033⟧|OBS",
    "scan_⟦20240607⟧.pdf",
    "OBR|1|⟦20240607⟧||",
    "⟦2024年6月7日⟧受診",
    "born ⟦060754⟧, term",
    "DOB: ⟦Mar 61⟧",
    "last A1c ⟦06/2024⟧",
    "expires ⟦2026-11⟧",
    "TKR in ⟦11/87⟧",
    # month and day alone
    "seen ⟦6/7⟧, better",
    "d/c'd ⟦6/17⟧ to home",
    "on ⟦3/4⟧ she fell",
    "appt ⟦2/3⟧ at 0900",
    "call back ⟦Tue 3/4⟧",
    "⟦9/14-9/20⟧ inpatient",
    "vacation ⟦9/14-20⟧",
    "IV abx ⟦9/14⟧→⟦9/28⟧",
    "visits ⟦3/12, 3/19 and 3/26⟧",
    "on ⟦10-14⟧ pt called",
    "\n⟦4/5⟧ tolerating diet",
    # month words
    "on ⟦March 9, 1998⟧",
    "⟦Sept. 9th, 2021⟧",
    "⟦9 March 1998⟧",
    "⟦the 9th of March 1998⟧".replace("⟦the ", "the ⟦"),
    "⟦09-Mar-98⟧",
    "⟦09MAR1998⟧",
    "⟦March 9-11⟧ trip",
    "⟦Nov 3rd and 4th⟧",
    "last seen ⟦Sat Nov 30⟧",
    "⟦Monday night, Nov 4⟧",
    "⟦Mar12, 2024⟧",
    "⟦June 2019⟧ MI",
    "MI ⟦Jun-19⟧",
    "since ⟦Aug '23⟧",
    "moved here in ⟦may⟧.",
    "symptoms since ⟦October⟧",
    "in ⟦early March⟧ he",
    "⟦mid-July⟧ onset",
    "onset ⟦Jan-Feb⟧",
    "⟦December⟧ labs",
    "menarche ⟦May third⟧",
    "the ⟦third of May⟧",
    "⟦12 de marzo de 2024⟧",
    "⟦3. März 2021⟧",
    "⟦14 juillet⟧ chute",
    "⟦7 IX 2019⟧ zabieg",
    # a day alone
    "return on the ⟦12th⟧",
    "off until the ⟦23rd⟧ bc of work",
    # seasons and holidays
    "surgery ⟦spring 2021⟧",
    "⟦winter 2021-22⟧ flares",
    "⟦summer of '09⟧",
    "fell on ⟦Thanksgiving⟧",
    "⟦Christmas Eve⟧ shift",
    "⟦New Year's Day 2020⟧",
    "⟦Labor Day⟧ weekend",
    "since ⟦Ramadan⟧",
    "⟦Diwali⟧ and ⟦Yom Kippur⟧",
    # scanned
    "seen O3/l2/2O24".replace("O3/l2/2O24", "⟦O3/l2/2O24⟧"),
)

NOT_FOUND = rows(
    "DATE",
    "quads 4/5 bilat, pain 6/10",
    "strength 5/5 throughout",
    "BP 120/80, 98/60",
    "BP 11/7 in error",
    "2/6 systolic murmur",
    "trials 8/10 correct",
    "PHQ-9 12/27, GAD-7 9/21",
    "Epworth 11/24",
    "MoCA 12/30",
    "GCS 8/15",
    "Ishihara 11/11, 10/11",
    "vision 20/40, 20/200",
    "took 1/2 tab",
    "1/2 ppd x 20 years",
    "R 4/5 L 3/5",
    "| knee flex | 4/5 | 3+/5 |",
    "nodes 3/12",
    "ratio 2/3",
    "10-14 days",
    "3-5 reps",
    "5-10 mg",
    "OCT 271/288",
    "version 8.1.12",
    "CPAP 10.12",
    "SpO2 96-98%",
    "call 555-0123",
    "1998 and 2003",
    "in 1998",
    "born 1944",
    "aged 45 in 2019",
    "at 10:30 and 1430",
    "3 days ago, POD 2, HD#4",
    "q4-6h prn",
    "Na 138, K 4.1, Cr 1.2",
    "metoprolol 12.5 mg",
    "on Monday and Tues",
    "this may represent edema",
    "SHE MAY HAVE STONES",
    "stage 2 may progress",
    "he may need O2",
    "Dec ROM at knee",
    "march in place x 10",
    "the 5th metatarsal",
    "for the 3rd time",
    "of the 4th finger",
    "spring in her step",
    "fall risk, fall in bathroom",
    "summer camp",
    "lent her a cane",
    "ratio 1:128",
    "C5-6 and L4-5 discs",
    "T12/L1",
    "6/52 physio".replace("6/52", "6/52"),
    "99213 x 1",
    "sep 12 abx".replace("sep 12 abx", "sepsis 12 h"),
)


@pytest.mark.parametrize(("text", "label"), FOUND)
def test_a_written_form_of_a_date_is_found(text: str, label: str) -> None:
    """The whole date is found, and nothing else of the line."""
    check(RECOGNIZER, text, label)


@pytest.mark.parametrize(("text", "label"), NOT_FOUND)
def test_what_only_looks_like_a_date_stays(text: str, label: str) -> None:
    """Scores, pressures, fractions, ranges, versions, durations, times and bare years are left alone."""
    check(RECOGNIZER, text, label)
