"""Records through the real pipeline: fields and passages as one note, and nothing across their borders."""

import pytest
from chartveil.batch.formats.record import Field, Passage, Record
from chartveil.pipeline import Pipeline, RecordResult
from chartveil.redact import KnownIdentifiers, Redactor
from hypothesis import given, settings
from hypothesis import strategies as st

SECRET = b"0123456789abcdef"


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    """The default pipeline."""
    return Pipeline()


def record(
    texts: list[str], fields: list[tuple[str, str]], known: tuple[tuple[str, str], ...] = ()
) -> Record:
    """A record of these texts and fields."""
    return Record(
        tuple(Passage(text) for text in texts),
        tuple(Field(label, value) for label, value in fields),
        KnownIdentifiers(known),
        None,
        lambda results, values: b"",
    )


FIELDS = [
    ("PERSON", "Ezra Quillon", "[PERSON]"),
    ("DATE", "19600303", "1960"),
    ("DATE", "soon", "[DATE]"),
    ("DATE", "1931-02-03", "[DATE]"),
    ("ZIP", "94103", "941**"),
    ("MRN", "7", "[MRN]"),
    ("FACILITY", "2024", "[FACILITY]"),
    ("AGE_OVER_89", "45", "45"),
    ("AGE_OVER_89", "093Y", "90+"),
    ("AGE_OVER_89", "45 Ezra", "90+"),
    ("PERSON", "[PERSON]", "[PERSON]"),
    ("PERSON", "", ""),
    ("PERSON", " ", " "),
]


@pytest.mark.parametrize(("label", "value", "written"), FIELDS)
def test_fields_are_what_their_labels_say(pipeline: Pipeline, label: str, value: str, written: str) -> None:
    """Whole, whatever they hold, save for ages that may stay."""
    assert pipeline.process_record(record([], [(label, value)])).values == (written,)


def test_what_one_part_tells_counts_in_all(pipeline: Pipeline) -> None:
    """A field's name and number, and a passage's, go from every other passage too."""
    result = pipeline.process_record(
        record(
            ["Quillon came, sent by Dr. Abernathy-Voss.", "abernathy-voss agrees; chart 7788123."],
            [("PERSON", "Ezra Quillon"), ("MRN", "7788123")],
        )
    )
    text = " ".join(part.text for part in result.parts).lower()
    assert not any(word in text for word in ("quillon", "abernathy", "7788123"))


def test_known_identifiers_of_the_record_and_of_the_caller(pipeline: Pipeline) -> None:
    """Both are sought."""
    given_record = record(["zorb had pain, vintle none"], [], (("PERSON", "Zorb"),))
    result = pipeline.process_record(given_record, known=KnownIdentifiers((("PERSON", "Vintle"),)))
    assert result.parts[0].text == "[PERSON] had pain, [PERSON] none"


def offsets_hold(result: RecordResult, texts: list[str]) -> bool:
    """Whether spans and codes of each passage lie where they say, and all else is unchanged."""
    for part, text in zip(result.parts, texts, strict=True):
        rebuilt, position = "", 0
        for span in part.phi:
            rebuilt += text[position : span.start] + part.text[span.redacted_start : span.redacted_end]
            position = span.end
        if rebuilt + text[position:] != part.text:
            return False
        for code in part.codes:
            if part.text[code.redacted_start : code.redacted_end] != code.mention.text:
                return False
    return True


PIECES = st.sampled_from(
    [
        "Ezra Quillon",
        "type 2",
        "diabetes",
        "3/12/1960",
        "MRN 7788123",
        "\n",
        "\r\n",
        " ",
        "é",
        "[DATE]",
        "John\nSmith",
    ]
)
TEXTS = st.lists(st.lists(PIECES, max_size=5).map(" ".join), max_size=4)


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.lists(st.tuples(st.sampled_from(["PERSON", "DATE", "OTHER_ID"]), PIECES), max_size=3))
def test_offsets_of_every_passage(
    pipeline: Pipeline, texts: list[str], fields: list[tuple[str, str]]
) -> None:
    """They count from the passage's own start, and the text between them is as it was."""
    result = pipeline.process_record(record(texts, fields))
    assert offsets_hold(result, texts)
    assert len(result.values) == len(fields)


def test_no_code_lies_in_two_passages(pipeline: Pipeline) -> None:
    """Each passage has its own."""
    result = pipeline.process_record(record(["History of type 2", "diabetes. Asthma."], []))
    assert [[code.mention.text for code in part.codes] for part in result.parts] == [
        [],
        ["diabetes", "Asthma"],
    ]


def test_a_policy_that_keeps_a_label_keeps_its_fields() -> None:
    """Dates of a limited data set stay in any form; names go, also where a kept field holds a known one."""
    pipeline = Pipeline(Redactor(policy="limited-data-set"))
    result = pipeline.process_record(
        record([], [("DATE", "19600303"), ("CITY", "Quillon"), ("PERSON", "Ezra")], (("PERSON", "Quillon"),))
    )
    assert result.values == ("19600303", "[PERSON]", "[PERSON]")


def test_surrogates_agree_within_a_record_and_between_those_of_a_patient() -> None:
    """A field and the text get one name, and with a secret all records of a patient do."""
    pipeline = Pipeline(Redactor(policy="surrogate", secret=SECRET))
    one = pipeline.process_record(record(["Quillon came"], [("PERSON", "Ezra Quillon")]), patient="p")
    two = pipeline.process_record(record(["Seen: Quillon"], [("PERSON", "Ezra Quillon")]), patient="p")
    assert one.values == two.values
    assert one.parts[0].text == f"{one.values[0].split()[-1]} came"
