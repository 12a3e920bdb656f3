"""Why an act is advised, or warned of, or not spoken of: a tree that prints as sentences."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple, TypeAlias
from zoneinfo import ZoneInfo

from attrs import frozen

from interview_followup import _clock
from interview_followup._displayed import Displayed
from interview_followup._errors import InvalidInput, Problem, escaped, invalid, near, shown
from interview_followup._planning.cautions import Caution
from interview_followup._planning.check import Verdict, verdict_on
from interview_followup._planning.lookup import Of, asked_about
from interview_followup._planning.plan import Action
from interview_followup._planning.reading import binding
from interview_followup._planning.reasons import Account, account
from interview_followup._planning.scheduled import Scheduled, combine, set_aside
from interview_followup._planning.sentences import PARTS, Sentence, Teller
from interview_followup.advice import CV_LIBRARY
from interview_followup.language._rule import DATED
from interview_followup.language._rule_set import RuleSet, rule_set
from interview_followup.language._subject import Aside, Subject
from interview_followup.language._window import Window
from interview_followup.model import Application, Interview, JobSearch
from interview_followup.model._search import as_search

Explained: TypeAlias = str | Action | Caution | Verdict | Scheduled


class PutInOrder(NamedTuple):
    """A moment of a window that was put in order."""

    part: str
    """Its name: `opens`, `best`, `due` or `closes`."""
    before: datetime
    """Where the rules have it, in UTC."""
    after: datetime
    """Where it is now, in UTC."""


@frozen(kw_only=True)
class Explanation(Displayed):
    """What every rule on an act says of one subject at a moment, and why.

    Moments are stdlib datetimes in UTC; what it prints is in the candidate's zone.
    """

    act: str
    """The act, as lower-case words joined by hyphens: `thank-you`."""
    subject: Subject
    """Whom or what it is about."""
    now: datetime
    """The moment, in UTC."""
    timezone: str
    """The IANA name of the zone that the candidate lives in."""
    verdict: Verdict
    """Whether the act may be done at that moment."""
    scheduled: Scheduled | None
    """What the rules say together; None where all are silent."""
    accounts: tuple[Account, ...]
    """What each rule on the act says by itself, the silent ones included."""

    @property
    def put_in_order(self) -> tuple[PutInOrder, ...]:
        """The moments of the window that were moved, as the rules gave them out of order.

        Each has its part, and the instants in UTC before and after.
        """
        if self.scheduled is None or self.scheduled.window.opens is None:
            return ()
        return tuple(_put_in_order(self.accounts, self.scheduled.window))

    @property
    def set_aside(self) -> Aside | None:
        """Until when the act is set aside at that moment; None if it is not."""
        scheduled = self.scheduled
        if scheduled is None or scheduled.status(self.now)[0] != "set-aside":
            return None
        return scheduled.set_aside

    def sentences(self) -> Iterator[Sentence]:
        """Yield the explanation as sentences, each with how deep in the tree it stands."""
        zone, scheduled = _clock.zone(self.timezone), self.scheduled
        at = _clock.in_words(self.now, zone)
        yield Sentence(0, f"“{self.act}” of {self.subject.label}, on {at} ({self.timezone})")
        yield Sentence(0, str(self.verdict))
        if scheduled is not None:
            yield from _together(self, scheduled, zone)
        teller = Teller(self.timezone)
        for rule_account in self.accounts:
            yield from teller.account(rule_account)

    def __str__(self) -> str:
        lines = [f"{sentence.margin}{sentence.text}" for sentence in self.sentences()]
        return "\n".join(map(escaped, lines))

    def __repr__(self) -> str:
        return escaped(
            f"<Explanation of {self.act} of {self.subject.label}: {self.verdict.status}>"
        )


def explain(
    search: JobSearch | Application | Interview,
    what: Explained,
    *,
    now: date | datetime,
    of: Of | None = None,
    rules: RuleSet = CV_LIBRARY,
) -> Explanation:
    """Return why the rules say what they say of an act, at a moment.

    `now` is an aware datetime of any zone, or a day of the candidate's: its first moment. `what` is
    an act, the name of a rule, or an action, a caution or a verdict. `of` says for whom or what, as
    in `check`, and is not needed with the last three.

    >>> meeting = Interview(starts=date(2026, 11, 24), timezone="Europe/London")
    >>> print(explain(meeting, "debrief", now=date(2026, 11, 25)))
    “debrief” of the application · 2026-11-24, on Wednesday 25 November 2026, 00:00 (Europe/London)
    Yes. Write down the questions that the employer asked...

    Raises:
        InvalidInput: No rule knows the act, `of` fits no subject or several, `now` is naive or not
            between 1970 and 2200, or `what` is of another search.
        FactFailed: The function of a fact raised an error.
    """
    rules, search = rule_set(rules), as_search(search)
    if isinstance(what, str):
        act = _act(what, rules)
    else:
        meant = _subject(what, search)
        act, of = what.act, of or meant
    try:
        instant, subject = asked_about(search, act, "now", now, of=of, rules=rules)
    except InvalidInput as error:
        raise InvalidInput(_with_rules(problem, act, rules) for problem in error.problems) from None
    accounts = tuple([account(rule, subject) for rule in rules.acts[act]])
    readings = [spoken.reading for spoken in accounts if spoken.reading is not None]
    scheduled = (
        combine(act, readings, set_aside(act, rules.acts[act], subject)) if readings else None
    )
    binding_rules = binding(rules.acts[act])
    binding_readings = [reading for reading in readings if reading.rule in binding_rules]
    return Explanation(
        act=act,
        subject=subject,
        now=instant,
        timezone=search.timezone,
        verdict=verdict_on(binding_readings, act, subject, instant, rules),
        scheduled=scheduled,
        accounts=accounts,
    )


def _subject(answer: object, search: JobSearch) -> Subject:
    """Return what an action, a caution or a verdict is about, which has to be of a search."""
    if not isinstance(answer, Action | Caution | Verdict | Scheduled):
        raise invalid("what", f"{shown(answer)} cannot be explained", "give an act, or an action")
    if answer.subject.search != search:
        mend = "explain it of the search that it was planned from, its subject.search"
        raise invalid("what", f"{shown(answer)} is of another search", mend)
    return answer.subject


def _act(name: str, rules: RuleSet) -> str:
    """Return an act as it is, and for the name of a rule the act that it is about."""
    acts = {rule.name: rule.act for rule in rules} | {act: act for act in rules.acts}
    return acts.get(name, name)


def _with_rules(problem: Problem, act: str, rules: RuleSet) -> Problem:
    """Return a problem; where the act is not known, with the near one of acts and rules."""
    names = (*rules.acts, *(rule.name for rule in rules))
    return problem._replace(mend=near(act, names)) if problem.place == "act" else problem


def _put_in_order(accounts: tuple[Account, ...], window: Window) -> Iterator[PutInOrder]:
    for part, choose in (("best", max), ("due", min)):
        reasons = [getattr(spoken, part) for spoken in accounts if spoken.reading is not None]
        moments = [why.value for why in reasons if why and isinstance(why.value, datetime)]
        after = getattr(window, part)
        if moments and after is not None and choose(moments) != after:
            yield PutInOrder(part, choose(moments), after)


# -- the words ------------------------------------------------------------------------------------

MOVED = {"best": "it would be best on", "due": "it would be late from"}


def _together(explanation: Explanation, scheduled: Scheduled, zone: ZoneInfo) -> Iterator[Sentence]:
    """Yield what the rules on an act make together, and what they warn of."""
    if (aside := explanation.set_aside) is not None:
        until = aside.until
        lasts = "for good" if until is None else f"until {_clock.in_words(until, zone)}"
        yield Sentence(0, f"You set it aside {lasts}, so no plan asks for it.")
    if scheduled.is_forbidden:
        names = ", ".join(scheduled.rules)
        yield Sentence(0, f"{names} forbids it, and silences what other rules say of it.")
    elif len(scheduled.rules) > 1:
        names = ", ".join(scheduled.rules)
        text = "they open with the last, and close with the first"
        yield Sentence(0, f"These rules are combined: {names}. Together {text}.")
        for part in DATED:
            if (moment := getattr(scheduled.window, part)) is not None:
                yield Sentence(1, f"{PARTS[part]} {_clock.in_words(moment, zone)}.")
    for moved in explanation.put_in_order:
        yield Sentence(0, _put_in_order_words(moved, scheduled.window, zone))
    for caution in scheduled.cautions:
        yield Sentence(0, _caution_words(caution, zone))


def _put_in_order_words(moved: PutInOrder, window: Window, zone: ZoneInfo) -> str:
    reason = "when it is over" if moved.after < moved.before else "outside the hours that are kept"
    if window.opens is not None and moved.before < window.opens:
        reason = "before it opens"
    before, after = (_clock.in_words(moment, zone) for moment in (moved.before, moved.after))
    return f"Put in order: {MOVED[moved.part]} {before}, {reason}; it is {after} instead."


def _caution_words(caution: Caution, zone: ZoneInfo) -> str:
    dates = [
        f"{word} {_clock.in_words(moment, zone)}"
        for word, moment in (("from", caution.since_utc), ("until", caution.until_utc))
        if moment is not None
    ]
    return f"Caution {' '.join(dates) or 'at all times'}: {caution.text}."
