"""The spaCy components, found through their entry points in a pipeline of another tokenizer."""

from spacy.lang.en import English


def test_components_set_spans_and_extensions() -> None:
    """`chartveil_codes` sets the spans, `chartveil_context` what they assert."""
    nlp = English()
    nlp.add_pipe("chartveil_codes")
    nlp.add_pipe("chartveil_context")
    doc = nlp("Pt denies chest pain. HTN/HLD.")
    found = [(span.text, span._.code, span._.assertion) for span in doc.spans["codes"]]
    assert found[0] == ("chest pain", "R07.9", "negated")
    assert [code for _, code, _ in found] == ["R07.9", "I10", "E78.5"]
    assert all(span._.score and span._.description for span in doc.spans["codes"])


def test_a_document_without_codes() -> None:
    """An empty document passes through."""
    nlp = English()
    nlp.add_pipe("chartveil_codes")
    nlp.add_pipe("chartveil_context")
    assert list(nlp("").spans["codes"]) == []
