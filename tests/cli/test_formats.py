"""The table of formats: an entry in it is all that a format needs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from command_line import NOON, ONE_INTERVIEW, Run
from interview_followup._cli import main
from interview_followup._cli.commands import COMMANDS
from interview_followup._cli.formats import FORMATS, formats_of

ANSWERS = ("plan", "forecast", "explain", "check", "compare", "rules")
ARGUMENTS = {
    "plan": (ONE_INTERVIEW, "--now", NOON),
    "forecast": (ONE_INTERVIEW, "--now", NOON),
    "explain": (ONE_INTERVIEW, "chase", "--now", NOON),
    "check": (ONE_INTERVIEW, "chase", "--at", NOON),
    "compare": (ONE_INTERVIEW, "--pack", "cv-library", "--pack", "cards", "--now", NOON),
    "rules": (),
}


def test_only_commands_have_formats() -> None:
    names = {command.name for command in COMMANDS}
    assert set() == {name for writers in FORMATS.values() for name in writers} - names


def test_the_page_of_the_command_line_names_every_format() -> None:
    page = (Path(__file__).parents[2] / "docs" / "command_line.md").read_text(encoding="utf-8")
    unsaid = {name for name in FORMATS if not re.search(rf"`(?:.* --format )?{name}`", page)}
    assert {"text"} == unsaid, "Name it in docs/command_line.md, beside `--format`"


def test_every_command_with_formats_is_tried() -> None:
    assert set(ANSWERS) == {command.name for command in COMMANDS if formats_of(command.name)}


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("command", ANSWERS)
def test_a_command_answers_in_text_unless_json_is_asked_for(run: Run, command: str) -> None:
    assert ["text", "json"] == formats_of(command)[:2]
    text = run.text(command, *ARGUMENTS[command])
    assert text == run.text(command, *ARGUMENTS[command], "--format", "text")
    with pytest.raises(json.JSONDecodeError):
        json.loads(text)
    assert run.json(command, *ARGUMENTS[command])


@pytest.mark.parametrize("command", ["plan", "forecast"])
def test_only_a_text_is_longer_for_long(run: Run, command: str) -> None:
    longer = {
        name
        for name in formats_of(command)
        if run.text(command, *ARGUMENTS[command], "--format", name)
        != run.text(command, *ARGUMENTS[command], "--format", name, "--long")
    }
    assert {"text"} == longer


@pytest.mark.parametrize("arguments", [("packs",), ("schema", "plan")], ids=["packs", "schema"])
def test_a_command_that_the_table_does_not_have_offers_no_format(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    assert [] == formats_of(arguments[0])
    with pytest.raises(SystemExit):
        main([*arguments, "--format", "text"])
    assert "unrecognized arguments: --format text" in capsys.readouterr().err


def test_a_format_is_one_entry_and_offered_to_those_commands_that_have_it(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    count = {"plan": lambda plan: f"{len(plan.actions)} actions"}
    monkeypatch.setitem(FORMATS, "count", count)
    text = run.text("plan", ONE_INTERVIEW, "--now", NOON, "--format", "count")
    assert text.endswith(" actions\n")
    with pytest.raises(SystemExit):
        main(["check", ONE_INTERVIEW, "chase", "--format", "count"])
    assert "invalid choice: 'count' (choose from" in capsys.readouterr().err
