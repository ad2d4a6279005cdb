"""The register as it stood: the record tables of an earlier instant, in front of those of today, for one reading.

Temporary tables of the same names stand before the real ones, so every read model works on them unchanged, and nothing can be
written by looking back. Only records that were touched since are folded anew from the journal.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from msgspec import structs
from sqlalchemy import Connection, column, func, select, table

from clerk_app.domain.act import Act
from clerk_app.storage import journal, village_order
from clerk_app.storage.apply import apply_each
from clerk_app.storage.event_tables import FORMER_RELATION
from clerk_app.storage.record_rows import Target
from clerk_app.storage.tables import DIBAO_CASE, HOUSEHOLD, IDENTITY, JOURNAL, JOURNAL_TOUCH, MEMBERSHIP, PERSON

_SHOWN: Final = Target(
    {each.name: each for each in (HOUSEHOLD, PERSON, MEMBERSHIP, FORMER_RELATION, IDENTITY, DIBAO_CASE)}
)
_LOOKED_UP: Final = {
    HOUSEHOLD.name: ("id", "number"),
    PERSON.name: ("id",),
    MEMBERSHIP.name: ("id", "household_id", "person_id"),
    FORMER_RELATION.name: ("id", "membership_id"),
    IDENTITY.name: ("id", "person_id"),
    DIBAO_CASE.name: ("id", "household_id"),
}


def first_instant(connection: Connection) -> str | None:
    """Return when the first act was done (UTC text), or None before it."""
    return connection.execute(select(func.min(JOURNAL.c.at))).scalar()


@contextmanager
def as_it_stood(connection: Connection, instant: str) -> Iterator[None]:
    """Let the register's tables hold, until the end of the block, what had been recorded before an instant (UTC text)."""
    for name in _SHOWN.tables:
        connection.exec_driver_sql(f"CREATE TEMP TABLE {name} AS SELECT * FROM main.{name}")
    try:
        _undo(connection, instant)
        for name, columns in _LOOKED_UP.items():
            for column in columns:
                connection.exec_driver_sql(f"CREATE INDEX temp.past_{name}_{column} ON {name} ({column})")
        yield
    finally:
        for name in _SHOWN.tables:
            connection.exec_driver_sql(f"DROP TABLE temp.{name}")


def _undo(connection: Connection, instant: str) -> None:
    since = {change.id for act in _acts_since(connection, instant) for change in act.changes}
    if not since:
        return
    connection.exec_driver_sql("CREATE TEMP TABLE touched_since (id TEXT PRIMARY KEY)")
    try:
        connection.exec_driver_sql("INSERT INTO touched_since VALUES (?)", [(each,) for each in sorted(since)])
        for name in _SHOWN.tables:
            connection.exec_driver_sql(f"DELETE FROM temp.{name} WHERE id IN (SELECT id FROM touched_since)")
        acts = village_order.in_order(connection, _earlier(connection, instant, since))
        for _unfit in apply_each(connection, acts, _SHOWN):
            continue  # what does not fit changed nothing then either
    finally:
        connection.exec_driver_sql("DROP TABLE touched_since")


def _acts_since(connection: Connection, instant: str) -> Iterator[Act]:
    return journal.acts_where(connection, JOURNAL.c.at >= instant)


def _earlier(connection: Connection, instant: str, since: set[str]) -> Iterator[Act]:
    """Give what the acts before the instant did to these records, in the order of the journal."""
    touched = select(JOURNAL_TOUCH.c.position).where(
        JOURNAL_TOUCH.c.record_id.in_(select(column("id")).select_from(table("touched_since")))
    )
    for act in journal.acts_where(connection, JOURNAL.c.at < instant, JOURNAL.c.position.in_(touched)):
        mine = tuple(each for each in act.changes if each.id in since and each.table in _SHOWN.tables)
        if mine:
            yield structs.replace(act, changes=mine)
