"""Cautions of a rule: when each is shown, and which are refused."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import pytest

from builders import applied, item, meeting, searching, wall
from interview_followup import RuleSet
from interview_followup.language import (
    MISSED_FOR,
    CautionText,
    before_closing,
    closed,
    days,
    early,
    interview,
    late,
    parameter,
)
from waves import places, refused, wave


@pytest.mark.parametrize(
    ("caution", "expected"),
    [
        pytest.param(
            early("Wait", since=interview.starts),
            CautionText("early", "Wait", since=interview.starts),
            id="early",
        ),
        pytest.param(before_closing("Now"), CautionText("open", "Now"), id="before closing"),
        pytest.param(late("Hurry"), CautionText("late", "Hurry"), id="late"),
        pytest.param(
            closed("Missed"), CautionText("closed", "Missed", lasting=MISSED_FOR), id="closed"
        ),
    ],
)
def test_a_caution_is_shown_in_a_phase(caution: CautionText, expected: CautionText) -> None:
    assert expected == caution


@pytest.mark.parametrize(
    "lasting",
    [
        pytest.param(days(3), id="a period"),
        pytest.param(parameter("lasting", days(3), "for how long"), id="a parameter"),
    ],
)
def test_a_caution_that_it_is_closed_lasts_for(lasting: Any) -> None:
    rules = RuleSet([wave(closes=interview.ends, cautions=closed("Missed", lasting=lasting))])
    [caution] = item(searching(applied(meeting())), "wave", rules=rules).cautions
    assert "2026-11-27 11:00" == wall(caution.until)


@pytest.mark.parametrize("phase", ["cloesd", "always", "opened"])
def test_of_a_caution_in_no_phase_only_the_phase_is_wrong(phase: Any) -> None:
    assert ["wave.cautions[0].phase"] == places(cautions=CautionText(phase, "Wait"))


@pytest.mark.parametrize(
    ("caution", "name"), [(early, "since"), (closed, "lasting")], ids=["early", "closed"]
)
def test_when_a_caution_is_shown_is_given_by_name(
    caution: Callable[..., object], name: str
) -> None:
    parameters = inspect.signature(caution).parameters
    assert ["text", name] == list(parameters)
    assert inspect.Parameter.POSITIONAL_OR_KEYWORD is parameters["text"].kind
    assert inspect.Parameter.KEYWORD_ONLY is parameters[name].kind


def test_a_caution_that_is_never_shown_is_refused() -> None:
    never = {"best": None, "due": None, "closes": None}
    told = [before_closing("a"), late("b"), closed("c")]
    assert [
        "wave.cautions[0]: is never shown without best; leave it out",
        "wave.cautions[1]: is never shown without due; give the rule its due",
        "wave.cautions[2]: is never shown without closes; give the rule its closes",
    ] == refused(kind="guard", cautions=told, **never)


def test_a_reminder_is_never_too_early() -> None:
    assert [
        "wave.cautions[0]: a reminder forbids nothing, and so is never too early; "
        "leave it out, or make the rule advice"
    ] == refused(kind="reminder", cautions=early("Too early", since=interview.starts))


def test_two_cautions_of_one_kind_are_refused() -> None:
    expected = "wave.cautions[1]: is the second of its kind; leave one of the two out"
    assert [expected] == refused(cautions=[late("a"), late("b")])
