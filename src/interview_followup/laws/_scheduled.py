"""What rules say of subjects, as the laws look at it: here they reach into planning most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias, TypeVar

from interview_followup._planning.reading import Reading, read
from interview_followup._planning.scheduled import Scheduled, combine
from interview_followup.language._rule import Rule
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._subject import Subject, subjects
from interview_followup.laws._law import Breach
from interview_followup.model import JobSearch
from interview_followup.model._identity import Identity

T = TypeVar("T")

Key: TypeAlias = tuple[str, tuple[Identity, ...]]

SAMPLE_SIZE = 12


def key_of(scheduled: Any) -> Key:
    """Return what tells an act for a subject from all others."""
    return scheduled.act, scheduled.identities


def by_key(acts: Iterable[Scheduled]) -> dict[Key, Scheduled]:
    """Return acts for subjects by what tells each from all others."""
    return {key_of(scheduled): scheduled for scheduled in acts}


def title(scheduled: Scheduled) -> str:
    """Name an act for a subject in a sentence."""
    return f"{scheduled.act} of {scheduled.subject.label}"


def rules_and_subjects(rules: RuleSet, search: JobSearch) -> Iterator[tuple[Rule, Subject]]:
    """Yield each rule with each subject that it may speak of."""
    by_per = subjects(search)
    return ((rule, subject) for rule in rules for subject in by_per[rule.per])


def acts_and_subjects(rules: RuleSet, search: JobSearch) -> Iterator[tuple[str, Subject]]:
    """Yield each act with each subject that it may be for."""
    by_per = subjects(search)
    return ((act, subject) for act in rules.acts for subject in by_per[rules.per(act)])


def scheduled_of(rule: Rule, subject: Subject) -> tuple[Scheduled, ...]:
    """Return what a rule by itself makes of a subject: one act, none where it is silent."""
    reading = read(rule, subject)
    return alone([reading]) if reading else ()


def alone(readings: Iterable[Reading]) -> tuple[Scheduled, ...]:
    """Return what each rule by itself makes of the subject of its reading."""
    return tuple([combine(reading.rule.act, [reading]) for reading in readings])


def changed_acts(
    acts: Sequence[Scheduled], others: Sequence[Scheduled], text: str
) -> Iterator[Breach]:
    """Yield a breach of that text about the first of some acts that is not among the others."""
    if tuple(acts) == tuple(others):
        return
    by_uid = {other.uid: other for other in others}
    changed = next(
        (scheduled for scheduled in acts if by_uid.get(scheduled.uid) != scheduled), None
    )
    if changed is None:
        yield Breach(f"the schedule {text}", tuple(others))
    else:
        other = by_uid.get(changed.uid)
        yield Breach(f"{title(changed)} {text}", (changed, other) if other else (changed,))


def sample(values: Iterable[T]) -> list[T]:
    """Return an even choice of many values, so that a law takes a bounded time."""
    population = list(values)
    return population[:: len(population) // SAMPLE_SIZE + 1]
