"""Bar charts: a table with the figures, and in each row a bar as inline SVG."""

from collections.abc import Mapping

from .page import escape


def bar_chart(caption: str, counts: Mapping[str, int], *, labels: bool = False) -> str:
    """Counts as bars, the longest for the greatest; `labels`: the names are PHI labels, each in its colour.

    The figures stand as text beside the bars, which a screen reader passes over.
    """
    most = max(counts.values(), default=0)
    if not most:
        return f"<figure><figcaption>{escape(caption)}</figcaption><p>None found.</p></figure>"
    rows = "".join(_bar(name, count, count / most, labels) for name, count in counts.items())
    return (
        f'<figure><table class="chart"><caption>{escape(caption)}</caption>'
        '<thead class="unseen"><tr><th scope="col">Name</th><td></td><th scope="col">Count</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></figure>"
    )


def _bar(name: str, count: int, share: float, labels: bool) -> str:
    colour = f' class="phi-bar" data-label="{escape(name)}"' if labels else ""
    return (
        f'<tr><th scope="row">{escape(name)}</th>'
        f'<td class="bar"><svg{colour} width="100%" height="12" aria-hidden="true" focusable="false">'
        f'<rect width="{share:.2%}" height="12" rx="2"/></svg></td><td class="figure">{count:,}</td></tr>'
    )
