"""Dates moved by some days or made less exact, in the form they are written in."""

from .generalise import month_of, year_of
from .shift import shifted

__all__ = ["month_of", "shifted", "year_of"]
