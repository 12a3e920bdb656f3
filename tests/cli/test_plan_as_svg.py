"""Plans as pictures."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import JOB_SEARCH, NOON, ONE_INTERVIEW, Run
from interview_followup import plan, read_search
from interview_followup.exports.timeline import timeline_svg
from pictures import picture
from zones import aware

DOCS = Path(__file__).parents[2] / "docs"


def test_a_plan_is_printed_as_a_picture(run: Run) -> None:
    search = read_search(ONE_INTERVIEW)
    expected = timeline_svg(plan(search, now=aware(NOON, search.timezone)))
    assert f"{expected}\n" == run.text("plan", ONE_INTERVIEW, "--now", NOON, "--format", "svg")


def test_the_picture_in_the_documentation_is_what_its_command_prints(run: Run) -> None:
    """Where it is not, run the command of `docs/timeline.md` again."""
    arguments = ("plan", JOB_SEARCH, "--now", "2026-11-26T12:00", "--format", "svg")
    command = f"{' '.join(arguments)} > docs/timeline.svg"
    page = (DOCS / "timeline.md").read_text(encoding="utf-8")
    assert f"python -m interview_followup {command}" in page.replace(
        "examples/job_search.toml", JOB_SEARCH
    )
    svg = (DOCS / "timeline.svg").read_text(encoding="ascii")
    assert svg == run.text(*arguments)
    assert f"{len(picture(svg).rows)} windows" in page


def test_a_forecast_has_no_picture(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run.text("forecast", ONE_INTERVIEW, "--now", NOON, "--format", "svg")
    assert "invalid choice: 'svg'" in capsys.readouterr().err
