"""The trained PHI model and what runs it."""

from .classifier import TokenClassifier
from .errors import ModelError
from .files import model_version
from .spans import ModelSpan

__all__ = ["ModelError", "ModelSpan", "TokenClassifier", "model_version"]
