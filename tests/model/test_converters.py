"""What fields accept: texts, slugs, truth values and lists."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from interview_followup import (
    Application,
    AskedQuestion,
    Done,
    FollowUp,
    Interview,
    InvalidInput,
    Offer,
    Person,
)
from mistakes import problems
from zones import aware

LONDON = "Europe/London"
STARTS = aware("2026-11-24T10:00", LONDON)

TEXTS: dict[str, Callable[..., object]] = {
    "name": Person,
    "email": lambda **given: Person(name="Ana", **given),
    "linkedin": lambda **given: Person(name="Ana", **given),
    "phone": lambda **given: Person(name="Ana", **given),
    "key": lambda **given: Person(name="Ana", **given),
    "text": AskedQuestion,
    "employer": Application,
    "role": Application,
    "channel": FollowUp,
    "to": lambda **given: FollowUp(channel="email", **given),
    "act": lambda **given: Done(at=STARTS, **given),
}


@pytest.mark.parametrize("field", TEXTS)
@pytest.mark.parametrize(
    ("value", "message"),
    [
        (5.5, "5.5 is not text"),
        (True, "True is not text"),
        (["a"], "['a'] is not text"),
        ("a\x1fb", "'a\\x1fb' is not a line of text"),
        ("a\ud800b", "'a\\ud800b' is not a line of text"),
    ],
    ids=["number", "truth", "list", "control", "surrogate"],
)
def test_a_text_is_one_line_that_can_be_seen(field: str, value: Any, message: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        TEXTS[field](**{field: value})
    assert [(field, message)] == [
        (problem.place, problem.message) for problem in caught.value.problems
    ]


@pytest.mark.parametrize("field", ["key", "text", "channel", "act"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\u2028"], ids=["line end", "CR", "U+2028"])
def test_a_text_that_is_no_name_has_no_line_ends(field: str, end: str) -> None:
    mend = "give one line that can be read"
    assert [f"{field}: {f'a{end}b'!r} is not a line of text; {mend}"] == problems(
        TEXTS[field], **{field: f"a{end}b"}
    )


class Label(str):
    """A text that prints as another, as a host's enumeration of texts may do."""

    __slots__ = ()

    def __str__(self) -> str:
        return "something else"


@pytest.mark.parametrize("field", [*TEXTS, "notes"])
def test_a_text_of_a_class_of_its_own_is_kept_as_the_text_that_it_is(field: str) -> None:
    given = {"linkedin": "a.example/x", "email": "a@b.example", "act": "chase"}.get(field, "Acme")
    texts = {**TEXTS, "notes": lambda **given: Person(name="Ana", **given)}
    text = getattr(texts[field](**{field: Label(given)}), field)
    assert (given, str) == (text, type(text))


@pytest.mark.parametrize("field", [field for field in TEXTS if field != "key"])
def test_a_whole_number_is_no_text(field: str) -> None:
    assert [f"{field}: 5 is not text; give a str"] == problems(TEXTS[field], **{field: 5})


def test_a_value_that_is_long_is_not_said_in_full() -> None:
    [problem] = problems(Person, name=["a"] * 10_000)
    assert len(problem) < 300


@pytest.mark.parametrize(
    "name",
    [
        "José",
        "Jean\u00a0Luc",
        "\u0639\u0644\u06cc\u200c\u0631\u0636\u0627",
        "O\u2019Neill",
        "\U0001f469\u200d\U0001f4bb",
        "Robert'); --",
    ],
    ids=["accent", "no-break space", "non-joiner", "apostrophe", "emoji", "punctuation"],
)
def test_a_name_may_be_written_as_its_bearer_writes_it(name: str) -> None:
    assert name == Person(name=name).name


@pytest.mark.parametrize("act", ["chase", "thank-you", "1-2", "stop-looking-now"])
def test_an_act_is_a_slug(act: str) -> None:
    assert act == Done(act=act, at=STARTS).act


@pytest.mark.parametrize(
    ("act", "meant"),
    [("Chase", "chase"), ("thank you", "thank-you"), ("Thank_you ", "thank-you")],
)
def test_what_an_act_would_be_as_a_slug_is_said(act: str, meant: str) -> None:
    wrong = f"act: {act!r} is not a slug; write it as {meant!r}"
    assert [wrong] == problems(Done, act=act, at=STARTS)


@pytest.mark.parametrize("act", ["-", "a--b", "a-", "é", "²", "_"])
def test_an_act_that_is_no_slug_is_refused(act: str) -> None:
    wrong = f"act: {act!r} is not a slug; use lower-case words joined by hyphens"
    assert [wrong] == problems(Done, act=act, at=STARTS)


def test_a_list_may_be_anything_that_holds_several() -> None:
    met = (Person(name=name) for name in ("Ana", "Tom"))
    interview = Interview(starts=STARTS, interviewers=met, questions=(), done=frozenset())
    assert (("Ana", "Tom"), (), ()) == (
        tuple(person.name for person in interview.people),
        interview.questions,
        interview.done,
    )


@pytest.mark.parametrize("value", [1, 0, "true", [], 1.0], ids=repr)
def test_only_true_and_false_are_truth_values(value: Any) -> None:
    wrong = f"tricky: {value!r} is not true or false; give True or False"
    assert [wrong] == problems(AskedQuestion, text="Why?", tricky=value)


def test_nothing_is_tricky_or_declined_unless_somebody_says_so() -> None:
    assert (False, False) == (AskedQuestion(text="Why?").tricky, Offer(received=STARTS).declined)
