"""What texts may mention in braces, and how they are filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from string import Formatter

from interview_followup import _clock
from interview_followup._errors import Problem, as_key, is_one_line, near, shown
from interview_followup.language._facts.offers import other_offers
from interview_followup.language._subject import PERS, Per, Subject
from interview_followup.language._text_choice import Text, TextChoice
from interview_followup.model._names import compared

NO_EMPLOYER = "another employer"
DATES = ("opens", "best", "due", "closes")


def _person(subject: Subject) -> str:
    return subject.person.name


def _employer(subject: Subject) -> str:
    return subject.application.employer or "the employer"


def _role(subject: Subject) -> str:
    return subject.application.role or "the role"


def _recruiter(subject: Subject) -> str:
    recruiter = subject.application.recruiter
    return recruiter.name if recruiter else "your recruiter"


def _contact(subject: Subject) -> str:
    recruiter = subject.application.recruiter
    return recruiter.name if recruiter else "them"


def _other_employers(subject: Subject) -> str:
    """Name whom the offers are from, each once, those first that are over first."""
    names: dict[str, str] = {}
    for offer in other_offers(subject):
        name = offer.application.employer or NO_EMPLOYER
        names.setdefault(compared(name), name)
    *others, last = names.values() or [NO_EMPLOYER]
    return f"{', '.join(others)} and {last}" if others else last


def _day(subject: Subject) -> str:
    return _clock.said_day(subject.interview.first_day)


LABELS: dict[str, tuple[Per, Callable[[Subject], str]]] = {
    "person": ("person", _person),
    "employer": ("application", _employer),
    "role": ("application", _role),
    "recruiter": ("application", _recruiter),
    "contact": ("application", _contact),
    "other_employers": ("application", _other_employers),
    "day": ("interview", _day),
}


def fill(text: Text, subject: Subject, *, dates: Callable[[str], str] | None = None) -> str:
    """Return a text, of a choice the one for the subject, with what it mentions filled in.

    It may mention dates where `dates` says each of them in words.
    """
    if isinstance(text, TextChoice):
        text = text.chosen(subject)
    if "{" not in text and "}" not in text:
        return text
    values = {}
    for name in _placeholders(text):
        if name in DATES and dates is not None:
            values[name] = dates(name)
        else:
            values[name] = LABELS[name][1](subject)
    return text.format(**values)


@lru_cache(maxsize=4096)
def _placeholders(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def text_problems(place: str, text: object, per: Per, *more: str) -> Iterator[Problem]:
    """Yield what is wrong with a text that may mention what is per a subject, and `more`."""
    if isinstance(text, TextChoice):
        yield from text_problems(f"{place}.then", text.then, per, *more)
        yield from text_problems(f"{place}.otherwise", text.otherwise, per, *more)
    if not isinstance(text, str):
        return
    if not text.strip():
        yield Problem(place, "says nothing", "give a sentence")
    elif not is_one_line(text):
        message = f"{shown(text)} has a line break or a control character in it"
        yield Problem(place, message, "write it on one line")
    depth = PERS.index(per)
    names = [name for name, (about, _) in LABELS.items() if PERS.index(about) <= depth]
    try:
        fields = [field[1:] for field in Formatter().parse(text) if field[1] is not None]
    except ValueError:
        mend = "write what it mentions as {employer}, and a brace that is to stay twice"
        yield Problem(place, "cannot be filled in: its braces do not fit", mend)
        return
    for name in sorted({str(name) for name, _, _ in fields} - {*names, *more}):
        mend = near(name, [*names, *more])
        if name in DATES:
            mend = "mention it in a caution"
        yield Problem(place, f"{{{as_key(name)}}} is nothing it can mention", mend)
    for mentioned, form, conversion in fields:
        if form or conversion:
            field = as_key(mentioned)
            message = f"{{{field}}} cannot be given another form"
            yield Problem(place, message, f"write {{{field}}}")
