"""Read models of what events leave to be done, and of time away."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from clerk_app.domain.absence import Absence
from clerk_app.domain.follow_up import FollowUpId, FollowUpKind
from clerk_app.domain.household import HouseholdId, PersonId
from clerk_app.domain.money import Money
from clerk_app.storage import records
from clerk_app.storage.event_tables import ABSENCE, FOLLOW_UP
from clerk_app.storage.tables import HOUSEHOLD, PERSON


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpRow:
    """One thing to do with whom it is about; ``settled_on`` is None while it is open."""

    id: FollowUpId
    version: int
    kind: FollowUpKind
    household_id: HouseholdId
    household_number: str
    group: str
    person_id: PersonId | None
    person: str
    opened_on: date
    due_on: date
    detail: str
    clause: str
    amount: Money | None
    settled_on: date | None
    outcome: str


def follow_up_rows(
    connection: Connection, *, household_id: str | None = None, settled: bool = False, due_by: date | None = None
) -> tuple[FollowUpRow, ...]:
    """Return what is to be done, the most urgent first; with ``settled`` also what is done, ``due_by`` only up to a day."""
    statement = (
        select(FOLLOW_UP, HOUSEHOLD.c.number, HOUSEHOLD.c.group, PERSON.c.name)
        .join(HOUSEHOLD, HOUSEHOLD.c.id == FOLLOW_UP.c.household_id)
        .outerjoin(PERSON, PERSON.c.id == FOLLOW_UP.c.person_id)
        .order_by(FOLLOW_UP.c.due_on, FOLLOW_UP.c.id)
    )
    if household_id is not None:
        statement = statement.where(FOLLOW_UP.c.household_id == household_id)
    if not settled:
        statement = statement.where(FOLLOW_UP.c.settled_on.is_(None))
    if due_by is not None:
        statement = statement.where(FOLLOW_UP.c.due_on <= due_by.isoformat())
    rows = []
    for row in connection.execute(statement).mappings():
        item = records.FOLLOW_UP.from_row(row)
        rows.append(
            FollowUpRow(
                id=item.id,
                version=item.version,
                kind=item.kind,
                household_id=item.household_id,
                household_number=row["number"],
                group=row["group"],
                person_id=item.person_id,
                person=row["name"] or "",
                opened_on=item.opened_on,
                due_on=item.due_on,
                detail=item.detail,
                clause=item.clause,
                amount=item.amount,
                settled_on=item.settled_on,
                outcome=item.outcome,
            )
        )
    return tuple(rows)


def absences_of(connection: Connection, person_ids: Collection[str]) -> tuple[Absence, ...]:
    """Return the times away of these people, ended ones too, oldest first."""
    statement = select(ABSENCE).where(ABSENCE.c.person_id.in_(person_ids)).order_by(ABSENCE.c.from_on, ABSENCE.c.id)
    return tuple(records.ABSENCE.from_row(row) for row in connection.execute(statement).mappings())
