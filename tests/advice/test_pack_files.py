"""A pack may be a file: it is read as data, or all that is wrong in it is told with its place."""

from __future__ import annotations

import json
import tomllib
from datetime import time
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from builders import applied, at, meeting, searching
from effort import soon
from interview_followup import CV_LIBRARY, InvalidInput, RuleSet, plan
from interview_followup._documents import MOST_DOTS
from interview_followup.advice import load, read_pack
from interview_followup.advice._pack_files import MOST_BYTES
from interview_followup.advice._pack_sources import _shipped_rules
from interview_followup.advice._pack_tables import MOST_ENTRIES, MOST_PROBLEMS
from interview_followup.language import (
    OURS,
    PAUSE,
    CautionText,
    Rule,
    Source,
    application,
    closed,
    condition_fact,
    count_fact,
    days,
    detail_fact,
    do,
    done,
    dont,
    early,
    interview,
    later_of,
    minutes,
    moment_fact,
    named,
    parameter,
    person,
    times_done,
    when,
)

CARD = """
[[rules]]
name = "send-card"
per = "person"
opens = "interview.ends + wait"
best = "(interview.ends + wait).office_time"
closes = "interview.ends + days(10)"
satisfied_by = "done('send-card')"
text = "Send {person} a card"
why = "Nobody else does."
[rules.parameters]
wait = { value = "1 day", text = "how long to let them rest", source = "My aunt" }
"""
AUNT = Source("My aunt")
WAIT = parameter("wait", days(1), "how long to let them rest", source=AUNT)
SEND_CARD = Rule(
    name="send-card",
    per=person,
    opens=interview.ends + WAIT,
    best=(interview.ends + WAIT).office_time,
    closes=interview.ends + days(10),
    satisfied_by=done("send-card"),
    text="Send {person} a card",
    why="Nobody else does.",
)

SEARCH = searching(applied(meeting()))


class Files:
    """A folder of packs."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "pack.toml"

    def rules(self, text: str | bytes, name: str = "pack.toml") -> RuleSet:
        path = self.path.with_name(name)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_pack(path)

    def problems(self, text: str | bytes, name: str = "pack.toml") -> list[str]:
        """Return all that is wrong with a file, without its path."""
        with pytest.raises(InvalidInput) as caught:
            self.rules(text, name)
        messages = [str(problem) for problem in caught.value.problems]
        path = str(self.path.with_name(name))
        assert all(message.startswith(path) for message in messages)
        return [message.removeprefix(path).removeprefix(": ") for message in messages]


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path)


# -- what a file may say --------------------------------------------------------------------------


def test_a_rule_is_read_as_it_is_written_in_python(files: Files) -> None:
    assert RuleSet([SEND_CARD]) == files.rules(CARD)


def test_what_is_read_is_planned(files: Files) -> None:
    acts = {
        action.act
        for action in plan(SEARCH, now=at("2026-11-24 12:00"), rules=files.rules(CARD)).actions
    }
    assert {"send-card"} == acts


def test_a_file_may_be_json_of_the_same_shape(files: Files) -> None:
    table = {
        "name": "send-card",
        "per": "interview",
        "opens": "interview.ends + wait",
        "text": "Send a card",
        "why": "It is kind.",
        "parameters": {"wait": {"value": 1, "text": "how long"}},
    }
    messages = files.problems(json.dumps({"rules": [table]}), "pack.json")
    assert ["rules[0].opens (send-card), column 18: wait = 1 does not fit; "
            "give a period such as days(2)"] == messages  # fmt: skip
    table["parameters"] = {"wait": {"value": "1 day", "text": "how long"}}
    [rule] = files.rules(json.dumps({"rules": [table]}), "pack.json")
    assert interview.ends + parameter("wait", days(1), "how long") == rule.opens


def test_a_file_may_say_all_that_a_rule_may(files: Files) -> None:
    text = """
    [sources]
    aunt = { title = "My aunt", author = "Ada", item = 2, address = "aunt.example" }

    [[facts]]
    name = "application.task_due"
    kind = "moment"
    label = "the end of the task"
    ask = "When is the task due?"

    [[rules]]
    name = "ring"
    act = "call"
    kind = "advice"
    per = "interview"
    given = "interview.remote & soon"
    needs = ["application.task_due", "application.follow_up"]
    since = "interview.starts"
    opens = "interview.ends"
    best = "interview.ends.at(nine)"
    due = "last_moment"
    closes = "application.task_due"
    satisfied_by = "times_done('call').at_least(most) | enough"
    channel = "application.recruiter_route"
    text = { when = "interview.remote", then = "Ring {employer}", otherwise = "Go there" }
    cautions = [
      { phase = "early", since = "interview.starts", text = "when(soon, 'Wait', otherwise='No')" },
      { phase = "closed", text = "Over", lasting = "days(7)", until = "application.task_due" },
      { phase = "late", text = "Soon" },
    ]
    wording = [
      { kind = "do", text = "Smile", source = "aunt" },
      { kind = "dont", text = "Beg", source = { title = "My uncle" } },
    ]
    source = "aunt"
    why = "It is quick."

    [rules.parameters]
    nine = { value = "09:00", text = "when to ring", source = "My uncle" }
    half_past = { value = 09:30:00, text = "when else to ring" }
    for_ = { name = "for", value = 2, text = "how many" }
    most = { name = "at-most", value = 2, text = "how often" }

    [rules.expressions]
    soon = "named('it is soon', interview.ends.before(application.task_due), denial='it is not')"
    last_moment = "later_of(interview.ends.at(half_past), interview.ends + minutes(1))"
    enough = "times_done('call').at_least(for_) | soon"
    """
    aunt = Source("My aunt", "Ada", 2, "aunt.example")
    due = moment_fact("application.task_due", "the end of the task", ask="When is the task due?")
    soon = named("it is soon", interview.ends.before(due), denial="it is not")
    nine = parameter("nine", time(9), "when to ring", source=Source("My uncle"))
    half_past = parameter("half-past", time(9, 30), "when else to ring")
    twice, most = parameter("for", 2, "how many"), parameter("at-most", 2, "how often")
    expected = Rule(
        name="ring",
        act="call",
        per=interview,
        given=interview.remote & soon,
        needs=[due, application.follow_up],
        since=interview.starts,
        opens=interview.ends,
        best=interview.ends.at(nine),
        due=later_of(interview.ends.at(half_past), interview.ends + minutes(1)),
        closes=due,
        satisfied_by=times_done("call").at_least(most)
        | (times_done("call").at_least(twice) | soon),
        channel=application.recruiter_route,
        text=when(interview.remote, "Ring {employer}", otherwise="Go there"),
        cautions=[
            early(when(soon, "Wait", otherwise="No"), since=interview.starts),
            closed("Over", lasting=days(7), until=due),
            CautionText("late", "Soon"),
        ],
        wording=[do("Smile", source=aunt), dont("Beg", source=Source("My uncle"))],
        source=aunt,
        why="It is quick.",
    )
    rules = [*files.rules(text)]
    assert [expected] == rules


def test_facts_of_every_kind_are_told_by_a_search(files: Files) -> None:
    facts = """
    [[facts]]
    name = "application.rich"
    kind = "condition"
    label = "they are rich"
    denial = "they are poor"
    [[facts]]
    name = "application.rounds"
    kind = "count"
    label = "how many rounds there are"
    ask = "How many rounds?"
    [[facts]]
    name = "application.pet"
    kind = "detail"
    label = "their pet"
    denial = "they have no pet"
    ask = "Which pet?"
    may_not_exist = true
    [[rules]]
    name = "ask"
    per = "application"
    given = "application.rich & application.rounds.at_least(3) & application.pet.exists"
    opens = "application.first_ends"
    text = "Ask"
    why = "Ask."
    """
    rich = condition_fact("application.rich", "they are rich", denial="they are poor")
    rounds = count_fact("application.rounds", "how many rounds there are", ask="How many rounds?")
    pet: Any = detail_fact(
        "application.pet",
        "their pet",
        denial="they have no pet",
        ask="Which pet?",
        may_not_exist=True,
    )
    [rule] = files.rules(facts)
    assert rich & rounds.at_least(3) & pet.exists == rule.given


def test_a_veto_needs_no_moment(files: Files) -> None:
    veto = "[[rules]]\nname='hush'\nkind='veto'\nper='application'\ntext='Ask'\nwhy='Never.'"
    assert "veto" == files.rules(veto)["hush"].kind


def test_what_stands_above_all_rules_is_for_all_of_them(files: Files) -> None:
    rule = """
    [[rules]]
    name = "{}"
    per = "interview"
    opens = "tomorrow"
    closes = "tomorrow + wait"
    text = "Do it"
    why = "It helps."
    """
    shared = """
    [parameters]
    wait = { value = "1 day", text = "how long" }
    [expressions]
    tomorrow = "interview.ends + wait"
    """
    rules = files.rules(shared + rule.format("one") + rule.format("two"))
    assert rules["one"].opens == rules["two"].opens
    assert ["1 day"] * 2 == [str(rule.parameters[0]) for rule in rules.tuned({"one.wait": days(1)})]


def test_packs_are_loaded_by_the_name_of_their_file(files: Files) -> None:
    rules = files.rules(CARD)
    assert CV_LIBRARY | rules == load("cv-library", str(files.path))


# -- what is wrong in a file ----------------------------------------------------------------------

RULE = {
    "name": '"send-card"',
    "per": '"person"',
    "opens": '"interview.ends"',
    "text": '"Send a card"',
    "why": '"It is kind."',
}
SLUG = "use lower-case words joined by hyphens"


def changed(**parts: str | None) -> str:
    """Return a file of a rule with other parts."""
    fields = {key: value for key, value in {**RULE, **parts}.items() if value is not None}
    return "[[rules]]\n" + "\n".join(f"{key} = {value}" for key, value in fields.items())


@pytest.mark.parametrize(
    ("parts", "problem"),
    [
        ({"opens": '"interview.ends + wat"'},
         "rules[0].opens (send-card), column 18: there is no 'wat' here; "
         "use a fact such as interview.ends, or a name that the file gives a value to; "
         "a text stands in single quotes"),
        ({"opens": '"""\ninterview.ends\n + wat"""'},
         "rules[0].opens (send-card), line 2, column 4: there is no 'wat' here; "
         "use a fact such as interview.ends, or a name that the file gives a value to; "
         "a text stands in single quotes"),
        ({"opens": '"interview.remote"'},
         "rules[0].opens (send-card): 'interview.remote' is not a moment; give a moment"),
        ({"opens": '"days(2)"'},
         "rules[0].opens (send-card): 'days(2)' is not a moment; give a moment"),
        ({"opens": "2026-12-01"},
         "rules[0].opens (send-card): 2026-12-01 is not text; give a moment as a text in quotes"),
        ({"opens": None},
         "rules[0].opens (send-card): is missing; "
         "say from when on it may be done, as in 'interview.ends + days(1)'"),
        ({"name": None}, "rules[0].name: is missing; call it, as in name = 'send-card'"),
        ({"name": '"Send card"'},
         f"rules[0].name (Send card): 'Send card' is not a slug; {SLUG}"),
        ({"per": '"persn"'},
         "rules[0].per (send-card): 'persn' is no kind of subject; did you mean 'person'?"),
        ({"opns": '"interview.ends"'},
         "rules[0].opns (send-card): is not a key here; did you mean 'opens'?"),
        ({"given": '"interview.ends"'},
         "rules[0].given (send-card): 'interview.ends' is not a condition; "
         "say what of it, as in .happened, .known or .before(...)"),
        ({"given": '"application.recruiter"'},
         "rules[0].given (send-card): 'application.recruiter' is not a condition; "
         "say what of it: .exists or .known"),
        ({"needs": '"person.emial"'},
         "rules[0].needs (send-card), column 1: there is no fact 'person.emial'; "
         "did you mean 'email'?"),
        ({"needs": '["person.email", 5]'},
         "rules[0].needs[1] (send-card): 5 is not text; give a fact as a text in quotes"),
        ({"needs": "5"},
         "rules[0].needs (send-card): is not a list; list facts, as in needs = ['person.email']"),
        ({"per": '"search"', "opens": '"search.signed"', "needs": '["person.email"]'},
         "rules[0].needs[0] (send-card): person.email is narrower than the rule, which is per "
         "search; make the rule per person, or leave it out"),
        ({"channel": '"aplication.chase_route"'},
         "rules[0].channel (send-card), column 1: there is no 'aplication' here; "
         "did you mean 'application'?"),
        ({"channel": "5"}, "rules[0].channel (send-card): 5 is not text; put it in quotes"),
        ({"text": "true"}, "rules[0].text (send-card): true is not text; put it in quotes"),
        ({"text": '"Send\\na card"'},
         "rules[0].text (send-card): 'Send\\na card' holds what cannot be printed; "
         "leave out what is no letter, sign or blank, and write it on one line"),
        ({"text": '"Send a \u202ecard"'},
         "rules[0].text (send-card): 'Send a \\u202ecard' holds what cannot be printed; "
         "leave out what is no letter, sign or blank, and write it on one line"),
        ({"text": '"Send {persn} a card"'},
         "rules[0].text (send-card): {persn} is nothing it can mention; did you mean 'person'?"),
        ({"text": f'"Send {{{"x" * 500}}} a card"'},
         f"rules[0].text (send-card): {{{'x' * 199}…}} is nothing it can mention; use one of: "
         "contact, day, employer, other_employers, person, recruiter, role"),
        ({"text": '{ when = "interview.remote", then = "Ring" }'},
         "rules[0].text.otherwise (send-card): is missing; give when, then and otherwise"),
        ({"text": '{ when = "interview.ends", then = "Ring", otherwise = "Write" }'},
         "rules[0].text.when (send-card): 'interview.ends' is not a condition; "
         "say what of it, as in .happened, .known or .before(...)"),
        ({"text": "\"when(interview.remte, 'a', otherwise='b')\""},
         "rules[0].text (send-card), column 6: there is no fact 'interview.remte'; "
         "did you mean 'remote'?"),
        ({"text": "\"when(interview.remote, interview.ends, otherwise=interview.ends)\""},
         "rules[0].text (send-card): 'when(interview.remote, interview.ends, "
         "otherwise=interview.ends)' is not a choice of two texts; give a choice of two texts"),
        ({"cautions": "{}"},
         "rules[0].cautions (send-card): is not a list; "
         "in TOML, write [[rules.cautions]] above each"),
        ({"cautions": "[5]"},
         "rules[0].cautions[0] (send-card): 5 is not a table; "
         "give one with keys of phase, text, since, lasting, until"),
        ({"cautions": '[{ phase = "erly", text = "Wait" }]'},
         "rules[0].cautions[0].phase (send-card): 'erly' is no phase; did you mean 'early'?"),
        ({"cautions": '[{ text = "Wait" }]'},
         "rules[0].cautions[0].phase (send-card): is missing; give early, open, late or closed"),
        ({"cautions": '[{ phase = "early", text = "Wait", snce = "interview.ends" }]'},
         "rules[0].cautions[0].snce (send-card): is not a key here; did you mean 'since'?"),
        ({"cautions": '[{ phase = "closed", text = "Over", lasting = "5" }]',
          "closes": '"interview.ends"'},
         "rules[0].cautions[0].lasting (send-card): '5' is not a period; give a period"),
        ({"wording": '[{ kind = "do" }]'},
         "rules[0].wording[0].text (send-card): is missing; say it"),
        ({"wording": '[{ kind = "don\'t", text = "Beg" }]'},
         "rules[0].wording[0].kind (send-card): \"don't\" is no kind of wording; "
         "did you mean 'dont'?"),
        ({"source": "5"}, "rules[0].source (send-card): 5 is not text; put it in quotes"),
        ({"source": '""'},
         "rules[0].source (send-card): has no title; give the title of what it is taken from"),
        ({"source": '{ author = "Ada" }'},
         "rules[0].source.title (send-card): is missing; "
         "give the title of what it is taken from"),
        ({"source": '{ title = "A", item = true }'},
         "rules[0].source.item (send-card): true is not a whole number; give one from 1 on"),
        ({"source": "{ title = 5 }"},
         "rules[0].source.title (send-card): 5 is not text; put it in quotes"),
        *[({key: f"{{ {', '.join(f'k{index} = 5' for index in range(501))} }}"},
           f"rules[0].{key} (send-card): has more than 500 entries; make two files of it")
          for key in ("source", "text", "parameters")],
        ({"source": '{ title = "A", url = "b.example" }'},
         "rules[0].source.url (send-card): is not a key here; "
         "use one of: address, author, item, title"),
        ({"parameters": "[{}]"},
         "rules[0].parameters (send-card): is a list, and no table; "
         "in TOML, write [rules.parameters] above it, once"),
        ({"source": '["My aunt", "My uncle"]'},
         "rules[0].source (send-card): is more than one source; "
         "give one; each number and each sentence of the wording may have another"),
        ({"parameters": "5"},
         "rules[0].parameters (send-card): 5 is not a table; write it as a table"),
        ({"parameters": "{ wait = 5 }"},
         "rules[0].parameters.wait (send-card): 5 is not a table; "
         "give one with keys of name, value, text, source"),
        ({"parameters": "{ wait = 5 }", "opens": '"interview.ends + wait"'},
         "rules[0].parameters.wait (send-card): 5 is not a table; "
         "give one with keys of name, value, text, source"),
        ({"parameters": '{ source = "My aunt" }'},
         "rules[0].parameters.source (send-card): 'My aunt' is not a table; "
         "move it up, above the table that it stands in"),
        ({"cautions": '[{ phase = "late", text = "Late", source = "My aunt" }]'},
         "rules[0].cautions[0].source (send-card): is not a key here; "
         "move it up, above the table that it stands in"),
        ({"parameters": '{ wait = { value = "1 day" } }'},
         "rules[0].parameters.wait.text (send-card): is missing; say what the number means"),
        ({"parameters": '{ wait = { value = "1 dayz", text = "how long" } }'},
         "rules[0].parameters.wait.value (send-card): '1 dayz' is not a period: 'dayz' is no unit; "
         "did you mean 'days'?"),
        ({"parameters": '{ wait = { value = "25:00", text = "when" } }'},
         "rules[0].parameters.wait.value (send-card): '25:00' is not a time of day; "
         "write one such as '09:00'"),
        ({"parameters": '{ wait = { value = "9:00", text = "when" } }'},
         "rules[0].parameters.wait.value (send-card): '9:00' is not a time of day; "
         "write one such as '09:00'"),
        ({"parameters": '{ wait = { value = "9h", text = "when" } }'},
         "rules[0].parameters.wait.value (send-card): '9h' is no number that fits; give a period "
         "such as '2 working days', a time such as '14:00' or a whole number"),
        ({"kind": '"never"', "opens": None},
         "rules[0].kind (send-card): 'never' is no kind of rule; "
         "use one of: advice, guard, reminder, veto"),
        ({"per": '"interviewer"'},
         "rules[0].per (send-card): 'interviewer' is no kind of subject; did you mean 'person'?"),
        ({"closes": '"interview.ends + rest"',
          "parameters": '{ rest = { value = 1, text = "how long" } }'},
         "rules[0].closes (send-card), column 18: rest = 1 does not fit; "
         "give a period such as days(2)"),
        ({"parameters": '{ wait = { value = 1.5, text = "how long" } }'},
         "rules[0].parameters.wait.value (send-card): 1.5 is no number that fits; give a period "
         "such as '2 working days', a time such as '14:00' or a whole number"),
        ({"parameters": '{ wait = { value = 0, text = "how often" } }'},
         "rules[0].parameters.wait (send-card): 0 is less than 1; give a number from 1 on"),
        ({"parameters": '{ wait = { value = 1, text = "how often", name = "W" } }'},
         f"rules[0].parameters.wait (send-card): 'W' is not a slug; {SLUG}"),
        ({"parameters": '{ wait-a-bit = { value = 1, text = "how often" } }'},
         "rules[0].parameters.wait-a-bit (send-card): is not a name in expressions; "
         "use lower-case words joined by underscores"),
        ({"parameters": '{ for = { value = 1, text = "how often" } }'},
         "rules[0].parameters.for (send-card): is not a name in expressions; "
         "write for_, as that word is one of Python's"),
        ({"parameters": '{ days = { value = 1, text = "how often" } }'},
         "rules[0].parameters.days (send-card): is a name of the language; give it another name"),
        ({"parameters": '{ wait = { value = 1, text = "how often" } }'},
         "rules[0].parameters.wait (send-card): is used nowhere in the rule; "
         "name it in an expression, or leave it out"),
        ({"expressions": '{ soon = "interview.ends + hours(3)" }'},
         "rules[0].expressions.soon (send-card): is used nowhere in the rule; "
         "name it in an expression, or leave it out"),
        ({"expressions": '{ later = "days(2)" }'},
         "rules[0].expressions.later (send-card): 'days(2)' is not a moment or a condition; "
         "give a moment or a condition"),
        ({"expressions": '{ later = "soon", soon = "interview.ends" }'},
         "rules[0].expressions.later (send-card), column 1: soon stands further below; "
         "move it above what names it"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_rule_is_told_with_its_place(
    files: Files, parts: dict[str, str | None], problem: str
) -> None:
    assert [problem] == files.problems(changed(**parts))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "rules: is missing; write [[rules]] above each rule"),
        ("rules = []", "rules: is missing; write [[rules]] above each rule"),
        ("rules = 5", "rules: is not a list; in TOML, write [[rules]] above each"),
        ("rules = [5]", "rules[0]: 5 is not a table; write it as a table"),
        (
            "timezone = 'UTC'\n[[applications]]",
            "is a job search, and no pack; give it as the search",
        ),
        ("rule = []", "rule: is not a key here; did you mean 'rules'?"),
        ("facts = 5", "facts: is not a list; in TOML, write [[facts]] above each"),
        ("sources = 5", "sources: 5 is not a table; write it as a table"),
        (
            "[[sources]]\naunt = 'My aunt'",
            "sources: is a list, and no table; in TOML, write [sources] above it, once",
        ),
        ("sources = { aunt = 5 }", "sources.aunt: 5 is not text; put it in quotes"),
        ("facts = [{}]", "facts[0].name: is missing; give name, kind and label"),
        (
            "facts = [{ name = 'application.due', kind = 'momnt', label = 'due' }]",
            "facts[0].kind: 'momnt' is no kind of fact; did you mean 'moment'?",
        ),
        (
            "facts = [{ name = 'application.due', kind = 'date', label = 'due' }]",
            "facts[0].kind: 'date' is no kind of fact; did you mean 'moment'?",
        ),
        (
            "facts = [{ name = 'application.heard', kind = 'moment', label = 'due' }]",
            "facts[0].name: 'application.heard' is there already; give it another name",
        ),
        (
            "facts = [{ name = 'aplication.due', kind = 'moment', label = 'due' }]",
            "facts[0].name: 'aplication.due' does not say what it is about; start it with one of",
        ),
        (
            "facts = [{ name = 'search.due', kind = 'moment', label = 'due', denial = 'no' }]",
            "facts[0].denial: does not belong to a moment; leave it out",
        ),
        (
            "facts = [{ name = 'search.due', kind = 'detail', label = 'due', may_not_exist = 5 }]",
            "facts[0].may_not_exist: 5 is not true or false; give one of them",
        ),
        ("rules = [", "is not TOML: Invalid value (at end of document)"),
        (b"\xff", "is not in UTF-8; save it as UTF-8"),
        ("[parameters]\nwait = 5", "parameters.wait: 5 is not a table; give one with keys of"),
    ],
)
def test_what_is_wrong_around_the_rules_is_told_with_its_place(
    files: Files, text: str | bytes, problem: str
) -> None:
    assert files.problems(text)[0].startswith(problem)


def test_a_misspelt_source_is_told(files: Files) -> None:
    text = "[sources]\nmy_aunt = 'My aunt Ada'\n" + changed(source='"my_anut"')
    assert ["rules[0].source (send-card): 'my_anut' is no source of the file; "
            "did you mean 'my_aunt'?"] == files.problems(text)  # fmt: skip


def test_a_title_of_one_word_stands_in_a_table_where_sources_have_names(files: Files) -> None:
    text = "[sources]\naunt = 'My aunt'\n"
    assert ["rules[0].source (send-card): 'hearsay' is no source of the file; "
            "write { title = 'hearsay' }"] == files.problems(
        text + changed(source='"hearsay"'))  # fmt: skip
    assert "hearsay" == files.rules(changed(source='"hearsay"'))["send-card"].source.title
    titled = text + changed(source="{ title = 'hearsay' }")
    assert "hearsay" == files.rules(titled)["send-card"].source.title


def test_a_fact_that_is_refused_is_not_missed_where_it_is_named(files: Files) -> None:
    fact = "[[facts]]\nname = 'person.moved'\nkind = 'condition'\n"
    assert ["facts[0].label: is missing; give name, kind and label"] == files.problems(
        fact + changed(given='"person.moved"')
    )


def test_all_that_is_wrong_is_told_at_once(files: Files) -> None:
    first = changed(opens='"interview.endz"', given='"intrview.remote"', per='"person"')
    second = changed(name='"thank"', text='"{persn}"', kind='"advce"').replace("[[rules]]", "")
    places = [
        problem.partition(":")[0] for problem in files.problems(f"{first}\n[[rules]]{second}")
    ]
    assert [
        "rules[0].given (send-card), column 1",
        "rules[0].opens (send-card), column 1",
        "rules[1].kind (thank)",
        "rules[1].text (thank)",
    ] == places


def test_what_is_wrong_between_rules_is_told_with_the_rule(files: Files) -> None:
    twice = files.problems(changed() + "\n" + changed())
    assert ["rules[1] (send-card): a rule called 'send-card' is there already; "
            "give it a name of its own, or use replacing()"] == twice  # fmt: skip
    also = changed(opens='"interview.endz"') + "\n" + changed() + "\n" + changed()
    assert 2 == len(files.problems(also))
    in_vain = changed(satisfied_by="\"done('send-crad')\"")
    broken = changed(name='"ring"', opens='"interview.endz"')
    assert 1 == len(files.problems(f"{in_vain}\n{broken}"))
    assert ["rules[0] (send-card): asks whether 'send-crad' is done, which no rule knows; "
            "did you mean 'send-card'?"] == files.problems(in_vain)  # fmt: skip
    others = "\n".join(changed(name=f'"{name}"') for name in ("write", "ring"))
    assert ["rules[2] (send-card): asks whether 'send-crad' is done, which no rule knows; "
            "did you mean 'send-card'?"] == files.problems(f"{others}\n{in_vain}")  # fmt: skip


def test_what_has_a_name_and_is_used_nowhere_is_told(files: Files) -> None:
    expressions = "[expressions]\nsoon = 'interview.ends + days(9)'\nlater = 'soon + days(1)'"
    fact = '[[facts]]\nname = "interview.badge"\nkind = "condition"\nlabel = "you have a badge"'
    mend = "is used in no rule; name it in an expression, or leave it out"
    places = ["facts[0]", "expressions.soon", "expressions.later"]
    assert [f"{place}: {mend}" for place in places] == files.problems(
        f"{expressions}\n{fact}\n{changed()}"
    )
    used = changed(opens='"later"', given='"interview.badge"', closes=None)
    assert 1 == len(files.rules(f"{expressions}\n{fact}\n{used}"))


def test_a_name_has_one_meaning_wherever_it_is_read(files: Files) -> None:
    wait = 'wait = { value = "1 day", text = "how long" }'
    waits = changed(opens='"interview.ends + wait"')
    text = f"[parameters]\n{wait}\n{waits}\n"
    assert ["rules[0].parameters.wait (send-card): has the name of something else in the file; "
            "give one of the two another name"] == files.problems(
        f"{text}[rules.parameters]\n{wait}")  # fmt: skip
    assert ["parameters.wait: is used in no rule; name it in an expression, or leave it out"] == (
        files.problems(f"[parameters]\n{wait}\n{changed()}")
    )


# -- what names this library ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    [
        '"a choice of this library\'s"',
        '"A  choice of this LIBRARY"',
        '{ title = "Rules", author = "interview_followup" }',
        '"interview-followup"',
    ],
)
def test_a_file_may_not_pass_its_own_off_as_the_librarys(files: Files, source: str) -> None:
    number = f'{{ wait = {{ value = "1 day", text = "how long", source = {source} }} }}'
    mend = "give the source that it is taken from, or leave its source out"
    waits = changed(opens='"interview.ends + wait"', parameters=number)
    assert [f"rules[0] (send-card), parameter wait: is no number of this library; {mend}"] == (
        files.problems(waits)
    )
    assert [f"rules[0].source (send-card): is not this library; {mend}"] == (
        files.problems(changed(source=source))
    )
    wording = f'[{{ kind = "do", text = "Smile", source = {source} }}]'
    assert [f"rules[0].wording[0].source (send-card): is not this library; {mend}"] == (
        files.problems(changed(wording=wording))
    )


@pytest.fixture
def unread() -> None:
    """See to it that the library's own packs are yet to be read."""
    _shipped_rules.cache_clear()


@pytest.mark.usefixtures("unread")
def test_a_file_may_name_the_library_for_what_is_the_librarys(files: Files) -> None:
    def debrief(value: str, source: str = OURS.title) -> str:
        number = f'{{ value = "{value}", text = "for how long it is still of use", '
        number += f'source = "{source}" }}'
        return f"""
        [[rules]]
        name = "debrief"
        per = "interview"
        opens = "interview.ends"
        closes = "interview.ends + for_"
        text = "Write it down"
        why = "To learn."
        [rules.parameters]
        for_ = {number}
        """

    assert "7 days" == str(files.rules(debrief("7 days"))["debrief"].parameters[0])
    tuned = debrief("8 days", f"tuned from 7 days: {OURS.title}")
    assert "8 days" == str(files.rules(tuned)["debrief"].parameters[0])
    [problem] = files.problems(debrief("8 days"))
    assert problem.startswith("rules[0] (debrief), parameter for: is no number of this library")
    [problem] = files.problems(debrief("7 days").replace('"debrief"', '"write-down"'))
    assert problem.startswith("rules[0] (write-down), parameter for: is no number of this library")


@pytest.mark.parametrize("name", ["a", "zz"])
@pytest.mark.parametrize("value", ["7 days", str(PAUSE)], ids=["a rule's", "the language's"])
def test_a_number_is_not_tuned_from_one_of_another_name(
    files: Files, name: str, value: str
) -> None:
    number = f'{name} = {{ value = "8 days", text = "for how long", source = "tuned from {value}: '
    text = changed(name='"debrief"', opens=f'"interview.ends + {name}"')
    text += f'\n[rules.parameters]\n{number}{OURS.title}" }}'
    assert [f"rules[0] (debrief), parameter {name}: is no number of this library; "
            "give the source that it is taken from, or leave its source out"] == (
        files.problems(text))  # fmt: skip


# -- limits ---------------------------------------------------------------------------------------


def test_a_file_may_not_be_large(files: Files) -> None:
    filled = CARD + "#" * (MOST_BYTES - len(CARD))
    assert 1 == len(files.rules(filled))
    assert ["is larger than 250,000 bytes; make several packs of it"] == files.problems(
        filled + "#"
    )


def test_there_may_not_be_many_entries(files: Files) -> None:
    few = "\n".join(changed(name=f'"rule-{index}"') for index in range(MOST_ENTRIES))
    assert MOST_ENTRIES == len(files.rules(few))
    one_more = f"{few}\n{changed()}"
    assert ["rules: has more than 500 entries; make two files of it"] == files.problems(one_more)
    many = "\n".join(f"a{index} = 'x'" for index in range(MOST_ENTRIES + 1))
    assert ["sources: has more than 500 entries; make two files of it"] == (
        files.problems(f"[sources]\n{many}")
    )
    as_many = many.partition("\n")[2]
    assert 1 == len(files.rules(f"[sources]\n{as_many}\n{changed()}"))


@pytest.mark.parametrize(("length", "is_refused"), [(99, False), (100, False), (101, True)])
def test_a_name_may_not_be_long(files: Files, length: int, is_refused: bool) -> None:
    name = "x" * length
    text = changed(opens=f'"{name}"', expressions=f'{{ {name} = "interview.ends" }}')
    if is_refused:
        assert f"rules[0].expressions.{name[:100]}" in files.problems(text)[0]
    else:
        assert 1 == len(files.rules(text))


def test_no_more_problems_are_told_than_anybody_reads(files: Files) -> None:
    many = "\n".join(changed(opens='"interview.endz"') for _ in range(MOST_PROBLEMS + 1))
    assert 100 == MOST_PROBLEMS == len(files.problems(many))
    keys = "\n".join(f"k{index} = 5" for index in range(5_000))
    assert MOST_PROBLEMS == len(files.problems(keys))


def test_near_names_are_looked_for_among_a_few_only(files: Files) -> None:
    many = "\n".join(f"{'s' * 50}{index} = 'x'" for index in range(MOST_ENTRIES))
    cited = "\n".join(changed(source=f'"{"s" * 50}{index}x"') for index in range(MOST_PROBLEMS))
    started = process_time()
    assert MOST_PROBLEMS == len(files.problems(f"[sources]\n{many}\n{cited}"))
    assert process_time() - started < 15


def test_names_of_many_parts_are_refused_before_they_are_read(files: Files) -> None:
    few, many = (".".join(["a"] * (dots + 1)) for dots in (MOST_DOTS, MOST_DOTS + 1))
    assert ["a: is not a key here; use one of: expressions, facts, parameters, rules, sources"] == (
        files.problems(f"{few} = 5")
    )
    assert ["line 3: has more than 20 dots; put texts in quotes, and names in tables"] == (
        files.problems(f"# {many}\nx = '{many}'\n{many} = 5")
    )
    assert 1 == len(files.rules(CARD.replace("Nobody else does.", "Nobody " + "." * 99)))


@pytest.mark.parametrize("name", ["pack.TOML", "pack.Toml", "pack.JSON"])
def test_the_ending_of_a_file_may_be_in_capitals(files: Files, name: str) -> None:
    text = CARD if "toml" in name.lower() else json.dumps(tomllib.loads(CARD))
    assert files.rules(text, name) == load(str(files.path.with_name(name)))


def test_a_text_that_does_not_end_is_refused_soon(files: Files) -> None:
    with soon():
        assert 1 == len(files.problems('x = "' + '\\"' * 100_000))


def test_text_may_not_be_long(files: Files) -> None:
    briefly = "rules[0].why (send-card): has more than 1000 characters; say it more briefly"
    assert [briefly] == files.problems(changed(why=f'"{"x" * 10_000}"'))
    long = f'"{"x" * 10_001}"'
    assert [
        "rules[0].why (send-card): is longer than 10,000 characters; say it in fewer words"
    ] == (files.problems(changed(why=long)))


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("missing.toml", "cannot be read: No such file or directory"),
        ("pack.yaml", "is neither .toml nor .json"),
        (5, "5 is no path"),
    ],
)
def test_what_is_no_file_is_refused(tmp_path: Path, path: Any, problem: str) -> None:
    with pytest.raises(InvalidInput, match=problem):
        read_pack(tmp_path / path if isinstance(path, str) else path)


def test_what_is_no_table_is_refused(files: Files) -> None:
    assert ["holds no tables; write [[rules]] above each rule"] == files.problems("[]", "pack.json")
