"""Expressions are read from texts, and nothing else in a text does anything."""

from __future__ import annotations

from collections.abc import Callable
from inspect import isfunction
from typing import Any

import pytest

from interview_followup import InvalidInput, language
from interview_followup.language import (
    Expression,
    Fact,
    TextChoice,
    days,
    hours,
    interview,
    moment_fact,
    named,
    parameter,
    when,
)
from interview_followup.language._parsing import (
    ATTRIBUTES,
    DEEPEST,
    FUNCTIONS,
    LONGEST,
    METHODS,
    MOST_PARTS,
    MOST_PROBLEMS,
    Scope,
    parse,
)
from interview_followup.language._tree import downwards
from written import DUE, HOSTILE, WRITTEN

WAIT = parameter("wait", days(1), "how long to wait")
ENDS, REMOTE = interview.ends, interview.remote
SCOPE = Scope({"wait": WAIT}, {"application.task_due": DUE})


def problems(text: str) -> list[str]:
    with pytest.raises(InvalidInput) as caught:
        parse(text, SCOPE)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("expression", "code"),
    [
        (expression, code)
        for expression, code in WRITTEN
        if not any(
            word in code for word in ("parameter(", "moment_fact", "condition_fact", "detail_fact")
        )
        and "\\" not in code
    ],
)
def test_what_an_expression_is_shown_as_is_read_as_it(
    expression: Expression[Any], code: str
) -> None:
    assert expression == parse(code, SCOPE)


def test_every_function_and_method_of_the_language_can_be_read() -> None:
    """With a new one, say here whether a file may use it."""
    only_in_python = {
        *("parameter", "moment_fact", "condition_fact", "count_fact", "detail_fact"),
        *("early", "before_closing", "late", "closed", "do", "dont"),
    }
    functions = {name for name in language.__all__ if isfunction(getattr(language, name))}
    assert functions - only_in_python == FUNCTIONS.keys()
    assert {"exists", "happened", "known", "midnight_after", "office_time"} == ATTRIBUTES
    methods = {"at", "at_least", "before", "between", "in_hours", "let_pass", "next_at", "on"}
    assert methods == METHODS.keys()


def test_an_expression_may_name_numbers_and_facts_of_its_file() -> None:
    assert ENDS + WAIT == parse("interview.ends + wait", SCOPE)
    assert DUE - WAIT == parse("application.task_due - wait", SCOPE)


def test_an_expression_may_go_over_several_lines() -> None:
    assert ENDS + WAIT == parse("\n  interview.ends\n\t+ wait\n", SCOPE)


def test_a_text_may_be_a_period_or_a_choice_of_texts() -> None:
    assert hours(2) == parse("hours(2)", SCOPE)
    choice = parse("when(interview.remote, 'Ring', otherwise=\"Don't\")", SCOPE)
    assert when(REMOTE, "Ring", otherwise="Don't") == choice
    assert isinstance(choice, TextChoice)


def test_words_may_be_of_any_script() -> None:
    assert named("das Ende: Schluß", ENDS) == parse(
        "named('das Ende: Schluß', interview.ends)", SCOPE
    )


PARTS = (
    "use facts, numbers of the file, functions such as days(2), + and -, "
    "& for and, | for or, ~ for not"
)
COMPARED = (
    "a condition stands alone; "
    "of a count write .at_least(3), of a moment .before(…), .on(…) or .between(…)"
)
AS_IN = "write it as in interview.ends + days(2)"
NAMES = (
    "use a fact such as interview.ends, or a name that the file gives a value to; "
    "a text stands in single quotes"
)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", ": says nothing; " + AS_IN),
        (" \n ", ": says nothing; " + AS_IN),
        ("interview.endz", "column 1: there is no fact 'interview.endz'; did you mean 'ends'?"),
        ("wiat", "column 1: there is no 'wiat' here; did you mean 'wait'?"),
        ("zzzzzz", f"column 1: there is no 'zzzzzz' here; {NAMES}"),
        (
            "application.task_deu",
            "column 1: there is no fact 'application.task_deu'; did you mean 'task_due'?",
        ),
        ("interview", "column 1: interview alone is no value; name a fact, as in interview.…"),
        ("days", "column 1: days is a function; write days(number)"),
        ("done", "column 1: done is a function; write done(act, since=…)"),
        ("later_of", "column 1: later_of is a function; write later_of(moment, …)"),
        ("later_off()", "column 1: there is no function 'later_off'; did you mean 'later_of'?"),
        (
            "done()",
            "column 1: done(…) has missing a required argument: 'act'; write done(act, since=…)",
        ),
        (
            "done('x', snce=wait)",
            "column 1: done(…) has got an unexpected keyword argument 'snce'; "
            "write done(act, since=…)",
        ),
        ("done('X y')", "column 1: 'X y' is not a slug; use lower-case words joined by hyphens"),
        ("later_of()", "column 1: moment is missing; build one from facts, as in interview.ends"),
        (
            "interview.ends.at('25:00')",
            "column 1: '25:00' is not a time of day; give one such as '14:00'",
        ),
        ("interview.ends.at", "column 1: .at is to be called; write .at(clock)"),
        (
            "interview.ends.office_time()",
            "column 1: .office_time is no method; write .office_time, without parentheses",
        ),
        ("interview.ends.knwn", "column 1: interview.ends has no 'knwn'; did you mean 'known'?"),
        ("interview.remote.att('9')", "column 1: interview.remote has no 'att'; leave it out"),
        ("wait.knwn", "column 1: wait has no 'knwn'; leave it out"),
        (
            "interview.ends + wait.at('09:00')",
            "column 18: wait has no 'at'; "
            "put the sum in parentheses, as in (interview.ends + days(2)).at",
        ),
        ("days(2) + days(1)", "column 1: days(2) is not a moment; begin with a moment"),
        (
            "interview.ends & interview.remote",
            "column 1: interview.ends is not a condition; "
            "say what of it, as in .happened, .known or .before(...)",
        ),
        (
            "application.recruiter | interview.remote",
            "column 1: application.recruiter is not a condition; "
            "say what of it: .exists or .known",
        ),
        (
            "~interview.people_count",
            "column 2: interview.people_count is not a condition; "
            "say how many, as in .at_least(1)",
        ),
        (
            "interview.ends + interview.ends",
            "column 18: interview.ends does not fit; give a period such as days(2)",
        ),
        (
            "interview.ends +\n  (interview.ends -\n   wat)",
            "line 3, column 4: there is no 'wat' here; did you mean 'wait'?",
        ),
        ("interview.ends)", "column 15: ')' closes nothing; leave it out"),
        ("(" * 61 + ")" * 61, "column 61: goes down more than 60 levels; "
         "give parts of it a name, as a moment or a condition of the file"),
        ("wait) + (wait", "column 5: ')' closes nothing; leave it out"),
        ("'a", "column 1: \"'\" is not part of the language; "
         "end a text on its line, with the quote that it begins with"),
        ("interview.ends # the end", f"column 16: '#' is not part of the language; {PARTS}"),
        ("interview.ends.on(['friday'])",
         "column 19: '[' is not part of the language; list texts in parentheses"),
        ("interview.ends.at(09:00)", "column 21: ':' is not part of the language; "
         "put a time in single quotes, as in '14:00'"),
        ("done(\u2018call\u2019)", "column 6: '\u2018' is not part of the language; "
         "put a text in straight quotes, as in done('send-card')"),
        ("!interview.remote", "column 1: '!' is not part of the language; write ~ for not"),
        ("not wait", "column 1: not wait is not part of the language; write ~ for not"),
        ("wait and wait",
         "column 1: wait and wait is not part of the language; write & for and"),
        ("wait or wait", "column 1: wait or wait is not part of the language; write | for or"),
        ("wait if wait else wait",
         "column 1: wait if wait else wait is not part of the language; "
         "write when(condition, a, otherwise=b)"),
        ("days(-1)", "column 6: -1 is not part of the language; "
         "take away, as in interview.ends - days(2)"),
        ("interview.round >= 2", f"column 17: '>' is not part of the language; {COMPARED}"),
        ("interview.remote == True",
         f"column 1: interview.remote == True is not part of the language; {COMPARED}"),
        ("interview.ends + 10 days",
         "column 18: '10 days' is not part of the language; write days(10)"),
        ("interview.ends + 999999999 days",
         "column 18: '999999999 days' is not part of the language; write days(999999999)"),
        ("interview.ends + 1working  day",
         "column 18: '1working  day' is not part of the language; write working_days(1)"),
        ("interview.round = 2", f"column 1: is no expression; {PARTS}"),
        ("wait & not wait", f"column 8: is no expression; {PARTS}"),
        ("('a', 'b')('c')", f"column 1: ('a', 'b') is no function; {PARTS}"),
        ("wait for wait in wait",
         f"column 1: wait for wait in wait is not part of the language; {PARTS}"),
        ("wait and\n  wait",
         "line 1, column 1: wait and wait is not part of the language; write & for and"),
        ("not_yet and interview.remote and interview.took_place and more",
         "column 1: not_yet and interview.remote and interview.took_place and m… "
         "is not part of the language; write & for and"),
        ("\nwat", "line 2, column 1: there is no 'wat' here; did you mean 'wait'?"),
        ("interview.ends\n + days(2) + days(3) + wat",
         "line 2, column 24: there is no 'wat' here; did you mean 'wait'?"),
        ("'a\\tb'", f"column 1: 'a\\tb' is no number and no text of the language; {PARTS}"),
        ("'\\u200b'", f"column 1: '\\u200b' is no number and no text of the language; {PARTS}"),
        ("True", f"column 1: True is no number and no text of the language; {PARTS}"),
        ("1.5", "column 1: 1.5 is no number and no text of the language; "
         "give a whole number of a smaller unit"),
        ("1000000000",
         f"column 1: 1000000000 is no number and no text of the language; {PARTS}"),
        ("1000000001",
         f"column 1: 1000000001 is no number and no text of the language; {PARTS}"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place_and_its_mend(text: str, problem: str) -> None:
    assert [problem] == problems(text)


def test_a_label_may_say_a_period_in_words() -> None:
    assert named("10 days", ENDS) == parse("named('10 days', interview.ends)", SCOPE)


def test_what_is_no_python_is_told_where_that_is_seen() -> None:
    assert [f"column 1: is no expression: '(' was never closed; {AS_IN}"] == problems("(wait")
    [problem] = problems("interview.ends +\n  if")
    assert f"line 2, column 3: is no expression; {PARTS}" == problem
    assert [f"column 16: is no expression; {PARTS}"] == problems("interview.ends +")


def test_what_python_gives_no_place_for_is_at_the_beginning() -> None:
    assert [f"line 1, column 1: is no expression; {PARTS}"] == problems("wait\n+ '\0'")


@pytest.mark.parametrize("digits", [10, 9_000])
def test_a_period_in_words_is_not_repeated_where_its_number_is_none(digits: int) -> None:
    [problem] = problems(f"interview.ends + {'9' * digits} days")
    assert f"is no expression; {PARTS}" == problem.partition(": ")[2]


def test_a_number_is_smaller_than_a_thousand_million() -> None:
    assert 999_999_999 == parse("999999999", SCOPE)


@pytest.mark.parametrize(
    ("later", "mend"),
    [(49, "did you mean 'wait'?"), (50, NAMES)],
    ids=["of the last fifty", "of those before"],
)
def test_a_near_name_is_one_of_the_last_of_the_file(later: int, mend: str) -> None:
    names = {"wait": WAIT, **{f"number_{number}": WAIT for number in range(later)}}
    with pytest.raises(InvalidInput) as caught:
        parse("wiat", Scope(names))
    assert [f"column 1: there is no 'wiat' here; {mend}"] == [
        str(problem) for problem in caught.value.problems
    ]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("recruiter", "'application.recruiter'"),
        ("interview_ends", "'interview.ends'"),
        ("task_due", "'application.task_due'"),
        ("first_ends", "'search.first_ends' or 'application.first_ends'"),
    ],
)
def test_a_fact_is_found_without_whom_it_is_about(text: str, meant: str) -> None:
    assert [f"column 1: there is no '{text}' here; did you mean {meant}?"] == problems(text)


def test_a_name_is_found_that_is_written_with_hyphens() -> None:
    with pytest.raises(InvalidInput) as caught:
        parse("done('desk-opens') | a.at(desk-opens)", Scope({"a": ENDS, "desk_opens": WAIT}))
    assert [
        "column 27: there is no 'desk' here; did you mean 'desk_opens'?",
        "column 32: there is no 'opens' here; did you mean 'desk_opens'?",
    ] == [str(problem) for problem in caught.value.problems]


def test_all_that_is_wrong_in_a_text_is_told_at_once_up_to_a_limit() -> None:
    columns = ["column 1", "column 16", "column 25"]
    messages = problems("interview.endz+later_of(one, wait + two)")
    assert 3 == len(messages)
    assert columns[:1] == [messages[0].partition(":")[0]]
    assert MOST_PROBLEMS == len(problems(f"later_of({', '.join(['one'] * 50)})"))
    nested = "later_of(" * 3 + "a, b, c), d, e, f), g, h"
    assert MOST_PROBLEMS == len(problems(f"{nested})"))
    assert 5 == MOST_PROBLEMS


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_is_hostile_is_refused(text: str) -> None:
    messages = problems(text)
    assert 1 <= len(messages) <= MOST_PROBLEMS
    assert all(len(problem) < 1_000 and problem.isprintable() for problem in messages)


def test_what_is_as_large_as_may_be_is_read() -> None:
    deep = "(" * (DEEPEST - 1) + "interview.ends" + ")" * (DEEPEST - 1)
    assert ENDS == parse(deep, SCOPE)
    signs = "~" * (DEEPEST - 4)
    assert DEEPEST - 3 == len([*downwards([parse(f"{signs}interview.remote", SCOPE)])])
    long = "interview.ends".ljust(LONGEST)
    assert ENDS == parse(long, SCOPE)
    assert [": is longer than 10,000 characters; give parts of it a name, as a moment or a "
            "condition of the file"] == problems(f"{long} ")  # fmt: skip
    many = ", ".join(["interview.ends"] * ((MOST_PARTS - 10) // 4))
    assert (MOST_PARTS - 10) // 4 == len(parse(f"later_of({many})", SCOPE).operands)


SMALLER = "give parts of it a name, as a moment or a condition of the file"


def test_an_expression_has_at_most_two_thousand_parts() -> None:
    """Those of a list are the list, how it is used, and what is in it."""
    assert 1_998 * (1,) == parse("1," * 1_998, SCOPE)
    assert [f": has more than 2,000 parts; {SMALLER}"] == problems("1," * 1_999)


def test_an_expression_goes_down_at_most_sixty_levels() -> None:
    """Those of a fact are its name, that of what it is about, and how this is used."""
    assert 58 == len([*downwards([parse("~" * 57 + "interview.remote", SCOPE)])])
    assert [f": goes down more than 60 levels; {SMALLER}"] == problems(
        "~" * 58 + "interview.remote"
    )


def test_what_is_refused_where_it_stands_is_not_refused_again_where_it_is_named() -> None:
    with pytest.raises(InvalidInput) as caught:
        parse("interview.over + wait + wat", Scope({"wait": None}, {"interview.over": None}))
    assert ["column 25: there is no 'wat' here; did you mean 'wait'?"] == [
        str(problem) for problem in caught.value.problems
    ]


def test_a_name_of_the_file_goes_before_nothing_of_the_language() -> None:
    own = moment_fact("interview.task_over", "the end of the task")
    scope = Scope({}, {own.leaf.name: own})
    assert own == parse("interview.task_over", scope)
    assert ENDS == parse("interview.ends", scope)


def test_nothing_is_called_that_is_hostile(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    get: Callable[..., Any] = refuse
    fact = Fact("interview.trap", "a trap", get)
    trap = Scope({"trap": Expression(ENDS.operator, (), fact)}, {})
    for text in ("trap.leaf.get(1)", "trap.leaf", "trap.leaf(1)", "trap(1)", "trap.evaluate(1)"):
        with pytest.raises(InvalidInput):
            parse(text, trap)
