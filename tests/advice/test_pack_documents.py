"""Rules are written as a file that reads back as the same rules."""

from __future__ import annotations

import tomllib
from time import process_time
from typing import Any

import pytest
from hypothesis import given

from drawing import drawing
from interview_followup import CV_LIBRARY, InvalidInput, RuleSet, strategies
from interview_followup.advice._pack_files import pack_in
from interview_followup.exports import document
from interview_followup.exports.document import rules_toml
from interview_followup.language import (
    MISSED_FOR,
    OURS,
    CautionText,
    Condition,
    Moment,
    Rule,
    Source,
    application,
    closed,
    condition_fact,
    count_fact,
    days,
    detail_fact,
    do,
    interview,
    later_of,
    moment_fact,
    named,
    parameter,
    search,
)


def read(text: str) -> RuleSet:
    return pack_in(text, "toml", "pack.toml")


def rule(name: str = "wave", **parts: Any) -> Rule:
    fields: dict[str, Any] = {"opens": interview.ends, "text": "Wave", "why": "It is kind."}
    return Rule(name=name, per=interview, **{**fields, **parts})


def written(*rules: Rule) -> dict[str, Any]:
    """Return what the file of some rules says, which reads back as them."""
    text = rules_toml(RuleSet(rules))
    assert RuleSet(rules) == read(text)
    return tomllib.loads(text)


def refused(*rules: Rule) -> list[str]:
    with pytest.raises(InvalidInput) as caught:
        rules_toml(RuleSet(rules))
    return [str(problem) for problem in caught.value.problems]


def test_rules_that_would_come_back_as_others_are_not_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(document, "pack_in", lambda *_: RuleSet([]))
    assert ["rules: cannot be written as a file; keep them in Python"] == refused(rule())


@drawing
@given(strategies.rule_sets())
def test_a_drawn_rule_set_reads_back_as_it_was_written(rules: RuleSet) -> None:
    assert rules == read(rules_toml(rules))


def test_the_shipped_rules_read_back_as_they_were_written() -> None:
    assert CV_LIBRARY == read(rules_toml(CV_LIBRARY))


def test_tuned_rules_read_back_as_they_were_written() -> None:
    tuned = CV_LIBRARY.tuned(
        {
            "thank-you.noon": "13:00",
            "thank-you.missed-for": days(1),
            "connect.office-opens": "08:00:30",
            "chase.wait": days(3),
            "chase.at-most": 3,
        }
    )
    assert tuned == read(rules_toml(tuned))
    twice = tuned.tuned({"chase.wait": days(4)})
    assert twice == read(rules_toml(twice))
    sourced = CV_LIBRARY.tuned({"chase.wait": days(4)}, source=Source("My aunt"))
    assert sourced == read(rules_toml(sourced))


def test_of_a_rule_no_more_is_written_than_it_says() -> None:
    assert {
        "rules": [
            {
                "name": "wave",
                "per": "interview",
                "opens": "interview.ends",
                "text": "Wave",
                "why": "It is kind.",
            }
        ]
    } == written(rule())


WAIT = parameter("wait", days(1), "how long to wait")
REST = parameter("wait", days(2), "how long to rest")


def test_what_several_rules_share_stands_above_them_all() -> None:
    soon = named("the moment that is soon enough", interview.ends + WAIT)
    rest = rule("rest", opens=interview.ends + REST)
    document = written(rule(opens=soon), rule("nod", opens=later_of(soon, interview.left)), rest)
    assert {"wait": {"value": "1 day", "text": "how long to wait"}} == document["parameters"]
    words = "named('the moment that is soon enough', interview.ends + wait)"
    assert {"moment_that_is_soon_enough": words} == document["expressions"]
    opens = ("moment_that_is_soon_enough", "later_of(moment_that_is_soon_enough, interview.left)")
    assert [*opens, "interview.ends + wait_2"] == [table["opens"] for table in document["rules"]]
    own = {"wait_2": {"name": "wait", "value": "2 days", "text": "how long to rest"}}
    assert own == document["rules"][2]["parameters"]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("wait", "wait"),
        ("wait-a-bit", "wait_bit"),
        ("for", "for_"),
        ("days", "days_"),
        ("7-days", "_7_days"),
        ("the", "it"),
    ],
)
def test_a_number_has_a_name_that_expressions_may_have(name: str, key: str) -> None:
    number = parameter(name, days(1), "how long")
    [table] = written(rule(opens=interview.ends + number))["rules"]
    assert f"interview.ends + {key}" == table["opens"]
    label = {} if name in ("wait", "for", "days", "7-days") else {"name": name}
    assert {key: {"value": "1 day", "text": "how long", **label}} == table["parameters"]


def test_a_name_is_made_of_six_words_at_most() -> None:
    moment = named("one two three four five six seven", interview.ends)
    [table] = written(rule(opens=moment))["rules"]
    assert ["one_two_three_four_five_six"] == [*table["expressions"]]


@pytest.mark.parametrize("act", ["a-wave", "wave-again"], ids=["before", "after"])
def test_an_act_is_written_that_is_not_called_like_the_rule(act: str) -> None:
    assert [act] == [table["act"] for table in written(rule(act=act))["rules"]]


@pytest.mark.parametrize(
    ("caution", "expected"),
    [
        (closed("Over"), None),
        (closed("Over", lasting=days(4)), "days(4)"),
        (CautionText("open", "Soon over", lasting=MISSED_FOR), "MISSED_FOR"),
    ],
    ids=["as usual", "longer", "of another phase"],
)
def test_how_long_a_caution_lasts_is_written_if_it_is_not_as_usual(
    caution: CautionText, expected: str | None
) -> None:
    [table] = written(rule(closes=interview.left, cautions=caution))["rules"]
    assert [expected] == [caution_table.get("lasting") for caution_table in table["cautions"]]


def test_words_that_give_no_name_are_given_one() -> None:
    [table] = written(rule(opens=named("終わり", interview.ends)))["rules"]
    assert {"it": "named('終わり', interview.ends)"} == table["expressions"]


def test_expressions_that_name_each_other_are_written_in_time_that_grows_with_their_number() -> (
    None
):
    """Of 400, each twice in the next, going into each again would take until the end of time."""
    moment: Moment = interview.ends
    for number in range(400):
        moment = named(f"moment {number}", later_of(moment, moment))
    started = process_time()
    [table] = written(rule(opens=moment))["rules"]
    assert 400 == len(table["expressions"])
    assert process_time() - started < 10


def test_facts_that_a_search_tells_are_written() -> None:
    due = moment_fact("interview.due", "the end of the task", ask="When?")
    rich = condition_fact("application.rich", "they are rich")
    rounds = count_fact("application.rounds", "how many rounds there are")
    pet: Any = detail_fact("search.pet", "a pet", denial="no pet", ask="A pet?", may_not_exist=True)
    document = written(rule(given=rich & rounds.at_least(2) & pet.exists, opens=due))
    assert [
        {"name": "application.rich", "kind": "condition", "label": "they are rich",
         "denial": "it is not so that they are rich"},
        {"name": "application.rounds", "kind": "count", "label": "how many rounds there are"},
        {"name": "search.pet", "kind": "detail", "label": "a pet", "denial": "no pet",
         "ask": "A pet?", "may_not_exist": True},
        {"name": "interview.due", "kind": "moment", "label": "the end of the task",
         "ask": "When?"},
    ] == document["facts"]  # fmt: skip


def test_a_source_that_is_cited_twice_has_a_name() -> None:
    aunt, uncle = Source("My aunt", "Ada Shah", 2), Source("My uncle")
    document = written(
        rule(source=aunt, wording=[do("Smile", source=aunt), do("Nod", source=uncle)])
    )
    assert {"ada_shah_2": {"title": "My aunt", "author": "Ada Shah", "item": 2}} == document[
        "sources"
    ]
    [table] = document["rules"]
    assert "ada_shah_2" == table["source"]
    assert ["ada_shah_2", "My uncle"] == [sentence["source"] for sentence in table["wording"]]


@pytest.mark.parametrize("title", ["an aunt", "your uncle"])
def test_a_source_has_a_name_wherever_its_title_is_in_the_alphabet(title: str) -> None:
    source = Source(title)
    document = written(rule(source=source, wording=[do("Smile", source=source)]))
    assert {title.replace("an ", "").replace(" ", "_"): {"title": title}} == document["sources"]


def test_a_source_that_nobody_named_is_not_written() -> None:
    document = written(rule(wording=[do("Smile")]), rule("nod"))
    assert ["rules"] == [*document]


def test_a_title_that_could_be_the_name_of_a_source_is_written_as_a_title() -> None:
    aunt, namesake = Source("My aunt", "Ada Shah"), Source("ada_shah")
    document = written(
        rule(source=aunt, wording=[do("Smile", source=aunt)]), rule("b", source=namesake)
    )
    assert {"title": "ada_shah"} == document["rules"][1]["source"]


def test_a_rule_with_a_function_of_python_cannot_be_written() -> None:
    alone = condition_fact("interview.alone", "you met one person", lambda _: True)
    here = moment_fact("interview.here", "here", zone=lambda subject: subject.zone)
    mend = "keep the rule in Python, or let the search tell the fact"
    assert [
        f"wave: uses interview.alone, a function of Python, which no file can hold; {mend}",
        f"nod: uses interview.here, a function of Python, which no file can hold; {mend}",
    ] == refused(rule(given=alone & alone), rule("nod", opens=here))


def test_one_name_for_two_facts_cannot_be_written() -> None:
    due, over = (moment_fact("interview.due", label) for label in ("the end", "the start"))
    assert [
        "nod: takes interview.due for another fact than is taken for it elsewhere; make it one fact"
    ] == refused(rule(opens=due), rule("nod", opens=over))


def doubled(times: int) -> Moment:
    moment: Moment = search.signed
    for _ in range(times):
        moment = later_of(moment, moment)
    return moment


def negated(times: int) -> Condition:
    condition: Condition = interview.remote
    for _ in range(times):
        condition = ~condition
    return condition


def test_what_is_too_large_for_a_file_cannot_be_written() -> None:
    assert ["as a file: rules[0].opens (wave): is longer than 10,000 characters; give parts of it "
            "a name, as a moment or a condition of the file"] == refused(
        rule(opens=doubled(30)))  # fmt: skip
    assert ["as a file: rules[0].given (wave): goes down more than 60 levels; give parts of it "
            "a name, as a moment or a condition of the file"] == refused(
        rule(given=negated(60)))  # fmt: skip


def test_numbers_of_others_cannot_be_written_under_the_name_of_this_library() -> None:
    number = parameter("wait", days(1), "how long", source=OURS)
    [problem] = refused(rule(opens=interview.ends + number))
    assert "as a file: rules[0] (wave), parameter wait: is no number of this library" in problem


def test_a_channel_that_reads_like_a_fact_cannot_be_written() -> None:
    [problem] = refused(rule(channel="x.y"))
    assert "as a file: rules[0].channel (wave), column 1: there is no 'x' here" in problem
    assert "post" == written(rule(channel="post"))["rules"][0]["channel"]
    route = application.chase_route
    assert "application.chase_route" == written(rule(channel=route))["rules"][0]["channel"]


def test_only_a_rule_set_is_written() -> None:
    wrong: Any = [rule()]
    with pytest.raises(InvalidInput, match="is not a rule set"):
        rules_toml(wrong)
