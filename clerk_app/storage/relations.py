"""Relations as they were on a past day, before another head had them stated anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, select

from clerk_app.domain.codes import HEAD
from clerk_app.domain.household import Membership
from clerk_app.storage.event_tables import FORMER_RELATION


def relations_as_of(connection: Connection, places: Sequence[Membership], on: date) -> list[Membership]:
    """Return the places with the relations that held on a day, the head of that day first."""
    former = (
        select(FORMER_RELATION.c.membership_id, FORMER_RELATION.c.relation)
        .where(
            FORMER_RELATION.c.membership_id.in_([place.id for place in places]),
            FORMER_RELATION.c.to_on >= on.isoformat(),
        )
        .order_by(FORMER_RELATION.c.to_on.desc(), FORMER_RELATION.c.id.desc())
    )
    then = {
        row.membership_id: row.relation for row in connection.execute(former)
    }  # the first to end after the day stays
    if not then:
        return list(places)
    stated = [replace(place, relation=then.get(place.id, place.relation)) for place in places]
    return sorted(stated, key=lambda place: (place.relation != HEAD, place.relation, place.id))
