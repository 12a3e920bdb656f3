"""The tables of a pack that is a file, and how the values in them are read, or refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import field, frozen

from interview_followup._documents import written
from interview_followup._errors import InvalidInput, Problem, as_key, escaped, near, shown
from interview_followup.language._kinds import Condition, condition_mend
from interview_followup.language._parsing import LONGEST, Scope, parse

MOST_PROBLEMS = 100
"""How much of what is wrong in a file is told."""

_HIGHER = "move it up, above the table that it stands in"

MOST_ENTRIES = 500
"""How many rules there may be in a file, and how many entries in any other table or list."""


@frozen
class Table:
    """A table of a file: what it holds, where it stands, and all problems of the file so far.

    `path` is that of the table, `of` the name of the rule that it is in, `outer` the table around
    it with its key there. `failed` are the keys of what is refused in it, `known` those that it may
    have, as far as they are laid down.
    """

    content: Mapping[str, Any]
    problems: list[Problem]
    path: str = ""
    of: str = ""
    outer: tuple[Table, str] | None = None
    failed: set[str] = field(factory=set)
    known: set[str] = field(factory=set)

    def place(self, key: str) -> str:
        """Return where what stands under a key is."""
        return f"{self._path(key)} ({as_key(self.of)})" if self.of else self._path(key)

    def _path(self, key: str) -> str:
        return f"{self.path}.{as_key(key)}" if self.path else as_key(key)

    def refuse(self, key: str, message: str, mend: str, where: str = "") -> None:
        """Note that what stands under a key is wrong; `where` is the place in its text.

        Raises:
            InvalidInput: There are so many problems by now that it is no use to look for more.
        """
        place = f"{self.place(key)}, {where}" if where else self.place(key)
        self.fail(key)
        self.problems.append(Problem(place, message, mend))
        if len(self.problems) >= MOST_PROBLEMS:
            raise InvalidInput(self.problems)

    def fail(self, key: str) -> None:
        """Note that there is nothing to be made of what stands under a key."""
        self.failed.add(re.split(r"[.\[]", key)[0])
        if self.outer is not None:
            table, name = self.outer
            table.fail(name)

    def refuse_keys(self, known: Iterable[str]) -> None:
        """Refuse every key that is not known here."""
        self.known.update(known)
        for key in sorted(map(str, self.content.keys() - self.known)):
            otherwise = _HIGHER if self._belongs_higher(key) else "use one of: {names}"
            self.refuse(key, "is not a key here", near(key, self.known, otherwise=otherwise))

    def _belongs_higher(self, key: str) -> bool:
        """Tell whether a key is one of a table around: below this one TOML takes it for its own."""
        outer = None if key in self.known else self.outer
        while outer is not None and key not in outer[0].known:
            outer = outer[0].outer
        return outer is not None

    def refuse_missing(self, mends: Mapping[str, str]) -> None:
        """Refuse that keys are not there, each with its mend."""
        for key, mend in mends.items():
            if self.content.get(key) is None:
                self.refuse(key, "is missing", mend)

    def line(self, key: str) -> str | None:
        """Return the text under a key, None where there is none that can be taken."""
        return self.as_line(key, self.content.get(key))

    def as_line(self, key: str, value: Any) -> str | None:
        """Return a value as a text of one line; None, if it is none, which is then refused."""
        if value is None:
            return None
        if not isinstance(value, str):
            self.refuse(key, f"{written(value)} is not text", "put it in quotes")
        elif len(value) > LONGEST:
            self.refuse(key, f"is longer than {LONGEST:,} characters", "say it in fewer words")
        elif escaped(value) != value:
            mend = "leave out what is no letter, sign or blank, and write it on one line"
            self.refuse(key, f"{shown(value)} holds what cannot be printed", mend)
        else:
            return value
        return None

    def whole(self, key: str) -> int | None:
        """Return the whole number under a key, None where there is none that can be taken."""
        value = self.content.get(key)
        if value is None or type(value) is int:
            return value
        self.refuse(key, f"{written(value)} is not a whole number", "give one from 1 on")
        return None

    def expression(self, key: str, kind: Any, words: str, scope: Scope) -> Any:
        """Return the value of the expression under a key, None where there is none to take."""
        return self.as_expression(key, self.content.get(key), kind, words, scope)

    def as_expression(self, key: str, text: Any, kind: Any, words: str, scope: Scope) -> Any:
        """Return the value of an expression, which has to be of a kind; None, if it is refused."""
        if text is None:
            return None
        if not isinstance(text, str):
            mend = f"give {words} as a text in quotes"
            self.refuse(key, f"{written(text)} is not text", mend)
            return None
        try:
            value = parse(text, scope)
        except InvalidInput as error:
            self.fail(key)
            for problem in error.problems:
                self.refuse(key, problem.message, problem.mend, problem.place)
            return None
        if isinstance(value, kind):
            return value
        mend = condition_mend(value) if kind is Condition else f"give {words}"
        self.refuse(key, f"{shown(text)} is not {words}", mend)
        return None

    def inner(self, key: str, known: Iterable[str] = ()) -> Table | None:
        """Return the table under a key, with its keys checked if they are `known`."""
        return self.as_table(key, self.content.get(key), known)

    def as_table(self, key: str, value: Any, known: Iterable[str] = ()) -> Table | None:
        """Return a value as a table; None, if it is none, which is then refused."""
        known = tuple(known)
        if value is None:
            return None
        if isinstance(value, list):
            name = re.sub(r"\[\d+\]", "", self._path(key))
            self.refuse(key, "is a list, and no table", f"in TOML, write [{name}] above it, once")
            return None
        if not isinstance(value, Mapping):
            mend = f"give one with keys of {', '.join(known)}" if known else "write it as a table"
            if self._belongs_higher(key):
                mend = _HIGHER
            self.refuse(key, f"{written(value)} is not a table", mend)
            return None
        if len(value) > MOST_ENTRIES:
            self.refuse(key, f"has more than {MOST_ENTRIES} entries", "make two files of it")
            return None
        table = Table(value, self.problems, self._path(key), self.of, (self, key))
        if known:
            table.refuse_keys(known)
        return table

    def entries(self, key: str, mend: str) -> Iterator[tuple[str, Any]]:
        """Yield the members of the list under a key, each with its own key."""
        values = self.content.get(key, [])
        if not isinstance(values, list):
            self.refuse(key, "is not a list", mend)
        elif len(values) > MOST_ENTRIES:
            self.refuse(key, f"has more than {MOST_ENTRIES} entries", "make two files of it")
        else:
            yield from ((f"{key}[{index}]", value) for index, value in enumerate(values))

    def tables(self, key: str, known: Iterable[str] = ()) -> Iterator[Table]:
        """Yield the tables in the list under a key."""
        mend = f"in TOML, write [[{self.path and 'rules.'}{key}]] above each"
        for inner, value in self.entries(key, mend):
            if (table := self.as_table(inner, value, known)) is not None:
                yield table
