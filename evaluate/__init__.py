"""Scores redaction and code detection on marked notes.

    from chartveil.evaluate import evaluate, figures, read_gold
    print(figures(evaluate(read_gold("marked/")))["phi"]["recall"])  # [value, low, high]

phi.py and codes.py say how things count, docs/evaluate.md how to mark notes and read the figures.
"""

from .forms import FORMS, read_gold
from .gold import CodeMark, Gold, GoldNote, PhiMark
from .predictions import Found, finder, read_predictions
from .report import figures
from .run import Evaluation, evaluate

__all__ = [
    "FORMS",
    "CodeMark",
    "Evaluation",
    "Found",
    "Gold",
    "GoldNote",
    "PhiMark",
    "evaluate",
    "figures",
    "finder",
    "read_gold",
    "read_predictions",
]
