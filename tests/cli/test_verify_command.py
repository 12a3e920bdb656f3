"""`verify`: whether rules keep the laws."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from command_line import Run

CARDS = """
[[rules]]
name = "send-card"
per = "person"
opens = "interview.ends"
closes = "interview.ends + {closes}"
satisfied_by = "done('send-card')"
text = "Send {{person}} a card"
why = "Nobody else does."
"""
SECONDS = ("--seconds", "2")


@pytest.fixture
def cards(tmp_path: Path) -> str:
    path = tmp_path / "cards.toml"
    path.write_text(CARDS.format(closes="days(2)"), encoding="utf-8")
    return str(path)


def test_rules_that_keep_the_laws_are_said_to(run: Run, cards: str) -> None:
    status, out, err = run("verify", "--pack", cards, *SECONDS)
    assert (0, "") == (status, err)
    assert out.startswith("17 of 17 laws as expected, on ")
    assert "12. windows_leave_time holds\n" in out


def test_a_broken_law_is_an_answer_with_the_smallest_search_and_a_status_of_its_own(
    run: Run, cards: str
) -> None:
    Path(cards).write_text(CARDS.format(closes="hours(0)"), encoding="utf-8")
    status, out, err = run("verify", "--pack", cards, *SECONDS)
    assert (1, "") == (status, err)
    assert "12. windows_leave_time IS BROKEN\n" in out
    assert "  send-card leaves no time for send-card of Priya Shah" in out
    assert "Traceback" not in out


def test_rules_are_checked_as_they_are_tuned(run: Run) -> None:
    tune = ("--tune", "let-go.silence=soon")
    [problem] = run.problems("verify", "--pack", "beyond", *tune)
    assert problem.startswith("--tune let-go.silence: 'soon' is not a period")


def test_what_is_wrong_with_a_pack_is_said_as_everywhere(run: Run) -> None:
    [problem] = run.problems("verify", "--pack", "nowhere.toml")
    assert problem.startswith("nowhere.toml: cannot be read")


def test_a_number_of_seconds_is_one(run: Run) -> None:
    expected = "--seconds: 0.0 is no number of seconds; give one such as 60"
    assert [expected] == run.problems("verify", "--seconds", "0")


def test_without_hypothesis_the_extra_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "interview_followup.laws", None)
    expected = "verify: needs Hypothesis; pip install 'interview_followup[testing]'"
    assert [expected] == run.problems("verify")
