"""The yardstick: stock Presidio as its documentation sets it up.

Its default registry runs over a spaCy pipeline of en_core_web_sm's architecture. That model is not on PyPI,
so the weights here are untrained: they find nonsense and cost the same.
"""

from typing import Any

import spacy
from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import SpacyNlpEngine
from presidio_anonymizer import AnonymizerEngine
from spacy.lookups import Lookups
from spacy.training import Example

#: en_core_web_sm 3.8: a shared HashEmbedCNN for tagger and parser, another for the entity recognizer.
TOK2VEC = {
    "@architectures": "spacy.Tok2Vec.v2",
    "embed": {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": 96,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
        "rows": [5000, 1000, 2500, 2500, 50, 50],
        "include_static_vectors": False,
    },
    "encode": {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": 96,
        "depth": 4,
        "window_size": 1,
        "maxout_pieces": 3,
    },
}
TAGS = [
    "NN",
    "NNS",
    "NNP",
    "VB",
    "VBD",
    "VBG",
    "VBN",
    "VBZ",
    "JJ",
    "RB",
    "IN",
    "DT",
    "CC",
    "CD",
    "PRP",
    "TO",
    "MD",
    ".",
    ",",
    ":",
]
DEPENDENCIES = [
    "nsubj",
    "dobj",
    "prep",
    "pobj",
    "det",
    "amod",
    "compound",
    "conj",
    "cc",
    "advmod",
    "aux",
    "punct",
]
ENTITIES = [
    "PERSON",
    "ORG",
    "GPE",
    "LOC",
    "FAC",
    "NORP",
    "DATE",
    "TIME",
    "CARDINAL",
    "QUANTITY",
    "ORDINAL",
    "PERCENT",
    "MONEY",
]


def untrained_pipeline() -> spacy.Language:
    """A pipeline with the components and sizes of en_core_web_sm and random weights."""
    nlp = spacy.blank("en")
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
    nlp.add_pipe("tok2vec", config={"model": TOK2VEC})
    tagger: Any = nlp.add_pipe(
        "tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}}
    )
    parser: Any = nlp.add_pipe("parser", config={"model": _transition_model("parser", listener, hidden=64)})
    nlp.add_pipe("attribute_ruler")
    lemmatizer: Any = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    ner: Any = nlp.add_pipe("ner", config={"model": _transition_model("ner", TOK2VEC, hidden=64)})
    for tag in TAGS:
        tagger.add_label(tag)
    for label in DEPENDENCIES:
        parser.add_label(label)
    for label in ENTITIES:
        ner.add_label(label)
    with nlp.select_pipes(disable=["lemmatizer"]):
        nlp.initialize(lambda: [_example(nlp)])
    lemmatizer.initialize(lookups=_no_lookups())
    return nlp


def _transition_model(kind: str, tok2vec: dict[str, Any], *, hidden: int) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": False,
        "hidden_width": hidden,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": tok2vec,
    }


def _example(nlp: spacy.Language) -> Example:
    words = ["Patient", "denies", "pain", "."]
    return Example.from_dict(
        nlp.make_doc(" ".join(words)),
        {
            "words": words,
            "tags": ["NN", "VBZ", "NN", "."],
            "heads": [1, 1, 1, 1],
            "deps": ["nsubj", "ROOT", "dobj", "punct"],
            "entities": ["O"] * 4,
        },
    )


def _no_lookups() -> Lookups:
    lookups = Lookups()
    for table in ("lemma_rules", "lemma_index", "lemma_exc"):
        lookups.add_table(table, {})
    return lookups


class StockPresidio:
    """Analyzer and anonymizer with their defaults."""

    def __init__(self) -> None:
        engine = SpacyNlpEngine(models=[{"lang_code": "en", "model_name": "untrained"}])
        engine.nlp = {"en": untrained_pipeline()}
        self._analyzer = AnalyzerEngine(nlp_engine=engine, supported_languages=["en"])
        self._anonymizer = AnonymizerEngine()

    def process(self, text: str) -> str:
        """The anonymized text."""
        results = self._analyzer.analyze(text, language="en")
        return str(self._anonymizer.anonymize(text, results).text)
