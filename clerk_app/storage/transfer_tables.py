"""The tables of households that move between villages: what a village did, what came with them, what the county told of it."""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Column, Index, Table, Text, text

from clerk_app.storage.table_parts import METADATA, integer_column, record_table, reference_column, text_column

TRANSFER: Final = record_table(
    "transfer",
    text_column("standing"),
    reference_column("household_id", "household", nullable=True),
    text_column("people"),
    text_column("village_code"),
    text_column("village_name"),
    text_column("moved_on"),
    text_column("noted_on"),
    text_column("reason"),
    text_column("origin"),
    Index("ix_transfer_household_id", "household_id"),
    Index("uq_transfer_origin", "origin", unique=True, sqlite_where=text("origin <> ''")),
)
"""Both sides of moves, told apart by ``origin``: a household can be taken in only once."""

EARLIER_CONTRIBUTION: Final = record_table(
    "earlier_contribution",
    reference_column("transfer_id", "transfer"),
    reference_column("person_id", "person"),
    text_column("village_name"),
    text_column("insurance"),
    integer_column("year"),
    integer_column("tier"),
    integer_column("amount"),
    text_column("payer"),
    text_column("payer_name"),
    text_column("paid_on"),
    CheckConstraint("amount > 0", name="positive"),
    Index("ix_earlier_contribution_person_id", "person_id"),
    Index("ix_earlier_contribution_year", "year", "insurance"),
)

EARLIER_ACT: Final = record_table(
    "earlier_act",
    reference_column("transfer_id", "transfer"),
    reference_column("household_id", "household"),
    text_column("village_name"),
    text_column("by_name"),
    text_column("line"),
    Index("ix_earlier_act_household_id", "household_id"),
)

TRANSFER_OFFER: Final = Table(
    "transfer_offer",
    METADATA,
    Column("id", Text, primary_key=True),
    text_column("content"),
    text_column("received_at"),
)
"""Households that the county's newest answer offers to this village, by the id of the other side's record; ``content`` is what came."""

TRANSFER_TOLD: Final = Table(
    "transfer_told",
    METADATA,
    Column("id", Text, primary_key=True),
    text_column("state"),
    text_column("on"),
    text_column("reason"),
)
"""How the county's newest answer says the households stand that left this village, by the id of this side's record."""
