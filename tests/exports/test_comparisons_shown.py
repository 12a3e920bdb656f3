"""Comparisons of packs as text, as a page, in a notebook and as a dictionary."""

from __future__ import annotations

import json
from typing import Any

import pytest

from builders import applied, at, card, meeting, searching
from command_line import JOB_SEARCH
from interview_followup import (
    CV_LIBRARY,
    Comparison,
    InvalidInput,
    Rule,
    RuleSet,
    compare,
    read_search,
    to_dict,
)
from interview_followup.exports.html import comparison_html, notebook_html, notebook_markdown
from interview_followup.exports.text import comparison_text
from interview_followup.language import Source, days, interview, person
from markup import read

NOW = at("2026-11-24 12:00")
MET = searching(applied(meeting()))
PAPER = Source("A paper")
CARD = card(source=PAPER, closes=interview.ends + days(2))
LATER = card(source=PAPER, closes=interview.ends + days(3), channel="email")
NEVER = Rule(
    name="never", act="send-card", kind="veto", per=person, text="No card", why="They mind."
)
QUIET = card(given=interview.remote)
WAVE = card(name="wave", best=interview.ends + days(1), source=PAPER)


def compared(**packs: Any) -> Comparison:
    return compare(MET, {name: RuleSet(rules) for name, rules in packs.items()}, now=NOW)


ALL = compared(
    mine=[CARD, WAVE],
    hers=[LATER, WAVE],
    same=[CARD, WAVE],
    agency=[NEVER, WAVE],
    quiet=[QUIET, WAVE],
    none=[WAVE],
)

TEXT = """\
mine, hers, same, agency, quiet and none on Tue 24 Nov 2026, 12:00 GMT
(Europe/London)

THEY DIFFER
send-card of Priya Shah · Acme, Data engineer · 2026-11-24 10:00
  in common  opens Tue 24 Nov 2026, 11:00 GMT; best Tue 24 Nov 2026, 11:00 GMT
  mine       open; closes Thu 26 Nov 2026, 11:00 GMT; no channel [1]
  hers       open; closes Fri 27 Nov 2026, 11:00 GMT; email to
             priya@acme.example [1]
  same       as mine
  agency     never: They mind. [2]
  quiet      silent: The interview is not known to be by video or phone.
  none       no rule

ALL SAY THE SAME
wave of Priya Shah · Acme, Data engineer · 2026-11-24 10:00
             open; opens Tue 24 Nov 2026, 11:00 GMT; best Wed 25 Nov 2026, 11:00
             GMT [1]

SOURCES
  [1]        A paper
  [2]        the author of the rule"""


def test_a_text_says_what_differs_and_once_what_is_alike() -> None:
    assert TEXT == comparison_text(ALL)
    assert TEXT == ALL._repr_mimebundle_()["text/plain"]


def test_rules_are_named_where_the_act_does_not_name_them() -> None:
    post = card(name="post", act="send-card")
    assert "open; by send-card and post [1]" in comparison_text(compared(one=[], two=[CARD, post]))
    other = compared(one=[CARD], other=[card(name="post", act="send-card", opens=interview.starts)])
    assert "by post [2]" in comparison_text(other)


def test_where_no_pack_says_anything_that_is_said() -> None:
    nothing = compared(one=[QUIET], other=[])
    sentence = "No pack says anything of this search."
    assert comparison_text(nothing).endswith(f"\n\n{sentence}")
    assert sentence in read(comparison_html(nothing)).text


@pytest.mark.parametrize(("width", "expected"), [(39, 40), (40, 40), (41, 41), (80, 80)])
def test_a_text_fits_the_width_that_is_asked_for(width: int, expected: int) -> None:
    lines = comparison_text(ALL, width=width).split("\n")
    assert expected - 15 < max(map(len, lines)) <= expected


@pytest.mark.parametrize("width", ["80", 80.0, None, True])
def test_a_width_that_is_no_number_is_refused(width: Any) -> None:
    with pytest.raises(InvalidInput, match="is not a whole number; leave it out, or give 80"):
        comparison_text(ALL, width=width)


def test_names_of_packs_and_rules_harm_no_terminal_and_no_page() -> None:
    name = "\x1b[31m<b>" + "x" * 99
    hostile = compared(**{name: [CARD], "other": [LATER]})
    assert "\x1b" not in comparison_text(hostile)
    for page in (comparison_html(hostile), notebook_html(hostile)):
        assert "<b>" not in page
        assert "\x1b" not in page
    assert "<b>" not in notebook_markdown(hostile)


# -- pages ----------------------------------------------------------------------------------------


def test_a_page_has_a_table_for_each_act_that_differs_and_one_for_the_others() -> None:
    page = read(comparison_html(ALL))
    assert ["They differ", "All say the same"] == [heading.text for heading in page.all("h2")]
    differing, alike = page.all("table")
    heads = [[cell.text for cell in row.all("th")] for row in differing.all("tr")]
    assert ["Pack", "Says", "Dates", "Source and reason"] == heads[0]
    names = ["in common", "mine", "hers", "same", "agency", "quiet", "none"]
    assert [[name] for name in names] == heads[1:]
    cells = [[cell.text for cell in row.all("td")] for row in differing.all("tr")][1:]
    assert "Opens: Tue 24 Nov 2026, 11:00 GMT" in cells[0][1]
    assert ["as mine", "", ""] == cells[3]
    assert "never" == cells[4][0]
    assert "They mind." in cells[4][2]
    assert "1 act of which every pack says the same" == alike.all("caption")[0].text


def test_rules_are_named_on_a_page_where_the_act_does_not_name_them() -> None:
    other = compared(one=[CARD], other=[card(name="post", act="send-card", opens=interview.starts)])
    assert "Rules: post" in read(comparison_html(other)).text
    assert "Rules:" not in read(comparison_html(compared(one=[CARD], other=[LATER]))).text


def test_the_page_of_one_pack_says_what_it_says() -> None:
    assert "What mine says" == read(comparison_html(compared(mine=[CARD]))).all("h1")[0].text


def test_notebooks_show_a_comparison() -> None:
    bundle = ALL._repr_mimebundle_()
    assert notebook_html(ALL) == bundle["text/html"]
    assert notebook_markdown(ALL) == bundle["text/markdown"]
    assert (
        "- **agency**: never · the author of the rule · **Rules:** never · They mind."
        in bundle["text/markdown"]
    )


# -- dictionaries ---------------------------------------------------------------------------------


def test_a_dictionary_has_all_that_packs_say() -> None:
    document = to_dict(compared(mine=[CARD], agency=[NEVER]))
    assert (1, ["mine", "agency"], "2026-11-24T12:00:00+00:00", "Europe/London") == (
        document["format"],
        document["packs"],
        document["now"],
        document["timezone"],
    )
    [act] = document["acts"]
    assert ("send-card", "Priya Shah", ["says"]) == (act["act"], act["person"], act["differs"])
    mine, agency = act["opinions"]
    assert {
        "pack": "agency",
        "says": "never",
        "rules": ["never"],
        "opens": None,
        "best": None,
        "due": None,
        "closes": None,
        "channel": None,
        "to": None,
        "why": "They mind.",
        "source": "the author of the rule",
    } == agency
    assert ("open", "2026-11-26T11:00:00+00:00") == (mine["says"], mine["closes"])


def test_a_whole_search_is_compared_and_is_json() -> None:
    search = read_search(JOB_SEARCH)
    packs = {"all": CV_LIBRARY, "some": CV_LIBRARY.without("chase")}
    comparison = compare(search, packs, now=NOW)
    assert {"chase"} == {act.act for act in comparison.differing}
    document = to_dict(comparison)
    assert document == json.loads(json.dumps(document))
    assert len(document["acts"]) == len(comparison.acts)
