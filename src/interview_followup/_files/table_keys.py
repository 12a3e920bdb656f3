"""The keys of tables: which there are, and what is said of any other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import attrs

from interview_followup._errors import Problem, as_key, near, near_name
from interview_followup.model import Application, Interview, JobSearch, Person

MINUTES = "minutes"

_OWNERS: dict[str, type] = {
    "the search": JobSearch,
    "an application": Application,
    "an interview": Interview,
    "a person": Person,
}


@cache
def keys_of(cls: Any) -> tuple[str, ...]:
    """Return the keys that a table for a class may have."""
    extra = (MINUTES,) if cls is Interview else ()
    return (*(field.name for field in attrs.fields(cls) if field.init), *extra)


def unknown_keys(table: Mapping[str, Any], known: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for every key of a table that is not known there."""
    for key in sorted(table.keys() - set(known), key=as_key):
        owners = [owner for owner, cls in _OWNERS.items() if key in keys_of(cls)]
        if owners and not near_name(key, known, alike=0.8):
            mend = f"it belongs to {' or to '.join(owners)}"
        else:
            mend = near(key, known)
        yield Problem(as_key(key) or '""', "is not a key here", mend)
