"""The tables: users, and what is theirs. Days and times are texts, as people give them."""

from __future__ import annotations

import secrets
from typing import Any, get_args

from sqlalchemy import JSON, Column, Engine, ForeignKey, Table, create_engine, event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from interview_followup import Medium, NotHeld, Outcome


def token() -> str:
    """Return what nobody can guess."""
    return secrets.token_urlsafe(32)


def within(table: str) -> Any:
    """Return the column of the row that another is in, and goes with."""
    return mapped_column(ForeignKey(f"{table}.id", ondelete="CASCADE"), index=True)


def form_column(label: str, kind: str = "text", choices: Any = None) -> Any:
    """Return a column that a form asks for; `kind` is the type of its input."""
    return mapped_column(info={"label": label, "kind": kind, "choices": get_args(choices)})


class Row(DeclarativeBase):
    __table_args__ = ({"sqlite_autoincrement": True},)  # No id comes twice: each is a `key`.
    id: Mapped[int] = mapped_column(primary_key=True)


class User(Row):
    """Somebody who looks for a job; `changes` says what the last change made other."""

    __tablename__ = "users"
    email: Mapped[str] = mapped_column(unique=True)
    password: Mapped[str]
    timezone: Mapped[str]
    feed: Mapped[str] = mapped_column(unique=True, default=token)
    calendar: Mapped[str | None]
    changes: Mapped[list[str]] = mapped_column(JSON, default=list)
    applications: Mapped[list[Application]] = relationship(order_by="Application.id")
    acts: Mapped[list[Act]] = relationship(order_by="Act.id")


class Owned(Row):
    """A row that is somebody's, and nobody else's."""

    __abstract__ = True
    user_id: Mapped[int] = within("users")


class Application(Owned):
    __tablename__ = "applications"
    employer: Mapped[str | None] = form_column("Employer")
    role: Mapped[str | None] = form_column("Role")
    promise_by: Mapped[str | None] = form_column("They promised an answer by", "date")
    follow_up: Mapped[str | None] = form_column("How to follow up: email, phone, …")
    heard: Mapped[str | None] = form_column("They last wrote on", "date")
    offer_received: Mapped[str | None] = form_column("Their offer came on", "date")
    offer_reply_by: Mapped[str | None] = form_column("They want your reply by", "date")
    outcome: Mapped[str | None] = form_column("Outcome", "select", Outcome)
    signed: Mapped[str | None] = form_column("The signed contract was in hand", "datetime-local")
    interviews: Mapped[list[Interview]] = relationship(order_by="Interview.day")
    people: Mapped[list[Person]] = relationship(order_by="Person.id")


class Interview(Owned):
    __tablename__ = "interviews"
    application_id: Mapped[int] = within("applications")
    day: Mapped[str | None] = form_column("Day", "date")
    starts: Mapped[str | None] = form_column("Starts at, if you know", "time")
    ends: Mapped[str | None] = form_column("Ends at, if you know", "time")
    timezone: Mapped[str | None] = form_column("Time zone, if not yours")
    medium: Mapped[str | None] = form_column("How you meet", "select", Medium)
    not_held: Mapped[str | None] = form_column("If it did not take place", "select", NotHeld)
    people: Mapped[list[Person]] = relationship(secondary="met", order_by="Person.id")


class Person(Owned):
    __tablename__ = "people"
    application_id: Mapped[int] = within("applications")
    name: Mapped[str | None] = form_column("Name")
    email: Mapped[str | None] = form_column("E-mail", "email")
    linkedin: Mapped[str | None] = form_column("LinkedIn profile")


Table(
    "met",
    Row.metadata,
    Column("interview_id", ForeignKey("interviews.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
)


class Act(Owned):
    """An act done `at` a moment; without that, set aside `until` another, or for good."""

    __tablename__ = "acts"
    application_id: Mapped[int | None] = within("applications")
    interview_id: Mapped[int | None] = within("interviews")
    person_id: Mapped[int | None] = within("people")
    act: Mapped[str]
    text: Mapped[str]
    at: Mapped[str | None]
    until: Mapped[str | None]


def opened(database: str) -> Engine:
    """Return the database at an address as SQLAlchemy writes it, with its tables."""
    engine = create_engine(database)
    event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA foreign_keys = ON"))
    Row.metadata.create_all(engine)
    return engine
