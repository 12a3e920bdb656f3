"""Texts that hang on a condition: what is said where it holds, and what otherwise."""

from __future__ import annotations

from typing import TypeAlias

from attrs import field, frozen

from interview_followup._errors import Shown, invalid, shown
from interview_followup.language._code import call
from interview_followup.language._kinds import Condition, as_condition
from interview_followup.language._subject import Subject


@frozen(repr=False)
class TextChoice(Shown):
    """One text or another, as a condition decides; `when` makes it.

    Raises:
        InvalidInput: The condition is none, or one of the two is no text.
    """

    condition: Condition = field(converter=as_condition)
    """What decides."""
    then: str
    """The text where the condition is known to hold."""
    otherwise: str
    """The text where it does not hold, or is unknown."""

    def __attrs_post_init__(self) -> None:
        for part in (self.then, self.otherwise):
            if isinstance(part, TextChoice):
                mend = "say it in two texts, and give the condition that decides a name, as a fact"
                raise invalid("when", "is a choice of texts within another", mend)
            if not isinstance(part, str):
                raise invalid("when", f"{shown(part)} is not text", "give two texts")

    def chosen(self, subject: Subject) -> str:
        """Return the text for a subject: `otherwise` where the condition is not known to hold."""
        return self.then if self.condition.evaluate(subject) is True else self.otherwise

    def __str__(self) -> str:
        return f"{self.then} if {self.condition}, otherwise {self.otherwise}"

    def __repr__(self) -> str:
        return call("when", self.condition, self.then, otherwise=self.otherwise)


Text: TypeAlias = str | TextChoice
"""What a rule says: the same of every subject, or as a condition decides."""
