"""The facts about an application: what they give, and what where something is missing."""

from __future__ import annotations

from datetime import datetime
from itertools import permutations
from typing import Any

import pytest

from builders import (
    LONDON,
    NEW_YORK,
    TICK,
    applied,
    at,
    did,
    meeting,
    priya,
    searching,
    tom,
    wall,
)
from expressions import subject_of
from facts import (
    ACME,
    EITHER_ORDER,
    ENDS,
    OFFER,
    SHORT,
    about,
    missing,
    question,
)
from interview_followup import (
    Done,
    FollowUp,
    Interview,
    Offer,
    Person,
)
from interview_followup.language import (
    NOT_YET,
    Expression,
    Moment,
    Route,
    application,
    search,
)


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        pytest.param({}, True, id="nothing yet"),
        pytest.param({"heard": ENDS}, True, id="heard from them"),
        pytest.param({"outcome": "rejected"}, False, id="rejected"),
        pytest.param({"outcome": "withdrawn"}, False, id="withdrawn"),
        pytest.param({"outcome": "declined"}, False, id="declined"),
        pytest.param({"outcome": "accepted"}, False, id="accepted"),
        pytest.param({"offer": OFFER}, False, id="an offer"),
        pytest.param(
            {"offer": Offer(received=ENDS, declined=True)}, False, id="an offer, declined"
        ),
        pytest.param({"signed": ENDS}, False, id="a contract"),
    ],
)
def test_you_are_waiting_until_there_is_an_outcome_an_offer_or_a_contract(
    known: dict[str, Any], expected: bool
) -> None:
    assert expected is about(application.waiting, meeting(), **known)


def test_an_application_is_interviewed_once_it_has_an_interview() -> None:
    assert about(application.interviewed, meeting()) is True
    assert about(application.interviewed) is False


RACHEL = Person(name="Rachel Green", email="rachel@agency.example")


@pytest.mark.parametrize(
    ("fact", "known", "expected"),
    [
        (application.outcome, {"outcome": "rejected"}, "rejected"),
        (application.recruiter, {"recruiter": RACHEL}, RACHEL),
        (application.heard, {"heard": ENDS}, ENDS),
        (application.signed, {"signed": ENDS}, ENDS),
    ],
    ids=["outcome", "recruiter", "heard", "signed"],
)
def test_an_event_of_an_application_has_not_happened_while_it_is_missing(
    fact: Expression[Any], known: dict[str, Any], expected: object
) -> None:
    assert expected == about(fact, **known)
    assert NOT_YET is about(fact)


def test_how_to_follow_up_is_unknown_until_you_have_asked() -> None:
    asked = FollowUp(channel="phone", to="+44 20 7946 0000")
    assert asked == about(application.follow_up, follow_up=asked)
    unknown = about(application.follow_up)
    assert [("application.follow_up", ACME)] == missing(unknown)
    assert "How does {employer} want you to follow up?" == question(unknown)


@pytest.mark.parametrize("interviews", EITHER_ORDER, ids=["long first", "short first"])
def test_the_first_interview_starts_first_and_the_latest_ends_last(
    interviews: tuple[Interview, ...],
) -> None:
    assert "2026-11-24 17:00" == wall(about(application.first_ends, *interviews))
    assert "2026-11-24 17:00" == wall(about(application.latest_ends, *interviews))


def test_a_later_round_is_the_latest_interview() -> None:
    rounds = [SHORT, meeting("2026-12-01 10:00", "2026-12-01 11:00")]
    assert "2026-11-24 11:00" == wall(about(application.first_ends, *rounds))
    assert "2026-12-01 11:00" == wall(about(application.latest_ends, *rounds))


@pytest.mark.parametrize("fact", [application.first_ends, application.latest_ends], ids=str)
def test_the_end_of_an_interview_that_is_missing_is_unknown(fact: Moment) -> None:
    assert NOT_YET is about(fact)
    unknown = about(fact, meeting(ends=None))
    assert [("interview.ends", f"{ACME} · 2026-11-24 10:00")] == missing(unknown)
    assert "When does the interview with {employer} end, or when did it?" == question(unknown)


@pytest.mark.parametrize(
    ("starts", "known"),
    [
        pytest.param(ENDS - TICK, True, id="just before the other ends"),
        pytest.param(ENDS, False, id="as the other ends"),
        pytest.param(ENDS + TICK, False, id="just after the other ends"),
    ],
)
def test_an_interview_without_an_end_counts_as_latest_by_its_start(
    starts: datetime, known: bool
) -> None:
    endless = Interview(starts=starts, timezone=LONDON)
    for one, other in permutations([endless, SHORT]):
        assert known is isinstance(about(application.latest_ends, one, other), datetime)


def test_of_interviews_that_end_together_the_latest_started_last() -> None:
    abroad = meeting("2026-11-24 05:30", "2026-11-24 06:00", NEW_YORK)  # from 10:30 to 11:00
    for one, other in permutations([abroad, SHORT]):
        nine = about(application.latest_ends.at("09:00"), one, other)
        assert at("2026-11-24 09:00", NEW_YORK) == nine


def test_of_interviews_at_one_time_the_zones_name_decides() -> None:
    abroad = meeting("2026-11-24 05:00", "2026-11-24 06:00", NEW_YORK, key="abroad")
    for one, other in permutations([abroad, SHORT]):
        nine = about(application.latest_ends.at("09:00"), one, other)
        assert at("2026-11-24 09:00", LONDON) == nine
        root = subject_of(searching(applied(one, other)), "search")
        assert at("2026-11-24 09:00", NEW_YORK) == search.first_ends.at("09:00").evaluate(root)


@pytest.mark.parametrize(
    ("moment", "counts"),
    [
        pytest.param(ENDS - TICK, False, id="just before the interview ends"),
        pytest.param(ENDS, True, id="as it ends"),
        pytest.param(ENDS + TICK, True, id="just after it ends"),
    ],
)
def test_contacts_count_from_the_end_of_the_latest_interview(
    moment: datetime, counts: bool
) -> None:
    thanked = meeting(done=[Done(act="thank-you", at=moment, to="Priya Shah")])
    expected = moment if counts else NOT_YET
    assert expected == about(application.last_contact, thanked)
    assert expected == about(application.last_contact, meeting(), heard=moment)


@pytest.mark.parametrize(
    ("heard", "expected"),
    [
        pytest.param(None, "2026-11-25 09:00", id="not heard of"),
        pytest.param("2026-11-24 18:00", "2026-11-25 09:00", id="heard of before"),
        pytest.param("2026-11-25 18:00", "2026-11-25 18:00", id="heard of since"),
    ],
)
def test_the_last_contact_is_the_last_thank_you_or_message(
    heard: str | None, expected: str
) -> None:
    thanked = meeting(
        interviewers=[priya(), tom()],
        done=[
            did("thank-you", "2026-11-25 09:00", to="Tom Reed"),
            did("thank-you", "2026-11-24 14:00", to="Priya Shah"),
            did("connect", "2026-11-27 09:00", to="Priya Shah"),
            did("debrief", "2026-11-28 09:00"),
            did("wave", "2026-11-28 10:00"),
        ],
    )
    last = about(application.last_contact, thanked, heard=heard and at(heard))
    assert expected == wall(last)


def test_thank_yous_for_an_earlier_interview_are_no_last_contact() -> None:
    late_thanks = [did("thank-you", "2026-11-24 14:00", to="Priya Shah")]
    earlier = meeting("2026-11-23 10:00", "2026-11-23 11:00", done=late_thanks)
    assert NOT_YET is about(application.last_contact, earlier, meeting())


def test_without_an_interview_there_is_no_last_contact() -> None:
    assert NOT_YET is about(application.last_contact, heard=ENDS)


def test_the_last_contact_hangs_on_the_latest_interviews_end() -> None:
    last = about(application.last_contact, meeting(ends=None), heard=ENDS)
    assert [("interview.ends", f"{ACME} · 2026-11-24 10:00")] == missing(last)


BY_PHONE = FollowUp(channel="phone", to="+44 20 7946 0000")


@pytest.mark.parametrize(
    ("recruiter", "expected"),
    [
        pytest.param(RACHEL, Route("email", "rachel@agency.example"), id="with an address"),
        pytest.param(Person(name="Rachel Green"), Route("email", "Rachel Green"), id="without"),
        pytest.param(None, NOT_YET, id="none"),
    ],
)
def test_a_recruiter_is_written_to(recruiter: Person | None, expected: object) -> None:
    assert expected == about(application.recruiter_route, recruiter=recruiter)


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        pytest.param(
            {"recruiter": RACHEL, "follow_up": BY_PHONE},
            Route("email", "rachel@agency.example"),
            id="the recruiter before all",
        ),
        pytest.param(
            {"follow_up": BY_PHONE}, Route("phone", "+44 20 7946 0000"), id="else as they asked"
        ),
        pytest.param(
            {"follow_up": FollowUp(channel="portal")}, Route("portal", None), id="to nobody named"
        ),
        pytest.param({}, Route("email", None), id="else by e-mail"),
    ],
)
def test_a_chase_goes_to(known: dict[str, Any], expected: Route) -> None:
    assert expected == about(application.chase_route, meeting(), **known)
