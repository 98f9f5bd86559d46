"""Fine-tune the encoder on marked notes.

    python -m training.model.train NOTES.jsonl --dev DEV.jsonl --out DIR [--minutes 55] [--resume]

Writes DIR/checkpoint.pt every few minutes and at the end; `training.model.export` turns one into ONNX.
"""

import argparse
import json
import logging
import random
import time
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from .blur import blurred
from .classes import CLASSES
from .data import NO_CLASS, Batch, Sample, Sampler, batches
from .network import Network, Shape, pretrained
from .notes import file_digest, read_notes
from .settings import Settings

_AS_WRITTEN = argparse.RawDescriptionHelpFormatter
log = logging.getLogger(__name__)


class Run:
    """A training run: the network, its optimizer, and how far it is."""

    def __init__(self, settings: Settings, folder: Path, data_digest: str) -> None:
        torch.manual_seed(settings.seed)
        torch.set_num_threads(settings.threads)
        self.settings = settings
        self.folder = folder
        self.data_digest = data_digest
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.network = pretrained(Shape(settings.layers)).to(self.device)
        self.optimizer = _optimizer(self.network, settings)
        self.step = 0
        self.spent = 0.0  # seconds, of earlier runs too
        self._saved = 0.0

    @property
    def progress(self) -> float:
        """Share of the run that is done, from 0 to 1."""
        return min(1.0, max(self.step / self.settings.steps, self.spent / 60 / self.settings.minutes))

    def train(self, samples: list[Sample], dev: list[Sample]) -> None:
        """Train until the run is done, saving checkpoints."""
        rng = np.random.default_rng(self.settings.seed + self.step)
        self._saved = self.spent
        while self.progress < 1:
            for batch in batches(samples, self.settings.batch_pieces, rng):
                self._take_step(batch)
                self._report(dev)
                if self.progress >= 1:
                    break
        self.save()
        log.info("done: step %d, dev %s", self.step, self.measure(dev))

    def _take_step(self, batch: Batch) -> None:
        began = time.monotonic()
        for group in self.optimizer.param_groups:
            group["lr"] = group["peak"] * _rate(self.progress, self.settings.warm_up)
        batch = blurred(batch, self.settings)
        loss = self._loss(batch)
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.step += 1
        self.spent += time.monotonic() - began
        if self.step % 50 == 0:
            done = 100 * self.progress
            log.info("step %d, %.0f s, loss %.4f, %.0f%%", self.step, self.spent, loss.item(), done)

    def _scores(self, batch: Batch) -> Tensor:
        with torch.autocast(self.device.type, torch.bfloat16):
            scores: Tensor = self.network(
                batch.pieces.to(self.device), batch.features.to(self.device), batch.mask.to(self.device)
            )
        return scores.float()

    def _loss(self, batch: Batch) -> Tensor:
        weights = torch.full((len(CLASSES),), self.settings.phi_weight, device=self.device)
        weights[0] = 1.0
        return F.cross_entropy(
            self._scores(batch).flatten(0, 1),
            batch.classes.flatten().to(self.device),
            weights,
            ignore_index=NO_CLASS,
            label_smoothing=self.settings.smoothing,
        )

    def _report(self, dev: list[Sample]) -> None:
        """Save when it is time."""
        if self.spent - self._saved < 60 * self.settings.checkpoint_minutes:
            return
        self._saved = self.spent
        self.save()
        log.info("checkpoint: step %d, dev %s", self.step, self.measure(dev[:200]))

    def save(self) -> None:
        """Write the checkpoint, whole or not at all."""
        state = {
            "network": self.network.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "settings": asdict(self.settings),
            "data": self.data_digest,
            "step": self.step,
            "spent": self.spent,
        }
        part = self.folder / "checkpoint.part"
        torch.save(state, part)
        part.replace(self.folder / "checkpoint.pt")

    def resume(self) -> None:
        """Go on from the folder's checkpoint."""
        state: dict[str, Any] = torch.load(self.folder / "checkpoint.pt", map_location=self.device)
        self.network.load_state_dict(state["network"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.step, self.spent = state["step"], state["spent"]

    def measure(self, dev: list[Sample]) -> str:
        """Recall, precision and label accuracy over the pieces of `dev`, at probability one half."""
        self.network.eval()
        rng = np.random.default_rng(0)
        marked = found = right = same = 0
        with torch.no_grad():
            for batch in batches(dev, self.settings.batch_pieces, rng) if dev else ():
                scores = self._scores(batch).cpu()
                real = batch.classes != NO_CLASS
                hit, phi = (scores.softmax(-1)[..., 0] < 0.5) & real, (batch.classes > 0) & real
                marked, found = marked + int(phi.sum()), found + int(hit.sum())
                right += int((hit & phi).sum())
                same += int((hit & phi & (scores[..., 1:].argmax(-1) + 1 == batch.classes)).sum())
        self.network.train()
        return (
            f"recall {right / max(1, marked):.4f} precision {right / max(1, found):.4f} "
            f"label {same / max(1, right):.4f}"
        )


def _rate(progress: float, warm_up: float) -> float:
    """Learning rate as a share of its peak: a linear rise, then a linear fall."""
    return max(progress / warm_up, 0.01) if progress < warm_up else max(0.0, (1 - progress) / (1 - warm_up))


def _optimizer(network: Network, settings: Settings) -> torch.optim.Optimizer:
    fresh = [*network.features.parameters(), *network.head.parameters()]
    known = {id(parameter) for parameter in fresh}
    encoder = [p for p in network.parameters() if p.requires_grad and id(p) not in known]
    groups = [
        {"params": [p for p in encoder if p.ndim > 1], "peak": settings.encoder_rate},
        {"params": [p for p in encoder if p.ndim == 1], "peak": settings.encoder_rate, "weight_decay": 0.0},
        {"params": fresh, "peak": settings.fresh_rate, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, lr=settings.encoder_rate, weight_decay=settings.decay, fused=True)


def load_samples(path: Path) -> list[Sample]:
    """All windows of the notes in a file."""
    return list(Sampler().samples(read_notes(path)))


def train(notes: Path, dev: Path | None, folder: Path, settings: Settings, *, resume: bool = False) -> None:
    """Run the whole training; see the module's docstring."""
    folder.mkdir(parents=True, exist_ok=True)
    random.seed(settings.seed)
    samples = load_samples(notes)
    dev_samples = load_samples(dev) if dev else []
    pieces = sum(len(sample.pieces) for sample in samples)
    log.info("%d windows, %d pieces, settings %s", len(samples), pieces, json.dumps(asdict(settings)))
    run = Run(settings, folder, file_digest(notes))
    if resume:
        run.resume()
    run.train(samples, dev_samples)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=_AS_WRITTEN)
    parser.add_argument("notes", type=Path)
    parser.add_argument("--dev", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--resume", action="store_true")
    defaults = Settings()
    for field in fields(Settings):
        default = getattr(defaults, field.name)
        parser.add_argument(f"--{field.name.replace('_', '-')}", type=type(default), default=default)
    arguments = vars(parser.parse_args())
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    chosen = Settings(**{field.name: arguments[field.name] for field in fields(Settings)})
    train(arguments["notes"], arguments["dev"], arguments["out"], chosen, resume=arguments["resume"])


if __name__ == "__main__":
    main()
