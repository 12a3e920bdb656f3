"""`done`, `snooze` and `dismiss`: what is meant, and what is then in the file."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any, Protocol

import pytest

from command_line import Run
from interview_followup import read_search
from interview_followup._cli import inputs, records
from zones import utc

SEARCH = """\
# mine
timezone = "Europe/London"   # home

[[applications]]
employer = "Acme"     # a good one
role = "Data engineer"

[[applications.interviews]]
starts = 2026-11-24T10:00:00
ends = 2026-11-24T11:00:00
interviewers = [
  { name = "Priya Shah", email = "priya@acme.example" },   # the boss
  { name = "Tom Reed" },
]

# the next one
[[applications]]
employer = "Globex"
"""

SENT = "2026-11-24T14:20"
NOW = ("--now", "2026-11-24T12:00")
PRIYA = "Priya Shah · Acme, Data engineer · 2026-11-24 10:00"
TOM = "Tom Reed · Acme, Data engineer · 2026-11-24 10:00"


class Write(Protocol):
    """Writes a text into a file and returns its path."""

    def __call__(self, text: str, name: str = ...) -> str: ...


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes a file and returns its path."""

    def write(text: str, name: str = "search.toml") -> str:
        path = tmp_path / name
        path.write_bytes(text.encode())
        return str(path)

    return write


@pytest.fixture
def file(write: Write) -> str:
    return write(SEARCH)


def read(path: str) -> str:
    return Path(path).read_bytes().decode()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return a function that sets the system's clock to a time in UTC."""

    def set_to(time: str) -> None:
        class Clock(datetime):
            @classmethod
            def now(cls, tz: tzinfo | None = None) -> Any:
                return utc(time).astimezone(tz)

        monkeypatch.setattr(inputs, "datetime", Clock)

    return set_to


# -- where it is written --------------------------------------------------------------------------


def test_what_is_done_to_a_person_stands_in_the_interview(run: Run, file: str) -> None:
    output = run.text("done", file, "thank-you", "--to", "Priya Shah", "--at", "2026-11-24T14:20")
    assert f"{file}: thank-you, {PRIYA}: done on Tuesday 24 November 2026, 14:20\n" == output
    lines = """\
]
done = [
  { act = "thank-you", to = "Priya Shah", at = 2026-11-24T14:20:00 },
]

# the next one
"""
    assert SEARCH.replace("]\n\n# the next one\n", lines) == read(file)


def test_what_is_done_for_an_application_stands_in_it(run: Run, file: str) -> None:
    run.text("done", file, "chase", "--of", "Acme", "--at", "2026-12-07")
    lines = """\
role = "Data engineer"
done = [
  { act = "chase", at = 2026-12-07 },
]
"""
    assert SEARCH.replace('role = "Data engineer"\n', lines) == read(file)


def test_what_is_done_for_the_whole_search_stands_at_the_top(run: Run, file: str) -> None:
    run.text("done", file, "keep-looking", "--at", "2026-12-07")
    line = 'timezone = "Europe/London"   # home\n'
    lines = f"""{line}done = [
  {{ act = "keep-looking", at = 2026-12-07 }},
]
"""
    assert SEARCH.replace(line, lines) == read(file)


@pytest.mark.parametrize("at", ["2026-11-24T14:20", "2026-11-24"], ids=["a moment", "a day"])
def test_what_is_on_record_already_is_not_written_again(run: Run, file: str, at: str) -> None:
    arguments = ("done", file, "thank-you", "--to", "Priya Shah", "--at", at)
    first = run.text(*arguments)
    written, number = read(file), Path(file).stat().st_ino
    assert first.replace(": done on", ": is on record already: done on") == run.text(*arguments)
    assert (written, number) == (read(file), Path(file).stat().st_ino)


@pytest.mark.parametrize(
    ("to", "at"),
    [("Priya Shah", "2026-11-24T14:21"), ("Priya Shah", "2026-11-24"), ("Tom Reed", SENT)],
    ids=["a minute later", "the day of it", "to somebody else"],
)
def test_what_is_not_quite_the_same_is_written(run: Run, file: str, to: str, at: str) -> None:
    run.text("done", file, "thank-you", "--to", "Priya Shah", "--at", SENT)
    run.text("done", file, "thank-you", "--to", to, "--at", at)
    assert 2 == read(file).count('act = "thank-you"')


def test_whoever_is_meant_by_a_name_is_on_record_by_a_key(run: Run, write: Write) -> None:
    text = SEARCH.replace('{ name = "Tom Reed" }', '{ name = "Tom Reed", key = "tom" }')
    done = 'done = [{ act = "thank-you", to = "tom", at = 2026-11-24 }]\n\n# the next one'
    path = write(text.replace("\n# the next one", done))
    output = run.text("done", path, "thank-you", "--to", "Tom Reed", "--at", "2026-11-24")
    assert "is on record already" in output


def test_a_plan_afterwards_no_longer_asks_for_it(run: Run, file: str) -> None:
    def acts() -> list[str]:
        actions = run.json("plan", file, "--now", "2026-11-24T15:00")["actions"]
        return [action["act"] for action in actions if action["status"] == "open"]

    assert "debrief" in acts()
    run.text("done", file, "debrief", "--at", "2026-11-24T14:00")
    assert "debrief" not in acts()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            'done = [{ act = "debrief", at = 2026-11-24 }]  # so far',
            'done = [{ act = "debrief", at = 2026-11-24 }, { act = "debrief", at = 2026-11-25 }]  '
            "# so far",
        ),
        (
            "done = [\n"
            '    { act = "debrief", at = 2026-11-24 },  # one\n'
            "    # the last was this\n"
            "]",
            "done = [\n"
            '    { act = "debrief", at = 2026-11-24 },  # one\n'
            "    # the last was this\n"
            '    { act = "debrief", at = 2026-11-25 }\n'
            "]",
        ),
        (
            'done = [\n  { act = "debrief", at = 2026-11-24 },\n]',
            'done = [\n  { act = "debrief", at = 2026-11-24 },\n'
            '  { act = "debrief", at = 2026-11-25 },\n]',
        ),
        ("done = []", 'done = [{ act = "debrief", at = 2026-11-25 }]'),
        ('done = ""  # none', 'done = [{ act = "debrief", at = 2026-11-25 }]  # none'),
        (
            "  [[applications.interviews.done]]\n"
            '  act = "debrief"  # one\n'
            "  at = 2026-11-24\n"
            "\n"
            "# what follows is another",
            "  [[applications.interviews.done]]\n"
            '  act = "debrief"  # one\n'
            "  at = 2026-11-24\n"
            "\n"
            "  [[applications.interviews.done]]\n"
            '  act = "debrief"\n'
            "  at = 2026-11-25\n"
            "\n"
            "# what follows is another",
        ),
    ],
    ids=["on a line", "on several", "ended by a comma", "empty", "nothing", "with headers"],
)
def test_a_record_joins_those_that_are_there_in_their_style(
    run: Run, write: Write, before: str, after: str
) -> None:
    path = write(SEARCH.replace("\n# the next one", f"{before}\n\n# the next one"))
    run.text("done", path, "debrief", "--at", "2026-11-25")
    assert SEARCH.replace("\n# the next one", f"{after}\n\n# the next one") == read(path)


ONE = 'done = [{ act = "thank-you", to = "Priya Shah", at = 2026-11-24 }]  # so far'


def test_a_line_that_would_become_too_long_becomes_several(run: Run, write: Write) -> None:
    path = write(SEARCH.replace("\n# the next one", f"{ONE}\n\n# the next one"))
    run.text("done", path, "thank-you", "--to", "Tom Reed", "--at", "2026-11-25")
    lines = """\
done = [
    { act = "thank-you", to = "Priya Shah", at = 2026-11-24 },
    { act = "thank-you", to = "Tom Reed", at = 2026-11-25 },
]  # so far
"""
    assert SEARCH.replace("\n# the next one", f"{lines}\n# the next one") == read(path)


INLINE = """\
timezone = "Europe/London"
applications = [{ employer = "Acme", interviews = [{ starts = 2026-11-24 }] }]
"""


def test_tables_on_one_line_stay_on_one_line(run: Run, write: Write) -> None:
    path = write(INLINE)
    run.text("done", path, "debrief", "--at", "2026-11-25")
    starts = 'starts = 2026-11-24, done = [{ act = "debrief", at = 2026-11-25 }] }'
    assert INLINE.replace("starts = 2026-11-24 }", starts) == read(path)


def test_a_long_list_in_a_table_on_one_line_stays_on_it(run: Run, write: Write) -> None:
    path = write(INLINE)
    for act in ("debrief", "call", "practise", "ask-how-to-follow-up"):
        run.text("done", path, act, "--at", "2026-11-25")
    assert 2 == len(read(path).splitlines())


def test_a_table_without_a_value_of_its_own_takes_a_record(run: Run, write: Write) -> None:
    text = 'timezone = "UTC"\n[[applications]]\n[applications.offer]\nreceived = 2026-11-24\n'
    path = write(text)
    run.text("done", path, "chase", "--at", "2026-11-25")
    done = 'done = [{ act = "chase", at = 2026-11-25 }]'
    expected = text.replace("[[applications]]", f"[[applications]]\n{done}")
    assert expected.split() == read(path).split()


@pytest.mark.parametrize("value", ['employer = ""', "preferred = false"])
def test_a_last_value_that_says_nothing_holds_its_place(run: Run, write: Write, value: str) -> None:
    path = write(f'timezone = "Europe/London"\n[[applications]]\n{value}  # so\n\n# end\n')
    run.text("done", path, "chase", "--at", "2026-11-25")
    assert f'{value}  # so\ndone = [\n  {{ act = "chase", at = 2026-11-25 }},\n]\n\n# end' in read(
        path
    )


@pytest.mark.parametrize("end", ["", "\n", "\n\n", "\n# end"])
def test_the_end_of_a_file_stays_as_it_is(run: Run, write: Write, end: str) -> None:
    path = write(f'timezone = "Europe/London"{end}')
    run.text("done", path, "keep-looking", "--at", "2026-11-25")
    done = '\ndone = [\n  { act = "keep-looking", at = 2026-11-25 },\n]'
    assert f'timezone = "Europe/London"{done}{end}' == read(path)


CHASED = ["done = [\n", '  { act = "chase", at = 2026-11-25 },\n', "]\n"]


@pytest.mark.parametrize("others", ["\r\n", "\n"])
@pytest.mark.parametrize("number", [0, 3, 5, 14])
def test_every_line_keeps_its_own_end(run: Run, write: Write, number: int, others: str) -> None:
    own = "\n" if others == "\r\n" else "\r\n"
    lines = [line.replace("\n", others) for line in SEARCH.splitlines(keepends=True)]
    lines[number] = lines[number].replace(others, own)
    path = write("".join(lines))
    run.text("done", path, "chase", "--of", "Acme", "--at", "2026-11-25")
    added = [line.replace("\n", others) for line in CHASED]
    assert "".join([*lines[:6], *added, *lines[6:]]) == read(path)


def test_of_lines_that_go_the_end_goes_as_well(run: Run, write: Write) -> None:
    path = write(WITH_HEADERS.replace("\n", "\r\n", 3).removesuffix("\n"))
    run.text("dismiss", path, "keep-looking")
    first, _, _ = WITH_HEADERS.partition("[[set_aside]]  # once more")
    expected = first.replace("until = 2026-12-01  # a while\n", "").replace("\n", "\r\n", 3)
    assert expected.rstrip() == read(path).rstrip()


def test_line_ends_of_windows_and_the_mark_of_utf_8_stay(run: Run, write: Write) -> None:
    path = write("\ufeff" + SEARCH.replace("\n", "\r\n"))
    run.text("done", path, "debrief", "--at", "2026-11-25")
    text = read(path)
    assert text.startswith("\ufeff# mine\r\n")
    assert text.count("\r\n") == text.count("\n")
    assert 'done = [\r\n  { act = "debrief", at = 2026-11-25 },\r\n]\r\n' in text


def test_a_file_without_a_line_end_gets_those_of_unix(run: Run, write: Write) -> None:
    path = write('timezone = "Europe/London"')
    run.text("done", path, "keep-looking", "--at", "2026-11-25")
    assert "\r" not in read(path)


def test_blanks_that_nobody_needs_stay_on_the_other_lines(run: Run, write: Write) -> None:
    text = "heard= 2026-11-20   \nworkdays={holidays=[ 2026-12-25 , 2026-12-26 ] }\n"
    path = write(SEARCH.replace("\n# the next one", "\n# the next one\n\n").rstrip() + f"\n{text}")
    before = read(path)
    run.text("done", path, "debrief", "--at", "2026-11-25")
    done = 'done = [\n  { act = "debrief", at = 2026-11-25 },\n]\n'
    assert before == read(path).replace(done, "")


def test_tables_that_stand_between_applications_cost_the_order_but_no_comment(
    run: Run, write: Write
) -> None:
    path = write(
        SEARCH.replace("# the next one", "[workdays]  # ours\nholidays = []\n# the next one")
    )
    run.text("done", path, "debrief", "--at", "2026-11-25")
    assert all(comment in read(path) for comment in ("# ours", "# the next one", "# mine"))


# -- JSON -----------------------------------------------------------------------------------------

IN_JSON = {
    "timezone": "Europe/London",
    "applications": [{"employer": "Ümlaut", "interviews": [{"starts": "2026-11-24T10:00"}]}],
}


@pytest.mark.parametrize("indent", [1, 2, 3, "\t", None], ids=repr)
@pytest.mark.parametrize("end", ["", "\n"], ids=repr)
def test_json_keeps_its_indentation(run: Run, write: Write, indent: Any, end: str) -> None:
    path = write(json.dumps(IN_JSON, indent=indent, ensure_ascii=False) + end, "search.json")
    run.text("done", path, "debrief", "--at", "2026-11-24T12:00")
    document = json.loads(json.dumps(IN_JSON))
    interview = document["applications"][0]["interviews"][0]
    interview["done"] = [{"act": "debrief", "at": "2026-11-24T12:00:00"}]
    assert json.dumps(document, indent=indent, ensure_ascii=False) + end == read(path)


def test_json_without_blanks_and_with_escapes_stays_so(run: Run, write: Write) -> None:
    path = write(json.dumps(IN_JSON, separators=(",", ":")), "search.json")
    run.text("done", path, "debrief", "--at", "2026-11-24")
    assert '[{"act":"debrief","at":"2026-11-24"}]' in read(path)
    assert r'"employer":"\u00dcmlaut"' in read(path)


def test_a_list_that_is_in_json_goes_on(run: Run, write: Write) -> None:
    path = write('{"timezone": "UTC", "done": []}', "search.json")
    run.text("done", path, "keep-looking", "--at", "2026-11-24")
    assert '{"timezone": "UTC", "done": [{"act": "keep-looking", "at": "2026-11-24"}]}' == read(
        path
    )


def test_a_list_that_is_null_in_json_becomes_one(run: Run, write: Write) -> None:
    path = write('{"timezone": "UTC", "done": null}', "search.json")
    run.text("done", path, "keep-looking", "--at", "2026-11-24")
    assert '{"timezone": "UTC", "done": [{"act": "keep-looking", "at": "2026-11-24"}]}' == read(
        path
    )


# -- when -----------------------------------------------------------------------------------------

ABROAD = """\
timezone = "America/New_York"
[[applications]]
employer = "Acme"
[[applications.interviews]]
starts = 2026-10-24T10:00:00
minutes = 60
timezone = "Europe/London"
"""


@pytest.mark.parametrize(
    ("now", "at"),
    [
        ("2026-10-24T12:34:56", "2026-10-24T13:34:00"),
        ("2026-10-25T00:30:30", "2026-10-25T01:30:00+01:00"),
        ("2026-10-25T01:30:30", "2026-10-25T01:30:00Z"),
    ],
    ids=["a plain time", "a repeated hour, first", "a repeated hour, second"],
)
def test_without_at_it_is_now_to_the_minute_where_the_interview_was(
    run: Run, write: Write, clock: Callable[[str], None], now: str, at: str
) -> None:
    clock(now)
    path = write(ABROAD)
    run.text("done", path, "debrief")
    assert f'{{ act = "debrief", at = {at} }}' in read(path)
    [application] = read_search(path).applications
    assert utc(now).replace(second=0) == application.interviews[0].done[0].at


@pytest.mark.parametrize("act", ["chase", "keep-looking"])
def test_beside_no_interview_a_time_is_local_to_the_search_s_zone(
    run: Run, write: Write, clock: Callable[[str], None], act: str
) -> None:
    clock("2026-10-24T12:34:56")
    path = write(ABROAD)
    output = run.text("done", path, act)
    assert f'{{ act = "{act}", at = 2026-10-24T08:34:00 }}' in read(path)
    assert output.endswith("done on Saturday 24 October 2026, 08:34\n")


def test_a_time_that_is_given_is_the_search_s_and_written_as_the_interview_s(
    run: Run, write: Write
) -> None:
    path = write(ABROAD)
    run.text("done", path, "debrief", "--at", "2026-10-24T08:00")
    assert '{ act = "debrief", at = 2026-10-24T13:00:00 }' in read(path)


# -- what is meant --------------------------------------------------------------------------------


def test_of_several_it_is_the_one_that_is_open(run: Run, file: str) -> None:
    assert f"thank-you, {PRIYA}: done" in run.text(
        "done", file, "thank-you", "--at", "2026-11-24T14:20"
    )


def test_a_day_is_asked_about_at_its_end(run: Run, file: str) -> None:
    assert f"thank-you, {PRIYA}: done" in run.text("done", file, "thank-you", "--at", "2026-11-24")


@pytest.mark.parametrize("at", ["2026-11-24T10:30", "2026-11-27"], ids=["too early", "too late"])
def test_where_none_is_open_all_that_fit_are_listed(run: Run, file: str, at: str) -> None:
    expected = f"--of: could be any of 2; give one of '{PRIYA}', '{TOM}'"
    assert [expected] == run.problems("done", file, "thank-you", "--at", at)
    assert SEARCH == read(file)


def test_where_several_are_open_they_are_listed(run: Run, write: Write) -> None:
    path = write(SEARCH.replace('"Tom Reed"', '"Tom Reed", email = "tom@acme.example"'))
    [problem] = run.problems("done", path, "thank-you", "--at", "2026-11-24T14:20")
    assert problem.startswith("--of: could be any of 2; ")


def test_what_an_error_lists_can_be_given(run: Run, file: str) -> None:
    assert f"thank-you, {TOM}: done" in run.text("done", file, "thank-you", "--of", TOM)
    assert '{ act = "thank-you", to = "Tom Reed", at = ' in read(file)


TWICE = SEARCH.replace(
    "# the next one\n",
    "[[applications.interviews]]\nstarts = 2026-11-25T10:00:00\nminutes = 60\n"
    'interviewers = [{ name = "Priya Shah", email = "priya@acme.example" }]\n\n# the next one\n',
)


def test_of_two_meetings_with_one_person_it_is_the_one_whose_time_it_is(
    run: Run, write: Write
) -> None:
    path = write(TWICE)
    priya = ("--to", "priya shah", "--at")
    assert "2026-11-24 10:00: done" in run.text(
        "done", path, "thank-you", *priya, "2026-11-24T14:00"
    )
    assert "2026-11-25 10:00: done" in run.text(
        "done", path, "thank-you", *priya, "2026-11-25T14:00"
    )
    [problem] = run.problems("done", path, "thank-you", *priya, "2026-11-29")
    assert problem.startswith("--of: could be any of 2; ")


def test_of_and_to_are_both_heeded(run: Run, write: Write) -> None:
    path = write(TWICE)
    label = "Priya Shah · Acme, Data engineer · 2026-11-25 10:00"
    arguments = (
        "done",
        path,
        "thank-you",
        "--of",
        label,
        "--to",
        "Priya Shah",
        "--at",
        "2026-11-29",
    )
    assert f"{label}: done" in run.text(*arguments)


def test_of_and_to_that_do_not_go_together_are_refused(run: Run, write: Write) -> None:
    path = write(
        f'{SEARCH}interviews = [{{ starts = 2026-11-20, interviewers = [{{ name = "Hank" }}] }}]'
    )
    expected = "--to: 'Hank' is not in what --of 'Acme' means; leave out one of the two"
    assert [expected] == run.problems("done", path, "thank-you", "--of", "Acme", "--to", "Hank")


def test_near_names_are_said_of_everything_at_once(run: Run, file: str) -> None:
    problems = run.problems(
        *("done", file, "thankyou", "--of", "Acmee", "--to", "Tom Read", "--at", "soon")
    )
    assert {
        "act: no rule knows 'thankyou'; did you mean 'thank-you'?",
        "--of: 'Acmee' is not in the search; did you mean 'Acme'?",
        "--to: 'Tom Read' is not in the search; did you mean 'Tom Reed'?",
    } == {problem for problem in problems if not problem.startswith("--at: ")}
    assert 1 == len(
        [problem for problem in problems if problem.startswith("--at: 'soon' is not a date")]
    )


def test_somebody_is_known_by_a_part_of_a_name(run: Run, file: str) -> None:
    expected = "--to: 'tom' is not in the search; did you mean 'Tom Reed'?"
    assert [expected] == run.problems("done", file, "thank-you", "--to", "tom")


def test_a_part_of_several_names_is_nobody_s(run: Run, write: Write) -> None:
    path = write(SEARCH.replace("Priya Shah", "Tom Shah"))
    [problem] = run.problems("done", path, "thank-you", "--to", "tom")
    assert problem.startswith("--to: 'tom' is not in the search; give one of 'Tom Shah · Acme")


def test_with_a_name_and_an_act_that_fit_nothing_both_are_said(run: Run, file: str) -> None:
    assert 2 == len(run.problems("done", file, "chaise", "--of", "Initech"))
    assert SEARCH == read(file)


# -- set aside ------------------------------------------------------------------------------------


def test_an_act_is_set_aside_until_a_moment_until_another_and_for_good(run: Run, file: str) -> None:
    arguments = (file, "chase", "--of", "Acme")

    def written() -> str:
        return read(file).replace('role = "Data engineer"\n', "\0").split("\0")[1].split("\n\n")[0]

    output = run.text("snooze", *arguments, "--until", "2026-12-08T09:00", *NOW)
    assert output.endswith(
        "chase, Acme, Data engineer: set aside until Tuesday 8 December 2026, 09:00\n"
    )
    assert 'set_aside = [\n  { act = "chase", until = 2026-12-08T09:00:00 },\n]' == written()
    output = run.text("snooze", *arguments, "--until", "2026-12-09", *NOW)
    assert output.endswith("set aside until Wednesday 9 December 2026\n")
    assert 'set_aside = [\n  { act = "chase", until = 2026-12-09 },\n]' == written()
    output = run.text("dismiss", *arguments)
    assert output.endswith("chase, Acme, Data engineer: set aside for good\n")
    assert 'set_aside = [\n  { act = "chase" },\n]' == written()


WITH_HEADERS = """\
timezone = "Europe/London"

[[set_aside]]
act = "keep-looking"  # not now
until = 2026-12-01  # a while

[[set_aside]]
act = "stop-looking"

[[set_aside]]  # once more
act = "keep-looking"
"""


@pytest.mark.parametrize(
    ("until", "words"),
    [
        ("2026-11-24T11:59", "Tuesday 24 November 2026, 11:59"),
        ("2026-11-24T12:00", "Tuesday 24 November 2026, 12:00"),
        ("2026-11-24", "Tuesday 24 November 2026"),
    ],
    ids=["before now", "now", "today, which has begun"],
)
def test_nothing_is_set_aside_until_what_is_over(
    run: Run, file: str, until: str, words: str
) -> None:
    assert [
        f"--until: {words} is not later than now; give a later time, or use dismiss to set it "
        "aside for good"
    ] == run.problems("snooze", file, "chase", "--of", "Acme", "--until", until, *NOW)
    assert SEARCH == read(file)


@pytest.mark.parametrize("until", ["2026-11-24T12:01", "2026-11-25"])
def test_it_is_set_aside_until_what_is_next(run: Run, file: str, until: str) -> None:
    run.text("snooze", file, "chase", "--of", "Acme", "--until", until, *NOW)
    assert "set_aside" in read(file)


def test_what_is_set_aside_again_keeps_its_place_among_headers(run: Run, write: Write) -> None:
    path = write(WITH_HEADERS)
    first, _, _ = WITH_HEADERS.partition("[[set_aside]]  # once more")
    run.text("snooze", path, "keep-looking", "--until", "2026-12-24", *NOW)
    assert first.replace("2026-12-01", "2026-12-24").rstrip() == read(path).rstrip()
    run.text("dismiss", path, "keep-looking")
    assert first.replace("until = 2026-12-01  # a while\n", "").rstrip() == read(path).rstrip()
    run.text("snooze", path, "keep-looking", "--until", "2026-12-24", *NOW)
    line = 'act = "keep-looking"  # not now\n'
    with_until = first.replace("until = 2026-12-01  # a while\n", "").replace(
        line, f"{line}until = 2026-12-24\n"
    )
    assert with_until.rstrip() == read(path).rstrip()


def test_of_several_entries_for_one_act_one_stays(run: Run, write: Write) -> None:
    path = write(
        'timezone = "Europe/London"\n'
        'set_aside = [{ act = "keep-looking" }, { act = "stop-looking" }, '
        '{ act = "keep-looking" }]\n'
    )
    run.text("snooze", path, "keep-looking", "--until", "2026-12-24", *NOW)
    assert (
        'timezone = "Europe/London"\n'
        'set_aside = [{ act = "keep-looking", until = 2026-12-24 }, { act = "stop-looking" }]\n'
    ) == read(path)


@pytest.mark.parametrize(
    ("command", "more"), [("snooze", ("--until", "2026-12-08")), ("dismiss", ())]
)
def test_what_to_set_aside_is_guessed_from_now(
    run: Run, file: str, command: str, more: tuple[str, ...]
) -> None:
    output = run.text(command, file, "thank-you", *more, "--now", "2026-11-24T14:20")
    assert f"thank-you, {PRIYA}: set aside" in output
    [problem] = run.problems(command, file, "thank-you", *more, "--now", "2026-11-24T10:30")
    assert problem.startswith("--of: could be any of 2; ")


def test_everything_wrong_with_a_snooze_is_said(run: Run, file: str) -> None:
    problems = run.problems("snooze", file, "chaise", "--until", "soon", "--now", "later")
    assert ["--now", "--until", "act"] == sorted(problem.split(":")[0] for problem in problems)
    assert SEARCH == read(file)


def test_an_until_is_wrong_whatever_is_wrong_with_the_file(run: Run) -> None:
    problems = run.problems("snooze", "nowhere.toml", "chase", "--until", "soon")
    assert ["--until", "nowhere.toml"] == sorted(problem.split(":")[0] for problem in problems)


# -- refused --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "at", ["2200-01-01", "1969-12-31T23:59Z", "2026-03-29T01:30", "24/11/2026"]
)
def test_what_would_be_bad_input_is_not_written(run: Run, file: str, at: str) -> None:
    assert [True] == [
        problem.startswith("--at: ")
        for problem in run.problems("done", file, "debrief", "--at", at)
    ]
    assert SEARCH == read(file)


def test_a_file_that_is_wrong_stays_as_it_is(run: Run, write: Write) -> None:
    path = write(SEARCH.replace("Europe/London", "Europe/Londn"))
    before = read(path)
    [problem] = run.problems("done", path, "debrief", "--at", "2026-11-24")
    assert problem.startswith("timezone: ")
    assert before == read(path)


def test_a_file_whose_new_text_would_say_something_else_stays_as_it_is(
    run: Run, write: Write
) -> None:
    path = write(
        'timezone = "Europe/London"\n[[done]]\nact = "keep-looking"\n'
        '[done.at]\nat = 2026-11-24T10:00:00\ntimezone = "Europe/Paris"\n'
    )
    before = read(path)
    [problem] = run.problems("done", path, "keep-looking", "--at", "2026-11-25")
    expected = f"{path}: cannot be written into: its layout is beyond this command; "
    assert f"{expected}add it to done by hand" == problem
    assert before == read(path)


def test_a_file_is_read_back_before_it_is_replaced(
    run: Run, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(records, "_lines_kept", lambda text, before, after: text)
    assert [
        f"{file}: cannot be written into: its layout is beyond this command; "
        "add it to done of applications[0].interviews[0] by hand"
    ] == run.problems("done", file, "debrief", "--at", "2026-11-25")
    assert SEARCH == read(file)


def test_what_tomlkit_refuses_is_for_its_owner_to_write(
    run: Run, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> str:
        raise RecursionError("too deep\x1b")

    monkeypatch.setattr(records, "_lines_kept", refuse)
    assert [
        f"{file}: cannot be written into: RecursionError: too deep\\x1b; add it to done by hand"
    ] == run.problems("done", file, "keep-looking", "--at", "2026-11-25")


def test_without_tomlkit_the_extra_is_named(
    run: Run, file: str, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "tomlkit", None)
    assert [
        f"{file}: can be written into only with tomlkit; pip install 'interview_followup[toml]'"
    ] == run.problems("done", file, "debrief", "--at", "2026-11-25")
    run.text("done", write(json.dumps(IN_JSON), "search.json"), "debrief", "--at", "2026-11-25")


@pytest.mark.parametrize("command", ["done", "dismiss"])
def test_the_standard_input_cannot_be_written_into(run: Run, command: str) -> None:
    assert [
        "FILE: is the standard input, which cannot be written into; name a file"
    ] == run.problems(command, "-", "chase")


def test_neither_a_name_nor_a_path_is_printed_raw(run: Run, write: Write) -> None:
    text = 'timezone = "UTC"\n[[applications]]\nemployer = "חברה"\n'
    path = write(text, "search\x1b[2J.toml")
    output = run.text("done", path, "chase", "--at", "2026-11-25")
    assert "search\\x1b[2J.toml: chase, \u2068חברה\u2069: done on" in output


def test_what_changes_the_direction_of_a_name_is_written_as_an_escape(
    run: Run, write: Write
) -> None:
    path = write(SEARCH.replace("Tom Reed", r"Tom\u202eReed\U000e0041"))
    output = run.text("done", path, "thank-you", "--of", "Tom\u202eReed\U000e0041", "--at", SENT)
    assert r"thank-you, Tom\u202eReed\U000e0041 · Acme" in output
    assert r'to = "Tom\u202eReed\U000e0041", at' in read(path)
    assert "Tom\u202eReed\U000e0041" == read_search(path).applications[0].interviews[0].done[0].to


def test_the_answer_says_when_on_the_candidate_s_clock(run: Run, write: Write) -> None:
    """The file has it on the clock of the interview."""
    there = SEARCH.replace(
        "ends = 2026-11-24T11:00:00", 'ends = 2026-11-24T11:00:00\ntimezone = "Asia/Tokyo"'
    )
    path = write(there)
    answer = run.text("done", path, "debrief", "--at", "2026-11-24T09:00")
    assert answer.rstrip().endswith("done on Tuesday 24 November 2026, 09:00")
    assert "at = 2026-11-24T18:00:00" in Path(path).read_text(encoding="utf-8")
