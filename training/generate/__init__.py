"""Makes marked clinical notes from templates: every identifier comes from a slot, so its place is known."""

from .canvas import Note
from .library import DEV_KINDS, load_kinds
from .notes import MadeNote, make_notes
from .parser import TemplateError

__all__ = ["DEV_KINDS", "MadeNote", "Note", "TemplateError", "load_kinds", "make_notes"]
