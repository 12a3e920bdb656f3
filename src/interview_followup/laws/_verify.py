"""All laws on one rule set, with the smallest search that breaks each law that fails."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from random import Random
from textwrap import indent
from typing import NamedTuple, TypeAlias
from zoneinfo import ZoneInfo

from attrs import frozen
from hypothesis import HealthCheck, Phase, find, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import Flaky, NoSuchExample

from interview_followup import _clock
from interview_followup._errors import FollowupError, InvalidInput, Problem, invalid, near
from interview_followup._model import JobSearch
from interview_followup._rule_set import RuleSet
from interview_followup._schedule import Scheduled
from interview_followup.exports.document import search_toml
from interview_followup.laws._forgetting import forgetting
from interview_followup.laws._law import Breach, Law
from interview_followup.laws._laws import LAWS, OF_WINDOWS, valid_searches_plan
from interview_followup.laws._sweep import swept
from interview_followup.strategies import histories, job_searches, moments
from interview_followup.strategies._times import NOTABLE_ZONES

Case: TypeAlias = tuple[JobSearch, datetime]

SWEPT_YEARS = (2026, 2011)
PARTS = ("opens", "best", "due", "closes")


class Counterexample(NamedTuple):
    """A search and a moment, an instant in UTC, for which a law is broken, and how."""

    search: JobSearch
    now: datetime
    breach: Breach

    def __str__(self) -> str:
        zone = _clock.zone(self.search.timezone)
        windows = [indent(_window(item), "  ") for item in self.breach.items]
        search = indent(search_toml(self.search).strip(), "  ")
        seen = f"Seen at {_moment(self.now, zone)}, of this search:"
        return "\n\n".join([f"{self.breach.text}.", *windows, seen, search])


def _window(item: Scheduled) -> str:
    moments = [(part, getattr(item.window, part)) for part in PARTS]
    dated = [f"  {part:<7} {_moment(at, item.subject.zone)}" for part, at in moments if at]
    return "\n".join([f"{item.act} of {item.subject.label} ({', '.join(item.rules)})", *dated])


def _moment(instant: datetime, zone: ZoneInfo) -> str:
    local = instant.astimezone(zone)
    return f"{_clock.WEEKDAYS[local.weekday()]} {local.isoformat(sep=' ')} ({zone.key})"


class Finding(NamedTuple):
    """What was found of a law: no counterexample, or the smallest; and why one was expected."""

    law: Law
    counterexample: Counterexample | None = None
    expected: str | None = None

    @property
    def is_as_expected(self) -> bool:
        """Whether the law holds, or is broken for a reason that was given beforehand."""
        return (self.counterexample is None) == (self.expected is None)

    def __str__(self) -> str:
        found, law = self.counterexample, f"{self.law.number}. {self.law.name}"
        if found is None and self.expected is None:
            return f"{law} holds"
        if found is not None and self.expected is not None:
            return f"{law} fails, as expected: {self.expected}"
        if found is None:
            return f"{law} HOLDS, but was expected to fail: {self.expected}\n\n  {self.law}"
        return f"{law} IS BROKEN\n\n  {self.law}\n\n{indent(str(found), '  ')}"


@frozen
class Report:
    """What was found of each law, on a number of searches."""

    findings: tuple[Finding, ...]
    searches: int

    @property
    def is_as_expected(self) -> bool:
        """Whether every law holds but those that were expected to fail, which do."""
        return all(finding.is_as_expected for finding in self.findings)

    def __str__(self) -> str:
        wrong = [each for each in self.findings if not each.is_as_expected]
        right = len(self.findings) - len(wrong)
        head = f"{right} of {len(self.findings)} laws are as expected, on {self.searches} searches"
        if wrong:
            return "\n\n\n".join([head, *map(str, wrong)])
        return "\n".join([head, *map(str, self.findings)])


class LawsBroken(FollowupError, AssertionError):
    """A rule set breaks laws, or keeps one that it was expected to break; `report` says which."""

    def __init__(self, report: Report) -> None:
        self.report = report
        super().__init__(str(report))


def verify(
    rules: RuleSet,
    *,
    expected_failures: Mapping[Law, str] | None = None,
    searches: st.SearchStrategy[JobSearch] | None = None,
    max_examples: int = 100,
    random_seed: int = 0,
) -> Report:
    """Check every law on a rule set, and return what was found.

    `expected_failures` are the laws that the rules are known to break, each with the reason. The
    searches are drawn at random, those of `searches` if it is given; the same `random_seed` draws
    the same ones.

    Raises:
        LawsBroken: A law fails that should hold, or holds that should fail; with the smallest
            search, a moment, and the windows at fault.
        InvalidInput: `rules` are no rule set, or what is expected to fail is no law.
    """
    reasons = dict(expected_failures or {})
    _refuse(rules, reasons)
    cases, survey = _cases(rules, searches), _Survey(rules)
    for case in swept(NOTABLE_ZONES, SWEPT_YEARS) if searches is None else ():
        survey.examine(case, OF_WINDOWS)

    @seed(random_seed)
    @_settings(max_examples)
    @given(cases)
    def examine(case: Case) -> None:
        survey.examine(case, LAWS)

    examine()
    findings = []
    for law in LAWS:
        found = survey.broken.get(law)
        if found is not None:
            found = _smallest(law, rules, cases, max_examples, Random(random_seed)) or found
            found = _without_what_is_beside_the_point(law, rules, found)
        findings.append(Finding(law, found, reasons.get(law)))
    report = Report(tuple(findings), survey.examined)
    if not report.is_as_expected:
        raise LawsBroken(report)
    return report


def _refuse(rules: object, reasons: Mapping[Law, str]) -> None:
    if not isinstance(rules, RuleSet):
        raise invalid("rules", f"{rules!r} is not a rule set", "build it with RuleSet([...])")
    names = [law.name for law in LAWS]
    problems = [
        Problem("expected_failures", f"{law!r} is no law", near(str(law), names))
        for law in reasons
        if law not in LAWS
    ]
    if problems:
        raise InvalidInput(problems)


def _cases(
    rules: RuleSet, searches: st.SearchStrategy[JobSearch] | None
) -> st.SearchStrategy[Case]:
    """Draw a search and a moment: near to what happens in it, or at the end of a history."""
    if searches is not None:
        return st.tuples(searches, moments())
    lived = histories(rules=rules).map(lambda steps: (steps[-1].search, steps[-1].at))
    drawn = moments().flatmap(
        lambda anchor: st.tuples(job_searches(near=anchor, rules=rules), moments(near=anchor))
    )
    return drawn | drawn | lived


def _counterexample(law: Law, rules: RuleSet, case: Case) -> Counterexample | None:
    """Return how a law is broken; of a search that cannot be planned only law 9 has to say."""
    search, now = case
    try:
        breach = law.breach(search, now=now, rules=rules)
    except Exception:
        if valid_searches_plan.breach(search, now=now, rules=rules) is None:
            raise
        return None
    return None if breach is None else Counterexample(search, _clock.instant_of(now), breach)


class _Survey:
    """Looks at cases, and keeps the first that breaks each law."""

    def __init__(self, rules: RuleSet) -> None:
        self.rules = rules
        self.examined = 0
        self.broken: dict[Law, Counterexample] = {}

    def examine(self, case: Case, laws: Iterable[Law]) -> None:
        self.examined += 1
        for law in laws:
            if law not in self.broken and (found := _counterexample(law, self.rules, case)):
                self.broken[law] = found


def _smallest(
    law: Law, rules: RuleSet, cases: st.SearchStrategy[Case], max_examples: int, random: Random
) -> Counterexample | None:
    """Return the smallest case that breaks a law, if one is drawn and breaks it every time."""

    def is_broken(case: Case) -> bool:
        return _counterexample(law, rules, case) is not None

    with suppress(NoSuchExample, Flaky):
        smallest = find(cases, is_broken, settings=_settings(max_examples), random=random)
        return _counterexample(law, rules, smallest)
    return None


def _without_what_is_beside_the_point(
    law: Law, rules: RuleSet, found: Counterexample
) -> Counterexample:
    """Return a counterexample of which nothing more can be left out."""
    for search in forgetting(found.search):
        if smaller := _counterexample(law, rules, (search, found.now)):
            return _without_what_is_beside_the_point(law, rules, smaller)
    return found


def _settings(max_examples: int) -> settings:
    return settings(
        max_examples=max_examples,
        phases=(Phase.generate, Phase.shrink),
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
