"""What the words of a rule may be: reasons, channels, and the names of its parts."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from interview_followup._errors import Problem, as_key, near, shown
from interview_followup._near_names import near_name
from interview_followup.language._facts import ADDRESSES
from interview_followup.language._words import words_problem


def parts_problems(
    values: Collection[object], given: Collection[str], needed: Collection[str], known: list[str]
) -> Iterator[Problem]:
    """Yield what is wrong with the names of the parts that a rule was given."""
    for value in values:
        yield Problem("", f"{shown(value)} has no name", "name each part, as in opens=...")
    for name in given:
        if name not in known:
            yield Problem(as_key(name), "is no part of a rule", near(name, known))
    for name in needed:
        if name not in given:
            yield Problem(name, "is missing", f"give {name}=...")


def why_problems(why: object) -> Iterator[Problem]:
    """Yield what is wrong with the reason of a rule, which is said of every subject alike."""
    if (problem := words_problem("why", why)) is not None:
        yield problem
    elif "{" in str(why) or "}" in str(why):
        mend = "say it without braces, or put it in the text"
        yield Problem("why", "is said as it stands, and mentions nothing in braces", mend)


def channel_problems(channel: object) -> Iterator[Problem]:
    """Yield what is wrong with the name of a channel: one line, and not nearly one of ours."""
    if not isinstance(channel, str) or channel in ADDRESSES:
        return
    if (problem := words_problem("channel", channel)) is not None:
        yield problem
    elif (meant := near_name(channel, ADDRESSES)) is not None:
        message = f"{shown(channel)} finds nobody's address"
        yield Problem("channel", message, f"did you mean {shown(meant)}?")
