"""The pages of somebody who is signed in, and the calendar feed."""

from collections.abc import Awaitable, Callable
from hashlib import sha256
from typing import Annotated, Literal, TypeAlias
from uuid import UUID

from fastapi import APIRouter, FastAPI, HTTPException, Path, Request, Response
from fastapi.staticfiles import StaticFiles
from sqlalchemy import delete, select
from starlette.middleware.sessions import SessionMiddleware

from interview_followup import (
    CV_LIBRARY,
    InvalidInput,
    Problem,
    agenda,
    check_all,
    moment_from_text,
    plan,
)
from interview_followup.exports.calendar import plan_calendar
from tracker.rows import Act, Application, Interview, Owned, Person, User, opened, token
from tracker.searches import act_of, search_of
from tracker.visits import FOLDER, Now, Rows, Visit, Visitor, accounts, redirect

Key: TypeAlias = Annotated[int, Path(le=2**63 - 1)]
Table: TypeAlias = Literal["applications", "interviews", "people"]
TABLES = {"applications": Application, "interviews": Interview, "people": Person, "acts": Act}
pages = APIRouter()


@pages.get("/")
def today(visit: Visitor) -> Response:
    return visit.page("today.html", groups=agenda(visit.plan))


@pages.post("/actions/{uid}/{how}")
def keep(visit: Visitor, uid: UUID, how: Literal["done", "snooze", "dismiss"]) -> Response:
    """Record an act as done, on a day or now, or set it aside, until a day or for good."""
    day = visit.form.get("day", "")
    try:
        if day or how == "snooze":
            day = moment_from_text(day, timezone=visit.user.timezone, place="day").isoformat()
        if how == "snooze" and day <= visit.plan.now.isoformat():
            raise InvalidInput([Problem("day", "is here or over", "give a later one")])
        when = {"at": day or visit.now.isoformat()} if how == "done" else {"until": day or None}
        visit.rows.add(act_of(visit.plan.action(uid), visit.user, **when))
        visit.store()
    except InvalidInput as error:
        return visit.page("today.html", *error.problems, groups=agenda(visit.plan))
    return redirect("/")


@pages.get("/ask")
def ask(visit: Visitor, act: str = "chase", at: str = "") -> Response:
    """Answer whether an act may be done at a moment, for each that it could be about."""
    known = {"acts": sorted({rule.act for rule in CV_LIBRARY}), "act": act, "at": at}
    try:
        moment = moment_from_text(at, timezone=visit.user.timezone, place="at") if at else visit.now
        verdicts = check_all(search_of(visit.user), act, at=moment)
        return visit.page("ask.html", verdicts=verdicts, **known)
    except InvalidInput as error:
        return visit.page("ask.html", *error.problems, verdicts=(), **known)


@pages.get("/applications/{key}")
def show(visit: Visitor, key: Key) -> Response:
    """Show an application and its forms; 0 is a new one."""
    return application_page(visit, key)


def application_page(visit: Visit, key: int, *problems: Problem) -> Response:
    row = visit.own(Application, key) if key else None
    return visit.page("application.html", *problems, application=row, tables=TABLES)


def save(visit: Visit, row: Owned, within: int) -> Response:
    """Store a row as its form says it, or show the form again with what is wrong."""
    fields = {c.name: visit.form.get(c.name) or None for c in row.__table__.columns if c.info}
    try:
        if isinstance(row, Application) and not (fields["employer"] or fields["role"]):
            raise InvalidInput([Problem("employer", "is missing", "give it, or the role")])
        for name, text in fields.items():
            setattr(row, name, text)
        visit.rows.add(row)
        visit.store()
    except InvalidInput as error:
        return application_page(visit, within, *error.problems)
    return redirect(f"/applications/{within or row.id}")


@pages.post("/applications/{key}/interviews")
def add_interview(visit: Visitor, key: Key) -> Response:
    within = visit.own(Application, key).id
    return save(visit, Interview(user_id=visit.user.id, application_id=within), within)


@pages.post("/interviews/{key}/people")
def add_person(visit: Visitor, key: Key) -> Response:
    """Add somebody new who was at an interview."""
    meeting = visit.own(Interview, key)
    person = Person(user_id=visit.user.id, application_id=meeting.application_id)
    meeting.people.append(person)
    return save(visit, person, meeting.application_id)


@pages.post("/interviews/{key}/people/{person}")
def meet_again(visit: Visitor, key: Key, person: Key) -> Response:
    """Say that somebody who is known already was at an interview, too."""
    meeting, known = visit.own(Interview, key), visit.own(Person, person)
    if known.application_id == meeting.application_id and known not in meeting.people:
        meeting.people.append(known)
        visit.store()
    return redirect(f"/applications/{meeting.application_id}")


@pages.post("/{table}/{key}")
def edit(visit: Visitor, table: Table, key: Key) -> Response:
    is_new = (table, key) == ("applications", 0)
    row = Application(user_id=visit.user.id) if is_new else visit.own(TABLES[table], key)
    return save(visit, row, getattr(row, "application_id", key))


@pages.post("/{table}/{key}/delete")
def remove(visit: Visitor, table: Table | Literal["acts"], key: Key) -> Response:
    """Delete a row and what is in it; of an act, undo it."""
    row = visit.own(TABLES[table], key)
    visit.rows.execute(delete(TABLES[table]).where(TABLES[table].id == row.id))
    visit.store()
    return redirect("/")


@pages.post("/feed")
def renew_feed(visit: Visitor) -> Response:
    """Give the feed another address: who has the old one sees nothing any more."""
    visit.user.feed = token()
    visit.rows.commit()
    return redirect("/")


@pages.api_route("/feed/{address}.ics", methods=["GET", "HEAD"])
def feed(address: str, request: Request, rows: Rows, now: Now) -> Response:
    """Return the plan of a user as a calendar, to whoever knows its secret address."""
    user = rows.scalar(select(User).where(User.feed == address))
    if user is None:
        raise HTTPException(404)
    calendar = plan_calendar(plan(search_of(user), now=now), stamp=now, before=user.calendar)
    user.calendar = text = calendar.to_ical().decode()
    rows.commit()
    tag = f'"{sha256(text.encode()).hexdigest()}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if request.headers.get("If-None-Match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(text, media_type="text/calendar", headers=headers)


def created(database: str, secret: str, *, https: bool = False) -> FastAPI:
    """Return the application on a database; `secret` signs its cookies."""
    app = FastAPI(openapi_url=None)
    app.state.engine = opened(database)
    app.add_middleware(SessionMiddleware, secret_key=secret, same_site="lax", https_only=https)
    app.middleware("http")(guarded)
    app.mount("/static", StaticFiles(directory=FOLDER / "static"))
    app.include_router(accounts)
    app.include_router(pages)
    return app


async def guarded(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
    """Refuse forms that other sites send, and tell browsers what a page may do."""
    if request.method == "POST" and request.headers.get("Sec-Fetch-Site") == "cross-site":
        return Response("This form was sent from another site.", 403)
    response = await answer(request)
    policy = "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'"
    response.headers.update({"Content-Security-Policy": policy, "Referrer-Policy": "same-origin"})
    return response
