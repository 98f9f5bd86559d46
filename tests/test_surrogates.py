"""Surrogates: who is who stays, forms stay, nothing of the note comes back."""

import re
from collections.abc import Sequence

import pytest
from chartveil.redact.identity import fold
from chartveil.redact.labels import LABELS
from chartveil.redact.sessions import Draws
from chartveil.redact.surrogates import SURROGATE_LABELS, Surrogates
from chartveil.redact.surrogates.name_lists import sex_of
from hypothesis import example, given, settings
from hypothesis import strategies as st

SECRET = b"a secret of thirty-two bytes....."


def made(
    *values: tuple[str, str], text: str = "", patient: str | None = "p", by_value: bool = False
) -> list[str]:
    """The surrogates of a note's values, which stand one a line after `text`."""
    note = "\n".join([text, *(value for _, value in values)])
    surrogates = Surrogates(values, note, Draws(SECRET, patient, by_value=by_value))
    found = [surrogates.replace(label, value) for label, value in values]
    assert all(found)
    return [value for value in found if value]


def people(*names: str, text: str = "") -> list[str]:
    return made(*(("PERSON", name) for name in names), text=text)


def of(label: str, *values: str, text: str = "") -> list[str]:
    return made(*((label, value) for value in values), text=text)


def test_labels_are_phi_labels() -> None:
    """All labels but dates and ages, which have operators of their own."""
    assert set(LABELS) - SURROGATE_LABELS == {"DATE", "AGE_OVER_89"}


def test_all_forms_of_a_person_agree() -> None:
    """Full, turned, short, initials, nickname, casing, possessive: one person."""
    full, turned, family, first_initial, letters, dotted, lower, upper, nick, own = people(
        "John Smith",
        "Smith, John",
        "Smith",
        "J. Smith",
        "JS",
        "J.S.",
        "john",
        "SMITH, JOHN",
        "Johnny",
        "John's",
    )
    first, last = full.split()
    assert turned == f"{last}, {first}"
    assert family == last
    assert first_initial == f"{first[0]}. {last}"
    assert letters == first[0] + last[0]
    assert dotted == f"{first[0]}.{last[0]}."
    assert lower == first.lower()
    assert upper == f"{last}, {first}".upper()
    assert nick[0].isupper()
    assert own == f"{first}'s"


def test_initials_agree_when_they_come_first() -> None:
    letters, full = people("MO", "Marisol Ontiveros")
    assert letters == "".join(word[0] for word in full.split())


def test_a_family_shares_its_name() -> None:
    first, second = people("Leonard Hargrove", "Doreen Hargrove")
    assert first.split()[1] == second.split()[1]
    assert first.split()[0] != second.split()[0]


def test_titles_suffixes_and_credentials_stay() -> None:
    doctor, junior, nurse = people("Dr. Venkataraman", "Walter Jorgensen Jr.", "Okonkwo, RN")
    assert doctor.startswith("Dr. ")
    assert junior.endswith(" Jr.")
    assert nurse.endswith(", RN")


def test_a_family_name_that_looks_like_a_credential_goes() -> None:
    assert "DO" not in people("THUY DO")[0].split()


@pytest.mark.parametrize(("name", "sex"), [("Doreen", "f"), ("Leonard", "m"), ("Priya", "f"), ("Jamal", "m")])
def test_sex_is_kept(name: str, sex: str) -> None:
    drawn = {made(("PERSON", f"{name} Hargrove"), patient=f"p{n}")[0].split()[0] for n in range(12)}
    assert {sex_of(fold(one)) for one in drawn} <= {sex, ""}
    assert len(drawn) > 3


def test_two_names_in_one_finding_are_two() -> None:
    """A span that runs over the end of a sentence still agrees with the names in it."""
    both, surgeon, patient = people("Xavier. Shanice", "Dr. Xavier", "Shanice Baptiste", text="by Dr. Xavier")
    assert both == f"{surgeon.removeprefix('Dr. ')}. {patient.split()[0]}"


def test_hyphenated_family_alone_is_the_same() -> None:
    full, alone = people("Marisol Quintanilla-Reyes", "Quintanilla-Reyes")
    assert full.split()[1] == alone


def test_ascii_names_get_ascii_surrogates() -> None:
    assert all(name.isascii() for name in people("Jose Garcia", "Nguyen", "Pham Thi Mai"))


def test_log_ins_follow_the_person() -> None:
    name, user, mail = made(
        ("PERSON", "John Smith"), ("OTHER_ID", "jsmith84"), ("EMAIL", "john.smith@clinic.org")
    )
    first, last = name.lower().split()
    assert re.fullmatch(rf"{first[0]}{last}\d\d", user)
    assert re.fullmatch(rf"{first}\.{last}@example\.(?:com|org|net)", mail)


def test_city_and_zip_go_together_and_stay_in_the_state() -> None:
    from chartveil.redact.surrogates.place_lists import atlas

    city, code = made(("CITY", "Springfield"), ("ZIP", "62704"), text="Lives in Springfield, IL 62704")
    assert code in atlas().cities["IL"][city]


def test_city_abroad_stays_in_its_country() -> None:
    from chartveil.redact.surrogates.place_lists import abroad

    assert of("CITY", "Mogadishu")[0] in abroad()["mogadishu"]


def test_facility_keeps_its_kind() -> None:
    saint, short, plain, ward, chain = of(
        "FACILITY", "St. Barnabas Medical Center", "St. Barnabas", "Memorial Hospital", "6 East", "Walgreens"
    )
    assert re.fullmatch(r"St\. [A-Z][a-z]+ Medical Center", saint)
    assert saint.startswith(short)
    assert plain.endswith(" Hospital")
    assert re.fullmatch(r"\d (?:North|South|East|West)", ward)
    assert chain in {"CVS", "Rite Aid", "Duane Reade"}


def test_facility_that_holds_the_letters_it_begins_with() -> None:
    """Neither is looked for in the other without end, and both get the same letters."""
    whole, letters = of("FACILITY", "SS%s", "SS")
    assert whole.partition("%")[0] == letters != "SS"


def test_facility_follows_the_person_and_the_city_it_is_named_for() -> None:
    name, practice, city, clinic = made(
        ("PERSON", "Amos Lindqvist"),
        ("FACILITY", "Lindqvist Family Practice"),
        ("CITY", "Kenosha"),
        ("FACILITY", "Kenosha Clinic"),
    )
    assert practice == f"{name.split()[1]} Family Practice"
    assert clinic == f"{city} Clinic"


def test_address_keeps_its_form() -> None:
    street, again, ordinal, box, bed = of(
        "ADDRESS", "1234 Elm Street Apt 5B", "1234 ELM STREET", "42nd Avenue", "PO Box 123", "412 bed 2"
    )
    assert re.fullmatch(r"\d{4} [A-Z][a-z]+ Street Apt \d[A-H]", street)
    assert again == street.upper().split(" APT")[0]
    assert re.fullmatch(r"\d?(?:1st|2nd|3rd|\dth) Avenue", ordinal)
    assert re.fullmatch(r"PO Box \d{3}", box)
    assert re.fullmatch(r"\d{3} bed \d", bed)


def test_a_number_is_the_same_in_any_punctuation() -> None:
    round_, dashed, bare, country, local, extended = of(
        "PHONE",
        "(614) 555-0187",
        "614-555-0187",
        "6145550187",
        "1-614-555-0187",
        "555-0187",
        "614-555-0187 x22",
    )
    digits = re.sub(r"\D", "", round_)
    assert re.fullmatch(r"\(\d9\d\) \d{3}-\d{4}|\([2-8]9\d\) \d{3}-\d{4}", round_)
    assert dashed == f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"
    assert bare == digits
    assert country == f"1-{dashed}" or re.fullmatch(r"1-[2-8]9\d-\d{3}-\d{4}", country)
    assert local == dashed[4:]
    assert re.fullmatch(rf"{dashed} x\d\d", extended)


def test_last_four_digits_follow_the_number() -> None:
    whole, last, masked = of("SSN", "412-55-9087", "9087", "xxx-xx-9087")
    assert whole.endswith(last)
    assert masked == f"xxx-xx-{last}"


def test_no_surrogate_can_be_somebodys() -> None:
    """Numbers that are never issued, hosts and networks that are reserved."""
    for patient in range(30):
        ssn, phone, mail, address = made(
            ("SSN", "412-55-9087"),
            ("PHONE", "614-555-0187"),
            ("EMAIL", "x.yorick@mercy.org"),
            ("IP", "10.0.0.12"),
            patient=str(patient),
        )
        assert re.fullmatch(r"9\d\d-(?:0[1-9]|[1-4]\d)-\d{4}", ssn)
        assert phone[1] == "9"
        assert re.search(r"@example\.(?:com|org|net)$", mail)
        assert address.startswith(("192.0.2.", "198.51.100.", "203.0.113."))


def test_digits_in_words_stay_in_words() -> None:
    assert re.fullmatch(r"[a-z]+(?: [a-z]+){6}", of("PHONE", "five five five oh one two three")[0])


NAMES = st.sampled_from(
    """Hargrove Lindqvist Okonkwo Venkataraman Baptiste Marisol Doreen Leonard Nguyen Kowalski Zhao Li Ann
    Al-Farsi O'Shaughnessy Yun-hee José Muñoz Hope Small Pat Quintanilla-Reyes 王伟 JT""".split()
)
WRITTEN = st.builds(" ".join, st.lists(NAMES, min_size=1, max_size=3)) | st.builds(
    "{}, {}".format, NAMES, NAMES
)
NUMBERS = st.from_regex(r"\A[A-Z]{0,3}[-]?[0-9]{4,12}\Z")
VALUES = st.lists(
    st.tuples(st.just("PERSON"), WRITTEN)
    | st.tuples(st.sampled_from(["MRN", "PHONE", "SSN", "ACCOUNT", "OTHER_ID", "ZIP"]), NUMBERS),
    min_size=1,
    max_size=8,
)


def parts(values: Sequence[tuple[str, str]]) -> set[str]:
    """The names and numbers of which nothing may come back."""
    words = {
        fold(word)
        for label, value in values
        if label == "PERSON"
        for word in re.findall(r"[^\W_]{3,}", value)
    }
    return words | {fold(value) for label, value in values if label != "PERSON"}


@settings(max_examples=60, deadline=None)
@given(VALUES, st.booleans())
def test_no_original_survives(values: list[tuple[str, str]], by_value: bool) -> None:
    """No name or number of the note, nor a part of a name, is in any surrogate."""
    surrogates = Surrogates(values, "\n".join(v for _, v in values), Draws(SECRET, "p", by_value=by_value))
    for label, value in values:
        new = surrogates.replace(label, value)
        assert new is None or not any(part in fold(new) for part in parts(values) if len(part) >= 3)


@settings(max_examples=40, deadline=None)
@given(VALUES)
def test_the_same_secret_and_patient_give_the_same(values: list[tuple[str, str]]) -> None:
    """Runs agree, whatever the order in which replacements are asked for."""
    text = "\n".join(value for _, value in values)
    first = Surrogates(values, text, Draws(SECRET, "p"))
    second = Surrogates(values, text, Draws(SECRET, "p"))
    assert [first.replace(*value) for value in values] == [second.replace(*value) for value in values[::-1]][
        ::-1
    ]


@settings(max_examples=40, deadline=None)
@example("²", "ADDRESS")
@example("Unit ²³", "FACILITY")
@given(st.text(max_size=30), st.sampled_from(sorted(SURROGATE_LABELS)))
def test_any_text_is_replaced_or_given_up(value: str, label: str) -> None:
    """No input fails, and none comes back as it was."""
    surrogates = Surrogates([(label, value)], value, Draws(SECRET, "p"))
    assert surrogates.replace(label, value) != value


def test_patients_are_unrelated() -> None:
    names = {made(("PERSON", "Leonard Hargrove"), patient=str(n))[0] for n in range(20)}
    assert len(names) > 15


def test_notes_of_a_patient_agree_by_value() -> None:
    """With draws by value, what else a note holds does not matter."""
    alone = made(("PERSON", "Leonard Hargrove"), by_value=True)
    among = made(
        ("PERSON", "Priya Okonkwo"), ("MRN", "00482913"), ("PERSON", "Leonard Hargrove"), by_value=True
    )
    assert among[2] == alone[0]


def test_order_decides_by_default_not_the_value() -> None:
    """Surrogates are no function of the identifier: 164.514(c)(1)."""
    first = made(("MRN", "48291377"))
    second = made(("ACCOUNT", "7110"), ("MRN", "48291377"))
    assert second[1] != first[0]


def test_a_surrogate_is_no_word_of_the_note() -> None:
    """Whatever is drawn for it, a name that stands in the note is not taken."""
    drawn = {made(("PERSON", "Leonard"), patient=str(n))[0] for n in range(200)}
    kept = sorted(drawn)[: len(drawn) // 2]
    text = " ".join(kept)
    again = {made(("PERSON", "Leonard"), text=text, patient=str(n))[0] for n in range(200)}
    assert not again & set(kept)


NAME_WORDS = st.sampled_from(
    ["MDA", "MB", "J", "jo", "O'Neil", "van", "de", "Dr", "III", "Ng", "R.K.", "LEE", "Ana", "x7", "Ortiz"]
)
NAME_JOINTS = st.sampled_from([" ", "-", "/", ", ", ". ", ".", "^", "\n", " & "])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(NAME_WORDS, NAME_JOINTS), min_size=1, max_size=5))
def test_any_form_of_name_gets_a_surrogate_or_none(parts: list[tuple[str, str]]) -> None:
    """However names, letters and marks are strung together, nothing is raised and no word comes back."""
    name = "".join(word + joint for word, joint in parts).strip()
    surrogate = Surrogates([("PERSON", name)], name, Draws(SECRET, "p")).replace("PERSON", name)
    kept = {"van", "de", "dr", "iii"}
    words = {word.casefold() for word in re.findall(r"[A-Za-z']{3,}", name)} - kept
    assert surrogate is None or not words & set(re.findall(r"[a-z']{3,}", surrogate.casefold()))
