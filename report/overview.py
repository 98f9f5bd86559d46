"""The overview of a batch: figures over all notes, and lists with a link to the page of each."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .charts import bar_chart
from .page import escape, facts_list, render_page
from .views import Row

#: More lines make a page slow to open.
LINES_A_PAGE = 1000
TOP_CODES = 20
#: Columns of numbers.
FIGURES = frozenset({"Mentions", "Identifiers", "Codes"})


@dataclass(frozen=True, slots=True)
class Line:
    """One note in the list; `page` is its page, "" for a note that failed."""

    id: str
    page: str
    error: str
    identifiers: int
    codes: int


class Overview:
    """Counts over the rows of results.jsonl, and a line for each."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.labels: Counter[str] = Counter()
        self.systems: Counter[str] = Counter()
        self.assertions: Counter[str] = Counter()
        self.codes: Counter[tuple[str, str, str]] = Counter()
        self.failures: Counter[str] = Counter()

    def add(self, row: Row, page: str) -> None:
        """Count one row; `page` is where its note's page lies, "" if it has none."""
        phi, codes = row["phi"], row["codes"]
        self.lines.append(Line(row["id"], page, row["error"] or "", len(phi), len(codes)))
        if row["error"]:
            self.failures[row["error"].partition(":")[0]] += 1
        self.labels.update(span["label"] for span in phi)
        self.systems.update(code["system"] for code in codes)
        self.assertions.update(code["assertion"] for code in codes)
        self.codes.update((code["system"], code["code"], code["description"]) for code in codes)


def render_overview(overview: Overview, facts: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """Name and content of each page: index.html with the figures, list-2.html and so on where needed."""
    lines = overview.lines
    parts = [lines[at : at + LINES_A_PAGE] for at in range(0, len(lines), LINES_A_PAGE)] or [[]]
    for number, part in enumerate(parts, 1):
        figures = _figures(overview) if number == 1 else ""
        title = "Batch report" if number == 1 else f"Batch report, list {number}"
        yield _name(number), render_page(title, _body(title, figures, part, number, len(parts), facts))


def _name(number: int) -> str:
    return "index.html" if number == 1 else f"list-{number}.html"


def _body(
    title: str, figures: str, lines: Sequence[Line], number: int, total: int, facts: Mapping[str, str]
) -> str:
    return (
        '<a class="skip" href="#notes">To the notes</a>'
        f"<header><h1>{title}</h1></header>"
        f'<main class="overview">{figures}{_notes(lines, number, total)}</main>'
        f"<footer>{facts_list(facts)}</footer>"
    )


def _figures(overview: Overview) -> str:
    failed = sum(1 for line in overview.lines if line.error)
    counts = {
        "Notes done": len(overview.lines) - failed,
        "Notes failed": failed,
        "Identifiers redacted": overview.labels.total(),
        "Code mentions": overview.systems.total(),
        "Different codes": len(overview.codes),
    }
    tiles = "".join(f"<div><dt>{name}</dt><dd>{count:,}</dd></div>" for name, count in counts.items())
    charts = [
        bar_chart("Identifiers by label", _falling(overview.labels), labels=True),
        bar_chart("Codes by system", _falling(overview.systems)),
        bar_chart("Codes by assertion", _falling(overview.assertions)),
    ]
    if overview.failures:
        charts.append(bar_chart("Failures by kind", _falling(overview.failures)))
    return (
        f'<section aria-label="Figures"><dl class="tiles">{tiles}</dl>'
        f'<div class="charts">{"".join(charts)}</div></section>'
        f"{_top_codes(overview)}{_failures(overview)}"
    )


def _falling(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _top_codes(overview: Overview) -> str:
    top = sorted(overview.codes.items(), key=lambda item: (-item[1], item[0]))[:TOP_CODES]
    if not top:
        return ""
    rows = "".join(
        f'<tr><th scope="row"><span class="number">{escape(code)}</span></th><td>{escape(system)}</td>'
        f'<td>{escape(words)}</td><td class="figure">{count:,}</td></tr>'
        for (system, code, words), count in top
    )
    return _table("codes", "Most frequent codes", ("Code", "System", "Meaning", "Mentions"), rows)


def _failures(overview: Overview) -> str:
    failed = [line for line in overview.lines if line.error]
    if not failed:
        return ""
    rows = "".join(
        f'<tr><th scope="row">{escape(line.id)}</th><td>{escape(line.error)}</td></tr>'
        for line in failed[:LINES_A_PAGE]
    )
    shown = "" if len(failed) <= LINES_A_PAGE else f", the first {LINES_A_PAGE:,} of {len(failed):,}"
    return _table("failed", f"Notes that failed{shown}", ("Note", "Why"), rows)


def _notes(lines: Sequence[Line], number: int, total: int) -> str:
    rows = "".join(map(_note_row, lines))
    heads = ("Note", "Status", "Identifiers", "Codes")
    return _table("notes", "Notes", heads, rows) + _pages(number, total)


def _note_row(line: Line) -> str:
    name = escape(line.id)
    link = f'<a href="{line.page}">{name}</a>' if line.page else name
    status = '<td class="failed">failed</td>' if line.error else "<td>done</td>"
    return (
        f'<tr><th scope="row">{link}</th>{status}'
        f'<td class="figure">{line.identifiers:,}</td><td class="figure">{line.codes:,}</td></tr>'
    )


def _pages(number: int, total: int) -> str:
    if total == 1:
        return ""
    links = "".join(
        f'<li><a href="{_name(n)}"{" aria-current=page" if n == number else ""}>{n}</a></li>'
        for n in range(1, total + 1)
    )
    return f'<nav aria-label="Pages of the list"><ol class="pages">{links}</ol></nav>'


def _table(name: str, heading: str, heads: Sequence[str], rows: str) -> str:
    head = "".join(
        f'<th scope="col"{" class=figure" if word in FIGURES else ""}>{word}</th>' for word in heads
    )
    return (
        f'<section id="{name}" tabindex="-1" aria-labelledby="{name}-heading">'
        f'<h2 id="{name}-heading">{heading}</h2>'
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></section>"
    )
