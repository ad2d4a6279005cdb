"""Acts to rows: the one way to rebuild a state from a journal, here and at the county."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError

from clerk_app.domain.act import Act, Change
from clerk_app.errors import UserError
from clerk_app.storage.tables import RECORD_TABLES

_TABLES = {table.name: table for table in RECORD_TABLES}


def apply_acts(connection: Connection, acts: Iterable[Act]) -> int:
    """Apply acts in order and return how many; raises UserError when one does not fit the state before it."""
    applied = 0
    for act in acts:
        for change in act.changes:
            try:
                _apply(connection, change)
            except IntegrityError as error:
                raise UserError(
                    "第 {number} 号变更记录与现有数据冲突（{table}）：可能已经收过，或中间缺了记录。",
                    number=act.number,
                    table=change.table,
                ) from error
        applied += 1
    return applied


def _apply(connection: Connection, change: Change) -> None:
    table = _TABLES.get(change.table)
    if table is None or not {*change.before, *change.after} <= {*table.c.keys()} - {"id", "version"}:
        raise UserError("变更记录里有本版本不认识的内容（{table}）：请升级程序后再试。", table=change.table)
    if change.base == 0:
        connection.execute(insert(table).values(id=change.id, version=1, **change.after))
        return
    result = connection.execute(
        update(table)
        .where(table.c.id == change.id, table.c.version == change.base)
        .values(version=change.base + 1, **change.after)
    )
    if result.rowcount != 1:
        raise UserError(
            "变更记录与现有数据接不上（{table} 第 {base} 版）：中间缺了记录。", table=change.table, base=change.base
        )


def differing_table(first: Connection, second: Connection) -> str | None:
    """Return the name of the first record table whose rows differ between two databases, or None."""
    for table in RECORD_TABLES:
        statement = select(table).order_by(table.c.id)
        pair = (connection.execute(statement).all() for connection in (first, second))
        left, right = pair
        if left != right:
            return table.name
    return None
