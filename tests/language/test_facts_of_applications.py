"""The facts about an application: what they give, and what where something is missing."""

from __future__ import annotations

from datetime import date, datetime
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
    LONG,
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
    last_of,
    search,
)
from interview_followup.language._evaluation import day_known

LAST_CONTACT = last_of(application.thanked, application.heard_since)


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        pytest.param({}, True, id="nothing yet"),
        pytest.param({"heard": ENDS}, True, id="heard from them"),
        pytest.param({"outcome": "rejected"}, False, id="rejected"),
        pytest.param({"outcome": "withdrawn"}, False, id="withdrawn"),
        pytest.param({"outcome": "declined"}, False, id="declined"),
        pytest.param({"outcome": "accepted"}, False, id="accepted"),
        pytest.param({"outcome": "no-answer"}, False, id="no answer"),
        pytest.param({"outcome": "closed"}, False, id="closed"),
        pytest.param({"offer": OFFER}, False, id="an offer"),
        pytest.param({"offer": Offer()}, False, id="an offer of unknown arrival"),
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


CANCELLED, NO_SHOW = (
    meeting("2026-12-01 10:00", "2026-12-01 11:00", not_held=reason, key=reason)
    for reason in ("cancelled", "no-show")
)


@pytest.mark.parametrize(
    ("interviews", "expected"),
    [
        pytest.param([], False, id="none"),
        pytest.param([meeting()], True, id="one"),
        pytest.param([CANCELLED, NO_SHOW], False, id="none that was held"),
        pytest.param([CANCELLED, meeting(), NO_SHOW], True, id="one that was held"),
    ],
)
def test_an_application_is_interviewed_once_it_has_an_interview_that_took_place(
    interviews: list[Interview], expected: bool
) -> None:
    assert expected is about(application.interviewed, *interviews)


@pytest.mark.parametrize(
    ("interviews", "expected"),
    [
        pytest.param([], 0, id="none"),
        pytest.param([meeting()], 1, id="one"),
        pytest.param([CANCELLED, meeting(), NO_SHOW], 1, id="one that was held"),
    ],
)
def test_the_interviews_of_an_application_that_took_place_are_counted(
    interviews: list[Interview], expected: int
) -> None:
    assert expected == about(application.interview_count, *interviews)


@pytest.mark.parametrize("not_held", ["cancelled", "no-show"])
def test_what_did_not_take_place_is_neither_the_first_interview_nor_the_latest(
    not_held: str,
) -> None:
    before = meeting("2026-11-23 10:00", "2026-11-23 11:00", not_held=not_held)
    after = meeting("2026-11-25 10:00", "2026-11-25 11:00", not_held=not_held)
    for interviews in permutations([before, meeting(), after]):
        assert ENDS == about(application.first_ends, *interviews)
        assert ENDS == about(application.latest_ends, *interviews)
    assert NOT_YET is about(application.first_ends, before, after)
    assert NOT_YET is about(application.latest_ends, before, after)


def test_thank_yous_for_what_did_not_take_place_are_no_last_contact() -> None:
    thanked = [did("thank-you", "2026-11-26 09:00", to="Priya Shah")]
    void = meeting("2026-11-25 10:00", "2026-11-25 11:00", not_held="cancelled", done=thanked)
    assert NOT_YET is about(LAST_CONTACT, meeting(), void)
    assert NOT_YET is about(LAST_CONTACT, void, heard=at("2026-11-26 09:00"))


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
    follow_up = FollowUp(channel="phone", to="+44 20 7946 0000")
    assert follow_up == about(application.follow_up, follow_up=follow_up)
    unknown = about(application.follow_up)
    assert [("application.follow_up", ACME)] == missing(unknown)
    assert "How would {employer} like you to follow up?" == question(unknown)


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


MIDNIGHT = at("2026-11-25 00:00")


@pytest.mark.parametrize("fact", [application.first_ends, application.latest_ends], ids=str)
def test_an_interview_whose_end_nobody_told_ends_with_the_day_on_which_it_starts(
    fact: Moment,
) -> None:
    assert NOT_YET is about(fact)
    assert MIDNIGHT == about(fact, meeting(ends=None))


@pytest.mark.parametrize(
    ("ends", "expected", "is_exact"),
    [
        pytest.param(MIDNIGHT - TICK, MIDNIGHT, False, id="just before midnight"),
        pytest.param(MIDNIGHT, MIDNIGHT, True, id="at midnight"),
        pytest.param(MIDNIGHT + TICK, MIDNIGHT + TICK, True, id="just after midnight"),
    ],
)
def test_an_interview_whose_end_nobody_told_is_the_latest_by_that_midnight(
    ends: datetime, expected: datetime, is_exact: bool
) -> None:
    """Of two that end together it is the one that started last."""
    late = Interview(starts=at("2026-11-24 23:00"), ends=ends)
    for one, other in permutations([meeting(ends=None), late]):
        here = subject_of(searching(applied(one, other)), "application")
        assert expected == application.latest_ends.evaluate(here)
        assert is_exact is (day_known(application.latest_ends, here) is None)


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
    assert expected == about(LAST_CONTACT, thanked)
    assert expected == about(LAST_CONTACT, meeting(), heard=moment)


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
    last = about(LAST_CONTACT, thanked, heard=heard and at(heard))
    assert expected == wall(last)


def test_thank_yous_for_an_earlier_interview_are_no_last_contact() -> None:
    late_thanks = [did("thank-you", "2026-11-24 14:00", to="Priya Shah")]
    earlier = meeting("2026-11-23 10:00", "2026-11-23 11:00", done=late_thanks)
    assert NOT_YET is about(LAST_CONTACT, earlier, meeting())


def test_without_an_interview_there_is_no_last_contact() -> None:
    assert NOT_YET is about(LAST_CONTACT, heard=ENDS)


THAT_DAY = at("2026-11-24 00:00")


@pytest.mark.parametrize(
    ("moment", "counts"),
    [
        pytest.param(THAT_DAY - TICK, False, id="just before that day"),
        pytest.param(THAT_DAY, True, id="as that day begins"),
        pytest.param(THAT_DAY + TICK, True, id="just after it begins"),
    ],
)
def test_contacts_count_from_the_day_of_the_interview_where_nobody_told_its_end(
    moment: datetime, counts: bool
) -> None:
    thanked = [Done(act="thank-you", at=moment, to="Priya Shah")]
    expected = moment if counts else NOT_YET
    assert expected == about(LAST_CONTACT, meeting(ends=None, done=thanked))
    assert expected == about(LAST_CONTACT, meeting(ends=None), heard=moment)


@pytest.mark.parametrize(
    ("ends", "counts"),
    [
        pytest.param(MIDNIGHT - TICK, True, id="just before the day is over"),
        pytest.param(MIDNIGHT, False, id="as the day is over"),
        pytest.param(MIDNIGHT + TICK, False, id="just after the day is over"),
    ],
)
def test_a_contact_on_a_day_counts_unless_the_day_was_over_as_the_interview_ended(
    ends: datetime, counts: bool
) -> None:
    """It then is the end of that day."""
    day, starts = date(2026, 11, 24), at("2026-11-24 23:00")
    thanks = [Done(act="thank-you", at=day, to="Priya Shah")]
    thanked, plain = (
        Interview(starts=starts, ends=ends, interviewers=[priya()], done=acts)
        for acts in (thanks, [])
    )
    expected = MIDNIGHT if counts else NOT_YET
    assert expected == about(LAST_CONTACT, thanked)
    assert expected == about(LAST_CONTACT, plain, heard=day)


ABROAD_LATER = meeting("2026-12-01 10:00", "2026-12-01 11:00", NEW_YORK)


@pytest.mark.parametrize(
    ("fact", "name"),
    [(application.heard, "heard"), (application.signed, "signed")],
    ids=["heard", "signed"],
)
@pytest.mark.parametrize(
    ("interviews", "zone", "expected"),
    [
        pytest.param([SHORT, ABROAD_LATER], LONDON, NEW_YORK, id="its latest interview"),
        pytest.param([], NEW_YORK, NEW_YORK, id="the search"),
    ],
)
def test_an_event_known_to_the_day_has_happened_by_its_end_in_the_zone_of(
    fact: Moment, name: str, interviews: list[Interview], zone: str, expected: str
) -> None:
    known: dict[str, Any] = {name: date(2026, 11, 26)}
    assert at("2026-11-27 00:00", expected) == about(fact, *interviews, zone=zone, **known)


@pytest.mark.parametrize(
    "own",
    [
        pytest.param([], id="no interview"),
        pytest.param(
            [meeting("2026-11-20 10:00", "2026-11-20 11:00", not_held="cancelled")],
            id="none that took place",
        ),
    ],
)
def test_without_an_interview_an_application_s_days_are_those_of_the_search_s_first(
    own: list[Interview],
) -> None:
    job = searching(
        applied(*own, heard=date(2026, 11, 26)),
        applied(ABROAD_LATER, employer="Core"),
        applied(meeting(zone="Asia/Tokyo"), employer="Bolt"),
        zone=NEW_YORK,
    )
    here = subject_of(job, "application", of="Acme")
    assert at("2026-11-27 00:00", "Asia/Tokyo") == application.heard.evaluate(here)


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        pytest.param(at("2026-11-26 10:00"), at("2026-11-26 10:00"), id="a moment"),
        pytest.param(date(2026, 11, 26), at("2026-11-26 00:00"), id="as a day begins"),
    ],
)
def test_an_offer_arrives(received: date, expected: datetime) -> None:
    offer = Offer(received=received)
    assert expected == about(application.offer_received, meeting(), offer=offer)
    assert NOT_YET is about(application.offer_received, meeting())


def test_when_an_offer_arrived_is_unknown_while_nobody_has_told() -> None:
    unknown = about(application.offer_received, meeting(), offer=Offer())
    assert [("application.offer_received", ACME)] == missing(unknown)
    assert "When did the offer from {employer} arrive?" == question(unknown)


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


[FOLLOW_UP] = about(application.follow_up).missing


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
        pytest.param(
            {},
            Route("email", None, frozenset([FOLLOW_UP]), asked_from=ENDS),
            id="else by e-mail, as nobody told",
        ),
    ],
)
def test_a_chase_goes_to(known: dict[str, Any], expected: Route) -> None:
    assert expected == about(application.chase_route, meeting(), **known)


@pytest.mark.parametrize(
    ("interviews", "asked_from"),
    [
        ([LONG, SHORT], LONG.ends),
        ([meeting(ends=None)], at("2026-11-25 00:00")),
        ([SHORT, meeting("2026-12-01 10:00", "2026-12-01 11:00", not_held="no-show")], ENDS),
    ],
    ids=["its end", "the end of its day, where nobody told", "of one that took place"],
)
def test_how_to_follow_up_is_asked_from_the_end_of_the_latest_interview_on(
    interviews: list[Interview], asked_from: datetime
) -> None:
    expected = Route("email", None, frozenset([FOLLOW_UP]), asked_from)
    assert expected == about(application.chase_route, *interviews)


def test_before_any_interview_nobody_is_asked_how_to_follow_up() -> None:
    assert Route("email", None) == about(application.chase_route)


def test_a_recruiter_was_asked_where_there_is_one_and_last() -> None:
    done = [did("ask-recruiter", f"2026-11-{day} 09:00") for day in (26, 27, 25)]
    rachel = Person(name="Rachel")
    fact = application.recruiter_asked
    assert at("2026-11-27 09:00") == about(fact, recruiter=rachel, done=done)
    assert NOT_YET is about(fact, done=done)
    assert NOT_YET is about(fact, recruiter=rachel)
