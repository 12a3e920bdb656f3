"""A page of each rule of each pack, made of the rule itself and of the cases that try it.

`write(Path("docs/advice"))` writes them for the site.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from attrs import evolve

from interview_followup import Rule, RuleSet, plan
from interview_followup.advice import packs
from interview_followup.exports.document import search_toml
from interview_followup.exports.html._words import NUMBERS, PARTS, SAYS, WORDING, moment
from interview_followup.exports.timeline import timeline_svg
from interview_followup.language import OURS, Parameter, Source, TextChoice, last_done
from rule_cases import CASES, Case, cases

FIRST = "cv-library"
"""The pack on which others build."""

WIDTH, NONE = 450, "—"
KINDS = {
    "advice": "Advice: it asks, and forbids before it opens and after it closes",
    "reminder": "A reminder: it only asks, and has no part in what is allowed",
    "guard": "A guard: it only forbids, until it opens",
    "veto": "A veto: it forbids at all times, whatever other rules say",
}
CAUTIONS = {
    "early": "before it opens",
    "open": "from its best moment on",
    "late": "once it is late",
    "closed": "once it has closed",
}


# -- which pages there are ------------------------------------------------------------------------


class Example(NamedTuple):
    """A case, and the picture of its window in a file; empty where there is none."""

    case: Case
    file: str
    picture: str


def shipped() -> dict[str, RuleSet]:
    """Return the library's own packs by name, the one that others build on first."""
    own = {pack.name: pack.load() for pack in packs() if pack.is_shipped}
    return {FIRST: own.pop(FIRST), **own}


def homes(rules: Mapping[str, RuleSet]) -> dict[str, dict[str, str]]:
    """Return in which pack's folder the page of each rule of each pack is.

    A rule that is equal to one of an earlier pack has that one's page.
    """
    first: dict[Rule, str] = {}
    return {
        pack: {rule.name: first.setdefault(rule, pack) for rule in pack_rules}
        for pack, pack_rules in rules.items()
    }


def placed_in(pack: str, home: Mapping[str, str]) -> list[str]:
    """Return which rules have their pages in the folder of a pack."""
    return [name for name, place in home.items() if place == pack]


def write(
    folder: Path, rules: Mapping[str, RuleSet] | None = None, cases_in: Path = CASES
) -> list[Path]:
    """Write the pages of packs into a folder, and return them; what is not among them goes.

    Files that stay as they are are left alone, so that a site is made anew only where it changed.
    """
    rules = shipped() if rules is None else rules
    files = {folder / name: text for name, text in _files(rules, cases_in)}
    for file, text in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")
    for file in folder.rglob("*.*"):
        if file not in files:
            file.unlink()
    return list(files)


def _files(rules: Mapping[str, RuleSet], cases_in: Path) -> Iterator[tuple[str, str]]:
    places = homes(rules)
    yield "index.md", _index(places)
    for pack, pack_rules in rules.items():
        yield f"{pack}/index.md", _pack(pack, pack_rules, places[pack])
        for name in placed_in(pack, places[pack]):
            examples = [
                Example(case, f"{name}-{number}.svg", _picture(case, pack_rules[name]))
                for number, case in enumerate(cases(pack, name, pack_rules, cases_in), 1)
            ]
            yield f"{pack}/{name}.md", _page(pack, pack_rules[name], examples, rules)
            for example in examples:
                if example.picture:
                    yield f"{pack}/{example.file}", example.picture


def _picture(case: Case, rule: Rule) -> str:
    """Return the window of a rule in a case, as it opens; nothing where it has none.

    One without an end is seen two days before, if the rule speaks by then. A guard asks for
    nothing, so that no plan has it: its window is drawn as that of advice which is best when it was
    done last, that is, at no known moment.
    """
    if rule.opens is None or "opens" not in case.window:
        return ""
    is_seen_early = "closes" not in case.window and rule.since is None
    now = case.window["opens"] - timedelta(days=2 if is_seen_early else 0)
    if rule.kind == "guard":
        rule = evolve(rule, kind="advice", best=last_done(rule.act))
    planned = plan(case.search, now=now, rules=RuleSet([rule]))
    is_done = all(action.status == "done" for action in planned.actions)
    return "" if is_done else timeline_svg(planned, width=WIDTH)


# -- pages ----------------------------------------------------------------------------------------


def _index(places: Mapping[str, Mapping[str, str]]) -> str:
    rows = [
        (f"[{pack}]({pack}/index.md)", _about(pack), len(placed_in(pack, home)))
        for pack, home in places.items()
    ]
    return _joined(
        "# Every rule",
        "What each rule of each pack says, its numbers with their sources, and examples with their "
        "dates. The pages are made of the rules themselves, and the examples are tests. "
        "[Other advice](../advice_packs.md) says at a glance what differs between the packs.",
        _table(("Pack", "What it is", "Rules of its own"), rows),
        _contents([f"{pack}/index" for pack in places]),
    )


def _about(pack: str) -> str:
    """Return what one of the library's own packs says that it is; nothing of another."""
    place = f"interview_followup.advice.{pack.replace('-', '_')}"
    words = import_module(place).__doc__ if find_spec(place) else None
    return (words or "").partition("\n")[0]


def _pack(pack: str, rules: RuleSet, home: Mapping[str, str]) -> str:
    others = sorted({*home.values()} - {pack})
    return _joined(
        f"# {pack}",
        _about(pack),
        f"    interview-followup plan search.toml --pack {pack}",
        *(["## Its own rules"] if others else []),
        _rules(pack, [rules[name] for name in placed_in(pack, home)], pack),
        *[
            part
            for other in others
            for part in (
                f"## As in {other}",
                _rules(pack, [rules[name] for name in placed_in(other, home)], other),
            )
        ],
        _contents([f"{name} <{name}>" for name in placed_in(pack, home)]),
    )


def _rules(pack: str, rules: Iterable[Rule], home: str) -> str:
    rows = [(_link(rule.name, home, pack), _text(rule.text), rule.kind) for rule in rules]
    return _table(("Rule", "What it says", "Kind"), rows)


def _page(pack: str, rule: Rule, examples: Sequence[Example], rules: Mapping[str, RuleSet]) -> str:
    first, *others = examples
    links = [
        f"[{name}](../{name}/index.md)" for name, pack_rules in rules.items() if rule in pack_rules
    ]
    return _joined(
        f"# {pack}: {rule.name}",
        f"> {_text(rule.text)}",
        f"{rule.why} *({_source(rule.source)})*",
        f"{KINDS[rule.kind]}. Packs: {', '.join(links)}.",
        "## An example",
        *_example(first, rule),
        "The last two columns are what `check` answers: whether you may, and the "
        "[status](../../plans.md#statuses).",
        "## What it says",
        _table(
            ("Part", "In words"), [(_unbroken(part), words) for part, words in _parts(rule).items()]
        ),
        *_differences(rule, pack, rules),
        *(["## More examples"] if others else []),
        *[part for example in others for part in _example(example, rule)],
        *_numbers(rule),
        *_wording(rule),
        *_cautions(rule),
    )


def _parts(rule: Rule) -> dict[str, str]:
    """Return what a rule says of its act, by what it is."""
    parts = {"Kind": f"{rule.kind}, per {rule.per}"}
    if rule.act != rule.name:
        parts["Act"] = rule.act
    for part, words in rule.says():
        label = SAYS.get(part, "Needs")
        parts[label] = f"{parts[label]}; {words}" if label in parts else str(words)
    if isinstance(rule.channel, str):
        parts[SAYS["channel"]] = rule.channel
    return parts | {f"“{name}”": words for name, words in rule.where().items()}


def _differences(rule: Rule, pack: str, rules: Mapping[str, RuleSet]) -> Iterator[str]:
    """Yield what a rule says otherwise than the one of its name on which its pack builds."""
    if pack == FIRST or rule.name not in [other.name for other in rules.get(FIRST, ())]:
        return
    other = rules[FIRST][rule.name]
    here, there = (_parts(version) | _values(version) for version in (rule, other))
    rows = [(part, here.get(part, NONE), there.get(part, NONE)) for part in here | there]
    yield f"## What differs from {FIRST}"
    yield f"Beside its words and their sources, as against {_link(rule.name, FIRST, pack)}:"
    yield _table(("Part", pack, FIRST), [row for row in rows if _is_telling(*row)])


def _is_telling(part: str, here: str, there: str) -> bool:
    """Tell whether a part differs; a number or a name that only one of two has is in its words."""
    is_detail = part.startswith(("“", "`"))
    return here != there and not (is_detail and NONE in (here, there))


def _values(rule: Rule) -> dict[str, str]:
    return {f"`{rule.name}.{number.name}`": str(number) for number in rule.parameters}


def _example(example: Example, rule: Rule) -> Iterator[str]:
    case, file, picture = example
    yield f"### {case.title}"
    yield f"```toml\n{search_toml(case.search).strip()}\n```"
    if picture:
        yield f"![The window of {rule.name}: {case.title}]({file})"
    columns = ("Moment", "", "Until then", "From then on")
    rows = list(_moments(case))
    if case.window:
        yield _table(columns, rows)
    else:
        yield _table([columns[0], *columns[2:]], [(at, *answers) for at, _, *answers in rows])


def _moments(case: Case) -> Iterator[tuple[str, str, str, str]]:
    """Yield the moments of a case in order, each with what `check` answers around it."""
    zone = case.search.timezone
    parts: dict[datetime, list[str]] = {change.at: [] for change in case.changes}
    for part, at in case.window.items():
        parts.setdefault(at, []).append(PARTS[part].lower())
    before = case.changes[0].before
    changes = {change.at: change for change in case.changes}
    for at in sorted(parts):
        then = changes[at].then if at in changes else before
        yield moment(at, zone), ", ".join(parts[at]), before, then
        before = then


def _numbers(rule: Rule) -> Iterator[str]:
    if rule.parameters:
        yield "## Numbers"
        yield _table(NUMBERS, [_number(rule, number) for number in rule.parameters])


def _number(rule: Rule, number: Parameter) -> tuple[str, ...]:
    return f"`{rule.name}.{number.name}`", str(number), number.text, _source(number.source)


def _wording(rule: Rule) -> Iterator[str]:
    for kind, heading in WORDING.items():
        sentences = [sentence for sentence in rule.wording if sentence.kind == kind]
        if sentences:
            yield f"## {heading.removesuffix(':')}"
            yield "\n".join([f"- {text}{_unless(rule, source)}" for _, text, source in sentences])


def _unless(rule: Rule, source: Source) -> str:
    """Return the source of a sentence, where it is another than the rule's."""
    return "" if source == rule.source else f" *({_source(source)})*"


def _cautions(rule: Rule) -> Iterator[str]:
    if rule.cautions:
        yield "## What it warns of"
        rows = [(CAUTIONS[caution.phase], _text(caution.text)) for caution in rule.cautions]
        yield _table(("When", "What"), rows)


# -- Markdown -------------------------------------------------------------------------------------


def _text(text: str | TextChoice) -> str:
    """Return a text; of a choice, each on a line with when it is said."""
    if isinstance(text, str):
        return text
    return f"{text.then} *(if {text.condition})*<br>{text.otherwise} *(otherwise)*"


def _source(source: Source) -> str:
    """Return where something comes from, with links to it."""
    words = str(source._replace(address=None))
    links = [f"https://{address}" for address in (source.address or "").split(" and ") if address]
    if len(links) == 1:
        return f"[{words}](<{links[0]}>)"
    numbered = [f"[{number}](<{link}>)" for number, link in enumerate(links, 1)]
    return " ".join(["ours" if source == OURS else words, *numbered])


def _link(name: str, home: str, pack: str) -> str:
    return f"[{name}]({name}.md)" if home == pack else f"[{name}](../{home}/{name}.md)"


def _table(columns: Iterable[object], rows: Iterable[Iterable[object]]) -> str:
    heads = list(columns)
    lines: list[Iterable[object]] = [heads, ["---"] * len(heads), *rows]
    return "\n".join([f"| {' | '.join([_cell(cell) for cell in line])} |" for line in lines])


def _cell(value: object) -> str:
    return str(value).replace("|", r"\|").replace("\n", " ")


def _unbroken(label: str) -> str:
    """Return a label that stays on one line; what a name stands for may have several."""
    return label if label.startswith("“") else label.replace(" ", "\N{NO-BREAK SPACE}")


def _contents(pages: Iterable[str]) -> str:
    return "\n".join(["```{toctree}", ":hidden:", "", *pages, "```"])


def _joined(*parts: str) -> str:
    return "\n\n".join([part for part in parts if part]) + "\n"


if __name__ == "__main__":
    write(Path(__file__).with_name("advice"))
