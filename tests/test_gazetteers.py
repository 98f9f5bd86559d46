"""The kept list of cities: the package's own, read again from the cache, and never a torn one."""

from pathlib import Path

import pytest
from chartveil.redact import gazetteers


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CHARTVEIL_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def cities() -> frozenset[str]:
    """The list as a new process would read it."""
    return gazetteers.cities.__wrapped__()


def test_kept_cities_are_those_of_the_package(cache: Path) -> None:
    """The first reading writes the list, the second reads it."""
    first = cities()
    assert "denver" in first
    assert len(list(cache.glob("cities-*.txt"))) == 1
    assert cities() == first


def test_a_torn_list_is_not_believed(cache: Path) -> None:
    """A file without its end is read anew from the package."""
    whole = cities()
    kept = next(cache.glob("cities-*.txt"))
    kept.write_text(kept.read_text("utf-8")[:1000], "utf-8")
    assert cities() == whole


def test_a_cache_that_cannot_be_written_costs_only_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file in the folder's place does no harm."""
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")
    monkeypatch.setenv("CHARTVEIL_CACHE", str(blocked))
    assert "denver" in cities()
