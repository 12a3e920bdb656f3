"""What people read of a plan first: groups, their order, and the words of each entry."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from builders import LONDON, NEW_YORK, TICK, applied, at, card, meeting, priya, searching, tom
from interview_followup import (
    Application,
    Interview,
    JobSearch,
    Person,
    Plan,
    Rule,
    RuleSet,
    Workdays,
    plan,
)
from interview_followup._planning.agenda import (
    TITLES,
    Entry,
    agenda,
    agenda_ahead,
    short_address,
    what_was_read,
)
from interview_followup._planning.forecast import forecast
from interview_followup.language import (
    Moment,
    Period,
    application,
    days,
    early,
    hours,
    interview,
    later_of,
    person,
)

ENDS = at("2026-11-24 11:00")
SEARCH = searching(applied(meeting()))


def rule(
    name: str,
    *,
    opens: Moment = interview.ends,
    best: Moment | None = None,
    due: Period | None = None,
    closes: Period | None = None,
    **more: Any,
) -> Rule:
    return Rule(
        name=name,
        per=more.pop("per", interview),
        opens=opens,
        best=best if best is not None else opens,
        due=None if due is None else interview.ends + due,
        closes=None if closes is None else interview.ends + closes,
        text=more.pop("text", name.capitalize()),
        why="It is polite.",
        **more,
    )


def planned_by(rules: Sequence[Rule], now: datetime, search: JobSearch = SEARCH) -> Plan:
    return plan(search, now=now, rules=RuleSet(rules))


def groups(planned: Plan) -> dict[str, list[tuple[str, str]]]:
    return {
        title: [(entry.when, entry.text) for entry in entries] for title, entries in agenda(planned)
    }


def texts(planned: Plan, title: str = "DO NOW") -> list[str]:
    return [text for _, text in groups(planned).get(title, [])]


def the_entry(planned: Plan) -> Entry:
    """Return the one entry of an agenda."""
    [group] = agenda(planned)
    [entry] = group.entries
    return entry


# -- groups ---------------------------------------------------------------------------------------


def test_a_search_is_told_in_groups() -> None:
    search = searching(
        applied(meeting(interviewers=[priya(), tom()]), signed=None), facts={"pay": 9}
    )
    entries = groups(plan(search, now=at("2026-11-24 12:00")))
    assert {
        "DO NOW": [
            (
                "today",
                "Write down the questions that Acme asked, the tricky and new ones above all",
            )
        ],
        "QUESTIONS": [
            ("by 18:00", "What is Tom Reed's e-mail address?"),
            ("any time", "How would Acme like you to follow up?"),
            ("any time", "Did Acme say when you would hear?"),
        ],
        "NEXT": [
            ("today 14:00", "Send Priya Shah a personal thank-you e-mail"),
            ("Thu 11:00", "Ask Priya Shah to connect on LinkedIn, with a personal message"),
            ("Thu 11:00", "Ask Tom Reed to connect on LinkedIn, with a personal message"),
            ("Tue 1 Dec 11:00", "Keep looking: find and apply for other jobs"),
        ],
        "LATER": [
            (
                "Thu 3 Dec 11:00",
                "Ask Acme how far along they are, or how you compared with the others",
            )
        ],
        "BEWARE": [
            (
                "missed",
                "You have not noted how Acme would like you to follow up. If they told you, note "
                "it; otherwise e-mail is fine",
            ),
            (
                "missed",
                "You have not noted when you will hear from Acme. If they told you, note it",
            ),
            (
                "missed",
                "You have not noted Tom Reed's e-mail address. If you didn't get it, ask somebody "
                "else at Acme for it",
            ),
            (
                "too early",
                "until tomorrow: Talk to somebody on the phone about the interview with Acme; "
                "until Thu 11:00: Ask Priya Shah and Tom Reed to connect on LinkedIn, "
                "with a personal message; until Thu 3 Dec 11:00: Ask Acme how far along they are, "
                "or how you compared with the others",
            ),
        ],
        "CHECK YOUR RECORDS": [
            (
                "",
                "facts.pay: no rule asks for this fact; leave it out, or give the rules that know "
                "it: rules=, or --pack NAME",
            )
        ],
    } == entries
    assert list(TITLES) == list(entries)


def test_groups_that_hold_nothing_are_left_out() -> None:
    assert () == agenda(plan(JobSearch(timezone=LONDON), now=ENDS, rules=RuleSet([])))


@pytest.mark.parametrize(
    ("now", "title"),
    [(ENDS - TICK, "NEXT"), (ENDS, "NEXT"), (ENDS + timedelta(hours=1), "DO NOW")],
    ids=["early", "open", "at its best"],
)
def test_what_is_best_now_is_to_be_done_now(now: datetime, title: str) -> None:
    planned = planned_by([rule("go", best=interview.ends + hours(1))], now)
    assert [title] == list(groups(planned))


def test_what_is_late_before_its_best_moment_is_next() -> None:
    planned = planned_by(
        [rule("go", best=interview.ends + hours(2), due=hours(1))], at("2026-11-24 12:00")
    )
    assert {"NEXT": [("today 13:00", "Go")]} == groups(planned)


def test_what_is_open_and_has_no_best_moment_is_to_be_done_now() -> None:
    planned = planned_by([rule("go", opens=interview.starts, best=interview.left)], ENDS)
    assert {"DO NOW": [("now", "Go")]} == groups(planned)


@pytest.mark.parametrize(
    ("now", "title"),
    [(ENDS - TICK, "LATER"), (ENDS, "NEXT"), (ENDS + TICK, "NEXT")],
    ids=["just more than a week before", "a week before", "just less"],
)
def test_what_is_best_within_a_week_is_next(now: datetime, title: str) -> None:
    planned = planned_by([rule("go", opens=interview.ends + days(7))], now)
    assert {title: [("Tue 1 Dec 11:00", "Go")]} == groups(planned)


def test_what_has_no_date_yet_is_later() -> None:
    search = searching(applied(meeting(ends=None)))
    planned = planned_by([rule("go", opens=interview.left)], at("2026-11-24 09:00"), search)
    assert {"LATER": [("no date yet", "Go")]} == groups(planned)


# -- what is first --------------------------------------------------------------------------------


def to_others(name: str, **more: Any) -> Rule:
    return rule(name, channel="email", **more)


def test_what_goes_to_others_is_first_and_in_it_what_is_late_or_over_first() -> None:
    rules = [
        to_others("last"),
        rule("own", due=hours(1)),
        to_others("third", closes=hours(4)),
        to_others("second", due=hours(3), closes=hours(9)),
        to_others("first", due=hours(0), closes=hours(2)),
    ]
    assert ["First", "Second", "Third", "Last", "Own"] == texts(planned_by(rules, ENDS))


def test_own_notes_are_in_the_order_in_which_they_are_late_or_over() -> None:
    rules = [rule("last"), rule("second", closes=hours(4)), rule("first", due=hours(3))]
    assert ["First", "Second", "Last"] == texts(planned_by(rules, ENDS))


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-24 16:59", ["Write", "Own"]),
        ("2026-11-24 17:00", ["Own", "Write"]),
        ("2026-11-25 08:59", ["Own", "Write"]),
        ("2026-11-25 09:00", ["Write", "Own"]),
        ("2026-11-28 12:00", ["Own", "Write"]),
    ],
    ids=["before it closes", "as it closes", "before it opens", "as it opens", "on a Saturday"],
)
def test_outside_office_hours_what_goes_to_others_is_after_own_notes(
    now: str, expected: list[str]
) -> None:
    rules = [to_others("write", closes=days(9)), rule("own", closes=days(8))]
    assert expected == texts(planned_by(rules, at(now)))


def test_office_hours_are_those_of_the_candidate_s_zone_and_working_days() -> None:
    rules = [to_others("write", closes=days(9)), rule("own", closes=days(8))]
    abroad = searching(applied(meeting()), zone=NEW_YORK)
    assert ["Own", "Write"] == texts(planned_by(rules, at("2026-11-25 13:59"), abroad))
    assert ["Write", "Own"] == texts(planned_by(rules, at("2026-11-25 14:00"), abroad))
    off = searching(applied(meeting()), workdays=Workdays(holidays=[date(2026, 11, 25)]))
    assert ["Own", "Write"] == texts(planned_by(rules, at("2026-11-25 12:00"), off))


@pytest.mark.parametrize(
    ("late", "expected"),
    [(21, ["Write", "Own"]), (22, ["Write", "Own"]), (23, ["Own", "Write"])],
    ids=["before the office returns", "as it returns", "after it returns"],
)
def test_what_would_be_late_before_the_office_returns_does_not_wait_for_it(
    late: int, expected: list[str]
) -> None:
    rules = [to_others("write", due=hours(late)), rule("own", due=hours(1), closes=days(2))]
    assert expected == texts(planned_by(rules, at("2026-11-24 20:00")))


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (ENDS + timedelta(days=7) - TICK, ["Write", "Own"]),
        (ENDS + timedelta(days=7), ["Own", "Write"]),
        (ENDS + timedelta(days=7) + TICK, ["Own", "Write"]),
    ],
    ids=["nearly a week", "a week", "more than a week"],
)
def test_what_has_been_late_for_a_week_is_last(now: datetime, expected: list[str]) -> None:
    rules = [to_others("write", due=hours(0)), rule("own")]
    assert expected == texts(planned_by(rules, now))


def test_what_has_been_late_for_a_week_is_after_what_can_wait_for_the_office() -> None:
    rules = [to_others("old", due=hours(0), closes=days(8)), to_others("new", closes=days(9))]
    assert ["New", "Old"] == texts(planned_by(rules, at("2026-12-01 20:00")))


# -- the words of an action -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("due", "closes", "now", "when"),
    [
        (None, None, ENDS, "now"),
        (hours(2), None, ENDS, "by 13:00"),
        (hours(2), None, ENDS + timedelta(hours=2), "late"),
        (hours(2), hours(26), ENDS + timedelta(hours=2), "late, by Wed 13:00"),
        (hours(2), hours(26), ENDS + timedelta(hours=3), "late, by Wed 13:00"),
        (None, hours(13), ENDS, "today"),
        (None, days(30), ENDS, "by Wed 23 Dec"),
        (None, days(60), ENDS, "by Fri 22 Jan 2027"),
    ],
    ids=[
        "never over",
        "to be late",
        "late",
        "as it is late and will be over",
        "late and will be over",
        "at midnight",
        "far",
        "next year",
    ],
)
def test_an_action_says_by_when_it_is_to_be_done(
    due: Period | None, closes: Period | None, now: datetime, when: str
) -> None:
    entry = the_entry(planned_by([rule("go", due=due, closes=closes)], now))
    assert when == entry.when
    assert entry.is_late is when.startswith("late")


@pytest.mark.parametrize(
    ("now", "when"),
    [
        ("2026-11-24 11:14", "by 11:15"),
        ("2026-11-24 11:15", "by 11:20"),
        ("2026-11-24 11:16", "by 11:20"),
    ],
    ids=["a quarter to come", "a quarter that is now", "a quarter that has passed"],
)
def test_a_deadline_is_brought_forward_to_a_quarter_that_is_still_to_come(
    now: str, when: str
) -> None:
    planned = planned_by([rule("go", closes=Period("minutes", 20))], at(now))
    assert when == the_entry(planned).when


@pytest.mark.parametrize(
    ("channel", "text", "how"),
    [
        (None, "Thank {person}", ""),
        ("by owl", "Thank {person}", "by owl"),
        ("email", "Thank {person}", "email to priya@acme.example"),
        ("linkedin", "Thank {person}", "linkedin.example/priya"),
    ],
    ids=["none", "no address", "an address", "an address that names the channel"],
)
def test_an_action_says_over_what_it_goes(channel: str | None, text: str, how: str) -> None:
    planned = planned_by([rule("go", per=person, channel=channel, text=text)], ENDS)
    assert how == the_entry(planned).how


@pytest.mark.parametrize(
    ("text", "how"), [("Send {person} an e-mail", ""), ("Write to {person}", "email")]
)
def test_a_channel_is_not_said_twice(text: str, how: str) -> None:
    search = searching(applied(meeting(interviewers=[tom()])))
    planned = planned_by([rule("go", per=person, channel="email", text=text)], ENDS, search)
    assert how == the_entry(planned).how


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("priya@acme.example", "priya@acme.example"),
        ("https://www.linkedin.com/in/priya/", "linkedin.com/in/priya"),
        ("http://linkedin.com/in/priya", "linkedin.com/in/priya"),
    ],
)
def test_a_page_is_named_as_people_say_it(address: str, expected: str) -> None:
    assert expected == short_address(address)


BUSY = searching(
    applied(meeting()),
    applied(meeting("2026-11-24 14:00", "2026-11-24 15:00"), employer="Globex", outcome=None),
)


@pytest.mark.parametrize(
    ("best", "channel", "but"),
    [
        (hours(2), None, ""),
        (hours(3), None, "you are in an interview then: do it today 13:45"),
        (hours(12), None, "outside your waking hours: do it today 21:45"),
        (
            hours(12),
            "email",
            "outside your waking hours: do it today 21:45, or write it today 21:45, to be sent "
            "then",
        ),
        (
            hours(19),
            "email",
            "outside your waking hours: do it tomorrow 07:00, or write it today 21:45, to be sent "
            "then",
        ),
    ],
    ids=["nothing", "an interview", "night", "a message at night", "a message before morning"],
)
def test_an_action_says_in_few_words_what_hinders_you(
    best: Period, channel: str | None, but: str
) -> None:
    planned = planned_by(
        [rule("go", best=interview.ends + best, channel=channel, given=interview.in_the_morning)],
        ENDS,
        BUSY,
    )
    assert but == the_entry(planned).but


def test_an_action_for_which_there_is_no_other_time_says_so() -> None:
    night = interview.ends + hours(12)
    planned = planned_by([rule("go", opens=night, best=night, closes=hours(13))], ENDS)
    assert "outside your waking hours: there is no other time" == the_entry(planned).but


# -- what the text does not name ------------------------------------------------------------------


def abouts(search: JobSearch, text: str) -> list[str]:
    planned = planned_by([rule("go", text=text)], at("2026-11-30 12:00"), search)
    return sorted(entry.about for _, entries in agenda(planned) for entry in entries)


def test_an_application_is_named_where_there_are_several() -> None:
    globex = applied(meeting(), employer="Globex")
    assert [""] == abouts(searching(applied(meeting())), "Go")
    assert ["Acme", "Globex"] == abouts(searching(applied(meeting()), globex), "Go")
    assert ["", ""] == abouts(searching(applied(meeting()), globex), "Thank {employer}")


def test_of_two_applications_to_one_employer_the_role_is_named() -> None:
    two = [Application(employer="Acme", role=role, interviews=[meeting()]) for role in "AB"]
    assert ["Acme, A", "Acme, B"] == abouts(searching(*two), "Go")
    assert ["A", "B"] == abouts(searching(*two), "Thank {employer}")


def test_an_application_without_names_cannot_be_named() -> None:
    nameless = Application(interviews=[meeting()])
    assert ["", "Acme"] == abouts(searching(applied(meeting()), nameless), "Go")


def test_an_interview_is_named_where_there_are_two_alike() -> None:
    later = meeting("2026-11-26 10:00", "2026-11-26 11:00")
    search = searching(applied(meeting(), later))
    assert ["interview of Thu 26 Nov", "interview of Tue 24 Nov"] == abouts(search, "Go")


def test_what_is_about_an_application_names_no_interview_of_it() -> None:
    rules = [
        rule("ask", text="Write"),
        rule("wait", per=application, opens=application.latest_ends, text="Write"),
    ]
    search = searching(applied(meeting(), meeting("2026-11-20 10:00", "2026-11-20 11:00")))
    planned = planned_by(rules, ENDS, search)
    assert ["", "interview of Fri 20 Nov", "interview of Tue 24 Nov"] == sorted(
        entry.about for _, entries in agenda(planned) for entry in entries
    )


def test_of_two_interviews_on_one_day_the_times_are_named() -> None:
    same_day = meeting("2026-11-24 14:00", "2026-11-24 15:00")
    later = meeting("2026-11-26 10:00", "2026-11-26 11:00")
    search = searching(applied(meeting(), same_day, later))
    assert [
        "interview of Thu 26 Nov",
        "interview of Tue 24 Nov, 10:00",
        "interview of Tue 24 Nov, 14:00",
    ] == abouts(search, "Go")


def test_of_two_people_of_one_name_the_key_is_named_as_far_as_there_is_one() -> None:
    people = [Person(name="Bo", key="7"), Person(name="Bo", key="8"), Person(name="Cy", key="9")]
    search = searching(applied(meeting(interviewers=people)))
    planned = planned_by([rule("go", per=person, text="Thank {person}")], ENDS, search)
    assert [("Thank Bo", "7"), ("Thank Bo", "8"), ("Thank Cy", "")] == sorted(
        (entry.text, entry.about) for _, entries in agenda(planned) for entry in entries
    )


def test_the_key_of_somebody_is_not_named_where_nobody_else_has_the_name() -> None:
    search = searching(applied(meeting(interviewers=[Person(name="Cy", key="9")])))
    wait = early("Wait until {opens}", since=interview.ends)
    guard = card(kind="guard", opens=interview.ends + days(1), best=None, cautions=wait)
    [group] = agenda(planned_by([guard], ENDS, search))
    assert "BEWARE" == group.title
    assert ["until tomorrow 11:00: Send Cy a card"] == [entry.text for entry in group.entries]


# -- questions and cautions -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "when"),
    [
        (ENDS, "by 13:00"),
        (ENDS + timedelta(hours=2), "by Wed 13:00"),
        (ENDS + timedelta(hours=3), "by Wed 13:00"),
    ],
    ids=["before it is late", "as it is late", "late"],
)
def test_a_question_says_by_when_what_waits_for_it_is_late_or_over(
    now: datetime, when: str
) -> None:
    search = searching(applied(meeting(interviewers=[tom()])))
    waiting = card(
        needs=person.email, due=interview.ends + hours(2), closes=interview.ends + hours(26)
    )
    assert {"QUESTIONS": [(when, "What is Tom Reed's e-mail address?")]} == groups(
        planned_by([waiting], now, search)
    )


def test_what_nothing_dated_waits_for_may_be_told_any_time() -> None:
    search = searching(applied(meeting(interviewers=[tom()])))
    [group] = agenda(planned_by([card(needs=person.email)], ENDS, search))
    assert ["any time"] == [entry.when for entry in group.entries]


def test_what_can_still_be_done_comes_before_what_was_missed() -> None:
    search = searching(applied(meeting(interviewers=[priya(), tom()])))
    planned = plan(search, now=at("2026-11-25 12:00"))
    [entries] = [entries for title, entries in agenda(planned) if title == "BEWARE"]
    assert ["late", "late", "missed", "missed", "missed", "too early"] == [
        entry.when for entry in entries
    ]


def warning(name: str, caution: str, opens: Moment, **more: Any) -> Rule:
    return rule(name, opens=opens, cautions=early(caution, since=interview.starts), **more)


def test_all_that_is_too_early_is_one_entry_in_the_order_in_which_it_ends() -> None:
    rules = [
        warning("call", "Don't call yet", interview.ends + hours(2), text="Call them"),
        warning("shout", "Too early", interview.ends, text="Shout"),
        warning("cry", "Too early", interview.left, text="Cry"),
    ]
    planned = planned_by(rules, at("2026-11-24 10:30"))
    [entry] = [
        entry for title, entries in agenda(planned) if title == "BEWARE" for entry in entries
    ]
    assert ("too early", "until 11:00: Shout; until 13:00: Call them; Cry") == (
        entry.when,
        entry.text.replace("today ", ""),
    )
    assert {"shout", "call", "cry"} == {getattr(value, "act", "") for value in entry.values}


def test_it_is_too_early_until_a_quarter_that_is_not_before_the_end_of_that() -> None:
    rules = [warning("call", "Too early", interview.ends + Period("minutes", 1), text="Call them")]
    planned = planned_by(rules, at("2026-11-24 10:30"))
    assert ["until today 11:15: Call them"] == texts(planned, "BEWARE")


def test_people_for_whom_it_is_too_early_until_the_same_moment_are_told_together() -> None:
    people = [Person(name=name) for name in ("Ada", "Bo", "Cy")]
    opens = later_of(interview.ends, interview.ends)
    rules = [warning("write", "Too early", opens, per=person, text="Write to {person}")]
    planned = planned_by(
        rules, at("2026-11-24 10:30"), searching(applied(meeting(interviewers=people)))
    )
    assert ["until today 11:00: Write to Ada, Bo and Cy"] == texts(planned, "BEWARE")


def test_what_several_rules_say_is_too_early_is_said_in_the_words_of_the_first() -> None:
    rules = [
        warning("call", "Too early", interview.ends, text="Call them"),
        warning("ring", "Too early", interview.ends, text="Ring them", act="call"),
    ]
    planned = planned_by(rules, at("2026-11-24 10:30"))
    assert ["until today 11:00: Call them"] == texts(planned, "BEWARE")


def test_what_does_not_name_the_person_for_whom_it_is_too_early_is_said_as_it_is() -> None:
    opens = later_of(interview.ends, interview.ends)
    rules = [warning("write", "Too early", opens, per=person, text="Write")]
    planned = planned_by(
        rules, at("2026-11-24 10:30"), searching(applied(meeting(interviewers=[tom()])))
    )
    assert ["until today 11:00: Write"] == texts(planned, "BEWARE")


def test_what_is_too_early_names_the_employer_where_there_are_several() -> None:
    opens = later_of(interview.ends, interview.ends)
    rules = [warning("write", "Too early", opens, per=person, text="Write to {person}")]
    employers = [applied(meeting(interviewers=[tom()]), employer=name) for name in ("Yak", "Zed")]
    planned = planned_by(rules, at("2026-11-24 10:30"), searching(*employers))
    assert [
        "until today 11:00: Write to Tom Reed (Yak); until today 11:00: Write to Tom Reed (Zed)"
    ] == texts(planned, "BEWARE")


def test_rules_that_leave_no_time_are_to_be_beware_of() -> None:
    rules = [
        rule("soon", act="write", closes=days(1), text="Write"),
        rule("late", act="write", opens=interview.ends + days(2), text="Write"),
    ]
    [(when, text)] = groups(planned_by(rules, ENDS))["BEWARE"]
    assert "conflict" == when
    assert text.startswith("There is no time for this: “Write”.")


# -- what is ahead, and what was read -------------------------------------------------------------


def test_a_forecast_says_when_each_act_is_done() -> None:
    search = searching(applied(meeting(interviewers=[tom()])), facts={"pay": 9})
    rules = RuleSet([rule("go", best=interview.ends + hours(3)), card(needs=person.email)])
    steps, questions = agenda_ahead(
        forecast(search, now=ENDS, horizon=ENDS + timedelta(days=1), rules=rules)
    )
    assert [("today 14:00", "Go")] == [(entry.when, entry.text) for entry in steps]
    assert ["QUESTIONS", "CHECK YOUR RECORDS"] == [group.title for group in questions]


def test_a_plan_is_not_done_yet() -> None:
    assert ((), ()) == agenda_ahead(planned_by([rule("go")], ENDS))


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        (searching(), "0 applications, 0 interviews"),
        (SEARCH, "1 application, 1 interview; the next: Acme, Tue 24 Nov, 10:00"),
        (
            searching(
                applied(meeting()),
                applied(Interview(starts=date(2026, 11, 23), timezone=LONDON), employer="Globex"),
            ),
            "2 applications, 2 interviews; the next: Acme, Tue 24 Nov, 10:00",
        ),
        (
            searching(
                applied(Interview(starts=date(2026, 11, 25), timezone=LONDON), employer="Acme"),
                applied(meeting(), employer="Globex"),
            ),
            "2 applications, 2 interviews; the next: Globex, Tue 24 Nov, 10:00",
        ),
        (
            searching(applied(Interview(starts=date(2027, 1, 4), timezone=LONDON))),
            "1 application, 1 interview; the next: Acme, Mon 4 Jan 2027",
        ),
        (searching(applied(meeting(not_held="cancelled"))), "1 application, 1 interview"),
        (searching(applied(meeting(), outcome="withdrawn")), "1 application, 1 interview"),
    ],
    ids=["nothing", "one", "two", "two ahead", "a day of another year", "cancelled", "withdrawn"],
)
def test_what_was_read_is_told_with_the_next_interview(search: JobSearch, expected: str) -> None:
    assert expected == what_was_read(plan(search, now=at("2026-11-23 12:00")))


def test_the_next_interview_is_one_that_has_not_begun() -> None:
    for now, following in ((at("2026-11-24 10:00") - TICK, True), (at("2026-11-24 10:00"), False)):
        assert following is ("the next" in what_was_read(plan(SEARCH, now=now)))


def test_of_a_plan_that_says_nothing_there_is_nothing_to_tell() -> None:
    assert "" == what_was_read(plan(SEARCH, now=ENDS, rules=RuleSet([])))
