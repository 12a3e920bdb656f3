"""The cases of the shipped rules: what a person reckoned by hand, on the rules' pages too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import chain

import pytest
from _pytest.mark.structures import ParameterSet

from builders import wall
from interview_followup import Rule, Verdict, check
from rule_cases import CASES, Case, cases
from rule_pages import homes, placed_in, shipped
from triplets import triplet

PACKS = shipped()
RULES = {
    (pack, name): PACKS[pack][name]
    for pack, home in homes(PACKS).items()
    for name in placed_in(pack, home)
}
"""Every rule that is in no earlier pack, by its pack and its name."""

FOUND = {
    (pack, name): cases(pack, name, PACKS[pack])
    for pack, name in RULES
    if (CASES / pack / f"{name}.toml").exists()
}
EACH = [(RULES[place], case) for place, examples in FOUND.items() for case in examples]
IDS = [f"{'/'.join(place)}: {case.title}" for place, examples in FOUND.items() for case in examples]


def verdict_in(case: Case, rule: Rule, now: datetime) -> Verdict:
    return check(case.search, rule.act, at=now, of=case.of, rules=case.rules)


def answer(case: Case, rule: Rule, now: datetime) -> str:
    verdict = verdict_in(case, rule, now)
    return f"{'yes' if verdict else 'no'}, {verdict.status}"


def moments() -> Iterator[ParameterSet]:
    for (rule, case), name in zip(EACH, IDS, strict=True):
        for change in case.changes:
            for values in triplet(change.at, change.before, change.then):
                expected, now = values.values
                yield pytest.param(expected, now, case, rule, id=f"{name}: {values.id}")


@pytest.mark.parametrize(("expected", "now", "case", "rule"), [*moments()])
def test_an_act_is_allowed_as_a_case_says(
    expected: str, now: datetime, case: Case, rule: Rule
) -> None:
    assert expected == answer(case, rule, now)


@pytest.mark.parametrize(("rule", "case"), EACH, ids=IDS)
def test_a_window_has_the_dates_that_a_case_says(rule: Rule, case: Case) -> None:
    window = verdict_in(case, rule, case.changes[-1].at).window
    zone = case.search.timezone
    expected = {part: wall(moment, zone) for part, moment in case.window.items()}
    parts = ("opens", "best", "due", "closes")
    moments = {part: wall(getattr(window, part), zone) for part in parts}
    assert expected == {part: moment for part, moment in moments.items() if moment is not None}


@pytest.mark.parametrize("case", [case for *_, case in EACH], ids=IDS)
def test_a_case_tries_every_end_of_its_window(case: Case) -> None:
    ends = {moment for part, moment in case.window.items() if part != "best"}
    assert ends <= {change.at for change in case.changes}


def test_every_shipped_rule_has_cases() -> None:
    expected = {f"{pack}/{name}.toml" for pack, name in RULES}
    written = {file.relative_to(CASES).as_posix() for file in CASES.rglob("*.*")}
    assert expected == written, "Write tests/advice/cases/PACK/RULE.toml: docs/contributing.md"


@pytest.mark.parametrize("place", FOUND, ids="/".join)
def test_a_rule_is_tried_where_it_has_a_window_and_a_veto_where_it_holds(
    place: tuple[str, str],
) -> None:
    changes = chain.from_iterable(case.changes for case in FOUND[place])
    answers = {change.then for change in changes}
    expected = "no, silent" if RULES[place].kind == "veto" else "yes, open"
    assert expected in answers
