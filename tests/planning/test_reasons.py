"""Explanations hold the value of every part, and replay without the search."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import NEW_YORK, TICK, applied, at, did, meeting, searching, tom
from drawing import examples
from interview_followup import CV_LIBRARY, Done, Rule, RuleSet, Workdays, strategies
from interview_followup._planning.reading import read
from interview_followup._planning.reasons import account, reason
from interview_followup.language import (
    NOT_YET,
    Moment,
    Unknown,
    closed,
    days,
    done,
    early,
    first_known,
    interview,
    last_done,
    minutes,
    moment_fact,
    named,
    person,
    when,
    working_days,
)
from interview_followup.language._subject import Subject, subjects


def subject(per: str = "interview", **more: object) -> Subject:
    by_kind = subjects(searching(applied(meeting(**more))))  # type: ignore[arg-type]
    return by_kind[per][0]  # type: ignore[index]


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
    elsewhere = evolve(why, subject=subject(starts="2031-01-01 10:00", ends=None))
    assert at("2026-11-25 11:00") == elsewhere.replayed()


def test_what_a_fact_gave_is_replayed_and_not_the_fact() -> None:
    why = reason(interview.ends + days(2), subject())
    ends = evolve(why.operands[0], value=at("2026-12-24 11:00").astimezone(UTC))
    changed = evolve(why, operands=(ends, why.operands[1]))
    assert at("2026-12-26 11:00") == changed.replayed()


def test_a_moment_in_another_zone_is_replayed_in_that_zone() -> None:
    upcoming = meeting("2026-11-26 10:00", "2026-11-26 11:00", zone="Pacific/Kiritimati")
    met = subjects(searching(applied(meeting(), upcoming)))["interview"][0]
    evening = (interview.next_starts - days(1)).at("18:00")
    assert at("2026-11-25 18:00", "Pacific/Kiritimati") == reason(evening, met).replayed()


def test_what_is_unknown_or_has_not_happened_is_replayed_as_such() -> None:
    unknown = reason(interview.exact_ends + days(2), subject(ends=None))
    assert isinstance(unknown.replayed(), Unknown)
    assert unknown.value == unknown.replayed()
    assert NOT_YET is reason(interview.left, subject()).replayed()


ON_THAT_DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    "since",
    [interview.ends, named("then", first_known(interview.left, interview.ends))],
    ids=["a fact", "a choice"],
)
@pytest.mark.parametrize(
    ("at_", "expected"),
    [
        (at("2026-11-24 00:00") - TICK, False),
        (at("2026-11-24 00:00"), True),
        (at("2026-11-24 00:00") + TICK, True),
        (ON_THAT_DAY, True),
    ],
    ids=["just before the day", "as it begins", "just after it begins", "some time on it"],
)
def test_what_counts_since_a_day_is_replayed_as_since_a_day(
    since: Moment, at_: date, expected: bool
) -> None:
    untold = subject(ends=None, done=[Done(act="write", at=at_)])
    why = reason(done("write", since=since), untold)
    assert (expected, expected) == (why.value, why.replayed())


def test_a_day_is_told_with_the_moment_that_it_stands_for() -> None:
    why = reason(interview.ends + days(2), subject(ends=None)).operands[0]
    assert why.day is not None
    assert (at("2026-11-24 00:00"), at("2026-11-25 00:00")) == (why.day.first, why.day.end)
    assert at("2026-11-25 00:00") == why.value == why.replayed()
    assert None is reason(interview.ends, subject()).day


def test_acts_done_are_replayed() -> None:
    thanked = subject("person", done=[did("thank-you", "2026-11-24 14:00", "Priya Shah")])
    assert at("2026-11-24 14:00") == reason(last_done("thank-you"), thanked).replayed()
    assert True is reason(done("thank-you", since=interview.ends), thanked).replayed()
    assert False is reason(done("connect") | ~person.email.known, thanked).replayed()


# -- rules ----------------------------------------------------------------------------------------


def card(**more: Any) -> Rule:
    parts: dict[str, Any] = {
        "name": "send-card",
        "per": person,
        "given": ~interview.remote,
        "needs": (person.email, person.linkedin),
        "since": interview.starts,
        "opens": interview.ends,
        "best": (interview.ends + working_days(1)).office_time,
        "due": interview.ends + working_days(2),
        "closes": interview.ends + days(7),
        "satisfied_by": done("send-card"),
        "text": "Send {person} a card",
        "why": "Nobody else does.",
        **more,
    }
    return Rule(**parts)


EVERY_PART = ["given", "needs", "needs", "since", "opens", "best", "due", "closes", "satisfied_by"]
NO_PART: dict[str, Any] = {
    **dict.fromkeys(["given", "since", "best", "due", "closes", "satisfied_by"]),
    "needs": (),
}


@pytest.mark.parametrize(
    ("rule", "expected"),
    [(card(), EVERY_PART), (card(kind="guard", **NO_PART), ["opens"])],
    ids=["all", "least"],
)
def test_an_account_has_a_reason_for_every_part_in_the_order_of_a_rule(
    rule: Rule, expected: list[str]
) -> None:
    reasons = account(rule, subject("person"))
    assert expected == [part for part, _ in reasons.parts()]
    places = ["needs" if place.startswith("needs") else place for place, _ in rule.expressions()]
    assert sorted(places) == sorted(expected)
    assert read(rule, subject("person")) == reasons.reading


def test_the_reasons_for_the_dates_of_cautions_come_after_those_for_the_parts() -> None:
    cautions = (early("Wait", since=interview.starts), closed("Missed", lasting=days(3)))
    reasons = list(account(card(cautions=cautions), subject("person")).reasons())
    assert [*EVERY_PART, "cautions.since", "cautions.lasting"] == [place for place, _ in reasons]
    assert [at("2026-11-24 10:00"), days(3)] == [why.value for _, why in reasons[-2:]]


def test_the_reasons_of_an_account_have_the_values_of_its_window() -> None:
    reasons = account(card(), subject("person"))
    assert reasons.reading is not None
    assert reasons.reading.window[:4] == (
        reasons.opens and reasons.opens.value,
        reasons.best and reasons.best.value,
        reasons.due and reasons.due.value,
        reasons.closes and reasons.closes.value,
    )
    assert ["priya@acme.example", "linkedin.example/priya"] == [
        need.value for need in reasons.needs
    ]


def test_a_rule_that_stays_silent_has_an_account_without_a_reading() -> None:
    reasons = account(card(), subject("person", medium="video"))
    assert (None, False) == (reasons.reading, reasons.given and reasons.given.value)
    assert EVERY_PART == [part for part, _ in reasons.parts()]
    assert None is reasons.replayed()


def test_an_account_is_replayed_without_the_search() -> None:
    holidays = searching(
        applied(meeting(zone=NEW_YORK)), workdays=Workdays(holidays=[date(2026, 11, 25)])
    )
    reasons = account(card(), subjects(holidays)["person"][0])
    assert reasons.reading is not None
    assert at("2026-11-26 11:00", NEW_YORK) == reasons.reading.window.best
    assert reasons.reading == reasons.replayed()
    # Another zone and other days off, and the facts that were taken.
    other = subject("person", starts="2031-01-01 10:00", ends=None)
    elsewhere = reasons._replace(subject=other).replayed()
    assert elsewhere is not None
    assert reasons.reading.window.opens == elsewhere.window.opens
    assert reasons.reading.window.best != elsewhere.window.best


def test_what_is_missing_is_missing_in_the_replay_of_an_account() -> None:
    exact = {
        "opens": interview.exact_ends,
        "best": (interview.exact_ends + working_days(1)).office_time,
        "due": interview.exact_ends + working_days(2),
        "closes": interview.exact_ends + days(7),
    }
    reasons = account(card(**exact), subject("person", interviewers=[tom()], ends=None))
    again = reasons.replayed()
    assert reasons.reading == again
    assert again is not None
    expected = {"interview.ends", "person.email", "person.linkedin"}
    assert expected == {missing.fact for missing in again.missing}
    assert {"opens", "best", "due", "closes"} == again.window.unknown


def replays(rules: RuleSet, data: st.DataObject) -> None:
    """Replay all that explains the rules for a drawn search."""
    anchor = data.draw(strategies.moments())
    by_kind = subjects(data.draw(strategies.job_searches(near=anchor, rules=rules)))
    for rule in rules:
        for about in by_kind[rule.per]:
            assert read(rule, about) == account(rule, about).replayed()
            for _, expression in rule.expressions():
                assert expression.evaluate(about) == reason(expression, about).replayed()


replaying = settings(max_examples=examples(30), suppress_health_check=list(HealthCheck))


@replaying
@given(st.data())
def test_law_8_an_explanation_replayed_gives_the_value_that_it_explains(
    data: st.DataObject,
) -> None:
    replays(CV_LIBRARY, data)


@replaying
@given(strategies.rule_sets(), st.data())
def test_law_8_holds_for_whatever_the_language_can_say(rules: RuleSet, data: st.DataObject) -> None:
    replays(rules, data)


def test_a_reason_equals_no_other_kind_of_value() -> None:
    why = reason(interview.ends + days(2), subject())
    assert why != why.value
    assert why == reason(interview.ends + days(2), subject())
    assert hash(why) == hash(reason(interview.ends + days(2), subject()))
    assert why != reason(interview.ends + days(3), subject())


def test_a_fact_that_no_search_told_is_replayed_as_unknown() -> None:
    due = moment_fact("application.task_due", "the task's due date", ask="When is it due?")
    nobody_told = subjects(searching(applied()))["application"][0]
    for moment in (due, due + days(1)):
        assert isinstance(moment.evaluate(nobody_told), Unknown)
        assert moment.evaluate(nobody_told) == reason(moment, nobody_told).replayed()


def test_the_same_of_two_subjects_has_two_reasons() -> None:
    first, other = subject(), subject(key="other")
    assert reason(interview.ends, first) == reason(interview.ends, first)
    assert reason(interview.ends, first).value == reason(interview.ends, other).value
    assert reason(interview.ends, first) != reason(interview.ends, other)


def test_tall_reasons_are_compared_and_shown_without_what_is_below() -> None:
    tall: Moment = interview.ends
    for _ in range(500):
        tall += minutes(1)
    first, second = (reason(tall, subject()) for _ in range(2))
    assert bool(first == second)
    assert "operands" not in repr(first)
