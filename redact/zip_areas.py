"""The ZIP codes whose first three digits may stay, 164.514(b)(2)(i)(B): more than 20,000 people live there.

Source: US Census Bureau, 2020 decennial census, population of the ZIP Code Tabulation Areas, added up by
their first three digits. Areas without any inhabitant, such as those of offices or the armed forces, and
numbers not in use count as small. `benchmarks/zip_areas.py` compares the list with a table of populations.
"""

from functools import cache
from typing import Final

#: Areas of at most 20,000 people, as numbers and ranges of the first three digits.
SMALL: Final = """
    000-005 008 036 055 059 090-099 102 192 202-205 213 269 311 332 340 343 345 348 353 369 375 399 419
    428-429 459 509 517-519 529 533 536 552 555-556 568-569 578-579 589 621 632 642-643 649 659 663 682
    692 694-699 702 709 715 732-733 742 753 771-772 817-819 821 823 839 842 848-849 854 858 861-862
    866-869 872 876 878-879 884-889 892-893 896 899 901 909 929 938 942 962-966 969 987
"""
ELSEWHERE: Final = "000"
#: What stands for the digits left out.
CUT: Final = "**"


@cache
def small_areas() -> frozenset[str]:
    """The three digits of every small area."""
    ranges = (part.split("-") for part in SMALL.split())
    return frozenset(f"{n:03d}" for ends in ranges for n in range(int(ends[0]), int(ends[-1]) + 1))


def area_of(zip_code: str) -> str:
    """The three digits that may stand for a ZIP code: its first, or 000 for a small area."""
    area = zip_code[:3]
    return ELSEWHERE if area in small_areas() else area
