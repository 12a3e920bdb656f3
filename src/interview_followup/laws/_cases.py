"""Cases: a search and a moment, as they are drawn for the laws."""

from __future__ import annotations

from datetime import datetime
from typing import TypeAlias

from hypothesis import strategies as st

from interview_followup.language import application, done, interview, search
from interview_followup.language._rule import Rule
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._subject import Per
from interview_followup.model import JobSearch
from interview_followup.model._checks import instants_in
from interview_followup.strategies import histories, job_searches, moments

Case: TypeAlias = tuple[JobSearch, datetime]


def cases(
    rules: RuleSet, searches: st.SearchStrategy[JobSearch] | None = None
) -> st.SearchStrategy[Case]:
    """Draw a search and a moment: near to what happens in it, or at the end of a history.

    The searches are those of `searches`, if it is given. Nothing here evaluates the rules, which
    may raise; a history has their acts, and dates of ours.
    """
    if searches is not None:
        return searches.flatmap(lambda search: st.tuples(st.just(search), _moments_in(search)))
    plain_rules = RuleSet(_plain_rule(act, rules.per(act)) for act in rules.acts)
    last_steps = histories(rules=plain_rules).map(lambda steps: (steps[-1].search, steps[-1].at))
    drawn = moments().flatmap(
        lambda anchor: st.tuples(job_searches(near=anchor, rules=rules), moments(near=anchor))
    )
    return drawn | drawn | last_steps


def _moments_in(search: JobSearch) -> st.SearchStrategy[datetime]:
    """Draw a moment close to something that happens in the search, if anything does."""
    times = sorted(set(instants_in(search)))
    return st.sampled_from(times).flatmap(lambda near: moments(near=near)) if times else moments()


def _plain_rule(act: str, per: Per) -> Rule:
    ends = {"search": search.first_ends, "application": application.latest_ends}
    opens = ends.get(per, interview.ends)
    return Rule(
        name=act,
        per=per,
        opens=opens,
        best=opens,
        satisfied_by=done(act),
        text="Do it",
        why="It has to be done.",
    )
