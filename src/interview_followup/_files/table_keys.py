"""The keys of tables: which there are, and what is said of any other."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import attrs

from interview_followup._errors import Problem, as_key, shown
from interview_followup._files.format_number import FORMAT_KEY
from interview_followup._near_names import ALIKE, near_name, ours
from interview_followup.model import (
    Application,
    FollowUp,
    Interview,
    JobSearch,
    Offer,
    Person,
    Promise,
)

MINUTES, NOTES = "minutes", "notes"
NO_KEY = "is not a key here"

_FACT = "it is a fact; in TOML, write facts = {{ {} = … }}"

_BESIDES: dict[Any, tuple[str, ...]] = {Interview: (MINUTES,), JobSearch: (FORMAT_KEY,)}
"""The keys that are no fields."""

_OWNERS: dict[str, type] = {
    "the search": JobSearch,
    "an application": Application,
    "an interview": Interview,
    "a person": Person,
    "a promise": Promise,
    "an offer": Offer,
    "a follow-up": FollowUp,
}


_IN_TOML = {
    "the search": "write it above all tables",
    "an application": "write it right below [[applications]]",
    "an interview": "write it right below [[applications.interviews]]",
}
"""Where in a file of TOML the keys of a table stand."""
_HEADINGS = {"applications": "[[applications]]", "interviews": "[[applications.interviews]]"}
"""How TOML names lists of tables that are long."""


@cache
def keys_of(cls: Any) -> tuple[str, ...]:
    """Return the keys that a table for a class may have."""
    fields = [field.name for field in attrs.fields(cls) if field.init]
    return (*fields, *_BESIDES.get(cls, ()))


def unknown_keys(
    table: Mapping[str, Any], known: Iterable[str], facts: Container[str] = ()
) -> Iterator[Problem]:
    """Yield a problem for every key of a table that is not known there; it lists them once.

    `facts` are those of somebody's own that the table may say.
    """
    otherwise = all_keys = f"use one of: {', '.join(sorted(known))}"
    for key in sorted(map(as_key, table.keys() - set(known))):
        mend = _FACT.format(key) if key in facts else _mend_of(key, known) or otherwise
        if mend == all_keys:
            otherwise = f"leave it out, or use one of the keys listed for {shown(key)}"
        yield Problem(key or '""', NO_KEY, mend)


def _mend_of(key: str, known: Iterable[str]) -> str | None:
    """Return what to do about a key, if it is nearly certain what it stands for."""
    owners = [owner for owner, cls in _OWNERS.items() if key in keys_of(cls)]
    here = ours(key, known) or near_name(key, known, 0.8 if owners else ALIKE)
    if here == NOTES:
        return f"keep it in {NOTES!r}"
    if owners and not ours(key, known):
        belongs = f"it belongs to {' or to '.join(owners)}"
        if here:
            return f"{belongs}, or did you mean {here!r}?"
        in_toml = f"write {_HEADINGS[key]}" if key in _HEADINGS else _IN_TOML.get(" ".join(owners))
        return f"{belongs}; in TOML, {in_toml}" if in_toml else belongs
    meant = [repr(here)] if here else list(_elsewhere(key))
    return f"did you mean {' or '.join(meant)}?" if meant else None


def _elsewhere(word: str) -> Iterator[str]:
    """Yield the keys of other tables that a word stands for, each with whose it is."""
    for owner, cls in _OWNERS.items():
        if (key := ours(word, keys_of(cls))) and key != NOTES:
            yield f"{key!r} of {owner}"
