"""Accounts of rules in sentences, each as deep as it is in the tree of reasons."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from interview_followup import _clock
from interview_followup._planning.reasons import Account, Reason, Warned
from interview_followup.language._expression import Parameter
from interview_followup.language._expressions import Condition
from interview_followup.language._operators import (
    AND,
    EARLIER,
    FIRST_KNOWN,
    LATER,
    LITERAL,
    NAMED,
    NOT,
    OFFICE,
    OR,
    deciding,
)
from interview_followup.language._source import Source
from interview_followup.language._values import NOT_YET, Unknown
from interview_followup.language._words import value_words


class Sentence(NamedTuple):
    """Part of an explanation in words, and how deep in the tree it is."""

    depth: int
    text: str


PARTS = {
    "since": "The rule speaks from",
    "opens": "It opens on",
    "best": "It is best on",
    "due": "It is late from",
    "closes": "It closes on",
}
TRUTHS: dict[tuple[str, bool | None], str] = {
    ("given", True): "It speaks, because",
    ("given", None): "Whether it speaks is not known, as",
    ("satisfied_by", True): "It is done, because",
    ("satisfied_by", False): "It is not done, because",
    ("satisfied_by", None): "Whether it is done is not known, as",
}
WHEN_TO_WARN = {
    "early": "until it opens, from the moment below",
    "open": "from its best moment until it closes",
    "late": "from when it is late until it closes",
    "closed": "once it has closed, for the time below",
}
CHOICES = {
    FIRST_KNOWN: "the first of these that is known",
    LATER: "the later of these",
    EARLIER: "the earlier of these",
}


class Teller:
    """Tells accounts one after another; a part that was told before is only named again."""

    def __init__(self, timezone: str) -> None:
        self.timezone = timezone
        self.zone = _clock.zone(timezone)
        self.told: set[int] = set()
        self.source: Source | None = None

    def account(self, account: Account) -> Iterator[Sentence]:
        """Yield what a rule says, and why."""
        rule = account.rule
        self.source = rule.source
        yield Sentence(0, f"Rule {rule.name}: {rule.why} ({rule.source})")
        if account.given is not None and account.given.value is False:
            yield from self._with_below(
                f"It is silent, because {_said(account.given)}", account.given
            )
            return
        if account.since is not None and account.reading is None:
            words = account.since.expression.say(account.subject) + _origin(account.since)
            yield from self._with_below(f"It is silent before {words}, not yet", account.since)
            return
        for part, why in account.parts():
            yield from self._with_below(self._part(part, why), why)
        for warned in account.cautions:
            yield from self._warned(warned)

    def _warned(self, warned: Warned) -> Iterator[Sentence]:
        """Yield what a caution is, and the reasons for its dates."""
        whys = [each for each in (warned.since, warned.lasting) if each is not None]
        end = ":" if whys else "."
        yield Sentence(1, f"It warns {WHEN_TO_WARN[warned.caution.phase]}{end}")
        for why in whys:
            yield Sentence(2, f"{self._line(why)}")
            yield from self._below(why, 3)

    def _with_below(self, words: str, why: Reason) -> Iterator[Sentence]:
        again = id(why.expression) in self.told and bool(_looked_at(why))
        below = [] if again else list(self._reasons(why))
        self.told.add(id(why.expression))
        yield Sentence(1, f"{words}{', as above.' if again else ':' if below else '.'}")
        yield from below

    def _reasons(self, why: Reason) -> Iterator[Sentence]:
        """Yield what a part hangs on; of a choice, first which of them it is."""
        if why.expression.operator in CHOICES and len(_looked_at(why)) > 1:
            yield Sentence(2, self._line(why))
            yield from self._below(why, 3)
        else:
            yield from self._below(why, 2)

    def _part(self, part: str, why: Reason) -> str:
        if part == "needs":
            return f"It needs {self._line(why)}"
        if part == "channel":
            return f"It goes by {self._line(why)}"
        if isinstance(why.expression, Condition):
            return (
                f"{TRUTHS[part, why.value if isinstance(why.value, bool) else None]} {_said(why)}"
            )
        words = why.expression.say(why.subject) + _origin(why)
        if why.value is NOT_YET:
            return f"{PARTS[part]} a day that has not come: {words}"
        if isinstance(why.value, Unknown):
            return f"{PARTS[part]} a day that is not known: {words}"
        return f"{PARTS[part]} {self._date(why)}: {words}"

    def _below(self, why: Reason, depth: int) -> Iterator[Sentence]:
        """Yield what a value hangs on, and what that hangs on, unless it was told before."""
        for each in _looked_at(why):
            key = id(each.expression)
            again = key in self.told and bool(_looked_at(each))
            yield Sentence(depth, f"{self._line(each)}{', as above' if again else ''}")
            if not again:
                self.told.add(key)
                yield from self._below(each, depth + 1)

    def _line(self, why: Reason) -> str:
        """Say a part and its value, and the fact or the parameter that it comes from."""
        node, value = why.expression, why.value
        if isinstance(node.leaf, Parameter):
            each = node.leaf
            source = "the same source" if each.source == self.source else each.source
            return f"{each.name} is {each}: {each.text} ({source})"
        if isinstance(node, Condition):
            return _said(why)
        if value is NOT_YET:
            words = f"{_heading(why)}: not yet"
        elif isinstance(value, Unknown):
            words = f"{_heading(why)}: not known"
        else:
            words = f"{_heading(why)}: {self._value(why)}"
        return words + _origin(why)

    def _value(self, why: Reason) -> str:
        moment = isinstance(why.value, datetime)
        return self._date(why) if moment else value_words(why.value, self.zone)

    def _date(self, why: Reason) -> str:
        """Say when a moment is, for the candidate and, if that differs, where it was counted."""
        here = _clock.in_words(why.value, self.zone)
        if why.timezone is None or why.timezone == self.timezone:
            return here
        there = _clock.in_words(why.value, _clock.zone(why.timezone))
        if there == here:
            return here
        day, clock = there.rsplit(", ", 1)
        return f"{here} ({clock if here.startswith(day) else there} in {why.timezone})"


def _heading(why: Reason) -> str:
    node = why.expression
    if node.operator is LATER and why.value is NOT_YET:
        return "this has to come first"
    if node.operator in CHOICES:
        return CHOICES[node.operator]
    return str(node.leaf[0]) if node.operator is NAMED else node.say(why.subject)


def _said(why: Reason) -> str:
    """Say a condition, or its opposite, whichever is so."""
    words = why.expression.say(why.subject, denied=why.value is False) + _origin(why)
    return f"it is not known whether {words}" if isinstance(why.value, Unknown) else words


def _origin(why: Reason) -> str:
    if why.expression.operator is NOT:
        return _origin(why.operands[0])
    return f" [{why.fact.name}]" if why.fact else ""


def _looked_at(why: Reason) -> list[Reason]:
    """Return the operands that a value hangs on, without numbers that need no source."""
    decided = {id(each) for each in deciding(why.expression, why.subject)}
    found = [each for each in why.operands if id(each.expression) in decided]
    if why.expression.operator is OFFICE and why.value == why.operands[0].value:
        found = found[:1]
    if why.expression.operator is NOT:
        return _looked_at(why.operands[0])
    return [inner for each in found for inner in _joined(why, each)]


def _joined(whole: Reason, part: Reason) -> list[Reason]:
    """Return what an operand adds: a plain number nothing, and a part that is alike its parts."""
    operator = part.expression.operator
    if operator is LITERAL and not isinstance(part.expression.leaf, Parameter):
        return []
    if operator in (AND, OR) and whole.expression.operator in (operator, NAMED):
        return _looked_at(part)
    return [part]
