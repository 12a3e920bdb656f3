"""What the first contract in hand ends, and what stays."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from builders import TICK, applied, at, cautions, meeting, moments, searching, status
from interview_followup import Application, JobSearch, Offer, Person, check
from triplets import triplet

SIGNED = at("2026-12-08 12:00")
WAITING = ("ask-recruiter", "chase", "mention-offer")


def signing(*signed: date | datetime | None) -> JobSearch:
    """Return a search with one who waits, a live offer, and contracts elsewhere."""
    waiting = applied(meeting(), recruiter=Person(name="Rachel Green"))
    live = Application(employer="Globex", offer=Offer(received=at("2026-11-24 09:00")))
    contracts = [
        Application(employer=f"Hooli {number}", signed=moment)
        for number, moment in enumerate(signed)
    ]
    return searching(waiting, live, *contracts)


@pytest.mark.parametrize("act", WAITING)
@pytest.mark.parametrize(("expected", "now"), triplet(SIGNED, "open", "closed"))
def test_what_waits_is_over_with_a_contract_elsewhere(
    expected: str, now: datetime, act: str
) -> None:
    assert expected == status(signing(SIGNED), act, now)


@pytest.mark.parametrize("act", WAITING)
@pytest.mark.parametrize(("expected", "now"), triplet(SIGNED, True, False))
def test_a_verdict_says_so(expected: bool, now: datetime, act: str) -> None:
    assert expected == check(signing(SIGNED), act, at=now, of="Acme").allowed


@pytest.mark.parametrize("act", [*WAITING, "keep-looking"])
def test_the_first_of_several_contracts_counts(act: str) -> None:
    search = signing(at("2026-12-20 12:00"), SIGNED, date(2026, 12, 8))
    assert "2026-12-08 12:00" == moments(search, act)[3]


@pytest.mark.parametrize("act", [*WAITING, "keep-looking"])
def test_a_contract_of_which_the_day_is_known_counts_from_the_end_of_that_day(act: str) -> None:
    assert "2026-12-09 00:00" == moments(signing(date(2026, 12, 8)), act)[3]


@pytest.mark.parametrize("act", ["chase", "mention-offer", "keep-looking"])
def test_without_a_contract_they_stay_open(act: str) -> None:
    assert moments(signing(), act)[3] is None


@pytest.mark.parametrize(
    ("expected", "signed"),
    [
        pytest.param(
            "2026-12-24 10:59:59.999999", at("2026-12-24 11:00") - TICK, id="signed just before"
        ),
        pytest.param("2026-12-24 11:00", at("2026-12-24 11:00"), id="signed as it is over"),
        pytest.param("2026-12-24 11:00", at("2026-12-24 11:00") + TICK, id="signed just after"),
        pytest.param("2026-12-24 11:00", None, id="never signed"),
    ],
)
def test_the_recruiter_is_asked_for_thirty_days_or_until_a_contract(
    expected: str, signed: datetime | None
) -> None:
    assert expected == moments(signing(signed), "ask-recruiter")[3]


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        ("thank-you", ("2026-11-24 11:00", "2026-11-26 11:00")),
        ("debrief", ("2026-11-24 11:00", "2026-12-01 11:00")),
        ("connect", ("2026-11-26 11:00", "2026-12-24 11:00")),
    ],
)
def test_thanks_debrief_and_connecting_stay(act: str, expected: tuple[str, str]) -> None:
    opens, _, _, closes = moments(signing(at("2026-11-24 12:00")), act)
    assert expected == (opens, closes)


@pytest.mark.parametrize("signed", [at("2026-11-24 10:30"), at("2026-11-30 12:00")])
@pytest.mark.parametrize(
    "now", [at("2026-11-30 12:00"), at("2026-12-02 12:00"), at("2026-12-03 11:00")]
)
def test_nobody_is_told_to_wait_for_a_chase_that_a_contract_has_ended(
    now: datetime, signed: datetime
) -> None:
    search = signing(signed)
    assert "closed" == status(search, "chase", now)
    assert ("chase", "early") not in cautions(search, now)


def test_a_signature_on_the_application_itself_ends_its_waiting_too() -> None:
    search = searching(applied(meeting(), signed=SIGNED, recruiter=Person(name="Rachel Green")))
    for act in ("ask-recruiter", "chase"):
        verdict = check(search, act, at=at("2026-12-04 12:00"))
        assert (False, "silent") == (verdict.allowed, verdict.status)


# -- looking on -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expected", "now"),
    [
        *triplet(at("2026-12-01 11:00"), "early", "open"),
        *triplet(at("2026-12-08 11:00"), "open", "late"),
        *triplet(SIGNED, "late", "closed"),
    ],
)
def test_keep_looking_until_the_first_contract(expected: str, now: datetime) -> None:
    assert expected == status(signing(SIGNED), "keep-looking", now)


@pytest.mark.parametrize(
    ("expected", "now"),
    [
        *triplet(at("2026-12-01 11:00"), "early", "open"),
        *triplet(at("2026-12-08 11:00"), "open", "late"),
        *triplet(SIGNED, "late", "closed"),
    ],
)
def test_looking_is_allowed_at_any_time(expected: str, now: datetime) -> None:
    verdict = check(signing(SIGNED), "keep-looking", at=now)
    assert (True, expected) == (verdict.allowed, verdict.status)


def test_looking_is_allowed_before_any_interview() -> None:
    assert check(searching(), "keep-looking", at=SIGNED).allowed


@pytest.mark.parametrize(("expected", "now"), triplet(SIGNED, False, True))
def test_stop_looking_with_the_first_contract(expected: bool, now: datetime) -> None:
    assert expected == check(signing(SIGNED), "stop-looking", at=now).allowed


@pytest.mark.parametrize("now", [at("2026-11-24 12:00"), SIGNED - TICK, SIGNED])
def test_no_caution_speaks_of_looking(now: datetime) -> None:
    warned = {act for act, _ in cautions(signing(SIGNED), now)}
    assert set() == warned & {"keep-looking", "stop-looking"}
