"""Comparisons of packs as blocks: a table for each act of which they say different things."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from interview_followup._planning.comparison import ComparedAct, Comparison, Opinion
from interview_followup.exports.html._blocks import Block, Cell, Fold, Heading, Paragraph, Table
from interview_followup.exports.html._words import PARTS, moment

COLUMNS, WIDTHS = ("Pack", "Says", "Dates", "Source and reason"), (16, 14, 34, 36)
ACTS, WIDTHS_OF_ACTS = ("Act", "Says", "Dates", "Source"), (30, 10, 32, 28)


def comparison_title(comparison: Comparison) -> str:
    """Return what a comparison is of."""
    *most, last = comparison.packs
    return f"{', '.join(most)} and {last}, side by side" if most else f"What {last} says"


def comparison_blocks(comparison: Comparison) -> Iterator[Block]:
    """Yield what packs say side by side: where they differ, then what all say alike."""
    now = moment(comparison.now_utc, comparison.timezone)
    yield Heading(comparison_title(comparison))
    yield Paragraph(f"{now} ({comparison.timezone})", "On")
    if not comparison.acts:
        yield Paragraph("No pack says anything of this search.")
    if differing := comparison.differing:
        yield Heading("They differ", 1)
        for compared in differing:
            yield Heading(_name(compared), 2)
            yield _differing(compared)
    if alike := comparison.alike:
        yield Heading("All say the same", 1)
        count = (
            f"{len(alike)} act{'' if len(alike) == 1 else 's'} of which every pack says the same"
        )
        yield Table(count, ACTS, [_alike(compared) for compared in alike], widths=WIDTHS_OF_ACTS)


def _differing(compared: ComparedAct) -> Table:
    rows = [_row(opinion, compared) for opinion in compared.opinions]
    if compared.alike:
        zone = compared.opinions[0].timezone
        rows.insert(0, ("in common", "", list(_dates(compared.alike, zone)), ""))
    return Table(compared.text, COLUMNS, rows, widths=WIDTHS)


def _name(compared: ComparedAct) -> str:
    return f"“{compared.act}” of {compared.subject.label}"


def _row(opinion: Opinion, compared: ComparedAct) -> Sequence[Cell]:
    """Return what a pack says of an act otherwise than the others."""
    if same := compared.as_before(opinion):
        return opinion.pack, f"as {same}", "", ""
    window: dict[str, datetime | None] = {
        part: getattr(opinion.window, part) for part in PARTS if part in compared.differs
    }
    dates = list(_dates(window, opinion.timezone))
    if opinion.is_dated and "channel" in compared.differs:
        to = f"{opinion.channel} to {opinion.to}" if opinion.to else opinion.channel
        dates.append(Paragraph(to or "no channel", "Goes by:"))
    return opinion.pack, opinion.says, dates, _because(opinion, compared.act)


def _because(opinion: Opinion, act: str) -> list[Block]:
    """Return by which source a pack says so, and why: folded up, unless it is why not."""
    reason = Paragraph(opinion.why)
    why: list[Block] = [Fold("Why", [reason])] if opinion.is_dated else [reason]
    source = [Paragraph(opinion.source)] if opinion.source else []
    rules = [] if opinion.rules in ((), (act,)) else [Paragraph(", ".join(opinion.rules), "Rules:")]
    return [*source, *rules, *(why if opinion.why else [])]


def _alike(compared: ComparedAct) -> Sequence[Cell]:
    opinion = compared.opinions[0]
    window = {part: getattr(opinion.window, part) for part in PARTS}
    dates = list(_dates(window, opinion.timezone))
    return _name(compared), opinion.says, dates, opinion.source


def _dates(moments: Mapping[str, datetime | None], timezone: str) -> Iterator[Block]:
    for part, instant in moments.items():
        if instant is not None:
            yield Paragraph(moment(instant, timezone), f"{PARTS[part]}:")
