"""Hypothesis strategies for job searches, with times where clocks and calendars turn over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from interview_followup import (
    Application,
    AskedQuestion,
    Done,
    FollowUp,
    Interview,
    JobSearch,
    Offer,
    Person,
    Promise,
    Workdays,
)
from zones import ZONES

DAY, HOUR, TICK = timedelta(days=1), timedelta(hours=1), timedelta(microseconds=1)
WALLS = (
    "2026-11-24T10:00",
    "2026-11-24T11:59",
    "2026-11-24T12:00",
    "2026-11-27T16:59",
    "2026-11-27T17:00",
    "2026-12-31T23:30",
    "2028-02-29T00:00",
)
NEARBY = (
    *(timedelta(0), TICK, -TICK, timedelta(minutes=1), timedelta(minutes=-30), HOUR, -HOUR),
    *(timedelta(hours=8), -DAY, DAY, 2 * DAY - HOUR, 2 * DAY, 7 * DAY, 9 * DAY, 30 * DAY),
)


@cache
def transitions(name: str) -> tuple[datetime, ...]:
    """Return the instants in 2011 and from 2025 to 2027 at which a zone's clocks change."""
    return tuple(_changes(name, 2011, 2012)) + tuple(_changes(name, 2025, 2028))


def _changes(name: str, first: int, last: int) -> Iterator[datetime]:
    zone = ZoneInfo(name)
    moment, end = datetime(first, 1, 1, tzinfo=UTC), datetime(last, 1, 1, tzinfo=UTC)
    while moment < end:
        before, after = moment, moment + DAY
        if before.astimezone(zone).utcoffset() != after.astimezone(zone).utcoffset():
            while after - before > timedelta(seconds=1):
                middle = before + (after - before) / 2
                same = middle.astimezone(zone).utcoffset() == before.astimezone(zone).utcoffset()
                before, after = (middle, after) if same else (before, middle)
            yield after.replace(microsecond=0)
        moment += DAY


@st.composite
def anchors(draw: st.DrawFn) -> datetime:
    """Draw an instant at which a clock changes, a day ends, or an office closes."""
    name = draw(st.sampled_from(ZONES))
    walls = [datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(name)) for wall in WALLS]
    return draw(st.sampled_from([*transitions(name), *walls])).astimezone(UTC)


def near(anchor: datetime) -> st.SearchStrategy[datetime]:
    """Draw an instant near another one, in some zone."""
    zones = st.sampled_from(ZONES).map(ZoneInfo)
    instants = st.builds(
        lambda nearby, more: anchor + nearby + more, *[st.sampled_from(NEARBY)] * 2
    )
    return st.builds(datetime.astimezone, instants, zones)


def deadlines(anchor: datetime) -> st.SearchStrategy[date | datetime]:
    return near(anchor) | near(anchor).map(datetime.date)


PEOPLE = st.lists(
    st.builds(
        Person,
        name=st.sampled_from(["Priya", "Tom", "Ana"]),
        email=st.sampled_from([None, "a@b.example"]),
        linkedin=st.sampled_from([None, "linkedin.example/x"]),
        key=st.sampled_from([None, "1", "2"]),
    ),
    max_size=2,
    unique_by=(
        lambda person: person.identity,
        lambda person: person.name,
        lambda person: person.key or person.name,
    ),
)


@st.composite
def interviews(draw: st.DrawFn, anchor: datetime) -> Interview:
    starts = draw(near(anchor))
    length = draw(st.sampled_from([None, *(timedelta(minutes=m) for m in (5, 60, 200, 600))]))
    ends = None if length is None else (starts.astimezone(UTC) + length)
    people = draw(PEOPLE)
    personal = [
        Done(
            act=draw(st.sampled_from(["thank-you", "connect"])), at=draw(near(anchor)), to=each.name
        )
        for each in people
        if draw(st.booleans())
    ]
    left = draw(st.sampled_from([None, timedelta(0), HOUR])) if ends else None
    own = st.builds(Done, act=st.sampled_from(["debrief", "practise"]), at=near(anchor))
    return Interview(
        starts=starts.astimezone(UTC),
        ends=ends,
        timezone=draw(st.sampled_from(ZONES)),
        medium=draw(st.sampled_from([None, "in-person", "video", "phone"])),
        interviewers=people,
        left=None if left is None or ends is None else ends + left,
        questions=[AskedQuestion(text="Why?", tricky=draw(st.booleans()))],
        done=[*personal, *draw(st.lists(own, max_size=1))],
    )


def offers(anchor: datetime) -> st.SearchStrategy[Offer]:
    return st.builds(
        lambda received, wait, declined: Offer(
            received=received,
            reply_by=None if wait is None else received.astimezone(UTC) + wait,
            declined=declined,
        ),
        near(anchor),
        st.sampled_from([None, HOUR, 3 * DAY, 9 * DAY]),
        st.booleans(),
    )


@st.composite
def applications(draw: st.DrawFn, anchor: datetime, employer: str) -> Application:
    acts = st.sampled_from(["chase", "mention-offer", "ask-recruiter"])
    recruiters = st.just(Person(name="Rachel", email="r@b.example"))
    return Application(
        employer=employer,
        role="Engineer",
        interviews=draw(
            st.lists(interviews(anchor), max_size=2, unique_by=lambda each: each.identity)
        ),
        recruiter=draw(st.none() | recruiters),
        follow_up=draw(st.none() | st.just(FollowUp(channel="phone"))),
        promise=draw(st.none() | st.builds(Promise, by=deadlines(anchor))),
        offer=draw(st.none() | offers(anchor)),
        heard=draw(st.none() | near(anchor)),
        outcome=draw(st.sampled_from([None, None, None, "rejected", "accepted"])),
        signed=draw(st.none() | st.none() | near(anchor)),
        workdays=draw(
            st.none() | st.just(Workdays(weekend=["Friday"], holidays=[date(2026, 12, 1)]))
        ),
        done=draw(st.lists(st.builds(Done, act=acts, at=near(anchor)), max_size=2)),
    )


@st.composite
def searches(draw: st.DrawFn) -> tuple[JobSearch, datetime]:
    """Draw a search and a moment near to what happens in it."""
    anchor = draw(anchors())
    employers = ("Acme", "Globex", "Hooli")[: draw(st.integers(0, 3))]
    search = JobSearch(
        timezone=draw(st.sampled_from(ZONES)),
        applications=[draw(applications(anchor, employer)) for employer in employers],
        done=draw(
            st.lists(st.builds(Done, act=st.just("keep-looking"), at=near(anchor)), max_size=2)
        ),
    )
    return search, draw(near(anchor))
