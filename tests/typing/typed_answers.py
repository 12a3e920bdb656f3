# pyright: strict, reportUnnecessaryTypeIgnoreComment=true
"""What is asked of a search, and what the answers give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, Literal, assert_never, assert_type
from uuid import UUID

import pendulum

from interview_followup import (
    CV_LIBRARY,
    Account,
    Action,
    Advice,
    Application,
    Caution,
    Change,
    ChangedFact,
    ComparedAct,
    Comparison,
    Difference,
    Entry,
    Explanation,
    Group,
    Hindrance,
    Interview,
    JobSearch,
    Keys,
    Opinion,
    Person,
    Plan,
    Problem,
    Question,
    Reason,
    Rule,
    RuleSet,
    Schedule,
    Scheduled,
    Status,
    Subject,
    Verdict,
    Window,
    agenda,
    check,
    check_all,
    compare,
    difference,
    explain,
    forecast,
    phase,
    plan,
    schedule,
)
from interview_followup.exports.dictionaries import PlanDict
from interview_followup.language import Expression, Fact, Wording

# -- what is asked --------------------------------------------------------------------------------


def ask(
    search: JobSearch,
    application: Application,
    interview: Interview,
    person: Person,
    moment: datetime,
    day: date,
    rules: RuleSet,
) -> None:
    assert_type(schedule(search), Schedule)
    assert_type(schedule(application, rules=rules), Schedule)
    assert_type(schedule(interview).at(moment), Plan)
    assert_type(plan(search, now=moment), Plan)
    assert_type(plan(application, now=day, rules=rules), Plan)
    assert_type(plan(interview, now=pendulum.now("UTC")), Plan)
    assert_type(forecast(search, now=day, horizon=moment, rules=rules), Plan)
    assert_type(check(search, "chase", at=moment), Verdict)
    assert_type(check(search, "chase", at=day, of="Acme", rules=rules), Verdict)
    assert_type(check(search, "thank-you", at=day, of=person), Verdict)
    assert_type(check(search, "debrief", at=day, of=interview), Verdict)
    assert_type(check(search, "chase", at=day, of=7), Verdict)
    assert_type(check_all(search, "chase", at=moment), tuple[Verdict, ...])
    assert_type(explain(search, "chase", now=moment, of=application), Explanation)
    compared = compare(search, {"ours": CV_LIBRARY, "mine": rules}, now=moment)
    assert_type(compared, Comparison)
    assert_type(compared.of("Acme").of(person), Comparison)


def tell_apart(before: Plan, after: Plan, stored: PlanDict, rules: RuleSet) -> None:
    assert_type(difference(before, after), Difference)
    assert_type(difference(stored, after, rules=rules), Difference)
    assert_type(difference(before, stored), Difference)


def ask_why(search: JobSearch, planned: Plan, verdict: Verdict, scheduled: Scheduled) -> None:
    for subject in (planned.actions[0], planned.cautions[0], verdict, scheduled):
        assert_type(explain(search, subject, now=planned.now), Explanation)


# -- a schedule -----------------------------------------------------------------------------------


def of_a_schedule(timetable: Schedule, moment: datetime) -> None:
    several: Sequence[Scheduled] = timetable
    print(several)
    assert_type(timetable.timezone, str)
    assert_type(timetable[0], Scheduled)
    assert_type(timetable[1:], tuple[Scheduled, ...])
    assert_type(len(timetable), int)
    assert_type(iter(timetable), Iterator[Scheduled])
    assert_type(timetable.at(moment), Plan)
    [one] = timetable
    assert_type(one.act, str)
    assert_type(one.kind, Literal["advice", "reminder", "guard", "veto"])
    assert_type(one.rules, tuple[str, ...])
    assert_type(one.subject, Subject)
    assert_type(one.identities, tuple[tuple[str, ...], ...])
    assert_type(one.uid, UUID)
    assert_type(one.window, Window)
    assert_type(one.since, datetime | None)
    assert_type(one.status(moment), tuple[Status, datetime | None])
    assert_type(one.asks, bool)
    assert_type(one.is_forbidden, bool)
    assert_type(one.satisfied, bool)
    assert_type(one.conflict, bool)
    assert_type(one.channel, str | None)
    assert_type(one.to, str | None)
    assert_type(one.cautions, tuple[Caution, ...])
    assert_type(one.text, str)
    assert_type(one.why, str)
    assert_type(one.source, str)
    assert_type(one.wording, tuple[Wording, ...])
    assert_type([missing.fact for missing in one.missing], list[str])
    assert_type(one.set_aside and one.set_aside.until, datetime | None)


def of_a_window(window: Window, moment: datetime) -> None:
    assert_type(window.opens, datetime | None)
    assert_type(window.best, datetime | None)
    assert_type(window.due, datetime | None)
    assert_type(window.closes, datetime | None)
    assert_type(window.unknown, frozenset[str])
    assert_type(window.is_empty, bool)
    assert_type(phase(moment, window), Literal["early", "open", "late", "closed"])
    Window(opens=moment, closes=None)


# -- a plan ---------------------------------------------------------------------------------------


def of_a_plan(planned: Plan, interview: Interview, subject: Subject) -> None:
    assert_type(planned.now, pendulum.DateTime)
    assert_type(planned.now_utc, datetime)
    assert_type(planned.until, pendulum.DateTime | None)
    assert_type(planned.until_utc, datetime | None)
    assert_type(planned.timezone, str)
    assert_type(planned.actions, tuple[Action, ...])
    assert_type(planned.cautions, tuple[Caution, ...])
    assert_type(planned.questions, tuple[Question, ...])
    assert_type(planned.problems, tuple[Problem, ...])
    assert_type(planned.is_forecast, bool)
    assert_type(planned.action("258c71ec-de6d-5088-9e1f-88fe176a1424"), Action)
    assert_type(planned.action(planned.actions[0].uid), Action)
    assert_type(planned.action(act="thank-you"), Action)
    assert_type(planned.action(act="thank-you", of=interview), Action)
    assert_type(planned.of("Acme"), Plan)
    assert_type(planned.of(7).of(interview).of(subject), Plan)


def of_an_action(action: Action) -> None:
    assert_type(action.act, str)
    assert_type(action.rules, tuple[str, ...])
    assert_type(action.status, Status)
    assert_type(action.subject, Subject)
    assert_type(action.identities, tuple[tuple[str, ...], ...])
    assert_type(action.scheduled, Scheduled)
    assert_type(action.uid, UUID)
    assert_type(action.timezone, str)
    assert_type(action.window, Window)
    assert_type(action.opens, pendulum.DateTime | None)
    assert_type(action.best, pendulum.DateTime | None)
    assert_type(action.due, pendulum.DateTime | None)
    assert_type(action.closes, pendulum.DateTime | None)
    assert_type(action.until, pendulum.DateTime | None)
    assert_type(action.until_utc, datetime | None)
    assert_type(action.at, pendulum.DateTime | None)
    assert_type(action.at_utc, datetime | None)
    assert_type(action.now_utc, datetime)
    assert_type(action.channel, str | None)
    assert_type(action.to, str | None)
    assert_type(action.text, str)
    assert_type(action.why, str)
    assert_type(action.source, str)
    assert_type(action.wording, tuple[Wording, ...])
    assert_type(action.hindrance, Hindrance | None)


def of_a_hindrance(hindrance: Hindrance) -> None:
    assert_type(hindrance.interview, Interview | None)
    assert_type(hindrance.nearest, datetime | None)
    assert_type(hindrance.before, datetime | None)
    assert_type(hindrance.text, str)


def of_a_caution(caution: Caution, moment: datetime) -> None:
    assert_type(caution.act, str)
    assert_type(caution.doing, str)
    assert_type(caution.rules, tuple[str, ...])
    assert_type(caution.status, Status)
    assert_type(caution.subject, Subject)
    assert_type(caution.identities, tuple[tuple[str, ...], ...])
    assert_type(caution.uid, UUID)
    assert_type(caution.timezone, str)
    assert_type(caution.since, pendulum.DateTime | None)
    assert_type(caution.since_utc, datetime | None)
    assert_type(caution.until, pendulum.DateTime | None)
    assert_type(caution.until_utc, datetime | None)
    assert_type(caution.text, str)
    assert_type(caution.why, str)
    assert_type(caution.source, str)
    assert_type(caution.holds(moment), bool)


def of_a_question(question: Question) -> None:
    assert_type(question.fact, str)
    assert_type(question.subject, Subject)
    assert_type(question.ask, str)
    assert_type(question.text, str)
    assert_type(question.acts, tuple[str, ...])
    assert_type(question.held, tuple[Scheduled, ...])


def of_a_subject(subject: Subject, day: date) -> None:
    assert_type(subject.per, Literal["search", "application", "interview", "person"])
    assert_type(subject.label, str)
    assert_type(subject.keys, Keys)
    assert_type(subject.keys.search, str | None)
    assert_type(subject.keys.application, str | None)
    assert_type(subject.keys.interview, str | None)
    assert_type(subject.keys.person, str | None)
    assert_type(subject.identities, tuple[tuple[str, ...], ...])
    assert_type(subject.path, str)
    assert_type(subject.timezone, str)
    assert_type(subject.zone.key, str)
    assert_type(subject.search, JobSearch)
    assert_type(subject.application, Application)
    assert_type(subject.interview, Interview)
    assert_type(subject.person, Person)
    assert_type(subject.narrowest, JobSearch | Application | Interview | Person)
    assert_type(subject.keeper, JobSearch | Application | Interview)
    assert_type(subject.addressee, str | None)
    assert_type(subject.is_whoever, bool)
    assert_type(subject.within, Subject | None)
    assert_type(subject.meeting, Subject)
    assert_type(subject.widened("application"), Subject)
    assert_type(subject.narrower(), list[Subject])
    assert_type(subject.narrowed(subject.person), Subject)
    assert_type(subject.find(*subject.identities), Subject)
    assert_type(subject.elsewhere(*subject.identities), Subject)
    assert_type(subject.afresh(), Subject)
    assert_type(subject.workdays.works(day), bool)
    assert_type(subject.works(day), bool)
    assert_type(len(subject.done("chase")), int)
    assert_type((aside := subject.set_aside("chase")) and aside.until, datetime | None)
    assert_type(
        (anywhere := subject.set_aside_at_any_meeting("connect")) and anywhere.until,
        datetime | None,
    )


def of_a_status(status: Status) -> str:
    match status:
        case "early" | "open" | "late" | "closed":
            return "by the clock"
        case "done" | "set-aside":
            return "away"
        case "needs-fact" | "conflict" | "silent":
            return "otherwise"
        case _ as other:
            assert_never(other)


def of_an_agenda(planned: Plan) -> None:
    assert_type(agenda(planned), tuple[Group, ...])
    for group in agenda(planned):
        assert_type(
            group.title,
            Literal["DO NOW", "QUESTIONS", "NEXT", "LATER", "BEWARE", "CHECK YOUR RECORDS"],
        )
        assert_type(group.entries, tuple[Entry, ...])
        for entry in group.entries:
            assert_type(entry.when, str)
            assert_type(entry.text, str)
            assert_type(entry.about, str)
            assert_type(entry.how, str)
            assert_type(entry.but, str)
            assert_type(entry.is_late, bool)
            assert_type(entry.values, tuple[Action | Caution | Question | Problem, ...])


# -- other answers --------------------------------------------------------------------------------


def of_a_verdict(verdict: Verdict) -> None:
    assert_type(verdict.allowed, bool)
    assert_type(verdict.status, Status)
    assert_type(verdict.act, str)
    assert_type(verdict.subject, Subject)
    assert_type(verdict.identities, tuple[tuple[str, ...], ...])
    assert_type(verdict.timezone, str)
    assert_type(verdict.window, Window)
    assert_type(verdict.opens, pendulum.DateTime | None)
    assert_type(verdict.best, pendulum.DateTime | None)
    assert_type(verdict.due, pendulum.DateTime | None)
    assert_type(verdict.closes, pendulum.DateTime | None)
    assert_type(verdict.until, pendulum.DateTime | None)
    assert_type(verdict.until_utc, datetime | None)
    assert_type(verdict.text, str)
    assert_type(verdict.why, str)


def of_an_explanation(explanation: Explanation) -> None:
    assert_type(explanation.act, str)
    assert_type(explanation.subject, Subject)
    assert_type(explanation.now, datetime)
    assert_type(explanation.timezone, str)
    assert_type(explanation.verdict, Verdict)
    assert_type(explanation.scheduled, Scheduled | None)
    assert_type((aside := explanation.set_aside) and aside.until, datetime | None)
    for moved in explanation.put_in_order:
        assert_type(moved.part, str)
        assert_type(moved.before, datetime)
        assert_type(moved.after, datetime)
    assert_type(explanation.accounts, tuple[Account, ...])
    for sentence in explanation.sentences():
        assert_type(sentence.text, str)
        assert_type(sentence.depth, int)


def of_an_account(account: Account) -> None:
    assert_type(account.rule, Rule)
    assert_type(account.subject, Subject)
    assert_type(account.given, Reason | None)
    assert_type(account.needs, tuple[Reason, ...])
    assert_type(account.since, Reason | None)
    assert_type(account.opens, Reason | None)
    assert_type(account.best, Reason | None)
    assert_type(account.due, Reason | None)
    assert_type(account.closes, Reason | None)
    assert_type(account.satisfied_by, Reason | None)
    assert_type(account.channel, Reason | None)
    for warned in account.cautions:
        assert_type(warned.since, Reason | None)
    assert_type(account.parts(), Iterator[tuple[str, Reason]])
    assert_type(account.reasons(), Iterator[tuple[str, Reason]])


def of_a_reason(reason: Reason) -> None:
    assert_type(reason.expression, Expression[Any])
    assert_type(reason.subject, Subject)
    assert_type(reason.value, Any)
    assert_type(reason.timezone, str | None)
    assert_type(reason.operands, tuple[Reason, ...])
    assert_type(reason.day and reason.day.end, datetime | None)
    assert_type(reason.fact, Fact | None)
    assert_type(reason.origin, str | None)
    assert_type(reason.replayed(), Any)


def of_a_difference(changes: Difference) -> None:
    assert_type(changes.appeared, tuple[Change, ...])
    assert_type(changes.went, tuple[Change, ...])
    assert_type(changes.moved, tuple[Change, ...])
    assert_type(changes.became, tuple[Change, ...])
    assert_type(bool(changes), bool)
    for change in changes:
        assert_type(change, Change)
        assert_type(change.kind, Literal["appeared", "went", "moved", "became"])
        assert_type(change.uid, UUID)
        assert_type(change.status, Status | None)
        assert_type(change.because, tuple[ChangedFact, ...])
        for fact in change.because:
            assert_type(fact.name, str)
            assert_type(fact.label, str)
            assert_type(fact.before, Any)
            assert_type(fact.after, Any)
        assert_type(change.before, Advice | None)
        assert_type(change.after, Advice | None)
        assert_type(change.advice, Advice)
        advice = change.advice
        assert_type(advice.kind, Literal["action", "caution"])
        assert_type(advice.uid, UUID)
        assert_type(advice.act, str)
        assert_type(advice.keys, Keys)
        assert_type(advice.about.employer, str | None)
        assert_type(advice.about.role, str | None)
        assert_type(advice.about.interview, date | datetime | None)
        assert_type(advice.about.person, str | None)
        assert_type(advice.status, Status)
        assert_type(advice.timezone, str)
        assert_type(advice.window, Window)
        assert_type(advice.opens, pendulum.DateTime | None)
        assert_type(advice.best, pendulum.DateTime | None)
        assert_type(advice.due, pendulum.DateTime | None)
        assert_type(advice.closes, pendulum.DateTime | None)
        assert_type(advice.since, pendulum.DateTime | None)
        assert_type(advice.until, pendulum.DateTime | None)
        assert_type(advice.channel, str | None)
        assert_type(advice.to, str | None)
        assert_type(advice.text, str)
        assert_type(advice.since_utc, datetime | None)
        assert_type(advice.until_utc, datetime | None)
        assert_type(advice.dates, tuple[datetime | None, ...])
        assert_type(advice.is_shown, bool)
        assert_type(advice.hindrance and advice.hindrance.text, str | None)


def of_a_comparison(compared: Comparison) -> None:
    assert_type(compared.now, pendulum.DateTime)
    assert_type(compared.now_utc, datetime)
    assert_type(compared.timezone, str)
    assert_type(compared.packs, tuple[str, ...])
    assert_type(compared.acts, tuple[ComparedAct, ...])
    assert_type(compared.differing, tuple[ComparedAct, ...])
    assert_type(compared.alike, tuple[ComparedAct, ...])
    for act in compared.acts:
        assert_type(act.act, str)
        assert_type(act.subject, Subject)
        assert_type(act.text, str)
        assert_type(
            act.differs,
            tuple[Literal["says", "opens", "best", "due", "closes", "channel"], ...],
        )
        assert_type(act.alike, dict[str, datetime])
        assert_type(act.opinions, tuple[Opinion, ...])
        for opinion in act.opinions:
            assert_type(act.as_before(opinion), str | None)
            assert_type(opinion.pack, str)
            assert_type(opinion.says, Status | Literal["never", "no rule"])
            assert_type(opinion.subject, Subject)
            assert_type(opinion.rules, tuple[str, ...])
            assert_type(opinion.timezone, str)
            assert_type(opinion.window, Window)
            assert_type(opinion.opens, pendulum.DateTime | None)
            assert_type(opinion.best, pendulum.DateTime | None)
            assert_type(opinion.due, pendulum.DateTime | None)
            assert_type(opinion.closes, pendulum.DateTime | None)
            assert_type(opinion.channel, str | None)
            assert_type(opinion.to, str | None)
            assert_type(opinion.why, str)
            assert_type(opinion.source, str)
            assert_type(opinion.is_dated, bool)
