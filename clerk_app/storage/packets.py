"""The list of packets this install wrote, and the digest of the state they follow."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import asdict, dataclass
from functools import cache
from typing import Final

import msgspec
from sqlalchemy import Connection, Table, insert, select

from clerk_app.domain.act import canonical_lines
from clerk_app.storage.tables import PACKET, RECORD_TABLES

_AT_ONCE: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketRow:
    """One packet: its place in the chain of packets, which acts it carried, when and by whom it was written."""

    number: int
    epoch: int
    name: str
    sha256: str
    at: str
    by: str
    first_act: int
    last_act: int
    acts: int
    bytes: int
    manifest: str


def newest(connection: Connection, *, limit: int = 50) -> tuple[PacketRow, ...]:
    """Return the last packets, newest first."""
    rows = connection.execute(select(PACKET).order_by(PACKET.c.number.desc()).limit(limit)).mappings()
    return tuple(PacketRow(**row) for row in rows)


def named(connection: Connection, names: Collection[str]) -> tuple[PacketRow, ...]:
    """Return the packets with these file names, the oldest first."""
    rows = connection.execute(select(PACKET).where(PACKET.c.name.in_(names)).order_by(PACKET.c.number)).mappings()
    return tuple(PacketRow(**row) for row in rows)


def add(connection: Connection, row: PacketRow) -> None:
    """Note a packet that stands verified on a stick."""
    connection.execute(insert(PACKET).values(**asdict(row)))


def state_digest(connection: Connection) -> str:
    """Return the SHA-256 (hex) over every record, table by table and id by id, in canonical JSON."""
    digest = hashlib.sha256()
    for table in RECORD_TABLES:
        name, row_type = str(table.name), _row_type(table)  # a name of a kind of its own
        columns = [table.c[column] for column in row_type.__struct_fields__]
        rows = select(*columns).order_by(table.c.id).execution_options(yield_per=_AT_ONCE)
        for portion in connection.execute(rows).partitions():
            digest.update(canonical_lines([(name, row_type(*row)) for row in portion]))
    return digest.hexdigest()


@cache
def _row_type(table: Table) -> type[msgspec.Struct]:
    """Return what spells a row of this table as a map of its columns does, with them in order: half the work of a map."""
    return msgspec.defstruct(table.name, sorted(str(column.name) for column in table.columns), gc=False)
