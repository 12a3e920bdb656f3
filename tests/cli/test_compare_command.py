"""`compare`: what several packs say of the search on file."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import NOON, ONE_INTERVIEW, Run

PACKS = ("--pack", "cv-library", "--pack", "cards")
FACTS = """
from interview_followup import Rule, RuleSet
from interview_followup.language import application, days, moment_fact

DUE = moment_fact("application.task_due", "the task is due")
RULES = RuleSet([
    Rule(name="send-task", per=application, opens=DUE - days(2), closes=DUE,
         text="Send your solution", why="It is due."),
])
"""

pytestmark = pytest.mark.usefixtures("published")


def test_what_packs_say_is_printed_side_by_side(run: Run) -> None:
    text = run.text("compare", ONE_INTERVIEW, *PACKS, "--now", NOON)
    assert text.startswith("cv-library and cards on Tue 24 Nov 2026, 12:00 GMT (Europe/London)\n")
    assert "  cards       no rule\n" in text
    assert max(map(len, text.split("\n"))) <= 80


def test_a_comparison_is_as_wide_as_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    text = run.text("compare", ONE_INTERVIEW, *PACKS, "--now", NOON)
    assert 50 < max(map(len, text.split("\n"))) <= 60


def test_a_comparison_is_json_or_a_page_where_that_is_asked_for(run: Run) -> None:
    document = run.json("compare", ONE_INTERVIEW, *PACKS, "--now", NOON)
    assert ["cv-library", "cards"] == document["packs"]
    page = run.text("compare", ONE_INTERVIEW, *PACKS, "--now", NOON, "--format", "html")
    assert page.startswith("<!DOCTYPE html>")
    assert page.isascii()


def test_a_part_of_a_comparison_is_chosen_as_that_of_a_plan_is(run: Run) -> None:
    whole = run.json("compare", ONE_INTERVIEW, *PACKS, "--now", NOON)["acts"]
    part = run.json("compare", ONE_INTERVIEW, *PACKS, "--now", NOON, "--of", "Priya Shah")["acts"]
    assert part == [act for act in whole if act["person"] == "Priya Shah"]
    [problem] = run.problems("compare", ONE_INTERVIEW, *PACKS, "--to", "Pria Shah")
    assert "--to: 'Pria Shah' is not in the search; did you mean 'Priya Shah'?" == problem


@pytest.mark.parametrize("packs", [(), ("--pack", "cards"), ("--pack", "cards") * 2])
def test_two_packs_have_to_be_named(run: Run, packs: tuple[str, ...]) -> None:
    expected = (
        "--pack: is to say what to compare with what; "
        "name two or more, as in --pack cv-library --pack mine"
    )
    assert [expected] == run.problems("compare", ONE_INTERVIEW, *packs, "--now", NOON)


def test_what_is_wrong_with_packs_and_with_the_file_is_said_together(
    run: Run,
) -> None:
    options = ("--pack", "card", "--pack", "pieces")
    problems = run.problems("compare", "nowhere.toml", *options, "--now", NOON)
    assert ["pack 'card'", "pack 'pieces' of interview_followup", "nowhere.toml"] == [
        problem.split(":")[0] for problem in problems
    ]


def test_packs_are_tuned_where_they_have_the_number(run: Run) -> None:
    before, after = (
        run.json("compare", ONE_INTERVIEW, *PACKS, "--now", NOON, *tune)
        for tune in ((), ("--tune", "thank-you.within=1 day"))
    )
    assert before != after


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("thank-you.witin=1 day", "--tune thank-you.witin: no parameter has that name; did you"),
        ("thank-you.within=soon", "--tune thank-you.within: 'soon' is not a period"),
        ("x", "--tune x: is no setting"),
    ],
)
def test_a_setting_that_fits_no_pack_is_named_once(run: Run, setting: str, expected: str) -> None:
    [problem] = run.problems("compare", ONE_INTERVIEW, *PACKS, "--now", NOON, "--tune", setting)
    assert problem.startswith(expected)


def test_a_file_may_say_acts_and_facts_of_one_pack_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pack_of_cards.py").write_text(FACTS, encoding="utf-8")
    path = tmp_path / "search.toml"
    text = """
timezone = "Europe/London"
[[applications]]
facts = { task_due = 2026-11-25T10:00:00 }
done = [{ act = "chase", at = 2026-11-20 }, { act = "send-task", at = 2026-11-20 }]
"""
    path.write_text(text, encoding="utf-8")
    [task] = run.json("compare", str(path), *PACKS, "--now", NOON)["acts"][:1]
    assert ("send-task", ["no rule", "open"]) == (
        task["act"],
        [opinion["says"] for opinion in task["opinions"]],
    )
    path.write_text(text.replace("task_due", "task_deu").replace("chase", "chse"), encoding="utf-8")
    problems = run.problems("compare", str(path), *PACKS, "--now", NOON)
    assert {"applications[0].done[0].act", "applications[0].facts.task_deu"} == {
        problem.split(":")[0] for problem in problems
    }
