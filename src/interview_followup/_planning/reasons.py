"""Why an expression has its value, and a rule its window: every part with the value it took."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from attrs import evolve, field, frozen

from interview_followup import _clock
from interview_followup._planning.reading import Reading, read
from interview_followup.language._caution import CautionText
from interview_followup.language._day import Day
from interview_followup.language._evaluation import day_known
from interview_followup.language._expression import Expression
from interview_followup.language._fact import Fact
from interview_followup.language._missing import Unknown
from interview_followup.language._rule import Rule
from interview_followup.language._subject import Subject, search_subject
from interview_followup.language._tree import are_equal, upwards
from interview_followup.model import JobSearch


@frozen(eq=False)
class Reason:
    """An expression with the value that it took for a subject, and the same of its operands."""

    expression: Expression[Any]
    """The expression."""
    subject: Subject
    """Whom or what it was evaluated for."""
    value: Any
    """The value: an instant in UTC, a truth, a count or a detail.

    It is `NOT_YET` where it hangs on an event that has not happened, and an `Unknown` where it
    hangs on a detail that nobody has told.
    """
    timezone: str | None
    """The IANA name of the zone in which a moment's days were counted; else None."""
    operands: tuple[Reason, ...] = field(repr=False)
    """The same of what the expression is made of."""
    day: Day | None = None
    """The day that a fact gave in place of a moment; None where it gave no day."""

    def __eq__(self, other: object) -> bool:
        return are_equal(self, other, _compared) if isinstance(other, Reason) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.expression, self.subject))

    def __reduce__(self) -> tuple[Any, ...]:
        reasons = list(upwards([self]))
        places = {id(reason): place for place, reason in enumerate(reasons)}
        written = [
            (_alone(reason), [places[id(operand)] for operand in reason.operands])
            for reason in reasons
        ]
        return _read_back, (written,)

    @property
    def fact(self) -> Fact | None:
        """The fact that the value came from, where it did not come from operands."""
        leaf = self.expression.leaf
        return leaf if isinstance(leaf, Fact) else None

    @property
    def origin(self) -> str | None:
        """Where the fact's value comes from, if it is not told of the subject itself."""
        if self.fact is None or self.fact.origin is None or isinstance(self.value, Unknown):
            return None
        return self.fact.origin(self.subject)

    def replayed(self) -> Any:
        """Return the value again, from nothing but what the reason holds.

        Facts take the values that they took; the search that they were read from is not looked at.
        """
        return self.rebuilt().evaluate(_nowhere(self.subject))

    def rebuilt(self) -> Expression[Any]:
        """Return the expression with facts that always have the values that they took."""
        rebuilt: dict[int, Expression[Any]] = {}
        for reason in upwards([self]):
            node = reason.expression
            if isinstance(node.leaf, Fact):
                new = evolve(node, leaf=_recorded(node.leaf, reason), operands=())
            else:
                new = evolve(node, operands=tuple([rebuilt[id(part)] for part in reason.operands]))
            rebuilt[id(reason)] = new
        return rebuilt[id(self)]


def _alone(reason: Reason) -> tuple[Any, ...]:
    """Return all of a reason but its operands."""
    return reason.expression, reason.subject, reason.value, reason.timezone, reason.day


def _compared(reason: Reason) -> tuple[Any, ...]:
    """Return the same without what is below: the operands have it in their turn."""
    return reason.expression.alone, *_alone(reason)[1:]


def _read_back(written: list[tuple[tuple[Any, ...], list[int]]]) -> Reason:
    reasons: list[Reason] = []
    for (expression, subject, value, timezone, day), places in written:
        operands = tuple([reasons[place] for place in places])
        reasons.append(Reason(expression, subject, value, timezone, operands, day))
    return reasons[-1]


def _nowhere(subject: Subject) -> Subject:
    """Return a subject of which nothing is known but its zone and its working days."""
    return search_subject(JobSearch(timezone=subject.timezone, workdays=subject.workdays))


def reason(expression: Expression[Any], subject: Subject) -> Reason:
    """Return why an expression has its value for a subject."""
    reasons: dict[int, Reason] = {}
    for node in upwards([expression]):
        reasons[id(node)] = Reason(
            expression=node,
            subject=subject,
            value=node.evaluate(subject),
            timezone=node.zone(subject).key if node.is_moment else None,
            operands=tuple([reasons[id(operand)] for operand in node.operands]),
            day=day_known(node, subject),
        )
    return reasons[id(expression)]


def _recorded(fact: Fact, reason: Reason) -> Fact:
    def get(_: Subject) -> Any:
        return reason.day or reason.value

    def zone(_: Subject) -> ZoneInfo:
        return _clock.zone(reason.timezone or reason.subject.timezone)

    return fact._replace(get=get, zone=zone)


class Warned(NamedTuple):
    """A caution of a rule, with the reasons for its dates; None of dates that it does not have."""

    caution: CautionText
    """The caution."""
    since: Reason | None
    """Why it holds from when it does."""
    lasting: Reason | None
    """Why it holds for as long as it does."""
    until: Reason | None
    """Why it holds until when it does."""


class Account(NamedTuple):
    """What a rule says of a subject, and why: a reason for every part of the rule that it has."""

    rule: Rule
    """The rule."""
    subject: Subject
    """Whom or what it was read for."""
    reading: Reading | None
    """What it says of the subject; None where it is silent."""
    given: Reason | None
    """Why it speaks, or does not; None if it always does."""
    needs: tuple[Reason, ...]
    """What has to be known, with what is known of it."""
    since: Reason | None
    """From when on it speaks; None if always."""
    opens: Reason | None
    """Why it opens when it does."""
    best: Reason | None
    """Why it is best when it is."""
    due: Reason | None
    """Why it is late from when it is."""
    closes: Reason | None
    """Why it closes when it does."""
    satisfied_by: Reason | None
    """Why it is done, or is not."""
    channel: Reason | None
    """Why the channel is what it is; None if it does not hang on facts."""
    cautions: tuple[Warned, ...]
    """What it warns of."""

    def parts(self) -> Iterator[tuple[str, Reason]]:
        """Yield the reasons in the order in which a rule is written, each with its part."""
        if self.given is not None:
            yield "given", self.given
        yield from (("needs", need) for need in self.needs)
        for part in ("since", "opens", "best", "due", "closes", "satisfied_by", "channel"):
            if (reason := getattr(self, part)) is not None:
                yield part, reason

    def reasons(self) -> Iterator[tuple[str, Reason]]:
        """Yield every reason with its place, those for the dates of cautions at the end."""
        yield from self.parts()
        for warned in self.cautions:
            for part in ("since", "lasting", "until"):
                if (reason := getattr(warned, part)) is not None:
                    yield f"cautions.{part}", reason

    def replayed(self) -> Reading | None:
        """Return what the rule says again, from nothing but the reasons."""
        parts: dict[str, Any] = {
            part: reason.rebuilt() for part, reason in self.parts() if part != "needs"
        }
        needs = [reason.rebuilt() for reason in self.needs]
        reading = read(evolve(self.rule, **parts, needs=needs), _nowhere(self.subject))
        return reading and reading._replace(rule=self.rule, subject=self.subject)


def account(rule: Rule, subject: Subject) -> Account:
    """Return what a rule says of a subject, and why."""

    def why(expression: Expression[Any] | None) -> Any:
        return None if expression is None else reason(expression, subject)

    return Account(
        rule=rule,
        subject=subject,
        reading=read(rule, subject),
        given=why(rule.given),
        needs=tuple(map(why, rule.needs)),
        since=why(rule.since),
        opens=why(rule.opens),
        best=why(rule.dated()["best"]),
        due=why(rule.due),
        closes=why(rule.closes),
        satisfied_by=why(rule.satisfied_by),
        channel=why(rule.channel) if isinstance(rule.channel, Expression) else None,
        cautions=tuple(
            Warned(caution, why(caution.since), why(caution.lasting), why(caution.until))
            for caution in rule.cautions
        ),
    )
