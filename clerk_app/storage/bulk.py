"""Many rows at once: written by COPY on PostgreSQL, where it is several times faster than statements, else by one prepared statement over
all that are alike; asked for by one parameter that holds all their ids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache
from itertools import chain, islice
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import (
    JSON,
    ColumnElement,
    Connection,
    Select,
    Table,
    TableValuedAlias,
    Text,
    any_,
    cast,
    func,
    insert,
    literal,
    select,
    true,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DataError, IntegrityError

from clerk_app.domain.act import canonical_bytes

Values = tuple[Any, ...]
_COPY_FROM: Final = 20
"""Below this many rows setting up a COPY costs more than it saves."""
_TOGETHER: Final = 200
"""How many rows one statement gives to SQLite; with more it only grows."""
_NOTHING: Final = type(None)


def is_among(connection: Connection, column: ColumnElement[str], texts: Sequence[str]) -> ColumnElement[bool]:
    """Return the condition that a column holds one of these texts; thousands of parameters would be parsed each time, this is one."""
    if connection.dialect.name == "postgresql":
        return column == any_(func.array(select(_listed(texts).c.id).scalar_subquery()))
    listed = func.json_each(canonical_bytes(list(texts)).decode()).table_valued("value")
    return column.in_(select(listed.c.value))


def rows_by_id(
    connection: Connection, table: Table, ids: Sequence[str], *scope: ColumnElement[bool]
) -> Select[tuple[Any, ...]]:
    """Return the question for the rows of a table with these ids, and within a scope.

    PostgreSQL is made to look up each by its key: as it knows nothing yet of what its transaction has just written, it would else read all
    rows of the scope.
    """
    if connection.dialect.name != "postgresql":
        return select(table).where(*scope, is_among(connection, table.c.id, ids))
    asked = _listed(ids)
    found = select(table).where(*scope, table.c.id == asked.c.id).offset(0).lateral("found")
    return select(found).select_from(asked.join(found, true()))


def _listed(texts: Sequence[str]) -> TableValuedAlias:
    """Return these texts as a table of PostgreSQL with the column ``id``; the driver would take its time over a list."""
    listed = cast(literal(canonical_bytes(list(texts)).decode(), Text), JSON)
    return func.json_array_elements_text(listed).table_valued("id", name="asked").render_derived()


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that all have every column of the table."""
    values = itemgetter(*table.c.keys())
    insert_values(connection, table, [values(row) for row in rows])


def insert_values(connection: Connection, table: Table, rows: Iterable[Values], columns: Sequence[str] = ()) -> None:
    """Insert rows given as the values of these columns; of all in the table's order, when none are named.

    Rows that are made one by one while they are asked for cost a server's time only once: it takes in what is there already.
    """
    columns = columns or table.c.keys()
    if connection.dialect.name != "postgresql":
        _insert_in_sqlite(connection, table, rows, columns)
        return
    remaining = iter(rows)
    begin = list(islice(remaining, _COPY_FROM))
    if len(begin) < _COPY_FROM:
        if begin:
            connection.execute(insert(table), [dict(zip(columns, row, strict=True)) for row in begin])
        return
    with _copy(connection, table, columns) as copy:
        for row in chain(begin, remaining):
            copy.write_row(row)


def begin_copy(connection: Connection, table: Table, lines: bytes) -> Callable[[], None]:
    """Hand over to PostgreSQL the lines of rows with every column of the table, and return what waits until the server has taken them in.

    Until that is called the connection is good for nothing else, not even for giving the transaction back. The values of a line stand
    between tabs, its texts as :func:`~clerk_app.storage.act_rows.copied` spells them.
    """
    with ExitStack() as stack:
        stack.enter_context(_copy(connection, table, table.c.keys())).write(lines)
        waiting = stack.pop_all()
    return waiting.close


@contextmanager
def _copy(connection: Connection, table: Table, columns: Sequence[str]) -> Iterator[Any]:
    """Give what takes rows of a table to a server; at the end they are there."""
    quote = connection.dialect.identifier_preparer.quote
    statement = f"COPY {quote(table.name)} ({', '.join(map(quote, columns))}) FROM STDIN"
    driver: Any = connection.connection
    with _errors_of(connection, statement), driver.cursor() as cursor, cursor.copy(statement) as copy:
        yield copy


@contextmanager
def _errors_of(connection: Connection, statement: str) -> Iterator[None]:
    """Raise the driver's errors as SQLAlchemy raises them of its own statements."""
    driver: Any = connection.dialect.dbapi
    try:
        yield
    except driver.IntegrityError as error:
        raise IntegrityError(statement, None, error) from error
    except driver.DataError as error:
        raise DataError(statement, None, error) from error


def _insert_in_sqlite(
    connection: Connection, table: Table, rows: Iterable[tuple[Any, ...]], columns: Sequence[str]
) -> None:
    """Insert rows, those together that have the same columns empty, with NULL in the statement: the driver takes as long over one empty value
    as over ten texts. Rows that name another of their own table come after those that do not.
    """
    plan = _plan_in_sqlite(table, tuple(columns))
    alike: dict[tuple[type, ...], list[tuple[Any, ...]]] = defaultdict(list)
    if plan.has_gaps:
        for row in rows:
            alike[tuple(map(type, row))].append(row)
    elif without_gaps := list(rows):
        alike[(object,) * len(columns)] = without_gaps
    groups = [(tuple([kind is _NOTHING for kind in kinds]), group) for kinds, group in alike.items()]
    for empty, group in sorted(groups, key=lambda each: plan.names_its_own(each[0])):
        one, pick = plan.statement(empty)
        picked = group if pick is None else list(map(pick, group))
        begin = 0
        if len(picked) >= _TOGETHER and not plan.names_its_own(empty):
            many = plan.statement_of_many(empty)
            while begin + _TOGETHER <= len(picked):
                connection.exec_driver_sql(many, tuple(chain.from_iterable(picked[begin : begin + _TOGETHER])))
                begin += _TOGETHER
        if begin < len(picked):
            connection.exec_driver_sql(one, picked[begin:])


class _PlanInSqlite:
    """How rows of a table with these columns are inserted; worked out once, as every portion asks.

    ``has_gaps``: some may be empty; ``own`` are the places of the columns that may name another record of the same table.
    """

    def __init__(self, table: Table, columns: Sequence[str]) -> None:
        quote = sqlite.dialect().identifier_preparer.quote
        self._head = f"INSERT INTO {quote(table.name)} ({', '.join(map(quote, columns))}) VALUES"
        self.has_gaps = any(table.c[name].nullable for name in columns)
        self.own = [place for place, name in enumerate(columns) if _names_its_own(table, name)]
        self._statements: dict[tuple[bool, ...], tuple[str, Callable[[Values], Values] | None]] = {}
        self._of_many: dict[tuple[bool, ...], str] = {}

    def names_its_own(self, empty: tuple[bool, ...]) -> bool:
        """Say whether rows with these columns empty name another record of their table, which each must find written before it."""
        return not all(empty[place] for place in self.own)

    def statement(self, empty: tuple[bool, ...]) -> tuple[str, Callable[[Values], Values] | None]:
        """Return the statement for rows with these columns empty, and what picks the others out of a row; None: it takes all."""
        found = self._statements.get(empty)
        if found is None:
            pick = _picking([place for place, each in enumerate(empty) if not each]) if any(empty) else None
            found = self._statements[empty] = f"{self._head} {_row_of_places(empty)}", pick
        return found

    def statement_of_many(self, empty: tuple[bool, ...]) -> str:
        """Return the statement for ``_TOGETHER`` such rows: a quarter less work than each by itself."""
        found = self._of_many.get(empty)
        if found is None:
            found = self._of_many[empty] = f"{self._head} {', '.join([_row_of_places(empty)] * _TOGETHER)}"
        return found


def _row_of_places(empty: tuple[bool, ...]) -> str:
    return f"({', '.join('NULL' if each else '?' for each in empty)})"


_plan_in_sqlite: Final = cache(_PlanInSqlite)


def _picking(places: Sequence[int]) -> Callable[[Values], Values]:
    """Return what picks the values at these places out of a row."""
    if len(places) == 1:
        return lambda row: (row[places[0]],)
    return itemgetter(*places)


def _names_its_own(table: Table, name: str) -> bool:
    column = table.c[name]
    return bool(column.nullable) and any(key.column.table is table for key in column.foreign_keys)


def update_rows(
    connection: Connection,
    table: Table,
    names: Sequence[str],
    keys: Sequence[str],
    rows: Sequence[tuple[object, ...]],
) -> bool:
    """Overwrite the columns ``names`` of the rows that have these values in the columns ``keys``; SQLite only.

    Each row gives its new values and then those of its keys. Says whether every one of them was there. One prepared statement runs over
    all of them: over thousands of rows, building an expression or setting up a statement for each costs more than the writing.
    """
    quote = connection.dialect.identifier_preparer.quote
    news, olds = (glue.join(f"{quote(name)} = ?" for name in some) for glue, some in ((", ", names), (" AND ", keys)))
    statement = f"UPDATE {quote(table.name)} SET {news} WHERE {olds}"
    return connection.exec_driver_sql(statement, list(rows)).rowcount == len(rows)
