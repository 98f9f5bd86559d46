"""The HTML page of a note as a command writes it."""

from collections.abc import Callable, Iterable, Mapping
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from ..pipeline import Unredacted
    from ..redact import Redactor

Command = TypeVar("Command", bound=Callable[..., Any])


def review_option(command: Command) -> Command:
    """Whether the page shows the original too."""
    return click.option(
        "--review",
        is_flag=True,
        help="With --format html and -o: show the original beside the redacted note. The page is then PHI.",
    )(command)


def check_review(form: str, out: Path | None, *, review: bool, unredacted: bool = False) -> None:
    """Raise `UsageError` for a page that would show the original where others may read it, and the like."""
    from ..errors import UsageError

    if review and form != "html":
        raise UsageError("--review needs --format html")
    if review and unredacted:
        raise UsageError("--review shows what was redacted: leave out --no-redact")
    if form == "html" and (review or unredacted) and out is None:
        raise UsageError(
            "the page would show the original note: give a file with -o, which only you can read"
        )


def note_html(
    text: str,
    phi: Iterable[Mapping[str, Any]],
    codes: Iterable[Mapping[str, Any]] | None,
    redactor: "Redactor | Unredacted",
    recall: str,
    original: str | None,
) -> bytes:
    """The page of one note from the rows of the result contract; it does not tell the note's name.

    Raises `NoteError` for text that no page can hold.
    """
    from ..pipeline import Unredacted
    from ..report import note_view, render_note

    unredacted = isinstance(redactor, Unredacted)
    facts = {"chartveil": metadata.version("chartveil")}
    if not isinstance(redactor, Unredacted):
        policy = redactor.policy
        facts = {"Policy": policy.name, "Rests on": policy.basis, "Recall": recall, **facts}
    title = "Clinical note" if unredacted else "Redacted clinical note"
    return render_note(
        note_view(title, text, phi, codes, facts=facts, original=original, unredacted=unredacted)
    )
