"""Employers: a place in an application ends with whose it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from documents import document, problems, problems_of_file

ENDS_TOO_EARLY = [{"starts": "2026-11-24T10:00", "ends": "2026-11-24T09:00"}]
WRONG: dict[str, Any] = {"interviews": ENDS_TOO_EARLY}


def test_a_place_ends_with_the_employer() -> None:
    applications = [{"employer": name} for name in ("Globex", "Initech", "Hooli")]
    assert [
        "applications[3].interviews[0].ends (Acme): is before starts; give an end after the start"
    ] == problems(document(*applications, {"employer": "Acme", **WRONG}))


def test_a_place_in_a_file_ends_with_the_employer(tmp_path: Path) -> None:
    text = 'timezone = "Europe/London"\n[[applications]]\nemployer = "Acme"\noutcome = "zzz"'
    [problem] = problems_of_file(tmp_path / "search.toml", text)
    assert problem.startswith("applications[0].outcome (Acme): ")


@pytest.mark.parametrize(
    ("application", "whose"),
    [
        ({"employer": "Acme", "role": "Cook"}, " (Acme)"),
        ({"role": "Cook"}, " (Cook)"),
        ({}, ""),
        ({"employer": "", "role": " "}, ""),
        ({"employer": " Acme  Ltd "}, " (Acme Ltd)"),
        ({"employer": "A" * 40}, f" ({'A' * 40})"),
        ({"employer": "A" * 41}, f" ({'A' * 39}…)"),
    ],
    ids=["both", "only a role", "neither", "blanks", "blanks around", "long", "too long"],
)
def test_without_an_employer_it_is_the_role(application: dict[str, Any], whose: str) -> None:
    [problem] = problems(document({**application, **WRONG}))
    assert problem.startswith(f"applications[0].interviews[0].ends{whose}: is before starts; ")


@pytest.mark.parametrize("employer", [5, ["Acme"], "Ac\x1bme", {}], ids=repr)
def test_an_employer_that_cannot_be_read_ends_no_place(employer: Any) -> None:
    assert all(
        "(" not in problem.split(":")[0]
        for problem in problems(document({"employer": employer, **WRONG}))
    )


@pytest.mark.parametrize("application", ["Acme", 5, None, []], ids=repr)
def test_an_application_that_is_no_table_is_nobody_s(application: Any) -> None:
    [problem] = problems(document(application))
    assert problem.startswith("applications[0]: ")


def test_what_is_wrong_around_applications_is_nobody_s() -> None:
    acme = {"employer": "Acme"}
    problem, *_ = problems(document(acme, acme, colour="red"))
    assert problem.startswith("colour: ")


@pytest.mark.parametrize("digits", ["0", "1", "9" * 9, "9" * 10, "9" * 5000], ids=len)
@pytest.mark.parametrize("applications", [[], [{"employer": "Acme"}], "Acme", {}, None], ids=repr)
def test_a_key_that_looks_like_a_place_is_a_key_like_any_other(
    digits: str, applications: Any
) -> None:
    given = {**document(), "applications": applications, f"applications[{digits}]": 1}
    beginning = f"applications[{digits}]"[:100]
    assert any(problem.startswith(beginning) for problem in problems(given))


def test_two_applications_that_are_alike_are_told_apart_by_their_number() -> None:
    acme = {"employer": "Acme"}
    [problem] = problems(document(acme, acme))
    assert problem.startswith("applications[1] (Acme): is the same one as applications[0]; ")
