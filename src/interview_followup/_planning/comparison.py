"""What several packs say of one search, side by side: where they agree, and where they do not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, Literal, TypeAlias

import pendulum
from attrs import evolve, field, frozen

from interview_followup import _clock
from interview_followup._displayed import Displayed
from interview_followup._errors import InvalidInput, Problem, gathered, invalid, shown
from interview_followup._planning import answers
from interview_followup._planning.dated import LocalDates
from interview_followup._planning.lookup import Of, is_in, named
from interview_followup._planning.reading import read_all
from interview_followup._planning.scheduled import combine, set_aside
from interview_followup._planning.status import Status
from interview_followup.language._rule import DATED
from interview_followup.language._rule_set import RuleSet, rule_set
from interview_followup.language._subject import Subject, subjects
from interview_followup.language._window import Window
from interview_followup.model import Application, Interview, JobSearch
from interview_followup.model._search import as_search
from interview_followup.model._times import to_instant

Says: TypeAlias = Status | Literal["never", "no rule"]

Part: TypeAlias = Literal["says", "opens", "best", "due", "closes", "channel"]
"""What packs may say differently of an act."""

NO_DATES: tuple[Says, ...] = ("never", "no rule", "silent")
"""What a pack says that gives an act no dates."""


@frozen(kw_only=True)
class Opinion(LocalDates):
    """What one pack says of an act for one subject, at the moment of a comparison.

    `opens`, `best`, `due` and `closes` are `pendulum.DateTime` values in the candidate's zone, or
    None; the `window` has stdlib datetimes in UTC.
    """

    pack: str
    """The name of the pack."""
    says: Says
    """The status of the act; `never` where a veto forbids it, `no rule` where none is on it."""
    subject: Subject
    """Whom or what the act is about."""
    rules: tuple[str, ...] = ()
    """The names of the rules that speak."""
    window: Window = field(factory=Window)
    """From when until when it may be done, in UTC."""
    channel: str | None = None
    """How to do it, such as `email`; None where nobody has told."""
    to: str | None = None
    """Where the channel leads: an address, a number, a name; None if nobody has told."""
    why: str = ""
    """Why the rules say so, or why none speaks, in sentences."""
    source: str = ""
    """Where the rules come from; empty where none speaks."""

    @property
    def is_dated(self) -> bool:
        """Whether the pack gives the act a window, known or not."""
        return self.says not in NO_DATES


@frozen(kw_only=True)
class ComparedAct:
    """What each pack says of one act for one subject."""

    act: str
    """The act, as lower-case words joined by hyphens: `thank-you`."""
    subject: Subject
    """Whom or what it is about."""
    text: str
    """The act in a sentence, in the words of the first pack that knows it."""
    opinions: tuple[Opinion, ...]
    """What the packs say, in the order in which they were given."""

    @property
    def differs(self) -> tuple[Part, ...]:
        """What the packs say differently: `says`, `opens`, `best`, `due`, `closes`, `channel`.

        Dates and channels are compared between the packs that give them.
        """
        dated = [opinion for opinion in self.opinions if opinion.is_dated]
        values: dict[Part, list[Any]] = {
            "says": [opinion.says for opinion in self.opinions],
            "opens": [opinion.window.opens for opinion in dated],
            "best": [opinion.window.best for opinion in dated],
            "due": [opinion.window.due for opinion in dated],
            "closes": [opinion.window.closes for opinion in dated],
            "channel": [(opinion.channel, opinion.to) for opinion in dated],
        }
        return tuple([part for part, by_pack in values.items() if len(set(by_pack)) > 1])

    def as_before(self, opinion: Opinion) -> str | None:
        """Return the pack before this one that says all the same; None if there is none."""
        earlier = self.opinions[: self.opinions.index(opinion)]
        same = (other.pack for other in earlier if evolve(other, pack=opinion.pack) == opinion)
        return next(same, None)

    @property
    def alike(self) -> dict[str, datetime]:
        """The moments, in UTC, that all packs which date the act give it, by their names.

        Empty where fewer than two packs date it.
        """
        dated = [opinion.window for opinion in self.opinions if opinion.is_dated]
        if len(dated) < 2:
            return {}
        known = {part: getattr(dated[0], part) for part in DATED if part not in self.differs}
        return {part: moment for part, moment in known.items() if moment is not None}


@frozen(kw_only=True, repr=False)
class Comparison(Displayed):
    """What several packs say of one search at one moment, act by act.

    `now` is a `pendulum.DateTime` in the candidate's zone.
    """

    now_utc: datetime
    """The moment, in UTC."""
    timezone: str
    """The IANA name of the zone that the candidate lives in."""
    packs: tuple[str, ...]
    """The names of the packs, in the order in which they were given."""
    acts: tuple[ComparedAct, ...]
    """The acts that a pack speaks of, by their first best moments, those without last."""

    @property
    def now(self) -> pendulum.DateTime:
        """The moment, in the candidate's zone."""
        return _clock.local(self.now_utc, self.timezone)

    @property
    def differing(self) -> tuple[ComparedAct, ...]:
        """The acts of which the packs say different things."""
        return tuple([compared for compared in self.acts if compared.differs])

    @property
    def alike(self) -> tuple[ComparedAct, ...]:
        """The acts of which all packs say the same."""
        return tuple([compared for compared in self.acts if not compared.differs])

    def of(self, of: Of) -> Comparison:
        """Return the part about an application, an interview or a person, and what is in it.

        `of` is one of them, or a name, a key or a label, which may stand for several, as in a plan.

        >>> meeting = Interview(starts=date(2026, 11, 24), timezone="Europe/London")
        >>> acme = Application(employer="Acme", interviews=[meeting])
        >>> packs = {"cv-library": CV_LIBRARY, "japan": load("japan")}
        >>> whole = compare(acme, packs, now=date(2026, 11, 25))
        >>> len(whole.acts), len(whole.of("Acme").acts)
        (6, 4)

        Raises:
            InvalidInput: It stands for nothing in the search, or no pack says anything of anybody.
        """
        if not self.acts:
            message = f"{shown(of)} is not in the comparison"
            raise invalid("of", message, "it says nothing of anybody")
        subjects = named(self.acts[0].subject.search, of)
        meant = [subject.identities for subject in subjects]
        acts = [act for act in self.acts if is_in(act.subject.identities, meant)]
        return evolve(self, acts=tuple(acts))

    def __str__(self) -> str:
        return self._plain_text()

    def __repr__(self) -> str:
        names = ", ".join(self.packs)
        return f"<Comparison of {names}: {len(self.differing)} of {len(self.acts)} acts differ>"


def compare(
    search: JobSearch | Application | Interview,
    packs: Mapping[str, RuleSet],
    *,
    now: date | datetime,
) -> Comparison:
    """Return what several packs say of a search at one moment, side by side.

    `packs` are rule sets by the names that they go by here. `now` is an aware datetime of any zone,
    or a day of the candidate's: its first moment. What a search says for one pack alone is no
    problem for the others.

    >>> meeting = Interview(starts=date(2026, 11, 24), timezone="Europe/London")
    >>> packs = {"cv-library": CV_LIBRARY, "japan": load("japan")}
    >>> [act.act for act in compare(meeting, packs, now=date(2026, 11, 25)).differing]
    ['chase']

    Raises:
        InvalidInput: `now` is naive or not between 1970 and 2200, or a pack is no rule set.
        FactFailed: The function of a fact raised an error.
    """
    search = as_search(search)
    problems = list(_problems(packs))
    instant = _clock.EARLIEST
    with gathered(problems):
        instant = to_instant("now", now, search.timezone)
    if problems:
        raise InvalidInput(problems)
    compared = _compared(search, packs, instant)
    return Comparison(
        now_utc=instant,
        timezone=search.timezone,
        packs=tuple(packs),
        acts=tuple(sorted(compared, key=_order)),
    )


def _problems(packs: object) -> Iterator[Problem]:
    mend = "give them by name, as in {'mine': RuleSet([...])}"
    if not isinstance(packs, Mapping) or not packs:
        yield Problem("packs", f"{shown(packs)} is no mapping of packs", mend)
        return
    for name, rules in packs.items():
        if not isinstance(name, str) or not name.strip():
            yield Problem("packs", f"{shown(name)} is no name", "give a text")
        refused: list[Problem] = []
        with gathered(refused):
            rule_set(rules)
        yield from (problem._replace(place=f"packs[{shown(name)}]") for problem in refused)


def _compared(
    search: JobSearch, packs: Mapping[str, RuleSet], now: datetime
) -> Iterator[ComparedAct]:
    acts = dict.fromkeys([act for rules in packs.values() for act in rules.acts])
    for group in subjects(search).values():
        for subject in group:
            for act in acts:
                pairs = [_opinion(name, rules, act, subject, now) for name, rules in packs.items()]
                texts = [text for text, opinion in pairs if opinion.rules]
                if texts:
                    opinions = tuple([opinion for _, opinion in pairs])
                    yield ComparedAct(act=act, subject=subject, text=texts[0], opinions=opinions)


def _opinion(
    name: str, rules: RuleSet, act: str, subject: Subject, now: datetime
) -> tuple[str, Opinion]:
    """Return an act in the words of a pack, and what the pack says of it."""
    group = rules.acts.get(act, ())
    if not group or group[0].per != subject.per:
        return "", Opinion(pack=name, says="no rule", subject=subject)
    readings = read_all(group, subject)
    if not readings:
        why = answers.silences(group, subject)
        return "", Opinion(pack=name, says="silent", subject=subject, why=why)
    scheduled = combine(act, readings, set_aside(act, group, subject))
    status, _ = scheduled.status(now)
    return scheduled.text, Opinion(
        pack=name,
        says="never" if scheduled.is_forbidden else status,
        subject=subject,
        rules=scheduled.rules,
        window=scheduled.window,
        channel=scheduled.channel,
        to=scheduled.to,
        why=scheduled.why,
        source=scheduled.source,
    )


def _order(compared: ComparedAct) -> tuple[datetime, str, str]:
    best = [opinion.window.best or _clock.LATEST for opinion in compared.opinions]
    return min(best), compared.act, compared.subject.path
