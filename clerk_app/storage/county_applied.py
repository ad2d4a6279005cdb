"""Applied acts by the thousand, stored with their places in the village."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain, repeat
from typing import cast

from sqlalchemy import Connection

from clerk_app.storage.act_rows import Applied, copied
from clerk_app.storage.bulk import begin_copy, insert_values
from clerk_app.storage.county import APPLIED
from clerk_app.storage.county_tables import ACT
from clerk_app.storage.shapes import Values


def add_applied(connection: Connection, village: str, packet: str, acts: Applied, *, after: int) -> Callable[[], None]:
    """Store applied acts that were not here yet, in the places after one; return what waits until they are stored.

    Until that is called, nothing else may be asked of the connection.
    """
    places = range(after + 1, after + 1 + len(acts))
    if connection.dialect.name != "postgresql":
        rows = cast("Sequence[Values]", acts)
        given = [(village, *act, APPLIED, "", place, packet) for place, act in zip(places, rows, strict=True)]
        insert_values(connection, ACT, given)
        return _nothing
    ends = [b"\t%b\t\t%d\t%b\n" % (APPLIED.encode(), place, packet.encode()) for place in places]
    lines = cast("Sequence[bytes]", acts)
    begins = repeat(copied(village).encode() + b"\t")
    return begin_copy(connection, ACT, b"".join(chain.from_iterable(zip(begins, lines, ends, strict=False))))


def _nothing() -> None:
    """Wait for nothing: they are stored."""
