"""A conflict that two laptops settled differently: the second decision is refused, and its clerk is told how the first one was."""

from __future__ import annotations

from typing import Final

from clerk_app.services.conflicts import laptop_name
from clerk_app.services.history import shown
from clerk_app.services.work import REFUSED
from clerk_app.storage import journal, merged_records, peer, queries, work_items
from clerk_app.storage.peer import Session
from clerk_app.storage.work_items import WorkItemRow

_DECISION: Final = "settle_conflict"
_TABLE: Final = "settlement"


def tell_how_settled(session: Session) -> None:
    """Say in the open items about refused decisions what was decided before them, where and by whom, and what stands now.

    The county can only say that it was; the other laptop's act has come with the same answer.
    """
    for item in work_items.open_items(session):
        if item.kind == REFUSED and item.act_kind == _DECISION:
            told = _told(session, item)
            if told:
                work_items.say_otherwise(session, item.id, told)


def _told(session: Session, item: WorkItemRow) -> str:
    own = journal.acts_with(session, [item.act_hash])
    decided = [change.id for act in own for change in act.changes if change.table == _TABLE]
    decision = merged_records.row_of(session, _TABLE, decided[0]) if decided else None
    first = [act for act in journal.acts_about(session, decided) if act.install != own[0].install] if decision else []
    if decision is None or not first:
        return ""
    where = laptop_name(first[-1].install, peer.own_place(session)[0], peer.laptops(session))
    by = queries.clerk_names(session).get(first[-1].by, "")
    choice = shown(_TABLE, "choice", decision["choice"])
    field, record = decision["field"], merged_records.row_of(session, decision["about"], decision["record_id"])
    stands = f"，现在是“{shown(decision['about'], field, record[field])}”" if field and record is not None else ""
    return (
        f"这一件已先在{where}上{f'由{by}' if by else ''}处理：{choice}{stands}。以先处理的为准，"
        "这里的处理没有照办，但什么都没有丢，历史里都有。"
    )
