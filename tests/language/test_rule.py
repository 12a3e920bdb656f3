"""Rules: what they are made of, and what is refused when one is written."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from attrs.exceptions import FrozenInstanceError

from builders import applied, at, item, meeting, priya, searching, tom, wall
from interview_followup import Application, InvalidInput, JobSearch, Offer, Person, Rule, RuleSet
from interview_followup.language import (
    AUTHOR,
    MISSED_FOR,
    OURS,
    CautionText,
    Expression,
    Parameter,
    Source,
    application,
    before_closing,
    closed,
    condition_fact,
    days,
    detail_fact,
    done,
    early,
    first_known,
    hours,
    interview,
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


def wave(**parts: Any) -> Rule:
    """Return a rule to wave at the end of an interview, with some parts of its own."""
    given: dict[str, Any] = {
        "name": "wave",
        "per": interview,
        "opens": interview.ends,
        "text": "Wave at {employer}",
        "why": "It is kind.",
    }
    if "cautions" in parts:  # which are never shown without a whole window
        opens = parts.get("opens", given["opens"])
        given |= {"best": opens, "due": opens, "closes": opens}
    return Rule(**(given | parts))


def refused(**parts: Any) -> list[str]:
    """Return the problems of a rule that is refused."""
    with pytest.raises(InvalidInput) as caught:
        wave(**parts)
    return [str(problem) for problem in caught.value.problems]


def places(**parts: Any) -> list[str]:
    return sorted({problem.partition(":")[0] for problem in refused(**parts)})


# -- what a rule is -------------------------------------------------------------------------------


def test_a_rule_shows_its_name_and_its_text() -> None:
    assert "<Rule wave: Wave at {employer}>" == repr(wave())


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
    waved = item(searching(applied(meeting())), "wave", rules=rules)
    assert {"interview.badge"} == {each.fact for each in waved.missing}


def test_a_rule_has_one_caution_or_several() -> None:
    one, other = late("Wave now"), closed("You did not wave")
    assert (one,) == wave(cautions=one).cautions
    assert (one, other) == wave(cautions=[one, other]).cautions


def test_rules_are_values() -> None:
    assert wave() == wave()
    assert 1 == len({wave(), wave()})
    assert wave() != wave(due=interview.ends + days(1))
    with pytest.raises(FrozenInstanceError):
        wave().name = "nod"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("caution", "expected"),
    [
        pytest.param(
            early("Wait", since=interview.starts),
            CautionText("early", "Wait", since=interview.starts),
            id="early",
        ),
        pytest.param(before_closing("Now"), CautionText("open", "Now"), id="before closing"),
        pytest.param(late("Hurry"), CautionText("late", "Hurry"), id="late"),
        pytest.param(
            closed("Missed"), CautionText("closed", "Missed", lasting=MISSED_FOR), id="closed"
        ),
    ],
)
def test_a_caution_is_shown_in_a_phase(caution: CautionText, expected: CautionText) -> None:
    assert expected == caution


@pytest.mark.parametrize(
    "lasting",
    [
        pytest.param(days(3), id="a period"),
        pytest.param(parameter("lasting", days(3), "for how long"), id="a parameter"),
    ],
)
def test_a_caution_that_it_is_closed_lasts_for(lasting: Any) -> None:
    rules = RuleSet([wave(closes=interview.ends, cautions=closed("Missed", lasting=lasting))])
    [caution] = item(searching(applied(meeting())), "wave", rules=rules).cautions
    assert "2026-11-27 11:00" == wall(caution.until)


def test_a_source_says_where_it_is() -> None:
    full = Source("Ten Things", "Laura Slingo", 4, "example.org/ten")
    assert "Laura Slingo, Ten Things, item 4 (example.org/ten)" == str(full)
    assert "Ten Things" == str(Source("Ten Things"))
    assert "a choice of this library's" == str(OURS)


# -- what a rule is made of -----------------------------------------------------------------------

WAIT = parameter("wait", days(2), "how long to wait")
WITHIN = parameter("within", days(5), "how long never to leave it")
LASTING = parameter("lasting", days(3), "for how long to say so")
NINE = parameter("nine", time(9), "when to wave")
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
    said = [place for place, _ in THOROUGH.says()]
    assert 10 == len(said)
    assert not [place for place in said if place.startswith("cautions")]


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
        each.name for each in THOROUGH.parameters
    ]
    assert () == wave().parameters


# -- tuning ---------------------------------------------------------------------------------------


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
    assert [days(9)] == [each.value for each in tuned.parameters if each.name == "wait"]


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
    assert expected == {each.name: each.value for each in tuned.parameters}


def test_tuning_leaves_the_rule_itself_as_it_is() -> None:
    before = wave(opens=interview.ends + WAIT)
    after = before.tuned([other("wait", days(9))])
    assert [days(2)] == [each.value for each in before.parameters]
    assert [days(9)] == [each.value for each in after.parameters]
    assert before == before.tuned([])
    assert (before.name, before.text, before.why) == (after.name, after.text, after.why)


# -- what is refused ------------------------------------------------------------------------------


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
        ("given", interview.ends, "give a condition"),
        ("given", True, "give a condition"),
        ("satisfied_by", interview.left, "give a condition"),
        ("satisfied_by", times_done("wave"), "give a condition"),
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
        ("why", 5, "give a sentence"),
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
            {"cautions": CautionText("early", "Wait")},
            "wave.cautions[0].since",
            id="a caution's since, missing",
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


@pytest.mark.parametrize("phase", ["cloesd", "always", "opened"])
def test_of_a_caution_in_no_phase_only_the_phase_is_wrong(phase: Any) -> None:
    assert ["wave.cautions[0].phase"] == places(cautions=CautionText(phase, "Wait"))


@pytest.mark.parametrize(
    ("caution", "name"), [(early, "since"), (closed, "lasting")], ids=["early", "closed"]
)
def test_when_a_caution_is_shown_is_given_by_name(
    caution: Callable[..., object], name: str
) -> None:
    parameters = inspect.signature(caution).parameters
    assert ["text", name] == list(parameters)
    assert inspect.Parameter.POSITIONAL_OR_KEYWORD is parameters["text"].kind
    assert inspect.Parameter.KEYWORD_ONLY is parameters[name].kind


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
    told, own = moment_fact(name, "my own"), moment_fact(name, "my own", lambda _: None)
    assert [
        f"wave.facts: {name} is the name of a fact that is there already; "
        f"use {name} itself, or give yours another name"
    ] == refused(per=person, opens=told)
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


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (first_known(interview.left, interview.ends), ["interview.left"]),
        (
            first_known(interview.left, interview.starts, interview.ends) + days(1),
            ["interview.left", "interview.starts"],
        ),
        (
            when(interview.ends.known, interview.ends, otherwise=interview.starts),
            ["interview.ends"],
        ),
        (later_of(interview.left, interview.ends), []),
    ],
    ids=str,
)
def test_a_rule_does_without_what_others_stand_in_for(moment: Any, expected: list[str]) -> None:
    """Whatever is dated by it; its conditions are not."""
    facts = [fact.name for part in wave(opens=moment).dispensable for fact in part.facts]
    assert expected == sorted(facts)
    assert () == wave(given=interview.ends.known).dispensable


def test_of_a_part_only_the_facts_that_are_too_narrow_are_named() -> None:
    mixed = later_of(application.heard, interview.ends, interview.left, search.signed)
    found = [
        problem.partition(" is narrower")[0]
        for problem in refused(per="search", opens=mixed, text="Wave")
    ]
    expected = ["application.heard", "interview.ends", "interview.left"]
    assert [f"wave.opens: {fact}" for fact in expected] == found
    found = [
        problem.partition(" is narrower")[0] for problem in refused(per=application, opens=mixed)
    ]
    assert [f"wave.opens: {fact}" for fact in expected[1:]] == found


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


# -- what texts may mention -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param(
            {"text": "Wave at {employr}"},
            "wave.text: {employr} is nothing it can mention; did you mean 'employer'?",
            id="misspelt",
        ),
        pytest.param(
            {"text": "Wave at {}"},
            "wave.text: {} is nothing it can mention; "
            "use one of: employer, other_employer, recruiter, role",
            id="empty",
        ),
        pytest.param(
            {"text": "Wave at {person}"},
            "wave.text: {person} is nothing it can mention; "
            "use one of: employer, other_employer, recruiter, role",
            id="somebody narrower",
        ),
        pytest.param(
            {"text": "Wave at {employer.name}"},
            "wave.text: {employer.name} is nothing it can mention; did you mean 'employer'?",
            id="a part of it",
        ),
        pytest.param(
            {"text": "Wave by {opens}"},
            "wave.text: {opens} is nothing it can mention; "
            "use one of: employer, other_employer, recruiter, role",
            id="a date outside a caution",
        ),
        pytest.param(
            {"text": "Wave", "per": search, "opens": search.signed, "cautions": late("At {role}")},
            "wave.cautions[0].text: {role} is nothing it can mention; "
            "use one of: closes, due, opens",
            id="in a caution of a search",
        ),
        pytest.param(
            {"text": "At {role}", "per": search, "opens": search.signed},
            "wave.text: {role} is nothing it can mention; leave it out",
            id="in the text of a search",
        ),
        pytest.param(
            {"cautions": [late("Wave"), closed("You had until {close}")]},
            "wave.cautions[1].text: {close} is nothing it can mention; did you mean 'closes'?",
            id="in a caution",
        ),
    ],
)
def test_what_a_text_cannot_mention_is_refused(parts: dict[str, Any], expected: str) -> None:
    assert [expected] == refused(**parts)


@pytest.mark.parametrize("text", ["Wave at {employer", "Wave at employer}", "{", "Wave {role!}"])
@pytest.mark.parametrize("place", ["text", "cautions[0].text"])
def test_broken_braces_are_refused(place: str, text: str) -> None:
    [problem] = refused(**({"text": text} if place == "text" else {"cautions": late(text)}))
    assert problem.startswith(f"wave.{place}: cannot be filled in: ")
    assert problem.endswith("; double a brace to keep it")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("{employer:>{width}}", id="a placeholder within one"),
        pytest.param("{employer:d}", id="the format of a number"),
        pytest.param("{employer!x}", id="a conversion that there is not"),
    ],
)
def test_what_cannot_be_filled_in_is_refused_when_it_is_written(text: str) -> None:
    assert ["wave.text"] == places(text=text)


@pytest.mark.parametrize("ask", ["When with {employr}?", "When {", "When was {person} there?"])
def test_a_question_that_cannot_be_filled_in_is_refused_when_it_is_written(ask: str) -> None:
    with pytest.raises(InvalidInput):
        wave(opens=moment_fact("interview.own", "my own", lambda _: None, ask=ask))


SEARCH = searching(
    applied(
        meeting(interviewers=[priya(), tom()]),
        recruiter=Person(name="Rachel Green"),
    ),
    applied(
        employer="Bolt", offer=Offer(received=at("2026-11-26 10:00"), reply_by=date(2026, 12, 4))
    ),
)
BARE = searching(Application(interviews=[meeting()]))


@pytest.mark.parametrize(
    ("job_search", "text", "expected"),
    [
        pytest.param(SEARCH, "Wave", "Wave", id="nothing"),
        pytest.param(SEARCH, "{{Wave}}", "{Wave}", id="nothing but doubled braces"),
        pytest.param(SEARCH, "{{: Wave", "{: Wave", id="nothing but a doubled opening brace"),
        pytest.param(SEARCH, "Wave :}}", "Wave :}", id="nothing but a doubled closing brace"),
        pytest.param(SEARCH, "At {person}, {person}", "At Priya Shah, Priya Shah", id="a person"),
        pytest.param(SEARCH, "At {{ {person} }}", "At { Priya Shah }", id="in doubled braces"),
        pytest.param(SEARCH, "At {employer}", "At Acme", id="the employer"),
        pytest.param(SEARCH, "As {role}", "As Data engineer", id="the role"),
        pytest.param(SEARCH, "To {recruiter}", "To Rachel Green", id="the recruiter"),
        pytest.param(SEARCH, "For {other_employer}", "For Bolt", id="the other employer"),
        pytest.param(BARE, "At {employer}", "At the employer", id="no employer's name"),
        pytest.param(BARE, "As {role}", "As the role", id="no role"),
        pytest.param(BARE, "To {recruiter}", "To your recruiter", id="no recruiter"),
        pytest.param(BARE, "For {other_employer}", "For another employer", id="no other offer"),
        pytest.param(
            searching(
                applied(meeting()),
                Application(role="Baker", offer=Offer(received=at("2026-11-26 10:00"))),
            ),
            "For {other_employer}",
            "For another employer",
            id="an offer of nobody named",
        ),
    ],
)
def test_a_text_mentions(job_search: JobSearch, text: str, expected: str) -> None:
    rules = RuleSet([wave(per=person, text=text)])
    assert expected == item(job_search, "wave", of="Priya Shah", rules=rules).text


# -- parameters -----------------------------------------------------------------------------------


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
    assert ["wait"] == [each.name for each in rule.parameters]


# -- all at once ----------------------------------------------------------------------------------


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
        (interview.remote, "the interview is by video or phone is never unknown"),
        (application.recruiter, "a recruiter is never unknown"),
    ],
)
def test_what_is_never_unknown_cannot_be_needed(need: Any, expected: str) -> None:
    mend = "make it a condition, in given"
    assert [f"wave.needs[0]: {expected}; {mend}"] == refused(needs=need)


def test_a_caution_that_is_never_shown_is_refused() -> None:
    never = {"best": None, "due": None, "closes": None}
    told = [before_closing("a"), late("b"), closed("c")]
    assert [
        "wave.cautions[0]: is never shown without best; give the rule its best",
        "wave.cautions[1]: is never shown without due; give the rule its due",
        "wave.cautions[2]: is never shown without closes; give the rule its closes",
    ] == refused(kind="guard", cautions=told, **never)


def test_two_cautions_of_one_kind_are_refused() -> None:
    expected = "wave.cautions[1]: is the second of its kind; leave one of the two out"
    assert [expected] == refused(cautions=[late("a"), late("b")])


def test_a_source_is_a_source() -> None:
    expected = "wave.source: 'My aunt' is not a source; give a Source(...)"
    assert [expected] == refused(source="My aunt")
