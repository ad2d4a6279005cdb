"""The tables of this install itself: its journal, who it is, what it wrote and received, what it leaves to a person. None of it is replayed."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table, Text, UniqueConstraint

from clerk_app.storage.table_parts import METADATA, integer_column, text_column

JOURNAL: Final = Table(
    "journal",
    METADATA,
    Column("position", Integer, primary_key=True),
    text_column("install"),
    integer_column("epoch"),
    integer_column("number"),
    text_column("id"),
    text_column("at"),
    text_column("by"),
    text_column("kind"),
    text_column("subject"),
    text_column("reason"),
    text_column("changes"),
    text_column("previous"),
    text_column("hash"),
    UniqueConstraint("install", "epoch", "number"),
    UniqueConstraint("id"),
)

JOURNAL_TOUCH: Final = Table(
    "journal_touch",
    METADATA,
    Column("record_id", Text, primary_key=True),
    Column("position", Integer, ForeignKey("journal.position"), primary_key=True),
    sqlite_with_rowid=False,
)
"""Which acts changed a record: an index over the journal, made with each entry."""

INSTALL: Final = Table(
    "install",
    METADATA,
    Column("id", Text, primary_key=True),
    integer_column("epoch"),
    Column("signing_key", LargeBinary, nullable=False),
    text_column("age_secret"),
    text_column("age_recipient"),
    text_column("created_at"),
    Column("seat", Integer, nullable=False, server_default="1"),
)
"""Who this data folder is in the exchange; one row. ``seat`` is this laptop's number in the village, 0 until the county has told it."""

PACKET: Final = Table(
    "packet",
    METADATA,
    Column("number", Integer, primary_key=True),
    integer_column("epoch"),
    text_column("name"),
    text_column("sha256"),
    text_column("at"),
    text_column("by"),
    integer_column("first_act"),
    integer_column("last_act"),
    integer_column("acts"),
    integer_column("bytes"),
    text_column("manifest"),
)
"""The packets this install wrote. A row marks nothing as sent: only the county's answer does."""

DRAFT: Final = Table(
    "draft",
    METADATA,
    Column("key", Text, primary_key=True),
    text_column("clerk_id"),
    text_column("at"),
    text_column("content"),
)
"""What a clerk had typed and not yet saved, so that a crash loses nothing."""

COUNTY: Final = Table(
    "county",
    METADATA,
    Column("id", Text, primary_key=True),
    text_column("region"),
    text_column("name"),
    text_column("signer"),
    text_column("age_recipient"),
    integer_column("checked"),
    text_column("enrolled_at"),
    integer_column("epoch"),
    integer_column("number"),
)
"""The county this village is enrolled with; one row or none. ``checked``: somebody compared the fingerprint. ``epoch`` and ``number``
are those of its newest packet."""

EPOCH: Final = Table(
    "install_epoch",
    METADATA,
    Column("install", Text, primary_key=True),
    Column("epoch", Integer, primary_key=True),
    text_column("base_install"),
    integer_column("base_epoch"),
    integer_column("base_number"),
    text_column("base_hash"),
    text_column("opened_at"),
)
"""What each later epoch of this install stands on; the first stands on nothing and has no row."""

ACKNOWLEDGED: Final = Table(
    "acknowledged",
    METADATA,
    Column("install", Text, primary_key=True),
    Column("epoch", Integer, primary_key=True),
    integer_column("number"),
    text_column("hash"),
)
"""Up to which act of each epoch the county has settled ours, by its newest answer."""

RECEIVED: Final = Table(
    "received_packet",
    METADATA,
    Column("sha256", Text, primary_key=True),
    text_column("kind"),
    integer_column("epoch"),
    integer_column("number"),
    text_column("name"),
    text_column("at"),
    text_column("by"),
    text_column("manifest"),
    Column("account", Text, nullable=False, server_default=""),
)
"""The packets of the county that were imported here; ``account`` is what came of it, in JSON."""

WORK_ITEM: Final = Table(
    "work_item",
    METADATA,
    Column("id", Text, primary_key=True),
    text_column("kind"),
    text_column("subject"),
    text_column("act_hash"),
    integer_column("act_number"),
    text_column("act_kind"),
    text_column("reason"),
    text_column("detail"),
    text_column("opened_at"),
    text_column("closed_at", nullable=True),
    text_column("closed_by"),
    Column("outcome", Text, nullable=False, server_default=""),
    Index("ix_work_item_subject", "subject"),
)
"""What the exchange leaves to a person: refused, held or lost acts, conflicts, people registered twice."""

GIVEN_UP: Final = Table(
    "given_up_act",
    METADATA,
    Column("hash", Text, primary_key=True),
    text_column("line"),
    text_column("at"),
    text_column("became"),
)
"""Acts that were taken out of the journal because the county holds others in their place; ``became`` is the id of the act that did
the same again, or empty."""
