"""The one error of this package."""

from ...errors import RedactionError


class ModelError(RedactionError):
    """The PHI model can't be loaded or run; its message names a file, never note text."""
