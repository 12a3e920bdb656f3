"""What to say in a message, and what not to: short sentences, each with its source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias, get_args

from interview_followup._errors import Problem, near, shown
from interview_followup.language._code import call
from interview_followup.language._source import AUTHOR, Source
from interview_followup.language._words import source_problems

WordingKind: TypeAlias = Literal["do", "dont"]


class Wording(NamedTuple):
    """A sentence on what to say in a message, or what not to.

    It is made by `do` and `dont`.
    """

    kind: WordingKind
    """Whether to say it, `do`, or not to, `dont`."""
    text: str
    """The sentence, as in a rule; in an action its {names} are filled in."""
    source: Source = AUTHOR
    """Where it comes from."""

    def __repr__(self) -> str:
        source = None if self.source == AUTHOR else self.source
        if self.kind in get_args(WordingKind):
            return call(self.kind, self.text, source=source)
        return call("Wording", self.kind, self.text, source=source)


def do(text: str, *, source: Source = AUTHOR) -> Wording:
    """Return a sentence on what to say in a message; it may mention {person} and the like."""
    return Wording("do", text, source)


def dont(text: str, *, source: Source = AUTHOR) -> Wording:
    """Return a sentence on what not to say in a message; it may mention {person} and the like."""
    return Wording("dont", text, source)


def wording_problems(wording: Wording) -> Iterator[Problem]:
    """Yield what is wrong with the parts of a sentence on the words of a message."""
    kind, text, source = wording
    kinds = get_args(WordingKind)
    if kind not in kinds:
        yield Problem("kind", f"{shown(kind)} is no kind of wording", near(kind, kinds))
    if not isinstance(text, str):
        yield Problem("text", f"{shown(text)} is not text", "give a sentence")
    yield from source_problems("source", source)
