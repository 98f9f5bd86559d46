"""Every error chartveil raises on purpose.

    ChartveilError            base; its message never holds note text
      UsageError              the call or its files are wrong; the user can mend it (exit code 2)
      NoteError               this note can't be processed; there is no output for it (exit code 1)
        RedactionError        a part of the redactor failed or is missing: redaction fails closed
        DetectionError        the code detector failed

A message is one line: what is wrong, then what to do. It may name a file the user gave, a label or a
class, never a word of a note, so that it can go to a log or a terminal as it is.
"""


class ChartveilError(Exception):
    """Base of all errors raised on purpose."""


class UsageError(ChartveilError):
    """The call, an option or a file is wrong, and the message says how to mend it."""


class NoteError(ChartveilError):
    """One note can't be processed; no output exists for it."""


class RedactionError(NoteError):
    """Redaction failed, so nothing of the note may be shown."""


class DetectionError(NoteError):
    """Code detection failed for a note."""
