"""Read models of what was paid too long, and of what came back."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select

from clerk_app.domain.recovery import RecoveryReceipt, RecoverySpan
from clerk_app.storage import records
from clerk_app.storage.recovery_tables import RECOVERY_RECEIPT, RECOVERY_SPAN


def spans_of(connection: Connection, follow_up_ids: Collection[str]) -> tuple[RecoverySpan, ...]:
    """Return the months of these recoveries, withdrawn ones too, the earliest first."""
    table = RECOVERY_SPAN
    statement = select(table).where(table.c.follow_up_id.in_(follow_up_ids)).order_by(table.c.from_on, table.c.id)
    return tuple(records.RECOVERY_SPAN.from_row(row) for row in connection.execute(statement).mappings())


def receipts_of(connection: Connection, follow_up_ids: Collection[str]) -> tuple[RecoveryReceipt, ...]:
    """Return what came back of these recoveries, reversals too, the earliest first."""
    table = RECOVERY_RECEIPT
    statement = select(table).where(table.c.follow_up_id.in_(follow_up_ids)).order_by(table.c.received_on, table.c.id)
    return tuple(records.RECOVERY_RECEIPT.from_row(row) for row in connection.execute(statement).mappings())
