"""Imports: public names resolve, and what is optional or slow is loaded only once it is needed."""

from __future__ import annotations

import subprocess
import sys

import pytest

import interview_followup

SLOW = ("hypothesis", "icalendar", "holidays", "tomlkit")


def loaded_by(statement: str) -> list[str]:
    """Return which of the slow modules a fresh interpreter has loaded after a statement."""
    return those_loaded(statement, SLOW)


def those_loaded(statement: str, modules: tuple[str, ...]) -> list[str]:
    """Return which of some modules a fresh interpreter has loaded after a statement."""
    code = f"{statement}\nimport sys\nprint(*(each for each in {modules!r} if each in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True
    )
    return done.stdout.split()


@pytest.mark.parametrize(
    "statement",
    [
        "import interview_followup",
        "from interview_followup import Interview, Rule, check, plan, schedule",
        "import interview_followup.language",
        "import interview_followup.advice.cv_library",
        "from interview_followup import search_from_dict, read_search",
    ],
)
def test_what_plans_loads_nothing_slow(statement: str) -> None:
    assert [] == loaded_by(statement)


@pytest.mark.parametrize("name", ["advice", "language"])
def test_what_rule_authors_need_is_there_without_an_import_of_its_own(name: str) -> None:
    code = f"import interview_followup\nprint(interview_followup.{name}.__name__)"
    command = [sys.executable, "-W", "error", "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert f"interview_followup.{name}\n" == done.stdout


def test_public_holidays_are_loaded_once_a_region_is_asked_for() -> None:
    program = "from interview_followup import Workdays; Workdays({})"
    assert [] == loaded_by(program.format(""))
    assert ["holidays"] == loaded_by(program.format("region='JP'"))


@pytest.mark.parametrize("name", interview_followup.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(interview_followup, name) is not None


def test_a_star_import_gives_every_public_name() -> None:
    names: dict[str, object] = {}
    exec("from interview_followup import *", names)
    assert set(interview_followup.__all__) == names.keys() - {"__builtins__"}


def test_a_public_name_is_listed_once() -> None:
    assert len(set(interview_followup.__all__)) == len(interview_followup.__all__)


@pytest.mark.parametrize("name", ["plann", "_private", "parse"])
def test_any_other_name_is_an_attribute_error(name: str) -> None:
    with pytest.raises(AttributeError, match=f"'interview_followup' has no attribute '{name}'"):
        getattr(interview_followup, name)


def test_a_misspelt_name_is_answered_with_the_near_one() -> None:
    code = "import interview_followup\ninterview_followup.plann"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.strip().endswith("Did you mean: 'plan'?")


def test_a_type_checker_knows_no_misspelt_name() -> None:
    with pytest.raises(AttributeError):
        interview_followup.plann  # type: ignore[attr-defined]  # noqa: B018
