"""ZIP areas of more than 20,000 people, 164.514(b)(2)(i)(B)."""

import pytest
from chartveil.redact.zip_areas import area_of, small_areas


@pytest.mark.parametrize(
    ("zip_code", "area"),
    [
        ("60614", "606"),
        ("10001-1234", "100"),
        ("03601", "000"),
        ("05901", "000"),
        ("10278", "000"),
        ("82190", "000"),
        ("88435", "000"),
        ("20500", "000"),
        ("00501", "000"),
        ("09012", "000"),
        ("96201", "000"),
    ],
)
def test_small_areas_become_000(zip_code: str, area: str) -> None:
    """Large areas keep three digits; small, military and unused ones don't."""
    assert area_of(zip_code) == area


def test_every_area_is_decided() -> None:
    """The small areas are three digits each, and most of the thousand areas are large."""
    assert all(len(area) == 3 and area.isdigit() for area in small_areas())
    assert len(small_areas()) == 124
