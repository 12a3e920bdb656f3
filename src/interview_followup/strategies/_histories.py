"""What happens to a candidate, step by step."""

# Annotations are no texts here, as those of composites are read in a module of Hypothesis.

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, NamedTuple, TypeAlias

from attrs import evolve
from hypothesis import strategies as st

from interview_followup import _clock
from interview_followup._planning.schedule import plan, schedule
from interview_followup.advice import CV_LIBRARY
from interview_followup.language._rule_set import RuleSet
from interview_followup.model import Application, Interview, JobSearch
from interview_followup.model._application import OUTCOMES
from interview_followup.strategies._moments import (
    DAY,
    HOUR,
    MINUTE,
    TICK,
    instants,
    turning_points,
    within_range,
    zones,
)
from interview_followup.strategies._searches import (
    EMAIL,
    EMPLOYERS,
    LINKEDIN,
    interviews,
    maybe,
    offers,
    promises,
    questions,
)

Searches: TypeAlias = st.SearchStrategy[JobSearch]
Place: TypeAlias = tuple[int, int]  # of an application in its search, of an interview in that

WAITS = (timedelta(0), HOUR, DAY, MINUTE, TICK, 8 * HOUR, 2 * DAY, 7 * DAY)


class Candidate(NamedTuple):
    """A candidate's search at an instant in UTC, and the rules that they live by.

    Each method is an event: it returns the searches that may follow on it, or None where it cannot
    happen.
    """

    search: JobSearch
    now: datetime
    rules: RuleSet

    def booked(self) -> Searches | None:
        """Arrange an interview."""

        def book(index: int) -> Searches:
            earlier = self.search.applications[index].interviews
            key = str(len(earlier) + 1)
            return interviews(near=within_range(self.now + 3 * DAY), rules=self.rules).map(
                lambda drawn: self._with_application(
                    index,
                    interviews=[
                        *earlier,
                        evolve(drawn, key=key, left=None, questions=(), done=()),
                    ],
                )
            )

        return self._in_some_application(book)

    def held(self) -> Searches | None:
        """End an interview now, or as it starts; perhaps the candidate leaves at once.

        It lasts six days at most.
        """

        def hold(place: Place) -> Searches:
            interview = self._interview(place)
            start = interview.first_moment
            ends = min(max(start, self.now), start + 6 * DAY)
            return st.builds(
                lambda left, questions_asked: self._with_interview(
                    place, ends=ends, left=left, questions=questions_asked
                ),
                maybe(st.just(ends)) if interview.is_timed else st.none(),
                st.lists(questions(), max_size=1),
            )

        return self._in_some_interview(hold)

    def acted(self) -> Searches | None:
        """Do something that the rules know, mostly something due."""
        acts = [
            scheduled for scheduled in schedule(self.search, rules=self.rules) if scheduled.asks
        ]
        due = [scheduled for scheduled in acts if scheduled.status(self.now)[0] in ("open", "late")]
        choices = [st.sampled_from(choice) for choice in (due, acts) if choice]
        if not choices:
            return None
        return st.one_of(choices).map(lambda scheduled: self.search.record(scheduled, at=self.now))

    def applied(self) -> Searches | None:
        """Apply for one more job."""
        earlier = self.search.applications
        if len(earlier) == len(EMPLOYERS):
            return None
        new = Application(employer=EMPLOYERS[len(earlier)], role="Engineer")
        return st.just(evolve(self.search, applications=[*earlier, new]))

    def moved(self) -> Searches | None:
        """Put an interview off, or bring it forward; it stays as long."""

        def move(place: Place) -> Searches:
            interview = self._interview(place)
            latest = _clock.LATEST - 9 * DAY
            return instants(near=self.now).map(
                lambda starts: self.search.replace(
                    interview, interview.move(starts=min(starts, latest))
                )
            )

        return self._in_some_interview(move)

    def heard(self) -> Searches | None:
        """Get a message from an employer."""
        return self._in_some_application(
            lambda index: st.just(self._with_application(index, heard=self.now))
        )

    def promised(self) -> Searches | None:
        """Get a message with a promise to answer."""
        return self._in_some_application(
            lambda index: promises(near=self.now).map(
                lambda promise: self._with_application(index, promise=promise, heard=self.now)
            )
        )

    def offered(self) -> Searches | None:
        """Get an offer."""
        return self._in_some_application(
            lambda index: offers(near=self.now).map(
                lambda offer: self._with_application(index, offer=offer)
            )
        )

    def decided(self) -> Searches | None:
        """Get rejected, or come to another outcome."""
        return self._in_some_application(
            lambda index: st.sampled_from(OUTCOMES).map(
                lambda outcome: self._with_application(index, outcome=outcome)
            )
        )

    def signed(self) -> Searches | None:
        """Get the contract into one's hand."""
        return self._in_some_application(
            lambda index: st.just(self._with_application(index, signed=self.now))
        )

    def learnt(self) -> Searches | None:
        """Learn the addresses of the people met at an interview."""

        def learn(place: Place) -> Searches:
            people = [
                evolve(person, email=EMAIL, linkedin=LINKEDIN)
                for person in self._interview(place).people
            ]
            return st.just(self._with_interview(place, interviewers=people))

        return self._in_some_interview(learn)

    def went_elsewhere(self) -> Searches | None:
        """Move to another zone."""
        return zones().map(lambda name: evolve(self.search, timezone=name))

    def _in_some_application(self, change: Callable[[int], Searches]) -> Searches | None:
        indexes = range(len(self.search.applications))
        return st.sampled_from(indexes).flatmap(change) if indexes else None

    def _in_some_interview(self, change: Callable[[Place], Searches]) -> Searches | None:
        places = [
            (outer, inner)
            for outer, application in enumerate(self.search.applications)
            for inner in range(len(application.interviews))
        ]
        return st.sampled_from(places).flatmap(change) if places else None

    def _interview(self, place: Place) -> Interview:
        outer, inner = place
        return self.search.applications[outer].interviews[inner]

    def _with_application(self, index: int, **changes: Any) -> JobSearch:
        applications = list(self.search.applications)
        applications[index] = evolve(applications[index], **changes)
        return evolve(self.search, applications=applications)

    def _with_interview(self, place: Place, **changes: Any) -> JobSearch:
        outer, inner = place
        interviews = list(self.search.applications[outer].interviews)
        interviews[inner] = evolve(interviews[inner], **changes)
        return self._with_application(outer, interviews=interviews)


Event: TypeAlias = Callable[[Candidate], Searches | None]

USUAL_EVENTS: tuple[Event, ...] = (Candidate.booked, Candidate.acted, Candidate.held)
EVENTS: tuple[Event, ...] = (
    *USUAL_EVENTS,
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
    """Something that happened to a candidate, and their search from then on."""

    at: datetime
    """When it happened, in UTC."""
    event: str
    """What happened, in words."""
    search: JobSearch
    """The search as it is known from then on."""


def later(
    search: JobSearch, *, now: datetime, rules: RuleSet = CV_LIBRARY
) -> st.SearchStrategy[datetime]:
    """Draw an instant from `now` on: a while later, or when the plan next changes."""
    waits = st.sampled_from(WAITS).map(lambda wait: within_range(now + wait))
    until = plan(search, now=now, rules=rules).until_utc
    return waits if until is None else waits | st.just(within_range(until))


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
        event, search = draw(_next_event(Candidate(search, now, rules)))
        steps.append(Step(now, event, search))
    return tuple(steps)


@st.composite
def _next_event(draw: st.DrawFn, candidate: Candidate) -> tuple[str, JobSearch]:
    """Draw the name of what happens to a candidate next, and the search that follows on it."""
    possible = {
        event.__name__: searches for event in EVENTS if (searches := event(candidate)) is not None
    }
    usual = [event.__name__ for event in USUAL_EVENTS if event.__name__ in possible]
    name = draw(st.sampled_from(usual) | st.sampled_from(list(possible)))
    return name, draw(possible[name])
