"""Who or what an act is about, where somebody names it: a value, a key, a name or a label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any, TypeAlias, cast

from interview_followup import _clock
from interview_followup._errors import InvalidInput, Problem, gathered, invalid, listed, near, shown
from interview_followup._planning.reading import binding, read_all
from interview_followup._planning.scheduled import Scheduled, combine
from interview_followup.language._rule_set import RuleSet, rule_set
from interview_followup.language._subject import PERS, Per, Subject, search_subject, subjects
from interview_followup.model import Application, Interview, JobSearch, Person
from interview_followup.model._converters import key_text, whole_number
from interview_followup.model._identity import Identities
from interview_followup.model._names import compared
from interview_followup.model._times import to_instant

Of: TypeAlias = str | int | Application | Interview | Person | Subject

# What a subject is, after what it is in; the search itself is the empty path.
Path: TypeAlias = tuple[Any, ...]
Urgency: TypeAlias = tuple[int, timedelta, str]


_NONE_ON_RECORD: dict[Per, tuple[str, str]] = {
    "person": ("nobody is on record whom you met", "say whom you met, as interviewers"),
    "interview": ("no interview is on record", "add it to its application"),
    "application": ("no application is on record", "add it to the search"),
}
"""What is said where an act could be about nothing, and the mend."""


def asked_about(
    search: JobSearch, act: str, place: str, at: date | datetime, *, of: Of | None, rules: RuleSet
) -> tuple[datetime, Subject]:
    """Return the moment and the subject that somebody asks about.

    `place` is what the moment is called where it was given.

    Raises:
        InvalidInput: No rule knows the act, the moment is none, or `of` fits no subject or
            several; with every problem.
    """
    rules = rule_set(rules)
    problems: list[Problem] = []
    instant = per = None
    fitting: list[Subject] = []
    with gathered(problems):
        instant = to_instant(place, at, search.timezone)
    with gathered(problems):
        per = rules.per(act)
    with gathered(problems):
        if per is not None:
            fitting = fitting_in(search, per, of)
        elif of is not None:
            _meant(search, of, "person")
    if problems or instant is None:
        raise InvalidInput(problems)
    if len(fitting) > 1 and is_one_person(fitting):
        return instant, _whose_time_it_is(fitting, act, instant, rules)
    return instant, the_only(fitting, "of")


def the_only(fitting: list[Subject], place: str) -> Subject:
    """Return the one subject that fits what somebody says at a place.

    Raises:
        InvalidInput: There are several, and their labels to choose from.
    """
    if len(fitting) > 1:
        labels = listed([shown(subject.label) for subject in fitting])
        raise invalid(place, f"could be any of {len(fitting)}", f"give one of {labels}")
    return fitting[0]


def moment_and_subjects(
    search: JobSearch, act: str, place: str, at: date | datetime, *, rules: RuleSet
) -> tuple[datetime, list[Subject]]:
    """Return the moment that somebody asks about, and every subject that an act could be about.

    Raises:
        InvalidInput: No rule knows the act, or the moment is none; with every problem.
    """
    rules = rule_set(rules)
    problems: list[Problem] = []
    with gathered(problems):
        instant = to_instant(place, at, search.timezone)
    with gathered(problems):
        per = rules.per(act)
    if problems:
        raise InvalidInput(problems)
    return instant, subjects(search)[per]


def named(search: JobSearch, of: Of) -> list[Subject]:
    """Return all that a value, a key, a name or a label stands for, whatever it is.

    Raises:
        InvalidInput: It stands for nothing in the search.
    """
    return list(_subjects(search, _meant(search, of, None)))


def is_in(about: Identities, meant: Iterable[Identities]) -> bool:
    """Tell whether something is about one of some subjects, or about what is in it."""
    return any(about[: len(identities)] == identities for identities in meant)


def fitting_in(search: JobSearch, per: Per, of: Of | None) -> list[Subject]:
    """Return the subjects of a kind that are meant, or are in, or around, what is meant.

    Raises:
        InvalidInput: There is none.
    """
    paths = list(_paths(search, per))
    if paths and of is not None:
        meant = _meant(search, of, per)
        paths = [path for path in paths if any(_are_related(path, other) for other in meant)]
    if not paths:
        message, mend = _NONE_ON_RECORD[per]
        raise invalid("search" if of is None else "of", message, mend)
    return list(_subjects(search, paths))


def is_one_person(subjects: list[Subject]) -> bool:
    """Tell whether some subjects are meetings with one person, in one application."""
    return subjects[0].per == "person" and (
        len({(subject.identities[0], subject.identities[2:]) for subject in subjects}) == 1
    )


def _whose_time_it_is(meetings: list[Subject], act: str, now: datetime, rules: RuleSet) -> Subject:
    """Return the meeting with a person that an act is about at an instant."""

    def its_urgency(meeting: Subject) -> Urgency:
        readings = read_all(binding(rules.acts[act]), meeting)
        if not readings:
            return 3, timedelta(0), meeting.path
        return urgency(combine(act, readings), now)

    return min(meetings, key=its_urgency)


def urgency(scheduled: Scheduled, now: datetime) -> Urgency:
    """Return the key by which the first of several meetings with one person is the one meant.

    It is the first to close of those that are open, else the next to open, else the last to close.
    """
    path = scheduled.subject.path
    opens, closes = scheduled.window.opens, scheduled.window.closes or _clock.LATEST
    if scheduled.status(now)[0] in ("open", "late"):
        return 0, closes - now, path
    if opens is not None and now < opens:
        return 1, opens - now, path
    return 2, now - closes, path


def _are_related(path: Path, other: Path) -> bool:
    return all(part is same for part, same in zip(path, other, strict=False))


def _paths(search: JobSearch, per: Per) -> Iterator[Path]:
    """Yield the paths of all subjects of a kind."""
    paths: Iterable[Path] = [()]
    for parts in ("applications", "interviews", "people")[: PERS.index(per)]:
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


def _meant(search: JobSearch, of: Of, per: Per | None) -> list[Path]:
    """Return the paths of all that a value, a key or a name stands for, failing that a label.

    Without `per`, what an act is about, a key may be that of anything.
    """
    paths = [path for kind in PERS for path in _paths(search, kind)]
    if meant := [path for path in paths if _stands_for(of, search, path, per)]:
        return meant
    labels = [subject.label for subject in _subjects(search, paths)]
    for fold in (str, compared):  # Two labels may differ in case alone.
        labelled = zip(paths, labels, strict=True)
        wanted = fold(of) if isinstance(of, str) else None
        if meant := [path for path, label in labelled if fold(label) == wanted]:
            return meant
    names = {name for path in paths for name in _names(search, path, per)}
    possible = [
        shown(subject.label) for subject in _subjects(search, _paths(search, per or "application"))
    ]
    otherwise = f"give one of {listed(possible) or 'nobody'}"
    message = f"{shown(of)} is not in the search"
    if len(having := [name for name in names if _is_word_of(of, name)]) == 1:
        raise invalid("of", message, f"did you mean {shown(having[0])}?")
    raise invalid("of", message, near(of, [*labels, *names], otherwise))


def _is_word_of(of: Of, name: str) -> bool:
    """Tell whether something is a word of a name, such as somebody's first name."""
    return isinstance(of, str) and compared(of) in compared(name).split()


def _stands_for(of: Of, search: JobSearch, path: Path, per: Per | None) -> bool:
    value = (search, *path)[-1]
    if whole_number(of) is not None:
        return _is_per(path, per) and value.key == key_text(cast("int", of))
    if isinstance(of, str):
        return compared(of) in {compared(name) for name in _names(search, path, per)}
    if isinstance(of, Subject):
        return of.identities == tuple(part.identity for part in path)
    return bool(of in (value, getattr(value, "recruiter", None)))


def _names(search: JobSearch, path: Path, per: Per | None) -> Iterator[str]:
    """Yield what the value at a path goes by; a recruiter stands for an application.

    A key is a name only of what an act is about, which is per one kind: others may have the same.
    """
    value, names = (search, *path)[-1], []
    if _is_per(path, per):
        names.append(value.key)
    if isinstance(value, Person):
        names.append(value.name)
    if isinstance(value, Application):
        names += [*value.names, value.recruiter and value.recruiter.name]
    return filter(None, names)


def _is_per(path: Path, per: Per | None) -> bool:
    """Tell whether a path is that of something an act may be about; not of the search, if any."""
    return PERS[len(path)] == per if per else bool(path)
