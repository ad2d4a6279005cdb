"""What the exchange leaves to a person, kept until somebody settles it or it settles itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, func, insert, select, update

from clerk_app.storage.tables import WORK_ITEM

_AT_ONCE = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkItemRow:
    """One item. Its id follows from what it is about, so the same thing told twice is one item; ``subject`` is a record's id.

    ``act_number`` is 0 and ``act_hash`` empty where no act is meant; ``outcome`` is what the person who settled it wrote.
    """

    id: str
    kind: str
    subject: str
    act_hash: str
    act_number: int
    act_kind: str
    reason: str
    detail: str
    opened_at: str
    closed_at: str | None = None
    closed_by: str = ""
    outcome: str = ""


def open_items(connection: Connection, subjects: Collection[str] | None = None) -> tuple[WorkItemRow, ...]:
    """Return what is not settled, the oldest first; with ``subjects`` only what is about these records."""
    statement = (
        select(WORK_ITEM)
        .where(WORK_ITEM.c.closed_at.is_(None))
        .order_by(WORK_ITEM.c.opened_at, WORK_ITEM.c.act_number, WORK_ITEM.c.id)
    )
    if subjects is not None:
        statement = statement.where(WORK_ITEM.c.subject.in_(subjects))
    return tuple(WorkItemRow(**row) for row in connection.execute(statement).mappings())


def closed_items(connection: Connection, *, limit: int = 200) -> tuple[WorkItemRow, ...]:
    """Return what persons settled, and what settled itself (``closed_by`` is empty), the newest first."""
    statement = (
        select(WORK_ITEM)
        .where(WORK_ITEM.c.closed_at.is_not(None))
        .order_by(WORK_ITEM.c.closed_at.desc(), WORK_ITEM.c.id)
        .limit(limit)
    )
    return tuple(WorkItemRow(**row) for row in connection.execute(statement).mappings())


def count_open(connection: Connection) -> int:
    """Return how many items wait for a person."""
    waiting = select(func.count()).select_from(WORK_ITEM).where(WORK_ITEM.c.closed_at.is_(None))
    return connection.execute(waiting).scalar_one()


def add(connection: Connection, items: Iterable[WorkItemRow]) -> int:
    """Note items that are not known yet, settled or not; return how many were new."""
    wanted = {item.id: item for item in items}
    ids = sorted(wanted)
    known: set[str] = set()
    for start in range(0, len(ids), _AT_ONCE):
        some = select(WORK_ITEM.c.id).where(WORK_ITEM.c.id.in_(ids[start : start + _AT_ONCE]))
        known.update(connection.execute(some).scalars())
    fresh = [asdict(item) for name, item in wanted.items() if name not in known]
    if fresh:
        connection.execute(insert(WORK_ITEM), fresh)
    return len(fresh)


def close_absent(connection: Connection, kinds: Collection[str], present: Collection[str], at: str) -> int:
    """Close the open items of these kinds that are not among ``present``: they settled themselves. Return how many."""
    gone = [item.id for item in open_items(connection) if item.kind in kinds and item.id not in present]
    for start in range(0, len(gone), _AT_ONCE):
        some = WORK_ITEM.c.id.in_(gone[start : start + _AT_ONCE])
        connection.execute(update(WORK_ITEM).where(some).values(closed_at=at, closed_by=""))
    return len(gone)


def reopen(connection: Connection, kinds: Collection[str], present: Collection[str]) -> None:
    """Open again what had settled itself and is there once more; what a person settled stays settled."""
    ids = sorted(present)
    for start in range(0, len(ids), _AT_ONCE):
        back = WORK_ITEM.c.id.in_(ids[start : start + _AT_ONCE]) & (WORK_ITEM.c.closed_by == "")
        connection.execute(
            update(WORK_ITEM).where(back, WORK_ITEM.c.kind.in_(kinds)).values(closed_at=None, closed_by="")
        )


def say_otherwise(connection: Connection, item_id: str, reason: str) -> None:
    """Give an item another reason: more is known by now."""
    connection.execute(update(WORK_ITEM).where(WORK_ITEM.c.id == item_id).values(reason=reason))


def close(connection: Connection, item_id: str, at: str, by: str, outcome: str = "") -> bool:
    """Settle an item, with a word on how; return whether it was open."""
    still_open = (WORK_ITEM.c.id == item_id) & WORK_ITEM.c.closed_at.is_(None)
    values = {"closed_at": at, "closed_by": by, "outcome": outcome}
    return connection.execute(update(WORK_ITEM).where(still_open).values(values)).rowcount == 1
