"""Which act, of whom or what, and at which moment somebody asks about."""

from __future__ import annotations

from datetime import datetime
from itertools import islice
from typing import TypeAlias

from interview_followup._errors import InvalidInput, Problem, gathered, invalid, near
from interview_followup.language._rule_set import RuleSet, rule_set
from interview_followup.language._subject import PERS, Per, Subject, subjects, subjects_of
from interview_followup.model._fields import moment
from interview_followup.model._model import Application, Interview, JobSearch, Person

Of: TypeAlias = str | Application | Interview | Person | Subject


def asked(
    search: JobSearch, act: str, *, name: str, at: datetime, of: Of | None, rules: RuleSet
) -> tuple[datetime, Subject]:
    """Return the moment and the subject that are asked about, or raise every problem at once.

    `name` is what the moment is called where it was given.
    """
    rules = rule_set(rules)
    try:
        return moment(name, at), _one(search, rules.per(act), of)
    except InvalidInput:
        pass
    problems: list[Problem] = []
    per: Per | None = None
    with gathered(problems):
        moment(name, at)
    with gathered(problems):
        per = rules.per(act)
    with gathered(problems):
        if per is None:
            _meant(subjects(search), of, "person")
        else:
            _one(search, per, of)
    raise InvalidInput(problems)


def _one(search: JobSearch, per: Per, of: Of | None) -> Subject:
    """Return the one subject of a kind that is meant; the only one, where nothing says which."""
    if of is None:
        found = list(islice(subjects_of(search, per), 2))
        if len(found) == 1:
            return found[0]
    held = subjects(search)
    return _subject(held[per], _meant(held, of, per))


def _meant(held: dict[Per, list[Subject]], of: Of | None, wanted: Per) -> list[Subject]:
    """Return the subjects that are meant: those of that name, or all if there is none."""
    everything = [subject for per in PERS for subject in held[per]]
    meant = everything if of is None else [each for each in everything if _names(each, of)]
    if not meant:
        names = [name for subject in everything for name in _texts(subject)]
        labels = ", ".join(repr(each.label) for each in held[wanted]) or "nobody"
        mend = near(str(of), names, f"give one of {labels}")
        raise invalid("of", f"{of if isinstance(of, str) else 'this'!r} is not in the search", mend)
    return meant


def _subject(candidates: list[Subject], meant: list[Subject]) -> Subject:
    """Return the one candidate that is meant, or is in, or around, what is meant."""
    found = [each for each in candidates if any(_related(each, other) for other in meant)]
    if len(found) == 1:
        return found[0]
    if found:
        labels = ", ".join(repr(each.label) for each in found)
        raise invalid("of", f"could be any of {len(found)}", f"give one of {labels}")
    raise invalid("of", "fits nothing that the act is about", "add it to the search")


def _related(one: Subject, other: Subject) -> bool:
    return all(mine == yours for mine, yours in zip(one.identities, other.identities, strict=False))


def _names(subject: Subject, of: Of) -> bool:
    if isinstance(of, str):
        return of.casefold() in {text.casefold() for text in _texts(subject)}
    value = subject.narrowest
    recruiter = value.recruiter if isinstance(value, Application) else None
    return of in (subject, value, recruiter)


def _texts(subject: Subject) -> tuple[str, ...]:
    """Return the texts that name a subject: its label, and its key or the names it goes by."""
    names: tuple[str | None, ...]
    match subject.narrowest:
        case Person() as person:
            names = (person.key, person.name)
        case Application() as application:
            names = (application.key, application.employer, application.role, application.title)
            if application.recruiter is not None:
                names += (application.recruiter.key, application.recruiter.name)
        case Interview() as interview:
            names = (interview.key,)
        case _:
            names = ()
    return (*filter(None, names), subject.label)
