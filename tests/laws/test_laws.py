"""The laws hold for the shipped rules, and for all that the language can say."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from breaches import NOW
from builders import meeting
from drawing import examples
from interview_followup import (
    CV_LIBRARY,
    InvalidInput,
    RuleSet,
    laws,
    strategies,
)
from interview_followup.laws import LAWS, Law, verify

ANY_RULES = tuple(
    law
    for law in LAWS
    if law not in (laws.zones_change_nothing, laws.done_stays_done, laws.rules_agree)
    and law is not laws.windows_leave_time
)


def test_the_shipped_rules_keep_every_law() -> None:
    report = verify(CV_LIBRARY)
    assert report.is_as_expected
    assert LAWS == tuple(finding.law for finding in report.findings)
    assert (100, True) == (report.searches, report.swept > 1000)
    # Meetings that are very short, or that somebody left very late, or a day before the next one.
    moved = {"ask-how-to-follow-up", "ask-when-you-will-hear", "collect-contact"}
    moved_notes = [note for note in report.notes if "moved into its window" in note]
    assert list(report.notes) == moved_notes
    assert moved <= {note.split()[0] for note in moved_notes} <= {*moved, "debrief", "practise"}


@settings(max_examples=examples(60), suppress_health_check=list(HealthCheck))
@given(strategies.rule_sets(), st.data())
def test_whatever_rules_the_language_can_say_keep_the_laws_of_the_language(
    rules: RuleSet, data: st.DataObject
) -> None:
    anchor = data.draw(strategies.moments())
    search = data.draw(strategies.job_searches(near=anchor, rules=rules))
    now = data.draw(strategies.moments(near=anchor))
    for law in ANY_RULES:
        assert None is law.breach(search, now=now, rules=rules), law


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.name)
def test_a_law_is_a_public_value_that_says_what_it_states(law: Law) -> None:
    assert law is getattr(laws, law.name)
    assert law.name in laws.__all__
    assert law.sentence == law.__doc__ == str(law)
    assert law.sentence.endswith(".")
    assert f"<Law {law.number}, {law.name}>" == repr(law)


def test_laws_are_numbered_from_one() -> None:
    assert list(range(1, len(LAWS) + 1)) == [law.number for law in LAWS]


def test_a_law_takes_an_interview_and_any_aware_time() -> None:
    assert None is laws.windows_are_in_order.breach(meeting(), now=NOW)
    with pytest.raises(InvalidInput, match=r"now: .* has no time zone"):
        laws.windows_are_in_order.breach(meeting(), now=datetime(2026, 11, 24))  # noqa: DTZ001
