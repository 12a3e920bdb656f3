"""What happens to a candidate, step by step."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawing import LONDON, TUESDAY, drawing, sample
from interview_followup import (
    CV_LIBRARY,
    Application,
    Interview,
    JobSearch,
    RuleSet,
    plan,
    strategies,
)
from interview_followup.strategies._histories import Candidate


@drawing
@given(strategies.histories(max_steps=6))
def test_a_history_begins_with_an_application_and_never_goes_back(
    history: tuple[strategies.Step, ...],
) -> None:
    times = [step.at for step in history]
    assert sorted(times) == times
    assert "applied" == history[0].event
    assert 1 <= len(history) <= 6
    assert plan(history[-1].search, now=history[-1].at) is not None


@cache
def histories() -> list[tuple[strategies.Step, ...]]:
    """Return many histories, which are drawn once: what is rare takes long to come by."""
    return sample(strategies.histories(), 100)


@pytest.mark.parametrize(
    "event",
    [
        *("booked", "held", "acted", "applied", "moved", "heard", "promised", "offered"),
        *("decided", "signed", "learnt", "went_elsewhere"),
    ],
)
def test_everything_happens_in_some_history(event: str) -> None:
    assert any(step.event == event for history in histories() for step in history[1:])


@drawing
@given(st.data())
def test_a_moved_interview_keeps_its_key_and_its_length(data: st.DataObject) -> None:
    hour = timedelta(hours=1)
    meeting = Interview(starts=TUESDAY, ends=TUESDAY + hour, timezone=LONDON, key="1")
    search = JobSearch(timezone=LONDON, applications=[Application(interviews=[meeting])])
    possible = Candidate(search, TUESDAY, CV_LIBRARY).moved()
    assert possible is not None
    [application] = data.draw(possible).applications
    [moved] = application.interviews
    assert ("1", hour) == (moved.key, moved.ends and moved.ends - moved.starts)


@drawing
@given(st.data())
def test_interviews_are_booked_up_to_the_end_of_all_times(data: st.DataObject) -> None:
    search = JobSearch(timezone=LONDON, applications=[Application(employer="Acme")])
    last = datetime(2199, 12, 31, 23, 59, tzinfo=UTC)
    possible = Candidate(search, last, CV_LIBRARY).booked()
    assert possible is not None
    assert 1 == len(data.draw(possible).applications[0].interviews)


@pytest.mark.parametrize("event", [Candidate.moved, Candidate.held, Candidate.learnt])
def test_nothing_happens_at_an_interview_that_is_not_booked(event: Any) -> None:
    search = JobSearch(timezone=LONDON, applications=[Application(employer="Acme")])
    assert None is event(Candidate(search, TUESDAY, CV_LIBRARY))


def test_nothing_happens_where_there_is_no_application() -> None:
    nobody = Candidate(JobSearch(timezone=LONDON), TUESDAY, CV_LIBRARY)
    assert None is nobody.booked()
    assert None is nobody._replace(rules=RuleSet([])).acted()


def test_nobody_applies_for_a_fourth_job() -> None:
    three = [Application(employer=name) for name in ("Acme", "Globex", "Hooli")]
    assert (
        None
        is Candidate(JobSearch(timezone=LONDON, applications=three), TUESDAY, CV_LIBRARY).applied()
    )
