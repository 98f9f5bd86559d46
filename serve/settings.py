"""What a server is told when it starts."""

import os
from dataclasses import dataclass, field
from typing import Final

from ..redact.policies import POLICIES, Policy, load_policy

#: A request may hold so many characters of text in one note, and so many notes.
MAX_TEXT: Final = 500_000
MAX_NOTES: Final = 100


@dataclass(frozen=True, slots=True)
class Limits:
    """body: bytes of one request. seconds: for one request, its wait for a free thread included; and for its
    body to arrive. threads: notes worked on at once. waiting: requests at work or in the queue; more are
    turned away.
    """

    body: int = 4 * 1024 * 1024
    seconds: float = 60.0
    threads: int = min(4, os.cpu_count() or 1)
    waiting: int = 64


@dataclass(frozen=True, slots=True)
class Settings:
    """What the server does unless a request says otherwise, and whom it serves.

    policies: all that a request may choose, by name. token: what requests must bear, None where none is asked
    for. hosts: the names under which it is reached; any address in numbers goes too where `everywhere`.
    """

    policy: str
    policies: dict[str, Policy]
    recall: str = "balanced"
    token: str | None = field(default=None, repr=False)
    hosts: frozenset[str] = frozenset()
    everywhere: bool = False
    limits: Limits = Limits()

    @classmethod
    def of(
        cls,
        policy: str = "safe-harbor",
        recall: str = "balanced",
        *,
        token: str | None = None,
        hosts: frozenset[str] = frozenset(),
        everywhere: bool = False,
        limits: Limits | None = None,
    ) -> "Settings":
        """Settings with the built-in policies and that of the given name or file, which is the default.

        Raises `UsageError` for an unknown or faulty policy.
        """
        chosen = load_policy(policy)
        policies = {name: load_policy(name) for name in POLICIES} | {chosen.name: chosen}
        return cls(chosen.name, policies, recall, token, hosts, everywhere, limits or Limits())
