"""Measurements beside yardsticks; not part of the package."""
