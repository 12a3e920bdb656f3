"""All laws on one rule set, with the smallest search that breaks each law that fails."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from random import Random
from typing import TypeAlias

from hypothesis import HealthCheck, Phase, find, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import Flaky, NoSuchExample

from interview_followup import _clock
from interview_followup._errors import InvalidInput, Problem, near, shown
from interview_followup._planning.reading import read
from interview_followup.language import application, done, interview, search
from interview_followup.language._rule import Rule
from interview_followup.language._rule_set import RuleSet, rule_set
from interview_followup.language._subject import Per, Subject, subjects
from interview_followup.language._window import Window
from interview_followup.laws._forgetting import forgetting
from interview_followup.laws._law import Breach, Law
from interview_followup.laws._laws import LAWS, OF_WINDOWS, valid_searches_plan
from interview_followup.laws._report import Counterexample, Finding, LawsBroken, Report
from interview_followup.laws._sweep import swept
from interview_followup.model import JobSearch
from interview_followup.model._checks import instants_in
from interview_followup.strategies import histories, job_searches, moments
from interview_followup.strategies._times import NOTABLE_ZONES

Case: TypeAlias = tuple[JobSearch, datetime]

SWEPT_YEARS = (2026, 2011)
NEVER = {
    "spoke": "never spoke of any search",
    "time": "never left any time",
    "best": "has its best moment outside its window, every time",
    "due": "has its due moment outside its window, every time",
}


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
    cases, survey = _cases(rules, searches), _Survey(rules)
    around = list(swept(NOTABLE_ZONES, SWEPT_YEARS, rules)) if searches is None else []
    for case in around:
        survey.examine(case, OF_WINDOWS)
    drawn = 0

    @seed(random_seed)
    @_settings(max_examples)
    @given(cases)
    def examine(case: Case) -> None:
        nonlocal drawn
        drawn += 1
        survey.examine(case, LAWS)

    examine()
    findings = []
    for law in LAWS:
        found = survey.broken.get(law)
        if found is not None:
            found = _smallest(law, rules, cases, max_examples, Random(random_seed)) or found
            found = _without_what_is_beside_the_point(law, rules, found)
        findings.append(Finding(law, found, reasons.get(law)))
    report = Report(
        findings=tuple(findings),
        searches=drawn,
        swept=len(around),
        notes=tuple(survey.notes()),
    )
    if not report.is_as_expected:
        raise LawsBroken(report)
    return report


def _problems(
    reasons: object, searches: object, max_examples: object, random_seed: object
) -> Iterator[Problem]:
    names = {law.name: f"laws.{law.name}" for law in LAWS}
    if not isinstance(reasons, Mapping):
        mend = "give a mapping, as {laws.rules_agree: 'the reason'}"
        yield Problem("expected_failures", f"{shown(reasons)} is no mapping", mend)
        reasons = {}
    for law, reason in reasons.items():
        if law not in LAWS:
            mend = near(str(law), names, otherwise="give one of laws.LAWS")
            mend = f"give {names[law]} itself" if law in names else mend
            yield Problem("expected_failures", f"{shown(law)} is no law", mend)
        elif not isinstance(reason, str) or not reason.strip():
            place = f"expected_failures[{law.name}]"
            yield Problem(place, f"{shown(reason)} is no reason", "say why in words")
    if searches is not None and not isinstance(searches, st.SearchStrategy):
        mend = "give a strategy such as strategies.job_searches()"
        yield Problem("searches", f"{shown(searches)} is no strategy", mend)
    if type(max_examples) is not int or max_examples < 1:
        message = f"{shown(max_examples)} is no number of searches"
        yield Problem("max_examples", message, "give a whole number from 1 on")
    if type(random_seed) is not int:
        message = f"{shown(random_seed)} is no whole number"
        yield Problem("random_seed", message, "give one such as 0")


def _cases(
    rules: RuleSet, searches: st.SearchStrategy[JobSearch] | None
) -> st.SearchStrategy[Case]:
    """Draw a search and a moment: near to what happens in it, or at the end of a history.

    Nothing here evaluates the rules, which may raise; a history has their acts, and dates of ours.
    """
    if searches is not None:
        return searches.flatmap(lambda search: st.tuples(st.just(search), _moments_in(search)))
    plain = RuleSet(_plain(act, rules.per(act)) for act in rules.acts)
    lived = histories(rules=plain).map(lambda steps: (steps[-1].search, steps[-1].at))
    drawn = moments().flatmap(
        lambda anchor: st.tuples(job_searches(near=anchor, rules=rules), moments(near=anchor))
    )
    return drawn | drawn | lived


def _moments_in(search: JobSearch) -> st.SearchStrategy[datetime]:
    """Draw a moment close to something that happens in the search, if anything does."""
    times = sorted(set(instants_in(search)))
    return st.sampled_from(times).flatmap(lambda near: moments(near=near)) if times else moments()


def _plain(act: str, per: Per) -> Rule:
    opens = {"search": search.first_ends, "application": application.latest_ends}
    return Rule(
        name=act,
        per=per,
        opens=opens.get(per, interview.ends),
        best=opens.get(per, interview.ends),
        satisfied_by=done(act),
        text="Do it",
        why="It has to be done.",
    )


def _examined(law: Law, rules: RuleSet, case: Case) -> tuple[Law, Counterexample] | None:
    """Return which law is broken and how; an error is of law 9, whichever it turns up in."""
    known, now = case
    try:
        breach = law.breach(known, now=now, rules=rules)
    except Exception as error:
        text = f"{law.name} raises {type(error).__name__}: {error}"
        law, breach = valid_searches_plan, Breach(text)
    return breach and (law, Counterexample(known, _clock.instant_of(now), breach))


def _counterexample(law: Law, rules: RuleSet, case: Case) -> Counterexample | None:
    """Return how just this law is broken."""
    found = _examined(law, rules, case)
    return found[1] if found and found[0] is law else None


class _Survey:
    """Looks at cases, and keeps the first that breaks each law."""

    def __init__(self, rules: RuleSet) -> None:
        self.rules = rules
        self.broken: dict[Law, Counterexample] = {}
        self.seen: dict[str, set[str]] = {rule.name: set() for rule in rules}

    def examine(self, case: Case, laws: Iterable[Law]) -> None:
        for law in laws:
            if law not in self.broken and (found := _examined(law, self.rules, case)):
                self.broken.setdefault(*found)
        with suppress(Exception):
            self._listen(case[0])

    def _listen(self, known: JobSearch) -> None:
        """Note which rules speak of a search, leave some time, and mean a moment in it."""
        held = subjects(known)
        for rule in self.rules:
            seen = self.seen[rule.name]
            for subject in held[rule.per] if len(seen) < len(NEVER) else ():
                if reading := read(rule, subject):
                    seen |= _seen(rule, subject, reading.window)

    def notes(self) -> Iterator[str]:
        """Yield what no rule should be: silent, without time, or meaning a moment outside."""
        for rule in self.rules:
            for what, note in NEVER.items():
                if what not in self.seen[rule.name]:
                    yield f"{rule.name} {note}"
                    break


def _seen(rule: Rule, subject: Subject, window: Window) -> set[str]:
    """Return what shows in one window, of what should show in some."""
    if window.opens is None or window.is_empty:
        return {"spoke"}
    within = {"spoke", "time"}
    for part in ("best", "due"):
        moment = getattr(rule, part)
        if moment is None or moment.evaluate(subject) == getattr(window, part):
            within.add(part)
    return within


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
    for less in forgetting(found.search):
        if smaller := _counterexample(law, rules, (less, found.now)):
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
