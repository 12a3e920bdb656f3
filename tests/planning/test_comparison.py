"""Packs side by side on one search: what each says, and what they say differently."""

from __future__ import annotations

import pickle
from datetime import timedelta
from typing import Any

import pytest

from builders import applied, at, card, did, meeting, priya, searching, tom
from interview_followup import (
    CV_LIBRARY,
    ComparedAct,
    Comparison,
    InvalidInput,
    JobSearch,
    Rule,
    RuleSet,
    SetAside,
    compare,
)
from interview_followup.language import (
    Source,
    days,
    hours,
    interview,
    person,
    search,
)

NOW = at("2026-11-24 12:00")
PAPER, AGENCY = Source("A paper"), Source("An agency")
CARD = card(source=PAPER, closes=interview.ends + days(2))
NEVER = Rule(
    name="never",
    act="send-card",
    kind="veto",
    per=person,
    text="Send no card",
    why="They mind.",
    source=AGENCY,
)
MET = searching(applied(meeting()))


def compared(searched: JobSearch = MET, /, **packs: Any) -> Comparison:
    sets = {name: RuleSet(rules) for name, rules in packs.items()}
    return compare(searched, sets, now=NOW)


def only(**packs: Any) -> ComparedAct:
    [act] = compared(MET, **packs).acts
    return act


def opinions(**packs: Any) -> list[str]:
    return [opinion.says for opinion in only(**packs).opinions]


def test_each_pack_says_what_it_says_of_an_act() -> None:
    act = only(one=[CARD], other=[card(best=interview.ends + hours(5))])
    assert ("send-card", "Send Priya Shah a card") == (act.act, act.text)
    assert ["one", "other"] == [opinion.pack for opinion in act.opinions]
    one, other = act.opinions
    assert ("open", ("send-card",), "A paper") == (one.says, one.rules, one.source)
    assert (at("2026-11-24 11:00"), at("2026-11-26 11:00")) == (one.opens, one.closes)
    assert "Nobody else does. Best: the interview's end." == one.why
    assert (at("2026-11-24 16:00"), None) == (other.best, other.due)
    assert ("best", "closes") == act.differs


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ([CARD], "open"),
        ([NEVER], "never"),
        ([CARD, NEVER], "never"),
        ([], "no rule"),
        ([card(given=interview.remote)], "silent"),
        ([card(opens=interview.ends + hours(2), best=None)], "early"),
    ],
)
def test_what_a_pack_says_is_a_status_or_never_or_no_rule(other: list[Rule], expected: str) -> None:
    assert ["open", expected] == opinions(one=[CARD], other=other)


def test_the_reason_is_that_of_the_rules_or_why_they_are_silent() -> None:
    quiet = card(given=interview.remote)
    opinions = only(one=[CARD], never=[NEVER], silent=[quiet], none=[]).opinions
    assert ["They mind.", "The interview is not known to be by video or phone.", ""] == [
        opinion.why for opinion in opinions[1:]
    ]
    assert ["A paper", "An agency", "", ""] == [opinion.source for opinion in opinions]
    assert [True, False, False, False] == [opinion.is_dated for opinion in opinions]


def test_what_was_done_or_set_aside_is_so_for_every_pack() -> None:
    done = searching(applied(meeting(done=[did("send-card", "2026-11-24 11:30", "Priya Shah")])))
    assert ["done", "done"] == [
        opinion.says for opinion in compared(done, one=[CARD], other=[CARD]).acts[0].opinions
    ]
    aside = [SetAside(act="send-card", to="Priya Shah")]
    quiet = searching(applied(meeting(set_aside=aside)))
    assert "set-aside" == compared(quiet, one=[CARD]).acts[0].opinions[0].says


def test_what_all_say_alike_is_told_from_what_they_do_not() -> None:
    wave = card(name="wave")
    comparison = compared(one=[CARD, wave], other=[NEVER, wave])
    assert (["send-card"], ["wave"]) == (
        [act.act for act in comparison.differing],
        [act.act for act in comparison.alike],
    )
    assert () == comparison.alike[0].differs
    assert ("says",) == comparison.differing[0].differs


def test_dates_are_compared_where_packs_give_them() -> None:
    act = only(one=[CARD], never=[NEVER], none=[], other=[card(closes=interview.ends + days(3))])
    assert ("says", "closes") == act.differs
    assert {"opens": at("2026-11-24 11:00"), "best": at("2026-11-24 11:00")} == act.alike
    # Where one pack alone dates the act, there is nothing to have in common.
    assert {} == only(one=[CARD], never=[NEVER]).alike


def test_channels_are_compared_too() -> None:
    act = only(one=[card(channel="email")], other=[card(channel="linkedin")])
    assert ("channel",) == act.differs
    assert [("email", "priya@acme.example"), ("linkedin", "linkedin.example/priya")] == [
        (opinion.channel, opinion.to) for opinion in act.opinions
    ]


def test_a_pack_that_says_all_the_same_as_one_before_it_is_known() -> None:
    other = card(closes=interview.ends + days(3))
    act = only(one=[CARD], other=[other], third=[CARD], fourth=[other], fifth=[CARD])
    assert [None, None, "one", "other", "one"] == [
        act.as_before(opinion) for opinion in act.opinions
    ]


def test_an_act_that_no_pack_speaks_of_is_left_out() -> None:
    assert () == compared(one=[card(given=interview.remote)], other=[]).acts
    assert () == compared(searching(), one=[CARD]).acts


def test_acts_come_by_their_first_best_moment_whichever_pack_has_it() -> None:
    late, soon = card(name="late", best=interview.ends + days(1)), card(name="soon")
    comparison = compared(
        one=[late, card(name="after", best=interview.ends + days(2))],
        other=[card(name="after"), soon],
    )
    assert ["after", "soon", "late"] == [act.act for act in comparison.acts]


def test_packs_may_have_an_act_for_two_kinds_of_subject() -> None:
    whole = Rule(
        name="send-card",
        per=interview,
        opens=interview.ends,
        text="Send one card",
        why="One will do.",
    )
    acts = compared(one=[CARD], other=[whole]).acts
    assert [["no rule", "open"], ["open", "no rule"]] == sorted(
        [opinion.says for opinion in act.opinions] for act in acts
    )


def test_every_subject_is_compared_by_itself() -> None:
    search = searching(applied(meeting(interviewers=[priya(), tom()])))
    asking = card(needs=person.email)
    labels = [act.subject.person.name for act in compared(search, one=[CARD], other=[asking]).acts]
    assert ["Priya Shah", "Tom Reed"] == labels


def test_a_comparison_is_a_value() -> None:
    comparison = compared(one=[CARD], other=[NEVER])
    assert comparison == compared(one=[CARD], other=[NEVER])
    assert comparison == pickle.loads(pickle.dumps(comparison))
    assert ("one", "other") == comparison.packs
    assert (NOW, "Europe/London") == (comparison.now, comparison.now.timezone_name)
    assert "<Comparison of one, other: 1 of 1 acts differ>" == repr(comparison)


TWO = searching(applied(meeting(interviewers=[priya(), tom()])), applied(employer="Globex"))
WAVE = Rule(name="wave", per="application", opens=search.first_ends, text="Wave", why="They do.")


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        ("Acme", ["send-card", "send-card", "wave"]),
        (TWO.applications[0], ["send-card", "send-card", "wave"]),
        ("Tom Reed", ["send-card"]),
        ("globex", ["wave"]),
    ],
    ids=["an employer", "an application", "a person", "another case"],
)
def test_the_part_about_somebody_has_all_that_is_in_it(of: Any, expected: list[str]) -> None:
    whole = compared(TWO, one=[CARD, WAVE], other=[CARD])
    part = whole.of(of)
    assert expected == [act.act for act in part.acts]
    assert {*part.acts} <= {*whole.acts}
    assert (whole.packs, whole.now) == (part.packs, part.now)


def test_a_part_about_somebody_of_whom_no_pack_speaks_is_empty() -> None:
    assert () == compared(TWO, one=[CARD]).of("Globex").acts


def test_whoever_is_not_in_the_search_has_no_part_in_a_comparison() -> None:
    with pytest.raises(InvalidInput) as caught:
        compared(TWO, one=[CARD]).of("Tom Rede")
    assert "of: 'Tom Rede' is not in the search; did you mean 'Tom Reed'?" == str(caught.value)


def test_where_no_pack_says_anything_nobody_has_a_part() -> None:
    with pytest.raises(InvalidInput) as caught:
        compared(TWO, one=[]).of("Acme")
    assert "of: 'Acme' is not in the comparison; it says nothing of anybody" == str(caught.value)


@pytest.mark.parametrize("moment", [timedelta(0), timedelta(days=400)])
def test_a_pack_and_itself_differ_in_nothing(moment: timedelta) -> None:
    comparison = compare(MET, {"one": CV_LIBRARY, "other": CV_LIBRARY}, now=NOW + moment)
    assert () == comparison.differing
    assert len(comparison.acts) > 5


def test_a_search_may_say_facts_of_one_pack_alone() -> None:
    search = searching(applied(meeting(), facts={"task_due": NOW}))
    assert compared(search, one=[CARD], other=[NEVER]).differing


@pytest.mark.parametrize(
    ("packs", "expected"),
    [
        (None, "packs: None is no mapping of packs; give them by name"),
        ({}, "packs: {} is no mapping of packs; give them by name"),
        ([CV_LIBRARY], "packs: [RuleSet("),
        ({5: CV_LIBRARY}, "packs: 5 is no name; give a text"),
        ({"": CV_LIBRARY}, "packs: '' is no name; give a text"),
        ({"a": [CARD]}, "packs['a']: [Rule("),
    ],
    ids=["none", "empty", "list", "number", "no name", "no rules"],
)
def test_what_is_no_mapping_of_packs_is_refused(packs: Any, expected: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        compare(MET, packs, now=NOW)
    assert str(caught.value).startswith(expected)


def test_all_that_is_wrong_is_said_at_once() -> None:
    packs: Any = {"a": None, 5: CV_LIBRARY}
    with pytest.raises(InvalidInput) as caught:
        compare(MET, packs, now=NOW.replace(tzinfo=None))
    assert ["packs['a']", "packs", "now"] == [problem.place for problem in caught.value.problems]
