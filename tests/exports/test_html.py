"""What notebooks show of values, and pages of plans: structure, escapes, nothing from outside."""

from __future__ import annotations

import base64
import subprocess
import sys
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from rich.console import Console

from builders import applied, at, card, meeting, priya, searching, tom, unchecked
from command_line import JOB_SEARCH, Run
from drawing import drawing
from interview_followup import (
    CV_LIBRARY,
    AskedQuestion,
    Interview,
    InvalidInput,
    JobSearch,
    Person,
    Promise,
    RuleSet,
    check,
    difference,
    explain,
    forecast,
    plan,
    read_search,
)
from interview_followup._planning.agenda import agenda
from interview_followup.exports.html import notebook_html, notebook_markdown, plan_html
from interview_followup.language import Route, Source, days, detail_fact, do, dont, interview
from interview_followup.strategies import job_searches, moments
from markup import Element, read

NOW = at("2026-11-24 15:00")
SEARCH = read_search(JOB_SEARCH)
PLAN = plan(SEARCH, now=NOW)
EMPTY = plan(searching(), now=NOW, rules=RuleSet([]))
AHEAD = forecast(SEARCH, now=NOW, horizon=NOW + timedelta(days=20))
TIMED = meeting(
    medium="video",
    notes="One line\nand another",
    questions=[AskedQuestion(text="Why us?", tricky=True), AskedQuestion(text="When?")],
)
VALUES: dict[str, Any] = {
    "plan": PLAN,
    "plan of nothing": EMPTY,
    "forecast": AHEAD,
    "action": PLAN.actions[-1],
    "verdict": check(SEARCH, "chase", of="Acme", at=NOW),
    "explanation": explain(SEARCH, "chase", of="Acme", now=NOW),
    "difference": difference(PLAN, plan(SEARCH, now=NOW + timedelta(days=9))),
    "rule set": CV_LIBRARY,
    "rule": CV_LIBRARY["thank-you"],
    "interview": TIMED,
}
PAGES = {"plan": PLAN, "plan of nothing": EMPTY, "forecast": AHEAD}

DO_NOW = "Its best moment has come; what is late or over first comes first"
BEWARE = "What it is too early for, and what is late or was missed"
RECORDS = "What looks wrong in what is on record"

TAGS = {
    *("div", "h3", "h4", "p", "strong", "ul", "li", "details", "summary", "picture", "source"),
    *("img", "table", "caption", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {"style", "scope", "alt", "src", "srcset", "media"}


def rows(table: Element) -> list[list[str]]:
    return [[cell.text for cell in row.all("th", "td")] for row in table.all("tr")]


def table(element: Element, caption: str) -> list[list[str]]:
    [captioned] = [
        table for table in element.all("table") if table.all("caption")[0].text == caption
    ]
    return rows(captioned)


# -- notebooks ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", VALUES)
def test_a_notebook_shows_a_value_as_text_as_html_and_as_markdown(name: str) -> None:
    bundle = VALUES[name]._repr_mimebundle_(include=None, exclude=None)
    assert ["text/plain", "text/html", "text/markdown"] == list(bundle)
    assert bundle["text/html"] == VALUES[name]._repr_html_() == notebook_html(VALUES[name])
    assert bundle["text/markdown"] == notebook_markdown(VALUES[name])
    assert all(bundle.values())


@pytest.mark.parametrize("name", VALUES)
def test_rich_shows_a_value_as_its_text(name: str) -> None:
    console = Console(width=80, file=StringIO(), color_system=None)
    with console.capture() as captured:
        console.print(VALUES[name], soft_wrap=True)
    assert VALUES[name]._repr_mimebundle_()["text/plain"] + "\n" == captured.get()


@pytest.mark.parametrize("name", VALUES)
def test_html_in_a_notebook_is_plain(name: str) -> None:
    elements = list(read(notebook_html(VALUES[name])).below())
    assert {element.tag for element in elements} <= TAGS
    assert {attribute for element in elements for attribute in element.attributes} <= ATTRIBUTES
    styles = {element.attributes.get("style") or "" for element in elements}
    properties = {declaration.split(":")[0] for style in styles for declaration in style.split(";")}
    assert properties <= {
        *("", "font-weight", "margin", "overflow-wrap", "padding", "text-align", "vertical-align"),
        "width",
    }  # and so no colour


@pytest.mark.parametrize("name", VALUES)
def test_a_table_says_what_it_is_and_what_names_its_rows_and_columns(name: str) -> None:
    for shown_table in read(notebook_html(VALUES[name])).all("table"):
        [caption] = shown_table.all("caption")[:1]
        assert caption.text
        assert {"row", "col"} >= {head.attributes["scope"] for head in shown_table.all("th")}
        body = shown_table.all("tbody")[0]
        for row in [child for child in body.content if isinstance(child, Element)]:
            heads = [
                child for child in row.content if isinstance(child, Element) and child.tag == "th"
            ]
            assert ["row"] == [head.attributes["scope"] for head in heads]
            assert heads[0].text


@pytest.mark.parametrize("name", ["plan", "forecast"])
def test_a_plan_has_a_timeline_with_words_in_its_place(name: str) -> None:
    shown = read(notebook_html(VALUES[name]))
    [image], [narrow] = shown.all("img"), shown.all("source")
    assert (image.attributes["alt"] or "").startswith("Timeline of ")
    for place, element in (("src", image), ("srcset", narrow)):
        kind, data = (element.attributes[place] or "").split(",")
        assert "data:image/svg+xml;base64" == kind
        assert base64.b64decode(data).startswith(b"<svg")
    assert "(max-width: 40rem)" == narrow.attributes["media"]


def test_one_act_is_one_act_on_the_timeline() -> None:
    search = searching(applied(meeting("2026-11-10 10:00", "2026-11-10 11:00")))
    rules = RuleSet([CV_LIBRARY["keep-looking"]])
    [image] = read(notebook_html(plan(search, now=NOW, rules=rules))).all("img")
    assert (image.attributes["alt"] or "").startswith("Timeline of 1 act: ")


def test_a_plan_without_dates_has_no_timeline() -> None:
    assert [] == read(notebook_html(EMPTY)).all("img")


def test_a_plan_has_the_groups_of_the_agenda_under_their_headings() -> None:
    shown = read(notebook_html(PLAN))
    groups = agenda(PLAN)
    titles = [group.title.capitalize() for group in groups]
    assert [*titles, "Timeline"] == [heading.text for heading in shown.all("h4")]
    tables = [shown_table for shown_table in shown.all("table") if shown_table.all("caption")]
    assert [len(group.entries) + 1 for group in groups] == [
        len(rows(shown_table)) for shown_table in tables
    ]
    assert [entry.text for entry in groups[0].entries] == [row[1] for row in rows(tables[0])[1:]]


def test_a_row_says_when_what_to_whom_and_why() -> None:
    [columns, first, *_] = table(read(notebook_html(PLAN)), DO_NOW)
    assert ["When", "What", "About"] == columns
    when, what, about = first
    thanks = next(action for action in PLAN.actions if action.text == what)
    assert ("by 18:00", "Send Ana Costa a personal thank-you e-mail") == (when, what)
    assert about.startswith(
        f"Acme · email to ana@acme.example Why, when, what to say Why: {thanks.why} When: "
    )
    assert "When: opens Tue 24 Nov 2026, 11:30 GMT; best Tue 24 Nov 2026, 14:00 GMT; late" in about
    assert f"What to say: {thanks.wording[0].text} {thanks.wording[1].text}" in about
    assert "Keep it short: three sentences are enough (WashU Law, " in about
    assert "What not to say: Don't sound desperate Don't send two" in about
    assert about.endswith("Make Sure You Do These 10 Things After A Job Interview, item 4")


def test_what_hinders_somebody_is_said_beside_the_act() -> None:
    search = searching(applied(meeting("2026-11-24 10:00", "2026-11-24 11:00", "Asia/Tokyo")))
    shown = read(notebook_html(plan(search, now=at("2026-11-23 12:00")))).text
    assert "But: outside your waking hours: " in shown


def test_a_question_says_what_waits_for_the_answer() -> None:
    questions = table(read(notebook_html(PLAN)), "What nobody has told yet, and what waits for it")
    assert ["By when", "Question", "About"] == questions[0]
    assert [
        "by 18:00",
        "What is Tom Reed's e-mail address?",
        "Acme What waits for it Send Tom Reed a personal thank-you e-mail",
    ] == questions[1]
    assert "" == questions[2][2]


def test_each_of_the_cautions_in_one_line_says_why() -> None:
    missed, early = table(read(notebook_html(PLAN)), BEWARE)[1:]
    assert ["missed", "too early"] == [missed[0], early[0]]
    assert missed[2].startswith("Acme Why Why: ") or missed[2].startswith("Why Why: ")
    assert early[1].startswith("until Thu 11:30: Ask Ana Costa, Priya Shah and Tom Reed to ")
    for name in ("Acme about their decision", "connect with Ana Costa", "connect with Tom Reed"):
        assert f"{name}" in early[2]
    assert "Until: Tue 8 Dec 2026, 00:00 GMT" in early[2]


def test_a_caution_without_an_end_says_none() -> None:
    late = card(name="card-later", act="send-card", opens=interview.ends + days(9), best=None)
    rules = RuleSet([card(closes=interview.ends + days(1)), late])
    planned = plan(searching(applied(meeting())), now=NOW, rules=rules)
    [conflict] = table(read(notebook_html(planned)), BEWARE)[1:]
    assert "conflict" == conflict[0]
    assert "Until:" not in conflict[2]


def test_what_looks_wrong_on_record_says_how_to_mend_it() -> None:
    late = meeting("2026-11-24 10:00", "2026-11-24 11:00", left=at("2026-11-24 11:10"))
    search = searching(applied(late, heard=at("2026-12-24 11:10")))
    records = table(read(notebook_html(plan(search, now=NOW))), RECORDS)
    assert ["Where", "What", "What to do"] == records[0]
    assert [
        "applications[0].heard (Acme)",
        "Thursday 24 December 2026, 11:10 is later than now",
    ] == records[1][:2]
    assert records[1][2]


def test_a_plan_of_nothing_says_so() -> None:
    shown = read(notebook_html(EMPTY)).text
    assert shown.endswith("There is nothing to do now.")
    assert "In the time of Europe/London; nothing in it will change." in shown


def test_a_forecast_says_when_each_act_is_done() -> None:
    shown = read(notebook_html(AHEAD))
    assert "Forecast from Tue 24 Nov 2026, 15:00 GMT" == shown.all("h3")[0].text
    steps = table(shown, "Each act at the moment at which it is done")
    assert [action.text for action in AHEAD.actions] == [row[1] for row in steps[1:]]
    assert "today 15:00" == steps[1][0]
    assert "Mon 14 Dec 2026, 15:00 GMT (Europe/London), if each act is done" in shown.text


def test_an_action_of_a_forecast_says_when_it_is_done() -> None:
    [first, *_] = AHEAD.actions
    pairs = dict(rows(read(notebook_html(first)).all("table")[0]))
    assert "Tue 24 Nov 2026, 15:00 GMT" == pairs["Done"]


def test_an_action_shows_its_dates_and_how_it_is_done() -> None:
    search = searching(applied(meeting(interviewers=[priya()], zone="Asia/Tokyo")))
    [thanks] = [
        action
        for action in plan(search, now=at("2026-11-23 12:00")).actions
        if action.act == "thank-you"
    ]
    shown = read(notebook_html(thanks))
    assert [
        ["Status", "early"],
        ["Opens", "Tue 24 Nov 2026, 02:00 GMT"],
        ["Best", "Tue 24 Nov 2026, 05:00 GMT"],
        ["Late from", "Tue 24 Nov 2026, 09:00 GMT"],
        ["Closes", "Thu 26 Nov 2026, 02:00 GMT"],
        ["How", "email to priya@acme.example"],
    ] == rows(shown.all("table")[0])[:6]
    assert ["But", "Why", "Source"] == [row[0] for row in rows(shown.all("table")[0])[6:]]
    assert "What to say: Thank them for their time" in shown.text


def test_a_verdict_answers_and_says_how_long_it_holds() -> None:
    shown = read(notebook_html(VALUES["verdict"]))
    answer, why = [paragraph.text for paragraph in shown.all("p")]
    assert answer.startswith("No. Too early to ask Acme about their decision: wait until")
    assert why == f"Why: {VALUES['verdict'].why}"
    assert [
        ["Opens", "Tue 8 Dec 2026, 00:00 GMT"],
        ["Best", "Tue 8 Dec 2026, 09:00 GMT"],
        ["This answer holds until", "Tue 8 Dec 2026, 00:00 GMT"],
    ] == table(shown, "“chase” of Acme, Data engineer: early")


def test_a_verdict_without_dates_has_no_table() -> None:
    rejected = searching(applied(meeting(), outcome="rejected"))
    shown = read(notebook_html(check(rejected, "chase", at=NOW)))
    assert (2, 0) == (len(shown.all("p")), len(shown.all("table")))


EXPLANATION = (
    "<div>\n<p><strong>Explanation:</strong> “send-card” of Tom Reed · Acme, Data engineer · "
    "2026-11-24 10:00, on Tuesday 24 November 2026, 15:00 (Europe/London)</p>\n"
    "<ul><li>Yes. Send Tom Reed a card. Nobody else does. Best: the interview&#x27;s end.</li>"
    "<li>Rule send-card: Nobody else does. (the author of the rule)"
    "<ul><li>It opens on Tuesday 24 November 2026, 11:00: the interview&#x27;s end "
    "[interview.ends].</li>"
    "<li>It is best on Tuesday 24 November 2026, 11:00: the interview&#x27;s end "
    "[interview.ends].</li>"
    "<li>It is not done, because “send-card” is not done yet:"
    "<ul><li>“send-card”: never [subject.done(send-card)]</li></ul></li></ul></li></ul>\n</div>"
)


def test_an_explanation_has_each_reason_below_what_it_is_for() -> None:
    rules = RuleSet([card()])
    search = searching(applied(meeting(interviewers=[tom()])))
    shown = notebook_html(explain(search, "send-card", now=NOW, rules=rules))
    assert EXPLANATION == shown


def test_a_difference_says_what_changed_how_and_because_of_what() -> None:
    before = searching(applied(meeting(), promise=Promise(by=at("2026-11-30 12:00"))))
    after = searching(applied(meeting(), promise=Promise(by=at("2026-12-01 12:00"))))
    shown = read(notebook_html(difference(plan(before, now=NOW), plan(after, now=NOW))))
    changes = table(shown, "What changed from one plan to the other")
    assert ["Change", "What", "How", "Because"] == changes[0]
    [moved] = [row for row in changes if row[1].startswith("Ask Acme how far along")]
    assert "Moved" == moved[0]
    assert moved[2].startswith("opens: Tuesday 1 December 2026, 12:00 (was Monday 30 November")
    assert moved[3].endswith(
        ": Tuesday 1 December 2026, 12:00 (was Monday 30 November 2026, 12:00)"
    )


@pytest.mark.parametrize(
    ("kind", "how"),
    [("New", "closed"), ("Gone", "now closed"), ("Changed", "late")],
)
def test_a_difference_says_what_became_of_an_act(kind: str, how: str) -> None:
    shown = read(notebook_html(difference(PLAN, plan(SEARCH, now=NOW + timedelta(days=2)))))
    changes = table(shown, "What changed from one plan to the other")
    assert (kind, how) in {(row[0], row[2]) for row in changes}


def test_a_difference_of_what_no_rule_speaks_of_says_so() -> None:
    before, after = (
        plan(search, now=NOW) for search in (searching(applied(meeting())), searching())
    )
    changes = table(
        read(notebook_html(difference(before, after))), "What changed from one plan to the other"
    )
    assert {"no rule speaks of it"} == {row[2] for row in changes[1:] if row[0] == "Gone"}


def test_a_difference_says_what_hinders_now() -> None:
    other = applied(meeting("2026-11-24 13:30", "2026-11-24 14:30"), employer="Globex")
    before, after = (
        plan(searching(applied(meeting(key="i1")), *more), now=at("2026-11-24 12:00"))
        for more in ((), (other,))
    )
    changes = table(
        read(notebook_html(difference(before, after))), "What changed from one plan to the other"
    )
    [how] = [row[2] for row in changes[1:] if row[0] == "Changed" and "thank-you" in row[1]]
    assert how.startswith("open. The best moment is while you are in an interview: ")


def test_no_difference_says_so() -> None:
    assert "<div>\n<p>Nothing changed.</p>\n</div>" == notebook_html(difference(PLAN, PLAN))


def test_a_rule_shows_its_window_in_words_its_numbers_and_their_sources() -> None:
    shown = read(notebook_html(CV_LIBRARY["thank-you"]))
    cells = dict(rows(shown.all("table")[0]))
    assert "the interview's end" == cells["Opens"]
    assert "advice, per person" == cells["Kind"]
    assert "their e-mail address" == cells["Needs"]
    assert {"Best", "Late from", "Closes", "Done once", "Goes by", "Why", "Source"} <= {*cells}
    numbers = table(shown, "Numbers that can be tuned")
    assert ["Number", "Value", "What it is", "Source"] == numbers[0]
    [within] = [row for row in numbers if row[0] == "thank-you.within"]
    assert "2 days" == within[1]
    assert within[3].endswith("item 4")
    assert "What to say:" in shown.text


def test_a_rule_without_numbers_has_no_table_of_them() -> None:
    assert 1 == len(read(notebook_html(card())).all("table"))


@pytest.mark.parametrize(("number", "words"), [(0, "0 rules"), (1, "1 rule"), (2, "2 rules")])
def test_rules_are_a_table_in_the_order_written(number: int, words: str) -> None:
    rules = RuleSet([card(), card(name="send-flowers")][:number])
    shown = table(read(notebook_html(rules)), f"{words}, in the order written")
    assert ["send-card", "send-flowers"][:number] == [
        row[0] for row in shown[1:] if row[0].startswith("send-")
    ]


def test_an_interview_shows_the_times_of_its_place() -> None:
    shown = table(
        read(notebook_html(meeting(zone="America/New_York", medium="video", key="7"))),
        "Interview, in the time of America/New_York",
    )
    assert [
        ["Starts", "Tue 24 Nov 2026, 10:00 EST"],
        ["Ends", "Tue 24 Nov 2026, 11:00 EST"],
        ["Medium", "video"],
        ["Interviewers", "Priya Shah"],
        ["Key", "7"],
    ] == shown


@pytest.mark.parametrize(
    ("interviewers", "cell"), [(None, "not told"), ([], "nobody"), ([tom()], "Tom Reed")]
)
def test_an_interview_says_whom_it_was_with(interviewers: Any, cell: str) -> None:
    starts = at("2026-11-24").date()
    day = Interview(starts=starts, timezone="Europe/London", interviewers=interviewers)
    assert [
        ["Starts", "Tuesday 24 November 2026"],
        ["Ends", "not told"],
        ["Interviewers", cell],
    ] == rows(read(notebook_html(day)).all("table")[0])


def test_an_interview_shows_what_was_asked() -> None:
    shown = dict(rows(read(notebook_html(TIMED)).all("table")[0]))
    assert "Why us? (tricky); When?" == shown["Questions asked"]
    assert "One line and another" == shown["Notes"]


@pytest.mark.parametrize("shown", [notebook_html, notebook_markdown])
def test_what_no_notebook_shows_is_refused(shown: Any) -> None:
    with pytest.raises(InvalidInput, match="'a plan' is shown by no notebook; give one of Plan, "):
        shown("a plan")


# -- Markdown -------------------------------------------------------------------------------------


def test_markdown_is_a_list_under_each_heading() -> None:
    lines = notebook_markdown(PLAN).split("\n")
    assert "### Plan for Tue 24 Nov 2026, 15:00 GMT" == lines[0]
    assert "#### Do now" in lines
    thanks = "- **Send Ana Costa a personal thank-you e-mail**: by 18:00 · Acme · email to "
    assert f"{thanks}ana@acme.example" in lines
    assert "<" not in "".join(lines)


def test_markdown_of_an_explanation_has_each_reason_below_what_it_is_for() -> None:
    lines = notebook_markdown(VALUES["explanation"]).split("\n")
    assert lines[0].startswith("**Explanation:** “chase” of Acme")
    assert any(line.startswith("- Rule chase: ") for line in lines)
    assert any(line.startswith("    - they have interviewed you ") for line in lines)


def test_markdown_says_a_pair_in_one_line() -> None:
    lines = notebook_markdown(VALUES["verdict"]).split("\n")
    assert "- **Best**: Tue 8 Dec 2026, 09:00 GMT" in lines


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Tom *the* Reed", r"Tom \*the\* Reed"),
        ("[a](http://b.example)", r"\[a\](http://b.example)"),
        ("<b>&amp;</b>", r"\<b\>&amp;amp;\</b\>"),
        ("`x` $y$ ~z~ #1 a|b _c_ !d \\", r"\`x\` \$y\$ \~z\~ \#1 a\|b \_c\_ \!d \\"),
        ("1. first", r"1\. first"),
        ("- dash", r"\- dash"),
        ("\u202eevil", r"\\u202eevil"),
    ],
)
def test_names_are_no_markdown(name: str, written: str) -> None:
    shown = notebook_markdown(meeting(interviewers=[Person(name=name)]))
    assert f"- **Interviewers**: {written}" in shown.split("\n")


# -- names from outside ---------------------------------------------------------------------------

NAME = '</td></table><script>alert(\'1\')</script>" onerror="x" & &amp; <!-- ]]>\u202e'
"""A name that somebody may have; a name with control characters is bad input."""

TEXT = f"{NAME} \x1b[2J\u202e\r\n"
"""What a fact may give. A rule with it in its words is refused: these come past the checks."""

SEEN_NAME = NAME.replace("\u202e", "\\u202e")
SEEN = f"{SEEN_NAME} \\x1b[2J\\u202e"


def hostile() -> dict[str, Any]:
    source = Source(title=TEXT, author=TEXT, address=TEXT)
    rule = unchecked(
        card(),
        text=f"Send {{person}} of {{employer}} {TEXT}",
        why=TEXT,
        source=source,
        channel=TEXT,
        wording=(do(TEXT, source=source), dont(TEXT)),
    )
    way = detail_fact("person.way", "the way to them", lambda _: Route(TEXT, TEXT))
    rules = CV_LIBRARY.with_(rule, card(name="send-flowers", act="send-flowers", channel=way))
    person = Person(name=NAME, linkedin="linkedin.example/<x>", notes=NAME)
    met = meeting(
        interviewers=[person, tom()],
        notes=NAME,
        questions=[AskedQuestion(text=NAME, tricky=True)],
        key=NAME,
    )
    search = JobSearch(
        timezone="Europe/London",
        applications=[
            applied(met, employer=NAME, recruiter=Person(name=NAME)),
            applied(meeting("2026-11-23 10:00", "2026-11-23 11:00"), heard=at("2026-12-24 10:00")),
        ],
    )
    planned = plan(search, now=NOW, rules=rules)
    [action] = [
        action
        for action in planned.actions
        if action.act == "send-card" and "script" in action.text
    ][:1]
    later = plan(search.record(action, at=NOW), now=NOW, rules=rules)
    return {
        "plan": planned,
        "action": action,
        "verdict": check(search, "send-card", of=met.person(NAME), at=NOW, rules=rules),
        "explanation": explain(search, action, now=NOW, rules=rules),
        "difference": difference(planned, later, rules=rules),
        "rule set": rules,
        "rule": rule,
        "interview": met,
        "forecast": forecast(search, now=NOW, horizon=NOW + timedelta(days=9), rules=rules),
    }


@pytest.fixture(scope="module")
def attacked() -> dict[str, Any]:
    return hostile()


NAMES = [name for name in VALUES if name != "plan of nothing"]


@pytest.mark.parametrize("name", NAMES)
def test_names_are_no_html(name: str, attacked: dict[str, Any]) -> None:
    shown = read(notebook_html(attacked[name]))
    assert {element.tag for element in shown.below()} <= TAGS
    assert {
        attribute for element in shown.below() for attribute in element.attributes
    } <= ATTRIBUTES
    assert (SEEN_NAME if name == "interview" else SEEN) in shown.text


@pytest.mark.parametrize("name", ["plan", "forecast"])
def test_names_are_no_html_on_a_page(name: str, attacked: dict[str, Any]) -> None:
    shown = read(plan_html(attacked[name]))
    assert [] == shown.all("script")
    assert SEEN in shown.text


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_is_displayed_moves_a_terminal(name: str, attacked: dict[str, Any]) -> None:
    shown = attacked[name]._repr_mimebundle_()
    for text in shown.values():
        assert set() == {"\x1b", "\r", "\u202e"} & set(text)


def test_a_name_from_the_right_stays_in_its_place() -> None:
    shown = notebook_html(meeting(interviewers=[Person(name="אדא")]))
    assert "\u2068אדא\u2069" in shown


# -- pages ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_whole_in_itself(name: str) -> None:
    text = plan_html(PAGES[name])
    page = read(text)
    assert text.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert [] == page.all("script", "link", "iframe", "object", "embed", "base", "form")
    for element in page.below():
        for place in ("src", "srcset"):
            assert (element.attributes.get(place) or "data:").startswith("data:")
        assert (element.attributes.get("href") or "#").startswith("#")
    assert "url(" not in text
    assert "@import" not in text
    [policy] = [meta for meta in page.all("meta") if "http-equiv" in meta.attributes]
    allowed = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
    assert allowed == policy.attributes["content"]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_a_title_one_first_heading_and_one_main_part(name: str) -> None:
    page = read(plan_html(PAGES[name]))
    [title], [heading], [_] = page.all("title"), page.all("h1"), page.all("main")
    assert title.text == heading.text
    assert "en" == page.all("html")[0].attributes["lang"]


def test_the_links_of_a_page_lead_to_its_groups() -> None:
    page = read(plan_html(PLAN))
    links = [(link.attributes["href"], link.text) for link in page.all("nav")[0].all("a")]
    groups = [
        (f"#{section.attributes['id']}", section.all("h2")[0].text)
        for section in page.all("section")
    ]
    assert ("#do-now", "Do now") == links[0]
    assert links == groups
    assert len({*groups}) == len(groups)


def test_a_page_of_nothing_has_no_links() -> None:
    page = read(plan_html(EMPTY))
    assert [] == page.all("nav", "section")
    assert "There is nothing to do now." in page.text


def test_a_page_fits_light_dark_and_paper() -> None:
    [style] = read(plan_html(PLAN)).all("style")
    for query in ("(prefers-color-scheme: dark)", "(max-width: 40rem)", "print"):
        assert f"@media {query} {{" in style.text


def test_a_page_and_a_notebook_show_the_same() -> None:
    page, shown = read(plan_html(PLAN)), read(notebook_html(PLAN))
    assert [rows(shown_table) for shown_table in page.all("table")] == [
        rows(shown_table) for shown_table in shown.all("table")
    ]


@pytest.mark.parametrize("command", ["plan", "forecast"])
def test_the_command_line_prints_a_page_that_any_encoding_can_hold(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "search.toml"
    path.write_text('timezone = "Europe/London"\n[[applications]]\nemployer = "Łódź"', "utf-8")
    text = Run(capsys).text(command, str(path), "--now", "2026-11-24T12:00", "--format", "html")
    assert text.isascii()
    assert 1 == len(read(text).all("h1"))


# -- all plans ------------------------------------------------------------------------------------


@drawing
@given(job_searches(), moments())
def test_every_plan_is_shown_well_formed(search: JobSearch, now: Any) -> None:
    planned = plan(search, now=now)
    read(plan_html(planned))
    meetings = [
        interview for application in search.applications for interview in application.interviews
    ]
    values: list[Any] = [planned, *planned.actions[:3], *meetings[:3]]
    for value in values:
        assert {element.tag for element in read(notebook_html(value)).below()} <= TAGS
        notebook_markdown(value)


def test_what_shows_values_is_read_only_as_they_are_shown() -> None:
    loaded = "[each for each in sys.modules if each.startswith('interview_followup.exports.')]"
    kinds = "{each.split('.')[2] for each in " + loaded + "}"
    script = f"import interview_followup, sys; assert {{'dictionaries'}} == {kinds}"
    subprocess.run([sys.executable, "-c", script], check=True)
