"""Explanations hold the value of every part, and replay without the search."""

from __future__ import annotations

from datetime import UTC, datetime

from builders import applied, at, did, meeting, searching
from interview_followup._reason import reason
from interview_followup._subject import Subject, subjects
from interview_followup.language import (
    NOT_YET,
    Unknown,
    days,
    done,
    interview,
    last_done,
    person,
    when,
)


def subject(per: str = "interview", **more: object) -> Subject:
    held = subjects(searching(applied(meeting(**more))))  # type: ignore[arg-type]
    return held[per][0]  # type: ignore[index]


def test_every_part_has_the_value_that_it_took() -> None:
    why = reason(interview.ends + days(2), subject())
    ends, period = why.operands
    assert datetime(2026, 11, 26, 11, tzinfo=UTC) == why.value
    assert datetime(2026, 11, 24, 11, tzinfo=UTC) == ends.value
    assert days(2) == period.value


def test_a_moment_says_in_which_zone_its_days_are_counted() -> None:
    why = reason((interview.ends + days(2)).known, subject(zone="America/New_York"))
    assert [None, "America/New_York"] == [why.timezone, why.operands[0].timezone]


def test_a_replay_gives_the_value_without_the_search() -> None:
    choice = when(
        interview.in_the_morning, interview.ends + days(1), otherwise=interview.ends.office_time
    )
    why = reason(choice, subject())
    assert at("2026-11-25 11:00") == why.replayed()
    # Nothing but what the why holds is looked at.
    elsewhere = why._replace(subject=subject(starts="2031-01-01 10:00", ends=None))
    assert at("2026-11-25 11:00") == elsewhere.replayed()


def test_what_a_fact_gave_is_replayed_and_not_the_fact() -> None:
    why = reason(interview.ends + days(2), subject())
    ends = why.operands[0]._replace(value=at("2026-12-24 11:00").astimezone(UTC))
    changed = why._replace(operands=(ends, why.operands[1]))
    assert at("2026-12-26 11:00") == changed.replayed()


def test_a_moment_in_another_zone_is_replayed_in_that_zone() -> None:
    upcoming = meeting("2026-11-26 10:00", "2026-11-26 11:00", zone="Pacific/Kiritimati")
    held = subjects(searching(applied(meeting(), upcoming)))["interview"][0]
    evening = (interview.next_starts - days(1)).at("18:00")
    assert at("2026-11-25 18:00", "Pacific/Kiritimati") == reason(evening, held).replayed()


def test_what_is_unknown_or_has_not_happened_is_replayed_as_such() -> None:
    unknown = reason(interview.ends + days(2), subject(ends=None))
    assert isinstance(unknown.replayed(), Unknown)
    assert unknown.value == unknown.replayed()
    assert NOT_YET is reason(interview.left, subject()).replayed()


def test_acts_done_are_replayed() -> None:
    thanked = subject("person", done=[did("thank-you", "2026-11-24 14:00", "Priya Shah")])
    assert at("2026-11-24 14:00") == reason(last_done("thank-you"), thanked).replayed()
    assert True is reason(done("thank-you", since=interview.ends), thanked).replayed()
    assert False is reason(done("connect") | ~person.email.known, thanked).replayed()
