"""`packs`, and `--pack` of the other commands."""

from __future__ import annotations

import json
import os
import sys

import pytest

from command_line import NOON, ONE_INTERVIEW, Run
from interview_followup import CV_LIBRARY, _cli
from interview_followup._cli import commands

SHIPPED = "cv-library  interview_followup.advice:CV_LIBRARY (interview_followup)"


def test_the_shipped_pack_is_listed(run: Run) -> None:
    assert SHIPPED in run.text("packs").splitlines()
    assert f"{SHIPPED}: {len(CV_LIBRARY)} rules" in run.text("packs", "--load").splitlines()


@pytest.mark.usefixtures("published")
def test_packs_are_listed_without_an_import(run: Run) -> None:
    assert [
        "cards  pack_of_cards:RULES (interview_followup)",
        SHIPPED,
        "pieces  pack_in_pieces:RULES (interview_followup)",
    ] == run.text("packs").splitlines()
    assert not {"pack_of_cards", "pack_in_pieces"} & set(sys.modules)


def test_packs_are_loaded_on_request_and_one_that_is_broken_is_told_to_be_so(
    run: Run, in_pieces: str
) -> None:
    assert [
        "cards  pack_of_cards:RULES (interview_followup): 2 rules",
        f"{SHIPPED}: {len(CV_LIBRARY)} rules",
        "pieces  pack_in_pieces:RULES (interview_followup): BROKEN",
        f"  {in_pieces}",
    ] == run.text("packs", "--load").splitlines()


@pytest.mark.usefixtures("published")
def test_the_rules_of_a_pack_are_listed(run: Run) -> None:
    assert ["send-card", "patience"] == [
        rule["name"] for rule in run.json("rules", "--pack", "cards")["rules"]
    ]
    both = run.json("rules", "--pack", "cards", "--pack", "cv-library")["rules"]
    assert 2 + len(CV_LIBRARY) == len(both)
    assert run.text("rules") == run.text("rules", "--pack", "cv-library")


@pytest.mark.usefixtures("published")
def test_a_pack_is_what_is_planned_checked_and_explained_by(run: Run) -> None:
    more = ("--pack", "cards", "--format", "json")
    planned = json.loads(run.text("plan", ONE_INTERVIEW, "--now", NOON, *more))
    assert [("send-card", ["send-card", "patience"])] == [
        (action["act"], action["rules"]) for action in planned["actions"]
    ]
    assert 1 == run("check", ONE_INTERVIEW, "send-card", "--at", NOON, "--pack", "cards")[0]
    for act in ("send-card", "patience"):
        explanation = json.loads(run.text("explain", ONE_INTERVIEW, act, "--now", NOON, *more))
        assert "send-card" == explanation["act"]
        assert ["send-card", "patience"] == [rule["name"] for rule in explanation["rules"]]
    [problem] = run.problems("explain", ONE_INTERVIEW, "chase", "--pack", "cards")
    assert "act: no rule knows 'chase'; use one of: patience, send-card" == problem


@pytest.mark.parametrize(
    ("packs", "wrong"),
    [
        (["card"], ["card"]),
        (["pieces"], ["pieces"]),
        (["pieces", "cards", "card"], ["pieces", "card"]),
    ],
    ids=["unknown", "broken", "both"],
)
@pytest.mark.parametrize(
    "command",
    [
        ("rules",),
        ("plan", ONE_INTERVIEW),
        ("forecast", ONE_INTERVIEW),
        ("check", ONE_INTERVIEW, "chase"),
        ("explain", ONE_INTERVIEW, "chase"),
    ],
    ids=lambda command: command[0],
)
def test_a_pack_that_cannot_be_loaded_is_refused(
    run: Run, in_pieces: str, command: tuple[str, ...], packs: list[str], wrong: list[str]
) -> None:
    problems = {
        "card": "pack 'card': is not installed; did you mean 'cards'?",
        "pieces": in_pieces,
    }
    options = [option for name in packs for option in ("--pack", name)]
    assert [problems[name] for name in wrong] == run.problems(*command, *options)


def test_a_pack_is_no_choice_of_the_list_of_packs(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        _cli.main(["packs", "--pack", "cv-library"])
    assert (2, "") == (caught.value.code, capsys.readouterr().out)


def test_where_no_pack_is_installed_that_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "packs", tuple)
    assert ["No pack is installed.\n"] * 2 == [run.text("packs"), run.text("packs", "--load")]


@pytest.mark.parametrize(
    ("columns", "terminal", "width"),
    [("60", 100, 58), ("", 100, 98), ("wide", 100, 98), ("", None, 78)],
    ids=["as COLUMNS says", "the terminal's", "COLUMNS is no number", "no terminal"],
)
def test_help_is_as_wide_as_the_terminal(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    columns: str,
    terminal: int | None,
    width: int,
) -> None:
    def size(*_: int) -> os.terminal_size:
        if terminal is None:
            raise OSError
        return os.terminal_size((terminal, 24))

    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(os, "get_terminal_size", size)
    with pytest.raises(SystemExit):
        _cli.main(["plan", "--help"])
    text, _, _ = capsys.readouterr().out.partition("examples:")
    longest = max(map(len, text.splitlines()))
    assert width - 15 < longest <= width
