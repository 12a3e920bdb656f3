# pyright: strict, reportUnnecessaryTypeIgnoreComment=true
"""What tests are written with: strategies, and laws."""

from __future__ import annotations

from datetime import datetime
from typing import Any, assert_type
from unittest import TestCase

from hypothesis.stateful import RuleBasedStateMachine
from hypothesis.strategies import SearchStrategy

from interview_followup import (
    Application,
    AskedQuestion,
    FollowUp,
    FollowupError,
    Interview,
    JobSearch,
    Offer,
    Person,
    Promise,
    Rule,
    RuleSet,
    Scheduled,
    WakingHours,
    Workdays,
    laws,
    strategies,
)
from interview_followup.language import interview
from interview_followup.laws import Breach, Counterexample, Finding, Law, LawsBroken, Report
from interview_followup.strategies import Step


def drawn(near: datetime, own: RuleSet) -> None:
    assert_type(strategies.moments(near=near), SearchStrategy[datetime])
    assert_type(strategies.zones(), SearchStrategy[str])
    assert_type(strategies.people(), SearchStrategy[Person])
    assert_type(strategies.questions(), SearchStrategy[AskedQuestion])
    assert_type(strategies.follow_ups(), SearchStrategy[FollowUp])
    assert_type(strategies.promises(near=near), SearchStrategy[Promise])
    assert_type(strategies.offers(near=near), SearchStrategy[Offer])
    assert_type(strategies.workdays(near=near), SearchStrategy[Workdays])
    assert_type(strategies.waking_hours(), SearchStrategy[WakingHours])
    assert_type(strategies.interviews(near=near, rules=own), SearchStrategy[Interview])
    assert_type(strategies.applications(employer="Acme", rules=own), SearchStrategy[Application])
    assert_type(strategies.job_searches(near=near, rules=own), SearchStrategy[JobSearch])
    assert_type(strategies.histories(rules=own), SearchStrategy[tuple[Step, ...]])
    assert_type(strategies.invalid_documents(rules=own), SearchStrategy[dict[str, Any]])
    assert_type(strategies.rules(name="chase", per=interview), SearchStrategy[Rule])
    assert_type(strategies.rules(per="person"), SearchStrategy[Rule])
    assert_type(strategies.rule_sets(max_size=2), SearchStrategy[RuleSet])


def of_a_step(step: Step) -> None:
    assert_type(step.at, datetime)
    assert_type(step.event, str)
    assert_type(step.search, JobSearch)


def verified(own: RuleSet) -> None:
    report = laws.verify(
        own,
        expected_failures={laws.windows_leave_time: "they never do"},
        searches=strategies.job_searches(),
        max_examples=10,
        random_seed=1,
        seconds=2.5,
    )
    assert_type(report, Report)
    assert_type(report.is_as_expected, bool)
    assert_type(report.findings, tuple[Finding, ...])
    assert_type(report.notes, tuple[str, ...])
    assert_type(report.searches, int)
    assert_type(report.swept, int)
    assert_type(report.stopped_after, float | None)


def of_a_finding(finding: Finding, broken: LawsBroken) -> None:
    assert_type(finding.law, Law)
    assert_type(finding.counterexample, Counterexample | None)
    assert_type(finding.expected, str | None)
    assert_type(finding.is_as_expected, bool)
    if counterexample := finding.counterexample:
        assert_type(counterexample.search, JobSearch)
        assert_type(counterexample.now, datetime)
        assert_type(counterexample.breach, Breach)
        assert_type(counterexample.breach.text, str)
        assert_type(counterexample.breach.items, tuple[Scheduled, ...])
    assert_type(broken.report, Report)
    failed: AssertionError = broken
    error: FollowupError = broken
    print(failed, error)


def of_laws(search: JobSearch, now: datetime, own: RuleSet) -> None:
    assert_type(laws.LAWS, tuple[Law, ...])
    for law in (
        laws.answers_agree,
        laws.done_stays_done,
        laws.explanations_replay,
        laws.files_read_back,
        laws.order_changes_nothing,
        laws.phases_move_forward,
        laws.readings_agree,
        laws.reminders_forbid_nothing,
        laws.rules_agree,
        laws.set_aside_is_unheard,
        laws.unnamed_facts_change_nothing,
        laws.valid_searches_plan,
        laws.vetoes_are_kept,
        laws.windows_are_in_order,
        laws.windows_leave_time,
        laws.windows_open_on_time,
        laws.zones_change_nothing,
    ):
        assert_type(law, Law)
        assert_type(law.number, int)
        assert_type(law.name, str)
        assert_type(law.sentence, str)
        assert_type(law.breach(search, now=now, rules=own), Breach | None)


def of_a_machine(own: RuleSet) -> None:
    machine = laws.machine(own)
    assert_type(machine, type[RuleBasedStateMachine])
    case: type[TestCase] = machine.TestCase
    print(case)
