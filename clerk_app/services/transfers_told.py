"""What an answer of the county says of households between villages: kept, and left to a person where somebody must decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from clerk_app.domain.transfer import TransferState
from clerk_app.errors import UserError
from clerk_app.services.incoming import incoming_of
from clerk_app.services.lacking_files import offered_files
from clerk_app.storage import attached_files, transfers, work_items
from clerk_app.storage.peer import Session
from clerk_app.storage.transfers import OfferRow, OwnMove, ToldRow
from clerk_app.storage.work_items import WorkItemRow

if TYPE_CHECKING:
    from clerk_app.exchange.transfers import Offer, ToldTransfer

TRANSFER_IN: Final = "transfer_in"
_DECLINED: Final = "transfer_declined"
_WAITING: Final = "transfer_waiting"
_DONE: Final = "transfer_done"
_TOLD_AGAIN: Final = (TRANSFER_IN, _DECLINED, _WAITING)
"""Kinds that each answer names again; what it no longer names has settled itself."""
NOBODY_AFTER: Final = timedelta(days=30)
"""After so long the village a household left is told that nobody has taken it in."""


def note_transfers(session: Session, document: bytes | None, today: date, now: str) -> int:
    """Keep what the document ``transfers`` says in place of what was said before; return how many work items are new.

    Raises UserError when the document is wrong: then the whole answer is refused.
    """
    from clerk_app.exchange.transfers import offer_text, read_transfers  # noqa: PLC0415 - only this step needs the packets

    offers, told = read_transfers(document)
    before = offered_files(transfers.offers(session))
    transfers.put_offers(session, (OfferRow(offer.id, offer_text(offer), now) for offer in offers))
    transfers.put_told(session, (ToldRow(each.id, each.state.value, each.on.isoformat(), each.reason) for each in told))
    still = transfers.offers(session)
    attached_files.let_go(session, before - offered_files(still))
    open_ones = {row.id for row in still}
    items = [
        *(_of_offer(offer, today, now) for offer in offers if offer.id in open_ones),
        *_of_told(told, transfers.moves_out(session), today, now),
    ]
    present = {item.id for item in items}
    work_items.close_absent(session, _TOLD_AGAIN, present, now)
    work_items.reopen(session, _TOLD_AGAIN, present)
    return work_items.add(session, items)


def _of_offer(offer: Offer, today: date, now: str) -> WorkItemRow:
    try:
        incoming = incoming_of(offer, today)
        reason = (
            f"户主{incoming.head}，{len(incoming.people)} 人，原村{offer.from_name}，"
            f"{offer.moved_on} 起算本村的人（{offer.reason}）。"
        )
    except UserError as error:
        reason = f"原村{offer.from_name}，{len(offer.people)} 人。{error.message}"
    return _item(TRANSFER_IN, offer.id, offer.id, reason, now)


def _of_told(told: Iterable[ToldTransfer], own: dict[str, OwnMove], today: date, now: str) -> Iterator[WorkItemRow]:
    for each in told:
        move = own.get(each.id)
        if move is None:
            continue  # this laptop has not got the act itself yet
        if each.state is TransferState.TAKEN_IN:
            yield _item(_DONE, each.id, move.household, f"{move.village}已在 {each.on} 迁入这一户。", now)
        elif each.state is TransferState.DECLINED:
            words = f"{move.village}在 {each.on} 退回了这一户：{each.reason}。请核实后撤回迁出，或联系对方村。"
            yield _item(_DECLINED, each.id, move.household, words, now)
        elif today - move.noted_on >= NOBODY_AFTER:
            yield _item(_WAITING, each.id, move.household, _nobody(move.village, each.state), now)


def _nobody(village: str, state: TransferState) -> str:
    if state is TransferState.NOWHERE:
        return f"迁出 30 天还没有村接收：县里没有邀请过{village}，请核对村代码，写错了就撤回迁出重办。"
    return f"迁出 30 天{village}还没有迁入：请联系对方村导入回执并办理。"


def _item(kind: str, transfer: str, subject: str, reason: str, now: str) -> WorkItemRow:
    return WorkItemRow(
        id=f"{kind}-{transfer}",
        kind=kind,
        subject=subject,
        act_hash="",
        act_number=0,
        act_kind="",
        reason=reason,
        detail=transfer,
        opened_at=now,
    )
