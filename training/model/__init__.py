"""Trains, calibrates, exports and measures the PHI model."""
