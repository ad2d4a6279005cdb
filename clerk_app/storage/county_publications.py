"""What the county published, to which laptops, and the decisions of the villages as their acts told them."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sqlalchemy import Connection, func, insert, select

from clerk_app.storage.county_tables import PUBLISHED, PUBLISHED_TO, RECORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedRow:
    """A publication; ``number`` is taken from the county's one running number."""

    epoch: int
    number: int
    kind: str
    title: str
    from_on: str
    to_on: str | None
    expires_at: str
    at: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedToRow:
    """A publication in a packet for one laptop."""

    epoch: int
    number: int
    install: str
    village: str
    packet_number: int
    at: str


@dataclass(frozen=True, slots=True)
class Decided:
    """The last decision of a village about a publication."""

    accepted: bool
    decided_on: str
    reason: str


def add(connection: Connection, row: PublishedRow) -> None:
    """Note a publication."""
    connection.execute(insert(PUBLISHED).values(**asdict(row)))


def add_sent(connection: Connection, row: PublishedToRow) -> None:
    """Note that a publication stands verified on a stick for a laptop."""
    connection.execute(insert(PUBLISHED_TO).values(**asdict(row)))


def sent(connection: Connection) -> tuple[tuple[PublishedRow, str, int, str], ...]:
    """Return each publication with a village it went to, how many laptops there, and when; the newest first, villages by code."""
    to = PUBLISHED_TO
    places = (
        select(to.c.epoch, to.c.number, to.c.village, func.count(), func.max(to.c.at))
        .group_by(to.c.epoch, to.c.number, to.c.village)
        .order_by(to.c.epoch.desc(), to.c.number.desc(), to.c.village)
    )
    known = {
        (row["epoch"], row["number"]): PublishedRow(**row) for row in connection.execute(select(PUBLISHED)).mappings()
    }
    return tuple(
        (known[epoch, number], village, count, at) for epoch, number, village, count, at in connection.execute(places)
    )


def decisions(connection: Connection, county: str) -> dict[tuple[int, int, str], Decided]:
    """Return the last decision by epoch and number of the publication and by village."""
    table = RECORDS["publication"]
    statement = (
        select(table.c.epoch, table.c.number, table.c.village, table.c.accepted, table.c.decided_on, table.c.reason)
        .where(table.c.county == county)
        .order_by(table.c.id)
    )
    return {
        (epoch, number, village): Decided(bool(accepted), decided_on, reason)
        for epoch, number, village, accepted, decided_on, reason in connection.execute(statement)
    }
