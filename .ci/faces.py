"""The faces of a plan as people meet them: pages in a browser, values in JupyterLab and marimo.

Usage: faces.py AXE FOLDER. AXE is the script of axe-core; what is shown is kept in FOLDER, as
pictures to look at. `faces` sets up everything that is needed.
"""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter, process_time

import nbformat
from attrs import evolve
from nbclient import NotebookClient
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
THEMES = {"light": "JupyterLab Light", "dark": "JupyterLab Dark"}
HEIGHT, TALL = 900, 9000
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

# -- what is shown --------------------------------------------------------------------------------


def search(number: int) -> JobSearch:
    """Return a search of so many applications, with names that are hard to show."""
    applications = []
    for i in range(number):
        employer, name = NAMES[i % len(NAMES)]
        meeting = Interview(
            starts=NOW - timedelta(days=i // 3, hours=5),
            minutes=60,
            timezone="Europe/London",
            interviewers=[
                Person(name=name, email=f"person{i}@employer.example"),
                Person(name=f"{name} {i}"),
            ],
        )
        promise = Promise(by=NOW.date() + timedelta(days=i)) if i % 2 else None
        role = f"Engineer {i}"
        applications.append(
            Application(employer=employer, role=role, interviews=[meeting], promise=promise)
        )
    return JobSearch(timezone="Europe/London", applications=applications)


def plans() -> dict[str, Plan]:
    """Return plans of 1, 10 and 60 actions, a forecast, and a plan in which there is little."""
    whole = plan(search(28), now=NOW)
    shown = [action for action in whole.actions if action.status in ("early", "open", "late")]
    cut = {
        f"plan_{number}": evolve(
            whole,
            actions=tuple(shown[:: len(shown) // number][:number]),
            cautions=whole.cautions[: number // 2],
            questions=whole.questions[: number // 3],
        )
        for number in (1, 10, 60)
    }
    assert len(cut["plan_60"].actions) == 60
    ahead = forecast(search(3), now=NOW, horizon=NOW + timedelta(days=30))
    return {**cut, "forecast": ahead, "nothing": plan(search(0), now=NOW)}


CELLS = (
    f"""
import sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from datetime import timedelta
from faces import NOW, plans, search
from interview_followup import CV_LIBRARY, check, difference, explain, plan
""",
    'plans()["plan_10"]',
    'plans()["forecast"]',
    'check(search(3), "chase", of="Acme", at=NOW)',
    'explain(search(3), "chase", of="Acme", now=NOW)',
    "difference(plan(search(3), now=NOW), plan(search(3), now=NOW + timedelta(days=3)))",
    'CV_LIBRARY["thank-you"]',
    "CV_LIBRARY",
    "search(7).applications[6].interviews[0]",
    'plans()["plan_1"].actions[0]',
)
VALUES = len(CELLS) - 1
WITH_TABLES = VALUES - 1  # All but the explanation.

# -- pages ----------------------------------------------------------------------------------------


def check_pages(browser: BrowserContext, axe: Path, folder: Path) -> Iterator[str]:
    """Yield what is wrong with a page: axe-core looks for what shuts people out."""
    page = browser.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("dialog", lambda dialog: requests.append(f"a script ran: {dialog.message}"))
    for name, planned in plans().items():
        text, took = min((_timed(planned) for _ in range(5)), key=lambda timed: timed[1])
        print(f"{name}: {len(text) // 1000} kB in {1000 * took:.0f} ms")
        if name == "plan_60" and took > LIMIT:
            yield f"{name} takes {took:.3f} s"
        path = folder / f"{name}.html"
        path.write_text(text, encoding="utf-8")
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            for width_name, width in WIDTHS.items():
                page.set_viewport_size({"width": width, "height": HEIGHT})
                page.goto(path.as_uri())
                place = f"{name}_{width_name}_{scheme}"
                page.screenshot(path=folder / f"{place}.png", full_page=True)
                yield from (f"{place}: {line}" for line in problems(page, axe, width))
    page.goto((folder / "plan_10.html").as_uri())
    page.pdf(path=folder / "plan_10.pdf", format="A4")
    page.close()
    yield from (
        f"asks for {url[:80]}" for url in requests if not url.startswith(("file:", "data:"))
    )


def _timed(planned: Plan) -> tuple[str, float]:
    begun = process_time()
    return plan_html(planned), process_time() - begun


def problems(page: Page, axe: Path, width: int) -> Iterator[str]:
    """Yield what axe-core finds where all is unfolded, and whether it is wider than the window."""
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    page.evaluate(axe.read_text(encoding="utf-8"))
    for violation in page.evaluate("axe.run()")["violations"]:
        nodes = [node["html"][:120] for node in violation["nodes"][:3]]
        yield f"{violation['id']}: {violation['help']}: {nodes}"
    widest = page.evaluate("document.documentElement.scrollWidth")
    if widest > width:
        yield f"is {widest} pixels wide"


# -- notebooks ------------------------------------------------------------------------------------

SHOWN = """() => {
  const tables = [...document.querySelectorAll("table")].filter(each => each.caption);
  const roots = new Set(tables.map(each => each.parentElement.closest("div")));
  const within = selector => [...roots].flatMap(root => [...root.querySelectorAll(selector)]);
  return {
    values: roots.size,
    pictures: within("img").filter(each => each.alt && each.complete && each.naturalWidth).length,
    folds: within("details > summary").length,
    "without scope": within("th:not([scope])").length,
    "without words": within("img:not([alt])").length,
    forbidden: within("style, script, iframe, object, [onerror], [onload]").length,
    aligned: within("td").every(each => getComputedStyle(each).textAlign === "left"),
  };
}"""


def check_shown(page: Page, place: str) -> Iterator[str]:
    """Yield what is wrong with the values that a notebook shows."""
    page.wait_for_function(f"document.querySelectorAll('table caption').length >= {WITH_TABLES}")
    page.wait_for_timeout(1000)  # until pictures are drawn
    shown = page.evaluate(SHOWN)
    print(f"{place}: {shown}")
    for name in ("without scope", "without words", "forbidden"):
        if shown[name]:
            yield f"{place}: {shown[name]} elements are {name}"
    if shown["values"] < WITH_TABLES or shown["pictures"] < 2 or shown["folds"] < 20:
        yield f"{place}: something is not shown: {shown}"
    if not shown["aligned"]:
        yield f"{place}: text stands to the right"


def check_jupyterlab(browser: BrowserContext, folder: Path) -> Iterator[str]:
    """Yield what is wrong with a notebook that was run, and opened again, in JupyterLab."""
    notebook = nbformat.v4.new_notebook(cells=[*map(nbformat.v4.new_code_cell, CELLS)])
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    bundles = [cell.outputs[0].data for cell in notebook.cells[1:]]
    for bundle in bundles:
        if {*bundle} != {"text/plain", "text/html", "text/markdown"}:
            yield f"a cell gave {[*bundle]}"
        if re.search("<(style|script)", bundle["text/html"]):
            yield "there is a style or a script in what a notebook shows"
    with tempfile.TemporaryDirectory() as root:
        # Not trusted, as it is opened where it was not run: JupyterLab takes out what may do harm.
        nbformat.write(notebook, Path(root, "faces.ipynb"))
        settings = Path(root, "settings", "@jupyterlab", "apputils-extension")
        settings.mkdir(parents=True)
        command = (
            *(sys.executable, "-m", "jupyterlab", "--allow-root", "--no-browser"),
            *("--ip=127.0.0.1", "--port=0"),
            *(f"--notebook-dir={root}", "--IdentityProvider.token=", "--ServerApp.password="),
            *(f"--LabApp.user_settings_dir={root}/settings", "--expose-app-in-browser"),
        )
        with served(command, root, r"(http://127\.0\.0\.1:\d+)/lab") as address:
            for scheme, theme in THEMES.items():
                (settings / "themes.jupyterlab-settings").write_text(json.dumps({"theme": theme}))
                page = browser.new_page()
                page.set_viewport_size({"width": 1280, "height": TALL})
                page.goto(f"{address}/lab/tree/faces.ipynb?reset")
                yield from check_shown(page, f"JupyterLab, {scheme}")
                page.screenshot(path=folder / f"jupyterlab_{scheme}.png")
                page.close()


MARIMO = """import marimo

app = marimo.App()
"""


def check_marimo(browser: BrowserContext, folder: Path) -> Iterator[str]:
    """Yield what is wrong with the same cells as an app of marimo."""
    setup, *values = CELLS
    names = "CV_LIBRARY, NOW, check, difference, explain, plan, plans, search, timedelta"
    cells = [f"{setup}\nreturn ({names},)", *(f"{value}\nreturn" for value in values)]
    heads = ["", *[names] * len(values)]
    parts = [
        "\n".join(["@app.cell", f"def _({head}):", *(f"    {line}" for line in cell.split("\n"))])
        for head, cell in zip(heads, cells, strict=True)
    ]
    with tempfile.TemporaryDirectory() as root:
        settings = Path(root, ".config", "marimo")
        settings.mkdir(parents=True)
        (settings / "marimo.toml").write_text('[display]\ntheme = "system"\n')
        app = Path(root, "app.py")
        app.write_text("\n\n".join([MARIMO, *parts, ""]), encoding="utf-8")
        command = (
            *(sys.executable, "-m", "marimo", "run", str(app), "--headless", "--no-token"),
            *("--host", "127.0.0.1", "--port", str(_free_port())),
        )
        with served(command, root, r"(http://\S+:\d+)") as address:
            for scheme in SCHEMES:
                page = browser.new_page()
                page.emulate_media(color_scheme=scheme)
                page.set_viewport_size({"width": 1280, "height": TALL})
                page.goto(address)
                yield from check_shown(page, f"marimo, {scheme}")
                page.screenshot(path=folder / f"marimo_{scheme}.png")
                page.close()


@contextmanager
def served(command: tuple[str, ...], root: str, address: str) -> Iterator[str]:
    """Run a server until it is no longer needed, and give its address."""
    log = Path(root, "server.log")
    environment = {**os.environ, "HOME": root, "NO_COLOR": "1", "PYTHONUNBUFFERED": "1"}
    with log.open("w") as stream:
        server = subprocess.Popen(
            command, cwd=root, env=environment, stdout=stream, stderr=subprocess.STDOUT
        )
    try:
        yield _address(server, log, address)
    finally:
        server.terminate()
        server.wait(20)


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


def _address(server: subprocess.Popen[bytes], log: Path, address: str) -> str:
    begun = perf_counter()
    while perf_counter() - begun < 60 and server.poll() is None:
        if match := re.search(address, log.read_text()):
            return match[1]
    sys.exit(f"no server: {log.read_text()}")


# -- all of it ------------------------------------------------------------------------------------


@contextmanager
def chromium() -> Iterator[BrowserContext]:
    """Run Chromium with a new profile."""
    with tempfile.TemporaryDirectory() as data, sync_playwright() as playwright:
        browser = playwright.chromium.launch_persistent_context(
            data, executable_path=CHROMIUM, args=list(FLAGS), headless=True
        )
        yield browser
        browser.close()


def main() -> None:
    axe, folder = Path(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    wrong: list[str] = []
    with chromium() as browser:
        for check in (check_jupyterlab, check_marimo):
            wrong += check(browser, folder)
        wrong += check_pages(browser, axe, folder)
    if wrong:
        sys.exit("\n".join(wrong))


if __name__ == "__main__":
    main()
