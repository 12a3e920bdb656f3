"""The whole way of the application in examples/tracker, in a browser: from interview to contract.

Usage: whole_way.py AXE FOLDER, as `faces` runs it, in an environment with the application. Pictures
of its pages go to FOLDER; axe-core finds nothing on any of them.
"""

from __future__ import annotations

import socket
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import uvicorn
from faces import HEIGHT, SCHEMES, WIDTHS, chromium, problems
from icalendar import Calendar
from playwright.sync_api import BrowserContext, Locator, Page, expect
from tracker.app import created
from tracker.visits import now

PASSWORD = "correct horse battery"
THANKS, CONNECT = "Send Priya Shah a personal thank-you e-mail", "Ask Priya Shah to connect"
CHASE, LOOK = "Ask Acme how far along they are", "Keep looking: find and apply for other jobs"
SEVERAL_LINES = "all => all.filter(each => each.offsetHeight > 50).map(each => each.innerText)"
"""Finds the words of buttons that are higher than one line is."""


def at(day: int, hour: int, month: int = 11) -> datetime:
    """Return a time in the autumn of 2026, in London."""
    return datetime(2026, month, day, hour, tzinfo=UTC)


class Clock:
    """What the application takes for the time."""

    now = at(23, 9)


@contextmanager
def served(clock: Clock, folder: str) -> Iterator[str]:
    """Serve the application, with a database of its own, and give its address."""
    app = created(f"sqlite:///{folder}/tracker.sqlite", "a secret")
    app.dependency_overrides[now] = lambda: clock.now
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()


class Visitor:
    """Somebody in front of a browser."""

    def __init__(self, browser: BrowserContext, address: str) -> None:
        self.page: Page = browser.new_page()
        self.page.set_default_timeout(10_000)
        self.address = address

    def sign_up(self, email: str) -> None:
        self.page.goto(self.address)
        form = self.page.locator("form", has_text="I am new here")
        self.fill(form, email=email, password=PASSWORD, timezone="Europe/London")

    def fill(self, form: Locator, **texts: str) -> None:
        """Fill in a form, and send it."""
        for name, text in texts.items():
            field = form.locator(f"[name={name}]")
            if field.evaluate("each => each.tagName") == "SELECT":
                field.select_option(text)
            else:
                field.fill(text)
        form.get_by_role("button").click()

    def tell(self, path: str, **texts: str) -> None:
        """Tell something in the form that goes to a path."""
        self.fill(self.page.locator(f'form[action="{path}"]'), **texts)

    def today(self) -> Page:
        self.page.get_by_role("link", name="Today").click()
        return self.page

    def entry(self, group: str, text: str) -> Locator:
        """Return an entry of today's list."""
        section = self.page.locator("section", has=self.page.get_by_role("heading", name=group))
        return section.get_by_role("listitem").filter(has_text=text).first

    def put_aside(self, group: str, text: str, button: str, day: str | None = None) -> None:
        """Press one of the buttons that an entry keeps folded."""
        entry = self.entry(group, text)
        entry.get_by_text("More", exact=True).click()
        form = entry.locator("form", has=self.page.get_by_role("button", name=f"{button}:"))
        if day:
            form.locator("[name=day]").fill(day)
        form.get_by_role("button").click()

    def ask(self, act: str, at: str = "") -> str:
        """Ask whether an act may be done, and return the answer."""
        self.page.get_by_role("link", name="May I").click()
        self.fill(self.page.locator("form.fields"), act=act, at=at)
        answer: str = self.page.get_by_role("main").inner_text()
        return answer


def whole_way(ada: Visitor, clock: Clock) -> None:
    """Go from a first interview to a contract."""
    page = ada.page
    ada.sign_up("ada@example.com")
    page.get_by_role("link", name="New application").click()
    ada.tell("/applications/0", employer="Acme", role="Data engineer")
    ada.tell("/applications/1/interviews", day="2026-11-24", starts="10:00", ends="09:00")
    expect(page.get_by_role("alert")).to_have_text(
        "ends: is before starts; give an end after the start"
    )
    ada.tell("/applications/1/interviews", ends="11:00", medium="video")
    ada.tell("/interviews/1/people", name="Priya Shah", email="priya@acme.example")
    ada.tell("/interviews/1/people", name="Tom Reed")

    clock.now = at(24, 15)
    ada.today().get_by_role("link", name="What is Tom Reed's e-mail address?").click()
    ada.tell("/people/2", email="tom@acme.example")
    expect(ada.today().get_by_text("What is Tom Reed's e-mail address?")).to_have_count(0)
    ada.entry("Do now", THANKS).get_by_role("button", name="Done:").click()
    expect(page.locator("details", has_text="last change")).to_contain_text(
        f"Gone: {THANKS} (now done)"
    )

    page.get_by_role("link", name="Did Acme say when you would hear?").click()
    ada.tell("/applications/1", promise_by="2026-12-04")
    expect(page.locator("details", has_text="last change")).to_contain_text(f"Moved: {CHASE}")
    answer = ada.ask("chase")
    assert (
        "No. Too early to ask Acme about their decision: wait until Saturday 5 December" in answer
    ), answer
    assert f"Yes. {CHASE}" in ada.ask("chase", "2026-12-07T09:00")

    ada.today()
    ada.put_aside("Next", LOOK, "Snooze", "2026-12-08")
    ada.put_aside("Next", CONNECT, "Dismiss")
    expect(ada.entry("Next", LOOK)).to_have_count(0)
    clock.now = at(7, 9, month=12)
    ada.today()
    aside = page.get_by_role("listitem").filter(has_text="with a personal message: set aside")
    expect(aside).to_have_count(1)
    ada.entry("Do now", CHASE).get_by_role("button", name="Done:").click()

    page.get_by_role("link", name="Acme, Data engineer").click()
    ada.tell("/applications/1/interviews", day="2026-12-09", starts="14:00", ends="15:00")
    page.locator('form[action="/interviews/2/people/1"] button').click()
    clock.now = at(9, 16, month=12)
    expect(ada.today().get_by_text(LOOK).first).to_be_visible()
    clock.now = at(10, 9, month=12)
    page.get_by_role("link", name="Acme, Data engineer").click()
    ada.tell("/applications/1", offer_received="2026-12-10", offer_reply_by="2026-12-15")
    expect(page.locator("details", has_text="last change")).to_contain_text(f"Gone: {CHASE}")


def signed(ada: Visitor, clock: Clock) -> None:
    """Have the contract in hand: nothing is looked for any more."""
    clock.now = at(10, 13, month=12)
    ada.page.get_by_role("link", name="Acme, Data engineer").click()
    ada.tell("/applications/1", outcome="accepted", signed="2026-12-10T12:00")
    changes = ada.page.locator("details", has_text="last change")
    expect(changes).to_contain_text(f"Gone: {LOOK} (now closed)")


def pictures(ada: Visitor, axe: Path, folder: Path) -> Iterator[str]:
    """Yield what is wrong with a page where all is unfolded, and keep pictures of it so.

    They are of a phone and of a desktop, in light and dark.
    """
    paths = {"today": "/", "ask": "/ask", "application": "/applications/1"}
    for name, path in paths.items():
        for scheme in SCHEMES:
            ada.page.emulate_media(color_scheme=scheme)
            for width_name, width in WIDTHS.items():
                ada.page.set_viewport_size({"width": width, "height": HEIGHT})
                ada.page.goto(f"{ada.address}{path}")
                place = f"tracker_{name}_{width_name}_{scheme}"
                yield from (f"{place}: {line}" for line in problems(ada.page, axe, width))
                broken = ada.page.locator("button").evaluate_all(SEVERAL_LINES)
                yield from (f"{place}: {text!r} is broken into lines" for text in broken)
                ada.page.screenshot(path=folder / f"{place}.png", full_page=True)


def feed(ada: Visitor) -> Calendar:
    """Return the calendar at the address that today's page shows."""
    address = ada.today().get_by_role("link", name="/feed/").get_attribute("href")
    return Calendar.from_ical(ada.page.request.get(f"{ada.address}{address}").text())


def main() -> None:
    axe, folder = Path(sys.argv[1]), Path(sys.argv[2])
    clock = Clock()
    with tempfile.TemporaryDirectory() as data, served(clock, data) as address:
        with chromium() as browser:
            ada = Visitor(browser, address)
            whole_way(ada, clock)
            ada.today()
            wrong = list(pictures(ada, axe, folder))
            starts = {str(event["SUMMARY"]): event.start for event in feed(ada).events}
            debrief = [start for text, start in starts.items() if text.startswith("Write down")]
            assert at(9, 16, month=12) in debrief, starts
            signed(ada, clock)
            looking = [event for event in feed(ada).events if event["SUMMARY"] == LOOK]
            assert not [event for event in looking if "STATUS" not in event]
        with chromium() as browser:
            bob = Visitor(browser, address)
            bob.sign_up("bob@example.com")
            assert "Acme" not in bob.page.content()
            assert bob.page.request.get(f"{address}/applications/1").status == 404
            bob.page.goto(f"{address}/sign-in")
            wrong += [f"sign_in: {line}" for line in problems(bob.page, axe, WIDTHS["desktop"])]
    if wrong:
        sys.exit("\n".join(wrong))


if __name__ == "__main__":
    main()
