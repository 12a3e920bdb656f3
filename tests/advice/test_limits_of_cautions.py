"""From when until when a caution is shown, and what it says nothing about."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from builders import TICK, applied, at, cautions, did, meeting, priya, searching, tom
from interview_followup import (
    CV_LIBRARY,
    FollowUp,
    Interview,
    JobSearch,
    Offer,
    Person,
    Promise,
    SetAside,
    plan,
)
from interview_followup.language import hours
from triplets import triplet

ENDS = at("2026-11-24 11:00")
ASKING_THEM = ["ask-how-to-follow-up", "ask-when-you-will-hear"]
ASKING = [*ASKING_THEM, "collect-contact"]


def met(*later: Interview, **more: Any) -> JobSearch:
    more.setdefault("interviewers", [tom()])
    return searching(applied(meeting(**more), *later))


def has(act: str, status: str, search: JobSearch, now: datetime) -> bool:
    return (act, status) in cautions(search, now)


# -- before leaving, and after --------------------------------------------------------------------


@pytest.mark.parametrize("act", ASKING)
@pytest.mark.parametrize(
    ("expected", "now"),
    [*triplet(at("2026-11-24 10:50"), False, True), *triplet(ENDS, True, False)],
)
def test_in_the_last_ten_minutes_beware_of_leaving(expected: bool, now: datetime, act: str) -> None:
    assert expected == has(act, "open", met(), now)


@pytest.mark.parametrize("act", ASKING_THEM)
@pytest.mark.parametrize(
    ("expected", "now"),
    [*triplet(ENDS, False, True), *triplet(at("2026-11-27 11:00"), True, False)],
)
def test_what_is_not_noted_is_said_for_three_days(expected: bool, now: datetime, act: str) -> None:
    assert expected == has(act, "closed", met(), now)


@pytest.mark.parametrize("act", ASKING_THEM)
@pytest.mark.parametrize(
    ("expected", "now"),
    [
        *triplet(at("2026-11-24 11:20"), False, True),
        *triplet(at("2026-11-27 11:20"), True, False),
    ],
)
def test_the_three_days_begin_as_you_leave(expected: bool, now: datetime, act: str) -> None:
    assert expected == has(act, "closed", met(left=at("2026-11-24 11:20")), now)


@pytest.mark.parametrize(
    ("expected", "now"),
    [
        *triplet(at("2026-11-24 11:20"), False, True),
        *triplet(at("2026-11-26 11:00"), True, False),
    ],
)
def test_an_address_that_is_not_noted_is_said_as_long_as_there_is_time_for_a_thank_you(
    expected: bool, now: datetime
) -> None:
    """The two days begin as the interview ends, not as you leave."""
    assert expected == has("collect-contact", "closed", met(left=at("2026-11-24 11:20")), now)


@pytest.mark.parametrize("now", [at("2026-11-26 11:00"), at("2026-11-27 12:00")])
def test_who_leaves_once_there_is_no_time_for_a_thank_you_hears_of_no_address(
    now: datetime,
) -> None:
    assert not has("collect-contact", "closed", met(left=at("2026-11-26 11:00")), now)


def test_how_long_a_thank_you_may_wait_is_tuned_for_the_address_too() -> None:
    rules = CV_LIBRARY.tuned({"collect-contact.within": hours(5)})
    for now, expected in ((at("2026-11-24 16:00") - TICK, True), (at("2026-11-24 16:00"), False)):
        shown = {
            (caution.act, caution.status) for caution in plan(met(), now=now, rules=rules).cautions
        }
        assert expected == (("collect-contact", "closed") in shown)


@pytest.mark.parametrize("act", ASKING)
def test_without_an_end_nobody_is_warned_before_leaving(act: str) -> None:
    search = met(ends=None)
    for now in (at("2026-11-24 10:50"), at("2026-11-24 23:50"), at("2026-11-25 00:00") - TICK):
        assert not has(act, "open", search, now)
    assert has(act, "closed", search, at("2026-11-25 00:00"))


# -- thank-you ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expected", "now"),
    [
        *triplet(at("2026-11-24 18:00"), False, True),
        *triplet(at("2026-11-26 11:00"), True, False),
    ],
)
def test_a_thank_you_is_late_until_it_is_over(expected: bool, now: datetime) -> None:
    assert expected == has("thank-you", "late", met(), now)


@pytest.mark.parametrize(
    ("expected", "now"),
    [
        *triplet(at("2026-11-26 11:00"), False, True),
        *triplet(at("2026-11-29 11:00"), True, False),
    ],
)
def test_a_thank_you_that_is_over_is_spoken_of_for_three_days(
    expected: bool, now: datetime
) -> None:
    assert expected == has("thank-you", "closed", met(), now)


@pytest.mark.parametrize("now", [at("2026-11-24 10:00"), ENDS - TICK, ENDS, ENDS + TICK])
def test_no_thank_you_is_too_early(now: datetime) -> None:
    assert not has("thank-you", "early", met(), now)


# -- the next round -------------------------------------------------------------------------------


@pytest.mark.parametrize(("expected", "now"), triplet(at("2026-11-25 10:00"), True, False))
def test_the_next_interview_ends_what_is_said_of_an_address(expected: bool, now: datetime) -> None:
    following = meeting("2026-11-25 10:00", "2026-11-25 11:00", interviewers=[])
    assert expected == has("collect-contact", "closed", met(following), now)


@pytest.mark.parametrize("act", [*ASKING_THEM, "thank-you"])
@pytest.mark.parametrize(("expected", "now"), triplet(at("2026-11-27 10:00"), True, False))
def test_the_next_interview_of_the_application_ends_what_was_missed(
    expected: bool, now: datetime, act: str
) -> None:
    following = meeting("2026-11-27 10:00", "2026-11-27 11:00", interviewers=[])
    search = met(following)
    shown = [
        caution
        for caution in plan(search, now=now).cautions
        if (caution.act, caution.status) == (act, "closed")
    ]
    assert expected == bool(shown)


def test_a_next_interview_that_begins_before_the_thank_you_is_over_leaves_nothing_to_say() -> None:
    following = meeting("2026-11-26 11:00", "2026-11-26 12:00", interviewers=[])
    for now in (at("2026-11-26 11:00"), at("2026-11-27 11:00")):
        assert not has("thank-you", "closed", met(following), now)


@pytest.mark.parametrize(
    "following",
    [
        pytest.param(
            meeting("2026-11-27 10:00", "2026-11-27 11:00", not_held="cancelled", interviewers=[]),
            id="not held",
        ),
        pytest.param(
            meeting("2026-11-24 10:30", "2026-11-24 10:45", interviewers=[]), id="begins before"
        ),
        pytest.param(
            meeting("2026-12-01 10:00", "2026-12-01 11:00", interviewers=[]), id="a week later"
        ),
    ],
)
def test_no_other_meeting_does(following: Interview) -> None:
    assert has("thank-you", "closed", met(following), at("2026-11-29 11:00") - TICK)


def test_the_next_interview_elsewhere_does_not() -> None:
    elsewhere = applied(
        meeting("2026-11-27 10:00", "2026-11-27 11:00", interviewers=[]), employer="Globex"
    )
    search = searching(applied(meeting(interviewers=[tom()])), elsewhere)
    assert has("thank-you", "closed", search, at("2026-11-29 11:00") - TICK)


# -- an offer, a contract --------------------------------------------------------------------------

DECIDED = at("2026-11-25 09:00")
THAT_DAY = date(2026, 11, 25)


@pytest.mark.parametrize("act", ASKING_THEM)
@pytest.mark.parametrize(
    "offer",
    [
        pytest.param(Offer(received=DECIDED), id="an offer"),
        pytest.param(Offer(received=DECIDED, declined=True), id="declined"),
    ],
)
@pytest.mark.parametrize(("expected", "now"), triplet(DECIDED, True, False))
def test_the_offer_of_the_employer_ends_what_was_not_asked(
    expected: bool, now: datetime, offer: Offer, act: str
) -> None:
    search = searching(applied(meeting(interviewers=[tom()]), offer=offer))
    assert expected == has(act, "closed", search, now)


@pytest.mark.parametrize("act", ASKING_THEM)
@pytest.mark.parametrize(("expected", "now"), triplet(at("2026-11-25 00:00"), True, False))
def test_an_offer_on_a_day_ends_it_as_that_day_begins(
    expected: bool, now: datetime, act: str
) -> None:
    search = searching(applied(meeting(interviewers=[tom()]), offer=Offer(received=THAT_DAY)))
    assert expected == has(act, "closed", search, now)


@pytest.mark.parametrize("act", ASKING_THEM)
@pytest.mark.parametrize(("expected", "now"), triplet(at("2026-11-27 11:00"), True, False))
def test_neither_an_undated_offer_nor_one_from_elsewhere_ends_it(
    expected: bool, now: datetime, act: str
) -> None:
    undated = applied(meeting(interviewers=[tom()]), offer=Offer())
    elsewhere = applied(employer="Globex", offer=Offer(received=DECIDED))
    assert expected == has(act, "closed", searching(undated, elsewhere), now)


@pytest.mark.parametrize("act", ASKING_THEM)
@pytest.mark.parametrize(("expected", "now"), triplet(DECIDED, True, False))
@pytest.mark.parametrize("ending", ["their next interview", "a contract elsewhere"])
def test_an_undated_offer_keeps_nothing_else_from_ending_it(
    ending: str, expected: bool, now: datetime, act: str
) -> None:
    following = meeting("2026-11-25 09:00", "2026-11-25 10:00", interviewers=[])
    again = [following] if ending == "their next interview" else []
    signed = None if again else DECIDED
    undated = applied(meeting(interviewers=[tom()]), *again, offer=Offer())
    search = searching(undated, applied(employer="Globex", signed=signed))
    assert expected == has(act, "closed", search, now)


@pytest.mark.parametrize("act", ASKING_THEM)
@pytest.mark.parametrize("employer", ["Acme", "Globex"])
@pytest.mark.parametrize(("expected", "now"), triplet(DECIDED, True, False))
def test_the_first_contract_ends_it_whoever_it_is_with(
    expected: bool, now: datetime, employer: str, act: str
) -> None:
    applications = [
        applied(meeting(interviewers=[tom()]), signed=DECIDED if employer == "Acme" else None),
        applied(employer="Globex", signed=DECIDED if employer == "Globex" else None),
        applied(employer="Hooli", signed=at("2026-11-26 09:00")),
    ]
    assert expected == has(act, "closed", searching(*applications), now)


@pytest.mark.parametrize("act", ASKING_THEM)
@pytest.mark.parametrize(("expected", "now"), triplet(at("2026-11-26 00:00"), True, False))
def test_a_contract_signed_on_a_day_ends_it_as_that_day_is_over(
    expected: bool, now: datetime, act: str
) -> None:
    search = searching(applied(meeting(interviewers=[tom()]), signed=THAT_DAY))
    assert expected == has(act, "closed", search, now)


@pytest.mark.parametrize("known", [{"offer": Offer(received=ENDS)}, {"signed": ENDS}])
def test_what_was_decided_as_the_interview_ended_leaves_nothing_to_say(
    known: dict[str, Any],
) -> None:
    search = searching(applied(meeting(interviewers=[tom()]), **known))
    assert set() == set(ASKING_THEM) & {act for act, _ in cautions(search, ENDS)}


@pytest.mark.parametrize("known", [{"offer": Offer(received=DECIDED)}, {"signed": DECIDED}])
def test_neither_ends_what_is_said_of_people(known: dict[str, Any]) -> None:
    search = searching(applied(meeting(interviewers=[tom()]), **known))
    assert has("collect-contact", "closed", search, DECIDED)
    assert has("thank-you", "late", search, DECIDED)


# -- too early ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expected", "now"),
    [*triplet(ENDS, False, True), *triplet(at("2026-12-03 11:00"), True, False)],
)
def test_a_chase_is_too_early_from_the_latest_end_on(expected: bool, now: datetime) -> None:
    assert expected == has("chase", "early", met(), now)


@pytest.mark.parametrize(
    ("expected", "now"),
    [
        pytest.param(False, ENDS, id="before they were asked"),
        *triplet(at("2026-11-25 09:00"), False, True),
        *triplet(at("2026-12-03 11:00"), True, False),
    ],
)
def test_to_remind_a_recruiter_is_too_early_once_they_were_asked(
    expected: bool, now: datetime
) -> None:
    requests = [did("ask-recruiter", "2026-11-25 09:00")]
    search = searching(applied(meeting(), recruiter=Person(name="Rachel"), done=requests))
    assert expected == has("chase", "early", search, now)


def test_a_recruiter_who_was_not_asked_is_spoken_of_in_no_caution_about_a_chase() -> None:
    search = searching(applied(meeting(), recruiter=Person(name="Rachel")))
    for now in (ENDS, at("2026-11-30 12:00"), at("2026-12-03 11:00") - TICK):
        assert not has("chase", "early", search, now)


@pytest.mark.parametrize(
    ("expected", "now"),
    [
        *triplet(at("2026-11-24 10:00"), False, True),
        *triplet(at("2026-11-25 00:00"), True, False),
    ],
)
def test_a_call_is_too_early_from_the_start_on(expected: bool, now: datetime) -> None:
    assert expected == has("call", "early", met(), now)


# -- done, set aside ------------------------------------------------------------------------------

EVERY_MOMENT = [
    at("2026-11-24 10:55"),
    at("2026-11-24 12:00"),
    at("2026-11-24 18:30"),
    at("2026-11-26 11:00"),
    at("2026-11-28 12:00"),
]


@pytest.mark.parametrize("now", EVERY_MOMENT)
@pytest.mark.parametrize("act", [*ASKING, "thank-you", "connect"])
def test_no_caution_is_about_what_is_done(act: str, now: datetime) -> None:
    to = None if act.startswith("ask") else "Tom Reed"
    search = met(done=[did(act, "2026-11-24 10:30", to=to)])
    assert act not in {warned for warned, _ in cautions(search, now)}


@pytest.mark.parametrize("now", EVERY_MOMENT)
@pytest.mark.parametrize("act", [*ASKING, "thank-you", "connect", "call"])
def test_no_caution_is_about_what_is_set_aside(act: str, now: datetime) -> None:
    to = "Tom Reed" if act in ("collect-contact", "thank-you", "connect") else None
    search = met(set_aside=[SetAside(act=act, to=to)])
    assert act not in {warned for warned, _ in cautions(search, now)}


@pytest.mark.parametrize("now", EVERY_MOMENT)
def test_no_caution_is_about_what_is_known(now: datetime) -> None:
    search = searching(
        applied(
            meeting(interviewers=[priya()]),
            follow_up=FollowUp(channel="phone"),
            promise=Promise(by=at("2026-12-04 12:00")),
        )
    )
    assert set() == set(ASKING) & {warned for warned, _ in cautions(search, now)}
