"""Both stages over a folder of notes: read, process in several processes, write, resume.

    from chartveil.batch import BatchOptions, run_batch
    summary = run_batch(Path("notes"), Path("out"), BatchOptions(pipeline=Pipeline))

run.py says what it promises, layout.py what lies where.
"""

from .errors import BatchError, BatchStopped
from .options import MAX_BYTES, BatchOptions
from .progress import Progress, progress_on
from .run import run_batch
from .summary import BatchSummary

__all__ = [
    "MAX_BYTES",
    "BatchError",
    "BatchOptions",
    "BatchStopped",
    "BatchSummary",
    "Progress",
    "progress_on",
    "run_batch",
]
