"""What happens to a candidate, step by step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, NamedTuple, TypeAlias

from attrs import evolve
from hypothesis import strategies as st

from interview_followup import _clock
from interview_followup._planning.schedule import plan, schedule
from interview_followup.advice import CV_LIBRARY
from interview_followup.language._rule_set import RuleSet
from interview_followup.model import Application, JobSearch
from interview_followup.model._application import OUTCOMES
from interview_followup.strategies._model import (
    EMAIL,
    EMPLOYERS,
    LINKEDIN,
    interviews,
    maybe,
    offers,
    promises,
    questions,
)
from interview_followup.strategies._times import (
    DAY,
    HOUR,
    MINUTE,
    TICK,
    instants,
    turning_points,
    within_range,
    zones,
)

Known: TypeAlias = st.SearchStrategy[JobSearch]
Place: TypeAlias = tuple[int, int]

WAITS = (timedelta(0), HOUR, DAY, MINUTE, TICK, 8 * HOUR, 2 * DAY, 7 * DAY)


class Candidate(NamedTuple):
    """A candidate's search at an instant in UTC, and the rules that they live by.

    Each method gives what may be known after something happens to them, or None where it cannot.
    """

    search: JobSearch
    now: datetime
    rules: RuleSet

    def booked(self) -> Known | None:
        """Arrange an interview."""

        def book(index: int) -> Known:
            held = self.search.applications[index].interviews
            meeting = interviews(near=self.now + 3 * DAY, rules=self.rules).map(
                lambda each: evolve(each, key=str(len(held) + 1), left=None, questions=(), done=())
            )
            return meeting.map(lambda each: self._with(index, interviews=[*held, each]))

        return self._in_some_application(book)

    def held(self) -> Known | None:
        """End an interview now, or as it starts; perhaps the candidate leaves at once."""

        def hold(place: Place) -> Known:
            ends = max(self._starts(place), self.now)
            left, asked = maybe(st.just(ends)), st.lists(questions(), max_size=1)
            return st.builds(
                lambda left, asked: self._with_at(place, ends=ends, left=left, questions=asked),
                left,
                asked,
            )

        return self._in_some_interview(hold)

    def acted(self) -> Known | None:
        """Do something that the rules know, mostly something due."""
        able = [each for each in schedule(self.search, rules=self.rules) if not each.is_guard]
        due = [each for each in able if each.status(self.now)[0] in ("open", "late")]
        choices = [st.sampled_from(each) for each in (due, able) if each]
        if not choices:
            return None
        return st.one_of(choices).map(lambda each: self.search.record(each, at=self.now))

    def applied(self) -> Known | None:
        """Apply for one more job."""
        held = self.search.applications
        if len(held) == len(EMPLOYERS):
            return None
        new = Application(employer=EMPLOYERS[len(held)], role="Engineer")
        return st.just(evolve(self.search, applications=[*held, new]))

    def moved(self) -> Known | None:
        """Put an interview off, or bring it forward; it stays as long."""

        def move(place: Place) -> Known:
            ends, starts = self._meeting(place).ends, self._starts(place)
            length = None if ends is None else ends - starts
            return instants(near=self.now).map(
                lambda new: self._with_at(
                    place,
                    starts=new,
                    ends=None if length is None else within_range(new + length),
                    left=None,
                )
            )

        return self._in_some_interview(move)

    def heard(self) -> Known | None:
        """Get a message from an employer."""
        return self._in_some_application(lambda index: st.just(self._with(index, heard=self.now)))

    def promised(self) -> Known | None:
        """Get a message with a promise to answer."""

        def promise(index: int) -> Known:
            return promises(near=self.now).map(
                lambda each: self._with(index, promise=each, heard=self.now)
            )

        return self._in_some_application(promise)

    def offered(self) -> Known | None:
        """Get an offer."""

        def offer(index: int) -> Known:
            return offers(near=self.now).map(lambda each: self._with(index, offer=each))

        return self._in_some_application(offer)

    def decided(self) -> Known | None:
        """Get rejected, or come to another outcome."""

        def decide(index: int) -> Known:
            return st.sampled_from(OUTCOMES).map(lambda each: self._with(index, outcome=each))

        return self._in_some_application(decide)

    def signed(self) -> Known | None:
        """Get the contract into one's hand."""
        return self._in_some_application(lambda index: st.just(self._with(index, signed=self.now)))

    def learnt(self) -> Known | None:
        """Learn the addresses of the people met at an interview."""

        def learn(place: Place) -> Known:
            met = self._meeting(place).interviewers
            told = [evolve(each, email=EMAIL, linkedin=LINKEDIN) for each in met]
            return st.just(self._with_at(place, interviewers=told))

        return self._in_some_interview(learn)

    def went_elsewhere(self) -> Known | None:
        """Move to another zone."""
        return zones().map(lambda name: evolve(self.search, timezone=name))

    def _in_some_application(self, change: Callable[[int], Known]) -> Known | None:
        places = range(len(self.search.applications))
        return st.sampled_from(places).flatmap(change) if places else None

    def _in_some_interview(self, change: Callable[[Place], Known]) -> Known | None:
        held = enumerate(self.search.applications)
        places = [(index, inner) for index, each in held for inner in range(len(each.interviews))]
        return st.sampled_from(places).flatmap(change) if places else None

    def _meeting(self, place: Place) -> Any:
        return self.search.applications[place[0]].interviews[place[1]]

    def _starts(self, place: Place) -> datetime:
        starts: datetime = self._meeting(place).starts
        return starts

    def _with(self, index: int, **changes: Any) -> JobSearch:
        held = list(self.search.applications)
        held[index] = evolve(held[index], **changes)
        return evolve(self.search, applications=held)

    def _with_at(self, place: Place, **changes: Any) -> JobSearch:
        held = list(self.search.applications[place[0]].interviews)
        held[place[1]] = evolve(held[place[1]], **changes)
        return self._with(place[0], interviews=held)


USUAL = (Candidate.booked, Candidate.acted, Candidate.held)
EVENTS = (
    *USUAL,
    Candidate.applied,
    Candidate.moved,
    Candidate.heard,
    Candidate.promised,
    Candidate.offered,
    Candidate.decided,
    Candidate.signed,
    Candidate.learnt,
    Candidate.went_elsewhere,
)


class Step(NamedTuple):
    """Something that happened at an instant in UTC, and the search as it is known from then on."""

    at: datetime
    event: str
    search: JobSearch


def later(
    search: JobSearch, *, now: datetime, rules: RuleSet = CV_LIBRARY
) -> st.SearchStrategy[datetime]:
    """Draw an instant from `now` on: a while later, or when the plan next changes."""
    waits = st.sampled_from(WAITS).map(lambda wait: within_range(now + wait))
    until = plan(search, now=now, rules=rules).until
    return waits if until is None else waits | st.just(within_range(_clock.instant_of(until)))


@st.composite
def histories(
    draw: st.DrawFn, *, rules: RuleSet = CV_LIBRARY, max_steps: int = 12
) -> tuple[Step, ...]:
    """Draw what happens to a candidate, in the order of time, as the steps of their search.

    It begins with an application. Then interviews are booked, moved and held; acts of `rules` are
    done; employers write, promise, offer, decide and send contracts; the candidate learns
    addresses, and moves to other zones.
    """
    anchor = draw(turning_points())
    now = _clock.instant_of(anchor)
    search = JobSearch(
        timezone=draw(zones(near=anchor)), applications=[Application(employer=EMPLOYERS[0])]
    )
    steps = [Step(now, "applied", search)]
    for _ in range(draw(st.integers(0, max_steps - 1))):
        now = draw(later(search, now=now, rules=rules))
        candidate = Candidate(search, now, rules)
        possible = {
            each.__name__: after for each in EVENTS if (after := each(candidate)) is not None
        }
        usual = [each.__name__ for each in USUAL if each.__name__ in possible]
        event = draw(st.sampled_from(usual) | st.sampled_from(list(possible)))
        search = draw(possible[event])
        steps.append(Step(now, event, search))
    return tuple(steps)
