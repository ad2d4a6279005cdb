"""The village's view of its county: who it is, what it acknowledged, what it sent, which epochs of ours stand on what."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, delete, func, insert, select, update

from clerk_app.storage.merge_tables import LAPTOP
from clerk_app.storage.tables import ACKNOWLEDGED, COUNTY, EPOCH, GIVEN_UP, INSTALL, JOURNAL, RECEIVED

Session = Connection
"""An open transaction; services only hand it on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyRow:
    """The county this village is enrolled with; ``signer`` is its Ed25519 public key in hex, ``epoch`` and ``number`` its newest packet."""

    id: str
    region: str
    name: str
    signer: str
    age_recipient: str
    checked: int
    enrolled_at: str
    epoch: int = 0
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EpochRow:
    """What an epoch of this install stands on."""

    install: str
    epoch: int
    base_install: str
    base_epoch: int
    base_number: int
    base_hash: str
    opened_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedRow:
    """A packet of the county that was imported here; ``account`` is what came of it, in JSON."""

    sha256: str
    kind: str
    epoch: int
    number: int
    name: str
    at: str
    by: str
    manifest: str
    account: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of acts that is not acknowledged: those of an epoch with a number above ``after``."""

    epoch: int
    after: int


def county(connection: Connection) -> CountyRow | None:
    """Return the county, or None before the enrolment."""
    row = connection.execute(select(COUNTY)).mappings().first()
    return None if row is None else CountyRow(**row)


def put_county(connection: Connection, row: CountyRow) -> None:
    """Note the county, in place of another."""
    connection.execute(delete(COUNTY))
    connection.execute(insert(COUNTY).values(**asdict(row)))


def note_seen(connection: Connection, epoch: int, number: int) -> None:
    """Note the newest packet of the county."""
    connection.execute(update(COUNTY).values(epoch=epoch, number=number))


def own_place(connection: Connection) -> tuple[str, int]:
    """Return this install's id and its epoch now."""
    row = connection.execute(select(INSTALL.c.id, INSTALL.c.epoch)).one()
    return row.id, row.epoch


def own_seat(connection: Connection) -> int:
    """Return this laptop's number in the village; 0 until the county has told it to one that joined."""
    return int(connection.execute(select(INSTALL.c.seat)).scalar_one())


def epochs_written(connection: Connection, install: str) -> tuple[int, ...]:
    """Return the epochs in which an install has acts in the journal."""
    return tuple(connection.execute(select(JOURNAL.c.epoch).where(JOURNAL.c.install == install).distinct()).scalars())


def laptops(connection: Connection) -> dict[str, int]:
    """Return the seats of the village's laptops by install, as the county told them last."""
    return {row.install: row.seat for row in connection.execute(select(LAPTOP.c.install, LAPTOP.c.seat))}


def open_epoch(connection: Connection, row: EpochRow) -> None:
    """Begin a new epoch of this install."""
    connection.execute(insert(EPOCH).values(**asdict(row)))
    connection.execute(update(INSTALL).values(epoch=row.epoch))


def epoch_base(connection: Connection, install: str, epoch: int) -> EpochRow | None:
    """Return what an epoch stands on; None: on nothing, it is the first."""
    place = (EPOCH.c.install == install) & (EPOCH.c.epoch == epoch)
    row = connection.execute(select(EPOCH).where(place)).mappings().first()
    return None if row is None else EpochRow(**row)


def acknowledged(connection: Connection, install: str) -> dict[int, int]:
    """Return the last acknowledged act's number by epoch."""
    rows = connection.execute(
        select(ACKNOWLEDGED.c.epoch, ACKNOWLEDGED.c.number).where(ACKNOWLEDGED.c.install == install)
    )
    return {row.epoch: row.number for row in rows}


def set_acknowledged(connection: Connection, install: str, positions: Iterable[tuple[int, int, str]]) -> None:
    """Put the newest answer's word (epoch, number, hash) in place of the one before."""
    connection.execute(delete(ACKNOWLEDGED).where(ACKNOWLEDGED.c.install == install))
    rows = [{"install": install, "epoch": epoch, "number": number, "hash": text} for epoch, number, text in positions]
    if rows:
        connection.execute(insert(ACKNOWLEDGED), rows)


def waiting_spans(connection: Connection) -> tuple[Span, ...]:
    """Return the runs of this install's acts that are not acknowledged, in order."""
    install, _ = own_place(connection)
    done = acknowledged(connection, install)
    newest = (
        select(JOURNAL.c.epoch, func.max(JOURNAL.c.number))
        .where(JOURNAL.c.install == install)
        .group_by(JOURNAL.c.epoch)
        .order_by(JOURNAL.c.epoch)
    )
    return tuple(
        Span(epoch, done.get(epoch, 0)) for epoch, number in connection.execute(newest) if number > done.get(epoch, 0)
    )


def count_waiting(connection: Connection) -> int:
    """Return how many of this install's acts are not acknowledged."""
    install, _ = own_place(connection)
    total = 0
    for span in waiting_spans(connection):
        of_span = (JOURNAL.c.install == install) & (JOURNAL.c.epoch == span.epoch) & (JOURNAL.c.number > span.after)
        total += connection.execute(select(func.count()).select_from(JOURNAL).where(of_span)).scalar_one()
    return total


def own_hash(connection: Connection, install: str, epoch: int, number: int) -> str | None:
    """Return the hash of an act of this install's chain, or None."""
    place = (JOURNAL.c.install == install) & (JOURNAL.c.epoch == epoch) & (JOURNAL.c.number == number)
    return connection.execute(select(JOURNAL.c.hash).where(place)).scalar()


def given_up(connection: Connection) -> frozenset[str]:
    """Return the hashes of acts that were done again, or left to a person."""
    return frozenset(connection.execute(select(GIVEN_UP.c.hash)).scalars())


def given_up_lines(connection: Connection, hashes: Iterable[str]) -> tuple[str, ...]:
    """Return the lines of acts that left the journal, by their hashes."""
    wanted = frozenset(hashes)
    found = connection.execute(select(GIVEN_UP.c.hash, GIVEN_UP.c.line).order_by(GIVEN_UP.c.at, GIVEN_UP.c.hash))
    return tuple(row.line for row in found if row.hash in wanted)


def is_received(connection: Connection, sha256: str) -> bool:
    """Say whether a packet of the county was imported before."""
    return connection.execute(select(RECEIVED.c.sha256).where(RECEIVED.c.sha256 == sha256)).first() is not None


def add_received(connection: Connection, row: ReceivedRow) -> None:
    """Note a packet of the county that was imported."""
    connection.execute(insert(RECEIVED).values(**asdict(row)))


def newest_answer(connection: Connection) -> ReceivedRow | None:
    """Return the newest answer of the county the village is enrolled with, or None."""
    known = county(connection)
    if known is None:
        return None
    here = (RECEIVED.c.epoch == known.epoch) & (RECEIVED.c.number == known.number) & (RECEIVED.c.kind == "answer")
    rows = [ReceivedRow(**row) for row in connection.execute(select(RECEIVED).where(here)).mappings()]
    return next((row for row in rows if json.loads(row.manifest)["install"] == known.id), None)


def received(connection: Connection, *, limit: int = 50) -> tuple[ReceivedRow, ...]:
    """Return the county's packets that were imported, newest first."""
    statement = select(RECEIVED).order_by(RECEIVED.c.epoch.desc(), RECEIVED.c.number.desc()).limit(limit)
    return tuple(ReceivedRow(**row) for row in connection.execute(statement).mappings())
