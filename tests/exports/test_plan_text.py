"""Plans and forecasts as text: lines, margins, widths and colours."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import LONDON, applied, at, meeting, priya, searching, tom
from drawing import drawing
from interview_followup import Interview, InvalidInput, Person, RuleSet, forecast, plan, strategies
from interview_followup._planning.agenda import agenda
from interview_followup._terminal import columns
from interview_followup.exports.text import forecast_text, plan_text
from interview_followup.language import Rule, Source, days, dont, hours, interview
from zones import aware

NOON = at("2026-11-24 12:00")
SEARCH = searching(applied(meeting(interviewers=[priya(), tom()])))
PLAN = plan(SEARCH, now=NOON)

# -- the short form -------------------------------------------------------------------------------


def test_a_plan_is_a_line_or_two_for_each_thing() -> None:
    assert """\
Plan for Tue 24 Nov 2026, 12:00 GMT (Europe/London)
Nothing new before today 14:00

DO NOW
  today            Write down the questions that Acme asked, the tricky and new
                   ones above all

QUESTIONS
  by 18:00         What is Tom Reed's e-mail address?
  any time         How would Acme like you to follow up?
  any time         Did Acme say when you would hear?

NEXT
  today 14:00      Send Priya Shah a personal thank-you e-mail
                   email to priya@acme.example
  Thu 11:00        Ask Priya Shah to connect on LinkedIn, with a personal
                   message · linkedin.example/priya
  Thu 11:00        Ask Tom Reed to connect on LinkedIn, with a personal message
  Tue 1 Dec 11:00  Keep looking: find and apply for other jobs

LATER
  Thu 3 Dec 11:00  Ask Acme how far along they are, or how you compared with the
                   others · email

BEWARE
  missed           You have not noted how Acme would like you to follow up. If
                   they told you, note it; otherwise e-mail is fine
  missed           You have not noted when you will hear from Acme. If they told
                   you, note it
  missed           You have not noted Tom Reed's e-mail address. If you didn't
                   get it, ask somebody else at Acme for it
  too early        until tomorrow: Talk to somebody on the phone about the
                   interview with Acme; until Thu 11:00: Ask Priya Shah and Tom
                   Reed to connect on LinkedIn, with a personal message; until
                   Thu 3 Dec 11:00: Ask Acme how far along they are, or how you
                   compared with the others

1 application, 1 interview""" == plan_text(PLAN)


def test_where_there_is_nothing_to_do_now_a_plan_says_so() -> None:
    quiet = plan_text(plan(searching(), now=NOON))
    assert "Europe/London)\n\nThere is nothing to do now.\n\nLATER\n  no date yet  Keep" in quiet
    none = plan_text(plan(SEARCH, now=NOON, rules=RuleSet([])))
    assert none.endswith("(Europe/London)\n\nThere is nothing to do now.")


def test_what_hinders_you_is_told_in_few_words() -> None:
    night = Rule(
        name="go",
        per=interview,
        opens=interview.ends,
        best=interview.ends + hours(12),
        text="Go",
        why="So.",
    )
    text = plan_text(plan(SEARCH, now=NOON, rules=RuleSet([night])))
    assert "  today 23:00  Go · but outside your waking hours: do it today 21:45\n" in text


def test_the_two_readings_of_an_hour_are_told_apart() -> None:
    first = interview.ends + hours(1)
    parts: dict[str, Any] = {"opens": first, "best": first + hours(1), "text": "Go", "why": "So."}
    rules = RuleSet([Rule(name="go", per=interview, **parts)])
    ends = aware("2026-10-25T00:30", LONDON)
    night = Interview(starts=ends - timedelta(hours=1), ends=ends)
    text = plan_text(plan(night, now=ends, rules=rules), long=True)
    assert "\n  today 01:30 GMT  Go\n" in text
    assert "opens today 01:30 BST" in text


def test_details_that_do_not_fit_into_a_line_are_not_torn_apart() -> None:
    far = "Globex of Springfield and Elsewhere"
    planned = plan(searching(applied(meeting()), applied(meeting(), employer=far)), now=NOON)
    assert f"""
  today 14:00      Send Priya Shah a personal thank-you
                   e-mail
                   {far}
                   email to priya@acme.example
""" in plan_text(planned, width=60)


# -- the long form --------------------------------------------------------------------------------


def entry(text: str, of: str) -> str:
    """Return an entry of a long text in one line, without what is in its margin."""
    paragraph = next(
        paragraph for paragraph in text.split("\n\n") if of in " ".join(paragraph.split())
    )
    return of + " ".join(paragraph.split()).partition(of)[2]


def test_a_long_plan_says_of_an_action_all_that_is_known() -> None:
    shown = entry(plan_text(PLAN, long=True), "Send Priya Shah a personal thank-you e-mail")
    article = "Laura Slingo, CV-Library, Make Sure You Do These 10 Things After A Job Interview"
    law = "sites.law.wustl.edu/WashULaw/CCD_Blog"
    assert (
        "Send Priya Shah a personal thank-you e-mail "
        "Acme, Data engineer; email to priya@acme.example; best today 14:00; late from today "
        "18:00; closes Thu 11:00 "
        "Why: Whatever else they ask for, a prompt note of your own shows that you are keen, and "
        "brings you back to their minds. "
        "Best: 14:00 on the day of the interview's end, because the interview was in the morning. "
        "Do: Thank them for their time "
        "Do: Make it personal: mention something that you talked about "
        "Do: Sound keen on the job, if you are "
        "Do: Keep it short: three sentences are enough (WashU Law, Successful Summer Tip 16 "
        f"({law}/successful-summer-tip-16-dont-forget-your-thank-you-note)) "
        "Don't sound desperate "
        "Don't send two interviewers the same note (WashU Law, Successful Summer Tip 16 "
        f"({law}/successful-summer-tip-16-dont-forget-your-thank-you-note)) "
        "Don't ask for their decision in it (Rikunabi NEXT "
        "(next.rikunabi.com/tenshokuknowhow/qa/1351)) "
        f"Source: {article}, item 4"
    ) == shown


def test_a_long_plan_says_since_when_an_action_is_late() -> None:
    late = plan(SEARCH, now=at("2026-11-24 18:00"))
    shown = entry(plan_text(late, long=True), "Send Priya Shah a personal thank-you e-mail")
    assert "; late since today 18:00; closes Thu 11:00 Why: " in shown


def test_a_long_plan_says_when_an_action_opens_and_what_hinders_you() -> None:
    parts: dict[str, Any] = {"opens": interview.ends + days(1), "text": "Go", "why": "So."}
    night = Rule(name="go", per=interview, best=interview.ends + hours(36), **parts)
    text = plan_text(plan(SEARCH, now=NOON, rules=RuleSet([night])), long=True)
    assert (
        "Go Acme, Data engineer; opens tomorrow 11:00; best tomorrow 23:00 "
        "But: The best moment is outside your waking hours: do it on Wednesday 25 November, 21:45. "
        "Why: So. Best: 36 hours after the interview's end. Source: the author of the rule"
    ) == entry(text, "Go")


def test_a_long_plan_says_all_that_is_too_early_one_by_one() -> None:
    text = plan_text(PLAN, long=True)
    assert (
        "Too early to connect with Tom Reed on LinkedIn: wait until Thursday 26 November, 11:00 "
        "Acme, Data engineer; until Thu 11:00 "
        "Why: That is 2 days after the interview's end. Your message comes with your picture, and "
        "puts your thanks in front of them once more. "
        "Source: Laura Slingo, CV-Library, Make Sure You Do These 10 Things After A Job "
        "Interview, item 9"
    ) == entry(text, "Too early to connect with Tom Reed on LinkedIn")


def test_a_long_plan_says_what_a_question_holds_back_or_would_date() -> None:
    text = plan_text(PLAN, long=True)
    assert (
        "What is Tom Reed's e-mail address? Acme, Data engineer "
        "Needed to: Send Tom Reed a personal thank-you e-mail"
    ) == entry(text, "What is Tom Reed's e-mail address?")
    assert (
        "Did Acme say when you would hear? If you don't know: “Ask Acme how far along they are, "
        "or how you compared with the others” from Thursday 3 December, 11:00. "
        "Acme, Data engineer"
    ) == entry(text, "Did Acme say when you would hear?")


def test_a_caution_without_an_end_has_none_in_a_long_plan_either() -> None:
    soon = Rule(
        name="soon",
        act="write",
        per=interview,
        opens=interview.ends,
        closes=interview.ends + days(1),
        text="Write",
        why="So.",
    )
    late = Rule(
        name="late",
        act="write",
        per=interview,
        opens=interview.ends + days(2),
        text="Write",
        why="No.",
    )
    text = plan_text(plan(SEARCH, now=NOON, rules=RuleSet([soon, late])), long=True)
    assert "\nBEWARE\n  conflict  There is no time for this: “Write”." in text
    assert "Acme, Data engineer Why: No. So." in " ".join(text.split())


@pytest.mark.parametrize(
    ("day", "when"), [("2026-11-26 10:00", "Thu 10:00"), (None, "2026-11-26")], ids=["time", "day"]
)
def test_a_long_plan_names_the_interview_where_there_are_several(
    day: str | None, when: str
) -> None:
    second = (
        meeting(day, "2026-11-26 11:00")
        if day
        else Interview(starts=at("2026-11-26 00:00").date(), timezone=LONDON)
    )
    rules = RuleSet([Rule(name="go", per=interview, opens=interview.starts, text="Go", why="So.")])
    planned = plan(searching(applied(meeting(), second)), now=NOON, rules=rules)
    assert f"Acme, Data engineer; interview of {when}" in plan_text(planned, long=True)


def test_a_long_plan_says_what_is_wrong_on_record() -> None:
    text = plan_text(plan(searching(facts={"pay": 9}), now=NOON), long=True)
    assert "CHECK YOUR RECORDS\n  facts.pay: no rule asks for this fact" in text


def test_a_plan_says_what_is_wrong_on_record() -> None:
    text = plan_text(plan(searching(facts={"pay": 9}), now=NOON))
    assert "CHECK YOUR RECORDS\n  facts.pay: no rule asks for this fact; leave it out, or" in text


def test_a_wording_that_warns_is_told_as_a_warning() -> None:
    rules = RuleSet(
        [
            Rule(
                name="go",
                per=interview,
                opens=interview.ends,
                text="Go",
                why="So.",
                wording=(dont("Never shout", source=Source("My aunt")),),
            )
        ]
    )
    assert "Don't: Never shout (My aunt)" in plan_text(
        plan(SEARCH, now=NOON, rules=rules), long=True
    )


# -- width ----------------------------------------------------------------------------------------

NAMES = {
    "Latin": "Acme",
    "long": "The Very Reasonable Company of Aberystwyth and Elsewhere",
    "wide": "北京字节跳动科技有限公司中国区人力资源与招聘运营管理中心数据平台事业部",
    "from the right": "חברת החשמל לישראל בעירבון מוגבל",
    "combining": "Zoe\u0308 A\u030angstro\u0308m " * 4,
}


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120])
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
@pytest.mark.parametrize("long", [False, True], ids=["short", "long"])
def test_no_line_is_wider_than_it_may_be(width: int, name: str, long: bool) -> None:
    met = meeting(interviewers=[Person(name=name, email="a@b.example"), Person(name="Bo")])
    search = searching(applied(met, employer=name), applied(met, employer="Globex"))
    planned = plan(search, now=NOON)
    for text in (
        plan_text(planned, width=width, long=long),
        *forecasts(search, width=width, long=long),
    ):
        assert [] == [
            line for line in text.splitlines() if columns(line) > width and len(line.split()) > 1
        ]


def forecasts(search: Any, **looks: Any) -> list[str]:
    path = forecast(search, now=NOON, horizon=NOON + timedelta(days=9))
    return [forecast_text(path, **looks)]


def test_a_margin_is_no_wider_than_a_third_of_a_line() -> None:
    text = plan_text(PLAN, width=40)
    assert (
        "\n  Tue 1 Dec     Keep looking: find and\n  11:00         apply for other jobs\n" in text
    )


@pytest.mark.parametrize("width", ["80", None, 80.0, True])
@pytest.mark.parametrize("text", [plan_text, forecast_text])
def test_a_width_is_a_whole_number(width: Any, text: Callable[..., str]) -> None:
    message = f"width: {width!r} is not a whole number; leave it out, or give 80"
    with pytest.raises(InvalidInput, match=re.escape(message)):
        text(PLAN, width=width)


@pytest.mark.parametrize("width", [0, 39, 40])
def test_lines_have_at_least_forty_columns(width: int) -> None:
    assert plan_text(PLAN, width=40) == plan_text(PLAN, width=width)


def test_an_address_is_told_in_one_piece() -> None:
    page = f"linkedin.example/{'a-very-long-name-' * 5}indeed"
    search = searching(applied(meeting(interviewers=[priya(linkedin=page)])))
    assert page in plan_text(plan(search, now=NOON)).split()


# -- colour ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("long", [False, True], ids=["short", "long"])
@pytest.mark.parametrize("now", ["2026-11-24 12:00", "2026-11-24 18:00"])
def test_colour_adds_nothing_but_colour(now: str, long: bool) -> None:
    planned = plan(SEARCH, now=at(now))
    coloured = plan_text(planned, long=long, colour=True)
    assert plan_text(planned, long=long) == re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert "\x1b[1mDO NOW\x1b[0m" in coloured


def test_what_is_late_has_a_colour_of_its_own_beside_its_word() -> None:
    coloured = plan_text(plan(SEARCH, now=at("2026-11-24 18:00")), colour=True)
    assert "  \x1b[1;31mlate, by Thu 11:00\x1b[0m  Send Priya Shah" in coloured


# -- forecasts ------------------------------------------------------------------------------------


def test_a_forecast_says_when_each_thing_is_done() -> None:
    path = forecast(SEARCH, now=NOON, horizon=at("2026-12-01 11:01"))
    assert """\
From Tue 24 Nov 2026, 12:00 GMT until Tue 1 Dec 2026, 11:01 GMT (Europe/London)
If each act is done at its best moment, or now if that has passed, and nobody
answers

  today 12:00      Write down the questions that Acme asked, the tricky and new
                   ones above all
  today 14:00      Send Priya Shah a personal thank-you e-mail
                   email to priya@acme.example
  Thu 11:00        Ask Priya Shah to connect on LinkedIn, with a personal
                   message · linkedin.example/priya
  Tue 1 Dec 11:00  Keep looking: find and apply for other jobs

QUESTIONS
  by 18:00         What is Tom Reed's e-mail address?
  any time         How would Acme like you to follow up?
  any time         Did Acme say when you would hear?

1 application, 1 interview""" == forecast_text(path)


def test_a_forecast_of_nothing_says_so() -> None:
    path = forecast(SEARCH, now=NOON, horizon=NOON, rules=RuleSet([]))
    assert forecast_text(path).endswith("answers\n\nThere is nothing to do.")


def test_a_forecast_of_nothing_whose_end_nobody_has_told_has_none() -> None:
    planned = plan(SEARCH, now=NOON, rules=RuleSet([]))
    assert "From Tue 24 Nov 2026, 12:00 GMT until no date yet" in forecast_text(planned)


# -- whatever happens -----------------------------------------------------------------------------


@drawing
@given(strategies.histories(), st.integers(40, 130), st.booleans())
def test_every_plan_is_told_in_lines_of_a_terminal(
    history: tuple[strategies.Step, ...], width: int, long: bool
) -> None:
    for step in history:
        text = plan_text(plan(step.search, now=step.at), width=width, long=long)
        assert text.replace("\n", "").replace("\u2068", "").replace("\u2069", "").isprintable()
        assert [] == [
            line for line in text.split("\n") if columns(line) > width and len(line.split()) > 1
        ]


@drawing
@given(strategies.histories())
def test_nothing_of_a_plan_is_left_out_or_told_twice(history: tuple[strategies.Step, ...]) -> None:
    for step in history:
        planned = plan(step.search, now=step.at)
        shown = [
            value for _, entries in agenda(planned) for entry in entries for value in entry.values
        ]
        actions = [
            action for action in planned.actions if action.status in ("early", "open", "late")
        ]
        due = [*actions, *planned.cautions, *planned.questions, *planned.problems]
        assert sorted(map(id, due)) == sorted(map(id, shown))
