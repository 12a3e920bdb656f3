"""The command line, the only place that reads the system's clock."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, HelpFormatter, Namespace
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from typing import TYPE_CHECKING, Any, TextIO, TypeAlias, TypeVar

import interview_followup
from interview_followup import _clock
from interview_followup._errors import FollowupError, InvalidInput, Problem, gathered
from interview_followup._files.local_times import read_time
from interview_followup._files.search_files import read_search_file
from interview_followup._planning.plan import Plan
from interview_followup._planning.schedule import plan
from interview_followup.advice import CV_LIBRARY, BrokenPack, Pack, load, packs
from interview_followup.exports.text import (
    explanation_text,
    forecast_text,
    plan_text,
    rules_text,
    verdict_text,
)
from interview_followup.language._rule_set import RuleSet
from interview_followup.model import JobSearch
from interview_followup.model._times import to_instant

if TYPE_CHECKING:
    from interview_followup._planning.check import Verdict
    from interview_followup._planning.explanation import Explanation

T = TypeVar("T")

Run: TypeAlias = Callable[[Namespace], tuple[int, str]]

SHIPPED = "cv-library"
AHEAD = 60
LAST = _clock.LATEST - timedelta(seconds=1)
ASKED = ("act", "--horizon")
ALLOWED, NOT_ALLOWED, BAD_INPUT = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0, 1 where `check` does not allow it, or 2 for bad input."""
    options = _parser().parse_args(arguments)
    try:
        status, answer = options.run(options)
    except FollowupError as error:
        _print(str(error), sys.stderr)
        return BAD_INPUT
    return int(status) if _print(answer, sys.stdout) else BAD_INPUT


def _print(text: str, stream: TextIO | None) -> bool:
    """Print what the stream can show, and tell whether it took it.

    A reader that has seen enough is no failure.
    """
    if stream is None:
        return False
    encoding = stream.encoding or "utf-8"
    try:
        print(text.encode(encoding, "replace").decode(encoding), file=stream, flush=True)
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return isinstance(error, BrokenPipeError)
    return True


class _Parser(ArgumentParser):
    """A parser that asks for the terminal's width once, and not at each option."""

    def __init__(self, **options: Any) -> None:
        shaped = partial(HelpFormatter, width=_columns() - 2)
        super().__init__(formatter_class=shaped, allow_abbrev=False, **options)


@cache
def _columns() -> int:
    """Return the width of the terminal as `shutil` finds it, which takes 3 ms to load."""
    columns = os.environ.get("COLUMNS", "")
    try:
        return int(columns) if columns.isdecimal() else os.get_terminal_size().columns
    except OSError:
        return 80


def _parser() -> ArgumentParser:
    parser = _Parser(
        prog="interview_followup", description="What to do after a job interview, and when."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    planning = _command(commands, "plan", _plan, "print the dated plan of a job search")
    _of_file(planning, "--now", "--at")

    foreseeing = _command(commands, "forecast", _forecast, "print what to do from now until a date")
    _of_file(foreseeing, "--now", "--at")
    foreseeing.add_argument(
        "--horizon", metavar="TIME", help=f"until when; default: {AHEAD} days ahead"
    )

    explaining = _command(commands, "explain", _explain, "tell why an act is advised, or is not")
    _of_file(explaining, "--now", "--at")
    explaining.add_argument("act", metavar="ACT", help="such as chase, or the name of a rule")
    _of_whom(explaining, "--to", "--of")

    checking = _command(commands, "check", _check, "tell whether an act may be done at a moment")
    _of_file(checking, "--at", "--now")
    checking.add_argument("act", metavar="ACT", help="such as chase; `rules` lists them")
    _of_whom(checking, "--of", "--to")

    _command(commands, "rules", _rules, "list the rules, their sources and their numbers")
    listing = commands.add_parser("packs", help="list the packs of rules that are installed")
    listing.add_argument("--load", action="store_true", help="load each, and tell which is broken")
    listing.set_defaults(run=_packs)
    return parser


def _command(commands: Any, name: str, run: Run, words: str) -> ArgumentParser:
    command: ArgumentParser = commands.add_parser(name, help=words)
    command.add_argument("--format", choices=("text", "json"), default="text")
    command.add_argument(
        "--pack",
        action="append",
        metavar="NAME",
        help=f"whose rules to use; may be given several times; default: {SHIPPED}",
    )
    command.set_defaults(run=run)
    return command


def _of_file(command: ArgumentParser, *names: str) -> None:
    """Let a command ask about a search on file, at a moment that goes by some names."""
    time = "RFC 3339 with an offset, or a local time of the search's zone; default: the clock"
    command.add_argument("file", metavar="FILE", help="the job search, as .toml or .json")
    command.add_argument(*names, metavar="TIME", help=time)


def _of_whom(command: ArgumentParser, *names: str) -> None:
    words = "a person, an employer or a key"
    command.add_argument(*names, dest="of", metavar="NAME", help=words)


def _plan(options: Namespace) -> tuple[int, str]:
    def plan_of(search: JobSearch, now: datetime, rules: RuleSet) -> Plan:
        return plan(search, now=now, rules=rules)

    made = _asked(options, "--now", options.now, plan_of)
    if options.format == "json":
        from interview_followup.exports.mapping import plan_mapping

        return ALLOWED, _json(plan_mapping(made))
    return ALLOWED, plan_text(made)


def _forecast(options: Namespace) -> tuple[int, str]:
    def path_of(search: JobSearch, now: datetime, rules: RuleSet) -> Plan:
        zone = _clock.zone(search.timezone)
        horizon = max(now, min(now + timedelta(days=AHEAD), LAST))
        if options.horizon is not None:
            horizon = to_instant("--horizon", read_time(options.horizon, zone))
        try:
            return interview_followup.forecast(search, now=now, horizon=horizon, rules=rules)
        except InvalidInput as error:
            raise InvalidInput(_renamed(each) for each in error.problems) from None

    made = _asked(options, "--now", options.now, path_of)
    if options.format == "json":
        from interview_followup.exports.mapping import plan_mapping

        return ALLOWED, _json(plan_mapping(made))
    return ALLOWED, forecast_text(made)


def _renamed(problem: Problem) -> Problem:
    return problem._replace(place="--horizon") if problem.place == "horizon" else problem


def _explain(options: Namespace) -> tuple[int, str]:
    def explanation_of(search: JobSearch, now: datetime, rules: RuleSet) -> Explanation:
        return interview_followup.explain(search, options.act, now=now, of=options.of, rules=rules)

    made = _asked(options, "--now", options.now, explanation_of)
    if options.format == "json":
        from interview_followup.exports.mapping import explanation_mapping

        return ALLOWED, _json(explanation_mapping(made))
    return ALLOWED, explanation_text(made)


def _check(options: Namespace) -> tuple[int, str]:
    def verdict_on(search: JobSearch, at: datetime, rules: RuleSet) -> Verdict:
        return interview_followup.check(search, options.act, at=at, of=options.of, rules=rules)

    verdict = _asked(options, "--at", options.at, verdict_on)
    status = ALLOWED if verdict.allowed else NOT_ALLOWED
    if options.format == "json":
        from interview_followup.exports.mapping import verdict_mapping

        return status, _json(verdict_mapping(verdict))
    return status, verdict_text(verdict)


def _rules(options: Namespace) -> tuple[int, str]:
    chosen = _chosen(options)
    if options.format == "json":
        from interview_followup.exports.mapping import rules_mapping

        return ALLOWED, _json(rules_mapping(chosen))
    return ALLOWED, rules_text(chosen)


def _packs(options: Namespace) -> tuple[int, str]:
    found = [(f"{each.name}  {each.value} ({each.package})", each) for each in packs()]
    told = [_loaded(line, each) if options.load else (True, line) for line, each in found]
    status = ALLOWED if all(sound for sound, _ in told) else NOT_ALLOWED
    return status, "\n".join([line for _, line in told]) or "No pack is installed."


def _loaded(line: str, pack: Pack) -> tuple[bool, str]:
    try:
        return True, f"{line}: {len(pack.load())} rules"
    except BrokenPack as error:
        return False, f"{line}: BROKEN\n  {error}"


def _chosen(options: Namespace) -> RuleSet:
    return load(*options.pack) if options.pack else CV_LIBRARY


def _json(mapping: Any) -> str:
    import json

    return json.dumps(mapping, indent=2)


def _asked(
    options: Namespace,
    option: str,
    time: str | None,
    ask: Callable[[JobSearch, datetime, RuleSet], T],
) -> T:
    """Return the answer for a file and a time, or raise everything that is wrong with all three."""
    problems: list[Problem] = []
    rules: RuleSet | None = None
    search, answer = None, None
    with gathered(problems):
        rules = _chosen(options)
    with gathered(problems):
        search = read_search_file(options.file, rules)
    zone = _clock.zone(search.timezone if search else "UTC")
    now = _clock.EARLIEST
    with gathered(problems):
        now = datetime.now(UTC) if time is None else to_instant(option, read_time(time, zone))
    if rules is not None:
        try:
            answer = ask(search or JobSearch(timezone="UTC"), now, rules)
        except InvalidInput as error:
            # Without a search, only what hangs on nothing in it can be said.
            problems += [each for each in error.problems if search or each.place in ASKED]
    if answer is None or problems:
        raise InvalidInput(problems)
    return answer
