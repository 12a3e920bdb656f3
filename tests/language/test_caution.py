"""Cautions of a rule: when each is shown, and which are refused."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import pytest

from builders import applied, item, meeting, searching, wall
from expressions import SOMETIME
from interview_followup import RuleSet
from interview_followup.language import (
    MISSED_FOR,
    CautionText,
    Moment,
    before_closing,
    closed,
    days,
    early,
    first_known,
    hours,
    interview,
    late,
    minutes,
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
        pytest.param(
            before_closing("Now", since=interview.starts),
            CautionText("open", "Now", since=interview.starts),
            id="before closing, since",
        ),
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


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        pytest.param(None, "2026-11-24 11:00", id="from best on"),
        pytest.param(interview.starts, "2026-11-24 11:00", id="not before best"),
        pytest.param(interview.ends, "2026-11-24 11:00", id="at best"),
        pytest.param(interview.ends + hours(1), "2026-11-24 12:00", id="later than best"),
        pytest.param(interview.ends + hours(2) - minutes(1), "2026-11-24 12:59", id="just in time"),
        pytest.param(interview.ends + hours(2), None, id="as it closes"),
        pytest.param(interview.left, None, id="an event that has not happened"),
        pytest.param(SOMETIME, None, id="a moment that is not known"),
        pytest.param(first_known(SOMETIME, interview.ends), "2026-11-24 11:00", id="failing that"),
    ],
)
def test_a_caution_before_closing_begins_at_best_or_since_a_later_moment_if_that_is_known(
    since: Moment | None, expected: str | None
) -> None:
    rule = wave(
        best=interview.ends,
        due=None,
        closes=interview.ends + hours(2),
        cautions=before_closing("Now", since=since),
    )
    shown = item(searching(applied(meeting())), "wave", rules=RuleSet([rule])).cautions
    spans = [(wall(caution.since_utc), wall(caution.until_utc)) for caution in shown]
    assert ([(expected, "2026-11-24 13:00")] if expected else []) == spans


@pytest.mark.parametrize("since", ["soon", days(1), interview.remote], ids=repr)
def test_what_a_caution_is_shown_since_is_a_moment(since: Any) -> None:
    [problem] = refused(cautions=before_closing("Now", since=since))
    assert problem == f"wave.cautions[0].since: {since!r} is not a moment; give a moment"


@pytest.mark.parametrize("phase", ["cloesd", "always", "opened"])
def test_of_a_caution_in_no_phase_only_the_phase_is_wrong(phase: Any) -> None:
    assert ["wave.cautions[0].phase"] == places(cautions=CautionText(phase, "Wait"))


@pytest.mark.parametrize(
    ("caution", "names"),
    [(early, ["since"]), (before_closing, ["since"]), (closed, ["lasting", "until"])],
    ids=["early", "before closing", "closed"],
)
def test_when_a_caution_is_shown_is_given_by_name(
    caution: Callable[..., object], names: list[str]
) -> None:
    parameters = inspect.signature(caution).parameters
    assert ["text", *names] == list(parameters)
    assert inspect.Parameter.POSITIONAL_OR_KEYWORD is parameters["text"].kind
    for name in names:
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
