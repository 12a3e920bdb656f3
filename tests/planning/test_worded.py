"""Words are made when somebody reads them, from what was recorded, and are part of the value."""

from __future__ import annotations

import pickle
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier
from typing import Any

import pytest

from builders import applied, at, did, meeting, priya, searching, tom
from interview_followup import (
    CV_LIBRARY,
    Action,
    Caution,
    Interview,
    JobSearch,
    Plan,
    Promise,
    Rule,
    RuleSet,
    Subject,
    check,
    plan,
    schedule,
)
from interview_followup.language import (
    detail_fact,
    early,
    first_known,
    hours,
    interview,
    moment_fact,
    when,
)

NOON = at("2026-11-24 12:00")
SEARCH = searching(
    applied(
        meeting(
            interviewers=[priya(), tom()], done=[did("thank-you", "2026-11-24 11:30", "Tom Reed")]
        ),
        promise=Promise(by=at("2026-12-04 12:00")),
    ),
    applied(meeting("2026-11-20 15:00", None, key="2"), employer="Globex"),
)


def words(planned: Plan) -> list[str]:
    """Return every word of a plan."""
    parts: tuple[Action | Caution, ...] = (*planned.actions, *planned.cautions)
    read = [(part.text, part.why, part.source, str(part.uid)) for part in parts]
    return [
        *(word for texts in read for word in texts),
        *(question.text for question in planned.questions),
    ]


class Counted:
    """A function that a rule takes for a fact, which counts how often it is called."""

    def __init__(self, value: Any) -> None:
        self.value, self.calls = value, 0

    def __call__(self, subject: Subject) -> Any:
        self.calls += 1
        return self.value


def counting() -> tuple[RuleSet, tuple[Counted, ...]]:
    facts = (
        Counted(at("2026-11-24 11:00")),
        Counted(None),
        Counted("a card"),
        Counted(at("2026-11-25 09:00")),
    )
    agreed = moment_fact("interview.agreed", "what was agreed", facts[0])
    hinted = moment_fact("interview.hinted", "what was hinted", facts[1], ask="When?")
    gift = detail_fact("interview.gift", "the gift", facts[2])
    later = moment_fact("interview.later", "what came later", facts[3])
    return RuleSet(
        [
            Rule(
                name="send-card",
                per=interview,
                given=gift.happened | later.happened,
                opens=first_known(hinted, agreed),
                best=when(agreed.before(later), first_known(agreed, later), otherwise=later),
                due=later + hours(1),
                closes=later + hours(2),
                text="Send {employer} a card",
                cautions=early("Too early: wait until {opens}", since=agreed - hours(3)),
                why="So.",
            )
        ]
    ), facts


def test_reading_words_asks_no_fact_again() -> None:
    rules, facts = counting()
    timetable = schedule(meeting(), rules=rules)
    calls = [fact.calls for fact in facts]
    for now in (at("2026-11-24 10:00"), NOON, at("2026-11-25 09:30"), at("2026-12-25 09:30")):
        assert words(timetable.at(now))
    assert calls == [fact.calls for fact in facts]


def test_a_kept_schedule_answers_for_another_moment_without_evaluating_a_rule() -> None:
    rules, facts = counting()
    timetable = schedule(meeting(), rules=rules)
    calls = [fact.calls for fact in facts]
    assert ["early", "open", "late", "closed"] == [
        timetable.at(now).actions[0].status
        for now in (
            at("2026-11-24 10:00"),
            NOON,
            at("2026-11-25 10:30"),
            at("2026-11-25 11:00"),
        )
    ]
    assert calls == [fact.calls for fact in facts]


@pytest.mark.parametrize("now", [at("2026-11-24 10:30"), NOON, at("2026-12-09 10:00")])
def test_a_plan_is_its_schedule_at_a_moment(now: datetime) -> None:
    assert plan(SEARCH, now=now) == schedule(SEARCH).at(now)


def test_plans_whose_words_differ_are_not_equal() -> None:
    planned = plan(SEARCH, now=NOON)
    [chase] = [rule for rule in CV_LIBRARY if rule.name == "chase"]
    reworded = Rule(
        **{
            part: getattr(chase, part)
            for part in ("name", "per", "given", "opens", "best", "satisfied_by", "channel")
        },
        text=chase.text,
        cautions=chase.cautions,
        source=chase.source,
        why="For another reason.",
    )
    assert planned == plan(SEARCH, now=NOON, rules=CV_LIBRARY)
    assert planned != plan(SEARCH, now=NOON, rules=CV_LIBRARY.replacing(reworded))


@pytest.mark.parametrize("read", [True, False], ids=["words read", "words unread"])
def test_a_plan_by_functions_that_do_not_pickle_pickles_with_its_words(read: bool) -> None:
    agreed = moment_fact("interview.agreed", "what was agreed", lambda _: NOON)
    rules = RuleSet(
        [
            Rule(
                name="ring",
                per=interview,
                opens=agreed,
                closes=agreed + hours(1),
                text="Ring {employer}",
                cautions=early("Wait until {opens}", since=agreed - hours(3)),
                why="So.",
            )
        ]
    )
    now = NOON - timedelta(hours=1)
    planned = plan(SEARCH, now=now, rules=rules)
    verdict = check(SEARCH, "ring", at=now, of="Acme", rules=rules)
    if read:
        words(planned)
    for value in (planned, verdict, schedule(SEARCH, rules=rules)):
        assert value == pickle.loads(pickle.dumps(value))
    assert words(planned) == words(pickle.loads(pickle.dumps(planned)))
    assert str(verdict) == str(pickle.loads(pickle.dumps(verdict)))


def test_eight_threads_that_read_the_words_of_one_plan_at_once_read_the_same() -> None:
    def read(planned: Plan, start: Barrier) -> list[str]:
        start.wait()
        return words(planned)

    for _ in range(20):
        planned, start = plan(SEARCH, now=NOON), Barrier(8)
        with ThreadPoolExecutor(8) as threads:
            read_words = list(threads.map(lambda _, m=planned, s=start: read(m, s), range(8)))
        assert {tuple(words(plan(SEARCH, now=NOON)))} == set(map(tuple, read_words))


def test_a_verdict_is_hashed_by_its_words() -> None:
    def verdict() -> object:
        return check(SEARCH, "chase", at=NOON, of="Acme")

    assert Counter([verdict(), verdict()]) == {verdict(): 2}
    assert verdict() != "chase"


def test_a_lone_interview_has_words_as_well() -> None:
    planned = plan(Interview(starts=NOON, ends=NOON + timedelta(hours=1)), now=NOON)
    assert all(words(planned))
    assert not words(plan(JobSearch(timezone="UTC"), now=NOON, rules=RuleSet([])))
