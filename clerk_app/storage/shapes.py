"""What the rows of a record table may hold, worked out once a table: by it thousands of records are looked at in a moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from clerk_app.domain.act import Change

Values = tuple[Any, ...]
"""The fields of a new record, in the order of its shape's ``names``."""
Whole = tuple[tuple[str, str, Values], ...]
"""New records of one act: of each its table, its id and its fields."""
Brought = Mapping[str, Mapping[str, Values]]
"""New records as one act or several leave them, by table and id: of each its version and its fields."""
ZERO: Final = "\x00"
"""The one character that PostgreSQL takes in no text."""
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
    _places: Mapping[str, int]
    """Where each field stands after the version."""
    _pick: Callable[[Mapping[str, Any]], Values]
    _seen: dict[tuple[type, ...], tuple[tuple[int, ...], tuple[int, ...]]] = field(default_factory=dict)
    """By the types of a record's values that fit: where its numbers are, and where its texts."""

    def knows(self, change: Change) -> bool:
        """Say whether the table has every field of a change."""
        return self._places.keys() >= change.after.keys() and self._places.keys() >= change.before.keys()

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
        return not strict or ZERO not in "".join([values[place] for place in texts])

    def changed(self, values: Values, change: Change, *, strict: bool) -> Values | None:
        """Return the version and the fields of a record as a change leaves them; None when the fields are not as the change knew them,
        or would hold what cannot be written.
        """
        if not self.knows(change) or not self.fits(change.after, strict=strict):
            return None
        places = self._places
        if any(values[places[name]] != value for name, value in change.before.items()):
            return None
        new = list(values)
        new[0] += 1
        for name, value in change.after.items():
            new[places[name]] = value
        return tuple(new)

    def fits(self, fields: Mapping[str, Any], *, strict: bool) -> bool:
        """Say whether these fields of a record can be written.

        SQLite would take any value in any column; ``strict``: PostgreSQL moreover takes no text with a zero character.
        """
        for name, value in fields.items():
            kind = type(value)
            if kind not in self.types[name]:
                return False
            if kind is str:
                if strict and ZERO in value:
                    return False
            elif kind is int and not -_LARGEST <= value < _LARGEST:
                return False
        return True


def _places(kinds: tuple[type, ...], wanted: type) -> tuple[int, ...]:
    return tuple(place for place, kind in enumerate(kinds) if kind is wanted)
