"""Errors: every problem with its place and its mend, and the near name for a misspelt one."""

from __future__ import annotations

import pickle

import pytest

from interview_followup import FollowupError, InvalidInput, Problem
from interview_followup._errors import TruthTested, UnknownFact, invalid, near

ENDS = Problem("ends", "is before starts", "give an end after the start")
NAME = Problem("name", "is missing", "give it")


def test_a_problem_reads_as_place_message_and_mend() -> None:
    assert "ends: is before starts; give an end after the start" == str(ENDS)


@pytest.mark.parametrize(
    ("place", "seen_from_further_out"),
    [
        ("ends", "interviews[1].ends"),
        ("[0].name", "interviews[1][0].name"),
        ("", "interviews[1]"),
    ],
    ids=["a field", "an item of a list", "the value itself"],
)
def test_a_place_grows_a_level_at_its_front(place: str, seen_from_further_out: str) -> None:
    problem = Problem(place, "is wrong", "mend it").within("interviews[1]")
    assert Problem(seen_from_further_out, "is wrong", "mend it") == problem


@pytest.mark.parametrize(
    ("place", "path"),
    [
        ("", ()),
        ("ends", ("ends",)),
        ("applications[3].outcome", ("applications", 3, "outcome")),
        (
            "applications[0].interviews[12].ends (Acme)",
            ("applications", 0, "interviews", 12, "ends"),
        ),
        ("applications[1] (A. [2].b)", ("applications", 1)),
        ("[0].name", (0, "name")),
        ("--tune chase.wait", ("--tune",)),
    ],
)
def test_the_path_of_a_problem_is_its_place_step_by_step(
    place: str, path: tuple[str | int, ...]
) -> None:
    assert path == Problem(place, "is wrong", "mend it").path


def test_an_error_says_every_problem_on_a_line_of_its_own() -> None:
    error = InvalidInput([ENDS, NAME])
    assert f"{ENDS}\n{NAME}" == str(error)


def test_an_error_keeps_its_problems() -> None:
    assert (ENDS, NAME) == InvalidInput(iter([ENDS, NAME])).problems


def test_the_error_for_one_problem_holds_just_that() -> None:
    assert (ENDS,) == invalid(ENDS.place, ENDS.message, ENDS.mend).problems


@pytest.mark.parametrize("kind", [InvalidInput, UnknownFact])
def test_an_error_survives_pickling(kind: type[InvalidInput]) -> None:
    error = pickle.loads(pickle.dumps(kind([ENDS, NAME])))
    assert (kind, (ENDS, NAME)) == (type(error), error.problems)


@pytest.mark.parametrize(
    ("kind", "base"),
    [
        (InvalidInput, FollowupError),
        (InvalidInput, ValueError),
        (UnknownFact, InvalidInput),
        (UnknownFact, AttributeError),
        (TruthTested, FollowupError),
        (TruthTested, TypeError),
    ],
)
def test_an_error_is_the_library_s_own_and_python_s_as_well(
    kind: type[Exception], base: type[Exception]
) -> None:
    assert issubclass(kind, base)


ACTS = ("thank-you", "chase", "connect")


@pytest.mark.parametrize(
    ("name", "names", "mend"),
    [
        ("chaise", ACTS, "did you mean 'chase'?"),
        ("CHASE", ACTS, "did you mean 'chase'?"),
        ("europe/london", ["Europe/London"], "did you mean 'Europe/London'?"),
        ("zzz", ACTS, "use one of: chase, connect, thank-you"),
        ("zzz", ["b", "a", "b"], "use one of: a, b"),
        ("zzz", [], "leave it out"),
    ],
    ids=["misspelt", "in capitals", "in small letters", "far off", "far off, twice", "no names"],
)
def test_the_mend_for_an_unknown_name_is_the_near_one_or_all_there_are(
    name: str, names: list[str], mend: str
) -> None:
    assert mend == near(name, names)


def test_the_mend_may_say_something_else_where_no_name_is_near() -> None:
    assert "give one of ACME, Globex" == near("zzz", ["Globex", "ACME"], "give one of {names}")
