"""People: who is met or written to, and how acts name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeAlias, TypeVar

from attrs import field, frozen

from interview_followup._errors import Problem
from interview_followup.model._acts import ActRecord
from interview_followup.model._addresses import email, page, where_known
from interview_followup.model._checks import Checked, accepted
from interview_followup.model._converters import (
    instance,
    instances,
    key_text,
    lines,
    required_name,
)
from interview_followup.model._identity import Identity, identity_of
from interview_followup.model._names import compared, put_right
from interview_followup.model._own_facts import NO_FACTS, own_facts

A = TypeVar("A", bound=ActRecord)

Called: TypeAlias = dict[tuple[str, str], list[int]]
"""Places by a key, or by a name in the form in which names are compared."""


@frozen(kw_only=True, repr=False)
class Person(Checked):
    """Somebody met or written to; identity is `key`, the host's own id, or else `name`.

    A key, here and elsewhere, is a text or a whole number, kept as text; `notes` are lines of text
    that no rule reads. `facts`, here and elsewhere, are those that rules of your own ask for.
    """

    name: str = field(converter=required_name)
    email: str | None = field(default=None, converter=email)
    linkedin: str | None = field(default=None, converter=page)
    phone: str | None = field(default=None, converter=where_known)
    notes: str | None = field(default=None, converter=lines)
    facts: Mapping[str, Any] = field(default=NO_FACTS, converter=own_facts)
    key: str | None = field(default=None, converter=key_text)

    @property
    def identity(self) -> Identity:
        return identity_of(self.key, "name", compared(self.name))

    @property
    def addressee(self) -> str:
        """What `to` says in acts that are recorded for this person: the key, or else the name."""
        return self.key or self.name

    def is_called(self, name: str) -> bool:
        """Tell whether a text is this person's key or name."""
        return bool(meant(name, called([self])))

    def is_one_with(self, other: Person) -> bool:
        """Tell whether two entries are one person: by key or, where neither has one, by name."""
        return self.identity == other.identity


def person_or_none(value: Person | None) -> Any:
    """Accept a person, or nothing."""
    return instance(Person, value)


def people(value: Iterable[Person]) -> Any:
    """Accept several people."""
    return instances(Person, value)


def called(people: Iterable[Person | None]) -> Called:
    """Return the places of people by what acts call them."""
    places: Called = {}
    for place, person in accepted(people):
        places.setdefault(("name", compared(person.name)), []).append(place)
        if person.key is not None:
            places.setdefault(("key", put_right(person.key)), []).append(place)
    return places


def meant(to: str | None, places: Called) -> list[int]:
    """Return the places of all whom an act may mean: those of a key or, without one, of a name."""
    if to is None:
        return []
    return places.get(("key", put_right(to))) or places.get(("name", compared(to)), [])


def whom(acts: Iterable[A], people: Sequence[Person]) -> Iterator[tuple[A, list[Person]]]:
    """Yield acts, each with all of some people whom it may mean."""
    places = called(people)
    return ((act, [people[place] for place in meant(act.to, places)]) for act in acts)


def indistinct(place: str, people: Iterable[Person | None]) -> Iterator[Problem]:
    """Yield a problem for those whom an act could not tell from somebody before them, once each."""
    known, places = dict(accepted(people)), called(people)
    firsts: dict[str, list[int]] = {}
    before: dict[int, int] = {}
    for index, person in known.items():
        if person.addressee not in firsts:
            firsts[person.addressee] = _firsts(meant(person.addressee, places), known)
        for other in firsts[person.addressee]:
            if known[other].identity != person.identity:
                first, second = sorted((index, other))
                before[second] = min(first, before.get(second, first))
    for second, first in sorted(before.items()):
        message = f"cannot be told from {place}[{first}]"
        yield Problem(f"{place}[{second}]", message, "give each a key of its own")


def _firsts(places: Sequence[int], known: Mapping[int, Person]) -> list[int]:
    """Return the first of some places, and the first of somebody else: enough to tell who is."""
    first = known[places[0]].identity
    others = (place for place in places if known[place].identity != first)
    return [places[0], *islice(others, 1)]
