"""The command line as a program: usage, streams, exit statuses and help."""

from __future__ import annotations

import gc
import io
import os
import runpy
import subprocess
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from command_line import A_TIME, ABROAD, NOON, ONE_INTERVIEW, Run, python_m
from interview_followup import CV_LIBRARY, _cli
from interview_followup.exports.text import rules_text


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["plans"],
        ["plan"],
        ["check", ONE_INTERVIEW],
        ["plan", ONE_INTERVIEW, "--format", "xml"],
        ["plan", ONE_INTERVIEW, "--form", "json"],
        ["plan", ONE_INTERVIEW, "--no", NOON],
        ["packs", "--lo"],
        ["--hel"],
    ],
    ids=lambda arguments: " ".join(Path(argument).name for argument in arguments) or "nothing",
)
def test_wrong_usage_is_bad_input_too(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        _cli.main(arguments)
    printed = capsys.readouterr()
    assert (2, "", "usage: ") == (caught.value.code, printed.out, printed.err[:7])


def test_the_module_runs(run: Run) -> None:
    arguments = ("check", ONE_INTERVIEW, "chase", "--at", NOON)
    assert (1, run.text(*arguments), "") == python_m(*arguments)


def test_bad_input_leaves_no_traceback() -> None:
    problem = f"--now: 'soon' is not a date and time; {A_TIME}\n"
    assert (2, "", problem) == python_m("plan", ONE_INTERVIEW, "--now", "soon")


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_terminal_that_cannot_show_a_letter_is_no_reason_to_fail(
    tmp_path: Path, form: str
) -> None:
    path = tmp_path / "lodz.toml"
    path.write_text(ABROAD.replace("Acme", "Łódź"), encoding="utf-8")
    arguments = ("plan", str(path), "--now", NOON, "--format", form)
    status, out, err = python_m(*arguments, PYTHONIOENCODING="cp1252")
    assert (0, "") == (status, err)
    assert "America/New_York" in out


def test_a_reader_that_has_seen_enough_leaves_no_traceback() -> None:
    command = [sys.executable, "-m", "interview_followup", "rules"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert b"" == process.stderr.read()


def test_a_reader_that_has_seen_enough_does_not_change_the_exit_status(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "w", encoding="utf-8") as closed:
        monkeypatch.setattr(sys, "stdout", closed)
        assert 1 == _cli.main(["check", ONE_INTERVIEW, "chase", "--at", NOON])


def test_what_is_printed_can_be_kept() -> None:
    with redirect_stdout(StringIO()) as output:
        assert 1 == _cli.main(["check", ONE_INTERVIEW, "chase", "--at", NOON])
    assert output.getvalue().startswith("No. Too early to ask Acme about their decision")


def test_the_entry_point_is_the_command_line_and_does_nothing_by_itself(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    imported = runpy.run_module("interview_followup.__main__", run_name="imported")
    assert ("", True) == (capsys.readouterr().out, gc.isenabled())
    monkeypatch.setattr(sys, "argv", ["interview_followup", "rules"])
    assert 0 == imported["main"]()
    assert (rules_text(CV_LIBRARY) + "\n", True) == (capsys.readouterr().out, gc.isenabled())


def test_the_module_passes_on_the_exit_status(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["interview_followup", "rules"])
    with pytest.raises(SystemExit) as caught:
        runpy.run_module("interview_followup", run_name="__main__")
    assert 0 == caught.value.code
    assert rules_text(CV_LIBRARY) + "\n" == capsys.readouterr().out


def test_where_nothing_can_be_printed_the_input_counts_as_bad(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert 2 == _cli.main(["rules"])


@pytest.mark.parametrize(("reads", "expected"), [(False, 0), (True, 2)])
def test_a_reader_that_went_is_no_failure_but_a_full_disk_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, reads: bool, expected: int
) -> None:
    class Stream(io.StringIO):
        encoding = "utf-8"

        def fileno(self) -> int:
            return output.fileno()

        def write(self, _: str) -> int:
            raise OSError(28, "No space left on device") if reads else BrokenPipeError

    with (tmp_path / "out").open("w") as output:
        monkeypatch.setattr(sys, "stdout", Stream())
        assert expected == _cli.main(["rules"])


def test_the_module_runs_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["interview_followup", "rules"])
    with pytest.raises(SystemExit) as caught:
        runpy.run_module("interview_followup", run_name="__main__")
    assert 0 == caught.value.code
    assert capsys.readouterr().out.startswith("ask-how-to-follow-up (item 1)")
