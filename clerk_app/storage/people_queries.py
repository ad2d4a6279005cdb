"""Read models of people by what they are called and what they were registered under."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, select

from clerk_app.domain.household import Person
from clerk_app.storage import records
from clerk_app.storage.tables import PERSON


def people_called(connection: Connection, name: str, birth_on: date) -> tuple[Person, ...]:
    """Return everybody on file with this name and birth date, those who left or died among them (T4)."""
    statement = (
        select(PERSON).where(PERSON.c.name == name, PERSON.c.birth_on == birth_on.isoformat()).order_by(PERSON.c.id)
    )
    return tuple(records.PERSON.from_row(row) for row in connection.execute(statement).mappings())
