# pyright: strict, reportUnnecessaryTypeIgnoreComment=true
"""What rules are made of: facts and what is made of them, texts, rules, sets of them, packs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Literal, assert_type

import pendulum
from attrs import evolve

from interview_followup import (
    CV_LIBRARY,
    FollowUp,
    Interview,
    InvalidInput,
    Outcome,
    Person,
    Rule,
    RuleSet,
    Subject,
)
from interview_followup.advice import CV_LIBRARY as CV_LIBRARY_OF_ADVICE
from interview_followup.advice import BrokenPack, Pack, load, packs, read_pack
from interview_followup.language import (
    AUTHOR,
    EVENING,
    MISSED_FOR,
    NOON,
    NOT_YET,
    OFFICE_CLOSES,
    OFFICE_OPENS,
    OURS,
    PAUSE,
    CautionText,
    Condition,
    Count,
    Detail,
    Expression,
    Fact,
    Missing,
    Moment,
    NotYet,
    Parameter,
    Period,
    Route,
    Source,
    TextChoice,
    Unknown,
    Wording,
    application,
    before_closing,
    closed,
    condition_fact,
    count_fact,
    days,
    detail_fact,
    do,
    done,
    dont,
    earlier_of,
    early,
    first_known,
    hours,
    interview,
    last_done,
    last_of,
    late,
    later_of,
    minutes,
    moment_fact,
    named,
    parameter,
    person,
    search,
    times_done,
    weeks,
    when,
    working_days,
)
from interview_followup.language import Rule as RuleOfTheLanguage
from interview_followup.language import RuleSet as RuleSetOfTheLanguage
from interview_followup.language import Subject as SubjectOfTheLanguage

# -- facts ----------------------------------------------------------------------------------------


def shipped_facts() -> None:
    assert_type(search.application_count, Count)
    assert_type(search.interview_count, Count)
    assert_type(search.first_ends, Moment)
    assert_type(search.signed, Moment)
    assert_type(application.waiting, Condition)
    assert_type(application.interviewed, Condition)
    assert_type(application.interview_count, Count)
    assert_type(application.rejected, Condition)
    assert_type(application.outcome, Detail[Outcome])
    assert_type(application.recruiter, Detail[Person])
    assert_type(application.follow_up, Detail[FollowUp])
    assert_type(application.promise, Moment)
    assert_type(application.promised_day, Moment)
    assert_type(application.awaited, Moment)
    assert_type(application.first_ends, Moment)
    assert_type(application.latest_ends, Moment)
    assert_type(application.heard, Moment)
    assert_type(application.thanked, Moment)
    assert_type(application.heard_since, Moment)
    assert_type(application.signed, Moment)
    assert_type(application.offer_received, Moment)
    assert_type(application.live_offer, Condition)
    assert_type(application.offer_reply_by, Moment)
    assert_type(application.other_offer, Condition)
    assert_type(application.other_offer_received, Moment)
    assert_type(application.other_offer_reply_by, Moment)
    assert_type(application.preferred, Condition)
    assert_type(application.best_choice, Condition)
    assert_type(application.recruiter_route, Detail[Route])
    assert_type(application.recruiter_asked, Moment)
    assert_type(application.chase_route, Detail[Route])
    assert_type(interview.starts, Moment)
    assert_type(interview.timed, Condition)
    assert_type(interview.ends, Moment)
    assert_type(interview.exact_ends, Moment)
    assert_type(interview.left, Moment)
    assert_type(interview.took_place, Condition)
    assert_type(interview.no_show, Condition)
    assert_type(interview.interviewers, Detail[tuple[Person, ...]])
    assert_type(interview.people_count, Count)
    assert_type(interview.round, Count)
    assert_type(interview.remote, Condition)
    assert_type(interview.tricky_questions, Condition)
    assert_type(interview.next_starts, Moment)
    assert_type(interview.next_round_starts, Moment)
    assert_type(interview.in_the_morning, Condition)
    assert_type(person.email, Detail[str])
    assert_type(person.linkedin, Detail[str])
    assert_type(person.first_meeting, Condition)
    assert_type(person.connected, Condition)
    assert_type(person.by_name(), dict[str, Expression[Any]])


def task_due(subject: Subject) -> datetime | Unknown | None:
    return None if subject.interview.notes is None else subject.interview.first_moment


def day_of(subject: Subject) -> date:
    return subject.interview.first_day


def is_late(subject: Subject, ends: pendulum.DateTime | None, noon: time) -> bool:
    return ends is not None and ends.time() > noon and not subject.is_whoever


def rooms(_: Subject) -> int | None:
    return None


def platform(_: Subject) -> str | None:
    return None


def own_facts() -> None:
    assert_type(moment_fact("application.task_due", "the end of the task"), Moment)
    assert_type(moment_fact("application.task_due", "it", task_due, ask="When?"), Moment)
    assert_type(moment_fact("interview.day", "it", day_of, zone=lambda it: it.zone), Moment)
    late_end = condition_fact(
        "interview.late", "it ends late", is_late, operands=[interview.ends, NOON], denial="early"
    )
    assert_type(late_end, Condition)
    assert_type(condition_fact("interview.visa", "they ask for a visa", ask="Do they?"), Condition)
    assert_type(count_fact("interview.rooms", "the number of rooms", rooms), Count)
    assert_type(count_fact("interview.rooms", "the number of rooms", ask="How many?"), Count)
    assert_type(detail_fact("interview.platform", "the platform", platform), Detail[str])
    assert_type(
        detail_fact("person.pet", "their pet", platform, ask="Which?", may_not_exist=True),
        Detail[str],
    )
    detail: Detail[str] = detail_fact("interview.platform", "the platform")
    print(detail)


# -- moments, conditions, counts, details ---------------------------------------------------------


def of_moments(wait: Expression[Period], morning: Expression[time]) -> None:
    ends = interview.ends
    assert_type(ends + days(2), Moment)
    assert_type(ends - hours(2), Moment)
    assert_type(days(2) + ends, Moment)
    assert_type(ends + wait, Moment)
    assert_type(wait + ends, Moment)
    assert_type(ends.at("09:00"), Moment)
    assert_type(ends.at(time(9)).next_at(morning), Moment)
    assert_type(ends.let_pass(working_days(2)).let_pass(wait), Moment)
    assert_type(ends.midnight_after, Moment)
    assert_type(ends.office_time, Moment)
    assert_type(ends.in_hours("09:00", time(18)), Moment)
    assert_type(ends.in_hours(morning, OFFICE_CLOSES, on=("tuesday", "friday")), Moment)
    assert_type(ends.on("friday", "saturday"), Condition)
    assert_type(ends.between(OFFICE_OPENS, "18:00"), Condition)
    assert_type(ends.before(application.promise), Condition)
    assert_type(ends.known, Condition)
    assert_type(ends.happened, Condition)
    assert_type(ends.exists, Condition)
    assert_type(later_of(ends, application.promise), Moment)
    assert_type(earlier_of(ends, application.promise), Moment)
    assert_type(last_of(ends, application.promise), Moment)
    assert_type(first_known(ends, application.promise), Moment)
    assert_type(when(interview.remote, ends, otherwise=interview.left), Moment)
    assert_type(last_done("chase", since=ends), Moment)
    assert_type(named("the end of your rest", ends + wait), Moment)
    assert_type(ends.tuned([]), Moment)


def of_conditions(at_most: Expression[int]) -> None:
    remote = interview.remote
    assert_type(remote & ~person.connected, Condition)
    assert_type(remote | interview.no_show, Condition)
    assert_type(done("chase"), Condition)
    assert_type(done("chase", since=interview.ends), Condition)
    assert_type(named("it is far away", remote, denial="it is near"), Condition)
    assert_type(times_done("chase"), Count)
    assert_type(times_done("chase", since=interview.ends).at_least(2), Condition)
    assert_type(interview.people_count.at_least(at_most), Condition)
    assert_type(interview.people_count.known, Condition)
    assert_type(person.email.known, Condition)
    assert_type(application.offer_received.exists, Condition)
    assert_type(person.email.happened & application.recruiter.exists, Condition)
    assert_type(remote.tuned([]), Condition)


def of_numbers() -> None:
    for period in (minutes(5), hours(2), days(2), weeks(1), working_days(3)):
        assert_type(period, Period)
        assert_type(period.amount, int)
        assert_type(
            period.unit,
            Literal["minutes", "hours", "days", "weeks", "working days"],
        )
        assert_type(period.keeps_clock, bool)
    assert_type(2 * days(1), Period)
    assert_type(days(1) * 2, Period)
    wait = parameter("wait", days(7), "how long to wait", source=OURS)
    assert_type(wait, Expression[Period])
    assert_type(parameter("at-most", 2, "how often"), Expression[int])
    assert_type(parameter("morning", time(9), "when to write"), Expression[time])
    assert_type(parameter("morning", "09:00", "when to write"), Expression[time])
    assert_type(NOON, Expression[time])
    assert_type(EVENING, Expression[time])
    assert_type(OFFICE_OPENS, Expression[time])
    assert_type(OFFICE_CLOSES, Expression[time])
    assert_type(PAUSE, Expression[Period])
    assert_type(MISSED_FOR, Expression[Period])
    [number] = wait.parameters
    assert_type(number, Parameter)
    assert_type(number.name, str)
    assert_type(number.value, Any)
    assert_type(number.text, str)
    assert_type(number.source, Source)


def of_expressions(expression: Expression[Any], subject: Subject) -> None:
    assert_type(expression.per, Literal["search", "application", "interview", "person"])
    assert_type(expression.personal, bool)
    assert_type(expression.facts, frozenset[Fact])
    assert_type(expression.parameters, frozenset[Parameter])
    assert_type(expression.say(), str)
    assert_type(expression.say(subject, denied=True), str)
    assert_type(expression.zone(subject).key, str)
    assert_type(expression.is_evaluated(subject), bool)


def of_values(subject: Subject) -> None:
    ends = interview.ends.evaluate(subject)
    assert_type(ends, datetime | NotYet | Unknown)
    if ends is not NOT_YET and not isinstance(ends, Unknown):
        assert_type(ends, datetime)
    if isinstance(ends, Unknown):
        assert_type(ends.missing, frozenset[Missing])
    email = person.email.evaluate(subject)
    if email is not NOT_YET and not isinstance(email, Unknown):
        assert_type(email, str)
    remote = interview.remote.evaluate(subject)
    if remote is not NOT_YET and not isinstance(remote, Unknown):
        assert_type(remote, bool)
    people = interview.people_count.evaluate(subject)
    if people is not NOT_YET and not isinstance(people, Unknown):
        assert_type(people, int)


def of_what_has_no_value(missing: Missing) -> None:
    assert_type(NOT_YET, Literal[NotYet.NOT_YET])
    assert_type(missing.fact, str)
    assert_type(missing.ask, str)
    assert_type(missing.identities, tuple[tuple[str, ...], ...])
    assert_type(missing.may_not_exist, bool)
    assert_type(missing.day_known, bool)


def of_a_fact(fact: Fact) -> None:
    assert_type(fact.name, str)
    assert_type(fact.label, str)
    assert_type(fact.denial, str)
    assert_type(fact.ask, str | None)
    assert_type(fact.act, str | None)
    assert_type(fact.own, str | None)
    assert_type(fact.per, Literal["search", "application", "interview", "person"])
    assert_type(fact.is_personal, bool)
    assert_type(fact.may_not_exist, bool)
    assert_type(fact.unknown_if_missing, bool)


def of_a_route(route: Route) -> None:
    assert_type(route.channel, str)
    assert_type(route.to, str | None)
    assert_type(route.asked_from, datetime | None)
    assert_type(route.missing, frozenset[Missing])
    Route("email", "jobs@acme.example")


# -- texts and rules ------------------------------------------------------------------------------


def of_texts(subject: Subject, wait: Expression[Period]) -> None:
    choice = when(person.email.known, "Write to {person}", otherwise="Find {person}")
    assert_type(choice, TextChoice)
    assert_type(choice.condition, Condition)
    assert_type(choice.then, str)
    assert_type(choice.otherwise, str)
    assert_type(choice.chosen(subject), str)
    assert_type(early("Too early", since=interview.ends), CautionText)
    assert_type(before_closing("Soon over", since=interview.ends), CautionText)
    assert_type(late(choice), CautionText)
    assert_type(closed("Missed"), CautionText)
    assert_type(closed("Missed", lasting=days(2), until=interview.ends), CautionText)
    caution = closed("Missed", lasting=wait)
    assert_type(caution.phase, Literal["early", "open", "late", "closed"])
    assert_type(caution.text, str | TextChoice)
    assert_type(caution.since, Moment | None)
    assert_type(caution.lasting, Expression[Period] | None)
    assert_type(caution.until, Moment | None)
    assert_type(do("Thank them"), Wording)
    assert_type(dont("Don't beg", source=AUTHOR), Wording)
    assert_type(do("Thank them").kind, Literal["do", "dont"])
    assert_type(do("Thank them").text, str)
    assert_type(do("Thank them").source, Source)
    source = Source("A book", author="Ada", item=3, address="https://book.example")
    assert_type(source.title, str)
    assert_type(source.author, str | None)
    assert_type(source.item, int | None)
    assert_type(source.address, str | None)


def build(text: TextChoice) -> None:
    Rule(
        name="send-card",
        act="send-card",
        kind="advice",
        per=person,
        given=interview.took_place,
        needs=person.email,
        since=interview.starts,
        opens=interview.ends,
        best=interview.ends + days(1),
        due=interview.ends + days(2),
        closes=interview.ends + days(3),
        satisfied_by=done("send-card"),
        channel="email",
        text=text,
        cautions=late("Late"),
        wording=[do("Thank them"), dont("Don't beg")],
        source=OURS,
        why="Nobody else does.",
    )
    Rule(
        name="no-calls",
        per="application",
        kind="veto",
        needs=(person.email, application.promise),
        channel=application.chase_route,
        text="Don't call",
        cautions=(),
        why="They asked for it.",
    )


def of_a_rule(rule: Rule) -> None:
    assert_type(rule.name, str)
    assert_type(rule.act, str)
    assert_type(rule.kind, Literal["advice", "reminder", "guard", "veto"])
    assert_type(rule.per, Literal["search", "application", "interview", "person"])
    assert_type(rule.given, Condition | None)
    assert_type(rule.needs, tuple[Expression[Any], ...])
    assert_type(rule.since, Moment | None)
    assert_type(rule.opens, Moment | None)
    assert_type(rule.best, Moment | None)
    assert_type(rule.due, Moment | None)
    assert_type(rule.closes, Moment | None)
    assert_type(rule.satisfied_by, Condition | None)
    assert_type(rule.channel, str | Detail[Route] | None)
    assert_type(rule.text, str | TextChoice)
    assert_type(rule.cautions, tuple[CautionText, ...])
    assert_type(rule.wording, tuple[Wording, ...])
    assert_type(rule.source, Source)
    assert_type(rule.why, str)
    assert_type(rule.facts, frozenset[Fact])
    assert_type(rule.parameters, tuple[Parameter, ...])
    assert_type(rule.dated(), dict[str, Moment | None])
    assert_type(rule.expressions(), Iterator[tuple[str, Expression[Any]]])
    assert_type(rule.moments(), Iterator[Expression[Any]])
    assert_type(rule.says(), Iterator[tuple[str, Expression[Any]]])
    assert_type(rule.where(), dict[str, str])
    assert_type(rule.tuned(rule.parameters), Rule)
    assert_type(evolve(rule, text="Another"), Rule)
    one: RuleOfTheLanguage = rule
    print(one)


def of_a_rule_set(rules: RuleSet, rule: Rule, several: Iterable[Rule]) -> None:
    assert_type(RuleSet(several), RuleSet)
    assert_type(RuleSet([rule]).with_(rule), RuleSet)
    assert_type(rules.without("chase", "connect"), RuleSet)
    assert_type(rules.replacing(rule, rule), RuleSet)
    numbers = {"chase.wait": days(10), "chase.at-most": 1, "thank-you.morning": "08:00"}
    assert_type(rules.tuned(numbers, source=OURS), RuleSet)
    assert_type(rules | CV_LIBRARY | CV_LIBRARY_OF_ADVICE, RuleSet)
    assert_type(rules["chase"], Rule)
    assert_type(len(rules), int)
    assert_type(list(rules), list[Rule])
    assert_type(rules.rules, tuple[Rule, ...])
    assert_type(rules.acts, Mapping[str, tuple[Rule, ...]])
    assert_type(rules.own_facts, Mapping[str, Expression[Any]])
    assert_type(rules.own_facts_of("person"), dict[str, Expression[Any]])
    assert_type(rules.per("chase"), Literal["search", "application", "interview", "person"])
    same: RuleSetOfTheLanguage = rules
    print(same)


def of_the_subject_of_a_fact(subject: SubjectOfTheLanguage) -> None:
    assert_type(subject.interview, Interview)


# -- packs ----------------------------------------------------------------------------------------


def of_packs(path: Path, broken: BrokenPack) -> None:
    assert_type(load("us-corporate", "beyond"), RuleSet)
    assert_type(read_pack(path), RuleSet)
    assert_type(read_pack("cards.toml"), RuleSet)
    assert_type(packs(), tuple[Pack, ...])
    [pack] = packs()
    assert_type(pack.name, str)
    assert_type(pack.package, str | None)
    assert_type(pack.value, str)
    assert_type(pack.is_shipped, bool)
    assert_type(pack.load(), RuleSet)
    error: InvalidInput = broken
    print(error)
