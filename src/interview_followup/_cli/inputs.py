"""What a command is about: rules, a search on file and a moment, with all that is wrong in them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeAlias, TypeVar

from interview_followup import _clock
from interview_followup._errors import InvalidInput, Problem, gathered
from interview_followup._files.local_times import read_date, read_time
from interview_followup._files.search_files import read_search_file
from interview_followup.advice import CV_LIBRARY, load
from interview_followup.language._rule_set import RuleSet
from interview_followup.model import JobSearch
from interview_followup.model._times import to_instant

T = TypeVar("T")

Ask: TypeAlias = Callable[[JobSearch, datetime, RuleSet], T]

# What stands in for a search that cannot be read, and the places of problems that it can show.
NOWHERE = JobSearch(timezone="UTC")
PLACES_WITHOUT_SEARCH = ("act", "--horizon")


def chosen_rules(options: Namespace) -> RuleSet:
    """Return the rules of the packs that were asked for, else the shipped ones."""
    return load(*options.pack) if options.pack else CV_LIBRARY


def read_moment(option: str, text: str, search: JobSearch) -> datetime:
    """Return the instant that an option says; without an offset it is local to the search's zone.

    A date is a day of that zone.

    Raises:
        InvalidInput: It says no instant, or one that is not between 1970 and 2200.
    """
    day = read_date(text)
    moment = read_time(text, _clock.zone(search.timezone)) if isinstance(day, str) else day
    return to_instant(option.removeprefix("--"), moment, search.timezone, option=option)


def answered(options: Namespace, option: str, ask: Ask[T]) -> T:
    """Return what is answered of the search on file, at the moment that an option says.

    Without that option it is the system's clock that says it.

    Raises:
        InvalidInput: With everything that is wrong with packs, file, moment and question.
    """
    problems: list[Problem] = []
    rules: RuleSet | None = None
    search: JobSearch | None = None
    answer: T | None = None
    now = _clock.EARLIEST
    with gathered(problems):
        rules = chosen_rules(options)
    with gathered(problems):
        search = read_search_file(options.file, rules)
    with gathered(problems):
        text = getattr(options, option.removeprefix("--"))
        now = datetime.now(UTC) if text is None else read_moment(option, text, search or NOWHERE)
    if rules is not None:
        try:
            answer = ask(search or NOWHERE, now, rules)
        except InvalidInput as error:
            problems += [
                problem
                for problem in error.problems
                if search is not None or problem.place in PLACES_WITHOUT_SEARCH
            ]
    if answer is None or problems:
        raise InvalidInput(problems)
    return answer
