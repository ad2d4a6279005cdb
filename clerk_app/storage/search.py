"""Finding a person or household while the clerk types: a key table for names and pinyin, trigrams for parts of numbers.

The three tables are derived: they follow the acts in the same transaction and can be rebuilt from the records.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, Connection, bindparam, select, text

from clerk_app.domain.act import Change
from clerk_app.domain.resident_id import parts_to_find
from clerk_app.storage.pinyin import name_keys
from clerk_app.storage.tables import FORMER_NUMBER, HOUSEHOLD, MEMBERSHIP, PERSON

LIMIT: Final = 50
_SHORTEST_PART: Final = 3
_BETWEEN: Final = str.maketrans("", "", " -")
_PORTION: Final = 500
_NAMES: Final = re.compile(r"[、，,；;/\s]+")
"""What stands between several former names."""
_PERSON: Final = select(
    PERSON.c.id,
    PERSON.c.name,
    PERSON.c.former_name,
    PERSON.c.id_number,
    PERSON.c.former_id_number,
    PERSON.c.temporary_number,
    PERSON.c.phone,
)
_ENTRY: Final = text("SELECT person_id, row FROM search_entry WHERE person_id IN :ids").bindparams(
    bindparam("ids", expanding=True)
)


@dataclass(frozen=True, slots=True)
class Hit:
    """One person found, with the household to open."""

    person_id: str
    name: str
    id_number: str | None
    household_id: str
    household_number: str
    group: str
    head_name: str


_WHO_BELONGS: Final = " CROSS JOIN membership m ON m.person_id = e.person_id AND m.to_on IS NULL"
"""Those who left, died or came by an import that was undone must not fill the few places of the answer; last, so that the keys lead."""


def follow(connection: Connection, changes: Iterable[Change]) -> None:
    """Bring the search tables up to date after an act."""
    people: set[str] = set()
    for change in changes:
        if change.table == PERSON.name:
            people.add(change.id)
        elif change.table == FORMER_NUMBER.name:  # it may have come to somebody else
            people |= {str(side["person_id"]) for side in (change.before, change.after) if side.get("person_id")}
    if people:
        index_people(connection, sorted(people))


def index_people(connection: Connection, person_ids: Sequence[str]) -> None:
    """Write the keys of these people anew; who is not there has none: an act that waits for a person wrote nobody."""
    for start in range(0, len(person_ids), _PORTION):
        portion = person_ids[start : start + _PORTION]
        people = connection.execute(_PERSON.where(PERSON.c.id.in_(portion))).all()
        if not people:
            continue
        rows = _entries(connection, [person.id for person in people])
        keys: list[dict[str, object]] = []
        numbers: list[dict[str, object]] = []
        former = _former_numbers(connection, portion)
        for person in people:
            row = rows[person.id]
            called = (person.name, *_NAMES.split(person.former_name or ""))
            keys += [{"key": key, "row": row} for key in {key for name in called if name for key in name_keys(name)}]
            phones = (person.phone, _run_together(person.phone))
            known = (person.id_number, person.former_id_number, person.temporary_number, *phones)
            every = dict.fromkeys(filter(None, (*known, *former.get(person.id, ()))))
            numbers.append({"row": row, "numbers": " ".join(every)})
        if keys:  # a name of signs only has none
            connection.execute(text("INSERT INTO search_key (key, row) VALUES (:key, :row)"), keys)
        connection.execute(text("INSERT INTO search_number (rowid, numbers) VALUES (:row, :numbers)"), numbers)


def _run_together(number: str) -> str:
    """Return a number without the blanks and dashes that it is written with: 0878-570 0000, 139 8888 0001."""
    return number.translate(_BETWEEN)


def _former_numbers(connection: Connection, person_ids: Sequence[str]) -> dict[str, list[str]]:
    """Return the numbers that these people were registered under before."""
    found: dict[str, list[str]] = {}
    statement = select(FORMER_NUMBER.c.person_id, FORMER_NUMBER.c.number)
    for row in connection.execute(
        statement.where(FORMER_NUMBER.c.person_id.in_(person_ids)).order_by(FORMER_NUMBER.c.id)
    ):
        found.setdefault(row.person_id, []).append(row.number)
    return found


def _entries(connection: Connection, person_ids: Sequence[str]) -> dict[str, int]:
    """Return the row of each person in the search tables, emptied of older keys."""
    known = _rows_of(connection, person_ids)
    stale = [{"row": row} for row in known.values()]
    if stale:
        connection.execute(text("DELETE FROM search_key WHERE row = :row"), stale)
        connection.execute(text("DELETE FROM search_number WHERE rowid = :row"), stale)
    added = [{"id": person_id} for person_id in person_ids if person_id not in known]
    if added:
        connection.execute(text("INSERT INTO search_entry (person_id) VALUES (:id)"), added)
        known = _rows_of(connection, person_ids)
    return known


def _rows_of(connection: Connection, person_ids: Sequence[str]) -> dict[str, int]:
    return {row.person_id: row.row for row in connection.execute(_ENTRY, {"ids": person_ids})}


def find(connection: Connection, words: str, *, limit: int = LIMIT) -> tuple[Hit, ...]:
    """Return the people that fit what was typed: name, pinyin, initials, part of a number, household number or group."""
    query = unicodedata.normalize("NFKC", words).strip().lower().replace("ü", "v")  # as the keys have it
    if not query:
        return ()
    people = _by_name(connection, query, limit)
    part = _run_together(query)
    if len(people) < limit and len(part) >= _SHORTEST_PART and part.isalnum() and part.isascii():
        people += [row for row in _by_number(connection, part, limit) if row not in set(people)]
    hits = _hits(connection, people[:limit])
    seen = {hit.person_id for hit in hits}
    return (*hits, *(hit for hit in _by_household(connection, query, limit) if hit.person_id not in seen))[:limit]


def _by_name(connection: Connection, query: str, limit: int) -> list[str]:
    key = "".join(character for character in query if character.isalnum())
    if not key:
        return []
    found = connection.execute(
        text(
            "SELECT DISTINCT e.person_id FROM search_key k JOIN search_entry e ON e.row = k.row"
            + _WHO_BELONGS
            + " WHERE k.key >= :low AND k.key < :high ORDER BY k.key, k.row LIMIT :limit"
        ),
        {"low": key, "high": key + "\U0010ffff", "limit": limit},
    )
    return list(dict.fromkeys(found.scalars()))


def _by_number(connection: Connection, query: str, limit: int) -> list[str]:
    """Return whose numbers hold what was typed, an old and a new form of one number alike (T2)."""
    found = connection.execute(
        text(
            "SELECT e.person_id FROM search_number n JOIN search_entry e ON e.row = n.rowid"
            + _WHO_BELONGS
            + " WHERE search_number MATCH :query LIMIT :limit"
        ),
        {"query": " OR ".join(f'"{part}"' for part in parts_to_find(query)), "limit": limit},
    )
    return list(found.scalars())


_HEAD = PERSON.alias("head")
_HEAD_PLACE = MEMBERSHIP.alias("head_place")
_HIT = (
    select(
        PERSON.c.id,
        PERSON.c.name,
        PERSON.c.id_number,
        HOUSEHOLD.c.id.label("household_id"),
        HOUSEHOLD.c.number,
        HOUSEHOLD.c.group,
        _HEAD.c.name.label("head_name"),
    )
    .join(MEMBERSHIP, (MEMBERSHIP.c.person_id == PERSON.c.id) & MEMBERSHIP.c.to_on.is_(None))
    .join(HOUSEHOLD, HOUSEHOLD.c.id == MEMBERSHIP.c.household_id)
    .outerjoin(
        _HEAD_PLACE,
        (_HEAD_PLACE.c.household_id == HOUSEHOLD.c.id)
        & _HEAD_PLACE.c.to_on.is_(None)
        & (_HEAD_PLACE.c.relation == "02"),
    )
    .outerjoin(_HEAD, _HEAD.c.id == _HEAD_PLACE.c.person_id)
)


def _hits(connection: Connection, person_ids: Sequence[str]) -> tuple[Hit, ...]:
    if not person_ids:
        return ()
    found = {row.id: Hit(*_texts(row)) for row in connection.execute(_HIT.where(PERSON.c.id.in_(person_ids)))}
    return tuple(found[person_id] for person_id in person_ids if person_id in found)


def _by_household(connection: Connection, query: str, limit: int) -> tuple[Hit, ...]:
    """Return the people of the household with this number, else of the group with this name."""
    hits = _rows(connection, HOUSEHOLD.c.number == query, limit)
    if not hits and not query.isascii():
        hits = _rows(connection, HOUSEHOLD.c.group == query, limit)
    return hits


def _rows(connection: Connection, wanted: ColumnElement[bool], limit: int) -> tuple[Hit, ...]:
    statement = _HIT.where(wanted).order_by(HOUSEHOLD.c.number, MEMBERSHIP.c.relation).limit(limit)
    return tuple(Hit(*_texts(row)) for row in connection.execute(statement))


def _texts(row: Sequence[str | None]) -> tuple[str, str, str | None, str, str, str, str]:
    person_id, name, id_number, household_id, number, group, head = row
    return str(person_id), str(name), id_number, str(household_id), str(number), str(group), head or ""
