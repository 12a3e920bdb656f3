"""What to say in a message, and what not to."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

from builders import applied, at, meeting, scheduled_act, searching
from interview_followup import Rule, RuleSet, plan, to_dict
from interview_followup.exports.text import rules_text
from interview_followup.language import AUTHOR, Source, Wording, do, dont, interview
from waves import refused, wave

AUNT = Source("My aunt")
NOON = at("2026-11-24 12:00")
SEARCH = searching(applied(meeting()))


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        pytest.param(do("Thank them"), Wording("do", "Thank them", AUTHOR), id="what to say"),
        pytest.param(dont("Never beg"), Wording("dont", "Never beg", AUTHOR), id="what not to"),
        pytest.param(do("Smile", source=AUNT), Wording("do", "Smile", AUNT), id="with its source"),
        pytest.param(dont("Cry", source=AUNT), Wording("dont", "Cry", AUNT), id="not, and why"),
    ],
)
def test_a_sentence_on_the_words_has_a_kind_a_text_and_a_source(
    wording: Wording, expected: Wording
) -> None:
    assert expected == wording


@pytest.mark.parametrize("title", ["A book", "the author of another rule", "your aunt"])
def test_a_sentence_is_shown_with_its_source_unless_that_is_the_author(title: str) -> None:
    assert f"do('Smile', source=Source('{title}'))" == repr(do("Smile", source=Source(title)))
    assert "dont('Cry')" == repr(dont("Cry"))


def test_a_rule_has_no_wording_unless_it_is_given() -> None:
    assert () == wave().wording
    assert () == scheduled_act(SEARCH, "wave", rules=RuleSet([wave()])).wording


@pytest.mark.parametrize(
    "given", [do("Smile"), [do("Smile")], (do("Smile"),)], ids=["alone", "a list", "a tuple"]
)
def test_wording_is_given_alone_or_as_a_list(given: Any) -> None:
    assert (do("Smile"),) == wave(wording=given).wording


def test_an_action_has_the_wording_of_its_rule_filled_in() -> None:
    rules = RuleSet([wave(wording=[do("Greet {employer} on {day}", source=AUNT), dont("Cry")])])
    expected = (do("Greet Acme on Tuesday 24 November", source=AUNT), dont("Cry"))
    [action] = plan(SEARCH, now=NOON, rules=rules).actions
    assert expected == action.wording
    assert expected == action.scheduled.wording


def nod(*wording: Wording) -> Rule:
    return wave(name="nod", act="wave", opens=interview.starts, wording=wording)


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        pytest.param((do("Bow"),), (do("Smile"), dont("Cry"), do("Bow")), id="another"),
        pytest.param((do("Smile"),), (do("Smile"), dont("Cry")), id="the same"),
        pytest.param(
            (do("Smile", source=AUNT),), (do("Smile"), dont("Cry")), id="the same, from elsewhere"
        ),
        pytest.param((dont("Smile"),), (do("Smile"), dont("Cry"), dont("Smile")), id="not to"),
    ],
)
def test_the_wording_of_several_rules_is_joined_and_none_of_it_said_twice(
    others: tuple[Wording, ...], expected: tuple[Wording, ...]
) -> None:
    rules = [wave(wording=[do("Smile"), dont("Cry")]), nod(*others)]
    for order in (rules, rules[::-1]):
        assert expected == scheduled_act(SEARCH, "wave", rules=RuleSet(order)).wording


def test_a_rule_that_is_silent_has_no_part_in_the_wording() -> None:
    quiet = nod(do("Bow"))
    rules = RuleSet([wave(wording=do("Smile")), quiet, wave(name="hush", act="wave")])
    rules = rules.replacing(wave(name="hush", act="wave", given=interview.remote, wording=do("Hm")))
    assert (do("Smile"), do("Bow")) == scheduled_act(SEARCH, "wave", rules=rules).wording


def test_wording_is_part_of_what_is_scheduled() -> None:
    one, other = (
        scheduled_act(SEARCH, "wave", rules=RuleSet([wave(wording=do(text))]))
        for text in ("Smile", "Bow")
    )
    assert one != other
    for again in (pickle.loads(pickle.dumps(one)), copy.deepcopy(one)):
        assert (do("Smile"),) == again.wording
        assert one == again


# -- what is refused ------------------------------------------------------------------------------

MEND = "give sentences such as do(...) and dont(...)"


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        pytest.param(5, f"wave.wording: 5 does not belong here; {MEND}", id="a number"),
        pytest.param("Smile", f"wave.wording: 'Smile' does not belong here; {MEND}", id="a text"),
        pytest.param(
            [do("Smile"), "Bow"],
            f"wave.wording[1]: 'Bow' does not belong here; {MEND}",
            id="a text in a list",
        ),
        pytest.param(
            Wording("dnt", "Cry"),  # type: ignore[arg-type]
            "wave.wording[0].kind: 'dnt' is no kind of wording; did you mean 'dont'?",
            id="no kind of wording",
        ),
        pytest.param(
            do(5),  # type: ignore[arg-type]
            "wave.wording[0].text: 5 is not text; give a sentence",
            id="no text",
        ),
        pytest.param(
            dont("Cry", source="My aunt"),  # type: ignore[arg-type]
            "wave.wording[0].source: 'My aunt' is not a source; give a Source(...)",
            id="no source",
        ),
        pytest.param(
            [do("Smile"), do("Greet {employr}")],
            "wave.wording[1].text: {employr} is nothing it can mention; did you mean 'employer'?",
            id="mentions nothing there is",
        ),
        pytest.param(
            do("Write before {closes}"),
            "wave.wording[0].text: {closes} is nothing it can mention; mention it in a caution",
            id="a date",
        ),
    ],
)
def test_what_is_no_wording_is_refused(wording: Any, expected: str) -> None:
    assert [expected] == refused(wording=wording)


# -- where it is shown ----------------------------------------------------------------------------

SAID = RuleSet([wave(wording=[do("Greet {employer}", source=AUNT), dont("Cry")])])


def test_wording_in_json_stands_between_why_and_source() -> None:
    [action] = to_dict(plan(SEARCH, now=NOON, rules=SAID))["actions"]
    assert ["why", "wording", "source"] == list(action)[-3:]
    assert [
        {"kind": "do", "text": "Greet Acme", "source": "My aunt"},
        {"kind": "dont", "text": "Cry", "source": "the author of the rule"},
    ] == action["wording"]


def test_the_wording_of_a_rule_is_listed_with_its_sources() -> None:
    [listed] = to_dict(SAID)["rules"]
    assert [
        {"kind": "do", "text": "Greet {employer}", "source": "My aunt"},
        {"kind": "dont", "text": "Cry", "source": "the author of the rule"},
    ] == listed["wording"]
    lines = [" ".join(line.split()) for line in rules_text(SAID).splitlines()]
    assert "do Greet {employer} (My aunt)" in lines
    assert "don't Cry (the author of the rule)" in lines
