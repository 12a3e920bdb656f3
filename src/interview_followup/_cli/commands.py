"""The commands: what each asks for, and what it answers."""

from __future__ import annotations

import json
from argparse import Action, ArgumentParser, Namespace
from collections.abc import Callable
from datetime import datetime, timedelta
from shutil import get_terminal_size
from typing import Any, NamedTuple, TypeAlias

from interview_followup import _clock
from interview_followup._cli import keeping
from interview_followup._cli.formats import needing, write
from interview_followup._cli.inputs import (
    answered,
    as_options,
    chosen_rules,
    compared,
    read_moment,
)
from interview_followup._documents import KINDS
from interview_followup._errors import InvalidInput, as_key, cut, escaped
from interview_followup._planning.check import Verdict, check
from interview_followup._planning.comparison import Comparison, compare
from interview_followup._planning.explanation import Explanation, explain
from interview_followup._planning.forecast import forecast
from interview_followup._planning.plan import Plan
from interview_followup._planning.schedule import plan
from interview_followup._terminal import LONGEST, as_lines, isolated
from interview_followup.advice import BrokenPack, Pack, packs
from interview_followup.exports.json_schema import json_schema
from interview_followup.exports.json_schema._json_schema import KINDS as KINDS_OF_SCHEMA
from interview_followup.language._rule_set import RuleSet
from interview_followup.model import JobSearch

ALLOWED, NOT_ALLOWED = 0, 1
DAYS_AHEAD = 60
WIDEST = 120
"""Longer lines are hard to read."""

LAST_SECOND = _clock.LATEST - timedelta(seconds=1)

A_TIME = "a local time of the search's zone, a day, or RFC 3339 with an offset"

# -- what commands ask for ------------------------------------------------------------------------

Argument: TypeAlias = tuple[tuple[str, ...], dict[str, Any]]


def _argument(*names: str, **settings: Any) -> Argument:
    """Return an argument with its names, as `ArgumentParser.add_argument` takes it."""
    return names, settings


class _Once(Action):
    """Takes one of several options that say the same, keeps which, and refuses a second."""

    def __call__(
        self, parser: ArgumentParser, options: Namespace, value: Any, name: str | None = None
    ) -> None:
        if getattr(options, self.dest) is not None:
            parser.error(f"argument {name}: is said twice; leave out one of the two")
        setattr(options, self.dest, value)
        setattr(options, f"{self.dest}_said_as", name)


def _moment(*names: str) -> Argument:
    return _argument(*names, action=_Once, metavar="TIME", help=f"{A_TIME}; default: the clock")


def _act(words: str) -> Argument:
    return _argument("act", metavar="ACT", help=words)


def _subject(*names: str) -> Argument:
    words = "a person, an employer or a key"
    return _argument(*names, dest="of", action=_Once, metavar="NAME", help=words)


FILE = _argument(
    "file", metavar="FILE", help="the job search, as .toml or .json; - for what comes in"
)
INPUT = _argument("--input", choices=KINDS, help="what FILE holds, where its name does not say it")
OWN_FILE = _argument("file", metavar="FILE", help="the job search, as .toml or .json")
NEW_FILE = _argument("file", metavar="FILE", help="what to call it, as in job_search.toml")
OF = _argument("--of", metavar="NAME", help="a person, an employer or a key")
TO = _argument("--to", metavar="NAME", help="a person, where it is done to one")
UNTIL = _argument("--until", metavar="TIME", required=True, help=A_TIME)
HORIZON = _argument(
    "--horizon", metavar="TIME", help=f"until when; default: {DAYS_AHEAD} days ahead"
)
SCHEMA = _argument("schema", metavar="NAME", help=f"one of: {', '.join(KINDS_OF_SCHEMA)}")
LOAD = _argument("--load", action="store_true", help="load each, and tell which is broken")
LONG = _argument(
    "--long",
    action="store_true",
    help="a text with every reason, wording, source and date; other formats are as without",
)
PACK = _argument(
    "--pack",
    action="append",
    metavar="NAME",
    help="whose rules to use: the name of a pack, or a file; may be given several times; "
    "default: cv-library",
)
PACKS = _argument(
    "--pack", action="append", metavar="NAME", help="one of those to compare; name two or more"
)
TUNE = _argument(
    "--tune",
    action="append",
    metavar="SETTING",
    help="another number, as RULE.PARAMETER=VALUE; may be given several times; `rules` lists them",
)
SECONDS = _argument(
    "--seconds", type=float, metavar="NUMBER", help="how long to take at most, where facts are slow"
)
RULES, COMPARED = (PACK, TUNE), (PACKS, TUNE)
WHAT = (_act("such as thank-you; `rules` lists them"), OF, TO)

# -- what commands answer -------------------------------------------------------------------------


class Answer(NamedTuple):
    """What a command prints, and its exit status."""

    text: str
    status: int = ALLOWED


def _plan(options: Namespace) -> Answer:
    """Answer what to do, and when."""

    def ask(search: JobSearch, now: datetime, rules: RuleSet) -> Plan:
        answer = plan(search, now=now, rules=rules)
        return answer if options.of is None else answer.of(options.of)

    answer = answered(options, "--now", ask)
    return Answer(write(answer, "plan", options.format, **_looks(options)))


def _compare(options: Namespace) -> Answer:
    """Answer what several packs say, side by side."""

    def ask(search: JobSearch, now: datetime, packs: dict[str, RuleSet]) -> Comparison:
        answer = compare(search, packs, now=now)
        return answer if options.of is None else answer.of(options.of)

    looks = {"width": _width()} if options.format == "text" else {}
    return Answer(write(compared(options, ask), "compare", options.format, **looks))


def _width() -> int:
    """Return how wide a text is to be on this terminal."""
    return min(get_terminal_size().columns, WIDEST)


def _looks(options: Namespace) -> dict[str, Any]:
    """Return how a text is to look: on a terminal as wide as that is, and in its colours."""
    if options.format != "text":
        return {}
    return {"width": _width(), "long": options.long, "colour": options.colour}


def _forecast(options: Namespace) -> Answer:
    """Answer what there will be to do up to a horizon, if nobody answers."""

    def ask(search: JobSearch, now: datetime, rules: RuleSet) -> Plan:
        horizon = max(now, min(now + timedelta(days=DAYS_AHEAD), LAST_SECOND))
        if options.horizon is not None:
            horizon = read_moment("--horizon", options.horizon, search)
        return forecast(search, now=now, horizon=horizon, rules=rules)

    answer = answered(options, "--now", ask)
    return Answer(write(answer, "forecast", options.format, **_looks(options)))


def _explain(options: Namespace) -> Answer:
    """Answer why an act is advised at a moment, or is not."""

    def ask(search: JobSearch, now: datetime, rules: RuleSet) -> Explanation:
        return explain(search, options.act, now=now, of=options.of, rules=rules)

    return Answer(write(answered(options, "--now", ask), "explain", options.format))


def _check(options: Namespace) -> Answer:
    """Answer whether an act may be done at a moment, with the exit status as well."""

    def ask(search: JobSearch, at: datetime, rules: RuleSet) -> Verdict:
        return check(search, options.act, at=at, of=options.of, rules=rules)

    verdict = answered(options, "--at", ask)
    status = ALLOWED if verdict.allowed else NOT_ALLOWED
    return Answer(write(verdict, "check", options.format), status)


def _rules(options: Namespace) -> Answer:
    """Answer what the rules say, with their sources and numbers."""
    return Answer(write(chosen_rules(options), "rules", options.format))


def _verify(options: Namespace) -> Answer:
    """Answer whether rules keep the laws, with the smallest search that breaks each."""
    rules = chosen_rules(options)
    with needing("Hypothesis", "testing", "verify"):
        from interview_followup.laws import LawsBroken, verify
    try:
        return Answer(as_lines(str(verify(rules, seconds=options.seconds))))
    except LawsBroken as error:
        return Answer(as_lines(str(error)), NOT_ALLOWED)
    except InvalidInput as error:
        raise InvalidInput(as_options(error.problems, options)) from error


def _schema(options: Namespace) -> Answer:
    """Answer what a dictionary in JSON may hold."""
    return Answer(json.dumps(json_schema(options.schema), indent=2))


def _packs(options: Namespace) -> Answer:
    """Answer which packs are installed, and if they are to be loaded, which of them are broken."""
    answers = [_pack(pack, load=options.load) for pack in packs()]
    text = "\n".join([answer.text for answer in answers]) or "No pack is installed."
    return Answer(text, max([answer.status for answer in answers], default=ALLOWED))


def _pack(pack: Pack, *, load: bool) -> Answer:
    line = f"{as_key(pack.name)}  {as_key(pack.value)} ({as_key(pack.package)})"
    if not load:
        return Answer(line)
    try:
        return Answer(f"{line}: {len(pack.load())} rules")
    except BrokenPack as error:
        return Answer(f"{line}: BROKEN\n  {error}", NOT_ALLOWED)


def _answer_of(write: Callable[[Namespace], str]) -> Callable[[Namespace], Answer]:
    """Return what answers with the sentence of something that writes a file."""
    return lambda options: Answer(isolated(escaped(cut(write(options), LONGEST))))


# -- all of them ----------------------------------------------------------------------------------


class Command(NamedTuple):
    """A command with what it is for, what it asks for, and the function that answers.

    `--format` is offered beside its arguments where `formats` has the command.
    """

    name: str
    help: str
    arguments: tuple[Argument, ...]
    answer: Callable[[Namespace], Answer]


COMMANDS = (
    Command(
        "plan",
        "print the dated plan of a job search",
        (*RULES, FILE, INPUT, _moment("--now", "--at"), _subject("--of", "--to"), LONG),
        _plan,
    ),
    Command(
        "forecast",
        "print what to do from now until a date",
        (*RULES, FILE, INPUT, _moment("--now", "--at"), HORIZON, LONG),
        _forecast,
    ),
    Command(
        "explain",
        "tell why an act is advised, or is not",
        (
            *RULES,
            FILE,
            INPUT,
            _moment("--now", "--at"),
            _act("such as chase, or the name of a rule"),
            _subject("--to", "--of"),
        ),
        _explain,
    ),
    Command(
        "check",
        "tell whether an act may be done at a moment",
        (
            *RULES,
            FILE,
            INPUT,
            _moment("--at", "--now"),
            _act("such as chase; `rules` lists them"),
            _subject("--of", "--to"),
        ),
        _check,
    ),
    Command(
        "compare",
        "print what several packs of rules say, side by side",
        (*COMPARED, FILE, INPUT, _moment("--now", "--at"), _subject("--of", "--to")),
        _compare,
    ),
    Command(
        "done",
        "record in the file that an act is done",
        (*RULES, OWN_FILE, *WHAT, _moment("--at")),
        _answer_of(keeping.done),
    ),
    Command(
        "snooze",
        "set an act aside in the file until a moment",
        (*RULES, OWN_FILE, *WHAT, UNTIL, _moment("--now")),
        _answer_of(keeping.snooze),
    ),
    Command(
        "dismiss",
        "set an act aside in the file for good",
        (*RULES, OWN_FILE, *WHAT, _moment("--now")),
        _answer_of(keeping.dismiss),
    ),
    Command("init", "write a file to begin with", (NEW_FILE,), _answer_of(keeping.init)),
    Command("rules", "list the rules, their sources and their numbers", RULES, _rules),
    Command(
        "verify",
        "check the rules by the laws that all rules should keep",
        (*RULES, SECONDS),
        _verify,
    ),
    Command(
        "schema",
        "print the JSON Schema of a search, plan, verdict or difference",
        (SCHEMA,),
        _schema,
    ),
    Command("packs", "list the packs of rules that are installed", (LOAD,), _packs),
)
