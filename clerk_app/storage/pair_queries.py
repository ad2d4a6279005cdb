"""Read models of records that may be one person twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Final

from sqlalchemy import Connection, select

from clerk_app.domain.household import HouseholdId, Person
from clerk_app.domain.resident_id import OLD_LENGTH, spellings
from clerk_app.domain.same_person import Verdict, likenesses
from clerk_app.storage import records
from clerk_app.storage.people_tables import PERSON_PAIR
from clerk_app.storage.tables import HOUSEHOLD, MEMBERSHIP, PERSON

_COMPARED: Final = select(
    PERSON.c.id, PERSON.c.name, PERSON.c.birth_on, PERSON.c.phone, PERSON.c.id_number, PERSON.c.former_id_number
).order_by(PERSON.c.id)


@dataclass(frozen=True, slots=True)
class Placed:
    """A person with the household he or she lives in now, or lived in last; empty for nobody's."""

    person: Person
    household_id: HouseholdId | None
    household_number: str
    group: str
    is_current: bool


def people_alike(connection: Connection) -> tuple[tuple[Person, Person], ...]:
    """Return every two records that look like one person.

    Left out: pairs that were decided about, and records that were merged into others.
    """
    decided = {
        frozenset((row.kept_id, row.other_id))
        for row in connection.execute(select(PERSON_PAIR.c.kept_id, PERSON_PAIR.c.other_id))
    }
    merged = merged_into(connection)
    rows = [row for row in connection.execute(_COMPARED) if row.id not in merged]
    alike = {
        frozenset((first.id, second.id)): (first.id, second.id)
        for first, second in _candidates(rows)
        if likenesses(first, second)
    }
    pairs = [pair for both, pair in alike.items() if both not in decided]
    people = _people(connection, {each for pair in pairs for each in pair})
    return tuple((people[first], people[second]) for first, second in sorted(pairs))


def _candidates(rows: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    """Give every two of one name, and those where one has the other's number for its older one or in its old form."""
    called: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        called[row.name].append(row)
    for namesakes in called.values():
        yield from combinations(namesakes, 2)
    numbered = {row.id_number: row for row in rows if row.id_number is not None}
    for row in rows:
        for number in _other_numbers(row):
            other = numbered.get(number)
            if other is not None and other.id != row.id:
                yield row, other


def _other_numbers(row: Any) -> Iterator[str]:
    """Give the numbers that would be this person's too: the older one in both forms, and the new form of an old one (T2)."""
    if row.former_id_number is not None:
        yield from spellings(row.former_id_number)
    if row.id_number is not None and len(row.id_number) == OLD_LENGTH:
        yield from spellings(row.id_number)


def merged_into(connection: Connection) -> dict[str, str]:
    """Return, for each record that was merged, the one that goes on."""
    rows = connection.execute(
        select(PERSON_PAIR.c.other_id, PERSON_PAIR.c.kept_id).where(PERSON_PAIR.c.verdict == Verdict.SAME.value)
    )
    return {row.other_id: row.kept_id for row in rows}


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
