"""Cautions of a rule: when each is shown, and which are refused."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from builders import TICK, applied, at, meeting, scheduled_act, searching, wall
from expressions import SOMETIME
from interview_followup import RuleSet, check, explain, plan, to_dict
from interview_followup.language import (
    MISSED_FOR,
    CautionText,
    Moment,
    application,
    before_closing,
    closed,
    days,
    early,
    first_known,
    hours,
    interview,
    late,
    minutes,
    moment_fact,
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
        pytest.param(early("Wait"), CautionText("early", "Wait"), id="early, when asked"),
        pytest.param(
            closed("Missed", until=interview.starts),
            CautionText("closed", "Missed", lasting=MISSED_FOR, until=interview.starts),
            id="closed, until",
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
    [caution] = scheduled_act(searching(applied(meeting())), "wave", rules=rules).cautions
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
    shown = scheduled_act(searching(applied(meeting())), "wave", rules=RuleSet([rule])).cautions
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
    cautions = [before_closing("a"), late("b"), closed("c")]
    assert [
        "wave.cautions[0]: is never shown without best; leave it out",
        "wave.cautions[1]: is never shown without due; give the rule its due",
        "wave.cautions[2]: is never shown without closes; give the rule its closes",
    ] == refused(kind="guard", cautions=cautions, **never)


def test_a_reminder_is_never_too_early() -> None:
    assert [
        "wave.cautions[0]: a reminder forbids nothing, and so is never too early; "
        "leave it out, or make the rule advice"
    ] == refused(kind="reminder", cautions=early("Too early", since=interview.starts))


def test_two_cautions_of_one_kind_are_refused() -> None:
    expected = "wave.cautions[1]: is the second of its kind; leave one of the two out"
    assert [expected] == refused(cautions=[late("a"), late("b")])


# -- what was missed ------------------------------------------------------------------------------

CLOSED = at("2026-11-24 11:00")


def on(moment: datetime | None) -> Moment:
    return moment_fact("interview.sooner", "something sooner", lambda _: moment)


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        pytest.param(None, "2026-11-27 11:00", id="nothing ends it"),
        pytest.param(on(None), "2026-11-27 11:00", id="what has not happened"),
        pytest.param(SOMETIME, "2026-11-27 11:00", id="what is not known"),
        pytest.param(on(CLOSED - TICK), None, id="just before it closes"),
        pytest.param(on(CLOSED), None, id="as it closes"),
        pytest.param(on(CLOSED + timedelta(minutes=1)), "2026-11-24 11:01", id="just after"),
        pytest.param(on(at("2026-11-27 10:59")), "2026-11-27 10:59", id="earlier than its time"),
        pytest.param(on(at("2026-11-27 11:00")), "2026-11-27 11:00", id="with its time"),
        pytest.param(on(at("2026-11-27 11:01")), "2026-11-27 11:00", id="later than its time"),
    ],
)
def test_what_was_missed_is_said_for_three_days_or_until_something_earlier(
    until: Moment | None, expected: str | None
) -> None:
    rule = wave(closes=interview.ends, cautions=closed("Missed", until=until))
    shown = scheduled_act(searching(applied(meeting())), "wave", rules=RuleSet([rule])).cautions
    spans = [(wall(caution.since_utc), wall(caution.until_utc)) for caution in shown]
    assert ([("2026-11-24 11:00", expected)] if expected else []) == spans


@pytest.mark.parametrize("phase", ["open", "late"])
def test_any_caution_with_an_end_of_its_own_ends_then(phase: Any) -> None:
    rule = wave(
        due=interview.ends,
        closes=None,
        cautions=CautionText(phase, "Now", until=interview.ends + hours(2)),
    )
    [caution] = scheduled_act(searching(applied(meeting())), "wave", rules=RuleSet([rule])).cautions
    assert "2026-11-24 13:00" == wall(caution.until_utc)


@pytest.mark.parametrize("until", ["soon", days(1), interview.remote], ids=repr)
def test_what_ends_a_caution_is_a_moment(until: Any) -> None:
    [problem] = refused(cautions=closed("Missed", until=until))
    assert problem == f"wave.cautions[0].until: {until!r} is not a moment; give a moment"


def test_what_ends_a_caution_is_not_narrower_than_the_rule() -> None:
    [problem] = refused(
        per=application,
        opens=application.latest_ends,
        text="Wave",
        cautions=closed("Missed", until=interview.starts),
    )
    assert problem.startswith("wave.cautions[0].until: interview.starts is narrower than the rule")


def test_a_number_in_what_ends_a_caution_is_tuned() -> None:
    soon = parameter("soon", hours(1), "how soon")
    rules = RuleSet([wave(cautions=closed("Missed", until=interview.ends + soon))])
    [caution] = scheduled_act(
        meeting(), "wave", rules=rules.tuned({"wave.soon": hours(2)})
    ).cautions
    assert "2026-11-24 13:00" == wall(caution.until_utc)


# -- too early, when asked ------------------------------------------------------------------------

NO_END: dict[str, Any] = {"due": None, "closes": None}
ASKED = RuleSet(
    [wave(opens=interview.ends + hours(1), cautions=early("Wait until {opens}"), **NO_END)]
)


@pytest.mark.parametrize(
    "now",
    [at("2026-11-24 09:00"), at("2026-11-24 11:00"), at("2026-11-24 12:00") - TICK],
    ids=["before the interview", "as it ends", "just before it opens"],
)
def test_too_early_without_since_is_said_when_asked_and_never_in_a_plan(now: datetime) -> None:
    assert () == plan(meeting(), now=now, rules=ASKED).cautions
    assert () == scheduled_act(meeting(), "wave", rules=ASKED).cautions
    verdict = check(meeting(), "wave", at=now, rules=ASKED)
    assert "Wait until Tuesday 24 November, 12:00" == verdict.text


def test_of_several_rules_that_say_it_is_too_early_the_first_one_s_words_are_said() -> None:
    slow = wave(
        name="slow",
        act="wave",
        kind="guard",
        best=None,
        opens=interview.ends + hours(2),
        cautions=early("Not before {opens}"),
        **NO_END,
    )
    silent = wave(name="all-day", act="wave")
    rules = RuleSet([*ASKED, slow])
    verdict = check(meeting(), "wave", at=CLOSED, rules=rules)
    assert "Wait until Tuesday 24 November, 13:00" == verdict.text
    verdict = check(meeting(), "wave", at=CLOSED, rules=RuleSet([silent, slow]))
    assert "Not before Tuesday 24 November, 13:00" == verdict.text


# -- how it is explained --------------------------------------------------------------------------

WARY = RuleSet(
    [
        wave(
            opens=interview.ends + hours(1),
            cautions=[early("Wait"), closed("Missed", until=interview.ends + hours(9))],
        )
    ]
)


def test_it_is_explained_when_a_caution_is_said_and_what_ends_it() -> None:
    explanation = explain(meeting(), "wave", now=CLOSED, rules=WARY)
    lines = [line.strip() for line in str(explanation).splitlines()]
    assert "It warns until it opens, but only when it is asked about." in lines
    end = "or until the moment below if that is earlier:"
    assert f"It warns once it has closed, for the time below, {end}" in lines
    assert "9 hours after the interview's end: Tuesday 24 November 2026, 20:00" in lines


def test_what_ends_a_caution_is_explained_in_json() -> None:
    [account] = to_dict(explain(meeting(), "wave", now=CLOSED, rules=WARY))["rules"]
    too_early, missed = account["cautions"]
    assert (None, None, None) == (too_early["since"], too_early["lasting"], too_early["until"])
    assert missed["until"] is not None
    assert "2026-11-24T20:00:00+00:00" == missed["until"]["value"]
