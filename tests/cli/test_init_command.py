"""`init`: a file to begin with."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pendulum
import pytest

from command_line import Run
from interview_followup import read_search, search_from_dict
from interview_followup._cli import inputs

NOW = pendulum.datetime(2026, 12, 31, 23, 30, tz="America/New_York")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "search.toml"


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pendulum, "now", lambda zone=NOW.timezone_name: NOW.in_timezone(zone))


def test_what_it_writes_is_a_search_with_a_plan(run: Run, path: Path) -> None:
    output = run.text("init", str(path))
    assert output.startswith(f"{path}: a job search to begin with. ")
    search = read_search(path)
    [application] = search.applications
    assert ("America/New_York", "Acme") == (search.timezone, application.employer)
    assert (
        "2027-01-01T10:00:00-05:00" == run.json("plan", str(path), "--now", "2026-12-31")["until"]
    )


def test_all_that_is_commented_out_is_valid_and_of_the_commonest(run: Run, path: Path) -> None:
    run.text("init", str(path))
    text = path.read_text(encoding="utf-8")
    document = tomllib.loads(re.sub(r"^#(?=\w+ = )", "", text, flags=re.MULTILINE))
    document["applications"][0]["interviews"][0].pop("left")  # It was before the end, the next day.
    search = search_from_dict(document)
    [application] = search.applications
    assert {"timezone", "applications", "waking_hours", "workdays"} == set(document)
    assert "rejected" == application.outcome
    assert application.recruiter is not None
    assert 2 == len(application.interviews[0].people)


@pytest.mark.parametrize("zone", ["UTC", "Etc/GMT+5", "GMT"])
def test_a_machine_that_is_nowhere_says_no_zone(
    run: Run, path: Path, monkeypatch: pytest.MonkeyPatch, zone: str
) -> None:
    monkeypatch.setattr(pendulum, "now", lambda _=None: NOW.in_timezone(zone))
    run.text("init", str(path))
    assert "Europe/London" == read_search(path).timezone


def test_a_machine_whose_zone_cannot_be_read_says_none(
    run: Run, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def now(zone: Any = None) -> pendulum.DateTime:
        if zone is None:
            raise ValueError
        return NOW.in_timezone(zone)

    monkeypatch.setattr(pendulum, "now", now)
    assert "UTC" == inputs.here_and_now().timezone_name
    run.text("init", str(path))
    assert "Europe/London" == read_search(path).timezone


def test_a_file_that_is_there_stays_as_it_is(run: Run, path: Path) -> None:
    path.write_text("mine", encoding="utf-8")
    assert [f"{path}: is there already; give another name"] == run.problems("init", str(path))
    assert "mine" == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["search.json", "search", "-"])
def test_its_name_says_that_it_is_toml(run: Run, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    [problem] = run.problems("init", str(path))
    assert problem == f"{path}: is not named as TOML is; name it as in job_search.toml"
    assert not path.exists()


def test_where_nothing_can_be_written_that_is_said(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "search.toml"
    expected = f"{path}: cannot be written: No such file or directory; "
    [problem] = run.problems("init", str(path))
    assert problem.startswith(expected)
