"""Plans and forecasts as calendars, ready to be written into a file."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import redirect_stdout
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from icalendar import Calendar

from appointments import parts
from command_line import LONDON, NOON, ONE_INTERVIEW, Run
from interview_followup import _cli, forecast, plan, read_search
from interview_followup.exports.calendar import plan_calendar
from zones import aware

MOMENT = aware(NOON, LONDON)
PLAN = ("plan", ONE_INTERVIEW, "--now", NOON, "--format", "ics")
AHEAD = ("forecast", ONE_INTERVIEW, "--now", NOON, "--horizon", "2026-12-24", "--format", "ics")


def test_a_plan_is_printed_as_a_calendar_that_is_stamped_with_its_moment(run: Run) -> None:
    calendar = plan_calendar(plan(read_search(ONE_INTERVIEW), now=MOMENT), stamp=MOMENT)
    assert calendar.to_ical().decode()[:-2] == run.text(*PLAN)[:-2]
    assert datetime(2026, 11, 24, 12, tzinfo=UTC) == calendar.events[0].DTSTAMP


def test_a_forecast_is_printed_as_a_calendar(run: Run) -> None:
    path = forecast(read_search(ONE_INTERVIEW), now=MOMENT, horizon=aware("2026-12-25", LONDON))
    printed = Calendar.from_ical(run.text(*AHEAD))
    assert {str(action.uid) for action in path.actions} == parts(printed).keys()


def test_only_a_part_of_a_plan_is_in_its_calendar(run: Run) -> None:
    printed = parts(Calendar.from_ical(run.text(*PLAN, "--of", "Priya Shah")))
    assert printed.keys() < parts(Calendar.from_ical(run.text(*PLAN))).keys()
    assert printed


def test_lines_end_and_letters_are_as_in_calendars_on_any_system(tmp_path: Path) -> None:
    file = tmp_path / "search.toml"
    text = Path(ONE_INTERVIEW).read_text(encoding="utf-8").replace("Acme", "株式会社")
    file.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "interview_followup", "plan", str(file), *PLAN[2:]]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    printed = subprocess.run(command, capture_output=True, env=environment, check=True).stdout
    assert "株式会社".encode() in printed
    assert printed.count(b"\n") == printed.count(b"\r\n")
    assert printed.endswith(b"END:VCALENDAR\r\n")


def test_what_prints_it_may_be_any_stream() -> None:
    with redirect_stdout(StringIO()) as printed:
        assert 0 == _cli.main(PLAN)
    assert printed.getvalue().startswith("BEGIN:VCALENDAR\r\n")


def test_without_icalendar_the_extra_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    expected = "--format ics: needs icalendar; pip install 'interview_followup[calendar]'"
    assert [expected] == run.problems(*PLAN)
