"""A browser for the tests of the page: the system's Chromium, driven by Playwright."""

import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from serving import Server, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page

NAMES = ("chromium", "chromium-browser", "google-chrome")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the tests of this folder where there is no browser, and say what is missing."""
    reason = _missing()
    if reason:
        for item in items:
            if Path(__file__).parent in item.path.parents:
                item.add_marker(pytest.mark.skip(reason=reason))


def _missing() -> str:
    if find_spec("playwright") is None or find_spec("axe_playwright_python") is None:
        return "needs Playwright and axe: pip install 'chartveil[browser]'"
    return "" if _chromium() else f"needs a browser: none of {', '.join(NAMES)} is installed"


def _chromium() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all pages."""
    with serving(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """One headless browser; it may run as root, as CI does, since it opens pages of this server only.

    It ends with its module: its event loop would be in the way of other tests.
    """
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=_chromium(), args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def options() -> dict[str, Any]:
    """Settings of the page's context; a test may give others by its parameters."""
    return {"viewport": {"width": 1280, "height": 900}}


def _is_complaint(line: "ConsoleMessage") -> bool:
    """An error on the console; a status that the server answers with is none of the page's."""
    return line.type == "error" and not line.text.startswith("Failed to load resource")


@pytest.fixture
def page(browser: "Browser", server: Server, options: dict[str, Any]) -> "Iterator[Page]":
    """The page, ready for a note. Errors and refusals of its security policy on the console fail the test."""
    context = browser.new_context(**options)
    context.set_default_timeout(60_000)
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda line: complaints.append(line.text) if _is_complaint(line) else None)
    opened.on("dialog", lambda dialog: dialog.accept())
    opened.goto(server.url)
    opened.wait_for_selector("#go:enabled")
    yield opened
    context.close()
    assert not complaints
