"""The tables of what the county published: what came, and what the village decided about it."""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Column, Index, Integer, Table, Text

from clerk_app.storage.table_parts import METADATA, integer_column, record_table, text_column

PUBLICATION: Final = record_table(
    "publication",
    text_column("county"),
    integer_column("epoch"),
    integer_column("number"),
    text_column("kind"),
    text_column("title"),
    text_column("from_on"),
    text_column("to_on", nullable=True),
    text_column("content_sha256"),
    text_column("content"),
    integer_column("accepted"),
    text_column("reason"),
    text_column("decided_on"),
    CheckConstraint("to_on IS NULL OR to_on >= from_on", name="order"),
    Index("ix_publication_place", "epoch", "number"),
)
"""A record for each decision about a publication. ``content`` is what takes effect, so that the journal alone gives every rule of
every day; it is empty for a list, whose rows about people stay where they arrived, and for what was declined."""

RECEIVED_PUBLICATION: Final = Table(
    "received_publication",
    METADATA,
    Column("county", Text, primary_key=True),
    Column("epoch", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    text_column("kind"),
    text_column("series"),
    text_column("title"),
    text_column("from_on"),
    text_column("to_on", nullable=True),
    text_column("expires_at"),
    text_column("content_sha256"),
    text_column("content"),
    text_column("received_at"),
    text_column("received_by"),
)
"""What the county published and this install imported, in force or not. Of one series, as the lists of one name, a later number
replaces an earlier one."""
