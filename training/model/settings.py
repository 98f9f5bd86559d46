"""The numbers that decide a training run, in one place; README.md says how they were chosen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """`minutes` and `steps` both end a run, whichever comes first; the learning rate falls to meet it."""

    minutes: float = 55.0
    steps: int = 100_000
    seed: int = 1
    layers: int = 4
    batch_pieces: int = 2048
    encoder_rate: float = 3e-4
    fresh_rate: float = 1e-3  # of the feature tables and the last layer, which start from nothing
    warm_up: float = 0.06  # share of the run
    decay: float = 0.01
    smoothing: float = 0.02
    phi_weight: float = 1.0  # of a piece that identifies, against one that doesn't
    pattern_dropout: float = 0.1  # share of pieces whose number pattern is hidden: new ones do no harm then
    list_dropout: float = 0.3  # share of windows in which no word list is consulted
    list_noise: float = 0.03  # share of pieces whose word lists are made up
    checkpoint_minutes: float = 5.0
    threads: int = 2
