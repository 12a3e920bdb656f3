"""The acts and facts that a search names: those that the rules know, where their rules look.

It goes over the document in a file, so that it also says what is wrong in a table that is refused
for something else; or over the values of a search, which nobody has asked that yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from interview_followup._documents import written
from interview_followup._errors import Problem, as_key, near, shown
from interview_followup.language._kinds import Condition, Count, Moment
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._subject import Per
from interview_followup.model._checks import Checked
from interview_followup.model._converters import is_nothing, is_slug

PACK_MEND = "give the rules that know it: rules=, or --pack NAME"


def unknown_to(rules: RuleSet, document: Any) -> Iterator[Problem]:
    """Yield a problem for every act and fact that no rule knows, or that is where none looks.

    `document` is that of a search, or the search itself.
    """
    yield from _in_keeper("", document, ("search",), rules)
    for outer, application in _entries(document, "applications"):
        yield from _in_keeper(f"{outer}.", application, ("application",), rules)
        recruiter = part(application, "recruiter")
        yield from _facts(f"{outer}.recruiter.", recruiter, "recruiter", rules)
        for inner, interview in _entries(application, "interviews"):
            place = f"{outer}.{inner}."
            yield from _in_keeper(place, interview, ("interview", "person"), rules)
            for innermost, person in _entries(interview, "interviewers"):
                yield from _facts(f"{place}{innermost}.", person, "person", rules)


def unknown_to_all(packs: Sequence[RuleSet], document: Any) -> Iterator[Problem]:
    """Yield a problem for every act and fact that no pack knows where it is.

    What one of them knows is no problem for the others.
    """
    problems = [list(unknown_to(rules, document)) for rules in packs]
    places = [{_entry(problem) for problem in of_pack} for of_pack in problems]
    refused = set.intersection(*places) if places else set()
    distinct = dict.fromkeys(problem for of_pack in problems for problem in of_pack)
    yield from (problem for problem in distinct if _entry(problem) in refused)


def _entry(problem: Problem) -> str:
    """Return the place of what is refused, whichever key in it is wrong."""
    return problem.place.removesuffix(".act").removesuffix(".to")


def part(table: object, key: str) -> Any:
    """Return what a table, or a value of the model, has under a key; None if it is neither."""
    if isinstance(table, Checked):
        return getattr(table, key, None)
    return table.get(key) if isinstance(table, Mapping) else None


def _entries(table: Any, key: str) -> Iterator[tuple[str, Any]]:
    """Yield each item of a list in a table, with its place; nothing if there is none."""
    entries = part(table, key)
    for index, entry in enumerate(entries if isinstance(entries, list | tuple) else ()):
        yield f"{key}[{index}]", entry


def _in_keeper(place: str, table: Any, pers: tuple[Per, ...], rules: RuleSet) -> Iterator[Problem]:
    """Yield what is wrong in a table that keeps the acts about subjects of some kinds."""
    for key in ("done", "set_aside"):
        for inner, record in _entries(table, key):
            yield from _act(f"{place}{inner}", record, pers, rules)
    yield from _facts(place, table, pers[0], rules)


def _act(place: str, record: Any, pers: tuple[Per, ...], rules: RuleSet) -> Iterator[Problem]:
    act, to = part(record, "act"), part(record, "to")
    if not is_slug(act):
        return
    if act not in rules.acts:
        mend = near(act, rules.acts, otherwise=f"use one of: {{names}}; or {PACK_MEND}")
        yield Problem(f"{place}.act", f"no rule knows {shown(act)}", mend)
    elif (per := rules.per(act)) not in pers:
        keeper = "interview with that person" if per == "person" else f"{per} that it is about"
        yield Problem(place, f"{shown(act)} is kept per {per}", f"move it to the {keeper}")
    elif per == "person" and is_nothing(to):
        yield Problem(f"{place}.to", "is missing", "say to whom, by name or key")
    elif per == "interview" and not is_nothing(to):
        yield Problem(f"{place}.to", f"{shown(act)} is not done to a person", "leave it out")


def _facts(place: str, table: Any, about: str, rules: RuleSet) -> Iterator[Problem]:
    facts = part(table, "facts")
    if not isinstance(facts, Mapping) or not facts:
        return
    known = rules.own_facts_of(about)
    shows = shown if isinstance(table, Checked) else written
    for name, fact in facts.items():
        expression = known.get(name)
        if is_nothing(fact):
            continue
        if expression is None:
            otherwise = f"leave it out, or {PACK_MEND}"
            mend = near(name, known, otherwise=otherwise) if known else otherwise
            yield Problem(f"{place}facts.{as_key(name)}", "no rule asks for this fact", mend)
        elif isinstance(expression, Condition) and not isinstance(fact, bool):
            message = f"{shows(fact)} is not true or false"
            yield Problem(f"{place}facts.{as_key(name)}", message, f"say whether {expression}")
        elif isinstance(expression, Count) and (
            isinstance(fact, bool) or not isinstance(fact, int)
        ):
            message = f"{shows(fact)} is not a whole number"
            yield Problem(f"{place}facts.{as_key(name)}", message, f"give {expression}")
        elif isinstance(expression, Moment) and _is_no_time(table, fact):
            message = f"{shows(fact)} is not a date or a time"
            yield Problem(f"{place}facts.{as_key(name)}", message, f"give {expression}")


def _is_no_time(table: Any, fact: Any) -> bool:
    """Tell whether a value of the model says no time; a document may say one in a text."""
    return isinstance(table, Checked) and not isinstance(fact, date)
