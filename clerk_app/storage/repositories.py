"""Collections of domain objects inside a unit of work; every write goes through one of them and is noted for the journal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Generic, TypeVar, cast

from sqlalchemy import Connection, bindparam, insert, select, update

from clerk_app.domain.act import Change, Scalar
from clerk_app.errors import UserError
from clerk_app.storage.bulk import insert_rows, is_among, update_rows
from clerk_app.storage.records import RecordType

T = TypeVar("T")


class ChangeLog:
    """What a unit of work changed so far: one change a record, however often it was saved."""

    def __init__(self) -> None:
        self._changes: dict[tuple[str, str], Change] = {}

    def note(self, change: Change) -> None:
        """Add a change, merging it with an earlier one of the same record."""
        key = (change.table, change.id)
        earlier = self._changes.get(key)
        if earlier is not None:
            before = {**change.before, **earlier.before}
            after = {**earlier.after, **change.after}
            same = {name for name in before if earlier.base and before[name] == after[name]}
            change = Change(
                change.table,
                change.id,
                earlier.base,
                {name: value for name, value in before.items() if name not in same and earlier.base},
                {name: value for name, value in after.items() if name not in same},
            )
        self._changes[key] = change

    def base_of(self, table: str, record_id: str) -> int | None:
        """Return the version a record had before this unit, or None when the unit has not touched it."""
        change = self._changes.get((table, record_id))
        return None if change is None else change.base

    @property
    def changes(self) -> tuple[Change, ...]:
        """The changes in the order their records were first touched."""
        return tuple(self._changes.values())


class Repository(Generic[T]):
    """The records of one kind. A record's ``version`` rises by one with each act that changes it."""

    def __init__(self, connection: Connection, kind: RecordType[T], log: ChangeLog) -> None:
        self._connection = connection
        self._kind = kind
        self._log = log

    def get(self, record_id: str) -> T:
        """Return a record; raises UserError when there is none with this id."""
        row = self._row(record_id)
        if row is None:
            raise UserError("要找的记录不存在或不属于本村：请刷新列表后重试。")
        return self._kind.from_row(row)

    def find(self, **equals: Scalar) -> tuple[T, ...]:
        """Return the records whose stored fields equal these values, oldest first."""
        table = self._kind.table
        statement = select(table).order_by(table.c.id)
        for name, value in equals.items():
            statement = statement.where(table.c[name] == value if value is not None else table.c[name].is_(None))
        return tuple(self._kind.from_row(row) for row in self._connection.execute(statement).mappings())

    def first(self, **equals: Scalar) -> T | None:
        """Return the oldest record with these stored values, or None."""
        found = self.find(**equals)
        return found[0] if found else None

    def add(self, record: T) -> T:
        """Store a new record and return it with version 1."""
        row = self._kind.to_row(record)
        record_id = cast("Any", record).id
        self._connection.execute(insert(self._kind.table), {"id": record_id, "version": 1, **row})
        self._log.note(Change(self._kind.table.name, record_id, 0, {}, row))
        return cast("T", replace(cast("Any", record), version=1))

    def add_all(self, records: Sequence[T]) -> None:
        """Store new records in one statement, for acts by the thousand."""
        rows = [(cast("Any", record).id, self._kind.to_row(record)) for record in records]
        insert_rows(self._connection, self._kind.table, [{"id": key, "version": 1, **row} for key, row in rows])
        for key, row in rows:
            self._log.note(Change(self._kind.table.name, key, 0, {}, row))

    def save(self, record: T) -> T:
        """Store the changed fields of a record that was read before; returns it with its new version.

        Raises UserError when somebody changed the record since it was read.
        """
        record_id, read_version = cast("Any", record).id, cast("Any", record).version
        table = self._kind.table
        stored = self._row(record_id)
        if stored is None or stored["version"] != read_version:
            raise _changed_elsewhere()
        row = self._kind.to_row(record)
        changed = {name: value for name, value in row.items() if stored[name] != value}
        if not changed:
            return record
        base = self._log.base_of(table.name, record_id)
        version = read_version + 1 if base is None else base + 1
        self._connection.execute(update(table).where(table.c.id == record_id).values(version=version, **changed))
        self._log.note(Change(table.name, record_id, read_version, {name: stored[name] for name in changed}, changed))
        return cast("T", replace(cast("Any", record), version=version))

    def find_among(self, name: str, values: Sequence[str]) -> tuple[T, ...]:
        """Return the records with one of these texts in a stored field, oldest first; for thousands of them at once."""
        table = self._kind.table
        statement = select(table).where(is_among(self._connection, table.c[name], values)).order_by(table.c.id)
        return tuple(self._kind.from_row(row) for row in self._connection.execute(statement).mappings())

    def save_all(self, pairs: Sequence[tuple[T, T]]) -> None:
        """Store records of this transaction as ``save`` does, each given as it was read and as it is to be; for acts by the thousand.

        Raises UserError when one of them was changed since it was read.
        """
        table = self._kind.table
        rows: dict[tuple[str, ...], list[tuple[object, ...]]] = {}
        for read, after in cast("Sequence[tuple[Any, T]]", pairs):
            stored, wanted = self._kind.to_row(read), self._kind.to_row(after)
            changed = {name: value for name, value in wanted.items() if stored[name] != value}
            if not changed:
                continue
            base = self._log.base_of(table.name, read.id)
            version = read.version + 1 if base is None else base + 1
            rows.setdefault(tuple(changed), []).append((*changed.values(), version, read.id, read.version))
            before = {name: stored[name] for name in changed}
            self._log.note(Change(table.name, read.id, read.version, before, changed))
        for names, some in rows.items():
            if not update_rows(self._connection, table, (*names, "version"), ("id", "version"), some):
                raise _changed_elsewhere()

    def _row(self, record_id: str) -> Any:
        table = self._kind.table
        statement = select(table).where(table.c.id == bindparam("record_id"))
        return self._connection.execute(statement, {"record_id": record_id}).mappings().first()


def _changed_elsewhere() -> UserError:
    return UserError("这条记录刚被别处修改过：请先刷新，看过新内容再改，您刚填的内容还在屏幕上。")
