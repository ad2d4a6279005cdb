"""The laptops of a village at the county: their seats, what each has seen of the village's order, and that order."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sqlalchemy import Connection, insert, select, update

from clerk_app.domain.act import GENESIS, Act
from clerk_app.storage.county import REFUSED, acts_where
from clerk_app.storage.county_tables import ACT, NOT_APPLIED, SEAT


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRow:
    """A laptop in its village; ``seat`` 0: none yet. ``claimed`` is the seat that it says it has, ``position`` and ``digest`` how far it
    said it knows the village's order.
    """

    install: str
    village: str
    seat: int = 0
    claimed: int = 1
    position: int = 0
    digest: str = GENESIS


@dataclass(frozen=True, slots=True)
class SettledRow:
    """A settled act's place in its install's chain, its hash, whether it was refused."""

    install: str
    epoch: int
    number: int
    hash: str
    refused: bool


def seat(connection: Connection, install: str) -> SeatRow | None:
    """Return what is known of a laptop in its village, or None."""
    row = connection.execute(select(SEAT).where(SEAT.c.install == install)).mappings().first()
    return None if row is None else SeatRow(**row)


def seats(connection: Connection, village: str) -> dict[str, int]:
    """Return the seats of a village's laptops by install."""
    rows = connection.execute(select(SEAT.c.install, SEAT.c.seat).where(SEAT.c.village == village))
    return {row.install: row.seat for row in rows}


def note_seen(connection: Connection, row: SeatRow) -> None:
    """Keep what a laptop said last of what it has seen; its seat stays."""
    if seat(connection, row.install) is None:
        connection.execute(insert(SEAT).values(**asdict(row)))
        return
    said = {"claimed": row.claimed, "position": row.position, "digest": row.digest}
    connection.execute(update(SEAT).where(SEAT.c.install == row.install).values(**said))


def give_seat(connection: Connection, install: str, village: str) -> int:
    """Return the seat of a laptop, giving it one when it has none: the one it says it has, when that is free, else a new one.

    1 is only for a laptop that began the village, and no seat is given twice: numbers on paper bear it.
    """
    known = seat(connection, install) or SeatRow(install=install, village=village)
    if known.seat:
        return known.seat
    note_seen(connection, known)
    taken = set(seats(connection, village).values())
    given = known.claimed if known.claimed and known.claimed not in taken else max(taken | {1}) + 1
    connection.execute(update(SEAT).where(SEAT.c.install == install).values(seat=given))
    return given


def order_of(connection: Connection, village: str) -> tuple[SettledRow, ...]:
    """Return every settled act of a village in the order of settling, without its contents."""
    columns = (ACT.c.install, ACT.c.epoch, ACT.c.number, ACT.c.hash, ACT.c.state)
    statement = select(*columns).where(ACT.c.village == village, ACT.c.position > 0).order_by(ACT.c.position)
    return tuple(SettledRow(*row[:4], row.state == REFUSED) for row in connection.execute(statement))


def others_after(connection: Connection, village: str, install: str, position: int, to: int = 0) -> tuple[Act, ...]:
    """Return the settled acts of a village's other laptops after a position, in order; with ``to`` no further than that."""
    condition = (ACT.c.village == village) & (ACT.c.install != install) & (ACT.c.position > position)
    if to:
        condition &= ACT.c.position <= to
    return tuple(acts_where(connection, condition))


def has_refused(connection: Connection, village: str) -> bool:
    """Say whether the county refused an act of this village."""
    statement = select(ACT.c.hash).where(ACT.c.village == village, ACT.c.state == REFUSED, NOT_APPLIED).limit(1)
    return connection.execute(statement).first() is not None
