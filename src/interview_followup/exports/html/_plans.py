"""Plans, forecasts and actions as blocks: the groups of the agenda, and why on demand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from interview_followup._errors import Problem
from interview_followup._planning.agenda import (
    Entry,
    Group,
    Title,
    Value,
    agenda,
    agenda_ahead,
    what_was_read,
)
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

WIDE, NARROW = 960, 360
"""How many pixels a timeline is wide, with room for columns and without."""

NOTHING_NOW = "There is nothing to do now."
STEPS = "Each act at the moment at which it is done"
CAPTIONS: dict[Title, str] = {
    "DO NOW": "Its best moment has come; what is late or over first comes first",
    "QUESTIONS": "What nobody has told yet, and what waits for it",
    "NEXT": "What is best within seven days",
    "LATER": "What is best in more than seven days, or has no date yet",
    "BEWARE": "What it is too early for, and what is late or was missed",
    "CHECK YOUR RECORDS": "What looks wrong in what is on record",
}
COLUMNS: dict[Title, tuple[str, str, str]] = {
    "QUESTIONS": ("By when", "Question", "About"),
    "BEWARE": ("What it is", "Caution", "About"),
    "CHECK YOUR RECORDS": ("Where", "What", "What to do"),
}
NAMED_FIRST: tuple[Title, ...] = ("BEWARE", "CHECK YOUR RECORDS")
"""In which groups the first column names the row: in the others it is the text."""

WIDTHS = (18, 36, 46)
ACTION_COLUMNS = ("When", "What", "About")


def plan_blocks(plan: Plan) -> Iterator[Block]:
    """Yield a plan under the headings of its groups; a forecast in the order of what is done.

    What to do comes first: a timeline of many acts would fill a window.
    """
    steps, groups = agenda_ahead(plan) if plan.is_forecast else ((), agenda(plan))
    yield Heading(title(plan))
    yield Paragraph(_span(plan))
    if read := what_was_read(plan):
        yield Paragraph(read)
    if steps:
        yield Heading("What is done", 1)
        yield Table(STEPS, ACTION_COLUMNS, [_row(step) for step in steps], 1, WIDTHS)
    elif not groups or groups[0].title != "DO NOW":
        yield Paragraph(NOTHING_NOW)
    for group in groups:
        yield Heading(group.title.capitalize(), 1)
        yield _table(group)
    yield from _timeline(plan)


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
        alike = "The same dates are in the tables above, under “why”."
        drawings = [timeline_svg(plan, width=width) for width in (WIDE, NARROW)]
        yield Heading("Timeline", 1)
        yield Picture(f"{words}{alike}", *drawings)


# -- groups ---------------------------------------------------------------------------------------


def _table(group: Group) -> Table:
    columns = COLUMNS.get(group.title, ACTION_COLUMNS)
    rows = [_row(entry) for entry in group.entries]
    header = 0 if group.title in NAMED_FIRST else 1
    return Table(CAPTIONS[group.title], columns, rows, header, WIDTHS)


def _row(entry: Entry) -> Sequence[Cell]:
    [value, *_] = entry.values
    if isinstance(value, Problem):
        return value.place, value.message, value.mend
    about = " · ".join(filter(None, (entry.about, entry.how)))
    lines = [Paragraph(text, label) for text, label in ((about, ""), (entry.but, "But:")) if text]
    return entry.when, entry.text, [*lines, *_folded(entry.values)]


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
            yield Fold("What waits for it", [Bullets([(0, scheduled.text) for scheduled in held])])


def action_reasons(action: Action) -> Iterator[Block]:
    """Yield why an action is advised, the dates of its window, what to say and where it is from."""
    yield Paragraph(action.why, "Why:")
    dates = [
        f"{label.lower()} {words}" for label, words in window_dates(action.window, action.timezone)
    ]
    if dates:
        yield Paragraph("; ".join(dates), "When:")
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
