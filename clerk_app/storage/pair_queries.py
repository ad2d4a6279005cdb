"""Read models of records that may be one person twice."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, select

from clerk_app.domain.household import HouseholdId, Person
from clerk_app.domain.same_person import Verdict
from clerk_app.storage import records
from clerk_app.storage.people_tables import PERSON_PAIR
from clerk_app.storage.tables import HOUSEHOLD, MEMBERSHIP, PERSON

_OTHER = PERSON.alias("other")
_PAIRS = (
    and_(PERSON.c.name == _OTHER.c.name, PERSON.c.id < _OTHER.c.id),
    and_(PERSON.c.former_id_number == _OTHER.c.id_number, PERSON.c.id != _OTHER.c.id),
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A person with the household he or she lives in now, or lived in last; empty for nobody's."""

    person: Person
    household_id: HouseholdId | None
    household_number: str
    group: str
    is_current: bool


def people_alike(connection: Connection) -> tuple[tuple[Person, Person], ...]:
    """Return every two records of one name, and those where one has the other's number for its older one.

    Left out: pairs that were decided about, and records that were merged into others.
    """
    decided = {
        frozenset((row.kept_id, row.other_id))
        for row in connection.execute(select(PERSON_PAIR.c.kept_id, PERSON_PAIR.c.other_id))
    }
    merged = merged_into(connection)
    pairs = {
        frozenset((first, second)): (first, second)
        for meets in _PAIRS
        for first, second in _ids(connection, meets)
        if frozenset((first, second)) not in decided and first not in merged and second not in merged
    }
    people = _people(connection, {each for pair in pairs.values() for each in pair})
    return tuple((people[first], people[second]) for first, second in sorted(pairs.values()))


def merged_into(connection: Connection) -> dict[str, str]:
    """Return, for each record that was merged, the one that goes on."""
    rows = connection.execute(
        select(PERSON_PAIR.c.other_id, PERSON_PAIR.c.kept_id).where(PERSON_PAIR.c.verdict == Verdict.SAME.value)
    )
    return {row.other_id: row.kept_id for row in rows}


def _ids(connection: Connection, meets: ColumnElement[bool]) -> tuple[tuple[str, str], ...]:
    statement = select(PERSON.c.id, _OTHER.c.id).join(_OTHER, meets)
    return tuple((row[0], row[1]) for row in connection.execute(statement))


def _people(connection: Connection, ids: set[str]) -> dict[str, Person]:
    found: dict[str, Person] = {}
    every = sorted(ids)
    for start in range(0, len(every), 500):
        some = select(PERSON).where(PERSON.c.id.in_(every[start : start + 500]))
        found |= {row["id"]: records.PERSON.from_row(row) for row in connection.execute(some).mappings()}
    return found


def placed(connection: Connection, person: Person) -> Placed:
    """Return where a person lives now, else where last."""
    statement = (
        select(HOUSEHOLD.c.id, HOUSEHOLD.c.number, HOUSEHOLD.c.group, MEMBERSHIP.c.to_on)
        .join(MEMBERSHIP, MEMBERSHIP.c.household_id == HOUSEHOLD.c.id)
        .where(MEMBERSHIP.c.person_id == person.id)
        .order_by(MEMBERSHIP.c.to_on.is_not(None), MEMBERSHIP.c.to_on.desc())
        .limit(1)
    )
    row = connection.execute(statement).first()
    if row is None:
        return Placed(person, None, "", "", is_current=False)
    return Placed(person, row.id, row.number, row.group, is_current=row.to_on is None)
