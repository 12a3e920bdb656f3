"""The laws about what the candidate records fail where they should."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from breaches import NOW, breach
from builders import TICK, applied, card, did, meeting, searching
from interview_followup import (
    JobSearch,
    SetAside,
    laws,
)
from interview_followup.language import (
    days,
    done,
    early,
    first_known,
    hours,
    interview,
    last_done,
)


def test_law_6_fails_where_a_done_act_is_asked_for_again() -> None:
    text = breach(laws.done_stays_done, card(satisfied_by=None))
    assert text is not None
    assert text.endswith("is still open once it is done")


def test_law_6_holds_where_an_act_comes_back_after_a_while() -> None:
    again = first_known(last_done("send-card") + days(7), interview.ends)
    assert None is breach(laws.done_stays_done, card(opens=again, satisfied_by=None))


def test_law_6_fails_where_another_act_brings_one_back() -> None:
    undone = card(satisfied_by=done("send-card") & ~done("call"))
    call = card(name="call", satisfied_by=done("call"))
    search = searching(applied(meeting(done=[did("send-card", "2026-11-24 11:30", "Priya Shah")])))
    text = breach(laws.done_stays_done, undone, call, search=search)
    assert text is not None
    assert text.startswith("send-card of Priya Shah")
    assert text.endswith("done, is open again after call")


def test_law_14_fails_where_what_is_set_aside_is_still_told_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(JobSearch, "dismiss", lambda search, action: search)
    text = breach(laws.set_aside_is_unheard, card())
    subject = "Priya Shah · Acme, Data engineer · 2026-11-24 10:00"
    assert f"send-card of {subject}, set aside, is told of" == text


def test_law_14_fails_where_a_caution_of_what_is_set_aside_is_still_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        "interview_followup._planning.scheduled.once_awake", lambda cautions, _: tuple(cautions)
    )
    hasty = card(
        opens=interview.ends + days(2),
        best=interview.ends + days(2),
        cautions=early("Too early for a card", since=interview.ends),
    )
    text = breach(laws.set_aside_is_unheard, hasty)
    assert text is not None
    assert text.endswith("set aside, is told of")
    assert None is breach(laws.set_aside_is_unheard, card())


def test_law_14_fails_where_setting_an_act_aside_changes_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def lost(search: JobSearch, action: Any) -> JobSearch:
        return searching()

    monkeypatch.setattr(JobSearch, "dismiss", lost)
    flowers = card(name="send-flowers", satisfied_by=done("send-flowers"))
    text = breach(laws.set_aside_is_unheard, card(), flowers)
    assert text is not None
    assert text.endswith("aside changes something else")


def test_law_14_fails_where_what_was_snoozed_is_not_as_it_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(JobSearch, "snooze", lambda search, action, until: search.dismiss(action))
    text = breach(laws.set_aside_is_unheard, card())
    assert text is not None
    assert text.endswith("is not as it was once it is no longer set aside")
    # What is over by then, or was set aside before, is not as it was, and nothing is wrong.
    assert None is breach(laws.set_aside_is_unheard, card(closes=interview.ends + hours(2)))
    before = [SetAside(act="send-card", until=NOW + timedelta(hours=1), to="Priya Shah")]
    search = searching(applied(meeting(set_aside=before)))
    assert None is breach(laws.set_aside_is_unheard, card(), search=search)


def test_law_14_holds_to_the_last_moment_that_can_be_planned() -> None:
    last = datetime(2199, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)
    far = searching(applied(meeting("2199-12-31 20:00", "2199-12-31 21:00")))
    for now in (last - timedelta(days=1), last - TICK, last):
        assert None is breach(laws.set_aside_is_unheard, search=far, now=now)
