"""A search with another value in place of a part of it."""

from __future__ import annotations

from typing import Any, TypeAlias

from attrs import evolve

from interview_followup._errors import invalid, shown
from interview_followup.model._application import Application
from interview_followup.model._interview import Interview
from interview_followup.model._person import Person, whom

Part: TypeAlias = Application | Interview | Person

PARTS = ("applications", "interviews", "interviewers")


def replaced(search: Any, old: Part, new: Part) -> Any:
    """Return a search with a new value wherever it holds an old one.

    Raises:
        InvalidInput: It does not hold the old value, or cannot hold the new one.
    """
    kinds = [kind for kind in (Application, Interview, Person) if isinstance(old, kind)]
    if not kinds:
        message = f"{shown(old)} is not an Application, an Interview or a Person"
        raise invalid("old", message, "take it from the search")
    if not isinstance(new, kinds[0]):
        name = kinds[0].__name__
        raise invalid("new", f"{shown(new)} is not of class {name}", f"build it with {name}(...)")
    changed = _replaced_in(search, old, new)
    if changed is search:
        raise invalid("old", f"{shown(old)} is not in the search", "take it from this search")
    return changed


def _replaced_in(value: Any, old: Part, new: Part) -> Any:
    """Return a value with a new part for an old one at any depth; itself, if there is none."""
    changes: dict[str, Any] = {}
    for name in PARTS:
        parts = getattr(value, name, None) or ()
        others = [new if part == old else _replaced_in(part, old, new) for part in parts]
        pairs = zip(parts, others, strict=True)
        if any(part == old or other is not part for part, other in pairs):
            changes[name] = others
    if isinstance(value, Application) and value.recruiter == old:
        changes["recruiter"] = new
    panel = value.people if isinstance(value, Interview) and "interviewers" in changes else ()
    if panel and isinstance(old, Person) and isinstance(new, Person):
        for name in ("done", "set_aside"):
            changes[name] = [
                evolve(record, to=new.addressee) if old in meant else record
                for record, meant in whom(getattr(value, name), panel)
            ]
    return evolve(value, **changes) if changes else value
