"""A tracker on a database of its own, whose clock the tests set, and people who use it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI
from fastapi.testclient import TestClient
from tracker import visits
from tracker.app import created
from tracker.visits import now

PASSWORD = "correct horse battery"


class Clock:
    """What the tracker takes for the time."""

    now = datetime(2026, 11, 24, 15, tzinfo=UTC)


class User:
    """Somebody with a browser of their own."""

    def __init__(self, app: FastAPI) -> None:
        self.browser = TestClient(app)

    def see(self, path: str = "/") -> str:
        answer = self.browser.get(path)
        assert answer.status_code == 200, answer.text
        return answer.text

    def send(self, path: str, status: int = 200, **form: str) -> str:
        answer = self.browser.post(path, data=form)
        assert status == answer.status_code, answer.text
        return answer.text

    def sign_up(self, email: str) -> User:
        self.send("/sign-up", email=email, password=PASSWORD, timezone="Europe/London")
        return self

    def act(self, text: str, how: str, **form: Any) -> str:
        """Press a button of the action that today's list says so."""
        button = rf'action="(/actions/[^"]+/{how})">[^\n]*aria-label="[^"]*: {re.escape(text)}"'
        match = re.search(button, self.see())
        assert match, text
        return self.send(match[1], **form)

    def feed(self) -> str:
        """Return the path of the calendar feed."""
        match = re.search(r'href="(/feed/[^"]+)"', self.see())
        assert match
        return match[1]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[FastAPI]:
    monkeypatch.setattr(
        visits, "HASHER", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    )
    app = created(f"sqlite:///{tmp_path / 'tracker.sqlite'}", "a secret")
    app.dependency_overrides[now] = lambda: clock.now
    yield app
    app.state.engine.dispose()


@pytest.fixture
def ada(app: FastAPI) -> User:
    return User(app).sign_up("ada@example.com")


@pytest.fixture
def interviewed(ada: User) -> User:
    """Somebody who was interviewed by Acme, application 1, interview 1, by Priya, person 1."""
    ada.send("/applications/0", employer="Acme", role="Data engineer")
    ada.send("/applications/1/interviews", day="2026-11-24", starts="10:00", ends="11:00")
    ada.send("/interviews/1/people", name="Priya Shah", email="priya@acme.example")
    return ada
