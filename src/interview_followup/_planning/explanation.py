"""Why an act is advised, or warned of, or not spoken of: a tree that prints as sentences."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple, TypeAlias

from attrs import frozen

from interview_followup import _clock
from interview_followup._errors import InvalidInput, Problem, Shown, invalid, near, shown
from interview_followup._planning.check import Verdict, verdict_on
from interview_followup._planning.lookup import Of, asked
from interview_followup._planning.plan import Action, Caution, filled
from interview_followup._planning.reasons import Account, Reason, Warned, account
from interview_followup._planning.schedule import Scheduled, ScheduledCaution, scheduled
from interview_followup.advice import CV_LIBRARY
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
from interview_followup.language._rule import DATED
from interview_followup.language._rule_set import RuleSet, rule_set
from interview_followup.language._source import Source
from interview_followup.language._subject import Subject
from interview_followup.language._values import NOT_YET, Unknown
from interview_followup.language._window import Window
from interview_followup.language._words import value_words
from interview_followup.model._model import Application, Interview, JobSearch, SetAside, as_search

Explained: TypeAlias = str | Action | Caution | Verdict | Scheduled


class PutInOrder(NamedTuple):
    """A moment of a window that was put in order: where the rules have it, and where it is now."""

    part: str
    before: datetime
    after: datetime


class Sentence(NamedTuple):
    """Part of an explanation in words, and how deep in the tree it is."""

    depth: int
    text: str


@frozen(kw_only=True)
class Explanation(Shown):
    """What every rule on an act says of one subject at a moment, and why.

    `verdict` is the answer to whether it may be done, `scheduled` what the rules make of it
    together, None where they are all silent. There is an account for each rule on the act, also for
    those that stay silent. `now`, as all moments here, is an instant in UTC; what is printed is in
    `timezone`, the candidate's zone.
    """

    act: str
    subject: Subject
    now: datetime
    timezone: str
    verdict: Verdict
    scheduled: Scheduled | None
    accounts: tuple[Account, ...]

    @property
    def put_in_order(self) -> tuple[PutInOrder, ...]:
        """What was put in order in the window that the rules leave together."""
        if self.scheduled is None or self.scheduled.window.opens is None:
            return ()
        return tuple(_put_in_order(self.accounts, self.scheduled.window))

    @property
    def set_aside(self) -> SetAside | None:
        """How the act is set aside at the moment, if it is."""
        item = self.scheduled
        if item is None or item.status(self.now)[0] != "set-aside":
            return None
        return item.set_aside

    def sentences(self) -> Iterator[Sentence]:
        """Yield the explanation as sentences, each as deep as it is in the tree."""
        return _Telling(self).all()

    def __str__(self) -> str:
        return "\n".join(["  " * depth + text for depth, text in self.sentences()])

    def __repr__(self) -> str:
        return f"<Explanation of {self.act} of {self.subject.label}: {self.verdict.status}>"


def explain(
    known: JobSearch | Application | Interview,
    what: Explained,
    *,
    now: datetime,
    of: Of | None = None,
    rules: RuleSet = CV_LIBRARY,
) -> Explanation:
    """Return why the rules say what they say of an act, at a moment which is any aware time.

    `what` is an act, the name of a rule, or an action, a caution or a verdict; `of` says for whom
    or what, as in `check`, and is not needed with the last three.

    Raises:
        InvalidInput: No rule knows the act, or `of` fits no subject or several.
    """
    rules, search = rule_set(rules), as_search(known)
    if isinstance(what, str):
        act = _act(what, rules)
    elif isinstance(what, Action | Caution | Verdict | Scheduled):
        act, of = what.act, of or what.subject
        if what.subject.search != search:
            mend = "explain it of the search that it was planned from, its subject.search"
            raise invalid("what", f"{shown(what)} is of another search", mend)
    else:
        raise invalid("what", f"{shown(what)} cannot be explained", "give an act, or an action")
    try:
        instant, subject = asked(search, act, name="now", at=now, of=of, rules=rules)
    except InvalidInput as error:
        raise InvalidInput(_with_rules(each, act, rules) for each in error.problems) from None
    accounts = tuple([account(rule, subject) for rule in rules.acts[act]])
    readings = [each.reading for each in accounts if each.reading is not None]
    return Explanation(
        act=act,
        subject=subject,
        now=instant,
        timezone=search.timezone,
        verdict=verdict_on(act, subject, instant, rules),
        scheduled=scheduled(act, subject, readings, subject.set_aside(act)) if readings else None,
        accounts=accounts,
    )


def _act(name: str, rules: RuleSet) -> str:
    """Return an act as it is, and for the name of a rule the act that it is about."""
    acts = {rule.name: rule.act for rule in rules} | {act: act for act in rules.acts}
    return acts.get(name, name)


def _with_rules(problem: Problem, act: str, rules: RuleSet) -> Problem:
    """Return a problem; where the act is not known, with the near one of acts and rules."""
    names = (*rules.acts, *(rule.name for rule in rules))
    return problem._replace(mend=near(act, names)) if problem.place == "act" else problem


def _put_in_order(accounts: tuple[Account, ...], window: Window) -> Iterator[PutInOrder]:
    for part, choose in (("best", max), ("due", min)):
        reasons = [getattr(each, part) for each in accounts if each.reading is not None]
        moments = [each.value for each in reasons if each and each.value.__class__ is datetime]
        after = getattr(window, part)
        if moments and after is not None and choose(moments) != after:
            yield PutInOrder(part, choose(moments), after)


# -- the words ------------------------------------------------------------------------------------

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
MOVED = {"best": "it would be best on", "due": "it would be late from"}
CHOICES = {
    FIRST_KNOWN: "the first of these that is known",
    LATER: "the later of these",
    EARLIER: "the earlier of these",
}


class _Telling:
    """Tells an explanation; a part that was told before is only named again."""

    def __init__(self, explanation: Explanation) -> None:
        self.explanation = explanation
        self.zone = _clock.zone(explanation.timezone)
        self.told: set[int] = set()
        self.source: Source | None = None

    def all(self) -> Iterator[Sentence]:
        told = self.explanation
        at = _clock.in_words(told.now, self.zone)
        yield Sentence(0, f"“{told.act}” of {told.subject.label}, on {at} ({told.timezone})")
        yield Sentence(0, str(told.verdict))
        if told.scheduled is not None:
            yield from self._together(told.scheduled)
        for each in told.accounts:
            yield from self._account(each)

    def _together(self, item: Scheduled) -> Iterator[Sentence]:
        if (aside := self.explanation.set_aside) is not None:
            until = aside.until
            lasts = "for good" if until is None else f"until {_clock.in_words(until, self.zone)}"
            yield Sentence(0, f"You set it aside {lasts}, so no plan asks for it.")
        if len(item.rules) > 1:
            names = ", ".join(item.rules)
            text = "they open with the last, and close with the first"
            yield Sentence(0, f"These rules are combined: {names}. Together {text}.")
            dates = [(part, getattr(item.window, part)) for part in DATED]
            for part, moment in dates:
                if moment is not None:
                    yield Sentence(1, f"{PARTS[part]} {_clock.in_words(moment, self.zone)}.")
        for moved in self.explanation.put_in_order:
            yield Sentence(0, self._put_in_order(moved, item.window))
        for caution in item.cautions:
            yield Sentence(0, self._caution(caution, item))

    def _put_in_order(self, moved: PutInOrder, window: Window) -> str:
        early = window.opens is not None and moved.before < window.opens
        reason = "before it opens" if early else "when it is over"
        before, after = (_clock.in_words(each, self.zone) for each in (moved.before, moved.after))
        return f"Put in order: {MOVED[moved.part]} {before}, {reason}; it is {after} instead."

    def _caution(self, caution: ScheduledCaution, item: Scheduled) -> str:
        dates = [
            f"{word} {_clock.in_words(moment, self.zone)}"
            for word, moment in (("from", caution.since), ("until", caution.until))
            if moment is not None
        ]
        zone = self.explanation.timezone
        text = filled(caution.text, item.subject, item.window, zone)
        return f"Caution {' '.join(dates) or 'at all times'}: {text}."

    def _account(self, told: Account) -> Iterator[Sentence]:
        rule = told.rule
        self.source = rule.source
        yield Sentence(0, f"Rule {rule.name}: {rule.why} ({rule.source})")
        if told.given is not None and told.given.value is False:
            yield from self._with_below(f"It is silent, because {_said(told.given)}", told.given)
            return
        if told.since is not None and told.reading is None:
            words = told.since.expression.say(told.subject) + _origin(told.since)
            yield from self._with_below(f"It is silent before {words}, not yet", told.since)
            return
        for part, why in told.parts():
            yield from self._with_below(self._part(part, why), why)
        for warned in told.cautions:
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
        if why.timezone is None or why.timezone == self.explanation.timezone:
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
