"""chartveil policies: what each redaction policy does."""

from typing import TYPE_CHECKING

import click

from .shared import errors_in_one_line

if TYPE_CHECKING:
    from ..redact.policies import Policy


@click.command()
@click.argument("policy", required=False)
@errors_in_one_line
def policies(policy: str | None) -> None:
    """List the redaction policies, or show what one of them, or a YAML FILE, does with each label.

    \b
    Examples:
      chartveil policies
      chartveil policies safe-harbor
      chartveil policies our-site.yaml
    """
    from ..redact.policies import POLICIES, load_policy

    if policy is not None:
        click.echo(_page(load_policy(policy)))
        return
    width = max(map(len, POLICIES))
    for name in POLICIES:
        click.echo(f"{name:{width}}  {load_policy(name).basis}")


def _page(policy: "Policy") -> str:
    """A policy as a table: label, action, what becomes of the identifier, paragraph of 45 CFR."""
    from ..redact.policies.files import OPERATORS

    rows = [
        (label, _action(action.operator, action.params), OPERATORS[action.operator], action.paragraph)
        for label, action in policy.actions.items()
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = [
        "  ".join([*(f"{cell:{w}}" for cell, w in zip(row, widths, strict=False)), row[3]]) for row in rows
    ]
    return "\n".join([f"{policy.name}: {policy.basis}", "", *lines, *_rest(policy)])


def _action(operator: str, params: object) -> str:
    given = dict(params) if params else {}  # type: ignore[call-overload]
    settings = ", ".join(f"{key} {value}" for key, value in given.items())
    return f"{operator} ({settings})" if settings else operator


def _rest(policy: "Policy") -> list[str]:
    lines = [f"{label} below {score:g} stays" for label, score in policy.thresholds.items()]
    counts = ((len(policy.allow), "never"), (len(policy.deny), "always"))
    lines += [f"{count} terms are {when} redacted" for count, when in counts if count]
    return ["", *lines] if lines else []
