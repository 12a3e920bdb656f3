"""A best moment that is written in hours stays in them, wherever other rules move it to."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import Any

import pytest

from builders import TICK, applied, at, meeting, scheduled_act, searching, wall
from interview_followup import JobSearch, Rule, RuleSet, Workdays, explain
from interview_followup.language import (
    Moment,
    application,
    days,
    later_of,
    moment_fact,
    named,
    weeks,
    when,
)

ENDS = application.latest_ends  # on Tuesday 24 November 2026, 11:00
MIDWEEK = ("tuesday", "wednesday", "thursday")
SEARCH = searching(applied(meeting()))


def then(wall_time: str) -> Moment:
    return moment_fact(f"application.at_{wall_time[8:10]}", wall_time, lambda _: at(wall_time))


def rule(name: str, opens: Moment, **more: Any) -> Rule:
    parts = {"per": application, "act": "chase", "text": "Ask", "why": f"It is {name}.", **more}
    return Rule(name=name, opens=opens, **parts)


CHASE = rule("chase", ENDS + days(1), best=(ENDS + days(1)).office_time, closes=ENDS + weeks(8))


def best(*rules: Rule, search: JobSearch = SEARCH) -> str | None:
    """Return when rules on one act are best together, in whatever order they are written."""
    moments = {
        wall(scheduled_act(search, "chase", rules=RuleSet(order)).window.best)
        for order in permutations(rules)
    }
    [only] = moments
    return only


def quiet_until(wall_time: str) -> Rule:
    return rule("quiet", then(wall_time), kind="guard")


@pytest.mark.parametrize(
    ("opens", "expected"),
    [
        ("2026-12-18 16:59", "2026-12-18 16:59"),
        ("2026-12-18 17:00", "2026-12-21 09:00"),
        ("2026-12-20 00:00", "2026-12-21 09:00"),
        ("2026-12-21 08:59", "2026-12-21 09:00"),
        ("2026-12-21 09:00", "2026-12-21 09:00"),
        ("2026-12-21 09:01", "2026-12-21 09:01"),
    ],
)
def test_a_best_in_office_hours_stays_in_them_where_a_guard_opens_later(
    opens: str, expected: str
) -> None:
    assert expected == best(CHASE, quiet_until(opens))


def test_where_nothing_opens_later_the_best_is_as_it_is_written() -> None:
    assert "2026-11-25 11:00" == best(CHASE) == best(CHASE, quiet_until("2026-11-25 10:00"))


@pytest.mark.parametrize(
    ("closes", "expected"),
    [
        (at("2026-12-21 09:00") + TICK, "2026-12-21 09:00"),
        (at("2026-12-21 09:00"), "2026-12-20 00:00"),
        (at("2026-12-21 09:00") - TICK, "2026-12-20 00:00"),
    ],
    ids=["just before it closes", "as it closes", "once it is closed"],
)
def test_hours_are_kept_only_as_long_as_that_is_before_it_closes(
    closes: Any, expected: str
) -> None:
    soon = moment_fact("application.over", "it is over", lambda _: closes)
    short = rule("chase", ENDS, best=ENDS.office_time, closes=soon)
    assert expected == best(short, quiet_until("2026-12-20 00:00"))


def test_of_several_bests_the_latest_counts_and_then_hours_are_kept() -> None:
    evening = rule("evening", ENDS, best=then("2026-11-27 20:00"))
    assert "2026-11-30 09:00" == best(CHASE, evening)


def test_a_rule_without_a_best_is_best_as_it_opens_and_hours_are_kept() -> None:
    assert "2026-12-21 09:00" == best(CHASE, rule("later", then("2026-12-20 00:00")))


def test_hours_of_several_rules_are_all_kept() -> None:
    morning = rule("morning", ENDS, best=ENDS.in_hours("08:00", "10:00"))
    midweek = rule("midweek", ENDS, best=ENDS.in_hours("09:00", "18:00", on=MIDWEEK))
    assert "2026-12-22 09:00" == best(CHASE, morning, midweek, quiet_until("2026-12-18 12:00"))


def test_hours_that_have_no_moment_in_common_are_not_kept() -> None:
    night = rule("night", ENDS, best=ENDS.in_hours("20:00", "22:00"))
    assert "2026-12-20 12:00" == best(CHASE, night, quiet_until("2026-12-20 12:00"))


@pytest.mark.parametrize(
    "moment",
    [
        pytest.param(named("then", ENDS.office_time), id="under a name"),
        pytest.param(later_of(ENDS.office_time, ENDS), id="chosen as the later"),
        pytest.param(when(ENDS.known, ENDS.office_time, otherwise=ENDS), id="chosen as it is so"),
    ],
)
def test_a_moment_that_was_chosen_keeps_its_hours(moment: Moment) -> None:
    chosen = rule("chase", ENDS, best=moment)
    assert "2026-12-21 09:00" == best(chosen, quiet_until("2026-12-20 00:00"))


def test_hours_of_a_best_that_has_not_come_are_not_kept() -> None:
    event = moment_fact("application.event", "the event")
    waiting = rule("waiting", ENDS, best=event.office_time)
    evening = rule("evening", ENDS, best=then("2026-11-27 20:00"))
    assert "2026-11-27 20:00" == best(waiting, evening)


def test_what_is_reckoned_from_a_moment_in_hours_keeps_none() -> None:
    after = rule("chase", ENDS, best=ENDS.office_time + days(1))
    assert "2026-12-20 00:00" == best(after, quiet_until("2026-12-20 00:00"))


def test_hours_within_hours_are_kept_in_the_order_in_which_they_are_written() -> None:
    """Midweek, and where that is a holiday as soon as the office opens."""
    holiday = Workdays(holidays=[date(2026, 12, 1)])
    search = searching(applied(meeting(), workdays=holiday))
    in_hours = ENDS.in_hours("09:00", "18:00", on=("tuesday",)).office_time
    chase = rule("chase", ENDS, best=in_hours)
    assert "2026-11-24 11:00" == best(chase, search=search)
    assert "2026-12-02 09:00" == best(chase, quiet_until("2026-11-25 00:00"), search=search)
    assert "2026-12-08 09:00" == best(chase, quiet_until("2026-12-03 00:00"), search=search)
    monday = meeting("2026-11-30 10:00", "2026-11-30 11:00")
    assert "2026-12-02 09:00" == best(chase, search=searching(applied(monday, workdays=holiday)))


def test_a_best_before_its_own_rule_opens_keeps_its_hours() -> None:
    hasty = rule("chase", then("2026-12-20 00:00"), best=ENDS.office_time)
    assert "2026-12-21 09:00" == best(hasty)


@pytest.mark.parametrize(
    ("closes", "expected"),
    [
        (at("2026-11-25 09:00") + TICK, "2026-11-25 09:00"),
        (at("2026-11-25 09:00"), "2026-11-25 00:00"),
        (at("2026-11-25 09:00") - TICK, "2026-11-25 00:00"),
    ],
    ids=["just before it closes", "as it closes", "once it is closed"],
)
def test_a_best_after_its_own_rule_closes_is_in_the_first_hours_of_its_window(
    closes: Any, expected: str
) -> None:
    soon = moment_fact("application.over", "it is over", lambda _: closes)
    opens = then("2026-11-25 00:00")
    assert expected == best(rule("chase", opens, best=(opens + days(1)).office_time, closes=soon))


@pytest.mark.parametrize(
    ("others", "words"),
    [
        ([quiet_until("2026-12-20 00:00")], "2026-12-20 00:00, as soon as the office opens"),
        (
            [rule("evening", ENDS, best=then("2026-11-27 20:00"))],
            "2026-11-27 20:00, as soon as the office opens",
        ),
        (
            [
                rule("midweek", ENDS, best=ENDS.in_hours("08:00", "18:00", on=MIDWEEK)),
                quiet_until("2026-12-21 10:00"),
            ],
            "2026-12-21 10:00, as soon as it is 08:00 on a Tuesday, Wednesday or Thursday",
        ),
        ([quiet_until("2026-12-21 10:00")], "2026-12-21 10:00"),
        (
            [
                rule("hasty", then("2026-12-20 00:00"), best=then("2026-12-24 20:00")),
                rule("soon", ENDS, closes=then("2026-12-22 12:00")),
            ],
            "2026-12-20 00:00, as soon as the office opens",
        ),
    ],
)
def test_why_says_what_it_waits_for(others: list[Rule], words: str) -> None:
    scheduled = scheduled_act(SEARCH, "chase", rules=RuleSet([CHASE, *others]))
    assert f"Best: {words}." in scheduled.why


def test_of_hours_within_hours_why_says_those_that_are_kept_last() -> None:
    in_hours = ENDS.in_hours("09:00", "18:00", on=("tuesday",)).office_time
    chase = rule("chase", ENDS, best=in_hours)
    rules = RuleSet([chase, quiet_until("2026-11-25 00:00")])
    words = "Best: 2026-11-25 00:00, as soon as the office opens."
    assert words in scheduled_act(SEARCH, "chase", rules=rules).why


EVENING = then("2026-11-27 20:00")


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (
            rule("evening", EVENING, best=EVENING),
            "Put in order: it would be best on Friday 27 November 2026, 20:00, outside the hours "
            "that are kept; it is Monday 30 November 2026, 09:00 instead.",
        ),
        (
            rule("evening", ENDS, best=then("2026-11-27 20:00")),
            "Put in order: it would be best on Friday 27 November 2026, 20:00, outside the hours "
            "that are kept; it is Monday 30 November 2026, 09:00 instead.",
        ),
        (
            quiet_until("2026-12-20 00:00"),
            "Put in order: it would be best on Wednesday 25 November 2026, 11:00, before it "
            "opens; it is Monday 21 December 2026, 09:00 instead.",
        ),
    ],
)
def test_an_explanation_says_that_hours_are_kept(other: Rule, reason: str) -> None:
    rules = RuleSet([CHASE, other])
    explained = str(explain(SEARCH, "chase", of="Acme", now=at("2026-11-25 12:00"), rules=rules))
    assert reason in explained.splitlines()
