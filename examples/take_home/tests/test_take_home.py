"""The pack take-home, as it is installed: listed, loaded, dated, read, changed and checked."""

import re
from contextlib import redirect_stdout
from datetime import date, datetime, timedelta
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve

from interview_followup import (
    CV_LIBRARY,
    Application,
    InvalidInput,
    JobSearch,
    Workdays,
    check,
    laws,
    plan,
    read_search,
    schedule,
    search_from_dict,
)
from interview_followup.advice import load, packs
from interview_followup.language import days, working_days
from take_home import TAKE_HOME, ask_for_feedback

EXAMPLE = Path(__file__).parents[1]
LONDON, NEW_YORK = ZoneInfo("Europe/London"), ZoneInfo("America/New_York")
TICK = timedelta(microseconds=1)
MINUTE = timedelta(minutes=1)
SEARCH = read_search(EXAMPLE / "task.toml", rules=TAKE_HOME)


def in_london(day: int, hour: int, minute: int = 0) -> datetime:
    """Return a time in London in December 2026."""
    return datetime(2026, 12, day, hour, minute, tzinfo=LONDON)


def with_task(**facts: object) -> JobSearch:
    return JobSearch(timezone="Europe/London", applications=[Application(facts=facts)])


def dates(act: str, employer: str) -> list[datetime | None]:
    """Return when an act of the example opens, is best, is late and closes."""
    (window,) = [
        scheduled.window
        for scheduled in schedule(SEARCH, rules=TAKE_HOME)
        if (scheduled.act, scheduled.subject.application.employer) == (act, employer)
    ]
    return list(window[:4])


# -- published ------------------------------------------------------------------------------------


def test_the_pack_is_listed() -> None:
    (pack,) = [pack for pack in packs() if pack.name == "take-home"]
    assert ("interview-followup-take-home", "take_home:TAKE_HOME") == (pack.package, pack.value)


def test_the_pack_is_loaded_by_name() -> None:
    assert TAKE_HOME == load("take-home")


def test_the_pack_combines_with_the_shipped_one() -> None:
    both = load("cv-library", "take-home")
    assert CV_LIBRARY.with_(*TAKE_HOME) == both
    acts = {action.act for action in plan(SEARCH, now=in_london(1, 19), rules=both).actions}
    assert {"send-task", "ask-for-feedback", "chase", "connect"} <= acts


# -- dates ----------------------------------------------------------------------------------------


def test_a_task_is_sent_in_the_morning_a_day_before_the_deadline() -> None:
    opens, best = in_london(1, 18, 30), in_london(5, 9)
    assert [opens, best, in_london(6, 21), in_london(7, 0)] == dates("send-task", "Acme")


def test_more_time_is_asked_for_in_office_hours_before_the_weekend() -> None:
    opens, best, closes = in_london(1, 18, 30), in_london(2, 9), in_london(4, 17)
    assert [opens, best, None, closes] == dates("ask-for-more-time", "Acme")


def test_feedback_is_asked_for_five_working_days_later_where_the_employer_is() -> None:
    opens = datetime(2026, 12, 2, 14, 30, tzinfo=NEW_YORK)
    assert [opens, opens, None, None] == dates("ask-for-feedback", "Globex")


@pytest.mark.parametrize(
    ("act", "employer", "edge", "expected"),
    [
        ("send-task", "Acme", in_london(1, 18, 30), ["early", "open", "open"]),
        ("send-task", "Acme", in_london(6, 21), ["open", "late", "late"]),
        ("send-task", "Acme", in_london(7, 0), ["late", "closed", "closed"]),
        ("ask-for-more-time", "Acme", in_london(1, 18, 30), ["early", "open", "open"]),
        ("ask-for-more-time", "Acme", in_london(4, 17), ["open", "closed", "closed"]),
        ("ask-for-feedback", "Globex", in_london(2, 19, 30), ["early", "open", "open"]),
    ],
)
def test_just_before_at_and_just_after(
    act: str, employer: str, edge: datetime, expected: list[str]
) -> None:
    statuses = [
        check(SEARCH, act, at=edge + step, of=employer, rules=TAKE_HOME).status
        for step in (-TICK, timedelta(0), TICK)
    ]
    assert expected == statuses


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        pytest.param(date(2026, 12, 4), False, id="Friday"),
        pytest.param(date(2026, 12, 5), True, id="Saturday"),
        pytest.param(date(2026, 12, 6), True, id="Sunday"),
        pytest.param(date(2026, 12, 8), True, id="a holiday"),
        pytest.param(in_london(7, 0) - MINUTE, True, id="just before Sunday ends"),
        pytest.param(in_london(7, 0), True, id="as Sunday ends"),
        pytest.param(in_london(7, 0) + MINUTE, False, id="just after Sunday ended"),
        pytest.param(None, False, id="not known"),
    ],
)
def test_more_time_is_asked_for_where_the_last_day_is_a_day_off(
    due: date | None, expected: bool
) -> None:
    facts = {"task_received": in_london(1, 12)} | ({"task_due": due} if due else {})
    search = evolve(with_task(**facts), workdays=Workdays(holidays=[date(2026, 12, 8)]))
    acts = {scheduled.act for scheduled in schedule(search, rules=TAKE_HOME)}
    assert expected == ("ask-for-more-time" in acts)


def test_no_task_no_advice() -> None:
    assert 0 == len(schedule(with_task(), rules=TAKE_HOME))


def test_once_it_is_sent_only_feedback_is_left_to_ask_for() -> None:
    planned = plan(SEARCH, now=in_london(5, 11), rules=TAKE_HOME)
    (action,) = [
        action
        for action in planned.actions
        if (action.act, action.subject.application.employer) == ("send-task", "Acme")
    ]
    sent = SEARCH.record(action, at=in_london(5, 11))
    statuses = {
        action.act: action.status
        for action in plan(sent, now=in_london(5, 12), rules=TAKE_HOME).actions
        if action.subject.application.employer == "Acme"
    }
    expected = {"ask-for-more-time": "done", "send-task": "done", "ask-for-feedback": "early"}
    assert expected == statuses


def test_what_is_said() -> None:
    planned = plan(SEARCH, now=in_london(6, 22), rules=TAKE_HOME)
    late = "The task for Acme is getting late: send it before Monday 7 December"
    assert [late] == [caution.text for caution in planned.cautions]
    verdict = check(SEARCH, "ask-for-feedback", at=in_london(2, 19), of="Globex", rules=TAKE_HOME)
    assert (
        "Too early to ask Globex about your task: wait until Wednesday 2 December, 19:30 "
        "(14:30 in New York)"
    ) == verdict.text


# -- facts in a file ------------------------------------------------------------------------------


def test_a_deadline_that_nobody_told_becomes_a_question() -> None:
    questions = plan(SEARCH, now=in_london(1, 19), rules=TAKE_HOME).questions
    assert "By when does Initech want the task?" == questions[0].text


def test_a_misspelt_fact_is_answered_with_the_near_name() -> None:
    document = {
        "timezone": "Europe/London",
        "applications": [{"facts": {"task_deu": "2026-12-06"}}],
    }
    with pytest.raises(InvalidInput) as caught:
        search_from_dict(document, rules=TAKE_HOME)
    expected = (
        "applications[0].facts.task_deu: no rule asks for this fact; did you mean 'task_due'?"
    )
    assert expected == str(caught.value)


def test_the_shipped_rules_alone_know_no_such_facts() -> None:
    with pytest.raises(InvalidInput, match="no rule asks for this fact"):
        read_search(EXAMPLE / "task.toml")


# -- changed --------------------------------------------------------------------------------------


def test_a_number_is_tuned() -> None:
    rules = TAKE_HOME.tuned({"ask-for-feedback.wait": working_days(1), "send-task.margin": days(2)})
    bests = {
        (scheduled.act, scheduled.subject.application.employer): scheduled.window.best
        for scheduled in schedule(SEARCH, rules=rules)
    }
    # Wednesday 25 November; Thursday would be the holiday.
    assert datetime(2026, 11, 25, 14, 30, tzinfo=NEW_YORK) == bests["ask-for-feedback", "Globex"]
    assert in_london(4, 9) == bests["send-task", "Acme"]


def test_a_misspelt_number_is_answered_with_the_near_name() -> None:
    with pytest.raises(InvalidInput, match=r"did you mean 'send-task\.margin'"):
        TAKE_HOME.tuned({"send-task.margins": days(2)})


def test_a_rule_is_replaced() -> None:
    rules = TAKE_HOME.replacing(evolve(ask_for_feedback, text="Ask {employer} how you did"))
    planned = plan(SEARCH, now=in_london(3, 12), rules=rules)
    assert "Ask Globex how you did" in [action.text for action in planned.actions]


def test_a_rule_is_removed() -> None:
    rules = TAKE_HOME.without("ask-for-more-time")
    acts = {scheduled.act for scheduled in schedule(SEARCH, rules=rules)}
    assert {"send-task", "ask-for-feedback"} == acts


# -- checked --------------------------------------------------------------------------------------


def test_the_laws_hold() -> None:
    report = laws.verify(TAKE_HOME)
    assert [] == [note for note in report.notes if "never spoke" in note]


# -- the README -----------------------------------------------------------------------------------


def test_the_readme_does_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(EXAMPLE)
    readme = Path("README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", readme, re.DOTALL)
    for code, expected in blocks:
        with redirect_stdout(StringIO()) as printed:
            exec(code, {})
        assert expected == printed.getvalue()
    assert 2 == len(blocks)
