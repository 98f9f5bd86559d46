"""Trains, calibrates, exports and measures the PHI model."""

import os

# Before torch is loaded: threads that wait must sleep. Spinning, they take the processor from each other
# and from other programs; on two busy cores training ran four times faster this way.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")
