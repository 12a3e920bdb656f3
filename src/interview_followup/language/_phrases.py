"""How the nodes of each kind are said: for every subject, or for one what decided the value.

What is said of a subject is what was evaluated for it: of a choice the part chosen, and of a
condition the part that decided. Only a choice that is open, as it hangs on a condition that is
unknown, is said part by part, and these are then looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from string import Formatter
from typing import TypeAlias

from interview_followup import _clock
from interview_followup.language._evaluation import Node, deciding_operand
from interview_followup.language._expression import Parameter, Part, Words
from interview_followup.language._fact import Fact
from interview_followup.language._missing import NOT_YET
from interview_followup.language._subject import Subject
from interview_followup.language._words import value_words

Say: TypeAlias = Callable[[Node, Subject | None, bool], Words]


def template(words: str, denial: str = "") -> Say:
    """Return how to say a node in words that have a place for each operand."""
    sayings, denials = ([*Formatter().parse(phrase)] for phrase in (words, denial))

    def say(node: Node, subject: Subject | None, denied: bool) -> Words:
        for text, place, _, _ in denials if denied else sayings:
            yield text
            if place is not None:
                yield from _grouped(node.operands[int(place)], subject)

    return say


def _grouped(node: Node, subject: Subject | None) -> Words:
    """Say a part, in parentheses where its words are a choice that is open."""
    chooses = node.is_moment and node.operator.chooses
    decides = subject is not None and (
        node.operator.choose is None or node.chosen(subject) is not None
    )
    return ("(", Part(node), ")") if chooses and not decides else (Part(node),)


def _linked(link: str, parts: list[Words]) -> Iterator[str | Part]:
    for index, part in enumerate(parts):
        if index:
            yield link
        yield from part


def fact(node: Node, _: Subject | None, denied: bool) -> Words:
    return (str(node.leaf.denial if denied else node.leaf.label),)


def literal(node: Node, _: Subject | None, _denied: bool) -> Words:
    return (value_words(node.constant),)


def named(node: Node, subject: Subject | None, denied: bool) -> Words:
    """Say the name; of a moment that a choice is in, once it has come, what was chosen."""
    if subject is None or not (node.is_moment and node.chooses):
        return (str(node.leaf[denied]),)
    has_come = node.evaluate(subject) is not NOT_YET
    return (Part(node.operands[0]),) if has_come else (str(node.leaf[denied]),)


# -- moments --------------------------------------------------------------------------------------


def at(node: Node, subject: Subject | None, _denied: bool) -> Words:
    moment, clock = node.operands
    direction, place = moment.operator.direction, _place(node, subject)
    if direction is None:
        return (Part(clock), f"{place} on the day of ", *_grouped(moment, subject))
    start, period = moment.operands
    day = _NEIGHBOURS.get((direction, str(period.constant)))
    if day is None:
        return (Part(clock), f"{place}, ", *_grouped(moment, subject))
    return (Part(clock), f"{place} on {day} ", *_grouped(start, subject))


_NEIGHBOURS = {
    (1, "1 day"): "the day after",
    (-1, "1 day"): "the day before",
    (1, "1 working day"): "the first working day after",
    (-1, "1 working day"): "the last working day before",
}


def next_at(node: Node, subject: Subject | None, _denied: bool) -> Words:
    moment, clock = node.operands
    place, base = _place(node, subject), moment
    while base.operator.say is not when and (chosen := base.chosen(subject)) is not None:
        base = chosen
    if base.operator.say is midnight:
        return (Part(clock), f"{place} on the day after ", *_grouped(base.operands[0], subject))
    link = " at least " if base.operator.direction == 1 else " after "
    return ("the first ", Part(clock), f"{place}{link}", *_grouped(moment, subject))


def midnight(node: Node, subject: Subject | None, _denied: bool) -> Words:
    place = _place(node, subject)
    return (
        f"the midnight{f',{place},' if place else ''} after ",
        *_grouped(node.operands[0], subject),
    )


def _place(node: Node, subject: Subject | None) -> str:
    """Say whose clock a moment is read off, where the candidate's shows another time."""
    if subject is None or not node.is_evaluated(subject):
        return ""
    moment = node.evaluate(subject)
    if not isinstance(moment, datetime):
        return ""
    here, there = _clock.zone(subject.search.timezone), node.zone(subject)
    return "" if _clock.agree(moment, here, there) else f" {_clock.city(there)} time"


def let_pass(node: Node, subject: Subject | None, _denied: bool) -> Words:
    start, period = node.operands
    if period.constant.amount == 0:
        return (Part(start),)
    return ("the end of ", Part(period), " after ", *_grouped(start, subject))


def in_hours(node: Node, subject: Subject | None, _denied: bool) -> Words:
    start, opens, closes = node.operands
    if subject is not None:
        is_there = node.evaluate(subject) == start.evaluate(subject)
        return (Part(start), "" if is_there else hours_begin(node, subject))
    if _are_office_hours(node):
        return (*_grouped(start, subject), ", or when the office next opens")
    hours = (Part(opens), " to ", Part(closes), f" on {_days(node)}")
    return (*_grouped(start, subject), ", or when it is next ", *hours)


def hours_begin(node: Node, subject: Subject) -> str:
    """Say that something waits until the hours of a moment that is kept to them begin."""
    if _are_office_hours(node):
        return ", as soon as the office opens"
    opens = value_words(node.operands[1].constant)
    return f", as soon as it is {opens}{_place(node, subject)} on {_days(node)}"


def _are_office_hours(node: Node) -> bool:
    names = [part.leaf.name for part in node.operands[1:] if isinstance(part.leaf, Parameter)]
    return not node.leaf and names == ["office-opens", "office-closes"]


def _days(node: Node) -> str:
    """Say on which days: a working day, a Friday, a Tuesday or Thursday."""
    *others, last = [day.capitalize() for day in node.leaf or ()] or ["working day"]
    return f"a {', '.join(others)} or {last}" if others else f"a {last}"


def when(node: Node, subject: Subject | None, _denied: bool) -> Words:
    then, otherwise, condition = node.operands
    chosen = node.chosen(subject)
    if chosen is None:
        first, second = (_grouped(part, subject) for part in (then, otherwise))
        return (*first, " if ", Part(condition), ", otherwise ", *second)
    return (Part(chosen), ", because ", Part(condition, denied=chosen is otherwise))


def choice(link: str) -> Say:
    """Return how to say several moments of which one counts."""

    def say(node: Node, subject: Subject | None, _denied: bool) -> Words:
        chosen = node.chosen(subject)
        if chosen is not None:
            return (Part(chosen),)
        return _linked(link, [_grouped(operand, subject) for operand in node.operands])

    return say


# -- conditions -----------------------------------------------------------------------------------


def happened(node: Node, subject: Subject | None, denied: bool) -> Words:
    [event] = node.operands
    if denied and isinstance(event.leaf, Fact) and event.leaf.denial:
        return (event.leaf.denial,)
    return (*_grouped(event, subject), f" {'is not' if denied else 'is'} on record")


def on(node: Node, subject: Subject | None, denied: bool) -> Words:
    link = f" is {'not ' if denied else ''}on {_days(node)}"
    return (*_grouped(node.operands[0], subject), link)


def negation(node: Node, _: Subject | None, denied: bool) -> Words:
    return (Part(node.operands[0], not denied),)


def junction(node: Node, subject: Subject | None, denied: bool) -> Words:
    """Say all the parts; for a subject, the one part that decides is all that is said."""
    whole = _deciding(Part(node, denied), subject)
    if whole.node.operator.say is not junction:
        return (whole,)
    link = _link(whole)
    parts = [_deciding(Part(part, whole.denied), subject) for part in whole.node.operands]
    phrases: list[Words] = [
        (part,) if _link(part) in (link, None) else ("(", part, ")") for part in parts
    ]
    return _linked(f" {link} ", phrases)


def _deciding(part: Part, subject: Subject | None) -> Part:
    """Return what is said in place of a part: what it denies, and what decides it alone."""
    while (inner := _one_in(part, subject)) is not None:
        part = inner
    return part


def _one_in(part: Part, subject: Subject | None) -> Part | None:
    node, denied = part
    if node.operator.say is negation:
        return Part(node.operands[0], not denied)
    if node.operator.say is not junction or subject is None or denied is node.operator.decisive:
        return None
    deciding = deciding_operand(node, subject)
    return None if deciding is None else Part(deciding, denied)


def _link(part: Part) -> str | None:
    """Return the word that joins the parts of a junction; nothing else has one."""
    if part.node.operator.say is not junction:
        return None
    return "or" if part.node.operator.decisive is not part.denied else "and"


# -- what was done --------------------------------------------------------------------------------


def history(words: str, denial: str = "") -> Say:
    """Return how to say something about when an act was done, perhaps since a moment."""
    act = template(words, denial)

    def say(node: Node, subject: Subject | None, denied: bool) -> Words:
        yield from act(node, subject, denied)
        for since in node.operands[1:]:
            yield " since "
            yield from _grouped(since, subject)

    return say
