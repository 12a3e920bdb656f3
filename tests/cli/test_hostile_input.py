"""What is printed of somebody else's text: packs, keys of files and arguments can do no harm."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import TypeAlias

import pytest

from command_line import ABROAD, NOON, ONE_INTERVIEW, Run, python_m
from interview_followup import _cli

TRAP = """
from interview_followup import Rule, RuleSet
from interview_followup.language import interview, moment_fact

def raises(subject):
    raise ValueError("gone\\x1b[2J\\nforged: line")

NEVER = moment_fact("interview.evil\\x1b[2J", "evil\\x1b[2J\\nlabel", raises)
RULES = RuleSet([
    Rule(name="send-cards", per=interview, opens=interview.ends,
         text="Send \\x1b[2J\\u202e {employer}\\nDO NOW", why="\\x1b[31mRed"),
])
FAILING = RuleSet([Rule(name="send-cards", per=interview, opens=NEVER, text="Send", why="So.")])
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ("plan", "FILE", "--now", NOON),
        ("check", "FILE", "send-cards", "--at", NOON),
        ("explain", "FILE", "send-cards", "--now", NOON),
        ("forecast", "FILE", "--now", NOON),
        ("rules",),
    ],
    ids=lambda arguments: str(arguments[0]),
)
@pytest.mark.parametrize("pack", ["cards", "trap"])
def test_the_texts_of_a_pack_are_escaped(
    run: Run, trap: None, abroad: str, arguments: tuple[str, ...], pack: str
) -> None:
    there = [abroad if argument == "FILE" else argument for argument in arguments]
    _, out, err = run(*there, "--pack", pack)
    assert (out + err).replace("\n", "").isprintable()
    assert "\nforged" not in out + err
    assert "\nDO NOW" not in out.replace("\nDO NOW\n", "")


@pytest.fixture
def trap(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Pretend that two packs are installed whose texts would clear the screen."""
    (tmp_path / "pack_of_traps.py").write_text(TRAP, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "pack_of_traps", raising=False)
    values = {"cards": "pack_of_traps:RULES", "trap": "pack_of_traps:FAILING"}
    entries = metadata.EntryPoints(
        metadata.EntryPoint(name=name, value=value, group="interview_followup.rules")
        for name, value in values.items()
    )
    monkeypatch.setattr(metadata, "entry_points", entries.select)


def test_a_key_in_a_file_is_escaped(tmp_path: Path) -> None:
    path = tmp_path / "evil.toml"
    path.write_text(f'"evil\\u001b[2J\\r\\nforged" = 1\n{ABROAD}', encoding="utf-8")
    status, out, err = python_m("plan", str(path), "--now", NOON)
    assert (2, "") == (status, out)
    assert err.startswith(r"evil\x1b[2J\r\nforged: is not a key here; ")


def test_a_wrong_argument_is_escaped() -> None:
    status, out, err = python_m("rules", "evil\x1b[2J")
    assert (2, "") == (status, out)
    assert err.endswith("unrecognized arguments: evil\\x1b[2J\n")


# -- packs ----------------------------------------------------------------------------------------

Publish: TypeAlias = Callable[[str, str], None]

CARDS = """
from interview_followup import Rule, RuleSet
from interview_followup.language import interview

RULES = RuleSet([Rule(name="send-cards", per=interview, opens=interview.ends, text="a", why="b")])
"""


@pytest.fixture
def publish(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Publish:
    """Return a function that pretends that a pack is installed, beside the shipped one."""
    monkeypatch.syspath_prepend(str(tmp_path))
    values = {"cv-library": "interview_followup.advice:CV_LIBRARY"}

    def add(name: str, source: str) -> None:
        module = f"pack_{len(values)}_of_somebody"
        (tmp_path / f"{module}.py").write_text(source, encoding="utf-8")
        monkeypatch.delitem(sys.modules, module, raising=False)
        values[name] = f"{module}:RULES"
        entries = metadata.EntryPoints(
            metadata.EntryPoint(name=name, value=value, group="interview_followup.rules")
            for name, value in values.items()
        )
        monkeypatch.setattr(metadata, "entry_points", entries.select)

    return add


def test_what_a_pack_prints_is_no_part_of_the_answer(run: Run, publish: Publish) -> None:
    publish("cards", f"print('hello')\n{CARDS}")
    status, out, err = run("rules", "--pack", "cards", "--format", "json")
    assert (0, "hello\n") == (status, err)
    assert ["send-cards"] == [rule["name"] for rule in json.loads(out)["rules"]]


BROKEN = {
    "an error": ("raise ValueError('no')", "ValueError: no"),
    "an exit": ("raise SystemExit(3)", "SystemExit: 3"),
    "no exception": ("class Odd(BaseException): pass\nraise Odd('no')", "Odd: no"),
    "a silent error": (
        "class Odd(Exception):\n    def __str__(self): raise ValueError\nraise Odd",
        "Odd: it cannot say why",
    ),
    "a long error": ("raise ValueError('x' * 10_000)", f"ValueError: {'x' * 199}…"),
    "escapes": (r"raise ValueError('\x1b[2J\nforged')", r"ValueError: \x1b[2J; forged"),
}


@pytest.mark.parametrize(("source", "expected"), BROKEN.values(), ids=BROKEN)
def test_one_broken_pack_harms_nothing_else(
    run: Run, publish: Publish, source: str, expected: str
) -> None:
    publish("broken", source)
    publish("cards", CARDS)
    status, out, err = run("packs", "--load")
    assert (1, "") == (status, err)
    lines = out.splitlines()
    assert lines[0].startswith("broken  pack_1_of_somebody:RULES (None): BROKEN")
    assert f"cannot be imported: {expected} (line " in lines[1]
    assert lines[2].startswith("cards  pack_2_of_somebody:RULES (None): 1 rules")
    assert lines[3].startswith("cv-library  interview_followup.advice:CV_LIBRARY (None): ")
    assert [] == run.problems("rules", "--pack", "broken")[1:]


def test_the_name_of_an_entry_point_is_escaped(run: Run, publish: Publish) -> None:
    publish("evil\x1b[2J", CARDS)
    line = run.text("packs").splitlines()[-1]
    assert line == "evil\\x1b[2J  pack_1_of_somebody:RULES (None)"


# -- being stopped --------------------------------------------------------------------------------


def stopped(options: object) -> None:
    raise KeyboardInterrupt


def test_ctrl_c_is_one_line_and_a_status_of_its_own(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_cli, "_run", stopped)
    assert (130, "", "Interrupted\n") == run("plan", ONE_INTERVIEW, "--now", NOON)


WAITING = """
import sys, time
from interview_followup import _cli

def wait(options):
    print("ready", flush=True)
    time.sleep(60)

_cli._run = wait
sys.exit(_cli.main(["rules"]))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
def test_a_program_that_is_stopped_leaves_no_traceback() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WAITING], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert b"ready\n" == process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
        assert (130, b"Interrupted\n") == (process.returncode, err)
