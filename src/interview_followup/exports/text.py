"""Plans, verdicts, explanations and rules as text that people like to read.

Dates are in the candidate's zone. In plans they are said as seen from now, in few words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import zip_longest
from typing import NamedTuple
from zoneinfo import ZoneInfo

from interview_followup import _clock
from interview_followup._errors import Problem, cut, invalid, shown
from interview_followup._planning.agenda import (
    Entry,
    Group,
    Value,
    agenda,
    agenda_ahead,
    what_was_read,
)
from interview_followup._planning.cautions import Caution
from interview_followup._planning.check import Verdict
from interview_followup._planning.comparison import ComparedAct, Comparison, Opinion
from interview_followup._planning.explanation import Explanation
from interview_followup._planning.plan import Action, Plan
from interview_followup._planning.questions import Question
from interview_followup._terminal import as_lines, columns, one_line, padded, wrapped
from interview_followup.language._rule import Rule
from interview_followup.language._rule_set import RuleSet
from interview_followup.language._subject import Subject
from interview_followup.language._wording import WordingKind

__all__ = [
    "comparison_text",
    "explanation_text",
    "forecast_text",
    "plan_text",
    "rules_text",
    "verdict_text",
]

WIDTH = 80
NARROWEST = 40
INDENT, GAP, DOT = "  ", "  ", " · "
FIXED_WIDTH, MARGIN = 96, 30
"""Of verdicts, explanations and rules."""

PLAIN, TITLE, HEAD, ALARM, DETAIL = "", "1", "36", "1;31", "2"
"""How a terminal is told to write: in bold, in cyan, in bold red, dimly."""

WORDING_HEADS: dict[WordingKind, str] = {"do": "do", "dont": "don't"}
NOTHING_NOW = "There is nothing to do now."
NOTHING_TO_DO = "There is nothing to do."
IF_NOBODY_ANSWERS = (
    "If each act is done at its best moment, or now if that has passed, and nobody answers"
)

# -- plans ----------------------------------------------------------------------------------------


def plan_text(plan: Plan, *, width: int = WIDTH, long: bool = False, colour: bool = False) -> str:
    """Return a plan in groups, a line or two for each thing to do, to tell or to beware of.

    Lines have `width` columns, 40 at least; a word that has more has a line to itself. A `long`
    text says of each why, in which words, from what source, and all its dates. `colour` is for
    terminals, and no meaning hangs on it.

    >>> meeting = Interview(starts=date(2026, 11, 24), timezone="Europe/London")
    >>> print(plan_text(plan(meeting, now=date(2026, 11, 25))))
    Plan for Wed 25 Nov 2026, 00:00 GMT (Europe/London)
    Nothing new before today 01:00
    ...
    1 application, 1 interview

    Raises:
        InvalidInput: `width` is no whole number.
    """
    groups = agenda(plan)
    entries = [entry for group in groups for entry in group.entries]
    page = _page(entries, plan, width, colour=colour)
    nothing_now = [] if groups and groups[0].title == "DO NOW" else [NOTHING_NOW]
    parts = [_group(group, page, long=long) for group in groups]
    return "\n\n".join([_heading(plan, page), *nothing_now, *parts, *_read(plan, page)])


def forecast_text(
    forecast: Plan, *, width: int = WIDTH, long: bool = False, colour: bool = False
) -> str:
    """Return what is to be done until a horizon, in the order in which it is done.

    `width`, `long` and `colour` are as in `plan_text`.

    Raises:
        InvalidInput: `width` is no whole number.
    """
    steps, groups = agenda_ahead(forecast)
    entries = [*steps, *(entry for group in groups for entry in group.entries)]
    page = _page(entries, forecast, width, colour=colour)
    begins, ends = _date(forecast.now_utc, page.zone), _date(forecast.until_utc, page.zone)
    span = f"From {begins} until {ends}"
    heading = page.wrapped(f"{span} ({forecast.timezone})") + page.wrapped(IF_NOBODY_ANSWERS)
    lines = _entries(steps, page, long=long) if steps else NOTHING_TO_DO
    parts = [_group(group, page, long=long) for group in groups]
    return "\n\n".join(["\n".join(heading), lines, *parts, *_read(forecast, page)])


class _Page(NamedTuple):
    """How lines are laid out: as wide as that, with a margin for when; and as seen from now."""

    width: int
    margin: int
    colour: bool
    now: datetime
    zone: ZoneInfo

    def wrapped(self, text: str) -> list[str]:
        return wrapped(text, self.width)

    def moment(self, instant: datetime) -> str:
        return _clock.seen_from(instant, self.now, self.zone)

    @property
    def room(self) -> int:
        """How many columns there are beside the margin."""
        return self.width - self.margin

    def blanks_after(self, head: str) -> str:
        return " " * (self.margin - len(INDENT) - columns(head))

    def painted(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self.colour and text else text


def _page(entries: Iterable[Entry], plan: Plan, width: int, *, colour: bool) -> _Page:
    """Return the layout whose margin is as wide as what stands in it, but no third of the page."""
    width = _width(width)
    widest = max([columns(entry.when) for entry in entries], default=0)
    return _Page(
        width,
        min(widest, 3 * width // 10) + len(INDENT + GAP),
        colour,
        plan.now_utc,
        _clock.zone(plan.timezone),
    )


def _width(width: int) -> int:
    """Return how wide a page is of which somebody says how wide it should be."""
    if type(width) is not int:
        mend = f"leave it out, or give {WIDTH}"
        raise invalid("width", f"{shown(width)} is not a whole number", mend)
    return max(width, NARROWEST)


def _heading(plan: Plan, page: _Page) -> str:
    lines = page.wrapped(f"Plan for {_date(plan.now_utc, page.zone)} ({plan.timezone})")
    bests = [action.window.best for action in plan.actions if action.status in ("open", "late")]
    ahead = [best for best in bests if best is not None and plan.now_utc < best]
    if changes := list(filter(None, (plan.until_utc, *ahead))):
        lines += page.wrapped(f"Nothing new before {page.moment(min(changes))}")
    return "\n".join(lines)


def _read(plan: Plan, page: _Page) -> list[str]:
    return ["\n".join(page.wrapped(what_was_read(plan)))] if what_was_read(plan) else []


def _group(group: Group, page: _Page, *, long: bool) -> str:
    title = page.painted(group.title, TITLE)
    return f"{title}\n{_entries(group.entries, page, long=long)}"


def _entries(entries: Iterable[Entry], page: _Page, *, long: bool) -> str:
    if long:
        return "\n\n".join([_long(entry, page) for entry in entries])
    return "\n".join([_short(entry, page) for entry in entries])


def _short(entry: Entry, page: _Page) -> str:
    """Return an entry in a line or two; what the text does not name shares its last line or not."""
    if not entry.when:
        return _indented(entry.text, INDENT, page.width)
    but = f"but {entry.but}" if entry.but else ""
    lines, details = (
        wrapped(entry.text, page.room),
        _details_in((entry.about, entry.how, but), page),
    )
    if len(details) == 1 and columns(f"{lines[-1]}{DOT}{details[0]}") <= page.room:
        lines[-1] += page.painted(f"{DOT}{details.pop()}", DETAIL)
    return _beside(entry, [*lines, *(page.painted(line, DETAIL) for line in details)], page)


def _details_in(texts: Iterable[str], page: _Page) -> list[str]:
    """Return lines of texts, of which several share one only where they fit as a whole."""
    rows: list[str] = []
    for lines in [wrapped(text, page.room) for text in texts if text]:
        if rows and len(lines) == 1 and columns(f"{rows[-1]}{DOT}{lines[0]}") <= page.room:
            rows[-1] += f"{DOT}{lines[0]}"
        else:
            rows += lines
    return rows


def _beside(entry: Entry, lines: Iterable[str], page: _Page) -> str:
    """Return lines with when in the margin of the first ones."""
    heads = wrapped(entry.when, page.margin - len(INDENT + GAP))
    style = ALARM if entry.is_late else HEAD
    return "\n".join(
        [
            f"{INDENT}{page.painted(head, style)}{page.blanks_after(head)}{line}".rstrip()
            for head, line in zip_longest(heads, lines, fillvalue="")
        ]
    )


# -- the long form of a plan ----------------------------------------------------------------------


def _long(entry: Entry, page: _Page) -> str:
    """Return an entry with all that is known of the values that it comes from."""
    return "\n\n".join([_long_value(value, entry, page) for value in entry.values])


def _long_value(value: Value, entry: Entry, page: _Page) -> str:
    if isinstance(value, Problem):
        return _indented(entry.text, INDENT, page.width)
    details = [*_about(value.subject, page), *_details(value, page)]
    paragraphs = [
        (value.text, PLAIN),
        ("; ".join(filter(None, details)), DETAIL),
        *((text, PLAIN) for text in _reasons(value)),
        *([] if isinstance(value, Question) else [(f"Source: {value.source}", DETAIL)]),
    ]
    lines = [
        page.painted(line, style) for text, style in paragraphs for line in wrapped(text, page.room)
    ]
    return _beside(entry, lines, page)


def _details(value: Action | Caution | Question, page: _Page) -> Iterator[str]:
    """Yield over what an act goes, and all dates that are still of use."""
    if isinstance(value, Caution) and value.until_utc is not None:
        yield f"until {page.moment(value.until_utc)}"
    if not isinstance(value, Action):
        return
    opens, best, due, closes, _ = value.window
    yield " to ".join(filter(None, (value.channel, value.to)))
    if value.status == "early" and opens is not None and opens != best:
        yield f"opens {page.moment(opens)}"
    if best is not None and page.now < best:
        yield f"best {page.moment(best)}"
    if due is not None:
        yield f"late {'since' if value.status == 'late' else 'from'} {page.moment(due)}"
    if closes is not None:
        yield f"closes {page.moment(closes)}"


def _reasons(value: Action | Caution | Question) -> Iterator[str]:
    """Yield why something is said, what hinders the candidate, and what to say in a message."""
    if isinstance(value, Question):
        yield from [f"Needed to: {scheduled.text}" for scheduled in value.held]
        return
    if isinstance(value, Action) and (hindrance := value.hindrance):
        yield f"But: {hindrance.text}"
    yield f"Why: {value.why}"
    for kind, text, source in value.wording if isinstance(value, Action) else ():
        heading = "" if text.startswith("Don't") else f"{WORDING_HEADS[kind].capitalize()}: "
        ending = "" if str(source) == value.source else f" ({source})"
        yield f"{heading}{text}{ending}"


def _about(subject: Subject, page: _Page) -> Iterator[str]:
    """Yield the application, and the interview where the application has several."""
    if subject.identities and (title := subject.application.title):
        yield cut(title)
    if len(subject.identities) > 1 and len(subject.application.interviews) > 1:
        interview = subject.interview
        starts = page.moment(interview.first_moment)
        yield f"interview of {starts if interview.is_timed else interview.starts_in_words}"


# -- verdicts, explanations and rules -------------------------------------------------------------


def verdict_text(verdict: Verdict) -> str:
    """Return a verdict in sentences: yes or no, what to do, why, and until when that holds.

    Lines have 96 columns; a word that has more has a line to itself.

    >>> meeting = Interview(starts=date(2026, 11, 24), timezone="Europe/London")
    >>> print(verdict_text(check(meeting, "debrief", at=date(2026, 11, 26))))
    Yes. Write down the questions that the employer asked, the tricky and new ones above all. Every
    interview has lessons for the next. Take stock, but don't brood over every word. Best: 1 hour
    after the interview's end.
    This holds until Wed 2 Dec 2026, 00:00 GMT.
    """
    answer = "\n".join(wrapped(str(verdict), FIXED_WIDTH))
    until, window = verdict.until_utc, verdict.window
    if verdict.allowed and until == window.best:
        # Its best moment, which it names, ends no yes.
        until = window.due or window.closes
    if until is None:
        return answer
    return f"{answer}\nThis holds until {_date(until, _clock.zone(verdict.timezone))}."


def explanation_text(explanation: Explanation) -> str:
    """Return an explanation as sentences, each below the one that it is a reason for.

    Lines have 96 columns; a word that has more has a line to itself.
    """
    sentences = explanation.sentences()
    return "\n".join(
        [_indented(sentence.text, sentence.margin, FIXED_WIDTH) for sentence in sentences]
    )


def _indented(text: str, margin: str, width: int) -> str:
    return "\n".join(wrapped(text, width, first=margin, others=f"{margin}    "))


def rules_text(rules: Iterable[Rule]) -> str:
    """Return what each rule says, part by part, in the order in which the rules are given.

    Lines have 96 columns; a word that has more has a line to itself.
    """
    return "\n\n\n".join([_rule(rule) for rule in rules])


def _rule(rule: Rule) -> str:
    item = f" (item {rule.source.item})" if rule.source.item else ""
    parts = [
        *([("kind", rule.kind)] if rule.kind != "advice" else []),
        ("per", rule.per),
        *[(part, str(expression)) for part, expression in rule.says()],
        *[("where", f"{name}: {words}") for name, words in rule.where().items()],
        ("text", str(rule.text)),
        ("why", rule.why),
        *[(WORDING_HEADS[kind], f"{text} ({source})") for kind, text, source in rule.wording],
        ("source", str(rule.source)),
    ]
    for parameter in rule.parameters:
        value = f"{rule.name}.{parameter.name} = {parameter}"
        parts.append(("parameter", f"{value}: {parameter.text} ({parameter.source})"))
    return "\n".join([f"{rule.name}{item}", *[_entry(head, words) for head, words in parts]])


# -- comparisons ----------------------------------------------------------------------------------

DATES = {"opens": "opens", "best": "best", "due": "late from", "closes": "closes"}
IN_COMMON, WIDEST_NAME = "in common", 20


def comparison_text(comparison: Comparison, *, width: int = WIDTH) -> str:
    """Return what packs say side by side: first where they differ, then what all say alike.

    Dates that all packs give an act are said once, and sources are numbered. Lines have `width`
    columns, 40 at least; a word that has more has a line to itself.

    Raises:
        InvalidInput: `width` is no whole number.
    """
    layout = _Layout(comparison, _width(width))
    date = _date(comparison.now_utc, layout.zone)
    heading = wrapped(f"{_names(comparison.packs)} on {date} ({comparison.timezone})", layout.width)
    groups = {
        "THEY DIFFER": [layout.differing(compared) for compared in comparison.differing],
        "ALL SAY THE SAME": [layout.alike(compared) for compared in comparison.alike],
        "SOURCES": layout.sources(),
    }
    parts = ["\n".join([title, *lines]) for title, lines in groups.items() if lines]
    nothing = [] if comparison.acts else ["No pack says anything of this search."]
    return "\n\n".join(["\n".join(heading), *nothing, *parts])


def _names(names: Sequence[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


class _Layout:
    """How a comparison is laid out: as wide as that, the names of packs in a margin."""

    def __init__(self, comparison: Comparison, width: int) -> None:
        self.width, self.zone = width, _clock.zone(comparison.timezone)
        longest = max([columns(name) for name in (IN_COMMON, *comparison.packs)])
        self.margin = min(longest, WIDEST_NAME) + len(INDENT) + len(GAP)
        self.numbers: dict[str, int] = {}

    def differing(self, compared: ComparedAct) -> str:
        """Return an act with what all packs say of it, and below it what each says otherwise."""
        entries = [
            (opinion.pack, self._opinion(opinion, compared)) for opinion in compared.opinions
        ]
        if compared.alike:
            entries.insert(0, (IN_COMMON, self._dates(compared.alike)))
        return "\n".join([*self._title(compared), *(self._entry(*entry) for entry in entries)])

    def alike(self, compared: ComparedAct) -> str:
        """Return an act with what every pack says of it."""
        opinion = compared.opinions[0]
        return "\n".join([*self._title(compared), self._entry("", self._whole(opinion))])

    def sources(self) -> list[str]:
        """Return the sources that were named so far, each after its number."""
        return [self._entry(f"[{number}]", source) for source, number in self.numbers.items()]

    def _title(self, compared: ComparedAct) -> list[str]:
        return wrapped(f"{compared.act} of {compared.subject.label}", self.width)

    def _opinion(self, opinion: Opinion, compared: ComparedAct) -> str:
        """Return what a pack says otherwise than the others, with the number of its source."""
        if same := compared.as_before(opinion):
            return f"as {same}"
        if not opinion.is_dated:
            return self._whole(opinion)
        window: dict[str, datetime | None] = {
            part: getattr(opinion.window, part) for part in DATES if part in compared.differs
        }
        channel = _channel(opinion) if "channel" in compared.differs else ""
        rules = "" if opinion.rules == (compared.act,) else f"by {_names(opinion.rules)}"
        parts = [opinion.says, self._dates(window), channel, rules]
        return f"{'; '.join(filter(None, parts))} {self._number(opinion)}"

    def _whole(self, opinion: Opinion) -> str:
        """Return all that a pack says, with the number of its source."""
        if opinion.says == "no rule":
            return "no rule"
        if opinion.says == "silent" and not opinion.rules:
            return f"silent: {opinion.why}"
        if opinion.says == "never":
            return f"never: {opinion.why} {self._number(opinion)}"
        window = {part: getattr(opinion.window, part) for part in DATES}
        parts = [opinion.says, self._dates(window)]
        return f"{'; '.join(filter(None, parts))} {self._number(opinion)}"

    def _dates(self, moments: Mapping[str, datetime | None]) -> str:
        known = [(part, moment) for part, moment in moments.items() if moment is not None]
        return "; ".join([f"{DATES[part]} {_date(moment, self.zone)}" for part, moment in known])

    def _number(self, opinion: Opinion) -> str:
        number = self.numbers.setdefault(opinion.source, len(self.numbers) + 1)
        return f"[{number}]"

    def _entry(self, head: str, text: str) -> str:
        first = padded(f"{INDENT}{one_line(cut(head, WIDEST_NAME))}", self.margin)
        return "\n".join(wrapped(text, self.width, first=first, others=" " * self.margin))


def _channel(opinion: Opinion) -> str:
    if opinion.channel is None:
        return "no channel"
    return f"{opinion.channel} to {opinion.to}" if opinion.to else opinion.channel


# -- what a value shows itself as -----------------------------------------------------------------


def displayed_text(value: object) -> str:
    """Return the text that a value shows itself as in terminals: what it says, if no other."""
    match value:
        case Plan():
            return forecast_text(value) if value.is_forecast else plan_text(value)
        case Comparison():
            return comparison_text(value)
        case RuleSet():
            return rules_text(value)
        case Rule():
            return rules_text([value])
    return as_lines(str(value))


# -- lines ----------------------------------------------------------------------------------------


def _entry(head: str, *paragraphs: str) -> str:
    """Return paragraphs with a heading in the margin of their first line."""
    width = FIXED_WIDTH - MARGIN - 2
    lines = [line for paragraph in paragraphs for line in wrapped(paragraph, width)]
    heads = [head, *[""] * len(lines)]
    rows = zip(heads, lines, strict=False)
    return "\n".join([f"  {padded(start, MARGIN)}{line}" for start, line in rows])


def _date(instant: datetime | None, zone: ZoneInfo) -> str:
    """Say when an instant is, with its year and its zone's name: `Tue 8 Dec 2026, 11:00 GMT`."""
    if instant is None:
        return "no date yet"
    wall = instant.astimezone(zone)
    return f"{_clock.short_day(instant, zone)} {wall.year}, {wall:%H:%M %Z}"
