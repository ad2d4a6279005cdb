"""What two laptops did about one thing, a conflict or a household's move: the second act changes nothing, and its clerk is told of the first."""

from __future__ import annotations

from typing import Final

from clerk_app.domain.act import Act, from_line
from clerk_app.domain.transfer import TransferStanding
from clerk_app.services.conflicts import laptop_name
from clerk_app.services.history import shown
from clerk_app.services.work import CLASH, REFUSED
from clerk_app.storage import journal, merged_records, peer, queries, transfers, work_items
from clerk_app.storage.peer import Session
from clerk_app.storage.transfers import MoveHere
from clerk_app.storage.work_items import WorkItemRow

_DECISION: Final = "settle_conflict"
_TABLE: Final = "settlement"
_MOVES: Final = frozenset({"transfer_in", "decline_transfer", "withdraw_transfer"})


def tell_how_settled(session: Session) -> None:
    """Say in the open items about acts that came second what was done before them, where and by whom, and what stands now.

    The county can only say that it was; the other laptop's act has come with the same answer.
    """
    for item in work_items.open_items(session):
        if item.kind == REFUSED and item.act_kind == _DECISION:
            told = _told(session, item)
        elif item.kind in {REFUSED, CLASH} and item.act_kind in _MOVES:
            told = _told_of_move(session, item)
        else:
            continue
        if told:
            work_items.say_otherwise(session, item.id, told)


def _told_of_move(session: Session, item: WorkItemRow) -> str:
    lines = peer.given_up_lines(session, (item.act_hash,))
    own = (*journal.acts_with(session, [item.act_hash]), *map(from_line, lines))
    sides = [change for act in own for change in act.changes if change.table == "transfer"]
    origin = str(sides[0].after.get("origin", "")) if sides else ""
    move = transfers.move_here(session, sides[0].id, origin) if sides else None
    if move is None or move.standing is TransferStanding.SENT:
        return ""
    first = [act for act in journal.acts_about(session, (move.id,)) if act.hash != item.act_hash and act.kind in _MOVES]
    return _of_move(move, _where(session, first[0])) if first else ""


def _of_move(move: MoveHere, where: str) -> str:
    if move.standing is TransferStanding.WITHDRAWN:
        return f"这一户的迁出已先{where}撤回：不用再办，只要核对这一户现在的登记。"
    if move.standing is TransferStanding.DECLINED:
        return f"这一户已先{where}退回（{move.reason}）：以先办的为准，这里没有迁入；确要迁入，请对方村重新办迁出。"
    return (
        f"这一户已先{where}迁入，户编号 {move.number}：以先办的为准，这里的办理没有照办；"
        f"在这里给这一户另外登记的，请在 {move.number} 户里重新登记。"
    )


def _where(session: Session, act: Act) -> str:
    laptop = laptop_name(act.install, peer.own_place(session)[0], peer.laptops(session))
    by = queries.clerk_names(session).get(act.by, "")
    return f"在{laptop}上{f'由{by}' if by else ''}"


def _told(session: Session, item: WorkItemRow) -> str:
    own = journal.acts_with(session, [item.act_hash])
    decided = [change.id for act in own for change in act.changes if change.table == _TABLE]
    decision = merged_records.row_of(session, _TABLE, decided[0]) if decided else None
    first = [act for act in journal.acts_about(session, decided) if act.install != own[0].install] if decision else []
    if decision is None or not first:
        return ""
    choice = shown(_TABLE, "choice", decision["choice"])
    field, record = decision["field"], merged_records.row_of(session, decision["about"], decision["record_id"])
    stands = f"，现在是“{shown(decision['about'], field, record[field])}”" if field and record is not None else ""
    return (
        f"这一件已先{_where(session, first[-1])}处理：{choice}{stands}。以先处理的为准，"
        "这里的处理没有照办，但什么都没有丢，历史里都有。"
    )
