"""Explanations: what every rule on an act says of one subject, and why, in words and as JSON."""

from __future__ import annotations

import json
import pickle
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as drawing
from hypothesis import strategies as st

from builders import (
    LONDON,
    NEW_YORK,
    NO_KEYS,
    applied,
    at,
    card,
    did,
    meeting,
    priya,
    scheduled_act,
    searching,
    tom,
    wall,
)
from drawing import examples
from interview_followup import (
    CV_LIBRARY,
    Action,
    Done,
    FollowUp,
    InvalidInput,
    JobSearch,
    Offer,
    Person,
    Promise,
    Rule,
    RuleSet,
    Subject,
    check,
    explain,
    plan,
    read_search,
    schedule,
    strategies,
    to_dict,
)
from interview_followup._planning.explanation import Explanation, PutInOrder
from interview_followup.exports.text import explanation_text
from interview_followup.language import (
    Condition,
    Moment,
    Source,
    application,
    before_closing,
    closed,
    condition_fact,
    days,
    detail_fact,
    done,
    earlier_of,
    early,
    first_known,
    hours,
    interview,
    last_done,
    late,
    later_of,
    minutes,
    moment_fact,
    named,
    parameter,
    person,
    times_done,
    when,
)

NOW = at("2026-11-24 12:00")
SEARCH = searching(applied(meeting()))
EXAMPLE = read_search(Path(__file__).parents[2] / "examples" / "job_search.toml")


def about(per: Any, **more: Any) -> Rule:
    """Return the rule for people or for applications."""
    ends = interview.ends if per is person else application.first_ends
    return card(**{"per": per, "opens": ends, "best": ends, "text": "Send a card", **more})


def explained(
    *rules: Rule, act: str = "send-card", search: JobSearch = SEARCH, now: datetime = NOW
) -> Explanation:
    return explain(search, act, now=now, rules=RuleSet(rules) if rules else CV_LIBRARY)


def lines(explanation: Explanation) -> list[str]:
    """Return the sentences, each two spaces further in for each level of the tree."""
    return str(explanation).splitlines()


def below(explanation: Explanation, start: str) -> list[str]:
    """Return the sentences below the first one that starts so, as if that were at the margin."""
    sentences = lines(explanation)
    index = next(index for index, line in enumerate(sentences) if line.strip().startswith(start))
    margin = len(sentences[index]) - len(sentences[index].lstrip())
    inner = []
    for line in sentences[index + 1 :]:
        if len(line) - len(line.lstrip()) <= margin:
            break
        inner.append(line[margin + 2 :])
    return inner


def given(
    condition: Condition, search: JobSearch = SEARCH, per: Any = person
) -> tuple[str, list[str]]:
    """Return what is said of a condition that a rule is given, and what is said below that."""
    explanation = explained(about(per, given=condition), search=search)
    starts = ("  It speaks", "  It is silent")
    [head] = [line.strip() for line in lines(explanation) if line.startswith(starts)]
    return head, below(explanation, head)


def best(moment: Moment, search: JobSearch = SEARCH, per: Any = person) -> tuple[str, list[str]]:
    """Return what is said of the best moment of a rule, and what is said below that."""
    explanation = explained(about(per, best=moment), search=search)
    [head] = [line.strip() for line in lines(explanation) if line.startswith("  It is best on")]
    return head.removeprefix("It is best on "), below(explanation, head)


# -- what is explained ----------------------------------------------------------------------------


def action(act: str, search: JobSearch = SEARCH, now: datetime = NOW, of: str = "") -> Action:
    actions = plan(search, now=now).actions
    [only] = [action for action in actions if action.act == act and of in action.subject.label]
    return only


def test_an_act_an_action_a_caution_a_verdict_and_what_is_scheduled_are_explained_alike() -> None:
    planned = plan(SEARCH, now=NOW)
    [caution] = [caution for caution in planned.cautions if caution.act == "connect"]
    expected = str(explain(SEARCH, "connect", now=NOW))
    for advice in (
        action("connect"),
        caution,
        check(SEARCH, "connect", at=NOW),
        scheduled_act(SEARCH, "connect"),
    ):
        assert expected == str(explain(SEARCH, advice, now=NOW))


def test_the_name_of_a_rule_stands_for_its_act() -> None:
    rules = RuleSet([card(), card(name="patience", act="send-card", best=None)])
    by_name, by_act = (
        explain(SEARCH, name, now=NOW, rules=rules) for name in ("patience", "send-card")
    )
    assert ("send-card", str(by_act)) == (by_name.act, str(by_name))


def test_an_act_that_is_also_the_name_of_a_rule_on_another_act_is_that_act() -> None:
    rules = RuleSet([card(name="thank", act="write"), card(name="write", act="thank")])
    expected = ["write", "thank"]
    assert expected == [explain(SEARCH, act, now=NOW, rules=rules).act for act in expected]


@pytest.mark.parametrize("of", ["Tom Reed", tom()], ids=["a name", "a person"])
def test_of_says_for_whom(of: str | Person) -> None:
    search = searching(applied(meeting(interviewers=[priya(), tom()])))
    assert "Tom Reed" == explain(search, "connect", now=NOW, of=of).subject.person.name
    # It goes before the subject of an action.
    given = action("connect", search, of="Priya Shah")
    assert "Priya Shah" == explain(search, given, now=NOW).subject.person.name
    assert "Tom Reed" == explain(search, given, now=NOW, of=of).subject.person.name


def test_what_is_of_another_search_is_refused_with_its_own() -> None:
    other = searching(applied(meeting(interviewers=[priya(linkedin=None)])))
    planned = plan(SEARCH, now=NOW)
    for advice in (
        action("connect"),
        planned.cautions[0],
        check(SEARCH, "connect", at=NOW),
        scheduled_act(SEARCH, "connect"),
    ):
        with pytest.raises(InvalidInput) as caught:
            explain(other, advice, now=NOW)
        [problem] = caught.value.problems
        mend = "explain it of the search that it was planned from, its subject.search"
        assert ("what", mend) == (problem.place, problem.mend)
        assert problem.message.endswith(" is of another search")
        assert advice.act == explain(advice.subject.search, advice, now=NOW).act


@pytest.mark.parametrize("known", [SEARCH, applied(meeting()), meeting()], ids=lambda known: "")
def test_a_search_an_application_and_an_interview_can_be_explained(known: Any) -> None:
    assert "early" == explain(known, "chase", now=NOW).verdict.status


def test_an_explanation_holds_the_verdict_the_windows_and_every_rule_on_the_act() -> None:
    quiet = card(name="quiet", act="send-card", given=interview.remote)
    explanation = explained(card(), quiet)
    verdict = check(SEARCH, "send-card", at=NOW, rules=RuleSet([card(), quiet]))
    assert ("send-card", NOW, LONDON) == (explanation.act, explanation.now, explanation.timezone)
    assert str(verdict) == str(explanation.verdict)
    assert ["send-card", "quiet"] == [account.rule.name for account in explanation.accounts]
    assert [False, True] == [account.reading is None for account in explanation.accounts]
    assert (
        scheduled_act(SEARCH, "send-card", rules=RuleSet([card(), quiet])) == explanation.scheduled
    )


def test_an_explanation_is_shown_by_its_verdict() -> None:
    explanation = explained(card())
    subject = "Priya Shah · Acme, Data engineer · 2026-11-24 10:00"
    assert f"<Explanation of send-card of {subject}: open>" == repr(explanation)


# -- the tree in words ----------------------------------------------------------------------------


def test_it_begins_with_the_act_the_moment_and_the_verdict() -> None:
    explanation = explain(EXAMPLE, "chase", of="Globex", now=NOW)
    assert [
        "“chase” of Globex, Platform engineer, on Tuesday 24 November 2026, 12:00 (Europe/London)",
        str(explanation.verdict),
    ] == lines(explanation)[:2]
    assert lines(explanation)[1].startswith(
        "No. Too early to remind Rachel Green of Globex: wait until"
    )


def test_every_date_of_a_window_is_told_with_what_it_is_reckoned_from() -> None:
    within = parameter("within", days(2), "how long never to leave it", source=Source("A book"))
    rule = card(
        since=interview.starts,
        best=interview.ends + hours(1),
        due=interview.ends.midnight_after,
        closes=interview.ends + within,
        needs=person.email,
        source=Source("A book"),
    )
    ends = "the interview's end: Tuesday 24 November 2026, 11:00 [interview.ends]"
    assert [
        "Rule send-card: Nobody else does. (A book)",
        "  It needs their e-mail address: priya@acme.example [person.email].",
        "  The rule speaks from Tuesday 24 November 2026, 10:00: the interview's start "
        "[interview.starts].",
        "  It opens on Tuesday 24 November 2026, 11:00: the interview's end [interview.ends].",
        "  It is best on Tuesday 24 November 2026, 12:00: 1 hour after the interview's end:",
        f"    {ends}",
        "  It is late from Wednesday 25 November 2026, 00:00: the midnight after the interview's "
        "end:",
        f"    {ends}",
        "  It closes on Thursday 26 November 2026, 11:00: 2 days after the interview's end:",
        f"    {ends}",
        "    within is 2 days: how long never to leave it (the same source)",
        "  It is not done, because “send-card” is not done yet:",
        "    “send-card”: never [subject.done(send-card)]",
    ] == lines(explained(rule))[2:]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (Source("A book", "Its author", 4), "the same source"),
        (Source("A book", "Its author", 5), "Its author, A book, item 5"),
        (Source("A choice of ours"), "A choice of ours"),
    ],
    ids=["the rule's", "another item", "another"],
)
def test_a_number_has_its_source(source: Source, expected: str) -> None:
    number = parameter("pause", minutes(30), "how long to wait", source=source)
    rule = card(best=interview.ends + number, source=Source("A book", "Its author", 4))
    sentence = f"pause is 30 minutes: how long to wait ({expected})"
    assert sentence == below(explained(rule), "It is best on")[-1]


def test_the_same_source_is_that_of_the_rule_that_is_told() -> None:
    book, study = Source("A book"), Source("A study")
    wait = parameter("wait", days(1), "how long to wait", source=book)
    rules = (
        card(source=book, best=interview.ends + wait),
        card(name="other", act="send-card", source=study, best=interview.starts + wait),
    )
    sentences = [line.strip() for line in lines(explained(*rules)) if "wait is" in line]
    assert [
        "wait is 1 day: how long to wait (the same source)",
        "wait is 1 day: how long to wait (A book)",
    ] == sentences


@pytest.mark.parametrize("act", CV_LIBRARY.acts)
def test_all_that_is_told_ends_with_a_fact_or_with_the_source_of_a_number(act: str) -> None:
    timetable = [scheduled for scheduled in schedule(EXAMPLE) if scheduled.act == act]
    assert timetable
    for scheduled in timetable:
        [account] = explain(EXAMPLE, scheduled, now=NOW).accounts
        sentences = lines(explain(EXAMPLE, scheduled, now=NOW))
        rule = sentences[
            sentences.index(next(line for line in sentences if line.startswith("Rule"))) + 1 :
        ]
        depths = [len(line) - len(line.lstrip()) for line in rule]
        after = [*depths[1:], 0]
        ends = [
            line
            for line, depth, next_depth in zip(rule, depths, after, strict=True)
            if next_depth <= depth
        ]
        facts = {fact.name for fact in account.rule.facts}
        # What a caution says of the window's own moments is told above it.
        warned = (
            "  It warns until it opens, but only when it is asked about",
            "  It warns from its best moment",
            "  It warns from when it is late",
            "  It only ",
        )
        for line in ends:
            if line.startswith(warned):
                continue
            text = line.removesuffix(".").removesuffix(", as above")
            assert text.endswith((")", "]")) or line.removesuffix(".").endswith(", as above")
            assert not text.endswith("]") or text[text.rindex("[") + 1 : -1] in facts


# -- what is unknown, has not happened, or is silent ----------------------------------------------


def test_what_is_not_known_is_said() -> None:
    unknown = searching(applied(meeting(ends=None, interviewers=[tom()])))
    exact = "the interview's end"
    sentences = lines(
        explained(card(needs=person.email, opens=interview.exact_ends), search=unknown)
    )
    assert "  It needs their e-mail address: not known [person.email]." in sentences
    assert f"  It opens on a day that is not known: {exact} [interview.exact_ends]." in sentences
    later = explained(card(best=interview.exact_ends + days(1)), search=unknown)
    assert f"  It is best on a day that is not known: 1 day after {exact}:" in lines(later)
    assert [f"{exact}: not known [interview.exact_ends]"] == below(later, "It is best")


def test_an_end_that_nobody_told_is_the_midnight_after_it_starts() -> None:
    untold = searching(applied(meeting(ends=None)))
    explanation = explained(card(best=interview.ends + days(1)), search=untold)
    day = "Wednesday 25 November 2026, 00:00"
    assert f"  It opens on {day}: the interview's end [interview.ends]." in lines(explanation)
    assert [f"the interview's end: {day} [interview.ends]"] == below(explanation, "It is best")


def test_what_was_done_on_a_day_is_told_with_the_day() -> None:
    acts = [Done(act="send-card", at=date(2026, 11, 24), to="Priya Shah")]
    explanation = explained(card(), search=searching(applied(meeting(done=acts))))
    expected = "“send-card”: Tuesday 24 November 2026 [subject.done(send-card)]"
    assert [expected] == below(explanation, "It is done")


def test_whom_nobody_has_told_about_nothing_can_be_explained_of() -> None:
    untold = searching(applied(meeting(interviewers=None)))
    with pytest.raises(InvalidInput) as caught:
        explain(untold, "thank-you", now=NOW)
    assert ("search: nobody is on record whom you met; say whom you met, as interviewers") == str(
        caught.value
    )
    [question] = [question for question in plan(untold, now=NOW).questions if question.held]
    [waiting] = question.held
    with pytest.raises(InvalidInput, match="of: nobody is on record whom you met; "):
        explain(untold, waiting, now=NOW)


def test_why_nobody_has_told_whom_you_met_leaves_what_is_about_the_interview_alone() -> None:
    untold = searching(applied(meeting(interviewers=None)))
    nobody = searching(applied(meeting(interviewers=[])))
    words = [str(explain(known, "debrief", now=NOW)) for known in (untold, nobody)]
    assert words[0] == words[1]


def test_a_day_is_explained_from_its_first_moment_in_the_zone_of_the_candidate() -> None:
    known = searching(applied(meeting()), zone="Asia/Tokyo")
    first = at("2026-11-25 00:00", "Asia/Tokyo")
    on_it = explain(known, "debrief", now=date(2026, 11, 25))
    assert (first, str(explain(known, "debrief", now=first))) == (on_it.now, str(on_it))


def test_what_has_not_happened_is_said() -> None:
    explanation = explained(card(closes=interview.left + hours(1)))
    left = "the moment you are clear of the building"
    assert f"  It closes on a day that has not come: 1 hour after {left}:" in lines(explanation)
    assert [f"{left}: not yet [interview.left]"] == below(explanation, "It closes")


@pytest.mark.parametrize(
    ("part", "expected"),
    [("given", "Whether it speaks"), ("satisfied_by", "Whether it is done")],
)
def test_a_condition_that_nobody_can_decide_is_said_to_be_so(part: str, expected: str) -> None:
    unknown = searching(applied(meeting(ends=None)))
    rule = card(**{part: interview.exact_ends.before(interview.starts + hours(2))})
    explanation = explained(rule, search=unknown)
    exact = "the interview's end"
    words = f"{exact} is before 2 hours after the interview's start"
    head = f"  {expected} is not known, as it is not known whether {words}:"
    assert head in lines(explanation)
    assert f"{exact}: not known [interview.exact_ends]" in below(explanation, head.strip())


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, "It is not done, because “send-card” is not done yet:"),
        (
            {"done": [did("send-card", "2026-11-24 11:30", "Priya Shah")]},
            "It is done, because “send-card” is done:",
        ),
    ],
    ids=["not done", "done"],
)
def test_an_act_is_told_to_be_done_or_not(more: dict[str, Any], expected: str) -> None:
    explanation = explained(card(), search=searching(applied(meeting(**more))))
    assert f"  {expected}" in lines(explanation)


def test_a_rule_that_stays_silent_says_which_condition_failed_and_nothing_else() -> None:
    explanation = explained(card(given=interview.left.happened, due=interview.ends))
    left = "the moment you are clear of the building"
    assert [
        "Rule send-card: Nobody else does. (the author of the rule)",
        f"  It is silent, because {left} is not on record:",
        f"    {left}: not yet [interview.left]",
    ] == lines(explanation)[2:]
    assert (None, (), "silent") == (
        explanation.scheduled,
        explanation.put_in_order,
        explanation.verdict.status,
    )


def test_a_rule_that_stays_silent_because_of_a_single_fact_ends_with_it() -> None:
    sentences = lines(explained(card(given=interview.remote)))
    words = "the interview is not known to be by video or phone [interview.remote]"
    assert f"  It is silent, because {words}." == sentences[-1]


def test_a_rule_is_silent_before_the_moment_from_which_it_speaks() -> None:
    left = "the moment you are clear of the building"
    explanation = explained(card(since=interview.left))
    assert [
        "Rule send-card: Nobody else does. (the author of the rule)",
        f"  It is silent before {left} [interview.left], not yet.",
    ] == lines(explanation)[2:]
    assert (None, "silent") == (explanation.scheduled, explanation.verdict.status)
    later = explained(card(since=interview.left + hours(1)))
    assert [
        f"  It is silent before 1 hour after {left}, not yet:",
        f"    {left}: not yet [interview.left]",
    ] == lines(later)[3:]
    # Where the condition fails as well, that is the reason.
    both = lines(explained(card(since=interview.left, given=interview.remote)))
    assert both[3].startswith("  It is silent, because ")


def test_a_guard_is_explained() -> None:
    sentences = lines(explain(SEARCH, "stop-looking", now=NOW))
    assert sentences[1].startswith("No. Don't stop looking yet: you have no contract in your hand")
    assert (
        "  It opens on a day that has not come: the signing of a contract [search.signed]."
        in sentences
    )
    assert not [line for line in sentences if "done" in line]


# -- several rules --------------------------------------------------------------------------------

PATIENCE = card(
    name="patience",
    kind="guard",
    act="send-card",
    opens=interview.ends + days(1),
    best=None,
    closes=interview.ends + days(4),
    satisfied_by=None,
    why="It reads better.",
)


def test_rules_that_are_combined_are_told_together_and_then_each_by_itself() -> None:
    sentences = lines(explained(card(best=interview.ends + days(2)), PATIENCE))
    assert [
        "These rules are combined: send-card, patience. Together they open with the last, and "
        "close with the first.",
        "  It opens on Wednesday 25 November 2026, 11:00.",
        "  It is best on Thursday 26 November 2026, 11:00.",
        "  It closes on Saturday 28 November 2026, 11:00.",
        "Rule send-card: Nobody else does. (the author of the rule)",
    ] == sentences[2:7]
    [other] = [index for index, line in enumerate(sentences) if line.startswith("Rule patience")]
    assert (
        "  It opens on Wednesday 25 November 2026, 11:00: 1 day after the interview's end:"
        in (sentences[other:])
    )


def test_a_silent_rule_is_not_combined_but_is_told() -> None:
    quiet = card(name="quiet", act="send-card", given=interview.left.happened)
    sentences = lines(explained(card(), quiet))
    assert not [line for line in sentences if "combined" in line]
    assert "Rule quiet: Nobody else does. (the author of the rule)" in sentences


def test_rules_that_leave_no_time_are_told_as_such() -> None:
    explanation = explained(card(closes=interview.ends + hours(24)), PATIENCE)
    sentences = lines(explanation)
    text = (
        "There is no time for this: “Send Priya Shah a card”. It would have to wait until "
        "Wednesday 25 November, 11:00, but has to be done before Wednesday 25 November, 11:00"
    )
    assert "conflict" == explanation.verdict.status
    assert f"Caution at all times: {text}." in sentences


@pytest.mark.parametrize(
    ("part", "moment", "instead", "expected"),
    [
        ("best", interview.ends - minutes(1), interview.ends, "before it opens"),
        ("best", interview.ends, None, None),
        ("best", interview.ends + minutes(59), None, None),
        ("best", interview.ends + hours(1), interview.ends, "when it is over"),
        ("best", interview.ends + hours(2), interview.ends, "when it is over"),
        ("due", interview.ends - minutes(1), interview.ends, "before it opens"),
        ("due", interview.ends, None, None),
        ("due", interview.ends + hours(1), None, None),
        ("due", interview.ends + minutes(61), interview.ends + hours(1), "when it is over"),
    ],
    ids=str,
)
def test_a_moment_that_was_put_in_order_is_told(
    part: str, moment: Moment, instead: Moment | None, expected: str | None
) -> None:
    explanation = explained(card(closes=interview.ends + hours(1), **{part: moment}))
    sentences = [line for line in lines(explanation) if line.startswith("Put in order")]
    if instead is None:
        assert ((), []) == (explanation.put_in_order, sentences)
        return
    before, after = (expression.evaluate(explanation.subject) for expression in (moment, instead))
    assert isinstance(before, datetime)
    assert isinstance(after, datetime)
    assert (PutInOrder(part, before, after),) == explanation.put_in_order
    day = "Tuesday 24 November 2026,"
    clocks = [instant.astimezone(NOW.tzinfo).strftime("%H:%M") for instant in (before, after)]
    would = {"best": "it would be best on", "due": "it would be late from"}[part]
    sentence = f"{would} {day} {clocks[0]}, {expected}; it is {day} {clocks[1]} instead."
    assert [f"Put in order: {sentence}"] == sentences


def test_of_combined_rules_the_latest_best_and_the_earliest_due_are_put_in_order() -> None:
    soon = card(best=interview.ends + hours(1), due=interview.ends + hours(3))
    sooner = card(
        name="sooner", act="send-card", best=interview.ends, due=interview.ends + hours(2)
    )
    explanation = explained(soon, sooner, PATIENCE)
    opens = "2026-11-25 11:00"
    expected = [("best", "2026-11-24 12:00", opens), ("due", "2026-11-24 13:00", opens)]
    assert expected == [
        (part, wall(before), wall(after)) for part, before, after in explanation.put_in_order
    ]


def test_nothing_is_put_in_order_in_a_window_that_does_not_open() -> None:
    assert () == explained(card(opens=interview.left, best=interview.ends)).put_in_order


# -- cautions, and what is set aside --------------------------------------------------------------


def test_the_cautions_of_an_act_are_told_with_their_dates() -> None:
    sentences = lines(explain(SEARCH, "connect", now=NOW))
    text = (
        "Too early to connect with Priya Shah on LinkedIn: wait until Thursday 26 November, 11:00"
    )
    dates = "from Tuesday 24 November 2026, 11:00 until Thursday 26 November 2026, 11:00"
    assert f"Caution {dates}: {text}." in sentences


def test_a_caution_without_an_end_is_told_with_its_beginning() -> None:
    rule = card(
        opens=interview.left,
        best=interview.left,
        cautions=early("Wait until {opens}", since=interview.ends),
    )
    sentences = lines(explained(rule))
    assert "Caution from Tuesday 24 November 2026, 11:00: Wait until it happens." in sentences


def test_a_rule_tells_when_it_warns_and_why_then() -> None:
    rule = card(
        opens=interview.ends + hours(1),
        best=interview.ends + hours(2),
        due=interview.ends + hours(3),
        closes=interview.ends + days(1),
        cautions=(
            early("Wait", since=interview.ends),
            before_closing("Soon over"),
            late("It is late"),
            closed("Too late", lasting=parameter("missed-for", days(3), "how long to say so")),
        ),
    )
    sentences = lines(explained(rule))
    assert [
        "  It warns until it opens, from the moment below:",
        f"    {ENDS}",
        "  It warns from its best moment until it closes.",
        "  It warns from when it is late until it closes.",
        "  It warns once it has closed, for the time below:",
        "    missed-for is 3 days: how long to say so (the same source)",
    ] == sentences[sentences.index("  It warns until it opens, from the moment below:") :]


def test_what_the_dates_of_a_caution_are_reckoned_from_is_told_below() -> None:
    rule = card(cautions=early("Wait", since=interview.ends - hours(1)))
    head = "1 hour before the interview's end: Tuesday 24 November 2026, 10:00"
    assert [head, f"  {ENDS}"] == below(explained(rule), "It warns until it opens")


def test_a_way_that_hangs_on_facts_is_told_with_them() -> None:
    sentences = lines(explain(SEARCH, "chase", now=NOW))
    way = "the recruiter, else the way they asked for, else e-mail"
    assert f"  It goes by {way}: email [application.chase_route]." in sentences


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (None, "You set it aside for good, so no plan asks for it."),
        (
            at("2026-11-25 12:00"),
            "You set it aside until Wednesday 25 November 2026, 12:00, so no plan asks for it.",
        ),
    ],
    ids=["for good", "for a while"],
)
def test_what_is_set_aside_is_told_to_be_so(until: datetime | None, expected: str) -> None:
    connect = action("connect")
    aside = SEARCH.snooze(connect, until=until) if until else SEARCH.dismiss(connect)
    explanation = explain(aside, "connect", now=NOW)
    assert expected == lines(explanation)[2]
    assert "early" == explanation.verdict.status
    sentences = [line for line in lines(explanation) if line.startswith("Caution")]
    assert ["Caution from Wednesday 25 November 2026, 12:00"] * bool(until) == [
        sentence.partition(" until")[0] for sentence in sentences
    ]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at("2026-11-25 11:59"), True),
        (at("2026-11-25 12:00"), False),
        (at("2026-11-25 12:01"), False),
    ],
    ids=str,
)
def test_what_was_set_aside_is_asked_for_again_afterwards(now: datetime, expected: bool) -> None:
    connect = action("connect")
    aside = SEARCH.snooze(connect, until=at("2026-11-25 12:00"))
    text = str(explain(aside, "connect", now=now))
    assert expected is ("no plan asks for it" in text)


# -- zones ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        (LONDON, "Tuesday 24 November 2026, 11:00"),
        ("Europe/Lisbon", "Tuesday 24 November 2026, 11:00"),
        (NEW_YORK, "Tuesday 24 November 2026, 06:00 (11:00 in Europe/London)"),
        (
            "Pacific/Kiritimati",
            "Wednesday 25 November 2026, 01:00 (Tuesday 24 November 2026, 11:00 in Europe/London)",
        ),
    ],
)
def test_a_moment_is_told_for_the_candidate_and_where_its_days_are_counted(
    home: str, expected: str
) -> None:
    sentences = lines(explained(card(), search=searching(applied(meeting()), zone=home)))
    assert f"  It opens on {expected}: the interview's end [interview.ends]." in sentences


def test_a_moment_is_told_in_the_zone_of_the_interview_that_it_is_taken_from() -> None:
    upcoming = meeting("2026-11-26 10:00", "2026-11-26 11:00", zone="Asia/Tokyo")
    search = searching(applied(meeting(), upcoming))
    rules = RuleSet(
        [
            card(
                per=interview,
                text="Practise",
                best=(interview.next_starts - days(1)).at("18:00"),
                closes=interview.next_starts,
            )
        ]
    )
    first = schedule(search, rules=rules)[0]
    explanation = explain(search, first, now=NOW, rules=rules)
    zones = {
        why.timezone for part, why in explanation.accounts[0].parts() if part in ("best", "closes")
    }
    assert {"Asia/Tokyo"} == zones
    assert "(18:00 in Asia/Tokyo)" in str(explanation)


# -- choices --------------------------------------------------------------------------------------

ENDS = "the interview's end: Tuesday 24 November 2026, 11:00 [interview.ends]"
STARTS = "the interview's start: Tuesday 24 November 2026, 10:00 [interview.starts]"
LEFT = "the moment you are clear of the building: not yet [interview.left]"
A_DAY_LATER = "Wednesday 25 November 2026, 11:00: 1 day after the interview's end"


@pytest.mark.parametrize(
    ("choice", "head", "expected"),
    [
        (
            when(interview.remote, interview.ends, otherwise=interview.ends + days(1)),
            f"{A_DAY_LATER}, because the interview is not known to be by video or phone:",
            [
                "1 day after the interview's end: Wednesday 25 November 2026, 11:00",
                f"  {ENDS}",
                "the interview is not known to be by video or phone [interview.remote]",
            ],
        ),
        (
            when(person.email.known, interview.ends, otherwise=interview.ends + days(1)),
            "Tuesday 24 November 2026, 11:00: the interview's end, because their e-mail address "
            "is known:",
            [
                ENDS,
                "their e-mail address is known",
                "  their e-mail address: priya@acme.example [person.email]",
            ],
        ),
        (
            first_known(interview.left, interview.ends + days(1), interview.starts),
            f"{A_DAY_LATER}:",
            [
                "the first of these that is known: Wednesday 25 November 2026, 11:00",
                f"  {LEFT}",
                "  1 day after the interview's end: Wednesday 25 November 2026, 11:00",
                f"    {ENDS}",
            ],
        ),
        (
            first_known(interview.ends, interview.starts),
            "Tuesday 24 November 2026, 11:00: the interview's end:",
            [ENDS],
        ),
        (
            later_of(interview.starts, interview.ends),
            "Tuesday 24 November 2026, 11:00: the interview's end:",
            [
                "the later of these: Tuesday 24 November 2026, 11:00",
                f"  {STARTS}",
                f"  {ENDS}",
            ],
        ),
        (
            earlier_of(interview.left, interview.ends, interview.ends + days(1)),
            "Tuesday 24 November 2026, 11:00: the interview's end:",
            [
                "the earlier of these: Tuesday 24 November 2026, 11:00",
                f"  {LEFT}",
                f"  {ENDS}",
                "  1 day after the interview's end: Wednesday 25 November 2026, 11:00",
                f"    {ENDS}",
            ],
        ),
        (
            later_of(interview.starts, interview.left),
            "a day that has not come: the moment you are clear of the building:",
            [LEFT],
        ),
    ],
    ids=[
        "when, otherwise",
        "when",
        "first known",
        "the first is known",
        "later",
        "earlier",
        "later, not yet",
    ],
)
def test_a_choice_says_what_was_chosen_and_what_it_hangs_on(
    choice: Moment, head: str, expected: list[str]
) -> None:
    assert (head, expected) == best(choice)


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (first_known(interview.left, interview.ends), "the first of these that is known"),
        (later_of(interview.starts, interview.ends), "the later of these"),
        (earlier_of(interview.ends, interview.left), "the earlier of these"),
        (named("the farewell", later_of(interview.starts, interview.ends)), "the farewell"),
    ],
    ids=["first known", "later", "earlier", "named"],
)
def test_a_choice_within_something_else_is_told_by_its_kind(choice: Moment, expected: str) -> None:
    _, sentences = best(choice + days(1))
    assert f"{expected}: Tuesday 24 November 2026, 11:00" == sentences[0]
    assert f"  {ENDS}" in [sentence.replace("    ", "  ") for sentence in sentences]


def test_within_something_else_what_has_to_come_first_is_told_as_such() -> None:
    later = later_of(interview.starts, interview.left)
    sentences = below(explained(card(best=later + days(1))), "It is best on")
    assert ["this has to come first: not yet", f"  {LEFT}"] == sentences
    farewell = named("the farewell", later)
    sentences = below(explained(card(best=farewell + days(1))), "It is best on")
    assert [
        "the farewell: not yet",
        "  this has to come first: not yet",
        f"    {LEFT}",
    ] == sentences


def test_a_choice_that_nobody_can_make_says_both_ways() -> None:
    unknown = searching(applied(meeting(interviewers=[tom()])))
    owed = condition_fact("person.owed", "you owe them", lambda _: None, ask="Do you owe {person}?")
    head, sentences = best(when(owed, interview.ends, otherwise=interview.starts), unknown)
    expected = "the interview's end if you owe them, otherwise the interview's start"
    assert f"a day that is not known: {expected}:" == head
    assert {ENDS, STARTS, "it is not known whether you owe them [person.owed]"} == set(sentences)


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ("2026-11-24 11:00", [ENDS]),
        (
            "2026-11-24 17:00",
            [
                "the interview's end: Tuesday 24 November 2026, 17:00 [interview.ends]",
                "office-opens is 09:00: when office hours begin (a choice of this library's)",
                "office-closes is 17:00: when office hours end (a choice of this library's)",
            ],
        ),
    ],
    ids=["within", "after"],
)
def test_office_hours_are_told_only_where_they_matter(ends: str, expected: list[str]) -> None:
    search = searching(applied(meeting(ends=ends)))
    assert expected == best(interview.ends.office_time, search)[1]


def test_a_part_is_told_once() -> None:
    note = named("the note", later_of(interview.starts + hours(2), interview.ends))
    rule = card(best=note + hours(1), due=note + hours(2), closes=note + hours(3))
    explanation = explained(rule)
    once = "the note: Tuesday 24 November 2026, 12:00"
    assert once == below(explanation, "It is best on")[0]
    assert 1 < len(below(explanation, "It is best on"))
    for start in ("It is late from", "It closes on"):
        assert [f"{once}, as above"] == below(explanation, start)


def test_what_a_line_said_itself_is_as_above_where_it_is_told_again() -> None:
    later = later_of(interview.starts + hours(2), interview.ends)
    explanation = explained(card(opens=later, best=later + hours(1), closes=later))
    day = "Tuesday 24 November 2026"
    assert [f"the later of these: {day}, 12:00, as above"] == below(explanation, "It is best on")
    words = "2 hours after the interview's start"
    assert f"  It opens on {day}, 12:00: {words}:" in lines(explanation)
    assert f"  It closes on {day}, 12:00: {words}, as above." in lines(explanation)
    assert [] == below(explanation, "It closes on")


def test_a_fact_is_told_as_often_as_it_is_used() -> None:
    explanation = explained(card(best=interview.ends + hours(1), due=interview.ends + hours(2)))
    assert [ENDS] == below(explanation, "It is best on") == below(explanation, "It is late from")


# -- conditions -----------------------------------------------------------------------------------

TRICKY = "no tricky question is on record [interview.tricky_questions]"
IN_PERSON = "the interview is not known to be by video or phone [interview.remote]"
EMAIL = [
    "their e-mail address is known",
    "  their e-mail address: priya@acme.example [person.email]",
]
ENDED = ["the interview's end is on record", f"  {ENDS}"]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (
            interview.ends.happened & person.email.known & ~interview.left.happened,
            [
                *ENDED,
                *EMAIL,
                "the moment you are clear of the building is not on record",
                f"  {LEFT}",
            ],
        ),
        (interview.remote | interview.tricky_questions, [IN_PERSON, TRICKY]),
        (
            named("it is fine", interview.ends.happened & person.email.known, denial="it rains"),
            ENDED + EMAIL,
        ),
    ],
    ids=["and", "or", "named"],
)
def test_a_condition_that_hangs_on_all_its_parts_is_told_with_them(
    condition: Condition, expected: list[str]
) -> None:
    assert expected == given(condition)[1]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (interview.remote & interview.tricky_questions, [IN_PERSON]),
        (person.email.known & interview.tricky_questions, [TRICKY]),
        (interview.remote | interview.tricky_questions | person.email.known, EMAIL),
        (person.email.known | interview.ends.happened, EMAIL),
        (
            (interview.remote | person.email.known) & interview.ends.happened,
            [EMAIL[0], *[f"  {line}" for line in EMAIL], *ENDED],
        ),
        (~(interview.remote & person.email.known), [IN_PERSON]),
    ],
    ids=["and", "and, second", "or", "or, both", "or within and", "not"],
)
def test_a_condition_that_one_part_decides_is_told_with_that_part_alone(
    condition: Condition, expected: list[str]
) -> None:
    assert expected == given(condition)[1]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (
            ~interview.remote & ~interview.tricky_questions,
            "It speaks, because the interview is not known to be by video or phone and no "
            "tricky question is on record:",
        ),
        (
            interview.remote & interview.tricky_questions,
            "It is silent, because the interview is not known to be by video or phone:",
        ),
        (
            named("it is a fine day", ~interview.remote & person.email.known, denial="it rains"),
            "It speaks, because it is a fine day:",
        ),
        (
            named("it is a fine day", interview.remote & person.email.known, denial="it rains"),
            "It is silent, because it rains:",
        ),
    ],
    ids=["so", "not so", "named", "named, not so"],
)
def test_a_condition_is_said_as_it_is(condition: Condition, expected: str) -> None:
    assert expected == given(condition)[0]


@pytest.mark.parametrize("times", [0, 2, 4])
def test_what_is_denied_and_denied_again_is_told_once(times: int) -> None:
    condition: Condition = person.email.known & interview.ends.happened
    for _ in range(times):
        condition = ~condition
    head = "It speaks, because their e-mail address is known and the interview's end is on record:"
    assert (head, EMAIL + ENDED) == given(condition)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (~interview.remote, (f"It speaks, because {IN_PERSON}.", [])),
        (~~~interview.remote, (f"It speaks, because {IN_PERSON}.", [])),
        (
            ~interview.remote & person.email.known,
            (
                f"It speaks, because {IN_PERSON.partition(' [')[0]} and {EMAIL[0]}:",
                [IN_PERSON, *EMAIL],
            ),
        ),
    ],
    ids=["not", "not not not", "within and"],
)
def test_a_fact_that_is_denied_is_told_with_its_name(condition: Condition, expected: Any) -> None:
    assert expected == given(condition)


# -- the values of facts --------------------------------------------------------------------------

RACHEL = Person(name="Rachel Green", email="rachel@agency.example")
TASK: Any = detail_fact("application.task", "their task")


@pytest.mark.parametrize(
    ("condition", "more", "expected"),
    [
        (application.recruiter.happened, {"recruiter": RACHEL}, "Rachel Green"),
        (
            application.recruiter_route.happened,
            {"recruiter": RACHEL},
            "email to rachel@agency.example",
        ),
        (application.chase_route.happened, {"follow_up": FollowUp(channel="phone")}, "phone"),
        (
            application.chase_route.happened,
            {"follow_up": FollowUp(channel="phone", to="0161 496 0000")},
            "phone to 0161 496 0000",
        ),
        (application.outcome.happened, {"outcome": "rejected"}, "rejected"),
        (TASK.happened, {"facts": {"task": "a pipeline"}}, "a pipeline"),
        (TASK.happened, {"facts": {"task": 3}}, "3"),
        (TASK.happened, {"facts": {"task": 1.5}}, "1.5"),
        (application.heard.happened, {"heard": NOW}, "Tuesday 24 November 2026, 12:00"),
        (
            application.follow_up.known,
            {"follow_up": FollowUp(channel="email", to="jobs@acme.example")},
            "channel email, to jobs@acme.example",
        ),
        (TASK.happened, {"facts": {"task": True}}, "yes"),
        (TASK.happened, {"facts": {"task": False}}, "no"),
    ],
    ids=str,
)
def test_a_value_is_told_as_people_write_it(
    condition: Condition, more: dict[str, Any], expected: str
) -> None:
    search = searching(applied(meeting(), **more))
    sentence = given(condition, search, application)[1][-1]
    _, _, value = sentence.partition(": ")
    assert (expected, "]") == (value.rpartition(" [")[0], value[-1])


def test_acts_done_are_told_with_their_dates_and_counted() -> None:
    twice = [did("write", "2026-11-24 12:00"), did("write", "2026-12-23 12:00")]
    search = searching(applied(meeting(), done=twice))
    fact = (
        "“write”: Tuesday 24 November 2026, 12:00, Wednesday 23 December 2026, 12:00 "
        "[subject.done(write)]"
    )
    head, sentences = given(times_done("write").at_least(2), search, application)
    assert "It speaks, because the number of times “write” is done is 2 or more:" == head
    assert ["the number of times “write” is done: 2", f"  {fact}"] == sentences
    _, sentences = best(last_done("write") + days(1), search, application)
    assert ["your last “write”: Wednesday 23 December 2026, 12:00", f"  {fact}"] == sentences


def test_dates_are_told_in_their_order() -> None:
    twice = [did("write", "2026-11-24 12:00"), did("write", "2026-12-24 12:00")]
    _, [sentence] = given(done("write"), searching(applied(meeting(), done=twice)), application)
    dates = "Tuesday 24 November 2026, 12:00, Thursday 24 December 2026, 12:00"
    assert f"“write”: {dates} [subject.done(write)]" == sentence


def test_a_time_of_day_is_told_only_where_it_is_a_number_of_its_own() -> None:
    two = parameter("afternoon", time(14), "when to write")
    assert [ENDS] == best(interview.ends.at("14:00"))[1]
    number = "afternoon is 14:00: when to write (the same source)"
    assert [ENDS, number] == best(interview.ends.at(two))[1]


# -- bad input ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "more", "expected"),
    [
        (5, {}, ["what: 5 cannot be explained; give an act, or an action"]),
        (None, {}, ["what: None cannot be explained; give an act, or an action"]),
        ("chaise", {}, ["act: no rule knows 'chaise'; did you mean 'chase'?"]),
        ("chase", {"of": "Acne"}, ["of: 'Acne' is not in the search; did you mean 'Acme'?"]),
        (
            "connect",
            {},
            ["of: could be any of 2; give one of 'Priya Shah · Acme, Data engineer · "
             "2026-11-24 10:00', 'Tom Reed · Acme, Data engineer · 2026-11-24 10:00'"],
        ),
        (
            "chaise",
            {"of": "Acne"},
            [
                "act: no rule knows 'chaise'; did you mean 'chase'?",
                "of: 'Acne' is not in the search; did you mean 'Acme'?",
            ],
        ),
    ],
    ids=["a number", "nothing", "no act", "nobody", "several", "two problems"],
)  # fmt: skip
def test_bad_input_is_refused(what: Any, more: dict[str, Any], expected: list[str]) -> None:
    search = searching(applied(meeting(interviewers=[priya(), tom()])))
    with pytest.raises(InvalidInput) as caught:
        explain(search, what, now=NOW, **more)
    assert expected == str(caught.value).splitlines()


@pytest.mark.parametrize(
    ("known", "rules", "expected"),
    [
        (SEARCH, [card()], "is not a rule set; build it with RuleSet"),
        (5, CV_LIBRARY, "search: 5 is not a JobSearch, an Application or an Interview"),
    ],
    ids=["no rule set", "no search"],
)
def test_what_is_no_search_or_no_rule_set_is_refused(known: Any, rules: Any, expected: str) -> None:
    with pytest.raises(InvalidInput, match=expected):
        explain(known, "chase", now=NOW, rules=rules)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (NOW.replace(tzinfo=None), "2026-11-24T12:00:00 has no time zone"),
        (at("1969-12-31 23:59"), "1969-12-31T23:59:00+01:00 is not between 1970 and 2200"),
    ],
    ids=["naive", "too early"],
)
def test_a_moment_that_cannot_be_asked_about_is_refused(now: datetime, expected: str) -> None:
    with pytest.raises(InvalidInput, match=r"is not|has no") as caught:
        explain(SEARCH, "chase", now=now)
    [problem] = caught.value.problems
    assert ("now", expected) == (problem.place, problem.message)


def test_the_near_name_may_be_that_of_a_rule() -> None:
    for given, meant in (("patienc", "patience"), ("send-cart", "send-card")):
        with pytest.raises(InvalidInput, match=f"no rule knows '{given}'; did you mean '{meant}'"):
            explain(SEARCH, given, now=NOW, rules=RuleSet([card(), PATIENCE]))


# -- as JSON --------------------------------------------------------------------------------------


def mapped(explanation: Explanation) -> Any:
    return json.loads(json.dumps(to_dict(explanation)))


@pytest.mark.parametrize("act", CV_LIBRARY.acts)
@pytest.mark.parametrize("now", [NOW, at("2026-12-04 12:00")], ids=["November", "December"])
def test_every_act_of_the_example_is_explained_in_json_and_as_text(act: str, now: datetime) -> None:
    timetable = [scheduled for scheduled in schedule(EXAMPLE) if scheduled.act == act]
    for scheduled in timetable:
        explanation = explain(EXAMPLE, scheduled, now=now)
        document = mapped(explanation)
        assert [rule.name for rule in CV_LIBRARY.acts[act]] == [
            x["name"] for x in document["rules"]
        ]
        assert explanation.verdict.status == document["status"]
        assert all(len(line) <= 96 or " " not in line.strip() for line in text_lines(explanation))


def test_an_explanation_in_json_has_the_verdict_the_window_and_what_moved() -> None:
    document = mapped(
        explained(card(best=interview.ends + days(5), closes=interview.ends + days(4)))
    )
    document.pop("rules")
    ends = "2026-11-24T11:00:00+00:00"
    assert {
        "format": 1,
        "now": "2026-11-24T12:00:00+00:00",
        "allowed": True,
        "status": "open",
        "opens": ends,
        "best": ends,
        "due": None,
        "closes": "2026-11-28T11:00:00+00:00",
        "until": "2026-11-28T11:00:00+00:00",
        "act": "send-card",
        "application": {"employer": "Acme", "role": "Data engineer"},
        "interview": "2026-11-24T10:00:00+00:00",
        "person": "Priya Shah",
        "keys": NO_KEYS,
        "text": "Send Priya Shah a card",
        "why": "Nobody else does. Best: the interview's end.",
        "timezone": LONDON,
        "set_aside": None,
        "window": {
            "opens": ends,
            "best": ends,
            "due": None,
            "closes": "2026-11-28T11:00:00+00:00",
        },
        "cautions": [],
        "put_in_order": [{"part": "best", "from": "2026-11-29T11:00:00+00:00", "to": ends}],
    } == document


def test_a_rule_in_json_has_every_part_with_its_value_its_fact_and_its_number() -> None:
    wait = parameter("wait", days(2), "how long to wait", source=Source("A book"))
    [table] = mapped(explained(card(opens=interview.ends + wait, best=None)))["rules"]
    parts = table.pop("parts")
    assert {
        "name": "send-card",
        "speaks": True,
        "why": "Nobody else does.",
        "source": "the author of the rule",
        "cautions": [],
    } == table
    assert ["opens", "best", "satisfied_by"] == [part["part"] for part in parts]
    assert {
        "part": "opens",
        "says": "2 days after the interview's end",
        "value": "2026-11-26T11:00:00+00:00",
        "timezone": LONDON,
        "fact": None,
        "origin": None,
        "parameter": None,
        "operands": [
            {
                "says": "the interview's end",
                "value": "2026-11-24T11:00:00+00:00",
                "timezone": LONDON,
                "fact": "interview.ends",
                "origin": None,
                "parameter": None,
                "operands": [],
            },
            {
                "says": "2 days",
                "value": "2 days",
                "timezone": None,
                "fact": None,
                "origin": None,
                "parameter": {"name": "wait", "text": "how long to wait", "source": "A book"},
                "operands": [],
            },
        ],
    } == parts[0]
    assert {**parts[0], "part": "best"} == parts[1]
    assert False is parts[2]["value"]


def test_cautions_in_json_have_their_dates_and_a_rule_s_the_reasons_for_them() -> None:
    warned = (
        early("Wait for {opens}", since=interview.ends),
        closed("Too late", lasting=days(3)),
    )
    rule = card(opens=interview.ends + hours(2), closes=interview.ends + days(1), cautions=warned)
    document = mapped(explained(rule))
    ends, opens = "2026-11-24T11:00:00+00:00", "2026-11-24T13:00:00+00:00"
    assert [
        {
            "status": "early",
            "since": ends,
            "until": opens,
            "text": "Wait for Tuesday 24 November, 13:00",
            "rules": ["send-card"],
        },
        {
            "status": "closed",
            "since": "2026-11-25T11:00:00+00:00",
            "until": "2026-11-28T11:00:00+00:00",
            "text": "Too late",
            "rules": ["send-card"],
        },
    ] == document["cautions"]
    before, after = document["rules"][0]["cautions"]
    assert ("early", "Wait for {opens}", None) == (
        before["status"],
        before["text"],
        before["lasting"],
    )
    assert ("interview.ends", ends) == (before["since"]["fact"], before["since"]["value"])
    assert ("closed", None, "3 days") == (
        after["status"],
        after["since"],
        after["lasting"]["value"],
    )


def test_a_silent_rule_in_json_does_not_speak_and_there_is_no_window() -> None:
    document = mapped(explained(card(given=interview.remote)))
    assert (None, [], [False]) == (
        document["window"],
        document["put_in_order"],
        [rule["speaks"] for rule in document["rules"]],
    )


@pytest.mark.parametrize("until", [None, "2026-11-25T12:00:00+00:00"], ids=["good", "a while"])
def test_what_is_set_aside_is_so_in_json(until: str | None) -> None:
    connect = action("connect")
    moment = until and datetime.fromisoformat(until)
    aside = SEARCH.snooze(connect, until=moment) if moment else SEARCH.dismiss(connect)
    assert {"until": until} == mapped(explain(aside, "connect", now=NOW))["set_aside"]


@pytest.mark.parametrize(
    ("condition", "more", "expected"),
    [
        (
            application.recruiter.happened,
            {"recruiter": RACHEL},
            {"name": "Rachel Green", "email": "rachel@agency.example"},
        ),
        (
            application.chase_route.happened,
            {"recruiter": RACHEL},
            {"channel": "email", "to": "rachel@agency.example"},
        ),
        (application.outcome.happened, {"outcome": "rejected"}, "rejected"),
        (application.outcome.happened, {}, None),
        (application.promise.known, {}, {"unknown": ["application.promise"]}),
        (
            application.promise.known,
            {"promise": Promise(by=at("2026-12-01 12:00"))},
            "2026-12-01T12:00:00+00:00",
        ),
        (
            done("write"),
            {"done": [did("write", "2026-11-24 12:00")]},
            ["2026-11-24T12:00:00+00:00"],
        ),
        (TASK.happened, {"facts": {"task": 3}}, 3),
        (TASK.happened, {"facts": {"task": True}}, True),
        (TASK.happened, {"facts": {"task": 1.5}}, 1.5),
        (TASK.happened, {"facts": {"task": "a pipeline"}}, "a pipeline"),
        (
            application.follow_up.known,
            {"follow_up": FollowUp(channel="phone")},
            {"channel": "phone"},
        ),
    ],
    ids=str,
)
def test_a_value_in_json(condition: Condition, more: dict[str, Any], expected: Any) -> None:
    search = searching(applied(meeting(), **more))
    explanation = explained(about(application, satisfied_by=condition), search=search)
    [part] = [
        part for part in mapped(explanation)["rules"][0]["parts"] if part["part"] == "satisfied_by"
    ]
    assert expected == part["operands"][0]["value"]


def test_a_count_in_json_is_a_number() -> None:
    rule = card(satisfied_by=times_done("send-card").at_least(2))
    [count] = [
        part["operands"][0]
        for part in mapped(explained(rule))["rules"][0]["parts"]
        if part["part"] == "satisfied_by"
    ]
    assert (0, "the number of times “send-card” is done") == (count["value"], count["says"])


# -- as text --------------------------------------------------------------------------------------


def text_lines(explanation: Explanation) -> list[str]:
    return explanation_text(explanation).splitlines()


def test_a_sentence_is_as_deep_in_the_text_as_in_the_tree() -> None:
    explanation = explained(card(best=interview.ends + hours(1)))
    short = [line for line in lines(explanation) if len(line) <= 96]
    assert short == [line for line in text_lines(explanation) if line in short]
    assert ["".join(lines(explanation)).replace(" ", "")] == [
        "".join(text_lines(explanation)).replace(" ", "")
    ]


def test_a_long_sentence_goes_on_further_in() -> None:
    wrapped = text_lines(explain(EXAMPLE, "chase", of="Globex", now=NOW))
    assert 96 == max(len(line) for line in wrapped if "seattletimes.com" not in line)
    [index] = [index for index, line in enumerate(wrapped) if line.startswith("  It opens on")]
    assert wrapped[index + 1].startswith("      thank-you for the latest")
    assert wrapped[index + 2].startswith("    the last of these that has come")


def test_an_address_is_not_broken() -> None:
    address = "books.example/" + 20 * "very-long-"
    rule = card(source=Source("A book", address=address))
    assert [line for line in text_lines(explained(rule)) if address in line]


def test_sentences_are_values() -> None:
    first, *others = explained(card()).sentences()
    assert (0, True) == (first.depth, first.text.startswith("“send-card” of Priya Shah"))
    assert {0, 1, 2} == {sentence.depth for sentence in others}


NEVER = card(name="never", act="send-card", kind="veto", opens=None, best=None, satisfied_by=None)


@pytest.mark.parametrize(
    ("explanation", "start"),
    [
        (explain(SEARCH.dismiss(action("connect")), "connect", now=NOW), "You set it aside"),
        (explained(card(), NEVER), "never forbids it"),
        (explained(card(), PATIENCE), "These rules are combined"),
        (explained(card(best=interview.ends - minutes(1))), "Put in order"),
        (explain(SEARCH, "connect", now=NOW), "Caution"),
    ],
    ids=["set aside", "forbidden", "combined", "put in order", "a caution"],
)
def test_what_the_rules_make_together_stands_at_the_margin(
    explanation: Explanation, start: str
) -> None:
    assert [0] == [
        sentence.depth for sentence in explanation.sentences() if sentence.text.startswith(start)
    ]


def test_what_is_the_same_in_two_parts_hides_nothing_that_comes_after() -> None:
    both = interview.ends.happened & person.email.known
    last = ~interview.left.happened
    assert given(both & both & last)[1] == given(both & last)[1]


# -- the shipped rules ----------------------------------------------------------------------------


def test_an_offer_elsewhere_is_explained() -> None:
    hooli = applied(
        employer="Hooli", offer=Offer(received=at("2026-11-23 16:00"), reply_by=NOW + timedelta(8))
    )
    sentences = lines(
        explain(searching(applied(meeting()), hooli), "mention-offer", of="Acme", now=NOW)
    )
    arrival = "the arrival of the newest other offer: Monday 23 November 2026, 16:00"
    assert f"      {arrival} [application.other_offer_received]" in sentences
    assert sentences[1].startswith("Yes. If you would rather work for Acme, tell them in passing")


def test_a_subject_is_named_by_where_it_is() -> None:
    explanation = explain(EXAMPLE, "keep-looking", now=NOW)
    assert isinstance(explanation.subject, Subject)
    assert lines(explanation)[0].startswith("“keep-looking” of the job search, on Tuesday")


def test_a_moment_of_one_s_own_is_explained() -> None:
    due = moment_fact("application.task_due", "the day the task is due", ask="When is it due?")
    rule = card(per=application, opens=due - days(3), best=due - days(1), text="Do the task")
    search = searching(applied(facts={"task_due": at("2026-12-01 17:00")}))
    fact = "the day the task is due: Tuesday 1 December 2026, 17:00 [application.task_due]"
    assert [fact] == below(explained(rule, search=search), "It opens on")


@settings(max_examples=examples(20), suppress_health_check=list(HealthCheck))
@drawing(strategies.rule_sets() | st.just(CV_LIBRARY), st.data())
def test_whatever_the_rules_say_of_a_subject_is_explained(
    rules: RuleSet, data: st.DataObject
) -> None:
    anchor = data.draw(strategies.moments())
    search = data.draw(strategies.job_searches(near=anchor, rules=rules))
    now = data.draw(strategies.moments(near=anchor))
    for scheduled in schedule(search, rules=rules):
        explanation = explain(search, scheduled, now=now, rules=rules)
        assert scheduled == explanation.scheduled
        assert len(rules.acts[scheduled.act]) == len(explanation.accounts)
        assert explanation_text(explanation)
        assert scheduled.act == mapped(explanation)["act"]
        assert not [
            word for word in ("NOT_YET", "Unknown(", "datetime.") if word in str(explanation)
        ]


def test_an_explanation_comes_back_from_pickling() -> None:
    explanation = explain(searching(applied(meeting())), "chase", now=at("2026-11-24 12:00"))
    back = pickle.loads(pickle.dumps(explanation))
    assert (explanation, str(explanation)) == (back, str(back))
