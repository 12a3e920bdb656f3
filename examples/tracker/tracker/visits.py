"""Who sends a request: accounts with a password, and a signed cookie that lasts two weeks."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.responses import RedirectResponse
from fastapi.templating import Jinja2Templates
from sqlalchemy import select
from sqlalchemy.orm import Session

from interview_followup import InvalidInput, Problem, difference, plan
from tracker.rows import Owned, User
from tracker.searches import search_of

FOLDER = Path(__file__).parent
PAGES = Jinja2Templates(FOLDER / "templates")
HASHER = PasswordHasher()
NOBODY = User(password=HASHER.hash(""))  # Where there is no account, an answer takes as long.
T = TypeVar("T", bound=Owned)


def now() -> datetime:
    """Return the time: the one place that reads the clock, which tests override."""
    return datetime.now(UTC)


def session(request: Request) -> Iterator[Session]:
    with Session(request.app.state.engine) as rows:
        yield rows


async def form(request: Request) -> Mapping[str, str]:
    """Return what a form says, in words."""
    fields = await request.form()
    return {name: text.strip() for name, text in fields.items() if isinstance(text, str)}


Now = Annotated[datetime, Depends(now)]
Rows = Annotated[Session, Depends(session)]
Form = Annotated[Mapping[str, str], Depends(form)]


def page(request: Request, name: str, form: Form, *problems: Problem, **values: Any) -> Response:
    """Return a page; where a form was refused, that once more, with what is wrong in it."""
    path = request.url.path if problems else None
    values["refused"] = {"path": path, "form": form, "problems": problems}
    return PAGES.TemplateResponse(request, name, values, 422 if problems else 200)


def redirect(path: str) -> Response:
    return RedirectResponse(path, 303)


class Visit:
    """A request of somebody who is signed in; others are sent to sign in."""

    def __init__(self, request: Request, rows: Rows, now: Now, form: Form) -> None:
        user = rows.get(User, request.session.get("user", 0))
        if user is None:
            raise HTTPException(303, headers={"Location": "/sign-in"})
        self.request, self.rows, self.now, self.form, self.user = request, rows, now, form, user
        self.plan = plan(search_of(user), now=now)

    def own(self, table: type[T], key: int) -> T:
        """Return a row of the user's; what is another's is not there."""
        row = self.rows.get(table, key)
        if row is None or row.user_id != self.user.id:
            raise HTTPException(404)
        return row

    def store(self) -> None:
        """Store a change, and what it makes other, unless the library refuses what is new."""
        try:
            self.rows.flush()
            self.rows.expire_all()
            after = plan(search_of(self.user), now=self.now)
        except InvalidInput:
            self.rows.rollback()
            raise
        self.user.changes = [str(change) for change in difference(self.plan, after)]
        self.rows.commit()

    def page(self, name: str, *problems: Problem, **values: Any) -> Response:
        return page(self.request, name, self.form, *problems, visit=self, **values)


Visitor = Annotated[Visit, Depends()]
accounts = APIRouter()


@accounts.get("/sign-in")
def sign_in_page(request: Request, form: Form) -> Response:
    return page(request, "sign_in.html", form)


@accounts.post("/sign-in")
def sign_in(request: Request, form: Form, rows: Rows) -> Response:
    user = rows.scalar(select(User).where(User.email == form.get("email", "").casefold()))
    try:
        HASHER.verify((user or NOBODY).password, form.get("password", ""))
    except VerifyMismatchError:
        user = None
    if user is None:
        wrong = Problem("password", "is not right for this e-mail address", "check both")
        return page(request, "sign_in.html", form, wrong)
    request.session["user"] = user.id
    return redirect("/")


@accounts.post("/sign-up")
def sign_up(request: Request, form: Form, rows: Rows) -> Response:
    email, password = form.get("email", "").casefold(), form.get("password", "")
    user = User(email=email, password=HASHER.hash(password), timezone=form.get("timezone", ""))
    try:
        if "@" not in email or rows.scalar(select(User).where(User.email == email)):
            raise InvalidInput([Problem("e-mail", "is none, or has an account", "check it")])
        if len(password) < 12:
            raise InvalidInput([Problem("password", "is short", "give 12 characters or more")])
        rows.add(user)
        rows.flush()
        search_of(user)
    except InvalidInput as error:
        return page(request, "sign_in.html", form, *error.problems)
    rows.commit()
    request.session["user"] = user.id
    return redirect("/")


@accounts.post("/sign-out")
def sign_out(request: Request) -> Response:
    request.session.clear()
    return redirect("/sign-in")
