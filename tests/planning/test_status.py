"""The one table of statuses: what each means, and that nothing lacks one of them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any, get_args

import pytest

from builders import applied, at, card, did, meeting, priya, searching, tom
from interview_followup import JobSearch, RuleSet, SetAside, Status, check, plan, to_dict
from interview_followup._planning.status import STATUSES
from interview_followup.exports.text import plan_text
from interview_followup.language import days, hours, interview, person
from interview_followup.language._rule import KINDS

ENDS = at("2026-11-24 11:00")
CARD = card(due=interview.ends + hours(3), closes=interview.ends + days(1))
PATIENCE = card(
    name="patience", act="send-card", kind="guard", best=None, opens=interview.ends + days(2)
)
HUSH = card(since=interview.ends + hours(1), opens=interview.ends + hours(1))
QUIET = [SetAside(act="send-card", to="Priya Shah")]
DONE = [did("send-card", "2026-11-24 11:00", "Priya Shah")]


def met(**more: Any) -> JobSearch:
    return searching(applied(meeting(**{"interviewers": [priya()], **more})))


# Of each status a search, a moment and rules that have it.
EXAMPLES: dict[str, tuple[JobSearch, datetime, RuleSet]] = {
    "early": (met(), at("2026-11-24 10:30"), RuleSet([CARD])),
    "open": (met(), at("2026-11-24 12:00"), RuleSet([CARD])),
    "late": (met(), at("2026-11-24 14:00"), RuleSet([CARD])),
    "closed": (met(), at("2026-11-25 11:00"), RuleSet([CARD])),
    "done": (met(done=DONE), at("2026-11-24 12:00"), RuleSet([CARD])),
    "set-aside": (met(set_aside=QUIET), at("2026-11-24 12:00"), RuleSet([CARD])),
    "needs-fact": (met(interviewers=[tom()]), ENDS, RuleSet([card(needs=person.email)])),
    "conflict": (met(), ENDS, RuleSet([CARD, PATIENCE])),
    "silent": (met(), ENDS, RuleSet([HUSH])),
}


def names(kind: object) -> set[str]:
    return {name for part in get_args(kind) for name in (get_args(part) or [part])}


def test_every_status_is_in_the_table_and_has_an_example() -> None:
    assert names(Status) == set(STATUSES) == set(EXAMPLES)


def test_the_page_on_plans_says_what_each_status_means() -> None:
    page = (Path(__file__).parents[2] / "docs" / "plans.md").read_text(encoding="utf-8")
    unsaid = {status for status in STATUSES if f"\n| `{status}` | " not in page}
    assert set() == unsaid, "Give it a row in docs/plans.md#statuses"


@pytest.mark.parametrize("status", EXAMPLES)
def test_what_is_shown_stands_in_the_text_and_in_json(status: Status) -> None:
    search, now, rules = EXAMPLES[status]
    planned = plan(search, now=now, rules=rules)
    assert [status] == [action.status for action in planned.actions]
    shown, [action] = STATUSES[status].shown, planned.actions
    text = planned.cautions[0].text if status == "conflict" else action.text
    assert shown is (text in " ".join(plan_text(planned, long=True).split()))
    assert shown is bool(to_dict(planned)["actions"])


@pytest.mark.parametrize("status", EXAMPLES)
def test_a_verdict_says_what_to_do_only_where_it_may_be_done(status: Status) -> None:
    search, now, rules = EXAMPLES[status]
    verdict = check(search, "send-card", at=now, rules=rules)
    assert verdict.allowed is (verdict.text == "Send Priya Shah a card")
    assert verdict.status == ("open" if status == "set-aside" else status)


def test_what_is_open_or_late_is_allowed_by_every_kind_of_rule_but_a_veto() -> None:
    others = set(KINDS) - {"veto"}
    allowing = {status for status, meaning in STATUSES.items() if meaning.allows == others}
    assert {"open", "late"} == allowing


def test_there_is_time_for_what_is_early_open_or_late_and_for_nothing_else() -> None:
    assert {"early", "open", "late"} == {
        status for status, meaning in STATUSES.items() if meaning.ahead
    }


def test_a_veto_allows_nothing_whatever_the_status_is() -> None:
    assert not any("veto" in meaning.allows for meaning in STATUSES.values())


def test_a_reminder_allows_whatever_the_status_is() -> None:
    assert all("reminder" in meaning.allows for meaning in STATUSES.values())
