"""What on record looks wrong, though each value is valid by itself.

What happened is wrong as long as it is later than now; the rest, whatever the time is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from typing import NamedTuple, TypeAlias

from interview_followup import _clock
from interview_followup._errors import Problem
from interview_followup._files.employers import ending, with_employers
from interview_followup._files.vocabulary import unknown_to
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._subject import Subject, Subjects
from interview_followup.model import JobSearch

NamedTime: TypeAlias = tuple[str, date | datetime | None]

UTC_NAMES = frozenset(
    f"{area}{name}" for area in ("", "Etc/") for name in ("UTC", "UCT", "Universal", "Zulu")
)


class Event(NamedTuple):
    """Something that happened, as it is on record: in which place, and at which moment or day.

    It can be true from `first` on, an instant in UTC: of a day, its first moment.
    """

    place: str
    at: date | datetime
    first: datetime

    def problem(self, timezone: str) -> Problem:
        """Return what is wrong with it before it can be true, for a reader in a zone."""
        if isinstance(self.at, datetime):
            when = _clock.in_words(self.at, _clock.zone(timezone))
        else:
            when = _clock.date_in_words(self.at)
        mend = "correct it, or leave it out until it has happened"
        return Problem(self.place, f"{when} is later than now", mend)


class Records(NamedTuple):
    """What is on record in a search: what happened, and what is wrong whatever the time is."""

    events: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()

    def problems_at(self, now: datetime, timezone: str) -> tuple[Problem, ...]:
        """Return what is wrong at an instant in UTC, for a reader in a zone."""
        early = [event.problem(timezone) for event in self.events if now < event.first]
        return (*early, *self.problems)

    def changes(self, now: datetime) -> Iterator[tuple[datetime, str]]:
        """Yield when less of it will be wrong, and in which place."""
        return ((event.first, event.place) for event in self.events if now < event.first)


def records(groups: Subjects, rules: RuleSet) -> Records:
    """Return what is on record of the subjects of a search."""
    [whole] = groups["search"]
    end = ending(whole.search)
    events = [event._replace(place=end(event.place)) for event in _events(whole, groups)]
    standing = (*unknown_to(rules, whole.search), *_lost_zones(whole.search))
    return Records(tuple(events), tuple(with_employers(standing, whole.search)))


def _events(whole: Subject, groups: Subjects) -> Iterator[Event]:
    yield from _dated("", whole, ())
    meetings = iter(groups["interview"])
    for outer, subject in enumerate(groups["application"]):
        place, application = f"applications[{outer}].", subject.application
        promise, offer = application.promise, application.offer
        happened: tuple[NamedTime, ...] = (
            ("heard", application.heard),
            ("signed", application.signed),
            ("promise.made", promise.made if promise else None),
            ("offer.received", offer.received if offer else None),
        )
        yield from _dated(place, subject, happened)
        for inner, meeting in enumerate(islice(meetings, len(application.interviews))):
            left = ("left", meeting.interview.left)
            yield from _dated(f"{place}interviews[{inner}].", meeting, (left,))


def _dated(place: str, subject: Subject, happened: Iterable[NamedTime]) -> Iterator[Event]:
    """Yield what happened to a subject and what was done, each with its place.

    A day is one of the subject's zone: that is whose it is in the table of days.
    """
    done = [(f"done[{index}].at", done.at) for index, done in enumerate(subject.keeper.done)]
    for name, at in (*happened, *done):
        if isinstance(at, datetime):
            yield Event(f"{place}{name}", at, at)
        elif at is not None:
            yield Event(f"{place}{name}", at, _clock.first_moment(at, subject.zone))


def _lost_zones(search: JobSearch) -> Iterator[Problem]:
    """Yield the interviews in UTC, where nobody lives: times are stored so, and their zone lost."""
    if search.timezone in UTC_NAMES:
        return
    for outer, application in enumerate(search.applications):
        for inner, interview in enumerate(application.interviews):
            if interview.timezone in UTC_NAMES:
                yield Problem(
                    f"applications[{outer}].interviews[{inner}].timezone",
                    f"is {interview.timezone}, though you live in {search.timezone}",
                    "if its times were only stored so, give the zone of the place, such as "
                    f"{search.timezone!r}",
                )
