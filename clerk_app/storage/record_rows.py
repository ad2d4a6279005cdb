"""Where acts are applied, and the rows of one record table that a portion of them touches, as they stand in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, cast

from sqlalchemy import Table

from clerk_app.domain.act import Act
from clerk_app.domain.ownership import NEEDS, ONE_OF_A_KIND, Needs
from clerk_app.storage.shapes import Shape, Values, shape_of

Row = dict[str, Any]
Brought = tuple[tuple[str, str, Values], ...]
"""Whole new records: of each its table, its id and its values."""
ZERO: Final = "\x00"
"""The one character that PostgreSQL takes in no text."""


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


def whole_records(act: Act, target: Target) -> Brought | None:
    """Return the records of an act that only brings whole ones, which need at most each other, as most do; None for any other.

    This needs no database, and what it says holds for any act.
    """
    found: list[tuple[str, str, Values]] = []
    needed: list[tuple[str, Any]] = []
    strict = target.is_strict
    for change in act.changes:
        table = change.table
        shape = target.shapes.get(table)
        if shape is None or change.base or change.before or table in ONE_OF_A_KIND:
            return None
        values = shape.whole(change.after)
        if values is None or not shape.takes(values, strict=strict) or (strict and ZERO in change.id):
            return None
        found.append((table, change.id, values))
        if table in NEEDS:
            needed += [(needs.table, change.after[needs.reference]) for needs in NEEDS[table]]
    if needed and not {(table, record) for table, record, _ in found}.issuperset(needed):
        return None
    return tuple(found)


@dataclass(slots=True)
class RecordRows:
    """The rows of one table that a portion touches, by id: those that were there and those it brings.

    A new record is its values alone until somebody asks for its row: most are never asked for again. ``new`` are the ids of these,
    ``changed`` the fields to write of the others.
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
        """Return the row of a new record."""
        return {**self.scope, "id": record, "version": 1, **dict(zip(self.shape.names, values, strict=True))}

    def to_insert(self) -> Iterator[Values]:
        """Give the new rows as the values of scope, id, version and fields."""
        scope = tuple(self.scope.values())
        for record in self.new:
            found = self.rows[record]
            if type(found) is tuple:
                yield (*scope, record, 1, *found)
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
        place = self.shape.names.index(column)
        found = [self.rows[record] for record in (*self.new, *self.changed)]
        named = {row[place] if type(row) is tuple else cast("Row", row)[column] for row in found}
        return named - {None}
