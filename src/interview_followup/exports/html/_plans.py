"""Plans, forecasts and actions as blocks: the groups of the agenda, and why on demand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from interview_followup._errors import Problem
from interview_followup._planning.agenda import Entry, Group, Title, Value, agenda
from interview_followup._planning.cautions import Caution
from interview_followup._planning.plan import Action, Plan
from interview_followup._planning.questions import Question
from interview_followup._planning.status import STATUSES
from interview_followup.exports.html._blocks import (
    Block,
    Bullets,
    Cell,
    Fold,
    Heading,
    Paragraph,
    Picture,
    Table,
)
from interview_followup.exports.html._words import moment, window_dates, wording_blocks
from interview_followup.exports.timeline import timeline_svg

NOTHING_TO_DO = "There is nothing to do."
CAPTIONS: dict[Title, str] = {
    "DO NOW": "Its best moment has come; what is late or over first comes first",
    "QUESTIONS": "What nobody has told yet, and what waits for it",
    "NEXT": "What is best within seven days",
    "LATER": "What is best after that, or has no date yet",
    "BEWARE": "What it is too early for, and what is late or was missed",
    "CHECK YOUR RECORDS": "What looks wrong in what is on record",
}
COLUMNS: dict[Title, tuple[str, str, str]] = {
    "QUESTIONS": ("By when", "Question", "About"),
    "BEWARE": ("What it is", "Caution", "About"),
    "CHECK YOUR RECORDS": ("Where", "What", "What to do"),
}
ACTION_COLUMNS = ("When", "What", "About")


def plan_blocks(plan: Plan) -> Iterator[Block]:
    """Yield a plan under the headings of its groups; a forecast in the order of what is done."""
    yield Heading(title(plan))
    yield Paragraph(_span(plan))
    yield from _timeline(plan)
    groups = agenda(plan)
    if plan.is_forecast:
        yield from _done(plan)
        groups = tuple([group for group in groups if group.title in COLUMNS])
    for group in groups:
        yield Heading(group.title.capitalize(), 1)
        yield _table(group)
    if not groups and not plan.is_forecast:
        yield Paragraph(NOTHING_TO_DO)


def title(plan: Plan) -> str:
    """Return what a plan is called."""
    now = moment(plan.now_utc, plan.timezone)
    return f"{'Forecast from' if plan.is_forecast else 'Plan for'} {now}"


def _span(plan: Plan) -> str:
    until = None if plan.until_utc is None else moment(plan.until_utc, plan.timezone)
    if plan.is_forecast:
        return (
            f"Until {until} ({plan.timezone}), if each act is done at its best moment, or now if "
            "that has passed, and nobody answers."
        )
    changes = f"nothing in it changes before {until}" if until else "nothing in it will change"
    return f"In the time of {plan.timezone}; {changes}."


def _timeline(plan: Plan) -> Iterator[Block]:
    """Yield the picture of what has a window, if anything has."""
    shown = [action for action in plan.actions if STATUSES[action.status].shown]
    dated = [action for action in shown if action.window.opens is not None]
    if dated:
        number = f"{len(dated)} act{'' if len(dated) == 1 else 's'}"
        words = f"Timeline of {number}: when each opens, is best, is late and closes. "
        yield Picture(f"{words}The same dates are below, under “why and when”.", timeline_svg(plan))


# -- groups ---------------------------------------------------------------------------------------


def _table(group: Group) -> Table:
    columns = COLUMNS.get(group.title, ACTION_COLUMNS)
    rows = [_row(entry) for entry in group.entries]
    return Table(CAPTIONS[group.title], columns, rows, header=1)


def _row(entry: Entry) -> Sequence[Cell]:
    [value, *_] = entry.values
    if isinstance(value, Problem):
        return value.place, value.message, value.mend
    about = [Paragraph(text) for text in (entry.about, entry.how) if text]
    but = [Paragraph(entry.but, "But:")] if entry.but else []
    return entry.when, entry.text, [*about, *but, *_folded(entry.values)]


def _done(forecast: Plan) -> Iterator[Block]:
    """Yield the acts of a forecast with the moment at which each is done."""
    rows: list[Sequence[Cell]] = []
    for action in forecast.actions:
        when = "" if action.at_utc is None else moment(action.at_utc, action.timezone)
        about = [Paragraph(text) for text in (_label(action), _route(action)) if text]
        rows.append((when, action.text, [*about, *_folded([action])]))
    yield Heading("What is done", 1)
    yield Table("Each act at the moment at which it is done", ACTION_COLUMNS, rows, header=1)


def _label(action: Action) -> str:
    return (action.subject.application.title or "") if action.subject.identities else ""


def _route(action: Action) -> str:
    return f"{action.channel} to {action.to}" if action.to else action.channel or ""


# -- why ------------------------------------------------------------------------------------------


def _folded(values: Sequence[Value]) -> Iterator[Fold]:
    """Yield why an entry is in the plan; of a question, what waits for the answer."""
    match values[0]:
        case Action(wording=wording) as action:
            summary = "Why, when, what to say" if wording else "Why and when"
            yield Fold(summary, list(action_reasons(action)))
        case Caution():
            blocks = [block for value in values for block in _caution_reasons(value)]
            yield Fold("Why", blocks)
        case Question(held=held) if held:
            yield Fold("What waits for it", [Bullets([(0, each.text) for each in held])])


def action_reasons(action: Action) -> Iterator[Block]:
    """Yield why an action is advised, the dates of its window, what to say and where it is from."""
    yield Paragraph(action.why, "Why:")
    for label, words in window_dates(action.window, action.timezone):
        yield Paragraph(words, f"{label}:")
    yield from wording_blocks(action.wording, action.source)
    yield Paragraph(action.source, "Source:")


def _caution_reasons(caution: Value) -> Iterator[Block]:
    assert isinstance(caution, Caution)  # So are all values of an entry with one.
    zone = caution.timezone
    yield Paragraph(caution.why, f"{caution.text}:" if caution.status == "early" else "Why:")
    if caution.until_utc is not None:
        yield Paragraph(moment(caution.until_utc, zone), "Until:")
    yield Paragraph(caution.source, "Source:")


def action_blocks(action: Action) -> Iterator[Block]:
    """Yield an action with its status, its dates, and why."""
    zone = action.timezone
    at = [] if action.at_utc is None else [("Done", moment(action.at_utc, zone))]
    hindrance = action.hindrance
    rows: list[tuple[str, str]] = [
        ("Status", action.status),
        *at,
        *window_dates(action.window, zone),
        ("How", _route(action)),
        ("But", hindrance.text if hindrance else ""),
        ("Why", action.why),
        ("Source", action.source),
    ]
    about = f"“{action.act}” of {action.subject.label}"
    yield Paragraph(action.text)
    yield Table(about, (), [(name, text) for name, text in rows if text])
    yield from wording_blocks(action.wording, action.source)
