"""The keys of tables: which there are, and what is said of any other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import attrs

from interview_followup._errors import Problem, shown
from interview_followup._near_names import near_name, ours
from interview_followup.model import (
    Application,
    FollowUp,
    Interview,
    JobSearch,
    Offer,
    Person,
    Promise,
)

MINUTES = "minutes"

_OWNERS: dict[str, type] = {
    "the search": JobSearch,
    "an application": Application,
    "an interview": Interview,
    "a person": Person,
    "a promise": Promise,
    "an offer": Offer,
    "a follow-up": FollowUp,
}


@cache
def keys_of(cls: Any) -> tuple[str, ...]:
    """Return the keys that a table for a class may have."""
    extra = (MINUTES,) if cls is Interview else ()
    return (*(field.name for field in attrs.fields(cls) if field.init), *extra)


def unknown_keys(table: Mapping[str, Any], known: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for every key of a table that is not known there; it lists them once."""
    all_keys = f"use one of: {', '.join(sorted(known))}"
    for key in sorted(map(str, table.keys() - set(known))):
        mend = _meant_here(key, known) or _meant_elsewhere(key) or all_keys
        if mend == all_keys:
            all_keys = f"leave it out, or use one of the keys named for {shown(key)}"
        yield Problem(key or '""', "is not a key here", mend)


def _meant_here(key: str, known: Iterable[str]) -> str | None:
    """Return the mend for a key that stands for another one here, if it is nearly certain."""
    belongs_elsewhere = any(key in keys_of(cls) for cls in _OWNERS.values())
    meant = near_name(key, known, 0.8) if belongs_elsewhere else near_name(key, known)
    if meant is None:
        return None
    return "keep it in 'notes'" if meant == "notes" else f"did you mean {meant!r}?"


def _meant_elsewhere(key: str) -> str | None:
    """Return the mend for a key, or another word for one, that belongs to other tables."""
    if owners := [owner for owner, cls in _OWNERS.items() if key in keys_of(cls)]:
        return f"it belongs to {' or to '.join(owners)}"
    words = {owner: ours(key, keys_of(cls)) for owner, cls in _OWNERS.items()}
    meant = [f"{word!r} of {owner}" for owner, word in words.items() if word]
    return f"did you mean {' or '.join(meant)}?" if meant else None
