"""Policies as YAML files, read and checked.

name: our-site                  # default: the file's name
basis: why this is enough       # a sentence
extends: safe-harbor            # start from a built-in policy (default: every label gets its tag)
labels:
  DATE: shift                   # an operator, or a mapping with its settings
  ZIP: {do: tag, paragraph: 164.514(b)(2)(i)(B)}
thresholds: {PERSON: 0.6}
allow: [Foley]
deny: ["FACILITY: Sunny Meadows"]
link: note                      # or value
"""

from collections.abc import Callable, Mapping
from importlib import resources
from pathlib import Path
from typing import Any, Final, NoReturn

import yaml

from ...errors import UsageError
from ..labels import LABELS
from ..terms import Term, parse_term
from .model import Action, Policy, safe_harbor_paragraph

KEYS: Final = ("name", "basis", "extends", "labels", "thresholds", "allow", "deny", "link")
#: operator -> what it does, for people; and the labels it is for, where not all.
OPERATORS: Final[Mapping[str, str]] = {
    "tag": "its label in brackets, such as [PERSON]",
    "numbered": "its label with a number that says who is who, such as [PERSON_2]",
    "keep": "stays as it is",
    "year": "its year where one is written, else the tag",
    "month": "its month and year where they are written, else the tag",
    "age90": "90+",
    "zip3": "its first three digits, 941**, or 000** where 20,000 people or fewer live there",
    "surrogate": "an invented value of the same form",
    "shift": "the date moved by the patient's own number of days",
}
ONLY_FOR: Final[Mapping[str, str]] = {
    "year": "DATE",
    "month": "DATE",
    "shift": "DATE",
    "age90": "AGE_OVER_89",
    "zip3": "ZIP",
}
#: Labels that an operator can't serve, and what does.
NOT_FOR: Final = {"DATE": "shift", "AGE_OVER_89": "age90"}
PARAMS: Final[Mapping[str, tuple[str, ...]]] = {"shift": ("most", "weeks")}
MAX_DAYS: Final = 365
MAX_BYTES: Final = 1024 * 1024


class StrictLoader(yaml.SafeLoader):
    """Plain values only, and no key twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key.value!r} stands twice", key.start_mark
                )
            seen.add(str(key.value))
        return super().construct_mapping(node, deep)


def read_builtin(name: str) -> Policy:
    """A policy that the package carries."""
    text = resources.files(__package__).joinpath(f"{name}.yaml").read_text("utf-8")
    return parse_policy(text, name, f"policy {name}")


def read_policy(path: Path) -> Policy:
    """A policy of the user's own. Raises `UsageError` naming the key at fault and the fix."""
    try:
        with path.open("rb") as file:
            text = file.read(MAX_BYTES).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"can't read the policy {path} ({type(error).__name__}): give a UTF-8 YAML file"
        ) from None
    return parse_policy(text, path.stem, str(path))


def parse_policy(text: str, name: str, where: str) -> Policy:
    """The policy that a YAML text describes; `where` begins the messages of `UsageError`."""
    try:
        content = yaml.load(text, StrictLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # "2024-13-45" is read as a date
        raise UsageError(f"{where}: {_yaml_problem(error)}") from None
    try:
        return _policy(_mapping(content, "the file"), name)
    except PolicyProblem as problem:
        raise UsageError(f"{where}: {problem}") from None


class PolicyProblem(Exception):
    """What is wrong with a key, and the fix."""


def _policy(content: Mapping[str, Any], name: str) -> Policy:
    _check_keys(content, KEYS, "")
    base = _base(content.get("extends"))
    labels = _mapping(content.get("labels", {}), "labels")
    _check_keys(labels, LABELS, "labels.")
    actions = {label: _action(label, value) for label, value in labels.items()}
    return Policy(
        name=_text(content.get("name", name), "name"),
        basis=_text(content.get("basis", base.basis if base else "of the user's own making"), "basis"),
        actions={label: actions.get(label) or _inherited(base, label) for label in LABELS},
        thresholds={**(base.thresholds if base else {}), **_thresholds(content.get("thresholds", {}))},
        allow=(*(base.allow if base else ()), *_terms(content.get("allow", []), "allow")),
        deny=(*(base.deny if base else ()), *_terms(content.get("deny", []), "deny")),
        link=_link(content.get("link", base.link if base else "note")),
    )


def _base(name: object) -> Policy | None:
    from . import POLICIES

    if name is None:
        return None
    if not isinstance(name, str) or name not in POLICIES:
        _fail("extends", f"{name!r} is no built-in policy: choose one of {', '.join(POLICIES)}")
    return read_builtin(name)


def _inherited(base: Policy | None, label: str) -> Action:
    return base.actions[label] if base else Action("tag", {}, safe_harbor_paragraph(label))


def _action(label: str, value: object) -> Action:
    key = f"labels.{label}"
    given = {"do": value} if isinstance(value, str) else dict(_mapping(value, key))
    operator = given.pop("do", None)
    paragraph = _text(given.pop("paragraph", safe_harbor_paragraph(label)), f"{key}.paragraph")
    if not isinstance(operator, str) or operator not in OPERATORS:
        _fail(f"{key}.do", f"{operator!r} is no operator: choose one of {', '.join(_operators_for(label))}")
    if operator not in _operators_for(label):
        _fail(f"{key}.do", f"{operator} can't be used here: choose one of {', '.join(_operators_for(label))}")
    _check_keys(given, PARAMS.get(operator, ()), f"{key}.")
    for name, setting in given.items():
        PARAM_CHECKS[name](setting, f"{key}.{name}")
    return Action(operator, given, paragraph)


def _operators_for(label: str) -> list[str]:
    fitting = (name for name in OPERATORS if ONLY_FOR.get(name, label) == label)
    return [name for name in fitting if name != "surrogate" or label not in NOT_FOR]


def _check_days(value: object, key: str) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or not 7 <= value <= MAX_DAYS:
        _fail(key, f"give a whole number of days from 7 to {MAX_DAYS}")


def _check_flag(value: object, key: str) -> None:
    if not isinstance(value, bool):
        _fail(key, "give true or false")


PARAM_CHECKS: Final[Mapping[str, Callable[[object, str], None]]] = {"most": _check_days, "weeks": _check_flag}


def _thresholds(value: object) -> dict[str, float]:
    given = _mapping(value, "thresholds")
    _check_keys(given, LABELS, "thresholds.")
    for label, score in given.items():
        if isinstance(score, bool) or not isinstance(score, int | float) or not 0 <= score <= 1:
            _fail(f"thresholds.{label}", "give a number from 0 to 1")
    return {label: float(score) for label, score in given.items()}


def _terms(value: object, key: str) -> tuple[Term, ...]:
    if not isinstance(value, list) or not all(isinstance(term, str) for term in value):
        _fail(key, "give a list of terms, each in quotes if it holds a colon")
    terms = []
    for number, term in enumerate(value, start=1):
        try:
            terms.append(parse_term(term))
        except UsageError as error:
            _fail(f"{key}, term {number}", str(error))
    return tuple(terms)


def _link(value: object) -> Any:
    if value not in ("note", "value"):
        _fail("link", "give note or value")
    return value


def _text(value: object, key: str) -> str:
    if not isinstance(value, str) or not value.strip():
        _fail(key, "give some text, in quotes")
    return " ".join(value.split())


def _mapping(value: object, key: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        _fail(key, "give keys and values (key: value)")
    return value


def _check_keys(given: Mapping[str, Any], known: tuple[str, ...], prefix: str) -> None:
    unknown = next((key for key in given if key not in known), None)
    if unknown is not None:
        fix = f"use {', '.join(known)}" if known else "remove it"
        _fail(f"{prefix}{unknown}", f"means nothing here: {fix}")


def _fail(key: str, problem: str) -> NoReturn:
    raise PolicyProblem(f"{key}: {problem}")


def _yaml_problem(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    line = f"line {mark.line + 1}: " if mark else ""
    return f"{line}{getattr(error, 'problem', None) or 'no YAML'}: mend the file"
