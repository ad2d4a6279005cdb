"""Whose record it is: the household or the person to which any record leads, by the references every table names alike."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from sqlalchemy import Connection, Table, select

from clerk_app.domain.act import Change
from clerk_app.storage.event_tables import FOLLOW_UP, FORMER_RELATION
from clerk_app.storage.recovery_tables import RECOVERY_RECEIPT, RECOVERY_SPAN
from clerk_app.storage.tables import DIBAO_CASE, HOUSEHOLD, MEMBERSHIP, PERSON, RECORD_TABLES

_AT_ONCE = 400
_THROUGH: Final = {FORMER_RELATION: "membership_id", RECOVERY_SPAN: "follow_up_id", RECOVERY_RECEIPT: "follow_up_id"}
"""Tables whose records lead to nobody themselves, each with what names the record that does."""


def households_of(connection: Connection, records: Collection[str]) -> dict[str, str]:
    """Return the household's id by record id; a person's is the one joined last. What belongs to no household is left out."""
    through = _through(connection, {table.name: records for table in _THROUGH})
    found = _households_of(connection, {*records, *through.values()})
    return {record: found[leads] for record in records if (leads := through.get(record, record)) in found}


def _households_of(connection: Connection, records: Collection[str]) -> dict[str, str]:
    found = {row.id: row.id for row in _rows(connection, HOUSEHOLD, ("id",), records)}
    people = {row.id: row.id for row in _rows(connection, PERSON, ("id",), records)}
    cases: dict[str, str] = {}
    for table in RECORD_TABLES:
        for reference, leads in (("household_id", found), ("person_id", people), ("case_id", cases)):
            if reference in table.c:
                left = [record for record in records if record not in found]
                leads.update((row.id, row[1]) for row in _rows(connection, table, ("id", reference), left) if row[1])
    of_case = {
        row.id: row.household_id for row in _rows(connection, DIBAO_CASE, ("id", "household_id"), cases.values())
    }
    found.update((record, of_case[case]) for record, case in cases.items() if record not in found)
    at_home = _homes(connection, people.values())
    found.update(
        (record, at_home[person]) for record, person in people.items() if record not in found and person in at_home
    )
    return found


def people_of(connection: Connection, changes: Iterable[Change]) -> dict[str, str]:
    """Return the person's name by record id, for the records of people that were changed; their own records among them."""
    ids: dict[str, set[str]] = {}
    for change in changes:
        ids.setdefault(change.table, set()).add(change.id)
    through = _through(connection, ids)
    for led_to in (MEMBERSHIP, FOLLOW_UP):
        ids.setdefault(led_to.name, set()).update(through.values())
    owners = {record: record for record in ids.get(PERSON.name, ())}
    for table in RECORD_TABLES:
        if table.name in ids and "person_id" in table.c:
            owners |= _referred(connection, table, "person_id", ids[table.name])
    owners |= {record: owners[leads] for record, leads in through.items() if leads in owners}
    names = {row.id: row.name for row in _rows(connection, PERSON, ("id", "name"), owners.values())}
    return {record: names[person] for record, person in owners.items() if person in names}


def _through(connection: Connection, ids: Mapping[str, Collection[str]]) -> dict[str, str]:
    """Return the record that each of these leads to, for the tables that lead through another; ``ids`` are by table."""
    return {
        record: leads
        for table, reference in _THROUGH.items()
        for record, leads in _referred(connection, table, reference, ids.get(table.name, ())).items()
    }


def _referred(connection: Connection, table: Table, reference: str, ids: Iterable[str]) -> dict[str, str]:
    return {row.id: row[1] for row in _rows(connection, table, ("id", reference), ids) if row[1]}


def _homes(connection: Connection, people: Iterable[str]) -> dict[str, str]:
    homes: dict[str, str] = {}
    for some in _portions(people):
        statement = (
            select(MEMBERSHIP.c.person_id, MEMBERSHIP.c.household_id)
            .where(MEMBERSHIP.c.person_id.in_(some))
            .order_by(MEMBERSHIP.c.from_on, MEMBERSHIP.c.id)
        )
        homes.update((row.person_id, row.household_id) for row in connection.execute(statement))
    return homes


def _rows(connection: Connection, table: Table, columns: Iterable[str], ids: Iterable[str]) -> Iterator[Any]:
    for some in _portions(ids):
        yield from connection.execute(select(*(table.c[name] for name in columns)).where(table.c.id.in_(some)))


def _portions(ids: Iterable[str]) -> Iterator[list[str]]:
    every = sorted(set(ids))
    for start in range(0, len(every), _AT_ONCE):
        yield every[start : start + _AT_ONCE]
