"""Where a thing that the exchange left is dealt with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from clerk_app.services.work_desk import OFFER, DeskItem
from clerk_app.ui.context import Context

if TYPE_CHECKING:
    from clerk_app.services.conflicts import Conflict


def place_of(row: DeskItem | Conflict) -> tuple[str, str]:
    """Return the kind of record to open and its id; both empty where there is nowhere to go."""
    if isinstance(row, DeskItem):
        return row.place
    return ("household", row.household_id) if row.household_id else ("", "")


def lead(context: Context, row: DeskItem | Conflict, page: QWidget) -> None:
    """Open the record where the act is done again; a household that is offered is decided about over the page."""
    from clerk_app.ui.dialogs.transfer_in import open_offer  # noqa: PLC0415 - when it is wanted

    kind, record_id = place_of(row)
    if kind == OFFER:
        open_offer(context, page, record_id)
    elif kind:
        context.open(kind, record_id)
