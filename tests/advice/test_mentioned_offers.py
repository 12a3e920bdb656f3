"""Whom to tell of other offers, from when, and until when."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from builders import TICK, applied, at, did, meeting, moments, scheduled_acts, searching, status
from interview_followup import Application, Done, FollowUp, JobSearch, Offer, check, plan
from triplets import triplet

ENDS = at("2026-11-24 11:00")


def offer(
    employer: str = "Globex",
    received: str | None = "2026-11-25 10:00",
    reply_by: str | datetime | date | None = "2026-12-04 12:00",
    **more: Any,
) -> Application:
    by = at(reply_by) if isinstance(reply_by, str) else reply_by
    came = None if received is None else at(received)
    return Application(employer=employer, offer=Offer(received=came, reply_by=by), **more)


def employers_to_tell(search: JobSearch) -> list[str]:
    """Return the employers to be told of the offers."""
    applications = [
        scheduled.subject.application for scheduled in scheduled_acts(search, "mention-offer")
    ]
    return sorted(application.employer or "" for application in applications if application)


# -- from when, until when ------------------------------------------------------------------------


def test_an_offer_is_mentioned_from_its_arrival_until_it_has_to_be_answered() -> None:
    expected = ("2026-11-25 10:00", "2026-11-25 10:00", None, "2026-12-04 12:00")
    assert expected == moments(searching(applied(meeting()), offer()), "mention-offer")


@pytest.mark.parametrize(
    ("expected", "received"),
    [
        pytest.param("2026-11-24 11:00", "2026-11-24 10:59:59.999999", id="just before the end"),
        pytest.param("2026-11-24 11:00", "2026-11-24 11:00", id="at the end"),
        pytest.param(
            "2026-11-24 11:00:00.000001", "2026-11-24 11:00:00.000001", id="just after the end"
        ),
    ],
)
def test_it_opens_at_the_later_of_arrival_and_first_end(expected: str, received: str) -> None:
    search = searching(applied(meeting()), offer(received=received))
    assert expected == moments(search, "mention-offer")[0]


@pytest.mark.parametrize(
    ("expected", "now"),
    [
        *triplet(at("2026-11-26 12:00"), "early", "open"),
        *triplet(at("2026-12-07 12:00"), "open", "closed"),
    ],
)
def test_of_several_offers_the_newest_opens_and_the_last_to_be_answered_closes(
    expected: str, now: datetime
) -> None:
    search = searching(
        applied(meeting()),
        offer("Globex", "2026-11-25 10:00", "2026-12-07 12:00"),
        offer("Initech", "2026-11-26 12:00", "2026-12-01 12:00"),
    )
    assert expected == status(search, "mention-offer", now)


def test_an_offer_that_can_be_answered_at_any_time_leaves_it_open() -> None:
    search = searching(applied(meeting()), offer(), offer("Initech", reply_by=None))
    assert moments(search, "mention-offer")[3] is None


def test_a_day_by_which_to_reply_is_over_with_the_day() -> None:
    search = searching(applied(meeting()), offer(reply_by=date(2026, 12, 4)))
    assert "open" == status(search, "mention-offer", at("2026-12-05 00:00") - TICK)
    assert "closed" == status(search, "mention-offer", at("2026-12-05 00:00"))


@pytest.mark.parametrize(
    ("expected", "signed"),
    [
        pytest.param("2026-12-04 11:59:59.999999", "2026-12-04 11:59:59.999999", id="just before"),
        pytest.param("2026-12-04 12:00", "2026-12-04 12:00", id="as it has to be answered"),
        pytest.param("2026-12-04 12:00", "2026-12-04 12:00:00.000001", id="just after"),
    ],
)
def test_the_first_contract_ends_it_if_that_is_earlier(expected: str, signed: str) -> None:
    signer = Application(employer="Hooli", signed=at(signed))
    search = searching(applied(meeting()), offer(), signer)
    assert expected == moments(search, "mention-offer")[3]


def test_the_first_contract_ends_it_where_an_offer_can_be_answered_at_any_time() -> None:
    signer = Application(employer="Hooli", signed=at("2026-12-20 12:00"))
    search = searching(applied(meeting()), offer(reply_by=None), signer)
    assert "2026-12-20 12:00" == moments(search, "mention-offer")[3]


# -- which offers are live ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expected", "reply_by"),
    [
        pytest.param(False, "2026-11-26 11:59:59.999999", id="over just before the newest came"),
        pytest.param(True, "2026-11-26 12:00", id="over as the newest came"),
        pytest.param(True, "2026-11-26 12:00:00.000001", id="over just after the newest came"),
    ],
)
def test_an_offer_that_was_over_before_the_newest_came_is_not_named(
    expected: bool, reply_by: str
) -> None:
    search = searching(
        applied(meeting()),
        offer("Globex", "2026-11-25 10:00", reply_by),
        offer("Initech", "2026-11-26 12:00", "2026-12-01 12:00"),
    )
    [action] = [
        action
        for action in plan(search, now=at("2026-11-27 12:00")).actions
        if action.act == "mention-offer"
    ]
    assert (True, expected) == ("Initech" in action.text, "Globex" in action.text)


def test_an_old_offer_that_anybody_could_answer_at_any_time_stays_live() -> None:
    search = searching(
        applied(meeting()),
        offer("Globex", "2026-10-01 10:00", None),
        offer("Initech", "2026-11-26 12:00", "2026-12-01 12:00"),
    )
    assert ("2026-11-26 12:00", "2026-11-26 12:00", None, None) == moments(search, "mention-offer")


@pytest.mark.parametrize(
    "live",
    [
        pytest.param(offer(outcome="declined"), id="an outcome"),
        pytest.param(offer(signed=at("2026-12-20 12:00")), id="signed"),
        pytest.param(
            Application(
                employer="Globex", offer=Offer(received=at("2026-11-25 10:00"), declined=True)
            ),
            id="declined",
        ),
    ],
)
def test_without_a_live_offer_nobody_is_told(live: Application) -> None:
    assert [] == employers_to_tell(searching(applied(meeting()), live))


def test_the_text_names_all_offers() -> None:
    search = searching(applied(meeting()), offer("Globex"), offer("Initech"), offer("Umbrella"))
    [mention] = [
        action
        for action in plan(search, now=at("2026-11-27 12:00")).actions
        if action.act == "mention-offer"
    ]
    assert [True] * 4 == [
        name in mention.text for name in ("Acme", "Globex", "Initech", "Umbrella")
    ]


# -- an arrival that nobody told ------------------------------------------------------------------


def test_an_offer_of_unknown_arrival_needs_that_fact() -> None:
    search = searching(applied(meeting()), offer(), offer("Initech", None))
    assert "needs-fact" == status(search, "mention-offer", at("2026-11-27 12:00"))
    questions = plan(search, now=at("2026-11-27 12:00")).questions
    assert "application.offer_received" in [question.fact for question in questions]


@pytest.mark.parametrize(
    ("expected", "reply_by"),
    [
        pytest.param("open", "2026-11-25 09:59:59.999999", id="over just before the newest came"),
        pytest.param("needs-fact", "2026-11-25 10:00", id="over as the newest came"),
        pytest.param("needs-fact", "2026-11-25 10:00:00.000001", id="over just after it came"),
    ],
)
def test_one_of_unknown_arrival_that_was_over_before_the_newest_came_needs_nothing(
    expected: str, reply_by: str
) -> None:
    search = searching(applied(meeting()), offer(), offer("Initech", None, reply_by))
    assert expected == status(search, "mention-offer", at("2026-11-25 10:00"))


# -- done ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expected", "mentioned"),
    [
        pytest.param("open", "2026-11-26 11:59:59.999999", id="just before the newest came"),
        pytest.param("done", "2026-11-26 12:00", id="as the newest came"),
        pytest.param("done", "2026-11-26 12:00:00.000001", id="just after the newest came"),
    ],
)
def test_a_mention_counts_since_the_newest_offer_came(expected: str, mentioned: str) -> None:
    search = searching(
        applied(meeting(), done=[did("mention-offer", mentioned)]),
        offer("Globex", "2026-11-25 10:00"),
        offer("Initech", "2026-11-26 12:00"),
    )
    assert expected == status(search, "mention-offer", at("2026-11-27 12:00"))


@pytest.mark.parametrize(
    ("expected", "day"),
    [
        pytest.param("open", date(2026, 11, 24), id="the day before"),
        pytest.param("done", date(2026, 11, 25), id="on the day"),
        pytest.param("done", date(2026, 11, 26), id="the day after"),
    ],
)
def test_a_mention_of_which_the_day_is_known_counts_on_the_day_of_arrival(
    expected: str, day: date
) -> None:
    mentioned = Done(act="mention-offer", at=day)
    search = searching(applied(meeting(), done=[mentioned]), offer())
    assert expected == status(search, "mention-offer", at("2026-11-27 12:00"))


# -- the one you would rather have ----------------------------------------------------------------

OTHER = applied(meeting("2026-11-20 10:00", "2026-11-20 11:00"), employer="Other")


def test_without_a_preferred_application_all_that_wait_are_told() -> None:
    assert ["Acme", "Other"] == employers_to_tell(searching(applied(meeting()), OTHER, offer()))


@pytest.mark.parametrize(
    ("expected", "reply_by"),
    [
        pytest.param(["Acme", "Other"], ENDS - TICK, id="over just before they meet"),
        pytest.param(["Acme", "Other"], ENDS, id="over as they have met"),
        pytest.param(["Acme"], ENDS + TICK, id="over just after they met"),
        pytest.param(["Acme"], None, id="never over"),
    ],
)
def test_the_preferred_one_alone_is_told_if_it_meets_you_before_the_offers_are_over(
    expected: list[str], reply_by: datetime | None
) -> None:
    search = searching(
        applied(meeting(), preferred=True), OTHER, offer("Globex", "2026-11-21 10:00", reply_by)
    )
    assert expected == employers_to_tell(search)


@pytest.mark.parametrize(
    ("expected", "last"),
    [
        pytest.param(["Acme", "Other"], ENDS, id="both over"),
        pytest.param(["Acme"], ENDS + TICK, id="the last one is not over"),
        pytest.param(["Acme"], None, id="one is never over"),
    ],
)
def test_of_several_offers_the_last_to_be_answered_says_whether_there_is_time(
    expected: list[str], last: datetime | None
) -> None:
    search = searching(
        applied(meeting(), preferred=True),
        OTHER,
        offer("Globex", "2026-11-21 10:00", "2026-11-23 12:00"),
        offer("Initech", "2026-11-22 10:00", last),
    )
    assert expected == employers_to_tell(search)


def test_the_first_interview_with_the_preferred_one_counts_not_the_latest() -> None:
    acme = applied(meeting(), meeting("2026-12-10 10:00", "2026-12-10 11:00"), preferred=True)
    assert ["Acme"] == employers_to_tell(searching(acme, OTHER, offer()))


@pytest.mark.parametrize(
    "preferred",
    [
        pytest.param(applied(preferred=True), id="no interview"),
        pytest.param(applied(meeting(not_held="cancelled"), preferred=True), id="not held"),
        pytest.param(applied(meeting(), preferred=True, outcome="rejected"), id="rejected"),
        pytest.param(
            applied(meeting(), preferred=True, offer=Offer(received=at("2026-11-25 09:00"))),
            id="an offer of its own",
        ),
        pytest.param(
            applied(meeting(), preferred=True, signed=at("2026-12-20 12:00")), id="signed"
        ),
    ],
)
def test_all_are_told_where_the_preferred_one_does_not_wait_after_an_interview(
    preferred: Application,
) -> None:
    assert ["Other"] == employers_to_tell(searching(preferred, OTHER, offer()))


def test_nothing_advises_to_tell_the_others() -> None:
    search = searching(applied(meeting(), preferred=True), OTHER, offer())
    verdict = check(search, "mention-offer", at=at("2026-11-26 12:00"), of="Other")
    assert (False, "silent") == (verdict.allowed, verdict.status)


def test_it_goes_as_they_asked() -> None:
    follow_up = FollowUp(channel="phone", to="020 7946 0000")
    search = searching(applied(meeting(), follow_up=follow_up), offer())
    [mention] = scheduled_acts(search, "mention-offer")
    assert ("phone", "020 7946 0000") == (mention.channel, mention.to)
