"""Cases are examined by all laws, and the first that breaks each of them is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress

from interview_followup import _clock
from interview_followup._errors import reason
from interview_followup._planning.reading import read
from interview_followup.language._rule import Rule
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._subject import Subject, subjects
from interview_followup.language._window import Window
from interview_followup.laws._cases import Case
from interview_followup.laws._law import Breach, Law
from interview_followup.laws._report import Counterexample
from interview_followup.laws._validity import valid_searches_plan
from interview_followup.model import JobSearch

# What every rule should show in some search, and what to note of one that never does.
NOTES = {
    "speaks": "never spoke of any search",
    "time": "never left any time",
    "best": "has its best moment outside its window, every time",
    "due": "has its due moment outside its window, every time",
}


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
        self._shown: dict[str, set[str]] = {rule.name: set() for rule in rules}

    def examine(self, case: Case, laws: Iterable[Law]) -> None:
        """Look whether a case breaks any of the laws that have no counterexample yet."""
        for law in laws:
            if law not in self.counterexamples and (broken := _broken(law, self.rules, case)):
                self.counterexamples.setdefault(*broken)
        with suppress(Exception):
            self._watch(case[0])

    def _watch(self, search: JobSearch) -> None:
        """Note which rules speak of a search, leave some time, and mean a moment in it."""
        by_per = subjects(search)
        for rule in self.rules:
            shown = self._shown[rule.name]
            for subject in by_per[rule.per] if len(shown) < len(NOTES) else ():
                if reading := read(rule, subject):
                    shown |= _shown_in(reading.window, rule, subject)

    def notes(self) -> Iterator[str]:
        """Yield what no rule should be: silent, without time, or meaning a moment outside."""
        for rule in self.rules:
            lacking = [note for part, note in NOTES.items() if part not in self._shown[rule.name]]
            yield from (f"{rule.name} {note}" for note in lacking[:1])


def _shown_in(window: Window, rule: Rule, subject: Subject) -> set[str]:
    """Return what a rule shows in one window, of what it should show in some."""
    if window.opens is None or window.is_empty:
        return {"speaks"}
    shown = {"speaks", "time"}
    for part in ("best", "due"):
        moment = getattr(rule, part)
        if moment is None or moment.evaluate(subject) == getattr(window, part):
            shown.add(part)
    return shown
