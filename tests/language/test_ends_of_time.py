"""What a rule reckons lies in 1970 to 2200, with a year on each side; else it is our own error."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from builders import TICK, applied, at, meeting, searching
from interview_followup import (
    InvalidInput,
    Promise,
    Rule,
    RuleSet,
    check,
    explain,
    forecast,
    plan,
    schedule,
)
from interview_followup.language import (
    Moment,
    closed,
    days,
    hours,
    interview,
    later_of,
    moment_fact,
    working_days,
)

NOW = at("2026-11-24 12:00")
SEARCH = searching(applied(meeting()))
FIRST, LAST = datetime(1968, 12, 31, tzinfo=UTC), datetime(2201, 1, 2, tzinfo=UTC)


def on(moment: date) -> Moment:
    return moment_fact("interview.far", "far", lambda _: moment)


def rules(opens: Moment, **more: Any) -> RuleSet:
    parts: dict[str, Any] = {"text": "Wave", "why": "So.", **more}
    return RuleSet([Rule(name="wave", per="interview", opens=opens, **parts)])


MAX, MIN = datetime.max.replace(tzinfo=UTC), datetime.min.replace(tzinfo=UTC)
FAR: dict[str, Moment] = {
    "never": on(MAX),
    "since ever": on(MIN),
    "a day that never comes": on(date.max),
    "a day": on(date(2300, 1, 1)),
    "1500": on(datetime(1500, 1, 1, tzinfo=UTC)),
    "2326": on(datetime(2326, 1, 1, tzinfo=UTC)),
    "100 years back": interview.ends - days(36_525),
    "300 years": interview.ends + days(36_525) + days(36_525) + days(36_525),
    "hours": interview.ends + hours(876_600) + hours(876_600),
    "working days": interview.ends + working_days(26_000) + working_days(26_000),
    "at": (on(MAX) + days(1)).at("09:00"),
    "some days on, at": (interview.ends + days(36_525) + days(36_525)).at("09:00"),
    "next at": on(MAX).next_at("09:00"),
    "midnight": on(MAX).midnight_after,
    "let pass": on(MAX).let_pass(days(1)),
    "office time": on(MAX).office_time,
    "before": on(MIN) - days(1),
    "a choice": later_of(interview.ends, on(MAX)),
}
ASKED: dict[str, Callable[[RuleSet], object]] = {
    "schedule": lambda rules: schedule(SEARCH, rules=rules),
    "plan": lambda rules: plan(SEARCH, now=NOW, rules=rules),
    "check": lambda rules: check(SEARCH, "wave", at=NOW, rules=rules),
    "explain": lambda rules: explain(SEARCH, "wave", now=NOW, rules=rules),
    "forecast": lambda rules: forecast(SEARCH, now=NOW, horizon=NOW, rules=rules),
}


@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
@pytest.mark.parametrize("moment", FAR.values(), ids=FAR)
def test_a_moment_far_from_all_times_is_the_library_s_error(
    moment: Moment, ask: Callable[[RuleSet], object]
) -> None:
    with pytest.raises(InvalidInput) as caught:
        ask(rules(moment))
    [problem] = caught.value.problems
    assert problem.message.endswith("is not between 1970 and 2200")


def test_the_error_names_the_moment_and_whose_it_is() -> None:
    with pytest.raises(InvalidInput) as caught:
        plan(SEARCH, now=NOW, rules=rules(interview.ends - days(36_525)))
    expected = (
        'Acme, Data engineer · 2026-11-24 10:00: "36525 days before the interview\'s end" is not '
        "between 1970 and 2200; use shorter periods, or check the years"
    )
    assert expected == str(caught.value)


@pytest.mark.parametrize(
    "moment", [FIRST, FIRST + TICK, LAST - TICK, LAST], ids=["first", "second", "last but", "last"]
)
def test_a_year_beyond_the_times_that_can_be_given_may_be_reckoned(moment: datetime) -> None:
    assert 1 == len(plan(SEARCH, now=NOW, rules=rules(on(moment))).actions)


@pytest.mark.parametrize("height", [0, 100], ids=["short", "tall"])
def test_a_time_of_a_last_day_may_be_reckoned_though_the_moment_is_on_it_later(height: int) -> None:
    noon_before = on(LAST - timedelta(hours=12))
    for _ in range(height):
        noon_before += hours(0)
    midnight = (noon_before + days(1)).at("00:00")
    assert 1 == len(plan(SEARCH, now=NOW, rules=rules(midnight)).actions)


@pytest.mark.parametrize("moment", [FIRST - TICK, LAST + TICK], ids=["before", "after"])
def test_what_is_further_may_not(moment: datetime) -> None:
    with pytest.raises(InvalidInput):
        plan(SEARCH, now=NOW, rules=rules(on(moment)))


def test_a_caution_that_lasts_longer_than_time_is_the_library_s_error() -> None:
    missed = closed("Missed", lasting=days(36_525))
    with pytest.raises(InvalidInput) as caught:
        plan(
            SEARCH,
            now=NOW,
            rules=rules(
                interview.ends, closes=interview.ends + days(36_525 + 0), cautions=[missed]
            ),
        )
    assert '"36525 days after it closes" is not between 1970 and 2200' in str(caught.value).replace(
        "'", '"'
    )


@pytest.mark.parametrize("within", ["36525 days", "876600 hours", "26000 working days"])
def test_a_promise_that_is_over_after_all_times_is_refused(within: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        Promise(within=within, made=datetime(2150, 1, 1, tzinfo=UTC))
    expected = "within: is over after 2200; check it, and the year of made"
    assert expected == str(caught.value)


def test_a_promise_may_be_over_within_a_year_after_all_times() -> None:
    made = date(2199, 12, 31)
    for number in (366, 367):
        assert number == Promise(within=days(number), made=made).within.amount  # type: ignore[union-attr]
    with pytest.raises(InvalidInput):
        Promise(within=days(369), made=made)
    assert timedelta(days=366) == LAST - datetime(2200, 1, 1, tzinfo=UTC)
