"""Who or what an act is about, where somebody names it: a value, a key, a name or a label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, TypeAlias

from interview_followup._errors import InvalidInput, Problem, gathered, invalid, near
from interview_followup.language._rule_set import RuleSet, rule_set
from interview_followup.language._subject import PERS, Per, Subject, search_subject, subjects
from interview_followup.model import Application, Interview, JobSearch, Person
from interview_followup.model._times import to_instant

Of: TypeAlias = str | Application | Interview | Person | Subject

# What a subject is, after what it is in; the search itself is the empty path.
Path: TypeAlias = tuple[Any, ...]


def asked_about(
    search: JobSearch, act: str, place: str, at: datetime, *, of: Of | None, rules: RuleSet
) -> tuple[datetime, Subject]:
    """Return the moment and the subject that somebody asks about.

    `place` is what the moment is called where it was given.

    Raises:
        InvalidInput: No rule knows the act, the moment is none, or `of` fits no subject or
            several; with every problem.
    """
    rules = rule_set(rules)
    problems: list[Problem] = []
    per: Per | None = None
    with gathered(problems):
        instant = to_instant(place, at)
    with gathered(problems):
        per = rules.per(act)
    with gathered(problems):
        paths = [] if of is None else _meant(search, of, per or "person")
        if per is not None:
            subject = _only(search, per, None if of is None else paths)
    if problems:
        raise InvalidInput(problems)
    return instant, subject


def every(
    search: JobSearch, act: str, place: str, at: datetime, *, rules: RuleSet
) -> tuple[datetime, list[Subject]]:
    """Return the moment that somebody asks about, and every subject that an act could be about.

    Raises:
        InvalidInput: No rule knows the act, or the moment is none; with every problem.
    """
    rules = rule_set(rules)
    problems: list[Problem] = []
    with gathered(problems):
        instant = to_instant(place, at)
    with gathered(problems):
        per = rules.per(act)
    if problems:
        raise InvalidInput(problems)
    return instant, subjects(search)[per]


def _only(search: JobSearch, per: Per, meant: Iterable[Path] | None) -> Subject:
    """Return the one subject of a kind that is meant, or is in, or around, what is meant."""
    paths = list(_paths(search, per))
    if meant is not None:
        paths = [path for path in paths if any(_are_related(path, other) for other in meant)]
    if len(paths) == 1:
        return next(_subjects(search, paths))
    if paths:
        labels = ", ".join(repr(subject.label) for subject in _subjects(search, paths))
        raise invalid("of", f"could be any of {len(paths)}", f"give one of {labels}")
    raise invalid("of", "fits nothing that the act is about", "add it to the search")


def _are_related(path: Path, other: Path) -> bool:
    return all(part is same for part, same in zip(path, other, strict=False))


def _paths(search: JobSearch, per: Per) -> Iterator[Path]:
    """Yield the paths of all subjects of a kind."""
    paths: Iterable[Path] = [()]
    for parts in ("applications", "interviews", "interviewers")[: PERS.index(per)]:
        paths = [(*path, part) for path in paths for part in getattr((search, *path)[-1], parts)]
    return iter(paths)


def _subjects(search: JobSearch, paths: Iterable[Path]) -> Iterator[Subject]:
    """Yield the subjects at some paths."""
    root = search_subject(search)
    for path in paths:
        subject = root
        for part in path:
            subject = subject.narrowed(part)
        yield subject


def _meant(search: JobSearch, of: Of, per: Per) -> list[Path]:
    """Return the paths of all that a value, a key or a name stands for, failing that a label."""
    paths = [path for kind in PERS for path in _paths(search, kind)]
    if meant := [path for path in paths if _stands_for(of, search, path)]:
        return meant
    labels = [subject.label for subject in _subjects(search, paths)]
    if isinstance(of, str):
        labelled = zip(paths, labels, strict=True)
        meant = [path for path, label in labelled if label.casefold() == of.casefold()]
    if not meant:
        names = [*labels, *(name for path in paths for name in _names((search, *path)[-1]))]
        wanted = [repr(subject.label) for subject in _subjects(search, _paths(search, per))]
        otherwise = f"give one of {', '.join(wanted) or 'nobody'}"
        message = f"{of if isinstance(of, str) else 'this'!r} is not in the search"
        raise invalid("of", message, near(str(of), names, otherwise))
    return meant


def _stands_for(of: Of, search: JobSearch, path: Path) -> bool:
    value = (search, *path)[-1]
    if isinstance(of, str):
        return of.casefold() in {name.casefold() for name in _names(value)}
    if isinstance(of, Subject):
        return of.identities == tuple(part.identity for part in path)
    return bool(of in (value, getattr(value, "recruiter", None)))


def _names(value: Any) -> Iterator[str]:
    """Yield what a value goes by: its key and its names; a recruiter stands for an application."""
    names: tuple[str | None, ...] = (getattr(value, "key", None),)
    if isinstance(value, Person):
        names += (value.name,)
    if isinstance(value, Application):
        names += (value.employer, value.role, value.title)
        if value.recruiter is not None:
            names += (value.recruiter.key, value.recruiter.name)
    return filter(None, names)
