"""The laws about windows fail where they should."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve

from breaches import FRIDAY, MONDAY, breach, changing, unordered
from builders import TICK, applied, at, card, meeting, searching
from interview_followup import (
    Window,
    laws,
)
from interview_followup.language import (
    days,
    first_known,
    hours,
    interview,
    when,
)
from interview_followup.laws import _windows


@pytest.mark.parametrize(
    ("part", "moment", "expected"),
    [
        ("best", interview.starts, "best"),
        ("best", interview.ends, None),
        ("best", interview.ends + hours(9), "best"),
        ("due", interview.starts, "due"),
        ("due", interview.ends, None),
        ("due", interview.ends + hours(9), None),
        ("due", interview.ends + hours(10), "due"),
    ],
    ids=str,
)
def test_law_1_fails_where_best_or_due_is_outside_the_window(
    monkeypatch: pytest.MonkeyPatch, part: str, moment: Any, expected: str | None
) -> None:
    monkeypatch.setattr("interview_followup._planning.reading.ordered", unordered)
    rule = card(closes=interview.ends + hours(9), **{part: moment})
    text = breach(laws.windows_are_in_order, rule)
    subject = "Priya Shah · Acme, Data engineer · 2026-11-24 10:00"
    assert (expected and f"{expected} of send-card of {subject} is not in its window") == text


def test_law_1_fails_where_a_window_that_never_closes_has_its_best_before_it_opens(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("interview_followup._planning.reading.ordered", unordered)
    text = breach(laws.windows_are_in_order, card(best=interview.starts, due=interview.ends))
    assert text is not None
    assert text.startswith("best of send-card")


def test_law_2_fails_where_a_phase_goes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def backwards(now: datetime, window: Window) -> tuple[str, None]:
        return ("open" if window.opens is not None and now < window.opens else "early"), None

    monkeypatch.setattr("interview_followup._planning.scheduled.phases", backwards)
    text = breach(laws.phases_move_forward, card())
    assert text is not None
    assert "goes back: it is open, then early" in text


@pytest.mark.parametrize(
    ("shift", "words"),
    [
        (TICK, "the plan changes by"),
        (-TICK, "nothing in the plan changes at its until"),
    ],
    ids=["until is too late", "until is too early"],
)
def test_law_2_fails_where_until_is_wrong(
    monkeypatch: pytest.MonkeyPatch, shift: timedelta, words: str
) -> None:
    def wrong(planned: Any) -> Any:
        return evolve(planned, until_utc=planned.until_utc and planned.until_utc + shift)

    changing(monkeypatch, _windows, "plan", wrong)
    text = breach(laws.phases_move_forward, card(), now=at("2026-11-24 10:30"))
    assert text is not None
    assert words in text


@pytest.mark.parametrize(
    ("shift", "words"),
    [
        (TICK, "the verdict on send-card of Priya Shah · Acme, Data engineer · 2026-11-24 10:00"),
        (-TICK, "nothing in the verdict on send-card of Priya Shah"),
    ],
    ids=["until is too late", "until is too early"],
)
def test_law_2_fails_where_the_until_of_a_verdict_is_wrong(
    monkeypatch: pytest.MonkeyPatch, shift: timedelta, words: str
) -> None:
    def wrong(verdict: Any) -> Any:
        return evolve(verdict, until_utc=verdict.until_utc and verdict.until_utc + shift)

    changing(monkeypatch, _windows, "verdict", wrong)
    text = breach(laws.phases_move_forward, card(), now=at("2026-11-24 10:30"))
    assert text is not None
    assert text.startswith(words)


def test_law_2_looks_at_no_plan_after_the_last_one_that_can_be_made() -> None:
    last = datetime(2199, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)
    assert None is breach(laws.phases_move_forward, now=last)
    ends = last - timedelta(hours=1)
    far = searching(applied(meeting("2199-12-31 20:00", None)))
    assert None is breach(laws.phases_move_forward, search=far, now=ends)


def test_law_3_fails_where_a_window_opens_a_moment_late(monkeypatch: pytest.MonkeyPatch) -> None:
    def late(now: datetime, window: Window) -> str:
        return "early" if window.opens is None or now <= window.opens else "open"

    monkeypatch.setattr("interview_followup.laws._windows.phase", late)
    text = breach(laws.windows_open_on_time, card())
    assert text is not None
    assert text.endswith("is early just before it opens, early as it does")


@pytest.mark.parametrize(
    ("closes", "expected"),
    [
        (interview.ends + hours(64), True),
        (interview.ends + hours(65), True),
        (interview.ends + hours(66), False),
        (interview.ends + days(3), False),
    ],
    ids=str,
)
def test_law_12_fails_where_a_window_closes_before_it_opens(closes: Any, expected: bool) -> None:
    rule = card(opens=MONDAY, best=MONDAY, closes=closes)
    text = breach(laws.windows_leave_time, rule, search=FRIDAY)
    assert expected is (text is not None)
    assert None is breach(laws.windows_leave_time, rule)


def test_law_12_says_nothing_of_a_window_that_an_event_closes() -> None:
    closes = first_known(interview.left, interview.ends)
    rule = card(opens=MONDAY, best=MONDAY, closes=closes)
    assert None is breach(laws.windows_leave_time, rule, search=FRIDAY)


def test_law_12_looks_past_what_only_chooses() -> None:
    closes = when(interview.remote, interview.ends, otherwise=interview.ends + hours(1))
    text = breach(laws.windows_leave_time, card(opens=MONDAY, closes=closes), search=FRIDAY)
    assert text is not None
    assert text.endswith("it closes before it opens")


def test_law_12_says_how_a_window_closes() -> None:
    text = breach(laws.windows_leave_time, card(closes=interview.ends))
    assert text is not None
    assert text.endswith("it closes as it opens")
