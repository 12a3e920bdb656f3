"""Drawn searches shrink to what a person can read, and have the acts of the rules."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cache, partial
from operator import attrgetter, eq
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve
from hypothesis import given

from drawing import LONDON, TUESDAY, anything, drawing, sample, smallest, some
from interview_followup import (
    CV_LIBRARY,
    Interview,
    JobSearch,
    Offer,
    Person,
    Promise,
    Rule,
    RuleSet,
    schedule,
    strategies,
)
from interview_followup.language import Condition, application, condition_fact, done, interview


def test_what_matters_not_shrinks_to_what_is_plain() -> None:
    assert LONDON == smallest(strategies.zones(), anything)
    assert "Asia/Tokyo" == smallest(
        strategies.zones(near=TUESDAY.astimezone(ZoneInfo("Asia/Tokyo"))), anything
    )
    assert TUESDAY == smallest(strategies.moments(), anything)
    assert Person(name="Priya Shah") == smallest(strategies.people(), anything)
    assert Promise() == smallest(strategies.promises(), anything)
    assert Offer(received=TUESDAY) == smallest(strategies.offers(), anything)
    assert JobSearch(timezone=LONDON) == smallest(strategies.job_searches(), anything)


def test_an_interview_shrinks_to_an_hour_on_a_tuesday_in_london() -> None:
    hour = timedelta(hours=1)
    expected = Interview(starts=TUESDAY, ends=TUESDAY + hour, timezone=LONDON, interviewers=[])
    assert expected == smallest(strategies.interviews(), anything)


def test_a_search_shrinks_to_what_matters() -> None:
    thanks, now = RuleSet([CV_LIBRARY["thank-you"]]), datetime(2026, 11, 25, 14, tzinfo=UTC)

    def is_late(search: JobSearch) -> bool:
        planned = schedule(search, rules=thanks)
        return any(scheduled.status(now)[0] == "late" for scheduled in planned)

    [application] = smallest(strategies.job_searches(), is_late).applications
    assert {LONDON} == {meeting.timezone for meeting in application.interviews}
    assert ((), None, None) == (application.done, application.promise, application.offer)


def test_the_acts_done_are_those_of_the_rules() -> None:
    card = Rule(
        name="send-card",
        per="interview",
        opens=interview.ends,
        best=interview.ends,
        satisfied_by=done("send-card"),
        text="Send a card",
        why="Nobody else does.",
    )

    @drawing
    @given(strategies.job_searches(rules=RuleSet([card])))
    def only_cards_are_sent(search: JobSearch) -> None:
        records = [*search.done, *(act for one in search.applications for act in one.done)]
        assert [] == records
        acts = [
            act.act
            for application in search.applications
            for meeting in application.interviews
            for act in meeting.done
        ]
        assert {"send-card"} >= set(acts)

    only_cards_are_sent()


@cache
def searches() -> list[JobSearch]:
    """Return many searches, which are drawn once: what is rare takes long to come by."""
    return sample(strategies.job_searches(), 400)


@pytest.mark.parametrize("act", list(CV_LIBRARY.acts))
def test_every_act_is_done_in_some_search(act: str) -> None:
    assert any(f"act='{act}'" in repr(search) for search in searches())


@pytest.mark.parametrize(
    "many",
    [
        interview.people_count.at_least(9),
        interview.round.at_least(4),
        application.interview_count.at_least(4),
    ],
    ids=str,
)
def test_where_rules_ask_for_many_as_many_are_drawn(many: Condition) -> None:
    card = Rule(
        name="send-card",
        per="interview",
        given=many,
        opens=interview.ends,
        text="Send a card to all of them",
        why="Nobody else does.",
    )

    def is_asked_for(search: JobSearch) -> bool:
        return len(schedule(search, rules=RuleSet([card]))) > 0

    assert some(strategies.job_searches(rules=RuleSet([card])), is_asked_for)


@pytest.mark.parametrize(("number", "most"), [(1, 2), (12, 12), (13, 12)])
def test_no_more_are_drawn_than_a_law_can_look_at_in_time(number: int, most: int) -> None:
    rules = RuleSet([evolve(CV_LIBRARY["debrief"], given=interview.people_count.at_least(number))])

    def is_crowded(meeting: Interview) -> bool:
        return len(meeting.people) == most

    @drawing
    @given(strategies.interviews(rules=rules))
    def are_few(meeting: Interview) -> None:
        assert len(meeting.people) <= most

    are_few()
    assert some(strategies.interviews(rules=rules), is_crowded)


RARE: dict[str, Callable[[JobSearch], bool]] = {
    "an interview of which the day is known": lambda search: (
        "starts=datetime.date(" in repr(search)
    ),
    "an interview of which the day of its end is known": lambda search: any(
        isinstance(meeting.starts, datetime) and type(meeting.ends) is date
        for application in search.applications
        for meeting in application.interviews
    ),
    "nobody has told whom they met": lambda search: any(
        meeting.interviewers is None
        for application in search.applications
        for meeting in application.interviews
    ),
    "an interview that was cancelled": lambda search: "not_held='cancelled'" in repr(search),
    "a no-show": lambda search: "not_held='no-show'" in repr(search),
    "an offer of unknown arrival": lambda search: any(
        application.offer is not None and application.offer.received is None
        for application in search.applications
    ),
    "an interview of which the day of leaving is known": lambda search: (
        "left=datetime.date(" in repr(search)
    ),
    "a message on a day": lambda search: "heard=datetime.date(" in repr(search),
    "a contract on a day": lambda search: "signed=datetime.date(" in repr(search),
    "an act done on a day": lambda search: "at=datetime.date(" in repr(search),
    "an act set aside until a day": lambda search: "until=datetime.date(" in repr(search),
    "one that is preferred": lambda search: "preferred=True" in repr(search),
    "a key of the host's": lambda search: search.key is not None,
    "notes": lambda search: search.notes is not None,
}


@pytest.mark.parametrize("is_rare", RARE.values(), ids=RARE)
def test_what_is_rare_is_in_some_search(is_rare: Callable[[JobSearch], bool]) -> None:
    assert any(is_rare(search) for search in searches())


def test_the_facts_that_rules_ask_for_are_drawn_and_left_out() -> None:
    senior = condition_fact("interview.senior", "they are senior")
    rule = Rule(
        name="send-card",
        per="interview",
        given=senior,
        opens=interview.ends,
        best=interview.ends,
        text="Send a card",
        why="Nobody else does.",
    )
    interviews = strategies.interviews(rules=RuleSet([rule]))
    for facts in ({"senior": True}, {"senior": False}, {}):
        assert facts == some(interviews.map(attrgetter("facts")), partial(eq, facts))


def dated(value: Promise | Offer, name: str, kind: type) -> bool:
    return type(getattr(value, name)) is kind


def test_promises_and_offers_name_dates_and_moments() -> None:
    for kind in (date, datetime):
        assert some(strategies.promises(), partial(dated, name="by", kind=kind))
        assert some(strategies.offers(), partial(dated, name="reply_by", kind=kind))
