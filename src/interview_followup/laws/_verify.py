"""All laws on one rule set, with the smallest search that breaks each law that fails."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from hypothesis import given, seed
from hypothesis import strategies as st

from interview_followup._errors import InvalidInput, Problem, near, shown
from interview_followup.language._rule_set import RuleSet, rule_set
from interview_followup.laws._budget import Budget
from interview_followup.laws._cases import Case, cases
from interview_followup.laws._law import Law
from interview_followup.laws._laws import LAWS, WINDOW_LAWS
from interview_followup.laws._report import Finding, LawsBroken, Report
from interview_followup.laws._shrinking import drawing, reduced, smallest
from interview_followup.laws._survey import Survey
from interview_followup.laws._sweep import sweep
from interview_followup.model import JobSearch
from interview_followup.strategies._moments import NOTABLE_ZONES

SWEPT_YEARS = (2026, 2011)

BATCH = 20


def verify(
    rules: RuleSet,
    *,
    expected_failures: Mapping[Law, str] | None = None,
    searches: st.SearchStrategy[JobSearch] | None = None,
    max_examples: int = 100,
    random_seed: int = 0,
    seconds: float | None = None,
) -> Report:
    """Check every law on a rule set, and return what was found.

    `expected_failures` are the laws that the rules are known to break, each with the reason.
    `max_examples` searches are drawn, from `searches` if it is given; the same `random_seed` draws
    the same ones. Where facts are slow, `seconds` end the drawing and the search for a smaller
    counterexample, which the report then says; half of them are for interviews around changes of
    the clocks. Facts have to depend on nothing but their subject: one that reads a clock may go
    unnoticed.

    >>> verify(RuleSet(), max_examples=1).is_as_expected
    True

    Raises:
        LawsBroken: A law fails that should hold, or holds that should fail; with the smallest
            search, a moment, and the windows at fault.
        InvalidInput: An argument is of the wrong kind, or what is expected to fail is no law.
    """
    __tracebackhide__ = True
    rules = rule_set(rules)
    reasons = {} if expected_failures is None else expected_failures
    problems = [
        *_problems(reasons, searches, max_examples, random_seed),
        *_problems_of_seconds(seconds),
    ]
    if problems:
        raise InvalidInput(problems)
    survey, drawn, budget = Survey(rules), cases(rules, searches), Budget(seconds)
    swept = _sweep(survey, budget) if searches is None else 0
    count = _draw(survey, drawn, budget, max_examples, random_seed)
    findings = []
    for law in LAWS:
        broken = survey.counterexamples.get(law)
        if broken is not None:
            options = {"max_examples": max_examples, "random_seed": random_seed}
            less = smallest(law, rules, drawn, budget=budget, **options) or broken
            broken = reduced(law, rules, less, budget)
        findings.append(Finding(law, broken, reasons.get(law)))
    report = Report(
        findings=tuple(findings),
        searches=count,
        swept=swept,
        notes=tuple(survey.notes()),
        stopped_after=seconds if budget.is_spent() else None,
    )
    if not report.is_as_expected:
        raise LawsBroken(report)
    return report


def _sweep(survey: Survey, budget: Budget) -> int:
    """Examine interviews around changes of the clocks, and return how many there were."""
    count = 0
    for case in sweep(NOTABLE_ZONES, SWEPT_YEARS, survey.rules):
        if count and budget.is_spent(0.5):
            break
        survey.examine(case, WINDOW_LAWS)
        count += 1
    return count


def _draw(
    survey: Survey,
    drawn: st.SearchStrategy[Case],
    budget: Budget,
    max_examples: int,
    random_seed: int,
) -> int:
    """Examine cases that are drawn, and return how many there were: one at least.

    Hypothesis likes to vary what it drew before, so that one long run may never come to some rule:
    there are several short ones.
    """
    count = 0
    for start in range(0, max_examples, BATCH):
        if not (count and budget.is_spent()):
            size = min(BATCH, max_examples - start)
            count += _draw_batch(survey, drawn, budget, size, f"{random_seed}, {start}")
    return count


def _draw_batch(
    survey: Survey,
    drawn: st.SearchStrategy[Case],
    budget: Budget,
    max_examples: int,
    random_seed: str,
) -> int:
    count = 0

    @seed(random_seed)
    @drawing(max_examples)
    @given(drawn)
    def examine(case: Case) -> None:
        nonlocal count
        if count and budget.is_spent():
            return
        count += 1
        survey.examine(case, LAWS)
        survey.count(case)

    examine()
    return count


def _problems_of_seconds(seconds: object) -> Iterator[Problem]:
    is_number = isinstance(seconds, int | float) and not isinstance(seconds, bool)
    if seconds is not None and not (is_number and cast("float", seconds) > 0):
        yield Problem("seconds", f"{shown(seconds)} is no number of seconds", "give one such as 60")


def _problems(
    reasons: object, searches: object, max_examples: object, random_seed: object
) -> Iterator[Problem]:
    if isinstance(reasons, Mapping):
        yield from _problems_of_reasons(reasons)
    else:
        mend = "give a mapping, as {laws.rules_agree: 'the reason'}"
        yield Problem("expected_failures", f"{shown(reasons)} is no mapping", mend)
    if searches is not None and not isinstance(searches, st.SearchStrategy):
        mend = "give a strategy such as strategies.job_searches()"
        yield Problem("searches", f"{shown(searches)} is no strategy", mend)
    if type(max_examples) is not int or max_examples < 1:
        message = f"{shown(max_examples)} is no number of searches"
        yield Problem("max_examples", message, "give a whole number from 1 on")
    if type(random_seed) is not int:
        message = f"{shown(random_seed)} is no whole number"
        yield Problem("random_seed", message, "give one such as 0")


def _problems_of_reasons(reasons: Mapping[object, object]) -> Iterator[Problem]:
    places = {law.name: f"laws.{law.name}" for law in LAWS}
    for law, reason in reasons.items():
        if not isinstance(law, Law) or law not in LAWS:
            place = places.get(str(law))
            mend = near(str(law), places, otherwise="give one of laws.LAWS")
            mend = f"give {place} itself" if place else mend
            yield Problem("expected_failures", f"{shown(law)} is no law", mend)
        elif not isinstance(reason, str) or not reason.strip():
            place = f"expected_failures[{law.name}]"
            yield Problem(place, f"{shown(reason)} is no reason", "say why in words")
