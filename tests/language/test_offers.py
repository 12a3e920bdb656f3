"""The offers of others that can still be answered, as facts of an application."""

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
    meeting,
    searching,
)
from expressions import subject_of
from facts import (
    ABROAD,
    ACME,
    about,
    missing,
    question,
)
from interview_followup import (
    Application,
    Interview,
    Offer,
)
from interview_followup.language import (
    NOT_YET,
    application,
)
from interview_followup.language._texts import fill


def offered(
    employer: str,
    received: str | date | None,
    reply_by: date | datetime | None = None,
    *interviews: Interview,
    declined: bool = False,
    **more: Any,
) -> Application:
    moment = at(received) if isinstance(received, str) else received
    offer = Offer(received=moment, reply_by=reply_by, declined=declined)
    return applied(*interviews, employer=employer, offer=offer, **more)


def other_offer(
    *others: Application, own: Application | None = None, zone: str = LONDON
) -> tuple[Any, Any]:
    """Return when the other offer was received and when it has to be answered.

    The answer is the same in whatever order the applications are.
    """
    dates = set()
    for applications in permutations([own or applied(meeting()), *others]):
        here = subject_of(searching(*applications, zone=zone), "application", of=ACME)
        dates.add(
            (
                application.other_offer_received.evaluate(here),
                application.other_offer_reply_by.evaluate(here),
            )
        )
    [only] = dates
    return only


RECEIVED, REPLY_BY = at("2026-11-26 10:00"), at("2026-12-03 17:00")


def test_an_offer_of_one_s_own_is_not_the_first_of_the_others_to_be_answered() -> None:
    mine = Offer(received=RECEIVED, reply_by=at("2026-12-01 10:00"))
    live = offered("Globex", "2026-11-26 10:00", REPLY_BY)
    assert (RECEIVED, REPLY_BY) == other_offer(live, own=applied(meeting(), offer=mine))


def test_an_offer_of_one_s_own_is_not_the_newest_of_the_others() -> None:
    own = applied(meeting(), offer=Offer(received=at("2026-11-30 10:00")))
    over = offered("Bolt", "2026-11-20 10:00", at("2026-11-24 10:00"))
    live = offered("Globex", "2026-11-26 10:00", REPLY_BY)
    assert (RECEIVED, REPLY_BY) == other_offer(over, live, own=own)


# -- offers of which nobody has told when they came -----------------------------------------------


def undated(value: object) -> list[str]:
    """Return the labels of the applications whose offers came at an unknown time."""
    facts = missing(value)
    assert {"application.offer_received"} == {fact for fact, _ in facts}
    return [label for _, label in facts]


def test_when_the_other_offer_came_is_unknown_while_nobody_has_told() -> None:
    received, reply_by = other_offer(offered("Bolt", None, REPLY_BY))
    assert ["Bolt, Data engineer"] == undated(received)
    assert "When did the offer from {employer} arrive?" == question(received)
    assert REPLY_BY == reply_by


def test_it_is_unknown_while_one_of_several_offers_came_at_an_unknown_time() -> None:
    others = [
        offered("Bolt", None),
        offered("Core", "2026-11-26 10:00", REPLY_BY),
        offered("Dune", None, at("2026-12-01 17:00")),
    ]
    received, reply_by = other_offer(*others)
    assert ["Bolt, Data engineer", "Dune, Data engineer"] == undated(received)
    assert NOT_YET == reply_by


@pytest.mark.parametrize(
    ("reply_by", "is_left_out"),
    [
        pytest.param(RECEIVED - TICK, True, id="just before"),
        pytest.param(RECEIVED, False, id="just then"),
        pytest.param(RECEIVED + TICK, False, id="just after"),
    ],
)
def test_an_offer_of_unknown_arrival_is_left_out_if_it_was_over_before_the_newest_came(
    reply_by: datetime, is_left_out: bool
) -> None:
    core = offered("Core", "2026-11-26 10:00")
    received, _ = other_offer(offered("Bolt", None, reply_by), core)
    assert is_left_out is (received == RECEIVED)


def test_of_offers_to_be_answered_together_one_of_unknown_arrival_is_named_last() -> None:
    others = [offered("Bolt", None, REPLY_BY), offered("Core", "2026-11-26 10:00", REPLY_BY)]
    for applications in permutations([applied(meeting()), *others]):
        here = subject_of(searching(*applications), "application", of=ACME)
        assert "Core and Bolt" == fill("{other_employers}", here)


@pytest.mark.parametrize(
    "more",
    [{"declined": True}, {"outcome": "withdrawn"}, {"signed": REPLY_BY}],
    ids=["declined", "an outcome", "signed"],
)
def test_an_offer_that_is_not_live_is_not_asked_about(more: Any) -> None:
    assert NO_OFFER == other_offer(offered("Bolt", None, **more))


def test_an_offer_of_one_s_own_is_not_asked_about_for_what_is_said_of_others() -> None:
    own = applied(meeting(), offer=Offer())
    assert NO_OFFER == other_offer(own=own)
    live = offered("Globex", "2026-11-26 10:00", REPLY_BY)
    assert (RECEIVED, REPLY_BY) == other_offer(live, own=own)


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        pytest.param([ABROAD], NEW_YORK, id="its own latest interview"),
        pytest.param([], LONDON, id="the first interview of the search"),
    ],
)
def test_an_offer_that_came_on_a_day_came_as_it_began_in_the_zone_of(
    others: list[Interview], expected: str
) -> None:
    bolt = offered("Bolt", date(2026, 11, 26), None, *others)
    received, _ = other_offer(bolt, zone="Asia/Tokyo")
    assert at("2026-11-26 00:00", expected) == received


# -- whether there is one -------------------------------------------------------------------------

NO_OFFER = (NOT_YET, NOT_YET)


def test_another_offer_is_received_and_has_to_be_answered() -> None:
    bolt = offered("Bolt", "2026-11-26 10:00", REPLY_BY)
    assert (RECEIVED, REPLY_BY) == other_offer(bolt)


def test_another_offer_may_stay_open() -> None:
    assert (RECEIVED, NOT_YET) == other_offer(offered("Bolt", "2026-11-26 10:00"))


@pytest.mark.parametrize(
    "others",
    [
        pytest.param([], id="no other application"),
        pytest.param([applied(employer="Bolt")], id="no offer"),
        pytest.param([offered("Bolt", "2026-11-26 10:00", declined=True)], id="declined"),
        pytest.param([offered("Bolt", "2026-11-26 10:00", outcome="withdrawn")], id="an outcome"),
        pytest.param([offered("Bolt", "2026-11-26 10:00", signed=REPLY_BY)], id="signed"),
    ],
)
def test_there_is_no_other_offer_unless_one_is_live(others: list[Application]) -> None:
    assert NO_OFFER == other_offer(*others)


def test_an_offer_of_the_applications_own_is_no_other() -> None:
    own = offered("Acme", "2026-11-26 10:00", REPLY_BY, meeting())
    assert NO_OFFER == other_offer(own=own)


def test_of_several_offers_the_newest_arrival_and_the_last_answer_count() -> None:
    others = [
        offered("Bolt", "2026-11-24 10:00", REPLY_BY),
        offered("Core", "2026-11-26 10:00", REPLY_BY - TICK),
    ]
    assert (RECEIVED, REPLY_BY) == other_offer(*others)


def test_of_several_offers_one_that_need_not_be_answered_keeps_them_open() -> None:
    others = [
        offered("Bolt", "2026-11-24 10:00"),
        offered("Core", "2026-11-26 10:00", REPLY_BY),
    ]
    assert (RECEIVED, NOT_YET) == other_offer(*others)


NEWEST = at("2026-12-02 10:00")


@pytest.mark.parametrize(
    ("reply_by", "expected"),
    [
        pytest.param(NEWEST - TICK, "Core", id="just before"),
        pytest.param(NEWEST, "Bolt", id="just then"),
        pytest.param(NEWEST + TICK, "Bolt", id="just after"),
    ],
)
def test_an_offer_that_had_to_be_answered_before_the_newest_came_is_left_out(
    reply_by: datetime, expected: str
) -> None:
    """It is the first to be named, as long as it counts."""
    older, newer = offered("Bolt", "2026-11-26 10:00", reply_by), offered("Core", str(NEWEST)[:16])
    assert (NEWEST, NOT_YET) == other_offer(older, newer)
    here = subject_of(searching(applied(meeting()), older, newer), "application", of=ACME)
    assert fill("{other_employers}", here).startswith(expected)


def test_a_newer_offer_that_was_declined_leaves_out_none() -> None:
    older = offered("Bolt", "2026-11-26 10:00", NEWEST - TICK)
    declined = offered("Core", "2026-12-02 10:00", declined=True)
    assert (RECEIVED, NEWEST - TICK) == other_offer(older, declined)


@pytest.mark.parametrize("reply_by", [REPLY_BY, None], ids=["a moment", "none"])
def test_of_offers_to_be_answered_together_the_one_received_first_is_named_first(
    reply_by: datetime | None,
) -> None:
    others = [
        offered("Bolt", "2026-11-27 10:00", reply_by),
        offered("Core", "2026-11-26 10:00", reply_by),
    ]
    here = subject_of(searching(applied(meeting()), *others), "application", of=ACME)
    assert fill("{other_employers}", here).startswith("Core")


@pytest.mark.parametrize(
    ("others", "own", "expected"),
    [
        pytest.param([ABROAD], [meeting()], NEW_YORK, id="its own latest interview"),
        pytest.param([], [ABROAD], NEW_YORK, id="the first interview of the search"),
        pytest.param(
            [meeting(zone=NEW_YORK, not_held="cancelled")],
            [meeting()],
            LONDON,
            id="the search's first interview, where its own did not take place",
        ),
        pytest.param([], [], "Asia/Tokyo", id="the search"),
    ],
)
def test_a_date_to_reply_by_is_the_midnight_after_it_in_the_zone_of(
    others: list[Interview], own: list[Interview], expected: str
) -> None:
    bolt = offered("Bolt", "2026-11-26 10:00", date(2026, 12, 3), *others)
    _, reply_by = other_offer(bolt, own=applied(*own), zone="Asia/Tokyo")
    assert at("2026-12-04 00:00", expected) == reply_by


@pytest.mark.parametrize(
    ("expected", "known"),
    [
        pytest.param(False, {}, id="no offer"),
        pytest.param(True, {"offer": Offer()}, id="an offer"),
        pytest.param(False, {"offer": Offer(declined=True)}, id="declined"),
        pytest.param(False, {"offer": Offer(), "outcome": "closed"}, id="an outcome"),
        pytest.param(False, {"offer": Offer(), "signed": NEWEST}, id="a contract"),
    ],
)
def test_an_offer_of_theirs_can_be_answered_until_it_is_declined_or_all_is_settled(
    expected: bool, known: dict[str, Any]
) -> None:
    assert expected is about(application.live_offer, meeting(), **known)


@pytest.mark.parametrize(
    ("expected", "offer"),
    [
        pytest.param(NOT_YET, None, id="no offer"),
        pytest.param(NOT_YET, Offer(), id="at any time"),
        pytest.param(NEWEST, Offer(reply_by=NEWEST), id="a moment"),
        pytest.param(
            at("2026-12-04 00:00", NEW_YORK), Offer(reply_by=date(2026, 12, 3)), id="a day"
        ),
        pytest.param(NOT_YET, Offer(reply_by=NEWEST, declined=True), id="declined"),
    ],
)
def test_an_offer_of_theirs_has_to_be_answered_by_a_moment(
    expected: Any, offer: Offer | None
) -> None:
    assert expected == about(application.offer_reply_by, meeting(zone=NEW_YORK), offer=offer)
