"""Acts that follow each other joined to what they bring together, as far as that needs no look at what is there, and no database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from clerk_app.domain.act import Act, Change
from clerk_app.domain.merge import has_needs
from clerk_app.domain.ownership import NEEDS, ONE_OF_A_KIND
from clerk_app.storage.shapes import ZERO, Brought, Shape, Values, Whole


def joined(acts: Sequence[Act], shapes: Mapping[str, Shape], *, strict: bool) -> list[Act | Brought]:
    """Return in their order the acts that depend on what is there, and between them what the others bring.

    ``shapes`` and ``strict`` as of :class:`~clerk_app.storage.record_rows.Target`.
    """
    steps: list[Act | Brought] = []
    run = _Run(shapes, strict=strict)
    for act in acts:
        if run.takes(act):
            continue
        if run.brought:
            steps.append(run.brought)
        run = _Run(shapes, strict=strict)
        if not run.takes(act):
            steps.append(act)
    if run.brought:
        steps.append(run.brought)
    return steps


def whole_records(act: Act, shapes: Mapping[str, Shape], *, strict: bool) -> Whole | None:
    """Return the records of an act that only brings whole ones, which need at most each other, as most do; None for any other.

    This needs no database, and what it says holds for any act. ``shapes`` and ``strict`` as of :class:`~clerk_app.storage.record_rows.Target`.
    """
    found: list[tuple[str, str, Values]] = []
    needed: list[tuple[str, Any]] = []
    for change in act.changes:
        table = change.table
        shape = shapes.get(table)
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


class _Run:
    """New records that acts bring one after the other, and change as long as nobody else can have changed them."""

    def __init__(self, shapes: Mapping[str, Shape], *, strict: bool) -> None:
        self._shapes = shapes
        self._strict = strict
        self.brought: defaultdict[str, dict[str, Values]] = defaultdict(dict)

    def takes(self, act: Act) -> bool:
        """Take in an act of which nothing depends on records from before the run; say whether it is such. If not, nothing is taken in."""
        whole = whole_records(act, self._shapes, strict=self._strict)
        return self._goes_on(act) if whole is None else self._begins(whole)

    def _begins(self, whole: Whole) -> bool:
        ids = {(table, record) for table, record, _ in whole}
        if len(ids) < len(whole) or any(record in self.brought.get(table, ()) for table, record in ids):
            return False
        for table, record, values in whole:
            self.brought[table][record] = (1, *values)
        return True

    def _goes_on(self, act: Act) -> bool:
        staged: dict[tuple[str, str], Values] = {}
        for change in act.changes:
            values = self._changed(change, staged)
            if values is None:
                return False
            staged[change.table, change.id] = values
        for (table, record), values in staged.items():
            self.brought[table][record] = values
        return True

    def _changed(self, change: Change, staged: dict[tuple[str, str], Values]) -> Values | None:
        """Return a record of the run as a change leaves it; None when it is none of the run, or not as the change knew it."""
        key = change.table, change.id
        values = staged.get(key) or self.brought.get(change.table, {}).get(change.id)
        if values is None or values[0] != change.base or has_needs(change):
            return None
        return self._shapes[change.table].changed(values, change, strict=self._strict)
