"""What a command is about: rules, a search on file and a moment, with all that is wrong in them."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias, TypeVar
from warnings import catch_warnings, simplefilter

import pendulum

from interview_followup import _clock
from interview_followup._documents import bytes_in, document_in, kind_of, read_bytes, text_in
from interview_followup._errors import InvalidInput, Problem, as_key, gathered, invalid
from interview_followup._files.local_times import moment_from_text
from interview_followup._files.search_files import search_for
from interview_followup.advice import CV_LIBRARY, load
from interview_followup.language._expression import Parameter
from interview_followup.language._rule_set import RuleSet
from interview_followup.model import JobSearch
from interview_followup.model._times import to_instant

T = TypeVar("T")

R = TypeVar("R")

Ask: TypeAlias = Callable[[JobSearch, datetime, R], T]

# What stands in for a search that cannot be read, and the places of problems that it can show.
NOWHERE = JobSearch(timezone="UTC")
PLACES_WITHOUT_SEARCH = ("act", "--horizon", "--until")

STANDARD_INPUT = "-"


def chosen_rules(options: Namespace) -> RuleSet:
    """Return the rules of the packs that were asked for, else the shipped ones, tuned as asked."""
    rules = load(*options.pack) if options.pack else CV_LIBRARY
    return tuned(rules, options.tune) if options.tune else rules


def chosen_packs(options: Namespace) -> dict[str, RuleSet]:
    """Return the packs that are to be compared, each by its name, tuned where they can be.

    Raises:
        InvalidInput: There are fewer than two, one cannot be loaded, or a setting fits none.
    """
    problems: list[Problem] = []
    packs: dict[str, RuleSet] = {}
    if len(set(options.pack or ())) < 2:
        mend = "name two or more, as in --pack cv-library --pack mine"
        problems.append(Problem("--pack", "is to say what to compare with what", mend))
    for name in options.pack or ():
        with gathered(problems):
            packs[name] = load(name)
    if problems:
        raise InvalidInput(problems)
    return _each_tuned(packs, options.tune or ())


def _each_tuned(packs: dict[str, RuleSet], settings: Sequence[str]) -> dict[str, RuleSet]:
    """Return packs with other numbers, each with those that it has.

    Raises:
        InvalidInput: A setting names a number of no pack, or its value does not fit.
    """
    fitting = {name: [text for text in settings if _fits(text, packs[name])] for name in packs}
    strange = [text for text in settings if not any(text in texts for texts in fitting.values())]
    problems: list[Problem] = []
    tuned_packs: dict[str, RuleSet] = {}
    for name, rules in packs.items():
        with gathered(problems):
            # The first one says what is wrong with a setting that fits none.
            misfits = [] if tuned_packs or problems else strange
            tuned_packs[name] = tuned(rules, [*fitting[name], *misfits])
    if problems:
        raise InvalidInput(dict.fromkeys(problems))
    return tuned_packs


def _fits(setting: str, rules: RuleSet) -> bool:
    """Tell whether a setting names a number of some rules."""
    names = {f"{rule.name}.{number.name}" for rule in rules for number in rule.parameters}
    return setting.partition("=")[0].strip() in names


def tuned(rules: RuleSet, settings: Sequence[str]) -> RuleSet:
    """Return rules with other numbers, each given as RULE.PARAMETER=VALUE.

    Raises:
        InvalidInput: A setting is none, its name matches nothing, or its value does not fit.
    """
    numbers = {f"{rule.name}.{number.name}": number for rule in rules for number in rule.parameters}
    problems: list[Problem] = []
    values: dict[str, Any] = {}
    for setting in settings:
        name, equals, text = (part.strip() for part in setting.partition("="))
        with gathered(problems):
            if not (name and equals):
                raise invalid(as_key(setting), "is no setting", "write it as RULE.PARAMETER=VALUE")
            if name in values:
                raise invalid(as_key(name), "is given twice", "leave out one of the two")
            values[name] = _number(numbers[name], text) if name in numbers else text
    with gathered(problems):
        rules = rules.tuned(values)
    if problems:
        places = [f"--tune {problem.place}" for problem in problems]
        pairs = zip(problems, places, strict=True)
        raise InvalidInput(problem._replace(place=place) for problem, place in pairs)
    return rules


def _number(number: Parameter, text: str) -> Any:
    """Return what a text says in place of a number; itself where that is left to `tuned`."""
    if isinstance(number.value, int):
        with suppress(ValueError):
            return int(text)
    return text


def read_moment(option: str, text: str, search: JobSearch) -> datetime:
    """Return the instant that an option says; without an offset it is local to the search's zone.

    A date is a day of that zone.

    Raises:
        InvalidInput: It says no instant, or one that is not between 1970 and 2200.
    """
    place = option.removeprefix("--")
    time = moment_from_text(text, timezone=search.timezone, place=option)
    return to_instant(place, time, search.timezone, option=option)


def here_and_now() -> pendulum.DateTime:
    """Return the moment of the system's clock, in the zone that it is set to, if that is one."""
    with catch_warnings(), suppress(Exception):  # It may be set to anything, or to nothing.
        simplefilter("error")
        return pendulum.now()
    return pendulum.now("UTC")


def _search_asked_about(options: Namespace, packs: Sequence[RuleSet]) -> JobSearch:
    """Return the search in a file, or on the standard input, as any of some packs can read it."""
    kind, place = getattr(options, "input", None), options.file
    if place != STANDARD_INPUT:
        content = read_bytes(Path(place))
        kind = kind or kind_of(Path(place))
    elif "input" not in options:
        raise invalid("FILE", "is the standard input, which cannot be written into", "name a file")
    elif kind is None:
        raise invalid("--input", "is missing", "say what the standard input is: toml or json")
    else:
        place = "standard input"
        content = bytes_in(sys.stdin.buffer, place) if sys.stdin else b""
    return search_for(packs, document_in(text_in(content, place), kind, place), place)


def as_options(problems: Iterable[Problem], options: Namespace) -> list[Problem]:
    """Return problems of what options gave as ones of these, by the names that were used."""
    said_as = getattr(options, "of_said_as", "--of")
    places = {"of": said_as, "horizon": "--horizon", "seconds": "--seconds"}
    return [
        problem._replace(place=places.get(problem.place, problem.place)) for problem in problems
    ]


def answered(options: Namespace, option: str, ask: Ask[RuleSet, T]) -> T:
    """Return what is answered of the search on file, at the moment that an option says.

    Without that option it is the system's clock that says it.

    Raises:
        InvalidInput: With everything that is wrong with packs, file, moment and question.
    """
    return _answered(options, option, ask, chosen_rules, lambda rules: [rules])


def compared(options: Namespace, ask: Ask[dict[str, RuleSet], T]) -> T:
    """Return what is answered of the search on file by several packs, at the moment of `--now`.

    Raises:
        InvalidInput: With everything that is wrong with packs, file and moment.
    """
    return _answered(options, "--now", ask, chosen_packs, lambda packs: list(packs.values()))


def _answered(
    options: Namespace,
    option: str,
    ask: Ask[R, T],
    choose: Callable[[Namespace], R],
    packs_of: Callable[[R], list[RuleSet]],
) -> T:
    """Return what is answered by the rules that are chosen; `packs_of` gives each pack of them."""
    problems: list[Problem] = []
    rules: R | None = None
    search: JobSearch | None = None
    answer: T | None = None
    now = _clock.EARLIEST
    with gathered(problems):
        rules = choose(options)
    with gathered(problems):
        search = _search_asked_about(options, [] if rules is None else packs_of(rules))
    with gathered(problems):
        text = getattr(options, option.removeprefix("--"))
        now = datetime.now(UTC) if text is None else read_moment(option, text, search or NOWHERE)
    if rules is not None:
        try:
            answer = ask(search or NOWHERE, now, rules)
        except InvalidInput as error:
            problems += [
                problem
                for problem in as_options(error.problems, options)
                if problem not in problems
                and (search is not None or problem.place in PLACES_WITHOUT_SEARCH)
            ]
    if answer is None or problems:
        raise InvalidInput(problems)
    return answer
