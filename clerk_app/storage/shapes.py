"""What the rows of a record table may hold, worked out once a table: by it thousands of records are looked at in a moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import Integer, Table

from clerk_app.domain.act import Change

Values = tuple[Any, ...]
"""The fields of a new record, in the order of its shape's ``names``."""
_OWN: Final = ("id", "version")
_LARGEST: Final = 2**63
_NOTHING: Final = type(None)


@dataclass(frozen=True, slots=True)
class Shape:
    """A table's fields: ``names`` are those of a record, in the table's order, without key, version and village.

    ``types`` are those each field takes; ``references`` the table that a field names a record of.
    """

    names: tuple[str, ...]
    types: Mapping[str, frozenset[type]]
    references: Mapping[str, str]
    _fields: frozenset[str]
    _pick: Callable[[Mapping[str, Any]], Values]
    _seen: dict[tuple[type, ...], tuple[tuple[int, ...], tuple[int, ...]]] = field(default_factory=dict)
    """By the types of a record's values that fit: where its numbers are, and where its texts."""

    def knows(self, change: Change) -> bool:
        """Say whether the table has every field of a change."""
        return self._fields.issuperset(change.after) and (not change.before or self._fields.issuperset(change.before))

    def whole(self, fields: Mapping[str, Any]) -> Values | None:
        """Return the values of a record that has every field of the table and no other; None for any other."""
        try:
            values = self._pick(fields)
        except KeyError:
            return None
        return values if len(fields) == len(self.names) else None

    def values_of(self, fields: Mapping[str, Any]) -> Values:
        """Return the values of a new record; a field that an older program did not have yet is empty."""
        return tuple([fields.get(name) for name in self.names])

    def takes(self, values: Values, *, strict: bool) -> bool:
        """Say whether a new record with these values can be written; ``strict`` as for :func:`fits`."""
        kinds = tuple(map(type, values))
        seen = self._seen.get(kinds)
        if seen is None:
            if not all(kind in self.types[name] for name, kind in zip(self.names, kinds, strict=True)):
                return False
            seen = self._seen[kinds] = (_places(kinds, int), _places(kinds, str))
        numbers, texts = seen
        for place in numbers:
            if not -_LARGEST <= values[place] < _LARGEST:
                return False
        return not strict or "\x00" not in "".join([values[place] for place in texts])

    def fits(self, fields: Mapping[str, Any], *, strict: bool) -> bool:
        """Say whether these fields of a record can be written.

        SQLite would take any value in any column; ``strict``: PostgreSQL moreover takes no text with a zero character.
        """
        for name, value in fields.items():
            kind = type(value)
            if kind not in self.types[name]:
                return False
            if kind is str:
                if strict and "\x00" in value:
                    return False
            elif kind is int and not -_LARGEST <= value < _LARGEST:
                return False
        return True


def _places(kinds: tuple[type, ...], wanted: type) -> tuple[int, ...]:
    return tuple(place for place, kind in enumerate(kinds) if kind is wanted)


@cache
def shape_of(table: Table, scope: frozenset[str] = frozenset()) -> Shape:
    """Return the shape of a record table; ``scope`` are the columns beside the record's own, such as a county's village."""
    columns = [column for column in table.columns if column.name not in {*_OWN, *scope}]
    names = tuple(column.name for column in columns)
    types = {
        column.name: frozenset(
            {int if isinstance(column.type, Integer) else str, *([_NOTHING] if column.nullable else [])}
        )
        for column in columns
    }
    references = {
        key.parent.name: key.column.table.name
        for constraint in table.foreign_key_constraints
        for key in constraint.elements
        if key.parent.name in names
    }
    pick: Callable[[Mapping[str, Any]], Values] = itemgetter(*names)
    return Shape(names, types, references, frozenset(names), pick)
