"""The smallest counterexample to a law."""

from __future__ import annotations

from contextlib import suppress
from random import Random

from hypothesis import HealthCheck, Phase, find, settings
from hypothesis import strategies as st
from hypothesis.errors import Flaky, NoSuchExample

from interview_followup.language._rule_set import RuleSet
from interview_followup.laws._budget import Budget
from interview_followup.laws._cases import Case
from interview_followup.laws._law import Law
from interview_followup.laws._report import Counterexample
from interview_followup.laws._survey import counterexample
from interview_followup.laws._variants import reductions


def smallest(
    law: Law,
    rules: RuleSet,
    cases: st.SearchStrategy[Case],
    *,
    budget: Budget,
    max_examples: int,
    random_seed: int,
) -> Counterexample | None:
    """Return the smallest case drawn that breaks a law, if one does so every time."""
    if budget.is_spent():
        return None

    def breaks(case: Case) -> bool:
        return not budget.is_spent() and counterexample(law, rules, case) is not None

    with suppress(NoSuchExample, Flaky):
        random = Random(random_seed)
        case = find(cases, breaks, settings=drawing(max_examples), random=random)
        return counterexample(law, rules, case)
    return None


def reduced(law: Law, rules: RuleSet, broken: Counterexample, budget: Budget) -> Counterexample:
    """Return a counterexample of which nothing more can be left out, as far as there is time."""
    for search in reductions(broken.search):
        if budget.is_spent():
            break
        if smaller := counterexample(law, rules, (search, broken.now)):
            return reduced(law, rules, smaller, budget)
    return broken


def drawing(max_examples: int) -> settings:
    """Return settings that draw so many examples, shrink them, and remember none."""
    return settings(
        max_examples=max_examples,
        phases=(Phase.generate, Phase.shrink),
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),  # pyright: ignore[reportArgumentType]
    )
