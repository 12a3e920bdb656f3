"""What breaks no law, but is seldom meant: what `verify` notes of each rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from interview_followup._errors import shown
from interview_followup._planning.reading import read
from interview_followup.language._expression import Expression
from interview_followup.language._fact import Fact
from interview_followup.language._missing import NOT_YET, Unknown
from interview_followup.language._rule import Rule
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._source import AUTHOR
from interview_followup.language._subject import Per, Subject
from interview_followup.language._tree import downwards
from interview_followup.language._window import Window
from interview_followup.laws._report import date_words

NOTES = {
    "speaks": "never spoke of any search",
    "time": "never left any time",
    "best": "has its best moment outside its window, every time",
    "due": "has its due moment outside its window, every time",
}
"""What every rule should show in some search, and what to note of one that never does."""

DRAW_OTHERS = "draw searches in which that is otherwise, with searches="


class Notebook:
    """What one rule has shown so far, in the searches that were drawn."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.shown: set[str] = set()
        parts = [part for part in (rule.given, rule.since, rule.opens) if part is not None]
        self._facts = [node for node in downwards(parts) if isinstance(node.leaf, Fact)]
        self._values: dict[str, set[str]] = {node.leaf.name: set() for node in self._facts}
        self._windows = self._moved = 0
        self._example = ""

    def look(self, subjects: Mapping[Per, Iterable[Subject]]) -> None:
        """Note what the rule shows of subjects, unless it has shown all there is."""
        if len(self.shown) == len(NOTES):
            return
        for subject in subjects[self.rule.per]:
            if not {"speaks", "time"} <= self.shown:
                self._look_at_facts(subject)
            if reading := read(self.rule, subject):
                self.shown |= _shown_in(reading.window, self.rule, subject)

    def count(self, subjects: Mapping[Per, Iterable[Subject]]) -> None:
        """Count how often the best moment that the rule means lies outside its window."""
        if self.rule.best is None:
            return
        for subject in subjects[self.rule.per]:
            reading, meant = read(self.rule, subject), self.rule.best.evaluate(subject)
            best = reading.window.best if reading and not reading.window.is_empty else None
            if best is None or not isinstance(meant, datetime):
                continue
            self._windows += 1
            if meant != best:
                self._moved += 1
                dates = (
                    f"from {date_words(meant, subject.zone)} to {date_words(best, subject.zone)}"
                )
                self._example = self._example or f"as for {subject.label}: {dates}"

    def _look_at_facts(self, subject: Subject) -> None:
        for node in self._facts:
            self._values[node.leaf.name].add(_kind_of(node, subject))

    def notes(self) -> Iterator[str]:
        """Yield what the searches have shown of the rule that is seldom meant."""
        name = self.rule.name
        lacking = [part for part in NOTES if part not in self.shown]
        for part in lacking[:1]:
            wants = list(self._wants()) if part in ("speaks", "time") else []
            because = f"; {', '.join(wants)}: {DRAW_OTHERS}" if wants else ""
            yield f"{name} {NOTES[part]}{because}"
        if self._moved and "best" in self.shown:
            times = f"{self._moved} of {self._windows} times"
            yield f"{name} had its best moment moved into its window {times}, {self._example}"

    def _wants(self) -> Iterator[str]:
        """Yield what was the same in all searches of the facts without which the rule is silent."""
        for name, values in sorted(self._values.items()):
            known = values - {"unknown"}
            if not known:
                yield f"{name} was never known"
            elif len(known) == 1 and known != {"known"}:
                yield f"{name} was always {next(iter(known))}, where it was known"


def _kind_of(node: Expression[Any], subject: Subject) -> str:
    """Return what is known of a fact: whether it is true, or that something is known of it."""
    value = node.evaluate(subject)
    if isinstance(value, Unknown) or value is NOT_YET:
        return "unknown"
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else "known"


def _shown_in(window: Window, rule: Rule, subject: Subject) -> set[str]:
    """Return what a rule shows in one window, of what it should show in some."""
    if rule.kind == "veto":
        return set(NOTES)
    if window.opens is None or window.is_empty:
        return {"speaks"}
    shown = {"speaks", "time"}
    for part in ("best", "due"):
        moment = getattr(rule, part)
        if moment is None or moment.evaluate(subject) == getattr(window, part):
            shown.add(part)
    return shown


def notes_of_rules(rules: RuleSet) -> Iterator[str]:
    """Yield what the rules say themselves that is seldom meant, whatever is drawn."""
    for rule in rules:
        acts = {fact.act for fact in rule.facts if fact.act is not None}
        for act in sorted(acts - rules.acts.keys()):
            yield f"{rule.name} asks whether {shown(act)} is done, which no rule knows"
        kinds = {other.kind for other in rules.acts[rule.act]}
        if rule.act != rule.name and kinds <= {"guard", "veto"}:
            yield f"{rule.name} forbids {shown(rule.act)}, which no rule asks for"
        for number in rule.parameters:
            if number.source == AUTHOR:
                yield f"{rule.name}.{number.name} has no source"
