"""What a command is about: moments, files and packs, and everything that is wrong with them."""

from __future__ import annotations

from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any

import pytest

from command_line import A_TIME, ABROAD, LONDON, NOON, ONE_INTERVIEW, Run
from interview_followup._cli import inputs
from zones import FOLDS, GAPS, utc


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
        planned["now"] for planned in plans
    ]


@pytest.mark.parametrize(
    ("day", "moment"),
    [
        ("2026-11-24", "2026-11-24T00:00:00-05:00"),
        ("2026-03-08", "2026-03-08T00:00:00-05:00"),
        ("1970-01-02", "1970-01-02T00:00:00-05:00"),
        ("2199-12-31", "2199-12-31T00:00:00-05:00"),
    ],
    ids=["a day", "the clocks go forward", "the first", "the last"],
)
def test_now_may_be_a_day_of_the_search_s_zone(
    run: Run, abroad: str, day: str, moment: str
) -> None:
    assert moment == run.json("plan", abroad, "--now", day)["now"]
    assert run.json("plan", abroad, "--now", moment) == run.json("plan", abroad, "--now", day)
    assert run.json("explain", abroad, "call", "--now", moment) == run.json(
        "explain", abroad, "call", "--now", day
    )


def test_a_day_may_be_one_whose_midnight_is_skipped(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "havana.toml"
    path.write_text('timezone = "America/Havana"', encoding="utf-8")
    now = run.json("plan", str(path), "--now", "2025-03-09")["now"]
    assert "2025-03-09T01:00:00-04:00" == now


@pytest.mark.parametrize(
    ("day", "mend"),
    [
        ("2026-11-24T", A_TIME),
        ("24-11-2026", "write it as 2026-11-24"),
        ("2026-1-1", "write it as 2026-01-01"),
        ("20261124", "write it as 2026-11-24"),
        ("2026-W48-2", "write it as 2026-11-24"),
    ],
)
def test_a_day_that_is_written_otherwise_is_refused(run: Run, day: str, mend: str) -> None:
    assert [f"--now: {day!r} is not a date and time; {mend}"] == run.problems(
        "plan", ONE_INTERVIEW, "--now", day
    )


GAP, FOLD = GAPS[LONDON].before.isoformat(), FOLDS[LONDON].after.isoformat()


@pytest.mark.parametrize(
    ("time", "problem"),
    [
        ("soon", f"'soon' is not a date and time; {A_TIME}"),
        ("2026-11-31", "'2026-11-31' is not a date and time; check the month and the day"),
        ("2200-01-01", "2200-01-01 is not between 1970 and 2200; check the year"),
        ("12:00", f"'12:00' is not a date and time; {A_TIME}"),
        ("", f"'' is not a date and time; {A_TIME}"),
        (
            "2026-02-30T12:00",
            "'2026-02-30T12:00' is not a date and time; check the month and the day",
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
    ids=[
        "no time",
        "no such date",
        "a date too late",
        "a time of day",
        "empty",
        "no such day",
        "in a gap",
        "in a fold",
    ],
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

    monkeypatch.setattr(inputs, "datetime", Clock)
    option = "--now" if arguments[0] == "plan" else "--at"
    assert run.text(*arguments) == run.text(*arguments, option, NOON)


def test_the_time_given_is_not_that_of_the_system_s_clock(run: Run) -> None:
    heading = run.text("plan", ONE_INTERVIEW, "--now", "1999-12-31T23:59:59.999999").splitlines()[0]
    assert "Plan for Fri 31 Dec 1999, 23:59 GMT (Europe/London)" == heading


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
        "--of: 'Acmee' is not in the search; did you mean 'Acme'?",
    } == set(problems)


def test_a_time_out_of_range_is_named_by_its_option(run: Run) -> None:
    [problem] = run.problems("plan", ONE_INTERVIEW, "--now", "1969-12-31T23:59Z")
    expected = "--now: 1969-12-31T23:59:00+00:00 is not between 1970 and 2200; check the year"
    assert expected == problem


def test_what_is_wrong_with_a_pack_the_file_and_the_time_is_said_together(run: Run) -> None:
    pack, file, now = run.problems("plan", "nowhere.toml", "--now", "soon", "--pack", "nothing")
    assert pack.startswith("pack 'nothing': is not installed; ")
    assert file.startswith("nowhere.toml: cannot be read: ")
    assert now.startswith("--now: 'soon' is not a date and time; ")


def test_what_only_a_pack_knows_is_not_wrong_in_a_file_while_it_cannot_be_loaded(
    run: Run, tmp_path: Path, in_pieces: str
) -> None:
    path = tmp_path / "search.toml"
    text = ABROAD.replace("minutes = 60", "minutes = 60\nfacts = {mood = 1}\nrole = 5")
    path.write_text(text, encoding="utf-8")
    pack, file = run.problems("plan", str(path), "--now", NOON, "--pack", "pieces")
    assert (in_pieces, True) == (
        pack,
        file.startswith("applications[0].interviews[0].role (Acme): "),
    )


@pytest.mark.parametrize("command", ["check", "explain"])
def test_an_act_is_not_unknown_while_its_pack_cannot_be_loaded(
    run: Run, command: str, in_pieces: str
) -> None:
    arguments = (command, ONE_INTERVIEW, "send-card", "--pack", "pieces")
    assert [in_pieces] == run.problems(*arguments)
