"""Acts applied all together, for tests that compare what comes out."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from clerk_app.domain.act import Act
from clerk_app.storage.apply import apply_each


def apply_acts(connection: Connection, acts: Iterable[Act]) -> int:
    """Apply acts to a village's records in order and return how many; raises UserError when one does not fit the state before it."""
    applied = 0
    for outcome in apply_each(connection, acts):
        if outcome is not None:
            raise outcome
        applied += 1
    return applied
