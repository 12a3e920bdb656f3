"""Keys and notes: the host's own ids, and what people write down for themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from builders import applied, meeting, priya, searching
from interview_followup import Application, Done, Interview, JobSearch, Person, SetAside, plan
from mistakes import problems
from zones import aware

LONDON = "Europe/London"
STARTS = aware("2026-11-24T10:00", LONDON)

KEPT_ON: dict[str, Callable[..., Any]] = {
    "search": lambda **given: JobSearch(timezone=LONDON, **given),
    "application": Application,
    "interview": lambda **given: Interview(starts=STARTS, **given),
    "person": lambda **given: Person(name="Ana", **given),
}
kept_on = pytest.mark.parametrize("kind", KEPT_ON.values(), ids=KEPT_ON)

ADDRESSEES: dict[str, Callable[..., Any]] = {
    "done": lambda to: Done(act="thank-you", at=STARTS, to=to),
    "set aside": lambda to: SetAside(act="thank-you", to=to),
}


class Whole:
    """A whole number of somebody else's, as NumPy has them."""

    def __index__(self) -> int:
        return 17

    def __str__(self) -> str:
        return "a whole number of somebody else's"


# -- keys -----------------------------------------------------------------------------------------


@kept_on
@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("17", "17"),
        (17, "17"),
        (0, "0"),
        (-17, "-17"),
        (2**64, "18446744073709551616"),
        (17.0, "17"),
        (-0.0, "0"),
        (Whole(), "17"),
        ("a key", "a key"),
    ],
    ids=str,
)
def test_a_key_is_a_text_or_a_whole_number_and_kept_as_text(
    kind: Callable[..., Any], key: Any, text: str
) -> None:
    assert text == kind(key=key).key
    assert kind(key=text) == kind(key=key)


@pytest.mark.parametrize("record", ADDRESSEES.values(), ids=ADDRESSEES)
@pytest.mark.parametrize(
    ("to", "text"), [("Ana", "Ana"), (17, "17"), (Whole(), "17")], ids=["name", "int", "whole"]
)
def test_an_act_may_be_to_a_key_that_is_a_whole_number(
    record: Callable[..., Any], to: Any, text: str
) -> None:
    ana = Person(name="Ana", key=17)
    assert text == record(to).to
    assert ana.is_called(record(to).to)


@kept_on
@pytest.mark.parametrize(
    ("key", "problem"),
    [
        (17.5, "17.5 is not text; give a str"),
        (float("inf"), "inf is not text; give a str"),
        (True, "True is not text; give a str"),
        (b"17", "b'17' is not text; give a str"),
        ("a\nb", "'a\\nb' is not a line of text; give one line that can be read"),
    ],
    ids=["a fraction", "infinity", "truth", "bytes", "lines"],
)
def test_any_other_key_is_refused(kind: Callable[..., Any], key: Any, problem: str) -> None:
    assert [f"key: {problem}"] == problems(kind, key=key)


@pytest.mark.parametrize(
    ("digits", "refused"), [(4299, False), (4300, False), (4301, True)], ids=str
)
def test_a_number_that_python_will_not_write_is_no_key(digits: int, refused: bool) -> None:
    number = 10 ** (digits - 1)
    if refused:
        assert ["key: number too long to be shown is no key; give a shorter one"] == problems(
            Person, name="Ana", key=number
        )
    else:
        assert f"1{'0' * (digits - 1)}" == Person(name="Ana", key=number).key


def test_a_key_of_zero_tells_apart_as_any_other() -> None:
    twins = [Person(name="Ana", key=key) for key in (0, 1)]
    assert [("key", "0"), ("key", "1")] == [person.identity for person in twins]
    assert tuple(twins) == Interview(starts=STARTS, interviewers=twins).interviewers


def test_a_whole_number_and_its_text_are_one_key() -> None:
    wrong = "is the same one as interviewers[0]; remove one, or give each a key of its own"
    assert [f"interviewers[1]: {wrong}"] == problems(
        Interview,
        starts=STARTS,
        interviewers=[Person(name="Ana", key=17), Person(name="Tom", key="17")],
    )


def test_the_key_of_a_search_is_in_every_id() -> None:
    """So two candidates whose searches are alike have no reminder in common."""
    ids = [
        {action.uid for action in plan(searching(applied(meeting()), key=key), now=STARTS).actions}
        for key in (None, 1, 2)
    ]
    assert 3 * len(ids[0]) == len(set.union(*ids))


# -- notes ----------------------------------------------------------------------------------------


@kept_on
@pytest.mark.parametrize(
    "notes",
    ["one line", "two\nlines", "three\r\nlines\rin all", "\ttabs\t", "U+2028:\u2028", " \n.\n "],
    ids=repr,
)
def test_notes_are_lines_of_text_and_kept_as_they_are(kind: Callable[..., Any], notes: str) -> None:
    assert notes == kind(notes=notes).notes


@kept_on
@pytest.mark.parametrize(
    ("notes", "problem"),
    [
        (5, "5 is not text; give a str"),
        (["a", "b"], "['a', 'b'] is not text; give a str"),
        (b"a", "b'a' is not text; give a str"),
        *[
            (f"a{sign}b", f"{f'a{sign}b'!r} cannot be read; leave out its control characters")
            for sign in ("\x00", "\x08", "\x0b", "\x0c", "\x0e", "\x1f", "\x7f", "\x9f", "\ud800")
        ],
    ],
    ids=lambda value: ascii(value)[:12],
)
def test_notes_that_cannot_be_read_are_refused(
    kind: Callable[..., Any], notes: Any, problem: str
) -> None:
    assert [f"notes: {problem}"] == problems(kind, notes=notes)


def test_no_rule_reads_notes() -> None:
    noted = searching(
        applied(
            meeting(interviewers=[priya(notes="Kind")], notes="A\nlong one"), notes="Near the river"
        ),
        notes="Two a week",
    )
    assert plan(searching(applied(meeting())), now=STARTS).actions == (
        plan(noted, now=STARTS).actions
    )


# -- what is preferred ----------------------------------------------------------------------------


def test_nothing_is_preferred_unless_somebody_says_so() -> None:
    assert not Application().preferred


@pytest.mark.parametrize(
    ("preferred", "expected"),
    [
        ((), []),
        ((1,), []),
        (
            (0, 2),
            [
                "applications[2].preferred: is true, as applications[0].preferred is; "
                "prefer one at most"
            ],
        ),
        (
            (0, 1, 2),
            [
                "applications[1].preferred: is true, as applications[0].preferred is; "
                "prefer one at most",
                "applications[2].preferred: is true, as applications[0].preferred is; "
                "prefer one at most",
            ],
        ),
    ],
    ids=["none", "one", "two", "all"],
)
def test_one_application_at_most_is_preferred(
    preferred: tuple[int, ...], expected: list[str]
) -> None:
    applications = [Application(key=index, preferred=index in preferred) for index in range(3)]
    if expected:
        assert expected == problems(JobSearch, timezone=LONDON, applications=applications)
    else:
        stored = JobSearch(timezone=LONDON, applications=applications).applications
        assert [index in preferred for index in range(3)] == [one.preferred for one in stored]
