"""Read models of people by what they are called and what they were registered under."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, or_, select

from clerk_app.domain.household import Membership, Person
from clerk_app.storage import records
from clerk_app.storage.tables import MEMBERSHIP, PERSON, RECORD_TABLES


def people_called(connection: Connection, name: str, birth_on: date) -> tuple[Person, ...]:
    """Return everybody on file with this name and birth date, those who left or died among them (T4)."""
    statement = (
        select(PERSON).where(PERSON.c.name == name, PERSON.c.birth_on == birth_on.isoformat()).order_by(PERSON.c.id)
    )
    return tuple(records.PERSON.from_row(row) for row in connection.execute(statement).mappings())


def person_by_id_or_temporary_number(connection: Connection, text: str) -> Person | None:
    """Return the person with this record id or temporary number, or None."""
    statement = select(PERSON).where(or_(PERSON.c.id == text, PERSON.c.temporary_number == text.upper()))
    row = connection.execute(statement).mappings().first()
    return None if row is None else records.PERSON.from_row(row)


def records_of(connection: Connection, person_id: str) -> frozenset[str]:
    """Return the ids of all records that belong to one person: places, statuses, payments, accounts, papers and so on.

    Among them are those that name the person only by what they belong to: a place's former relation, what is to be recovered.
    """
    found: set[str] = set()
    for table in RECORD_TABLES:
        columns = [table.c[name] for name in ("person_id", "kept_id", "other_id") if name in table.c]
        if columns:
            found |= set(
                connection.execute(select(table.c.id).where(or_(*(one == person_id for one in columns)))).scalars()
            )
    for table in RECORD_TABLES:
        columns = [table.c[name] for name in ("membership_id", "follow_up_id") if name in table.c]
        if columns:
            found |= set(
                connection.execute(select(table.c.id).where(or_(*(one.in_(found) for one in columns)))).scalars()
            )
    return frozenset(found)


def places_in(connection: Connection, household_id: str) -> tuple[str, ...]:
    """Return the ids of all places that anybody has or had in a household."""
    statement = select(MEMBERSHIP.c.id).where(MEMBERSHIP.c.household_id == household_id)
    return tuple(connection.execute(statement).scalars())


def place_now(connection: Connection, person_id: str) -> Membership | None:
    """Return somebody's place in a household now, or None."""
    statement = select(MEMBERSHIP).where(MEMBERSHIP.c.person_id == person_id, MEMBERSHIP.c.to_on.is_(None))
    row = connection.execute(statement).mappings().first()
    return None if row is None else records.MEMBERSHIP.from_row(row)
