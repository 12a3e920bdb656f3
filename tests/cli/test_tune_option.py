"""`--tune`: another number in a rule, for a command."""

from __future__ import annotations

import pytest

from command_line import NOON, ONE_INTERVIEW, Run


def numbers(run: Run, *settings: str) -> dict[str, str]:
    tuned = [part for setting in settings for part in ("--tune", setting)]
    rules = run.json("rules", *tuned)["rules"]
    return {number["name"]: number["value"] for rule in rules for number in rule["parameters"]}


@pytest.mark.parametrize(
    ("setting", "name", "value"),
    [
        ("chase.grace=1 working day", "chase.grace", "1 working day"),
        ("chase.grace = 3 days", "chase.grace", "3 days"),
        ("chase.at-most=3", "chase.at-most", "3"),
        ("thank-you.morning=08:30", "thank-you.morning", "08:30"),
    ],
)
def test_a_number_is_a_period_a_count_or_a_time_of_day(
    run: Run, setting: str, name: str, value: str
) -> None:
    assert {**numbers(run), name: value} == numbers(run, setting)


def test_several_numbers_are_tuned_at_once(run: Run) -> None:
    tuned = numbers(run, "chase.grace=1 working day", "chase.at-most=3")
    assert ("1 working day", "3") == (tuned["chase.grace"], tuned["chase.at-most"])


@pytest.mark.parametrize(
    ("command", "act"),
    [("plan", ()), ("forecast", ()), ("explain", ("thank-you", "--of", "Priya Shah"))],
)
def test_every_command_with_rules_takes_it(run: Run, command: str, act: tuple[str, ...]) -> None:
    arguments = (command, ONE_INTERVIEW, *act, "--now", "2026-11-24T11:30")
    assert run.text(*arguments) != run.text(*arguments, "--tune", "thank-you.afternoon=15:00")


def test_a_verdict_is_that_of_the_tuned_rules(run: Run) -> None:
    arguments = ("check", ONE_INTERVIEW, "chase", "--at", "2026-12-02T11:30")
    assert 1 == run(*arguments)[0]
    assert 0 == run(*arguments, "--tune", "chase.wait=3 days")[0]


@pytest.mark.parametrize(
    ("settings", "problems"),
    [
        (
            ["chase.grac=1 day"],
            ["--tune chase.grac: no parameter has that name; did you mean 'chase.grace'?"],
        ),
        (
            ["at-most=3"],
            ["--tune at-most: no parameter has that name; did you mean 'chase.at-most'?"],
        ),
        (
            ["within=1 day"],
            [
                "--tune within: no parameter has that name; "
                "use one of: chase.within, collect-contact.within, thank-you.within"
            ],
        ),
        (
            ["debrief.x=1 day"],
            ["--tune debrief.x: no parameter has that name; did you mean 'debrief.for'?"],
        ),
        (
            ["wholly.other=3"],
            [
                "--tune wholly.other: no parameter has that name; "
                "use one of: ask-how-to-follow-up.last-words, "
            ],
        ),
        (["chase"], ["--tune chase: is no setting; write it as RULE.PARAMETER=VALUE"]),
        (["=3"], ["--tune =3: is no setting; write it as RULE.PARAMETER=VALUE"]),
        (
            ["chase.grace=1 wrking day"],
            [
                "--tune chase.grace: '1 wrking day' is not a period: 'wrking day' is no unit; "
                "did you mean 'working days'?"
            ],
        ),
        (
            ["chase.at-most=0"],
            ["--tune chase.at-most: 0 does not fit in place of 2; give a whole number from 1 on"],
        ),
        (
            ["chase.at-most=\x1b"],
            [
                "--tune chase.at-most: '\\x1b' does not fit in place of 2; "
                "give a whole number from 1 on"
            ],
        ),
        (
            ["thank-you.morning=8:30"],
            [
                "--tune thank-you.morning: '8:30' does not fit in place of 09:00; "
                "give a time such as '14:00'"
            ],
        ),
        (
            ["chase.at-most=3", "chase.at-most=4"],
            ["--tune chase.at-most: is given twice; leave out one of the two"],
        ),
        (
            ["\u202echase=3", "x"],
            [
                "--tune x: is no setting; write it as RULE.PARAMETER=VALUE",
                "--tune \\u202echase: no parameter has that name; ",
            ],
        ),
    ],
)
def test_a_setting_that_is_wrong_is_named(
    run: Run, settings: list[str], problems: list[str]
) -> None:
    tuned = [part for setting in settings for part in ("--tune", setting)]
    messages = run.problems("plan", ONE_INTERVIEW, "--now", NOON, *tuned)
    pairs = list(zip(problems, messages, strict=True))
    assert [] == [pair for pair in pairs if not pair[1].startswith(pair[0])]


def test_what_is_wrong_with_a_setting_and_with_the_file_is_said_together(run: Run) -> None:
    problems = run.problems("plan", "nowhere.toml", "--tune", "chase", "--now", NOON)
    assert ["--tune chase", "nowhere.toml"] == [problem.split(":")[0] for problem in problems]
