"""Who is who: the forms of a name, and the numbers of things."""

import pytest
from chartveil.redact.identity import Numbering, same_people
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("names", "people"),
    [
        (["John Smith", "Smith, John", "Mr. Smith", "JS", "john", "SMITH's", "J. Smith", "J.S."], [0] * 8),
        (["John Smith", "Mary Smith", "Smith", "Mary", "MS"], [0, 1, 2, 1, 1]),
        (["Smith", "John Smith"], [0, 0]),
        (["John A. Smith", "John Smith", "JAS", "J. A. Smith"], [0, 0, 0, 0]),
        (["John Smith", "Joan Smith", "J. Smith"], [0, 1, 2]),
        (["O'Brien", "Tess O'Brien", "Obrien"], [0, 0, 0]),
        (["José Núñez", "Jose Nunez"], [0, 0]),
        (["李", "李", "王"], [0, 0, 1]),
        (["WEI LI", "LI", "WL"], [0, 0, 0]),
        (["Zed", "---", "Zed"], [0, 1, 0]),
    ],
)
def test_forms_of_a_name_are_one_person(names: list[str], people: list[int]) -> None:
    """Order, casing, titles, initials and possessives; two Smiths stay two, and a bare Smith is neither."""
    assert same_people(names) == people


def test_numbers_follow_the_order_of_appearance() -> None:
    """By label; spacing and punctuation do not count, and tags that stand there already do."""
    values = [
        ("PHONE", "312-555-0142"),
        ("PERSON", "Ada"),
        ("PHONE", "(312) 555 0143"),
        ("PHONE", "312.555.0142"),
    ]
    numbering = Numbering(values)
    assert [numbering.number(*value) for value in values] == [1, 1, 2, 1]
    assert Numbering(values, "[PHONE_7] [PERSON]").number("PHONE", "312-555-0142") == 8


@given(st.lists(st.text(max_size=12), max_size=8))
def test_any_text_is_somebody(names: list[str]) -> None:
    """Each gets a number, equal texts the same, and numbers begin at 0 in order."""
    people = same_people(names)
    assert len(people) == len(names)
    assert list(dict.fromkeys(people)) == list(range(len(set(people))))
    assert all(
        a == b
        for x, a in zip(names, people, strict=True)
        for y, b in zip(names, people, strict=True)
        if x == y
    )


def test_accents_written_in_two_ways_are_one() -> None:
    """A letter with a combining accent, as some systems write it, and the composed one."""
    assert same_people(["Jose\u0301 Pe\u0301rez", "José Pérez", "PE\u0301REZ", "Perez"]) == [0, 0, 0, 0]
