"""What authors of rules get wrong: each is refused, with what mends it, or means what it says."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from builders import applied, at, meeting, searching
from expressions import HERE, loose
from interview_followup import (
    FactFailed,
    FollowupError,
    InvalidInput,
    Rule,
    RuleSet,
    check,
    plan,
    schedule,
)
from interview_followup.language import (
    Route,
    Source,
    condition_fact,
    days,
    detail_fact,
    do,
    done,
    early,
    hours,
    interview,
    later_of,
    moment_fact,
    named,
    parameter,
    person,
    times_done,
    weeks,
    when,
    working_days,
)
from interview_followup.language._subject import Subject

SEARCH = searching(applied(meeting()))
NOW = at("2026-11-24 12:00")


def rule(**parts: Any) -> Rule:
    usual = {"name": "thank-them", "per": interview, "opens": interview.ends, "text": "Thank them"}
    loose_rule: Rule = loose.Rule(**{**usual, "why": "It is kind.", **parts})
    return loose_rule


def wrong(write: Callable[[], object]) -> list[str]:
    """Return what is refused."""
    with pytest.raises(InvalidInput) as caught:
        write()
    return [str(problem) for problem in caught.value.problems]


# -- names and words ------------------------------------------------------------------------------


def test_a_name_without_a_denial_is_denied_all_the_same() -> None:
    urgent = named("urgent", interview.remote)
    assert ("urgent", "it is not so that urgent") == (str(urgent), str(~urgent))
    assert "named('urgent', interview.remote)" == repr(urgent)
    rules = RuleSet([rule(given=urgent)])
    verdict = check(SEARCH, "thank-them", at=NOW, rules=rules)
    assert "It is not so that urgent. It is kind." == verdict.why


LINES = ["two\nlines", "bell\x07", "\x1b[31mred", "turned \u202e round"]


@pytest.mark.parametrize("words", LINES, ids=ascii)
@pytest.mark.parametrize(
    ("place", "write"),
    [
        ("thank-them.text", lambda words: rule(text=words)),
        (
            "thank-them.text.then",
            lambda words: rule(text=when(interview.remote, words, otherwise="Thank them")),
        ),
        ("thank-them.why", lambda words: rule(why=words)),
        ("thank-them.channel", lambda words: rule(channel=words)),
        ("thank-them.cautions[0].text", lambda words: rule(cautions=early(words))),
        ("thank-them.wording[0].text", lambda words: rule(wording=do(words))),
        ("thank-them.source.title", lambda words: rule(source=Source(words))),
        ("thank-them.source.author", lambda words: rule(source=Source("A book", words))),
        ("thank-them.source.address", lambda words: rule(source=Source("A", address=words))),
        ("interview.x.label", lambda words: condition_fact("interview.x", words)),
        ("interview.x.denial", lambda words: condition_fact("interview.x", "x", denial=words)),
        ("interview.x.ask", lambda words: condition_fact("interview.x", "x", ask=words)),
        ("named", lambda words: named(words, interview.ends)),
        ("named", lambda words: named("so", interview.remote, denial=words)),
        ("wait.text", lambda words: parameter("wait", days(1), words)),
        ("wait.source.title", lambda words: parameter("wait", 1, "x", source=Source(words))),
    ],
)
def test_words_are_one_line_without_control_characters(
    place: str, write: Callable[[str], object], words: str
) -> None:
    [problem] = wrong(lambda: write(words))
    assert problem.startswith(f"{place}: ")
    end = " has a line break or a control character in it; write it on one line"
    assert problem.endswith(end)
    assert words not in problem


@pytest.mark.parametrize(
    "write",
    [
        lambda words: rule(why=words),
        lambda words: named(words, interview.ends),
        lambda words: condition_fact("interview.x", words),
        lambda words: parameter("wait", days(1), words),
    ],
)
@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("", "says nothing; say in words what it is"),
        ("  ", "says nothing; say in words what it is"),
        ("x" * 1_001, "has more than 1000 characters; say it more briefly"),
    ],
)
def test_words_say_something_and_not_too_much(
    write: Callable[[str], object], words: str, problem: str
) -> None:
    [message] = wrong(lambda: write(words))
    assert message.endswith(f": {problem}")
    write("x" * 1_000)


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        (Source(""), "title: says nothing; say in words what it is"),
        (loose.Source(5), "title: 5 is not text; say in words what it is"),
        (Source("A book", item=-1), "item: -1 is no number; count from 1"),
        (Source("A book", item=0), "item: 0 is no number; count from 1"),
        (loose.Source("A book", item="4"), "item: '4' is no number; count from 1"),
        (loose.Source("A book", item=True), "item: True is no number; count from 1"),
    ],
)
def test_a_source_is_lines_of_text_and_a_number(source: Source, problem: str) -> None:
    assert [f"thank-them.source.{problem}"] == wrong(lambda: rule(source=source))
    assert Source("A book", item=1) == rule(source=Source("A book", item=1)).source


@pytest.mark.parametrize(
    "why", ["{employer} waits", "A smile :-{ helps", "A smile :-} helps"], ids=["both", "{", "}"]
)
def test_a_reason_mentions_nothing_in_braces(why: str) -> None:
    slip = "is said as it stands, and mentions nothing in braces"
    mend = "say it without braces, or put it in the text"
    assert [f"thank-them.why: {slip}; {mend}"] == wrong(lambda: rule(why=why))


def test_what_is_said_of_a_moment_that_doubles_is_bounded() -> None:
    moment = interview.ends
    for _ in range(18):
        moment = later_of(moment, moment)
    assert len(str(moment)) <= 1_000
    assert len(str(RuleSet([rule(opens=moment)])["thank-them"].where())) < 10_000
    assert at("2026-11-24 11:00") == moment.evaluate(HERE)


# -- channels -------------------------------------------------------------------------------------


@pytest.mark.parametrize("channel", ["e-mail", "emial", "Email", "linked-in"])
def test_a_channel_that_is_nearly_one_with_addresses_is_refused(channel: str) -> None:
    meant = "linkedin" if channel.startswith("l") else "email"
    message = f"thank-them.channel: {channel!r} finds nobody's address; did you mean {meant!r}?"
    assert [message] == wrong(lambda: rule(channel=channel))


@pytest.mark.parametrize("channel", ["email", "linkedin", "phone", "post", "portal", "in person"])
def test_other_channels_are_as_they_are_called(channel: str) -> None:
    assert channel == rule(channel=channel).channel


def routed(get: Any, **more: Any) -> tuple[str | None, str | None]:
    """Return the way of an act whose channel comes from a function."""
    way = detail_fact("person.way", "the way to them", get)
    [scheduled] = schedule(SEARCH, rules=RuleSet([rule(per=person, channel=way, **more)]))
    return scheduled.channel, scheduled.to


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (Route("phone", "07700 900123"), ("phone", "07700 900123")),
        ("email", ("email", "priya@acme.example")),
        ("post", ("post", None)),
        (None, (None, None)),
    ],
)
def test_a_fact_may_give_the_name_of_a_channel(
    given: Any, expected: tuple[str | None, str | None]
) -> None:
    assert expected == routed(lambda _: given)


# -- acts and facts of a rule set -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("act", "meant"), [("thank", "thank-them"), ("thank-them-all", "thank-them")]
)
def test_a_rule_that_is_done_with_nobody_s_act_is_refused(act: str, meant: str) -> None:
    asking = rule(satisfied_by=done(act))
    message = (
        f"thank-them: asks whether {act!r} is done, which no rule knows; did you mean {meant!r}?"
    )
    assert [message] == wrong(lambda: RuleSet([asking]))
    RuleSet([asking, rule(name=act)])  # it is somebody's now


def test_the_act_of_another_pack_may_be_asked_about() -> None:
    RuleSet([rule(name="chase-again", given=done("chase")), rule(satisfied_by=done("wave"))])


def alone(_: Subject) -> bool:
    return True


def crowded(_: Subject) -> bool:
    return False


def test_two_functions_under_one_name_are_refused() -> None:
    one, other = (condition_fact("interview.alone", "you met one", get) for get in (alone, crowded))
    rules = [rule(given=one), rule(name="wave", given=other)]
    slip = "interview.alone is another fact than the one of that name before"
    mend = "make it once and use it in both, or give one of them another name"
    assert [f"wave: {slip}; {mend}"] == wrong(lambda: RuleSet(rules))
    assert [f"thank-them: {slip}; {mend}"] == wrong(lambda: RuleSet([rule(given=one & other)]))
    same = condition_fact("interview.alone", "you met one", alone)
    RuleSet([rule(given=one), rule(name="wave", given=same)])


def test_a_function_under_the_name_of_a_shipped_fact_is_refused() -> None:
    mine = condition_fact("interview.remote", "it is remote", alone)
    slip = "interview.remote is another fact than the one of that name before"
    [problem] = wrong(lambda: RuleSet([rule(given=mine)]))
    assert problem.startswith(f"thank-them: {slip}; ")


# -- what Python has its own words for ------------------------------------------------------------


def test_periods_are_added_and_multiplied() -> None:
    assert interview.ends + days(2) == days(2) + interview.ends
    assert (days(6), days(6)) == (2 * days(3), days(3) * 2)
    assert weeks(3) == weeks(1) + weeks(2)
    assert working_days(3) == working_days(2) + working_days(1)
    wait = parameter("wait", 2 * hours(3), "how long to wait")
    assert at("2026-11-24 17:00") == (interview.ends + wait).evaluate(HERE)


REFUSED: list[tuple[str, Callable[[], object], str]] = [
    (
        "counts compared",
        lambda: times_done("wave") >= 2,
        "use .at_least(2), and ~ for less than that",
    ),
    ("moments compared", lambda: loose.interview.ends > interview.left, "use a.before(b)"),
    ("details compared", lambda: loose.person.email > "a", "only moments and counts are compared"),
    ("a method called", loose.interview.left.happened, "leave the parentheses out"),
    ("a fact called", lambda: loose.interview.remote(1, of=2), "leave the parentheses out"),
    ("half an hour", lambda: loose.hours(0.5), "write minutes(30)"),
    ("a week and a day", lambda: loose.weeks(1.2), "give a whole number"),
    ("a week and a half", lambda: loose.weeks(2.0), "write days(14)"),
    ("a third of an hour", lambda: loose.hours(1 / 3.1), "give a whole number"),
    ("no hours", lambda: loose.hours(0.0), "give a whole number"),
    ("half a day", lambda: loose.days(0.5), "give a whole number"),
    ("half of it", lambda: loose.days(1) * 0.5, "give a whole number"),
    ("days and hours", lambda: days(1) + hours(2), "as in moment + days(1) + hours(2)"),
    ("days and a number", lambda: loose.days(1) + 2, "as in moment + days(1) + hours(2)"),
    ("days and a length", lambda: loose.days(1) + timedelta(1), "as in moment + days(1)"),
    ("moment taken away", lambda: loose.days(1) - interview.ends, "write the moment first"),
    ("rules in a row", lambda: loose.RuleSet(rule(), rule()), "write RuleSet([a, b])"),
    ("a comparison", lambda: rule(given=interview.ends == interview.left), "as in a.before(b)"),
    ("a detail", lambda: rule(given=person.email), ".exists or .known"),
    ("a count", lambda: rule(given=times_done("wave")), "say how many, as in .at_least(1)"),
    ("a moment", lambda: rule(given=interview.left), "say what of it"),
    (
        "a fact as function",
        lambda: condition_fact("interview.x", "x", loose.interview.remote),
        "give a function",
    ),
]


@pytest.mark.parametrize(
    ("write", "mend"), [pytest.param(write, mend, id=name) for name, write, mend in REFUSED]
)
def test_it_is_refused_with_its_mend_and_no_error_of_python(
    write: Callable[[], object], mend: str
) -> None:
    with pytest.raises(FollowupError) as caught:
        write()
    assert mend in str(caught.value)


def test_what_cannot_be_added_to_a_period_at_all_stays_python_s() -> None:
    with pytest.raises(TypeError):
        loose.days(1) + object()


def test_every_part_of_a_rule_that_is_unknown_or_missing_is_told_at_once() -> None:
    assert [
        "wave: 5 has no name; name each part, as in opens=...",
        "wave.close: is no part of a rule; did you mean 'closes'?",
        "wave.per: is missing; give per=...",
        "wave.text: is missing; give text=...",
        "wave.why: is missing; give why=...",
    ] == wrong(lambda: loose.Rule(5, name="wave", opens=interview.ends, close=interview.ends))
    assert "rule.name: is missing; give name=..." in wrong(loose.Rule)


def test_a_set_of_no_rules_is_empty() -> None:
    assert RuleSet([]) == RuleSet()


def from_an_egg(subject: Subject) -> bool:
    return bool(EGG.evaluate(subject))


def from_a_hen(subject: Subject) -> bool:
    return bool(HEN.evaluate(subject))


HEN = condition_fact("interview.hen", "the hen", from_an_egg)
EGG = condition_fact("interview.egg", "the egg", from_a_hen)


def test_a_fact_that_hangs_on_itself_is_told_so() -> None:
    with pytest.raises(FactFailed) as caught:
        plan(SEARCH, now=NOW, rules=RuleSet([rule(given=HEN)]))
    assert "cannot be told: it hangs on itself, or on what hangs on it (line " in str(caught.value)


# -- facts that raise -----------------------------------------------------------------------------


def fails(_: Subject) -> Any:
    raise KeyError("due")


BROKEN = moment_fact("interview.broken", "it is broken", fails)
WAY = detail_fact("interview.way", "the way", fails)
LINE = fails.__code__.co_firstlineno
WHERE = (
    "of Acme, Data engineer · 2026-11-24 10:00 cannot be told: "
    f"KeyError: 'due' (line {LINE} of {__name__})"
)


@pytest.mark.parametrize(
    ("parts", "fact"),
    [
        ({"opens": BROKEN}, "broken"),
        ({"given": BROKEN.happened}, "broken"),
        ({"channel": WAY}, "way"),
        ({"cautions": early("Wait", since=BROKEN)}, "broken"),
    ],
)
def test_a_fact_that_raises_names_its_rule_and_where_it_is(
    parts: dict[str, Any], fact: str
) -> None:
    rules = RuleSet([rule(name="wave", act="thank-them"), rule(**parts)])
    with pytest.raises(FactFailed) as caught:
        plan(SEARCH, now=NOW, rules=rules)
    assert f"rule thank-them: interview.{fact} {WHERE}" == str(caught.value)
    assert (f"interview.{fact}", "thank-them") == (caught.value.fact, caught.value.rule)
    assert isinstance(caught.value.__cause__, KeyError)
    assert str(caught.value) == str(pickle.loads(pickle.dumps(caught.value)))


def test_what_is_no_function_of_a_file_has_no_line() -> None:
    broken = condition_fact("interview.broken", "it is broken", Failing())
    with pytest.raises(FactFailed, match=r"cannot be told: KeyError: 'due'$"):
        broken.evaluate(HERE)


class Failing:
    def __call__(self, _: Subject) -> bool:
        raise KeyError("due")
