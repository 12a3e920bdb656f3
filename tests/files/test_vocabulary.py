"""Vocabulary: the acts and facts that rules know, and where they look for them."""

from __future__ import annotations

from typing import Any

import pytest

from documents import (
    A_DAY_THERE_IS,
    A_TIME,
    ASKING,
    AT,
    HERE,
    PANEL,
    UNASKED,
    act,
    away,
    document,
    met,
    problems,
)
from interview_followup import CV_LIBRARY, RuleSet, search_from_dict
from interview_followup.language import Rule, days, interview
from mistakes import mistakes
from zones import wall


def test_a_person_s_act_to_nobody_is_refused_even_if_it_says_so() -> None:
    done = [{"act": "thank-you", "at": "2026-11-24T12:00", "to": None}]
    assert [
        "applications[0].interviews[0].done[0].to: is missing; say to whom, by name or key"
    ] == problems(met(interviewers=[{"name": "Ana"}], done=done))


@pytest.mark.parametrize("nobody", [None, "", float("nan")], ids=repr)
def test_an_interview_s_act_to_nobody_is_one_of_the_interview(nobody: Any) -> None:
    done = [{"act": "debrief", "at": "2026-11-24T12:00", "to": nobody}]
    [acme] = search_from_dict(met(done=done)).applications
    assert [("debrief", None)] == [(act.act, act.to) for act in acme.interviews[0].done]


@mistakes(
    (
        document(done=act("keep-lookng")),
        "done[0].act: no rule knows 'keep-lookng'; did you mean 'keep-looking'?",
    ),
    (
        document(done=act("Keep looking")),
        "done[0].act: 'Keep looking' is not a slug; write it as 'keep-looking'",
    ),
    (document(done=[{"at": AT}]), "done[0].act: is missing; give it"),
    (document(done=act(5)), "done[0].act: 5 is not text; put it in quotes"),  # type: ignore[arg-type]
    (
        document(done=["chase"]),
        "done[0]: 'chase' is not a table; give one with keys of act, at, to; "
        "in TOML, such as { act = …, at = 2026-12-01 }",
    ),
    (
        document(done=5),
        "done: is not a list; put it in a list of tables with keys of act, at, to; "
        "in TOML, such as [{ act = …, at = 2026-12-01 }]",
    ),
    (
        document(done=[{"act": "keep-looking"}]),
        "done[0].at: is missing; say when: a day, or a day and a time",
    ),
    (
        document(done=act("chase")),
        "done[0]: 'chase' is kept per application; move it to the application that it is about",
    ),
    (
        document({"done": act("keep-looking")}),
        "applications[0].done[0]: 'keep-looking' is kept per search; "
        "move it to the search that it is about",
    ),
    (
        document({"done": act("debrief")}),
        "applications[0].done[0]: 'debrief' is kept per interview; "
        "move it to the interview that it is about",
    ),
    (
        document({"done": act("thank-you")}),
        "applications[0].done[0]: 'thank-you' is kept per person; "
        "move it to the interview with that person",
    ),
    (
        met(done=act("chase")),
        f"{HERE}.done[0]: 'chase' is kept per application; move it to the application "
        "that it is about",
    ),
    (
        met(interviewers=PANEL, done=act("thank-you")),
        f"{HERE}.done[0].to: is missing; say to whom, by name or key",
    ),
    (
        met(interviewers=PANEL, done=act("debrief", to="Ana")),
        f"{HERE}.done[0].to: 'debrief' is not done to a person; leave it out",
    ),
    (
        met(interviewers=PANEL, done=act("thank-you", to="Anna")),
        f"{HERE}.done[0].to: 'Anna' is not an interviewer here; did you mean 'Ana'?",
    ),
    (
        met(interviewers=PANEL, done=act("thank-yuo", to="Ana")),
        f"{HERE}.done[0].act: no rule knows 'thank-yuo'; did you mean 'thank-you'?",
    ),
)
def test_an_act_that_no_rule_would_find_is_named_with_its_place_and_mend(
    given: Any, problem: str
) -> None:
    assert [problem] == problems(given)


def test_acts_are_those_of_the_rules_given() -> None:
    send_flowers = Rule(
        name="send-flowers",
        per=interview,
        opens=interview.ends,
        best=interview.ends + days(1),
        text="Send flowers",
        why="Why not?",
    )
    given = met(done=act("send-flowers"))
    [application] = search_from_dict(given, rules=CV_LIBRARY.with_(send_flowers)).applications
    assert "send-flowers" == application.interviews[0].done[0].act


@mistakes(
    (
        document(set_aside=away("keep-lookng")),
        "set_aside[0].act: no rule knows 'keep-lookng'; did you mean 'keep-looking'?",
    ),
    (
        document(set_aside=away("Keep looking")),
        "set_aside[0].act: 'Keep looking' is not a slug; write it as 'keep-looking'",
    ),
    (document(set_aside=[{"until": AT}]), "set_aside[0].act: is missing; give it"),
    (
        document(set_aside=["chase"]),
        "set_aside[0]: 'chase' is not a table; give one with keys of act, until, to; "
        "in TOML, such as { act = …, until = 2026-12-08 }",
    ),
    (
        document(set_aside=5),
        "set_aside: is not a list; put it in a list of tables with keys of act, until, to; "
        "in TOML, such as [{ act = …, until = 2026-12-08 }]",
    ),
    (
        document(set_aside=away("keep-looking", at=AT)),
        "set_aside[0].at: is not a key here; did you mean 'until'?",
    ),
    (
        document(set_aside=away("keep-looking", until="2026-12-32")),
        f"set_aside[0].until: '2026-12-32' is not a date and time; {A_DAY_THERE_IS}",
    ),
    (
        document(set_aside=away("chase")),
        "set_aside[0]: 'chase' is kept per application; "
        "move it to the application that it is about",
    ),
    (
        document({"set_aside": away("thank-you")}),
        "applications[0].set_aside[0]: 'thank-you' is kept per person; "
        "move it to the interview with that person",
    ),
    (
        document({"set_aside": away("debrief")}),
        "applications[0].set_aside[0]: 'debrief' is kept per interview; "
        "move it to the interview that it is about",
    ),
    (
        met(set_aside=away("keep-looking")),
        f"{HERE}.set_aside[0]: 'keep-looking' is kept per search; "
        "move it to the search that it is about",
    ),
    (
        met(interviewers=PANEL, set_aside=away("thank-you")),
        f"{HERE}.set_aside[0].to: is missing; say to whom, by name or key",
    ),
    (
        met(interviewers=PANEL, set_aside=away("debrief", to="Ana")),
        f"{HERE}.set_aside[0].to: 'debrief' is not done to a person; leave it out",
    ),
    (
        met(interviewers=PANEL, set_aside=away("thank-you", to="Anna")),
        f"{HERE}.set_aside[0].to: 'Anna' is not an interviewer here; did you mean 'Ana'?",
    ),
)
def test_an_act_set_aside_where_no_rule_would_look_is_named_with_its_place_and_mend(
    given: Any, problem: str
) -> None:
    assert [problem] == problems(given)


@mistakes(
    (
        document({"facts": {"task_du": "2026-12-01"}}),
        "applications[0].facts.task_du: no rule asks for this fact; did you mean 'task_due'?",
    ),
    (
        document({"facts": {"score": 5}}),
        f"applications[0].facts.score: {UNASKED}",
    ),
    (
        document(facts={"task_due": "2026-12-01"}),
        f"facts.task_due: {UNASKED}",
    ),
    (
        met(facts={"task_due": "2026-12-01"}),
        f"{HERE}.facts.task_due: {UNASKED}",
    ),
    (
        document({"facts": {"paid": "true"}}),
        "applications[0].facts.paid: 'true' is not true or false; say whether the task is paid",
    ),
    (
        document({"facts": {"paid": 1}}),
        "applications[0].facts.paid: 1 is not true or false; say whether the task is paid",
    ),
    (
        document({"facts": {"task_due": "soon"}}),
        f"applications[0].facts.task_due: 'soon' is not a date and time; {A_TIME}",
    ),
    (
        document({"facts": {"task_due": 5}}),
        f"applications[0].facts.task_due: 5 is not a date and time; {A_TIME}",
    ),
    (
        document({"facts": {"task_due": "2026-12-32"}}),
        f"applications[0].facts.task_due: '2026-12-32' is not a date and time; {A_DAY_THERE_IS}",
    ),
    (
        document({"facts": {"task_due": {"at": "2026-12-01T09:00", "timezone": "Asia/Tokio"}}}),
        "applications[0].facts.task_due.timezone: 'Asia/Tokio' is not an IANA time zone; "
        "did you mean 'Asia/Tokyo'?",
    ),
    (
        document({"facts": {"task_due": "2025-03-30T01:30"}}),
        "applications[0].facts.task_due: 2025-03-30T01:30:00 does not exist in Europe/London, "
        "where the clocks go forward then; did you mean 2025-03-30T02:30:00?",
    ),
    (
        document({"facts": {"topic": wall("2025-03-30T01:30")}}),
        "applications[0].facts.topic: 2025-03-30T01:30:00 does not exist in Europe/London, "
        "where the clocks go forward then; did you mean 2025-03-30T02:30:00?",
    ),
    (
        document({"facts": {"topic": ["Tax"]}}),
        "applications[0].facts.topic: ['Tax'] cannot be a fact; "
        "give a date, a time, a text, a number or true or false",
    ),
    (
        document({"facts": ["topic"]}),
        "applications[0].facts: ['topic'] is not a table; give one with a key for each fact",
    ),
)
def test_a_wrong_fact_is_named_with_its_place_and_mend(given: Any, problem: str) -> None:
    assert [problem] == problems(given, ASKING)


def test_an_act_that_is_near_to_none_may_be_one_of_a_pack() -> None:
    assert [
        "done[0].act: no rule knows 'zzz'; use one of: hand-in, move-in, wave; "
        "or give the rules that know it: rules=, or --pack NAME"
    ] == problems(document(done=[{"act": "zzz", "at": "2026-11-30T09:00"}]), ASKING)


@pytest.mark.parametrize("rules", [ASKING, CV_LIBRARY], ids=["some ask for facts", "none does"])
@pytest.mark.parametrize(
    "facts",
    [{"Wage €": 1}, {"score": 5}, {"score": [1]}, {"score": wall("2025-03-30T01:30")}],
    ids=["name", "a number", "a list", "a time that is skipped"],
)
def test_a_fact_that_no_rule_asks_for_is_refused_for_just_that(
    rules: RuleSet, facts: dict[str, Any]
) -> None:
    [name] = facts
    expected = f"applications[0].facts.{name}: {UNASKED}"
    assert [expected] == problems(document({"facts": facts}), rules)


@pytest.mark.parametrize("name", ["zzz", "away_from"], ids=["no rule's", "of a person"])
def test_no_rule_asks_for_the_facts_of_a_recruiter(name: str) -> None:
    given = document({"recruiter": {"name": "Rachel", "facts": {name: "2026-12-01"}}})
    assert [f"applications[0].recruiter.facts.{name}: {UNASKED}"] == problems(given, ASKING)


def test_a_fact_of_a_recruiter_is_refused_for_just_that() -> None:
    given = document({"recruiter": {"name": "Rachel", "facts": {"away_from": "soon"}}})
    assert [f"applications[0].recruiter.facts.away_from: {UNASKED}"] == problems(given, ASKING)
