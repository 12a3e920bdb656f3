"""The facts about a search: what they give, and what where something is missing."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from builders import (
    LONDON,
    NEW_YORK,
    applied,
    at,
    meeting,
    searching,
    wall,
)
from expressions import subject_of
from facts import (
    ACME,
    EITHER_ORDER,
    LONG,
    SHORT,
    missing,
)
from interview_followup import (
    Application,
    Interview,
)
from interview_followup.language import (
    NOT_YET,
    Unknown,
    search,
)
from interview_followup.language._evaluation import day_known
from interview_followup.language._subject import Subject


def test_applications_and_interviews_that_took_place_are_counted() -> None:
    later = meeting("2026-12-01 10:00", "2026-12-01 11:00")
    cancelled = meeting("2026-12-02 10:00", "2026-12-02 11:00", not_held="cancelled")
    applications = applied(meeting(), later), applied(cancelled, employer="Bolt")
    root = subject_of(searching(*applications), "search")
    assert 2 == search.application_count.evaluate(root)
    assert 2 == search.interview_count.evaluate(root)
    assert 0 == search.application_count.evaluate(subject_of(searching(), "search"))


@pytest.mark.parametrize(
    "applications",
    [pytest.param([], id="no application"), pytest.param([applied()], id="no interview")],
)
def test_without_an_interview_the_first_has_not_ended(applications: list[Application]) -> None:
    root = subject_of(searching(*applications), "search")
    assert NOT_YET is search.first_ends.evaluate(root)


@pytest.mark.parametrize("interviews", EITHER_ORDER, ids=["long first", "short first"])
def test_the_first_interview_of_a_search_is_the_first_to_start(
    interviews: tuple[Interview, Interview],
) -> None:
    one, other = interviews
    apart = searching(applied(one), applied(other, employer="Bolt"), applied(employer="Core"))
    together = searching(applied(one, other))
    for job_search in (apart, together):
        ended = search.first_ends.evaluate(subject_of(job_search, "search"))
        assert "2026-11-24 17:00" == wall(ended)


def test_of_two_interviews_that_start_together_the_shorter_is_the_first() -> None:
    both = [meeting("2026-11-24 09:00", "2026-11-24 09:30", key="short"), LONG]
    for one, other in permutations(both):
        job_search = searching(applied(one), applied(other, employer="Bolt"))
        ended = search.first_ends.evaluate(subject_of(job_search, "search"))
        assert "2026-11-24 09:30" == wall(ended)


def untold(root: Subject) -> list[tuple[str, str]]:
    """Return what would tell to the minute when the first interview of a search ended."""
    day = day_known(search.first_ends, root)
    assert day is not None
    return missing(Unknown(day.missing))


def test_of_the_end_of_the_first_interview_of_a_search_perhaps_only_the_day_is_known() -> None:
    job_search = searching(applied(SHORT), applied(meeting("2026-11-23 10:00", None), employer="B"))
    root = subject_of(job_search, "search")
    assert "2026-11-24 00:00" == wall(search.first_ends.evaluate(root))
    assert [("interview.ends", "B, Data engineer · 2026-11-23 10:00")] == untold(root)


def test_of_two_interviews_at_one_time_it_is_always_the_same_that_counts() -> None:
    endless = meeting(ends=None)
    both = [applied(endless), applied(endless, employer="Bolt")]
    for applications in permutations(both):
        root = subject_of(searching(*applications), "search")
        assert [("interview.ends", f"{ACME} · 2026-11-24 10:00")] == untold(root)


@pytest.mark.parametrize("not_held", ["cancelled", "no-show"])
def test_what_did_not_take_place_is_not_the_first_interview_of_a_search(not_held: str) -> None:
    void = meeting("2026-11-23 10:00", "2026-11-23 11:00", NEW_YORK, not_held=not_held)
    for applications in ([applied(void, SHORT)], [applied(void), applied(SHORT, employer="Bolt")]):
        root = subject_of(searching(*applications), "search")
        assert "2026-11-24 11:00" == wall(search.first_ends.evaluate(root))
        assert LONDON == search.first_ends.zone(root).key
    alone = subject_of(searching(applied(void), zone="Asia/Tokyo"), "search")
    assert NOT_YET is search.first_ends.evaluate(alone)
    assert "Asia/Tokyo" == alone.timezone


def test_the_days_of_a_search_are_those_of_its_first_interview() -> None:
    abroad = meeting("2026-11-24 10:00", "2026-11-24 11:00", NEW_YORK)  # from 15:00 in London
    earlier, later = LONG, meeting("2026-11-25 09:00", "2026-11-25 17:00")
    nine = search.first_ends.at("09:00")
    here = subject_of(searching(applied(abroad, earlier), zone=NEW_YORK), "search")
    subject = subject_of(searching(applied(later), applied(abroad, employer="Bolt")), "search")
    assert at("2026-11-24 09:00", LONDON) == nine.evaluate(here)
    assert at("2026-11-24 09:00", NEW_YORK) == nine.evaluate(subject)


def test_the_first_contract_of_a_search_is_the_earliest_signed() -> None:
    signed = [
        applied(employer=employer, signed=moment and at(moment))
        for employer, moment in [
            ("Acme", None),
            ("Bolt", "2026-12-02 10:00"),
            ("Core", "2026-12-01 10:00"),
        ]
    ]
    root = subject_of(searching(*signed), "search")
    assert "2026-12-01 10:00" == wall(search.signed.evaluate(root))
    on_a_day = [applied(signed=date(2026, 12, 1), employer="Dune"), *signed[:2]]
    root = subject_of(searching(*on_a_day), "search")
    assert "2026-12-02 00:00" == wall(search.signed.evaluate(root))
    unsigned = subject_of(searching(applied()), "search")
    assert NOT_YET is search.signed.evaluate(unsigned)
