"""How a question reads beside others: never the same as another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

from attrs import frozen

from interview_followup import _clock
from interview_followup.language._subject import PERS, Per, Subject
from interview_followup.language._texts import fill


class Asked(NamedTuple):
    """A question as a fact has it, and what it is about."""

    ask: str
    fact: str
    subject: Subject

    @property
    def plain(self) -> str:
        """The question, whatever else is asked."""
        return fill(self.ask, self.subject)


@frozen(eq=False, slots=False)
class Together:
    """The questions of one plan."""

    asked: tuple[Asked, ...]

    @cached_property
    def parts(self) -> dict[Asked, list[str]]:
        """What it takes to tell each question from those that would read the same."""
        parts: dict[Asked, list[str]] = {question: [] for question in self.asked}
        groups: Iterable[list[Asked]] = _groups(parts, lambda question: question.plain).values()
        for trait in TRAITS:
            groups = [
                alike
                for group in groups
                if len(group) > 1
                for alike in _told_apart(group, trait, parts)
            ]
        return parts


Trait: TypeAlias = Callable[[Asked], str | None]
"""Gives what may tell a question apart, None where there is nothing of the kind."""


def _clock_time(subject: Subject) -> str | None:
    interview = subject.interview
    clock = interview.starts_in_words.partition(" ")[2]
    return f"the one at {clock}" if clock else None


def _of(per: Per, get: Callable[[Subject], Any]) -> Trait:
    """Return what tells questions apart that are about something of a kind, or within it."""

    def trait(question: Asked) -> str | None:
        is_there = PERS.index(question.subject.per) >= PERS.index(per)
        return get(question.subject) if is_there else None

    return trait


TRAITS: tuple[Trait, ...] = (
    _of("person", lambda subject: subject.person.name),
    _of("application", lambda subject: subject.application.employer),
    _of("application", lambda subject: subject.application.role),
    _of("interview", lambda subject: _clock.said_day(subject.interview.first_day)),
    _of("interview", _clock_time),
    _of("interview", lambda subject: subject.interview.timezone),
    _of("interview", lambda subject: subject.interview.starts_in_words),
    _of("person", lambda subject: subject.person.key),
    _of("interview", lambda subject: subject.interview.key),
    _of("application", lambda subject: subject.application.key),
    _of("interview", lambda subject: f"{subject.interview.first_moment:%Y-%m-%d %H:%M:%S.%f} UTC"),
    lambda question: question.fact,
)
"""What tells questions apart: first what people would name."""


def _groups(questions: Iterable[Asked], trait: Trait) -> dict[str | None, list[Asked]]:
    groups = defaultdict[str | None, list[Asked]](list)
    for question in questions:
        groups[trait(question)].append(question)
    return groups


def _told_apart(
    group: list[Asked], trait: Trait, parts: dict[Asked, list[str]]
) -> Iterable[list[Asked]]:
    """Return questions that read the same by what may tell them apart, and note where it does."""
    groups = _groups(group, trait)
    for part, alike in groups.items():
        if part is not None and len(groups) > 1:
            for question in alike:
                parts[question].append(part)
    return groups.values()


def distinct(question: Asked, together: Together) -> str:
    """Return a question with what it takes to tell it from others that would read the same."""
    plain, parts = question.plain, together.parts[question]
    if not parts:
        return plain
    sentence, mark = (plain[:-1], "?") if plain.endswith("?") else (plain, "")
    return f"{sentence} ({', '.join(parts)}){mark}"
