"""The laws that hold for every valid search, as properties."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from interview_followup import (
    CV_LIBRARY,
    InvalidInput,
    JobSearch,
    Plan,
    Rule,
    RuleSet,
    check,
    phase,
    plan,
    schedule,
)
from interview_followup._clock import instant_of
from interview_followup.language import days, interview, person
from searches import TICK, searches
from zones import ZONES

LATER = timedelta(days=400)
ORDER = {"silent": 0, "early": 1, "open": 2, "needs-fact": 2, "late": 3, "closed": 4}

laws = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


GUARDS = (
    Rule(
        name="patience",
        act="thank-you",
        per=person,
        opens=interview.ends + days(1),
        text="Wait a day",
        why="They are busy.",
    ),
    Rule(
        name="haste",
        act="connect",
        per=person,
        opens=interview.ends,
        closes=interview.ends + days(3),
        text="Don't wait",
        why="They forget you.",
    ),
)


def at(made: Plan, now: datetime) -> Plan:
    """Return a plan as if it had been made at another moment."""
    return evolve(made, now=now.astimezone(UTC))


@laws
@given(searches())
def test_law_1_a_window_that_is_not_empty_is_in_order(drawn: tuple[JobSearch, datetime]) -> None:
    for item in schedule(drawn[0]):
        window = item.window
        if window.is_empty or window.opens is None:
            continue
        end = window.closes or window.opens + 9 * LATER
        assert window.opens <= (window.best or window.opens) < end
        assert window.opens <= (window.due or window.opens) <= end


@laws
@given(searches())
def test_law_2_a_status_only_moves_forward(drawn: tuple[JobSearch, datetime]) -> None:
    search, now = drawn
    moments = [now.astimezone(UTC) + timedelta(hours=each) for each in range(-900, 900, 60)]
    for item in schedule(search):
        statuses = [item.status(moment)[0] for moment in moments]
        places = [ORDER[each] for each in statuses if each in ORDER]
        assert sorted(places) == places


@laws
@given(searches())
def test_law_2_nothing_changes_until_until_and_something_does_then(
    drawn: tuple[JobSearch, datetime],
) -> None:
    search, now = drawn[0], drawn[1].astimezone(UTC)
    made = plan(search, now=now)
    if made.until is None:
        assert at(made, now + LATER) == plan(search, now=now + LATER)
        return
    until = instant_of(made.until)
    assert until > now
    halfway = now + (until - now) // 2
    assert at(made, halfway) == plan(search, now=halfway)
    assert at(made, until - TICK) == plan(search, now=until - TICK)
    assert at(made, until) != plan(search, now=until)


@laws
@given(searches())
def test_law_2_a_status_changes_when_it_says_and_not_before(
    drawn: tuple[JobSearch, datetime],
) -> None:
    search, now = drawn
    instant = now.astimezone(UTC)
    for item in schedule(search, rules=CV_LIBRARY.with_(*GUARDS)):
        status, until = item.status(instant)
        if until is None:
            assert status == item.status(instant + LATER)[0]
        else:
            assert (status, until) == item.status(until - TICK)
            assert status != item.status(until)[0]


@laws
@given(searches())
def test_law_3_a_window_opens_at_opens_and_not_before(drawn: tuple[JobSearch, datetime]) -> None:
    for item in schedule(drawn[0]):
        opens = item.window.opens
        if opens is not None and not item.window.is_empty:
            assert "early" == phase(opens - TICK, item.window)
            assert "early" != phase(opens, item.window)


@laws
@given(searches(), st.sampled_from(ZONES))
def test_law_4_the_zone_of_now_changes_nothing(
    drawn: tuple[JobSearch, datetime], zone: str
) -> None:
    search, now = drawn
    assert plan(search, now=now) == plan(search, now=now.astimezone(ZoneInfo(zone)))


@laws
@given(searches(), st.sampled_from(ZONES))
def test_law_4_the_zone_of_the_candidate_changes_no_instant(
    drawn: tuple[JobSearch, datetime], zone: str
) -> None:
    search, _ = drawn
    assume(any(each.interviews for each in search.applications))
    assert schedule(search) == schedule(evolve(search, timezone=zone))


@laws
@given(searches(), st.randoms(use_true_random=False))
def test_law_5_the_order_of_what_is_known_changes_nothing(
    drawn: tuple[JobSearch, datetime], dice: random.Random
) -> None:
    search, now = drawn
    mixed = _shuffled(
        search,
        dice,
        applications=[
            _shuffled(
                application,
                dice,
                interviews=[
                    _shuffled(interview, dice, interviewers=interview.interviewers)
                    for interview in application.interviews
                ],
            )
            for application in search.applications
        ],
    )
    assert plan(search, now=now) == plan(mixed, now=now)


def _shuffled(value: Any, dice: random.Random, **parts: Sequence[object]) -> Any:
    mixed = {name: dice.sample(part, len(part)) for name, part in parts.items()}
    return evolve(value, **mixed, done=dice.sample(value.done, len(value.done)))


@laws
@given(searches(), st.randoms(use_true_random=False))
def test_law_5_the_order_of_rules_changes_nothing(
    drawn: tuple[JobSearch, datetime], dice: random.Random
) -> None:
    search, now = drawn
    rules = CV_LIBRARY.with_(*GUARDS)
    mixed = RuleSet(dice.sample(rules.rules, len(rules)))
    assert plan(search, now=now, rules=rules) == plan(search, now=now, rules=mixed)


@settings(laws, max_examples=40)
@given(searches(), st.data())
def test_law_6_a_done_act_is_not_asked_for_again(
    drawn: tuple[JobSearch, datetime], data: st.DataObject
) -> None:
    search, now = drawn
    able = [each for each in plan(search, now=now).actions if each.status in ("open", "late")]
    assume(able)
    action = data.draw(st.sampled_from(able))
    after = plan(search.record(action, at=now), now=now)
    [same] = [
        each
        for each in after.actions
        if (each.act, each.identities) == (action.act, action.identities)
    ]
    assert same.status in (
        ("early", "done") if action.act in ("chase", "keep-looking") else ("done",)
    )


@settings(laws, max_examples=40)
@given(searches(), st.data())
def test_law_6_recording_another_act_brings_nothing_back(
    drawn: tuple[JobSearch, datetime], data: st.DataObject
) -> None:
    search, now = drawn
    before = plan(search, now=now)
    over = {(each.act, each.identities) for each in before.actions if each.status == "done"}
    able = [each for each in before.actions if each.status in ("open", "late")]
    assume(over and able)
    after = plan(search.record(data.draw(st.sampled_from(able)), at=now), now=now)
    done = {(each.act, each.identities) for each in after.actions if each.status == "done"}
    assert over <= done


@laws
@given(searches())
def test_law_9_every_valid_search_plans_and_checks(drawn: tuple[JobSearch, datetime]) -> None:
    search, now = drawn
    for action in plan(search, now=now).actions:
        verdict = check(search, action.act, at=now, of=action.subject)
        assert action.status == verdict.status
        assert action.until == verdict.until


@laws
@given(searches())
def test_law_9_what_is_invalid_raises_the_error_of_the_library(
    drawn: tuple[JobSearch, datetime],
) -> None:
    search, now = drawn
    with pytest.raises(InvalidInput):
        plan(search, now=now.replace(tzinfo=None))


@laws
@given(searches())
def test_law_11_no_best_falls_where_the_act_is_too_early_or_closed(
    drawn: tuple[JobSearch, datetime],
) -> None:
    search, now = drawn
    rules = CV_LIBRARY.with_(*GUARDS)
    for action in plan(search, now=now, rules=rules).actions:
        if action.window.best is not None and not action.window.is_empty:
            verdict = check(
                search, action.act, at=action.window.best, of=action.subject, rules=rules
            )
            assert verdict.status not in ("early", "closed")
