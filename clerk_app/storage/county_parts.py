"""How much of what a village's other laptops did one answer brings: the first of it, up to an act of the village's order.

Such an answer speaks as the county would have, had it settled no more until then: the laptop takes it in as any other, and its next
packet shows from where the next answer goes on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, and_, func, select

from clerk_app.domain.act import to_line
from clerk_app.storage.county import InstallRow, act_of
from clerk_app.storage.county_tables import ACT

MOST_BYTES: Final = 320 * 1024 * 1024
"""Bytes of other laptops' acts in one answer; beside them there must be room for what else it tells."""
_TEXTS: Final = (ACT.c.changes, ACT.c.reason, ACT.c.subject, ACT.c.kind, ACT.c.by, ACT.c.id)
_LARGEST_CHARACTER: Final = 6
"""Bytes that a character of an act takes at most in its line, as ``\\u0001``."""
_OTHER_BYTES: Final = 1_000
"""More than the keys, hashes and numbers of a line take."""


@dataclass(frozen=True, slots=True)
class Part:
    """Up to which place of the village's order an answer goes, for how many acts after it there is no room, and the last act before it
    of each epoch of the laptop's own: epoch, number, hash.
    """

    to: int
    left: int
    ends: tuple[tuple[int, int, str], ...]


def part_that_fits(connection: Connection, install: InstallRow, after: int) -> Part | None:
    """Return the part of the other laptops' acts after a place of the village's order that one answer can bring, at least one act; None
    where it brings all of them.
    """
    of_village = ACT.c.village == install.village
    others = and_(of_village, ACT.c.install != install.id, ACT.c.position > after)
    if _at_most(connection, others) <= MOST_BYTES:
        return None
    to, total = 0, 0
    for row in connection.execute(select(ACT).where(others).order_by(ACT.c.position)).mappings():
        total += len(to_line(act_of(row)).encode()) + 1
        if to and total > MOST_BYTES:
            break
        to = row["position"]
    else:
        return None
    left = select(func.count()).select_from(ACT).where(others, ACT.c.position > to)
    own = (
        select(ACT.c.epoch, ACT.c.number, ACT.c.hash)
        .where(of_village, ACT.c.install == install.id, ACT.c.position.between(1, to))
        .order_by(ACT.c.epoch, ACT.c.number)
    )
    ends = {row.epoch: (row.epoch, row.number, row.hash) for row in connection.execute(own)}
    return Part(to, int(connection.execute(left).scalar_one()), tuple(ends.values()))


def _at_most(connection: Connection, wanted: ColumnElement[bool]) -> int:
    """Return a number of bytes that the lines of these acts do not exceed, without reading them."""
    characters: Any = sum((func.length(column) for column in _TEXTS[1:]), func.length(_TEXTS[0]))
    count, total = connection.execute(select(func.count(), func.sum(characters)).where(wanted)).one()
    return int(count) * _OTHER_BYTES + int(total or 0) * _LARGEST_CHARACTER
