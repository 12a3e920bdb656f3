"""Accounts of rules in sentences, each as deep as it is in the tree of reasons."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from interview_followup import _clock
from interview_followup._planning.reasons import Account, Reason, Warned
from interview_followup.language._expression import Parameter
from interview_followup.language._kinds import Condition
from interview_followup.language._missing import NOT_YET, Unknown
from interview_followup.language._operators import (
    AND,
    EARLIER,
    FIRST_KNOWN,
    IN_HOURS,
    LAST_OF,
    LATER,
    LITERAL,
    NAMED,
    NOT,
    OR,
    deciding,
)
from interview_followup.language._rule import Kind
from interview_followup.language._source import Source
from interview_followup.language._words import value_words

DEEPEST = 20


class Sentence(NamedTuple):
    """A sentence of an explanation, and how deep in the tree it stands."""

    depth: int
    """How deep it stands, from 0."""
    text: str
    """The sentence."""

    @property
    def margin(self) -> str:
        """The blanks before it; what is very deep is set no further in."""
        return "  " * min(self.depth, DEEPEST)


PARTS = {
    "since": "The rule speaks from",
    "opens": "It opens on",
    "best": "It is best on",
    "due": "It is late from",
    "closes": "It closes on",
}
KIND_WORDS: dict[Kind, str] = {
    "reminder": "It only asks, and has no part in what is allowed.",
    "guard": "It only forbids.",
    "veto": "It forbids, whatever other rules say.",
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
    LAST_OF: "the last of these that has come",
    LATER: "the later of these",
    EARLIER: "the earlier of these",
}


class Teller:
    """Tells accounts one after another; what was explained before is only named again."""

    def __init__(self, timezone: str) -> None:
        self.timezone = timezone
        self.zone = _clock.zone(timezone)
        # The ids of expressions: the accounts hold them, so none is gone while this lasts.
        self.explained: set[int] = set()
        self.source: Source | None = None

    def account(self, account: Account) -> Iterator[Sentence]:
        """Yield what a rule says of a subject, and why."""
        rule, given, since = account.rule, account.given, account.since
        self.source = rule.source
        yield Sentence(0, f"Rule {rule.name}: {rule.why} ({rule.source})")
        if rule.kind in KIND_WORDS:
            yield Sentence(1, KIND_WORDS[rule.kind])
        if given is not None and given.value is False:
            yield from self._explained(f"It is silent, because {_truth(given)}", given)
        elif since is not None and account.reading is None:
            words = since.expression.say(account.subject) + _origin(since)
            yield from self._explained(f"It is silent before {words}, not yet", since)
        else:
            for part, reason in account.parts():
                yield from self._explained(self._part(part, reason), reason)
            for warned in account.cautions:
                yield from self._warned(warned)

    def _warned(self, warned: Warned) -> Iterator[Sentence]:
        """Yield when a caution is shown, and the reasons for its dates."""
        reasons = [reason for reason in warned[1:] if reason is not None]
        end = ":" if reasons else "."
        yield Sentence(1, f"It warns {_when_to_warn(warned)}{end}")
        for reason in reasons:
            yield Sentence(2, self._line(reason))
            yield from self._below(reason, 3)

    def _explained(self, words: str, reason: Reason) -> Iterator[Sentence]:
        """Yield what a part of a rule is, and what it hangs on."""
        again = id(reason.expression) in self.explained and bool(_deciding(reason))
        below = [] if again else list(self._reasons(reason))
        self.explained.add(id(reason.expression))
        yield Sentence(1, f"{words}{', as above.' if again else ':' if below else '.'}")
        yield from below

    def _reasons(self, reason: Reason) -> Iterator[Sentence]:
        """Yield what a part hangs on; of a choice, first which of them it is."""
        if reason.expression.operator in CHOICES and len(_deciding(reason)) > 1:
            yield Sentence(2, self._line(reason))
            yield from self._below(reason, 3)
        else:
            yield from self._below(reason, 2)

    def _below(self, reason: Reason, depth: int) -> Iterator[Sentence]:
        """Yield what a value hangs on, and what that hangs on, unless it was explained before."""
        ahead = [(depth, part) for part in reversed(_deciding(reason))]
        while ahead:
            depth, part = ahead.pop()
            key, below = id(part.expression), _deciding(part)
            again = key in self.explained and bool(below)
            yield Sentence(depth, f"{self._line(part)}{', as above' if again else ''}")
            if not again:
                self.explained.add(key)
                ahead += [(depth + 1, inner) for inner in reversed(below)]

    def _part(self, part: str, reason: Reason) -> str:
        if part == "needs":
            return f"It needs {self._line(reason)}"
        if part == "channel":
            return f"It goes by {self._line(reason)}"
        if isinstance(reason.expression, Condition):
            truth = reason.value if isinstance(reason.value, bool) else None
            return f"{TRUTHS[part, truth]} {_truth(reason)}"
        words = reason.expression.say(reason.subject) + _origin(reason)
        if reason.value is NOT_YET:
            return f"{PARTS[part]} a day that has not come: {words}"
        if isinstance(reason.value, Unknown):
            return f"{PARTS[part]} a day that is not known: {words}"
        return f"{PARTS[part]} {self._date(reason)}: {words}"

    def _line(self, reason: Reason) -> str:
        """Say a part and its value, and the fact or the parameter that it comes from."""
        node, value = reason.expression, reason.value
        if isinstance(node.leaf, Parameter):
            parameter = node.leaf
            is_same = parameter.source == self.source
            source = "the same source" if is_same else parameter.source
            return f"{parameter.name} is {parameter}: {parameter.text} ({source})"
        if isinstance(node, Condition):
            return _truth(reason)
        if value is NOT_YET:
            words = "not yet"
        elif isinstance(value, Unknown):
            words = "not known"
        elif isinstance(value, datetime):
            words = self._date(reason)
        else:
            words = value_words(value, self.zone)
        return f"{_heading(reason)}: {words}{_origin(reason)}"

    def _date(self, reason: Reason) -> str:
        """Say when a moment is, for the candidate and, if that differs, where it was counted."""
        here = _clock.in_words(reason.value, self.zone)
        if reason.timezone is None or reason.timezone == self.timezone:
            return here
        there = _clock.in_words(reason.value, _clock.zone(reason.timezone))
        if there == here:
            return here
        day, clock = there.rsplit(", ", 1)
        return f"{here} ({clock if here.startswith(day) else there} in {reason.timezone})"


def _when_to_warn(warned: Warned) -> str:
    if warned.caution.phase == "early" and warned.since is None:
        return "until it opens, but only when it is asked about"
    end = "" if warned.until is None else ", or until the moment below if that is earlier"
    return f"{WHEN_TO_WARN[warned.caution.phase]}{end}"


def _heading(reason: Reason) -> str:
    node = reason.expression
    if node.operator is LATER and reason.value is NOT_YET:
        return "this has to come first"
    if node.operator in CHOICES:
        return CHOICES[node.operator]
    return str(node.leaf[0]) if node.operator is NAMED else node.say(reason.subject)


def _truth(reason: Reason) -> str:
    """Say a condition, or its opposite, whichever is so."""
    words = reason.expression.say(reason.subject, denied=reason.value is False) + _origin(reason)
    return f"it is not known whether {words}" if isinstance(reason.value, Unknown) else words


def _origin(reason: Reason) -> str:
    """Say the fact that a value came from, denied or not, and where else that is told."""
    undenied = _undenied(reason)
    if undenied.fact is None:
        return ""
    return f" [{', '.join(filter(None, (undenied.fact.name, undenied.origin)))}]"


def _undenied(reason: Reason) -> Reason:
    while reason.expression.operator is NOT:
        reason = reason.operands[0]
    return reason


def _deciding(reason: Reason) -> list[Reason]:
    """Return the operands that a value hangs on, and those of a part that is alike the whole.

    Numbers that need no source are left out.
    """
    whole = _undenied(reason)
    parts: list[Reason] = []
    flattened: set[int] = set()
    ahead = [(whole.expression.operator, part) for part in _decisive(whole)[::-1]]
    while ahead:
        around, part = ahead.pop()
        operator = part.expression.operator
        if operator in (AND, OR) and around in (operator, NAMED):
            if id(part.expression) in flattened:
                continue
            flattened.add(id(part.expression))
            ahead += [(operator, inner) for inner in _decisive(part)[::-1]]
        elif operator is not LITERAL or isinstance(part.expression.leaf, Parameter):
            parts.append(part)
    return parts


def _decisive(reason: Reason) -> list[Reason]:
    decisive = {id(node) for node in deciding(reason.expression, reason.subject)}
    operands = [part for part in reason.operands if id(part.expression) in decisive]
    if reason.expression.operator is IN_HOURS and reason.value == reason.operands[0].value:
        return operands[:1]
    return operands
