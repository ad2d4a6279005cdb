"""What a conflict's card says of the record it is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from clerk_app.domain.codes import HEAD
from clerk_app.storage.apply import OWN
from clerk_app.storage.tables import HOUSEHOLD, MEMBERSHIP, PERSON


def row_of(connection: Connection, table: str, record: str) -> dict[str, Any] | None:
    """Return a record's row by table name, or None."""
    found = OWN.tables[table]
    row = connection.execute(select(found).where(found.c.id == record)).mappings().first()
    return None if row is None else dict(row)


def name_of(connection: Connection, table: str, row: Mapping[str, Any]) -> str:
    """Return the name of the person a row is about, empty when it is about none."""
    if table == PERSON.name:
        return str(row.get("name", ""))
    person = row.get("person_id")
    if person is None:
        return ""
    return str(connection.execute(select(PERSON.c.name).where(PERSON.c.id == person)).scalar() or "")


def household_line(connection: Connection, household: str) -> str:
    """Return group, number and head of a household, as ``第1组 0001 户 段有福``; empty when there is none."""
    row = connection.execute(select(HOUSEHOLD.c.group, HOUSEHOLD.c.number).where(HOUSEHOLD.c.id == household)).first()
    if row is None:
        return ""
    head = (
        select(PERSON.c.name)
        .join(MEMBERSHIP, MEMBERSHIP.c.person_id == PERSON.c.id)
        .where(MEMBERSHIP.c.household_id == household, MEMBERSHIP.c.relation == HEAD)
        .order_by(MEMBERSHIP.c.to_on.is_not(None), MEMBERSHIP.c.from_on.desc())
        .limit(1)
    )
    return " ".join(filter(None, (row.group, f"{row.number} 户", connection.execute(head).scalar())))
