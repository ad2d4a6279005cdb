"""The rows that a portion of acts touches, in memory: loaded at once, changed act by act, written at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final, cast

from sqlalchemy import ColumnElement, Connection, Table, Update, and_, bindparam, func, select, update
from sqlalchemy.exc import IntegrityError

from clerk_app.domain.act import Act, Change
from clerk_app.domain.merge import Merged, has_needs, merge, unmet
from clerk_app.domain.ownership import NEEDS, ONE_OF_A_KIND, Owner, owner_of
from clerk_app.domain.settlement import Choice
from clerk_app.errors import UserError
from clerk_app.storage.bulk import insert_values, rows_by_id
from clerk_app.storage.joining import whole_records
from clerk_app.storage.lost import Loss, Step
from clerk_app.storage.merge_tables import SETTLEMENT
from clerk_app.storage.record_rows import RecordRows, Row, Target
from clerk_app.storage.shapes import ZERO, Brought, Whole
from clerk_app.terms import ACT_KINDS, RECORDS

_Staged = dict[tuple[str, str], Row]
"""Rows by table and id, as one act leaves them."""
_NEW: Final = Merged({}, {})
_NOTHING: Final = Merged({}, {})
"""A new record, and one that is there already."""


def conflict(act: Act, change: Change | None) -> UserError:
    """Return the sentence for an act that does not fit the records; ``change`` is the one that does not, where that is known."""
    return UserError(
        "第 {number} 号变更记录与现有数据冲突（{table}）：可能已经收过，或中间缺了记录。",
        number=act.number,
        table=_called(change.table) if change else ACT_KINDS.get(act.kind, act.kind),
    )


def _settled_first(row: Row) -> UserError:
    """Return what is told of a decision that came after another laptop's about the same."""
    return UserError(
        "这一件已先在另一台电脑上处理（{choice}），以先处理的为准：这里的处理没有照办，但什么都没有丢，历史里都有。",
        choice={each.value: each.label for each in Choice}.get(row["choice"], row["choice"]),
    )


def _called(table: str) -> str:
    return RECORDS.get(table, table)


class Fold:
    """The rows that a portion of acts touches, as the acts leave them; ``steps`` are the acts that were taken in, ``held`` those of them
    that wait for a person and changed nothing.

    ``believing``: what the acts call new is not looked for first. Then only the outcome counts in which every act was taken in and
    written; after any other, the acts are to be folded once more without.
    """

    def __init__(
        self, connection: Connection, acts: Iterable[Act | Brought], target: Target, *, believing: bool = False
    ) -> None:
        self._connection = connection
        self._target = target
        self._strict = target.is_strict
        self.steps: list[Step] = []
        self.held: list[Act] = []
        self._records = {
            name: RecordRows(table, target.shapes[name], target.scope, NEEDS.get(name, ()), name in ONE_OF_A_KIND)
            for name, table in target.tables.items()
        }
        for name, ids in self._wanted(acts, believing=believing).items():
            self._records[name].rows.update(self._load(name, sorted(ids)))

    def _wanted(self, acts: Iterable[Act | Brought], *, believing: bool) -> Mapping[str, set[str]]:
        """Return by table the ids of the records that the acts touch or need; ``believing``: but for what they bring."""
        wanted: dict[str, set[str]] = defaultdict(set)
        new: dict[str, set[str]] = defaultdict(set)
        for act in acts:
            if not isinstance(act, Act):
                for table, rows in act.items():
                    new[table].update(rows)
                continue
            for change in act.changes:
                table = change.table
                records = self._records.get(table)
                if records is None:
                    continue
                (wanted if change.base else new)[table].add(change.id)
                for needs in records.needs:
                    wanted[needs.table].add(str(change.after.get(needs.reference)))
        for table, ids in new.items():
            wanted[table] = wanted[table] - ids if believing else wanted[table] | ids
        return {table: ids for table, ids in wanted.items() if ids}

    def _load(self, name: str, ids: Sequence[str]) -> Iterator[tuple[str, Row]]:
        table = self._target.tables[name]
        some = rows_by_id(self._connection, table, ids, *self._scope(table))
        for row in self._connection.execute(some).mappings():
            yield row["id"], dict(row)

    def _scope(self, table: Table) -> list[ColumnElement[bool]]:
        return [table.c[column] == value for column, value in self._target.scope.items()]

    def add(self, act: Act) -> UserError | None:
        """Take in an act, merged with what others did meanwhile; or nothing of it, with the sentence why or held for a person."""
        whole = whole_records(act, self._target.shapes, strict=self._strict)
        if whole is None or not self._add_whole(whole):
            return self._add_carefully(act)
        if self._target.keeps_losses:
            self.steps.append(Step(act, [(each.table, each.id, each.after) for each in act.changes]))
        return None

    def bring(self, brought: Brought) -> bool:
        """Take in what :func:`~clerk_app.storage.joining.joined` acts bring; say whether it meets no others. If it does, nothing is taken in."""
        for table, rows in brought.items():
            records = self._records.get(table)
            if records is None or not records.rows.keys().isdisjoint(rows):
                return False
        for table, rows in brought.items():
            self._records[table].rows.update(rows)
            self._records[table].new.update(dict.fromkeys(rows))
        return True

    def _add_whole(self, whole: Whole) -> bool:
        put: list[tuple[RecordRows, str]] = []
        for table, record, values in whole:
            records = self._records.get(table)
            if records is None or record in records.rows:
                break
            records.rows[record] = (1, *values)
            records.new[record] = None
            put.append((records, record))
        else:
            return True
        for records, record in put:
            del records.rows[record], records.new[record]
        return False

    def _add_carefully(self, act: Act) -> UserError | None:
        staged: _Staged = {}
        losses: list[Loss] = []
        wrote: list[tuple[str, str, Mapping[str, Any]]] = []
        keeps = self._target.keeps_losses
        asks = False
        for change in act.changes:
            if self._strict and ZERO in change.id:
                return conflict(act, change)
            merged = self._stage(act, change, staged)
            if isinstance(merged, UserError):
                return merged
            if merged.held:
                self._hold(act, change)
                return None
            asks = asks or has_needs(change)
            if keeps:
                losses += self._losses(change, merged, staged)
                stands = {name: value for name, value in change.after.items() if name not in merged.lost}
                wrote.append((change.table, change.id, stands))
        alone = self._unmet(act, staged) if asks else None
        if alone is not None:
            self._hold(act, alone)
            return None
        self._take(act, staged)
        if keeps:
            self.steps.append(Step(act, wrote, losses))
        return None

    def _take(self, act: Act, staged: _Staged) -> None:
        for change in act.changes:
            row = staged.get((change.table, change.id))
            if row is None:  # it was there already
                continue
            records = self._records[change.table]
            if change.id not in records.rows:
                records.new[change.id] = None
            elif change.id not in records.new:
                records.changed[change.id] |= change.after.keys()
            records.rows[change.id] = row

    def _losses(self, change: Change, merged: Merged, staged: _Staged) -> Iterator[Loss]:
        key = (change.table, change.id)
        for name, value in merged.lost.items():
            yield Loss(*key, name, value, staged[key][name], owner_of(change.table, name))

    def _hold(self, act: Act, change: Change) -> None:
        """Keep the whole act for a person, at the record that stands against it."""
        self.held.append(act)
        self.steps.append(Step(act, (), (Loss(change.table, change.id, "", None, None, Owner.VILLAGE),)))

    def _stage(self, act: Act, change: Change, staged: _Staged) -> UserError | Merged:
        """Put the row as the change leaves it beside the others, and say what became of the change; or the sentence why it does not fit."""
        records = self._records.get(change.table)
        if records is None or not records.shape.knows(change):
            return UserError(
                "变更记录里有本版本不认识的内容（{table}）：请升级程序后再试。", table=_called(change.table)
            )
        key = (change.table, change.id)
        row = staged.get(key) or records.row(change.id)
        if change.base == 0:
            merged = self._inserted(records, change, row)
            if merged is _NEW:
                values = records.shape.values_of(change.after)
                staged[key] = records.new_row(change.id, (1, *values))
                return merged if records.shape.takes(values, strict=self._strict) else conflict(act, change)
            if merged is None and row is not None and change.table == SETTLEMENT.name:
                return _settled_first(row)
            return merged or conflict(act, change)
        if row is None:
            if records.is_alone and self._is_another(records):
                return _NOTHING
            return UserError(
                "变更记录与现有数据接不上（{table} 第 {base} 版）：中间缺了记录。",
                table=_called(change.table),
                base=change.base,
            )
        merged = merge(change, row)
        if not records.shape.fits(merged.taken, strict=self._strict):
            return conflict(act, change)
        staged[key] = {**row, **merged.taken, "version": row["version"] + 1}
        return merged

    def _inserted(self, records: RecordRows, change: Change, row: Row | None) -> Merged | None:
        """Return what becomes of a new record, None when another one has its place."""
        if records.is_alone:  # the first stands, whether it is looked for or not
            return _NEW if row is None and not self._is_another(records) else _NOTHING
        if row is not None:  # the same deed under another identity; or another's record
            return _NOTHING if all(row.get(name) == value for name, value in change.after.items()) else None
        return _NEW

    def _is_another(self, records: RecordRows) -> bool:
        if records.rows:
            return True
        there = select(records.table.c.id).where(*self._scope(records.table)).limit(1)
        return self._connection.execute(there).first() is not None

    def _unmet(self, act: Act, staged: _Staged) -> Change | None:
        done = [change for change in act.changes if (change.table, change.id) in staged]

        def row_of(table: str, record: str) -> Row | None:
            return staged.get((table, record)) or self._records[table].row(record)

        def is_inhabited(household: str) -> bool:
            places = self._records["membership"]
            columns = places.table.c
            of_it = (columns.household_id == household) & columns.to_on.is_(None)
            there = select(places.table).where(*self._scope(places.table), of_it)
            rows = {row["id"]: dict(row) for row in self._connection.execute(there).mappings()}
            rows |= {record: cast("Row", places.row(record)) for record in places.rows}
            rows |= {record: row for (table, record), row in staged.items() if table == places.table.name}
            return any(row["household_id"] == household and row["to_on"] is None for row in rows.values())

        return unmet(done, row_of, is_inhabited)

    def write(self) -> None:
        """Bring the rows into the database: changed ones first, or a new one could meet what has just been ended.

        Raises IntegrityError, DataError when the database does not take them.
        """
        for records in self._records.values():
            for named, rows in records.to_update().items():
                self._connection.execute(_update(records.table, named, tuple(self._target.scope)), rows)
        for records in self._records.values():
            if records.new:
                columns = (*self._target.scope, "id", "version", *records.shape.names)
                insert_values(self._connection, records.table, records.to_insert(), columns)
        if self._connection.dialect.name == "postgresql":
            self._require_referenced()

    def _require_referenced(self) -> None:
        """Refuse rows that name a record that is not there: PostgreSQL plans the look for each again where tables have parts, half of all
        its work, so its tables have no keys of their own for that; here one question a table asks for all.
        """
        named: dict[str, set[str]] = defaultdict(set)
        for records in self._records.values():
            if records.new or records.changed:
                for column, table in records.shape.references.items():
                    named[table] |= records.named_in(column)
        for table, ids in named.items():
            missing = ids - self._records[table].rows.keys()
            if missing:
                of = self._records[table].table
                there = rows_by_id(self._connection, of, sorted(missing), *self._scope(of)).subquery()
                if self._connection.execute(select(func.count()).select_from(there)).scalar_one() < len(missing):
                    raise IntegrityError(None, None, ValueError(f"a record of {table} is missing"))


@cache
def _update(table: Table, named: Sequence[str], scope: Sequence[str]) -> Update:
    """Return what writes these fields of the rows whose key is given as ``old_…``."""
    where = [table.c[column] == bindparam(f"old_{column}") for column in ("id", *scope)]
    return update(table).where(and_(*where)).values({name: bindparam(name) for name in named})
