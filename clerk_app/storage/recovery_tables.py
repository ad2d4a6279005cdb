"""The tables of what was paid too long, and of what came back of it."""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Index, UniqueConstraint

from clerk_app.storage.table_parts import integer_column, record_table, reference_column, text_column

RECOVERY_SPAN: Final = record_table(
    "recovery_span",
    reference_column("follow_up_id", "follow_up"),
    text_column("from_on"),
    text_column("to_on"),
    integer_column("monthly"),
    text_column("source"),
    text_column("withdrawn_on", nullable=True),
    CheckConstraint("to_on >= from_on", name="order"),
    CheckConstraint("monthly > 0", name="positive"),
    Index("ix_recovery_span_follow_up_id", "follow_up_id"),
)

RECOVERY_RECEIPT: Final = record_table(
    "recovery_receipt",
    reference_column("follow_up_id", "follow_up"),
    text_column("way"),
    integer_column("amount"),
    text_column("received_on"),
    text_column("paper"),
    reference_column("reverses", "recovery_receipt", nullable=True),
    CheckConstraint("(reverses IS NULL AND amount > 0) OR (reverses IS NOT NULL AND amount < 0)", name="sign"),
    UniqueConstraint("reverses"),
    Index("ix_recovery_receipt_follow_up_id", "follow_up_id"),
)
