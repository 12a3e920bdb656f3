"""Refused values, names from outside and others' errors are shown short and escaped."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from builders import applied, at, meeting, searching
from interview_followup import (
    CV_LIBRARY,
    Application,
    Interview,
    InvalidInput,
    JobSearch,
    Person,
    Problem,
    Rule,
    RuleSet,
    Workdays,
    check,
    check_all,
    difference,
    explain,
    forecast,
    plan,
    read_search,
    schedule,
    search_from_dict,
)
from interview_followup._errors import (
    as_key,
    cut,
    escaped,
    is_one_line,
    listed,
    near,
    reason,
    shown,
)
from interview_followup.language import (
    days,
    done,
    first_known,
    interview,
    moment_fact,
    named,
    parameter,
    when,
)

ESCAPE, OVERRIDE, ZERO_WIDTH, TAG = "\x1b[2J", "\u202e", "\u200b", "\U000e0041"
HOSTILE = f"evil{ESCAPE}\r\nforged: line{OVERRIDE}{ZERO_WIDTH}{TAG}\ud800"
NOW = at("2026-11-24 12:00")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Łódź, 東京, שלום", "Łódź, 東京, שלום"),
        ("a\u00a0b\u3000c", "a\u00a0b\u3000c"),
        ("a\tb\nc\rd", r"a\tb\nc\rd"),
        (ESCAPE, r"\x1b[2J"),
        ("\x9b2J\x7f", r"\x9b2J\x7f"),
        ("\u2028\u2029", r"\u2028\u2029"),
        (OVERRIDE, r"\u202e"),
        ("\u2066a\u2069", r"\u2066a\u2069"),
        (ZERO_WIDTH, r"\u200b"),
        (TAG, r"\U000e0041"),
        ("\ud800", r"\ud800"),
    ],
    ids=[
        "letters",
        "blanks",
        "line breaks",
        "escape",
        "one byte controls",
        "line separators",
        "override",
        "isolate",
        "zero width",
        "tag",
        "half a pair",
    ],
)
def test_what_cannot_be_printed_is_escaped(text: str, expected: str) -> None:
    assert expected == escaped(text)


@pytest.mark.parametrize(
    ("text", "expected"), [("abc", "abc"), ("abcd", "abcd"), ("abcde", "abc…")], ids=len
)
def test_of_a_long_text_the_beginning_is_shown(text: str, expected: str) -> None:
    assert expected == cut(text, 4)


def test_what_is_printed_of_an_answer_has_nothing_that_turns_what_is_around_it() -> None:
    bad = f"Acme{OVERRIDE}{ZERO_WIDTH}"
    ada = Person(name=f"Ada{OVERRIDE}")
    search = searching(applied(meeting(interviewers=[ada]), employer=bad))
    before, after = plan(search, now=at("2026-11-23 12:00")), plan(search, now=NOW)
    verdicts = check_all(search, "thank-you", at=NOW) + check_all(search, "chase", at=NOW)
    changed = difference(before, after)
    answers = [
        *after.actions,
        *after.cautions,
        *after.questions,
        *verdicts,
        *changed,
        *[change.advice for change in changed],
        *[explain(search, verdict.act, now=NOW) for verdict in verdicts],
        *schedule(search),
    ]
    printed = [text for answer in answers for text in (str(answer), repr(answer))]
    assert any(r"Acme\u202e\u200b" in text for text in printed)
    assert [] == [text for text in printed for line in text.split("\n") if not is_one_line(line)]


class Mute:
    def __repr__(self) -> str:
        raise RuntimeError("no")


def counted_out(_: object) -> int:
    raise RuntimeError("no")


Uncounted = type("list", (list,), {"__len__": counted_out})
"""A type that is named like one of Python's, of which parts are shown."""


class Loud:
    def __repr__(self) -> str:
        return f"<{ESCAPE}{'x' * 10_000}>"


def nested(levels: int) -> list[Any]:
    value: list[Any] = []
    for _ in range(levels):
        value = [value]
    return value


def shared(levels: int) -> list[Any]:
    """Return a list of two to the power of some levels, of which every half is the other."""
    value: list[Any] = []
    for _ in range(levels):
        value = [value, value]
    return value


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (5, "5"),
        ("5", "'5'"),
        (None, "None"),
        (HOSTILE, repr(HOSTILE)),
        (b"\x1b", r"b'\x1b'"),
        ("x" * 1_000_000, f"'{'x' * 198}…"),
        (16**3999, "number too long to be shown"),
        (nested(980), "[[[[...]]]]"),
        (nested(100_000), "[[[[...]]]]"),
        (shared(22), "[[[[...], [...]], [[...], [...]]], [[[...], [...]], [[...], [...]]]]"),
        ({"a": {"b": {"c": {"d": 1}}}}, "{'a': {'b': {'c': {...}}}}"),
        (Mute(), "<Mute that cannot be shown>"),
        ([Mute()], "[<Mute that cannot be shown>]"),
        (Uncounted(), "<list that cannot be shown>"),
        (Loud(), f"<\\x1b[2J{'x' * 194}…"),
    ],
    ids=[
        "number",
        "text",
        "nothing",
        "hostile",
        "bytes",
        "long",
        "huge number",
        "deep",
        "very deep",
        "shared",
        "tables",
        "mute",
        "mute, in a list",
        "uncounted",
        "loud",
    ],
)
def test_a_refused_value_is_shown_by_a_beginning_of_it(value: object, expected: str) -> None:
    assert expected == shown(value)


def test_a_name_from_outside_is_a_short_line() -> None:
    assert r"a\nb" == as_key("a\nb")
    assert 200 == len(as_key("k" * 100_000))
    assert "5" == as_key(5)


def test_names_are_listed_as_far_as_anybody_reads() -> None:
    assert "0, 1" == listed(["0", "1"])
    assert "0, 1" == listed([*map(str, range(50))])[:4]
    assert "48, 49" == listed([*map(str, range(50))])[-6:]
    assert "48, 49, and 1 more" == listed([*map(str, range(51))])[-18:]
    assert near("x", [HOSTILE]).isprintable()


def test_nothing_is_near_to_what_is_no_text_or_far_too_long() -> None:
    assert ["use one of: chase"] * 2 == [near(value, ["chase"]) for value in (5, "chase" * 100)]


class Silent(Exception):
    def __str__(self) -> str:
        raise RuntimeError("no")


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (ValueError("no"), "ValueError: no"),
        (ValueError(f"one\ntwo{ESCAPE}"), r"ValueError: one; two\x1b[2J"),
        (ValueError("x" * 10_000), f"ValueError: {'x' * 199}…"),
        (Silent(), "Silent: it cannot say why"),
    ],
    ids=["short", "of two lines", "long", "silent"],
)
def test_what_another_s_error_says_is_a_short_line(error: Exception, expected: str) -> None:
    assert expected == reason(error)


def test_a_problem_is_said_in_one_line_whatever_is_in_it() -> None:
    assert str(Problem(HOSTILE, HOSTILE, HOSTILE)).isprintable()


# -- wherever something is refused ----------------------------------------------------------------


def searched(**given: Any) -> Callable[[], object]:
    return lambda: search_from_dict({"timezone": "UTC", **given})


def rule(**given: Any) -> Callable[[], object]:
    parts: dict[str, Any] = {"name": "wave", "per": "interview", "text": "Wave", "why": "So."}
    return lambda: Rule(**parts | {"opens": interview.ends} | given)


def places_for(value: Any) -> Mapping[str, Callable[[], object]]:
    """Return calls that refuse a value, each in another place."""
    one = {"starts": "2026-11-24T10:00", "minutes": 60}
    return {
        "a search": lambda: search_from_dict(value),
        "applications": searched(applications=[value]),
        "heard": searched(applications=[{"heard": value}]),
        "employer": searched(applications=[{"employer": value}]),
        "workdays": searched(applications=[{"workdays": {"holidays": [value]}}]),
        "a weekend": searched(workdays={"weekend": [value]}),
        "starts": searched(applications=[{"interviews": [{"starts": value}]}]),
        "minutes": searched(applications=[{"interviews": [{**one, "minutes": value}]}]),
        "a person": searched(applications=[{"interviews": [{**one, "interviewers": [value]}]}]),
        "a medium": searched(applications=[{"interviews": [{**one, "medium": value}]}]),
        "an outcome": searched(applications=[{"outcome": value}]),
        "a zone": lambda: JobSearch(timezone=value),
        "a fact": searched(facts={"topic": value}),
        "an act": searched(done=[{"act": value, "at": "2026-01-01"}]),
        "a name": lambda: Person(name=value),
        "a text": rule(text=[value]),
        "a rule's name": rule(name=value),
        "a kind": rule(kind=value),
        "a rule's per": rule(per=value),
        "a moment": rule(opens=value),
        "needs": rule(needs=[value]),
        "cautions": rule(cautions=[value]),
        "a channel": rule(channel=value) if not isinstance(value, str) else rule(source=value),
        "rules": lambda: RuleSet([value]),
        "a rule": lambda: CV_LIBRARY[value],
        "a tuned name": lambda: CV_LIBRARY.tuned({str(value)[:9]: value}),
        "a tuned value": lambda: CV_LIBRARY.tuned({"chase.wait": value}),
        "an act asked": lambda: check(searching(), value, at=NOW),
        "of": lambda: check(searching(applied(meeting())), "chase", at=NOW, of=value),
        "now": lambda: plan(searching(), now=value),
        "a period": lambda: interview.ends + value,
        "days": lambda: days(value),
        "done": lambda: done(value),
        "a parameter": lambda: parameter("wait", value, "how long"),
        "a label": lambda: named([value], interview.ends),  # type: ignore[call-overload]
        "first of": lambda: first_known(value),
        "when": lambda: when(value, interview.ends, otherwise=interview.ends),
        "a time of day": lambda: interview.ends.at(value),
        "a new fact": lambda: moment_fact(value, "label"),
        "an application": lambda: searching().application(value),
    }


@pytest.mark.parametrize("place", places_for(5))
@pytest.mark.parametrize(
    "value",
    [HOSTILE, "x" * 1_000_000 + "\a", shared(200), nested(980), Mute(), Loud()],
    ids=["hostile", "long", "shared", "deep", "mute", "loud"],
)
def test_what_is_refused_is_shown_short_and_escaped(place: str, value: Any) -> None:
    if place == "a tuned name" and not isinstance(value, str):
        value = HOSTILE
    with pytest.raises(InvalidInput) as caught:
        places_for(value)[place]()
    for problem in caught.value.problems:
        assert str(problem).isprintable()
        assert len(str(problem)) < 2_000


@pytest.mark.parametrize(
    "given",
    [
        {HOSTILE: 1},
        {"applications": [{HOSTILE: 1}]},
        {"facts": {HOSTILE: 1}},
        {"applications": [{"recruiter": {"name": "Ada", HOSTILE: 1}}]},
        {"k" * 1_000_000: 1},
        {"facts": {"k" * 1_000_000: 1}},
        {5: 1, "a": 2, None: 3},
    ],
    ids=["search", "application", "facts", "person", "long", "long fact", "of three kinds"],
)
def test_a_key_can_forge_no_line_and_fills_no_screen(given: dict[Any, Any]) -> None:
    with pytest.raises(InvalidInput) as caught:
        search_from_dict({"timezone": "UTC", **given})
    assert all(problem.place.isprintable() for problem in caught.value.problems)
    assert all(len(str(problem)) < 1_000 for problem in caught.value.problems)


# -- calls with what is no argument ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        (
            lambda: search_from_dict({"timezone": "UTC"}, rules=5),  # type: ignore[arg-type]
            "rules: 5 is not a rule set; build it with RuleSet([...])",
        ),
        (
            lambda: search_from_dict({"timezone": "UTC"}, rules=None),  # type: ignore[arg-type]
            "rules: None is not a rule set; build it with RuleSet([...])",
        ),
        (
            lambda: read_search(5),  # type: ignore[arg-type]
            "path: 5 is no path; give a text, or a Path",
        ),
        (
            lambda: read_search("nowhere.toml", rules=5),  # type: ignore[arg-type]
            "rules: 5 is not a rule set; build it with RuleSet([...])",
        ),
        (
            lambda: forecast(searching(), now=NOW, horizon=5),  # type: ignore[arg-type]
            "horizon: 5 is not a date; give a date, or a time with a zone",
        ),
        (
            lambda: searching().application(["Acme"]),  # type: ignore[arg-type]
            "application: ['Acme'] is not a name; give a name, or a key as key=...",
        ),
        (
            lambda: applied().interview(date(2026, 11, 24)),
            "interview: '2026-11-24' is not on record; add it first",
        ),
        (
            lambda: named(5, interview.ends),  # type: ignore[call-overload]
            "named: 5 is not text; say in words what it is",
        ),
    ],
    ids=["rules", "no rules", "path", "rules of a file", "horizon", "name", "day", "label"],
)
def test_a_call_with_what_is_no_argument_is_the_library_s_error(
    call: Callable[[], object], expected: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        call()
    assert expected == str(caught.value)


class MySearch(JobSearch):
    """A search of somebody's own class."""


def test_a_search_of_one_s_own_class_is_one_like_any_other() -> None:
    mine = MySearch(timezone="Europe/London", applications=[applied(meeting())])
    [action, *_] = plan(mine, now=NOW).actions
    recorded = mine.record(action, at=NOW)
    assert MySearch is type(recorded)
    assert 0 < len(plan(recorded, now=NOW).actions)


def test_a_person_s_own_value_is_refused_by_its_beginning() -> None:
    crowd = Interview(
        starts=NOW, interviewers=[Person(name=f"Ada {number}") for number in range(4_000)]
    )
    with pytest.raises(InvalidInput) as caught:
        Application(recruiter=crowd)  # type: ignore[arg-type]
    assert len(str(caught.value)) < 400
    assert len(shown(Workdays(holidays=[date(2026, 1, 1)]))) < 200
