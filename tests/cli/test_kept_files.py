"""Whatever a search on file looks like: what is recorded in it, and all else that stays."""

from __future__ import annotations

import json
import re
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from hypothesis import assume, given
from hypothesis import strategies as st

from drawing import drawing
from interview_followup import CV_LIBRARY, JobSearch, _cli, read_search
from interview_followup._cli.keeping import Meant
from interview_followup.exports import document
from interview_followup.exports.document import search_document, search_json, search_toml
from interview_followup.language._subject import Subject, subjects
from interview_followup.model._person import whom
from interview_followup.strategies import job_searches, moments

START = datetime(1970, 1, 3, tzinfo=UTC)
COMMENT = re.compile(r"# c\d+$", re.MULTILINE)


class Case(NamedTuple):
    """A search on file, and an act about a subject of it at a time."""

    search: JobSearch
    act: str
    subject: Subject
    time: date | datetime
    text: str
    suffix: str

    @property
    def meant(self) -> Meant:
        return Meant(self.act, self.subject.identities)

    def after(self, command: str, *options: str) -> tuple[JobSearch, str]:
        """Return the search that is on file after a command, and the text of the file."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"search.{self.suffix}"
            path.write_bytes(self.text.encode())
            arguments = [command, str(path), self.act, f"--of={self.subject.label}", *options]
            with redirect_stdout(StringIO()), redirect_stderr(StringIO()) as errors:
                status = _cli.main(arguments)
            assume("could be any of" not in errors.getvalue())
            assert (0, "") == (status, errors.getvalue())
            assert [path] == list(Path(folder).iterdir())
            return read_search(path), path.read_bytes().decode()


def commented(text: str) -> str:
    """Return a text of TOML with a comment at the end of every line, and some on their own."""
    lines = [f"{line}  # c{number}" if line else "" for number, line in enumerate(text.split("\n"))]
    return "\n".join(["# c900", "", *lines, "  # c901", ""])


@st.composite
def texts(draw: st.DrawFn, search: JobSearch) -> tuple[str, str]:
    """Draw how somebody could have written a search, with the suffix of the file."""
    style = draw(st.sampled_from(["headers", "more headers", "one line", "json", "json on a line"]))
    if style == "headers":
        return commented(search_toml(search)), "toml"
    if style == "more headers":
        every_list = (*document.WITH_HEADERS, "done", "set_aside")
        with patch.object(document, "WITH_HEADERS", every_list):
            return commented(search_toml(search)), "toml"
    if style == "one line":
        pairs = search_document(search).items()
        lines = [f"{name} = {document.toml_value(value).as_string()}" for name, value in pairs]
        return commented("\n".join(lines)), "toml"
    indent: Any = draw(st.sampled_from([1, 2, 4, "\t"])) if style == "json" else None
    text = json.dumps(
        json.loads(search_json(search)), indent=indent, ensure_ascii=draw(st.booleans())
    )
    return text + draw(st.sampled_from(["", "\n"])), "json"


@st.composite
def cases(draw: st.DrawFn) -> Case:
    search = draw(job_searches())
    per = draw(st.sampled_from(list(subjects(search))))
    several = subjects(search)[per]
    assume(several)
    act = draw(st.sampled_from([act for act in CV_LIBRARY.acts if CV_LIBRARY.per(act) == per]))
    moment = draw(moments())
    time = moment.date() if draw(st.booleans()) else moment
    text, suffix = draw(texts(search))
    return Case(search, act, draw(st.sampled_from(several)), time, text, suffix)


def as_option(name: str, time: date | datetime) -> str:
    return f"{name}={time.isoformat()}"


def is_on_record(case: Case) -> bool:
    """Tell whether the act was recorded before at that time, whoever it was done to."""
    people = case.subject.interview.people if case.subject.per == "person" else ()
    return any(
        (done.act, done.at) == (case.act, case.time)
        and (not people or case.subject.person in meant)
        for done, meant in whom(case.subject.keeper.done, people)
    )


def lines_gone(before: str, after: str) -> list[str]:
    """Return the lines of a text that are not in another, which has the comments of all others."""
    lines = [line.rstrip(",") for line in after.split("\n")]
    gone = [line for line in before.split("\n") if line.rstrip(",") not in lines]
    comments = [comment for comment in COMMENT.findall(before) if comment not in after]
    assert [] == [comment for comment in comments if not any(comment in line for line in gone)]
    return gone


def has_all_comments(before: str, after: str) -> bool:
    return COMMENT.findall(before) == COMMENT.findall(after)


@drawing
@given(cases())
def test_an_act_done_on_file_is_done_as_in_python(case: Case) -> None:
    search, text = case.after("done", as_option("--at", case.time))
    assert search in (case.search, case.search.record(case.meant, at=case.time))
    assert (search == case.search) == is_on_record(case)
    assert has_all_comments(case.text, text)
    assert len(lines_gone(case.text, text)) <= 1


@drawing
@given(cases())
def test_an_act_set_aside_on_file_is_set_aside_as_in_python(case: Case) -> None:
    assume(case.time > (START if isinstance(case.time, datetime) else START.date()))
    now = as_option("--now", START)
    search, text = case.after("snooze", as_option("--until", case.time), now)
    assert case.search.snooze(case.meant, until=case.time) == search
    assert has_all_comments(case.text, text)
    assert len(lines_gone(case.text, text)) <= 1
    search, text = case.after("dismiss")
    assert len(lines_gone(case.text, text)) <= 2
    assert case.search.dismiss(case.meant) == search
