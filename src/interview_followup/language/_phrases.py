"""How the nodes of each kind are said: for every subject, or for one what decided the value.

What is said of a subject is what was evaluated for it: of a choice the part chosen, and of a
condition the part that decided. Only a choice that is open, as it hangs on a condition that is
unknown, is said part by part, and these are then looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from interview_followup.language._evaluation import Node, deciding_operand
from interview_followup.language._fact import Fact
from interview_followup.language._missing import NOT_YET
from interview_followup.language._subject import Subject
from interview_followup.language._words import value_words

Say: TypeAlias = Callable[[Node, Subject | None, bool], str]


def template(words: str, denial: str = "") -> Say:
    """Return how to say a node in words that have a place for each operand."""

    def say(node: Node, subject: Subject | None, denied: bool) -> str:
        operands = [_grouped(operand, subject) for operand in node.operands]
        return (denial if denied else words).format(*operands)

    return say


def _grouped(node: Node, subject: Subject | None) -> str:
    """Say a part, in parentheses where its words are a choice that is open."""
    words = node.say(subject)
    if not (node.is_moment and node.operator.chooses):
        return words
    decides = subject is not None and (
        node.operator.choose is None or node.chosen(subject) is not None
    )
    return words if decides else f"({words})"


def fact(node: Node, _: Subject | None, denied: bool) -> str:
    return str(node.leaf.denial if denied else node.leaf.label)


def literal(node: Node, _: Subject | None, _denied: bool) -> str:
    return value_words(node.constant)


def named(node: Node, subject: Subject | None, denied: bool) -> str:
    """Say the name; of a moment that a choice is in, once it has come, what was chosen."""
    [part] = node.operands
    if subject is None or not (node.is_moment and node.chooses):
        return str(node.leaf[denied])
    has_come = node.evaluate(subject) is not NOT_YET
    return part.say(subject) if has_come else str(node.leaf[denied])


# -- moments --------------------------------------------------------------------------------------


def at(node: Node, subject: Subject | None, _denied: bool) -> str:
    moment, clock = node.operands
    link = " on the day of " if moment.operator.direction is None else ", "
    return f"{clock}{link}{_grouped(moment, subject)}"


def office(node: Node, subject: Subject | None, _denied: bool) -> str:
    start = node.operands[0]
    if subject is None:
        return f"{_grouped(start, subject)}, or when the office next opens"
    in_hours = node.evaluate(subject) == start.evaluate(subject)
    return f"{start.say(subject)}{'' if in_hours else ', as soon as the office opens'}"


def when(node: Node, subject: Subject | None, _denied: bool) -> str:
    then, otherwise, condition = node.operands
    chosen = node.chosen(subject)
    if chosen is None:
        first, second = (_grouped(part, subject) for part in (then, otherwise))
        return f"{first} if {condition.say(subject)}, otherwise {second}"
    return f"{chosen.say(subject)}, because {condition.say(subject, denied=chosen is otherwise)}"


def choice(link: str) -> Say:
    """Return how to say several moments of which one counts."""

    def say(node: Node, subject: Subject | None, _denied: bool) -> str:
        chosen = node.chosen(subject)
        if chosen is not None:
            return chosen.say(subject)
        return link.join(_grouped(operand, subject) for operand in node.operands)

    return say


# -- conditions -----------------------------------------------------------------------------------


def happened(node: Node, subject: Subject | None, denied: bool) -> str:
    [event] = node.operands
    if denied and isinstance(event.leaf, Fact) and event.leaf.denial:
        return event.leaf.denial
    return f"{_grouped(event, subject)} {'is not' if denied else 'is'} on record"


def negation(node: Node, subject: Subject | None, denied: bool) -> str:
    return node.operands[0].say(subject, denied=not denied)


def junction(node: Node, subject: Subject | None, denied: bool) -> str:
    return _joined(node, subject, denied)[1]


def _joined(node: Node, subject: Subject | None, denied: bool) -> tuple[str | None, str]:
    """Return the word that joins what is said, if there is one, and what is said.

    For a subject, the one part that decides is all that is said.
    """
    if node.operator.say is negation:
        return _joined(node.operands[0], subject, not denied)
    if node.operator.say is not junction:
        return None, node.say(subject, denied=denied)
    decisive = node.operator.decisive
    if subject is not None and denied is not decisive:
        deciding = deciding_operand(node, subject)
        if deciding is not None:
            return _joined(deciding, subject, denied)
    link = "or" if decisive is not denied else "and"
    parts = [_joined(operand, subject, denied) for operand in node.operands]
    phrases = [words if inner in (link, None) else f"({words})" for inner, words in parts]
    return link, f" {link} ".join(phrases)


# -- what was done --------------------------------------------------------------------------------


def history(words: str, denial: str = "") -> Say:
    """Return how to say something about when an act was done, perhaps since a moment."""

    def say(node: Node, subject: Subject | None, denied: bool) -> str:
        act, *since = node.operands
        phrase = (denial if denied else words).format(act)
        return f"{phrase} since {_grouped(since[0], subject)}" if since else phrase

    return say
