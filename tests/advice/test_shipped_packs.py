"""What holds of all of the library's own packs: their sources, their texts, their laws."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from interview_followup import CV_LIBRARY, Rule, RuleSet
from interview_followup.advice import Pack, packs, read_pack
from interview_followup.advice._pack_files import pack_in
from interview_followup.advice._shipped import MODULES, shipped_packs, shipped_rules
from interview_followup.exports.document import rules_toml
from interview_followup.language import OURS, Source, TextChoice
from interview_followup.laws import verify
from interview_followup.strategies import job_searches

ROOT = Path(__file__).parents[2]
PACKS = {
    module.replace("_", "-"): pack for module, pack in zip(MODULES, shipped_packs(), strict=True)
}
OWN = {name: shipped_rules(name) for name in PACKS if name != "cv-library"}
WEAK = {
    "apnconsultinginc.com/best-practices-for-interview-follow-up/",
    "lifetips-qa-navi.com/?p=637",
}
"""The addresses that the reference of the sources marks as weak or second-hand."""

each_own = pytest.mark.parametrize("own", OWN.values(), ids=OWN)


# -- how they are published -----------------------------------------------------------------------


def test_every_pack_is_published_by_its_name() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    entries = project["entry-points"]["interview_followup.rules"]
    published = {
        name: Pack(name, "interview_followup", value).load() for name, value in entries.items()
    }
    assert PACKS == published
    assert all(Pack(name, None, value).is_shipped for name, value in entries.items())
    installed = {pack.name for pack in packs() if pack.is_shipped}
    assert PACKS.keys() == installed, "Install it again: python -m pip install -e ."


@pytest.mark.parametrize(
    "place", ["interview_followup.advices:RULES", "interview_followup_advice:RULES", "mine:RULES"]
)
def test_a_pack_of_another_place_is_not_the_library_s_own(place: str) -> None:
    assert not Pack("japan", "mine", place).is_shipped


def test_importing_the_library_reads_no_file_of_rules() -> None:
    code = """if True:
        import sys
        opened = []
        sys.addaudithook(lambda event, args: opened.append(str(args)) if event == "open" else None)
        import interview_followup.advice
        assert opened
        assert not [each for each in opened if ".toml" in each]
    """
    assert 0 == subprocess.run([sys.executable, "-c", code], check=False).returncode


@pytest.mark.parametrize("name", [name for name in OWN if name != "beyond"])
def test_a_pack_is_the_ten_pieces_of_advice_with_what_differs(name: str) -> None:
    assert CV_LIBRARY | OWN[name] == PACKS[name]


def test_beyond_stands_beside_any_other_pack() -> None:
    assert OWN["beyond"] == PACKS["beyond"]
    for name in OWN.keys() - {"beyond"}:
        assert len(PACKS[name]) + len(OWN["beyond"]) == len(PACKS[name] | OWN["beyond"])


@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS)
def test_a_pack_is_written_and_read_back_as_anybody_s(pack: RuleSet) -> None:
    """They may name this library as their source, as whoever begins with one of them."""
    assert pack == pack_in(rules_toml(pack), "toml", "copy.toml")


@pytest.mark.parametrize("name", OWN)
def test_a_file_of_a_pack_is_read_as_anybody_s(name: str) -> None:
    file = ROOT / "src" / "interview_followup" / "advice" / f"{name}.toml"
    assert OWN[name] == read_pack(file)


# -- where it all comes from ----------------------------------------------------------------------


def sources(rules: RuleSet) -> Iterator[Source]:
    for rule in rules:
        yield rule.source
        yield from (number.source for number in rule.parameters)
        yield from (sentence.source for sentence in rule.wording)


@each_own
def test_every_rule_number_and_sentence_has_a_title_and_an_address(own: RuleSet) -> None:
    for source in {*sources(own)} - {OURS}:
        assert source.title.strip()
        # The article has none: it is said by its item.
        assert source.address or (source.author == "Laura Slingo, CV-Library" and source.item)


@each_own
def test_a_weak_source_is_marked(own: RuleSet) -> None:
    for source in {*sources(own)}:
        addresses = (source.address or "").split(" and ")
        assert bool(WEAK & {*addresses}) is ("†" in source.title)


def test_these_rules_alone_are_the_library_s_own() -> None:
    ours = {rule.name for own in OWN.values() for rule in own if rule.source == OURS}
    expected = {"ask-what-happened", "no-addresses", "no-addresses-of-a-panel"}
    assert expected == ours, "Give the rule a source, or list it here: nobody else advises it"


@pytest.mark.parametrize("name", OWN)
def test_what_a_pack_has_of_its_own_is_on_the_page_of_packs(name: str) -> None:
    page = (ROOT / "docs" / "advice_packs.md").read_text(encoding="utf-8")
    assert f"\n| `{name}` | " in page, "Give it a row in the table of docs/advice_packs.md"
    unnamed = {act for act in OWN[name].acts.keys() - CV_LIBRARY.acts if f"`{act}`" not in page}
    assert set() == unnamed, "Name the act in the table of docs/advice_packs.md"


# -- what they say --------------------------------------------------------------------------------


def texts(rule: Rule) -> Iterator[str]:
    for text in (rule.text, *(caution.text for caution in rule.cautions)):
        yield from (text.then, text.otherwise) if isinstance(text, TextChoice) else (text,)
    yield from (sentence.text for sentence in rule.wording)
    yield rule.why


def test_no_two_rules_say_a_thing_in_the_same_words() -> None:
    """Whoever puts two packs together would not know which of them it is that speaks."""
    counts = Counter({text for rule in CV_LIBRARY for text in texts(rule)})
    counts.update(text for own in OWN.values() for rule in own for text in {*texts(rule)})
    assert [] == [text for text, count in counts.items() if count > 1]


ONE_NUMBER = {
    "within": {"collect-contact", "thank-you", "thank-coordinator"},
    "late-after": {"thank-you", "thank-coordinator"},
    "large-panel": {"thank-you", "thank-coordinator", "no-addresses-of-a-panel"},
    "afternoon": {"thank-you", "thank-coordinator"},
    "morning": {"thank-you", "thank-coordinator"},
    "at-most": {"chase", "let-go"},
}
"""The numbers that rules of a pack have in common on purpose."""


@each_own
def test_numbers_are_one_where_they_are_meant_to_be(own: RuleSet) -> None:
    """Of one name, value, text and source they are, and are tuned at once."""
    everybodys = {number.name for rule in CV_LIBRARY for number in rule.parameters}
    for number in {number for rule in own for number in rule.parameters}:
        rules = {rule.name for rule in own if number in rule.parameters}
        if len(rules) > 1 and number.name not in everybodys - ONE_NUMBER.keys():
            assert rules <= ONE_NUMBER[number.name]


# -- laws -----------------------------------------------------------------------------------------


@each_own
def test_the_laws_hold(own: RuleSet) -> None:
    """Here of what is a pack's own, on a few searches; those of whole packs take minutes."""
    assert verify(own, searches=job_searches(rules=own), max_examples=4).is_as_expected
