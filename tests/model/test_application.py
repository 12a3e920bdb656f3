"""Applications: what is known of an employer and a role, and their first and latest interview."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve

from interview_followup import Application, Done, Interview, JobSearch, Offer
from mistakes import mistakes, problems
from zones import TICK, aware

LONDON, NEW_YORK, TOKYO = "Europe/London", "America/New_York", "Asia/Tokyo"
STARTS, ENDS = aware("2026-11-24T10:00", LONDON), aware("2026-11-24T11:00", LONDON)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    "outcome", ["rejected", "withdrawn", "declined", "accepted", "no-answer", "closed", None]
)
def test_an_application_has_one_of_six_outcomes_or_none_yet(outcome: Any) -> None:
    assert outcome == Application(outcome=outcome).outcome


@mistakes(
    (
        {"recruiter": "Rachel"},
        "recruiter: 'Rachel' is not of class Person; build it with Person(...)",
    ),
    (
        {"follow_up": "email"},
        "follow_up: 'email' is not of class FollowUp; build it with FollowUp(...)",
    ),
    (
        {"promise": date(2026, 12, 4)},
        "promise: datetime.date(2026, 12, 4) is not of class Promise; build it with Promise(...)",
    ),
    ({"offer": []}, "offer: [] is not of class Offer; build it with Offer(...)"),
    (
        {"workdays": {"weekend": []}},
        "workdays: {'weekend': []} is not of class Workdays; build it with Workdays(...)",
    ),
    ({"outcome": "accept"}, "outcome: 'accept' is not known; did you mean 'accepted'?"),
    (
        {"outcome": "no_answer"},
        "outcome: 'no_answer' is not known; did you mean 'no-answer'?",
    ),
    (
        {"signed": "2026-12-04"},
        "signed: '2026-12-04' is not a date; give a date, or a time with a zone",
    ),
    ({"preferred": "yes"}, "preferred: 'yes' is not true or false; give True or False"),
    (
        {"interviews": [Interview(starts=STARTS), Interview(starts=STARTS, ends=ENDS)]},
        "interviews[1]: is the same one as interviews[0]; "
        "remove one, or give each a key of its own",
    ),
    (
        {"done": [Done(act="chase", at=ENDS, to="Ana")]},
        "done[0].to: is only for acts at an interview; "
        "leave it out, or move the act to the interview with that person",
    ),
)
def test_a_wrong_application_says_what_is_wrong_and_how_to_mend_it(
    given: Any, problem: str
) -> None:
    assert [problem] == problems(Application, **given)


@pytest.mark.parametrize(
    ("application", "title"),
    [
        (Application(employer="Acme", role="Cook"), "Acme, Cook"),
        (Application(employer="Acme"), "Acme"),
        (Application(role="Cook"), "Cook"),
        (Application(key="17"), None),
    ],
    ids=["employer and role", "employer", "role", "neither"],
)
def test_a_title_is_what_is_known_of_employer_and_role(
    application: Application, title: str | None
) -> None:
    assert title == application.title


EARLY = Interview(starts=STARTS, ends=ENDS, key="early")
LATE = Interview(starts=STARTS + 3 * HOUR, ends=ENDS + 3 * HOUR, key="late")
LONG = Interview(starts=STARTS, ends=ENDS + 4 * HOUR, key="a-long-one")
BRIEF = Interview(starts=ENDS, ends=ENDS, key="brief")
UNTIMED = Interview(starts=STARTS, key="untimed")
OPEN_ENDED = Interview(starts=ENDS + TICK, key="open-ended")
SOME_DAY = Interview(starts=date(2026, 11, 24), timezone=LONDON, key="some-day")
UNTIL_A_DAY = Interview(starts=STARTS, ends=date(2026, 11, 24), key="until-a-day")
CANCELLED = evolve(LONG, not_held="cancelled", key="cancelled")
MISSED = Interview(
    starts=date(2026, 11, 23), ends=date(2026, 11, 25), timezone=LONDON, not_held="no-show"
)
IN_TOKYO = evolve(EARLY, timezone=TOKYO, key="in-tokyo")
IN_NEW_YORK = evolve(EARLY, timezone=NEW_YORK, key="in-new-york")


@pytest.mark.parametrize(
    ("interviews", "first", "latest"),
    [
        ([EARLY], "early", "early"),
        ([EARLY, LATE], "early", "late"),
        ([LATE, LONG], "a-long-one", "a-long-one"),
        ([EARLY, LONG], "early", "a-long-one"),
        ([EARLY, UNTIMED], "early", "untimed"),
        ([EARLY, BRIEF], "early", "brief"),
        ([EARLY, OPEN_ENDED], "early", "open-ended"),
        ([IN_TOKYO, IN_NEW_YORK], "in-new-york", "in-tokyo"),
        ([EARLY, SOME_DAY], "some-day", "some-day"),
        ([LATE, UNTIL_A_DAY], "until-a-day", "until-a-day"),
        ([LATE, CANCELLED, MISSED], "late", "late"),
    ],
    ids=[
        "one",
        "one after the other",
        "one within the other",
        "a tie of starts",
        "a tie of starts with an end that nobody told",
        "a tie of ends",
        "an end that nobody told",
        "a tie of both",
        "one of which only the day is known",
        "an end of which only the day is known",
        "one that took place",
    ],
)
def test_the_first_starts_first_and_the_latest_ends_last_in_whatever_order(
    interviews: list[Interview], first: str, latest: str
) -> None:
    for order in (interviews, interviews[::-1]):
        known = Application(interviews=order)
        assert known.first is not None
        assert known.latest is not None
        assert (first, latest) == (known.first.key, known.latest.key)


def test_without_interviews_there_is_no_first_and_no_latest() -> None:
    empty = Application()
    search = JobSearch(timezone=LONDON, applications=[empty])
    assert (None, None, None) == (empty.first, empty.latest, search.first)


def test_an_interview_that_was_not_held_is_nobody_s_first_and_nobody_s_latest() -> None:
    missed = Application(interviews=[CANCELLED, MISSED])
    search = JobSearch(timezone=LONDON, applications=[missed])
    assert (None, None, None) == (missed.first, missed.latest, search.first)


@pytest.mark.parametrize(
    ("application", "names"),
    [
        (Application(employer="Acme", role="Cook"), ("Acme", "Cook", "Acme, Cook")),
        (Application(employer="Acme"), ("Acme",)),
        (Application(role="Cook"), ("Cook",)),
        (Application(employer="Cook", role="Cook"), ("Cook", "Cook, Cook")),
        (Application(key="17"), ()),
    ],
    ids=["employer and role", "employer", "role", "one word for both", "neither"],
)
def test_an_application_goes_by_its_employer_its_role_and_both(
    application: Application, names: tuple[str, ...]
) -> None:
    assert names == application.names


def test_what_is_known_of_an_application_may_be_known_to_the_day() -> None:
    day = date(2026, 12, 4)
    known = Application(heard=day, signed=day, offer=Offer(received=day, reply_by=day))
    assert known.offer is not None
    assert (day, day, day, day) == (
        known.heard,
        known.signed,
        known.offer.received,
        known.offer.reply_by,
    )
