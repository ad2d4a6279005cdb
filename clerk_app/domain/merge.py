"""What becomes of a change that was made without knowing what others had changed meanwhile: three-way, field by field.

Pure and the same everywhere, so that villages and county come to the same rows from the same order of acts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from clerk_app.domain.act import Act, Change, Scalar
from clerk_app.domain.ownership import NEEDS, ONE_OF_A_KIND, has_ended


@dataclass(frozen=True, slots=True)
class Merged:
    """A change against a row. ``taken`` are the fields to write, ``lost`` those that stay as they are though the change says otherwise.

    ``held`` says that the record ended meanwhile, or was changed meanwhile and would end: then nothing of the act may be done.
    """

    taken: Mapping[str, Scalar]
    lost: Mapping[str, Scalar]
    held: bool = False


def merge(change: Change, row: Mapping[str, Any]) -> Merged:
    """Return what is left to do of a change of a record whose row is now this one.

    A field as it was before takes the new value; one that has it already needs nothing; one that is neither was changed on both
    sides and stays.
    """
    meanwhile = row["version"] != change.base or any(row[name] != value for name, value in change.before.items())
    if not meanwhile:
        return Merged(change.after, {})
    open_fields = {name: value for name, value in change.after.items() if row[name] != value}
    taken = {name: value for name, value in open_fields.items() if row[name] == change.before.get(name)}
    lost = {name: value for name, value in open_fields.items() if name not in taken}
    ends = has_ended(change.table, row) or has_ended(change.table, change.after)
    return Merged(taken, lost, held=bool(open_fields) and ends)


def has_needs(change: Change) -> bool:
    """Say whether :func:`unmet` must be asked about a change at all; most need nothing."""
    return (change.base == 0 and change.table in NEEDS) or (change.table == "household" and "closed_on" in change.after)


def unmet(
    changes: Iterable[Change],
    row_of: Callable[[str, str], Mapping[str, Any] | None],
    is_inhabited: Callable[[str], bool],
) -> Change | None:
    """Return the first change that cannot stand among the records as the act leaves them, or None.

    A place in a closed household or for a dead person, an application of a closed household; a household closed with somebody in it.
    The desk refuses each when it sees it; two laptops may do half of it each. ``row_of`` and ``is_inhabited`` tell of the state after
    the act; ``changes`` are those that are really done.
    """
    done = tuple(changes)
    fresh = {(change.table, change.id) for change in done if change.base == 0}
    for change in done:
        if change.base == 0 and change.after.get("to_on") is None:
            for needs in NEEDS.get(change.table, ()):
                key = (needs.table, str(change.after.get(needs.reference)))
                parent = None if key in fresh else row_of(*key)
                if parent is not None and has_ended(needs.table, {needs.end: parent[needs.end]}):
                    return change
        closes = change.table == "household" and change.base > 0 and change.after.get("closed_on") is not None
        if closes and is_inhabited(change.id):
            return change
    return None


def commute(first: Iterable[Act], second: Iterable[Act]) -> bool:
    """Say whether it is the same in which order two groups of acts are done: they touch and name no record in common."""
    return _touched(first).isdisjoint(_touched(second))


def _touched(acts: Iterable[Act]) -> set[object]:
    touched: set[object] = set()
    for act in acts:
        for change in act.changes:
            touched.add(change.table if change.table in ONE_OF_A_KIND else change.id)
            for values in (change.before, change.after):
                touched.update(value for name, value in values.items() if name.endswith("_id") or name == "reverses")
    return touched - {None}
