"""Makes the training notes, trains the PHI model and exports it; not part of the wheel."""
