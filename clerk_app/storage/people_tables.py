"""The tables of what belongs to people besides the register: bank accounts, attached files, pairs that looked like one person."""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Column, Index, Integer, LargeBinary, Table, Text

from clerk_app.storage.table_parts import METADATA, integer_column, record_table, reference_column, text_column

BANK_ACCOUNT: Final = record_table(
    "bank_account",
    reference_column("person_id", "person"),
    text_column("purpose"),
    text_column("number"),
    text_column("bank"),
    text_column("holder"),
    text_column("from_on"),
    text_column("to_on", nullable=True),
    text_column("note"),
    CheckConstraint("to_on IS NULL OR to_on >= from_on", name="order"),
    Index("ix_bank_account_person_id", "person_id"),
    Index("ix_bank_account_number", "number"),
)

ATTACHMENT: Final = record_table(
    "attachment",
    reference_column("household_id", "household"),
    reference_column("person_id", "person", nullable=True),
    text_column("kind"),
    text_column("name"),
    text_column("media_type"),
    integer_column("size"),
    text_column("sha256"),
    text_column("added_on"),
    text_column("removed_on", nullable=True),
    text_column("note"),
    CheckConstraint("size >= 0", name="not_negative"),
    Index("ix_attachment_household_id", "household_id"),
    Index("ix_attachment_sha256", "sha256"),
)

PERSON_PAIR: Final = record_table(
    "person_pair",
    reference_column("kept_id", "person"),
    reference_column("other_id", "person"),
    text_column("verdict"),
    text_column("decided_on"),
    text_column("reason"),
    CheckConstraint("kept_id <> other_id", name="two_people"),
    Index("ix_person_pair_kept_id", "kept_id"),
    Index("ix_person_pair_other_id", "other_id"),
)

ATTACHED_FILE: Final = Table(
    "attached_file",
    METADATA,
    Column("sha256", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
    Column("size", Integer, nullable=False),
)
"""The files themselves, each once; encrypted with the rest of the database."""
