"""A plan as a picture: a row for each action, with its window on a line of time, as SVG.

It is drawn in one colour: shapes, textures and words tell its parts apart. Where there is little
room, the label of a row stands above its window, otherwise beside it.
"""

# A picture is a pile of blocks, each drawn from its own top. Only the shading behind the windows,
# and the line at now, go through several of them.

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple
from zoneinfo import ZoneInfo

from interview_followup import _clock, _svg
from interview_followup._axis import (
    DAY,
    Scale,
    agree,
    days_of,
    hour_labels,
    month_labels,
    nights,
    number_labels,
    weekday_labels,
)
from interview_followup._errors import cut, invalid, shown
from interview_followup._planning.plan import Action, Plan
from interview_followup._planning.status import STATUSES, Status
from interview_followup.language._subject import Subject
from interview_followup.language._window import Window
from interview_followup.model import JobSearch, WakingHours, Workdays

__all__ = ["timeline_svg"]

NARROWEST, WIDEST = 320, 10_000
BESIDE_FROM = 640
"""From which width on labels stand beside their windows."""

MARGIN, GAP = 12, 8
TEXT, SMALL = 12, 10
LINE, ROW = 15, 22
BAR, CAP, THINNEST = 8, 14, 3
FADE, FADING = 30, 6
SWATCH = 24
NIGHT, OFF = 0.06, 0.1

BEFORE_NOW = timedelta(hours=3)
SPANS = (1, 2, 3, 5, 7, 10, 14, 21)
"""How many days a picture may show: the fewest that hold all that is ahead, at most the last."""

BEYOND = {"opens": "from", "best": "best", "due": "late", "closes": "to"}
SAID = {"opens": "opens", "best": "best", "due": "late from", "closes": "closes"}
STATES: dict[Status, str] = {
    "early": "not open yet",
    "open": "open",
    "late": "late",
    "needs-fact": "waiting for an answer",
    "conflict": "impossible, as rules leave no time for it",
}
NOTHING = "There is nothing with a date."
SEARCH = "The whole search"

# What the reader's scheme calls its ground and its ink. The attributes are for programs that know
# no such names.
GROUND = 'fill="#ffffff" style="fill: Canvas"'
HALO = 'stroke="#ffffff" style="stroke: Canvas"'
INK = 'color="#1f2328" style="color-scheme: light dark; color: CanvasText"'


class Block(NamedTuple):
    """A part of a picture as high as it is, and what is drawn in it.

    `track` is from where to where in it the shading goes on; None where there is none.
    """

    height: float
    shapes: Sequence[str] = ()
    track: tuple[float, float] | None = None


class View(NamedTuple):
    """From where a plan is seen, and how large its picture is."""

    zone: ZoneInfo
    now: datetime
    scale: Scale
    width: int

    @property
    def is_beside(self) -> bool:
        """Whether labels stand beside their windows, not above them."""
        return self.width >= BESIDE_FROM

    @property
    def label_room(self) -> float:
        """How much room there is for the label of a row, if nothing else is beside it."""
        return self.scale.left - MARGIN - 2 * GAP if self.is_beside else self.width - 2 * MARGIN


# -- the picture ----------------------------------------------------------------------------------


def timeline_svg(plan: Plan, *, width: int = 900) -> str:
    """Return the windows of a plan's actions as an SVG picture, `width` pixels across.

    It begins shortly before now and shows 21 days at most, in the candidate's zone; an arrow with a
    date stands for what is beyond. Acts that people are not told of, and those without any date,
    are left out. Where an interview's clocks show another time, its application has an axis of its
    own. The text is ASCII, with all other characters as references: no encoding changes it.

    Raises:
        InvalidInput: `width` is no whole number from 320 to 10,000.
    """
    if type(width) is not int or not NARROWEST <= width <= WIDEST:
        message = f"{shown(width)} is not a whole number from {NARROWEST} to {WIDEST}"
        raise invalid("width", message, "leave it out, or give 900")
    actions = [action for action in plan.actions if _is_drawn(action)]
    search = plan.actions[0].subject.search if plan.actions else None
    view = _view(plan, actions, width)
    blocks = [
        Block(MARGIN - GAP),
        _axis(view, view.zone, with_months=True),
        _now(view),
        *(_groups(view, actions) or [_nothing(view)]),
        Block(GAP),
        _key(view, actions),
        Block(MARGIN),
    ]
    tops = [0.0, *accumulate([block.height for block in blocks])]
    size = f'width="{width}" height="{tops[-1]:g}"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" xml:lang="en" {size} '
        f'viewBox="0 0 {width} {tops[-1]:g}" font-family="Arial, Helvetica, sans-serif" '
        f'fill="currentColor" {INK}>',
        f"<title>{_svg.spoken(_title(view, actions))}</title>",
        f"<desc>{_svg.spoken(_description(view, actions))}</desc>",
        f"<rect {size} {GROUND}/>",
        *_shading(view, search, _tracks(tops, blocks)),
        *[_moved(top, block) for top, block in zip(tops, blocks, strict=False)],
        "</svg>",
    ]
    return "\n".join(filter(None, lines)).encode("ascii", "xmlcharrefreplace").decode("ascii")


def _is_drawn(action: Action) -> bool:
    return STATUSES[action.status].shown and bool(_moments(action.window))


def _moments(window: Window) -> dict[str, datetime]:
    """Return the moments of a window that are known, by what they are."""
    moments = {part: getattr(window, part) for part in SAID}
    return {part: moment for part, moment in moments.items() if moment is not None}


def _moved(top: float, block: Block) -> str:
    shapes = "\n".join(filter(None, block.shapes))
    return f'<g transform="translate(0 {top:g})">\n{shapes}\n</g>' if shapes else ""


def _tracks(tops: Sequence[float], blocks: Sequence[Block]) -> list[tuple[float, float]]:
    """Return from where to where the shading goes, as far as it can at a stretch."""
    tracks: list[tuple[float, float]] = []
    for top, block in zip(tops, blocks, strict=False):
        if block.track is not None:
            begins, ends = top + block.track[0], top + block.track[1]
            if tracks and tracks[-1][1] == begins:
                begins, _ = tracks.pop()
            tracks.append((begins, ends))
    return tracks


def _title(view: View, actions: Sequence[Action]) -> str:
    noun = "action" if len(actions) == 1 else "actions"
    now = _clock.in_words(view.now, view.zone)
    return f"Timeline of {len(actions)} {noun}, as of {now} ({view.zone.key})"


def _description(view: View, actions: Sequence[Action]) -> str:
    return " ".join([_sentence(view, action) for action in actions]) or NOTHING


# -- which days, and where ------------------------------------------------------------------------


def _view(plan: Plan, actions: Sequence[Action], width: int) -> View:
    zone = _clock.zone(plan.timezone)
    start, end = _span(plan.now_utc, zone, actions)
    view = View(zone, plan.now_utc, Scale(start, end, MARGIN, width - MARGIN), width)
    if not view.is_beside:
        return view
    beyond = [_beyond(view, action.window) for action in actions]
    before, after = (
        max([_svg.length(words, SMALL) for words in side], default=0)
        for side in (zip(*beyond, strict=True) if beyond else ((), ()))
    )
    left = MARGIN + min(max(0.34 * width, 220), 480) + before + 3 * GAP
    right = view.scale.right - after - 2 * GAP
    return view._replace(scale=view.scale._replace(left=left, right=right))


def _span(now: datetime, zone: ZoneInfo, actions: Iterable[Action]) -> tuple[datetime, datetime]:
    """Return the midnights from which to which the picture goes."""
    first = (now - BEFORE_NOW).astimezone(zone).date()
    moments = [moment for action in actions for moment in _moments(action.window).values()]
    ends = [_clock.first_moment(first + days * DAY, zone) for days in SPANS]
    end = next((end for end in ends if end > max([now, *moments])), ends[-1])
    return _clock.first_moment(first, zone), end


def _beyond(view: View, window: Window) -> tuple[str, str]:
    """Say which moment of a window is the last before what is shown, and the first after it."""
    moments = sorted(_moments(window).items(), key=itemgetter(1))
    words = [(moment, f"{BEYOND[part]} {_date(view, moment)}") for part, moment in moments]
    before = [text for moment, text in words if moment < view.scale.start]
    after = [text for moment, text in words if moment > view.scale.end]
    return (before or [""])[-1], (after or [""])[0]


def _date(view: View, instant: datetime) -> str:
    """Return a day as in `8 Dec`, with its year if that is not the one of now."""
    wall = instant.astimezone(view.zone)
    year = "" if wall.year == view.now.astimezone(view.zone).year else f" {wall.year}"
    return f"{wall.day} {_clock.MONTHS[wall.month - 1][:3]}{year}"


# -- axes -----------------------------------------------------------------------------------------


def _axis(view: View, zone: ZoneInfo, *, name: str = "", with_months: bool = False) -> Block:
    """Return the days of a zone, their hours if there is room, and the months if asked for.

    What the axis is for has its name above it, or beside it.
    """
    days = days_of(view.scale, zone)
    months = [month_labels(days)] if with_months else []
    hours = hour_labels(view.scale, zone, days)
    lines = [*months, weekday_labels(days), number_labels(days), *([hours] if hours else [])]
    above = [_name_label(view, ROW - 4, name)] if name else []
    top = GAP if view.is_beside else LINE + (ROW + 2 if name else 0)
    bottom = top + len(lines) * LINE
    labels = [
        _svg.label(label.x, top + number * LINE - 4, label.words, SMALL, anchor="middle")
        for number, line in enumerate(lines, 1)
        for label in line
    ]
    place = _svg.fitted(f"Times in {_clock.city(zone)}", view.label_room, SMALL)
    baseline = (bottom if view.is_beside else top) - 4
    ticks = [cell.left for cell in days] + [label.x for label in hours]
    path = "".join([f"M{x:.1f} {bottom - 3}v3" for x in ticks])
    edge = _svg.stroke(f"{path}M{view.scale.left:.1f} {bottom}H{view.scale.right:.1f}", opacity=0.5)
    return Block(bottom, [*above, _svg.label(MARGIN, baseline, place, SMALL), *labels, edge])


def _now(view: View) -> Block:
    """Return the mark from which the line at now goes down, with its date and time."""
    wall = view.now.astimezone(view.zone)
    words = f"Now: {_clock.WEEKDAYS[wall.weekday()]} {_date(view, view.now)}, {wall:%H:%M}"
    x, size = view.scale.x(view.now), _svg.length(words, TEXT, bold=True)
    left = min(x + GAP, view.width - MARGIN - size)
    mark = f'<path data-part="now" d="M{x - 4:.1f} {LINE - 1}h8l-4 6z"/>'
    return Block(LINE + 5, [_svg.label(left, LINE - 3, words, TEXT, bold=True), mark])


# -- rows -----------------------------------------------------------------------------------------


def _groups(view: View, actions: Sequence[Action]) -> list[Block]:
    """Return the rows of each application below its name, and the axes that it needs."""
    groups: dict[Subject, list[Action]] = {}
    for action in actions:
        groups.setdefault(action.subject.widened("application"), []).append(action)
    return [
        block for subject, rows in groups.items() for block in _group(view, _name(subject), rows)
    ]


def _group(view: View, name: str, actions: Sequence[Action]) -> Iterator[Block]:
    zones = dict.fromkeys([row.subject.zone for row in actions if row.subject.identities])
    others = [zone for zone in zones if not agree(view.scale, view.zone, zone)]
    if not others:
        track = (0.0, ROW + 2.0) if view.is_beside else None
        yield Block(ROW + 2, [_name_label(view, ROW - 4, name)], track)
    for zone in others:
        yield _axis(view, zone, name=name if zone == others[0] else "")
    meetings = defaultdict(set)
    for action in actions:
        meetings[action.text].add(action.subject.identities[:2])
    for action in actions:
        yield _row(view, action, _label(action, is_dated=len(meetings[action.text]) > 1))


def _name_label(view: View, baseline: float, name: str) -> str:
    words = _svg.fitted(name, view.label_room, TEXT, bold=True)
    return _svg.label(MARGIN, baseline, words, TEXT, bold=True)


def _name(subject: Subject) -> str:
    """Return the name of a group."""
    if not subject.identities:
        return SEARCH
    name = subject.label
    return name if subject.application.title else f"{name[0].upper()}{name[1:]}"


def _label(action: Action, *, is_dated: bool) -> str:
    """Return the text of an action, with the day of its interview where another says the same."""
    subject = action.subject
    text = f"No time for it: {action.text}" if action.status == "conflict" else action.text
    if not is_dated or len(subject.identities) < 2:
        return text
    day = subject.interview.first_moment.astimezone(subject.zone)
    return f"{day.day} {_clock.MONTHS[day.month - 1][:3]}: {text}"


def _row(view: View, action: Action, label: str) -> Block:
    before, after = _beyond(view, action.window)
    if view.is_beside:
        top, baseline, beside = 0.0, ROW / 2 + 4, before
        beyond = [
            _svg.label(view.scale.left - GAP - 6, baseline, before, SMALL, anchor="end"),
            _svg.label(view.scale.right + GAP + 6, baseline, after, SMALL),
        ]
    else:
        top, baseline, beside = LINE + 7.0, LINE + 2.0, " · ".join(filter(None, [before, after]))
        beyond = [_svg.label(view.width - MARGIN, baseline, beside, SMALL, anchor="end")]
    room = view.label_room - (_svg.length(beside, SMALL) + GAP if beside else 0)
    shapes = [
        f"<g><title>{_svg.spoken(_sentence(view, action))}</title>",
        _svg.label(MARGIN, baseline, _svg.fitted(label, room, TEXT), TEXT),
        *beyond,
        *_window(view, action, top + ROW / 2),
        "</g>",
    ]
    return Block(top + ROW, shapes, (top, top + ROW))


def _window(view: View, action: Action, y: float) -> Iterator[str]:
    """Yield the bar of a window, its ends, and the mark at its best moment."""
    opens, best, due, closes, _ = action.window
    if action.status == "conflict":
        yield _mark("conflict", view.scale.x(opens or view.scale.start), y)
        return
    left = min(view.scale.x(opens or view.scale.start), view.scale.right - THINNEST)
    right = max(view.scale.x(closes or view.scale.end), left + THINNEST)
    if opens is None or opens <= view.scale.end:
        late = max(view.scale.x(due), left) if due else right
        kind = "waiting" if _is_waiting(action) else "window"
        yield from _bar(kind, left, late, y, fades=not closes and not due)
        yield from _bar("late", late, right, y, fades=not closes)
    if opens is not None and opens <= view.scale.end:
        yield _mark("opens" if opens >= view.scale.start else "before", left, y)
    if closes is not None and closes <= view.scale.end:
        yield _mark("closes", right, y)
    elif any(_beyond(view, action.window)[1:]):
        yield _mark("after", view.scale.right, y)
    else:
        yield _mark("endless", view.scale.right, y)
    if best is not None and view.scale.shows(best):
        yield _mark("best", view.scale.x(best), y)


def _is_waiting(action: Action) -> bool:
    return action.window.opens is None or action.status == "needs-fact"


def _sentence(view: View, action: Action) -> str:
    """Say all of a row, with the other clocks' times where they differ."""
    zone = action.subject.zone
    parts = []
    for part, moment in _moments(action.window).items():
        words = f"{SAID[part]} {_clock.in_words(moment, view.zone)}"
        if not _clock.agree(moment, view.zone, zone):
            there = moment.astimezone(zone)
            weekday = _clock.WEEKDAYS[there.weekday()]
            words += f" ({weekday}, {there:%H:%M} in {_clock.city(zone)})"
        parts.append(words)
    about = f" ({cut(action.subject.label)})" if action.subject.identities else ""
    return f"{cut(action.text)}{about}: {'; '.join(parts)}. It is {STATES[action.status]}."


def _nothing(view: View) -> Block:
    """Return what there is where there are no rows."""
    track = (0, 2 * ROW) if view.is_beside else (ROW, 2 * ROW)
    return Block(2 * ROW, [_svg.label(MARGIN, ROW - 6, NOTHING, TEXT)], track)


# -- what is behind the rows, and below them ------------------------------------------------------


def _shading(
    view: View, search: JobSearch | None, tracks: Sequence[tuple[float, float]]
) -> Iterator[str]:
    """Yield nights, days off, midnights and the line at now."""
    days = days_of(view.scale, view.zone)
    hours = search.waking_hours if search else WakingHours()
    workdays = search.workdays if search else Workdays()
    asleep = list(nights(view.scale, view.zone, hours.starts, hours.ends))
    off = [(cell.left, cell.right) for cell in days if not workdays.works(cell.day)]
    for part, stretches, opacity in (("night", asleep, NIGHT), ("off", off, OFF)):
        path = "".join(
            f"M{left:.1f} {top:g}H{right:.1f}V{bottom:g}H{left:.1f}z"
            for top, bottom in tracks
            for left, right in stretches
        )
        if path:
            yield f'<path data-part="{part}" d="{path}" fill-opacity="{opacity}"/>'
    midnights = [f"M{cell.left:.1f} {top:g}V{bottom:g}" for top, bottom in tracks for cell in days]
    yield _svg.stroke("".join(midnights), opacity=0.15)
    now = [f"M{view.scale.x(view.now):.1f} {top:g}V{bottom:g}" for top, bottom in tracks]
    yield _svg.stroke("".join(now), width=1.5, dashes="4 2", part="now")


def _key(view: View, actions: Sequence[Action]) -> Block:
    """Return what the shapes that are in a picture mean."""
    planned = [action for action in actions if action.status != "conflict"]
    windows = [action.window for action in planned]
    meanings = {
        "window": ("open", any(not _is_waiting(action) for action in planned)),
        "waiting": ("waiting", any(_is_waiting(action) for action in planned)),
        "best": ("best", any(window.best for window in windows)),
        "late": ("late", any(window.due for window in windows)),
        "closes": ("closes", any(window.closes for window in windows)),
        "endless": ("no end", any(window.closes is None for window in windows)),
        "conflict": ("no time for it", len(planned) < len(actions)),
        "night": ("night", True),
        "off": ("day off", True),
    }
    shapes: list[str] = []
    x, y = float(MARGIN), LINE / 2
    for kind in [kind for kind, (_, is_drawn) in meanings.items() if is_drawn]:
        words = meanings[kind][0]
        size = SWATCH + 5 + _svg.length(words, SMALL)
        if x + size > view.width - MARGIN:
            x, y = float(MARGIN), y + LINE + 3
        shapes += [*_swatch(kind, x, y), _svg.label(x + SWATCH + 5, y + 3.5, words, SMALL)]
        x += size + 2 * GAP
    return Block(y + LINE / 2, shapes)


def _swatch(kind: str, x: float, y: float) -> Iterator[str]:
    """Yield the shape that a key explains."""
    if kind in ("night", "off"):
        opacity = NIGHT if kind == "night" else OFF
        yield f'<path d="M{x:.1f} {y - 6:g}h{SWATCH}v12h-{SWATCH}z" fill-opacity="{opacity}"/>'
    elif kind in ("window", "waiting", "late"):
        yield from _bar(kind, x, x + SWATCH, y)
    elif kind == "endless":
        yield from _bar("window", x, x + SWATCH - 6, y, fades=True)
        yield _mark(kind, x + SWATCH - 6, y)
    else:
        yield _mark(kind, x + SWATCH / 2, y)


# -- shapes ---------------------------------------------------------------------------------------


def _bar(kind: str, left: float, right: float, y: float, *, fades: bool = False) -> Iterator[str]:
    """Yield a stretch of a window; where it has no end, it fades."""
    if right <= left:
        return
    solid = max(left, right - FADE) if fades else right
    yield _stretch(kind, left, solid, y, 1)
    step = (right - solid) / FADING
    for number in range(FADING if fades else 0):
        begins = solid + number * step
        yield _stretch(kind, begins, begins + step, y, 1 - (number + 1) / (FADING + 1))


def _stretch(kind: str, left: float, right: float, y: float, strength: float) -> str:
    if kind == "waiting":
        edges = "".join([f"M{left:.1f} {y + side:g}H{right:.1f}" for side in (-BAR / 2, BAR / 2)])
        return _svg.stroke(edges, opacity=0.8 * strength, dashes="3 2", part=kind)
    middle = f"M{left:.1f} {y:g}H{right:.1f}"
    if kind == "late":
        return _svg.stroke(middle, width=BAR, opacity=0.9 * strength, dashes="2 2", part=kind)
    return _svg.stroke(middle, width=BAR, opacity=0.55 * strength, part=kind)


def _mark(kind: str, x: float, y: float) -> str:
    """Return the shape that stands at one place."""
    strokes = {
        "opens": (f"M{x:.1f} {y - CAP / 2:g}v{CAP}", 1),
        "closes": (f"M{x:.1f} {y - CAP / 2:g}v{CAP}", 3),
        "endless": (f"M{x + 1:.1f} {y - 4:g}l5 4l-5 4", 1.5),
        "conflict": (f"M{x - 4:.1f} {y - 4:g}l8 8m0-8l-8 8", 2),
    }
    if kind in strokes:
        path, width = strokes[kind]
        return _svg.stroke(path, width=width, part=kind)
    outlines = {
        "best": f"M{x:.1f} {y - 6:g}l5 6l-5 6l-5-6z",
        "before": f"M{x - 2:.1f} {y - 4:g}l-5 4l5 4z",
        "after": f"M{x + 2:.1f} {y - 4:g}l5 4l-5 4z",
    }
    return f'<path data-part="{kind}" d="{outlines[kind]}" {HALO}/>'
