"""`forecast`: what there will be to do up to a horizon."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import NOON, ONE_INTERVIEW, Run


def test_a_forecast_tells_the_path_up_to_its_horizon(run: Run) -> None:
    arguments = ("forecast", ONE_INTERVIEW, "--now", NOON, "--horizon")
    document = run.json(*arguments, "2026-12-03T11:01")
    steps = [(action["act"], action["best"][:16]) for action in document["actions"]]
    assert [
        ("debrief", "2026-11-24T12:00"),
        ("thank-you", "2026-11-24T14:00"),
        ("keep-looking", "2026-12-01T11:00"),
    ] == [step for step in steps if step[0] != "chase"]
    assert ("2026-11-24T12:00:00+00:00", "2026-12-03T11:01:00+00:00") == (
        document["now"],
        document["until"],
    )
    text = run.text(*arguments, "2026-12-03T11:01")
    first = "From Tue 24 Nov 2026, 12:00 GMT until Thu 3 Dec 2026, 11:01 GMT (Europe/London)"
    assert first == text.splitlines()[0]
    assert "\n  today 14:00      Send Priya Shah" in text


@pytest.mark.parametrize(
    ("horizon", "until"),
    [
        ("2026-11-24", "2026-11-25T00:00:00+00:00"),
        ("2026-12-03", "2026-12-04T00:00:00+00:00"),
        ("2027-03-28", "2027-03-29T00:00:00+01:00"),
    ],
    ids=["the day itself", "a later day", "the clocks go forward"],
)
def test_a_horizon_may_be_a_day_and_is_its_end(run: Run, horizon: str, until: str) -> None:
    arguments = ("forecast", ONE_INTERVIEW, "--now", NOON, "--horizon")
    document = run.json(*arguments, horizon)
    assert until == document["until"]
    assert run.json(*arguments, until) == document


def test_a_forecast_may_be_of_one_day(run: Run) -> None:
    day = ("--now", "2026-11-24", "--horizon", "2026-11-24")
    heading = run.text("forecast", ONE_INTERVIEW, *day).splitlines()[0]
    expected = "From Tue 24 Nov 2026, 00:00 GMT until Wed 25 Nov 2026, 00:00 GMT (Europe/London)"
    assert expected == heading


def test_a_day_before_now_is_no_horizon(run: Run) -> None:
    arguments = ("forecast", ONE_INTERVIEW, "--now", NOON, "--horizon", "2026-11-23")
    assert ["--horizon: is before now; give a later time"] == run.problems(*arguments)


@pytest.mark.parametrize("horizon", ["2026-11-31", "2200-01-01"])
def test_a_day_that_is_none_is_no_horizon(run: Run, horizon: str) -> None:
    arguments = ("forecast", ONE_INTERVIEW, "--now", NOON, "--horizon", horizon)
    [problem] = run.problems(*arguments)
    assert problem.startswith("--horizon: ")


def test_a_forecast_looks_sixty_days_ahead(run: Run) -> None:
    until = run.json("forecast", ONE_INTERVIEW, "--now", NOON)["until"]
    assert "2027-01-23T12:00:00+00:00" == until


def test_a_forecast_of_nothing_says_so_beside_the_questions_of_now(
    run: Run, tmp_path: Path
) -> None:
    text = run.text("forecast", ONE_INTERVIEW, "--now", NOON, "--horizon", NOON)
    assert "\n\nThere is nothing to do.\n\nQUESTIONS\n" in text
    assert "What is Tom Reed's e-mail address?" in text
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
