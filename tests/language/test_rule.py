"""A rule: what it is and is made of, and how it is tuned."""

from __future__ import annotations

from datetime import time
from inspect import signature
from typing import Any

import pytest
from attrs.exceptions import FrozenInstanceError

from builders import applied, meeting, scheduled_act, searching
from interview_followup import Rule, RuleSet
from interview_followup.language import (
    AUTHOR,
    OURS,
    Detail,
    Expression,
    Parameter,
    Source,
    application,
    closed,
    condition_fact,
    days,
    detail_fact,
    done,
    dont,
    early,
    first_known,
    hours,
    interview,
    last_done,
    late,
    later_of,
    moment_fact,
    named,
    parameter,
    person,
    search,
    times_done,
    when,
)
from waves import NINE, WAIT, WITHIN, refused, wave

HINT = moment_fact("interview.hint", "the hint", ask="Any hint?")
TIP = moment_fact("interview.tip", "the tip", ask="Any tip?")
EVENT = moment_fact("interview.event", "the event", ask="Any event?")
PET: Detail[str] = detail_fact("interview.pet", "the pet", ask="Any pet?")


def test_a_rule_says_its_name_and_its_text() -> None:
    assert "wave: Wave at {employer}" == str(wave())


def test_the_act_of_a_rule_is_its_name_unless_it_says_otherwise() -> None:
    assert "wave" == wave().act
    assert ("wave", "greet") == (wave(act="greet").name, wave(act="greet").act)


@pytest.mark.parametrize(
    ("namespace", "expected"),
    [
        (search, "search"),
        (application, "application"),
        (interview, "interview"),
        (person, "person"),
        ("person", "person"),
    ],
    ids=["search", "application", "interview", "person", "a name"],
)
def test_a_rule_is_per_a_namespace_of_facts_or_its_name(namespace: Any, expected: str) -> None:
    assert expected == wave(per=namespace, opens=search.signed, text="Wave").per


@pytest.mark.parametrize("kind", ["advice", "reminder"])
def test_what_is_asked_is_best_as_it_opens_unless_a_rule_says_otherwise(kind: Any) -> None:
    assert wave(kind=kind).opens is wave(kind=kind, best=None).dated()["best"]
    assert interview.left is wave(kind=kind, best=interview.left).dated()["best"]


def test_a_guard_asks_for_nothing_and_so_has_no_best() -> None:
    assert "advice" == wave().kind
    assert None is wave(kind="guard", best=None).dated()["best"]
    expected = (
        "wave.best: is given, but a guard asks for nothing; leave best out, or make it advice"
    )
    assert [expected] == refused(kind="guard", best=interview.ends)


def test_a_veto_has_no_window() -> None:
    never: dict[str, Any] = {
        "name": "wave",
        "kind": "veto",
        "text": "Don't wave",
        "why": "It is rude.",
    }
    rule = Rule(per=interview, **never)
    assert {None} == set(rule.dated().values())
    assert ((), {}) == (rule.nodes, rule.where())
    assert interview.remote is Rule(per=interview, given=interview.remote, **never).given


@pytest.mark.parametrize(
    ("part", "value", "expected"),
    [
        *[
            (part, interview.ends, "a veto holds at all times; leave it out, or make it a guard")
            for part in ("since", "opens", "best", "due", "closes")
        ],
        *[
            (part, value, "a veto asks for nothing; leave it out, or make it advice")
            for part, value in (
                ("needs", (application.promise,)),
                ("satisfied_by", done("wave")),
                ("channel", "email"),
                ("wording", (dont("Never beg"),)),
            )
        ],
        (
            "cautions",
            (late("Late"),),
            "a veto speaks only when it is asked about; leave it out, or make it a guard",
        ),
    ],
)
def test_what_a_veto_cannot_have_is_refused(part: str, value: Any, expected: str) -> None:
    assert [f"wave.{part}: is given, but {expected}"] == refused(
        **{"kind": "veto", "opens": None, part: value}
    )


@pytest.mark.parametrize("kind", ["advice", "reminder", "guard"])
def test_every_rule_but_a_veto_opens(kind: Any) -> None:
    assert ["wave.opens: None is not a moment; give a moment"] == refused(kind=kind, opens=None)


def test_a_kind_of_rule_that_there_is_not_is_refused() -> None:
    expected = "wave.kind: 'gard' is no kind of rule; did you mean 'guard'?"
    assert [expected] == refused(kind="gard")


def test_a_rule_says_nothing_of_what_it_leaves_out() -> None:
    rule = wave()
    left_out = ("given", "since", "best", "due", "closes", "satisfied_by", "channel")
    assert {None} == {getattr(rule, name) for name in left_out}
    assert ((), (), AUTHOR) == (rule.needs, rule.cautions, rule.source)


def test_a_rule_needs_one_fact_or_several() -> None:
    assert (person.email,) == wave(per=person, needs=person.email).needs
    both = [person.email, person.linkedin]
    assert tuple(both) == wave(per=person, needs=both).needs


def test_a_rule_may_need_to_know_whether_something_is_so() -> None:
    badge = condition_fact("interview.badge", "you have a badge", lambda _: None, ask="Have you?")
    rules = RuleSet([wave(needs=badge)])
    waved = scheduled_act(searching(applied(meeting())), "wave", rules=rules)
    assert {"interview.badge"} == {missing.fact for missing in waved.missing}


def test_a_rule_has_one_caution_or_several() -> None:
    one, other = late("Wave now"), closed("You did not wave")
    assert (one,) == wave(cautions=one).cautions
    assert (one, other) == wave(cautions=[one, other]).cautions


def test_a_rule_shows_its_parts_to_help_and_is_shown_as_its_code() -> None:
    parts = signature(Rule).parameters
    assert {"name", "act", "kind", "per", "opens", "text", "why"} <= parts.keys()
    assert "values" not in parts
    assert repr(wave()).startswith("Rule(name='wave', per='interview', opens=interview.ends, ")


def test_rules_are_values() -> None:
    assert wave() == wave()
    assert 1 == len({wave(), wave()})
    assert wave() != wave(due=interview.ends + days(1))
    with pytest.raises(FrozenInstanceError):
        wave().name = "nod"  # type: ignore[misc]


def test_a_source_says_where_it_is() -> None:
    full = Source("Ten Things", "Laura Slingo", 4, "example.org/ten")
    assert "Laura Slingo, Ten Things, item 4 (example.org/ten)" == str(full)
    assert "Ten Things" == str(Source("Ten Things"))
    assert "a choice of this library's" == str(OURS)


LASTING = parameter("lasting", days(3), "for how long to say so")

TIMES = parameter("times", 2, "how often")

THOROUGH = wave(
    per=person,
    given=~interview.remote,
    needs=[person.email, person.linkedin],
    since=interview.starts,
    opens=interview.ends + WAIT,
    best=(interview.ends + WAIT).at(NINE),
    due=interview.left,
    closes=interview.ends + WITHIN,
    satisfied_by=times_done("wave").at_least(TIMES),
    channel=application.chase_route,
    cautions=[
        early("Too early", since=search.first_ends),
        late("Late"),
        closed("Missed", lasting=LASTING),
    ],
)


def test_the_expressions_of_a_rule_come_with_their_places() -> None:
    expected = [
        "given",
        "since",
        "opens",
        "best",
        "due",
        "closes",
        "satisfied_by",
        "channel",
        "needs[0]",
        "needs[1]",
        "cautions[0].since",
        "cautions[2].lasting",
    ]
    assert sorted(expected) == sorted(place for place, _ in THOROUGH.expressions())
    assert person.linkedin == dict(THOROUGH.expressions())["needs[1]"]


def test_what_a_rule_says_of_its_act_leaves_out_its_cautions() -> None:
    places = [place for place, _ in THOROUGH.says()]
    assert 10 == len(places)
    assert not [place for place in places if place.startswith("cautions")]


def test_the_facts_of_a_rule_are_all_those_it_uses() -> None:
    named_ = {fact.name for fact in THOROUGH.facts if not fact.name.endswith("(wave)")}
    expected = {
        "interview.remote",
        "person.email",
        "person.linkedin",
        "interview.starts",
        "interview.ends",
        "interview.left",
        "application.chase_route",
        "search.first_ends",
    }
    assert expected == named_
    assert len(expected) + 1 == len(THOROUGH.facts)


def test_a_rule_says_what_its_names_stand_for() -> None:
    soon = named("the moment to wave", first_known(interview.left, interview.ends))
    rule = wave(given=~interview.in_the_morning, opens=soon + WAIT)
    expected = {
        "the moment to wave": "the moment you are clear of the building, "
        "failing that the interview's end",
        "the interview was in the morning": "the interview's end is before the midnight after "
        "the interview's start and the interview's start is before 12:00 on the day of "
        "the interview's end and 1 hour after the interview's end is before 18:00 on the day of "
        "the interview's end",
    }
    assert expected == rule.where()
    assert {} == wave().where()


def test_the_names_of_a_rule_come_in_the_order_in_which_it_is_read() -> None:
    first, second = named("the first", interview.left), named("the second", interview.ends)
    rule = wave(opens=later_of(first, second), best=named("the third", interview.starts))
    assert ["the first", "the second", "the third"] == list(rule.where())


def test_the_parameters_of_a_rule_come_by_name() -> None:
    assert ["lasting", "nine", "times", "wait", "within"] == [
        parameter.name for parameter in THOROUGH.parameters
    ]
    assert () == wave().parameters


def other(name: str, value: Any) -> Parameter:
    return Parameter(name, value, "another one", OURS)


LATER = interview.ends + WAIT
REACHED: list[tuple[str, str, Any]] = [
    ("given", "given", interview.starts.before(LATER)),
    ("a named condition", "given", named("x", interview.starts.before(LATER), denial="y")),
    ("needs", "needs", LATER),
    ("since", "since", LATER),
    ("opens", "opens", LATER),
    ("best", "best", LATER.office_time),
    ("due", "due", when(interview.remote, LATER, otherwise=interview.ends)),
    ("closes", "closes", interview.ends - WAIT),
    ("satisfied by", "satisfied_by", ~done("wave", since=LATER)),
    ("a caution's since", "cautions", [late("Late"), early("Wait", since=LATER)]),
    ("a caution's lasting", "cautions", closed("Missed", lasting=WAIT)),
]


@pytest.mark.parametrize(
    ("part", "value"), [pytest.param(part, value, id=name) for name, part, value in REACHED]
)
def test_tuning_reaches(part: str, value: Any) -> None:
    tuned = wave(**{part: value}).tuned([other("wait", days(9))])
    assert [days(9)] == [
        parameter.value for parameter in tuned.parameters if parameter.name == "wait"
    ]


def test_tuning_reaches_every_place_at_once() -> None:
    rule = wave(needs=LATER, opens=LATER)
    tuned = rule.tuned([other("wait", days(9))])
    expected = interview.ends + parameter("wait", days(9), "another one", source=OURS)
    assert ((expected,), expected) == (tuned.needs, tuned.opens)


def test_tuning_changes_several_parameters_and_leaves_the_others() -> None:
    tuned = THOROUGH.tuned([other("wait", days(9)), other("lasting", hours(1)), other("no", 1)])
    expected = {
        "wait": days(9),
        "lasting": hours(1),
        "within": days(5),
        "nine": time(9),
        "times": 2,
    }
    assert expected == {parameter.name: parameter.value for parameter in tuned.parameters}


def test_tuning_leaves_the_rule_itself_as_it_is() -> None:
    before = wave(opens=interview.ends + WAIT)
    after = before.tuned([other("wait", days(9))])
    assert [days(2)] == [parameter.value for parameter in before.parameters]
    assert [days(9)] == [parameter.value for parameter in after.parameters]
    assert before == before.tuned([])
    assert (before.name, before.text, before.why) == (after.name, after.text, after.why)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (first_known(HINT, TIP), [HINT, TIP]),
        (first_known(HINT + days(1), TIP), [HINT + days(1), HINT, TIP]),
        (first_known(HINT, TIP + days(1)), [HINT, TIP]),
        (
            first_known(HINT, TIP + days(1), search.signed),
            [HINT, TIP, TIP + days(1), search.signed],
        ),
        (first_known(later_of(HINT, TIP), TIP) + days(1), [later_of(HINT, TIP), HINT, TIP]),
        (when(PET.known, HINT, otherwise=TIP), [PET, HINT, TIP]),
        (when(PET.happened, HINT, otherwise=TIP), [HINT, TIP]),
        (later_of(HINT, last_done("wave")), [HINT]),
    ],
    ids=str,
)
def test_a_rule_does_without_what_others_stand_in_for_and_without_more_than_days(
    moment: Any, expected: list[Expression[Any]]
) -> None:
    """Of a moment that is a fact, perhaps only the day is known. Conditions date nothing."""
    parts = wave(opens=moment, given=~EVENT.known).dispensable
    assert sorted(map(str, expected)) == sorted(map(str, parts))
