"""How each kind of node is compiled to a function of a subject, and how it is said."""

from __future__ import annotations

import copyreg
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Literal, TypeAlias
from zoneinfo import ZoneInfo

from interview_followup import _clock
from interview_followup._errors import FactFailed, FollowupError, invalid
from interview_followup.language._expression import (
    Evaluate,
    Expression,
    Fact,
    Operator,
    Say,
    in_words,
)
from interview_followup.language._subject import Subject
from interview_followup.language._values import NOT_YET, Missing, Unknown, unknown_in

Node: TypeAlias = Expression[Any]

Move: TypeAlias = Callable[[datetime, ZoneInfo, Subject], datetime]


def unknown(fact: Fact, subject: Subject) -> Unknown:
    """Return the value of a fact that nobody has told us of a subject."""
    return Unknown(frozenset([Missing(fact.name, fact.ask or "", subject.widened(fact.per))]))


def _fact(accept: Callable[[Fact, Any], Any], missing: Any) -> Callable[[Node], Evaluate]:
    """Compile a fact: `accept` makes what it gives into a value, None is unknown or `missing`."""

    def compiled(node: Node) -> Evaluate:
        fact: Fact = node.leaf
        get, ask = fact.get, fact.ask

        def evaluate(subject: Subject) -> Any:
            try:
                value = get(subject)
            except FollowupError:
                raise
            except Exception as error:
                what = f"{fact.name} of {subject.label} cannot be told"
                raise FactFailed(f"{what}: {type(error).__name__}: {error}") from error
            if value is None:
                return missing if ask is None else unknown(fact, subject)
            if value is NOT_YET:
                return missing
            return value if value.__class__ is Unknown else accept(fact, value)

        return evaluate

    return compiled


def _anything(_: Fact, value: Any) -> Any:
    return value


def _instant(fact: Fact, value: Any) -> datetime:
    if type(value) is datetime and value.tzinfo is UTC:
        return value
    if not isinstance(value, datetime):
        raise invalid(fact.name, f"gave {value!r}, which is no moment", "give an aware datetime")
    if value.utcoffset() is None:
        raise invalid(fact.name, f"gave {value.isoformat()}, which has no zone", "give it one")
    return _clock.instant_of(value)


def _truth(fact: Fact, value: Any) -> bool:
    if not isinstance(value, bool):
        raise invalid(fact.name, f"gave {value!r}, which is neither true nor false", "give a bool")
    return value


def _template(words: str, denial: str = "") -> Say:
    """Return how to say a node in words that have a place for each operand."""

    def say(node: Node, subject: Subject | None, denied: bool) -> str:
        operands = [_grouped(operand, subject) for operand in node.operands]
        return (denial if denied else words).format(*operands)

    return say


def _say_fact(node: Node, _: Subject | None, denied: bool) -> str:
    return str(node.leaf.denial if denied else node.leaf.label)


def _literal(node: Node) -> Evaluate:
    value = node.constant
    return lambda _: value


def _say_literal(node: Node, _: Subject | None, _denied: bool) -> str:
    return in_words(node.constant)


def _named(node: Node) -> Evaluate:
    [named] = node.operands
    return named.evaluate


def _say_named(node: Node, subject: Subject | None, denied: bool) -> str:
    [choice] = node.operands
    if subject is not None and node.is_moment and node.evaluate(subject) is not NOT_YET:
        return choice.say(subject)
    return str(node.leaf[denied])


def _from_moment(move: Callable[[Node], Move]) -> Callable[[Node], Evaluate]:
    """Compile what is reckoned from a moment; where there is none yet, so it is here."""

    def compiled(node: Node) -> Evaluate:
        return _reckoned(node.operands[0], move(node))

    return compiled


def _reckoned(base: Node, moved: Move) -> Evaluate:
    start, zone = base.evaluate, base.zone

    def evaluate(subject: Subject) -> Any:
        moment = start(subject)
        if moment.__class__ is not datetime:
            return moment
        return moved(moment, zone(subject), subject)

    return evaluate


def _shift(direction: Literal[1, -1]) -> Callable[[Node], Move]:
    def move(node: Node) -> Move:
        shift = _clock.shifting(node.operands[1].constant, direction)
        return lambda moment, zone, subject: shift(moment, zone, subject.works)

    return move


def _at(node: Node) -> Evaluate:
    """Compile a time of day; some days after a moment it is on that calendar day.

    This is so even where the moment itself would fall into a gap, and so into the next day.
    """
    base, clock = node.operands[0], node.operands[1].constant
    if base.operator not in (PLUS, MINUS) or not base.operands[1].constant.keeps_clock:
        return _reckoned(base, lambda moment, zone, _: _clock.at(moment, clock, zone))
    period, direction = base.operands[1].constant, 1 if base.operator is PLUS else -1

    def move(moment: datetime, zone: ZoneInfo, subject: Subject) -> datetime:
        day = _clock.day_on(moment, period, direction, zone, subject.works)
        return _clock.starts(day, clock, zone)

    return _reckoned(base.operands[0], move)


def _midnight(_: Node) -> Move:
    return lambda moment, zone, _: _clock.midnight_after(moment, zone)


def _office(node: Node) -> Move:
    opens, closes = (operand.constant for operand in node.operands[1:])
    if opens >= closes:
        mend = "let office-opens be before office-closes"
        raise invalid("office-opens", f"office hours end at {closes:%H:%M}, as they begin", mend)

    def move(moment: datetime, zone: ZoneInfo, subject: Subject) -> datetime:
        return _clock.office_time(moment, opens, closes, zone, subject.works)

    return move


def _known(node: Node) -> Evaluate:
    [operand] = node.operands
    part = operand.evaluate
    return lambda subject: not isinstance(part(subject), Unknown)


def _happened(node: Node) -> Evaluate:
    [operand] = node.operands
    part = operand.evaluate

    def evaluate(subject: Subject) -> Any:
        value = part(subject)
        return value if isinstance(value, Unknown) else value is not NOT_YET

    return evaluate


def _before(node: Node) -> Evaluate:
    one, other = (operand.evaluate for operand in node.operands)

    def evaluate(subject: Subject) -> Any:
        left, right = one(subject), other(subject)
        if left.__class__ is datetime and right.__class__ is datetime:
            return left < right
        if left is not NOT_YET and (isinstance(left, Unknown) or isinstance(right, Unknown)):
            return unknown_in(left, right)
        return left is not NOT_YET

    return evaluate


def _at_least(node: Node) -> Evaluate:
    count, number = node.operands[0].evaluate, node.operands[1].constant

    def evaluate(subject: Subject) -> Any:
        value = count(subject)
        return value if isinstance(value, Unknown) else value >= number

    return evaluate


def _filtered(node: Node) -> Evaluate:
    """Compile the moments at which an act was done, at or after a moment if there is one."""
    history = node.operands[0].evaluate
    if len(node.operands) == 1:
        return history
    since = node.operands[1].evaluate

    def evaluate(subject: Subject) -> Any:
        moments = history(subject)
        start = since(subject) if moments else NOT_YET
        if start.__class__ is not datetime:
            return start if isinstance(start, Unknown) else ()
        return tuple(moment for moment in moments if moment >= start)

    return evaluate


def _of_history(summary: Callable[[tuple[datetime, ...]], Any]) -> Callable[[Node], Evaluate]:
    def compiled(node: Node) -> Evaluate:
        history = _filtered(node)

        def evaluate(subject: Subject) -> Any:
            moments = history(subject)
            return moments if isinstance(moments, Unknown) else summary(moments)

        return evaluate

    return compiled


def _last(moments: tuple[datetime, ...]) -> Any:
    return max(moments, default=NOT_YET)


def _junction(decisive: bool) -> Callable[[Node], Evaluate]:
    """Kleene's and (False decides) and or (True decides)."""

    def compiled(node: Node) -> Evaluate:
        one, other = (operand.evaluate for operand in node.operands)

        def evaluate(subject: Subject) -> Any:
            left = one(subject)
            if left is decisive:
                return decisive
            right = other(subject)
            if right is decisive:
                return decisive
            if isinstance(left, Unknown) or isinstance(right, Unknown):
                return unknown_in(left, right)
            return not decisive

        return evaluate

    return compiled


def _say_junction(node: Node, subject: Subject | None, denied: bool) -> str:
    return _joined(node, subject, denied)[1]


def _joined(node: Node, subject: Subject | None, denied: bool) -> tuple[str | None, str]:
    """Return the word that joins what is said, if there is one, and what is said.

    For a subject, the one part that decides is all that is said.
    """
    if node.operator is NOT:
        return _joined(node.operands[0], subject, not denied)
    if node.operator not in (AND, OR):
        return None, node.say(subject, denied=denied)
    decisive = node.operator.decisive
    if subject is not None and denied is not decisive:
        for operand in _deciding_one(node, subject):
            return _joined(operand, subject, denied)
    link = "or" if decisive is not denied else "and"
    parts = [_joined(operand, subject, denied) for operand in node.operands]
    words = [said if inner in (link, None) else f"({said})" for inner, said in parts]
    return link, f" {link} ".join(words)


def _not(node: Node) -> Evaluate:
    [operand] = node.operands
    part = operand.evaluate

    def evaluate(subject: Subject) -> Any:
        value = part(subject)
        return value if isinstance(value, Unknown) else not value

    return evaluate


def _say_not(node: Node, subject: Subject | None, denied: bool) -> str:
    [part] = node.operands
    return part.say(subject, denied=not denied)


def _when(node: Node) -> Evaluate:
    then, otherwise, condition = (operand.evaluate for operand in node.operands)

    def evaluate(subject: Subject) -> Any:
        decided = condition(subject)
        if decided is True:
            return then(subject)
        return decided if isinstance(decided, Unknown) else otherwise(subject)

    return evaluate


def _say_when(node: Node, subject: Subject | None, _denied: bool) -> str:
    then, otherwise, condition = node.operands
    chosen = None if subject is None else _chosen_when(node, subject)
    if chosen is None:
        words = (_grouped(then, subject), condition.say(subject), _grouped(otherwise, subject))
        return "{} if {}, otherwise {}".format(*words)
    return f"{chosen.say(subject)}, because {condition.say(subject, denied=chosen is otherwise)}"


def _chosen_when(node: Node, subject: Subject) -> Node | None:
    then, otherwise, condition = node.operands
    decided = condition.evaluate(subject)
    return None if isinstance(decided, Unknown) else then if decided else otherwise


def _grouped(node: Node, subject: Subject | None) -> str:
    """Say a part, in parentheses where its words are a choice that is open."""
    said = node.say(subject)
    choose = node.operator.choose
    decided = subject is not None and (choose is None or choose(node, subject) is not None)
    return said if decided or node.operator not in CHOICES else f"({said})"


def _later(node: Node) -> Evaluate:
    parts = [operand.evaluate for operand in node.operands]

    def evaluate(subject: Subject) -> Any:
        moments = [part(subject) for part in parts]
        absent = [moment for moment in moments if moment.__class__ is not datetime]
        if not absent:
            return max(moments)
        return NOT_YET if NOT_YET in absent else unknown_in(*absent)

    return evaluate


def _earlier(node: Node) -> Evaluate:
    parts = [operand.evaluate for operand in node.operands]

    def evaluate(subject: Subject) -> Any:
        moments = [moment for part in parts if (moment := part(subject)) is not NOT_YET]
        absent = [moment for moment in moments if moment.__class__ is not datetime]
        return unknown_in(*absent) if absent else min(moments, default=NOT_YET)

    return evaluate


def _first_known(node: Node) -> Evaluate:
    parts = [operand.evaluate for operand in node.operands]

    def evaluate(subject: Subject) -> Any:
        values = []
        for part in parts:
            values.append(value := part(subject))
            if value.__class__ is datetime:
                return value
        return unknown_in(*values) if isinstance(value, Unknown) else value

    return evaluate


def _say_choice(words: str) -> Say:
    def say(node: Node, subject: Subject | None, _denied: bool) -> str:
        chosen = None if subject is None else _chosen(node, subject)
        if chosen is not None:
            return chosen.say(subject)
        return words.join(_grouped(operand, subject) for operand in node.operands)

    return say


def _chosen(node: Node, subject: Subject) -> Node | None:
    """Return the operand that gives the node its value, if one does."""
    value = node.evaluate(subject)
    same = [each for each in node.operands if each.evaluate(subject) == value]
    if not same:
        return None
    return same[-1] if node.operator is FIRST_KNOWN and value is NOT_YET else same[0]


def _say_happened(node: Node, subject: Subject | None, denied: bool) -> str:
    [event] = node.operands
    if denied and isinstance(event.leaf, Fact) and event.leaf.denial:
        return event.leaf.denial
    return f"{_grouped(event, subject)} {'is not' if denied else 'is'} on record"


def _say_at(node: Node, subject: Subject | None, _denied: bool) -> str:
    moment, clock = node.operands
    link = ", " if moment.operator in (PLUS, MINUS) else " on the day of "
    return f"{clock}{link}{_grouped(moment, subject)}"


def _say_office(node: Node, subject: Subject | None, _denied: bool) -> str:
    start = node.operands[0]
    if subject is None:
        return f"{_grouped(start, subject)}, or when the office next opens"
    in_hours = node.evaluate(subject) == start.evaluate(subject)
    return f"{start.say(subject)}{'' if in_hours else ', as soon as the office opens'}"


def _say_history(words: str, denial: str = "") -> Say:
    def say(node: Node, subject: Subject | None, denied: bool) -> str:
        said = (denial if denied else words).format(node.operands[0])
        return f"{said} since {_grouped(node.operands[1], subject)}" if node.operands[1:] else said

    return say


DETAIL_FACT = Operator("detail-fact", _fact(_anything, NOT_YET), _say_fact)
MOMENT_FACT = Operator("moment-fact", _fact(_instant, NOT_YET), _say_fact)
CONDITION_FACT = Operator("condition-fact", _fact(_truth, False), _say_fact)
LITERAL = Operator("literal", _literal, _say_literal)
NAMED = Operator("named", _named, _say_named)
PLUS = Operator("plus", _from_moment(_shift(1)), _template("{1} after {0}"))
MINUS = Operator("minus", _from_moment(_shift(-1)), _template("{1} before {0}"))
AT = Operator("at", _at, _say_at)
MIDNIGHT = Operator("midnight", _from_moment(_midnight), _template("the midnight after {0}"))
OFFICE = Operator("office", _from_moment(_office), _say_office, chooses=True)
KNOWN = Operator("known", _known, _template("{0} is known", "{0} is not known"))
HAPPENED = Operator("happened", _happened, _say_happened)
BEFORE = Operator("before", _before, _template("{0} is before {1}", "{0} is not before {1}"))
AT_LEAST = Operator("at-least", _at_least, _template("{0} is {1} or more", "{0} is less than {1}"))
TIMES = Operator("times", _of_history(len), _say_history("the number of times {} is done"))
DONE = Operator("done", _of_history(bool), _say_history("{} is done", "{} is not done yet"))
LAST = Operator("last", _of_history(_last), _say_history("your last {}"))
AND = Operator("and", _junction(False), _say_junction, chooses=True, decisive=False)
OR = Operator("or", _junction(True), _say_junction, chooses=True, decisive=True)
NOT = Operator("not", _not, _say_not)
WHEN = Operator("when", _when, _say_when, True, _chosen_when)
LATER = Operator("later", _later, _say_choice(" or, if later, "), True, _chosen, NOT_YET)
EARLIER = Operator("earlier", _earlier, _say_choice(" or, if earlier, "), True, _chosen)
FIRST_KNOWN = Operator("first-known", _first_known, _say_choice(", failing that "), True, _chosen)

CHOICES = (WHEN, LATER, EARLIER, FIRST_KNOWN, OFFICE)
_NAMED: dict[str, Operator] = {
    each.name: each for each in list(globals().values()) if isinstance(each, Operator)
}


def operator(name: str) -> Operator:
    """Return the operator of that name."""
    return _NAMED[name]


def _reduced(each: Operator) -> tuple[Any, ...]:
    return operator, (each.name,)


# An operator holds functions of this module; it is pickled by its name.
copyreg.pickle(Operator, _reduced)


def deciding(node: Node, subject: Subject) -> tuple[Node, ...]:
    """Return the operands that a node's value for a subject hangs on.

    Of a choice these are the part chosen and what had to be looked at to choose it; of a condition
    or a moment that one operand decides, it is that one.
    """
    operator, operands = node.operator, node.operands
    if operator.decisive is not None:
        if node.evaluate(subject) is operator.decisive:
            return _deciding_one(node, subject)
    elif operator is FIRST_KNOWN:
        for index, each in enumerate(operands, 1):
            if each.evaluate(subject).__class__ is datetime:
                return operands[:index]
    elif operator is WHEN:
        chosen = _chosen_when(node, subject)
        return operands if chosen is None else (operands[2], chosen)
    return operands


def _deciding_one(node: Node, subject: Subject) -> tuple[Node, ...]:
    decisive = node.operator.decisive
    return tuple([each for each in node.operands if each.evaluate(subject) is decisive][:1])
