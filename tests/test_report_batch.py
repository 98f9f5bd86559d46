"""The HTML report of a batch: whole or absent, never older than the results, never over others' files."""

import signal
from pathlib import Path
from typing import Any

import pytest
from batch_stub import StubPipeline, StubResult, options
from chartveil.batch import BatchStopped, BatchSummary, run_batch
from chartveil.errors import UsageError
from chartveil.report import Overview, render_overview
from report_reader import Page, read_page
from test_report import code_row


class ReportedPipeline(StubPipeline):
    """The stub with whole rows of codes."""

    def process(self, text: str, **known: Any) -> StubResult:
        result = super().process(text, **known)
        rows = [
            code_row(
                result.text, code["redacted_start"], code["redacted_end"], code="J45", description="Asthma"
            )
            for code in result.codes
        ]
        return StubResult(result.text, result.phi, rows)


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """Notes of several encodings, one that fails."""
    folder = tmp_path / "in"
    (folder / "ward").mkdir(parents=True)
    (folder / "ward" / "one.txt").write_bytes(b"NAMEONE has asthma.\r\nNAMETWO <too>.\r\n")
    (folder / "ward" / "two.txt").write_bytes(b"NAME, 38\xb0C")
    (folder / "broken.txt").write_text("NAMETHREE RAISE")
    return folder


def run(notes: Path, out: Path, *, report: bool = True, **changes: Any) -> BatchSummary:
    """A run with a report."""
    return run_batch(notes, out, options(pipeline=ReportedPipeline, report=report, **changes))


def report(out: Path) -> dict[str, bytes]:
    """All pages by their path."""
    folder = out / "report"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.html")}


def overview(out: Path) -> Page:
    """The overview, read."""
    return read_page((out / "report" / "index.html").read_bytes())


def test_each_note_has_a_page_that_the_overview_links(notes: Path, tmp_path: Path) -> None:
    """The pages show the redacted text; a note that failed has none, and its reason is told."""
    run(notes, tmp_path / "out")
    index = overview(tmp_path / "out")
    links = {a.text: a.attributes["href"] for a in index.all("a") if "tbody" in a.inside}
    assert set(links) == {"ward/one", "ward/two"}
    shown = {name: read_page(report(tmp_path / "out")[page]) for name, page in links.items()}
    assert shown["ward/one"].pre() == ["[PERSON] has asthma.\r\n[PERSON] <too>.\r\n"]
    assert shown["ward/two"].pre() == ["[PERSON], 38\xb0C"]
    assert [a.attributes["href"] for a in shown["ward/one"].all("a") if "nav" in a.inside] == [
        "../index.html"
    ]
    assert "ValueError: an unexpected error" in index.one("failed").text
    assert [row.text for row in index.all("dd")][:4] == ["2", "1", "3", "1"]


def test_the_figures_stand_beside_the_bars(notes: Path, tmp_path: Path) -> None:
    """Each bar is as long as its share of the greatest; a screen reader gets the number."""
    run(notes, tmp_path / "out")
    index = overview(tmp_path / "out")
    labels = next(table for table in index.all("table") if "Identifiers by label" in table.text)
    assert labels.text.endswith("PERSON3")
    assert [rect.attributes["width"] for rect in index.all("rect")] == ["100.00%"] * 4
    assert all(svg.attributes["aria-hidden"] == "true" for svg in index.all("svg"))


def test_nothing_that_was_redacted_is_in_it(notes: Path, tmp_path: Path) -> None:
    """Not in a page, not in an attribute of one."""
    run(notes, tmp_path / "out")
    pages = report(tmp_path / "out")
    assert len(pages) == 3
    assert not [page for page, content in pages.items() if b"NAME" in content]


def test_it_is_private(notes: Path, tmp_path: Path) -> None:
    """Files 0600 and folders 0700, like all of OUT."""
    run(notes, tmp_path / "out")
    made = [tmp_path / "out", *(tmp_path / "out").rglob("*")]
    assert {path.stat().st_mode & 0o777 for path in made if path.is_dir()} == {0o700}
    assert {path.stat().st_mode & 0o777 for path in made if path.is_file()} == {0o600}


def test_it_comes_when_asked_for_later_and_stays(notes: Path, tmp_path: Path) -> None:
    """A finished run gets its report without new work; a run again without --report leaves it."""
    run(notes, tmp_path / "fresh")
    (notes / "broken.txt").unlink()
    run(notes, tmp_path / "out", report=False)
    assert not (tmp_path / "out" / "report").exists()
    assert run(notes, tmp_path / "out").resumed == 2
    before = report(tmp_path / "out")
    assert run(notes, tmp_path / "out", report=False).resumed == 2
    assert report(tmp_path / "out") == before


def test_a_resumed_run_gives_the_same_report(notes: Path, tmp_path: Path) -> None:
    """As an undisturbed one."""
    (notes / "ward" / "one.txt").rename(tmp_path / "aside")
    run(notes, tmp_path / "out")
    (tmp_path / "aside").rename(notes / "ward" / "one.txt")
    run(notes, tmp_path / "out")
    run(notes, tmp_path / "fresh")
    assert report(tmp_path / "out") == report(tmp_path / "fresh")


@pytest.mark.parametrize("changes", [{}, {"overwrite": True}], ids=["changed input", "overwrite"])
def test_an_old_report_goes_with_its_results(notes: Path, tmp_path: Path, changes: dict[str, Any]) -> None:
    """It would show notes that are gone."""
    run(notes, tmp_path / "out")
    (notes / "ward" / "two.txt").unlink()
    run(notes, tmp_path / "out", report=False, **changes)
    assert not (tmp_path / "out" / "report").exists()
    run(notes, tmp_path / "out")
    assert len(report(tmp_path / "out")) == 2


def test_a_folder_of_that_name_by_others_is_kept(notes: Path, tmp_path: Path) -> None:
    """A run with a report refuses it before any work, one without leaves it alone."""
    (notes / "broken.txt").unlink()
    run(notes, tmp_path / "out", report=False)
    mine = tmp_path / "out" / "report" / "mine.html"
    mine.parent.mkdir()
    mine.write_text("mine")
    with pytest.raises(UsageError, match="of other origin"):
        run(notes, tmp_path / "out")
    (notes / "ward" / "two.txt").unlink()
    run(notes, tmp_path / "out", report=False)
    run(notes, tmp_path / "out", report=False, overwrite=True)
    assert mine.read_text() == "mine"


def test_a_stop_while_it_is_written_leaves_none(
    notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The results are finished; the same command again makes the report."""
    from chartveil.batch import reporting

    with monkeypatch.context() as patch:
        patch.setattr(reporting, "_note_page", lambda *_: signal.raise_signal(signal.SIGTERM))
        with pytest.raises(BatchStopped):
            run(notes, tmp_path / "out")
    assert (tmp_path / "out" / "manifest.json").exists()
    assert not (tmp_path / "out" / "report").exists()
    assert not list((tmp_path / "out" / ".chartveil" / "tmp").iterdir())
    run(notes, tmp_path / "out")
    assert len(report(tmp_path / "out")) == 3


def test_an_empty_batch_has_a_report(tmp_path: Path) -> None:
    """With zeros."""
    (tmp_path / "in").mkdir()
    run(tmp_path / "in", tmp_path / "out")
    assert "None found." in overview(tmp_path / "out").all("main")[0].text


def test_long_lists_are_cut_into_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every note is on one of them, and they link one another."""
    monkeypatch.setattr("chartveil.report.overview.LINES_A_PAGE", 10)
    counted = Overview()
    for number in range(25):
        row = {"id": f"n{number}", "error": None, "phi": [], "codes": []}
        counted.add(row, f"notes/{number + 1}.html")
    pages = {name: read_page(content) for name, content in render_overview(counted, {})}
    assert list(pages) == ["index.html", "list-2.html", "list-3.html"]
    listed = [a.text for page in pages.values() for a in page.all("a") if "tbody" in a.inside]
    assert listed == [f"n{number}" for number in range(25)]
    for page in pages.values():
        assert [a.attributes["href"] for a in page.all("a") if "ol" in a.inside] == list(pages)
