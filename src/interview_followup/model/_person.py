"""People: who is met or written to, and how acts name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import field, frozen

from interview_followup._errors import Problem
from interview_followup.model._checks import Checked, accepted
from interview_followup.model._converters import (
    instance,
    instances,
    key_text,
    lines,
    required_text,
    text,
)
from interview_followup.model._identity import Identity, identity_of
from interview_followup.model._own_facts import NO_FACTS, own_facts


@frozen(kw_only=True, repr=False)
class Person(Checked):
    """Somebody met or written to; identity is `key`, the host's own id, or else `name`.

    A key, here and elsewhere, is a text or a whole number, kept as text; `notes` are lines of text
    that no rule reads. `facts`, here and elsewhere, are those that rules of your own ask for.
    """

    name: str = field(converter=required_text)
    email: str | None = field(default=None, converter=text)
    linkedin: str | None = field(default=None, converter=text)
    phone: str | None = field(default=None, converter=text)
    notes: str | None = field(default=None, converter=lines)
    facts: Mapping[str, Any] = field(default=NO_FACTS, converter=own_facts)
    key: str | None = field(default=None, converter=key_text)

    @property
    def identity(self) -> Identity:
        return identity_of(self.key, "name", self.name)

    @property
    def addressee(self) -> str:
        """What `to` says in acts that are recorded for this person: the key, or else the name."""
        return self.key or self.name

    def is_called(self, name: str) -> bool:
        """Tell whether a text is this person's key or name."""
        return name in (self.key, self.name)

    def is_one_with(self, other: Person) -> bool:
        """Tell whether two entries are one person: by key or, where neither has one, by name."""
        return self.identity == other.identity


def person_or_none(value: Person | None) -> Any:
    """Accept a person, or nothing."""
    return instance(Person, value)


def people(value: Iterable[Person]) -> Any:
    """Accept several people."""
    return instances(Person, value)


def indistinct(place: str, people: Iterable[Person | None]) -> Iterator[Problem]:
    """Yield a problem for everybody whom an act could not tell from somebody before them.

    It could not where what one of them is addressed by is the name, or the key, of the other.
    """
    called, addressed = _First(), _First()
    for index, person in accepted(people):
        before = [*called.others(person.addressee, person), *addressed.others(person.name, person)]
        if before:
            message = f"cannot be told from {place}[{min(before)}]"
            yield Problem(f"{place}[{index}]", message, "give each a key of its own")
        addressed.add(person.addressee, person, index)
        for name in {person.addressee, person.name}:
            called.add(name, person, index)


class _First:
    """Where the first two different people of a name are: enough to tell who is before another."""

    def __init__(self) -> None:
        self._places: dict[str, dict[Identity, int]] = {}

    def add(self, name: str, person: Person, index: int) -> None:
        places = self._places.setdefault(name, {})
        if len(places) < 2:
            places.setdefault(person.identity, index)

    def others(self, name: str, person: Person) -> list[int]:
        """Return where somebody else of the name is, if there is anybody."""
        places = self._places.get(name, {})
        return [index for identity, index in places.items() if identity != person.identity]
