"""People: who is met or written to, and how acts name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import field, frozen

from interview_followup._errors import Problem
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
from interview_followup.model._names import Form, compared, forms
from interview_followup.model._own_facts import NO_FACTS, own_facts


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

    @property
    def forms(self) -> frozenset[Form]:
        """The forms in which acts name this person."""
        return forms(self.key, self.name)

    def is_called(self, name: str) -> bool:
        """Tell whether a text is this person's key or name."""
        return not self.forms.isdisjoint(forms(name, name))

    def is_one_with(self, other: Person) -> bool:
        """Tell whether two entries are one person: by key or, where neither has one, by name."""
        return self.identity == other.identity


def person_or_none(value: Person | None) -> Any:
    """Accept a person, or nothing."""
    return instance(Person, value)


def people(value: Iterable[Person]) -> Any:
    """Accept several people."""
    return instances(Person, value)


def places(people: Iterable[Person | None]) -> Mapping[Form, list[int]]:
    """Return the places of people by the forms in which acts name them."""
    called: dict[Form, list[int]] = {}
    for index, person in accepted(people):
        for form in person.forms:
            called.setdefault(form, []).append(index)
    return called


def meant(name: str, called: Mapping[Form, list[int]]) -> set[int]:
    """Return the places of all whose key or name a text is."""
    return {place for form in forms(name, name) for place in called.get(form, ())}


def indistinct(place: str, people: Iterable[Person | None]) -> Iterator[Problem]:
    """Yield a problem for everybody whom an act could not tell from somebody before them."""
    known, called = dict(accepted(people)), places(people)
    pairs = {
        (min(index, other), max(index, other))
        for index, person in known.items()
        for other in meant(person.addressee, called)
        if known[other].identity != person.identity
    }
    for first, second in sorted(pairs):
        message = f"cannot be told from {place}[{first}]"
        yield Problem(f"{place}[{second}]", message, "give each a key of its own")
