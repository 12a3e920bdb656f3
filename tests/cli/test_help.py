"""Help, with examples that work, under the name by which the program was called."""

from __future__ import annotations

import io
import shlex
import sys
from datetime import datetime, tzinfo
from importlib import metadata
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from command_line import ONE_INTERVIEW, Run, python_m
from interview_followup import _cli, read_search
from interview_followup._cli import inputs
from interview_followup._cli.commands import COMMANDS
from interview_followup._cli.examples import EXAMPLES
from interview_followup.exports.document import search_json

WIDEST = 79


def help_of(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    with pytest.raises(SystemExit) as caught:
        _cli.main([*command, "--help"])
    assert 0 == caught.value.code
    return capsys.readouterr().out


def test_every_command_has_examples() -> None:
    assert {command.name for command in COMMANDS} == set(EXAMPLES)


@pytest.mark.parametrize("command", EXAMPLES)
def test_the_help_of_a_command_says_what_it_does_and_ends_with_its_examples(
    capsys: pytest.CaptureFixture[str], command: str
) -> None:
    text = help_of(capsys, command)
    [sentence] = [registered.help for registered in COMMANDS if registered.name == command]
    assert f"\n{sentence[0].upper()}{sentence[1:]}.\n" in text
    lines = [f"  interview-followup {example}" for example in EXAMPLES[command]]
    assert ["examples:", *lines] == text.splitlines()[-len(lines) - 1 :]


def test_the_help_of_the_program_has_an_example_of_each_of_some_commands(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = help_of(capsys).splitlines()
    examples = lines[lines.index("examples:") + 1 :]
    commands = [example.split()[1] for example in examples]
    assert ["init", "plan", "done", "check"] == commands


@pytest.mark.parametrize(
    "example", [example for examples in EXAMPLES.values() for example in examples]
)
def test_examples_work(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, example: str
) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Any:
            return datetime(2026, 11, 24, 15, tzinfo=tz)

    assert len(f"  python -m interview_followup {example}") <= WIDEST
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(inputs, "datetime", Clock)
    content = search_json(read_search(ONE_INTERVIEW)).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    if not example.startswith("init"):
        Path("search.toml").write_bytes(Path(ONE_INTERVIEW).read_bytes())
    status, out, err = run(*shlex.split(example.partition(" < ")[0]))
    assert ("", True, True) == (err, status in (0, 1), bool(out))


def test_the_name_of_a_module_that_runs_is_in_its_help() -> None:
    status, out, err = python_m("--help")
    assert (0, "") == (status, err)
    assert out.startswith("usage: python -m interview_followup ")
    assert "\n  python -m interview_followup plan search.toml\n" in out


@pytest.mark.parametrize("command", [(), ("plan",)], ids=["alone", "before a command"])
def test_the_version_is_that_of_the_package(
    capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit) as caught:
        _cli.main(["--version", *command])
    assert 0 == caught.value.code
    assert f"interview-followup {version('interview_followup')}\n" == capsys.readouterr().out


def test_a_copy_that_was_never_installed_has_no_version(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", fail)
    with pytest.raises(SystemExit):
        _cli.main(["--version"])
    assert "interview-followup of unknown version\n" == capsys.readouterr().out
