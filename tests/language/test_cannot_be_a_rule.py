"""What cannot be a rule, and what is said of it: every problem with its place and mend."""

from __future__ import annotations

from typing import Any

import pytest

from builders import at
from interview_followup.language import (
    CautionText,
    Expression,
    Source,
    application,
    closed,
    condition_fact,
    days,
    detail_fact,
    early,
    hours,
    interview,
    late,
    later_of,
    moment_fact,
    parameter,
    person,
    search,
    times_done,
)
from interview_followup.language._kinds import condition_mend
from waves import NINE, WAIT, WITHIN, places, refused, wave


@pytest.mark.parametrize(
    "name", ["Wave", "wave at them", "wave_", "", "-wave", "wävé", None, 5], ids=repr
)
def test_a_name_and_an_act_are_slugs(name: Any) -> None:
    mend = "is not a slug; use lower-case words joined by hyphens"
    assert [f"wave.act: {name!r} {mend}"] == refused(act=name)
    assert f"{name}.name: {name!r} {mend}" in refused(name=name)


@pytest.mark.parametrize(
    ("per", "mend"),
    [
        pytest.param("persom", "did you mean 'person'?", id="near one"),
        pytest.param("xyz", "use one of: application, interview, person, search", id="near none"),
        pytest.param(None, "use one of: application, interview, person, search", id="no text"),
    ],
)
def test_a_rule_is_per_a_kind_of_subject(per: Any, mend: str) -> None:
    assert [f"wave.per: {per!r} is no kind of subject; {mend}"] == refused(per=per)


@pytest.mark.parametrize(
    ("part", "value", "mend"),
    [
        ("given", interview.ends, "say what of it, as in .happened, .known or .before(...)"),
        ("given", True, condition_mend(True)),
        ("satisfied_by", interview.left, "say what of it, as in .happened, .known or .before(...)"),
        ("satisfied_by", times_done("wave"), "say how many, as in .at_least(1)"),
        ("since", at("2026-11-24 10:00"), "give a moment"),
        ("opens", None, "give a moment"),
        ("opens", days(2), "give a moment"),
        ("opens", interview.remote, "give a moment"),
        ("best", person.email, "give a moment"),
        ("due", "2026-11-24", "give a moment"),
        ("closes", interview.ends.before(interview.left), "give a moment"),
        ("channel", 5, "give a name, or a fact that gives a Route"),
        ("channel", interview.ends, "give a name, or a fact that gives a Route"),
        ("text", None, "give a sentence"),
        ("why", 5, "say in words what it is"),
    ],
    ids=str,
)
def test_a_part_of_the_wrong_kind_is_refused(part: str, value: Any, mend: str) -> None:
    [problem] = refused(**{part: value})
    assert problem.startswith(f"wave.{part}: {value!r} is not ")
    assert problem.endswith(f"; {mend}")


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        pytest.param({"needs": "abc"}, "wave.needs", id="needs, text"),
        pytest.param({"needs": [interview.ends, 5]}, "wave.needs[1]", id="needs, a number"),
        pytest.param({"needs": 5}, "wave.needs", id="needs, only a number"),
        pytest.param({"needs": None}, "wave.needs", id="needs, nothing"),
        pytest.param({"cautions": ["Late"]}, "wave.cautions[0]", id="cautions, text"),
        pytest.param({"cautions": [interview.ends]}, "wave.cautions[0]", id="cautions, a moment"),
        pytest.param({"cautions": 5}, "wave.cautions", id="cautions, only a number"),
        pytest.param(
            {"cautions": early("Too early", since=interview)},  # type: ignore[arg-type]
            "wave.cautions[0].since",
            id="a caution's since, a namespace",
        ),
        pytest.param(
            {"cautions": early("Too early", since=interview.remote)},  # type: ignore[arg-type]
            "wave.cautions[0].since",
            id="a caution's since, a condition",
        ),
        pytest.param(
            {"cautions": closed("Missed", lasting=NINE)},  # type: ignore[arg-type]
            "wave.cautions[0].lasting",
            id="a caution's lasting, a time",
        ),
        pytest.param(
            {"cautions": CautionText("closed", "Missed")},
            "wave.cautions[0].lasting",
            id="a caution's lasting, missing",
        ),
        pytest.param(
            {"cautions": CautionText("late", "Late", lasting=NINE)},  # type: ignore[arg-type]
            "wave.cautions[0].lasting",
            id="a caution's lasting, where none is needed",
        ),
        pytest.param(
            {"cautions": CautionText("late", "Late", lasting=WITHIN, since=NINE)},  # type: ignore[arg-type]
            "wave.cautions[0].since",
            id="a caution's since, where none is needed",
        ),
        pytest.param(
            {"cautions": [late("Late"), late(5)]},  # type: ignore[arg-type]
            "wave.cautions[1].text",
            id="a caution's text, a number",
        ),
        pytest.param(
            {"cautions": CautionText("erly", "Late")},  # type: ignore[arg-type]
            "wave.cautions[0].phase",
            id="a caution's phase, misspelt",
        ),
    ],
)
def test_what_does_not_belong_into_a_list_is_refused(parts: dict[str, Any], place: str) -> None:
    assert place in places(**parts)


def test_every_list_that_is_none_is_named() -> None:
    assert ["wave.cautions", "wave.needs"] == places(needs=5, cautions=6)


NARROW: list[tuple[dict[str, Any], str]] = [
    ({"given": interview.remote}, "given"),
    ({"needs": [search.signed, interview.ends]}, "needs[1]"),
    ({"since": interview.ends}, "since"),
    ({"opens": interview.ends}, "opens"),
    ({"best": interview.ends}, "best"),
    ({"due": interview.ends}, "due"),
    ({"closes": interview.ends}, "closes"),
    ({"satisfied_by": interview.left.happened}, "satisfied_by"),
    ({"channel": detail_fact("interview.route", "a way", lambda _: None)}, "channel"),
    ({"cautions": [late("Late"), early("Wait", since=interview.ends)]}, "cautions[1].since"),
]


@pytest.mark.parametrize(
    ("parts", "place"), [pytest.param(parts, place, id=place) for parts, place in NARROW]
)
def test_a_part_about_something_narrower_than_the_rule_is_refused(
    parts: dict[str, Any], place: str
) -> None:
    [problem] = refused(per=application, **({"opens": application.latest_ends} | parts))
    assert problem.startswith(f"wave.{place}: interview.")
    assert problem.endswith(
        "is narrower than the rule, which is per application; "
        "make the rule per interview, or leave it out"
    )


@pytest.mark.parametrize(
    "name",
    ["application.promise", "application.heard", "interview.ends", "person.email", "search.signed"],
)
def test_a_fact_that_a_search_tells_takes_no_name_of_one_that_is_there(name: str) -> None:
    fact, own = moment_fact(name, "my own"), moment_fact(name, "my own", lambda _: None)
    assert [
        f"wave.facts: {name} is the name of a fact that is there already; "
        f"use {name} itself, or give yours another name"
    ] == refused(per=person, opens=fact)
    assert [
        "wave.facts: person.email is the name of a fact that is there already; "
        "use person.email itself, or give yours another name"
    ] == refused(per=person, given=detail_fact("person.email", "it").happened)
    assert own is wave(per=person, opens=own).opens


@pytest.mark.parametrize(
    ("part", "wrap"),
    [
        ("given", "condition_fact"),
        ("satisfied_by", "condition_fact"),
        ("opens", "moment_fact"),
        ("due", "moment_fact"),
    ],
)
def test_a_function_is_wrapped_as_a_fact(part: str, wrap: str) -> None:
    [problem] = refused(**{part: at})
    assert problem.endswith(f"; wrap it, as in {wrap}(name, label, function)")


def test_of_a_part_only_the_facts_that_are_too_narrow_are_named() -> None:
    mixed = later_of(application.heard, interview.ends, interview.left, search.signed)
    places = [
        problem.partition(" is narrower")[0]
        for problem in refused(per="search", opens=mixed, text="Wave")
    ]
    expected = ["application.heard", "interview.ends", "interview.left"]
    assert [f"wave.opens: {fact}" for fact in expected] == places
    places = [
        problem.partition(" is narrower")[0] for problem in refused(per=application, opens=mixed)
    ]
    assert [f"wave.opens: {fact}" for fact in expected[1:]] == places


@pytest.mark.parametrize(
    ("per", "fact", "fits"),
    [
        ("search", search.signed, True),
        ("search", application.signed, False),
        ("application", search.signed, True),
        ("application", application.signed, True),
        ("application", interview.left, False),
        ("interview", application.signed, True),
        ("interview", interview.left, True),
        ("interview", moment_fact("person.met", "meeting them", lambda _: None), False),
        ("person", search.signed, True),
        ("person", interview.left, True),
        ("person", moment_fact("person.met", "meeting them", lambda _: None), True),
    ],
    ids=str,
)
def test_a_rule_uses_facts_of_its_subject_and_of_what_that_is_in(
    per: str, fact: Any, fits: bool
) -> None:
    if fits:
        assert fact == wave(per=per, opens=fact, text="Wave").opens
    else:
        assert ["wave.opens"] == places(per=per, opens=fact, text="Wave")


def test_two_parameters_of_one_name_have_to_be_one() -> None:
    longer = parameter("wait", days(3), "how long to wait")
    assert [
        "wave.parameters: two parameters are called 'wait', and differ; "
        "give each a name of its own, or use one for both"
    ] == refused(opens=interview.ends + WAIT, closes=interview.ends + longer)


@pytest.mark.parametrize(
    "twin",
    [
        pytest.param(parameter("wait", days(2), "another meaning"), id="in what they mean"),
        pytest.param(
            parameter("wait", days(2), "how long to wait", source=Source("A book")),
            id="in their source",
        ),
        pytest.param(parameter("wait", hours(48), "how long to wait"), id="in their unit"),
    ],
)
def test_parameters_of_one_name_may_not_differ(twin: Expression[Any]) -> None:
    places_ = places(opens=interview.ends + WAIT, cautions=closed("Missed", lasting=twin))
    assert ["wave.parameters"] == places_


def test_one_parameter_may_be_used_twice() -> None:
    again = parameter("wait", days(2), "how long to wait")
    rule = wave(opens=interview.ends + WAIT, closes=interview.ends + WAIT + again)
    assert ["wait"] == [parameter.name for parameter in rule.parameters]


def test_every_problem_of_a_rule_is_named_at_once() -> None:
    longer = parameter("wait", days(3), "how long to wait")
    expected = [
        "Wave.cautions[0].text",
        "Wave.closes",
        "Wave.name",
        "Wave.parameters",
        "Wave.text",
    ]
    assert expected == places(
        name="Wave",
        act="wave",
        opens=interview.ends + WAIT,
        due=interview.ends + longer,
        closes=moment_fact("person.met", "meeting them", lambda _: None),
        text="Wave at {employr}",
        cautions=late("Wave by {clses}"),
    )


def test_every_part_of_the_wrong_kind_is_named_at_once() -> None:
    expected = ["wave.best", "wave.cautions[0]", "wave.given", "wave.needs[1]", "wave.per"]
    assert expected == places(
        per="persons",
        given=interview.ends,
        best=interview.remote,
        needs=[interview.ends, 5],
        cautions=["Late"],
    )


def test_a_part_of_the_wrong_kind_hides_no_other_problem() -> None:
    narrow = condition_fact("person.tall", "they are tall", lambda _: True)
    expected = ["wave.best", "wave.given", "wave.text"]
    assert expected == places(best=5, given=narrow, text="Wave at {employr}")


@pytest.mark.parametrize(
    ("need", "expected"),
    [
        (interview.remote, "interview.remote is never unknown"),
        (application.recruiter, "application.recruiter is never unknown"),
    ],
)
def test_what_is_never_unknown_cannot_be_needed(need: Any, expected: str) -> None:
    mend = "make it a condition, in given"
    assert [f"wave.needs[0]: {expected}; {mend}"] == refused(needs=need)


def test_a_source_is_a_source() -> None:
    expected = "wave.source: 'My aunt' is not a source; give a Source(...)"
    assert [expected] == refused(source="My aunt")
