"""The household that another village sends, as its pictures show it: the form, and over it the question why it goes back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from clerk_app.services.work_desk import OFFER, DeskItem
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.transfer_in import DeclineDialog, OfferContent, TransferInDialog, read_offer

if TYPE_CHECKING:
    from collections.abc import Iterable


def show(page: QWidget, context: Context, items: Iterable[DeskItem]) -> None:
    """Open the first offer in a form that the pictures need not wait for."""
    offered = next((row for row in items if row.place[0] == OFFER), None)
    if offered is not None:
        read = partial(read_offer, context.workspace, offered.place[1])
        context.tasks.run(read, on_done=partial(_open, page, context), owner=page)


def send_back(page: QWidget) -> None:
    """Ask why, over the form that is shown."""
    for form in page.findChildren(TransferInDialog):
        DeclineDialog(form.context, form.incoming, form).show()


def _open(page: QWidget, context: Context, content: OfferContent) -> None:
    TransferInDialog(context, content, page).show()
