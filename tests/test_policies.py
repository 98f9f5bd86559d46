"""Policies as files: what they say, and how bad ones are refused."""

import pickle
from pathlib import Path

import pytest
from chartveil.errors import UsageError
from chartveil.redact.labels import LABELS
from chartveil.redact.operators import OPERATORS
from chartveil.redact.policies import POLICIES, load_policy
from chartveil.redact.policies.files import OPERATORS as DESCRIBED
from chartveil.redact.policies.files import parse_policy


@pytest.mark.parametrize("name", POLICIES)
def test_each_built_in_policy_is_whole(name: str) -> None:
    """It has its own name, a basis, and for every label an action with a paragraph; workers can get it."""
    policy = load_policy(name)
    assert (policy.name, set(policy.actions)) == (name, set(LABELS))
    assert "164.514" in policy.basis
    assert all(action.paragraph.startswith("164.514(") for action in policy.actions.values())
    assert pickle.loads(pickle.dumps(policy)) == policy


def test_every_operator_is_described() -> None:
    """What a file may name and what the engine can do are the same, save for what stays."""
    assert {operator().operator_name() for operator in OPERATORS} == set(DESCRIBED) - {"keep"}


def test_what_the_paragraphs_allow() -> None:
    """Safe Harbor's three exceptions; a limited data set keeps what is not among the sixteen."""
    safe = load_policy("safe-harbor")
    assert {label: action.operator for label, action in safe.actions.items() if action.operator != "tag"} == {
        "DATE": "year",
        "AGE_OVER_89": "age90",
        "ZIP": "zip3",
    }
    assert load_policy("limited-data-set").kept == {"CITY", "ZIP", "DATE", "AGE_OVER_89"}
    assert [name for name in POLICIES if load_policy(name).link == "value"] == ["surrogate"]
    assert "not Safe Harbor" in load_policy("surrogate").basis


OWN = """
extends: safe-harbor
labels:
  DATE: {do: shift, most: 28, weeks: true}
  PERSON: numbered
thresholds: {CITY: 0.8}
allow: [Foley]
deny: ["FACILITY: Tower B"]
"""


def test_a_file_builds_on_another_policy(tmp_path: Path) -> None:
    """What it does not say is as in the policy that it extends."""
    path = tmp_path / "our-site.yaml"
    path.write_text(OWN, "utf-8")
    policy = load_policy(str(path))
    assert policy.name == "our-site"
    assert policy.actions["DATE"].params == {"most": 28, "weeks": True}
    assert (policy.actions["ZIP"].operator, policy.actions["PERSON"].operator) == ("zip3", "numbered")
    assert (policy.thresholds["CITY"], policy.deny[0].label) == (0.8, "FACILITY")
    assert policy.digest != load_policy("safe-harbor").digest


@pytest.mark.parametrize(
    ("text", "key", "fix"),
    [
        ("labels: {PERSN: tag}", "labels.PERSN", "PERSON"),
        ("lables: {}", "lables", "labels"),
        ("labels: {PERSON: mask}", "labels.PERSON.do", "surrogate"),
        ("labels: {PERSON: year}", "labels.PERSON.do", "numbered"),
        ("labels: {DATE: surrogate}", "labels.DATE.do", "shift"),
        ("labels: {DATE: {do: shift, most: 900}}", "labels.DATE.most", "365"),
        ("labels: {DATE: {do: shift, most: yes}}", "labels.DATE.most", "365"),
        ("labels: {DATE: {do: shift, weeks: 1}}", "labels.DATE.weeks", "true"),
        ("labels: {DATE: {do: year, most: 9}}", "labels.DATE.most", "remove"),
        ("labels: {DATE: {most: 9}}", "labels.DATE.do", "year"),
        ("labels: [PERSON]", "labels", "key: value"),
        ("thresholds: {PERSON: 2}", "thresholds.PERSON", "0 to 1"),
        ("thresholds: {X: 0.5}", "thresholds.X", "PERSON"),
        ("allow: Foley", "allow", "list"),
        ("allow: [{FACILITY: x}]", "allow", "quotes"),
        ("deny: ['/[/']", "deny, term 1", "mend"),
        ("extends: mine", "extends", "safe-harbor"),
        ("extends: [tags]", "extends", "safe-harbor"),
        ("link: patient", "link", "value"),
        ("name: 3", "name", "text"),
        ("basis: ''", "basis", "text"),
        ("name: a\nname: b", "line 2", "twice"),
        ("labels: {", "line", "mend"),
        ("name: 2024-13-45", "no YAML", "mend"),
        ("[" * 5000, "no YAML", "mend"),
        ("!!python/object:os.system {}", "line 1", "mend"),
        ("", "the file", "key: value"),
        ("1: 2", "1", "labels"),
        ("? [a]\n: b", "line", "mend"),
        ("labels: {PERSON: [tag]}", "labels.PERSON", "key: value"),
        ("labels: {PERSON: {do: [tag]}}", "labels.PERSON.do", "tag"),
    ],
)
def test_errors_name_the_key_and_the_fix(text: str, key: str, fix: str) -> None:
    """One line: the file, the key at fault, and what to write instead."""
    with pytest.raises(UsageError) as caught:
        parse_policy(text, "mine", "mine.yaml")
    message = str(caught.value)
    assert message.startswith(f"mine.yaml: {key}")
    assert fix in message.removeprefix(f"mine.yaml: {key}")


def test_what_is_no_policy_is_refused(tmp_path: Path) -> None:
    """An unknown name, an absent file, bytes that are no text."""
    broken = tmp_path / "broken.yml"
    broken.write_bytes(b"\xff\xfe\x00")
    for name in ("mine", str(tmp_path / "absent.yaml"), str(broken), str(tmp_path)):
        with pytest.raises(UsageError):
            load_policy(name)
