"""A candidate's life as a state machine: whatever happens, plan, check and record agree."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from interview_followup import _clock
from interview_followup._planning.schedule import plan, schedule
from interview_followup._planning.scheduled import Scheduled
from interview_followup.advice import CV_LIBRARY
from interview_followup.language._rule_set import RuleSet, rule_set
from interview_followup.laws._agreement import answers_agree
from interview_followup.laws._records import done_stays_done
from interview_followup.laws._report import Counterexample
from interview_followup.laws._scheduled import Key, by_key, key_of
from interview_followup.laws._windows import RANKS, phases_move_forward
from interview_followup.model import Application, JobSearch
from interview_followup.strategies import moments, zones
from interview_followup.strategies._histories import Candidate, Event, later


class Life(RuleBasedStateMachine):
    """What happens to a candidate, one thing after another; time never goes back."""

    rules_lived_by: ClassVar[RuleSet] = CV_LIBRARY

    search: JobSearch
    now: datetime

    @initialize(start=moments(), home=zones())
    def begins(self, start: datetime, home: str) -> None:
        self.now = _clock.instant_of(start)
        self.search = JobSearch(timezone=home, applications=[Application(employer="Acme")])

    @rule(data=st.data())
    def time_passes(self, data: st.DataObject) -> None:
        before = self._statuses()
        earlier = plan(self.search, now=self.now, rules=self.rules_lived_by)
        now = data.draw(later(self.search, now=self.now, rules=self.rules_lived_by))
        if earlier.until_utc is None or now < earlier.until_utc:
            same = plan(self.search, now=now, rules=self.rules_lived_by)
            assert earlier.actions == same.actions, f"an action changes by {now}, before until"
            assert earlier.cautions == same.cautions, f"a caution changes by {now}, before until"
        self.now = now
        for key, status in self._statuses().items():
            is_forward = RANKS.get(before[key], 0) <= RANKS.get(status, 4)
            assert is_forward, f"{key} goes back from {before[key]} to {status}"

    @rule(data=st.data())
    def acted(self, data: st.DataObject) -> None:
        acts = [scheduled for scheduled in self._acts().values() if scheduled.asks]
        if not acts:
            return
        scheduled = data.draw(st.sampled_from(acts))
        key, act, before = key_of(scheduled), scheduled.act, self._uids()
        self.search = self.search.record(scheduled, at=self.now)
        after = self._uids()
        changed = {known for known, uid in before.items() if after.get(known, uid) != uid}
        assert changed <= {key}, f"recording {act} changes the uids of {changed}"
        assert after.get(key) != scheduled.uid, f"{act}, done, keeps its uid"

    @rule(data=st.data())
    def booked(self, data: st.DataObject) -> None:
        self._happens(Candidate.booked, data)

    @rule(data=st.data())
    def moved(self, data: st.DataObject) -> None:
        self._happens(Candidate.moved, data)

    @rule(data=st.data())
    def held(self, data: st.DataObject) -> None:
        self._happens(Candidate.held, data)

    @rule(data=st.data())
    def applied(self, data: st.DataObject) -> None:
        self._happens(Candidate.applied, data)

    @rule(data=st.data())
    def heard(self, data: st.DataObject) -> None:
        self._happens(Candidate.heard, data)

    @rule(data=st.data())
    def promised(self, data: st.DataObject) -> None:
        self._happens(Candidate.promised, data)

    @rule(data=st.data())
    def offered(self, data: st.DataObject) -> None:
        self._happens(Candidate.offered, data)

    @rule(data=st.data())
    def decided(self, data: st.DataObject) -> None:
        self._happens(Candidate.decided, data)

    @rule(data=st.data())
    def signed(self, data: st.DataObject) -> None:
        self._happens(Candidate.signed, data)

    @rule(data=st.data())
    def learnt(self, data: st.DataObject) -> None:
        self._happens(Candidate.learnt, data)

    @rule(data=st.data())
    def went_elsewhere(self, data: st.DataObject) -> None:
        self._happens(Candidate.went_elsewhere, data)

    @invariant()
    def plan_check_and_record_agree(self) -> None:
        for law in (answers_agree, done_stays_done, phases_move_forward):
            breach = law.breach(self.search, now=self.now, rules=self.rules_lived_by)
            assert breach is None, f"{Counterexample(self.search, self.now, breach)}"

    def _happens(self, event: Event, data: st.DataObject) -> None:
        searches = event(Candidate(self.search, self.now, self.rules_lived_by))
        if searches is None:
            return
        before = self._uids()
        self.search = data.draw(searches)
        for key, uid in self._uids().items():
            assert before.get(key, uid) == uid, f"{key} has another uid, and was not done"

    def _acts(self) -> dict[Key, Scheduled]:
        return by_key(schedule(self.search, rules=self.rules_lived_by))

    def _uids(self) -> dict[Key, UUID]:
        return {key: scheduled.uid for key, scheduled in self._acts().items()}

    def _statuses(self) -> dict[Key, str]:
        return {key: scheduled.status(self.now)[0] for key, scheduled in self._acts().items()}


def machine(rules: RuleSet = CV_LIBRARY) -> type[RuleBasedStateMachine]:
    """Return a Hypothesis state machine of a candidate who lives by some rules.

    Interviews are booked, moved and held; the candidate acts, employers write, promise, offer and
    decide; time passes, zones change. After each step what is planned, what `check` answers and
    what is recorded have to agree. Its `TestCase` runs under pytest and unittest.

    Raises:
        InvalidInput: `rules` are no rule set.
    """
    return type("Life", (Life,), {"rules_lived_by": rule_set(rules)})
