"""Packs of rules that installed packages publish, under the entry point `interview_followup.rules`.

Listing them imports none of them; a pack is loaded only on request.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from interview_followup._documents import kind_named
from interview_followup._errors import (
    FollowupError,
    InvalidInput,
    Problem,
    Shown,
    as_key,
    cut,
    gathered,
    invalid,
    near,
    reason,
    shown,
    words_of,
)
from interview_followup.advice._pack_files import read_pack
from interview_followup.language._rule_set import RuleSet

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "interview_followup.rules"
SHIPPED = "interview_followup.advice"
"""Where the library's own packs are."""
PYTHON, LIBRARY = Path(os.__file__).parent, Path(__file__).parents[1]


class BrokenPack(InvalidInput):
    """A pack is published by an installed package, but cannot be loaded."""


@frozen
class Pack(Shown):
    """A rule set that an installed package publishes, not loaded yet."""

    name: str
    """The name of the pack."""
    package: str | None
    """The distribution that publishes it; None where that is not known."""
    value: str
    """Where in the package the rule set is: `module:name`."""

    def __repr__(self) -> str:
        return f"<Pack {self.name} of {self.package}>"

    def load(self) -> RuleSet:
        """Return its rules.

        Raises:
            BrokenPack: It cannot be imported, or is no rule set.
        """
        from importlib.metadata import EntryPoint

        entry = EntryPoint(name=self.name, value=self.value, group=GROUP)
        if entry.pattern.match(self.value) is None:
            raise self._broken(f"is {shown(self.value)}, and no 'module:name'")
        try:
            rules = entry.load()
        except FollowupError as error:
            message = f"is not valid: {cut(words_of(error), 1_000)}{_line(error)}"
            raise self._broken(message) from error
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # A pack is code of somebody else's, which may do anything.
            raise self._broken(f"cannot be imported: {reason(error)}{_line(error)}") from error
        if not isinstance(rules, RuleSet):
            raise self._broken(f"is {shown(rules)}, and no rule set")
        return rules

    def _broken(self, message: str) -> BrokenPack:
        package = as_key(self.package or "an unknown package")
        mend = f"mend {as_key(self.value)}, or uninstall {package}"
        return BrokenPack([Problem(f"pack {shown(self.name)} of {package}", message, mend)])

    @property
    def is_shipped(self) -> bool:
        """Whether it is one of this library's, whatever else has its name."""
        return self.value.startswith((f"{SHIPPED}:", f"{SHIPPED}."))


def _line(error: BaseException) -> str:
    """Say in which line of which file of somebody else's an error was raised, if in one."""
    from traceback import extract_tb

    if isinstance(error, SyntaxError) and error.filename is not None:
        return f" (line {error.lineno} of {as_key(error.filename)})"
    frames = [frame for frame in extract_tb(error.__traceback__) if _is_theirs(frame.filename)]
    return f" (line {frames[-1].lineno} of {as_key(frames[-1].filename)})" if frames else ""


def _is_theirs(file: str) -> bool:
    """Tell whether code is neither this library's nor Python's own."""
    path = Path(file)
    is_pythons = path.is_relative_to(PYTHON) and "site-packages" not in path.parts
    return not (file.startswith("<") or is_pythons or path.is_relative_to(LIBRARY))


def packs() -> tuple[Pack, ...]:
    """Return the packs that are installed, in the order of their names; none is loaded.

    >>> [pack.name for pack in packs() if pack.is_shipped][:3]
    ['academic', 'beyond', 'cv-library']
    """
    published = {
        Pack(entry.name, _package(entry), entry.value)
        for entry in _entry_points()
        if entry.group == GROUP
    }
    return tuple(sorted(published, key=lambda pack: (pack.name, pack.package or "", pack.value)))


def _entry_points() -> Iterator[EntryPoint]:
    """Yield the entry points of installed packages, but of those whose list cannot be read."""
    from importlib.metadata import distributions, entry_points

    try:
        yield from entry_points(group=GROUP)
    except Exception:
        for package in distributions():
            with suppress(Exception):
                yield from package.entry_points


def _package(entry: EntryPoint) -> str | None:
    """Return which package publishes a pack, as far as it says so."""
    with suppress(Exception):
        return entry.dist.name if entry.dist else None
    return None


def load(*names: str) -> RuleSet:
    """Return the rules of some packs together; of two of one name it is the later pack's.

    A name that ends in `.toml` or `.json` is that of a file, which `read_pack` reads. A veto
    silences its act, whichever pack it is of.

    >>> load("cv-library") == CV_LIBRARY
    True

    Raises:
        InvalidInput: There is no such pack, one of them is broken, or two do not go together; with
            every problem.
    """
    loaded: dict[str, RuleSet] = {}
    problems: list[Problem] = []
    installed = packs()
    if strange := [name for name in names if not isinstance(name, str)]:
        raise invalid("pack", f"{shown(strange[0])} is no name", "give the name of a pack")
    for name in dict.fromkeys(names):
        with gathered(problems):
            loaded[name] = _rules_of(name, installed)
    if problems:
        raise InvalidInput(problems)
    rules = RuleSet([])
    for name in names:
        try:
            rules |= loaded[name]
        except InvalidInput as error:
            place = f"pack {shown(name)}"
            raise InvalidInput(
                [problem._replace(place=place) for problem in error.problems]
            ) from None
    return rules


def _rules_of(name: str, installed: Iterable[Pack]) -> RuleSet:
    """Return the rules in a file, or of the installed pack of a name."""
    return read_pack(name) if kind_named(Path(name)) else _named(name, installed).load()


def _named(name: str, installed: Iterable[Pack]) -> Pack:
    packs = [pack for pack in installed if pack.name == name]
    packs = [pack for pack in packs if pack.is_shipped][:1] or packs
    if len(packs) == 1:
        return packs[0]
    if packs:
        packages = " and ".join(str(pack.package) for pack in packs)
        message = f"is published by {packages}"
        raise InvalidInput(
            [Problem(f"pack {shown(name)}", message, "uninstall all of them but one")]
        )
    mend = near(name, [pack.name for pack in installed])
    if Path(name).suffix:
        mend = "the name of a file is to end in .toml or .json"
    raise InvalidInput([Problem(f"pack {shown(name)}", "is not installed", mend)])
