"""Questions: what nobody has told us, what that holds back, and which date it would change."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from builders import NEW_YORK, TICK, applied, at, did, meeting, priya, searching, tom
from interview_followup import (
    Application,
    FollowUp,
    Interview,
    Offer,
    Person,
    Plan,
    Promise,
    Rule,
    RuleSet,
    SetAside,
    plan,
)
from interview_followup.language import (
    Detail,
    Moment,
    application,
    days,
    detail_fact,
    done,
    first_known,
    hours,
    interview,
    last_done,
    later_of,
    moment_fact,
    person,
    search,
)
from interview_followup.language._subject import Subject

STARTS, ENDS = at("2026-11-24 10:00"), at("2026-11-24 11:00")
DAY = timedelta(days=1)

HINT = moment_fact("application.hint", "the hint", ask="Did {employer} drop a hint?")
RUMOUR = moment_fact("application.rumour", "the rumour", ask="Any rumour of {employer}?")
TIP = moment_fact("application.tip", "the tip", ask="Any tip?")


def rule(name: str, opens: Moment = interview.ends, per: Any = interview, **parts: Any) -> Rule:
    """Return a rule that is best as it opens, unless it says otherwise."""
    given: dict[str, Any] = {"best": opens, "text": f"Do {name}", "why": "So."}
    return Rule(name=name, per=per, opens=opens, **(given | parts))


def hinted(name: str, fact: Moment = HINT, **parts: Any) -> Rule:
    """Return a rule that goes by a fact, and without it by the interview's end."""
    return rule(name, first_known(fact, interview.ends), **parts)


def needing(name: str, fact: Moment = HINT, **parts: Any) -> Rule:
    """Return a rule that cannot be acted on without a fact."""
    return rule(name, needs=fact, **parts)


def planned(*rules: Rule, known: Any = None, now: datetime = ENDS) -> Plan:
    return plan(known or searching(applied(meeting())), now=now, rules=RuleSet(rules))


def acts_by_fact(
    *rules: Rule, known: Any = None, now: datetime = ENDS
) -> dict[str, tuple[str, ...]]:
    """Return the facts that are asked for, in order, each with its acts."""
    questions = planned(*rules, known=known, now=now).questions
    return {question.fact.partition(".")[2]: question.acts for question in questions}


# -- the two kinds --------------------------------------------------------------------------------


def test_a_fact_that_is_needed_holds_its_acts_back() -> None:
    [question] = planned(needing("nod"), needing("wave")).questions
    assert ("application.hint", ("nod", "wave")) == (question.fact, question.acts)
    assert {"nod", "wave"} == {action.act for action in question.held}
    assert "Did Acme drop a hint?" == question.text
    assert "Acme, Data engineer" == question.subject.label


def test_a_fact_that_would_change_a_date_holds_nothing_back() -> None:
    [question] = planned(hinted("nod")).questions
    assert ("application.hint", ("nod",), ()) == (question.fact, question.acts, question.held)
    assert "Did Acme drop a hint?" == question.text == str(question)
    assert f"<Question application.hint of Acme, Data engineer: {question}>" == repr(question)


def test_a_fact_may_hold_one_act_back_and_date_another() -> None:
    """Then the text says nothing of dates: it is needed anyway."""
    [question] = planned(needing("nod"), hinted("wave")).questions
    assert ("nod", "wave") == question.acts
    assert ["nod"] == [action.act for action in question.held]
    assert "Did Acme drop a hint?" == question.text


def test_an_act_that_both_needs_a_fact_and_is_dated_by_it_waits_for_it() -> None:
    both = hinted("nod", needs=HINT)
    [question] = planned(both).questions
    assert ["nod"] == [action.act for action in question.held]
    assert {"hint": ("nod",)} == acts_by_fact(both)
    assert {} == acts_by_fact(both, now=ENDS - TICK)


def test_a_fact_that_is_told_is_not_asked_for() -> None:
    known = searching(applied(meeting(), facts={"hint": at("2026-11-25 09:00")}))
    assert {} == acts_by_fact(
        needing("nod"), hinted("wave"), known=known, now=at("2026-11-25 09:00")
    )


# -- what may be done without an answer -----------------------------------------------------------


def delayed(name: str, fact: Moment = HINT, **parts: Any) -> Rule:
    """Return a rule that goes by a fact, and without it by the day after the interview's end."""
    return rule(name, first_known(fact, interview.ends + days(1)), **parts)


TOMORROW = ENDS + DAY


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (
            ENDS,
            "Did Acme drop a hint? If you don't know: “Do nod” from Wednesday 25 November, 11:00.",
        ),
        (
            TOMORROW - TICK,
            "Did Acme drop a hint? If you don't know: “Do nod” from Wednesday 25 November, 11:00.",
        ),
        (TOMORROW, "Did Acme drop a hint?"),
        (TOMORROW + TICK, "Did Acme drop a hint?"),
    ],
    ids=["as it is asked", "just before it opens", "as it opens", "just after it opens"],
)
def test_a_question_says_from_when_an_act_is_allowed_without_an_answer_while_that_is_ahead(
    now: datetime, expected: str
) -> None:
    """It is spoken of by its text, as nobody who reads knows its name."""
    [question] = planned(delayed("nod"), now=now).questions
    assert expected == question.text == str(question)
    assert ("nod",) == question.acts


def test_without_an_answer_the_first_of_several_acts_is_told_of_and_then_the_next() -> None:
    later = rule("bow", first_known(HINT, interview.ends + days(2)))
    rules = (later, delayed("nod"))
    [question] = planned(*rules).questions
    assert question.text.endswith("“Do nod” from Wednesday 25 November, 11:00.")
    assert ("bow", "nod") == question.acts
    assert TOMORROW == planned(*rules).until
    [question] = planned(*rules, now=TOMORROW).questions
    assert question.text.endswith("“Do bow” from Thursday 26 November, 11:00.")


def test_of_acts_that_are_allowed_together_the_first_by_name_is_told_of() -> None:
    [question] = planned(delayed("wave"), delayed("nod")).questions
    assert "“Do nod” from" in question.text
    assert "wave" not in question.text


def test_of_acts_that_are_allowed_together_the_first_by_name_need_not_be_best_first() -> None:
    opens = first_known(HINT, interview.ends + days(1))
    nod, wave = rule("nod", opens, best=opens + days(1)), rule("wave", opens)
    [question] = planned(nod, wave).questions
    assert question.text.endswith("“Do nod” from Wednesday 25 November, 11:00.")


def test_of_an_act_for_several_people_the_first_by_name_is_told_of() -> None:
    def ready(subject: Subject) -> datetime:
        return ENDS + (3 * DAY if subject.person.name == "Ada" else 2 * DAY)

    nod = rule(
        "nod",
        first_known(HINT, interview.ends + days(1)),
        per=person,
        best=moment_fact("person.ready", "the day that is best", ready),
        text="Do nod to {person}",
    )
    people = [Person(name="Bo"), Person(name="Ada")]
    [question] = planned(nod, known=searching(applied(meeting(interviewers=people)))).questions
    assert question.text.endswith("“Do nod to Ada” from Wednesday 25 November, 11:00.")


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        (NEW_YORK, "“Do nod” from Wednesday 25 November, 06:00 (11:00 in London)."),
        (
            "Pacific/Auckland",
            "“Do nod” from Thursday 26 November, 00:00 (Wednesday 25 November, 11:00 in London).",
        ),
    ],
    ids=["a time", "a midnight"],
)
def test_without_an_answer_dates_are_told_in_the_zone_of_the_candidate(
    zone: str, expected: str
) -> None:
    abroad = searching(applied(meeting()), zone=zone)
    [question] = planned(delayed("nod"), known=abroad).questions
    assert question.text.endswith(expected)


def test_without_a_date_to_tell_the_text_is_just_the_question() -> None:
    event = moment_fact("application.event", "the event")
    [question] = planned(rule("nod", first_known(HINT, event))).questions
    assert "Did Acme drop a hint?" == question.text


def test_of_an_act_that_is_not_asked_about_yet_no_date_is_told() -> None:
    """It opens first, but hangs on an interview's end that is yet to come."""
    soon = rule(
        "nod",
        first_known(HINT, interview.starts + hours(3)),
        best=first_known(HINT, interview.ends + hours(3)),
    )
    later = rule("wave", first_known(HINT, interview.starts + hours(9)))
    [question] = planned(soon, later, now=STARTS).questions
    assert ("wave",) == question.acts
    assert "“Do wave” from Tuesday 24 November, 19:00." in question.text
    [question] = planned(soon, later, now=ENDS).questions
    assert ("nod", "wave") == question.acts
    assert "“Do nod” from Tuesday 24 November, 13:00." in question.text


def test_a_reminder_is_asked_for_and_never_told_of() -> None:
    """Nobody who does not know has to wait with what may always be done."""
    [question] = planned(delayed("nod", kind="reminder"), now=ENDS).questions
    assert (("nod",), "Did Acme drop a hint?") == (question.acts, question.text)
    later = rule("wave", first_known(HINT, interview.ends + days(2)))
    [question] = planned(delayed("nod", kind="reminder"), later, now=ENDS).questions
    assert ("nod", "wave") == question.acts
    assert "“Do wave” from Thursday 26 November, 11:00." in question.text


@pytest.mark.parametrize(
    ("part", "is_told"),
    [("opens", True), ("best", False), ("due", False), ("closes", False)],
)
def test_only_an_act_is_told_of_that_would_open_at_another_time(part: str, is_told: bool) -> None:
    """It makes no difference to any other from when on it may be done."""
    dated = {"opens": interview.ends + hours(1)}
    dated |= {part: first_known(HINT, interview.ends + days(1))}
    [question] = planned(rule("nod", **dated), now=ENDS).questions
    assert ("nod",) == question.acts
    assert is_told is ("If you don't know" in question.text)
    [question] = planned(rule("nod", **dated), delayed("a-wave"), now=ENDS).questions
    assert "“Do a-wave” from Wednesday 25 November, 11:00." in question.text


# -- from when on ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "expected", "until"),
    [
        (STARTS - DAY, {}, ENDS),
        (ENDS - TICK, {}, ENDS),
        (ENDS, {"hint": ("nod",)}, ENDS + DAY),
        (ENDS + TICK, {"hint": ("nod",)}, ENDS + DAY),
        (ENDS + DAY, {"hint": ("nod",)}, ENDS + 2 * DAY),
        (ENDS + 2 * DAY - TICK, {"hint": ("nod",)}, ENDS + 2 * DAY),
        (ENDS + 2 * DAY, {}, None),
    ],
    ids=[
        "the day before",
        "just before the end",
        "at the end that it is reckoned from",
        "just after it",
        "as it opens",
        "just before it closes",
        "as it closes",
    ],
)
def test_a_date_is_asked_about_once_all_has_happened_that_it_is_reckoned_from(
    now: datetime, expected: Any, until: datetime | None
) -> None:
    later = rule(
        "nod", first_known(HINT, interview.ends + days(1)), closes=interview.ends + days(2)
    )
    assert expected == acts_by_fact(later, now=now)
    assert until == planned(later, now=now).until


@pytest.mark.parametrize(
    ("now", "expected", "until"),
    [
        (STARTS - TICK, {}, STARTS),
        (STARTS, {"hint": ("wave",)}, ENDS),
        (ENDS - TICK, {"hint": ("wave",)}, ENDS),
        (ENDS, {"hint": ("nod", "wave")}, None),
    ],
    ids=["before both", "at the first", "just before the second", "at the second"],
)
def test_a_plan_holds_until_another_act_is_asked_about(
    now: datetime, expected: Any, until: datetime | None
) -> None:
    """Both are open all the time; only what is asked changes."""
    first = rule("wave", OPEN_SINCE, best=first_known(HINT, interview.starts))
    second = rule("nod", OPEN_SINCE, best=first_known(HINT, interview.ends))
    assert expected == acts_by_fact(first, second, known=OPEN, now=now)
    assert until == planned(first, second, known=OPEN, now=now).until


OPEN_SINCE = moment_fact("application.open_since", "the day on which it began")
OPEN = searching(applied(meeting(), facts={"open_since": at("2026-11-01 00:00")}))


def test_an_act_that_is_held_back_by_the_fact_already_adds_no_change() -> None:
    """The one that waits for the fact names the act before the other comes to be dated by it."""
    both = [
        needing("nod", opens=OPEN_SINCE),
        rule("nod-on", OPEN_SINCE, act="nod", best=first_known(HINT, interview.ends)),
    ]
    assert {"hint": ("nod",)} == acts_by_fact(*both, known=OPEN, now=STARTS)
    assert None is planned(*both, known=OPEN, now=STARTS).until


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (ENDS - TICK, {"hint": ("nod",)}),
        (ENDS, {"hint": ("nod", "wave")}),
        (ENDS + DAY - TICK, {"hint": ("nod", "wave")}),
        (ENDS + DAY, {"hint": ("nod",)}),
    ],
)
def test_a_fact_that_dates_an_act_is_asked_for_on_while_it_holds_another_back(
    now: datetime, expected: Any
) -> None:
    waiting = needing("wave", closes=interview.ends + days(1))
    dated = rule("nod", first_known(HINT, interview.starts + days(9)))
    assert expected == acts_by_fact(waiting, dated, now=now)
    [question] = planned(waiting, dated, now=now).questions
    assert ("wave" in question.acts) is ("If you don't know" not in question.text)


@pytest.mark.parametrize(
    ("known", "rules"),
    [
        (meeting(done=[did("nod", "2026-11-24 11:00")]), [hinted("nod", satisfied_by=done("nod"))]),
        (meeting(set_aside=[SetAside(act="nod")]), [hinted("nod")]),
        (meeting(set_aside=[SetAside(act="nod")]), [needing("nod")]),
        (meeting(), [hinted("nod", closes=interview.ends)]),
        (meeting(), [hinted("nod", since=interview.ends + days(1))]),
        (
            meeting(),
            [
                hinted("nod"),
                rule("not", interview.starts, act="nod", best=None, closes=interview.starts),
            ],
        ),
        (
            meeting(),
            [
                hinted("nod"),
                rule("soon", interview.starts, act="nod", closes=interview.starts + hours(1)),
            ],
        ),
    ],
    ids=["done", "set aside", "set aside, and needed", "closed", "silent", "forbidden", "conflict"],
)
def test_nothing_is_asked_for_an_act_that_nobody_is_told_of(
    known: Interview, rules: list[Rule]
) -> None:
    assert {} == acts_by_fact(*rules, known=searching(applied(known)))


@pytest.mark.parametrize(
    ("now", "is_asked"),
    [
        (ENDS, True),
        (ENDS + timedelta(hours=1) - TICK, True),
        (ENDS + timedelta(hours=1), True),
        (ENDS + timedelta(hours=2) - TICK, True),
        (ENDS + timedelta(hours=2), False),
    ],
    ids=["open", "just before it is late", "late", "just before it is over", "over"],
)
def test_a_date_is_asked_about_until_its_act_is_over(now: datetime, is_asked: bool) -> None:
    nod = hinted("nod", due=interview.ends + hours(1), closes=interview.ends + hours(2))
    assert ({"hint": ("nod",)} if is_asked else {}) == acts_by_fact(nod, now=now)


def test_a_date_is_asked_about_once_its_act_is_set_aside_no_more() -> None:
    until = ENDS + DAY
    snoozed = searching(applied(meeting(set_aside=[SetAside(act="nod", until=until)])))
    assert {} == acts_by_fact(hinted("nod"), known=snoozed, now=until - TICK)
    assert until == planned(hinted("nod"), known=snoozed, now=until - TICK).until
    assert {"hint": ("nod",)} == acts_by_fact(hinted("nod"), known=snoozed, now=until)


def test_a_guard_is_asked_about_only_if_it_waits_for_the_fact() -> None:
    """What a guard goes by is not asked for to have a better date: it asks for nothing."""
    assert {} == acts_by_fact(hinted("hush", kind="guard", best=None))
    assert {"hint": ("hush",)} == acts_by_fact(needing("hush", kind="guard", best=None))
    assert None is planned(hinted("hush", kind="guard", best=None), now=STARTS).until


@pytest.mark.parametrize(
    ("now", "expected", "until"),
    [
        (ENDS, {}, ENDS + DAY),
        (ENDS + DAY - TICK, {}, ENDS + DAY),
        (ENDS + DAY, {"hint": ("hush",)}, None),
    ],
)
def test_a_guard_that_is_set_aside_asks_for_nothing_until_then(
    now: datetime, expected: Any, until: datetime | None
) -> None:
    hush = needing("hush", kind="guard", best=None)
    snoozed = searching(applied(meeting(set_aside=[SetAside(act="hush", until=ENDS + DAY)])))
    assert expected == acts_by_fact(hush, known=snoozed, now=now)
    assert until == planned(hush, known=snoozed, now=now).until
    dismissed = searching(applied(meeting(set_aside=[SetAside(act="hush")])))
    assert ({}, None) == (
        acts_by_fact(hush, known=dismissed, now=now),
        planned(hush, known=dismissed, now=now).until,
    )


# -- ends that nobody told ------------------------------------------------------------------------

UNTOLD = searching(applied(meeting(ends=None)))
MIDNIGHT = at("2026-11-25 00:00")


@pytest.mark.parametrize(
    ("now", "expected", "until"),
    [
        (STARTS - TICK, {}, STARTS),
        (STARTS, {"ends": ("nod",)}, MIDNIGHT),
        (STARTS + TICK, {"ends": ("nod",)}, MIDNIGHT),
        (MIDNIGHT - TICK, {"ends": ("nod",)}, MIDNIGHT),
        (MIDNIGHT, {}, None),
    ],
    ids=[
        "just before it starts",
        "as it starts",
        "just after it starts",
        "just before the act opens",
        "as the act opens",
    ],
)
def test_an_end_that_nobody_told_is_asked_for_from_the_start_until_the_act_opens(
    now: datetime, expected: Any, until: datetime | None
) -> None:
    """What is open needs no better opening."""
    assert expected == acts_by_fact(rule("nod"), known=UNTOLD, now=now)
    made_then = planned(rule("nod"), known=UNTOLD, now=now)
    assert until == made_then.until
    assert {()} >= {question.held for question in made_then.questions}


@pytest.mark.parametrize("part", ["best", "due", "closes"])
@pytest.mark.parametrize("now", [STARTS, MIDNIGHT - TICK])
def test_an_end_that_would_change_no_opening_is_not_asked_for(now: datetime, part: str) -> None:
    """So how long there is time, and when is best, may hang on a day."""
    late: dict[str, Any] = {
        "opens": interview.starts + hours(30),
        "best": None,
        part: interview.ends + days(9),
    }
    assert {} == acts_by_fact(rule("nod", **late), known=UNTOLD, now=now)


def test_an_end_to_the_minute_that_something_stands_in_for_is_as_good_as_its_day() -> None:
    best = first_known(interview.exact_ends, interview.starts)
    soon = rule("nod", OPEN_SINCE, best=best, closes=interview.exact_ends)
    facts = {"open_since": at("2026-11-01 00:00")}
    known = searching(applied(meeting(ends=None), facts=facts))
    assert {} == acts_by_fact(rule("nod", OPEN_SINCE, best=best), known=known, now=STARTS)
    assert {"ends": ("nod",)} == acts_by_fact(soon, known=known, now=STARTS)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (STARTS, {"ends": ("nod",)}),
        (MIDNIGHT - TICK, {"ends": ("nod",)}),
        (MIDNIGHT, {"hint": ("nod",), "ends": ("nod",)}),
        (MIDNIGHT + DAY - TICK, {"hint": ("nod",), "ends": ("nod",)}),
        (MIDNIGHT + DAY, {"hint": ("nod",)}),
    ],
    ids=["as it starts", "just before that day is over", "then", "just before it opens", "open"],
)
def test_what_an_end_that_nobody_told_stands_in_for_is_asked_for_once_that_day_is_over(
    now: datetime, expected: Any
) -> None:
    """During the interview nobody can answer what comes of it."""
    assert expected == acts_by_fact(delayed("nod"), known=UNTOLD, now=now)


@pytest.mark.parametrize(
    "ends", [None, date(2026, 11, 24)], ids=["nobody told", "only the day is told"]
)
def test_an_end_known_to_the_day_is_asked_for_and_one_known_to_the_minute_is_not(
    ends: date | None,
) -> None:
    known = searching(applied(Interview(starts=STARTS, ends=ends, timezone="Europe/London")))
    assert {"ends": ("nod",)} == acts_by_fact(rule("nod"), known=known, now=STARTS)
    assert {} == acts_by_fact(rule("nod"))


@pytest.mark.parametrize(
    "moment",
    [
        application.latest_ends + days(7),
        application.first_ends.office_time,
        later_of(application.latest_ends, application.first_ends),
        first_known(application.heard, application.latest_ends),
        search.first_ends.midnight_after,
    ],
    ids=str,
)
def test_an_end_that_nobody_told_is_asked_for_of_its_interview_whatever_is_dated_by_it(
    moment: Moment,
) -> None:
    [question] = planned(rule("nod", moment, per=application), known=UNTOLD, now=STARTS).questions
    assert ("interview.ends", "Acme, Data engineer · 2026-11-24 10:00", ("nod",), ()) == (
        question.fact,
        question.subject.label,
        question.acts,
        question.held,
    )
    assert question.text.startswith(
        "When does the interview with Acme on Tuesday 24 November end, or when did it? If you"
    )


def test_an_end_that_dates_nothing_is_not_asked_for() -> None:
    conditions = rule(
        "nod",
        interview.starts,
        given=interview.ends.before(interview.starts + days(9)),
        satisfied_by=done("nod", since=interview.ends),
    )
    assert {} == acts_by_fact(conditions, known=UNTOLD)
    left = first_known(interview.left, interview.ends)
    gone = searching(applied(meeting(ends=None, left=at("2026-11-24 11:10"))))
    assert {} == acts_by_fact(rule("nod", left), known=gone)
    assert {"ends": ("nod",)} == acts_by_fact(rule("nod", left), known=UNTOLD)


def test_a_fact_that_is_needed_is_asked_for_before_an_end_that_would_date_more() -> None:
    rules = [needing("nod", opens=interview.starts), rule("wave"), rule("bow")]
    assert {"hint": ("nod",), "ends": ("bow", "wave")} == acts_by_fact(*rules, known=UNTOLD)
    assert ["hint", "ends"] == list(acts_by_fact(*rules, known=UNTOLD))


# -- the order ------------------------------------------------------------------------------------


def test_what_holds_most_back_is_asked_first() -> None:
    rules = [
        needing("nod", HINT),
        needing("wave", RUMOUR),
        needing("bow", RUMOUR),
        hinted("hug", TIP),
        hinted("kiss", TIP),
        hinted("bless", TIP),
    ]
    assert ["rumour", "hint", "tip"] == list(acts_by_fact(*rules))
    assert ["rumour", "hint", "tip"] == list(acts_by_fact(*reversed(rules)))


def test_of_those_that_hold_equally_much_back_what_dates_more_is_asked_first() -> None:
    rules = [needing("nod", HINT), needing("wave", RUMOUR), hinted("bow", RUMOUR)]
    assert ["rumour", "hint"] == list(acts_by_fact(*rules))
    dated = [hinted("nod", HINT), hinted("wave", RUMOUR), hinted("bow", RUMOUR)]
    assert ["rumour", "hint"] == list(acts_by_fact(*dated))


@pytest.mark.parametrize("kind", [needing, hinted], ids=["held back", "dated"])
@pytest.mark.parametrize(
    ("parts", "others", "first"),
    [
        ({"due": interview.ends + days(1)}, {"due": interview.ends + days(2)}, "hint"),
        ({"due": interview.ends + days(2)}, {"due": interview.ends + days(1)}, "rumour"),
        ({"closes": interview.ends + days(1)}, {"due": interview.ends + days(2)}, "hint"),
        (
            {"due": interview.ends + days(3), "closes": interview.ends + days(4)},
            {"closes": interview.ends + days(2)},
            "rumour",
        ),
        ({}, {"closes": interview.ends + days(9)}, "rumour"),
        ({}, {}, "hint"),
    ],
    ids=["due first", "due last", "closes before due", "due counts", "never over", "by name"],
)
def test_of_those_that_are_alike_the_one_is_asked_first_whose_acts_are_over_first(
    kind: Any, parts: dict[str, Any], others: dict[str, Any], first: str
) -> None:
    rules = [kind("nod", HINT, **parts), kind("wave", RUMOUR, **others)]
    assert first == next(iter(acts_by_fact(*rules)))
    assert first == next(iter(acts_by_fact(*reversed(rules))))


def test_what_is_asked_of_several_is_in_one_order_whatever_theirs() -> None:
    acme, globex = applied(meeting()), applied(meeting(), employer="Globex")
    labels = [
        [
            question.subject.label
            for question in planned(needing("nod"), known=searching(*applications)).questions
        ]
        for applications in ((acme, globex), (globex, acme))
    ]
    assert [["Acme, Data engineer", "Globex, Data engineer"]] * 2 == labels


def test_a_fact_of_an_interview_is_asked_once_for_all_its_people() -> None:
    length = moment_fact("interview.hint", "the hint", ask="Any hint?")
    panel = searching(applied(meeting(interviewers=[priya(), tom()])))
    nod = rule("nod", first_known(length, interview.ends), per=person)
    [question] = planned(nod, known=panel).questions
    assert ("interview", ("nod",)) == (question.subject.per, question.acts)


def test_the_order_counts_all_that_a_fact_would_date_whether_it_is_asked_about_yet_or_not() -> None:
    """Else it would change as Tom's bow is recorded, though no act is named that was not before."""
    bowed = at("2026-11-25 09:00")
    panel = meeting(
        interviewers=[priya(), tom()], done=[did("bow", "2026-11-25 09:00", "Tom Reed")]
    )
    since = interview.starts - days(9)
    nod = rule("nod", since, per=person, best=first_known(HINT, last_done("bow"), interview.ends))
    wave = rule(
        "wave", since, best=first_known(RUMOUR, interview.ends), due=interview.ends + days(9)
    )
    rules, known = (nod, wave, rule("bow", since, per=person)), searching(applied(panel))
    expected = {"hint": ("nod",), "rumour": ("wave",)}
    for now in (bowed - TICK, bowed):
        assert list(expected.items()) == list(acts_by_fact(*rules, known=known, now=now).items())
    assert [bowed, ENDS + 9 * DAY] == [
        planned(*rules, known=known, now=now).until for now in (bowed - TICK, bowed)
    ]


def test_of_those_that_are_alike_what_is_over_first_counts_before_it_is_asked_about() -> None:
    """The bow, which is over first, hangs on an interview's end that is yet to come."""
    soon = rule("bow", OPEN_SINCE, best=first_known(HINT, interview.ends), due=interview.ends)
    rules = [
        rule("nod", OPEN_SINCE, best=first_known(HINT, interview.starts)),
        soon,
        rule("wave", OPEN_SINCE, best=first_known(RUMOUR, interview.starts)),
        rule("hug", OPEN_SINCE, best=first_known(RUMOUR, interview.starts), due=interview.ends),
    ]
    now = STARTS
    assert ["hint", "rumour"] == list(acts_by_fact(*rules, known=OPEN, now=now))


# -- the shipped rules ----------------------------------------------------------------------------


def promise_asked(known: Any, now: datetime) -> list[str]:
    questions = plan(known, now=now).questions
    return [question.text for question in questions if question.fact == "application.promise"]


WITHOUT = (
    "If you don't know: “Ask Acme how far along they are, or how you compared with the others” "
    "from {}."
)


@pytest.mark.parametrize(
    ("now", "done_acts", "expected"),
    [
        (ENDS - TICK, [], []),
        (ENDS, [], ["Thursday 3 December, 11:00"]),
        (
            at("2026-11-24 14:20"),
            [did("thank-you", "2026-11-24 14:20", "Priya Shah")],
            ["Tuesday 1 December, 14:30"],
        ),
        (
            at("2026-11-24 14:20") - TICK,
            [did("thank-you", "2026-11-24 14:20", "Priya Shah")],
            [],
        ),
    ],
    ids=["during the interview", "as it ends", "as you thank them", "just before you do"],
)
def test_a_promise_is_asked_for_once_the_chase_is_dated_without_it(
    now: datetime, done_acts: list[Any], expected: list[str]
) -> None:
    known = searching(applied(meeting(done=done_acts)))
    texts = [f"Did Acme say when you would hear? {WITHOUT.format(when)}" for when in expected]
    assert texts == promise_asked(known, now)


def test_a_promise_that_is_spent_is_asked_for_again() -> None:
    promised = searching(applied(meeting(), promise=Promise(by=at("2026-11-30 12:00"))))
    assert [] == promise_asked(promised, at("2026-12-01 12:00"))
    heard = searching(
        applied(meeting(), promise=Promise(by=at("2026-11-30 12:00")), heard=at("2026-12-01 09:00"))
    )
    assert [f"Did Acme say when you would hear? {WITHOUT.format('Tuesday 8 December, 09:00')}"] == (
        promise_asked(heard, at("2026-12-01 12:00"))
    )


def follow_up_asked(known: Any, now: datetime) -> list[tuple[str, tuple[str, ...]]]:
    questions = plan(known, now=now).questions
    about_follow_up = [
        question for question in questions if question.fact == "application.follow_up"
    ]
    assert all(question.held == () for question in about_follow_up)
    return [(question.text, question.acts) for question in about_follow_up]


HOW = "How would Acme like you to follow up?"


@pytest.mark.parametrize(
    ("ends", "asked_from"),
    [("2026-11-24 11:00", ENDS), (None, MIDNIGHT)],
    ids=["an end that is told", "an end that nobody told"],
)
def test_how_to_follow_up_is_asked_from_the_end_of_the_latest_interview_on(
    ends: str | None, asked_from: datetime
) -> None:
    known = searching(applied(meeting(ends=ends)))
    for now, expected in [
        (asked_from - TICK, []),
        (asked_from, [(HOW, ("chase",))]),
        (asked_from + TICK, [(HOW, ("chase",))]),
        (asked_from + 99 * DAY, [(HOW, ("chase",))]),
    ]:
        assert expected == follow_up_asked(known, now)
    assert asked_from == plan(known, now=asked_from - TICK).until


def test_before_the_next_round_is_over_nobody_is_asked_how_to_follow_up() -> None:
    again = meeting("2026-12-01 10:00", "2026-12-01 11:00")
    known = searching(applied(meeting(), again))
    assert [] == follow_up_asked(known, at("2026-12-01 11:00") - TICK)
    assert [(HOW, ("chase",))] == follow_up_asked(known, at("2026-12-01 11:00"))


def test_how_to_follow_up_is_asked_for_all_that_goes_that_way() -> None:
    offered = applied(employer="Globex", offer=Offer(received=at("2026-11-25 10:00")))
    known = searching(applied(meeting()), offered)
    assert [(HOW, ("chase", "mention-offer"))] == follow_up_asked(known, at("2026-11-25 12:00"))


@pytest.mark.parametrize(
    "more",
    [
        {"follow_up": FollowUp(channel="phone")},
        {"recruiter": Person(name="Rachel Green")},
        {"outcome": "rejected"},
        {"set_aside": [SetAside(act="chase")]},
    ],
    ids=["told", "a recruiter", "over", "set aside"],
)
def test_how_to_follow_up_is_not_asked_where_nothing_hangs_on_it(more: dict[str, Any]) -> None:
    assert [] == follow_up_asked(searching(applied(meeting(), **more)), ENDS + DAY)


# -- when the shipped facts are asked for ---------------------------------------------------------

UNMET = meeting(ends=None, interviewers=None)
OFFERED = applied(employer="Hooli", offer=Offer())


@pytest.mark.parametrize(
    ("fact", "applications", "asked_from"),
    [
        ("person.email", [applied(meeting(interviewers=[tom()]))], ENDS),
        ("person.email", [applied(meeting(ends=None, interviewers=[tom()]))], MIDNIGHT),
        ("person.linkedin", [applied(meeting(interviewers=[tom()]))], ENDS + 2 * DAY),
        ("application.promise", [applied(meeting())], ENDS),
        ("application.promise", [applied(meeting(ends=None))], MIDNIGHT),
        ("application.follow_up", [applied(meeting())], ENDS),
        ("application.follow_up", [applied(meeting(ends=None))], MIDNIGHT),
        ("interview.interviewers", [applied(meeting(interviewers=None))], ENDS),
        ("interview.interviewers", [applied(UNMET)], MIDNIGHT),
        ("interview.ends", [applied(meeting(ends=None))], STARTS),
    ],
)
def test_no_fact_is_asked_for_before_that_can_be_answered(
    fact: str, applications: list[Application], asked_from: datetime
) -> None:
    expected = [(asked_from - TICK, False), (asked_from, True), (asked_from + TICK, True)]
    assert expected == [
        (
            now,
            fact
            in {question.fact for question in plan(searching(*applications), now=now).questions},
        )
        for now, _ in expected
    ]


def test_when_an_offer_came_can_be_answered_as_soon_as_it_is_on_record() -> None:
    known = searching(applied(meeting()), OFFERED)
    for now in (STARTS - DAY, ENDS - TICK, ENDS, ENDS + DAY):
        facts = {question.fact for question in plan(known, now=now).questions}
        assert "application.offer_received" in facts


# -- what may not exist ---------------------------------------------------------------------------


def test_what_may_not_exist_is_asked_for_after_all_else() -> None:
    """However much it holds back."""
    badge: Detail[str] = detail_fact("application.a_badge", "a badge", ask="?", may_not_exist=True)
    rules = [
        rule("bow", needs=badge),
        rule("wave", needs=badge),
        needing("nod"),
        hinted("hug", RUMOUR),
    ]
    assert ["hint", "rumour", "a_badge"] == list(acts_by_fact(*rules))
    assert ["a_badge"] == list(acts_by_fact(*rules[:2]))


def test_questions_are_values() -> None:
    first, again = (planned(hinted("nod")).questions for _ in range(2))
    assert first == again
    later = planned(hinted("nod"), now=ENDS + DAY).questions
    assert (first[0].fact, first[0].text) == (later[0].fact, later[0].text)
