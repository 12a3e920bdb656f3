"""The command line: plans, verdicts and rules as text and as JSON, and what bad input says."""

from __future__ import annotations

import gc
import io
import json
import os
import re
import runpy
import subprocess
import sys
from contextlib import redirect_stdout
from datetime import UTC, datetime, timedelta, tzinfo
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from interview_followup import CV_LIBRARY, Interview, RuleSet, _cli, check, plan, read_search
from interview_followup.exports.mapping import plan_mapping, rules_mapping
from interview_followup.exports.text import plan_text, rules_text
from interview_followup.language import Rule, application, days, hours, interview
from zones import FOLDS, GAPS, TICK, aware, utc

LONDON, NEW_YORK = "Europe/London", "America/New_York"
FOLDER = Path(__file__).parents[2] / "examples"
JOB_SEARCH, ONE_INTERVIEW = str(FOLDER / "job_search.toml"), str(FOLDER / "one_interview.toml")
NOON = "2026-11-24T12:00"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d")

ABROAD = """
timezone = "America/New_York"
[[applications]]
employer = "Acme"
[[applications.interviews]]
starts = 2026-11-24T10:00:00
minutes = 60
timezone = "Europe/London"
"""


class Run:
    """What one run of the command line prints, and its exit status."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        status = _cli.main(arguments)
        printed = self._capsys.readouterr()
        return status, printed.out, printed.err

    def text(self, *arguments: str) -> str:
        _, out, err = self(*arguments)
        assert "" == err
        return out

    def json(self, *arguments: str) -> Any:
        return json.loads(self.text(*arguments, "--format", "json"))

    def problems(self, *arguments: str) -> list[str]:
        """Return the lines that say what is wrong; there is nothing else, and a status of 2."""
        status, out, err = self(*arguments)
        assert (2, "") == (status, out)
        return err.splitlines()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return Run(capsys)


@pytest.fixture
def abroad(tmp_path: Path) -> str:
    """Return the path of a search in New York, with an interview in London."""
    path = tmp_path / "abroad.toml"
    path.write_text(ABROAD, encoding="utf-8")
    return str(path)


FAR_AWAY = """
timezone = "Asia/Tokyo"
[[applications]]
employer = "Acme"
set_aside = [{ act = "chase", until = 2026-12-02T08:00:00 }]
[[applications.interviews]]
starts = 2026-11-24T10:00:00
minutes = 60
timezone = "America/New_York"
interviewers = [{ name = "Priya Shah", email = "priya@acme.example" }]
set_aside = [{ act = "debrief" }]
[[applications]]
employer = "Globex"
interviews = [{ starts = 2026-12-03T09:00:00, minutes = 120 }]
"""


@pytest.fixture
def far_away(tmp_path: Path) -> str:
    """Return the path of a search in Tokyo, with an interview in New York and one at home."""
    path = tmp_path / "far_away.toml"
    path.write_text(FAR_AWAY, encoding="utf-8")
    return str(path)


def python_m(*arguments: str, **environment: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "interview_followup", *arguments],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": "utf-8", **environment},
    )
    encoding = environment.get("PYTHONIOENCODING", "utf-8")
    return done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding)


# -- plan, as text --------------------------------------------------------------------------------


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
            "Thu 3 Dec 2026, 11:00 GMT Ask Acme how their decision is coming on",
        ],
        "QUESTIONS": [
            "Tue 24 Nov 2026, 14:00 GMT What is Tom Reed's e-mail address?",
            "for a better date Did Acme say when you would hear? Without it, you may “chase”",
        ],
    } == told
    assert {
        "too early Too early to call anybody about Acme: wait until Wednesday 25",
        "too early Too early to connect with Priya Shah: wait until Thursday 26",
        "too early Too early to connect with Tom Reed: wait until Thursday 26",
        "too early Too early to chase Acme: wait until Thursday 3 December 2026,",
        "missed You left Acme without asking when you will hear",
        "missed You left Acme without asking how to follow up",
        "missed You left without Tom Reed's e-mail address",
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
            "You left Acme without asking how to follow up",
            "Acme, Data engineer; until Tue 1 Dec 2026, 11:00 GMT",
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
    at_once, later, last = words[:6], words[6:8], words[8:]
    assert [
        "Write down the questions that Acme asked, the tricky and new",
        *["Let"] * 3,
        "Write down the questions that Umbrella asked, the tricky and new",
        "Write down the questions that Hooli asked, the tricky and new",
    ] == [re.sub("(?<=^Let) .*", "", entry) for entry in at_once]
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
            "Ask Initech when you will hear from them, and how",
            "Initech, Analyst; interview of Fri 27 Nov 2026, 16:00 GMT; in the interview; ",
        ),
        (
            "Get Bob Slydell's business card or e-mail address",
            "Initech, Analyst; interview of Fri 27 Nov 2026, 16:00 GMT; in the interview; ",
        ),
        (
            "Ask Initech how their decision is coming on",
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
        (THANKS, "2026-11-25T02:00", "Wednesday 25 November 2026, 07:00"),
        (THANKS, "2026-11-25T08:00", None),
        (LOOKING, "2026-12-02T00:59", "Wednesday 2 December 2026, 07:00"),
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
    expected = f"But: That is outside your waking hours: do it on {told}." if told else ""
    assert expected == "".join(found[1:])


def test_a_question_says_what_it_holds_back_or_would_date(run: Run) -> None:
    text = run.text("plan", ONE_INTERVIEW, "--now", NOON)
    _, _, questions = text.partition("QUESTIONS")
    questions, _, _ = questions.partition("NEXT")
    assert (
        "Tue 24 Nov 2026, 14:00 GMT What is Tom Reed's e-mail address? Acme, Data engineer "
        "Needed to: Send Tom Reed a personal thank-you e-mail "
        "for a better date Did Acme say when you would hear? Without it, you may “chase” from "
        "Thursday 3 December 2026, 11:00. Acme, Data engineer"
    ) == " ".join(questions.split())


def test_a_question_says_only_what_it_holds_back_itself(run: Run) -> None:
    text = run.text("plan", ONE_INTERVIEW, "--now", "2026-11-26T11:00")
    for name in ("Priya Shah", "Tom Reed"):
        assert (
            f"Acme, Data engineer Needed to: Ask {name} to connect on LinkedIn, "
            "with a personal message"
        ) == details(text, f"Which is {name}'s LinkedIn profile?")


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


# -- plan, as JSON --------------------------------------------------------------------------------

PLAN = ["now", "until", "actions", "cautions", "questions"]
SUBJECT = ["application", "interview", "person"]
ACTION = [
    *("uid", "act", "rules", *SUBJECT, "status", "opens", "best", "due", "closes", "until"),
    *("timezone", "hindrance", "channel", "to", "text", "why", "source"),
]
CAUTION = [
    *("uid", "act", "rules", *SUBJECT, "status", "since", "until", "timezone", "text", "why"),
    "source",
]
QUESTION = ["fact", *SUBJECT, "text", "acts"]
VERDICT = ["allowed", "status", "until", "act", *SUBJECT, "text", "why"]
TIMES = ("now", "until", "interview", "opens", "best", "due", "closes", "since")


def the(entries: list[dict[str, Any]], **known: Any) -> dict[str, Any]:
    """Return the one entry of which so much is known."""
    [only] = [each for each in entries if known.items() <= each.items()]
    return only


def test_a_plan_in_json_has_its_keys(run: Run) -> None:
    made = run.json("plan", JOB_SEARCH, "--now", NOON)
    assert PLAN == list(made)
    assert {tuple(ACTION)} == {tuple(each) for each in made["actions"]}
    assert {tuple(CAUTION)} == {tuple(each) for each in made["cautions"]}


def test_a_question_in_json_has_its_keys(run: Run) -> None:
    made = run.json("plan", ONE_INTERVIEW, "--now", NOON)
    assert {tuple(QUESTION)} == {tuple(each) for each in made["questions"]}


def test_an_action_in_json(run: Run) -> None:
    made = run.json("plan", ONE_INTERVIEW, "--now", NOON)
    action = the(made["actions"], person="Priya Shah", act="thank-you")
    planned = plan(read_search(ONE_INTERVIEW), now=utc(NOON)).actions
    [known] = (each for each in planned if str(each.uid) == action["uid"])
    assert {
        "uid": str(known.uid),
        "act": "thank-you",
        "rules": ["thank-you"],
        "application": {"employer": "Acme", "role": "Data engineer"},
        "interview": "2026-11-24T10:00:00+00:00",
        "person": "Priya Shah",
        "status": "open",
        "opens": "2026-11-24T11:00:00+00:00",
        "best": "2026-11-24T14:00:00+00:00",
        "due": "2026-11-24T18:00:00+00:00",
        "closes": "2026-11-26T11:00:00+00:00",
        "until": "2026-11-24T18:00:00+00:00",
        "timezone": LONDON,
        "hindrance": None,
        "channel": "email",
        "to": "priya@acme.example",
        "text": "Send Priya Shah a personal thank-you e-mail",
        "why": known.why,
        "source": known.source,
    } == action


def test_a_hindrance_in_json(run: Run, far_away: str) -> None:
    actions = run.json("plan", far_away, "--now", "2026-11-25T02:00")["actions"]
    assert {
        "interview": None,
        "nearest": "2026-11-25T07:00:00+09:00",
        "before": None,
        "text": "That is outside your waking hours: do it on Wednesday 25 November 2026, 07:00.",
    } == the(actions, act="thank-you")["hindrance"]


def test_an_interview_that_hinders_in_json(run: Run, tmp_path: Path) -> None:
    """The best moment to thank after a morning is 14:00, and then there is another interview."""
    path = tmp_path / "two.toml"
    path.write_text(
        """
        timezone = "Europe/London"
        [[applications]]
        employer = "Acme"
        interviews = [{ starts = 2026-11-24T10:00:00, minutes = 60, interviewers = [
          { name = "Priya Shah", email = "priya@acme.example" },
        ] }]
        [[applications]]
        employer = "Globex"
        interviews = [{ starts = 2026-11-24T13:30:00, minutes = 60 }]
        """.replace("        ", ""),
        encoding="utf-8",
    )
    actions = run.json("plan", str(path), "--now", "2026-11-24T11:00")["actions"]
    found = the(actions, act="thank-you")["hindrance"]
    assert ["interview", "nearest", "before", "text"] == list(found)
    assert [f"2026-11-24T{clock}:00+00:00" for clock in ("13:30", "14:30", "13:29")] == [
        found[key] for key in ("interview", "nearest", "before")
    ]


@pytest.mark.parametrize(
    ("now", "chased"),
    [("2026-12-02T07:59:59.999999", False), ("2026-12-02T08:00", True)],
    ids=["just before", "as the snooze ends"],
)
def test_what_is_set_aside_is_left_out(run: Run, far_away: str, now: str, chased: bool) -> None:
    made = run.json("plan", far_away, "--now", now)
    acts = [(each["act"], (each["application"] or {}).get("employer")) for each in made["actions"]]
    assert chased is (("chase", "Acme") in acts)
    assert ("debrief", "Acme") not in acts
    text = run.text("plan", far_away, "--now", now)
    assert chased is ("Ask Acme how their decision is coming on" in " ".join(text.split()))


def test_an_action_about_the_whole_search_in_json(run: Run) -> None:
    action = the(run.json("plan", ONE_INTERVIEW, "--now", NOON)["actions"], act="keep-looking")
    assert [None, None, None, None, None] == [
        action[key] for key in (*SUBJECT, "channel", "closes")
    ]


def test_a_caution_in_json(run: Run) -> None:
    caution = the(run.json("plan", ONE_INTERVIEW, "--now", NOON)["cautions"], act="chase")
    planned = plan(read_search(ONE_INTERVIEW), now=utc(NOON)).cautions
    [known] = (each for each in planned if str(each.uid) == caution["uid"])
    assert {
        "uid": str(known.uid),
        "act": "chase",
        "rules": ["chase"],
        "application": {"employer": "Acme", "role": "Data engineer"},
        "interview": None,
        "person": None,
        "status": "early",
        "since": "2026-11-24T11:00:00+00:00",
        "until": "2026-12-03T11:00:00+00:00",
        "timezone": LONDON,
        "text": "Too early to chase Acme: wait until Thursday 3 December 2026, 11:00",
        "why": known.why,
        "source": known.source,
    } == caution


def test_a_question_in_json(run: Run) -> None:
    assert [
        {
            "fact": "person.email",
            "application": {"employer": "Acme", "role": "Data engineer"},
            "interview": "2026-11-24T10:00:00+00:00",
            "person": "Tom Reed",
            "text": "What is Tom Reed's e-mail address?",
            "acts": ["thank-you"],
        },
        {
            "fact": "application.promise",
            "application": {"employer": "Acme", "role": "Data engineer"},
            "interview": None,
            "person": None,
            "text": "Did Acme say when you would hear? "
            "Without it, you may “chase” from Thursday 3 December 2026, 11:00.",
            "acts": ["chase"],
        },
    ] == run.json("plan", ONE_INTERVIEW, "--now", NOON)["questions"]


def test_an_application_that_has_no_name_is_null_in_json(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "unnamed.toml"
    path.write_text(ABROAD.replace('employer = "Acme"', ""), encoding="utf-8")
    actions = run.json("plan", str(path), "--now", NOON)["actions"]
    assert {None} == {each["application"] for each in actions}


def test_what_is_done_closed_or_silent_is_left_out_of_json(run: Run) -> None:
    made = run.json("plan", JOB_SEARCH, "--now", NOON)
    shown = {each["uid"] for each in made["actions"]}
    known = plan(read_search(JOB_SEARCH), now=utc(NOON)).actions
    unseen = ("done", "set-aside", "closed", "silent")
    expected = {str(each.uid) for each in known if each.status not in unseen}
    assert {"done", "closed"} <= {each.status for each in known}
    assert expected == shown


def test_what_is_silent_is_left_out_of_json() -> None:
    later = Rule(
        name="later",
        per=interview,
        since=interview.ends,
        opens=interview.ends,
        best=interview.ends + days(1),
        text="Wait",
        why="Why not?",
    )
    search, rules = read_search(ONE_INTERVIEW), RuleSet([later])
    [ends] = {each.ends for each in search.applications[0].interviews}
    assert ends is not None
    mappings = [plan_mapping(plan(search, now=now, rules=rules)) for now in (ends - TICK, ends)]
    assert [0, 1] == [len(each["actions"]) for each in mappings]


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
    assert told["CAUTIONS"][0].startswith("conflict Two rules leave no time for it")
    assert " Acme, Data engineer Why: " in " ".join(plan_text(made).split())


def times_in(made: Any) -> list[Any]:
    """Return the values of every key that stands for a time, at any depth."""
    if isinstance(made, list):
        return [time for each in made for time in times_in(each)]
    if not isinstance(made, dict):
        return []
    own = [value for key, value in made.items() if key in TIMES]
    return own + [time for each in made.values() for time in times_in(each)]


@pytest.mark.parametrize("file", [JOB_SEARCH, ONE_INTERVIEW], ids=["job search", "one interview"])
def test_times_in_json_are_in_rfc_3339_with_an_offset_or_null(run: Run, file: str) -> None:
    times = times_in(run.json("plan", file, "--now", NOON))
    assert None in times
    assert [] == [time for time in times if time is not None and not RFC_3339.fullmatch(time)]


def test_times_in_json_are_in_the_candidate_s_zone(run: Run, abroad: str) -> None:
    made = run.json("plan", abroad, "--now", "2026-11-24T11:00Z")
    debrief = the(made["actions"], act="debrief")
    assert ("2026-11-24T06:00:00-05:00", "2026-11-24T05:00:00-05:00") == (
        made["now"],
        debrief["interview"],
    )
    assert (NEW_YORK, "2026-11-24T07:00:00-05:00") == (debrief["timezone"], debrief["best"])
    assert {"-05:00"} == {time[-6:] for time in times_in(made) if time is not None}


def test_an_offset_with_seconds_is_written_in_utc(run: Run, tmp_path: Path) -> None:
    """Liberia was 44 minutes and 30 seconds behind until 1972, which RFC 3339 cannot say."""
    path = tmp_path / "monrovia.toml"
    path.write_text('timezone = "Africa/Monrovia"', encoding="utf-8")
    made = run.json("plan", str(path), "--now", "1971-01-01T12:00")
    assert "1971-01-01T12:44:30+00:00" == made["now"]


def test_json_says_every_letter(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "lodz.toml"
    path.write_text(ABROAD.replace("Acme", "Łódź"), encoding="utf-8")
    made = run.json("plan", str(path), "--now", NOON)
    assert {"employer": "Łódź", "role": None} == the(made["actions"], act="debrief")["application"]


# -- now ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "now",
    [
        "2026-11-24T06:00",
        "2026-11-24 06:00:00",
        "2026-11-24T06:00-05:00",
        "2026-11-24T11:00Z",
        "2026-11-24T16:45+05:45",
    ],
)
def test_now_has_an_offset_or_is_local_to_the_search_s_zone(
    run: Run, abroad: str, now: str
) -> None:
    assert "2026-11-24T06:00:00-05:00" == run.json("plan", abroad, "--now", now)["now"]


def test_both_readings_of_a_repeated_now_can_be_given(run: Run) -> None:
    times = ["2025-10-26T01:30+01:00", "2025-10-26T01:30+00:00"]
    plans = [run.json("plan", ONE_INTERVIEW, "--now", now) for now in times]
    assert ["2025-10-26T01:30:00+01:00", "2025-10-26T01:30:00+00:00"] == [
        made["now"] for made in plans
    ]


GAP, FOLD = GAPS[LONDON].before.isoformat(), FOLDS[LONDON].after.isoformat()
A_TIME = "write it as 2026-11-24T10:00, perhaps with an offset"


@pytest.mark.parametrize(
    ("time", "problem"),
    [
        ("soon", f"'soon' is not a date and time; {A_TIME}"),
        ("2026-11-24", f"'2026-11-24' is not a date and time; {A_TIME}"),
        ("12:00", f"'12:00' is not a date and time; {A_TIME}"),
        ("", f"'' is not a date and time; {A_TIME}"),
        (
            "2026-02-30T12:00",
            "'2026-02-30T12:00' is not a date and time; correct it: day is out of range for month",
        ),
        (
            GAP,
            f"{GAP} does not exist in Europe/London, where the clocks go forward then; "
            "did you mean 2025-03-30T02:00:00?",
        ),
        (
            FOLD,
            f"{FOLD} happens twice in Europe/London, where the clocks go back then; "
            "give its offset: 2025-10-26T01:00:00+01:00 or 2025-10-26T01:00:00+00:00",
        ),
    ],
    ids=["no time", "a date", "a time of day", "empty", "no such day", "in a gap", "in a fold"],
)
def test_a_wrong_time_is_refused_with_its_option(run: Run, time: str, problem: str) -> None:
    assert [f"--now: {problem}"] == run.problems("plan", ONE_INTERVIEW, "--now", time)
    assert [f"--at: {problem}"] == run.problems("check", ONE_INTERVIEW, "chase", "--at", time)


@pytest.mark.parametrize("time", ["1969-12-31T23:59:59Z", "2200-01-01T00:00Z", "0001-01-01T00:00Z"])
def test_a_time_out_of_range_is_refused(run: Run, time: str) -> None:
    [problem] = run.problems("plan", ONE_INTERVIEW, "--now", time)
    assert problem.endswith("is not between 1970 and 2200; check the year")


def test_a_time_that_utc_has_no_name_for_is_refused(run: Run) -> None:
    [problem] = run.problems("plan", ONE_INTERVIEW, "--now", "0001-01-01T00:00+14:00")
    assert problem.endswith("is not between 1970 and 2200; check the year")


@pytest.mark.parametrize(
    "arguments",
    [("plan", ONE_INTERVIEW), ("check", ONE_INTERVIEW, "stop-looking")],
    ids=["plan", "check"],
)
def test_without_a_time_the_system_s_clock_is_read(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Any:
            return utc(NOON).astimezone(tz)

    monkeypatch.setattr(_cli, "datetime", Clock)
    option = "--now" if arguments[0] == "plan" else "--at"
    assert run.text(*arguments) == run.text(*arguments, option, NOON)


def test_the_time_given_is_not_that_of_the_system_s_clock(run: Run) -> None:
    heading = run.text("plan", ONE_INTERVIEW, "--now", "1999-12-31T23:59:59.999999").splitlines()[0]
    assert "Plan for Fri 31 Dec 1999, 23:59 GMT (Europe/London)" == heading


# -- check ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "status", "verdict"),
    [
        ("2026-12-03T10:59:59.999999", 1, "early"),
        ("2026-12-03T11:00", 0, "open"),
        ("2026-12-03T11:00:00.000001", 0, "open"),
    ],
    ids=["just before", "at", "just after"],
)
def test_the_exit_status_says_whether_an_act_is_allowed(
    run: Run, at: str, status: int, verdict: str
) -> None:
    arguments = ("check", ONE_INTERVIEW, "chase", "--at", at)
    found, out, err = run(*arguments, "--format", "json")
    made = json.loads(out)
    assert (status, verdict, status == 0, "") == (found, made["status"], made["allowed"], err)
    assert status == run(*arguments)[0]


@pytest.mark.parametrize(
    ("act", "at", "of", "status", "verdict"),
    [
        ("call", NOON, "Acme", 1, "early"),
        ("call", "2026-11-24T09:00", "Acme", 0, "silent"),
        ("thank-you", "2026-11-24T18:00", "Priya Shah", 0, "late"),
        ("thank-you", "2026-11-26T11:00", "Priya Shah", 1, "closed"),
        ("thank-you", NOON, "Tom Reed", 1, "needs-fact"),
        ("practise", NOON, "Acme", 1, "silent"),
        ("stop-looking", NOON, None, 1, "early"),
    ],
)
def test_a_verdict_has_a_status(
    run: Run, act: str, at: str, of: str | None, status: int, verdict: str
) -> None:
    options = ["--at", at, "--format", "json", *(["--of", of] if of else [])]
    found, out, _ = run("check", ONE_INTERVIEW, act, *options)
    assert (status, verdict) == (found, json.loads(out)["status"])


def test_what_is_done_already_is_not_allowed(run: Run) -> None:
    options = ["--of", "Hank Scorpio", "--at", NOON]
    status, out, _ = run("check", JOB_SEARCH, "thank-you", *options)
    assert (1, "No. Already done: “thank-you”.") == (status, out[:30])


def test_a_verdict_as_text_says_no_and_why_and_until_when(run: Run) -> None:
    verdict = check(read_search(ONE_INTERVIEW), "chase", at=utc(NOON))
    text = run.text("check", ONE_INTERVIEW, "chase", "--at", NOON)
    assert " ".join(text.split()) == (
        "No. Too early to chase Acme: wait until Thursday 3 December 2026, 11:00. "
        f"{verdict.why} This holds until Thu 3 Dec 2026, 11:00 GMT."
    )


def test_a_verdict_as_text_says_yes(run: Run) -> None:
    text = run.text("check", ONE_INTERVIEW, "chase", "--at", "2026-12-03T11:00")
    assert text.startswith("Yes. Ask Acme how their decision is coming on. ")


def test_a_verdict_that_nothing_will_change_does_not_say_until_when(run: Run) -> None:
    text = run.text("check", ONE_INTERVIEW, "stop-looking", "--at", NOON)
    assert "This holds until" not in text


def test_a_verdict_in_json(run: Run) -> None:
    made = run.json("check", ONE_INTERVIEW, "thank-you", "--of", "Priya Shah", "--at", NOON)
    known = check(read_search(ONE_INTERVIEW), "thank-you", at=utc(NOON), of="Priya Shah")
    assert VERDICT == list(made)
    assert {
        "allowed": True,
        "status": "open",
        "until": "2026-11-24T18:00:00+00:00",
        "act": "thank-you",
        "application": {"employer": "Acme", "role": "Data engineer"},
        "interview": "2026-11-24T10:00:00+00:00",
        "person": "Priya Shah",
        "text": "Send Priya Shah a personal thank-you e-mail",
        "why": known.why,
    } == made


def test_a_verdict_about_the_whole_search_in_json(run: Run) -> None:
    made = run.json("check", ONE_INTERVIEW, "stop-looking", "--at", NOON)
    assert [None, None, None, None] == [made[key] for key in ("until", *SUBJECT)]


def test_a_verdict_s_times_are_in_the_candidate_s_zone(run: Run, abroad: str) -> None:
    made = run.json("check", abroad, "call", "--at", "2026-11-24T11:00Z")
    assert ("2026-11-24T19:00:00-05:00", "2026-11-24T05:00:00-05:00") == (
        made["until"],
        made["interview"],
    )


@pytest.mark.parametrize(
    ("act", "of", "subject"),
    [
        ("thank-you", "Priya Shah", "Priya Shah"),
        ("thank-you", "slydell", "Bob Slydell"),
        ("thank-you", "Globex", "Hank Scorpio"),
        ("thank-you", "Priya Shah · Acme, Data engineer · 2026-11-24 10:00", "Priya Shah"),
        ("chase", "Acme", "Acme"),
        ("chase", "Data engineer", "Acme"),
        ("chase", "Acme, Data engineer", "Acme"),
        ("chase", "Tom Reed", "Acme"),
        ("keep-looking", "Acme", None),
        ("keep-looking", "the job search", None),
    ],
    ids=[
        "a person",
        "a key",
        "the employer of one person",
        "a label",
        "an employer",
        "a role",
        "employer and role",
        "a person met there",
        "whatever, for the search",
        "the search",
    ],
)
def test_an_act_is_checked_for_whom_or_what_is_named(
    run: Run, act: str, of: str, subject: str | None
) -> None:
    made = run.json("check", JOB_SEARCH, act, "--of", of, "--at", NOON)
    employer = made["application"] and made["application"]["employer"]
    assert subject == (made["person"] or employer)


@pytest.mark.parametrize(
    ("options", "count"),
    [(["--of", "Initech"], 2), ([], 6)],
    ids=["several of one employer", "not named"],
)
def test_several_that_fit_are_listed_by_names_that_fit_one(
    run: Run, options: list[str], count: int
) -> None:
    [problem] = run.problems("check", JOB_SEARCH, "debrief", "--at", NOON, *options)
    labels = problem.split("'")[1::2]
    subjects = [
        run.json("check", JOB_SEARCH, "debrief", "--at", NOON, "--of", label) for label in labels
    ]
    assert problem.startswith(f"of: could be any of {count}; give one of ")
    assert count == len({(each["application"]["employer"], each["interview"]) for each in subjects})


MEETING = {"starts": "2026-11-24T10:00", "minutes": 60}
TWINS: dict[str, list[dict[str, Any]]] = {
    "thank-you": [
        {
            "employer": "Acme",
            "interviews": [
                {**MEETING, "interviewers": [{"name": "Ana", "key": key} for key in ("1", "2")]}
            ],
        }
    ],
    "debrief": [
        {"employer": "Acme", "interviews": [{**MEETING, "key": key} for key in ("1", "2")]}
    ],
    "chase": [{"employer": "Acme", "key": key, "interviews": [MEETING]} for key in ("1", "2")],
    "ask-recruiter": [{"key": key, "interviews": [MEETING]} for key in ("1", "2")],
}


@pytest.mark.parametrize(
    "act", TWINS, ids=["people", "interviews", "applications", "applications without a name"]
)
def test_two_that_only_keys_tell_apart_are_listed_by_names_that_fit_one(
    run: Run, tmp_path: Path, act: str
) -> None:
    path = tmp_path / "twins.json"
    document = {"timezone": LONDON, "applications": TWINS[act]}
    path.write_text(json.dumps(document), encoding="utf-8")
    [problem] = run.problems("check", str(path), act, "--at", NOON)
    names = problem.split("'")[1::2]
    verdicts = [run("check", str(path), act, "--of", name, "--at", NOON) for name in names]
    assert (2, [""] * 2) == (len(set(names)), [err for _, _, err in verdicts])


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["chaise"], "act: no rule knows 'chaise'; did you mean 'chase'?"),
        (["chase", "--of", "Acmee"], "of: 'Acmee' is not in the search; did you mean 'Acme'?"),
        (
            ["thank-you", "--of", "Pria Shah"],
            "of: 'Pria Shah' is not in the search; did you mean 'Priya Shah'?",
        ),
    ],
    ids=["act", "employer", "person"],
)
def test_an_unknown_act_or_name_is_refused_with_the_near_one(
    run: Run, arguments: list[str], problem: str
) -> None:
    assert [problem] == run.problems("check", ONE_INTERVIEW, *arguments, "--at", NOON)


def test_an_act_that_needs_what_is_not_there_is_refused(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "empty.toml"
    path.write_text('timezone = "Europe/London"', encoding="utf-8")
    assert ["of: fits nothing that the act is about; add it to the search"] == run.problems(
        "check", str(path), "chase", "--at", NOON
    )


# -- rules ----------------------------------------------------------------------------------------


def test_the_rules_are_listed_in_the_order_of_the_article(run: Run) -> None:
    listed = run.json("rules")
    assert [rule.name for rule in CV_LIBRARY] == [each["name"] for each in listed]
    assert sorted(each["item"] for each in listed) == [each["item"] for each in listed]


@pytest.mark.parametrize("name", ["stop-looking", "chase"])
def test_a_rule_in_json(run: Run, name: str) -> None:
    rule = CV_LIBRARY[name]
    made = the(run.json("rules"), name=name)
    assert len(rule.parameters) == len(made.pop("parameters"))
    assert {
        "name": name,
        "act": name,
        "per": rule.per,
        "item": rule.source.item,
        "text": rule.text,
        "says": {place: str(words) for place, words in rule.says()},
        "where": rule.where(),
        "why": rule.why,
        "source": str(rule.source),
    } == made


def test_every_number_is_listed_with_its_source_under_the_name_that_tunes_it(run: Run) -> None:
    listed = [each for rule in run.json("rules") for each in rule["parameters"]]
    known = {f"{rule.name}.{each.name}": each for rule in CV_LIBRARY for each in rule.parameters}
    assert {name: (str(each), str(each.source)) for name, each in known.items()} == {
        each["name"]: (each["value"], each["source"]) for each in listed
    }


def test_every_rule_and_every_number_is_listed_as_text(run: Run) -> None:
    words = run.text("rules").split()
    names = {rule.name for rule in CV_LIBRARY}
    names |= {f"{rule.name}.{each.name}" for rule in CV_LIBRARY for each in rule.parameters}
    assert set() == names - set(words)


def test_a_rule_of_one_s_own_is_listed_without_an_item() -> None:
    own = Rule(
        name="send-flowers",
        per=application,
        opens=application.latest_ends,
        text="Send flowers",
        why="Why not?",
    )
    assert "send-flowers\n" == rules_text(RuleSet([own]))[:13]
    assert [None] == [each["item"] for each in rules_mapping(RuleSet([own]))]


# -- bad input ------------------------------------------------------------------------------------


def test_everything_that_is_wrong_with_a_file_is_said(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    path.write_text('timezone = "Europe/Londn"\naplications = []', encoding="utf-8")
    expected = {
        "timezone: 'Europe/Londn' is not an IANA time zone; did you mean 'Europe/London'?",
        "aplications: is not a key here; did you mean 'applications'?",
    }
    assert expected == set(run.problems("plan", str(path), "--now", NOON))
    assert expected == set(run.problems("check", str(path), "chase", "--at", NOON))


def test_what_is_wrong_with_the_file_and_with_the_time_is_said_together(run: Run) -> None:
    assert [
        "missing.toml: cannot be read: No such file or directory; check the path",
        f"--now: 'soon' is not a date and time; {A_TIME}",
    ] == run.problems("plan", "missing.toml", "--now", "soon")


def test_what_is_wrong_with_the_act_the_time_and_the_name_is_said_together(run: Run) -> None:
    problems = run.problems("check", ONE_INTERVIEW, "chaise", "--at", "soon", "--of", "Acmee")
    assert {
        f"--at: 'soon' is not a date and time; {A_TIME}",
        "act: no rule knows 'chaise'; did you mean 'chase'?",
        "of: 'Acmee' is not in the search; did you mean 'Acme'?",
    } == set(problems)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["plans"],
        ["plan"],
        ["check", ONE_INTERVIEW],
        ["plan", ONE_INTERVIEW, "--format", "xml"],
        ["plan", ONE_INTERVIEW, "--form", "json"],
        ["plan", ONE_INTERVIEW, "--no", NOON],
        ["packs", "--lo"],
        ["--hel"],
    ],
    ids=lambda arguments: " ".join(Path(each).name for each in arguments) or "nothing",
)
def test_wrong_usage_is_bad_input_too(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        _cli.main(arguments)
    printed = capsys.readouterr()
    assert (2, "", "usage: ") == (caught.value.code, printed.out, printed.err[:7])


# -- as a program ---------------------------------------------------------------------------------


def test_the_module_runs(run: Run) -> None:
    arguments = ("check", ONE_INTERVIEW, "chase", "--at", NOON)
    assert (1, run.text(*arguments), "") == python_m(*arguments)


def test_bad_input_leaves_no_traceback() -> None:
    problem = f"--now: 'soon' is not a date and time; {A_TIME}\n"
    assert (2, "", problem) == python_m("plan", ONE_INTERVIEW, "--now", "soon")


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_terminal_that_cannot_show_a_letter_is_no_reason_to_fail(
    tmp_path: Path, form: str
) -> None:
    path = tmp_path / "lodz.toml"
    path.write_text(ABROAD.replace("Acme", "Łódź"), encoding="utf-8")
    arguments = ("plan", str(path), "--now", NOON, "--format", form)
    status, out, err = python_m(*arguments, PYTHONIOENCODING="cp1252")
    assert (0, "") == (status, err)
    assert "America/New_York" in out


def test_a_reader_that_has_seen_enough_leaves_no_traceback() -> None:
    command = [sys.executable, "-m", "interview_followup", "rules"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert b"" == process.stderr.read()


def test_a_reader_that_has_seen_enough_does_not_change_the_exit_status(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "w", encoding="utf-8") as closed:
        monkeypatch.setattr(sys, "stdout", closed)
        assert 1 == _cli.main(["check", ONE_INTERVIEW, "chase", "--at", NOON])


def test_what_is_printed_can_be_kept() -> None:
    with redirect_stdout(StringIO()) as kept:
        assert 1 == _cli.main(["check", ONE_INTERVIEW, "chase", "--at", NOON])
    assert kept.getvalue().startswith("No. Too early to chase Acme")


def test_the_entry_point_is_the_command_line_and_does_nothing_by_itself(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    imported = runpy.run_module("interview_followup.__main__", run_name="imported")
    assert ("", True) == (capsys.readouterr().out, gc.isenabled())
    monkeypatch.setattr(sys, "argv", ["interview_followup", "rules"])
    assert 0 == imported["main"]()
    assert (rules_text(CV_LIBRARY) + "\n", True) == (capsys.readouterr().out, gc.isenabled())


def test_the_module_passes_on_the_exit_status(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["interview_followup", "rules"])
    with pytest.raises(SystemExit) as caught:
        runpy.run_module("interview_followup", run_name="__main__")
    assert 0 == caught.value.code
    assert rules_text(CV_LIBRARY) + "\n" == capsys.readouterr().out


def test_an_aware_now_is_shown_in_the_candidate_s_zone() -> None:
    made = plan(read_search(ONE_INTERVIEW), now=aware("2026-11-24T07:00", NEW_YORK))
    assert "2026-11-24T12:00:00+00:00" == plan_mapping(made)["now"]


def test_where_nothing_can_be_printed_the_input_counts_as_bad(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert 2 == _cli.main(["rules"])


@pytest.mark.parametrize(("reads", "expected"), [(False, 0), (True, 2)])
def test_a_reader_that_went_is_no_failure_but_a_full_disk_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, reads: bool, expected: int
) -> None:
    class Stream(io.StringIO):
        encoding = "utf-8"

        def fileno(self) -> int:
            return kept.fileno()

        def write(self, _: str) -> int:
            raise OSError(28, "No space left on device") if reads else BrokenPipeError

    with (tmp_path / "out").open("w") as kept:
        monkeypatch.setattr(sys, "stdout", Stream())
        assert expected == _cli.main(["rules"])


def test_the_module_runs_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["interview_followup", "rules"])
    with pytest.raises(SystemExit) as caught:
        runpy.run_module("interview_followup", run_name="__main__")
    assert 0 == caught.value.code
    assert capsys.readouterr().out.startswith("ask-how-to-follow-up (item 1)")


def test_a_time_out_of_range_is_named_by_its_option(run: Run) -> None:
    [problem] = run.problems("plan", ONE_INTERVIEW, "--now", "1969-12-31T23:59Z")
    expected = "--now: 1969-12-31T23:59:00+00:00 is not between 1970 and 2200; check the year"
    assert expected == problem


# -- explain, forecast and packs ------------------------------------------------------------------

SHIPPED = "cv-library  interview_followup.advice:CV_LIBRARY (interview_followup)"
CARDS = """
from interview_followup import Rule, RuleSet
from interview_followup.language import interview

RULES = RuleSet([
    Rule(name="send-card", per=interview, opens=interview.ends, best=interview.ends,
         text="Send a card to {employer}", why="Nobody else does."),
    Rule(name="patience", act="send-card", per=interview, opens=interview.ends.midnight_after,
         text="Wait with the card", why="It reads better."),
])
"""


@pytest.fixture
def published(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Pretend that two more packs are installed, one of which is broken."""
    from importlib import metadata

    (tmp_path / "pack_of_cards.py").write_text(CARDS, encoding="utf-8")
    (tmp_path / "pack_in_pieces.py").write_text("1 / 0", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    for module in ("pack_of_cards", "pack_in_pieces"):
        monkeypatch.delitem(sys.modules, module, raising=False)
    values = {
        "cards": "pack_of_cards:RULES",
        "cv-library": "interview_followup.advice:CV_LIBRARY",
        "pieces": "pack_in_pieces:RULES",
    }
    group = "interview_followup.rules"
    found = metadata.EntryPoints(
        metadata.EntryPoint(name=name, value=value, group=group) for name, value in values.items()
    )
    for each in found:
        vars(each).update(dist=metadata.Distribution.from_name("interview_followup"))
    monkeypatch.setattr(metadata, "entry_points", found.select)


IN_PIECES = (
    "pack 'pieces' of interview_followup: cannot be imported: ZeroDivisionError: division by zero; "
    "mend pack_in_pieces:RULES, or uninstall interview_followup"
)


def test_an_explanation_as_text_says_no_and_why_and_from_which_rule(run: Run) -> None:
    status, out, err = run("explain", ONE_INTERVIEW, "chase", "--now", NOON)
    assert (0, "") == (status, err)
    told = out.splitlines()
    head = "“chase” of Acme, Data engineer, on Tuesday 24 November 2026, 12:00 (Europe/London)"
    assert head == told[0]
    assert told[1].startswith("No. Too early to chase Acme: wait until Thursday 3 December 2026")
    assert any(line.startswith("Rule chase: Asking too soon") for line in told)
    assert "    they have interviewed you [application.interviewed]" in told


def test_an_explanation_in_json_is_one_object(run: Run) -> None:
    made = run.json("explain", ONE_INTERVIEW, "chase", "--now", NOON)
    assert (False, "early", "chase") == (made["allowed"], made["status"], made["act"])
    assert ["chase"] == [rule["name"] for rule in made["rules"]]
    parts = [part["part"] for part in made["rules"][0]["parts"]]
    assert ["given", "opens", "best", "satisfied_by", "channel"] == parts
    assert "2026-12-03T11:00:00+00:00" == made["window"]["opens"]


@pytest.mark.parametrize("option", ["--to", "--of"])
@pytest.mark.parametrize("name", ["Priya Shah", "Tom Reed"])
def test_an_explanation_is_of_whom_is_named(run: Run, option: str, name: str) -> None:
    told = run.text("explain", ONE_INTERVIEW, "connect", option, name, "--now", NOON)
    assert told.startswith(f"“connect” of {name} · Acme")
    made = run.json("explain", ONE_INTERVIEW, "connect", option, name, "--now", NOON)
    assert name == made["person"]


def test_what_is_allowed_and_what_is_not_is_explained_alike(run: Run) -> None:
    for now in ("2026-11-24T12:00", "2026-12-04T12:00"):
        assert 0 == run("explain", ONE_INTERVIEW, "chase", "--now", now)[0]


def test_without_a_time_an_explanation_is_of_the_system_s_clock(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock:
        @staticmethod
        def now(tz: tzinfo) -> datetime:
            return datetime(2026, 11, 24, 12, tzinfo=tz)

    monkeypatch.setattr(_cli, "datetime", Clock)
    expected = run.text("explain", ONE_INTERVIEW, "chase", "--now", NOON)
    assert expected == run.text("explain", ONE_INTERVIEW, "chase")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["chaise"], ["act: no rule knows 'chaise'; did you mean 'chase'?"]),
        (
            ["chase", "--of", "Acne"],
            ["of: 'Acne' is not in the search; did you mean 'Acme'?"],
        ),
        (
            ["connect"],
            [
                "of: could be any of 2; give one of 'Priya Shah · Acme, Data engineer · "
                "2026-11-24 10:00', 'Tom Reed · Acme, Data engineer · 2026-11-24 10:00'"
            ],
        ),
        (
            ["chaise", "--of", "Acne", "--now", "soon"],
            [
                "--now: 'soon' is not a date and time; "
                "write it as 2026-11-24T10:00, perhaps with an offset",
                "act: no rule knows 'chaise'; did you mean 'chase'?",
                "of: 'Acne' is not in the search; did you mean 'Acme'?",
            ],
        ),
        (
            ["chase", "--now", "1969-12-31T23:59Z"],
            ["--now: 1969-12-31T23:59:00+00:00 is not between 1970 and 2200; check the year"],
        ),
    ],
    ids=["act", "of", "several", "everything", "year"],
)
def test_what_cannot_be_explained_is_refused(
    run: Run, arguments: list[str], expected: list[str]
) -> None:
    assert expected == run.problems("explain", ONE_INTERVIEW, *arguments)


def test_an_act_is_known_or_not_even_where_the_file_cannot_be_read(run: Run) -> None:
    file, act = run.problems("explain", "nowhere.toml", "chaise")
    assert file.startswith("nowhere.toml: cannot be read: ")
    assert "act: no rule knows 'chaise'; did you mean 'chase'?" == act


def test_a_forecast_tells_the_path_up_to_its_horizon(run: Run) -> None:
    arguments = ("forecast", ONE_INTERVIEW, "--now", NOON, "--horizon")
    made = run.json(*arguments, "2026-12-03T11:01")
    told = [(each["act"], each["best"][:16]) for each in made["actions"]]
    assert [
        ("debrief", "2026-11-24T12:00"),
        ("thank-you", "2026-11-24T14:00"),
        ("keep-looking", "2026-12-01T11:00"),
    ] == [each for each in told if each[0] != "chase"]
    assert ("2026-11-24T12:00:00+00:00", "2026-12-03T11:01:00+00:00") == (
        made["now"],
        made["until"],
    )
    text = run.text(*arguments, "2026-12-03T11:01")
    first = "From Tue 24 Nov 2026, 12:00 GMT until Thu 3 Dec 2026, 11:01 GMT (Europe/London)"
    assert first == text.splitlines()[0]
    assert "Tue 24 Nov 2026, 14:00 GMT    Send Priya Shah" in text


def test_a_forecast_looks_sixty_days_ahead(run: Run) -> None:
    until = run.json("forecast", ONE_INTERVIEW, "--now", NOON)["until"]
    assert "2027-01-23T12:00:00+00:00" == until


def test_a_forecast_of_nothing_says_so_beside_the_questions_of_now(
    run: Run, tmp_path: Path
) -> None:
    told = run.text("forecast", ONE_INTERVIEW, "--now", NOON, "--horizon", NOON)
    assert "\n\nThere is nothing to do.\n\nQUESTIONS\n\n" in told
    assert "What is Tom Reed's e-mail address?" in told
    path = tmp_path / "empty.toml"
    path.write_text('timezone = "Europe/London"', encoding="utf-8")
    known = run.text("forecast", str(path), "--now", NOON, "--horizon", NOON)
    assert known.endswith("\n\nThere is nothing to do.\n")


def test_both_times_of_a_forecast_are_refused_at_once(run: Run) -> None:
    file, now, horizon = run.problems(
        "forecast", "nowhere.toml", "--now", "soon", "--horizon", "later"
    )
    assert file.startswith("nowhere.toml: cannot be read")
    assert now.startswith("--now: 'soon' is not a date and time")
    assert horizon.startswith("--horizon: 'later' is not a date and time")


def test_a_horizon_before_now_is_refused_with_its_option(run: Run) -> None:
    arguments = ("forecast", ONE_INTERVIEW, "--now", NOON, "--horizon", "2026-11-23T12:00")
    assert ["--horizon: is before now; give a later time"] == run.problems(*arguments)


def test_without_a_horizon_a_forecast_looks_no_further_than_the_end_of_all_times(run: Run) -> None:
    until = run.json("forecast", ONE_INTERVIEW, "--now", "2199-12-01T12:00Z")["until"]
    assert "2199-12-31T23:59:59+00:00" == until


def test_the_shipped_pack_is_listed(run: Run) -> None:
    assert SHIPPED in run.text("packs").splitlines()
    assert f"{SHIPPED}: {len(CV_LIBRARY)} rules" in run.text("packs", "--load").splitlines()


@pytest.mark.usefixtures("published")
def test_packs_are_listed_without_an_import(run: Run) -> None:
    assert [
        "cards  pack_of_cards:RULES (interview_followup)",
        SHIPPED,
        "pieces  pack_in_pieces:RULES (interview_followup)",
    ] == run.text("packs").splitlines()
    assert not {"pack_of_cards", "pack_in_pieces"} & set(sys.modules)


@pytest.mark.usefixtures("published")
def test_packs_are_loaded_on_request_and_one_that_is_broken_is_told_to_be_so(run: Run) -> None:
    assert [
        "cards  pack_of_cards:RULES (interview_followup): 2 rules",
        f"{SHIPPED}: {len(CV_LIBRARY)} rules",
        "pieces  pack_in_pieces:RULES (interview_followup): BROKEN",
        f"  {IN_PIECES}",
    ] == run.text("packs", "--load").splitlines()


@pytest.mark.usefixtures("published")
def test_the_rules_of_a_pack_are_listed(run: Run) -> None:
    assert ["send-card", "patience"] == [
        rule["name"] for rule in run.json("rules", "--pack", "cards")
    ]
    both = run.json("rules", "--pack", "cards", "--pack", "cv-library")
    assert 2 + len(CV_LIBRARY) == len(both)
    assert run.text("rules") == run.text("rules", "--pack", "cv-library")


@pytest.mark.usefixtures("published")
def test_a_pack_is_what_is_planned_checked_and_explained_by(run: Run) -> None:
    more = ("--pack", "cards", "--format", "json")
    planned = json.loads(run.text("plan", ONE_INTERVIEW, "--now", NOON, *more))
    assert [("send-card", ["send-card", "patience"])] == [
        (each["act"], each["rules"]) for each in planned["actions"]
    ]
    assert 1 == run("check", ONE_INTERVIEW, "send-card", "--at", NOON, "--pack", "cards")[0]
    for act in ("send-card", "patience"):
        made = json.loads(run.text("explain", ONE_INTERVIEW, act, "--now", NOON, *more))
        assert "send-card" == made["act"]
        assert ["send-card", "patience"] == [rule["name"] for rule in made["rules"]]
    [problem] = run.problems("explain", ONE_INTERVIEW, "chase", "--pack", "cards")
    assert "act: no rule knows 'chase'; use one of: patience, send-card" == problem


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(
    ("packs", "expected"),
    [
        (["card"], ["pack 'card': is not installed; did you mean 'cards'?"]),
        (["pieces"], [IN_PIECES]),
        (
            ["pieces", "cards", "card"],
            [IN_PIECES, "pack 'card': is not installed; did you mean 'cards'?"],
        ),
    ],
    ids=["unknown", "broken", "both"],
)
@pytest.mark.parametrize(
    "command",
    [
        ("rules",),
        ("plan", ONE_INTERVIEW),
        ("forecast", ONE_INTERVIEW),
        ("check", ONE_INTERVIEW, "chase"),
        ("explain", ONE_INTERVIEW, "chase"),
    ],
    ids=lambda command: command[0],
)
def test_a_pack_that_cannot_be_loaded_is_refused(
    run: Run, command: tuple[str, ...], packs: list[str], expected: list[str]
) -> None:
    options = [each for name in packs for each in ("--pack", name)]
    assert expected == run.problems(*command, *options)


def test_what_is_wrong_with_a_pack_the_file_and_the_time_is_said_together(run: Run) -> None:
    pack, file, now = run.problems("plan", "nowhere.toml", "--now", "soon", "--pack", "nothing")
    assert pack.startswith("pack 'nothing': is not installed; ")
    assert file.startswith("nowhere.toml: cannot be read: ")
    assert now.startswith("--now: 'soon' is not a date and time; ")


@pytest.mark.usefixtures("published")
def test_what_only_a_pack_knows_is_not_wrong_in_a_file_while_it_cannot_be_loaded(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "search.toml"
    text = ABROAD.replace("minutes = 60", "minutes = 60\nfacts = {mood = 1}\nrole = 5")
    path.write_text(text, encoding="utf-8")
    pack, file = run.problems("plan", str(path), "--now", NOON, "--pack", "pieces")
    assert (IN_PIECES, True) == (pack, file.startswith("applications[0].interviews[0].role: "))


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("command", ["check", "explain"])
def test_an_act_is_not_unknown_while_its_pack_cannot_be_loaded(run: Run, command: str) -> None:
    arguments = (command, ONE_INTERVIEW, "send-card", "--pack", "pieces")
    assert [IN_PIECES] == run.problems(*arguments)


def test_a_pack_is_no_choice_of_the_list_of_packs(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        _cli.main(["packs", "--pack", "cv-library"])
    assert (2, "") == (caught.value.code, capsys.readouterr().out)


def test_where_no_pack_is_installed_that_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_cli, "packs", tuple)
    assert ["No pack is installed.\n"] * 2 == [run.text("packs"), run.text("packs", "--load")]


@pytest.mark.parametrize(
    ("columns", "terminal", "width"),
    [("60", 100, 58), ("", 100, 98), ("wide", 100, 98), ("", None, 78)],
    ids=["as COLUMNS says", "the terminal's", "COLUMNS is no number", "no terminal"],
)
def test_help_is_as_wide_as_the_terminal(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    columns: str,
    terminal: int | None,
    width: int,
) -> None:
    def size() -> os.terminal_size:
        if terminal is None:
            raise OSError
        return os.terminal_size((terminal, 24))

    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(os, "get_terminal_size", size)
    _cli._columns.cache_clear()
    with pytest.raises(SystemExit):
        _cli.main(["plan", "--help"])
    _cli._columns.cache_clear()
    longest = max(map(len, capsys.readouterr().out.splitlines()))
    assert width - 15 < longest <= width


def test_the_text_tells_the_two_readings_of_an_hour_apart() -> None:
    first = interview.ends + hours(1)
    parts: dict[str, Any] = {"opens": first, "best": first + hours(1), "text": "Go", "why": "So."}
    rules = RuleSet([Rule(name="go", per=interview, **parts)])
    ends = aware("2026-10-25T00:30", LONDON)
    night = Interview(starts=ends - timedelta(hours=1), ends=ends)
    text = plan_text(plan(night, now=ends, rules=rules))
    assert "  Sun 25 Oct 2026, 01:30 GMT    Go" in text
    assert "opens Sun 25 Oct 2026, 01:30 BST" in text
