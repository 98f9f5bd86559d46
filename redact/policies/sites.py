"""A policy with a site's own terms on top."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from ..terms import read_terms
from .model import Policy


def with_terms(policy: Policy, allow: Iterable[Path] = (), deny: Iterable[Path] = ()) -> Policy:
    """The policy with the terms of files added. Raises `UsageError` naming the file and line at fault."""
    return replace(
        policy,
        allow=(*policy.allow, *(term for path in allow for term in read_terms(path))),
        deny=(*policy.deny, *(term for path in deny for term in read_terms(path))),
    )
