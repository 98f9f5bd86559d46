"""Makes marked clinical notes from templates: every identifier is written by a slot that knows where it lies."""

from .canvas import Note
from .library import DEV_KINDS, load_kinds
from .notes import MadeNote, make_notes
from .parser import TemplateError

__all__ = ["DEV_KINDS", "MadeNote", "Note", "TemplateError", "load_kinds", "make_notes"]
