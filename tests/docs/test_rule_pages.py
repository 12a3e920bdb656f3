"""Every rule of every pack has a page, and it holds what the rule says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from xml.etree import ElementTree

import pytest

from interview_followup import CV_LIBRARY, Rule, RuleSet
from interview_followup.language import Source, TextChoice
from rule_cases import cases
from rule_pages import homes, placed_in, shipped, write

DOCS = Path(__file__).parents[2] / "docs"
PACKS = shipped()
HOMES = homes(PACKS)
RULES = [(pack, rule) for pack, rules in PACKS.items() for rule in rules]
OWN = [(pack, PACKS[pack][name]) for pack, home in HOMES.items() for name in placed_in(pack, home)]


def of_each(rules: Sequence[tuple[str, Rule]]) -> pytest.MarkDecorator:
    ids = [f"{pack}/{rule.name}" for pack, rule in rules]
    return pytest.mark.parametrize(("pack", "rule"), rules, ids=ids)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    write(folder)
    return folder


def page_of(pages: Path, pack: str, rule: Rule) -> Path:
    return pages / HOMES[pack][rule.name] / f"{rule.name}.md"


def lacking(words: Iterable[str], page: Path) -> list[str]:
    text = page.read_text(encoding="utf-8")
    return [part for part in words if part not in text]


def texts(rule: Rule) -> Iterator[str]:
    for text in (rule.text, *[caution.text for caution in rule.cautions]):
        if isinstance(text, TextChoice):
            yield from (text.then, text.otherwise, str(text.condition))
        else:
            yield text
    yield from (sentence.text for sentence in rule.wording)
    yield rule.why


def origins(sources: Iterable[Source]) -> Iterator[str]:
    for source in sources:
        yield "ours" if source == Source("a choice of this library's") else source.title
        yield from source.address.split(" and ") if source.address else ()


@of_each(OWN)
def test_a_page_says_what_the_rule_says(pack: str, rule: Rule, pages: Path) -> None:
    page = page_of(pages, pack, rule)
    phrases = chain([str(words) for _, words in rule.says()], rule.where(), rule.where().values())
    assert [] == lacking([*texts(rule), *phrases, rule.per, rule.kind], page)


@of_each(OWN)
def test_a_page_says_the_numbers_and_where_all_of_it_comes_from(
    pack: str, rule: Rule, pages: Path
) -> None:
    rows = [
        f"| `{rule.name}.{number.name}` | {number} | {number.text} | " for number in rule.parameters
    ]
    numbers = [number.source for number in rule.parameters]
    sources = [rule.source, *numbers, *[sentence.source for sentence in rule.wording]]
    assert [] == lacking([*rows, *origins(sources)], page_of(pages, pack, rule))


@of_each(OWN)
def test_a_page_shows_each_case_and_what_is_answered(pack: str, rule: Rule, pages: Path) -> None:
    examples = cases(pack, rule.name, PACKS[pack])
    rows = [
        f"{change.at.day} {change.at:%b %Y, %H:%M %Z} | "
        for case in examples
        for change in case.changes
    ]
    titles = [f"### {case.title}\n" for case in examples]
    answers = [f" | {at.before} | {at.then} |" for case in examples for at in case.changes]
    assert examples
    assert [] == lacking([*titles, *rows, *answers], page_of(pages, pack, rule))


@of_each(OWN)
def test_a_page_of_a_rule_with_a_window_has_a_picture_of_it(
    pack: str, rule: Rule, pages: Path
) -> None:
    page = page_of(pages, pack, rule)
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", page.read_text(encoding="utf-8"))
    assert (rule.kind != "veto") is bool(pictures)
    for picture in pictures:
        svg = page.with_name(picture).read_text(encoding="utf-8")
        assert "Timeline of 1 action" in (ElementTree.fromstring(svg)[0].text or "")
        assert (rule.kind != "guard") is ('data-part="best"' in svg)


@of_each(RULES)
def test_the_page_of_a_pack_leads_to_each_of_its_rules(pack: str, rule: Rule, pages: Path) -> None:
    index = pages / pack / "index.md"
    links = re.findall(r"^\| \[[^\]]+\]\(([^)]+)\)", index.read_text(encoding="utf-8"), re.M)
    assert page_of(pages, pack, rule) in [(index.parent / link).resolve() for link in links]


def test_the_first_page_leads_to_each_pack(pages: Path) -> None:
    assert [] == lacking([f"({pack}/index.md)" for pack in PACKS], pages / "index.md")


def test_every_link_leads_to_a_page_and_to_a_heading_of_it(pages: Path) -> None:
    for page in pages.rglob("*.md"):
        for link, heading in re.findall(r"\]\(([^)#:]+)(?:#([^)]+))?\)", page.read_text("utf-8")):
            target = (page.parent / link).resolve()
            if not target.is_relative_to(pages):
                target = DOCS / target.relative_to(pages.parent)
            assert target.exists()
            assert not heading or f"\n## {heading.title()}\n" in target.read_text("utf-8")


def test_a_rule_that_is_as_in_an_earlier_pack_has_one_page_only(pages: Path) -> None:
    own = {"index.md", "thank-you.md", "chase.md"}
    assert own == {page.name for page in (pages / "japan").glob("*.md")}
    assert "cv-library" == HOMES["japan"]["connect"]


@of_each(OWN)
def test_a_rule_says_what_differs_from_that_of_its_name_in_the_ten_pieces(
    pack: str, rule: Rule, pages: Path
) -> None:
    text = (pages / pack / f"{rule.name}.md").read_text(encoding="utf-8")
    _, heading, rest = text.partition("\n## What differs from cv-library\n")
    is_another = pack != "cv-library" and rule.name in {other.name for other in CV_LIBRARY}
    assert is_another is bool(heading)
    assert is_another is bool(re.search(r"^\| --- .*\n\| ", rest.partition("\n## ")[0], re.M))


def test_what_differs_stands_beside_what_the_ten_pieces_say(pages: Path) -> None:
    assert [] == lacking(["| `chase.wait` | 2 weeks | 7 days |"], pages / "japan/chase.md")


def test_a_rule_without_cases_gets_no_page(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"mine/chase\.toml"):
        write(tmp_path, {"mine": RuleSet([CV_LIBRARY["chase"]])})


def test_what_has_not_changed_is_left_alone_and_what_is_no_page_any_more_goes(
    tmp_path: Path,
) -> None:
    japan = {"japan": RuleSet([PACKS["japan"]["chase"]])}
    first = write(tmp_path, japan)
    page, gone = tmp_path / "japan/chase.md", tmp_path / "japan/gone.md"
    gone.write_text("A rule that was here once")
    before = page.stat().st_mtime_ns
    assert first == write(tmp_path, japan)
    assert before == page.stat().st_mtime_ns
    assert not gone.exists()
