"""What the county published, to which laptops, and the decisions of the villages as their acts told them."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, delete, exists, func, insert, select

from clerk_app.storage.county_sending_tables import PUBLISHED_CONTENT, WITHDRAWN
from clerk_app.storage.county_tables import PUBLISHED, PUBLISHED_TO, RECORDS

Place = tuple[int, int]
"""The county's epoch and the publication's number."""


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

    @property
    def place(self) -> Place:
        """What names the publication."""
        return self.epoch, self.number


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnRow:
    """A publication that was taken back."""

    epoch: int
    number: int
    reason: str
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


def add_contents(connection: Connection, place: Place, contents: Mapping[str, bytes]) -> None:
    """Keep what a publication says by village code; under an empty code what it says to every other village."""
    kept = [
        {
            "epoch": place[0],
            "number": place[1],
            "village": village,
            "sha256": hashlib.sha256(data).hexdigest(),
            "content": data.decode(),
        }
        for village, data in contents.items()
    ]
    connection.execute(insert(PUBLISHED_CONTENT), kept)


def content_hashes(connection: Connection) -> dict[str, dict[Place, str]]:
    """Return by village code, empty for every other village, the SHA-256 of what each publication says there."""
    table = PUBLISHED_CONTENT
    found: defaultdict[str, dict[Place, str]] = defaultdict(dict)
    for row in connection.execute(select(table.c.village, table.c.epoch, table.c.number, table.c.sha256)):
        found[row.village][row.epoch, row.number] = row.sha256
    return dict(found)


def content(connection: Connection, place: Place, village: str) -> bytes:
    """Return what a publication says to a village that it is meant for."""
    table = PUBLISHED_CONTENT
    here = (table.c.epoch == place[0]) & (table.c.number == place[1]) & table.c.village.in_(("", village))
    statement = select(table.c.content).where(here).order_by(table.c.village.desc()).limit(1)
    return str(connection.execute(statement).scalar_one()).encode()


def published(connection: Connection) -> tuple[PublishedRow, ...]:
    """Return the publications that stood on a stick at least once, in the order of their numbers."""
    stood = exists().where((PUBLISHED_TO.c.epoch == PUBLISHED.c.epoch) & (PUBLISHED_TO.c.number == PUBLISHED.c.number))
    statement = select(PUBLISHED).where(stood).order_by(PUBLISHED.c.epoch, PUBLISHED.c.number)
    return tuple(PublishedRow(**row) for row in connection.execute(statement).mappings())


def written(connection: Connection) -> dict[str, frozenset[Place]]:
    """Return by laptop the publications that were written for it."""
    found: defaultdict[str, set[Place]] = defaultdict(set)
    for row in connection.execute(select(PUBLISHED_TO.c.install, PUBLISHED_TO.c.epoch, PUBLISHED_TO.c.number)):
        found[row.install].add((row.epoch, row.number))
    return {install: frozenset(places) for install, places in found.items()}


def withdraw(connection: Connection, row: WithdrawnRow) -> None:
    """Note that a publication is taken back."""
    connection.execute(insert(WITHDRAWN).values(**asdict(row)))


def withdrawn(connection: Connection) -> dict[Place, WithdrawnRow]:
    """Return what was taken back."""
    rows = connection.execute(select(WITHDRAWN)).mappings()
    return {(row["epoch"], row["number"]): WithdrawnRow(**row) for row in rows}


def add_sent(connection: Connection, row: PublishedToRow) -> None:
    """Note that a publication stands verified on a stick for a laptop; written once more, the last time counts."""
    to = PUBLISHED_TO
    here = (to.c.epoch == row.epoch) & (to.c.number == row.number) & (to.c.install == row.install)
    connection.execute(delete(to).where(here))
    connection.execute(insert(to).values(**asdict(row)))


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
