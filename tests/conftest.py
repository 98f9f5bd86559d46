"""What all tests share: this folder on the path, so that worker processes can import its helpers."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session", autouse=True)
def no_imports() -> Iterator[None]:
    """Tests know what is carried and what they import themselves, not what the user imported."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "CHARTVEIL_DATA", folder)
        yield
