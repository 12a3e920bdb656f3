"""Plans as text: groups, entries and their dates."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from command_line import ABROAD, JOB_SEARCH, LONDON, NOON, ONE_INTERVIEW, Run
from interview_followup import Interview, RuleSet, plan, read_search
from interview_followup.exports.mapping import plan_mapping
from interview_followup.exports.text import plan_text
from interview_followup.language import Rule, days, hours, interview
from zones import TICK, aware, utc


def groups(text: str) -> dict[str, list[str]]:
    """Return the first lines of the entries under each of a plan's titles."""
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        if re.fullmatch("[A-Z ]+", line) and line.strip():
            found[line] = []
        elif re.match(r"  \S", line):
            found[list(found)[-1]].append(" ".join(line.split()))
    return found


def test_a_plan_is_told_in_groups(run: Run) -> None:
    told = groups(run.text("plan", ONE_INTERVIEW, "--now", NOON))
    cautions = told.pop("CAUTIONS")
    assert {
        "DO NOW": [
            "Tue 24 Nov 2026, 12:00 GMT Write down the questions that Acme asked, the tricky "
            "and new",
        ],
        "NEXT": ["Tue 24 Nov 2026, 14:00 GMT Send Priya Shah a personal thank-you e-mail"],
        "NOT YET": [
            "Thu 26 Nov 2026, 11:00 GMT Ask Priya Shah to connect on LinkedIn, with a personal "
            "message",
            "Thu 26 Nov 2026, 11:00 GMT Ask Tom Reed to connect on LinkedIn, with a personal "
            "message",
            "Tue 1 Dec 2026, 11:00 GMT Keep looking: find and apply for other jobs",
            "Thu 3 Dec 2026, 11:00 GMT Ask Acme how far along they are, or how you compared "
            "with the",
        ],
        "QUESTIONS": [
            "Tue 24 Nov 2026, 14:00 GMT What is Tom Reed's e-mail address?",
            "for a better plan How would Acme like you to follow up?",
            "for a better plan Did Acme say when you would hear? If you don't know: “Ask Acme",
        ],
    } == told
    assert {
        "too early Don't talk about Acme on the phone until you are well away, or",
        "too early Too early to connect with Priya Shah on LinkedIn: wait until",
        "too early Too early to connect with Tom Reed on LinkedIn: wait until",
        "too early Too early to ask Acme about their decision: wait until Thursday",
        "missed You have not noted by when you will hear from Acme. If you",
        "missed You have not noted how Acme would like you to follow up. If you",
        "missed You have not noted Tom Reed's e-mail address. If you didn't get",
    } == set(cautions)


@pytest.mark.parametrize(
    ("now", "titles"),
    [
        ("2026-11-23T09:00", ["NOT YET"]),
        ("2026-11-24T09:59:59.999999", ["NOT YET"]),
        ("2026-11-24T10:00", ["NEXT", "NOT YET", "CAUTIONS"]),
        ("2026-11-24T10:49:59.999999", ["NEXT", "NOT YET", "CAUTIONS"]),
        ("2026-11-24T10:50", ["DO NOW", "NOT YET", "CAUTIONS"]),
        ("2026-11-24T11:00", ["QUESTIONS", "NEXT", "NOT YET", "CAUTIONS"]),
        ("2026-11-24T14:00", ["DO NOW", "QUESTIONS", "NOT YET", "CAUTIONS"]),
        ("2027-06-01T09:00", ["DO NOW", "QUESTIONS"]),
    ],
    ids=[
        "the day before",
        "just before it starts",
        "as it starts",
        "just before the end of it",
        "ten minutes before it ends",
        "as it ends",
        "that afternoon",
        "half a year later",
    ],
)
def test_only_groups_that_hold_something_are_told(run: Run, now: str, titles: list[str]) -> None:
    assert titles == list(groups(run.text("plan", ONE_INTERVIEW, "--now", now)))


def details(text: str, of: str) -> str:
    """Return what an entry says, in one line, between its text and the reason for it."""
    entry = next(each for each in re.split(r"\n\n+", text) if of in " ".join(each.split()))
    return " ".join(entry.split()).partition(of)[2].partition("Why: ")[0].strip()


@pytest.mark.parametrize(
    ("now", "of", "told"),
    [
        (
            "2026-11-24T09:00",
            "Ask Acme how they would like you to follow up",
            "Acme, Data engineer; in the interview; opens Tue 24 Nov 2026, 10:00 GMT; "
            "closes Tue 24 Nov 2026, 11:00 GMT",
        ),
        (
            "2026-11-24T10:00",
            "Ask Acme how they would like you to follow up",
            "Acme, Data engineer; in the interview; closes Tue 24 Nov 2026, 11:00 GMT",
        ),
        (
            NOON,
            "Send Priya Shah a personal thank-you e-mail",
            "Acme, Data engineer; email to priya@acme.example; late from Tue 24 Nov 2026, "
            "18:00 GMT; closes Thu 26 Nov 2026, 11:00 GMT",
        ),
        (
            "2026-11-24T18:00",
            "Send Priya Shah a personal thank-you e-mail",
            "Acme, Data engineer; email to priya@acme.example; already late; "
            "closes Thu 26 Nov 2026, 11:00 GMT",
        ),
        (
            NOON,
            "Ask Tom Reed to connect on LinkedIn, with a personal message",
            "Acme, Data engineer; linkedin; closes Thu 24 Dec 2026, 11:00 GMT",
        ),
        (
            NOON,
            "Keep looking: find and apply for other jobs",
            "late from Tue 8 Dec 2026, 11:00 GMT",
        ),
        (
            NOON,
            "You have not noted how Acme would like you to follow up. If you didn't ask, ask when "
            "you next write to them",
            "Acme, Data engineer; until Fri 27 Nov 2026, 11:00 GMT",
        ),
    ],
    ids=[
        "not open yet",
        "open, before the best moment",
        "open, to be late",
        "late",
        "not open before the best moment",
        "of the whole search",
        "a caution",
    ],
)
def test_an_entry_says_what_it_is_about_and_how_and_until_when(
    run: Run, now: str, of: str, told: str
) -> None:
    assert told == details(run.text("plan", ONE_INTERVIEW, "--now", now), of)


def test_what_is_late_is_to_be_done_now(run: Run) -> None:
    told = groups(run.text("plan", ONE_INTERVIEW, "--now", "2026-11-24T18:00"))
    late = "Tue 24 Nov 2026, 14:00 GMT Send Priya Shah a personal thank-you e-mail"
    assert late in told["DO NOW"]


def test_what_is_late_or_over_first_is_told_first(run: Run) -> None:
    told = groups(run.text("plan", JOB_SEARCH, "--now", NOON))["DO NOW"]
    words = [entry.partition(" GMT ")[2] for entry in told]
    at_once, later, last = words[:4], words[4:6], words[6:]
    assert [
        "Write down the questions that Acme asked, the tricky and new",
        *[f"If {name} is your first choice" for name in ("Globex", "Initech", "Acme")],
    ] == [entry.partition(", tell ")[0] for entry in at_once]
    assert {
        "Ask Hank Scorpio to connect on LinkedIn, with a personal message",
        "Ask Rachel Green to follow up with Globex for you",
    } == set(later)
    assert ["Keep looking: find and apply for other jobs"] == last


def test_what_is_open_and_has_no_best_moment_yet_is_to_be_done_now() -> None:
    on_leaving = Rule(
        name="breathe-out",
        per=interview,
        opens=interview.starts,
        best=interview.left,
        text="Breathe out",
        why="It is over.",
    )
    made = plan(read_search(ONE_INTERVIEW), now=utc(NOON), rules=RuleSet([on_leaving]))
    assert {"DO NOW": ["no date yet Breathe out"]} == groups(plan_text(made))


def test_an_address_is_told_in_one_piece(run: Run, tmp_path: Path) -> None:
    address = f"https://www.linkedin.com/in/{'a-very-long-name-' * 5}indeed"
    path = tmp_path / "long.toml"
    path.write_text(f"{ABROAD}interviewers = [{{ name = 'Ana', linkedin = '{address}' }}]")
    words = run.text("plan", str(path), "--now", NOON).split()
    assert f"{address};" in words


@pytest.mark.parametrize(
    ("now", "heading"),
    [
        (NOON, "Nothing changes before Tue 24 Nov 2026, 14:00 GMT"),
        ("2026-11-24T13:59:59.999999", "Nothing changes before Tue 24 Nov 2026, 14:00 GMT"),
        ("2026-11-24T14:00", "Nothing changes before Tue 24 Nov 2026, 18:00 GMT"),
        ("2027-06-01T09:00", ""),
    ],
)
def test_a_plan_starts_with_the_time_until_which_it_reads_the_same(
    run: Run, now: str, heading: str
) -> None:
    assert heading == run.text("plan", ONE_INTERVIEW, "--now", now).splitlines()[1]


@pytest.mark.parametrize("now", ["2026-11-23T09:00", "2026-11-24T10:00", NOON, "2026-11-26T11:00"])
def test_a_plan_reads_the_same_until_the_moment_that_it_names(run: Run, now: str) -> None:
    _, heading, *told = run.text("plan", ONE_INTERVIEW, "--now", now).splitlines()
    named = heading.removeprefix("Nothing changes before ")
    until = datetime.strptime(named, "%a %d %b %Y, %H:%M GMT").replace(tzinfo=UTC)
    last, at_once = (
        run.text("plan", ONE_INTERVIEW, "--now", moment.isoformat()).splitlines()[2:]
        for moment in (until - TICK, until)
    )
    assert told == last
    assert told != at_once


def test_a_plan_is_told_in_the_candidate_s_zone(run: Run, abroad: str) -> None:
    text = run.text("plan", abroad, "--now", "2026-11-24T11:00Z")
    assert "Plan for Tue 24 Nov 2026, 06:00 EST (America/New_York)" == text.splitlines()[0]
    assert "Tue 24 Nov 2026, 07:00 EST    Write down the questions that Acme asked" in text


def test_with_nothing_to_do_a_plan_says_so(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "empty.json"
    path.write_text('{"timezone": "Europe/London"}', encoding="utf-8")
    told = groups(run.text("plan", str(path), "--now", NOON))
    assert {"NOT YET": ["no date yet Keep looking: find and apply for other jobs"]} == told
    none = plan_text(plan(read_search(path), now=utc(NOON), rules=RuleSet([])))
    heading = "Plan for Tue 24 Nov 2026, 12:00 GMT (Europe/London)"
    assert f"{heading}\n\n\nThere is nothing to do." == none


@pytest.mark.parametrize(
    ("of", "told"),
    [
        (
            "Ask Initech when and how you will hear from them",
            "Initech, Analyst; interview of Fri 27 Nov 2026, 16:00 GMT; in the interview; ",
        ),
        (
            "Ask Bob Slydell for their e-mail address",
            "Initech, Analyst; interview of Fri 27 Nov 2026, 16:00 GMT; in the interview; ",
        ),
        (
            "Ask Initech how far along they are, or how you compared with the others",
            "Initech, Analyst; email",
        ),
        (
            "Write down the questions that Acme asked, the tricky and new ones above all",
            "Acme, Data engineer; late from ",
        ),
    ],
    ids=["an interview", "a person", "the application", "the only interview"],
)
def test_an_interview_is_named_by_its_date_where_there_are_several(
    run: Run, of: str, told: str
) -> None:
    assert told == details(run.text("plan", JOB_SEARCH, "--now", NOON), of)[: len(told)]


THANKS = "Send Priya Shah a personal thank-you e-mail"


LOOKING = "Keep looking: find and apply for other jobs"


@pytest.mark.parametrize(
    ("act", "now", "told"),
    [
        (THANKS, "2026-11-25T02:00", "Wednesday 25 November, 07:00"),
        (THANKS, "2026-11-25T08:00", None),
        (LOOKING, "2026-12-02T00:59", "Wednesday 2 December, 07:00"),
        (LOOKING, "2026-12-02T01:00", None),
        (LOOKING, "2026-12-02T12:00", None),
    ],
    ids=["long before", "late", "just before", "at its best", "open"],
)
def test_an_action_says_what_hinders_you_until_its_best_moment(
    run: Run, far_away: str, act: str, now: str, told: str | None
) -> None:
    """Nobody can write yesterday what is to be done now."""
    found = details(run.text("plan", far_away, "--now", now), act).partition("But: ")
    expected = (
        f"But: The best moment is outside your waking hours: do it on {told}." if told else ""
    )
    assert expected == "".join(found[1:])


def test_a_question_says_what_it_holds_back_or_would_date(run: Run) -> None:
    text = run.text("plan", ONE_INTERVIEW, "--now", NOON)
    _, _, questions = text.partition("QUESTIONS")
    questions, _, _ = questions.partition("NEXT")
    assert (
        "Tue 24 Nov 2026, 14:00 GMT What is Tom Reed's e-mail address? Acme, Data engineer "
        "Needed to: Send Tom Reed a personal thank-you e-mail "
        "for a better plan How would Acme like you to follow up? Acme, Data engineer "
        "for a better plan Did Acme say when you would hear? If you don't know: “Ask Acme how far "
        "along they are, or how you compared with the others” from Thursday 3 December, 11:00. "
        "Acme, Data engineer"
    ) == " ".join(questions.split())


def test_a_question_says_only_what_it_holds_back_itself(run: Run) -> None:
    text = run.text("plan", ONE_INTERVIEW, "--now", "2026-11-26T11:00")
    for name in ("Priya Shah", "Tom Reed"):
        assert (
            f"Acme, Data engineer Needed to: Ask {name} to connect on LinkedIn, "
            "with a personal message"
        ) == details(text, f"Have you found {name} on LinkedIn?")


@pytest.mark.parametrize(
    "arguments",
    [
        ("plan", JOB_SEARCH, "--now", NOON),
        ("check", JOB_SEARCH, "chase", "--of", "Acme", "--at", NOON),
        ("rules",),
    ],
    ids=["plan", "check", "rules"],
)
def test_lines_fit_a_screen_unless_a_word_does_not(run: Run, arguments: tuple[str, ...]) -> None:
    long = [line for line in run.text(*arguments).splitlines() if len(line) > 96]
    assert [] == [line for line in long if len(line.split()) > 1]


def test_rules_that_leave_no_time_for_an_act_are_told_as_a_conflict() -> None:
    soon = Rule(
        name="write-soon",
        act="write",
        per=interview,
        opens=interview.ends,
        best=interview.ends,
        closes=interview.ends + days(1),
        text="Write to {employer}",
        why="It is polite.",
    )
    never_soon = Rule(
        name="write-late",
        act="write",
        per=interview,
        opens=interview.ends + days(2),
        text="Write to {employer}",
        why="It is too keen.",
    )
    rules = RuleSet([soon, never_soon])
    made = plan(read_search(ONE_INTERVIEW), now=utc(NOON), rules=rules)
    mapping = plan_mapping(made)
    [action], [caution] = mapping["actions"], mapping["cautions"]
    assert ("conflict", {"write-soon", "write-late"}) == (action["status"], {*action["rules"]})
    assert ("conflict", None, None) == (caution["status"], caution["since"], caution["until"])
    told = groups(plan_text(made))
    assert ["CAUTIONS"] == list(told)
    assert told["CAUTIONS"][0].startswith("conflict There is no time for this: “Write to Acme”")
    assert " Acme, Data engineer Why: " in " ".join(plan_text(made).split())


def test_the_text_tells_the_two_readings_of_an_hour_apart() -> None:
    first = interview.ends + hours(1)
    parts: dict[str, Any] = {"opens": first, "best": first + hours(1), "text": "Go", "why": "So."}
    rules = RuleSet([Rule(name="go", per=interview, **parts)])
    ends = aware("2026-10-25T00:30", LONDON)
    night = Interview(starts=ends - timedelta(hours=1), ends=ends)
    text = plan_text(plan(night, now=ends, rules=rules))
    assert "  Sun 25 Oct 2026, 01:30 GMT    Go" in text
    assert "opens Sun 25 Oct 2026, 01:30 BST" in text
