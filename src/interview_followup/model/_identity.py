"""Which values are one and the same: by the host's own id, else by what they are called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeAlias

from interview_followup._errors import Problem
from interview_followup.model._checks import accepted

Identity: TypeAlias = tuple[str, ...]
Identities: TypeAlias = tuple[Identity, ...]


class Identified(Protocol):
    """Anything that has an identity among its like."""

    @property
    def identity(self) -> Identity: ...


def identity_of(key: str | None, kind: str, *names: str) -> Identity:
    """Return an identity: the key where there is one, else names of some kind."""
    return ("key", key) if key else (kind, *names)


def duplicates(place: str, values: Iterable[Identified | None]) -> Iterator[Problem]:
    """Yield a problem for every value that is the same one as a value before it."""
    seen: dict[Identity, int] = {}
    for index, value in accepted(values):
        first = seen.setdefault(value.identity, index)
        if first != index:
            message = f"is the same one as {place}[{first}]"
            mend = "remove one, or give each a key of its own"
            yield Problem(f"{place}[{index}]", message, mend)
