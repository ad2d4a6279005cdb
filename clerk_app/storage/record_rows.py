"""Where acts are applied, and the rows of one record table that a portion of them touches, as they stand in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import itemgetter
from typing import Any, Final, cast

from sqlalchemy import Integer, Table

from clerk_app.domain.ownership import Needs
from clerk_app.storage.shapes import Shape, Values

Row = dict[str, Any]
_OWN: Final = ("id", "version")
_NOTHING: Final = type(None)


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

    @property
    def is_strict(self) -> bool:
        """Say whether texts must be such that PostgreSQL takes them too."""
        return bool(self.scope)


@cache
def shape_of(table: Table, scope: frozenset[str] = frozenset()) -> Shape:
    """Return the shape of a record table; ``scope`` are the columns beside the record's own, such as a county's village.

    Its names are plain texts: with SQLAlchemy's own, another process that is given it would have to take in SQLAlchemy.
    """
    columns = {str(column.name): column for column in table.columns if column.name not in {*_OWN, *scope}}
    names = tuple(columns)
    types = {
        name: frozenset({int if isinstance(column.type, Integer) else str, *([_NOTHING] if column.nullable else [])})
        for name, column in columns.items()
    }
    references = {
        str(key.parent.name): str(key.column.table.name)
        for constraint in table.foreign_key_constraints
        for key in constraint.elements
        if key.parent.name in names
    }
    pick: Callable[[Mapping[str, Any]], Values] = itemgetter(*names)
    return Shape(names, types, references, {name: place for place, name in enumerate(names, 1)}, pick)


@dataclass(slots=True)
class RecordRows:
    """The rows of one table that a portion touches, by id: those that were there and those it brings.

    A new record is its version and its fields alone until somebody asks for its row: most are never asked for again. ``new`` are the
    ids of these, ``changed`` the fields to write of the others.
    """

    table: Table
    shape: Shape
    scope: Mapping[str, str]
    needs: Sequence[Needs]
    is_alone: bool
    rows: dict[str, Row | Values] = field(default_factory=dict)
    new: dict[str, None] = field(default_factory=dict)
    changed: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def row(self, record: str) -> Row | None:
        """Return the row of a record, or None."""
        found = self.rows.get(record)
        if type(found) is tuple:
            found = self.rows[record] = self.new_row(record, found)
        return cast("Row | None", found)

    def new_row(self, record: str, values: Values) -> Row:
        """Return the row of a new record with this version and these fields."""
        return {
            **self.scope,
            "id": record,
            "version": values[0],
            **dict(zip(self.shape.names, values[1:], strict=True)),
        }

    def to_insert(self) -> Iterator[Values]:
        """Give the new rows as the values of scope, id, version and fields."""
        scope = tuple(self.scope.values())
        for record in self.new:
            found = self.rows[record]
            if type(found) is tuple:
                yield (*scope, record, *found)
            else:
                row = cast("Row", found)
                yield (*scope, record, row["version"], *[row[name] for name in self.shape.names])

    def to_update(self) -> Mapping[tuple[str, ...], Sequence[Row]]:
        """Return, by the names of the fields to write, these fields with the row's key as ``old_…``."""
        groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
        for record, names in self.changed.items():
            row = cast("Row", self.row(record))
            named = ("version", *sorted(names))
            where = {f"old_{column}": row[column] for column in ("id", *self.scope)}
            groups[named].append(where | {name: row[name] for name in named})
        return groups

    def named_in(self, column: str) -> set[str]:
        """Return which records the rows to write name in this column."""
        place = self.shape.names.index(column) + 1
        found = [self.rows[record] for record in (*self.new, *self.changed)]
        named = {row[place] if type(row) is tuple else cast("Row", row)[column] for row in found}
        return named - {None}
