"""Acts to rows: the one way to rebuild a state from a journal, in a village and at the county.

A portion of acts is folded in memory over the rows it touches and written at once. Only when the database refuses the whole is it
done act by act, to find the one that does not fit.
"""

from __future__ import annotations

from collections import ChainMap, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Integer, Table, and_, bindparam, select, update
from sqlalchemy.exc import DataError, IntegrityError

from clerk_app.domain.act import Act, Change
from clerk_app.domain.merge import Merged, has_needs, merge, unmet
from clerk_app.domain.ownership import NEEDS, ONE_OF_A_KIND, Owner, owner_of
from clerk_app.domain.settlement import Choice
from clerk_app.errors import UserError
from clerk_app.storage import lost
from clerk_app.storage.bulk import insert_rows, is_among
from clerk_app.storage.lost import Loss, Step
from clerk_app.storage.merge_tables import LOST_VALUE, SETTLEMENT
from clerk_app.storage.tables import RECORD_TABLES
from clerk_app.terms import ACT_KINDS, RECORDS

_PORTION: Final = 2_000
_LARGEST: Final = 2**63


@dataclass(frozen=True, slots=True)
class Target:
    """Where acts are applied: the record tables by name, and the columns that every row of this state has (a county's: the village).

    ``keeps_losses``: what an act loses against another's change is kept beside the records.
    """

    tables: Mapping[str, Table]
    scope: Mapping[str, str] = field(default_factory=dict)
    keeps_losses: bool = False


OWN: Final = Target({table.name: table for table in RECORD_TABLES}, keeps_losses=True)
"""A village's own records."""


def knows(act: Act, target: Target = OWN) -> bool:
    """Say whether this program has every table and field of an act; one of a newer program may have others."""
    return all(_knows(change, target) for change in act.changes)


def _knows(change: Change, target: Target) -> bool:
    table = target.tables.get(change.table)
    if table is None:
        return False
    fields = _shape_of(table).fields
    return fields.issuperset(change.after) and fields.issuperset(change.before)


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a table's rows may hold: its fields without key and version, the types each column takes, and a row of nothing."""

    fields: frozenset[str]
    types: Mapping[str, frozenset[type]]
    empty: Mapping[str, None]


@cache
def _shape_of(table: Table) -> _Shape:
    names = table.c.keys()
    none = {True: {type(None)}, False: set[type]()}
    types = {
        column.name: frozenset({int if isinstance(column.type, Integer) else str} | none[bool(column.nullable)])
        for column in table.columns
    }
    return _Shape(frozenset(names) - {"version", *table.primary_key.columns.keys()}, types, dict.fromkeys(names))


def apply_acts(connection: Connection, acts: Iterable[Act], target: Target = OWN) -> int:
    """Apply acts in order and return how many; raises UserError when one does not fit the state before it."""
    applied = 0
    for outcome in apply_each(connection, acts, target):
        if outcome is not None:
            raise outcome
        applied += 1
    return applied


def _nobody(_act: Act) -> None:
    """Tell nobody."""


def apply_each(
    connection: Connection,
    acts: Iterable[Act],
    target: Target = OWN,
    tell_held: Callable[[Act], object] = _nobody,
) -> Iterator[UserError | None]:
    """Apply acts in order; give for each None, or the sentence why it does not fit: such an act changes nothing.

    ``tell_held`` is told of an act that has its place but changed nothing, as it stands against another laptop's: a person is to decide.
    """
    remaining = iter(acts)
    while portion := tuple(islice(remaining, _PORTION)):
        try:
            with connection.begin_nested():
                outcomes = _apply_together(connection, portion, target, tell_held)
        except (IntegrityError, DataError):
            outcomes = [_apply_alone(connection, act, target, tell_held) for act in portion]
        yield from outcomes


def _apply_together(
    connection: Connection, acts: Sequence[Act], target: Target, tell_held: Callable[[Act], object]
) -> list[UserError | None]:
    fold = _Fold(connection, acts, target)
    outcomes = [fold.add(act) for act in acts]
    fold.write(connection)
    if target.keeps_losses:
        lost.note(connection, fold.steps)
    for act in fold.held:
        tell_held(act)
    return outcomes


def _apply_alone(
    connection: Connection, act: Act, target: Target, tell_held: Callable[[Act], object]
) -> UserError | None:
    try:
        with connection.begin_nested():
            return _apply_together(connection, (act,), target, tell_held)[0]
    except (IntegrityError, DataError):
        return _conflict(act, act.changes[0] if len(act.changes) == 1 else None)


def _called(table: str) -> str:
    return RECORDS.get(table, table)


def _conflict(act: Act, change: Change | None) -> UserError:
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


Row = dict[str, Any]
_Key = tuple[str, str]
_WHOLE: Final = Merged({}, {})
_NOTHING: Final = Merged({}, {})
"""A new record that comes whole, and one that is there already."""


class _Fold:
    """The rows that a portion of acts touches, in memory, as the acts leave them; ``steps`` are the acts that were taken in, ``held``
    those of them that changed nothing.
    """

    def __init__(self, connection: Connection, acts: Iterable[Act], target: Target) -> None:
        self._connection = connection
        self._target = target
        self.steps: list[Step] = []
        self.held: list[Act] = []
        self._new: dict[_Key, None] = {}
        self._changed: dict[_Key, set[str]] = defaultdict(set)
        wanted: dict[str, set[str]] = defaultdict(set)
        for act in acts:
            for change in act.changes:
                if change.table in target.tables:
                    wanted[change.table].add(change.id)
                    for needs in NEEDS.get(change.table, ()):
                        wanted[needs.table].add(str(change.after.get(needs.reference)))
        self._rows: dict[_Key, Row] = {
            (name, row["id"]): row for name, ids in wanted.items() for row in self._load(connection, name, sorted(ids))
        }

    def _load(self, connection: Connection, name: str, ids: Sequence[str]) -> Iterator[Row]:
        table = self._target.tables[name]
        some = select(table).where(*self._scope(table), is_among(connection, table.c.id, ids))
        yield from (dict(row) for row in connection.execute(some).mappings())

    def _scope(self, table: Table) -> list[ColumnElement[bool]]:
        return [table.c[column] == value for column, value in self._target.scope.items()]

    def add(self, act: Act) -> UserError | None:
        """Take in an act, merged with what others did meanwhile; or nothing of it, with the sentence why or held for a person."""
        staged: dict[_Key, Row] = {}
        losses: list[Loss] = []
        wrote: list[tuple[str, str, Mapping[str, Any]]] = []
        keeps = self._target.keeps_losses
        for change in act.changes:
            merged = self._stage(act, change, staged)
            if isinstance(merged, UserError):
                return merged
            if merged.held:
                self._hold(act, change)
                return None
            if keeps:
                losses += self._losses(change, merged, staged)
                stands = {name: value for name, value in change.after.items() if name not in merged.lost}
                wrote.append((change.table, change.id, stands))
        alone = self._unmet(act, staged) if any(map(has_needs, act.changes)) else None
        if alone is not None:
            self._hold(act, alone)
            return None
        for change in act.changes:
            key = (change.table, change.id)
            if key in self._rows:
                self._changed[key] |= change.after.keys()
            elif key in staged:
                self._new[key] = None
        self._rows |= staged
        if keeps:
            self.steps.append(Step(act, wrote, losses))
        return None

    def _losses(self, change: Change, merged: Merged, staged: Mapping[_Key, Row]) -> Iterator[Loss]:
        key = (change.table, change.id)
        for name, value in merged.lost.items():
            yield Loss(*key, name, value, staged[key][name], owner_of(change.table, name))

    def _hold(self, act: Act, change: Change) -> None:
        """Keep the whole act for a person, at the record that stands against it."""
        self.held.append(act)
        self.steps.append(Step(act, (), (Loss(change.table, change.id, "", None, None, Owner.VILLAGE),)))

    def _stage(self, act: Act, change: Change, staged: dict[_Key, Row]) -> UserError | Merged:
        """Put the row as the change leaves it beside the others, and say what became of the change; or the sentence why it does not fit."""
        key = (change.table, change.id)
        if not _knows(change, self._target):
            return UserError(
                "变更记录里有本版本不认识的内容（{table}）：请升级程序后再试。", table=_called(change.table)
            )
        shape = _shape_of(self._target.tables[change.table])
        row = staged.get(key) or self._rows.get(key)
        written: Mapping[str, Any]
        if change.base == 0:
            merged = self._inserted(change, row)
            if merged is None:
                return _settled_first(row) if row and change.table == SETTLEMENT.name else _conflict(act, change)
            if merged is not _WHOLE:
                return merged
            written = row = {**shape.empty, **change.after, **self._target.scope, "id": change.id, "version": 1}
        elif row is None and change.table in ONE_OF_A_KIND and self._another(change):
            return _NOTHING
        elif row is None:
            return UserError(
                "变更记录与现有数据接不上（{table} 第 {base} 版）：中间缺了记录。",
                table=_called(change.table),
                base=change.base,
            )
        else:
            merged = merge(change, row)
            written = merged.taken
            row = {**row, **written, "version": row["version"] + 1}
        if not _fits(written, shape, strict=bool(self._target.scope)):
            return _conflict(act, change)
        staged[key] = row
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

    def _unmet(self, act: Act, staged: Mapping[_Key, Row]) -> Change | None:
        done = [change for change in act.changes if (change.table, change.id) in staged]
        known = ChainMap(dict(staged), self._rows)

        def is_inhabited(household: str) -> bool:
            places = self._target.tables["membership"]
            of_it = (places.c.household_id == household) & places.c.to_on.is_(None)
            there = select(places).where(*self._scope(places), of_it)
            rows = {("membership", row["id"]): dict(row) for row in self._connection.execute(there).mappings()}
            return any(
                key[0] == "membership" and row["household_id"] == household and row["to_on"] is None
                for key, row in {**rows, **known}.items()
            )

        return unmet(done, lambda table, record: known.get((table, record)), is_inhabited)

    def write(self, connection: Connection) -> None:
        """Bring the rows into the database: changed ones first, or a new one could meet what has just been ended."""
        groups: dict[tuple[str, tuple[str, ...]], list[Row]] = defaultdict(list)
        for key, names in self._changed.items():
            if key not in self._new:
                row = self._rows[key]
                named = ("version", *sorted(names))
                where = {f"old_{column}": row[column] for column in ("id", *self._target.scope)}
                groups[key[0], named].append(where | {name: row[name] for name in named})
        for (name, named), rows in groups.items():
            connection.execute(self._update(self._target.tables[name], named), rows)
        fresh: dict[str, list[Row]] = defaultdict(list)
        for key in self._new:
            fresh[key[0]].append(self._rows[key])
        for name, table in self._target.tables.items():
            insert_rows(connection, table, fresh[name])

    def _update(self, table: Table, named: Sequence[str]) -> Any:
        where = [table.c[column] == bindparam(f"old_{column}") for column in ("id", *self._target.scope)]
        return update(table).where(and_(*where)).values({name: bindparam(name) for name in named})


def _fits(values: Mapping[str, Any], shape: _Shape, *, strict: bool) -> bool:
    """Say whether these values can stand in their columns; SQLite alone would take any, PostgreSQL no text with a zero character."""
    types = shape.types
    for name, value in values.items():
        kind = type(value)
        if kind not in types[name]:
            return False
        if kind is str:
            if strict and "\x00" in value:
                return False
        elif kind is int and not -_LARGEST <= value < _LARGEST:
            return False
    return True


def differing_table(first: Connection, second: Connection) -> str | None:
    """Return the name of the first record table whose rows differ between two databases, or None; what was lost counts as well."""
    lost_values = [column for column in LOST_VALUE.columns if not column.primary_key]
    statements = [(table.name, select(table).order_by(table.c.id)) for table in RECORD_TABLES]
    statements.append((LOST_VALUE.name, select(*lost_values).order_by(*lost_values)))
    for name, statement in statements:
        left, right = (connection.execute(statement).all() for connection in (first, second))
        if left != right:
            return name
    return None


def require_met(connection: Connection, changes: Sequence[Change]) -> None:
    """Raise UserError when an act just written leaves what no other laptop would take over: see :func:`clerk_app.domain.merge.unmet`."""

    def row_of(table: str, record: str) -> Mapping[str, Any] | None:
        found = OWN.tables[table]
        row = connection.execute(select(found).where(found.c.id == record)).mappings().first()
        return None if row is None else dict(row)

    def is_inhabited(household: str) -> bool:
        places = OWN.tables["membership"]
        of_it = (places.c.household_id == household) & places.c.to_on.is_(None)
        return connection.execute(select(places.c.id).where(of_it).limit(1)).first() is not None

    if unmet(changes, row_of, is_inhabited) is not None:
        raise UserError("已销户的户里不能有在户成员，去世的人不能在户：请先核对这一户和成员。")
