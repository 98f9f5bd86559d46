"""HTML reports: one self-contained page for a note, and the pages of a batch.

    from chartveil.report import note_view, render_note
    page = render_note(note_view("Redacted note", redacted_text, phi_rows, code_rows))

Pages load nothing: style and script stand inside and the content security policy allows no others. They show
the redacted text only, unless an original is given.
"""

from .note_page import render_note
from .overview import LINES_A_PAGE, Overview, render_overview
from .views import NoteView, note_view

__all__ = [
    "LINES_A_PAGE",
    "NoteView",
    "Overview",
    "note_view",
    "render_note",
    "render_overview",
]
