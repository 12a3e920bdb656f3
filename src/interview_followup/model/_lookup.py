"""The one application, interview or person that is meant by a name, a start or a key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from operator import attrgetter
from typing import Any, TypeVar

from interview_followup._errors import invalid, listed, near, shown
from interview_followup.model._checks import Invalid
from interview_followup.model._converters import is_nothing, key_text
from interview_followup.model._names import compared

K = TypeVar("K")


def the_one(
    kind: str,
    values: Sequence[K],
    *,
    names: Callable[[K], Iterable[str]],
    name: Any,
    is_named: Callable[[K], bool],
    key: str | int | None,
) -> K:
    """Return the one of some values, all with a `key`, that has it or else `is_named` by a name.

    `names` gives what a value goes by, for the mend, the fullest last; `kind` is what the values
    are called.

    Raises:
        InvalidInput: Nothing is given to look for, or it fits none or several of the values.
    """
    if is_nothing(name) == is_nothing(key):
        raise invalid(kind, "is to be found by nothing, or by two things", "give one of the two")
    if not isinstance(name, str | date | None):
        raise invalid(kind, f"{shown(name)} is not a name", "give a name, or a key as key=...")
    if not is_nothing(key):
        sought: str | Invalid = key_text(key)
        keys: list[str | None] = list(map(attrgetter("key"), values))
        matches = [value for value, own_key in zip(values, keys, strict=True) if own_key == sought]
        known = [own_key for own_key in keys if own_key is not None]
        label, wanted = f"the key {shown(key)}", sought if isinstance(sought, str) else ""
    else:
        matches = [value for value in values if is_named(value)]
        known = [known for value in values for known in names(value)]
        wanted = str(name)
        label = shown(wanted)
    if len(matches) == 1:
        return matches[0]
    if matches:
        fullest = [[*names(value)][-1] for value in matches]
        raise invalid(kind, f"{label} fits {len(matches)} of them", _apart(wanted, fullest))
    if not known:
        raise invalid(kind, f"{label} is not on record", "add it first")
    mend = _one_of(known) if isinstance(name, date) else near(wanted, known, _one_of(known))
    raise invalid(kind, f"{label} is not on record", mend)


def _one_of(names: Iterable[str]) -> str:
    return f"give one of {listed([*map(shown, dict.fromkeys(names))])}"


def _apart(wanted: str, fullest: Sequence[str]) -> str:
    """Return the mend for a name that fits several: what tells them apart, where names do."""
    apart = {compared(name) for name in fullest} - {compared(wanted)}
    if len(apart) == len(fullest):
        return _one_of(fullest)
    return "give the key of one of them, as key=..."
