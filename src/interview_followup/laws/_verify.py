"""All laws on one rule set, with the smallest search that breaks each law that fails."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hypothesis import given, seed
from hypothesis import strategies as st

from interview_followup._errors import InvalidInput, Problem, near, shown
from interview_followup.language._rule_set import RuleSet, rule_set
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
) -> Report:
    """Check every law on a rule set, and return what was found.

    `expected_failures` are the laws that the rules are known to break, each with the reason. There
    are `max_examples` searches drawn, those of `searches` if it is given; the same `random_seed`
    draws the same ones. Facts have to depend on nothing but their subject: one that reads a clock
    may go unnoticed.

    Raises:
        LawsBroken: A law fails that should hold, or holds that should fail; with the smallest
            search, a moment, and the windows at fault.
        InvalidInput: An argument is of the wrong kind, or what is expected to fail is no law.
    """
    __tracebackhide__ = True
    rules = rule_set(rules)
    reasons = {} if expected_failures is None else expected_failures
    if problems := list(_problems(reasons, searches, max_examples, random_seed)):
        raise InvalidInput(problems)
    survey, drawn = Survey(rules), cases(rules, searches)
    swept = _sweep(survey) if searches is None else 0
    count = _draw(survey, drawn, max_examples, random_seed)
    findings = []
    for law in LAWS:
        broken = survey.counterexamples.get(law)
        if broken is not None:
            options = {"max_examples": max_examples, "random_seed": random_seed}
            broken = reduced(law, rules, smallest(law, rules, drawn, **options) or broken)
        findings.append(Finding(law, broken, reasons.get(law)))
    notes = tuple(survey.notes())
    report = Report(findings=tuple(findings), searches=count, swept=swept, notes=notes)
    if not report.is_as_expected:
        raise LawsBroken(report)
    return report


def _sweep(survey: Survey) -> int:
    """Examine interviews around changes of the clocks, and return how many there were."""
    around_changes = list(sweep(NOTABLE_ZONES, SWEPT_YEARS, survey.rules))
    for case in around_changes:
        survey.examine(case, WINDOW_LAWS)
    return len(around_changes)


def _draw(
    survey: Survey, drawn: st.SearchStrategy[Case], max_examples: int, random_seed: int
) -> int:
    """Examine cases that are drawn, and return how many there were.

    Hypothesis likes to vary what it drew before, so that one long run may never come to some rule:
    there are several short ones.
    """
    starts = range(0, max_examples, BATCH)
    return sum(
        _draw_batch(survey, drawn, min(BATCH, max_examples - start), f"{random_seed}, {start}")
        for start in starts
    )


def _draw_batch(
    survey: Survey, drawn: st.SearchStrategy[Case], max_examples: int, random_seed: str
) -> int:
    count = 0

    @seed(random_seed)
    @drawing(max_examples)
    @given(drawn)
    def examine(case: Case) -> None:
        nonlocal count
        count += 1
        survey.examine(case, LAWS)

    examine()
    return count


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
