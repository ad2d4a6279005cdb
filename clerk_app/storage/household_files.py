"""One household with its people: as the register has it now, or by the dates of what happened on another day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, Select, case, or_, select

from clerk_app.domain.household import HouseholdFile, Identity, Member, Membership
from clerk_app.storage import records
from clerk_app.storage.relations import relations_as_of
from clerk_app.storage.tables import HOUSEHOLD, IDENTITY, MEMBERSHIP, PERSON


def household_as_it_stands(connection: Connection, household_id: str, on: date) -> HouseholdFile | None:
    """Return a household with those whose place in it has not ended, head first, or None; ``on`` is only the day it is read on.

    Somebody who died or left today is no longer among them, as in the list of households.
    """
    places = connection.execute(_places(household_id).where(MEMBERSHIP.c.to_on.is_(None))).mappings()
    return _file(connection, household_id, [records.MEMBERSHIP.from_row(place) for place in places], on)


def household_file(connection: Connection, household_id: str, on: date) -> HouseholdFile | None:
    """Return a household with those who belonged to it on a day, their last day included, head first, or None."""
    day = on.isoformat()
    places = connection.execute(
        _places(household_id).where(
            or_(MEMBERSHIP.c.to_on.is_(None), MEMBERSHIP.c.to_on >= day), MEMBERSHIP.c.from_on <= day
        )
    ).mappings()
    held = relations_as_of(connection, [records.MEMBERSHIP.from_row(place) for place in places], on)
    return _file(connection, household_id, held, on)


def _places(household_id: str) -> Select[tuple[object, ...]]:
    return (
        select(MEMBERSHIP)
        .where(MEMBERSHIP.c.household_id == household_id)
        .order_by(case((MEMBERSHIP.c.relation == "02", 0), else_=1), MEMBERSHIP.c.relation, MEMBERSHIP.c.id)
    )


def _file(
    connection: Connection, household_id: str, memberships: Sequence[Membership], on: date
) -> HouseholdFile | None:
    row = connection.execute(select(HOUSEHOLD).where(HOUSEHOLD.c.id == household_id)).mappings().first()
    if row is None:
        return None
    ids = [membership.person_id for membership in memberships]
    people = {
        person["id"]: records.PERSON.from_row(person)
        for person in connection.execute(select(PERSON).where(PERSON.c.id.in_(ids))).mappings()
    }
    statuses = identities_of(connection, ids)
    return HouseholdFile(
        household=records.HOUSEHOLD.from_row(row),
        members=tuple(
            Member(
                person=people[place.person_id],
                membership=place,
                identities=tuple(item for item in statuses if item.person_id == place.person_id),
            )
            for place in memberships
        ),
        on=on,
    )


def identities_of(connection: Connection, person_ids: Sequence[str]) -> tuple[Identity, ...]:
    """Return the hardship statuses of these people, also ended ones, but none that was taken back."""
    stands = IDENTITY.c.withdrawn_on.is_(None)
    statement = select(IDENTITY).where(stands, IDENTITY.c.person_id.in_(person_ids))
    statement = statement.order_by(IDENTITY.c.from_on, IDENTITY.c.id)
    return tuple(records.IDENTITY.from_row(row) for row in connection.execute(statement).mappings())
