"""`rules`: what the rules say, with their numbers and sources."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from command_line import Run, the
from interview_followup import CV_LIBRARY, RuleSet, to_dict
from interview_followup.exports.text import rules_text
from interview_followup.language import Rule, application


def test_the_rules_are_listed_in_the_order_of_the_article(run: Run) -> None:
    listed = run.json("rules")["rules"]
    assert [rule.name for rule in CV_LIBRARY] == [rule["name"] for rule in listed]
    assert sorted(rule["item"] for rule in listed) == [rule["item"] for rule in listed]


@pytest.mark.parametrize("name", ["stop-looking", "chase"])
def test_a_rule_in_json(run: Run, name: str) -> None:
    rule = CV_LIBRARY[name]
    table = the(run.json("rules")["rules"], name=name)
    assert len(rule.parameters) == len(table.pop("parameters"))
    assert {
        "name": name,
        "act": name,
        "kind": rule.kind,
        "per": rule.per,
        "item": rule.source.item,
        "text": str(rule.text),
        "says": {place: str(words) for place, words in rule.says()},
        "where": rule.where(),
        "why": rule.why,
        "wording": [
            {"kind": wording.kind, "text": wording.text, "source": str(wording.source)}
            for wording in rule.wording
        ],
        "source": str(rule.source),
    } == table


def test_every_number_is_listed_with_its_source_under_the_name_that_tunes_it(run: Run) -> None:
    listed = [number for rule in run.json("rules")["rules"] for number in rule["parameters"]]
    known = {
        f"{rule.name}.{number.name}": number for rule in CV_LIBRARY for number in rule.parameters
    }
    assert {name: (str(number), str(number.source)) for name, number in known.items()} == {
        number["name"]: (number["value"], number["source"]) for number in listed
    }


def test_every_rule_and_every_number_is_listed_as_text(run: Run) -> None:
    words = run.text("rules").split()
    names = {rule.name for rule in CV_LIBRARY}
    names |= {f"{rule.name}.{number.name}" for rule in CV_LIBRARY for number in rule.parameters}
    assert set() == names - set(words)


def test_a_rule_of_one_s_own_is_listed_without_an_item() -> None:
    own = Rule(
        name="send-flowers",
        per=application,
        opens=application.latest_ends,
        text="Send flowers",
        why="Why not?",
    )
    assert "send-flowers\n" == rules_text(RuleSet([own]))[:13]
    assert [None] == [rule["item"] for rule in to_dict(RuleSet([own]))["rules"]]


def test_rules_are_written_as_a_file_that_is_read_as_a_pack(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(run.text("rules", "--tune", "chase.wait=3 days", "--format", "toml"))
    listed = run.json("rules", "--pack", str(path))["rules"]
    assert run.json("rules", "--tune", "chase.wait=3 days")["rules"] == listed


def test_without_the_extra_rules_are_not_written_as_a_file(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "tomlkit", None)
    expected = "--format toml: needs tomlkit; pip install 'interview_followup[toml]'"
    assert [expected] == run.problems("rules", "--format", "toml")


def test_what_is_wrong_with_a_pack_that_is_a_file_is_told_with_the_file(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("[[rules]]\nname = 'wave'\n")
    problems = run.problems("rules", "--pack", str(path), "--pack", "cv-libary")
    assert [
        f"{path}: rules[0].per (wave): is missing; "
        "say what it is about: search, application, interview or person"
    ] == problems[:1]
    assert "pack 'cv-libary': is not installed; did you mean 'cv-library'?" == problems[-1]
