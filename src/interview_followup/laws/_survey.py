"""Cases are examined by all laws, and the first that breaks each of them is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress

from interview_followup import _clock
from interview_followup._errors import reason
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._subject import subjects
from interview_followup.laws._cases import Case
from interview_followup.laws._law import Breach, Law
from interview_followup.laws._notes import Notebook, notes_of_rules
from interview_followup.laws._report import Counterexample
from interview_followup.laws._validity import valid_searches_plan


def counterexample(law: Law, rules: RuleSet, case: Case) -> Counterexample | None:
    """Return how a case breaks a law, if it breaks just that one."""
    broken = _broken(law, rules, case)
    return broken[1] if broken and broken[0] is law else None


def _broken(law: Law, rules: RuleSet, case: Case) -> tuple[Law, Counterexample] | None:
    """Return which law a case breaks, and how; an error breaks law 9, in whichever it turns up."""
    search, now = case
    try:
        breach = law.breach(search, now=now, rules=rules)
    except Exception as error:
        text = f"{law.name} raises {reason(error)}"
        law, breach = valid_searches_plan, Breach(text)
    return breach and (law, Counterexample(search, _clock.instant_of(now), breach))


class Survey:
    """Examines cases; keeps the first counterexample to each law, and what each rule has shown."""

    def __init__(self, rules: RuleSet) -> None:
        self.rules = rules
        self.counterexamples: dict[Law, Counterexample] = {}
        self._notebooks = [Notebook(rule) for rule in rules]

    def examine(self, case: Case, laws: Iterable[Law]) -> None:
        """Look whether a case breaks any of the laws that have no counterexample yet."""
        for law in laws:
            if law not in self.counterexamples and (broken := _broken(law, self.rules, case)):
                self.counterexamples.setdefault(*broken)
        with suppress(Exception):
            by_per = subjects(case[0])
            for notebook in self._notebooks:
                notebook.look(by_per)

    def count(self, case: Case) -> None:
        """Count in a case that was drawn how often rules mean a moment outside their window."""
        with suppress(Exception):
            by_per = subjects(case[0])
            for notebook in self._notebooks:
                notebook.count(by_per)

    def notes(self) -> Iterator[str]:
        """Yield what breaks no law, but is seldom meant."""
        for notebook in self._notebooks:
            yield from notebook.notes()
        yield from notes_of_rules(self.rules)
