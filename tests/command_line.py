"""Running the command line in tests, and the files that it is run on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from interview_followup import _cli

LONDON, NEW_YORK = "Europe/London", "America/New_York"


FOLDER = Path(__file__).parents[1] / "examples"


JOB_SEARCH, ONE_INTERVIEW = str(FOLDER / "job_search.toml"), str(FOLDER / "one_interview.toml")


NOON = "2026-11-24T12:00"


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


def python_m(*arguments: str, **environment: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "interview_followup", *arguments],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": "utf-8", **environment},
    )
    encoding = environment.get("PYTHONIOENCODING", "utf-8")
    return done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding)


SUBJECT = ["application", "interview", "person"]


def the(entries: list[dict[str, Any]], **known: Any) -> dict[str, Any]:
    """Return the one entry of which so much is known."""
    [only] = [entry for entry in entries if known.items() <= entry.items()]
    return only


A_TIME = "write it as 2026-11-24T10:00:00, perhaps with an offset, or as a day, 2026-11-24"


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
