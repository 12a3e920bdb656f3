"""`plan` as text: how long, how wide, about whom, and in which colours."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from command_line import JOB_SEARCH, LONDON, NOON, ONE_INTERVIEW, Run, python_m
from interview_followup import RuleSet, _cli, plan, read_search, to_dict
from interview_followup._cli.commands import WIDEST
from interview_followup._terminal import columns, takes_colour
from interview_followup.exports.text import plan_text
from interview_followup.language import Rule, days, interview
from zones import aware, utc

AFTERNOON = "2026-11-24T15:00"


def groups(text: str) -> dict[str, list[str]]:
    """Return the first lines of the entries under each of a plan's titles."""
    entries: dict[str, list[str]] = {}
    for line in text.splitlines():
        if re.fullmatch("[A-Z ]+", line) and line.strip():
            entries[line] = []
        elif re.match(r"  \S", line):
            entries[list(entries)[-1]].append(" ".join(line.split()))
    return entries


# -- how long -------------------------------------------------------------------------------------


def test_the_example_fits_in_75_lines_of_80_columns(run: Run) -> None:
    lines = run.text("plan", JOB_SEARCH, "--now", AFTERNOON).splitlines()
    assert 75 >= len(lines)
    assert 80 >= max(map(columns, lines))


def test_the_example_begins_with_what_is_to_be_done_first(run: Run) -> None:
    entries = groups(run.text("plan", JOB_SEARCH, "--now", AFTERNOON))
    assert ["DO NOW", "QUESTIONS", "NEXT", "LATER", "BEWARE"] == list(entries)
    assert [
        "by 18:00 Send Ana Costa a personal thank-you e-mail",
        "by Wed 2 Dec If you would rather work for Globex, tell Rachel Green in",
        "by Wed 2 Dec If you would rather work for Initech, tell them in passing",
        "by Wed 2 Dec If you would rather work for Acme, tell them in passing that",
        "by Sat 19 Dec Ask Rachel Green to follow up with Globex for you",
        "by Sat 19 Dec Ask Hank Scorpio to connect on LinkedIn, with a personal",
        "today Write down the questions that Acme asked, the tricky and new",
        "late Keep looking: find and apply for other jobs",
    ] == entries["DO NOW"]


def test_the_example_ends_with_what_was_read(run: Run) -> None:
    last = run.text("plan", JOB_SEARCH, "--now", AFTERNOON).splitlines()[-1]
    assert "5 applications, 6 interviews; the next: Initech, Fri 27 Nov, 16:00" == last


def test_long_adds_reasons_wording_and_sources(run: Run) -> None:
    short, long = (
        run.text("plan", ONE_INTERVIEW, "--now", NOON, *option) for option in ((), ("--long",))
    )
    for word in ("Why: ", "Do: ", "Source: "):
        assert word not in short
        assert word in long


@pytest.mark.parametrize("option", [(), ("--long",)], ids=["short", "long"])
def test_a_forecast_is_as_long(run: Run, option: tuple[str, ...]) -> None:
    text = run.text("forecast", ONE_INTERVIEW, "--now", NOON, *option)
    assert bool(option) is ("Why: " in text)


@pytest.mark.parametrize(
    ("now", "titles"),
    [
        ("2026-11-23T09:00", ["NEXT", "LATER"]),
        ("2026-11-24T10:49:59.999999", ["NEXT", "LATER", "BEWARE"]),
        ("2026-11-24T10:50", ["DO NOW", "NEXT", "LATER", "BEWARE"]),
        ("2026-11-24T11:00", ["QUESTIONS", "NEXT", "LATER", "BEWARE"]),
        ("2026-11-24T14:00", ["DO NOW", "QUESTIONS", "NEXT", "LATER", "BEWARE"]),
        ("2027-06-01T09:00", ["DO NOW", "QUESTIONS"]),
    ],
    ids=[
        "the day before",
        "just before the end of it",
        "ten minutes before it ends",
        "as it ends",
        "that afternoon",
        "half a year later",
    ],
)
def test_only_groups_that_hold_something_are_told(run: Run, now: str, titles: list[str]) -> None:
    assert titles == list(groups(run.text("plan", ONE_INTERVIEW, "--now", now)))


@pytest.mark.parametrize(
    ("now", "heading"),
    [
        (NOON, "Nothing new before today 14:00"),
        ("2026-11-24T13:59:59.999999", "Nothing new before today 14:00"),
        ("2026-11-24T14:00", "Nothing new before today 18:00"),
        ("2027-06-01T09:00", ""),
    ],
)
def test_a_plan_starts_with_the_time_until_which_it_says_nothing_new(
    run: Run, now: str, heading: str
) -> None:
    assert heading == run.text("plan", ONE_INTERVIEW, "--now", now).splitlines()[1]


def test_a_plan_is_told_in_the_candidate_s_zone(run: Run, abroad: str) -> None:
    text = run.text("plan", abroad, "--now", "2026-11-24T11:00Z")
    assert "Plan for Tue 24 Nov 2026, 06:00 EST (America/New_York)" == text.splitlines()[0]
    assert "  today 07:00      Write down the questions that Acme asked" in text


@pytest.mark.parametrize(
    ("now", "is_told"),
    [("2026-12-02T00:59", True), ("2026-12-02T01:00", False), ("2026-12-02T01:01", False)],
    ids=["just before", "at its best", "just after"],
)
def test_what_hinders_you_is_told_until_the_best_moment(
    run: Run, far_away: str, now: str, is_told: bool
) -> None:
    text = " ".join(run.text("plan", far_away, "--now", now).split())
    hindrance = re.search("other jobs (· )?but outside your waking hours: do it today 07:00", text)
    assert is_told is bool(hindrance)


# -- about whom -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["--of", "--to"])
def test_a_plan_may_be_about_one_application_alone(run: Run, name: str) -> None:
    whole, part = (
        run.text("plan", JOB_SEARCH, "--now", AFTERNOON, *option) for option in ((), (name, "Acme"))
    )
    assert [
        "by 18:00 Send Ana Costa a personal thank-you e-mail",
        "by Wed 2 Dec If you would rather work for Acme, tell them in passing that",
        "today Write down the questions that Acme asked, the tricky and new",
    ] == groups(part)["DO NOW"]
    assert "· Acme" in whole
    assert "· Acme" not in part


def test_a_part_of_a_plan_may_be_asked_for_in_json(run: Run) -> None:
    document = run.json("plan", JOB_SEARCH, "--now", AFTERNOON, "--of", "Priya Shah")
    assert {"Priya Shah"} == {action["person"] for action in document["actions"]}


def test_who_is_not_in_the_search_is_refused(run: Run) -> None:
    for option in ("--of", "--to"):
        assert [f"{option}: 'Acmee' is not in the search; did you mean 'Acme'?"] == run.problems(
            "plan", JOB_SEARCH, "--now", AFTERNOON, option, "Acmee"
        )


# -- how wide -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("terminal", "width"),
    [("60", 60), ("100", 100), ("120", WIDEST), ("121", WIDEST), ("300", WIDEST)],
)
def test_lines_are_as_wide_as_the_terminal_but_not_too_wide_to_read(
    run: Run, monkeypatch: pytest.MonkeyPatch, terminal: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", terminal)
    planned = plan(read_search(JOB_SEARCH), now=aware(AFTERNOON, LONDON))
    text = run.text("plan", JOB_SEARCH, "--now", AFTERNOON)
    assert f"{plan_text(planned, width=width)}\n" == text


def test_rules_and_verdicts_keep_their_width(run: Run) -> None:
    for arguments in (("rules",), ("check", JOB_SEARCH, "chase", "--of", "Acme", "--at", NOON)):
        long = [line for line in run.text(*arguments).splitlines() if len(line) > 96]
        assert [] == [line for line in long if len(line.split()) > 1]


# -- in which colours -----------------------------------------------------------------------------


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "xterm", "NO_COLOR": ""}, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
        ({"TERM": ""}, False),
        ({"TERM": "", "WT_SESSION": "1"}, True),
    ],
    ids=["a terminal", "no wish", "none wanted", "dumb", "unknown", "Windows"],
)
def test_a_terminal_takes_colours_unless_somebody_wants_none(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], expected: bool
) -> None:
    for name in ("NO_COLOR", "TERM", "WT_SESSION"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert expected is takes_colour(Terminal())
    assert not takes_colour(io.StringIO())
    assert not takes_colour(None)


def test_a_plan_has_colours_on_a_terminal_alone(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    arguments = ("plan", ONE_INTERVIEW, "--now", NOON)
    plain = run.text(*arguments)
    assert "\x1b" not in plain
    terminal = Terminal()
    with monkeypatch.context() as patched:
        patched.setattr("sys.stdout", terminal)
        assert 0 == _cli.main(arguments)
    assert "\x1b[1mDO NOW\x1b[0m" in terminal.getvalue()
    assert plain == re.sub(r"\x1b\[[0-9;]*m", "", terminal.getvalue())


def test_a_pipe_gets_no_colours() -> None:
    status, out, err = python_m("plan", ONE_INTERVIEW, "--now", NOON, TERM="xterm")
    assert (0, "") == (status, err)
    assert "\x1b" not in out


# -- what no rule leaves time for -----------------------------------------------------------------


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
    planned = plan(read_search(ONE_INTERVIEW), now=utc(NOON), rules=rules)
    mapping = to_dict(planned)
    [action], [caution] = mapping["actions"], mapping["cautions"]
    assert ("conflict", {"write-soon", "write-late"}) == (action["status"], {*action["rules"]})
    assert ("conflict", None, None) == (caution["status"], caution["since"], caution["until"])
    entries = groups(plan_text(planned))
    assert ["BEWARE"] == list(entries)
    assert entries["BEWARE"][0].startswith("conflict There is no time for this: “Write to Acme”")


def test_with_nothing_to_do_a_plan_says_so(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "empty.json"
    path.write_text('{"timezone": "Europe/London"}', encoding="utf-8")
    text = run.text("plan", str(path), "--now", NOON)
    assert "\n\nThere is nothing to do now.\n\n" in text
    assert text.endswith("\n0 applications, 0 interviews\n")
