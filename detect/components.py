"""The detector as spaCy pipeline components, registered through entry points.

`nlp.add_pipe("chartveil_codes")` sets `doc.spans["codes"]`, one span a mention, with `span._.code`,
`span._.system`, `span._.description`, `span._.score` and `span._.candidates`;
`nlp.add_pipe("chartveil_context")` after it sets `span._.assertion` and `span._.section`. A span covers the
tokens of the pipeline's own tokenizer that the mention touches.
"""

from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from ..errors import DetectionError

if TYPE_CHECKING:
    from .detector import CodeDetector
    from .mention import CodeMention

GROUP = "codes"
CODE_FIELDS = ("system", "code", "description", "billable", "score", "candidates", "units", "minutes")
CONTEXT_FIELDS = ("assertion", "section")


class Codes:
    """Pipeline component: finds codes and keeps the mentions on the document for `Context`."""

    def __init__(self) -> None:
        self._detector: CodeDetector | None = None
        _extend(Span, CODE_FIELDS)
        _extend(Doc, ("code_mentions",))

    def __call__(self, doc: Doc) -> Doc:
        if self._detector is None:
            from .detector import CodeDetector

            self._detector = CodeDetector()
        mentions = self._detector.detect(doc.text)
        doc._.code_mentions = mentions
        doc.spans[GROUP] = SpanGroup(doc, name=GROUP, spans=[_span(doc, mention) for mention in mentions])
        return doc


class Context:
    """Pipeline component: puts assertion and section on the spans that `Codes` found."""

    def __init__(self) -> None:
        _extend(Span, CONTEXT_FIELDS)
        _extend(Doc, ("code_mentions",))

    def __call__(self, doc: Doc) -> Doc:
        for span, mention in zip(doc.spans.get(GROUP, ()), doc._.code_mentions or (), strict=True):
            _set(span, mention, CONTEXT_FIELDS)
        return doc


@Language.factory("chartveil_codes", assigns=["doc.spans", "doc._.code_mentions"])
def create_codes(nlp: Language, name: str) -> Codes:
    """The factory behind `nlp.add_pipe("chartveil_codes")`."""
    return Codes()


@Language.factory("chartveil_context", requires=["doc.spans"])
def create_context(nlp: Language, name: str) -> Context:
    """The factory behind `nlp.add_pipe("chartveil_context")`."""
    return Context()


def _extend(where: type[Any], names: tuple[str, ...]) -> None:
    for name in names:
        if not where.has_extension(name):
            where.set_extension(name, default=None)


def _span(doc: Doc, mention: "CodeMention") -> Span:
    span = doc.char_span(mention.start, mention.end, label=mention.code, alignment_mode="expand")
    if span is None:
        raise DetectionError(
            "a mention lies outside the document: give the component the document's own text"
        )
    _set(span, mention, CODE_FIELDS)
    return span


def _set(span: Span, mention: "CodeMention", names: tuple[str, ...]) -> None:
    for name in names:
        span._.set(name, getattr(mention, name))
