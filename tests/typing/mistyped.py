# pyright: strict, reportUnnecessaryTypeIgnoreComment=true, reportUnusedExpression=false
"""What both checkers find wrong: where one no longer does, it says that a comment is unused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from interview_followup import (
    CV_LIBRARY,
    Application,
    Done,
    Interview,
    JobSearch,
    Offer,
    Person,
    Plan,
    Rule,
    RuleSet,
    Subject,
    Verdict,
    check,
    difference,
    forecast,
    plan,
    search_from_dict,
    to_dict,
)
from interview_followup.exports.dictionaries import ActionDict, PersonDict, PlanDict, SearchDict
from interview_followup.language import (
    application,
    condition_fact,
    days,
    done,
    interview,
    later_of,
    moment_fact,
    named,
    parameter,
    person,
    times_done,
    when,
)

# -- a search -------------------------------------------------------------------------------------


def model(moment: datetime, search: JobSearch) -> None:
    JobSearch()  # type: ignore[call-arg]
    JobSearch("Europe/London")  # type: ignore[call-arg]
    Person(name=5)  # type: ignore[arg-type]
    Person(nmae="Ada")  # type: ignore[call-arg]
    Interview(starts="2026-11-24")  # type: ignore[arg-type]
    Interview(starts=moment, medium="zoom")  # type: ignore[arg-type]
    Application(outcome="hired")  # type: ignore[arg-type]
    Application(interviews=[moment])  # type: ignore[list-item]
    Done(act="chase")  # type: ignore[call-arg]
    Offer(declined="no")  # type: ignore[arg-type]
    search.timezone = "UTC"  # type: ignore[misc]
    search.application(7)  # type: ignore[arg-type]


def others(search: JobSearch, verdict: Verdict, planned: Plan, moment: datetime) -> None:
    search.record(planned.actions[0], moment)  # type: ignore[call-arg]
    search.record(planned.actions[0])  # type: ignore[call-arg]
    search.record(verdict.subject, at=moment)  # type: ignore[arg-type]
    search.snooze(planned.actions[0], until=None)  # type: ignore[arg-type]
    search.replace(search, search)  # type: ignore[arg-type]


# -- answers --------------------------------------------------------------------------------------


def answers(search: JobSearch, moment: datetime) -> None:
    plan(search)  # type: ignore[call-arg]
    plan(search, moment)  # type: ignore[call-arg]
    plan(search, now="2026-11-24")  # type: ignore[arg-type]
    plan(search, now=moment, rules=[])  # type: ignore[arg-type]
    plan([search], now=moment)  # type: ignore[arg-type]
    check(search, "chase")  # type: ignore[call-arg]
    check(search, at=moment)  # type: ignore[call-arg]
    forecast(search, now=moment)  # type: ignore[call-arg]
    search_from_dict({}, unknown="drop")  # type: ignore[arg-type]
    to_dict(CV_LIBRARY["chase"])  # type: ignore[call-overload]


def results(planned: Plan, moment: datetime) -> None:
    planned.actions[0].best.isoformat()  # type: ignore[union-attr]
    planned.actions[0].status == "sent"  # type: ignore[comparison-overlap]
    planned.action(7)  # type: ignore[arg-type]
    planned.action(act=None, of=7.5)  # type: ignore[arg-type]
    planned.action_of("chase")  # type: ignore[attr-defined]
    difference(planned, planned.actions)  # type: ignore[arg-type]


# -- rules ----------------------------------------------------------------------------------------


def label(subject: Subject) -> str:
    return subject.label


def expressions() -> None:
    interview.ends + 2  # type: ignore[operator]
    interview.ends + interview.starts  # type: ignore[operator]
    interview.ends & interview.remote  # type: ignore[operator]
    interview.remote & True  # type: ignore[operator]
    interview.ends.before("2026-11-24")  # type: ignore[arg-type]
    interview.ends.at(9)  # type: ignore[arg-type]
    interview.ends.happened()  # type: ignore[operator]
    interview.endss  # type: ignore[attr-defined]
    person.email.at_least(1)  # type: ignore[attr-defined]
    times_done("chase").at_least("2")  # type: ignore[arg-type]
    later_of(interview.ends, days(1))  # type: ignore[arg-type]
    when(interview.remote, interview.ends, otherwise="later")  # type: ignore[call-overload]
    when(person.email, "a", otherwise="b")  # type: ignore[call-overload]
    named("a name", person.email)  # type: ignore[call-overload]
    parameter("wait", 1.5, "how long")  # type: ignore[call-overload]
    moment_fact("interview.own", "it", label)  # type: ignore[arg-type]
    condition_fact("interview.own", "it", label)  # type: ignore[arg-type]


def rules(rule: Rule, values: Mapping[int, int]) -> None:
    Rule(name="card", per=person, text="Send a card")  # type: ignore[call-arg]
    Rule(name="card", per="people", text="x", why="y")  # type: ignore[arg-type]
    Rule(name="card", per=person, text="x", why="y", kind="rule")  # type: ignore[arg-type]
    Rule(name="card", per=person, text="x", why="y", opens=days(1))  # type: ignore[arg-type]
    Rule(name="card", per=person, text="x", why="y", given=person.email)  # type: ignore[arg-type]
    Rule(name="card", per=person, text="x", why="y", channel=person.email)  # type: ignore[arg-type]
    RuleSet(rule)  # type: ignore[arg-type]
    RuleSet([rule], [rule])  # type: ignore[call-arg]
    CV_LIBRARY.without(rule)  # type: ignore[arg-type]
    CV_LIBRARY.tuned(values)  # type: ignore[arg-type]
    CV_LIBRARY[0]  # type: ignore[index]
    done(5)  # type: ignore[arg-type]
    application.promise.evaluate("Acme")  # type: ignore[arg-type]


# -- dictionaries ---------------------------------------------------------------------------------


def dictionaries(action: ActionDict, document: PlanDict) -> None:
    action["starts"]  # type: ignore[typeddict-item]
    action["status"] == "sent"  # type: ignore[comparison-overlap]
    document["action"]  # type: ignore[typeddict-item]
    person: PersonDict = {"email": None}  # type: ignore[typeddict-item]
    search: SearchDict = {"timezone": 5}  # type: ignore[typeddict-item]
    print(person, search)
