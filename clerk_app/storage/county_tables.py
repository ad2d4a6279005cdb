"""The county's tables: each record table of a village once more with the village in its key, and what the county keeps of the exchange.

One definition for SQLite and PostgreSQL. On PostgreSQL the tables that grow are partitioned by village, in ``PARTITIONS`` hash parts.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    func,
    literal_column,
)

from clerk_app.domain.resident_id import OLD_LENGTH
from clerk_app.storage.record_rows import Target
from clerk_app.storage.tables import METADATA as VILLAGE_METADATA
from clerk_app.storage.tables import RECORD_TABLES

PARTITIONS: Final = 16
SCHEMA_VERSION: Final = 1
METADATA: Final = MetaData(naming_convention=VILLAGE_METADATA.naming_convention)
IDENTITY_METADATA: Final = MetaData()
"""What stays in the county's own encrypted file, wherever its records are."""

_BY_VILLAGE: Final[dict[str, Any]] = {"postgresql_partition_by": "HASH (village)"}


def _record_copy(table: Table) -> Table:
    columns: list[Column[Any]] = [
        Column("village", Text, primary_key=True),
        *(
            Column(
                column.name,
                BigInteger if isinstance(column.type, Integer) else Text,
                primary_key=column.name == "id",
                nullable=column.nullable,
            )
            for column in table.columns
        ),
    ]
    parts: list[UniqueConstraint | CheckConstraint | ForeignKeyConstraint] = []
    references: set[str] = set()
    sparse: list[str] = []
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            names = [column.name for column in constraint.columns]
            if any(column.nullable for column in constraint.columns):
                sparse += names
            else:
                parts.append(UniqueConstraint("village", *names, name=f"uq_{table.name}_village_{'_'.join(names)}"))
        elif isinstance(constraint, CheckConstraint):
            parts.append(CheckConstraint(str(constraint.sqltext), name=constraint.name))
        elif isinstance(constraint, ForeignKeyConstraint):
            (own,), (target,) = constraint.column_keys, [key.column.table.name for key in constraint.elements]
            references.add(own)
            key = ForeignKeyConstraint(["village", own], [f"{target}.village", f"{target}.id"])
            parts.append(key.ddl_if(dialect="sqlite"))  # elsewhere ``apply`` asks for all of them at once
    copy: Table = Table(table.name, METADATA, *columns, *parts, info={"record": True}, **_BY_VILLAGE)
    for name in sparse:  # what most rows leave empty need not be listed for them; found by it over all villages too
        given = copy.c[name].is_not(None)
        Index(f"uq_{table.name}_{name}_village", copy.c[name], copy.c.village, unique=True, **_only(given))
    for index in table.indexes:
        names = [column.name for column in index.columns]
        if index.unique or references.issuperset(names):  # the others serve the village's own lists
            where = index.dialect_options["sqlite"]["where"]
            columns_of_it = (copy.c[name] for name in ("village", *names))
            Index(f"{index.name}_of_village", *columns_of_it, unique=index.unique, **_only(where))
    return copy


def _only(where: Any) -> dict[str, Any]:
    return {} if where is None else {"sqlite_where": where, "postgresql_where": where}


RECORDS: Final = {table.name: _record_copy(table) for table in RECORD_TABLES}
"""The record tables of all villages, by name."""

BY_PROXY: Final = RECORDS["contribution"].c.payer == literal_column("'proxy'")
"""Written out, for an index of some rows serves only who asks in its own words."""
Index("ix_contribution_by_proxy", RECORDS["contribution"].c.person_id, **_only(BY_PROXY))

OLD_NUMBER: Final = func.length(RECORDS["person"].c.id_number) == literal_column(str(OLD_LENGTH))
"""Registered with the 15 digits that stand on paper (证件核实中): a handful in a county, so that their index is next to nothing."""
Index("ix_person_old_number", RECORDS["person"].c.id_number, **_only(OLD_NUMBER))


def target_of(village: str) -> Target:
    """Return where the acts of a village are applied."""
    return Target(RECORDS, {"village": village})


STATE: Final = Table(
    "county_state",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("schema_version", Integer, nullable=False),
    Column("county", Text, nullable=False),
    Column("epoch", BigInteger, nullable=False),
    Column("number", BigInteger, nullable=False),
)
"""One row: whose records these are, the county's epoch, and the number of its last packet."""

VILLAGE: Final = Table(
    "county_village",
    METADATA,
    Column("code", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("invited_at", Text, nullable=False),
    Column("invited_by", Text, nullable=False),
)
"""The villages that were invited."""

INSTALL: Final = Table(
    "county_install",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("village", Text, nullable=False),
    Column("signer", Text, nullable=False),
    Column("age_recipient", Text, nullable=False),
    Column("standing", Text, nullable=False),
    Column("first_seen_at", Text, nullable=False),
    Column("decided_at", Text),
    Column("decided_by", Text),
    Column("behind_epoch", BigInteger, nullable=False),
    Column("behind_number", BigInteger, nullable=False),
    Index("ix_county_install_village", "village"),
)
"""The laptops: who signs, how they stand. ``behind_epoch`` is above 0 while answers must bring a catch-up: what was settled after that
epoch and number."""

SEAT: Final = Table(
    "county_seat",
    METADATA,
    Column("install", Text, primary_key=True),
    Column("village", Text, nullable=False),
    Column("seat", BigInteger, nullable=False),
    Column("claimed", BigInteger, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("digest", Text, nullable=False),
    Index("ix_county_seat_village", "village"),
)
"""What each laptop is in its village: its seat (0: none yet), the seat it says it has (0: it has none), and how far it said that it knows
the village's order."""

EPOCH: Final = Table(
    "county_epoch",
    METADATA,
    Column("install", Text, primary_key=True),
    Column("epoch", BigInteger, primary_key=True),
    Column("base_install", Text),
    Column("base_epoch", BigInteger),
    Column("base_number", BigInteger),
    Column("base_hash", Text),
    Column("number", BigInteger, nullable=False),
    Column("hash", Text, nullable=False),
)
"""Each epoch of each install: what it stands on, and its last settled act (number 0: none yet)."""

ACT: Final = Table(
    "county_act",
    METADATA,
    Column("village", Text, primary_key=True),
    Column("install", Text, primary_key=True),
    Column("epoch", BigInteger, primary_key=True),
    Column("number", BigInteger, primary_key=True),
    Column("hash", Text, primary_key=True),
    Column("id", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("changes", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("packet", Text, nullable=False),
    Index("ix_county_act_position", "village", "position"),
    **_BY_VILLAGE,
)
"""Every act ever received: applied, refused (settled both), held, forked or quarantined. ``position`` is the order of settling in
the village, 0 for what is not settled."""

NOT_APPLIED: Final = ACT.c.state != literal_column("'applied'")
"""Written out as ``BY_PROXY``: nearly every act is applied, and is found by its key."""
Index("ix_county_act_state", *(ACT.c[name] for name in ("village", "install", "state")), **_only(NOT_APPLIED))

FILE: Final = Table(
    "attached_file",
    METADATA,
    Column("sha256", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
    Column("size", BigInteger, nullable=False),
)
"""The files behind the attachments of all villages, each once."""

ASKED_FILE: Final = Table(
    "county_asked_file",
    METADATA,
    Column("install", Text, primary_key=True),
    Column("sha256", Text, primary_key=True),
)
"""The attached files that a laptop's newest packet asked for."""

PACKET: Final = Table(
    "county_packet",
    METADATA,
    Column("sha256", Text, primary_key=True),
    Column("village", Text, nullable=False),
    Column("install", Text, nullable=False),
    Column("epoch", BigInteger, nullable=False),
    Column("number", BigInteger, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("received_at", Text, nullable=False),
    Column("received_by", Text, nullable=False),
    Column("acts", BigInteger, nullable=False),
    Column("money_fen", BigInteger, nullable=False),
    Column("state_digest", Text, nullable=False),
    Index("ix_county_packet_village", "village", "received_at"),
)
"""The packets that were taken in."""

SENT: Final = Table(
    "county_sent",
    METADATA,
    Column("epoch", BigInteger, primary_key=True),
    Column("number", BigInteger, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("village", Text, nullable=False),
    Column("install", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
)
"""The packets that the county wrote."""

PUBLISHED: Final = Table(
    "county_published",
    METADATA,
    Column("epoch", BigInteger, primary_key=True),
    Column("number", BigInteger, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("from_on", Text, nullable=False),
    Column("to_on", Text),
    Column("expires_at", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
)
"""What the county published: one row for all villages."""

PUBLISHED_TO: Final = Table(
    "county_published_to",
    METADATA,
    Column("epoch", BigInteger, primary_key=True),
    Column("number", BigInteger, primary_key=True),
    Column("install", Text, primary_key=True),
    Column("village", Text, nullable=False),
    Column("packet_number", BigInteger, nullable=False),
    Column("at", Text, nullable=False),
)
"""To which laptops it went, with the number of the packet."""

IDENTITY: Final = Table(
    "county",
    IDENTITY_METADATA,
    Column("id", Text, primary_key=True),
    Column("region", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("signing_key", LargeBinary, nullable=False),
    Column("age_secret", Text, nullable=False),
    Column("age_recipient", Text, nullable=False),
    Column("database_url", Text, nullable=False),
    Column("created_at", Text, nullable=False),
)
"""Who this county is; ``database_url`` is empty when its records are in the same file."""
