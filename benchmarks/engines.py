"""How long five yes-or-no questions about dates take, with the library and with rule engines.

The engines are general ones from PyPI; those that are not installed are skipped:

    pip install zen-engine rule-engine simpleeval common-expression-language business-rules

Each is driven the fastest of the ways that it documents: its rules are compiled or parsed ahead,
its facts are converted ahead wherever it can keep them, and now is one of these facts. All start
from the same facts: the interview's end and its zone, the promised date, the recruiter and now.
First all must give the right answers a microsecond before each deadline, at it, and a microsecond
after; then they are timed in turns, in one process, and that in several fresh processes.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from operator import getitem
from re import findall
from statistics import median
from time import perf_counter_ns
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from attrs import evolve, frozen

from interview_followup import Application, Interview, JobSearch, Person, Promise, check

QUESTIONS = ("missed", "open", "too early", "promised", "recruiter")
LIBRARY = "interview_followup"
ROUNDS, REPEATS = 25, 200
WITHIN, WAIT = timedelta(days=2), timedelta(days=7)
DAY, HOUR, TICK = timedelta(days=1), timedelta(hours=1), timedelta(microseconds=1)

Answers: TypeAlias = tuple[Callable[[], Any], ...]


@frozen
class Case:
    """What is known of one interview, and when somebody asks.

    `ends` is in the interview's zone, `now` in UTC; `by` is the date that the employer promised.
    """

    ends: datetime
    by: date
    recruiter: str | None
    now: datetime

    @property
    def zone(self) -> str:
        return str(self.ends.tzinfo)


Way: TypeAlias = Callable[[], Callable[[Case], Answers]]


# -- the right answers ----------------------------------------------------------------------------


def later(moment: datetime, *periods: timedelta) -> datetime:
    """Return the moment some calendar days later, on the same wall clock, each added in turn."""
    for period in periods:
        moment = (moment + period).astimezone(UTC).astimezone(moment.tzinfo)
    return moment


def midnight(day: date, zone: str) -> datetime:
    """Return the moment at which a day begins."""
    return datetime.combine(day, time(), ZoneInfo(zone))


def deadlines(case: Case) -> tuple[datetime, datetime, datetime, datetime]:
    """Return all moments at which an answer changes, in UTC."""
    moments = (
        case.ends,
        later(case.ends, WITHIN),
        later(case.ends, WITHIN, WAIT),
        midnight(case.by + DAY, case.zone),
    )
    ends, closes, opens, promised = (moment.astimezone(UTC) for moment in moments)
    return ends, closes, opens, promised


def right(case: Case) -> tuple[bool, ...]:
    """Return the answers by hand."""
    ends, closes, opens, promised = deadlines(case)
    now, ended = case.now, case.now >= ends
    return (
        now >= closes,
        ended and now < closes,
        now < opens,
        now < promised,
        case.recruiter is not None and ended,
    )


# -- the ways to answer ---------------------------------------------------------------------------


def search_of(case: Case, promise: Promise | None) -> JobSearch:
    """Return a search with the interview of a case."""
    interview = Interview(
        starts=(case.ends.astimezone(UTC) - HOUR).astimezone(case.ends.tzinfo),
        ends=case.ends,
        interviewers=[Person(name="Priya Shah", email="priya@acme.example")],
    )
    recruiter = Person(name=case.recruiter) if case.recruiter else None
    acme = Application(
        employer="Acme", interviews=[interview], promise=promise, recruiter=recruiter
    )
    return JobSearch(timezone=case.zone, applications=[acme])


def with_check() -> Callable[[Case], Answers]:
    """Ask the library; its facts are a search, and now is told with each question."""

    def answers(case: Case) -> Answers:
        search, promised = search_of(case, None), search_of(case, Promise(by=case.by))
        now = case.now

        def status(known: JobSearch, act: str, of: str) -> str:
            return check(known, act, at=now, of=of).status

        return (
            lambda: status(search, "thank-you", "Priya Shah") == "closed",
            lambda: status(search, "thank-you", "Priya Shah") in ("open", "late"),
            lambda: status(search, "chase", "Acme") == "early",
            lambda: status(promised, "chase", "Acme") == "early",
            lambda: status(search, "ask-recruiter", "Acme") not in ("silent", "early"),
        )

    return answers


WALL = "%F %T%.f"
ZEN_CLOSES = f"""
    e = d(ends, zone); x = e.add('2d');
    c = x.hour() == e.hour() and x.minute() == e.minute() ? x
        : d(d(e.format('{WALL}')).add('2d').format('{WALL}'), zone);
"""
ZEN_OPENS = f"""
    {ZEN_CLOSES} y = c.add('7d');
    o = y.hour() == c.hour() and y.minute() == c.minute() ? y
        : d(d(c.format('{WALL}')).add('7d').format('{WALL}'), zone);
"""
ZEN_PROMISED = """
    x = d(by, zone).add('1d');
    m = x.hour() == 0 and x.minute() == 0 ? x : d(d(by).add('1d').format('%F'), zone);
"""
ZEN = (
    f"{ZEN_CLOSES} d(now) >= c",
    f"{ZEN_CLOSES} d(now) in [e..c)",
    f"{ZEN_OPENS} d(now) < o",
    f"{ZEN_PROMISED} d(now) < m",
    "recruiter != null and d(now) >= d(ends)",
)


def with_zen() -> Callable[[Case], Answers]:
    """Compile expressions, and give each only what it names, as JSON written ahead.

    Missed, in microseconds: 1.9 so or in bytes, 2.0 with a dict, 2.3 with all facts in it, 5.7
    without compiling, 200 in a decision of one node. Where the clocks change, its own `add` of
    days adds 24 hours each, or gives an invalid date, which is neither before nor after anything:
    there alone the wall time is moved in UTC and read anew. Always to do that takes 2.7.
    """
    compiled = [import_module("zen").compile_expression(text) for text in ZEN]

    def answers(case: Case) -> Answers:
        facts = {
            "ends": case.ends.isoformat(),
            "zone": case.zone,
            "by": case.by.isoformat(),
            "recruiter": case.recruiter,
            "now": case.now.isoformat(),
        }
        named = [facts.keys() & findall("[a-z]+", text) for text in ZEN]
        told = [json.dumps({name: facts[name] for name in sorted(names)}) for names in named]
        return thunks((each.evaluate, one) for each, one in zip(compiled, told, strict=True))

    return answers


RULE_ENGINE = (
    'now >= ends + t"P2D"',
    'now >= ends and now < ends + t"P2D"',
    'now < later(ends, t"P2D") + t"P7D"',
    'now < by + t"P1D"',
    "recruiter != null and now >= ends",
)


def with_rule_engine() -> Callable[[Case], Answers]:
    """Parse rules, for a context that looks names up in a dict and knows no types.

    Missed, in microseconds: 5.2 so, 5.3 with an object's attributes, 5.6 with the usual resolver,
    8.0 with types, too. Python adds up its moments, and so keeps the wall clock; but two periods
    in a row go wrong where the first one ends at a time that the clocks skip, hence the function.
    It has no dates without a time: the promised one is given as its first moment.
    """
    engine = import_module("rule_engine")
    context = engine.Context(resolver=getitem)
    rules = [engine.Rule(text, context=context) for text in RULE_ENGINE]

    def answers(case: Case) -> Answers:
        facts = {
            "ends": case.ends,
            "by": midnight(case.by, case.zone),
            "recruiter": case.recruiter,
            "now": case.now,
            "later": later,
        }
        return thunks((rule.matches, facts) for rule in rules)

    return answers


SIMPLEEVAL = (
    "now >= ends + two_days",
    "ends <= now < ends + two_days",
    "now < later(ends, two_days) + a_week",
    "now < by + a_day",
    "recruiter != None and now >= ends",
)


def with_simpleeval() -> Callable[[Case], Answers]:
    """Parse expressions once, for one evaluator of a case.

    Missed, in microseconds: 3.0 so, 3.4 with compound types, 4.3 with a function that adds days,
    5.2 with `timedelta` in the expression, 10 without parsing ahead. Python adds up its moments,
    as for rule-engine.
    """
    engine = import_module("simpleeval")
    parsed = [(text, engine.SimpleEval.parse(text)) for text in SIMPLEEVAL]

    def answers(case: Case) -> Answers:
        names = {
            "ends": case.ends,
            "by": midnight(case.by, case.zone),
            "recruiter": case.recruiter,
            "now": case.now,
            "a_day": DAY,
            "two_days": WITHIN,
            "a_week": WAIT,
        }
        evaluator = engine.SimpleEval(names=names, functions={"later": later})
        return thunks((evaluator.eval, *each) for each in parsed)

    return answers


CEL = (
    "now >= add_days(ends, zone, 2)",
    "now >= ends && now < add_days(ends, zone, 2)",
    "now < add_days(ends, zone, 2, 7)",
    "now < begins(timestamp(by + 'T00:00:00Z') + duration('24h'), zone)",
    "recruiter != null && now >= ends",
)


def add_days(moment: datetime, zone: str, *counts: int) -> datetime:
    """Return the moment some calendar days later in a zone, in UTC."""
    for count in counts:
        moment = (moment.astimezone(ZoneInfo(zone)) + count * DAY).astimezone(UTC)
    return moment


def begins(wall: datetime, zone: str) -> datetime:
    """Return the moment that a clock shows in a zone, in UTC; it is given as if in UTC."""
    return wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def with_cel() -> Callable[[Case], Answers]:
    """Compile programs, and execute them in a context that was filled ahead.

    Missed, in microseconds: 3.1 so, 2.8 with whole microseconds instead of its moments, 3.5 where
    it adds the days to a wall time itself, 4.2 with text, 6.9 with a dict instead of a context, 25
    without compiling. It has no zones, and refuses moments in them: calendar days need a function
    of Python, without which it takes 0.5.
    """
    engine = import_module("cel")
    programs = [engine.compile(text) for text in CEL]

    def answers(case: Case) -> Answers:
        facts = {
            "ends": case.ends.astimezone(UTC),
            "zone": case.zone,
            "by": case.by.isoformat(),
            "recruiter": case.recruiter,
            "now": case.now,
        }
        context = engine.Context(facts, {"add_days": add_days, "begins": begins})
        return thunks((program.execute, context) for program in programs)

    return answers


def with_business_rules() -> Callable[[Case], Answers]:
    """Run rules of one condition each, on variables that are the whole answers.

    Missed, in microseconds: 2.7 so, 2.6 with `run`, which is not documented, 3.0 inside `all`, 5.7
    with a number compared to nought. It knows numbers and texts, no moments, so Python does all
    the reckoning.
    """
    engine = import_module("business_rules")
    variables = import_module("business_rules.variables")
    yes_or_no = variables.boolean_rule_variable

    class Facts(variables.BaseVariables):  # type: ignore[misc, name-defined]
        def __init__(self, case: Case) -> None:
            self.ends, self.now = case.ends, case.now
            self.by, self.whom = midnight(case.by, case.zone), case.recruiter

        @yes_or_no  # type: ignore[untyped-decorator]
        def missed(self) -> bool:
            return self.now >= self.ends + WITHIN

        @yes_or_no  # type: ignore[untyped-decorator]
        def open(self) -> bool:
            return self.ends <= self.now < self.ends + WITHIN

        @yes_or_no  # type: ignore[untyped-decorator]
        def too_early(self) -> bool:
            return self.now < later(self.ends, WITHIN) + WAIT

        @yes_or_no  # type: ignore[untyped-decorator]
        def promised(self) -> bool:
            return self.now < self.by + DAY

        @yes_or_no  # type: ignore[untyped-decorator]
        def recruiter(self) -> bool:
            return self.whom is not None and self.now >= self.ends

    names = [question.replace(" ", "_") for question in QUESTIONS]
    conditions = [{"name": name, "operator": "is_true", "value": True} for name in names]
    rules = [[{"conditions": condition, "actions": []}] for condition in conditions]
    actions = import_module("business_rules.actions").BaseActions()

    def answers(case: Case) -> Answers:
        facts = Facts(case)
        return thunks((engine.run_all, rule, facts, actions) for rule in rules)

    return answers


def thunks(calls: Iterable[tuple[Any, ...]]) -> Answers:
    """Return functions without arguments, each for one call of a function."""
    return tuple([thunk(*call) for call in calls])


def thunk(work: Callable[..., Any], *arguments: Any) -> Callable[[], Any]:
    """Return a function that makes a call, with no more around it than the library's have."""
    if len(arguments) == 1:
        [one] = arguments
        return lambda: work(one)
    if len(arguments) == 2:
        first, second = arguments
        return lambda: work(first, second)
    first, second, third = arguments
    return lambda: work(first, second, third)


WAYS: dict[str, Way] = {
    LIBRARY: with_check,
    "zen-engine": with_zen,
    "rule-engine": with_rule_engine,
    "simpleeval": with_simpleeval,
    "common-expression-language": with_cel,
    "business-rules": with_business_rules,
}


def is_installed(name: str) -> bool:
    """Return whether a distribution is installed."""
    try:
        version(name)
    except PackageNotFoundError:
        return False
    return True


# -- are they right? ------------------------------------------------------------------------------

ENDS = {
    "Europe/London": (
        "2026-11-24T11:00",
        "2026-03-20T01:30",
        "2026-03-27T01:30",
        "2026-03-28T17:00",
        "2026-03-29T02:00",
        "2026-10-16T01:30",
        "2026-10-23T01:30",
        "2026-10-24T17:00",
        "2026-10-25T01:30",
    ),
    "America/New_York": (
        "2026-11-24T16:00",
        "2026-02-27T02:30",
        "2026-03-06T02:30",
        "2026-10-23T01:30",
        "2026-10-30T01:30",
        "2026-11-01T01:30",
    ),
    "America/Havana": ("2026-03-06T00:30", "2026-03-06T16:00", "2026-10-30T00:30"),
    "Australia/Lord_Howe": ("2026-04-03T16:00", "2026-04-05T01:45", "2026-10-02T02:15"),
}


def cases() -> Iterator[Case]:
    """Yield cases around every deadline, at the changes of the clocks and far from them.

    In Havana they skip a midnight and repeat another; on Lord Howe they change by half an hour.
    """
    for zone, texts in ENDS.items():
        for text in texts:
            for fold in (0, 1):
                ends = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone), fold=fold)
                for count in (0, 1, 2, 10):
                    by = ends.date() + count * DAY
                    for recruiter in ("Rachel Green", None):
                        yield from moments(Case(ends, by, recruiter, ends.astimezone(UTC)))


def moments(case: Case) -> Iterator[Case]:
    """Yield a case just before, at and just after each of its deadlines."""
    for deadline in deadlines(case):
        for now in (deadline - TICK, deadline, deadline + TICK):
            yield evolve(case, now=now)


def mistakes(ways: dict[str, Callable[[Case], Answers]]) -> Iterator[str]:
    """Yield which answers are wrong, each question of each once."""
    told = set()
    for case in cases():
        wanted = right(case)
        for name, way in ways.items():
            given = [bool(answer()) for answer in way(case)]
            for question, one, other in zip(QUESTIONS, given, wanted, strict=True):
                if one != other and (name, question) not in told:
                    told.add((name, question))
                    yield f"{name}: {question} is {one}, should be {other}, of {case}"


# -- how long do they take? -----------------------------------------------------------------------


def timed(answer: Callable[[], Any]) -> float:
    """Return how many microseconds one answer takes, over a round of answers."""
    begun = perf_counter_ns()
    for _ in range(REPEATS):
        answer()
    return (perf_counter_ns() - begun) / REPEATS / 1000


def measured(ways: dict[str, Callable[[Case], Answers]]) -> dict[str, list[float]]:
    """Return how many microseconds each answer takes: the median of many rounds.

    It is asked a day after the interview, when nothing is missed and the other answers are yes.
    """
    ends = datetime(2026, 11, 24, 11, tzinfo=ZoneInfo("Europe/London"))
    case = Case(ends, date(2026, 12, 4), "Rachel Green", ends.astimezone(UTC) + DAY)
    ready = {name: way(case) for name, way in ways.items()}
    times: dict[str, list[list[float]]] = {name: [[] for _ in QUESTIONS] for name in ways}
    gc.collect()
    gc.disable()
    for _ in range(ROUNDS):
        for index in range(len(QUESTIONS)):
            for name, answers in ready.items():
                times[name][index].append(timed(answers[index]))
    gc.enable()
    return {name: [median(each) for each in lists] for name, lists in times.items()}


def measured_afresh() -> dict[str, list[float]]:
    """Return what a fresh process measures."""
    command = [sys.executable, __file__, "--json"]
    done = subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE)
    found: dict[str, list[float]] = json.loads(done.stdout)
    return found


def show(runs: list[dict[str, list[float]]]) -> None:
    """Print the medians of all processes as one table."""
    print(
        f"{len(runs)} processes, {ROUNDS} rounds of {REPEATS} answers, in microseconds an answer:"
    )
    heads = "".join(f"{head:>11}" for head in (*QUESTIONS, "all five", "ratio", "its date"))
    print(f"    {'':<28}{'version':>9}{heads}")
    table = {
        name: [median(run[name][index] for run in runs) for index in range(len(QUESTIONS))]
        for name in runs[0]
    }
    ours = sum(table[LIBRARY])
    for name, times in table.items():
        figures = "".join(f"{figure:11.2f}" for figure in (*times, sum(times)))
        dated = "yes" if name == LIBRARY else "no"
        print(f"    {name:<28}{version(name):>9}{figures}{sum(times) / ours:11.3f}{dated:>11}")


def main() -> int:
    """Check that all are right, then time them; the status is 1 if they are not."""
    parser = ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--processes", type=int, default=5, help="how many fresh processes to time")
    parser.add_argument("--json", action="store_true", help="time this process, and print it raw")
    asked = parser.parse_args()
    ways = {name: way() for name, way in WAYS.items() if is_installed(name)}
    found = list(mistakes(ways))
    if found:
        print("Some answers are wrong.", *found, sep="\n", file=sys.stderr)
        return 1
    if asked.json:
        print(json.dumps(measured(ways)))
        return 0
    show([measured_afresh() for _ in range(asked.processes)])
    for name in [each for each in WAYS if each not in ways]:
        print(f"    {name} is not installed, and was skipped.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
