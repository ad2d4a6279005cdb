"""What the county published: what arrived at this install, and the village's decisions about it."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sqlalchemy import Connection, insert, select

from clerk_app.domain.publication import Publication
from clerk_app.storage import records
from clerk_app.storage.publication_tables import PUBLICATION, RECEIVED_PUBLICATION

Place = tuple[int, int]
"""A publication of a county: its epoch and number there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedPublication:
    """A publication that was imported here. ``content`` is its canonical JSON, ``expires_at`` empty or an instant in UTC."""

    county: str
    epoch: int
    number: int
    kind: str
    series: str
    title: str
    from_on: str
    to_on: str | None
    expires_at: str
    content_sha256: str
    content: str
    received_at: str
    received_by: str


def decisions(connection: Connection) -> tuple[Publication, ...]:
    """Return every decision of the village, the oldest first; the last one about a publication counts."""
    rows = connection.execute(select(PUBLICATION).order_by(PUBLICATION.c.id)).mappings()
    return tuple(records.PUBLICATION.from_row(row) for row in rows)


def received(connection: Connection) -> tuple[ReceivedPublication, ...]:
    """Return what was imported here, without its content, the newest first."""
    table = RECEIVED_PUBLICATION
    columns = [column for column in table.c if column is not table.c.content]
    order = (table.c.received_at.desc(), table.c.epoch.desc(), table.c.number.desc())
    rows = connection.execute(select(*columns).order_by(*order)).mappings()
    return tuple(ReceivedPublication(content="", **row) for row in rows)


def received_one(connection: Connection, county: str, place: Place) -> ReceivedPublication | None:
    """Return one that was imported here, with its content."""
    table = RECEIVED_PUBLICATION
    here = (table.c.county == county) & (table.c.epoch == place[0]) & (table.c.number == place[1])
    row = connection.execute(select(table).where(here)).mappings().first()
    return None if row is None else ReceivedPublication(**row)


def add_received(connection: Connection, row: ReceivedPublication) -> None:
    """Note a publication that was imported."""
    connection.execute(insert(RECEIVED_PUBLICATION).values(**asdict(row)))


def newest_received(connection: Connection, county: str, series: str) -> Place | None:
    """Return the newest publication of a series that was imported here, or None."""
    table = RECEIVED_PUBLICATION
    statement = (
        select(table.c.epoch, table.c.number)
        .where((table.c.county == county) & (table.c.series == series))
        .order_by(table.c.epoch.desc(), table.c.number.desc())
    )
    row = connection.execute(statement).first()
    return None if row is None else (row.epoch, row.number)
