"""How long five yes-or-no questions about dates take, with the library and with rule engines.

The engines are general ones from PyPI; those that are not installed are skipped:

    pip install zen-engine rule-engine simpleeval common-expression-language business-rules

There are three comparisons, each under one rule for all. Every engine is driven in the fastest of
the ways that were found, its rules compiled or parsed ahead:

1. The facts are ready, and the moment is asked. All prepare ahead what the facts alone allow: the
   library its schedule, the engines their facts, converted. They have now among these, in the form
   that they take; that favours them, since the library is told it with each question.
2. The deadlines are ready as well. The engines are also told every moment at which an answer
   changes, reckoned ahead in Python, so that their rules only compare. The library is asked as in
   1: its windows are no more than that.
3. From the facts, each time. All start from plain facts at each question: the library from a
   search, the engines from a dict of aware datetimes, a date and texts. It gives a whole verdict,
   with dates and words; they give yes or no.

First all must give the right answers a microsecond before each deadline, at it, and a microsecond
after; then they are timed in turns, in one process, and that in several fresh processes.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from operator import getitem
from re import findall
from statistics import median
from time import process_time_ns
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from attrs import evolve, frozen

from interview_followup import (
    Application,
    Interview,
    JobSearch,
    Person,
    Promise,
    Scheduled,
    check,
    schedule,
)

QUESTIONS = ("missed", "open", "too early", "promised", "recruiter")
LIBRARY = "interview_followup"
ROUNDS, REPEATS = 100, 50
WITHIN, WAIT = timedelta(days=2), timedelta(days=7)
DAY, HOUR, TICK = timedelta(days=1), timedelta(hours=1), timedelta(microseconds=1)
EPOCH, NEVER = datetime(1970, 1, 1, tzinfo=UTC), datetime.max.replace(tzinfo=UTC)

Answers: TypeAlias = tuple[Callable[[], Any], ...]
Facts: TypeAlias = dict[str, Any]
Times: TypeAlias = dict[str, list[float]]


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


Asker: TypeAlias = Callable[[Case], Answers]
Way: TypeAlias = Callable[[], Asker]


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


# -- what all are told ----------------------------------------------------------------------------


def plain(case: Case) -> Facts:
    """Return the facts of a case as Python has them."""
    return {
        "ends": case.ends,
        "zone": case.zone,
        "by": case.by,
        "recruiter": case.recruiter,
        "now": case.now,
    }


def as_is(facts: Facts) -> Facts:
    """Return the facts themselves."""
    return facts


def with_midnight(facts: Facts) -> Facts:
    """Return the facts with the first moment of the promised date, for who knows no dates."""
    return {**facts, "by": midnight(facts["by"], facts["zone"])}


def reckoned(case: Case) -> Facts:
    """Return all deadlines of a case, and now; nobody can ask a recruiter who is not there."""
    ends, closes, opens, promised = deadlines(case)
    return {
        "ends": ends,
        "closes": closes,
        "opens": opens,
        "promised": promised,
        "asks": ends if case.recruiter else NEVER,
        "now": case.now,
    }


def ticks(moment: datetime) -> int:
    """Return a moment as whole microseconds since 1970."""
    return (moment - EPOCH) // TICK


def in_ticks(moments: Facts) -> Facts:
    """Return moments as numbers, which most engines compare faster."""
    return {name: ticks(moment) for name, moment in moments.items()}


# What is left to ask where the deadlines are told, as zen-engine and rule-engine write it.
COMPARED = (
    "now >= closes",
    "now >= ends and now < closes",
    "now < opens",
    "now < promised",
    "now >= asks",
)


def thunks(calls: Iterable[tuple[Any, ...]]) -> Answers:
    """Return functions without arguments, each for one call of a function."""
    return tuple([thunk(*call) for call in calls])


def thunk(work: Callable[..., Any], *arguments: Any) -> Callable[[], Any]:
    """Return a function that makes a call, with no more around it than the library's have."""
    if len(arguments) == 1:
        [argument] = arguments
        return lambda: work(argument)
    if len(arguments) == 2:
        first, second = arguments
        return lambda: work(first, second)
    first, second, third = arguments
    return lambda: work(first, second, third)


def each_time(rules: Sequence[tuple[Callable[[Any], Any], Callable[[Facts], Any]]]) -> Asker:
    """Ask rules of plain facts, which are converted at each question."""

    def answers(case: Case) -> Answers:
        facts = plain(case)
        return tuple([converting(*rule, facts) for rule in rules])

    return answers


def converting(
    ask: Callable[[Any], Any], facts_of: Callable[[Facts], Any], facts: Facts
) -> Callable[[], Any]:
    """Return a function that converts facts and asks."""
    return lambda: ask(facts_of(facts))


# -- interview_followup ---------------------------------------------------------------------------


def search_of(case: Case, promise: Promise | None = None) -> JobSearch:
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


def with_schedule() -> Asker:
    """Ask the items of a schedule, which have their windows, for their status at a moment."""

    def answers(case: Case) -> Answers:
        acts = scheduled(search_of(case))
        thank, chase, recruiter = acts["thank-you"], acts["chase"], acts.get("ask-recruiter")
        promised = scheduled(search_of(case, Promise(by=case.by)))["chase"]
        now = case.now
        return (
            lambda: thank.status(now)[0] == "closed",
            lambda: thank.status(now)[0] in ("open", "late"),
            lambda: chase.status(now)[0] == "early",
            lambda: promised.status(now)[0] == "early",
            lambda: recruiter is not None and recruiter.status(now)[0] not in ("silent", "early"),
        )

    return answers


def scheduled(search: JobSearch) -> dict[str, Scheduled]:
    """Return what is scheduled in a search with one of everything, by the act."""
    return {act.act: act for act in schedule(search)}


def with_check() -> Asker:
    """Check an act at a moment; each question has a search of its own."""

    def answers(case: Case) -> Answers:
        missed, opened, early, recruiter = (search_of(case) for _ in range(4))
        promised, now = search_of(case, Promise(by=case.by)), case.now
        return (
            lambda: check(missed, "thank-you", at=now).status == "closed",
            lambda: check(opened, "thank-you", at=now).status in ("open", "late"),
            lambda: check(early, "chase", at=now).status == "early",
            lambda: check(promised, "chase", at=now).status == "early",
            lambda: check(recruiter, "ask-recruiter", at=now).status not in ("silent", "early"),
        )

    return answers


# -- zen-engine -----------------------------------------------------------------------------------


def zen_ended(facts: Facts) -> Facts:
    """Return what is asked of the interview's end."""
    ends, now = facts["ends"].isoformat(), facts["now"].isoformat()
    return {"ends": ends, "zone": facts["zone"], "now": now}


def zen_promised(facts: Facts) -> Facts:
    """Return what is asked of the promised date."""
    by, now = facts["by"].isoformat(), facts["now"].isoformat()
    return {"by": by, "zone": facts["zone"], "now": now}


def zen_recruiter(facts: Facts) -> Facts:
    """Return what is asked of the recruiter."""
    ends, now = facts["ends"].isoformat(), facts["now"].isoformat()
    return {"recruiter": facts["recruiter"], "ends": ends, "now": now}


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
    (f"{ZEN_CLOSES} d(now) >= c", zen_ended),
    (f"{ZEN_CLOSES} d(now) in [e..c)", zen_ended),
    (f"{ZEN_OPENS} d(now) < o", zen_ended),
    (f"{ZEN_PROMISED} d(now) < m", zen_promised),
    ("recruiter != null and d(now) >= d(ends)", zen_recruiter),
)


def zen_compiled(text: str) -> Callable[[Any], Any]:
    """Return the function that evaluates an expression."""
    evaluate: Callable[[Any], Any] = import_module("zen").compile_expression(text).evaluate
    return evaluate


def zen_ready() -> Asker:
    """Compile expressions, and give each only what it names, as JSON written ahead.

    Missed, in microseconds: 1.9 so or in bytes, 2.0 with a dict, 2.3 with all facts in it, 5.7
    without compiling, 200 in a decision of one node. Where the clocks change, its own `add` of
    days adds 24 hours each, or gives an invalid date, which is neither before nor after anything:
    there alone the wall time is moved in UTC and read anew. Always to do that takes 2.7.
    """
    rules = [(zen_compiled(text), facts_of) for text, facts_of in ZEN]

    def answers(case: Case) -> Answers:
        facts = plain(case)
        return thunks((evaluate, json.dumps(facts_of(facts))) for evaluate, facts_of in rules)

    return answers


def zen_compared() -> Asker:
    """Compare numbers, written as JSON ahead.

    Missed, in microseconds: 0.53 so, 0.55 with a dict, 0.76 with moments.
    """
    rules = [(zen_compiled(text), findall("[a-z]+", text)) for text in COMPARED]

    def answers(case: Case) -> Answers:
        facts = in_ticks(reckoned(case))
        return thunks(
            (evaluate, json.dumps({name: facts[name] for name in words if name in facts}))
            for evaluate, words in rules
        )

    return answers


def zen_each_time() -> Asker:
    """Give each expression a dict of what it names, its moments as texts.

    Missed, in microseconds: 4.0 so, 5.9 as JSON; it refuses moments of Python.
    """
    rules = [(zen_compiled(text), facts_of) for text, facts_of in ZEN]
    return each_time(rules)


# -- rule-engine ----------------------------------------------------------------------------------


def with_later(facts: Facts) -> Facts:
    """Return the facts with the function that adds days."""
    return {**facts, "later": later}


RULE_ENGINE = (
    ('now >= ends + t"P2D"', as_is),
    ('now >= ends and now < ends + t"P2D"', as_is),
    ('now < later(ends, t"P2D") + t"P7D"', with_later),
    ('now < by + t"P1D"', with_midnight),
    ("recruiter != null and now >= ends", as_is),
)


def rule_engine_parsed(text: str) -> Callable[[Any], Any]:
    """Return the function that matches a rule, which looks names up in a dict without types."""
    engine = import_module("rule_engine")
    matches: Callable[[Any], Any]
    matches = engine.Rule(text, context=engine.Context(resolver=getitem)).matches
    return matches


def rule_engine_ready() -> Asker:
    """Parse rules, for a context that looks names up in a dict and knows no types.

    Missed, in microseconds: 5.2 so, 5.3 with an object's attributes, 5.6 with the usual resolver,
    8.0 with types, too. Python adds up its moments, and so keeps the wall clock; but two periods
    in a row go wrong where the first one ends at a time that the clocks skip, hence the function.
    It has no dates without a time: the promised one is given as its first moment.
    """
    rules = [(rule_engine_parsed(text), facts_of) for text, facts_of in RULE_ENGINE]

    def answers(case: Case) -> Answers:
        facts = plain(case)
        return thunks((matches, facts_of(facts)) for matches, facts_of in rules)

    return answers


def rule_engine_compared() -> Asker:
    """Compare moments.

    Missed, in microseconds: 4.1 so or with decimal numbers, 4.6 with whole ones, 6.3 with types.
    """
    rules = [rule_engine_parsed(text) for text in COMPARED]

    def answers(case: Case) -> Answers:
        facts = reckoned(case)
        return thunks((matches, facts) for matches in rules)

    return answers


def rule_engine_each_time() -> Asker:
    """Match the plain facts, which need to be converted for two questions only."""
    rules = [(rule_engine_parsed(text), facts_of) for text, facts_of in RULE_ENGINE]
    return each_time(rules)


# -- simpleeval -----------------------------------------------------------------------------------


def with_periods(facts: Facts) -> Facts:
    """Return the facts with the periods that the expressions name."""
    return {**facts, "two_days": WITHIN, "a_week": WAIT}


def with_day(facts: Facts) -> Facts:
    """Return the facts with the promised date's first moment, and a day."""
    return {**facts, "by": midnight(facts["by"], facts["zone"]), "a_day": DAY}


SIMPLEEVAL = (
    ("now >= ends + two_days", with_periods),
    ("ends <= now < ends + two_days", with_periods),
    ("now < later(ends, two_days) + a_week", with_periods),
    ("now < by + a_day", with_day),
    ("recruiter != None and now >= ends", as_is),
)
SIMPLEEVAL_COMPARED = (COMPARED[0], "ends <= now < closes", *COMPARED[2:])


def simpleeval_ready() -> Asker:
    """Parse expressions once, for one evaluator of each in a case.

    Missed, in microseconds: 3.0 so, 3.4 with compound types, 4.3 with a function that adds days,
    5.2 with `timedelta` in the expression, 10 without parsing ahead. Python adds up its moments,
    as for rule-engine.
    """
    evaluator = import_module("simpleeval").SimpleEval
    rules = [(text, evaluator.parse(text), facts_of) for text, facts_of in SIMPLEEVAL]

    def answers(case: Case) -> Answers:
        facts, known = plain(case), {"later": later}
        return thunks(
            (evaluator(names=facts_of(facts), functions=known).eval, text, parsed)
            for text, parsed, facts_of in rules
        )

    return answers


def simpleeval_compared() -> Asker:
    """Compare numbers.

    Missed, in microseconds: 0.9 so, 1.4 with moments.
    """
    evaluator = import_module("simpleeval").SimpleEval
    rules = [(text, evaluator.parse(text)) for text in SIMPLEEVAL_COMPARED]

    def answers(case: Case) -> Answers:
        evaluate = evaluator(names=in_ticks(reckoned(case))).eval
        return thunks((evaluate, *rule) for rule in rules)

    return answers


def simpleeval_each_time() -> Asker:
    """Give one evaluator of each expression other names at each question.

    Missed, in microseconds: 3.4 so, 9.6 with another evaluator each time.
    """
    evaluator = import_module("simpleeval").SimpleEval
    rules = [
        (simpleeval_naming(evaluator(functions={"later": later}), text), facts_of)
        for text, facts_of in SIMPLEEVAL
    ]
    return each_time(rules)


def simpleeval_naming(evaluator: Any, text: str) -> Callable[[Any], Any]:
    """Return a function that evaluates an expression with names."""
    parsed = evaluator.parse(text)

    def evaluate(names: Facts) -> Any:
        evaluator.names = names
        return evaluator.eval(text, parsed)

    return evaluate


# -- common-expression-language -------------------------------------------------------------------


def cel_ended(facts: Facts) -> Facts:
    """Return what is asked of the interview's end, to which days are added."""
    return {"met": ticks(facts["ends"]), "zone": facts["zone"], "now": ticks(facts["now"])}


def cel_open(facts: Facts) -> Facts:
    """Return what is asked of the interview's end, which is compared, too."""
    ends = ticks(facts["ends"])
    return {"ends": ends, "met": ends, "zone": facts["zone"], "now": ticks(facts["now"])}


def cel_promised(facts: Facts) -> Facts:
    """Return what is asked of the promised date, which is a number, too."""
    return {"by": facts["by"].toordinal(), "zone": facts["zone"], "now": ticks(facts["now"])}


def cel_recruiter(facts: Facts) -> Facts:
    """Return what is asked of the recruiter."""
    ends, now = ticks(facts["ends"]), ticks(facts["now"])
    return {"recruiter": facts["recruiter"], "ends": ends, "now": now}


CEL = (
    ("now >= add_days(met, zone, 2)", cel_ended),
    ("now >= ends && now < add_days(met, zone, 2)", cel_open),
    ("now < add_days(met, zone, 2, 7)", cel_ended),
    ("now < begins(by + 1, zone)", cel_promised),
    ("recruiter != null && now >= ends", cel_recruiter),
)


def add_days(moment: str | int, zone: str, *counts: int) -> int:
    """Return the moment some calendar days later in a zone; a text is read faster than a number."""
    if isinstance(moment, str):
        then = datetime.fromisoformat(moment)
    else:
        then = EPOCH + timedelta(microseconds=moment)
    for count in counts:
        then = (then.astimezone(ZoneInfo(zone)) + count * DAY).astimezone(UTC)
    return ticks(then)


def begins(day: int, zone: str) -> int:
    """Return the moment at which a day begins in a zone."""
    return ticks(midnight(date.fromordinal(day), zone))


CEL_FUNCTIONS = {"add_days": add_days, "begins": begins}


def cel_ready() -> Asker:
    """Compile programs, and execute them in a context that was filled ahead.

    Missed, in microseconds: 2.5 so, with numbers but for the moment that days are added to, 2.9
    with numbers alone, 3.0 with its moments, 6.9 with a dict instead of a context, 25 without
    compiling. It has no zones, and refuses moments in them: calendar days need a function of
    Python, without which it takes 0.2.
    """
    engine = import_module("cel")
    programs = [engine.compile(text) for text, _ in CEL]

    def answers(case: Case) -> Answers:
        facts = plain(case)
        numbers = {**cel_open(facts), **cel_promised(facts), **cel_recruiter(facts)}
        met = case.ends.isoformat()
        context = engine.Context({**numbers, "met": met}, CEL_FUNCTIONS)
        return thunks((program.execute, context) for program in programs)

    return answers


def cel_compared() -> Asker:
    """Compare numbers, in a context that was filled ahead; moments take as long."""
    engine = import_module("cel")
    programs = [engine.compile(text.replace("and", "&&")) for text in COMPARED]

    def answers(case: Case) -> Answers:
        context = engine.Context(in_ticks(reckoned(case)))
        return thunks((program.execute, context) for program in programs)

    return answers


def cel_each_time() -> Asker:
    """Fill a context of each program anew, with numbers.

    Missed, in microseconds: 5.8 so, 6.0 with a dict, 6.3 with another context, 6.6 with a text for
    the moment that days are added to, 7.5 with moments.
    """
    engine = import_module("cel")
    rules = [
        (cel_filling(engine.compile(text), engine.Context({}, CEL_FUNCTIONS)), facts_of)
        for text, facts_of in CEL
    ]
    return each_time(rules)


def cel_filling(program: Any, context: Any) -> Callable[[Any], Any]:
    """Return a function that executes a program once it has filled its context."""

    def execute(facts: Facts) -> Any:
        context.update(facts)
        return program.execute(context)

    return execute


# -- business-rules -------------------------------------------------------------------------------

BUSINESS_RULES: tuple[tuple[Callable[[Any], bool], Callable[[Facts], Facts]], ...] = (
    (lambda known: known.now >= known.ends + WITHIN, as_is),
    (lambda known: known.ends <= known.now < known.ends + WITHIN, as_is),
    (lambda known: known.now < later(known.ends, WITHIN) + WAIT, as_is),
    (lambda known: known.now < known.by + DAY, with_midnight),
    (lambda known: known.recruiter is not None and known.now >= known.ends, as_is),
)
BUSINESS_RULES_COMPARED: tuple[Callable[[Any], bool], ...] = (
    lambda known: known.now >= known.closes,
    lambda known: known.ends <= known.now < known.closes,
    lambda known: known.now < known.opens,
    lambda known: known.now < known.promised,
    lambda known: known.now >= known.asks,
)
BUSINESS_RULE = [
    {"conditions": {"name": "answer", "operator": "is_true", "value": True}, "actions": []}
]


def business_variables(
    answer: Callable[[Any], bool], facts_of: Callable[[Facts], Facts] = as_is
) -> Callable[[Facts], Any]:
    """Return a class of variables, of which one is the answer, to be made from facts."""
    variables = import_module("business_rules.variables")

    def fill(self: Any, facts: Facts) -> None:
        vars(self).update(facts_of(facts))

    members = {"__init__": fill, "answer": variables.boolean_rule_variable(answer)}
    return type("Known", (variables.BaseVariables,), members)


def business_rules_run() -> tuple[Callable[..., Any], Any]:
    """Return the function that runs rules, and the actions that it wants: none."""
    actions = import_module("business_rules.actions").BaseActions()
    return import_module("business_rules").run_all, actions


def business_rules_ready() -> Asker:
    """Run rules of one condition each, on variables that are the whole answers.

    Missed, in microseconds: 2.7 so, 2.6 with `run`, which is not documented, 3.0 inside `all`, 5.7
    with a number compared to nought. It knows numbers and texts, no moments, so Python does all
    the reckoning.
    """
    run, actions = business_rules_run()
    kinds = [business_variables(*rule) for rule in BUSINESS_RULES]

    def answers(case: Case) -> Answers:
        facts = plain(case)
        return thunks((run, BUSINESS_RULE, known(facts), actions) for known in kinds)

    return answers


def business_rules_compared() -> Asker:
    """Compare numbers, in Python as well."""
    run, actions = business_rules_run()
    kinds = [business_variables(rule) for rule in BUSINESS_RULES_COMPARED]

    def answers(case: Case) -> Answers:
        facts = in_ticks(reckoned(case))
        return thunks((run, BUSINESS_RULE, known(facts), actions) for known in kinds)

    return answers


def business_rules_each_time() -> Asker:
    """Make the variables anew at each question."""
    run, actions = business_rules_run()

    def ask(known: Any) -> Any:
        return run(BUSINESS_RULE, known, actions)

    return each_time([(ask, business_variables(*rule)) for rule in BUSINESS_RULES])


# -- the comparisons ------------------------------------------------------------------------------

BLOCKS: dict[str, dict[str, Way]] = {
    "The facts are ready, and the moment is asked": {
        LIBRARY: with_schedule,
        "zen-engine": zen_ready,
        "rule-engine": rule_engine_ready,
        "simpleeval": simpleeval_ready,
        "common-expression-language": cel_ready,
        "business-rules": business_rules_ready,
    },
    "The deadlines are ready as well": {
        LIBRARY: with_schedule,
        "zen-engine": zen_compared,
        "rule-engine": rule_engine_compared,
        "simpleeval": simpleeval_compared,
        "common-expression-language": cel_compared,
        "business-rules": business_rules_compared,
    },
    "From the facts, each time": {
        LIBRARY: with_check,
        "zen-engine": zen_each_time,
        "rule-engine": rule_engine_each_time,
        "simpleeval": simpleeval_each_time,
        "common-expression-language": cel_each_time,
        "business-rules": business_rules_each_time,
    },
}
ENGINES = [name for name in BLOCKS["From the facts, each time"] if name != LIBRARY]


def is_installed(name: str) -> bool:
    """Return whether a distribution is installed."""
    try:
        version(name)
    except PackageNotFoundError:
        return False
    return True


def askers() -> dict[str, dict[str, Asker]]:
    """Return how to ask all that are installed, for each comparison."""
    return {
        block: {name: way() for name, way in ways.items() if is_installed(name)}
        for block, ways in BLOCKS.items()
    }


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


def mistakes(ways: dict[str, Asker]) -> Iterator[str]:
    """Yield which answers are wrong, each question of each once."""
    reported = set()
    for case in cases():
        wanted = right(case)
        for name, way in ways.items():
            answers = [bool(answer()) for answer in way(case)]
            for question, answer, expected in zip(QUESTIONS, answers, wanted, strict=True):
                if answer != expected and (name, question) not in reported:
                    reported.add((name, question))
                    yield f"{name}: {question} is {answer}, should be {expected}, of {case}"


# -- how long do they take? -----------------------------------------------------------------------


def timed(answer: Callable[[], Any]) -> float:
    """Return how many microseconds of processor time one answer takes, over a round of answers."""
    begun = process_time_ns()
    for _ in range(REPEATS):
        answer()
    return (process_time_ns() - begun) / REPEATS / 1000


def measured(ways: dict[str, Asker]) -> Times:
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
    return {name: [median(durations) for durations in lists] for name, lists in times.items()}


def measured_afresh() -> dict[str, Times]:
    """Return what a fresh process measures, for each comparison."""
    command = [sys.executable, __file__, "--json"]
    done = subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE)
    times: dict[str, Times] = json.loads(done.stdout)
    return times


def middle(runs: list[Times]) -> Times:
    """Return the medians of all processes."""
    return {
        name: [median(run[name][index] for run in runs) for index in range(len(QUESTIONS))]
        for name in runs[0]
    }


def show(title: str, table: Times) -> None:
    """Print the times of one comparison."""
    print(f"\n{title}, in microseconds an answer:")
    heads = "".join(f"{head:>11}" for head in (*QUESTIONS, "all five", "ratio", "its date"))
    print(f"    {'':<28}{'version':>9}{heads}")
    library_time = sum(table[LIBRARY])
    for name, times in table.items():
        figures = "".join(f"{figure:11.2f}" for figure in (*times, sum(times)))
        dated = "yes" if name == LIBRARY else "no"
        ratio = sum(times) / library_time
        print(f"    {name:<28}{version(name):>9}{figures}{ratio:11.2f}{dated:>11}")


def outcome(table: Times) -> str:
    """Say whether the library is ahead of all engines, and where it is the least ahead."""
    library_times = table[LIBRARY]
    engines = {name: times for name, times in table.items() if name != LIBRARY}
    if not engines:
        return "alone: no engine is installed"
    ratio, name = min((sum(times) / sum(library_times), name) for name, times in engines.items())
    smallest, question, slowest = min(
        (engine_time / library_time, question, name)
        for name, times in engines.items()
        for engine_time, library_time, question in zip(times, library_times, QUESTIONS, strict=True)
    )
    ahead = "ahead of all" if ratio > 1 else "not ahead of all"
    return (
        f"{ahead}; the smallest ratio is {ratio:.2f} ({name}), "
        f"of one question {smallest:.2f} ({question}, {slowest})"
    )


def main() -> int:
    """Check that all are right, then time them; the status is 1 if they are not."""
    parser = ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--processes", type=int, default=5, help="how many fresh processes to time")
    parser.add_argument(
        "--json", action="store_true", help="time this process unchecked, and print it raw"
    )
    options = parser.parse_args()
    blocks = askers()
    if options.json:
        print(json.dumps({block: measured(ways) for block, ways in blocks.items()}))
        return 0
    wrong = [f"{block}: {mistake}" for block, ways in blocks.items() for mistake in mistakes(ways)]
    if wrong:
        print("Some answers are wrong.", *wrong, sep="\n", file=sys.stderr)
        return 1
    runs = [measured_afresh() for _ in range(options.processes)]
    print(f"{len(runs)} processes, {ROUNDS} rounds of {REPEATS} answers; ratio: engine / library.")
    tables = {block: middle([run[block] for run in runs]) for block in blocks}
    for number, (block, table) in enumerate(tables.items(), 1):
        show(f"{number}. {block}", table)
    print()
    for number, table in enumerate(tables.values(), 1):
        print(f"{number}. {LIBRARY} is {outcome(table)}.")
    for name in ENGINES:
        if not is_installed(name):
            print(f"{name} is not installed, and was skipped.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
