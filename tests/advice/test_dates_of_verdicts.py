"""A verdict has the dates of what it is about, and says when its answer changes."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from builders import NEW_YORK, applied, at, did, meeting, priya, searching, wall
from interview_followup import JobSearch, Promise, Verdict, check
from triplets import triplet

OPENS, BEST = at("2026-12-05 00:00"), at("2026-12-07 09:00")
BEST_THANKS, LATE_THANKS = "2026-11-24 14:00", "2026-11-24 18:00"
LAST_THANKS = "2026-11-26 11:00"
WAITING = searching(applied(meeting(), promise=Promise(by=date(2026, 12, 4))))


def dates(verdict: Verdict) -> list[str | None]:
    window = (verdict.opens, verdict.best, verdict.due, verdict.closes)
    return [wall(moment) for moment in window]


@pytest.mark.parametrize(
    ("expected", "now"),
    [
        *triplet(OPENS, (False, "early", OPENS), (True, "open", BEST)),
        *triplet(BEST, (True, "open", BEST), (True, "open", None)),
    ],
)
def test_a_yes_changes_at_the_best_moment(
    expected: tuple[bool, str, datetime | None], now: datetime
) -> None:
    verdict = check(WAITING, "chase", at=now)
    assert expected == (verdict.allowed, verdict.status, verdict.until)


@pytest.mark.parametrize("now", [OPENS, BEST])
def test_its_dates_are_those_of_the_window(now: datetime) -> None:
    expected = ["2026-12-05 00:00", "2026-12-07 09:00", None, None]
    assert expected == dates(check(WAITING, "chase", at=now))


@pytest.mark.parametrize(("expected", "now"), triplet(BEST, True, False))
def test_a_yes_names_the_best_moment_while_it_is_ahead(expected: bool, now: datetime) -> None:
    assert expected == ("Monday 7 December, 09:00" in check(WAITING, "chase", at=now).text)


def test_an_early_no_names_the_opening_and_the_best_moment() -> None:
    text = check(WAITING, "chase", at=at("2026-12-01 12:00")).text
    assert [True, True] == ["Saturday 5 December" in text, "Monday 7 December, 09:00" in text]


@pytest.mark.parametrize(
    ("expected", "now"),
    [
        *triplet(
            at("2026-11-24 14:00"), ("open", "2026-11-24 14:00"), ("open", "2026-11-24 18:00")
        ),
        *triplet(
            at("2026-11-24 18:00"), ("open", "2026-11-24 18:00"), ("late", "2026-11-26 11:00")
        ),
        *triplet(at("2026-11-26 11:00"), ("late", "2026-11-26 11:00"), ("closed", None)),
    ],
)
def test_a_verdict_changes_at_best_at_due_and_at_the_end(
    expected: tuple[str, str | None], now: datetime
) -> None:
    verdict = check(searching(applied(meeting())), "thank-you", at=now, of="Priya Shah")
    assert expected == (verdict.status, wall(verdict.until))


@pytest.mark.parametrize("now", [at("2026-11-24 09:00"), at("2026-11-24 12:00")])
def test_the_dates_are_in_the_zone_of_the_candidate(now: datetime) -> None:
    met = meeting("2026-11-24 10:00", "2026-11-24 11:00", NEW_YORK)
    verdict = check(searching(applied(met)), "debrief", at=now)
    shown = (verdict.opens, verdict.best, verdict.due, verdict.closes)
    expected = ["2026-11-24T16:00", "2026-11-24T17:00", "2026-11-25T05:00", "2026-12-01T16:00"]
    assert expected == [f"{moment:%Y-%m-%dT%H:%M}" if moment else None for moment in shown]


def test_a_silent_verdict_has_no_dates() -> None:
    search = searching(applied(meeting(), outcome="rejected"))
    verdict = check(search, "chase", at=at("2026-12-04 12:00"))
    assert [None] * 4 == dates(verdict)
    assert verdict.until is None


def twice() -> JobSearch:
    return searching(
        applied(
            meeting(), done=[did("chase", "2026-12-04 12:00"), did("chase", "2026-12-14 12:00")]
        )
    )


def test_what_is_done_changes_no_more_and_is_not_invited_again() -> None:
    verdict = check(twice(), "chase", at=at("2026-12-15 12:00"))
    assert (False, "done", None) == (verdict.allowed, verdict.status, verdict.until)
    assert "21 December" not in verdict.text + verdict.why


def test_without_an_address_a_verdict_is_no_and_changes_with_the_window() -> None:
    search = searching(applied(meeting(interviewers=[priya(email=None)])))
    verdict = check(search, "thank-you", at=at("2026-11-24 12:00"), of="Priya Shah")
    expected = (False, "needs-fact", "2026-11-26 11:00")
    assert expected == (verdict.allowed, verdict.status, wall(verdict.until))
