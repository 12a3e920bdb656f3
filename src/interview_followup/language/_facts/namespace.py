"""What the facts about one kind of subject are gathered in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, TypeVar

from attrs import evolve

from interview_followup._errors import Problem, UnknownFact, near
from interview_followup.language._expression import Expression
from interview_followup.language._fact import Fact
from interview_followup.language._kinds import Detail
from interview_followup.language._missing import Unknown
from interview_followup.language._subject import Per, Subject
from interview_followup.model._identity import Identity

T = TypeVar("T")


def unknown(fact: Expression[Any], identities: tuple[Identity, ...]) -> Unknown:
    """Return the value of a fact that nobody has told us of the subject with these identities."""
    leaf: Fact = fact.leaf
    return leaf.unknown(identities)


def traced(fact: Detail[T], origin: Callable[[Subject], str | None]) -> Detail[T]:
    """Return a fact that also says where its value comes from, if not from the subject itself."""
    return evolve(fact, leaf=fact.leaf._replace(origin=origin))


class Facts:
    """The facts about one kind of subject; a misspelt one fails when the rule is written."""

    per: ClassVar[Per]

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> NoReturn:
            message = f"there is no such fact about {self._one}"
            mend = near(name, self.by_name())
            raise UnknownFact([Problem(f"{self.per}.{name}", message, mend)])

    def __repr__(self) -> str:
        return f"<the facts about {self._one}>"

    def __str__(self) -> str:
        facts = self.by_name().items()
        return "\n".join(f"{self.per}.{name}: {fact}" for name, fact in facts)

    @classmethod
    def by_name(cls) -> dict[str, Expression[Any]]:
        """Return the facts, and the conditions that are made of them, by name."""
        return {name: fact for name, fact in vars(cls).items() if isinstance(fact, Expression)}

    @property
    def _one(self) -> str:
        return f"{'an' if self.per[0] in 'ai' else 'a'} {self.per}"
