"""The rows that a portion of acts touches, in memory: loaded at once, changed act by act, written at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, cast

from sqlalchemy import ColumnElement, Connection, Table, and_, bindparam, func, select, update
from sqlalchemy.exc import IntegrityError

from clerk_app.domain.act import Act, Change
from clerk_app.domain.merge import Merged, has_needs, merge, unmet
from clerk_app.domain.ownership import NEEDS, ONE_OF_A_KIND, Owner, owner_of
from clerk_app.domain.settlement import Choice
from clerk_app.errors import UserError
from clerk_app.storage.bulk import insert_values, rows_by_id
from clerk_app.storage.lost import Loss, Step
from clerk_app.storage.merge_tables import SETTLEMENT
from clerk_app.storage.shapes import Shape, Values, shape_of
from clerk_app.terms import ACT_KINDS, RECORDS

Row = dict[str, Any]
_Key = tuple[str, str]
_Rows = dict[_Key, Row | Values]
"""Rows by table and id. A new record is its values alone until somebody asks for its row: most are never asked for again."""
_WHOLE: Final = Merged({}, {})
_NOTHING: Final = Merged({}, {})
"""A new record that comes whole, and one that is there already."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where acts are applied: the record tables by name, and the columns that every row of this state has (a county's: the village).

    ``keeps_losses``: what an act loses against another's change is kept beside the records.
    """

    tables: Mapping[str, Table]
    scope: Mapping[str, str] = field(default_factory=dict)
    keeps_losses: bool = False
    shapes: Mapping[str, Shape] = field(init=False)
    """What the rows of each table may hold."""

    def __post_init__(self) -> None:
        scope = frozenset(self.scope)
        object.__setattr__(self, "shapes", {name: shape_of(table, scope) for name, table in self.tables.items()})


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

    def __init__(self, connection: Connection, acts: Iterable[Act], target: Target, *, believing: bool = False) -> None:
        self._connection = connection
        self._target = target
        self._shapes = target.shapes
        self._strict = bool(target.scope)
        self.steps: list[Step] = []
        self.held: list[Act] = []
        self._new: dict[_Key, None] = {}
        self._changed: dict[_Key, set[str]] = defaultdict(set)
        wanted: dict[str, set[str]] = defaultdict(set)
        new: dict[str, set[str]] = defaultdict(set)
        for act in acts:
            for change in act.changes:
                table = change.table
                if table in target.tables:
                    (wanted if change.base else new)[table].add(change.id)
                    for needs in NEEDS.get(table, ()):
                        wanted[needs.table].add(str(change.after.get(needs.reference)))
        for table, ids in new.items():
            wanted[table] = wanted[table] - ids if believing else wanted[table] | ids
        self._rows: _Rows = {
            (name, row["id"]): row for name, ids in wanted.items() if ids for row in self._load(name, sorted(ids))
        }

    def _load(self, name: str, ids: Sequence[str]) -> Iterator[Row]:
        table = self._target.tables[name]
        some = rows_by_id(self._connection, table, ids, *self._scope(table))
        yield from (dict(row) for row in self._connection.execute(some).mappings())

    def _scope(self, table: Table) -> list[ColumnElement[bool]]:
        return [table.c[column] == value for column, value in self._target.scope.items()]

    def _row(self, rows: _Rows, key: _Key) -> Row | None:
        found = rows.get(key)
        if type(found) is tuple:
            fields = zip(self._shapes[key[0]].names, found, strict=True)
            found = rows[key] = {**self._target.scope, "id": key[1], "version": 1, **dict(fields)}
        return cast("Row | None", found)

    def add(self, act: Act) -> UserError | None:
        """Take in an act, merged with what others did meanwhile; or nothing of it, with the sentence why or held for a person."""
        staged: _Rows = {}
        losses: list[Loss] = []
        wrote: list[tuple[str, str, Mapping[str, Any]]] = []
        keeps = self._target.keeps_losses
        asks = False
        for change in act.changes:
            merged = self._whole(change, staged) or self._stage(act, change, staged)
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

    def _take(self, act: Act, staged: _Rows) -> None:
        for change in act.changes:
            key = (change.table, change.id)
            if key in self._new:
                continue
            if key in self._rows:
                self._changed[key] |= change.after.keys()
            elif key in staged:
                self._new[key] = None
        self._rows |= staged

    def _losses(self, change: Change, merged: Merged, staged: _Rows) -> Iterator[Loss]:
        key = (change.table, change.id)
        for name, value in merged.lost.items():
            standing = cast("Row", self._row(staged, key))[name]
            yield Loss(*key, name, value, standing, owner_of(change.table, name))

    def _hold(self, act: Act, change: Change) -> None:
        """Keep the whole act for a person, at the record that stands against it."""
        self.held.append(act)
        self.steps.append(Step(act, (), (Loss(change.table, change.id, "", None, None, Owner.VILLAGE),)))

    def _whole(self, change: Change, staged: _Rows) -> Merged | None:
        """Put a new record that comes whole and meets nothing beside the others, as most do; None for any other change."""
        key = (change.table, change.id)
        if change.base or key in staged or key in self._rows or change.table in ONE_OF_A_KIND:
            return None
        shape = self._shapes.get(change.table)
        values = shape.whole(change.after) if shape is not None else None
        if shape is None or values is None or not shape.takes(values, strict=self._strict):
            return None
        staged[key] = values
        return _WHOLE

    def _stage(self, act: Act, change: Change, staged: _Rows) -> UserError | Merged:
        """Put the row as the change leaves it beside the others, and say what became of the change; or the sentence why it does not fit."""
        key = (change.table, change.id)
        shape = self._shapes.get(change.table)
        if shape is None or not shape.knows(change):
            return UserError(
                "变更记录里有本版本不认识的内容（{table}）：请升级程序后再试。", table=_called(change.table)
            )
        strict = self._strict
        row = self._row(staged, key) or self._row(self._rows, key)
        if change.base == 0:
            merged = self._inserted(change, row)
            if merged is _WHOLE:
                values = staged[key] = shape.values_of(change.after)
                return merged if shape.takes(values, strict=strict) else conflict(act, change)
            if merged is None and row is not None and change.table == SETTLEMENT.name:
                return _settled_first(row)
            return merged or conflict(act, change)
        if row is None:
            if change.table in ONE_OF_A_KIND and self._another(change):
                return _NOTHING
            return UserError(
                "变更记录与现有数据接不上（{table} 第 {base} 版）：中间缺了记录。",
                table=_called(change.table),
                base=change.base,
            )
        merged = merge(change, row)
        if not shape.fits(merged.taken, strict=strict):
            return conflict(act, change)
        staged[key] = {**row, **merged.taken, "version": row["version"] + 1}
        return merged

    def _inserted(self, change: Change, row: Row | None) -> Merged | None:
        """Return what becomes of a new record, None when another one has its place."""
        if row is not None:  # the same deed under another identity; or another's record
            return _NOTHING if all(row.get(name) == value for name, value in change.after.items()) else None
        if change.table in ONE_OF_A_KIND and self._another(change):
            return _NOTHING
        return _WHOLE

    def _another(self, change: Change) -> bool:
        table = self._target.tables[change.table]
        if any(key[0] == change.table for key in self._rows):
            return True
        return self._connection.execute(select(table.c.id).where(*self._scope(table)).limit(1)).first() is not None

    def _unmet(self, act: Act, staged: _Rows) -> Change | None:
        done = [change for change in act.changes if (change.table, change.id) in staged]

        def row_of(table: str, record: str) -> Row | None:
            return self._row(staged, (table, record)) or self._row(self._rows, (table, record))

        def is_inhabited(household: str) -> bool:
            places = self._target.tables["membership"]
            of_it = (places.c.household_id == household) & places.c.to_on.is_(None)
            there = select(places).where(*self._scope(places), of_it)
            rows = {row["id"]: dict(row) for row in self._connection.execute(there).mappings()}
            for rows_here in (self._rows, staged):
                touched = [key for key in rows_here if key[0] == "membership"]
                rows |= {key[1]: cast("Row", self._row(rows_here, key)) for key in touched}
            return any(row["household_id"] == household and row["to_on"] is None for row in rows.values())

        return unmet(done, row_of, is_inhabited)

    def write(self) -> None:
        """Bring the rows into the database: changed ones first, or a new one could meet what has just been ended.

        Raises IntegrityError, DataError when the database does not take them.
        """
        groups: dict[tuple[str, tuple[str, ...]], list[Row]] = defaultdict(list)
        for key, names in self._changed.items():
            row = cast("Row", self._row(self._rows, key))
            named = ("version", *sorted(names))
            where = {f"old_{column}": row[column] for column in ("id", *self._target.scope)}
            groups[key[0], named].append(where | {name: row[name] for name in named})
        for (name, named), rows in groups.items():
            self._connection.execute(self._update(self._target.tables[name], named), rows)
        fresh: dict[str, list[Values]] = defaultdict(list)
        scope = tuple(self._target.scope.values())
        for key in self._new:
            row_or_values = self._rows[key]
            if type(row_or_values) is tuple:
                fresh[key[0]].append((*scope, key[1], 1, *row_or_values))
            else:
                row = cast("Row", row_or_values)
                fields = [row[name] for name in self._shapes[key[0]].names]
                fresh[key[0]].append((*scope, key[1], row["version"], *fields))
        for name, table in self._target.tables.items():
            columns = (*self._target.scope, "id", "version", *self._shapes[name].names)
            insert_values(self._connection, table, fresh[name], columns)
        if self._connection.dialect.name == "postgresql":
            self._require_referenced()

    def _update(self, table: Table, named: Sequence[str]) -> Any:
        where = [table.c[column] == bindparam(f"old_{column}") for column in ("id", *self._target.scope)]
        return update(table).where(and_(*where)).values({name: bindparam(name) for name in named})

    def _require_referenced(self) -> None:
        """Refuse rows that name a record that is not there: PostgreSQL plans the look for each again where tables have parts, half of all
        its work, so its tables have no keys of their own for that; here one question a table asks for all.
        """
        named: dict[str, set[str]] = defaultdict(set)
        for key in (*self._new, *self._changed):
            shape = self._shapes[key[0]]
            row = self._rows[key]
            for column, table in shape.references.items():
                record = row[shape.names.index(column)] if type(row) is tuple else cast("Row", row)[column]
                if record is not None and (table, record) not in self._rows:
                    named[table].add(record)
        for table, records in named.items():
            of = self._target.tables[table]
            there = rows_by_id(self._connection, of, sorted(records), *self._scope(of)).subquery()
            if self._connection.execute(select(func.count()).select_from(there)).scalar_one() < len(records):
                raise IntegrityError(None, None, ValueError(f"a record of {table} is missing"))
