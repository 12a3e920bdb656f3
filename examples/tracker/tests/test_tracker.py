"""The tracker: accounts, what a user sees, what is refused, and what nobody else sees."""

from __future__ import annotations

from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from conftest import PASSWORD, Clock, User
from fastapi import FastAPI
from fastapi.routing import APIRoute
from icalendar import Calendar
from tracker.app import pages

THANKS = "Send Priya Shah a personal thank-you e-mail"
DEBRIEF = "Write down the questions that Acme asked, the tricky and new ones above all"
CHASE = "Ask Acme how far along they are, or how you compared with the others"

# -- accounts -------------------------------------------------------------------------------------


def test_who_is_not_signed_in_is_sent_to_sign_in(app: FastAPI) -> None:
    stranger = User(app).browser
    answers = [
        stranger.get(path, follow_redirects=False) for path in ("/", "/ask", "/applications/1")
    ]
    assert [(303, "/sign-in")] * 3 == [
        (answer.status_code, answer.headers["location"]) for answer in answers
    ]


def test_the_cookie_is_out_of_the_reach_of_scripts_and_other_sites(app: FastAPI) -> None:
    form = {"email": "a@b.example", "password": PASSWORD, "timezone": "Europe/London"}
    answer = User(app).browser.post("/sign-up", data=form, follow_redirects=False)
    assert {"httponly", "samesite=lax"} <= {*answer.headers["set-cookie"].split("; ")}


@pytest.mark.usefixtures("ada")
def test_a_cookie_that_somebody_wrote_signs_nobody_in(app: FastAPI) -> None:
    stranger = User(app).browser
    stranger.cookies.set("session", "eyJ1c2VyIjogMX0=.aaaaaa.bbbbbb")
    assert 303 == stranger.get("/", follow_redirects=False).status_code


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize(
    ("form", "message"),
    [
        ({"timezone": "Europe/Londn"}, "did you mean 'Europe/London'?"),
        ({"timezone": ""}, "give an IANA name such as 'Europe/London'"),
        ({"email": "Ada@Example.com"}, "is none, or has an account"),
        ({"email": "ada"}, "is none, or has an account"),
        ({"password": "11 letters."}, "give 12 characters or more"),
    ],
)
def test_what_is_wrong_with_a_new_account_is_said(
    app: FastAPI, form: dict[str, str], message: str
) -> None:
    right = {"email": "b@example.com", "password": PASSWORD, "timezone": "Europe/London"}
    stranger = User(app)
    assert message in unescape(stranger.send("/sign-up", 422, **(right | form)))
    assert 303 == stranger.browser.get("/", follow_redirects=False).status_code


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize(
    "form", [{"password": "something else"}, {"email": "b@example.com"}, {"password": ""}]
)
def test_who_does_not_know_the_password_is_not_signed_in(
    app: FastAPI, form: dict[str, str]
) -> None:
    right = {"email": "ada@example.com", "password": PASSWORD}
    assert "password</b>: is not right for this e-mail" in User(app).send(
        "/sign-in", 422, **{**right, **form}
    )
    assert "Today" in User(app).send("/sign-in", 200, **right)


def test_who_signs_out_sees_nothing_any_more(ada: User) -> None:
    assert "Sign in" in ada.send("/sign-out")
    assert "Sign in" in ada.see("/")


def test_a_form_that_another_site_sends_is_refused(ada: User) -> None:
    ada.browser.headers["Sec-Fetch-Site"] = "cross-site"
    ada.send("/applications/0", 403, employer="Evil")
    assert "Evil" not in ada.see("/")


# -- what a user sees -----------------------------------------------------------------------------


def test_today_says_what_to_do_in_the_words_of_the_library(interviewed: User) -> None:
    page = unescape(interviewed.see())
    assert (
        page.index(THANKS) < page.index(DEBRIEF) < page.index("Did Acme say when you would hear?")
    )
    assert "email to priya@acme.example" in page
    assert "too early</b> until tomorrow: Talk to somebody on the phone" in page


def test_a_question_leads_to_where_it_is_answered(interviewed: User) -> None:
    interviewed.send("/interviews/1/people", name="Tom Reed")
    link = '<a href="/applications/1#person-2">What is Tom Reed&#39;s e-mail address?</a>'
    assert link in interviewed.see()
    interviewed.send("/people/2", name="Tom Reed", email="tom@acme.example")
    assert link not in interviewed.see()


@pytest.mark.parametrize("how", ["done", "dismiss"])
def test_an_act_that_waits_for_an_answer_has_buttons(interviewed: User, how: str) -> None:
    interviewed.send("/interviews/1/people", name="Tom Reed")
    thanks = "Send Tom Reed a personal thank-you e-mail"
    interviewed.act(thanks, how)
    assert f"{thanks}: {'done' if how == 'done' else 'set aside'}" in interviewed.see()
    assert "What is Tom Reed&#39;s e-mail address?" not in interviewed.see()


def test_nobody_who_is_not_known_is_marked_as_thanked(ada: User) -> None:
    ada.send("/applications/0", employer="Acme")
    ada.send("/applications/1/interviews", day="2026-11-24", starts="10:00", ends="11:00")
    assert "Whom did you meet" in ada.see()
    assert "Waits for it" not in ada.see()


@pytest.mark.parametrize(
    ("how", "form", "until"),
    [
        ("done", {}, None),
        ("done", {"day": "2026-11-24"}, None),
        ("dismiss", {}, None),
        ("snooze", {"day": "2026-11-25"}, datetime(2026, 11, 25, tzinfo=UTC)),
    ],
    ids=["done now", "done that day", "dismissed", "snoozed"],
)
def test_what_is_done_or_set_aside_is_asked_for_no_more_unless_that_is_undone(
    interviewed: User, clock: Clock, how: str, form: dict[str, str], until: datetime | None
) -> None:
    button = f"Done: {THANKS}"
    assert button not in interviewed.act(THANKS, how, **form)
    if until:
        clock.now = until
        assert button in interviewed.see()
    assert button in interviewed.send("/acts/1/delete")


def test_a_button_that_was_pressed_before_does_nothing_but_say_so(interviewed: User) -> None:
    page = interviewed.see()
    [path, *_] = [part.split('"')[0] for part in page.split('action="') if "/done" in part]
    interviewed.send(path)
    assert "That is on your list no more" in interviewed.send(path, 422)


def test_what_comes_after_something_deleted_is_not_taken_for_it(interviewed: User) -> None:
    def uids() -> set[str]:
        return {part.split("/")[0] for part in interviewed.see().split("/actions/")[1:]}

    before = uids()
    interviewed.send("/interviews/1/delete")
    interviewed.send("/applications/1/interviews", day="2026-11-24", starts="10:00", ends="11:00")
    assert "interview-2" in interviewed.see("/applications/1")
    interviewed.send("/interviews/2/people", name="Priya Shah", email="priya@acme.example")
    assert len(before) == len(uids())
    assert 2 == len(before & uids())  # Those of the application and of the search.


def test_a_promise_shows_what_it_changed(interviewed: User) -> None:
    page = unescape(interviewed.send("/applications/1", employer="Acme", promise_by="2026-12-07"))
    assert f"Moved: {CHASE}; opens: Tuesday 8 December 2026, 00:00 (was Thursday 3 December" in page


def test_time_adds_nothing_to_what_a_change_made_other(interviewed: User, clock: Clock) -> None:
    def changes() -> str:
        return interviewed.see().split("<summary>What your last change")[1].split("</details>")[0]

    interviewed.send("/applications/1", employer="Acme", promise_by="2026-12-07")
    then = changes()
    clock.now = datetime(2026, 12, 2, 15, tzinfo=UTC)
    assert then == changes()


def test_may_i_chase_now_is_answered_with_why_for_every_moment(interviewed: User) -> None:
    assert "<b>No.</b> Too early to ask Acme about their decision: wait until" in interviewed.see(
        "/ask"
    )
    later = interviewed.see("/ask?act=chase&at=2026-12-03T11:00")
    assert f"<b>Yes.</b> {CHASE}" in later
    assert "One friendly question is fine when its time has come" in later


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("act=chaise", "did you mean 'chase'?"),
        ("at=soon", "at</b>: 'soon' is not a date and time"),
        ("at=2026-03-29T01:30", "did you mean 2026-03-29T02:30:00?"),
    ],
)
def test_what_cannot_be_asked_is_said(interviewed: User, query: str, message: str) -> None:
    answer = interviewed.browser.get(f"/ask?{query}")
    assert (422, True) == (answer.status_code, message in unescape(answer.text))


def test_somebody_who_is_met_again_is_one_person(interviewed: User) -> None:
    interviewed.send("/applications/1/interviews", day="2026-12-01", starts="10:00")
    interviewed.send("/interviews/2/people/1")
    interviewed.send("/interviews/2/people/1")
    page = interviewed.see("/applications/1")
    assert 2 == page.count('<a href="#person-1">Priya Shah</a>')
    assert 1 == page.count('value="priya@acme.example"')
    assert 1 == unescape(interviewed.see()).count("Done: Ask Priya Shah to connect")


def test_a_row_that_is_deleted_takes_with_it_what_is_in_it(interviewed: User) -> None:
    interviewed.act(THANKS, "done")
    assert "None yet" in interviewed.send("/applications/1/delete")
    assert "Nothing yet" in interviewed.see()
    for path in ("/interviews/1", "/people/1", "/acts/1/delete"):
        interviewed.send(path, 404)


# -- what is refused ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "form", "message"),
    [
        (
            "/applications/1",
            {"employer": "Acme", "outcome": "reject"},
            "outcome</b>: 'reject' is not known; did you mean",
        ),
        ("/applications/0", {"follow_up": "email"}, "employer</b>: is missing; give it, or the ro"),
        ("/applications/1", {}, "employer</b>: is missing; give it, or the role"),
        ("/applications/1", {"role": "Cook", "promise_by": "soon"}, "by</b>: 'soon' is not a date"),
        (
            "/applications/1",
            {"role": "Cook", "offer_received": "2026-12-02", "offer_reply_by": "2026-12-01"},
            "reply_by</b>: is before received",
        ),
        ("/applications/1/interviews", {}, "starts</b>: is missing"),
        ("/applications/1/interviews", {"starts": "10:00"}, "starts</b>: is missing"),
        ("/applications/1/interviews", {"ends": "11:00"}, "starts</b>: is missing"),
        (
            "/interviews/1",
            {"day": "2026-11-24", "starts": "10:00", "ends": "09:00"},
            "ends</b>: is before starts; give an end after the start",
        ),
        ("/interviews/1", {"day": "2026-11-24", "timezone": "PST"}, "is not an IANA time zone"),
        ("/interviews/1/people", {}, "name</b>: is missing"),
        (
            "/people/1",
            {"name": "Priya", "email": "Priya <p@acme.example>"},
            "write 'p@acme.example'",
        ),
    ],
)
def test_bad_input_is_answered_beside_its_form_and_changes_nothing(
    interviewed: User, path: str, form: dict[str, str], message: str
) -> None:
    before = interviewed.see("/applications/1")
    refused = unescape(interviewed.send(path, 422, **form))
    assert message in refused.split(f'action="{path}"')[1].split("</form>")[0]
    for text in form.values():
        assert f'value="{text}"' in refused or text == "reject"
    assert before == interviewed.see("/applications/1")


@pytest.mark.parametrize("day", ["", "soon", "2026-02-30", "1969-12-31", "2026-11-24"])
def test_a_snooze_until_no_day_or_one_that_is_not_to_come_is_refused(
    interviewed: User, day: str
) -> None:
    assert 1 == interviewed.act(THANKS, "snooze", status=422, day=day).count('role="alert"')


def test_a_day_that_is_none_is_refused_beside_it(interviewed: User) -> None:
    refused = interviewed.act(THANKS, "done", status=422, day="soon")
    assert 1 == refused.count('role="alert"')
    assert 'name="day"' in refused.split('role="alert"')[1].split("</form>")[0]


NASTY = ("\0", "\u202e'; DROP TABLE users; --", "<script>alert(1)</script>", "9" * 5000, "-1", "😀")


@pytest.mark.parametrize("text", NASTY)
def test_nothing_that_a_form_says_is_an_error_of_the_server_or_runs(
    interviewed: User, text: str
) -> None:
    paths = (
        "applications/0",
        "applications/1",
        "applications/1/interviews",
        "interviews/1",
        "interviews/1/people",
        "people/1",
        "sign-in",
        "sign-up",
    )
    names = (
        "employer",
        "role",
        "promise_by",
        "follow_up",
        "heard",
        "offer_received",
        "outcome",
        "signed",
        "day",
        "starts",
        "ends",
        "timezone",
        "medium",
        "not_held",
        "name",
        "email",
        "linkedin",
        "password",
    )
    for path in paths:
        answer = interviewed.browser.post(f"/{path}", data=dict.fromkeys(names, text))
        assert answer.status_code in (200, 422)
        assert "<script" not in answer.text
    assert interviewed.browser.get("/ask", params={"act": text, "at": text}).status_code == 422


@pytest.mark.parametrize("key", ["x", "-1", str(2**63 - 1), str(2**64)])
def test_a_key_that_no_row_has_leads_nowhere(ada: User, key: str) -> None:
    assert ada.browser.get(f"/applications/{key}").status_code in (404, 422)


# -- nobody else ----------------------------------------------------------------------------------


def test_a_second_user_sees_and_changes_nothing_of_the_first(
    app: FastAPI, interviewed: User
) -> None:
    interviewed.act(DEBRIEF, "done")
    interviewed.send("/applications/1/interviews", day="2026-12-01")
    own_pages = [interviewed.see(path) for path in ("/", "/applications/1", "/ask")]
    [action] = {part.split("/")[0] for part in own_pages[0].split("/actions/")[1:2]}
    bob = User(app).sign_up("bob@example.com")
    keys = {"key": "1", "person": "1", "uid": action, "how": "done", "address": "1"}
    answers: dict[tuple[str, str], int] = {}
    routes = [route for route in pages.routes if isinstance(route, APIRoute)]
    for route in [route for route in routes if "{" in route.path]:
        for table in ("applications", "interviews", "people", "acts"):
            path = route.path.format(**keys, table=table)
            [method] = {*(route.methods or ())} - {"HEAD"}
            form = {"employer": "Evil", "name": "Evil", "day": "2026-12-02"}
            answer = bob.browser.request(method, path, data=form if method == "POST" else None)
            answers[method, path] = answer.status_code
            assert not [word for word in ("Acme", "Priya", "Evil") if word in answer.text]
    assert {404, 422} == {*answers.values()}
    assert {f"/actions/{action}/done", "/acts/1"} == {
        path for (_, path), status in answers.items() if status == 422
    }
    assert 12 <= len(answers)
    assert not [page for page in map(bob.see, ("/", "/ask")) if "Acme" in page or "Priya" in page]
    assert own_pages == [interviewed.see(path) for path in ("/", "/applications/1", "/ask")]


def test_two_users_with_the_same_employer_have_actions_of_their_own(app: FastAPI) -> None:
    actions: list[set[str]] = []
    for number, email in enumerate(("ada@example.com", "bob@example.com"), 1):
        user = User(app).sign_up(email)
        user.send("/applications/0", employer="Acme")
        user.send(f"/applications/{number}/interviews", day="2026-11-23")
        actions.append({part.split("/")[0] for part in user.see().split("/actions/")[1:]})
    assert actions[0]
    assert set() == actions[0] & actions[1]


# -- the calendar feed ----------------------------------------------------------------------------


def test_the_feed_is_a_calendar_that_needs_no_cookie(app: FastAPI, interviewed: User) -> None:
    answer = User(app).browser.get(interviewed.feed())
    assert "text/calendar; charset=utf-8" == answer.headers["content-type"]
    events = Calendar.from_ical(answer.text).walk("VEVENT")
    starts: dict[str, Any] = {str(event["SUMMARY"]): event["DTSTART"] for event in events}
    assert datetime(2026, 11, 24, 14, tzinfo=UTC) == starts[f"{THANKS} (Acme)"].dt


def test_the_feed_is_sent_again_only_once_something_changed(
    interviewed: User, clock: Clock
) -> None:
    browser, path = interviewed.browser, interviewed.feed()
    tag = browser.get(path).headers["etag"]
    clock.now = datetime(2026, 11, 24, 15, 1, tzinfo=UTC)
    assert 304 == browser.get(path, headers={"If-None-Match": tag}).status_code
    interviewed.act(THANKS, "done")
    answer = browser.get(path, headers={"If-None-Match": tag})
    assert (200, True) == (answer.status_code, "STATUS:CANCELLED" in answer.text)


def test_the_feed_says_what_it_has_without_sending_it(interviewed: User) -> None:
    browser, path = interviewed.browser, interviewed.feed()
    head, feed = browser.head(path), browser.get(path)
    assert (200, feed.headers["etag"]) == (head.status_code, head.headers["etag"])
    assert feed.headers["content-type"] == head.headers["content-type"]


def test_a_feed_with_another_address_is_not_at_the_old_one(interviewed: User) -> None:
    old = interviewed.feed()
    interviewed.send("/feed")
    assert [404, 200] == [
        interviewed.browser.get(path).status_code for path in (old, interviewed.feed())
    ]


# -- how much of it there is ----------------------------------------------------------------------


def test_it_is_at_most_500_lines_with_its_templates() -> None:
    files = [
        path for path in (Path(__file__).parents[1] / "tracker").rglob("*.*") if path.is_file()
    ]
    lines = [
        line
        for path in files
        if path.suffix in (".py", ".html", ".css")
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    assert 500 >= len([line for line in lines if line.strip()])
