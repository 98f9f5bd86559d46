"""Dates moved and made less exact: 100 written forms, intervals, weekdays, and whatever is no date."""

import re
from datetime import date, timedelta

import pytest
from chartveil.redact.dates import month_of, shifted, year_of
from hypothesis import given, settings
from hypothesis import strategies as st

#: Written, 25 days later (year 2023 where none is written), its year, its month.
FORMS = """
06/21/1954 | 07/16/1954 | 1954 | June 1954
6/7/24 | 7/2/24 | 2024 | June '24
6/7/'24 | 7/2/'24 | 2024 | June '24
13/06/2024 | 08/07/2024 | 2024 | June 2024
6-7-24 | 7-2-24 | 2024 | June '24
06-07-2024 | 07-02-2024 | 2024 | June 2024
07.06.2024 | 02.07.2024 | 2024 | June 2024
6.7.24 | 7.2.24 | 2024 | June '24
6 / 7 / 2024 | 7 / 2 / 2024 | 2024 | June 2024
12/14/2024 | 01/08/2025 | 2024 | December 2024
12/14/24 | 1/8/25 | 2024 | December '24
12/30/99 | 1/24/00 | 1999 | December '99
2/28/2024 08:15 | 3/24/2024 08:15 | 2024 | February 2024
2/28/24 at 8:15 pm | 3/24/24 at 8:15 pm | 2024 | February '24
Tue 6/7/2022 | Sat 7/2/2022 | 2022 | June 2022
6/7/2022 (Tue) | 7/2/2022 (Sat) | 2022 | June 2022
Tuesday, 06/07/2022 | Saturday, 07/02/2022 | 2022 | June 2022
2024-06-07 | 2024-07-02 | 2024 | June 2024
2024-06-07T14:20:33Z | 2024-07-02T14:20:33Z | 2024 | June 2024
2024-06-07T14:20:33.120+02:00 | 2024-07-02T14:20:33.120+02:00 | 2024 | June 2024
2024-06-07 14:20 | 2024-07-02 14:20 | 2024 | June 2024
2024/6/7 | 2024/7/2 | 2024 | June 2024
2024.06.07 | 2024.07.02 | 2024 | June 2024
20240607 | 20240702 | 2024 | June 2024
202406071420 | 202407021420 | 2024 | June 2024
20240607142033 | 20240702142033 | 2024 | June 2024
20240607142033-0500 | 20240702142033-0500 | 2024 | June 2024
060754 | 070254 | 1954 | June '54
06071954 | 07021954 | 1954 | June 1954
2024年6月7日 | 2024年7月2日 | 2024 | June 2024
6月7日 | 7月2日 | - | June
06/2024 | 07/2024 | 2024 | June 2024
6/2024 | 7/2024 | 2024 | June 2024
2026-11 | 2026-12 | 2026 | November 2026
11/87 | 12/87 | 1987 | November '87
6/7 | 7/2 | - | June
06/07 | 07/02 | - | June
3/12 | 4/6 | - | March
10-14 | 11-8 | - | October
07.06. | 02.07. | - | June
Tue 3/4 | Sat 3/29 | - | March
TUES 3/4 | SAT 3/29 | - | March
9/14-9/20 | 10/9-10/15 | - | September
9/14-20 | 10/9-15 | - | September
9/1-9 | 9/26-10/4 | - | September
9/1-9/24 | 9/26-10/19 | - | September
9/1-9/9/24 | 9/26-10/4/24 | 2024 | September '24
9/1-9/9/2024 | 9/26-10/4/2024 | 2024 | September 2024
12/30-1/2/24 | 1/24-1/27/24 | 2024 | -
3/12, 3/19 and 3/26 | 4/6, 4/13 and 4/20 | - | March
12/20/2023 - 01/03/2024 | 01/14/2024 - 01/28/2024 | - | -
March 9, 1998 | April 3, 1998 | 1998 | March 1998
March 9 1998 | April 3 1998 | 1998 | March 1998
MARCH 9, 1998 | APRIL 3, 1998 | 1998 | March 1998
march 9 | april 3 | - | March
March 9 '98 | April 3 '98 | 1998 | March '98
Mar 9 | Apr 3 | - | March
Mar. 9, 98 | Apr. 3, 98 | 1998 | March '98
Sept. 9th, 2021 | Oct. 4th, 2021 | 2021 | September 2021
May 9 | June 3 | - | May
09-May-98 | 03-Jun-98 | 1998 | May '98
9 March 1998 | 3 April 1998 | 1998 | March 1998
9th of March 1998 | 3rd of April 1998 | 1998 | March 1998
the 9th of March, 1998 | the 3rd of April, 1998 | 1998 | March 1998
09-Mar-98 | 03-Apr-98 | 1998 | March '98
09-MAR-1998 | 03-APR-1998 | 1998 | March 1998
09MAR1998 | 03APR1998 | 1998 | March 1998
Mar-9-98 | Apr-3-98 | 1998 | March '98
Mar09, 2024 | Apr03, 2024 | 2024 | March 2024
Saturday, November 30, 2024 | Wednesday, December 25, 2024 | 2024 | November 2024
Sat Nov 30 | Wed Dec 25 | - | November
Monday night, Nov 4 | Friday night, Nov 29 | - | November
November 30, 2024 at 10:05 am | December 25, 2024 at 10:05 am | 2024 | November 2024
March 9-11 | April 3-5 | - | March
March 1-9, 2024 | March 26-April 3, 2024 | 2024 | March 2024
Nov 3rd and 4th | Nov 28th and 29th | - | November
Nov 3rd and 8th | Nov 28th and Dec 3rd | - | November
3-5 March 2024 | 28-30 March 2024 | 2024 | March 2024
3rd and 8th of May | 28th May and 2nd of June | - | May
May third | May twenty-eighth | - | May
the third of May | the twenty-eighth of May | - | May
June 2019 | July 2019 | 2019 | June 2019
June of 2019 | July of 2019 | 2019 | June 2019
Jun/2019 | Jul/2019 | 2019 | June 2019
Mar 61 | Apr 61 | 1961 | March '61
Aug '23 | Sep '23 | 2023 | August '23
October | November | - | October
december | january | - | December
DEC | JAN | - | December
Jan-Feb | Feb-Mar | - | -
Nov/Dec | Dec/Jan | - | -
early March | late March | - | March
mid-July | early-August | - | July
late Dec 2023 | mid Jan 2024 | 2023 | December 2023
fall 2021 | fall 2021 | 2021 | -
late 2021 | - | 2021 | -
12 de marzo de 2024 | 6 de abril de 2024 | 2024 | March 2024
3. März 2021 | 28. März 2021 | 2021 | March 2021
14 juillet | 8 août | - | July
1er janvier 2020 | 26 janvier 2020 | 2020 | January 2020
7 IX 2019 | 2 X 2019 | 2019 | September 2019
12 tháng 3 năm 2024 | 6 tháng 4 năm 2024 | 2024 | -
O3/l2/2O24 | 04/06/2024 | 2024 | March 2024
2/29 | 3/25 | - | February
Feb 29 | Mar 25 | - | February
Tuesday | Saturday | - | -
"""
ROWS = [tuple(cell.strip() for cell in line.split("|")) for line in FORMS.strip().splitlines()]
#: What can be written and read back, as formats of `strftime`.
FORMATS = (
    "%m/%d/%Y", "%m-%d-%Y", "%d.%m.%Y", "%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%Y%m%d%H%M", "%B %d, %Y",
    "%d-%b-%Y", "%d%b%Y", "%A, %B %d, %Y", "%a %m/%d/%Y", "%Y-%m-%dT%H:%M:%S", "%d de %B %Y", "%m/%d/%Y (%a)",
)  # fmt: skip
DATES = st.dates(date(1901, 1, 1), date(2098, 12, 31))
DAYS = st.integers(-365, 365)
QUICK = settings(max_examples=150, deadline=None, derandomize=True, database=None)


def shown(value: str | None) -> str:
    return "-" if value is None else value


@pytest.mark.parametrize(("written", "moved", "year", "month"), ROWS)
def test_written_forms(written: str, moved: str, year: str, month: str) -> None:
    """Each form keeps its order, signs, padding, casing and length; years and months are what is written."""
    assert shown(shifted(written, 25, 2023)) == moved
    assert shown(year_of(written)) == year
    if month != "-":
        assert month_of(written) == month


@pytest.mark.parametrize("written", [
    "2/30/2024", "13/45/2024", "6/31", "20241301", "31 June 2024", "Feb 29, 2023", "0/0/00", "99/99/99",
    "Jun-19", "12th", "the 12th", "3-4/5", "POD 2", "Thanksgiving", "winter 2021-22", "", " ", "-", "x" * 500,
    "3/12/2024 Okafor", "Okafor 3/12", "3/12/2024/5", "1.2.3.4", "March Okafor", "\u0660/\u0661", "ſat",
])  # fmt: skip
def test_what_can_not_be_moved(written: str) -> None:
    """Impossible dates, holidays, days without a month and anything but dates have no such value."""
    assert shifted(written, 25, 2023) is None


@pytest.mark.parametrize(
    "written", ["2/30/2024", "Feb 29, 2023", "6/7", "12th", "winter 2021-22", "MRN 2024-1"]
)
def test_what_has_no_year(written: str) -> None:
    """No year is taken from an impossible date, and none from a value that writes none or more than one."""
    assert year_of(written) is None


def test_the_year_of_a_holiday_and_of_two_digits() -> None:
    """Two digits mean a year that has begun, so that nobody's year of birth becomes a coming one."""
    assert year_of("Christmas 2019") == "2019"
    coming = (date.today().year + 1) % 100
    assert year_of(f"3/12/{coming:02d}") == str(date.today().year - 99)


@QUICK
@given(st.sampled_from(FORMATS), DATES, DAYS)
def test_a_moved_date_is_the_date_so_many_days_later(form: str, day: date, days: int) -> None:
    """In the same form, weekday included: so all intervals are kept, and moving back gives the original."""
    moved = shifted(day.strftime(form), days, 2023)
    assert moved is not None
    assert unpadded(moved) == unpadded((day + timedelta(days)).strftime(form))
    assert unpadded(shown(shifted(moved, -days, 2023))) == unpadded(day.strftime(form))


def unpadded(written: str) -> str:
    """Without the zeros that "May 03" may have and "May 3" has not."""
    return re.sub(r"(?<![\d:T])0", "", written) if " " in written else written


@QUICK
@given(st.sampled_from(FORMATS), DATES)
def test_the_year_is_the_one_written(form: str, day: date) -> None:
    """And nothing else of the date comes with it."""
    assert year_of(day.strftime(form)) == str(day.year)


@QUICK
@given(DATES, DAYS)
def test_dates_without_a_year_keep_their_intervals(day: date, days: int) -> None:
    """Within the year of the note, "3/12" moves as the whole date would."""
    moved = day + timedelta(days)
    assert shifted(f"{day.month}/{day.day}", days, day.year) in (
        f"{moved.month}/{moved.day}",
        f"{moved.month:02d}/{moved.day:02d}",
    )


PIECES = st.sampled_from(
    ["3", "12", "2024", "'24", "/", "-", ".", " ", ", ", "March", "may", "Sept.", "th", "early ", "of ",
     "Tue ", "and", "fall ", "IX", "年", "月", "de ", "third", "T14:20", "ı", "ſ",
     "\u0663", "O", "l", "(", ")", "日"]
)  # fmt: skip


@settings(QUICK, max_examples=600)
@given(st.lists(PIECES, max_size=9).map("".join), DAYS)
def test_nothing_written_makes_it_fail(value: str, days: int) -> None:
    """Whatever stands there, it is a value or None, and a year is four digits."""
    shifted(value, days, 2023)
    year = year_of(value)
    assert year is None or (len(year) == 4 and year.isdigit())
    month_of(value)
