"""The faces of a plan, looked at as people see them: pages and notebooks in a browser.

Usage: faces.py AXE FOLDER. AXE is the script of axe-core; pictures go into FOLDER. `faces` has set
everything up for it.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

from attrs import evolve
from playwright.sync_api import BrowserContext, Page, sync_playwright

from interview_followup import (
    Application,
    Interview,
    JobSearch,
    Person,
    Plan,
    Promise,
    forecast,
    plan,
)
from interview_followup.exports.html import plan_html

CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
WIDTHS = {"phone": 390, "desktop": 1280}
SCHEMES = ("light", "dark")
NOW = datetime(2026, 11, 26, 15, tzinfo=UTC)
LIMIT = 0.1
"""How many seconds the page of 60 actions may take."""

NAMES = (
    ("Acme", "Priya Shah"),
    ("Globex & Söhne", "Jürgen Müller-Lüdenscheidt"),
    ("株式会社日本総合研究所", "山田太郎"),
    ("חברת הייטק", "יעל כהן"),
    ("شركة الاتصالات", "محمد بن سلمان"),
    ("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", "Ada"),
    ("<script>alert(1)</script>", '"><img src=x onerror=alert(2)>'),
)


def search(number: int) -> JobSearch:
    """Return a search of so many applications, with names that are hard to show."""
    applications = []
    for i in range(number):
        employer, name = NAMES[i % len(NAMES)]
        starts = NOW - timedelta(days=i // 3, hours=5)
        people = [
            Person(name=name, email=f"person{i}@employer.example"),
            Person(name=f"{name} {i}"),
        ]
        meeting = Interview(
            starts=starts, minutes=60, timezone="Europe/London", interviewers=people
        )
        applications.append(
            Application(
                employer=employer,
                role=f"Engineer {i}",
                interviews=[meeting],
                promise=Promise(by=NOW.date() + timedelta(days=i)) if i % 2 else None,
            )
        )
    return JobSearch(timezone="Europe/London", applications=applications)


def plans() -> dict[str, Plan]:
    """Return plans of 1, 10 and 60 actions, a forecast, and a plan in which there is nothing."""
    whole = plan(search(28), now=NOW)
    shown = [action for action in whole.actions if action.status in ("early", "open", "late")]
    assert len(shown) >= 60, len(shown)
    cut = {
        f"plan_{n}": evolve(
            whole,
            actions=tuple(shown[:: len(shown) // n][:n]),
            cautions=whole.cautions[: n // 2],
            questions=whole.questions[: n // 3],
        )
        for n in (1, 10, 60)
    }
    ahead = forecast(search(3), now=NOW, horizon=NOW + timedelta(days=30))
    return {**cut, "forecast": ahead, "nothing": plan(search(0), now=NOW)}


# -- pages ----------------------------------------------------------------------------------------


def check_pages(browser: BrowserContext, axe: Path, folder: Path) -> None:
    """Look at each page in each width and scheme, and let axe-core look for what shuts out."""
    page = browser.new_page()
    wrong: list[str] = []
    page.on(
        "request",
        lambda request: (
            wrong.append(f"asks for {request.url[:80]}")
            if not request.url.startswith(("file:", "data:"))
            else None
        ),
    )
    page.on("dialog", lambda dialog: wrong.append(f"a script ran: {dialog.message}"))
    for name, made in plans().items():
        begun = perf_counter()
        text = plan_html(made)
        took = perf_counter() - begun
        print(f"{name}: {len(text) // 1000} kB in {1000 * took:.0f} ms")
        if name == "plan_60" and took > LIMIT:
            wrong.append(f"{name} took {took:.3f} s")
        path = folder / f"{name}.html"
        path.write_text(text, encoding="utf-8")
        page.goto(path.as_uri())
        for width_name, width in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": 900})
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)
                page.screenshot(path=folder / f"{name}_{width_name}_{scheme}.png", full_page=True)
                place = f"{name}, {width_name}, {scheme}"
                wrong += [f"{place}: {line}" for line in problems(page, axe, width)]
    page.emulate_media(media="print", color_scheme="light")
    page.goto((folder / "plan_10.html").as_uri())
    page.pdf(path=folder / "plan_10.pdf", format="A4")
    page.close()
    if wrong:
        sys.exit("\n".join(wrong))


def problems(page: Page, axe: Path, width: int) -> Iterator[str]:
    """Yield what axe-core finds, folded and unfolded, and what is wider than the window."""
    page.evaluate(axe.read_text(encoding="utf-8"))
    for is_open in (True, False):
        page.evaluate(
            "open => document.querySelectorAll('details').forEach(d => d.open = open)", is_open
        )
        found = page.evaluate("axe.run()")
        for violation in found["violations"]:
            nodes = [node["html"][:120] for node in violation["nodes"][:3]]
            yield f"{violation['id']}: {violation['help']}: {nodes}"
    widest = page.evaluate("document.documentElement.scrollWidth")
    if widest > width:
        yield f"is {widest} pixels wide"


@contextmanager
def chromium() -> Iterator[BrowserContext]:
    with tempfile.TemporaryDirectory() as data, sync_playwright() as playwright:
        browser = playwright.chromium.launch_persistent_context(
            data, executable_path=CHROMIUM, args=list(FLAGS), headless=True, bypass_csp=False
        )
        yield browser
        browser.close()


def main() -> None:
    axe, folder = Path(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        check_pages(browser, axe, folder)


if __name__ == "__main__":
    main()
