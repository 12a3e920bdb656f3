"""Somebody is asked to connect once in an application: after the first meeting with them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from builders import (
    applied,
    at,
    cautions,
    did,
    meeting,
    moments,
    priya,
    scheduled_acts,
    searching,
    status,
)
from interview_followup import Action, Interview, JobSearch, Person, SetAside, check, plan
from triplets import triplet

AGAIN = ("2026-11-25 10:00", "2026-11-25 11:00")


def met(*meetings: Interview) -> JobSearch:
    return searching(applied(*meetings))


def starts(search: JobSearch) -> list[datetime]:
    """Return the starts of the interviews after which somebody is asked to connect."""
    interviews = [scheduled.subject.interview for scheduled in scheduled_acts(search, "connect")]
    return sorted(interview.first_moment for interview in interviews if interview)


@pytest.mark.parametrize(
    ("expected", "now"),
    [
        *triplet(at("2026-11-26 11:00"), "early", "open"),
        *triplet(at("2026-12-24 11:00"), "open", "closed"),
    ],
)
def test_a_second_meeting_a_day_later_changes_nothing(expected: str, now: datetime) -> None:
    assert expected == status(met(meeting(), meeting(*AGAIN)), "connect", now)


def test_the_best_moment_is_two_days_after_the_first_meeting_in_office_hours() -> None:
    expected = ("2026-11-26 11:00", "2026-11-26 11:00", None, "2026-12-24 11:00")
    assert expected == moments(met(meeting(*AGAIN), meeting()), "connect")


@pytest.mark.parametrize(
    ("expected", "first"),
    [
        pytest.param("2026-11-24 10:00", "2026-11-24 09:59:59.999999", id="not held before"),
        pytest.param("2026-11-24 10:00", "2026-11-24 10:00", id="not held at that time"),
    ],
)
def test_a_meeting_that_was_not_held_is_not_the_first(expected: str, first: str) -> None:
    cancelled = meeting(first, "2026-11-24 10:30", not_held="cancelled", key="cancelled")
    assert [at(expected)] == starts(met(cancelled, meeting(key="held")))


def test_the_first_meeting_is_the_first_to_start_though_it_may_end_last() -> None:
    long = meeting("2026-11-24 09:00", "2026-11-24 17:00")
    assert [at("2026-11-24 09:00")] == starts(met(meeting(), long))


def test_a_meeting_of_which_only_the_day_is_known_begins_with_that_day() -> None:
    day = Interview(starts=date(2026, 11, 24), timezone="Europe/London", interviewers=[priya()])
    assert [at("2026-11-24 00:00")] == starts(met(meeting(), day))


def test_everybody_has_a_first_meeting_of_their_own() -> None:
    later = meeting(
        *AGAIN, interviewers=[priya(), Person(name="Ann", linkedin="linkedin.com/in/ann")]
    )
    search = met(meeting(), later)
    assert [at("2026-11-24 10:00"), at("2026-11-25 10:00")] == starts(search)
    assert "2026-11-27 11:00" == moments(search, "connect", "Ann")[0]


def test_every_application_has_a_first_meeting_of_its_own() -> None:
    search = searching(applied(meeting()), applied(meeting(*AGAIN), employer="Globex"))
    assert [at("2026-11-24 10:00"), at("2026-11-25 10:00")] == starts(search)


def test_namesakes_with_keys_are_two_people() -> None:
    search = met(
        meeting(interviewers=[priya(key="1")]), meeting(*AGAIN, interviewers=[priya(key="2")])
    )
    assert [at("2026-11-24 10:00"), at("2026-11-25 10:00")] == starts(search)


@pytest.mark.parametrize("where", [0, 1, 2], ids=["at the first", "at the second", "not held"])
def test_a_request_counts_at_whichever_meeting_it_is_kept(where: int) -> None:
    requests = [
        [did("connect", "2026-11-26 12:00", to="Priya Shah")] if n == where else []
        for n in range(3)
    ]
    search = met(
        meeting(done=requests[0]),
        meeting(*AGAIN, done=requests[1]),
        meeting("2026-11-20 10:00", "2026-11-20 11:00", done=requests[2], not_held="no-show"),
    )
    assert "done" == status(search, "connect", at("2026-11-26 13:00"))
    assert "done" == check(search, "connect", at=at("2026-11-26 13:00"), of="Priya Shah").status


@pytest.mark.parametrize("where", [0, 1], ids=["at the first", "at the second"])
@pytest.mark.parametrize(("expected", "now"), triplet(at("2026-11-26 15:00"), "set-aside", "open"))
def test_a_request_is_set_aside_at_whichever_meeting_that_is_kept(
    expected: str, now: datetime, where: int
) -> None:
    asleep = SetAside(act="connect", to="Priya Shah", until=at("2026-11-26 15:00"))
    asides = [[asleep] if n == where else [] for n in range(2)]
    search = met(meeting(set_aside=asides[0]), meeting(*AGAIN, set_aside=asides[1]))
    assert expected == status(search, "connect", now)


def test_what_is_set_aside_at_two_meetings_sleeps_until_the_later_moment() -> None:
    def asleep(until: str) -> list[SetAside]:
        return [SetAside(act="connect", to="Priya Shah", until=at(until))]

    search = met(
        meeting(set_aside=asleep("2026-11-26 15:00")),
        meeting(*AGAIN, set_aside=asleep("2026-11-27 15:00")),
    )
    assert "set-aside" == status(search, "connect", at("2026-11-27 14:59"))
    assert "open" == status(search, "connect", at("2026-11-27 15:00"))


@pytest.mark.parametrize(
    ("expected", "now"),
    [
        *triplet(at("2026-11-24 11:00"), False, True),
        *triplet(at("2026-11-26 11:00"), True, False),
    ],
)
def test_it_is_too_early_until_two_days_after_the_first_meeting(
    expected: bool, now: datetime
) -> None:
    search = met(meeting(), meeting(*AGAIN))
    assert expected == (("connect", "early") in cautions(search, now))


@pytest.mark.parametrize(
    ("expected", "now"), triplet(at("2026-11-26 11:00"), (False, "early"), (True, "open"))
)
def test_asked_about_a_person_the_verdict_is_about_the_first_meeting(
    expected: tuple[bool, str], now: datetime
) -> None:
    verdict = check(met(meeting(), meeting(*AGAIN)), "connect", at=now, of="Priya Shah")
    assert expected == (verdict.allowed, verdict.status)


def test_thank_you_notes_stay_one_a_meeting() -> None:
    search = met(meeting(), meeting(*AGAIN))
    assert 2 == len(scheduled_acts(search, "thank-you"))


# -- set aside at another meeting than the first --------------------------------------------------

OPEN = at("2026-11-26 12:00")


def aside_later(act: str = "connect") -> JobSearch:
    """Return a search in which an act is set aside for good at the second of two meetings."""
    quiet = [SetAside(act=act, to="Priya Shah")]
    return met(meeting(), meeting(*AGAIN, set_aside=quiet))


def the_action(search: JobSearch, act: str = "connect") -> Action:
    """Return what is planned for the first meeting."""
    actions = [action for action in plan(search, now=OPEN).actions if action.act == act]
    return min(actions, key=lambda action: action.subject.interview.first_moment)


def test_a_request_that_is_set_aside_at_a_later_meeting_is_resumed() -> None:
    search = aside_later()
    action = the_action(search)
    assert "set-aside" == action.status
    assert met(meeting(), meeting(*AGAIN)) == search.resume(action)


def test_a_request_that_is_set_aside_at_a_later_meeting_has_the_new_moment_only() -> None:
    until = at("2026-11-27 09:00")
    search = aside_later()
    quiet = search.snooze(the_action(search), until=until)
    asleep = [SetAside(act="connect", to="Priya Shah", until=until)]
    assert met(meeting(set_aside=asleep), meeting(*AGAIN)) == quiet
    assert "open" == status(quiet, "connect", until)


def test_what_is_set_aside_at_its_own_meeting_alone_is_resumed_there() -> None:
    quiet = [SetAside(act="thank-you", to="Priya Shah")]
    search = met(meeting(set_aside=quiet), meeting(*AGAIN, set_aside=quiet))
    resumed = search.resume(the_action(search, "thank-you"))
    assert met(meeting(), meeting(*AGAIN, set_aside=quiet)) == resumed


def test_what_is_not_set_aside_is_not_resumed_at_another_meeting() -> None:
    search = aside_later("thank-you")
    assert search == search.resume(the_action(search, "thank-you"))
