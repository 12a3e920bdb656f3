"""Values whose words are made when somebody reads them."""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar

from interview_followup._errors import Shown

W = TypeVar("W", bound="Worded")


class Worded(Shown):
    """A value with words, each a `cached_property`, that nobody pays for who does not read them.

    They are part of the value all the same: it compares, pickles and is copied with all of them.
    What they are made from, the fields named in `grounds`, is not: rules may hold functions, which
    neither compare nor pickle. A value that was unpickled or copied has only its words; `reworded`
    gives it other fields and keeps them, as attrs' `evolve` does not.
    """

    words: ClassVar[tuple[str, ...]]
    grounds: ClassVar[tuple[str, ...]]

    def __getstate__(self) -> dict[str, Any]:
        words = {word: getattr(self, word) for word in self.words}
        return {**vars(self), **words, **dict.fromkeys(self.grounds)}

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self.__getstate__() == other.__getstate__()

    def __hash__(self) -> int:
        return hash((type(self), *(getattr(self, word) for word in self.words)))


def reworded(value: W, **fields: Any) -> W:
    """Return a value with other fields and the words that it has."""
    copy = object.__new__(type(value))
    vars(copy).update(value.__getstate__(), **fields)
    return copy
