"""The village's people with their households and statuses, all of them in a few queries."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select

from clerk_app.domain.household import HouseholdId, Identity, Member, PersonId
from clerk_app.storage import records
from clerk_app.storage.tables import IDENTITY, MEMBERSHIP, PERSON


def households_now(
    connection: Connection, only: Collection[HouseholdId] | None = None
) -> dict[HouseholdId, tuple[Member, ...]]:
    """Return the living members of the village's households (or of ``only`` some) as they are today, in the order of relation."""
    places = (
        select(MEMBERSHIP)
        .join(PERSON, PERSON.c.id == MEMBERSHIP.c.person_id)
        .where(MEMBERSHIP.c.to_on.is_(None), PERSON.c.died_on.is_(None))
        .order_by(MEMBERSHIP.c.household_id, MEMBERSHIP.c.relation, MEMBERSHIP.c.id)
    )
    people = select(PERSON).where(PERSON.c.died_on.is_(None))
    statuses = select(IDENTITY).where(IDENTITY.c.withdrawn_on.is_(None)).order_by(IDENTITY.c.from_on, IDENTITY.c.id)
    if only is not None:
        places = places.where(MEMBERSHIP.c.household_id.in_(only))
        wanted = select(MEMBERSHIP.c.person_id).where(MEMBERSHIP.c.household_id.in_(only), MEMBERSHIP.c.to_on.is_(None))
        people = people.where(PERSON.c.id.in_(wanted))
        statuses = statuses.where(IDENTITY.c.person_id.in_(wanted))
    found = {row["id"]: records.PERSON.from_row(row) for row in connection.execute(people).mappings()}
    held: dict[PersonId, list[Identity]] = {}
    for row in connection.execute(statuses).mappings():
        identity = records.IDENTITY.from_row(row)
        held.setdefault(identity.person_id, []).append(identity)
    households: dict[HouseholdId, list[Member]] = {}
    for row in connection.execute(places).mappings():
        place = records.MEMBERSHIP.from_row(row)
        member = Member(
            person=found[place.person_id], membership=place, identities=tuple(held.get(place.person_id, ()))
        )
        households.setdefault(place.household_id, []).append(member)
    return {household_id: tuple(members) for household_id, members in households.items()}
