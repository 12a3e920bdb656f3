"""Stored searches load though the rules have changed: what none knows any more is kept as it is."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import TICK, at
from documents import (
    ASKING,
    HERE,
    PANEL,
    TOLD,
    act,
    as_json,
    asking,
    away,
    document,
    met,
    problems,
)
from drawing import examples
from interview_followup import (
    CV_LIBRARY,
    InvalidInput,
    JobSearch,
    RuleSet,
    plan,
    read_search,
    search_from_dict,
    strategies,
)
from interview_followup._clock import LATEST
from interview_followup.exports.document import search_document, search_json, search_toml
from interview_followup.language import (
    Detail,
    application,
    condition_fact,
    detail_fact,
    moment_fact,
)
from zones import wall

OTHERWISE = RuleSet(
    [
        asking(
            "hand-in",
            "interview",
            detail_fact("application.paid", "what they pay", ask="How much?"),
            moment_fact("application.topic", "when the topic is given", ask="When?"),
            given=condition_fact("application.task_due", "the task is due"),
        ),
        asking("move-in", "person", detail_fact("interview.room_from", "the room", ask="Which?")),
        asking("wave", "search"),
    ]
)
"""The acts of `ASKING`, but per others, and its facts, but of other kinds."""

RULES = {"asking": ASKING, "otherwise": OTHERWISE, "shipped": CV_LIBRARY, "none": RuleSet([])}
EVER = LATEST - TICK
NOW = at("2026-11-24 12:00")


def read_keeping(document: Any, rules: RuleSet = CV_LIBRARY) -> JobSearch:
    return search_from_dict(document, rules=rules, unknown="keep")


def standing(search: JobSearch, rules: RuleSet) -> set[str]:
    """Return the places of problems that are there whatever the time is, but for lost zones."""
    problems = plan(search, now=EVER, rules=rules).problems
    places = {problem.place.partition(" (")[0] for problem in problems}
    return {place for place in places if not place.endswith(".timezone")}


def refused(document: Any, rules: RuleSet) -> set[str]:
    try:
        search_from_dict(document, rules=rules)
    except InvalidInput as error:
        return {problem.place.partition(" (")[0] for problem in error.problems}
    return set()


@settings(max_examples=examples(150))
@given(data=st.data(), then=st.sampled_from(list(RULES)), now=st.sampled_from(list(RULES)))
def test_a_search_that_was_valid_loads_plans_and_is_written_back_under_any_rules(
    data: st.DataObject, then: str, now: str
) -> None:
    """What would be refused is what the plan has among its problems."""
    search = data.draw(strategies.job_searches(rules=RULES[then]))
    rules = RULES[now]
    text = search_json(search)
    documents = {"TOML": tomllib.loads(search_toml(search)), "JSON": json.loads(text)}
    reads = {name: read_keeping(document, rules) for name, document in documents.items()}
    assert search == reads["TOML"]
    assert {text} == {search_json(search) for search in reads.values()}
    assert search == search_from_dict(json.loads(text), rules=RULES[then])
    for name, read in reads.items():
        assert refused(documents[name], rules) == standing(read, rules)
        assert now != then or set() == standing(read, rules)


@settings(max_examples=examples(60))
@given(search=strategies.job_searches(rules=ASKING), rules=st.sampled_from(list(RULES)))
def test_what_is_kept_is_there_for_the_rules_that_know_it(search: JobSearch, rules: str) -> None:
    """A host may load with fewer rules, write away, and load with more again."""
    read = read_keeping(json.loads(search_json(search)), RULES[rules])
    assert search == search_from_dict(json.loads(search_json(read)), rules=ASKING)


def test_every_kind_of_fact_is_kept_as_it_is_told() -> None:
    document = tomllib.loads(TOLD)
    as_told = search_from_dict(document, rules=ASKING)
    assert as_told == read_keeping(document) == read_keeping(document, RULES["none"])
    acme = read_keeping(json.loads(as_json(document))).applications[0]
    assert {"task_due": "2026-12-01", "paid": True, "topic": "2026-12-01"} == acme.facts


def test_a_text_that_says_a_day_is_a_day_where_rules_ask_for_a_moment() -> None:
    """As in any file: JSON has no other way to say one, and is written back the same."""
    document = {"timezone": "Europe/London", "applications": [{"facts": {"topic": "2026-12-01"}}]}
    for rules, expected in ((ASKING, "2026-12-01"), (OTHERWISE, date(2026, 12, 1))):
        search = read_keeping(document, rules)
        assert {"topic": expected} == search.applications[0].facts
        assert document == json.loads(search_json(search))


@pytest.mark.parametrize("suffix", ["toml", "json"])
def test_a_file_is_kept_as_well(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"told.{suffix}"
    facts_told = tomllib.loads(TOLD)
    path.write_text({"toml": TOLD, "json": as_json(facts_told)}[suffix], encoding="utf-8")
    assert read_keeping(
        facts_told if suffix == "toml" else json.loads(as_json(facts_told))
    ) == read_search(path, unknown="keep")


@pytest.mark.parametrize(
    "mistake",
    [
        document(done=act("keep-lookng")),
        document(done=act("chase")),
        document({"done": act("debrief")}),
        document({"set_aside": away("thank-you")}),
        met(done=act("chase"), set_aside=away("keep-looking")),
        met(interviewers=PANEL, done=act("thank-you")),
        met(interviewers=PANEL, done=act("debrief", to="Ana")),
        met(interviewers=[{"name": "Ana", "facts": {"age": 40}}], facts={"room": "B"}),
        document({"recruiter": {"name": "Rachel", "facts": {"fee": 0.5}}}, facts={"pay": True}),
    ],
    ids=str,
)
def test_what_would_be_refused_is_a_problem_of_the_plan(mistake: dict[str, Any]) -> None:
    """With the same places, messages and mends."""
    search = read_keeping(mistake)
    assert problems(mistake) == [str(problem) for problem in plan(search, now=EVER).problems]
    assert search == read_keeping(search_document(search))


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ("soon", "soon"),
        ("2026-12-32", "2026-12-32"),
        ("2025-03-30T01:30", "2025-03-30T01:30"),
        (5, 5),
        (True, True),
        ("2026-12-01", date(2026, 12, 1)),
        (date(2026, 12, 1), date(2026, 12, 1)),
        (wall("2026-12-01T09:00"), datetime(2026, 12, 1, 9, tzinfo=UTC)),
        (
            {"at": "2026-12-01T09:00", "timezone": "Asia/Tokyo"},
            datetime(2026, 12, 1, tzinfo=UTC),
        ),
    ],
    ids=str,
)
def test_a_moment_is_kept_as_one_and_else_as_it_is(fact: Any, expected: Any) -> None:
    [acme] = read_keeping(document({"facts": {"task_due": fact}}), ASKING).applications
    assert {"task_due": expected} == acme.facts


@pytest.mark.parametrize("nothing", [None, "", float("nan")], ids=repr)
def test_nothing_is_not_kept(nothing: Any) -> None:
    assert {} == read_keeping(document(facts={"pay": nothing})).facts


@pytest.mark.parametrize(
    ("mistake", "problem"),
    [
        (
            document(facts={"Wage €": 1}),
            "facts.Wage €: is not the name of a fact; use lower-case words joined by underscores",
        ),
        (
            document(facts={"wages": [1]}),
            "facts.wages: [1] cannot be a fact; "
            "give a date, a time, a text, a number or true or false",
        ),
        (
            document(facts={"paid_on": wall("2025-03-30T01:30")}),
            "facts.paid_on: 2025-03-30T01:30:00 does not exist in Europe/London, "
            "where the clocks go forward then; did you mean 2025-03-30T02:30:00?",
        ),
        (
            document(facts={"paid_on": {"when": "2025-03-30T01:30"}}),
            "facts.paid_on.when: is not a key here; did you mean 'at'?",
        ),
        (
            document(facts=5),
            "facts: 5 is not a table; give one with a key for each fact",
        ),
        (
            document({"recruiter": {"name": "Rachel", "facts": [1]}}),
            "applications[0].recruiter.facts: "
            "[1] is not a table; give one with a key for each fact",
        ),
        (
            document(done=act("Keep looking")),
            "done[0].act: 'Keep looking' is not a slug; write it as 'keep-looking'",
        ),
        (
            met(interviewers=PANEL, done=act("sing", to="Anna")),
            f"{HERE}.done[0].to: 'Anna' is not an interviewer here; did you mean 'Ana'?",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_no_search_may_hold_is_refused_all_the_same(
    mistake: dict[str, Any], problem: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        read_keeping(mistake)
    assert problem in [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize("word", ["kep", "Keep", "refused", "", None, True, 5, ["keep"]], ids=repr)
def test_what_becomes_of_the_unknown_is_one_of_two_words(tmp_path: Path, word: Any) -> None:
    path = tmp_path / "search.json"
    path.write_text(json.dumps(document()), encoding="utf-8")
    reads: tuple[Callable[[], JobSearch], ...] = (
        lambda: search_from_dict(document(), unknown=word),
        lambda: read_search(path, unknown=word),
    )
    for read in reads:
        with pytest.raises(InvalidInput) as caught:
            read()
        [problem] = caught.value.problems
        assert ("unknown", f"{word!r} is not known") == (problem.place, problem.message)
        assert problem.mend in ("did you mean 'keep'?", "did you mean 'refuse'?", EITHER)


EITHER = "use one of: keep, refuse"


def test_refuse_is_the_word_for_what_happens_without_one() -> None:
    mistake = document(facts={"pay": 9})
    with pytest.raises(InvalidInput) as caught:
        search_from_dict(mistake, unknown="refuse")
    assert problems(mistake) == [str(problem) for problem in caught.value.problems]


def test_a_fact_of_another_kind_is_asked_for_as_if_it_had_not_been_told() -> None:
    topic: Detail[Any] = detail_fact("application.topic", "the topic", ask="What about?")
    due = moment_fact("application.topic", "when the topic is due", ask="When is the topic due?")
    mistake = document({"facts": {"topic": "Tax"}, "heard": "2026-11-20"})
    for fact, questions in ((topic, []), (due, ["When is the topic due?"])):
        rules = RuleSet([asking("read", application, fact, opens=application.heard)])
        planned = plan(read_keeping(mistake, rules), now=NOW, rules=rules)
        assert questions == [question.text for question in planned.questions]
