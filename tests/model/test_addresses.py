"""Addresses: what is certainly none is refused, with its mend; what may be one is kept."""

from __future__ import annotations

from typing import Any

import pytest

from interview_followup import FollowUp, InvalidInput, Person, search_from_dict
from mistakes import mistakes, problems

NOT_JUST = "is not just an address; write"
TWO = "is 2 addresses; give one, as"
AN_EMAIL = "write it with its @, as in 'ada@b.example', or leave it out"
A_PAGE = "write it as in 'linkedin.com/in/ada', or leave it out"


def wrong(field: str, value: Any) -> str:
    [problem] = problems(Person, name="Ada", **{field: value})
    return problem


@pytest.mark.parametrize(
    "address",
    [
        "ada@b.example",
        "ada@localhost",
        "ada+jobs@b.example",
        "o'neil@b.example",
        '"Ada L"@b.example',
        "ada@[127.0.0.1]",
        "a/b@c.example",
        "a..b@c.example",
        "josé@bücher.example",
        "jose\u0301@bu\u0308cher.example",
    ],
)
def test_an_address_may_be_whatever_has_one_at_between_two_parts(address: str) -> None:
    assert address == Person(name="Ada", email=address).email
    assert address == Person(name="Ada", email=f" {address}\n").email


@mistakes(
    ("Ada <ada@b.example>", f"'Ada <ada@b.example>' {NOT_JUST} 'ada@b.example'"),
    ("<ada@b.example>", f"'<ada@b.example>' {NOT_JUST} 'ada@b.example'"),
    (
        "ada@work <ada@b.example>",
        f"'ada@work <ada@b.example>' {NOT_JUST} 'ada@b.example'",
    ),
    (
        "ada@work.example <ada@b.example>",
        f"'ada@work.example <ada@b.example>' {NOT_JUST} 'ada@b.example'",
    ),
    ("ada@b.example <work>", f"'ada@b.example <work>' {NOT_JUST} 'ada@b.example'"),
    ("Ada ada@b.example", f"'Ada ada@b.example' {NOT_JUST} 'ada@b.example'"),
    (
        "ada@b.example (work)",
        f"'ada@b.example (work)' {NOT_JUST} 'ada@b.example'",
    ),
    (
        "mailto:ada@b.example",
        f"'mailto:ada@b.example' {NOT_JUST} 'ada@b.example'",
    ),
    (
        "MAILTO:ada@b.example?subject=x",
        f"'MAILTO:ada@b.example?subject=x' {NOT_JUST} 'ada@b.example'",
    ),
    ("'ada@b.example'", f"\"'ada@b.example'\" {NOT_JUST} 'ada@b.example'"),
    ("ada@b.example.", f"'ada@b.example.' {NOT_JUST} 'ada@b.example'"),
    ("ada@b.example,", f"'ada@b.example,' {NOT_JUST} 'ada@b.example'"),
    (
        "a@b.example, c@d.example",
        f"'a@b.example, c@d.example' {TWO} 'a@b.example'",
    ),
    (
        "a@b.example;c@d.example",
        f"'a@b.example;c@d.example' {TWO} 'a@b.example'",
    ),
    (
        "a@b.example\nc@d.example",
        f"'a@b.example\\nc@d.example' {TWO} 'a@b.example'",
    ),
    (
        "A <a@b.example>, C <c@d.example>",
        f"'A <a@b.example>, C <c@d.example>' {TWO} 'a@b.example'",
    ),
    ("ada", f"'ada' is not an e-mail address; {AN_EMAIL}"),
    ("b.example", f"'b.example' is not an e-mail address; {AN_EMAIL}"),
    ("@b.example", f"'@b.example' is not an e-mail address; {AN_EMAIL}"),
    ("ada@", f"'ada@' is not an e-mail address; {AN_EMAIL}"),
    ("ada@b@c.example", f"'ada@b@c.example' is not an e-mail address; {AN_EMAIL}"),
    ("ada @b.example", f"'ada @b.example' is not an e-mail address; {AN_EMAIL}"),
    ("ada@.b.example", f"'ada@.b.example' is not an e-mail address; {AN_EMAIL}"),
    (
        "ada@b..example",
        "'ada@b..example' is not an e-mail address; did you mean 'ada@b.example'?",
    ),
    (
        "a..b@c...d..example",
        "'a..b@c...d..example' is not an e-mail address; did you mean 'a..b@c.d.example'?",
    ),
    ("ada at b.example", f"'ada at b.example' is not an e-mail address; {AN_EMAIL}"),
    ("https://x.example/@ada", f"'https://x.example/@ada' is not an e-mail address; {AN_EMAIL}"),
)
def test_what_is_certainly_no_address_is_refused(given: Any, problem: str) -> None:
    assert f"email: {problem}" == wrong("email", given)


@pytest.mark.parametrize(
    "address",
    [
        "linkedin.example/priya",
        "https://www.linkedin.com/in/priya",
        "HTTP://WWW.LINKEDIN.COM/in/Priya",
        "uk.linkedin.com/in/josé?trk=x#top",
        "medium.com/@ada",
        "ada.example",
        "ada.example:8080/cv",
        "ada.example?to=https://b.example",
    ],
)
def test_a_profile_is_an_address_on_the_web_with_or_without_its_scheme(address: str) -> None:
    assert address == Person(name="Ada", linkedin=address).linkedin


@mistakes(
    ("ada", f"'ada' is not the address of a page; {A_PAGE}"),
    ("@ada", f"'@ada' is not the address of a page; {A_PAGE}"),
    ("in/ada", f"'in/ada' is not the address of a page; {A_PAGE}"),
    (".example", f"'.example' is not the address of a page; {A_PAGE}"),
    ("a..example", f"'a..example' is not the address of a page; {A_PAGE}"),
    ("Ada L. on LinkedIn", f"'Ada L. on LinkedIn' is not the address of a page; {A_PAGE}"),
    ("ftp://a.example", f"'ftp://a.example' is not the address of a page; {A_PAGE}"),
    ("https://localhost/ada", f"'https://localhost/ada' is not the address of a page; {A_PAGE}"),
    (
        "https://ada@b.example/x",
        f"'https://ada@b.example/x' is not the address of a page; {A_PAGE}",
    ),
    ("a.example/in/Ada L", f"'a.example/in/Ada L' is not the address of a page; {A_PAGE}"),
    (
        "a.example/in/ada lovelace",
        f"'a.example/in/ada lovelace' is not the address of a page; {A_PAGE}",
    ),
    ("mailto:ada@b.example", f"'mailto:ada@b.example' is not the address of a page; {A_PAGE}"),
    ("ada@b.example", "'ada@b.example' is an e-mail address; give it as email"),
    (
        "<https://a.example/1>",
        f"'<https://a.example/1>' {NOT_JUST} 'https://a.example/1'",
    ),
    (
        "[Ada](https://a.example/1)",
        f"'[Ada](https://a.example/1)' {NOT_JUST} 'https://a.example/1'",
    ),
    (
        "see https://a.example/1.",
        f"'see https://a.example/1.' {NOT_JUST} 'https://a.example/1'",
    ),
    (
        "a.example/1 b.example/2",
        f"'a.example/1 b.example/2' {TWO} 'a.example/1'",
    ),
)
def test_what_is_certainly_no_profile_is_refused(given: Any, problem: str) -> None:
    assert f"linkedin: {problem}" == wrong("linkedin", given)


STAND_INS = ("n/a", "N/A", " unknown ", "Not  known", "none", "-", "--", "?", "—", "...", "TBC")


@pytest.mark.parametrize("value", STAND_INS)
@pytest.mark.parametrize("field", ["email", "linkedin", "phone"])
def test_what_stands_for_nothing_is_to_be_left_out(field: str, value: str) -> None:
    assert f"{field}: {value!r} says nothing; leave it out" == wrong(field, value)


@pytest.mark.parametrize("value", STAND_INS)
def test_what_stands_for_nothing_is_no_way_to_follow_up(value: str) -> None:
    assert [f"to: {value!r} says nothing; leave it out"] == problems(
        FollowUp, channel="email", to=value
    )


@pytest.mark.parametrize("field", ["email", "linkedin", "phone"])
@pytest.mark.parametrize("value", [None, "", " \n", float("nan")], ids=repr)
def test_nothing_is_no_address(field: str, value: Any) -> None:
    assert getattr(Person(name="Ada", **{field: value}), field) is None


@pytest.mark.parametrize(
    ("channel", "to"),
    [
        ("email", "Rachel"),
        ("email", "ada@b.example"),
        ("E-Mail", "ada@b.example"),
        ("phone", "0161 496 0000"),
        ("portal", "https://x.example/@acme"),
        ("carrier pigeon", "Ada <ada@b.example>"),
    ],
)
def test_they_may_ask_to_be_written_to_in_any_way(channel: str, to: str) -> None:
    assert to == FollowUp(channel=channel, to=to).to


@pytest.mark.parametrize("channel", ["email", "Email", "e-mail"])
def test_where_to_write_by_email_is_one_address_if_it_is_any(channel: str) -> None:
    given: Any = {"channel": channel, "to": "Ada <ada@b.example>"}
    mend = "write 'ada@b.example'"
    assert [f"to: 'Ada <ada@b.example>' is not just an address; {mend}"] == problems(
        FollowUp, **given
    )


def test_a_follow_up_without_a_channel_says_only_that() -> None:
    given: Any = {"channel": None, "to": "Ada <ada@b.example>"}
    assert ["channel: is missing; give it"] == problems(FollowUp, **given)


@pytest.mark.parametrize("sign", ["a", "@", "a@", ".", "a.", "<", '"', '"\\', "a@b.c ", "http://"])
def test_an_address_of_any_length_is_looked_at_once(sign: str) -> None:
    """Were it gone over again from each of its letters, this would take hours."""
    for field in ("email", "linkedin"):
        assert f"{field}: " == wrong(field, f"{sign * 200_000} <")[: len(field) + 2]


def test_in_a_file_every_stand_in_is_named_with_its_place() -> None:
    priya = {"name": "Priya", "email": "n/a", "linkedin": "-"}
    met = {"starts": "2026-11-24", "interviewers": [priya]}
    place = "applications[0].interviews[0].interviewers[0]"
    with pytest.raises(InvalidInput) as caught:
        search_from_dict({"timezone": "Europe/London", "applications": [{"interviews": [met]}]})
    assert [
        f"{place}.email: 'n/a' says nothing; leave it out",
        f"{place}.linkedin: '-' says nothing; leave it out",
    ] == [str(problem) for problem in caught.value.problems]
