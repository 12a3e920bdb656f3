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
    """Somebody met or written to.

    Two entries of one application are the same person if their `key` is the same or, where neither
    has one, their `name`.

    Raises:
        InvalidInput: The name is missing, or a part cannot be read; with every problem.
    """

    name: str = field(converter=required_name)
    """What they are called, in one line; blanks around and in it are put right."""
    email: str | None = field(default=None, converter=email)
    """An e-mail address; None where nobody has told it."""
    linkedin: str | None = field(default=None, converter=page)
    """The address of their LinkedIn page; None where nobody has told it."""
    phone: str | None = field(default=None, converter=where_known)
    """A telephone number, as it is written; None where nobody has told it."""
    notes: str | None = field(default=None, converter=lines)
    """Lines of text that no rule reads."""
    facts: Mapping[str, Any] = field(default=NO_FACTS, converter=own_facts)
    """What rules of your own ask for, by the fact's name: texts, numbers, truths, days, moments."""
    key: str | None = field(default=None, converter=key_text)
    """The host's own id of the person, text or whole number, kept as text."""

    @property
    def identity(self) -> Identity:
        """What makes two entries the same person: the key, else the name, ignoring case."""
        return identity_of(self.key, "name", compared(self.name))

    @property
    def addressee(self) -> str:
        """What `to` says in acts that are recorded for this person: the key, or else the name."""
        return self.key or self.name

    def is_called(self, name: str) -> bool:
        """Tell whether a text is this person's key or name; case does not count."""
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
        for name in _names(person):
            places.setdefault(name, []).append(place)
    return places


def _names(person: Person) -> Iterator[tuple[str, str]]:
    yield "name", compared(person.name)
    if person.key is not None:
        yield "key", put_right(person.key)


def meant(to: str | None, places: Called) -> list[int]:
    """Return the places of all whom an act may mean: those of a key or, without one, of a name."""
    return [] if to is None else places.get(_meaning(to, places), [])


def _meaning(to: str, places: Called) -> tuple[str, str]:
    key = "key", put_right(to)
    return key if key in places else ("name", compared(to))


def whom(acts: Iterable[A], people: Sequence[Person]) -> Iterator[tuple[A, list[Person]]]:
    """Yield acts, each with all of some people whom it may mean."""
    places = called(people)
    return ((act, [people[place] for place in meant(act.to, places)]) for act in acts)


def indistinct(place: str, people: Iterable[Person | None]) -> Iterator[Problem]:
    """Yield a problem for those whom an act could not tell from somebody before them, once each.

    It could not where one of two is among those whom the name or key of the other may mean.
    """
    known, places = dict(accepted(people)), called(people)
    addressing: Called = {}
    for index, person in known.items():
        addressing.setdefault(_meaning(person.addressee, places), []).append(index)
    first_meant, first_addressing = (
        {name: _firsts(indexes, known) for name, indexes in by_name.items()}
        for by_name in (places, addressing)
    )
    for index, person in known.items():
        others = [*first_meant.get(_meaning(person.addressee, places), ())]
        for name in _names(person):
            others += first_addressing.get(name, ())
        before = [other for other in others if known[other].identity != person.identity]
        if (first := min(before, default=index)) < index:
            message = f"cannot be told from {place}[{first}]"
            yield Problem(f"{place}[{index}]", message, "give each a key of its own")


def _firsts(indexes: Sequence[int], known: Mapping[int, Person]) -> list[int]:
    """Return where the first of some people is, and the first of somebody else among them."""
    first = known[indexes[0]].identity
    others = (index for index in indexes if known[index].identity != first)
    return [indexes[0], *islice(others, 1)]
